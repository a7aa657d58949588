"""What of a page's furniture stands inside its article: under the title, and between the paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.readers import dates, ends, people, prose
from briefpack.readers.blocks import Block

STRAY = "page furniture"
FORM = "newsletter or cookie notice"

_FURNITURE = (prose.LISTED, prose.BEGINNING, prose.FORM)
_STRAY_WORDS = 3
_MOST_NAMES = 2
_MOST_STANDFIRSTS = 3
_MOST_FORMS = 0.15  # of an article's paragraphs; one with more is about newsletters or cookies


def under_title(blocks: Sequence[Block], kinds: Sequence[str], places: range) -> dict[int, str]:
    """Between title and text: bylines and dates, counts and buttons; one or two longer lines may introduce the text."""
    found: dict[int, str] = {}
    named = [at for at in places if kinds[at] == prose.SHORT and people.bare_byline(blocks[at].text)]
    if len(named) <= _MOST_NAMES:
        found |= dict.fromkeys(named, people.BYLINE)
    short = [at for at in places if kinds[at] == prose.SHORT and at not in named]
    lines = [at for at in short if len(blocks[at].text.split()) > _STRAY_WORDS]
    found |= dict.fromkeys((at for at in short if at not in lines), STRAY)
    if len(lines) > _MOST_STANDFIRSTS:
        found |= dict.fromkeys(lines, ends.RELATED)
    for at in places:
        if kinds[at] == prose.STAMP or (at in short and dates.iso(blocks[at].text)):
            found[at] = people.BYLINE if people.begins_byline(blocks[at].text) else dates.DATE_LINE
    return found


def among(blocks: Sequence[Block], kinds: Sequence[str], places: range) -> dict[int, str]:
    """Between the paragraphs: boxes that ask for a subscription, lists of other articles."""
    forms = [at for at in places if kinds[at] == prose.FORM and _beside_furniture(kinds, at)]
    found = dict.fromkeys(forms, FORM) if len(forms) <= 1 + _MOST_FORMS * len(places) else {}
    listing = False
    for at in places:
        if kinds[at] == prose.BEGINNING:
            listing = True
        elif listing and kinds[at] in (prose.SHORT, prose.CUT, prose.STAMP) and not ends.heads_prose(blocks, at):
            found[at] = ends.RELATED
        elif kinds[at] in (prose.PROSE, prose.SENTENCE):
            listing = False
    return found


def _beside_furniture(kinds: Sequence[str], at: int) -> bool:
    return any(kinds[beside] in _FURNITURE for beside in (at - 1, at + 1) if 0 <= beside < len(kinds))
