"""A question to discuss: evidence to weigh, the time to scale, a sentence to begin with."""

from __future__ import annotations

from dataclasses import replace

from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rect, Rule, Run
from briefpack.layout.slides import grid, parts, points
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, statement, tall
from briefpack.model import Line, LineGroup, Slide

LESSON, MEETING = ("think", "pair", "share"), ("read", "weigh", "decide")
"""The three steps in a look of cards, and in one of hairlines."""
TONES = (("tint2", "ink"), ("accent2", "onaccent2"), ("ink", "onaccent2"))
"""Fill and text of their segments."""
BAR = 33.0
HEADS = ("first", "second", "third")


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """All parts if they fit; without the starter; without the time; else the evidence as points."""
    lines = _lines(slide, "evidence")
    starter = next(iter(_lines(slide, "starter")), None)
    area = heading.body
    for begin, minutes in ((starter, slide.minutes), (None, slide.minutes), (starter, None), (None, None)):
        low = _time_height(minutes, stage) + _starter_height(begin, area.w, stage)
        upper = Area(area.x, area.y, area.w, area.h - low)
        drawn = _evidence(lines, upper, stage)
        if drawn is not None:
            marks, y = drawn
            y += max(0.0, min((area.bottom - low - y) / 3, 30.0))
            rest = _low(minutes, begin, Area(area.x, y, area.w, area.bottom - y), stage)
            shown = (*lines, *((begin,) if begin else ()))
            return (Part((*marks, *rest), shown, _left_out(slide, starter, begin, minutes)),)
    return points.spread(lines, area, points.KINDS[1:], slide, stage)


def _evidence(lines: tuple[Line, ...], area: Area, stage: Stage) -> tuple[tuple[Mark, ...], float] | None:
    """Cards or columns side by side, else rows; and where they end."""
    if not lines:
        return (), area.y
    frames = area.columns(len(lines) if len(lines) > 1 else 1, grid.GAP)
    pad = 21.0 if stage.cards else 0.0
    for role in ("body",) if stage.cards else ("lead", "head", "body"):
        need = max(_need(at, line, frames[at].w - 2 * pad, role, stage) for at, line in enumerate(lines))
        if need <= area.h:
            high = max(need, min(area.h, 141.0 if stage.cards else 96.0))
            return tuple(_cards(lines, frames, high, pad, role, stage)), area.y + high
    return _stacked(lines, area, stage)


def _stacked(lines: tuple[Line, ...], area: Area, stage: Stage) -> tuple[tuple[Mark, ...], float] | None:
    """The evidence one under the other, the call in front of each."""
    body = stage.type("body")
    wide = 150.0
    texts = [statement(line, stage) for line in lines]
    heights = [tall((text,), area.w - wide, body, stage) + 12.0 for text in texts]
    if sum(heights) > area.h:
        return None
    marks: list[Mark] = []
    y = area.y
    for at, (text, high) in enumerate(zip(texts, heights, strict=True)):
        marks.append(Rule(area.x, y, area.right, y, "rule" if at else "ink", 0.75 if at else 1.5))
        call = plain(_call(at, stage), "accent", bold=True)
        size = stage.type("small")
        marks.append(
            box(Area(area.x, y + 7.0, wide - 12.0, tall((call,), wide - 12.0, size, stage)), call, size, tag="H3")
        )
        marks.append(box(Area(area.x + wide, y + 6.0, area.w - wide, high - 8.0), text, body))
        y += high
    return tuple(marks), y


def _cards(
    lines: tuple[Line, ...], frames: tuple[Area, ...], high: float, pad: float, role: str, stage: Stage
) -> list[Mark]:
    marks: list[Mark] = []
    size = stage.type("small")
    for at, (line, frame) in enumerate(zip(lines, frames, strict=True)):
        card = Area(frame.x, frame.y, frame.w, high)
        if stage.cards:
            marks.extend(parts.panel(card, stage))
        else:
            marks.append(Rule(card.x, card.y, card.right, card.y, "ink", 1.5))
        inner = card.inset(pad, 0.0)
        call = plain(_call(at, stage), "accent", bold=True)
        head = tall((call,), inner.w, size, stage)
        y = card.y + (12.0 if stage.cards else 9.0)
        marks.append(box(Area(inner.x, y, inner.w, head), call, size, tag="H3"))
        text = Area(inner.x, y + head + 4.0, inner.w, card.bottom - 8.0 - y - head - 4.0)
        marks.append(box(text, statement(line, stage), stage.type(role)))
    return marks


def _need(at: int, line: Line, w: float, role: str, stage: Stage) -> float:
    head = tall((plain(_call(at, stage), bold=True),), w, stage.type("small"), stage)
    return 12.0 + head + 4.0 + tall((statement(line, stage),), w, stage.type(role), stage) + 8.0


def _call(at: int, stage: Stage) -> str:
    return stage.word(HEADS[min(at, 2)])


def _low(minutes: int | None, starter: Line | None, area: Area, stage: Stage) -> tuple[Mark, ...]:
    """Time bar and starter, from the top of an area."""
    marks: list[Mark] = []
    y = area.y
    if minutes and _time_height(minutes, stage):
        marks.extend(_time(minutes, Area(area.x, y + 12.0, area.w, BAR), stage))
        y += _time_height(minutes, stage)
    if starter:
        high = _starter_height(starter, area.w, stage) - 14.0
        card = Area(area.x, y + 14.0, area.w, high)
        inner = card.inset(parts.margin(stage), 0.0)
        marks.extend(parts.panel(card, stage, "tint2" if stage.cards else "tint"))
        marks.append(box(inner, _starter(starter, stage), stage.type("compact"), anchor="middle"))
    return tuple(marks)


def _time(minutes: int, area: Area, stage: Stage) -> list[Mark]:
    """One segment for each step, as wide as its minutes."""
    body = stage.type("small")
    label = stage.type("label")
    gaps = 3.0 * (len(TONES) - 1)
    x = area.x
    bars: list[Mark] = []
    texts: list[Mark] = []
    said: list[str] = []
    for step, (fill, colour), share in zip(_steps(stage), TONES, shares(minutes), strict=True):
        w = (area.w - gaps) * share / minutes
        name, time = stage.word(step), stage.word("minutes").format(minutes=share)
        said.append(f"{name} {time}")
        bars.append(Rect(x, area.y, w, area.h, fill))
        inside = Paragraph((Run(f"{name} ", bold=True, colour=colour), Run(time, colour=colour)))
        texts.append(box(Area(x + 10.0, area.y, w - 14.0, area.h), inside, body, anchor="middle"))
        how = plain(stage.word(f"{step} how"), "muted")
        texts.append(box(Area(x + 10.0, area.bottom + 4.0, w - 12.0, _notes(minutes, stage)), how, label))
        x += w + 3.0
    return [MarkGroup(tuple(bars), stage.word("time alt") + ", ".join(said), "Time"), *texts]


def _steps(stage: Stage) -> tuple[str, str, str]:
    return LESSON if stage.cards else MEETING


def shares(minutes: int) -> tuple[int, int, int]:
    """Minutes to think, to pair and to share: a sixth, a third, the rest."""
    think, pair = max(1, round(minutes / 6)), max(1, round(minutes / 3))
    return think, pair, minutes - think - pair


def _notes(minutes: int, stage: Stage) -> float:
    """Height of the notes under the bar: those of a narrow segment take two lines."""
    w = grid.RIGHT - grid.LEFT - 6.0
    rooms = [(step, w * share / minutes - 12.0) for step, share in zip(_steps(stage), shares(minutes), strict=True)]
    label = stage.type("label")
    return max(tall((plain(stage.word(f"{step} how")),), room, label, stage) for step, room in rooms)


def _time_height(minutes: int | None, stage: Stage) -> float:
    return 12.0 + BAR + 4.0 + _notes(minutes, stage) if minutes and minutes >= 3 else 0.0


def _left_out(slide: Slide, starter: Line | None, begin: Line | None, minutes: int | None) -> tuple[str, ...]:
    place = f"slide {slide.title.text!r}: left out for want of room: "
    cut = [place + repr(starter.text)] if starter and not begin else []
    return (*cut, *([f"{place}the time bar"] if slide.minutes and not minutes else []))


def _starter(line: Line, stage: Stage) -> Paragraph:
    said = statement(line, stage, voice=False)
    return replace(said, runs=(Run(stage.word("begin"), bold=True), *said.runs))


def _starter_height(line: Line | None, w: float, stage: Stage) -> float:
    if not line:
        return 0.0
    inner = w - 2 * parts.margin(stage)
    return 14.0 + max(48.0, 20.0 + tall((_starter(line, stage),), inner, stage.type("compact"), stage))


def _lines(slide: Slide, kind: str) -> tuple[Line, ...]:
    groups: tuple[LineGroup, ...] = tuple(group for group in slide.groups if (group.kind or "evidence") == kind)
    return tuple(line for group in groups for line in group.lines if line.text.strip())
