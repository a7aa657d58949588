"""The map of actors: two sides at the core, others around them, lines glued to the panels that they bind.

Three columns and two rows (DESIGN.md, 8). Only straight lines that pass over paper are drawn: between the
panels of the top row, and from the core down to the panel under it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefpack.layout.marks import Mark
from briefpack.layout.slides import arrows, panels
from briefpack.layout.slides.arrows import Arrow, End
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.panels import Sizes
from briefpack.layout.slides.stage import Part, Stage
from briefpack.model import LineGroup

SIDES = 5
_W = 225.0
_GAP = 18.0
_AIR = 14.0
"""Between a panel and a line that passes it."""
_DROP = 36.0
"""From the top row to the next where a line goes down."""
_STEM = 45.0
"""From a panel's left edge to the line that goes down from it."""
_KEY = 20.0
_LARGEST = 2
_COMMENTING = 3
"""Those who comment, before one who acts has to give way to them."""
_TALLER = 48.0
_SPARE = 36.0
"""By how much the panels of the lower row may be longer than they need."""
_TOP, _LOW = ("left", "centre", "right"), ("low left", "low centre", "low right")
_LINES = (("left", "right"), ("left", "centre"), ("centre", "right"), ("left", "low left"), ("right", "low right"))
"""Slots between which a line can be drawn."""


@dataclass(slots=True)
class _Plan:
    """A map being placed: who stands in which slot, what is drawn between them, and where."""

    slots: dict[str, LineGroup]
    drawn: dict[tuple[str, str], Arrow]
    area: Area
    sizes: Sizes
    stage: Stage
    frames: dict[str, Area] = field(default_factory=dict)
    core_y: float = 0.0
    row_y: float = 0.0
    key_y: float = 0.0

    def need(self, slot: str) -> float:
        return panels.need(self.slots[slot], self.width(slot), self.sizes, self.stage) if slot in self.slots else 0.0

    def width(self, slot: str) -> float:
        """Of a panel: those who take no side have the room below the lines."""
        wide = slot == "low centre" and panels.is_apart(self.slots[slot])
        return _W + 2 * (self.gutter - _GAP) if wide else _W

    def x(self, slot: str) -> float:
        """Left edge of a panel."""
        column = (_TOP if slot in _TOP else _LOW).index(slot)
        return self.area.x + column * (_W + self.gutter) - (self.width(slot) - _W) / 2

    @property
    def gutter(self) -> float:
        """Width of the paper between two columns."""
        return (self.area.w - 3 * _W) / 2

    @property
    def keyed(self) -> float:
        """Height of the key with its air: taller where its words need a second line."""
        return max(_KEY, arrows.key_height(_W, self.stage) + 2.0)


def place(groups: tuple[LineGroup, ...], area: Area, stage: Stage) -> Part | None:
    """The map; people who have no room are left out. None where no line can be drawn, or too many sides."""
    told = [arrows.read(line) for group in groups if group.kind == "relation" for line in group.lines]
    sides = [group for group in groups if group.kind == "" and group.heading]
    beside = [group for group in groups if group.kind in ("", panels.APART) and panels.is_apart(group)]
    if not 2 <= len(sides) <= SIDES:
        return None
    slots = _slots(sides, beside[:1], told)
    drawn = _drawn(slots, told)
    lone = [name for name, group in slots.items() if not group.lines and not any(name in pair for pair in drawn)]
    slots = {name: group for name, group in slots.items() if name not in lone}
    if not drawn:
        return None
    plan = _fitted(slots, drawn, area, stage)
    return _part(plan) if plan else None


def _slots(sides: list[LineGroup], beside: list[LineGroup], told: list[Arrow]) -> dict[str, LineGroup]:
    """The core left and right; others under the one that they are bound to, or between the two."""
    slots = {"left": sides[0], "right": sides[1]}
    rest = list(sides[2:])
    bound = {side.heading: {name for name in ("left", "right") if _bound(side, slots[name], told)} for side in rest}
    for slot, ties in (("low left", {"left"}), ("low right", {"right"}), ("centre", {"left", "right"})):
        found = next((side for side in rest if bound[side.heading] == ties), None)
        if found:
            slots[slot] = found
            rest.remove(found)
    slots |= {"low centre": beside[0]} if beside else {}
    free = [slot for slot in ("centre", "low left", "low right", "low centre") if slot not in slots]
    return slots | dict(zip(free, rest, strict=False))


def _bound(one: LineGroup, other: LineGroup, told: list[Arrow]) -> bool:
    return any({each.one, each.other} == {one.heading, other.heading} for each in told)


def _drawn(slots: dict[str, LineGroup], told: list[Arrow]) -> dict[tuple[str, str], Arrow]:
    """The relation of each two slots that a line can join."""
    found = {}
    for one, other in _LINES:
        if one in slots and other in slots:
            ends = {slots[one].heading, slots[other].heading}
            arrow = next((each for each in told if {each.one, each.other} == ends), None)
            if arrow:
                found[one, other] = arrow
    return found


def _fitted(slots: dict[str, LineGroup], drawn: dict[tuple[str, str], Arrow], area: Area, stage: Stage) -> _Plan | None:
    """The plan in the largest sizes that hold everybody; in the smallest without those who have no room."""
    for sizes in panels.SIZES[_LARGEST:]:
        plan = _Plan(slots, drawn, area, sizes, stage)
        over = _lay(plan)
        if over <= 0:
            _lay(plan, min(-over / 2, _TALLER))
            return plan
    kept = slots
    while True:
        plans = [_Plan(each, drawn, area, panels.SIZES[-1], stage) for each in _fewer(kept)]
        if not plans:
            return None
        over, _, plan = min(((_lay(plan), at, plan) for at, plan in enumerate(plans)), key=lambda row: row[:2])
        if over <= 0:
            return _filled(plan, slots)
        kept = plan.slots


def _filled(plan: _Plan, slots: dict[str, LineGroup]) -> _Plan:
    """The plan with those again who fit in after all, once the tallest panels are shorter."""
    for name, group in slots.items():
        for _ in range(len(group.lines) - len(plan.slots[name].lines)):
            lines = group.lines[: len(plan.slots[name].lines) + 1]
            more = replace(plan, slots={**plan.slots, name: replace(group, lines=lines)}, frames={})
            plan = more if _lay(more) <= 0 else plan
    return plan


def _fewer(slots: dict[str, LineGroup]) -> Iterator[dict[str, LineGroup]]:
    """The panels without the last of one of them; while many comment, it is one of those."""
    many = [name for name, group in slots.items() if panels.is_apart(group) and len(group.lines) > _COMMENTING]
    for name in many or [name for name, group in slots.items() if len(group.lines) > 1]:
        yield {**slots, name: replace(slots[name], lines=slots[name].lines[:-1])}


def _lay(plan: _Plan, extra: float = 0.0) -> float:
    """Set the frames and the heights of the lines, the core taller by `extra`; by how many points it is too tall."""
    area = plan.area
    core = max(plan.need("left"), plan.need("right")) + extra
    middle = plan.need("centre")
    row = max((_row_label(plan, pair) for pair in plan.drawn if "centre" in pair), default=0.0)
    if row:
        plan.row_y = area.y + max(row + 4.0, 38.0)
        middle, core = (max(high, plan.row_y - area.y + _AIR) for high in (middle, core))
    passing = ("left", "right") in plan.drawn
    label = _core_label(plan) if passing else 0.0
    if passing and middle:
        plan.core_y = area.y + max(middle + _AIR, (middle + core) / 2)
        core = max(core, plan.core_y - area.y + _AIR)
    elif passing:
        core = max(core, 2 * (label + 8.0))
        plan.core_y = area.y + core / 2
    low = area.y + core + (_drop(plan) if any(name in plan.slots for name in _LOW) else 0.0)
    keyed = plan.keyed if _kinds(plan) else 0.0
    under = area.y + core + _GAP if not middle else area.y + middle + _GAP
    under = (plan.core_y + label + 8.0 if middle and passing else under) + keyed
    centre = max(low, under)
    plan.key_y = centre - plan.keyed
    ends = {name: (centre if name == "low centre" else low) + plan.need(name) for name in _LOW if name in plan.slots}
    over = max([*ends.values(), area.y + core, under if keyed else 0.0]) - area.bottom
    _frames(plan, {"left": core, "centre": middle, "right": core}, (low, centre), ends, min(-over, _SPARE))
    return over


def _frames(
    plan: _Plan, tops: dict[str, float], lows: tuple[float, float], ends: dict[str, float], spare: float
) -> None:
    """The panels of a row end together, but for those that nobody stands in."""
    for name in tops.keys() & plan.slots.keys():
        plan.frames[name] = Area(plan.x(name), plan.area.y, _W, tops[name])
    bottom = max(ends.values(), default=0.0) + spare
    for name, end in ends.items():
        top = lows[name == "low centre"]
        high = (bottom if plan.slots[name].lines else end) - top
        plan.frames[name] = Area(plan.x(name), top, plan.width(name), high)


def _drop(plan: _Plan) -> float:
    """From the top row to the next: room for a line and its label, where one goes down."""
    labels = [
        arrows.height(arrows.label(arrow, plan.stage, "left"), _W - _STEM - 12.0, plan.stage)
        for (_, other), arrow in plan.drawn.items()
        if other.startswith("low")
    ]
    return max(_DROP, max(labels) + 8.0) if labels else _GAP


def _row_label(plan: _Plan, pair: tuple[str, str]) -> float:
    return arrows.height(arrows.label(plan.drawn[pair], plan.stage, "center", below=True), plan.gutter - 8, plan.stage)


def _core_label(plan: _Plan) -> float:
    arrow = plan.drawn["left", "right"]
    return arrows.height(arrows.label(arrow, plan.stage, "center"), _W + plan.gutter, plan.stage)


def _kinds(plan: _Plan) -> tuple[str, ...]:
    return tuple(arrow.kind for arrow in plan.drawn.values() if arrow.kind != arrows.PARTNERS)


def _part(plan: _Plan) -> Part:
    """The marks in reading order: the top row, the one below it, then the lines with their labels."""
    sites: dict[str, list[tuple[float, float]]] = {}
    lines = [mark for pair, arrow in plan.drawn.items() for mark in _line(plan, pair, arrow, sites)]
    marks = [mark for slot in (*_TOP, *_LOW) if slot in plan.slots for mark in _panel(plan, slot, sites)]
    shown = (
        *(line for slot in (*_TOP, *_LOW) if slot in plan.slots for line in plan.slots[slot].lines),
        *(arrow.line for arrow in plan.drawn.values()),
    )
    return Part((*marks, *lines, *_key(plan)), shown)


def _panel(plan: _Plan, slot: str, sites: dict[str, list[tuple[float, float]]]) -> Iterator[Mark]:
    group, area = plan.slots[slot], plan.frames[slot]
    core = slot in ("left", "right")
    around = panels.frame(group, area, core=core)
    yield replace(around, name=_name(slot), sites=tuple(sites.get(slot, ())))
    if panels.is_apart(group):
        yield from panels.apart(group, area, plan.sizes, plan.stage)
    else:
        yield from panels.side(group, area, plan.sizes, plan.stage, core=core)


def _name(slot: str) -> str:
    return f"Panel {(*_TOP, *_LOW).index(slot) + 1}"


def _line(
    plan: _Plan, pair: tuple[str, str], arrow: Arrow, sites: dict[str, list[tuple[float, float]]]
) -> tuple[Mark, ...]:
    """A line between two slots and its label."""
    points = _points(plan, *pair)
    ends = [_end(plan, slot, point, sites) for slot, point in zip(pair, points, strict=True)]
    forward = plan.slots[pair[0]].heading == arrow.one
    one, other = ends if forward else reversed(ends)
    return arrows.draw(arrow, one, other, plan.stage), _label(plan, pair, arrow, points[0])


def _points(plan: _Plan, one: str, other: str) -> tuple[tuple[float, float], tuple[float, float]]:
    first, second = plan.frames[one], plan.frames[other]
    if other in _LOW:
        x = first.x + _STEM
        return (x, first.bottom), (x, second.y)
    y = plan.core_y if (one, other) == ("left", "right") else plan.row_y
    return (first.right, y), (second.x, y)


def _end(plan: _Plan, slot: str, point: tuple[float, float], sites: dict[str, list[tuple[float, float]]]) -> End:
    """The point as a site of the panel, after its own four."""
    area, (x, y) = plan.frames[slot], point
    own = sites.setdefault(slot, [])
    own.append(((x - area.x) / area.w, (y - area.y) / area.h))
    return End(_name(slot), 3 + len(own), x, y)


def _label(plan: _Plan, pair: tuple[str, str], arrow: Arrow, start: tuple[float, float]) -> Mark:
    stage, (x, y) = plan.stage, start
    if pair[1] in _LOW:
        texts = arrows.label(arrow, stage, "left")
        area = Area(x + 12.0, y + 3.0, _W - _STEM - 12.0, plan.frames[pair[1]].y - y - 6.0)
        return arrows.text(texts, area, stage, "middle")
    if pair == ("left", "right"):
        texts = arrows.label(arrow, stage, "center")
        high = _core_label(plan)
        top = y + 6.0 if plan.need("centre") else y - high - 4.0
        return arrows.text(texts, Area(_middle(plan) - plan.gutter / 2, top, _W + plan.gutter, high), stage)
    texts = arrows.label(arrow, stage, "center", below=True)
    high = _row_label(plan, pair)
    return arrows.text(texts, Area(x + 4.0, y - high - 2.0, plan.gutter - 8.0, high), stage, "bottom")


def _key(plan: _Plan) -> tuple[Mark, ...]:
    """Above what stands in the middle of the lower row; nothing where only partners are drawn."""
    kinds = _kinds(plan)
    if not kinds:
        return ()
    x = _middle(plan) + (_W / 4 if len(set(kinds)) == 1 else 0.0)
    return arrows.key(kinds, Area(x, plan.key_y, _W, plan.keyed - 2.0), plan.stage)


def _middle(plan: _Plan) -> float:
    """Left edge of the middle column."""
    return plan.area.x + _W + plan.gutter
