"""A deck read once: its slides with shapes, texts, tables, notes, and what stands behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefpack.check.presentation import paint
from briefpack.check.presentation.measure import Ink, ink
from briefpack.check.presentation.package import Package, reachable, relation_id
from briefpack.check.presentation.shapes import Shape, shapes, words_of
from briefpack.check.presentation.stage import FURNITURE, TITLES, Stage, Stages, place_of
from briefpack.check.presentation.tables import Table, table
from briefpack.check.presentation.text import Text, text
from briefpack.check.presentation.xml import EMU, child, kind, number, parts
from briefpack.model import Area


@dataclass(frozen=True, eq=False)
class Slide:
    """What the rules ask of a slide; whatever takes time is worked out when it is asked for, once."""

    number: int
    part: str
    root: Any
    stage: Stage
    sheet: Area
    """The slide itself, from 0, 0."""
    shapes: tuple[Shape, ...]
    notes: str
    table_styles: Mapping[str, Any] = field(repr=False, default_factory=dict)

    @cached_property
    def texts(self) -> Mapping[Shape, Text]:
        """The words of shapes, in drawing order."""
        found = ((shape, text(shape, self.stage)) for shape in self.shapes if shape.kind == "text")
        return {shape: said for shape, said in found if said is not None}

    @cached_property
    def inks(self) -> Mapping[Shape, Ink]:
        """Where the words of shapes are drawn."""
        return {shape: ink(said, shape.box) for shape, said in self.texts.items() if shape.box is not None}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Its tables."""
        found = (table(one, self.stage, self.table_styles) for one in self.shapes if one.kind == "table")
        return tuple(one for one in found if one is not None)

    @cached_property
    def areas(self) -> tuple[paint.Painted, ...]:
        """All that is painted, the layout's furniture first."""
        behind = paint.painted(paint.furniture(self.stage, self.root), self.stage)
        return behind + paint.painted(self.shapes, self.stage)

    @cached_property
    def backdrop(self) -> paint.Fill:
        """Its background."""
        return paint.backdrop((self.root, self.stage.layout, self.stage.master), self.stage)

    @cached_property
    def title(self) -> Shape | None:
        """The shape that holds its title, also where that is empty."""
        return next((shape for shape in self.shapes if shape.holder in TITLES), None)

    @cached_property
    def title_words(self) -> str:
        """The title on one line."""
        return " ".join(self.title.words.split()) if self.title is not None else ""

    @property
    def content(self) -> Iterator[Shape]:
        """Shapes that are not date, footer or number."""
        return (shape for shape in self.shapes if shape.holder not in FURNITURE)


@dataclass(frozen=True, eq=False)
class Deck:
    """The whole file."""

    package: Package
    slides: tuple[Slide, ...]
    sheet: Area
    stands: Callable[[str], bool]
    """Whether a file that a link names stands beside the deck."""

    @cached_property
    def reached(self) -> frozenset[str]:
        """All parts that something leads to."""
        return frozenset(reachable(self.package))

    @cached_property
    def properties(self) -> Mapping[str, str]:
        """Title, language and more from the file's own properties."""
        part = self.package.related("", "core-properties")
        found = parts(self.package.root(part) if part else None)
        return {kind(one): (one.text or "").strip() for one in found}


def read(data: bytes, name: str, stands: Callable[[str], bool] = lambda _: True) -> Deck:
    """Open a deck; ReadError if it is none."""
    package = Package(data, name)
    main = package.root(package.main)
    size = child(main, "p:sldSz")
    sheet = Area(0.0, 0.0, number(size, "cx", 9144000) / EMU, number(size, "cy", 6858000) / EMU)
    stages, styles = Stages(package), _table_styles(package)
    found: list[Slide] = []
    for item in parts(child(main, "p:sldIdLst")):
        relation = package.relations(package.main).get(relation_id(item))
        if relation is not None and relation.target in package.names:
            found.append(_slide(package, relation.target, len(found) + 1, sheet, stages, styles))
    return Deck(package, tuple(found), sheet, stands)


def _slide(package: Package, part: str, place: int, sheet: Area, stages: Stages, styles: Mapping[str, Any]) -> Slide:
    root = package.root(part)
    stage = stages.of(part).mapped(child(root, "p:clrMapOvr", "a:overrideClrMapping"))
    tree = child(root, "p:cSld", "p:spTree")
    found = shapes(tree, stage) if tree is not None else ()
    return Slide(place, part, root, stage, sheet, found, _notes(package, part), styles)


def _notes(package: Package, slide: str) -> str:
    part = package.related(slide, "notesSlide")
    tree = child(package.root(part), "p:cSld", "p:spTree") if part else None
    bodies = (one for one in parts(tree) if kind(one) == "sp" and place_of(one) is not None)
    return "\n".join(words_of(one) for one in bodies if place_of(one).get("type", "body") == "body")


def _table_styles(package: Package) -> dict[str, Any]:
    part = package.related(package.main, "tableStyles")
    return {one.get("styleId", "").upper(): one for one in parts(package.root(part) if part else None)}
