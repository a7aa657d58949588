"""Captions and photo credits, told from the text that they were run into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefpack.readers.blocks import Block
from briefpack.text.lists import load

CREDIT = "photo credit"

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:\ (?:[A-ZÀ-Þ][\w.'’-]*|de|del|van|von|der|el|al|bin)){0,4}"
_WORD = (
    r"(?:photo(?:graph|s)?|picture|image|images|credit|courtesy|foto|bild|cr[eé]dits?|"
    r"illustration|graphic|video|source)"
)
_MADE_BY = r"(?:Photo|Image|Picture|Photograph|Illustration|Foto)s?\ (?:by|courtesy of|de|von|par)"
_LABEL = rf"{_WORD}(?:\ ?(?:credit|by|par|de|von|courtesy(?:\ of)?))?"
_LONGEST = 90  # words of a caption with its credit
_LONGEST_CAPTION = 60


def settle(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each photo credit cut off as a block of its own, and what it stood behind made a caption."""
    before = ""
    for block in blocks:
        yield from _cut(block, announced=before.casefold().strip() == "open this photo in gallery:")
        before = block.text


def _cut(block: Block, *, announced: bool) -> Iterator[Block]:
    found = None if block.why or len(block.text.split()) > _LONGEST else _credit(block.text)
    if found is None:
        yield replace(block, kind="caption") if announced and block.kind == "text" else block
        return
    caption = block.text[: found.start()].rstrip(" |•·–—-")
    short = len(caption.split()) <= _LONGEST_CAPTION
    if caption:
        yield replace(block, text=caption, kind="caption" if short else block.kind, level=0, sure=True)
    yield Block(block.text[found.start() :].strip(" |•·–—"), "caption", why=CREDIT)


def _credit(text: str) -> re.Match[str] | None:
    return next((found for form in _forms() if (found := form.search(text))), None)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    agencies = "|".join(sorted(map(re.escape, load("clean-agencies")), key=len, reverse=True))
    house = rf"(?:{agencies}|[A-ZÀ-Þ][\w.'’&-]*(?:\ (?:of|and|the|via|for|[A-ZÀ-Þ][\w.'’&-]*)){{0,5}})"
    slashed = rf"{_NAME}(?:\ ?/\ ?{house}){{1,3}}(?:\ via\ {house})?"
    return (
        # '… | Photo: Jane Doe/AFP via Getty Images'
        re.compile(rf"\s*[|•–—]\s*(?i:{_LABEL})\b\s*:?.{{2,100}}$"),
        # '… [Jane Doe/Reuters]', '(AP Photo/Jane Doe)', '(Photo by Jane Doe)'
        re.compile(rf"\s*[(\[](?:(?i:{_LABEL})\b[^()\[\]]{{2,100}}|{slashed}|AP Photo[^()\[\]]*)[)\]]\.?$"),
        # 'Photo Credit: MIT News', '… Photograph: Jane Doe/Reuters'
        re.compile(rf"(?:^|(?<=[.!?”\"’)])\s*|\s)(?i:(?!source){_LABEL})(?:\s?:|\.\.\.|…)\s*[^.!?:]{{2,80}}\.?$"),
        re.compile(rf"(?:^|(?<=[.!?”\"’)])\s*){_MADE_BY}\ {_NAME}[^.!?]{{0,60}}\.?$"),
        # '… on Oct. 24, 2024.Jane Doe/The Canadian Press'
        re.compile(rf"(?:^|(?<=[.!?”\"’)]))\s*{slashed}\.?$"),
        # '… in Geneva.Getty Images'
        re.compile(rf"(?<=[.!?”\"’)])\s*(?:{agencies})$"),
        re.compile(r"(?:(?<=[.!?”\"’)])|\s)\s*©\s?[^.!?]{2,60}$"),
    )
