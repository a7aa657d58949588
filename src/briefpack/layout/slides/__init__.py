"""Every kind of slide in its place.

``place`` sets each slide's heading, asks its kind for a body, splits where the body says so, and
puts the furniture around it. Nothing here knows a file format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefpack.layout import links
from briefpack.layout.fit import Families
from briefpack.layout.marks import Sheet, Sheets
from briefpack.layout.slides import (
    chart,
    chrome,
    claim,
    close,
    columns,
    discussion,
    heading,
    hosted,
    joined,
    matrix,
    number,
    people,
    points,
    quote,
    section,
    sources,
    terms,
    timeline,
    title,
)
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import Deck, Line, LineGroup, Look, Slide

PLACE: dict[str, Callable[[Slide, Heading, Stage], tuple[Part, ...]]] = {
    "question": columns.question,
    "bottomline": columns.bottomline,
    "claim": claim.place,
    "timeline": timeline.place,
    "people": people.place,
    "number": number.place,
    "quote": quote.place,
    "matrix": matrix.place,
    "terms": terms.place,
    "chart": chart.place,
    "views": columns.views,
    "discussion": discussion.place,
    "sources": sources.place,
    "close": close.place,
    "points": points.place,
}
"""Body of each kind; a kind that is not here is set as points."""
_WHOLE = ("title", "section")
"""Kinds that are drawn as a whole, without the furniture of the others."""


@dataclass(frozen=True, slots=True)
class _Placed:
    slide: Slide
    heading: Heading
    """Without '(1 of 2)'."""
    parts: tuple[Part, ...]


def place(deck: Deck, look: Look) -> Sheets:
    """Return one sheet for each slide, or several where it had to be split; titles are unique.

    FitError names a slide that holds a text too long for it even when split.
    """
    deck, stage = _staged(deck, look)
    placed = _bodies(deck, stage)
    totals = Counter[str]()
    for one in placed:
        totals[one.heading.text] += len(one.parts)
    cut = [sentence for one in placed for part in one.parts for sentence in part.cut]
    cut += [_split(one) for one in placed if len(one.parts) > 1]
    drawn = (joined.sheet(sheet, stage.families) for sheet in _sheets(deck, placed, totals, stage))
    sheets = tuple(links.linked(sheet, deck.sources) for sheet in drawn)
    return Sheets(deck.title, deck.language, sheets, tuple(cut))


def spans(deck: Deck, look: Look) -> tuple[int, ...]:
    """How many sheets each slide takes; FitError as `place`."""
    deck, stage = _staged(deck, look)
    bodies = iter(_bodies(deck, stage))
    return tuple(1 if slide.kind in _WHOLE else len(next(bodies).parts) for slide in deck.slides)


def _staged(deck: Deck, look: Look) -> tuple[Deck, Stage]:
    stage = Stage(deck, look, Families.of_deck(look))
    deck = replace(deck, slides=tuple(_bare(slide, stage) for slide in deck.slides))
    return deck, hosted.prepared(replace(stage, deck=deck))


def _bodies(deck: Deck, stage: Stage) -> list[_Placed]:
    shown = [slide for slide in deck.slides if slide.kind not in _WHOLE]
    titles = Counter(_heading(slide, stage).text for slide in shown)
    return [_body(slide, stage, titles) for slide in shown]


def _bare(slide: Slide, stage: Stage) -> Slide:
    """A claim with nothing under it is set large on its own, under its topic; a template has no place for sections."""
    if slide.kind == "section" and stage.look.template:
        return replace(slide, kind="points")
    if slide.kind != "claim" or any(group.lines for group in slide.groups) or not slide.title.text.strip():
        return slide
    topic = Line(slide.kicker or stage.topic("claim"))
    return replace(slide, kind="points", title=topic, kicker="", groups=(LineGroup((slide.title,)),))


def _heading(slide: Slide, stage: Stage, suffix: str = "") -> Heading:
    return hosted.head(slide, stage, suffix) if stage.look.template else heading.place(slide, stage, suffix)


def _body(slide: Slide, stage: Stage, titles: Counter[str]) -> _Placed:
    """The parts of a slide, laid out again under the longer title where there are several."""
    bare = _heading(slide, stage)
    parts = _parts(slide, bare, stage)
    if len(parts) > 1 or titles[bare.text] > 1:
        numbered = (_heading(slide, stage, _suffix(at, of, stage)) for at, of in ((8, 8), (8, 88), (88, 88)))
        parts = _parts(slide, max(numbered, key=lambda head: head.top), stage)
    return _Placed(slide, bare, parts)


def _parts(slide: Slide, head: Heading, stage: Stage) -> tuple[Part, ...]:
    """The body by its kind; in a template as typed points where the layout has a place for them."""
    inner = hosted.staged(stage, slide.kind)
    typed = hosted.listed(slide, head, inner) if stage.look.template else None
    return typed or PLACE.get(slide.kind, points.place)(slide, head, inner)


def _sheets(deck: Deck, placed: Sequence[_Placed], totals: Counter[str], stage: Stage) -> list[Sheet]:
    sheets: list[Sheet] = []
    done = Counter[str]()
    bodies = iter(placed)
    numbers = _numbers(deck.slides, placed)
    for at, (slide, where) in enumerate(zip(deck.slides, chrome.positions(deck.slides), strict=True)):
        if slide.kind == "title":
            sheet = hosted.opening(slide, stage) if stage.look.template else title.sheet(slide, stage)
            sheets.append(replace(sheet, origin=at))
            continue
        if slide.kind == "section":
            sheets.append(replace(section.sheet(slide, section.plan(deck.slides, numbers, at), stage), origin=at))
            continue
        one = next(bodies)
        for part in one.parts:
            done[one.heading.text] += 1
            total = totals[one.heading.text]
            head = one.heading
            if total > 1:
                head = _heading(slide, stage, _suffix(done[one.heading.text], total, stage))
            position = chrome.Position(len(sheets) + 1, *where)
            sheet = (
                hosted.sheet(slide, head, part, position, stage)
                if stage.look.template
                else chrome.sheet(slide, head, part, position, stage)
            )
            sheets.append(replace(sheet, origin=at))
    return sheets


def _numbers(slides: Sequence[Slide], placed: Sequence[_Placed]) -> tuple[int, ...]:
    """The number of each slide's first sheet."""
    bodies = iter(placed)
    spans = [1 if slide.kind in _WHOLE else len(next(bodies).parts) for slide in slides]
    return tuple(1 + sum(spans[:at]) for at in range(len(spans)))


def _suffix(number: int, total: int, stage: Stage) -> str:
    return stage.word("part").format(number=number, total=total)


def _split(one: _Placed) -> str:
    return f"slide {one.heading.text!r}: split over {len(one.parts)} slides"
