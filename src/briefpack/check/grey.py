"""The gate on what is lost without colour: pages and slides as a copier gives them back.

Meaning always has a second carrier: a word, a shape, a dash, a place, fill against outline (DESIGN.md, 12). So
text must stand out from its ground in grey, what a figure draws must too, and marks that are alike but for
their colour must be told apart by their grey or by a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from briefpack.layout import charting, printing
from briefpack.layout.marks import (
    Chart,
    Inset,
    Mark,
    MarkGroup,
    Oval,
    Paragraph,
    Picture,
    Rect,
    Rule,
    Sheet,
    Sheets,
    Table,
    TextBox,
)
from briefpack.model import Area, Look, Notice
from briefpack.model.colour import contrast, luminance

LEAST = 4.5
"""Contrast of text, WCAG 2.2, level AA: a ratio of luminances, so it is the same in grey."""
APART = 10.0
"""Steps of lightness (CIE L*, 0 to 100) between two greys that are seen to be two."""
_SEEN = 4.0
"""The same between a mark and what lies right under it."""
_PALE = 85.0
"""From this lightness on it is a ground: the years of an axis take turns in two tints, and are named."""
_NEAR = 10.0
"""Points from a mark to a word that belongs to it."""
_NAMED = re.compile(r"[^\W_]")
"""A letter or a digit."""
_SMALL = 40.0
"""Points: a rectangle no longer than this is a mark; a longer one is a card or a band."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """Something drawn that is no text."""

    area: Area
    form: tuple[object, ...]
    """What is seen of it in any colour: kind, size, fill or outline, dash, arrow."""
    colour: str
    told: bool
    """Whether it stands in a figure that tells something."""
    fill: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """A text and where it begins."""

    area: Area
    at: tuple[float, float]
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class _Seen:
    """A sheet as shapes and words in their order, in the colours that it is printed in."""

    colours: dict[str, str]
    """Six hex digits of each role."""
    words: list[tuple[int, _Words]] = field(default_factory=list)
    """Each with its place in the order of drawing, as the shapes."""
    shapes: list[tuple[int, _Shape]] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)

    def draw(self, mark: _Shape | _Words) -> None:
        """Put a mark on top of those before."""
        place = len(self.words) + len(self.shapes)
        if isinstance(mark, _Words):
            self.words.append((place, mark))
        else:
            self.shapes.append((place, mark))

    def grey(self, role: str) -> float:
        """Lightness of a role, 0 to 100."""
        return _lightness(self.colours[role])

    def under(self, at: tuple[float, float], until: int, *, ground: str = "paper") -> str:
        """The role of what is seen at a point under the mark with this number."""
        for place, mark in reversed(self.shapes):
            if place < until and mark.fill and _holds(mark.area, at):
                return mark.colour
        return ground


def problems(sheets: Sheets, looks: Mapping[str, Look], *, look: str) -> Iterator[Notice]:
    """What a reader of a grey copy would miss, by page; ``looks`` are those of the pages and of the slides on them."""
    for number, sheet in enumerate(sheets.sheets, start=1):
        for what in dict.fromkeys(_lost(sheet, looks, look)):
            yield Notice(what, f"page {number}", "give it a word, another shape or another grey", gate="S4", hard=True)


def _lost(sheet: Sheet, looks: Mapping[str, Look], look: str) -> Iterator[str]:
    seen = _Seen(dict(printing.palette(looks[look]).colours))
    if sheet.ground != "paper":
        seen.draw(_Shape(Area(0, 0, sheet.w, sheet.h), (), sheet.ground, False, True))
    _gather(sheet.marks, seen, told=False)
    yield from _faint(seen)
    yield from _sunk(seen)
    yield from _twins(seen)
    yield from _glyphs(seen)
    yield from _series(seen)
    for inset in (mark for mark in sheet.marks if isinstance(mark, Inset)):
        yield from (f"{what} ({inset.alt})" for what in _lost(inset.sheet, looks, inset.look or look))


def _gather(marks: Iterable[Mark], seen: _Seen, *, told: bool) -> None:
    for mark in marks:
        if isinstance(mark, MarkGroup):
            _gather(mark.marks, seen, told=told or bool(mark.alt))
        elif isinstance(mark, Chart):
            seen.charts.append(mark)
            _gather(charting.marks(mark), seen, told=True)
        elif isinstance(mark, Table):
            _cells(mark, seen)
        elif isinstance(mark, TextBox):
            seen.draw(_Words(Area(mark.x, mark.y, mark.w, mark.h), _start(mark), mark.paragraphs))
        elif not isinstance(mark, Inset | Picture):
            for shape in _shapes(mark, told=told or bool(mark.alt)):
                seen.draw(shape)


def _cells(table: Table, seen: _Seen) -> None:
    y = table.y
    for row, tall in zip(table.rows, table.heights, strict=True):
        x = table.x
        for cell, wide in zip(row, table.widths, strict=True):
            area = Area(x, y, wide, tall)
            if cell.fill:
                seen.draw(_Shape(area, (), cell.fill, False, True))
            seen.draw(_Words(area, (x + wide / 2, y + tall / 2), cell.paragraphs))
            x += wide
        y += tall


def _start(box: TextBox) -> tuple[float, float]:
    """A point in the first line."""
    align = box.paragraphs[0].align if box.paragraphs else "left"
    x = {"left": box.x + 3, "center": box.x + box.w / 2, "right": box.x + box.w - 3}[align]
    y = {"top": box.pitch / 2, "middle": box.h / 2, "bottom": box.h - box.pitch / 2}[box.anchor]
    return x, box.y + y


def _shapes(mark: Rect | Oval | Rule, *, told: bool) -> Iterator[_Shape]:
    """The fill of a shape and its outline, each by itself."""
    if isinstance(mark, Rule):
        left, top = min(mark.x1, mark.x2), min(mark.y1, mark.y2)
        area = Area(left, top, abs(mark.x1 - mark.x2), abs(mark.y1 - mark.y2))
        joins = bool(mark.arrow or mark.glued)
        yield _Shape(area, ("line", round(mark.width), mark.dash, mark.arrow), mark.colour, told or joins, False)
        return
    area = Area(mark.x, mark.y, mark.w, mark.h)
    small = max(mark.w, mark.h) <= _SMALL and isinstance(mark, Oval)
    size = (type(mark), round(min(mark.w, mark.h)))
    dash = isinstance(mark, Rect) and mark.dash
    if mark.fill:
        yield _Shape(area, (*size, "filled", bool(mark.line)), mark.fill, told or small, True)
    if mark.line:
        yield _Shape(
            area, (*size, "outline", dash, bool(mark.fill)), mark.line, (told or small) and not mark.fill, False
        )


def _faint(seen: _Seen) -> Iterator[str]:
    """Text that is too near to its ground to be read."""
    for place, words in seen.words:
        ground = seen.colours[seen.under(words.at, place)]
        for run in [run for paragraph in words.paragraphs for run in paragraph.runs if run.text.strip()]:
            ratio = contrast(seen.colours[run.colour], ground)
            if round(ratio, 1) < LEAST:
                yield f"text has a contrast of {ratio:.1f} in print: {run.text.strip()[:40]}"


def _sunk(seen: _Seen) -> Iterator[str]:
    """A mark of a figure that is as grey as what it lies on, and says nothing in words."""
    for place, mark in seen.shapes:
        if mark.told and mark.fill and not mark.form[-1]:
            ground = seen.under(_middle(mark.area), place)
            sunk = ground != mark.colour and abs(seen.grey(mark.colour) - seen.grey(ground)) < _SEEN
            if sunk and not _word(mark, seen, inside=True):
                yield f"a mark in {mark.colour!r} is not seen on {ground!r} in grey"


def _twins(seen: _Seen) -> Iterator[str]:
    """Marks that differ in nothing but a colour that grey takes away, and have no word of their own."""
    alike: dict[tuple[object, ...], dict[str, list[_Shape]]] = {}
    for _, mark in seen.shapes:
        if mark.told and seen.grey(mark.colour) < _PALE:
            alike.setdefault(mark.form, {}).setdefault(mark.colour, []).append(mark)
    for colours in alike.values():
        mute = {role: marks for role, marks in colours.items() if any(not _word(mark, seen) for mark in marks)}
        for one, other in combinations(mute, 2):
            if 0 < abs(seen.grey(one) - seen.grey(other)) < APART or _same(seen, one, other):
                yield f"marks in {one!r} and {other!r} are alike but for their colour"


def _same(seen: _Seen, one: str, other: str) -> bool:
    """Whether two roles are two hues of one grey."""
    return seen.colours[one] != seen.colours[other] and seen.grey(one) == seen.grey(other)


def _glyphs(seen: _Seen) -> Iterator[str]:
    """A sign such as '●' in two colours with no word beside it."""
    found: dict[str, set[str]] = {}
    for _, words in seen.words:
        if not _NAMED.search(_text(words)):
            for run in (run for paragraph in words.paragraphs for run in paragraph.runs if run.text.strip()):
                found.setdefault(run.text.strip(), set()).add(run.colour)
    for sign, roles in found.items():
        for one, other in combinations(sorted(roles), 2):
            if abs(seen.grey(one) - seen.grey(other)) < APART:
                yield f"the sign {sign} stands in {one!r} and {other!r}, which are alike in grey"


def _series(seen: _Seen) -> Iterator[str]:
    """Bars of two series: a name stands only under both of them together, so their fills tell them apart."""
    for chart in seen.charts:
        for one, other in combinations((one.fills[0] for one in chart.series), 2):
            if abs(seen.grey(one) - seen.grey(other)) < APART:
                yield f"bars of two series are {one!r} and {other!r}, which are alike in grey"


def _word(mark: _Shape, seen: _Seen, *, inside: bool = False) -> bool:
    """Whether a text stands on a mark or, unless it must be inside, right beside it."""
    near = 0.0 if inside else _NEAR
    a = mark.area
    for _, words in seen.words:
        b = words.area
        across = min(a.right, b.right) - max(a.x, b.x)
        down = min(a.bottom, b.bottom) - max(a.y, b.y)
        if across > -near and down > -near and any(map(str.isalpha, _text(words))):
            return True
    return False


def _text(words: _Words) -> str:
    return "".join(run.text for paragraph in words.paragraphs for run in paragraph.runs)


def _middle(area: Area) -> tuple[float, float]:
    return area.x + area.w / 2, area.y + area.h / 2


def _holds(area: Area, at: tuple[float, float]) -> bool:
    return area.x <= at[0] <= area.right and area.y <= at[1] <= area.bottom


def _lightness(colour: str) -> float:
    """CIE L* of a colour."""
    light = luminance(colour)
    return 116 * light ** (1 / 3) - 16 if light > 0.008856 else 903.3 * light
