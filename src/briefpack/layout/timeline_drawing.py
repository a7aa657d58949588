"""A planned timeline onto marks: axis, ticks, bars, leaders, cards."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.fit import Families, least, run_width
from briefpack.layout.marks import Mark, MarkGroup, Paragraph, Rect, Rule, Run, TextBox
from briefpack.layout.timeline_plan import Card, Frame, Plan, Style, bar_height, lanes, rule_gap, tick_height

_EXACT_TICK = 2.4
_PLANNED_TICK = 3.2


def drawn(plan: Plan, frame: Frame, style: Style, families: Families, alt: str) -> tuple[Mark, ...]:
    leader = plan.leader(style)
    sides = bool(plan.up) + bool(plan.down)
    if style.spread:
        leader += min(max(frame.h - plan.need(style), 0.0) / sides, 1.5 * style.card.pitch)
    slack = max(frame.h - plan.need(style) - (leader - plan.leader(style)) * sides, 0.0) if style.spread else 0.0
    y = frame.y + slack / 2 + plan.up + (leader if plan.up else 0.0)
    draw = _Drawing(plan, frame, style, families, y, style.axis.pitch * 1.4, leader)
    group = MarkGroup((*draw.band(), *draw.pointers()), alt=alt, name="Timeline")
    return (group, *draw.texts())


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A plan with its place: y and h of the axis band, and how long leaders are."""

    plan: Plan
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

    def base(self, card: Card) -> float:
        """The height of a card's rule."""
        return self.y - self.leader if card.above else self.y + self.h + self.leader

    def band(self) -> list[Mark]:
        """The cells, then their names where these have room: a name may reach over cells that have none."""
        marks: list[Mark] = []
        names: list[Mark] = []
        cells = self.plan.axis.cells
        form = next((form for form in (0, 1, 2) if self._all_fit(form)), 2)
        for place, cell in enumerate(cells):
            x, w = self.at(cell.start), self.at(cell.end) - self.at(cell.start)
            last = place == len(cells) - 1
            tint = "tint" if (cell.year - cells[0].year) % 2 == 0 else "tint2"
            marks.append(Rect(x, self.y, w if last else max(w - 0.75, 0.5), self.h, fill=tint))
            text = cell.labels[form]
            if text and self._width(text) <= self._room(place, form):
                names.append(self._name(text, x, self._room(place, form)))
        return marks + names

    def _all_fit(self, form: int) -> bool:
        cells = self.plan.axis.cells
        return all(self._width(cell.labels[form]) <= self._room(place, form) for place, cell in enumerate(cells))

    def _room(self, place: int, form: int) -> float:
        """From a cell's start to the next one that has a name."""
        cells = self.plan.axis.cells
        after = next((cell.start for cell in cells[place + 1 :] if cell.labels[form]), cells[-1].end)
        return (self.at(after) - self.at(cells[place].start) - 3) * self.families.margin - 1

    def _width(self, text: str) -> float:
        return sum(run_width(run, self.families, self.style.axis.size) for run in _name_runs(text))

    def _name(self, text: str, x: float, room: float) -> TextBox:
        size, pitch = self.style.axis.size, self.style.axis.pitch
        wide = min(self._width(text) / self.families.margin + 1, room / self.families.margin + 1)
        box = max(pitch, least(size))
        paragraph = Paragraph(_name_runs(text))
        return TextBox(x + 2.5, self.y + (self.h - box) / 2, wide, box, (paragraph,), size, pitch, anchor="middle")

    def pointers(self) -> list[Mark]:
        """Each card's rule, tick or bar on the axis, and the leader between them."""
        marks: list[Mark] = []
        tracks = {side: lanes(list(self.plan.cards), self.plan.axis, side)[0] for side in (True, False)}
        beyond = {True: self.frame.x + self.frame.w, False: self.frame.x + self.frame.w}
        for place, card in reversed(list(enumerate(self.plan.cards))):
            base = self.base(card)
            (x, y), tick = self._tick(card, tracks[card.above].get(place, 0))
            inner = min(7.5, card.w / 4)
            x = self._start(card, x, inner, beyond[card.above])
            beyond[card.above] = x
            end = min(max(x, card.x + inner), card.x + card.w - inner)
            marks += [tick, Rule(x, y, end, base, "muted", 0.6), Rule(card.x, base, card.x + card.w, base, "ink", 0.9)]
        return marks[::-1]

    def _start(self, card: Card, x: float, inner: float, beyond: float) -> float:
        """Where a leader leaves its mark: a tick's middle; on a bar the point under its card, left of the next leader.

        The year 2024 begins before 16 May 2024 and ends after it: led from its middle, the two lines would cross.
        """
        if card.span.known or not self.plan.axis.holds(card.span):
            return x
        left, right = self.at(card.span.start), self.at(card.span.end)
        under = min(max(x, card.x + inner), card.x + card.w - inner)
        near = min(max(under, left + 1), right - 1)
        return max(min(near, beyond - 3), left + 1)

    def _tick(self, card: Card, lane: int) -> tuple[tuple[float, float], Mark]:
        """Where the leader starts, and the mark on the axis."""
        up = -1 if card.above else 1
        edge = (self.y if card.above else self.y + self.h) + up * 1.5
        if not self.plan.axis.holds(card.span):
            return self._outside(card, edge, up)
        x, w = self.at(card.span.start), self.at(card.span.end) - self.at(card.span.start)
        if card.span.known:
            tall = tick_height(self.style)
            wide = max(w, _PLANNED_TICK if card.planned else _EXACT_TICK)
            x = min(max(x + w / 2 - wide / 2, self.frame.x), self.frame.x + self.frame.w - wide)
            return (x + wide / 2, edge + up * tall), self._exact(card, x, min(edge, edge + up * tall), wide, tall)
        tall = bar_height(self.style)
        near = edge + up * (1.5 + lane * tall * 1.5)
        top = min(near, near + up * tall)
        return (x + w / 2, near + up * tall), self._open(card, x, top, w, tall)

    def _exact(self, card: Card, x: float, y: float, w: float, h: float) -> Mark:
        if card.planned:
            return Rect(x, y, w, h, fill="paper", line="accent", line_width=0.9)
        return Rect(x, y, w, h, fill="accent")

    def _open(self, card: Card, x: float, y: float, w: float, h: float) -> Mark:
        """An outlined bar; an end that runs past the axis stays open."""
        colour = "accent" if card.planned else "ink"
        left, right = card.span.start < self.plan.axis.start, card.span.end > self.plan.axis.end
        if not (left or right):
            return Rect(x, y, w, h, fill="paper", line=colour, line_width=0.9)
        sides: list[Mark] = [Rect(x, y, w, h, fill="paper"), Rule(x, y, x + w, y, colour, 0.9)]
        sides.append(Rule(x, y + h, x + w, y + h, colour, 0.9))
        if not left:
            sides.append(Rule(x, y, x, y + h, colour, 0.9))
        if not right:
            sides.append(Rule(x + w, y, x + w, y + h, colour, 0.9))
        return MarkGroup(tuple(sides))

    def _outside(self, card: Card, edge: float, up: int) -> tuple[tuple[float, float], Mark]:
        """An arrow at the end of the axis that the event lies beyond."""
        before = card.span.end <= self.plan.axis.start
        y = edge + up * tick_height(self.style) / 2
        tip = self.frame.x if before else self.frame.x + self.frame.w
        tail = tip + 10 if before else tip - 10
        return (tail, y), Rule(tail, y, tip, y, "accent", 0.9, arrow=">")

    def texts(self) -> list[Mark]:
        """The cards' texts, in order of time."""
        marks: list[Mark] = []
        away = rule_gap(self.style)
        for number, card in enumerate(self.plan.cards, 1):
            room = (self.plan.up if card.above else self.plan.down) - away
            y = self.base(card) - away - room if card.above else self.base(card) + away
            anchor = "bottom" if card.above else "top"
            size, pitch = self.style.card.size, self.style.card.pitch
            name = f"Event {number}"
            place = (card.x, y, card.w, room)
            marks.append(TextBox(*place, card.paragraphs, size, pitch, anchor=anchor, tag="Entry", name=name))
        return marks


def _name_runs(text: str) -> tuple[Run, ...]:
    """A cell's name with its year bold: 'May', then '2024'."""
    name, space, year = text.rpartition(" ")
    if not space:
        return (Run(text, bold=text[:4].isdigit() and len(text) >= 4),)
    return Run(name + space), Run(year, bold=True)
