"""The title slide in a template: title and subtitle in its placeholders, the evidence strip where it leaves room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.errors import FitError
from briefpack.layout import fit
from briefpack.layout.marks import Mark, Paragraph, Sheet, TextBox
from briefpack.layout.slides import strip
from briefpack.layout.slides.hosted import plot, texts
from briefpack.layout.slides.hosted.plot import SMALLEST
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Area, Cited, Hosting, Slide, Spot, Type

STRIP = 110.0
"""Points of height under the title that a subtitle of two lines and a strip of three bars want."""
_DISPLAY = (54, 48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
_LEADS = (28, 26, 24, 22, 20, 18, 16, 15, 14)
_STEPS = 20
"""Points below which a subtitle does not make room for the strip."""
_LABEL = Type(SMALLEST, 14.7)
_GAP = 16.0
"""Between the subtitle and the strip."""
_BAR = 6.0, 14.0
"""Least and greatest height of a bar."""
_BETWEEN = 5.0
"""Between a bar and the name of the next."""
_PITCH = 44.0
"""Bar to bar at most."""
_NAMED = 5
"""With more sources the bars stand without names; the sources slide is their key."""


def opening(slide: Slide, stage: Stage) -> Sheet:
    """The title slide; the subtitle gives way a little where that makes room for the strip."""
    template = plot.of(stage)
    hosting = template.hosting("title")
    words = plain(" ".join(slide.title.text.split()), bold=True, font="title")
    placed = texts.largest((words,), hosting.title, _DISPLAY, "title", "Title", stage)
    if placed is None:
        raise FitError(
            f"title slide: the title is too long for the template's ({slide.title.text[:60]!r} …); give a shorter one"
        )
    lines = [line.text for group in slide.groups for line in group.lines if line.text.strip()]
    told = tuple(replace(plain(text), before=6.0) for text in (*lines[:1], " · ".join(lines[1:])) if text)
    below = _with_strip(told, hosting, stage) or _plain(told, hosting, stage)
    return Sheet(template.w, template.h, (placed, *below), slide.title.text, "title", notes=slide.notes)


def _plain(told: tuple[Paragraph, ...], hosting: Hosting, stage: Stage) -> tuple[Mark, ...]:
    """The subtitle alone; its first line where both do not fit."""
    spot, role = _subtitle(hosting)
    for many in (told, told[:1]) if told else ():
        placed = texts.largest(many, spot, _LEADS, role, "Subtitle", stage)
        if placed:
            return (placed,)
    return ()


def _with_strip(told: tuple[Paragraph, ...], hosting: Hosting, stage: Stage) -> tuple[Mark, ...]:
    """Subtitle and strip: names at the bars where that can be had, then as large as can be; nothing without room."""
    if not hosting.bare or not stage.deck.sources:
        return ()
    for named in (True, False):
        for sub in _leads(told, hosting, stage):
            end = sub[-1].y + sub[-1].h + _GAP if sub else hosting.body.y
            area = Area(hosting.body.x, end, hosting.body.w, hosting.body.bottom - end)
            drawn = _strip(area, stage, named=named)
            if drawn:
                return (*sub, *drawn)
    return ()


def _leads(told: tuple[Paragraph, ...], hosting: Hosting, stage: Stage) -> Iterator[tuple[TextBox, ...]]:
    """The subtitle, no taller than its text, larger ones first."""
    if not told:
        yield ()
        return
    spot, role = _subtitle(hosting)
    for size in texts.sizes(_LEADS, max(spot.size, SMALLEST)):
        placed = texts.written(told, spot, size, role, "Subtitle", stage) if size.size >= _STEPS else None
        if placed:
            yield (replace(placed, h=min(placed.h, tall(told, placed.w, size, stage))),)


def _subtitle(hosting: Hosting) -> tuple[Spot, str]:
    """Its placeholder, or room for it as a text box on a layout that has none."""
    body = hosting.body
    return (hosting.subtitle, "subtitle") if hosting.subtitle else (Spot("", body, body, _LEADS[0], ""), "")


def _strip(area: Area, stage: Stage, *, named: bool) -> tuple[Mark, ...]:
    """A bar for each source under its name, and how to read it below; nothing where the area is too low."""
    sources = stage.deck.sources
    above = fit.least(_LABEL.size) + 1.0 if named else 0.0
    key = plain(stage.word("strip"), "muted")
    low = tall((key,), area.w, _LABEL, stage) + 4.0
    least = (above + _BAR[0] + _BETWEEN) * len(sources)
    if area.h < least or (named and len(sources) > _NAMED):
        return ()
    told = area.h >= least + low
    pitch = min((area.h - (low if told else 0.0)) / len(sources), _PITCH if named else 24.0)
    bar = min(pitch - above - _BETWEEN, _BAR[1])
    bars: list[Mark] = []
    names: list[Mark] = []
    for at, source in enumerate(sources):
        y = area.y + at * pitch + above
        bars.extend(_bar(source, Area(area.x, y, area.w, bar), stage))
        if named:
            name = strip.label(source, area.w, _LABEL, stage)
            names.append(box(Area(area.x, y - above, area.w, above - 1.0), name, _LABEL))
    foot = Area(area.x, area.y + pitch * len(sources), area.w, low - 4.0)
    return (strip.group(bars, sources, stage), *names, *((box(foot, key, _LABEL),) if told else ()))


def _bar(source: Cited, area: Area, stage: Stage) -> tuple[Mark, ...]:
    w = strip.length(source, stage.deck.sources, area.w)
    return strip.bar(source, area.x, area.y, w, area.h, "tint2", "accent2")
