"""Lines of plain text to blocks: headings, nested lists and wrapped paragraphs told by their looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefpack.readers.blocks import Block
from briefpack.text.plain import fold

BULLET = re.compile(r"(?P<indent>\s*)(?P<mark>[•◦▪‣·●○■□➢➤✓*+\-–—]|o(?=\s{2,}))\s+(?P<text>\S.*)")
NUMBER = re.compile(
    r"(?P<indent>\s*)(?P<mark>\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]|\d\.\d(?:\.\d)?)\s+(?P<text>\S.*)"
)
_RULE = re.compile(r"\s*([-=_*~#•·–—]\s*){3,}")
_ENDS = re.compile(r"[.!,;:…。！][\"'”’»)\]]*$")
_HEADING_WORDS = 16
_HEADING_CHARS = 120
_WRAPPED_WIDTH = 110
_LEAST_WIDTH = 40
_WRAPPED_SHARE = 0.7


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order."""
    groups = list(_groups(text.split("\n")))
    width = max((len(line.rstrip()) for group in groups for line in group), default=0)
    lines = [line for group in groups for line in _unwrapped(group, width)]
    return tuple(_lists_settled([_block(line) for line in lines]))


def looks_like_heading(text: str) -> bool:
    """A short line without final punctuation that starts like a title; a question may be one."""
    short = len(text) <= _HEADING_CHARS and len(text.split()) <= _HEADING_WORDS
    return short and not text[:1].islower() and any(c.isalpha() for c in text) and not _ENDS.search(text)


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Runs of lines between blank ones and rulers."""
    group: list[str] = []
    for line in lines:
        if line.strip() and not _RULE.fullmatch(line):
            group.append(line.expandtabs(4))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _unwrapped(group: list[str], width: int) -> list[str]:
    """The lines of a group, those joined that were only wrapped at the page's width."""
    if width > _WRAPPED_WIDTH or width < _LEAST_WIDTH:
        return group
    joined = [group[0]]
    for before, line in pairwise(group):
        if _wraps(before, line, width):
            joined[-1] = _glue(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _wraps(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before it: that one is long, or this one starts small."""
    if BULLET.match(line) or NUMBER.match(line):
        return False
    return line.lstrip()[:1].islower() or len(before.rstrip()) >= _WRAPPED_SHARE * width


def _glue(before: str, line: str) -> str:
    if re.search(r"[a-zà-ÿ]-$", before) and line.lstrip()[:1].islower():
        return before[:-1] + line.lstrip()
    return f"{before.rstrip()} {line.lstrip()}"


def _block(line: str) -> Block:
    found = BULLET.match(line) or NUMBER.match(line)
    if found:
        indent = len(found["indent"])
        return Block(fold(found["text"]), "item", indent, prefix=found["mark"])
    text = fold(line)
    if looks_like_heading(text):
        return Block(text, "heading", 2, sure=False)
    return Block(text)


def _lists_settled(found: list[Block]) -> Iterator[Block]:
    """Turn the indents of items into depths; a lone numbered line over a paragraph is a heading."""
    indents: list[int] = []
    for at, block in enumerate(found):
        if block.kind != "item":
            indents = []
            yield block
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        before = found[at - 1] if at else None
        if _numbered_heading(block, before, after):
            indents = []
            yield Block(block.text, "heading", 3, prefix=block.prefix)
            continue
        while indents and indents[-1] > block.level:
            indents.pop()
        if not indents or indents[-1] < block.level:
            indents.append(block.level)
        yield Block(block.text, "item", len(indents), prefix=block.prefix)


def _numbered_heading(block: Block, before: Block | None, after: Block | None) -> bool:
    # '1. Town and county …' alone over a paragraph is a heading; among other items it is one of them
    alone = after is not None and after.kind == "text" and (before is None or before.kind != "item")
    return alone and block.prefix[:1].isalnum() and looks_like_heading(block.text)
