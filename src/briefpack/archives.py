"""Presentations as zip archives: a stranger's is opened within limits, ours hang on their parts alone."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from briefpack.errors import ReadError

BROKEN = (BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, KeyError, ValueError)
"""What zipfile raises; NotImplementedError and RuntimeError are its words for compressions and passwords."""
TYPES = "[Content_Types].xml"
_MOST_PARTS = 20_000
_MOST_BYTES = 500_000_000
_MOST_RATIO = 200
_SURELY_HARMLESS = 50_000_000
"""Bytes unpacked below which no ratio makes a bomb."""
_OLD = b"\xd0\xcf\x11\xe0"
"""Head of an old .ppt, and of a .pptx that a password protects."""

_FIRST = (TYPES, "_rels/.rels")
"""Office expects these at the head of the archive; the other parts follow by name."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold: a build has no clock."""

_MODE = 0o644 << 16
_UNIX = 3


def opened(data: bytes, name: str, *, most_bytes: int = _MOST_BYTES, most_parts: int = _MOST_PARTS) -> ZipFile:
    """A presentation's archive, nothing unpacked yet; ReadError where it is broken, locked or too large to unpack."""
    if data.startswith(_OLD):
        raise ReadError(f"{name}: is protected by a password, or an old .ppt: save it as .pptx without a password")
    try:
        archive = ZipFile(BytesIO(data))
    except BROKEN:
        raise ReadError(f"{name}: is no readable .pptx: save it again from PowerPoint or Impress") from None
    listed = archive.infolist()
    unpacked = sum(entry.file_size for entry in listed)
    if any(entry.flag_bits & 1 for entry in listed):
        raise ReadError(f"{name}: is protected by a password: save it without one")
    if len(listed) > most_parts:
        raise ReadError(f"{name}: holds {len(listed)} parts: split the deck")
    if unpacked > most_bytes or (unpacked > _SURELY_HARMLESS and unpacked > _MOST_RATIO * len(data)):
        raise ReadError(f"{name}: would unpack to {unpacked // 1_000_000} MB: save it again, without its films")
    return archive


def restamped(data: bytes) -> bytes:
    """The same archive with fixed dates, rights and order: equal parts make equal bytes."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these parts by name."""
    saved = BytesIO()
    with ZipFile(saved, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            archive.writestr(_entry(name), parts[name], compresslevel=6)
    return saved.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _MODE
    return entry
