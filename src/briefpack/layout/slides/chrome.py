"""What every slide has around its body: flag, kicker, section bars, source line and number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefpack.layout import dates, fit
from briefpack.layout.marks import Mark, Paragraph, Rect, Rule, Run, Sheet, TextBox
from briefpack.layout.slides.grid import BOTTOM, FOOT, HIGH, LEFT, RIGHT, WIDE, Area, span
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, tall
from briefpack.model import Cited, Line, Slide, Type

SECTIONS = {
    **dict.fromkeys(("title", "question", "bottomline"), 0),
    **dict.fromkeys(("timeline", "people", "terms"), 1),
    **dict.fromkeys(("claim", "number", "chart", "quote", "matrix", "points", "views"), 2),
    **dict.fromkeys(("discussion", "close", "sources"), 3),
}
"""Which part of the deck a kind belongs to; the bars show how far it has come."""
BAR, BAR_GAP = 27.0, 4.5


@dataclass(frozen=True, slots=True)
class Position:
    """Where a slide stands in its deck."""

    number: int
    """From 1."""
    section: int
    """From 0."""
    sections: int


def positions(slides: Sequence[Slide]) -> tuple[tuple[int, int], ...]:
    """For each slide its section, from 0 and never falling, and how many there are; section slides open their own."""
    opens = [at for at, slide in enumerate(slides) if slide.kind == "section"]
    if opens:
        return tuple((max(sum(at <= place for at in opens) - 1, 0), len(opens)) for place in range(len(slides)))
    found: list[int] = []
    for slide in slides:
        found.append(max(SECTIONS.get(slide.kind, 2), found[-1] if found else 0))
    known = sorted(set(found))
    return tuple((known.index(section), len(known)) for section in found)


def sheet(slide: Slide, heading: Heading, part: Part, position: Position, stage: Stage) -> Sheet:
    """A content slide with everything in its place, in reading order."""
    marks: tuple[Mark, ...] = (
        *heading.marks[:1],
        *_kicker(slide.kicker if slide.kicker != heading.text else "", heading.aside, stage),
        *heading.marks[1:],
        *part.marks,
        Rule(LEFT, FOOT, RIGHT, FOOT),
        source_line(part.foot or sources((slide.title, *part.lines), stage), stage),
        number(position.number, stage),
        *flag(stage),
        *bars(position, RIGHT, 32.25),
    )
    return Sheet(WIDE, HIGH, marks, heading.text, slide.kind, notes=slide.notes)


def flag(stage: Stage) -> tuple[Mark, ...]:
    """The red flag of a look with hairlines."""
    if stage.cards:
        return ()
    return Rect(LEFT, 0, 42, 9, "accent", name="Flag"), Rule(90, 0.55, RIGHT, 0.55, "accent", 1.1, name="Top edge")


def one_line(paragraph: Paragraph, w: float, size: Type, stage: Stage) -> Paragraph:
    """A tracked line that is too long keeps what one line holds."""
    lines = fit.wrap((paragraph,), w, size.size, stage.families, tracking=1.0)
    return replace(paragraph, runs=lines[0].runs)


def source_line(text: str, stage: Stage, w: float = 792.0) -> TextBox:
    """The footer."""
    return replace(
        box(Area(LEFT, 498.0, w, 32.0), plain(text, "muted"), stage.type("source")), role="footer", name="Source line"
    )


def number(of: int, stage: Stage, colour: str = "muted") -> TextBox:
    """The slide's number."""
    paragraph = plain(str(of), colour, bold=True, align="right")
    placed = box(Area(858.0, 498.0, 54.0, 17.0), paragraph, stage.type("source"), tag="Artifact")
    return replace(placed, role="number", name="Slide number")


def sources(
    lines: Iterable[Line],
    stage: Stage,
    w: float = 792.0,
    h: float = 34.0,
    size: Type | None = None,
    font: str = "body",
) -> str:
    """The sources that these lines cite, in what the foot holds, two lines: in full, shorter, or as numbers."""
    keys = {ref.source for line in lines for ref in line.refs}
    cited = sorted((source for source in stage.deck.sources if source.key in keys), key=lambda source: source.number)
    if not cited:
        return stage.word("uncited")
    start = stage.word("source" if len(cited) == 1 else "sources")
    for form in (_long, _short, _name):
        text = start + " · ".join(_glued(f"[{source.number}] {form(source, stage)}") for source in cited)
        if tall((plain(text, font=font),), w, size or stage.type("source"), stage) <= h:
            return text
    return start + stage.word("listed").format(numbers=_numbers([source.number for source in cited]))


def _glued(text: str) -> str:
    """A source that is not too long stays on one line."""
    return text.replace(" ", "\u00a0") if len(text) < 70 else text.replace("] ", "]\u00a0")


def _long(source: Cited, stage: Stage) -> str:
    date = dates.printed(source.published, stage.deck.language) if source.published else ""
    return ", ".join(part for part in (source.name, date) if part)


def _short(source: Cited, stage: Stage) -> str:
    date = dates.printed(source.published[:7], stage.deck.language) if source.published else ""
    return ", ".join(part for part in (_name(source, stage), date) if part)


def _name(source: Cited, _: Stage) -> str:
    """The name without what follows a comma, at most 28 characters of whole words."""
    words = source.name.removeprefix("The ").split(",")[0].split()
    while len(words) > 1 and (len(" ".join(words)) > 28 or words[-1].islower()):
        words.pop()
    return " ".join(words)


def _numbers(numbers: list[int]) -> str:
    """Numbers with runs joined: '[1]–[4], [7]'."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"[{run[0]}]" if len(run) == 1 else f"[{run[0]}]–[{run[-1]}]" for run in runs)


def _kicker(text: str, aside: tuple[Run, ...], stage: Stage) -> tuple[Mark, ...]:
    """The small line above the title; voice and reference follow it in ordinary letters."""
    size = Type(12, 15)
    capitals = plain(text.upper(), "accent", bold=True)
    wide = fit.wrap((capitals,), 9999.0, size.size, stage.families, tracking=0.9)[0].width / stage.families.margin + 4.0
    marks: list[Mark] = []
    if text:
        placed = box(Area(LEFT, 25.5, min(wide, 690.0), 17.0), one_line(capitals, 690.0, size, stage), size)
        marks.append(replace(placed, role="kicker", tracking=0.9, name="Kicker"))
    if aside:
        x = LEFT + (wide + 8.0 if text else 0.0)
        runs = tuple(replace(run, text=run.text.strip() if not at else run.text) for at, run in enumerate(aside))
        marks.append(replace(box(Area(x, 25.5, 742.0 - x + LEFT, 17.0), Paragraph(runs), size), name="Voice"))
    return tuple(marks)


def bars(position: Position, right: float, middle: float) -> tuple[Mark, ...]:
    """One bar for each part of the deck, ending at the right; the present one is thicker."""
    if position.sections < 2:
        return ()
    marks: list[Mark] = []
    x = right - bars_wide(position)
    for at in range(position.sections):
        on = at == position.section
        h = 4.5 if on else 2.25
        fill, name = "accent" if on else "rule", f"Section {at + 1}"
        marks.append(Rect(x + at * (BAR + BAR_GAP), middle - h / 2, BAR, h, fill, name=name))
    return tuple(marks)


def bars_wide(position: Position) -> float:
    """How wide they are together."""
    return position.sections * (BAR + BAR_GAP) - BAR_GAP


__all__ = ["BOTTOM", "Position", "flag", "number", "positions", "sheet", "source_line", "sources", "span"]
