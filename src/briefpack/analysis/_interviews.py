"""Words that are somebody's without quotation marks: turns of an interview, 'Quotes attributable to …'.

'ANA SILVA: The water is the problem.' is Silva's to say and never the document's, so such passages are no
statements; where the label tells who speaks they are quotations.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import NamedTuple

from briefpack.analysis._same import kept
from briefpack.model import Passage, Ref, Source
from briefpack.text import names, talks

_LABEL = re.compile(r"(?P<label>Q|A|Question|Answer|[A-Z][\w.’'-]{1,24}(?: [A-Z][\w.’'-]{0,24}){0,3}): +(?=\S)")
_ASKED = ("Q", "Question")
_ANSWERED = ("A", "Answer")
_ATTRIBUTABLE = re.compile(
    r"(?:The following )?(?:[Qq]uotes?|[Qq]uotations?|[Cc]omments?|[Ss]tatements?)(?: (?:is|are|may be|can be))?"
    r" (?:to be )?attribut(?:able|ed) to (?P<name>[^:]{3,120}?):?$"
)
_ENDS = re.compile(
    r"\W*(?:ends?\W*$|#|notes? (?:to|for) editors?|media (?:contact|enquir|inquir)|contact\b|background\b|about\b)",
    re.I,
)


class Turn(NamedTuple):
    """Whose words a passage is, and how many of its letters are the label."""

    label: str
    """'ANA SILVA', 'Mayor Ana Silva', 'A' for an answer, 'Q' for a question."""
    skip: int


@kept
def turns(source: Source) -> dict[Ref, Turn]:
    """The passages of a source that are somebody's words without marks; empty for a text that is no talk."""
    return _talk(source) or _unlabelled(source) or _attributable(source)


def _talk(source: Source) -> dict[Ref, Turn]:
    labels = _talkers(source)
    found: dict[Ref, Turn] = {}
    now: Turn | None = None
    heading = ""
    for passage in source.passages if labels else ():
        opened = _label(passage)
        if opened and opened["label"] in labels:
            now, heading = Turn(_spelt(opened["label"]), opened.end()), passage.heading
        elif passage.heading != heading or passage.kind == "caption":
            now = None
        if now:
            found[passage.ref] = now
            now = Turn(now.label, 0)
    return found


def _unlabelled(source: Source) -> dict[Ref, Turn]:
    """'Does it tire you?' – 'It does.': questions and answers by turns, a heading being a question too.

    What is not certain is nobody's, as a question is.
    """
    said = (passage for passage in source.passages if passage.kind != "caption")
    rows = [tuple(group) for _, group in groupby(said, key=lambda passage: passage.ref.paragraph)]
    told = talks.turns([(row[0].heading, " ".join(passage.text for passage in row)) for row in rows])
    return {
        passage.ref: Turn(_ANSWERED[0] if whose == talks.ANSWER else _ASKED[0], 0)
        for place, whose in sorted(told.items())
        for passage in rows[place]
    }


def _talkers(source: Source) -> frozenset[str]:
    """Two labels or more that come again; 'Q' and 'A' once each. 'Price:' and 'Size:' are nobody's."""
    often = Counter(found["label"] for passage in source.passages if (found := _label(passage)))
    asked = {label for label in often if label in (*_ASKED, *_ANSWERED)}
    if len({_spelt(label) for label in asked}) > 1:
        return frozenset(asked)
    named = {label for label, times in often.items() if times > 1 and _names(label)}
    return frozenset(named if len(named) > 1 else ())


def _label(passage: Passage) -> re.Match[str] | None:
    labelled = passage.ref.sentence == 1 and passage.kind != "caption" and ": " in passage.text
    return _LABEL.match(passage.text) if labelled else None


def _names(label: str) -> bool:
    """'ANA SILVA', 'EKBERG', 'Ana Silva'; not 'Price', 'Opening Hours'."""
    return label.isupper() or (" " in label and names.gender(label) != "")


def _spelt(label: str) -> str:
    return "Q" if label in _ASKED else "A" if label in _ANSWERED else label


def _attributable(source: Source) -> dict[Ref, Turn]:
    """What follows 'Quotes attributable to Mayor Ana Silva:' until the heading changes or the notes begin."""
    found: dict[Ref, Turn] = {}
    if not any("attribut" in passage.text or "attribut" in passage.heading for passage in source.passages):
        return found
    now, heading = "", ""
    for passage in source.passages:
        lead = _ATTRIBUTABLE.match(passage.text) or (
            _ATTRIBUTABLE.match(passage.heading) if passage.heading != heading else None
        )
        over = passage.heading != heading or passage.kind == "caption" or _ENDS.match(passage.text)
        now, heading = lead["name"] if lead else "" if over else now, passage.heading
        if now and not _ATTRIBUTABLE.match(passage.text):
            found[passage.ref] = Turn(now, 0)
    return found
