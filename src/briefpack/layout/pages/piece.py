"""A block measured and ready to be drawn: its least height, and where it may open up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefpack.layout.fit import wrap
from briefpack.layout.marks import Mark, Paragraph, Rule, Run, TextBox
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.setting import Setting
from briefpack.model import Type

Draw = Callable[[float, float], tuple[Mark, ...]]
"""From the air in each gap and the height that is to be filled to marks from the origin."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block at a given width."""

    kind: str
    h: float
    """Least height in points."""
    gaps: int
    """Places inside that may take some air each."""
    draw: Draw

    def tall(self, air: float) -> float:
        """Height with this much air in each gap."""
        return self.h + self.gaps * air


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side: each with its x."""

    pieces: tuple[tuple[float, Piece], ...]

    def tall(self, air: float) -> float:
        """Height of the tallest piece."""
        return max(piece.tall(air) for _, piece in self.pieces)

    def draw(self, y: float, air: float) -> tuple[Mark, ...]:
        """The marks of all pieces, from left to right."""
        h = self.tall(air)
        marks: list[Mark] = []
        for x, piece in self.pieces:
            own = min(air + (h - piece.tall(air)) / piece.gaps, air * 2 + 4) if piece.gaps else air
            marks.extend(moved(piece.draw(own, h), x, y))
        return tuple(marks)


def stack(kind: str, parts: Sequence[tuple[float, tuple[Mark, ...]]], w: float, *, rules: str = "") -> Piece:
    """A heading and parts under one another, each with its height; with ``rules``, a hairline between the parts.

    Air comes between the parts only: what stands under a heading stands close to it, in every column of a row.
    """
    last = len(parts) - 1

    def draw(air: float, _: float) -> tuple[Mark, ...]:
        marks: list[Mark] = []
        y = 0.0
        for number, (h, part) in enumerate(parts):
            marks.extend(moved(part, 0, y))
            y += h
            if rules and 0 < number < last:
                marks.append(Rule(0, y + air / 2, w, y + air / 2, rules, 0.6))
            y += air if 0 < number < last else 0.0
        return tuple(marks)

    return Piece(kind, sum(h for h, _ in parts), max(last - 1, 0), draw)


def heading(
    setting: Setting, text: str, w: float, *, note: str = "", ruled: bool = True
) -> tuple[float, tuple[Mark, ...]]:
    """A block's heading with its rule, and a muted note at its right end; height and marks."""
    type = setting.type("head")
    shown = text.upper() if setting.plain else text
    title = Paragraph((Run(shown, bold=True, colour="accent", font="head"),))
    right = Paragraph((Run(note, colour="muted"),), align="right")
    small = Type(setting.type("sources").size, type.pitch)
    room = min(_one_line(setting, right, small) + 4, w * 0.62) if note else 0.0
    track = 0.7 if setting.plain else 0.0
    tall = _title_height(setting, title, w - room, type, track)
    box = TextBox(0, 0, w - room, tall, (title,), type.size, type.pitch, tag="H2", tracking=track)
    y = tall + (2.5 if setting.plain else 2.0)
    marks: list[Mark] = [box]
    if note:
        marks.append(TextBox(w - room, 0, room, type.pitch, (right,), small.size, small.pitch, anchor="bottom"))
    if ruled:
        marks.append(Rule(0, y, w, y, "ink", 0.95))
    return y + 4, tuple(marks)


def _title_height(setting: Setting, title: Paragraph, w: float, type: Type, track: float) -> float:
    lines = len(wrap((title,), w, type.size, setting.families, tracking=track))
    return max(lines * type.pitch, 1.22 * type.size)


def _one_line(setting: Setting, paragraph: Paragraph, type: Type) -> float:
    """The width that a paragraph needs to stand on one line."""
    return sum(line.width for line in setting.lines((paragraph,), 10000, type.size)) / 0.97 + 1
