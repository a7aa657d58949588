"""Captions and photo credits, told from the text that they were run into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefpack.readers.blocks import Block
from briefpack.text.lists import knows, load

CREDIT = "photo credit"

_WORD = (
    r"(?:photo(?:graph|s)?|picture|image|images|credit|courtesy|foto|bild|cr[eé]dits?|"
    r"illustration|graphic|video|source)"
)
_LABEL = rf"{_WORD}(?:\ ?(?:credit|by|par|de|von|courtesy(?:\ of)?))?\b"
_LABELLED = re.compile(_LABEL, re.IGNORECASE)
# '… | Photo: Jane Doe/AFP via Getty Images'
_BARRED = re.compile(rf"\s*[|•–—]\s*{_LABEL}\s*:?.{{2,100}}$", re.IGNORECASE)
# 'Photo Credit: Example News', '… Photograph: Jane Doe/Reuters'
_COLONED = re.compile(
    rf"(?:^|(?<=[.!?”\"’)])\s*|\s)(?!source){_LABEL}(?:\s?:|\.\.\.|…)\s*[^.!?:]{{2,80}}\.?$", re.IGNORECASE
)
# '… on Sunday. Photo by Jane Doe'
_MADE_BY = re.compile(
    r"(?:^|(?<=[.!?”\"’)])\s*)(?:Photo|Image|Picture|Photograph|Illustration|Foto)s? (?:by|courtesy of|de|von|par) "
    r"[A-ZÀ-Þ][^.!?]{2,80}\.?$"
)
# '… in Nairobi. PHOTO | JANE DOE | EXAMPLE', '… in Nairobi. Photo | Jane Doe'
_PIPED = re.compile(
    r"(?:^|(?<=[.!?”\"’)])\s*)(?:PHOTO|Photo|Picture|PICTURE|Image|Foto)s?\s*\|[^.!?|]{2,50}(?:\|\s*[^.!?|]{2,50})?$"
)
_RIGHTS = re.compile(r"(?:(?<=[.!?”\"’)])|\s)\s*©\s?[^.!?]{2,60}$")
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]{2,100})[)\]]\.?$")
_STOP = re.compile(r"[.!?”\"’)]\s*(?=[A-ZÀ-Þ])")
# 'Image caption The bridge at dusk', 'Image copyright Getty Images', as some papers write them
_CAPTIONED = re.compile(r"(?:image|media|video) caption:?\s+(?=\S)", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:image|media|photo|video) copyright\b.{0,80}", re.IGNORECASE)
# 'The mayor (centre) opens …', 'In this May 3, 2016, file photo, …', 'An artist's impression of …'
_PICTURED = re.compile(
    r"^(?:FILE(?: PHOTO)?\s?[-–—:]|(?:An?|The) artist['’]s (?:illustration|impression|rendering|concept|view)\b)|"
    r"\b(?:in|shows?|provided by) (?:this|an?) (?:[\w.,]+ ){0,5}(?:file|handout|undated) (?:photo|image|picture)|"
    r"\((?:file|handout) (?:photo|image|picture)\)|"
    r"\((?:(?:pictured|far|second from|third from|top|bottom) )?(?:centre|center|left|right|pictured)\)",
)
_SMALL = frozenset(["of", "and", "the", "via", "for", "de", "del", "van", "von", "der", "el", "al", "bin", "la", "&"])
_LONGEST = 90  # words of a caption with its credit
_LONGEST_CAPTION = 60
_LONGEST_CREDIT = 14


def settle(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with each photo credit cut off as a block of its own, and what it stood behind made a caption."""
    for block in blocks:
        yield from _cut(block)


def _cut(block: Block) -> Iterator[Block]:
    if block.why:
        yield block
        return
    if _COPYRIGHT.fullmatch(block.text):
        yield replace(block, kind="caption", level=0, sure=True, why=CREDIT)
        return
    if _PICTURED.search(block.text) and len(block.text.split()) <= _LONGEST_CAPTION and block.kind != "heading":
        block = replace(block, kind="caption")
    if named := _CAPTIONED.match(block.text):
        yield replace(block, text=block.text[named.end() :], kind="caption", level=0, sure=True)
        return
    at = None if len(block.text.split()) > _LONGEST else _credit(block.text)
    if at is None:
        yield block
        return
    caption = block.text[:at].rstrip(" |•·–—-")
    short = len(caption.split()) <= _LONGEST_CAPTION
    if caption:
        yield replace(block, text=caption, kind="caption" if short else block.kind, level=0, sure=True)
    yield Block(block.text[at:].strip(" |•·–—"), "caption", why=CREDIT)


def _credit(text: str) -> int | None:
    """Where a credit begins that closes a text; None if there is none."""
    bracket = _BRACKETED.search(text)
    if bracket and (_LABELLED.match(bracket[1]) or _is_slashed(bracket[1]) or bracket[1].startswith("AP Photo")):
        return bracket.start()
    found = next((m for form in (_PIPED, _BARRED, _COLONED, _MADE_BY, _RIGHTS) if (m := form.search(text))), None)
    return found.start() if found else _run_in(text)


def _run_in(text: str) -> int | None:
    # '… on Sept. 3, 2021.Jane Doe/The Example Press', '… in Geneva.Getty Images'
    starts = [0, *(stop.end() for stop in _STOP.finditer(text))]
    for start in reversed(starts):
        tail = text[start:].rstrip(".")
        if len(tail.split()) > _LONGEST_CREDIT:
            return None
        if _is_slashed(tail) or (start and tail in _agencies()):
            return start
    return None


def _is_slashed(text: str) -> bool:
    """'Jane Doe/Pool/Example Press via Reuters': a name and houses between strokes, all with capitals."""
    parts = [part.split() for part in text.split("/")]
    if any(knows("clean-section", part.strip()) for part in text.split("/")):
        return False  # 'Business / Economy' says where a page stands
    capitals = all(word[0].isupper() or word in _SMALL for part in parts for word in part)
    return len(parts) >= 2 and capitals and all(part and part[0][0].isupper() for part in parts) and len(text) > 6


@cache
def _agencies() -> frozenset[str]:
    return frozenset(load("clean-agencies"))
