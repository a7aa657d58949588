"""A talk whose turns carry no names: whose paragraphs are the questions, and whose the answers.

'Does it tire you?' – 'It does. I would be stone if I never yawned.' – 'Ferrymen think you might stop.' Questions speak
to somebody ('you') and never of themselves, answers say 'I'. An explainer's headings ask 'Can I …?' and are no
talk; an essay that asks itself something three times is none either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefpack.text import first_person
from briefpack.text.plain import plain

QUESTION, ANSWER, OPEN = "Q", "A", "?"
"""Whose a unit is; `OPEN` inside a talk where it is not certain."""

_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]?")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_LONGEST = 60
"""Words of a question with what leads up to it."""
_LEAST = 3
"""Questions of a talk, and answers that say 'I'."""
_ADDRESSED = 2
"""Questions that speak to somebody."""
_SHARE, _STRICT_SHARE = 0.2, 0.1
"""Of the units of a talk that end with a question mark; where question and answer alternate strictly, fewer do."""


def turns(paragraphs: Sequence[tuple[str, str]]) -> dict[int, str]:
    """The paragraphs of a talk, each given with the heading over it, and whose it is; empty for a text that is none.

    A heading is a question too, and no paragraph: captions and a heading with nothing under it are not to be given.
    """
    if sum(text.endswith("?") for row in paragraphs for text in row) < _LEAST:
        return {}
    units: list[str] = []
    places: list[int] = []
    over = ""
    for place, (heading, text) in enumerate(paragraphs):
        if heading != over:
            over = heading
            units.append(plain(heading))
            places.append(-1)
        units.append(plain(text))
        places.append(place)
    return {places[at]: whose for at, whose in _turns(units).items() if places[at] >= 0}


def _turns(units: Sequence[str]) -> dict[int, str]:
    asked = [place for place, unit in enumerate(units) if _asks(unit)]
    if len(asked) < _LEAST:
        return {}
    first, last = asked[0], min(asked[-1] + 1, len(units) - 1)
    strict = _alternating(units, first, last)
    found = strict or _one_by_one(units, first, last)
    enough = len(asked) >= (_STRICT_SHARE if strict else _SHARE) * len(found)
    return _gone_on(found, units, last) if enough and _is_talk(found, units) else {}


def _asks(unit: str) -> bool:
    asks = unit.rstrip().endswith("?") and len(unit.split()) <= _LONGEST
    return asks and not first_person.stands(_QUOTED.sub(" ", unit))


def _alternating(units: Sequence[str], first: int, last: int) -> dict[int, str]:
    """Every second unit a question, if no question stands where an answer should."""
    found = {place: (QUESTION, ANSWER)[(place - first) % 2] for place in range(first, last + 1)}
    strict = all(found[place] == QUESTION for place in found if _asks(units[place]))
    return found if strict and found[last] == ANSWER else {}


def _one_by_one(units: Sequence[str], first: int, last: int) -> dict[int, str]:
    """Where answers have several paragraphs: by what stands in each, and after a question an answer."""
    found: dict[int, str] = {}
    for place in range(first, last + 1):
        said = _QUOTED.sub(" ", units[place])
        if _asks(units[place]):
            found[place] = QUESTION
        elif found.get(place - 1) == QUESTION or (first_person.stands(said) and not _YOU.search(said)):
            found[place] = ANSWER
        else:
            found[place] = OPEN
    return found


def _is_talk(found: dict[int, str], units: Sequence[str]) -> bool:
    said = {place: _QUOTED.sub(" ", units[place]) for place in found}
    answers = sum(whose == ANSWER and first_person.stands(said[place]) for place, whose in found.items())
    addressed = [place for place, whose in found.items() if whose == QUESTION and _YOU.search(said[place])]
    itself = [place for place, whose in found.items() if whose == QUESTION and first_person.stands(said[place])]
    return answers >= _LEAST and len(addressed) >= max(_ADDRESSED, 2 * len(itself))


def _gone_on(found: dict[int, str], units: Sequence[str], last: int) -> dict[int, str]:
    """With what follows the last answer and says 'I': whose it is, is not certain."""
    for place in range(last + 1, len(units)):
        if not first_person.stands(_QUOTED.sub(" ", units[place])):
            break
        found[place] = OPEN
    return found
