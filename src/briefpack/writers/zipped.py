"""Office files as zip archives whose bytes depend on nothing but their parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = ("[Content_Types].xml", "_rels/.rels")
"""Office expects these at the head of the archive; the other parts follow by name."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip can hold: a build has no clock."""

_MODE = 0o644 << 16
_UNIX = 3


def restamped(data: bytes) -> bytes:
    """The same archive with fixed dates, rights and order: equal parts make equal bytes."""
    with ZipFile(BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def zipped(parts: dict[str, bytes]) -> bytes:
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
