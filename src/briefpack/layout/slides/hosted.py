"""Slides inside somebody else's template.

A body is laid out as ever, on the look's own grid, but with sizes, top and bottom such that what is drawn,
once it has been scaled into the free room of the layout, has sizes that can be read there. Nothing is
stretched: one scale serves both directions, and a page of another shape gets a taller or lower grid.
Title, subtitle, source line and number are measured and set in the template's own placeholders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from briefpack.errors import FitError
from briefpack.layout import fit
from briefpack.layout.marks import Mark, Paragraph, Rect, Run, Sheet, TextBox
from briefpack.layout.slides import chrome, grid, heading, moved, points, sizes, stack
from briefpack.layout.slides.heading import Heading
from briefpack.layout.slides.stage import Part, Stage
from briefpack.layout.slides.text import box, plain, statement, tall
from briefpack.model import Area, Hosting, Line, Look, Slide, Spot, Template, Type

TOP = 111.0
"""Where a body begins on the grid."""
TALL = 477.0 - TOP
"""How tall it is there."""
_LOW = 0.72
"""A body lower than this share of that is scaled down rather than laid out lower still."""
_PAD = 10.0
"""Points between the edge of a panel and what stands on it."""
FOOT = 34.0
"""Points for a source line at the foot of the body, where the layout has no footer."""
_SPARE = 1.8
"""Points by which a full box may grow for safety without touching its neighbour."""
_SMALLEST = 12.0
_SHRUNK = 0.9
"""A size may shrink to this share on a smaller page."""
_LARGE = 30.0
"""Sizes from here on are for show: they shrink with the page."""
_TITLES = (44, 40, 36, 34, 32, 30, 28, 26, 25, 24, 23, 22, 21, 20)
_DISPLAY = (54, 48, 44, 40, 36, 32, 30, 28, 26, 24, 22, 20, 18)
_LEADS = (28, 26, 24, 22, 20, 18, 16, 15, 14)
_MOST_LINES = 3
_NARROW = 0.96
"""Share of a title's width that is counted on: its face, weight and case are the template's."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where on a slide the grid's body goes: points of the slide are points of the grid times the scale."""

    room: Area
    scale: float

    @property
    def bottom(self) -> float:
        """Where the body ends, on the grid."""
        return TOP + self.room.h / self.scale

    @property
    def x(self) -> float:
        """Where the grid's left edge would be on the slide; what is over is shared by both sides."""
        over = self.room.w - (grid.RIGHT - grid.LEFT) * self.scale
        return self.room.x + max(over, 0.0) / 2 - grid.LEFT * self.scale

    @property
    def y(self) -> float:
        """Where the grid's upper edge would be on the slide."""
        return self.room.y - TOP * self.scale


def plot(hosting: Hosting) -> Plot:
    """The plot of a layout, inside its panel and above its source line where it has these."""
    pad = _PAD if hosting.panel else 0.0
    low = 0.0 if hosting.footer else FOOT
    body = hosting.body
    room = Area(body.x + pad, body.y + pad, body.w - 2 * pad, body.h - 2 * pad - low)
    scale = min(room.w / (grid.RIGHT - grid.LEFT), room.h / (TALL * _LOW))
    return Plot(room, scale)


def staged(stage: Stage, kind: str) -> Stage:
    """The stage for a kind: as it is, or with the sizes that its layout in the template asks for."""
    template = stage.look.template
    return replace(stage, look=_sized(stage.look, template, kind)) if template else stage


def prepared(stage: Stage) -> Stage:
    """The stage with one size for all titles: the largest, up to the template's own, in which they fit."""
    template = stage.look.template
    if template is None:
        return stage
    slides = [slide for slide in stage.deck.slides if slide.kind != "title"]
    most = min((template.hosting(slide.kind).title.size for slide in slides), default=_TITLES[0])
    ladder = _sizes(_TITLES, most)
    fitting = (size for size in ladder if all(_holds(slide, size, stage) for slide in slides))
    return replace(stage, heads=next(fitting, ladder[-1]))


@lru_cache(maxsize=64)
def _sized(look: Look, template: Template, kind: str) -> Look:
    scale = plot(template.hosting(kind)).scale
    page = min(template.h / 540.0, 1.0)
    roles = {**sizes.steps(look), **dict(look.types)}
    types = tuple((role, _scaled(one, scale, page, look.radius > 0)) for role, one in roles.items())
    return replace(look, types=types)


def _scaled(one: Type, scale: float, page: float, cards: bool) -> Type:
    """A size on the grid that comes out readable on the slide."""
    least = 12.0 if one.size < 14 or not cards else 14.0
    floor = one.size * min(scale, page) if one.size >= _LARGE else min(one.size, max(least, _SHRUNK * one.size)) * page
    final = max(one.size * min(scale, 1.0), floor, _SMALLEST)
    final = round(min(final, max(one.size, _SMALLEST)) * 2) / 2
    return Type(final / scale, one.pitch / one.size * final / scale)


def head(slide: Slide, stage: Stage, suffix: str = "") -> Heading:
    """The title in the layout's placeholder; one too long becomes a lead in the body under a topic title."""
    hosting = _template(stage).hosting(slide.kind)
    bottom = plot(hosting).bottom
    size = stage.heads
    for inside, aside in heading.variants(slide.title, stage, size, asked=slide.kind in heading.WHOLE):
        placed = _title(inside, suffix, hosting.title, size, stage)
        if placed:
            text = "".join(run.text for run in inside if not run.refs)
            under, top = _aside(aside, staged(stage, slide.kind))
            return Heading(heading.joined(text, suffix), (placed, *under), top, (), bottom)
    return _topic(slide, stage, suffix, bottom)


def sheet(slide: Slide, heading: Heading, part: Part, number: int, stage: Stage) -> Sheet:
    """A content slide: title, what is drawn, source line and number, in reading order."""
    template = _template(stage)
    hosting, on = template.hosting(slide.kind), plot(template.hosting(slide.kind))
    scaled = moved.all((*heading.marks[1:], *part.marks), on.scale, on.x, on.y)
    drawn = tuple(_roomy(mark, on.room, stage) if isinstance(mark, TextBox) else mark for mark in scaled)
    marks = (
        *heading.marks[:1],
        *_panel(hosting),
        *drawn,
        *_source_line(slide, part, hosting, stage),
        *_number(number, hosting),
    )
    return Sheet(template.w, template.h, marks, heading.text, slide.kind, notes=slide.notes)


def opening(slide: Slide, stage: Stage) -> Sheet:
    """The title slide: title and subtitle; the evidence strip stands on the slide of sources."""
    template = _template(stage)
    hosting = template.hosting("title")
    words = plain(" ".join(slide.title.text.split()), bold=True, font="title")
    placed = _largest((words,), hosting.title, _DISPLAY, "title", "Title", stage)
    if placed is None:
        raise FitError(
            f"title slide: the title is too long for the template's ({slide.title.text[:60]!r} …); give a shorter one"
        )
    lines = [line.text for group in slide.groups for line in group.lines if line.text.strip()]
    texts = [plain(text) for text in (*lines[:1], " · ".join(lines[1:])) if text]
    spot = hosting.subtitle or _drawn(hosting)
    sub = next(
        (found for many in (texts, texts[:1]) if many and (found := _subtitle(tuple(many), spot, hosting, stage))), None
    )
    marks = (placed, *((sub,) if sub else ()))
    return Sheet(template.w, template.h, marks, slide.title.text, "title", notes=slide.notes)


def listed(slide: Slide, heading: Heading, stage: Stage) -> tuple[Part, ...] | None:
    """Points typed into the layout's body; None where it has none, and they are drawn."""
    hosting = _template(stage).hosting(slide.kind)
    lines = tuple(line for group in slide.groups for line in group.lines if line.text.strip())
    if hosting.text is None or not lines or heading.top > TOP:
        return None
    on, inner = plot(hosting), hosting.text.inner
    area = Area((inner.x - on.x) / on.scale, (inner.y - on.y) / on.scale, inner.w / on.scale, inner.h / on.scale)
    for role in ("lead", "body"):
        size = stage.type(role)
        if tall(_items(lines, size, stage), area.w, size, stage) <= area.h:
            return (Part((_body(lines, area, size, stage),), lines),)
    size = stage.type("body")
    needs = [tall(_items((line,), size, stage), area.w, size, stage) + 0.5 * size.size for line in lines]
    split = stack.split(needs, area.h)
    if split is None:
        return points.spread(lines, heading.body, points.KINDS[1:], slide, stage)
    groups = (lines[rows.start : rows.stop] for rows in split)
    return tuple(Part((_body(group, area, size, stage),), group) for group in groups)


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


def _template(stage: Stage) -> Template:
    if stage.look.template is None:
        raise FitError("this look is not a template: lay the slide out on its own grid")
    return stage.look.template


def _sizes(ladder: Iterable[int], most: float) -> tuple[Type, ...]:
    return tuple(Type(size, round(1.18 * size, 1)) for size in ladder if size <= most) or (Type(most, 1.18 * most),)


def _title(inside: tuple[Run, ...], suffix: str, spot: Spot, size: Type, stage: Stage) -> TextBox | None:
    runs = tuple(run if run.refs else replace(run, bold=True, font="title") for run in inside)
    if suffix:
        runs += (Run(f" {suffix}", font="title"),)
    return _written((Paragraph(runs),), spot, size, "title", "Title", stage)


def _holds(slide: Slide, size: Type, stage: Stage) -> bool:
    spot = _template(stage).hosting(slide.kind).title
    forms = heading.variants(slide.title, stage, size, asked=slide.kind in heading.WHOLE)
    return any(_title(inside, "", spot, size, stage) for inside, _ in forms)


def _written(
    texts: tuple[Paragraph, ...], spot: Spot, size: Type, role: str, name: str, stage: Stage
) -> TextBox | None:
    """A text in a placeholder; None where it needs more lines or height than that has."""
    room = spot.inner
    lines = fit.wrap(texts, room.w * (_NARROW if role == "title" else 1.0), size.size, stage.families)
    if fit.height(lines, size.pitch) > room.h + 1.0 or (role == "title" and len(lines) > _MOST_LINES):
        return None
    high = max(room.h, fit.height(lines, size.pitch))
    tag = "H2" if role == "title" else "P"
    placed = box(Area(room.x, room.y, room.w, high), texts, size, tag=tag)
    return replace(placed, role=role, name=name)


def _largest(
    texts: tuple[Paragraph, ...], spot: Spot, ladder: Iterable[int], role: str, name: str, stage: Stage
) -> TextBox | None:
    found = (_written(texts, spot, size, role, name, stage) for size in _sizes(ladder, max(spot.size, _SMALLEST)))
    return next((one for one in found if one), None)


def _topic(slide: Slide, stage: Stage, suffix: str, bottom: float) -> Heading:
    """The topic as title, the statement as a lead at the head of the body."""
    hosting, inner = _template(stage).hosting(slide.kind), staged(stage, slide.kind)
    topic = slide.kicker or stage.topic(slide.kind)
    size = stage.heads
    smaller = _sizes(_TITLES, size.size)
    placed = next((one for each in smaller if (one := _title((Run(topic),), suffix, hosting.title, each, stage))), None)
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
    size = Type(_SMALLEST, 1.22 * _SMALLEST)
    named = chrome.sources((slide.title, *part.lines), stage, spot.inner.w, spot.inner.h, size, "foot")
    for text in (part.foot or named, named):
        placed = _written((plain(text, "muted", font="foot"),), spot, size, "footer", "Source line", stage)
        if placed:
            return (placed,)
    return ()


def _foot(hosting: Hosting) -> Spot:
    body, pad = hosting.body, _PAD if hosting.panel else 0.0
    room = Area(body.x + pad, body.bottom - FOOT + 2.0, body.w - 2 * pad, FOOT - 2.0)
    return Spot("", room, room, _SMALLEST, "")


def _number(number: int, hosting: Hosting) -> Iterator[Mark]:
    if hosting.number:
        room = hosting.number.inner
        size = Type(_SMALLEST, 1.22 * _SMALLEST)
        area = Area(room.x, room.y, room.w, max(room.h, size.pitch))
        text = plain(str(number), "muted", align="right", font="foot")
        yield replace(box(area, text, size, tag="Artifact"), role="number", name="Slide number")


def _drawn(hosting: Hosting) -> Spot:
    """Room for a subtitle on a layout that has no placeholder for it."""
    return Spot("", hosting.body, hosting.body, _LEADS[0], "")


def _subtitle(texts: tuple[Paragraph, ...], spot: Spot, hosting: Hosting, stage: Stage) -> TextBox | None:
    role = "subtitle" if hosting.subtitle else ""
    spaced = tuple(replace(text, before=6.0) for text in texts)
    return _largest(spaced, spot, _LEADS, role, "Subtitle", stage)


def _items(lines: tuple[Line, ...], size: Type, stage: Stage) -> tuple[Paragraph, ...]:
    """Points as paragraphs of a placeholder, whose own bullets and indents they take."""
    indent = 2.0 * size.size
    return tuple(replace(statement(line, stage), before=round(0.5 * size.size, 1), indent=indent) for line in lines)


def _body(lines: tuple[Line, ...], area: Area, size: Type, stage: Stage) -> TextBox:
    return replace(box(area, _items(lines, size, stage), size, tag="LI"), role="body", name="Body")
