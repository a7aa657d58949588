"""What binds the sides on the map of actors: read from a page's line, drawn as a line glued to two panels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.layout import fit
from briefpack.layout.marks import Mark, Paragraph, Rule, Run
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, tall
from briefpack.model import Line

PARTNERS, PRESSURES, REACHES = "partners", "pressures", "reaches out"
_INK = {PARTNERS: "ink", PRESSURES: "accent", REACHES: "accent2"}
_SAMPLE = 26.0
"""Length of the lines in the key."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation between two sides of the slide."""

    one: str
    other: str
    kind: str
    line: Line


@dataclass(frozen=True, slots=True)
class End:
    """Where a line meets a panel: the panel's name and site, and the point in points."""

    panel: str
    site: int
    x: float
    y: float


def read(line: Line) -> Arrow:
    """The relation of a page's line: 'China -> Russia', '<->' between partners."""
    both = " <-> " in line.label
    one, _, other = line.label.partition(" <-> " if both else " -> ")
    kind = PARTNERS if both else PRESSURES if line.detail == PRESSURES else REACHES
    return Arrow(one.strip(), other.strip(), kind, line)


def draw(arrow: Arrow, one: End, other: End, stage: Stage) -> Rule:
    """The line from the one to the other: thick between partners, dashed for pressure."""
    bond = arrow.kind == PARTNERS
    told = stage.word("bond alt" if bond else "relation alt")
    return Rule(
        one.x, one.y, other.x, other.y,
        colour=_INK[arrow.kind],
        width=3.75 if bond else 1.9,
        dash=arrow.kind == PRESSURES,
        arrow="<>" if bond else ">",
        alt=told.format(one=arrow.one, other=arrow.other, label=arrow.line.text),
        name=f"{arrow.one} {'and' if bond else 'to'} {arrow.other}",
        glued=((one.panel, one.site), (other.panel, other.site)),
    )  # fmt: skip


def label(arrow: Arrow, stage: Stage, align: str, *, below: bool = False) -> tuple[Paragraph, ...]:
    """The deed with its address, which stands on a line of its own where the room is narrow."""
    said = Run(arrow.line.text, bold=True, colour=_INK[arrow.kind])
    where = stage.reference(arrow.line.refs)
    if not where.text:
        return (Paragraph((said,), align=align),)
    if below:
        return Paragraph((said,), align=align), Paragraph((replace(where, text=where.text.strip()),), align=align)
    return (Paragraph((said, where), align=align),)


def height(texts: tuple[Paragraph, ...], w: float, stage: Stage) -> float:
    """Of a label at a width."""
    return tall(texts, w, stage.type("label"), stage)


def text(texts: tuple[Paragraph, ...], area: Area, stage: Stage, anchor: str = "top") -> Mark:
    """A label in its place."""
    return box(area, texts, stage.type("label"), anchor=anchor)


def key_height(w: float, stage: Stage) -> float:
    """Of the words of the key, side by side at a width."""
    size, room = stage.type("label"), w / 2 - _SAMPLE - 8
    words = (Paragraph((Run(stage.word(kind)),)) for kind in (REACHES, PRESSURES))
    return max(fit.height(fit.wrap((word,), room, size.size, stage.families), size.pitch) for word in words)


def key(kinds: tuple[str, ...], area: Area, stage: Stage) -> tuple[Mark, ...]:
    """What solid and dashed mean, for the kinds that the map has."""
    size = stage.type("label")
    marks: list[Mark] = []
    w = area.w / 2
    for at, kind in enumerate(kind for kind in (REACHES, PRESSURES) if kind in kinds):
        x, y = area.x + at * w, area.y + area.h / 2
        marks.append(Rule(x, y, x + _SAMPLE, y, _INK[kind], 1.9, dash=kind == PRESSURES, arrow=">"))
        said = Paragraph((Run(stage.word(kind), colour="muted"),))
        marks.append(box(Area(x + _SAMPLE + 6, area.y, w - _SAMPLE - 8, area.h), said, size, anchor="middle"))
    return tuple(marks)
