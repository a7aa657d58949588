"""The operators that draw one page, in points from its bottom left (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from briefpack.layout.shaping import Glyph, Stretch
from briefpack.writers.pdf.embedding import Embedded
from briefpack.writers.pdf.objects import number, text

_ROUND = 0.5523
"""How far the handles of a curve stand from its ends to make a quarter of a circle, as a share of the radius."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one font in one style."""

    font: Embedded
    stretch: Stretch
    size: float
    colour: str
    """Six hex digits."""
    tracking: float = 0.0
    squeeze: float = 1.0
    """How much wider or narrower than the font has it."""


class Canvas:
    """What is drawn on a page, operator by operator; colours, widths and fonts are set only where they change."""

    def __init__(self) -> None:
        self.fonts: dict[str, Embedded] = {}
        """Those that the page uses, by the name it has for each."""
        self.marks = 0
        """How many stretches are marked for the tree."""
        self._operators: list[str] = []
        self._state: dict[str, str] = {}

    def data(self) -> bytes:
        """The content stream."""
        return "\n".join(self._operators).encode("ascii")

    def rect(self, x: float, y: float, w: float, h: float, radius: float = 0.0) -> None:
        """The outline of a box, to be painted."""
        if not radius:
            self._do(x, y, w, h, "re")
            return
        r, k = radius, radius * (1 - _ROUND)
        right, top = x + w, y + h
        self._do(x + r, y, "m")
        self._do(right - r, y, "l")
        self._do(right - k, y, right, y + k, right, y + r, "c")
        self._do(right, top - r, "l")
        self._do(right, top - k, right - k, top, right - r, top, "c")
        self._do(x + r, top, "l")
        self._do(x + k, top, x, top - k, x, top - r, "c")
        self._do(x, y + r, "l")
        self._do(x, y + k, x + k, y, x + r, y, "c")
        self._do("h")

    def ellipse(self, x: float, y: float, w: float, h: float) -> None:
        """The outline of an ellipse in its bounds."""
        rx, ry = w / 2, h / 2
        kx, ky = rx * _ROUND, ry * _ROUND
        mx, my = x + rx, y + ry
        self._do(x, my, "m")
        self._do(x, my + ky, mx - kx, y + h, mx, y + h, "c")
        self._do(mx + kx, y + h, x + w, my + ky, x + w, my, "c")
        self._do(x + w, my - ky, mx + kx, y, mx, y, "c")
        self._do(mx - kx, y, x, my - ky, x, my, "c")
        self._do("h")

    def path(self, points: Sequence[tuple[float, float]], *, closed: bool) -> None:
        """The outline through points."""
        for place, (x, y) in enumerate(points):
            self._do(x, y, "l" if place else "m")
        if closed:
            self._do("h")

    def paint(self, fill: str, line: str, width: float = 0.0, dash: Iterable[float] = ()) -> None:
        """The style of what is drawn next; empty for no fill or no line."""
        if fill:
            self._set("rg", f"{_colour(fill)} rg")
        if line:
            self._set("RG", f"{_colour(line)} RG")
            self._set("w", f"{number(width)} w")
            self._set("d", f"[{' '.join(map(number, dash))}] 0 d")

    def done(self, *, fill: bool, line: bool) -> None:
        """Paint the outline."""
        self._do({(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}[fill, line])

    def text(self, x: float, y: float, pieces: Iterable[Piece]) -> None:
        """Glyphs from a point on their baseline on, one piece after the other."""
        self._do("BT")
        self._do(x, y, "Td")
        for piece in pieces:
            self._style(piece)
            shown = _shown(piece)
            if not piece.stretch.told and not piece.stretch.backwards:
                shown = f"/Span <</ActualText {text(piece.stretch.text)}>> BDC\n{shown}\nEMC"
            self._operators.append(shown)
        self._do("ET")

    @contextmanager
    def placed(self, x: float, y: float, across: float, up: float) -> Iterator[None]:
        """What is drawn inside is scaled and moved to a place."""
        kept = dict(self._state)
        self._do("q")
        self._do(across, 0, 0, up, x, y, "cm")
        yield
        self._do("Q")
        self._state = kept

    @contextmanager
    def marked(self, tag: str) -> Iterator[int]:
        """What is drawn inside is one marked stretch; gives its number, -1 for decoration (no tag)."""
        if tag:
            here, self.marks = self.marks, self.marks + 1
            self._operators.append(f"/{tag} <</MCID {here}>> BDC")
        else:
            here = -1
            self._operators.append("/Artifact BMC")
        yield here
        self._operators.append("EMC")

    def _style(self, piece: Piece) -> None:
        self.fonts[piece.font.name] = piece.font
        self._set("rg", f"{_colour(piece.colour)} rg")
        self._set("Tf", f"/{piece.font.name} {number(piece.size)} Tf")
        self._set("Tc", f"{number(piece.tracking)} Tc")
        self._set("Tz", f"{number(100 * piece.squeeze)} Tz")

    def _set(self, key: str, operator: str) -> None:
        if self._state.get(key) != operator:
            self._state[key] = operator
            self._operators.append(operator)

    def _do(self, *parts: float | str) -> None:
        self._operators.append(" ".join(part if isinstance(part, str) else number(part) for part in parts))


@cache
def _colour(hexes: str) -> str:
    return " ".join(number(int(hexes[place : place + 2], 16) / 255) for place in (0, 2, 4))


def _shown(piece: Piece) -> str:
    """The operators that show the glyphs of a piece, each where its script wants it."""
    if not piece.stretch.moved:
        return f"<{piece.font.shown(piece.stretch)}> Tj"
    return "\n".join(_moved(piece.stretch.glyphs, piece))


def _moved(glyphs: Iterable[Glyph], piece: Piece) -> Iterator[str]:
    for glyph in glyphs:
        if glyph.dy:
            yield f"{number(glyph.dy * piece.size / 1000)} Ts"
        after = glyph.own - glyph.advance + glyph.dx
        yield f"[{number(-glyph.dx)} <{piece.font.code(glyph)}> {number(after)}] TJ"
        if glyph.dy:
            yield "0 Ts"
