"""Opening a stranger's presentation: what could do harm is refused before anything else reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NoReturn
from zipfile import ZipInfo

from lxml import etree

from briefpack import archives
from briefpack.errors import ReadError

_MOST_BYTES = 200_000_000
"""Unpacked."""
_MOST_PARTS = 5_000
_MOST_PACKED = 300
"""How many times smaller than itself a large part may be packed: text does not get past 50, a bomb does."""
_LARGE = 5_000_000
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_KINDRED = ("presentationml.template.main+xml", "presentationml.slideshow.main+xml")
_HARMFUL = (
    ("vbaproject", "macros"),
    ("macroenabled", "macros"),
    ("activex", "ActiveX controls"),
    ("oleobject", "embedded objects"),
    ("/embeddings/", "embedded files"),
)
"""What gives itself away in the name or type of a part, or in the type of a relationship."""
_LINKS = ("/control", "/oleObject", "/package", "/vbaProject", "/attachedTemplate")
_SAFE_LINK = re.compile(r"(https?|mailto):|[^:\\\\/][^:\\\\]*$", re.IGNORECASE)
"""A page, an address, or a file beside the deck, such as our own 'sources.html#globe-7.2'."""


def package(data: bytes, name: str) -> bytes:
    """The same presentation, safe to open, as a .pptx; ReadError says what is wrong with it."""
    try:
        with archives.opened(data, name, most_bytes=_MOST_BYTES, most_parts=_MOST_PARTS) as archive:
            entries = archive.infolist()
            _sound(entries, name)
            parts = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except archives.BROKEN:
        _refuse(name, "is no readable .pptx or .potx", "save it again from PowerPoint or Impress")
    for part, blob in parts.items():
        _harmless(part, blob, name)
    return archives.zipped({**parts, archives.TYPES: _types(parts.get(archives.TYPES, b""), name)})


def _sound(entries: list[ZipInfo], name: str) -> None:
    """No part that is a bomb, none that leads out of the package or stands there twice."""
    seen: set[str] = set()
    for entry in entries:
        if entry.file_size > _LARGE and entry.file_size > _MOST_PACKED * max(entry.compress_size, 1):
            _refuse(name, f"{entry.filename!r} unpacks to far more than it is packed", "save it again from PowerPoint")
        path = entry.filename
        if path.startswith(("/", "\\")) or "\\" in path or ":" in path or ".." in path.split("/"):
            _refuse(name, f"holds a part that leads out of it, {path[:60]!r}", "save it again from PowerPoint")
        if path.lower() in seen:
            _refuse(name, f"holds {path[:60]!r} twice", "save it again from PowerPoint")
        seen.add(path.lower())


def _harmless(part: str, blob: bytes, name: str) -> None:
    """No macro, control, embedded file, outside link, DTD or entity."""
    _named(f"/{part}", name, part)
    if not part.lower().endswith((".xml", ".rels", ".vml")):
        return
    root = _parsed(blob, part, name)
    if part == archives.TYPES:
        for entry in root:
            _named(str(entry.get("ContentType", "")), name, str(entry.get("PartName") or entry.get("Extension")))
    if part.endswith(".rels"):
        for relation in root:
            _inside(relation, name)


def _named(text: str, name: str, part: str) -> None:
    for sign, what in _HARMFUL:
        if sign in text.lower():
            _refuse(name, f"holds {what} ({part[:60]})", "take them out and save it as a plain .pptx")


def _inside(relation: Any, name: str) -> None:
    """A relationship inside the package, or a plain link of a text."""
    kind, target = str(relation.get("Type", "")), str(relation.get("Target", ""))
    if kind.endswith(_LINKS):
        _refuse(name, f"holds a link of the kind {kind.rpartition('/')[2]!r}", "take the object out")
    outside = relation.get("TargetMode") == "External"
    if outside and not (kind.endswith("/hyperlink") and _SAFE_LINK.match(target)):
        _refuse(name, f"links to something outside ({target[:60]})", "break the link, so that it is stored inside")


def _parsed(blob: bytes, part: str, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Any = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError):
        _refuse(name, f"its part {part[:60]!r} is broken", "save it again from PowerPoint or Impress")
    if root.getroottree().docinfo.doctype or any(_entities(root)):
        _refuse(name, f"its part {part[:60]!r} defines entities, which no presentation needs", "save it again")
    return root


def _entities(root: Any) -> Iterator[Any]:
    yield from root.iter(etree.Entity)


def _types(blob: bytes, name: str) -> bytes:
    """The list of types, with the one of a template turned into that of a presentation."""
    text = blob.decode("utf-8", "replace")
    for kindred in _KINDRED:
        text = text.replace(f"application/vnd.openxmlformats-officedocument.{kindred}", _MAIN)
    if _MAIN not in text:
        _refuse(name, "is an office file, but no presentation", "name a .pptx or .potx")
    return text.encode()


def _refuse(name: str, what: str, do: str) -> NoReturn:
    raise ReadError(f"{name}: {what}: {do}")
