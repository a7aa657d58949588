"""Titles: at most two lines in the size of their role, with voice and reference where they fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefpack.errors import FitError
from briefpack.layout import fit, joins
from briefpack.layout.marks import Mark, Paragraph, Run, TextBox
from briefpack.layout.slides import grid
from briefpack.layout.slides.stage import Stage
from briefpack.layout.slides.text import box, orphaned, plain, statement, tall
from briefpack.messages import say
from briefpack.model import Line, Slide, Type

WHOLE = ("question", "discussion", "bottomline")
"""Kinds whose title is a text with its full stop."""
_KEPT = {"etc", "al", "vs", "jr", "sr", "inc", "ltd", "corp"}
"""A full stop after these belongs to the word."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a slide, placed."""

    text: str
    """The title in plain text, without its reference."""
    marks: tuple[Mark, ...]
    top: float
    """Where the body starts."""
    aside: tuple[Run, ...] = ()
    """Voice and reference that found no room in the title; they stand beside the kicker."""
    bottom: float = grid.BOTTOM
    """Where the body ends."""

    @property
    def body(self) -> grid.Area:
        """What is left for the body, over all columns."""
        return grid.Area(grid.LEFT, self.top, grid.RIGHT - grid.LEFT, self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Style:
    """How the title of a kind is set."""

    y: float
    roles: tuple[tuple[str, int], ...]
    """Sizes in order of preference, each with the most lines that it may take."""
    widths: tuple[float, ...]
    """In order of preference; the first that holds the title without an orphan is taken."""
    colour: str = "ink"
    font: str = "head"
    bold: bool = True


def place(slide: Slide, stage: Stage, suffix: str = "") -> Heading:
    """Set the title; one too long for its place becomes a lead under a topic title.

    Raises FitError where the statement does not even fit there.
    """
    style = _style(slide.kind, stage)
    for role, most in style.roles:
        for inside, aside in variants(slide.title, stage, stage.type(role), asked=slide.kind in WHOLE):
            if aside and not _beside(slide.kicker, aside, stage):
                continue
            found = _set(inside, suffix, role, most, style, stage)
            if found:
                text = "".join(run.text for run in inside if not run.refs)
                return Heading(joined(text, suffix), (found[0],), _top(slide, found, stage), aside)
    return _topic(slide, stage, suffix)


def title(text: str) -> str:
    """A title's words: on one line, no full stop at the end unless an abbreviation such as 'U.S.' needs it."""
    words = text.split()
    last = words[-1].removesuffix(".") if words else ""
    if (
        not words
        or not words[-1].endswith(".")
        or "." in last
        or last.lower() in _KEPT
        or (len(last) == 1 and last.isalpha())
    ):
        return " ".join(words)
    return " ".join((*words[:-1], last))


def _style(kind: str, stage: Stage) -> Style:
    if kind in ("question", "discussion"):
        colour = "ink" if stage.cards else "accent2"
        y = 57.0 if stage.cards else 54.0
        return Style(y, (("question", 2), ("title", 3), ("lead", 4)), (817.5, grid.span(10), grid.span(12)), colour)
    if kind == "bottomline":
        return Style(57.0, (("statement", 4), ("lead", 6)), (840.0, 864.0), "accent2", "quote", False)
    return Style(48.0, (("title", 2), ("lead", 2)), tuple(grid.span(columns) for columns in (11, 10, 9, 12)))


def variants(line: Line, stage: Stage, size: Type, *, asked: bool) -> Iterator[tuple[tuple[Run, ...], tuple[Run, ...]]]:
    """What stands in the title and what beside the kicker, best first."""
    text = " ".join(line.text.split()) if asked else title(line.text)
    if not text:
        return
    voice = line.label if line.label and not text.startswith(line.label) else ""
    reference = stage.reference(line.refs)
    scale = round(max(stage.type("label").size, 13) / size.size, 3)
    small = (replace(reference, text=f"\u00a0{reference.text}", scale=scale),) if reference.text else ()
    beside = (replace(reference, scale=1.0),) if reference.text else ()
    said = (Run(say("{label}: ", label=voice)),) if voice else ()
    yield (*said, Run(text), *small), ()
    if small:
        yield (*said, Run(text)), beside
    if voice:
        yield (Run(text),), (Run(voice, bold=True), *beside)


def _set(
    inside: tuple[Run, ...], suffix: str, role: str, most: int, style: Style, stage: Stage
) -> tuple[TextBox, int] | None:
    """The title in the first width that leaves no orphan, and its number of lines; None where none holds it."""
    size = stage.type(role)
    runs = tuple(
        run if run.refs else replace(run, bold=style.bold, colour=style.colour, font=style.font) for run in inside
    )
    if suffix:
        runs += (Run(joins.GLUE + joins.glued(suffix), colour="muted", font=style.font),)
    paragraph = Paragraph(runs)
    found: tuple[float, int] | None = None
    for w in style.widths:
        lines = fit.wrap((paragraph,), w, size.size, stage.families)
        if len(lines) > most:
            continue
        found = found or (w, len(lines))
        if not orphaned((paragraph,), w, size, stage):
            found = (w, len(lines))
            break
    if not found:
        return None
    w, count = found
    h = tall((paragraph,), w, size, stage)
    placed = box(grid.Area(grid.LEFT, style.y, w, h), paragraph, size, tag="H2")
    return replace(placed, role="title", name="Title"), count


def _top(slide: Slide, found: tuple[TextBox, int], stage: Stage) -> float:
    placed, lines = found
    end = placed.y + lines * placed.pitch
    if slide.kind == "bottomline":
        return max(165.0, end + 16.0)
    if slide.kind in ("question", "discussion"):
        return end + (16.0 if stage.cards else 24.0)
    if lines == 1:
        return 111.0 if stage.cards else 102.0
    return 141.0 if stage.cards else 129.0


def _topic(slide: Slide, stage: Stage, suffix: str) -> Heading:
    """The kicker as title, the statement as a lead under it."""
    topic = slide.kicker or stage.topic(slide.kind)
    style = _style("claim", stage)
    found = _set((Run(topic),), suffix, "title", 2, style, stage)
    lead = statement(replace(slide.title, text=" ".join(slide.title.text.split())), stage)
    if found and slide.title.text.strip():
        start = found[0].y + found[0].h + 6.0
        for role in ("lead", "body"):
            h = tall((lead,), grid.span(12), stage.type(role), stage)
            if start + h <= 260.0:
                under = box(grid.Area(grid.LEFT, start, grid.span(12), h), lead, stage.type(role))
                return Heading(joined(topic, suffix), (found[0], under), start + h + 14.0)
    if found and not slide.title.text.strip():
        return Heading(joined(topic, suffix), (found[0],), _top(slide, found, stage))
    raise FitError(
        f"slide {topic!r}: its title is too long for a slide ({len(slide.title.text.split())} words: "
        f"{slide.title.text[:60]!r} …); shorten it on deck.md"
    )


def _beside(kicker: str, aside: tuple[Run, ...], stage: Stage) -> bool:
    """Whether voice and reference fit beside the kicker."""
    wide = sum(fit.run_width(run, stage.families, stage.type("source").size) for run in aside)
    first = fit.wrap((plain(kicker.upper(), bold=True),), 9999.0, 12.0, stage.families, tracking=0.9)
    return first[0].width + wide + 30.0 < 690.0


def joined(text: str, suffix: str) -> str:
    """A title with its '(1 of 2)', where it has one."""
    return f"{text} {suffix}" if suffix else text
