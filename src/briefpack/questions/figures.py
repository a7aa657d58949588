"""Questions from figures: who counted, and how much hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefpack.messages import phrase, quoted, say
from briefpack.model import Figure, Line
from briefpack.questions import shapes
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Draft
from briefpack.text import clauses, words
from briefpack.text.plain import fold

# '38,500 people', '12 per cent', '$4bn': amounts. Not '75th', 'four-day', '2024'.
_AMOUNT = re.compile(
    r"[^\w\s]?\d[\d.,]*(?:\s?%|\s(?:per ?cent|percent)|\s?(?:thousand|million|billion|trillion|bn|mn?))?$",
    re.IGNORECASE,
)
_BEFORE, _AFTER, _DIGITS = 7, 7, 2
_MEASURING = frozenset(
    "about around roughly nearly almost some over under only at least most more fewer less up to than".split()
)
_INSIDE = frozenset("when if while because after before since with of for to by at in on from into as than".split())
_BREAK = re.compile(r"[,;:()–—\"“”«»]|\b(?:and|or|but|that|which|who|while|because)\b")
_WORD = re.compile(r"[^\W\d_]{3}")
_UNIT = re.compile(r"[%$€£¥₹]|per ?cent")
_CURRENCY = "$€£¥₹"
_SIGN = re.compile(r"(?:\b[A-Z]{1,2})?[$€£¥₹]$")
_MORE = 11
_GOES_ON = frozenset("of in on at from for to with without by under over between less more fewer than".split())
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def ask(m: Material) -> Iterator[Draft]:
    """Drafts from each figure, best first."""
    for figure in m.brief.figures:
        refs = m.known(figure.refs)
        if refs and _amounts(figure) and _telling(figure):
            yield from _drafts(m, figure)


def _drafts(m: Material, figure: Figure) -> Iterator[Draft]:
    refs = m.known(figure.refs)
    slots = {"figure": printed(figure, m.text(refs)), "a": m.named[refs[0].source]}
    related = (p for p in m.points_of(refs[0].source) if refs[0] not in p.refs and m.shared(p.refs, refs))
    conclusions = [line for p in related if (line := m.point_says(p))]
    about = (figure.value,)
    yield from m.drafts("who counted", slots, refs, (*_provenance(m, figure), m.says(refs)), about)
    yield from m.drafts("large or small", slots, refs, (m.says(refs), *_provenance(m, figure)), about)
    if len(conclusions) > 1:
        near = tuple(ref for line in conclusions[:2] for ref in line.refs)
        yield from m.drafts(
            "if it were half", slots, (*refs, *near), (*conclusions[:2], *_provenance(m, figure)), about
        )


def printed(figure: Figure, passage: str) -> str:
    """The figure in marks as the passage prints it, with its hedge and what it counts where these stand next to it."""
    text, value = fold(passage), fold(figure.value)
    counts, hedge = fold(figure.counts), fold(figure.hedge)
    money = value[:1] in _CURRENCY or any(sign + value in text for sign in _CURRENCY)
    counts = "" if money and " " not in counts else counts  # '$73 million Northern', '$73 million includes'
    for form in (f"{hedge} {value} {counts}", f"{value} {counts}") if counts else ():
        if form.strip() == form and form in text and (not hedge or hedge in form or f"{hedge} {value}" not in text):
            return shapes.quoted(form, passage, 12)
    window = _window(text, value, counts) if value in text else ""
    bare = not _WORD.search(window.replace(value, "")) and not _UNIT.search(window)
    return "" if bare or shapes.dangling(window) else shapes.quoted(window, passage, 14)


def _window(text: str, value: str, counts: str) -> str:
    """The figure with the words of its clause around it: 'raise prices by 9 per cent'."""
    before, _, after = text.partition(value)
    if sign := _SIGN.search(before):  # 'a €1.2 billion fund'
        before, value = before[: sign.start()], sign[0] + value
    left = _BREAK.split(before)[-1].split()
    left = left[left.index(counts) :] if counts in left else left
    left = [] if len(left) == 1 and left[0] not in _MEASURING else left  # 'against 61 % in 2017'
    if left and _begins_inside(left):  # 'handles some $9 billion': who does is left of it
        left = left[-2:] if left[-2:] and left[-2] in _MEASURING else left[-1:] if left[-1] in _MEASURING else []
    right = _BREAK.split(after)[0].split()
    verb = bool(right) and (clauses.is_finite(right[0]) or (value[0] in _CURRENCY and right[0].endswith("s")))
    right = right if len(right) <= _AFTER and not verb else []  # not '$31,500 buys too little'
    if len(left) > _BEFORE:  # the middle of a clause reads badly: only what measures the figure stays
        left = left[-2:] if left[-2] in _MEASURING else left[-1:] if left[-1] in _MEASURING else []
        return " ".join([*left, value, *right])
    return " ".join([*left, value, *(right if len(left) < 2 else [])])


def _begins_inside(left: list[str]) -> bool:
    """'said it had met 97 %', 'asked mills to shut down 30 %'; not 'joint debts were £73 million'."""
    first, *rest = (word.lower() for word in left)
    verb = clauses.is_finite(first) or (clauses.may_be_finite(first) and not any(map(clauses.is_finite, rest)))
    return verb or first in _INSIDE


def _telling(figure: Figure) -> bool:
    """Whether there is something to ask: '12 per cent', '$4bn', 'at least 38 …', '4,800 …'; not '39 studies'."""
    if figure.hedge or figure.whose or not figure.value.strip().isdigit():
        return True
    return len(figure.value.strip()) > _DIGITS


def _amounts(figure: Figure) -> bool:
    value = figure.value.strip()
    return bool(_AMOUNT.fullmatch(value)) and not _YEAR.fullmatch(value)


def _counted(figure: Figure, passage: str) -> str:
    """What is counted, with what follows it: 'times more for the old toll'; a bare 'people' stands in the question.

    Where the passage goes on with a verb or stops, only two words or more say something.
    """
    counts = shapes.phrase(figure.counts, 12)
    behind = passage.partition(f"{figure.value} {counts}")[2] if counts else ""
    more = _BREAK.split(behind)[0].split()[:_MORE]
    if more and more[0] in _GOES_ON and not any(map(clauses.is_finite, more)):
        return shapes.phrase(f"{counts} {' '.join(more)}", 16)
    return counts if len(counts.split()) > 1 or counts not in printed(figure, passage) else ""


def _provenance(m: Material, figure: Figure) -> Iterator[Line]:
    """Who gives it, how firmly, what it counts: what the document says, and nothing where it does not."""
    refs = m.known(figure.refs)[:1]
    passage = m.text(refs)
    whose, counts = shapes.name(figure.whose), _counted(figure, passage)
    if whose:
        yield Line(say("Names who gives the figure: {who}.", who=whose), refs)
    if figure.hedge and figure.hedge.lower() in passage.lower():
        yield Line(say("Notices how firmly it is given: {hedge}.", hedge=quoted(figure.hedge)), refs)
    if counts and words.content(counts):
        yield Line(say("Says what is counted: {counts}.", counts=phrase(counts)), refs)
