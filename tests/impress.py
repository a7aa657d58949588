"""Run by Debian's own Python: opens a deck in LibreOffice by its API, changes a title and a word, saves it as .pptx.

/usr/bin/python3 impress.py PROFILE IN.pptx OUT.pptx SLIDE TITLE OLD NEW
"""

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def main(profile, source, target, slide, title, old, new):
    pipe = f"pipe,name=briefpack{abs(hash(profile))};urp"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", f"--accept={pipe};"]
    )
    try:
        desktop = connected(pipe)
        document = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (property_("Hidden", True),))
        edit(document.DrawPages.getByIndex(int(slide) - 1), title, old, new)
        document.storeToURL(f"file://{target}", (property_("FilterName", "Impress MS PowerPoint 2007 XML"),))
        document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


def connected(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:{pipe};StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def edit(page, title, old, new):
    """The title by its placeholder's kind; the word wherever it stands."""
    shapes = [page.getByIndex(at) for at in range(page.Count)]
    heading = next(shape for shape in shapes if shape.ShapeType.endswith("TitleTextShape"))
    cursor = heading.createTextCursor()
    cursor.String = title
    for shape in shapes:
        if not hasattr(shape, "createTextCursor"):
            continue
        words = shape.createEnumeration()
        while words.hasMoreElements():
            portions = words.nextElement().createEnumeration()
            while portions.hasMoreElements():
                portion = portions.nextElement()
                if portion.TextPortionType == "Text" and old in portion.String:
                    portion.String = portion.String.replace(old, new)


def property_(name, value):
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


main(*sys.argv[1:])
