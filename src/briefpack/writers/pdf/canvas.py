"""The operators that draw one page, in points from its bottom left (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache, lru_cache
from typing import NamedTuple

from briefpack.layout.shaping import Glyph, Stretch
from briefpack.layout.typefaces import Face
from briefpack.writers.pdf.embedding import Embedded
from briefpack.writers.pdf.objects import number, text

_ROUND = 0.5523
"""How far the handles of a curve stand from its ends to make a quarter of a circle, as a share of the radius."""


_PAINT = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
"""By whether an outline is filled, and whether it is drawn."""

_Setting = tuple[tuple[str, str], ...]
"""Operators, each after what it sets."""


class Ink(NamedTuple):
    """How glyphs are drawn: a font of the file, its size in points, and what sets both."""

    font: Embedded
    size: float
    setting: _Setting

    @classmethod
    def of(cls, font: Embedded, size: float, colour: str, tracking: float) -> Ink:
        """The ink for a colour of six hex digits."""
        operators = f"{_colour(colour)} rg", f"/{font.name} {number(size)} Tf", f"{number(tracking)} Tc"
        return cls(font, size, tuple(zip(("rg", "Tf", "Tc"), operators, strict=True)))


class Piece(NamedTuple):
    """Glyphs of one face that are drawn at once."""

    face: Face
    stretched: str
    """The per cent of their own width to which they are stretched: '98.5'."""
    ends: str
    """The same at their end."""
    shown: str = ""
    """The operators that draw them, where these are the same in every file."""
    stretch: Stretch | None = None
    """Else the glyphs, whose codes the file gives."""


class Canvas:
    """What is drawn on a page, operator by operator; colours, widths and fonts are set only where they change."""

    def __init__(self) -> None:
        self.fonts: dict[str, Embedded] = {}
        """Those that the page uses, by the name it has for each."""
        self.images: dict[str, None] = {}
        """Names of the pictures that the page shows."""
        self.marks = 0
        """How many stretches are marked for the tree."""
        self._operators: list[str] = []
        self._end = _End(self._operators)
        self._state: dict[str, str] = {}

    def data(self) -> bytes:
        """The content stream."""
        return "\n".join(self._operators).encode("ascii")

    def rect(self, x: float, y: float, w: float, h: float, radius: float = 0.0) -> None:
        """The outline of a box, to be painted."""
        if not radius:
            self._operators.append(f"{number(x)} {number(y)} {number(w)} {number(h)} re")
            return
        r, k = radius, radius * (1 - _ROUND)
        right, top = x + w, y + h
        self._do("m", x + r, y)
        self._do("l", right - r, y)
        self._do("c", right - k, y, right, y + k, right, y + r)
        self._do("l", right, top - r)
        self._do("c", right, top - k, right - k, top, right - r, top)
        self._do("l", x + r, top)
        self._do("c", x + k, top, x, top - k, x, top - r)
        self._do("l", x, y + r)
        self._do("c", x, y + k, x + k, y, x + r, y)
        self._do("h")

    def ellipse(self, x: float, y: float, w: float, h: float) -> None:
        """The outline of an ellipse in its bounds."""
        rx, ry = w / 2, h / 2
        kx, ky = rx * _ROUND, ry * _ROUND
        mx, my = x + rx, y + ry
        self._do("m", x, my)
        self._do("c", x, my + ky, mx - kx, y + h, mx, y + h)
        self._do("c", mx + kx, y + h, x + w, my + ky, x + w, my)
        self._do("c", x + w, my - ky, mx + kx, y, mx, y)
        self._do("c", mx - kx, y, x, my - ky, x, my)
        self._do("h")

    def path(self, points: Sequence[tuple[float, float]], *, closed: bool) -> None:
        """The outline through points."""
        for place, (x, y) in enumerate(points):
            self._do("l" if place else "m", x, y)
        if closed:
            self._do("h")

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A straight line, painted."""
        (x1, y1), (x2, y2) = start, end
        self._operators.append(f"{number(x1)} {number(y1)} m\n{number(x2)} {number(y2)} l\nS")

    def paint(self, fill: str, line: str, width: float = 0.0, dash: tuple[float, ...] = ()) -> None:
        """The style of what is drawn next; empty for no fill or no line."""
        self._set(_paint(fill, line, width, dash))

    def done(self, *, fill: bool, line: bool) -> None:
        """Paint the outline."""
        self._operators.append(_PAINT[fill, line])

    def text(self, x: float, y: float, pieces: Iterable[tuple[Ink, Piece]]) -> None:
        """Glyphs from a point on their baseline on, one piece after the other."""
        do = self._operators.append
        do(f"BT\n{number(x)} {number(y)} Td")
        for ink, piece in pieces:
            self.fonts[ink.font.name] = ink.font
            self._set(ink.setting)
            if self._state.get("Tz") != piece.stretched:
                do(f"{piece.stretched} Tz")
            self._state["Tz"] = piece.ends
            do(_shown(ink, piece.stretch) if piece.stretch else piece.shown)
        do("ET")

    @contextmanager
    def placed(self, x: float, y: float, across: float, up: float) -> Iterator[None]:
        """What is drawn inside is scaled and moved to a place."""
        kept = dict(self._state)
        self._do("q")
        self._do("cm", across, 0, 0, up, x, y)
        yield
        self._do("Q")
        self._state = kept

    def image(self, name: str, x: float, y: float, w: float, h: float) -> None:
        """A picture by its name, fitted into a box."""
        self.images[name] = None
        self._do("q")
        self._do("cm", w, 0, 0, h, x, y)
        self._operators.append(f"/{name} Do")
        self._do("Q")

    def marked(self, tag: str) -> AbstractContextManager[None]:
        """What is drawn inside is one marked stretch, numbered by ``marks``; decoration without a tag."""
        if tag:
            self._operators.append(f"/{tag} <</MCID {self.marks}>> BDC")
            self.marks += 1
        else:
            self._operators.append("/Artifact BMC")
        return self._end

    def _set(self, setting: _Setting) -> None:
        for key, operator in setting:
            if self._state.get(key) != operator:
                self._state[key] = operator
                self._operators.append(operator)

    def _do(self, operator: str, *values: float) -> None:
        self._operators.append(" ".join([*map(number, values), operator]))


class _End:
    """Ends a marked stretch; one for all of a page, since thousands are marked."""

    def __init__(self, operators: list[str]) -> None:
        self._operators = operators

    def __enter__(self) -> None:
        """Nothing: the stretch was begun when it was asked for."""

    def __exit__(self, *_: object) -> None:
        self._operators.append("EMC")


@lru_cache(maxsize=256)
def _paint(fill: str, line: str, width: float, dash: tuple[float, ...]) -> _Setting:
    inside = (("rg", f"{_colour(fill)} rg"),) if fill else ()
    if not line:
        return inside
    dashes = " ".join(map(number, dash))
    return (*inside, ("RG", f"{_colour(line)} RG"), ("w", f"{number(width)} w"), ("d", f"[{dashes}] 0 d"))


@cache
def _colour(hexes: str) -> str:
    return " ".join(number(int(hexes[place : place + 2], 16) / 255) for place in (0, 2, 4))


def _shown(ink: Ink, stretch: Stretch) -> str:
    """The operators that show the glyphs of a stretch, each where its script wants it; the text, where they hide it."""
    shown = f"<{ink.font.shown(stretch)}> Tj" if not stretch.moved else "\n".join(_moved(stretch.glyphs, ink))
    if stretch.told or stretch.backwards:
        return shown
    return f"/Span <</ActualText {text(stretch.text)}>> BDC\n{shown}\nEMC"


def _moved(glyphs: Iterable[Glyph], ink: Ink) -> Iterator[str]:
    for glyph in glyphs:
        if glyph.dy:
            yield f"{number(glyph.dy * ink.size / 1000)} Ts"
        after = glyph.own - glyph.advance + glyph.dx
        yield f"[{number(-glyph.dx)} <{ink.font.code(glyph)}> {number(after)}] TJ"
        if glyph.dy:
            yield "0 Ts"
