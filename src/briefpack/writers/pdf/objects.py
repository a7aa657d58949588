"""The values of PDF as bytes, and a file of numbered objects (ISO 32000-1, 7.3 and 7.5)."""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

_LEVEL = 4
"""Of compression: half the time of the usual 6, for files that are a fiftieth larger."""
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LITERAL = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\", "\n": "\\n", "\r": "\\r"})
_PLAIN = re.compile(r"[ -~\n\r]*")
_ODD_IN_NAME = re.compile(r"[^!-~]|[#%()/<>\[\]{}]")


class Name(str):
    """A name: '/Type'. Written without its slash here."""

    __slots__ = ()


class Ref(int):
    """The number of an object of the file."""


class Raw(str):
    """What is written as it stands."""

    __slots__ = ()


Value = object
"""None, bool, a number, a text, a Name, a Ref, Raw, or a list, tuple or dict of these."""


def shown(value: Value) -> str:
    """A value as it stands in the file."""
    show = _SHOWN.get(type(value))
    if show is None:
        raise TypeError(f"a PDF holds no {type(value).__name__}")
    return show(value)


@lru_cache(maxsize=1024)
def name(value: Name) -> str:
    """A name with its slash."""
    return "/" + _ODD_IN_NAME.sub(lambda odd: f"#{ord(odd[0]):02X}", value)


@lru_cache(maxsize=16384)
def number(value: float) -> str:
    """A number with at most three decimals and no exponent: '12.5', '-0.25', '3'."""
    short = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def text(value: str) -> str:
    """A text string: as it is where it is ASCII, else UTF-16."""
    if _PLAIN.fullmatch(value):
        return f"({value.translate(_LITERAL)})"
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def _entries(value: Mapping[str, Value]) -> str:
    return f"<<{''.join([f'/{key} {shown(held)}' for key, held in value.items()])}>>"


def _items(value: Sequence[Value]) -> str:
    return f"[{' '.join(map(shown, value))}]"


_SHOWN: dict[type, Callable[[Any], str]] = {
    Raw: str,
    Name: name,
    str: text,
    bool: {True: "true", False: "false"}.__getitem__,
    type(None): lambda _: "null",
    Ref: "{:d} 0 R".format,
    int: number,
    float: number,
    dict: _entries,
    list: _items,
    tuple: _items,
}


def packed_well(data: bytes) -> tuple[bytes, bool]:
    """The bytes to write, and whether they are compressed; they never end in a line break.

    Some readers take such a byte for the line's end before 'endstream', and PDF/A forbids what they then see.
    The last byte of compressed data is that of its checksum: where it is a line break, the data stays as it
    is, or takes a space at its end where it ends in one itself.
    """
    for some, packed in ((zlib.compress(data, _LEVEL), True), (data, False)):
        if some[-1:] not in (b"\n", b"\r"):
            return some, packed
    return zlib.compress(data + b" ", _LEVEL), True


def stream(data: bytes, entries: Mapping[str, Value], *, packed: bool = True) -> bytes:
    """A stream as it stands in the file, compressed unless it must stay readable."""
    held, packed = packed_well(data) if packed else (data, False)
    filtered = {"Filter": Name("FlateDecode")} if packed else {}
    head = shown({**entries, **filtered, "Length": len(held)}).encode("latin-1")
    return b"%s\nstream\n%s\nendstream" % (head, held)


class Book:
    """The objects of one file, numbered from 1 in the order in which they were asked for."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> Ref:
        """A number for an object that comes later."""
        self._objects.append(b"null")
        return Ref(len(self._objects))

    def put(self, value: Value, ref: Ref | None = None) -> Ref:
        """Add an object, or fill the one that was reserved."""
        return self._put(shown(value).encode("latin-1"), ref)

    def held(self, written: bytes, ref: Ref | None = None) -> Ref:
        """Add an object that is bytes already, such as a stream that several files hold alike."""
        return self._put(written, ref)

    def finished(self, root: Ref, info: Ref) -> bytes:
        """The whole file; its identifier follows its content, so that equal files are equal to the byte."""
        parts, place = [_HEADER], len(_HEADER)
        table = [b"0000000000 65535 f \n"]
        for count, held in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%s\nendobj\n" % (count, held)
            table.append(b"%010d 00000 n \n" % place)
            parts.append(part)
            place += len(part)
        body = b"".join(parts)
        known = Raw(f"<{hashlib.md5(body, usedforsecurity=False).hexdigest()}>")
        trailer = shown({"Size": len(table), "Root": root, "Info": info, "ID": [known, known]}).encode("latin-1")
        cross = b"xref\n0 %d\n%s" % (len(table), b"".join(table))
        return b"%s%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (body, cross, trailer, place)

    def _put(self, held: bytes, ref: Ref | None) -> Ref:
        if ref is None:
            self._objects.append(held)
            return Ref(len(self._objects))
        self._objects[ref - 1] = held
        return ref
