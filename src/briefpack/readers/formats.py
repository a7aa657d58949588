"""Which format a file is in, told by its content."""

from __future__ import annotations

import io
import json
import re
import zipfile

from briefpack.errors import ReadError

_SAVE = "save it as .docx, .pdf, .html, .md or .txt"
# First bytes, what they are, what to do.
_REFUSED = (
    (b"\x89PNG", "a PNG picture", "run OCR on it first, or give the text"),
    (b"\xff\xd8\xff", "a JPEG picture", "run OCR on it first, or give the text"),
    (b"GIF8", "a GIF picture", "run OCR on it first, or give the text"),
    (b"II*\x00", "a TIFF picture", "run OCR on it first, or give the text"),
    (b"MM\x00*", "a TIFF picture", "run OCR on it first, or give the text"),
    (b"RIFF", "a WebP picture, sound or video", "give the text"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Office file (.doc, .ppt or .xls) or an encrypted one",
        "save it as .docx, without a password",
    ),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"\x7fELF", "a program", _SAVE),
    (b"MZ\x90", "a program", _SAVE),
    (b"ID3", "a sound file", "give a transcript"),
    (b"OggS", "a sound or video file", "give a transcript"),
    (b"SQLite format 3", "a database", _SAVE),
    (b"%!PS", "a PostScript file", "save it as .pdf"),
)
# A name inside a zip, what it makes the file.
_ZIPS = (
    ("ppt/presentation.xml", "a PowerPoint deck (.pptx)", "save its text as .docx"),
    ("xl/workbook.xml", "an Excel workbook (.xlsx)", "save its text as .docx"),
    ("content.xml", "an OpenDocument file (.odt, .odp or .ods)", "save it as .docx"),
    ("META-INF/container.xml", "an e-book (.epub)", "save it as .html or .docx"),
)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_HTML_PART = re.compile(rb"<(?:p|div|article|h[1-6]|span|section|table|main|br)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LOOK = 4096
MOST_ENTRIES = 2_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 1024 * 1024  # below this the ratio does not matter


def sniff(data: bytes, name: str) -> str:
    """'pdf', 'docx', 'html', 'md' or 'txt'. ReadError names an unsupported format and what to do."""
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise ReadError(f"{name}: is empty; give the file that holds the article")
    start = data[:_LOOK]
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return _zip(data, name)
    for mark, what, do in _REFUSED:
        if start.startswith(mark):
            raise ReadError(f"{name}: is {what}, which cannot be read; {do}")
    if _is_json(data):
        raise ReadError(f"{name}: holds JSON data, not an article; give the text itself as a .txt, .md or .html file")
    return _text(start, name)


def _zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError, UnicodeError) as error:
        raise ReadError(f"{name}: is a broken or cut-off zip file ({error}); save or download it again") from error
    _check_size(entries, name)
    names = {entry.filename for entry in entries}
    if "word/document.xml" in names:
        return "docx"
    for part, what, do in _ZIPS:
        if part in names:
            raise ReadError(f"{name}: is {what}, which cannot be read; {do}")
    raise ReadError(f"{name}: is a zip archive, not a document; unpack it and give the documents in it")


def _check_size(entries: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MOST_ENTRIES:
        raise ReadError(
            f"{name}: holds {len(entries):,} parts, more than {MOST_ENTRIES:,}; save it again as a plain .docx"
        )
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_RATIO * packed):
        size = f"{unpacked // 2**20:,} MB"
        raise ReadError(
            f"{name}: would unpack to {size}, which is too much for a document; save it again as a plain .docx"
        )


def _text(start: bytes, name: str) -> str:
    suffix = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    bare = start.replace(b"\x00", b"")
    if _HTML.search(bare) or (suffix in ("html", "htm", "xhtml") and _HTML_PART.search(bare)):
        return "html"
    if suffix in ("md", "markdown", "mdown"):
        return "md"
    if len(_HTML_PART.findall(bare)) >= 3 and bare.lstrip().startswith(b"<"):
        return "html"
    return "md" if _is_markdown(bare) else "txt"


def _is_json(data: bytes) -> bool:
    """Whether all of it is an object or a list of JSON."""
    if data.strip()[:1] not in (b"{", b"[") or data.strip()[-1:] not in (b"}", b"]"):
        return False
    try:
        return isinstance(json.loads(data), (dict, list))
    except (ValueError, RecursionError):
        return False


def _is_markdown(start: bytes) -> bool:
    """Front matter with a field, or a heading with '#' over a blank line, right at the start."""
    return bool(re.match(rb"\s*(?:---[ \t]*\r?\n[A-Za-z_-]+:|#{1,3} \S[^\n]*\n\s*\n)", start))
