"""Which blocks of a document are not the article, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from briefpack.model import Dropped
from briefpack.readers import captions, datelines, dates, dumps, ends, furniture, imprint, people, sections
from briefpack.readers.blocks import Block, Meta
from briefpack.text.lists import knows
from briefpack.text.plain import plain

_LONG = 25  # words of a paragraph that is surely the article's
_REPEATS = 3
_MOST_OPENING = 15  # lines over an article
_PARAGRAPH = 12  # words
_MOST_STANDFIRSTS = 1  # paragraphs over a name that is a byline
_FEW = 3  # listed lines; a text with fewer may have a heading 'Contact' of its own
_NEAR_TITLE = 5  # where a name alone is a byline in a text without furniture
_MOST_NAMES = 2  # of such names under each other; more are a list


@dataclass(frozen=True, slots=True)
class Sifted:
    """A document's blocks told apart."""

    title: str
    """The text's own title, empty where it has none."""
    kept: tuple[Block, ...]
    dropped: tuple[Dropped, ...]


Rule = Callable[[Sequence[Block], Sequence[int]], Mapping[int, str]]


def sift(blocks: Sequence[Block], meta: Meta) -> Sifted:
    """Tell the article from what clings to it. Each rule sees what the ones before it left."""
    page, over = dumps.settle(tuple(captions.settle(blocks)))
    found = tuple(datelines.settle(page))
    reasons = {at: block.why for at, block in enumerate(found) if block.why}
    for rule in RULES:
        left = [at for at in range(len(found)) if at not in reasons]
        reasons |= rule(found, left)
    left = [at for at in range(len(found)) if at not in reasons]
    title, more = ends.opening(found, left, ("" if "title" in meta.weak else meta.title) or over)
    reasons |= more
    kept = tuple(block for at, block in enumerate(found) if at not in reasons and at != title)
    if not ends.is_page(found, left):
        kept = tuple(_lines_of_their_own(kept))
    dropped = tuple(Dropped(found[at].text, reasons[at]) for at in sorted(reasons) if at != title)
    return Sifted(found[title].text if title is not None else "", kept, dropped)


def _lines_of_their_own(kept: Sequence[Block]) -> Iterator[Block]:
    """Short lines with no text under them made text: verses, names, what a list without marks holds."""
    for block, after in zip_longest(kept, kept[1:]):
        over = after is not None and after.kind != "heading"
        yield (
            block if over or block.kind != "heading" or block.sure else replace(block, kind="text", level=0, sure=True)
        )


def _lines(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """Lines that a list knows. One that reads like a sentence must stand at an edge or beside another."""
    known = {at: why for at in left if (why := furniture.listed(blocks[at].text))}
    body = [at for at in left if at not in known and len(blocks[at].text.split()) >= _LONG]
    last = body[-1] if body else -1
    own = {at for at, why in known.items() if why != furniture.FILED and _is_own_heading(blocks, at, known)}
    return {at: why for at, why in known.items() if at not in own and (_is_line(blocks, at, known) or at > last)}


def _is_own_heading(blocks: Sequence[Block], at: int, known: Mapping[int, str]) -> bool:
    """Whether a listed line heads a paragraph in a text with hardly any furniture: 'Contact' in minutes."""
    alone = len(known) < _FEW and at + 1 not in known and ends.heads_prose(blocks, at)
    return alone and not any(knows(name, plain(blocks[at].text)) for name in ("clean-related", "clean-end"))


def _is_line(blocks: Sequence[Block], at: int, known: Mapping[int, str]) -> bool:
    block = blocks[at]
    if block.kind == "heading" and block.sure and at + 1 < len(blocks):
        return blocks[at + 1].kind == "heading" or at + 1 in known or bool(knows("clean-related", block.text))
    sentence = len(block.text.split()) >= 8 and block.text.rstrip()[-1:] in ".!?"
    return not sentence or at - 1 in known or at + 1 in known


def _repeated(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """A short line that opens the next one: alt text over its caption. A refrain or a speaker's name stays."""
    counts = Counter(block.text for block in blocks)
    found: dict[int, str] = {}
    for at, after in pairwise(left):
        short = blocks[at].text.rstrip(".")
        twice = at + 1 == after and counts[blocks[at].text] < _REPEATS and 4 <= len(short.split()) < _LONG
        if twice and plain(blocks[after].text).startswith(plain(short)):
            found[at] = "repeated line"
    return found


def _provenance(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """'This article was first published on …': at an edge of the text only, where it speaks of the text itself."""
    body = [at for at in left if len(blocks[at].text.split()) >= _LONG]
    first, last = (body[0], body[-1]) if body else (len(blocks), -1)
    return {
        at: dates.PROVENANCE
        for at in left
        if not first < at < last and dates.provenance(blocks[at].text) and len(blocks[at].text.split()) <= 45
    }


def _bylines(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """'By Jane Doe' anywhere; a date or a bare name only before the first long paragraph."""
    found: dict[int, str] = {}
    opening = True
    most = _MOST_OPENING if ends.is_page(blocks, left) else _NEAR_TITLE
    standfirsts = 0
    for place, at in enumerate(left):
        text = blocks[at].text
        standfirsts += len(text.split()) >= _PARAGRAPH
        opening = opening and len(text.split()) < _LONG and place < _MOST_OPENING and standfirsts <= _MOST_STANDFIRSTS
        under = found.get(left[place - 1]) == imprint.IMPRINT if place else False
        if people.byline(text) or (
            opening and 0 < place < most and _bare_name(blocks, at, left[place + 1 :], under=under)
        ):
            found[at] = people.BYLINE
        elif dates.date_line(text):
            found[at] = dates.DATE_LINE
        elif opening and (_is_imprint(blocks[at], first=not place) or _is_placed_day(blocks, left, place)):
            found[at] = imprint.IMPRINT
    return found


def _is_placed_day(blocks: Sequence[Block], left: Sequence[int], place: int) -> bool:
    """'Lima, 4 March' under a title; a diary has such a line more than once."""
    if not 0 < place < _NEAR_TITLE or not imprint.is_placed_day(blocks[left[place]].text):
        return False
    return sum(imprint.is_placed_day(blocks[at].text) for at in left) == 1


def _is_imprint(block: Block, *, first: bool) -> bool:
    """Whether a line is an imprint; one that looks like a heading must hold a date, and cannot open the text."""
    said = imprint.parse(block.text)
    if said is None or block.kind == "text":
        return said is not None
    return bool(said.date) and not (first or block.sure)


def _bare_name(blocks: Sequence[Block], at: int, after: Sequence[int], *, under: bool) -> bool:
    """Whether a line that holds a name only signs the text: near the title, or ``under`` the imprint."""
    follows = blocks[after[0]].text if after else ""
    headed = under or (at and blocks[at - 1].kind == "heading")
    near = headed or len(follows.split()) >= _LONG or dates.date_line(follows)
    names = people.bare_byline(blocks[at].text)
    beside = [one for one in (at - 2, at - 1, at + 1, at + 2) if 0 <= one < len(blocks)]
    if sum(bool(people.bare_byline(blocks[one].text)) for one in beside) >= _MOST_NAMES:
        return False
    # 'Hong Kong' under a title is no byline: the article speaks of it
    return bool(near and names) and not any(names[0] in blocks[later].text for later in after)


RULES: tuple[Rule, ...] = (
    _lines,
    _repeated,
    _provenance,
    sections.references,
    sections.about_the_house,
    sections.legal,
    sections.colophon,
    ends.related,
    people.biographies,
    ends.comments,
    _bylines,
    ends.closing,
)
