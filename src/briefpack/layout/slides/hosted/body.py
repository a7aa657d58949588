"""Slides of content in a template: title, what is drawn, source line and number, each in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.errors import FitError
from briefpack.layout import fit
from briefpack.layout.marks import Mark, Paragraph, Rect, Run, Sheet, TextBox
from briefpack.layout.slides import chrome, grid, heading, moved
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.hosted import crown, plot, texts
from briefpack.layout.slides.hosted.plot import FOOT, PAD, SMALLEST, TOP, staged
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, statement, tall
from briefpack.model import Area, Hosting, Look, Slide, Spot, Template, Type

_SPARE = 1.8
"""Points by which a full box may grow for safety without touching its neighbour."""


def prepared(stage: Stage) -> Stage:
    """The stage with one size for all titles: the largest, up to the template's own, in which they fit."""
    template = stage.look.template
    if template is None:
        return stage
    slides = [slide for slide in stage.deck.slides if slide.kind != "title"]
    most = min((template.hosting(slide.kind).title.size for slide in slides), default=texts.TITLES[0])
    ladder = texts.sizes(texts.TITLES, most)
    fitting = (size for size in ladder if all(_holds(slide, size, stage) for slide in slides))
    return replace(stage, heads=next(fitting, ladder[-1]))


def head(slide: Slide, stage: Stage, suffix: str = "") -> Heading:
    """The title in the layout's placeholder; one too long becomes a lead in the body under a topic title."""
    hosting = plot.of(stage).hosting(slide.kind)
    bottom = plot.plot(hosting).bottom
    size = stage.heads
    for inside, aside in heading.variants(slide.title, stage, size, asked=slide.kind in heading.WHOLE):
        placed = texts.title(inside, suffix, hosting.title, size, stage)
        if placed:
            text = "".join(run.text for run in inside if not run.refs)
            under, top = _aside(aside, staged(stage, slide.kind))
            return Heading(heading.joined(text, suffix), (placed, *under), top, (), bottom)
    return _topic(slide, stage, suffix, bottom)


def sheet(slide: Slide, heading: Heading, part: Part, position: chrome.Position, stage: Stage) -> Sheet:
    """A content slide: title, the line above it, what is drawn, source line and number, in reading order."""
    template = plot.of(stage)
    hosting, on = template.hosting(slide.kind), plot.plot(template.hosting(slide.kind))
    scaled = moved.all((*heading.marks[1:], *part.marks), on.scale, on.x, on.y)
    drawn = tuple(_roomy(mark, on.room, stage) if isinstance(mark, TextBox) else mark for mark in scaled)
    marks = (
        *heading.marks[:1],
        *crown.kicker(slide.kicker if slide.kicker != heading.text else "", hosting, position, stage),
        *_panel(hosting),
        *drawn,
        *_source_line(slide, part, hosting, stage),
        *_number(position.number, hosting),
        *crown.bars(hosting, position),
    )
    return Sheet(template.w, template.h, marks, heading.text, slide.kind, notes=slide.notes)


def look(own: Look, template: Template) -> Look:
    """The look of a deck in a template: the template's colours and fonts, our scale of sizes."""
    body = template.hosting("")
    heads, text = template.fonts
    pages = {slot: font.page for slot, font in own.fonts}
    families = {
        "head": heads,
        "body": text,
        "quote": heads,
        "title": body.title.font,
        "foot": body.footer.font if body.footer else text,
        "text": next((one.text.font for one in template.hostings if one.text), text),
    }
    sample = own.fonts[0][1]
    fonts = tuple(
        (slot, replace(sample, deck=family, page=pages.get(slot, pages["head" if slot == "title" else "body"])))
        for slot, family in families.items()
    )
    colours = tuple((role, shade.colour) for role, shade in template.shades)
    return replace(own, name=template.name, colours=colours, fonts=fonts, template=template)


def _holds(slide: Slide, size: Type, stage: Stage) -> bool:
    spot = plot.of(stage).hosting(slide.kind).title
    forms = heading.variants(slide.title, stage, size, asked=slide.kind in heading.WHOLE)
    return any(texts.title(inside, "", spot, size, stage) for inside, _ in forms)


def _topic(slide: Slide, stage: Stage, suffix: str, bottom: float) -> Heading:
    """The topic as title, the statement as a lead at the head of the body."""
    hosting, inner = plot.of(stage).hosting(slide.kind), staged(stage, slide.kind)
    topic = slide.kicker or stage.topic(slide.kind)
    size = stage.heads
    smaller = texts.sizes(texts.TITLES, size.size)
    placed = next(
        (one for each in smaller if (one := texts.title((Run(topic),), suffix, hosting.title, each, stage))), None
    )
    lead = statement(replace(slide.title, text=" ".join(slide.title.text.split())), inner)
    for role in ("lead", "body") if placed else ():
        h = tall((lead,), grid.span(12), inner.type(role), inner)
        if placed and h <= 0.45 * (bottom - TOP):
            under = box(Area(grid.LEFT, TOP, grid.span(12), h), lead, inner.type(role))
            return Heading(heading.joined(topic, suffix), (placed, under), TOP + h + 14.0, (), bottom)
    raise FitError(f"slide {topic!r}: its title is too long for the template ({slide.title.text[:60]!r} …); shorten it")


def _aside(aside: tuple[Run, ...], stage: Stage) -> tuple[tuple[Mark, ...], float]:
    """Voice and reference at the head of the body, and where the rest of it begins."""
    if not aside:
        return (), TOP
    size = stage.type("label")
    words = Paragraph(
        tuple(replace(run, text=run.text.strip() if not at else run.text) for at, run in enumerate(aside))
    )
    h = tall((words,), grid.span(12), size, stage)
    return (replace(box(Area(grid.LEFT, TOP, grid.span(12), h), words, size), name="Voice"),), TOP + h + 8.0


def _roomy(mark: TextBox, body: Area, stage: Stage) -> TextBox:
    """A box a little taller than its text, inside the body: the low ones of the grid are made for one small line."""
    tall = fit.height(fit.box_lines(mark, stage.families), mark.pitch)
    more = max(tall + 0.1 - mark.h, min(1.04 * tall - mark.h, _SPARE))
    if more <= 0 or (mark.anchor == "middle" and tall <= mark.h):
        return mark
    if mark.anchor != "top":
        return replace(mark, y=mark.y - more * (0.5 if mark.anchor == "middle" else 1.0), h=mark.h + more)
    return replace(mark, y=min(mark.y, max(body.bottom - mark.h - more, body.y)), h=mark.h + more)


def _panel(hosting: Hosting) -> tuple[Mark, ...]:
    room = hosting.body
    return (Rect(room.x, room.y, room.w, room.h, "paper", name="Panel"),) if hosting.panel else ()


def _source_line(slide: Slide, part: Part, hosting: Hosting, stage: Stage) -> tuple[Mark, ...]:
    """In the footer, else as a text box at the foot of the body; a key that is too long there is left out."""
    spot = hosting.footer or _foot(hosting)
    size = Type(SMALLEST, 1.22 * SMALLEST)
    named = chrome.sources((slide.title, *part.lines), stage, spot.inner.w, spot.inner.h, size, "foot")
    for text in (part.foot or named, named):
        placed = texts.written((plain(text, "muted", font="foot"),), spot, size, "footer", "Source line", stage)
        if placed:
            return (placed,)
    return ()


def _foot(hosting: Hosting) -> Spot:
    body, pad = hosting.body, PAD if hosting.panel else 0.0
    room = Area(body.x + pad, body.bottom - FOOT + 2.0, body.w - 2 * pad, FOOT - 2.0)
    return Spot("", room, room, SMALLEST, "")


def _number(number: int, hosting: Hosting) -> Iterator[Mark]:
    if hosting.number:
        room = hosting.number.inner
        size = Type(SMALLEST, 1.22 * SMALLEST)
        area = Area(room.x, room.y, room.w, max(room.h, size.pitch))
        text = plain(str(number), "muted", align="right", font="foot")
        yield replace(box(area, text, size, tag="Artifact"), role="number", name="Slide number")
