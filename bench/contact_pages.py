#!/usr/bin/env python3
"""Pages beside their pictures in the design.

    python bench/contact_pages.py DESIGN [OUT]

DESIGN is a folder with pictures named page-NAME.png. The example pack is built, pdftoppm draws the pages, and each
stands to the right of its picture; OUT (docs/design) gets one small JPEG file for each. Run it by hand, look at the
sheets, and say in docs/design/README.md what differs. A further page is a line in PAGES.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parent.parent
PACK = ROOT / "packs" / "china-russia"
PAGES = {
    "policy-one-pager": "policy/summary.pdf",
    "student-one-pager": "students/summary.pdf",
    "discussion-questions": "students/questions.pdf",
    "answer-key": "students/key.pdf",
    "slide-handout": "students/handout.pdf",
}
"""Name of a picture to the file whose first page stands beside it."""
WIDE, GAP = 620, 10
QUALITY = 72


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("design", type=Path, help="folder with the pictures of the design")
    parser.add_argument("out", type=Path, nargs="?", default=ROOT / "docs" / "design", help="where the sheets go")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "out"
        subprocess.run([sys.executable, "-m", "briefpack", "build", str(PACK), "--out", str(built)], check=True)
        for name, file in PAGES.items():
            path = args.out / f"page-{name}.jpg"
            pair(args.design / f"page-{name}.png", drawn(built / file)).save(path, quality=QUALITY, optimize=True)
            print(f"{path}: {path.stat().st_size // 1000} kB")
    return 0


def drawn(file: Path) -> Image.Image:
    """The first page of a PDF file."""
    picture = file.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "110", "-png", "-singlefile", str(file), str(picture)], check=True)
    with Image.open(f"{picture}.png") as image:
        return image.convert("RGB")


def pair(design: Path, page: Image.Image) -> Image.Image:
    """The design's picture left, the page right, in one width."""
    with Image.open(design) as image:
        both = [one.resize((WIDE, one.height * WIDE // one.width)) for one in (image.convert("RGB"), page)]
    made = Image.new("RGB", (2 * WIDE + 3 * GAP, max(one.height for one in both) + 2 * GAP), "#707070")
    for at, one in enumerate(both):
        made.paste(one, (GAP + at * (WIDE + GAP), GAP))
    return made


if __name__ == "__main__":
    sys.exit(main())
