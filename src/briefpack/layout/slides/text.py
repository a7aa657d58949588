"""Paragraphs made of lines, and boxes that are tall enough for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefpack.layout import fit
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.layout.slides.grid import Area
from briefpack.layout.slides.stage import Stage
from briefpack.messages import say
from briefpack.model import Line, Type

SPARE = 2.25
"""Points left at the foot of a box: some viewers set text a little lower (DESIGN.md, 3)."""
ORPHAN = 0.2
"""A last line under this share of the width looks like a slip (DESIGN.md, 3)."""
BETWEEN = 0.45
"""Space between the paragraphs of a box, as a share of its size."""


def plain(
    text: str, colour: str = "ink", *, bold: bool = False, italic: bool = False, font: str = "body", align: str = "left"
) -> Paragraph:
    """A paragraph of one style."""
    return Paragraph((Run(text, bold=bold, italic=italic, colour=colour, font=font),), align=align)


def statement(line: Line, stage: Stage, *, voice: bool = True, colour: str = "ink", font: str = "body") -> Paragraph:
    """A line with who says it in front and its reference behind."""
    name = line.label if voice and line.label and not line.text.startswith(line.label) else ""
    said = Run(say("{label}: ", label=name), bold=True, colour=colour, font=font)
    runs = (said, Run(line.text, colour=colour, font=font), stage.reference(line.refs))
    return Paragraph(tuple(run for run in runs if run.text and (run is not said or name)))


def spaced(paragraphs: Iterable[Paragraph], size: Type) -> tuple[Paragraph, ...]:
    """Paragraphs with the usual space between them."""
    return tuple(replace(paragraph, before=round(size.size * BETWEEN, 1)) for paragraph in paragraphs)


def count(paragraphs: tuple[Paragraph, ...], w: float, size: Type, stage: Stage) -> int:
    """How many lines the paragraphs take at a width."""
    return len(fit.wrap(paragraphs, w, size.size, stage.families))


def line_width(paragraph: Paragraph, size: Type, stage: Stage) -> float:
    """How wide a text is on one line."""
    return sum(fit.run_width(run, stage.families, size.size) for run in paragraph.runs)


def tall(paragraphs: tuple[Paragraph, ...], w: float, size: Type, stage: Stage) -> float:
    """Height of a box that holds the paragraphs at a width."""
    lines = fit.wrap(paragraphs, w, size.size, stage.families)
    return max(fit.height(lines, size.pitch), fit.least(size.size, len(lines))) + SPARE


def orphaned(paragraphs: tuple[Paragraph, ...], w: float, size: Type, stage: Stage) -> bool:
    """Whether the last of several lines is one word or very short, in a program that breaks early or late."""
    for room in (w, w / stage.families.margin):
        lines = fit.wrap(paragraphs, room, size.size, stage.families)
        text = "".join(run.text for run in lines[-1].runs if not run.refs).strip()
        if len(lines) > 1 and (" " not in text or lines[-1].width < ORPHAN * w):
            return True
    return False


def steady(paragraphs: tuple[Paragraph, ...], widths: tuple[float, ...], size: Type, stage: Stage) -> float:
    """The first width that leaves no orphan; the first of all where each does."""
    return next((w for w in widths if not orphaned(paragraphs, w, size, stage)), widths[0])


def settled(paragraph: Paragraph, widths: tuple[float, ...], size: Type, stage: Stage, most: int) -> float | None:
    """The width that holds a text in the fewest lines, at most so many; None where none does.

    Of those one in which it takes as many lines where a program breaks late, so that what follows stands
    close under it in every viewer, and one without an orphan; then the first.
    """
    ranks = []
    for place, w in enumerate(widths):
        lines = count((paragraph,), w, size, stage)
        late = count((paragraph,), w / stage.families.margin, size, stage)
        ranks.append((lines, late < lines, orphaned((paragraph,), w, size, stage), place))
    best = min(ranks)
    return widths[best[3]] if best[0] <= most else None


def box(
    area: Area, paragraphs: Paragraph | tuple[Paragraph, ...], size: Type, *, anchor: str = "top", tag: str = "P"
) -> TextBox:
    """A text box over an area."""
    held = paragraphs if isinstance(paragraphs, tuple) else (paragraphs,)
    return TextBox(area.x, area.y, area.w, area.h, held, size.size, size.pitch, anchor=anchor, tag=tag)


def widest(text: str, w: float, stage: Stage, roles: Iterable[str], *, font: str = "head", lines: int = 1) -> Type:
    """The first of these roles in which a bold text takes so few lines; the last one where none does."""
    size = stage.type("body")
    for role in roles:
        size = stage.type(role)
        if count((plain(text, bold=True, font=font),), w, size, stage) <= lines and not _broken(
            text, w, size, stage, font
        ):
            break
    return size


def _broken(text: str, w: float, size: Type, stage: Stage, font: str) -> bool:
    """Whether a word is wider than the line."""
    runs = (Run(word, bold=True, font=font) for word in text.split())
    return any(fit.run_width(run, stage.families, size.size) > w * stage.families.margin for run in runs)
