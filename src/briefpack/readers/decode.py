"""Bytes to text: byte order marks, UTF-8, else a guess that is said aloud."""

from __future__ import annotations

import re

from briefpack.errors import ReadError
from briefpack.model import Notice
from briefpack.text.plain import clean_text

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_JUNK_SHARE = 0.01
# UTF-8 once read as Windows-1252: 'cafÃ©', 'donâ€™t'.
_MOJIBAKE = re.compile("Ã[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ\u009d“”˜¦¢]|Â[\xa0-\xbf]")
_SAMPLE = 200_000
_LOOK = 4096
_ZERO_SHARE = 0.6


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[Notice, ...]]:
    """The clean text of some bytes, with a notice where the encoding was guessed or repaired.

    ``declared`` is the encoding that the file itself names, used when it is not UTF-8. Raises ReadError for
    bytes that are no text.
    """
    text, notices = _decoded(data, name, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > _JUNK_SHARE * len(text[:_SAMPLE]):
        raise ReadError(f"{name}: holds binary data, not text; give a .txt, .md, .html, .pdf or .docx file")
    fixed, more = _repaired(text, name)
    return clean_text(fixed), (*notices, *more)


def _decoded(data: bytes, name: str, declared: str) -> tuple[str, tuple[Notice, ...]]:
    encoding = next((code for mark, code in _MARKS if data.startswith(mark)), "") or _unmarked(data)
    for code in (encoding, declared):
        text = _try(data, code)
        if text is not None:
            return text, ()
    return _guessed(data, name)


def _unmarked(data: bytes) -> str:
    """UTF-16 without its mark, told by the zeros in every second byte of most letters; else UTF-8."""
    sample = data[:_LOOK]
    half = len(sample) // 2
    if len(data) % 2 == 0 and half:
        for code, zeros, letters in (
            ("utf-16-le", sample[1::2], sample[::2]),
            ("utf-16-be", sample[::2], sample[1::2]),
        ):
            if zeros.count(0) > _ZERO_SHARE * half and not letters.count(0):
                return code
    return "utf-8"


def _try(data: bytes, code: str) -> str | None:
    try:
        return data.decode(code) if code else None
    except (UnicodeError, LookupError):
        return None


def _guessed(data: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes

    best = None if data.count(b"\x00") else from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ReadError(f"{name}: holds binary data, not text; give a .txt, .md, .html, .pdf or .docx file")
    text = data.decode(best.encoding, errors="replace")
    what = f"not UTF-8: read as {best.encoding}, which is a guess"
    return text, (Notice(what, where=name, do="save it as UTF-8 if letters look wrong"),)


def _repaired(text: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Undo one wrong decoding where that is certain: all of the text turns back, and none of the marks stays."""
    if not _MOJIBAKE.search(text):
        return text, ()
    for code in ("cp1252", "latin-1"):
        try:
            fixed = text.encode(code).decode("utf-8")
        except UnicodeError:
            continue
        if not _MOJIBAKE.search(fixed):
            return fixed, (Notice("letters like 'Ã©' were a wrong encoding and have been put right", where=name),)
    what = "letters like 'Ã©' point to a wrong encoding somewhere in it"
    return text, (Notice(what, where=name, do="look at the text, and save it as UTF-8"),)
