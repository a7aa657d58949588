"""The article in the visible text of a whole web page: where it begins and ends, and what stands around it.

A page's text has prose in one place, and short lines, forms and teasers around it. Each line gets a weight, what reads
as prose a positive one; the article is the stretch with the greatest sum. A text that a person wrote has no menus and
is left alone: only one that holds several lines of furniture is taken for a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefpack.readers import dates, dump_insides, dump_titles, ends, furniture, people, prose
from briefpack.readers.blocks import Block
from briefpack.text.language import detect
from briefpack.text.plain import plain

ABOVE, BELOW = "above the article", "after the article"

_MUCH_FURNITURE, _SOME_FURNITURE = 5, 3  # different lines of it
_MENU = 8  # lines of at most four words in a row
_MENU_WORDS = 4
_LONG_LINE = 8  # words; what is longer tells the language
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
_LEAST_DATED = 3
_NOTES = 8  # lines under an article that may be notes on its author


def settle(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], str]:
    """The blocks with a reason on those around the article, and the title over it; all as they are if it is no page."""
    at_hand = [at for at, block in enumerate(blocks) if not block.why]
    shown = [blocks[at] for at in at_hand]
    if not is_dump(shown):
        return tuple(blocks), ""
    language = detect(" ".join(block.text for block in shown if len(block.text.split()) > _LONG_LINE)) or ""
    kinds = [prose.kind(block, language) for block in shown]
    start, end = prose.stretch(_weights(shown, kinds))
    if start == end:
        return tuple(blocks), ""
    end = _with_its_list(shown, kinds, end)
    title = dump_titles.find(shown, kinds, start, end)
    first = min(start, title) if title is not None else start
    reasons = {at_hand[at]: why for at, why in _reasons(shown, kinds, (first, start, end)).items()}
    named = shown[title].text if title is not None else ""
    return tuple(replace(block, why=reasons.get(at, block.why)) for at, block in enumerate(blocks)), named


def is_dump(blocks: Sequence[Block]) -> bool:
    """Whether a text is a web page's: five different lines are known furniture, or three beside a menu."""
    lines = {plain(block.text).lower() for block in blocks if block.kind != "caption"}
    known = sum(bool(furniture.listed(line)) or furniture.begins_another(line) for line in lines)
    return known >= _MUCH_FURNITURE or (known >= _SOME_FURNITURE and _has_menu(blocks))


def _has_menu(blocks: Sequence[Block]) -> bool:
    """Whether eight short lines stand in a row."""
    run = 0
    for block in blocks:
        run = run + 1 if len(block.text.split()) <= _MENU_WORDS and block.text[-1] not in ".!?,;" else 0
        if run == _MENU:
            return True
    return False


def _reasons(blocks: Sequence[Block], kinds: Sequence[str], places: tuple[int, int, int]) -> dict[int, str]:
    """Why lines go that stand over the title, between it and the text, among the text and under it."""
    first, start, end = places
    notes = people.biographies(blocks, range(first, min(end + _NOTES, len(blocks))))
    article = plain(" ".join(block.text for block in blocks[first:end]))
    under = range(end, min(end + _NOTES, len(blocks)))
    notes |= {at: people.BIOGRAPHY for at in under if people.is_biography(blocks[at].text, article)}
    above = {at: _why(blocks[at], ABOVE) for at in range(first)} | _masthead(blocks, first)
    below = {at: notes.get(at) or _why(blocks[at], BELOW) for at in range(end, len(blocks))}
    under_title = dump_insides.under_title(blocks, kinds, range(first + 1, start))
    return above | under_title | dump_insides.among(blocks, kinds, range(start, end)) | below


def _masthead(blocks: Sequence[Block], first: int) -> dict[int, str]:
    """The line over the title that names the paper, if there is one such line only: others stand in menus of papers."""
    found = {blocks[at].text: at for at in range(first) if ends.masthead(blocks[at].text)}
    return dict.fromkeys(found.values(), ends.MASTHEAD) if len(found) == 1 else {}


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


def _with_its_list(blocks: Sequence[Block], kinds: Sequence[str], end: int) -> int:
    """Where an article ends that closes with a list: 'They want:' and the short lines under it."""
    end = _with_its_dates(blocks, kinds, end)
    opened = next((at for at in (end - 1, end) if at < len(blocks) and blocks[at].text.endswith(":")), None)
    if opened is None or kinds[opened] not in (prose.PROSE, prose.SENTENCE, prose.SHORT):
        return end
    for at in range(opened + 1, len(blocks)):
        item = blocks[at].kind == "item" and kinds[at] == prose.PROSE
        if not item and kinds[at] not in (prose.SHORT, prose.SENTENCE, prose.CUT):
            return at
    return len(blocks)


def _with_its_dates(blocks: Sequence[Block], kinds: Sequence[str], end: int) -> int:
    """Where a list of days, years or ranks under an article ends: '1889: The line opens'; it may have a heading."""
    start = next((at for at in (end, end + 1) if at < len(blocks) and _is_dated(blocks[at])), None)
    if start is None or kinds[end] not in (prose.SHORT, prose.SENTENCE):
        return end
    last = next((at for at in range(start, len(blocks)) if not _is_dated(blocks[at])), len(blocks))
    return last if last - start >= _LEAST_DATED else end


def _is_dated(block: Block) -> bool:
    first, *more = block.text.replace(":", " ").split(maxsplit=2)
    dated = first.isdigit() or (bool(more) and dates.month_number(first) is not None and more[0].isdigit())
    return dated and dates.date_line(block.text) is None and block.text != first


def _prose_again(blocks: Sequence[Block], kinds: Sequence[str], at: int) -> bool:
    """Whether two long paragraphs stand here without a headline between them, as teasers never do."""
    pair = range(at, at + 2)
    return at + 1 < len(blocks) and all(
        kinds[place] == prose.PROSE and prose.words(blocks[place].text) >= _PROSE_AGAIN for place in pair
    )


def _why(block: Block, place: str) -> str:
    """Why a line outside the article is there, by its words, else by where it stands."""
    if known := furniture.listed(block.text):
        return known
    if dates.provenance(block.text):
        return dates.PROVENANCE
    if place == ABOVE and len(block.text.split()) <= _MENU_WORDS:
        return "navigation"
    return place
