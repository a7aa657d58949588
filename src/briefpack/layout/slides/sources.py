"""The sources: what they are, and the passages taken from each."""

from __future__ import annotations

from briefpack.layout import dates
from briefpack.layout.marks import Mark, Oval, Paragraph, Rule, Run, TextBox
from briefpack.layout.slides import stack, strip, tables
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, count, line_width, plain, tall
from briefpack.model import Cited, Slide

INDENT = 42.0
SIDE, WIDE_SIDE = 180.0, 210.0
"""Room for kind and counts, right: the text of a look with hairlines runs wider."""
MOST_ROWS = 6
MOST_STRIPS = 3
STRIPS = (19.5, 12.0, 0.0)
"""Heights of a strip, in order of preference; the last is none."""


def place(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...]:
    """Rows with strips for up to three sources, rows for up to six, a table for more."""
    area = heading.body
    sources = _listed(slide, stage)
    foot = stage.word("key" if len(sources) <= MOST_STRIPS else "pointer")
    if len(sources) <= MOST_ROWS:
        for strips in STRIPS if len(sources) <= MOST_STRIPS else STRIPS[-1:]:
            marks = _rows(sources, area, strips, stage)
            if marks is not None:
                return (Part(marks, foot=foot if strips else stage.word("pointer")),)
    plan = _plan(sources, stage)
    parts = tables.split(plan, area.h, stage)
    return tuple(Part(tables.place(plan, part, area, stage), foot=stage.word("pointer")) for part in parts)


def _listed(slide: Slide, stage: Stage) -> tuple[Cited, ...]:
    """Those that the slide names, else all."""
    keys = {line.label for group in slide.groups for line in group.lines}
    named = tuple(source for source in stage.deck.sources if source.key in keys)
    return named or stage.deck.sources


def _rows(sources: tuple[Cited, ...], area: Area, strips: float, stage: Stage) -> tuple[Mark, ...] | None:
    needs = [_need(source, area, strips, stage) for source in sources]
    heights = stack.share(needs, area.h, 124.0 if strips else 92.0)
    if heights is None:
        return None
    marks: list[Mark] = []
    y = area.y
    for at, (source, height) in enumerate(zip(sources, heights, strict=True)):
        marks.append(Rule(area.x, y, area.right, y, "rule" if at else "ink", 0.75 if at else 1.5))
        marks.extend(_row(source, Area(area.x, y, area.w, height), strips, stage))
        y += height
    return tuple(marks)


def _texts(source: Cited, stage: Stage) -> tuple[tuple[Paragraph, str], ...]:
    """Title, who and when, what was worked out; each with its size."""
    title = plain(source.title, bold=True, font="head", italic=False)
    rows = [(title, "body" if stage.cards else "rowhead"), (_byline(source, stage), "small")]
    if source.note:
        rows.append((plain(source.note, "muted", italic=stage.cards), "source"))
    return tuple(rows)


def _byline(source: Cited, stage: Stage) -> Paragraph:
    date = dates.printed(source.published, stage.deck.language) if source.published else ""
    authors = ", ".join(source.authors)
    pieces = [(authors, False), (source.publisher or ("" if authors else source.name), True), (date, False)]
    runs: list[Run] = []
    for text, bold in pieces:
        if text:
            runs.append(Run("  ·  " if runs else ""))
            runs.append(Run(text, bold=bold))
    return Paragraph(tuple(run for run in runs if run.text))


def _need(source: Cited, area: Area, strips: float, stage: Stage) -> float:
    row = Area(area.x, 0.0, area.w, 0.0)
    return max(text.y + text.h for text in _left(source, row, stage)) + 1.0 + (strips + 6.0 if strips else 0.0) + 7.0


def _width(source: Cited, role: str, area: Area, stage: Stage) -> float:
    """Title and byline leave room for kind and counts beside them; the note under those has the whole row."""
    return area.w - INDENT - (0.0 if role == "source" else _beside(source, stage))


def _beside(source: Cited, stage: Stage) -> float:
    """Room for kind and counts on one line each, and the gap before them; not more than the look gives them."""
    rows = ((kind(source, stage), "label"), (" · ".join(_counts(source, stage)), "source"))
    wide = max(line_width(plain(text, bold=role == "label"), stage.type(role), stage) for text, role in rows)
    return min(wide / stage.families.margin + 28.0, SIDE if stage.cards else WIDE_SIDE)


def _row(source: Cited, row: Area, strips: float, stage: Stage) -> list[Mark]:
    marks: list[Mark] = [*_badge(source, row.x, row.y + 12.0, stage)]
    texts = _left(source, row, stage)
    marks += [*texts, *_side(source, row, stage)]
    if strips:
        wide = strip.length(source, stage.deck.sources, row.w - INDENT)
        fill = "tint" if stage.cards else "tint2"
        bars = strip.bar(
            source,
            row.x + INDENT,
            max(texts[-1].y + texts[-1].h + 6.0, row.bottom - strips - 14.0),
            wide,
            strips,
            fill,
            "accent2",
        )
        marks.append(strip.group(bars, (source,), stage))
    return marks


def _left(source: Cited, row: Area, stage: Stage) -> list[TextBox]:
    """Title, byline and note one under the other; the note starts below what stands on the right."""
    placed: list[TextBox] = []
    y = row.y + 10.0
    aside = max(text.y + text.h for text in _side(source, row, stage)) + 1.0
    for paragraph, role in _texts(source, stage):
        y = max(y, aside) if role == "source" else y
        w = _width(source, role, row, stage)
        h = tall((paragraph,), w, stage.type(role), stage)
        placed.append(box(Area(row.x + INDENT, y, w, h), paragraph, stage.type(role)))
        y += h + 1.0
    return placed


def _badge(source: Cited, x: float, y: float, stage: Stage) -> tuple[Mark, ...]:
    size = stage.type("small")
    number = _number(source, "onaccent2", align="center")
    disc = 27.0
    return Oval(x, y, disc, disc, "accent2"), box(Area(x, y, disc, disc), number, size, anchor="middle")


def _number(source: Cited, colour: str, align: str = "left") -> Paragraph:
    """Its number, to which references on a handout lead."""
    return Paragraph((Run(str(source.number), bold=True, colour=colour, anchor=source.key),), align=align)


def _side(source: Cited, row: Area, stage: Stage) -> list[TextBox]:
    """What kind of text it is, and how much of it is used."""
    w = _beside(source, stage) - 18.0
    x = row.right - w
    label, small = stage.type("label"), stage.type("source")
    named = kind(source, stage)
    counts = plain(" · ".join(_counts(source, stage)), "muted", align="right")
    marks: list[TextBox] = []
    y = row.y + 12.0
    if named:
        h = tall((plain(named, bold=True),), w, label, stage)
        marks.append(box(Area(x, y, w, h), plain(named, "accent2", bold=True, align="right"), label))
        y += h
    marks.append(box(Area(x, y, w, tall((counts,), w, small, stage)), counts, small))
    return marks


def kind(source: Cited, stage: Stage) -> str:
    """What kind of text it is, in a reader's words; empty where nobody knows."""
    known = ("news", "opinion", "editorial", "analysis", "official", "explainer")
    return stage.word(source.genre) if source.genre in known else (source.genre or "")


def _counts(source: Cited, stage: Stage) -> list[str]:
    used = stage.word("passage") if source.passages == 1 else stage.word("passages").format(count=source.passages)
    words = stage.word("words").format(count=f"{source.words:,}")
    return [used, words] if source.words else [used]


def _plan(sources: tuple[Cited, ...], stage: Stage) -> tables.Plan:
    """Number and source, byline, kind and counts."""
    names = ("source column", "published", "kind")
    header = ((plain("", "muted"),), *tables.heads(names, stage.type("cell"), stage))
    rows = tuple(_cells(source, stage) for source in sources)
    alt = stage.word("sources alt").format(count=len(sources))
    return tables.Plan(header, rows, (44.0, 410.0, 270.0, 140.0), stage.type("cell"), alt, "Sources", 40.0)


def _cells(source: Cited, stage: Stage) -> tuple[tables.Texts, ...]:
    title = plain(source.title, bold=True)
    size = stage.type("cell")
    words = source.title.split()
    while len(words) > 4 and count((title,), 394.0, size, stage) > 3:
        words.pop()
        title = plain(" ".join(words) + " […]", bold=True)
    number = _number(source, "accent2")
    named = plain(kind(source, stage) or _counts(source, stage)[0], "muted")
    return (number,), (title,), (_byline(source, stage),), (named,)
