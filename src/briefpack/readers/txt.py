"""Plain text, and the text dumps of web pages."""

from __future__ import annotations

import re

from briefpack.readers import md
from briefpack.readers.blocks import Document
from briefpack.readers.decode import decode
from briefpack.readers.lines import blocks

_LABEL = "author|authors|publication|publisher|source|date|published|language|url|link|type|genre"
_LABELLED = re.compile(
    rf"\s*(?P<lines>title[ \t]*:[^\n]*\n(?:(?:{_LABEL})[ \t]*:[^\n]*(?:\n|$))*)[ \t]*(?:\n|$)", re.IGNORECASE
)
"""'Title: …' and others of the kind right under it, closed by an empty line."""


def read(data: bytes, name: str) -> Document:
    """Read a plain text. Headings are told by their looks; lines such as 'Title: …' over it say what it is."""
    text, notices = decode(data, name)
    known = _LABELLED.match(text)
    if not known:
        return Document(blocks(text), notices=notices)
    return Document(blocks(text[known.end() :]), md.meta(known["lines"]), notices)
