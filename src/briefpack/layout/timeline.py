"""A timeline to scale: the truth is on the axis, the room is in the cards (DESIGN.md, 7).

Two calls: ``chosen`` says which events fit a frame, ``place`` draws exactly those.
The caller tells the reader what happened to the others.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout import axis as time
from briefpack.layout import dates, references
from briefpack.layout.fit import Families, height, run_width, wrap
from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rect, Rule, Run, TextBox
from briefpack.model import Cited, Line, Type

MOST = 10
"""Events on one timeline."""

_EXACT_TICK = 2.4


@dataclass(frozen=True, slots=True)
class Frame:
    """Where it may stand, in points."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes and words; colours are roles of the look."""

    card: Type
    axis: Type
    gap: float = 15.0
    """Between cards side by side."""
    language: str = "en"
    spread: bool = True
    """Let leaders grow longer where the frame has room; otherwise what is left stays empty below."""


@dataclass(frozen=True, slots=True)
class _Card:
    """One event with its place in the row, before heights are known."""

    line: Line
    span: time.Span
    x: float
    w: float
    above: bool
    paragraphs: tuple[Paragraph, ...]
    h: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """A whole timeline measured: what stands above and below, and the least height it needs."""

    axis: time.Axis
    cards: tuple[_Card, ...]
    up: float
    down: float
    lanes: int
    """Outlined bars that lie over one another on one side, at most."""

    def leader(self, style: Style) -> float:
        """Least room between the cards' rules and the axis."""
        return 1.7 * style.card.pitch + (self.lanes - 1) * _bar(style) * 1.5 if self.lanes else 1.7 * style.card.pitch

    def need(self, style: Style) -> float:
        """Least height of the whole."""
        sides = bool(self.up) + bool(self.down)
        return self.up + self.down + sides * self.leader(style) + style.axis.pitch * 1.4 + (0 if self.down else 2)


def chosen(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> tuple[Line, ...]:
    """The events that can be drawn in this frame, in order of time: dated, at most ten, none too long.

    Over ten, those with the most references stay, and the first and the last.
    """
    plan = _fitted(lines, sources, frame, style, families)
    return tuple(card.line for card in plan.cards) if plan else ()


def needed(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], width: float, style: Style, families: Families
) -> float:
    """Least height in points at which none of these (at most ten, dated) events is left out; 0 for none."""
    lines = _most_cited(_dated(lines))
    plans = [_plan(lines, sources, Frame(0, 0, width, 0), style, families, two) for two in _rows(lines)]
    return min((plan.need(style) for plan in plans), default=0.0)


def place(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> tuple[Mark, ...]:
    """The marks of a timeline: the axis with its ticks and leaders as one group, then the cards in order of time.

    Events that ``chosen`` leaves out are not drawn; nothing at all is drawn where it leaves out all.
    """
    plan = _fitted(lines, sources, frame, style, families)
    return _drawn(plan, frame, style, families) if plan else ()


def legend(lines: tuple[Line, ...]) -> str:
    """What a reader has to be told about the drawing: 'axis to scale; outlined bar: day not known'."""
    spans = [span for line in lines if (span := time.span(line.label))]
    parts = ["axis to scale"]
    if any(not span.known for span in spans):
        parts.append("outlined bar: day not known")
    if any(line.detail == "planned" for line in lines):
        parts.append("open tick: planned")
    return "; ".join(parts)


def alt(lines: tuple[Line, ...], language: str = "en") -> str:
    """What the drawing shows, from the data."""
    shown = _dated(lines)
    if not shown:
        return ""
    first, last = (dates.printed(line.label, language).replace("\u00a0", " ") for line in (shown[0], shown[-1]))
    count = "1 event" if len(shown) == 1 else f"{len(shown)} events"
    planned = sum(line.detail == "planned" for line in shown)
    tail = f", {planned} of them planned" if planned else ""
    return f"Timeline to scale, {first} to {last}: {count}{tail}."


def _dated(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that have a date, in order of time."""
    spans = [(span, place) for place, line in enumerate(lines) if (span := time.span(line.label))]
    return tuple(lines[place] for place in time.ordered(spans))


def _most_cited(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(lines) <= MOST:
        return lines
    inner = sorted(range(1, len(lines) - 1), key=lambda place: (-len(lines[place].refs), place))
    kept = {0, len(lines) - 1, *inner[: MOST - 2]}
    return tuple(line for place, line in enumerate(lines) if place in kept)


def _rows(lines: tuple[Line, ...]) -> tuple[bool, ...]:
    """Whether to try two rows, in order of preference."""
    if not lines:
        return ()
    return (True,) if len(lines) > 5 else (False, True) if len(lines) > 2 else (False,)


def _fitted(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> _Plan | None:
    """The plan of as many events as the frame holds; the tallest card goes first, the ends last."""
    lines = _most_cited(_dated(lines))
    while lines:
        plans = [_plan(lines, sources, frame, style, families, two) for two in _rows(lines)]
        for plan in plans:
            if plan.need(style) <= frame.h + 0.01:
                return plan
        cards = plans[0].cards
        inner = range(1, len(cards) - 1) if len(cards) > 2 else range(len(cards))
        tallest = max(inner, key=lambda place: (cards[place].h, -len(cards[place].line.refs), place))
        lines = tuple(card.line for place, card in enumerate(cards) if place != tallest)
    return None


def _plan(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families, two: bool
) -> _Plan:
    spans = [span for line in lines if (span := time.span(line.label))]
    axis = time.axis(spans, style.language)
    columns = (len(lines) + 1) // 2 if two else len(lines)
    w = min((frame.w - style.gap * (columns - 1)) / columns, frame.w / 2)
    cards = []
    for place, (line, span) in enumerate(zip(lines, spans, strict=True)):
        column = place // 2 if two else place
        shift = (w + style.gap) / 2 if two and place % 2 and len(lines) % 2 else 0.0
        paragraphs = _words(line, span, axis, sources, style)
        tall = height(wrap(paragraphs, w, style.card.size, families), style.card.pitch)
        x = frame.x + column * (w + style.gap) + shift
        cards.append(_Card(line, span, x, w, not (two and place % 2), paragraphs, tall))
    rule = _rule(style)
    up, down = (max((card.h + rule for card in cards if card.above is side), default=0.0) for side in (True, False))
    lanes = max(_lanes(cards, axis, side)[1] for side in (True, False))
    return _Plan(axis, tuple(cards), up, down, lanes)


def _words(
    line: Line, span: time.Span, axis: time.Axis, sources: tuple[Cited, ...], style: Style
) -> tuple[Paragraph, ...]:
    """The card: its date with what has to be said of it, then what happened and where it is written."""
    head = [Run(dates.printed(line.label, style.language), bold=True, colour="accent")]
    said = [line.detail] if line.detail == "planned" else []
    if not axis.holds(span):
        said.append("before the axis" if span.end <= axis.start else "after the axis")
    if said:
        head.append(Run(" · " + ", ".join(said), colour="muted"))
    body = (Run(line.text), references.run(line.refs, sources))
    return Paragraph(tuple(head)), Paragraph(tuple(run for run in body if run.text))


def _rule(style: Style) -> float:
    """Between a card's rule and its text."""
    return style.card.size * 0.45


def _tick(style: Style) -> float:
    return style.card.size * 0.66


def _bar(style: Style) -> float:
    return style.card.size * 0.33


def _lanes(cards: list[_Card], axis: time.Axis, above: bool) -> tuple[dict[int, int], int]:
    """The lane of each outlined bar of one side, so that none hides another; and how many lanes."""
    lanes: dict[int, int] = {}
    ends: list[int] = []
    for place, card in enumerate(cards):
        if card.above is not above or card.span.known or not axis.holds(card.span):
            continue
        lane = next((lane for lane, end in enumerate(ends) if end <= card.span.start), len(ends))
        ends[lane : lane + 1] = [card.span.end]
        lanes[place] = lane
    return lanes, len(ends)


def _drawn(plan: _Plan, frame: Frame, style: Style, families: Families) -> tuple[Mark, ...]:
    leader = plan.leader(style)
    sides = bool(plan.up) + bool(plan.down)
    if style.spread:
        leader += min(max(frame.h - plan.need(style), 0.0) / sides, 1.5 * style.card.pitch)
    slack = max(frame.h - plan.need(style) - (leader - plan.leader(style)) * sides, 0.0) if style.spread else 0.0
    y = frame.y + slack / 2 + plan.up + (leader if plan.up else 0.0)
    draw = _Drawing(plan, frame, style, families, y, style.axis.pitch * 1.4, leader)
    lines = tuple(card.line for card in plan.cards)
    group = MarkGroup((*draw.band(), *draw.pointers()), alt=alt(lines, style.language), name="Timeline")
    return (group, *draw.texts())


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A plan with its place: y and h of the axis band, and how long leaders are."""

    plan: _Plan
    frame: Frame
    style: Style
    families: Families
    y: float
    h: float
    leader: float

    def at(self, day: int) -> float:
        """Where a day begins on the axis."""
        axis = self.plan.axis
        share = (min(max(day, axis.start), axis.end) - axis.start) / (axis.end - axis.start)
        return self.frame.x + share * self.frame.w

    def base(self, card: _Card) -> float:
        """The height of a card's rule."""
        return self.y - self.leader if card.above else self.y + self.h + self.leader

    def band(self) -> list[Mark]:
        """The cells, and their names where these have room."""
        marks: list[Mark] = []
        cells = self.plan.axis.cells
        form = next((form for form in (0, 1, 2) if self._all_fit(form)), 2)
        for place, cell in enumerate(cells):
            x, w = self.at(cell.start), self.at(cell.end) - self.at(cell.start)
            last = place == len(cells) - 1
            tint = "tint" if (cell.year - cells[0].year) % 2 == 0 else "tint2"
            marks.append(Rect(x, self.y, w if last else max(w - 0.75, 0.5), self.h, fill=tint))
            text = cell.labels[form]
            if text and self._width(text) <= self._room(place, form):
                marks.append(self._name(text, x, self._room(place, form)))
        return marks

    def _all_fit(self, form: int) -> bool:
        cells = self.plan.axis.cells
        return all(self._width(cell.labels[form]) <= self._room(place, form) for place, cell in enumerate(cells))

    def _room(self, place: int, form: int) -> float:
        """From a cell's start to the next one that has a name."""
        cells = self.plan.axis.cells
        after = next((cell.start for cell in cells[place + 1 :] if cell.labels[form]), cells[-1].end)
        return (self.at(after) - self.at(cells[place].start) - 3) * 0.97 - 1

    def _width(self, text: str) -> float:
        return sum(run_width(run, self.families, self.style.axis.size) for run in _name_runs(text))

    def _name(self, text: str, x: float, room: float) -> TextBox:
        size, pitch = self.style.axis.size, self.style.axis.pitch
        wide = min(self._width(text) / 0.97 + 1, room / 0.97 + 1)
        box = max(pitch, 1.22 * size)
        paragraph = Paragraph(_name_runs(text))
        return TextBox(x + 2.5, self.y + (self.h - box) / 2, wide, box, (paragraph,), size, pitch, anchor="middle")

    def pointers(self) -> list[Mark]:
        """Each card's rule, tick or bar on the axis, and the leader between them."""
        marks: list[Mark] = []
        lanes = {side: _lanes(list(self.plan.cards), self.plan.axis, side)[0] for side in (True, False)}
        for place, card in enumerate(self.plan.cards):
            base = self.base(card)
            marks.append(Rule(card.x, base, card.x + card.w, base, "ink", 0.9))
            point, tick = self._tick(card, lanes[card.above].get(place, 0))
            inner = min(7.5, card.w / 4)
            end = min(max(point[0], card.x + inner), card.x + card.w - inner)
            marks.append(Rule(*point, end, base, "muted", 0.6))
            marks.append(tick)
        return marks

    def _tick(self, card: _Card, lane: int) -> tuple[tuple[float, float], Mark]:
        """Where the leader starts, and the mark on the axis."""
        up = -1 if card.above else 1
        edge = (self.y if card.above else self.y + self.h) + up * 1.5
        if not self.plan.axis.holds(card.span):
            return self._outside(card, edge, up)
        x, w = self.at(card.span.start), self.at(card.span.end) - self.at(card.span.start)
        if card.span.known:
            tall = _tick(self.style)
            wide = max(w, _EXACT_TICK)
            x = min(max(x + w / 2 - wide / 2, self.frame.x), self.frame.x + self.frame.w - wide)
            return (x + wide / 2, edge + up * tall), self._exact(card, x, min(edge, edge + up * tall), wide, tall)
        tall = _bar(self.style)
        near = edge + up * (1.5 + lane * tall * 1.5)
        top = min(near, near + up * tall)
        return (x + w / 2, near + up * tall), self._open(card, x, top, w, tall)

    def _exact(self, card: _Card, x: float, y: float, w: float, h: float) -> Mark:
        if card.line.detail == "planned":
            return Rect(x, y, max(w, 3.2), h, fill="paper", line="accent", line_width=0.9)
        return Rect(x, y, w, h, fill="accent")

    def _open(self, card: _Card, x: float, y: float, w: float, h: float) -> Mark:
        """An outlined bar; an end that runs past the axis stays open."""
        colour = "accent" if card.line.detail == "planned" else "ink"
        left, right = card.span.start < self.plan.axis.start, card.span.end > self.plan.axis.end
        if not (left or right):
            return Rect(x, y, w, h, fill="paper", line=colour, line_width=0.9)
        sides = [Rect(x, y, w, h, fill="paper"), Rule(x, y, x + w, y, colour, 0.9)]
        sides.append(Rule(x, y + h, x + w, y + h, colour, 0.9))
        if not left:
            sides.append(Rule(x, y, x, y + h, colour, 0.9))
        if not right:
            sides.append(Rule(x + w, y, x + w, y + h, colour, 0.9))
        return MarkGroup(tuple(sides))

    def _outside(self, card: _Card, edge: float, up: int) -> tuple[tuple[float, float], Mark]:
        """An arrow at the end of the axis that the event lies beyond."""
        before = card.span.end <= self.plan.axis.start
        y = edge + up * _tick(self.style) / 2
        tip = self.frame.x if before else self.frame.x + self.frame.w
        tail = tip + 10 if before else tip - 10
        return (tail, y), Rule(tail, y, tip, y, "accent", 0.9, arrow=">")

    def texts(self) -> list[Mark]:
        """The cards' texts, in order of time."""
        marks: list[Mark] = []
        away = _rule(self.style)
        for number, card in enumerate(self.plan.cards, 1):
            room = (self.plan.up if card.above else self.plan.down) - away
            y = self.base(card) - away - room if card.above else self.base(card) + away
            anchor = "bottom" if card.above else "top"
            size, pitch = self.style.card.size, self.style.card.pitch
            name = f"Event {number}"
            marks.append(TextBox(card.x, y, card.w, room, card.paragraphs, size, pitch, anchor=anchor, name=name))
        return marks


def _name_runs(text: str) -> tuple[Run, ...]:
    """A cell's name with its year bold: 'May', then '2024'."""
    name, space, year = text.rpartition(" ")
    if not space:
        return (Run(text, bold=text[:4].isdigit() and len(text) >= 4),)
    return Run(name + space), Run(year, bold=True)
