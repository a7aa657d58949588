"""Sections behind an article that are not it: notes and references, and a house's words on itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefpack.readers.blocks import Block
from briefpack.readers.ends import heads_prose
from briefpack.text.lists import knows, load
from briefpack.text.plain import plain

REFERENCES = "references"
ABOUT = "about the publisher"
LEGAL = "legal notice"

_CLOSING = 4
"""Lines at the end of a text among which its colophon stands."""
_HEADING = 12
"""Words of the longest heading over legal words."""
_COLOPHON = 80
"""Words of the longest colophon; a paragraph that quotes such a phrase is longer."""

_PHRASES = 2
"""Phrases of lawyers in a paragraph that says nothing else; an article on such paragraphs quotes them in marks."""

_ABOUT = re.compile(
    r"(?:About|À propos (?:de|du|des)|Über|Acerca de|Sobre)\s(?:[Tt]he\s|la\s|le\s|les\s|l'|den\s|die\s|das\s|el\s)?"
    r"(?P<house>[A-ZÀ-Þ][^?!.:]{2,60}):?"
)


def references(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """'References' or 'Notes' in the second half of a text, and all under it."""
    return _under(blocks, left, lambda block: block.kind == "heading" and _is_references(block.text), REFERENCES)


def about_the_house(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """'About the Example Agency' in the second half of a press release, and all under it."""
    return _under(blocks, left, lambda block: bool(house(block.text)), ABOUT) if _is_release(blocks) else {}


def legal(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """'Forward-looking statements' under a press release, and any paragraph that says no more than its lawyers ask."""
    under = _under(blocks, left, _is_legal_heading, LEGAL) if _is_release(blocks) else {}
    return under | {at: LEGAL for at in left if _is_safe_harbour(blocks[at].text)}


def colophon(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """The last lines of a text where they speak of the text: 'Essays speak for those who wrote them.'"""
    found: dict[int, str] = {}
    for at in reversed(left[-_CLOSING:]):
        line = plain(blocks[at].text).lower()
        if len(line.split()) <= _COLOPHON and any(phrase in line for phrase in load("clean-colophon")):
            found[at] = ABOUT
    return found


def house(text: str) -> str:
    """The house in 'About the Example Agency'; empty for other lines."""
    found = _ABOUT.fullmatch(text.strip())
    return found["house"].strip() if found else ""


_RELEASES = frozenset(
    ["press release", "news release", "media release", "communiqué de presse", "pressemitteilung", "nota de prensa"]
)


def _is_release(blocks: Sequence[Block]) -> bool:
    said = {plain(block.text).lower().strip(" :.") for block in blocks if len(block.text) < 120}
    return any(line.startswith(tuple(load("genre-release"))) or line in _RELEASES for line in said)


def _is_legal_heading(block: Block) -> bool:
    return len(block.text.split()) <= _HEADING and knows("clean-legal", plain(block.text).strip(" :."))


def _is_safe_harbour(text: str) -> bool:
    said = plain(text).lower()
    return sum(phrase in said for phrase in load("clean-safe-harbour")) >= _PHRASES and '"' not in said


def _is_references(text: str) -> bool:
    return knows("clean-references", re.sub(r"^[\d.]+\s+", "", plain(text)).strip(" :."))


def _under(blocks: Sequence[Block], left: Sequence[int], begins: Callable[[Block], bool], why: str) -> dict[int, str]:
    """A line of the second half that begins a section, and what follows up to a heading of another one."""
    found: dict[int, str] = {}
    total = sum(len(blocks[at].text) for at in left)
    above, under = 0, False
    for at in left:
        block = blocks[at]
        if 2 * above > total and begins(block):
            under = True
        elif under and block.kind == "heading" and (block.sure or heads_prose(blocks, at)):
            under = False
        if under:
            found[at] = why
        above += len(block.text)
    return found
