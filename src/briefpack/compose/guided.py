"""A deck to guided notes: its statements, with figures, dates, names and terms left open.

Only what a listener can fill in from the slide is left open: it stands there once, and nowhere in a title. Hedges,
negations, verbs and judgements are never open, so that no gap changes what a statement claims.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefpack.messages import quoted
from briefpack.model import Blank, Brief, Deck, GuidedLine, GuidedNotes, GuidedSlide, Line, LineGroup, Shown, Slide
from briefpack.text import clauses, dates, figures

_SLIDES = ("bottomline", "claim", "timeline", "number", "chart", "quote", "terms", "views", "question", "points")
"""Kinds whose statements are noted; what a slide asks, compares in cells or repeats at the end is not."""
_APART = ("ask", "starter", "bars", "relation")
"""Kinds of groups on them that state nothing."""
_QUOTED = ("quote", "reply")
_FEWEST, _LONG = 5, 14
"""Words of a statement that is noted, and of one that may have two blanks."""
_ROOM = 20
"""Characters between two blanks."""
_OFTEN = 2
"""So often at most is one word asked for."""
_FIGURE, _NAME, _DATE = 0, 1, 2
"""What is left open first."""
_DIGITS = re.compile(r"\d[\d.,]*\d|\d")
_ISO = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
_BLIND = re.compile(r"[\s\u200b\u2060]+")


def guided(deck: Deck, brief: Brief, shown: Sequence[Shown]) -> GuidedNotes:
    """The notes of a deck as it is shown; a slide without a statement is left out."""
    titles = _seen(" ".join(slide.title for slide in shown))
    maker = _Maker(_known(brief), titles, deck.language)
    slides: dict[int, GuidedSlide] = {}
    for number, title, lines in _stated(deck, shown):
        held = slides.get(number, GuidedSlide(number, title, ()))
        slides[number] = replace(held, lines=(*held.lines, *lines))
    made = tuple(maker.opened(slides[number]) for number in sorted(slides))
    return GuidedNotes(deck.title, deck.audience, deck.language, made, deck.sources)


def _stated(deck: Deck, shown: Sequence[Shown]) -> Iterator[tuple[int, str, tuple[GuidedLine, ...]]]:
    """Each statement once, with the number and title of the slide on which it stands."""
    done: set[str] = set()
    for slide in deck.slides:
        if slide.kind not in _SLIDES:
            continue
        parts = [one for one in shown if one.notes == slide.notes]
        for line, made in _lines(slide):
            on = next((part for part in parts if _seen(line.text) in _seen(part.words)), None)
            if on and made.text not in done:
                done.add(made.text)
                yield on.number, on.title, (made,)


def _lines(slide: Slide) -> Iterator[tuple[Line, GuidedLine]]:
    for group in slide.groups:
        for line in group.lines if group.kind not in _APART else ():
            made = _said(line, group)
            if line.refs and line.text.strip() and len(made.text.split()) >= _FEWEST:
                yield line, made


def _said(line: Line, group: LineGroup) -> GuidedLine:
    """A statement with who says it, what it explains or how much it counts before it; an event with its date apart."""
    if _ISO.fullmatch(line.label):
        return GuidedLine(line.text, line.refs, date=line.label)
    if group.kind in _QUOTED:
        speaker = f" – {line.label}" if line.label else ""
        return GuidedLine(f"{quoted(line.text.strip('“”'))}{speaker}", line.refs)
    return GuidedLine(f"{line.label}: {line.text}" if line.label else line.text, line.refs)


@dataclass(frozen=True, slots=True)
class _Gap:
    """A stretch that could be left open; the lower the rank, the rather."""

    rank: int
    start: int
    end: int


@dataclass(slots=True)
class _Maker:
    """Chooses the blanks from the first slide to the last: a word that was asked for often is not asked again."""

    known: re.Pattern[str] | None
    titles: str
    language: str
    used: Counter[str] = field(default_factory=Counter)
    count: int = 0

    def opened(self, slide: GuidedSlide) -> GuidedSlide:
        """The slide with its blanks."""
        all_said = _seen(" ".join(line.text for line in slide.lines))
        return replace(slide, lines=tuple(self._line(line, all_said) for line in slide.lines))

    def _line(self, line: GuidedLine, around: str) -> GuidedLine:
        chosen: list[_Gap] = []
        for gap in sorted(self._gaps(line, around), key=lambda one: (one.rank, one.start)):
            if len(chosen) < (2 if len(line.text.split()) >= _LONG else 1) and _clear(gap, chosen):
                chosen.append(gap)
        blanks = []
        for gap in sorted(chosen, key=lambda one: one.start):
            self.count += 1
            self.used[_seen(line.text[gap.start : gap.end])] += 1
            blanks.append(Blank(gap.start, gap.end, self.count))
        return replace(line, blanks=tuple(blanks))

    def _gaps(self, line: GuidedLine, around: str) -> Iterator[_Gap]:
        """What may be left open in a line; no date where its own stands before it."""
        for gap in self._found(line.text):
            word = line.text[gap.start : gap.end]
            once = len(re.findall(rf"(?<!\w){re.escape(_seen(word))}(?!\w)", around)) == 1
            if gap.rank == _DATE and line.date:
                continue
            if once and not self._told(word) and self.used[_seen(word)] < _OFTEN and not clauses.survives(word):
                yield gap

    def _told(self, word: str) -> bool:
        """Whether a title gives it away."""
        return re.search(rf"(?<!\w){re.escape(_seen(word))}(?!\w)", self.titles) is not None

    def _found(self, text: str) -> Iterator[_Gap]:
        """Figures by their digits, terms and names of the brief, dates with a digit."""
        dated = dates.find(text)
        for number in figures.find(text, self.language):
            digits = _DIGITS.search(text, number.start, number.end)
            if digits and not any(date.start <= digits.start() < date.end for date in dated):
                yield _Gap(_FIGURE, digits.start(), digits.end())
        yield from (_Gap(_NAME, *found.span()) for found in self.known.finditer(text)) if self.known else ()
        yield from (_Gap(_DATE, date.start, date.end) for date in dated if any(map(str.isdigit, date.words)))


def _known(brief: Brief) -> re.Pattern[str] | None:
    """The terms, people and bodies of a brief, the longest form first; a person also by the last name alone."""
    names = [name for person in brief.people for name in (person.name, *person.aka)]
    names += [name for body in brief.organisations for name in (body.name, *body.aka)]
    names += [person.name.split()[-1] for person in brief.people if " " in person.name]
    names += [term.term for term in brief.terms]
    forms = sorted({name for name in names if len(name) > 2}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)") if forms else None


def _clear(gap: _Gap, chosen: Iterable[_Gap]) -> bool:
    return all(gap.start >= one.end + _ROOM or gap.end + _ROOM <= one.start for one in chosen)


def _seen(text: str) -> str:
    """The text as it compares, whatever spaces hold its words together."""
    return _BLIND.sub(" ", text).strip().casefold()
