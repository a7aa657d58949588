"""What a screen reader meets: alternative texts, reading order, header rows, empty placeholders, languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.check.presentation.stage import TITLES
from briefpack.check.presentation.tables import Table
from briefpack.check.presentation.xml import child, first
from briefpack.model import Area, Notice

_NEEDS = {"picture": "picture", "table": "table", "chart": "chart", "diagram": "diagram", "object": "object"}
_LONGEST = 250
"""Letters of an alternative text: a screen reader cannot be stopped inside one."""
_FILE = re.compile(r"[^\n]*\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic|pdf)", re.IGNORECASE)
_NAMED = re.compile(
    r"(picture|image|img|photo|graphics?|grafik|bild|imagen|figure|fig|chart|diagramm?|table|tabelle|group|gruppe|"
    r"object|objekt|shape|form|screenshot|screen shot|content placeholder|inhaltsplatzhalter|placeholder|untitled|dsc|"
    r"dscn|pxl|download|slide|folie|logo|icon|alt|alt ?text|description|todo|tbd|none|null)[ _#-]*[\d_. -]*",
    re.IGNORECASE,
)
_BESIDE = 6.0
"""Points by which two shapes may overlap and still stand one under the other."""
_COLUMN = 0.6
"""Share of the narrower one's width that two shapes of one column have in common."""


def findings(slide: Slide) -> Iterator[Notice]:
    """What falls short for those who hear one slide."""
    for shape in slide.shapes:
        yield from _alt(slide, shape)
        yield from _empty(slide, shape)
    yield from _order(slide)
    for table in slide.tables:
        yield from _table(slide, table)


def needs_alt(shape: Shape) -> str:
    """'picture', 'table' … where a shape needs an alternative text; empty where it does not."""
    if shape.group is not None and (shape.group.alt or shape.group.decorative):
        return ""
    if shape.holder in ("pic", "obj", "tbl", "chart") and shape.kind == "text":
        return ""
    if shape.kind == "group":
        return "" if shape.words and not _pictured(shape) else "group"
    return _NEEDS.get(shape.kind, "")


def textless(shape: Shape) -> bool:
    """Whether it is a drawing without words about which nobody has said what it means, or that it means nothing."""
    drawn = shape.kind == "line" or (shape.kind == "text" and not shape.words and not shape.holder)
    return drawn and not shape.alt and not shape.decorative and not _spoken_for(shape)


def _spoken_for(shape: Shape) -> bool:
    """Whether its group says what it means, or has to."""
    group = shape.group
    return group is not None and bool(group.alt or group.decorative or needs_alt(group))


def _pictured(shape: Shape) -> bool:
    return any(True for _ in shape.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}pic"))


def _alt(slide: Slide, shape: Shape) -> Iterator[Notice]:
    what = needs_alt(shape)
    if shape.decorative or not (what or shape.alt):
        return
    if what and not shape.alt:
        yield found("alt-missing", f"{what} has no alternative text", "say what it shows and why", slide, shape)
    elif _FILE.fullmatch(shape.alt) or _NAMED.fullmatch(shape.alt.strip()):
        said = f"the alternative text is only a name: {start(shape.alt)}"
        yield found("alt-file-name", said, "say what it shows and why", slide, shape)
    elif len(shape.alt) > _LONGEST:
        said = f"the alternative text has {len(shape.alt)} letters"
        yield found("alt-long", said, f"say it in {_LONGEST}; the rest belongs into the notes", slide, shape)


def undecided(slide: Slide) -> tuple[Shape, ...]:
    """Lines and shapes without words that are neither described nor marked as decorative."""
    return tuple(shape for shape in slide.shapes if textless(shape))


def undecided_findings(slide: Slide) -> Iterator[Notice]:
    """One finding for all of them on a slide."""
    shapes = undecided(slide)
    if shapes:
        names = ", ".join(repr(shape.name) for shape in shapes[:3]) + (" …" if len(shapes) > 3 else "")
        what = f"{len(shapes)} lines or shapes without words are neither described nor decorative: {names}"
        yield found("alt-undecided", what, "mark them as decorative, or say what they mean", slide, shapes[0])


def is_empty(shape: Shape) -> bool:
    """Whether it is a placeholder that nobody filled."""
    return bool(shape.holder) and shape.kind == "text" and not shape.words and not _filled(shape)


def _filled(shape: Shape) -> bool:
    """A placeholder without words can still hold a picture as its fill."""
    return first(first(shape.element, "spPr"), "blipFill", "solidFill", "gradFill", "pattFill") is not None


def _empty(slide: Slide, shape: Shape) -> Iterator[Notice]:
    if is_empty(shape) and shape.holder not in TITLES:
        yield found("placeholder-empty", "the placeholder is empty", "fill it or delete it", slide, shape)


def misread(slide: Slide, order: Sequence[Shape] = ()) -> tuple[Shape, Shape] | None:
    """Two shapes of which the first is read first though it stands below the second; None if all is in order.

    In the order in which they are drawn, or in another one that is asked about.
    """
    read = [shape for shape in order or tuple(slide.content) if _heard(slide, shape)]
    pairs = ((one, other) for at, one in enumerate(read) for other in read[at + 1 :])
    return next((pair for pair in pairs if _wrong(slide, *pair)), None)


def _order(slide: Slide) -> Iterator[Notice]:
    pair = misread(slide)
    if pair is not None:
        one, other = pair
        what = (
            f"{start(one.words) or one.name!r} is read before {start(other.words) or other.name!r}, which stands above"
        )
        yield found("order", what, "put them into reading order in the selection pane", slide, one)


def _heard(slide: Slide, shape: Shape) -> bool:
    """Whether its place in the order matters; a picture or chart may come before the words about it, or after."""
    speaks = shape in slide.texts or shape.kind == "table"
    return speaks and shape.box is not None and shape.group is None and not shape.decorative


def _wrong(slide: Slide, one: Shape, other: Shape) -> bool:
    """Whether the one that is read first stands wholly below the other, in its column; a title may always be first."""
    if one.holder in TITLES or one.box is None or other.box is None:
        return False
    if other.holder in TITLES:
        return one.box.y >= other.box.bottom - _BESIDE
    place, room = _place(slide, one), _place(slide, other)
    across, down = place.shared(room)
    return across > _COLUMN * min(place.w, room.w) and down <= _BESIDE and place.y > room.y


def _place(slide: Slide, shape: Shape) -> Area:
    ink = slide.inks.get(shape)
    return ink.box if ink is not None and ink.box.w else shape.box or Area(0, 0, 0, 0)


def _table(slide: Slide, table: Table) -> Iterator[Notice]:
    rows = len(table.rows)
    if not table.header and rows > 1:
        yield found(
            "table-header", "the table has no header row", "tick 'Header Row' in its design", slide, table.shape
        )
    if any(count != table.columns for count in table.rows):
        what = "the rows of the table have unlike numbers of cells"
        yield found("table-ragged", what, "make the table anew: some programs will not open it", slide, table.shape)
    if table.merged:
        what = f"{table.merged} cells of the table are merged, which no screen reader follows"
        yield found("table-merged", what, "split them", slide, table.shape)
    blank = [row for row in range(rows) if not any(cell.text.words for cell in table.cells if cell.row == row)]
    if blank and child(table.element, "a:tr") is not None and not _coloured(table, blank):
        what = f"row {blank[0] + 1} of the table is empty"
        yield found("table-empty-row", what, "delete it; space comes from margins", slide, table.shape)


def _coloured(table: Table, rows: list[int]) -> bool:
    return all(cell.own and cell.fill for cell in table.cells if cell.row in rows)
