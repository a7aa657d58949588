"""Plain text, and the text dumps of web pages."""

from __future__ import annotations

from briefpack.readers.blocks import Document
from briefpack.readers.decode import decode
from briefpack.readers.lines import blocks


def read(data: bytes, name: str) -> Document:
    """Read a plain text. Headings are told by their looks: a short line alone, without a full stop."""
    text, notices = decode(data, name)
    return Document(blocks(text), notices=notices)
