"""The title slide: what the pack is, and its evidence drawn to length."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.errors import FitError
from briefpack.layout import logo
from briefpack.layout.marks import Mark, Rule, Sheet
from briefpack.layout.slides import chrome, strip
from briefpack.layout.slides.grid import FOOT, HIGH, LEFT, RIGHT, WIDE, Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, count, plain, settled, steady, tall
from briefpack.model import Cited, Line, Slide, Type


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours and places that tell the two looks' title slides apart."""

    ground: str
    kicker: str
    title: str
    text: str
    muted: str
    bar: str
    mark: str
    y_kicker: float
    y_title: float
    w_title: float
    y_sub: float
    """The highest place of the subtitle."""
    font_sub: str
    floor: float
    """Where the last bar ends, at the lowest."""
    pitch: float
    """Bar to bar."""


CARDS = Tones(
    "accent2", "mark", "onaccent2", "onaccent2", "onaccent2", "bar", "mark", 42, 78, 780, 217.5, "body", 462, 46.5
)
HAIRLINES = Tones(
    "paper", "accent", "accent2", "ink", "muted", "tint2", "accent2", 45, 69, 720, 184.5, "quote", 462, 52
)
BAR = 19.5
SUBTITLE = (600.0, 540.0, 660.0, 480.0, 720.0, 780.0)
"""Widths of the subtitle, in order of preference."""
CROWD = 24.0
"""Bar to bar, where they have no names."""
NAMED = 5
"""With more sources the bars stand without names; the sources slide is their key."""


def sheet(slide: Slide, stage: Stage) -> Sheet:
    """The whole slide; FitError where the deck's title does not fit it."""
    tones = CARDS if stage.cards else HAIRLINES
    head, y = _head(slide, tones, stage)
    lines = tuple(line for group in slide.groups for line in group.lines if line.text.strip())
    marks: list[Mark] = [*head]
    if lines:
        sub, y = _subtitle(lines[0], y, tones, stage)
        marks.extend(sub)
    if stage.deck.sources:
        marks.extend(_evidence(max(y + 12.0, 270.0 if not stage.cards else 0.0), tones, stage))
    marks.extend(_foot(lines[1:], tones, stage))
    marks.extend(chrome.flag(stage))
    marks.extend(logo.marks(stage.look, RIGHT, 18.0, 112.0, 44.0, panel=tones.ground != "paper"))
    return Sheet(WIDE, HIGH, tuple(marks), slide.title.text, "title", tones.ground, slide.notes)


def _head(slide: Slide, tones: Tones, stage: Stage) -> tuple[list[Mark], float]:
    """Title and kicker, in reading order, and where the title ends."""
    paragraph = plain(" ".join(slide.title.text.split()), tones.title, bold=True, font="head")
    widths = (tones.w_title, tones.w_title - 60.0, tones.w_title + 60.0, 864.0)
    full = (864.0, 800.0)
    ladder = (("display", 3, widths), ("question", 3, (860.0, 800.0)), ("title", 4, full), ("lead", 6, full))
    for role, most, ways in (*ladder, ("body", 8, full)):
        size = stage.type(role)
        w = settled(paragraph, ways, size, stage, most)
        if w is not None:
            h = tall((paragraph,), w, size, stage)
            placed = box(Area(LEFT, tones.y_title, w, h), paragraph, size, tag="H1")
            words = chrome.one_line(plain(slide.kicker.upper(), tones.kicker, bold=True), 740.0, _kicker(stage), stage)
            kicker = box(Area(LEFT, tones.y_kicker, 740.0, 20.0), words, _kicker(stage))
            title = replace(placed, role="title", name="Title")
            head: list[Mark] = [title]
            if slide.kicker:
                head.append(replace(kicker, role="kicker", tracking=1.0, name="Kicker"))
            return head, tones.y_title + h - 6.0
    raise FitError(f"title slide: the title is too long ({slide.title.text[:60]!r} …); shorten it on deck.md")


def _kicker(stage: Stage) -> Type:
    return stage.type("label") if stage.type("label").size <= 14 else Type(14, 18)


def _subtitle(line: Line, y: float, tones: Tones, stage: Stage) -> tuple[list[Mark], float]:
    """At most two lines in the lead's size, else in the body's."""
    paragraph = plain(line.text, tones.text, font=tones.font_sub)
    size = stage.type("lead")
    w = steady(
        (paragraph,), tuple(w for w in SUBTITLE if count((paragraph,), w, size, stage) <= 2) or (780.0,), size, stage
    )
    if count((paragraph,), w, size, stage) > 2:
        size, w = stage.type("body"), 864.0
    top = max(y + 14.0, min(tones.y_sub, y + 26.0))
    h = tall((paragraph,), w, size, stage)
    placed = box(Area(LEFT, top, w, h), paragraph, size)
    return [replace(placed, role="subtitle", name="Subtitle")], top + h


def _evidence(top: float, tones: Tones, stage: Stage) -> list[Mark]:
    """The strip, standing on its floor; tighter with more sources."""
    sources = stage.deck.sources
    label = stage.type("label")
    above = label.size * 1.22 + 1.5
    room = tones.floor - top - (0.0 if stage.cards else 30.0)
    named = len(sources) <= NAMED and room / len(sources) >= above + 8.0
    above = above if named else 0.0
    marks: list[Mark] = []
    if not stage.cards:
        marks.append(Rule(LEFT, top, RIGHT, top, "ink", 0.75))
        head = Area(LEFT, top + 8.0, 450.0, 16.0)
        caption = plain(stage.word("evidence").upper(), "ink", bold=True)
        marks.append(replace(box(head, caption, stage.type("source")), tracking=0.8))
        top += 30.0
    pitch = min(tones.pitch if named else CROWD, (tones.floor - top) / len(sources))
    bar = min(BAR, pitch - above - 2.0) if named else min(9.0, pitch * 0.62)
    start = tones.floor - bar - pitch * (len(sources) - 1)
    if named and not stage.cards:
        start = min(start, top + above + 4.0)
    bars: list[Mark] = []
    labels: list[Mark] = []
    for at, source in enumerate(sources):
        y = start + at * pitch
        bars.extend(_bar(source, y, bar, tones, stage))
        if named:
            name = strip.label(source, 864.0, label, stage, tones.text, tones.muted)
            labels.append(box(Area(LEFT, y - above - 2.0, 864.0, above), name, label))
    return [*marks, strip.group(bars, sources, stage), *labels]


def _bar(source: Cited, y: float, h: float, tones: Tones, stage: Stage) -> tuple[Mark, ...]:
    w = strip.length(source, stage.deck.sources, RIGHT - LEFT)
    return strip.bar(source, LEFT, y, w, h, tones.bar, tones.mark)


def _foot(lines: tuple[Line, ...], tones: Tones, stage: Stage) -> list[Mark]:
    """How to read the strip, and who teaches what, where and when."""
    size = stage.type("source")
    marks: list[Mark] = [] if stage.cards else [Rule(LEFT, FOOT, RIGHT, FOOT)]
    given = " · ".join(line.text for line in lines)
    half = 420.0
    if given and count((plain(given, bold=True),), 300.0, size, stage) == 1:
        half = 318.0
    if stage.deck.sources:
        key = plain(stage.word("strip"), tones.muted, italic=stage.cards)
        marks.append(box(Area(LEFT, 498.0, 846.0 - half if given else 864.0, 32.0), key, size))
    if given:
        paragraph = plain(given, tones.text, bold=True, align="right")
        if count((paragraph,), half - 18.0, size, stage) > 2:
            paragraph = chrome.one_line(paragraph, half - 18.0, size, stage)
        marks.append(box(Area(RIGHT - half + 18.0, 498.0, half - 18.0, 32.0), paragraph, size))
    return marks
