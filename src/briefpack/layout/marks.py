"""What is put on a slide or a page, and where: the one middle between layout and the writers.

All lengths are points from the top left corner; a slide is 960 x 540. Colours are roles of the
look ('ink', 'accent' …), fonts are its slots ('head', 'body', 'quote'). The order of the marks is
the drawing order and the reading order. The writers draw what stands here and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model import Line, Ref


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one style."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    font: str = "body"
    scale: float = 1.0
    """Of the box's size; a printed reference is 0.76."""
    refs: tuple[Ref, ...] = ()
    """The passages that this run points to, where it is a printed reference."""
    link: str = ""
    """Target, relative to the product's file: '../sources.html#globe-7.2'; '#globe' is a place in the file itself."""
    says: str = ""
    """What the link leads to, for those who hear it: 'The Valley Herald, paragraph 7'."""
    anchor: str = ""
    """Where links '#globe' of the same file lead to: set for a source's number in the list of sources."""

    def __hash__(self) -> int:
        """Texts are looked up by the thousand, and hardly two differ in nothing but a style."""
        return hash((self.text, self.bold, self.link))

    def saying(self, text: str) -> Run:
        """Other characters in the same style, with the same link and anchor; this run where they are its own."""
        if text == self.text:
            return self
        style = self.bold, self.italic, self.colour, self.font, self.scale
        return Run(text, *style, self.refs, self.link, self.says, self.anchor)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that flow together; '\\n' inside a run breaks the line."""

    runs: tuple[Run, ...]
    before: float = 0.0
    """Space above it, in points; ignored for the first paragraph of a box."""
    align: str = "left"
    """'left', 'center' or 'right'."""
    indent: float = 0.0
    """Hanging indent in points: where the text after a bullet or number starts."""
    bullet: str = ""
    """The glyph or number that hangs in the indent."""


@dataclass(frozen=True, slots=True)
class TextBox:
    """Text in a fixed rectangle: zero insets, no autofit, exact line pitch."""

    x: float
    y: float
    w: float
    h: float
    paragraphs: tuple[Paragraph, ...]
    size: float
    """Points."""
    pitch: float
    """Line to line, points."""
    anchor: str = "top"
    """'top', 'middle' or 'bottom'."""
    role: str = ""
    """'title', 'footer' (the source line), 'number' (slide number), 'subtitle', 'kicker', 'body' … or empty."""
    tag: str = "P"
    """PDF structure: H1, H2, H3, P, Caption, BlockQuote, or Artifact for furniture. Neighbours make a list: LI an item,
    Entry an item whose first paragraph is its label (a term and its meaning), Lbl and LBody the two in boxes of their
    own; or a table: TH heads a column, RH heads and begins a row, TD. Same goes on with the paragraph of the box
    before, which keeps the space at its end, over the end of a column or page."""
    tracking: float = 0.0
    """Extra space after each character, points."""
    name: str = ""
    """For the selection pane: 'Claim 2'. Unique on a slide where given."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled or outlined rectangle; decorative unless alt is given."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    line: str = ""
    line_width: float = 0.75
    radius: float = 0.0
    dash: bool = False
    alt: str = ""
    name: str = ""
    sites: tuple[tuple[float, float], ...] = ()
    """Where lines may be glued to it, as shares of its width and height; 4 and on, after the middles of its
    sides: 0 top, 1 left, 2 bottom, 3 right."""


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse in its bounding box; decorative unless alt is given."""

    x: float
    y: float
    w: float
    h: float
    fill: str = ""
    line: str = ""
    line_width: float = 0.75
    alt: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "rule"
    width: float = 0.75
    dash: bool = False
    arrow: str = ""
    """'>' for a head at the second point, '<' at the first, '<>' for both."""
    alt: str = ""
    name: str = ""
    glued: tuple[tuple[str, int], ...] = ()
    """Names of the rectangles, drawn before, that its two ends stay with, each with the site there; or nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its text is inset by the table's padding."""

    paragraphs: tuple[Paragraph, ...]
    fill: str = ""
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Table:
    """A real table; the first row is its header. All rows have as many cells as there are widths."""

    x: float
    y: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float
    pitch: float
    pad_x: float = 6.0
    pad_y: float = 3.0
    alt: str = ""
    name: str = ""
    flush: bool = False
    """Texts begin at the edge of their column, in line with what stands over the table; the room is to their right."""


@dataclass(frozen=True, slots=True)
class Series:
    """What one row of bars shows."""

    name: str
    values: tuple[float | None, ...]
    """One for each category; None where there is no number."""
    labels: tuple[str, ...]
    """What stands at each bar: 'at least 104'."""
    fills: tuple[str, ...]
    """Colour role of each bar."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A real chart with its numbers: bars from zero, labelled directly, no axis of values, no legend."""

    x: float
    y: float
    w: float
    h: float
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    size: float
    """Of the names of its categories, points."""
    across: bool
    """Bars that lie; else columns that stand."""
    side: float = 0.0
    """Width left of lying bars, for the names of the categories."""
    label: float = 0.0
    """Size of what stands at each bar; 0 for that of the names."""
    head: float = 1.5
    """The axis runs so much further than the longest bar: room for its label."""
    alt: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class MarkGroup:
    """Marks that belong together under one name and one alternative text."""

    marks: tuple[Mark, ...]
    alt: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Inset:
    """A whole sheet drawn small, as a vector picture (a slide on a handout)."""

    x: float
    y: float
    w: float
    h: float
    sheet: Sheet
    look: str = ""
    """Name of the look that it is drawn in, where it is not the page's own."""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The logo of the look: what it shows is the writer's to know."""

    x: float
    y: float
    w: float
    h: float
    alt: str
    name: str = "Logo"


Mark = TextBox | Rect | Oval | Rule | Table | Chart | MarkGroup | Inset | Picture


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide or page with everything in its place."""

    w: float
    h: float
    marks: tuple[Mark, ...]
    title: str
    """Plain text, unique in its product."""
    kind: str = ""
    """The slide's kind, which is also the name of its layout in the deck's master."""
    ground: str = "paper"
    """Colour role of the background."""
    notes: tuple[Line, ...] = ()
    origin: int = 0
    """Which slide of its deck it shows, or part of it, counted from 0."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """The placed product, and what a person should know: what was split or cut."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    cut: tuple[str, ...] = ()
    """One sentence for each thing that was left out for want of room."""
