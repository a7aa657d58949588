"""Who says what: what is at issue in rows, sources in columns; turned round for more than four sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.errors import FitError
from briefpack.layout import dates
from briefpack.layout.marks import Paragraph, Run
from briefpack.layout.slides import grid, points, tables
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, count, plain
from briefpack.model import Cited, Line, LineGroup, Slide

STANCES = {"says": ("●", "accent2"), "doubts": ("○", "accent2"), "denies": ("×", "accent")}
"""Glyph and colour; the word beside it carries the meaning."""
SILENT = ("–", "muted")
ACROSS = 4
"""Sources (or, turned round, issues) in columns, at most."""
MOST_ROWS = 6
FIRST = 204.0
"""Width of the first column."""
_NARROW_FIRST, _NARROW = 140.0, 116.0
"""The same, and of any column, at least."""
KEY = 20.0
GLYPH = 1.5
"""Size of a mark, as a share of its cell's text."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns with their heads; a cell is the lines that stand there."""

    corner: str
    columns: tuple[Paragraph, ...]
    rows: tuple[tuple[Paragraph, tuple[tuple[Line, ...], ...]], ...]


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """One table, or several where rows or columns are too many."""
    try:
        return _tables(slide, heading.body.below(-3.0), stage)
    except FitError:
        return _as_points(slide, heading.body, stage)


def _as_points(slide: Slide, area: Area, stage: Stage) -> tuple[Part, ...]:
    """Statements too long for a table's cells, one under the other: what is at issue, who says it, and how."""
    names = {source.key: source.name for source in stage.deck.sources}
    lines = tuple(
        replace(
            line,
            label=" – ".join(part for part in (group.heading, names.get(line.label, ""), _word(line, stage)) if part),
        )
        for group in slide.groups
        for line in group.lines
    )
    return points.spread(lines, area, points.KINDS[1:], slide, stage)


def _word(line: Line, stage: Stage) -> str:
    return stage.word(line.detail if line.detail in STANCES else "says").lower()


def _tables(slide: Slide, area: Area, stage: Stage) -> tuple[Part, ...]:
    room = Area(area.x, area.y, area.w, area.h - KEY - 4.0)
    parts: list[Part] = []
    for whole in _grids(slide, stage):
        one, cut = _trimmed(whole, room.h, slide, stage)
        plan = _plan(one, room.h, stage)
        for rows in tables.split(plan, room.h, stage, MOST_ROWS):
            lines = tuple(line for _, cells in one.rows[rows.start : rows.stop] for cell in cells for line in cell)
            key = box(
                Area(area.x, area.bottom - KEY + 4.0, area.w, KEY - 2.0), _key(lines, stage), stage.type("source")
            )
            parts.append(Part((*tables.place(plan, rows, room, stage), key), lines, cut))
            cut = ()
    return tuple(parts) or (Part(()),)


def _trimmed(one: Grid, room: float, slide: Slide, stage: Stage) -> tuple[Grid, tuple[str, ...]]:
    """Where a row is taller than a slide, the second line of a source in it goes; what went, in words."""
    cut: list[str] = []
    rows = list(one.rows)
    plan = _plan(one, room, stage)
    for at, (need, (head, cells)) in enumerate(zip(tables.needs(plan, stage), one.rows, strict=True)):
        if need > room - tables.head(plan, stage):
            cut += [
                f"slide {slide.title.text!r}: left out for want of room: {line.text!r}"
                for cell in cells
                for line in cell[1:]
            ]
            rows[at] = (head, tuple(cell[:1] for cell in cells))
    return replace(one, rows=tuple(rows)), tuple(cut)


def _grids(slide: Slide, stage: Stage) -> tuple[Grid, ...]:
    """Issues in rows for up to four sources; else sources in rows, and so many issues at a time."""
    issues = tuple(group for group in slide.groups if group.lines)
    if not issues:
        return ()
    sources = stage.deck.sources
    named = {line.label for group in issues for line in group.lines}
    if len(sources) > ACROSS:
        sources = tuple(source for source in sources if source.key in named)
    if len(sources) <= ACROSS:
        return (_by_issue(issues, sources, stage),)
    size = -(-len(issues) // -(-len(issues) // ACROSS))
    chunks = tuple(issues[at : at + size] for at in range(0, len(issues), size))
    return tuple(_by_source(chunk, sources, stage) for chunk in chunks)


def _by_issue(issues: tuple[LineGroup, ...], sources: tuple[Cited, ...], stage: Stage) -> Grid:
    w = (grid.RIGHT - grid.LEFT - FIRST) / len(sources) - 2 * tables.PAD_X
    heads = [_source(source, stage) for source in sources]
    if any(count((head,), w, stage.type("cell"), stage) > 1 for head in heads):
        heads = [_source(source, stage, dated=False) for source in sources]
    columns = tuple(heads)
    rows = tuple(
        (plain(group.heading, bold=True), tuple(_said(group, source) for source in sources)) for group in issues
    )
    return Grid(stage.word("issue"), columns, rows)


def _by_source(issues: tuple[LineGroup, ...], sources: tuple[Cited, ...], stage: Stage) -> Grid:
    columns = tuple(plain(group.heading, bold=True) for group in issues)
    rows = tuple((_source(source, stage), tuple(_said(group, source) for group in issues)) for source in sources)
    spoken = tuple((head, cells) for head, cells in rows if any(cells))
    return Grid(stage.word("source column"), columns, spoken)


def _said(group: LineGroup, source: Cited) -> tuple[Line, ...]:
    return tuple(line for line in group.lines if line.label == source.key)


def _source(source: Cited, stage: Stage, *, dated: bool = True) -> Paragraph:
    """Number, name, month; the month stands in the source line too, and may go."""
    date = dates.printed(source.published[:7], stage.deck.language) if source.published and dated else ""
    runs = [Run(f"{source.number}\u2002", bold=True, colour="accent2"), Run(source.name, bold=True)]
    if date:
        runs.append(Run(f" {date}", colour="muted"))
    return Paragraph(tuple(runs))


def _plan(one: Grid, room: float, stage: Stage) -> tables.Plan:
    """Equal columns where the table fits so; else where it is lowest, a source that says little the narrower."""
    header = ((plain(one.corner, "muted", bold=True),), *((column,) for column in one.columns))
    rows = tuple(((_large(head, stage),), *(_cell(cell, stage) for cell in cells)) for head, cells in one.rows)
    alt = stage.word("matrix alt").format(rows=len(one.rows), columns=len(one.columns))
    size = stage.type("cell")
    plans = (
        tables.Plan(header, rows, widths, size, alt, "Matrix", 64.0, bands=True, pad_y=3.0) for widths in _widths(one)
    )
    tried: list[tuple[float, int]] = []
    kept: list[tables.Plan] = []
    for plan in plans:
        high = tables.head(plan, stage) + sum(tables.needs(plan, stage))
        if high <= room:
            return plan
        tried.append((high, len(kept)))
        kept.append(plan)
    return kept[min(tried)[1]]


def _widths(one: Grid) -> Iterator[tuple[float, ...]]:
    """Widths of the columns: equal ones first, then by what stands in them, beside a narrower first column."""
    whole = grid.RIGHT - grid.LEFT
    count = len(one.columns)
    yield (FIRST, *((whole - FIRST) / count,) * count)
    said = [max(sum(len(line.text) for line in cells[at]) for _, cells in one.rows) for at in range(count)]
    for first in (FIRST, _NARROW_FIRST):
        for power in (0.5, 0.75):
            weights = [max(length, 1) ** power for length in said]
            free = whole - first - _NARROW * count
            yield (first, *(_NARROW + free * weight / sum(weights) for weight in weights))


def _large(head: Paragraph, stage: Stage) -> Paragraph:
    """A row's head, a step larger than the cells."""
    scale = round(stage.type("rowhead").size / stage.type("cell").size, 3)
    return replace(head, runs=tuple(replace(run, scale=scale) for run in head.runs if run.text))


def _cell(lines: tuple[Line, ...], stage: Stage) -> tables.Texts:
    """Glyph and word, then what the source says, with its address."""
    if not lines:
        glyph, colour = SILENT
        return (
            Paragraph((Run(f"{glyph}\u2002", colour=colour, scale=GLYPH), Run(stage.word("silent"), colour=colour))),
        )
    texts: list[Paragraph] = []
    for line in lines:
        stance = line.detail if line.detail in STANCES else "says"
        glyph, colour = STANCES[stance]
        mark = Run(f"{glyph}\u2002", bold=True, colour=colour, scale=GLYPH)
        said = tuple(run for run in (Run(line.text), stage.reference(line.refs)) if run.text)
        texts += [Paragraph((mark, Run(stage.word(stance), bold=True))), Paragraph(said)]
    return tuple(texts)


def _key(lines: tuple[Line, ...], stage: Stage) -> Paragraph:
    """The marks that occur, with their words."""
    found = {line.detail if line.detail in STANCES else "says" for line in lines}
    runs: list[Run] = []
    for stance, (glyph, colour) in STANCES.items():
        if stance in found:
            runs += [Run(f"{glyph}\u2002", colour=colour), Run(stage.word(stance) + "\u2003\u2003", colour="muted")]
    glyph, colour = SILENT
    runs.append(Run(f"{glyph}\u2002{stage.word('silent')}", colour=colour))
    return Paragraph(tuple(runs))
