"""The article in the visible text of a whole web page: where it begins and ends, and what stands around it.

A page's text has prose in one place, and short lines, forms and teasers around it. Each line gets a weight, what reads
as prose a positive one; the article is the stretch with the greatest sum. A text that a person wrote has no menus and
is left alone: only one that holds several lines of furniture is taken for a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from briefpack.readers import dates, ends, furniture, people, prose
from briefpack.readers.blocks import Block
from briefpack.text.language import detect
from briefpack.text.plain import plain

ABOVE, BELOW, BETWEEN = "above the article", "after the article", "page furniture"

_LEAST_FURNITURE = 5  # different lines of it make a text a page
_LONGEST_COUNTED = 80  # words of one paragraph that count
_COSTS = {
    prose.SHORT: 5.0,
    prose.LISTED: 8.0,
    prose.BEGINNING: 25.0,
    prose.STAMP: 20.0,
    prose.FORM: 15.0,
    prose.CUT: 5.0,
}
_SENTENCE = 4.0  # what a short sentence counts, like so many words
_TEASERS = 0.6  # what prose counts behind 'Related stories'
_SHORT_BEHIND = 7.0
_PROSE_AGAIN = 20  # words of each of two paragraphs that end a list of teasers
_FURTHEST_TITLE = 25  # lines between a title and its text
_TITLE_WORDS = 4
_MENU = 4  # lines of one to three words in a row
_NOTES = 8  # lines under an article that may be notes on its author
_MENU_WORDS = 4


def is_dump(blocks: Sequence[Block]) -> bool:
    """Whether a text is a web page's: at least five different lines are known furniture."""
    lines = {plain(block.text).lower() for block in blocks if not block.why and block.kind != "caption"}
    known = 0
    for line in lines:
        known += bool(furniture.listed(line))
        if known >= _LEAST_FURNITURE:
            return True
    return False


def outside(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """What stands above an article's title and below its last paragraph, in the text of a page."""
    shown = [blocks[at] for at in left]
    if not is_dump(shown):
        return {}
    language = detect(" ".join(block.text for block in shown if len(block.text.split()) > _TITLE_WORDS * 2)) or ""
    kinds = [prose.kind(block, language) for block in shown]
    start, end = prose.stretch(_weights(shown, kinds))
    if start == end:
        return {}
    first = _title(shown, kinds, start)
    notes = people.biographies(shown, range(first, min(end + _NOTES, len(shown))))
    above = {at: _why(shown[at], ABOVE) for at in range(first)}
    below = {at: notes.get(at) or _why(shown[at], BELOW) for at in range(end, len(shown))}
    between = {at: BETWEEN for at in range(first + 1, start) if _is_stray(shown[at], kinds[at])}
    return {left[at]: why for at, why in (above | between | below).items()}


def _weights(blocks: Sequence[Block], kinds: Sequence[str]) -> list[float]:
    """How much each line speaks for being the article's; less behind a line that begins a list of other ones."""
    found: list[float] = []
    behind = False
    for at, (block, kind) in enumerate(zip(blocks, kinds, strict=True)):
        behind = kind == prose.BEGINNING or (behind and not _prose_again(blocks, kinds, at))
        found.append(_weight(block, kind, behind=behind))
    return found


def _weight(block: Block, kind: str, *, behind: bool) -> float:
    share = _TEASERS if behind else 1.0
    if kind == prose.PROSE:
        return share * min(prose.words(block.text), _LONGEST_COUNTED)
    if kind == prose.SENTENCE:
        return share * _SENTENCE
    return -(_SHORT_BEHIND if behind and kind == prose.SHORT else _COSTS[kind])


def _prose_again(blocks: Sequence[Block], kinds: Sequence[str], at: int) -> bool:
    """Whether two long paragraphs stand here without a headline between them, as teasers never do."""
    pair = range(at, at + 2)
    return at + 1 < len(blocks) and all(
        kinds[place] == prose.PROSE and prose.words(blocks[place].text) >= _PROSE_AGAIN for place in pair
    )


def _title(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> int:
    """Where the title over an article stands: the line that the page opens with, if it is said again there,

    else the first line of four words or more behind the menus; the article's first line if there is none.
    """
    near = range(max(0, start - _FURTHEST_TITLE), start)
    named = plain(blocks[0].text).casefold()
    for at in reversed(near):
        said = plain(blocks[at].text).casefold()
        if at and len(said.split()) >= _TITLE_WORDS and named.startswith(said):
            return at
    found, menu = start, 0
    for at in reversed(near):
        worded = len(blocks[at].text.split()) >= _TITLE_WORDS
        menu = 0 if worded or kinds[at] == prose.STAMP else menu + 1
        if menu == _MENU:
            break
        if worded and kinds[at] in (prose.SHORT, prose.SENTENCE):
            found = at
    return found


def _is_stray(block: Block, kind: str) -> bool:
    """Between title and text: counts, buttons and names of sections, but no byline, date or line under the title."""
    return kind == prose.SHORT and len(block.text.split()) < _TITLE_WORDS and not people.bare_byline(block.text)


def _why(block: Block, place: str) -> str:
    """Why a line outside the article is there, by its words, else by where it stands."""
    if known := furniture.listed(block.text):
        return known
    if dates.provenance(block.text):
        return dates.PROVENANCE
    if place == ABOVE and len(block.text.split()) <= _MENU_WORDS:
        return "navigation"
    return place
