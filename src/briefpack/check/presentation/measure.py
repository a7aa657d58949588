"""Where the words of a shape are drawn, and by how much they pass its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from briefpack.check.presentation.text import Paragraph, Text
from briefpack.layout import fit, marks, metrics
from briefpack.model import Area

_TWINS = {
    "carlito": "Calibri", "calibri light": "Calibri", "caladea": "Cambria", "cambria math": "Cambria",
    "liberation sans": "Arial", "arimo": "Arial", "helvetica": "Arial", "helvetica neue": "Arial",
    "nimbus sans": "Arial",
}  # fmt: skip
"""Families drawn to the widths of another."""
_KNOWN = {"arial": "Arial", "calibri": "Calibri", "cambria": "Cambria", "lato": "Lato", "pt serif": "PT Serif"}
_SERIFS = ("times", "serif", "georgia", "garamond", "roman", "book", "palatino", "century", "liberation serif")
_PITCH = {"Arial": 1.15, "Cambria": 1.172, "Calibri": 1.2207, "Lato": 1.2, "PT Serif": 1.325}
"""Line height of a family as a share of the size, from its own tables."""

_TIGHT = 0.97
"""Share of the width at which a program that sets a little wider breaks its lines."""


@dataclass(frozen=True, slots=True)
class Ink:
    """What a text covers when it is drawn."""

    box: Area
    over: float
    """Points by which it is taller than the room inside its box; below zero where there is room left."""
    near: float
    """The same, wrapped with 3 % less width: some programs set a little wider."""
    beyond: float
    """Points by which it sticks out of the box itself, below or above."""
    wide: float
    """Points by which a line or an unbreakable word is wider than the room."""
    lines: int
    pitch: float
    """Of its last line."""
    sure: bool
    """False where the widths of a font are not known here and another stood in."""


def family(name: str) -> tuple[str, bool]:
    """The family whose widths stand for this one, and whether they are its own."""
    plain = name.lower().strip()
    if plain in _KNOWN:
        return _KNOWN[plain], True
    if plain in _TWINS:
        return _TWINS[plain], True
    return ("Cambria" if any(word in plain for word in _SERIFS) else "Arial"), False


def ink(text: Text, box: Area) -> Ink:
    """Set a text into its box."""
    box = box if text.upright else Area(box.x, box.y, box.h, box.w)
    left, top, right, low = text.insets
    room = max(1.0, (box.w - left - right) / text.columns)
    lines = tuple(_lines(text, room if text.wrapped else 0.0, 1.0))
    tall = sum(line.tall for line in lines) / text.columns
    tighter = sum(line.tall for line in _lines(text, room, _TIGHT)) / text.columns if text.wrapped else tall
    wide = max((line.wide for line in lines), default=0.0)
    inner = box.h - top - low
    at = _at(text, box, tall)
    return Ink(
        box=_drawn(lines, box, text, at, tall) if text.upright else Area(box.x, box.y, box.h, box.w),
        over=tall - inner,
        near=tighter - inner,
        beyond=max(at + tall - box.bottom, box.y - at),
        wide=max(wide, _longest_word(text) if text.wrapped else 0.0) - room,
        lines=len(lines),
        pitch=lines[-1].pitch if lines else 0.0,
        sure=all(family(piece.font)[1] for piece in text.pieces),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    left: float
    """From the left edge of the room."""
    wide: float
    pitch: float
    tall: float
    """With the space above it."""
    align: str


def _lines(text: Text, room: float, margin: float) -> Iterator[_Line]:
    """The lines as they break; with a room of 0 they never do."""
    for number, paragraph in enumerate(text.paragraphs):
        gap = paragraph.before if number else 0.0
        if number and text.paragraphs[number - 1].after:
            gap += text.paragraphs[number - 1].after
        hang = max(0.0, paragraph.left)
        for place, (wide, size) in enumerate(_broken(paragraph, room * margin if room else 100_000.0)):
            pitch = paragraph.exact or _pitch(paragraph, size)
            yield _Line(hang, wide, pitch, pitch + (gap if not place else 0.0), paragraph.align)


def _broken(paragraph: Paragraph, room: float) -> Iterator[tuple[float, float]]:
    """Width and largest size of each line."""
    tracking = max((piece.tracking for piece in paragraph.pieces), default=0.0)
    size = max((piece.size for piece in paragraph.pieces if piece.text.strip()), default=paragraph.size)
    if not paragraph.words.strip("\n"):
        yield from ((0.0, paragraph.size) for _ in range(paragraph.words.count("\n") + 1))
        return
    names = {piece.font for piece in paragraph.pieces}
    families = fit.Families(tuple((name, family(name)[0]) for name in sorted(names)), margin=1.0)
    runs = tuple(
        marks.Run(piece.text, piece.bold, piece.italic, font=piece.font, scale=piece.size / size)
        for piece in paragraph.pieces
    )
    whole = marks.Paragraph(runs, indent=max(0.0, paragraph.left))
    for line in fit.wrap((whole,), room, size, families, tracking=tracking):
        yield line.width, max((run.scale for run in line.runs), default=1.0) * size


def _pitch(paragraph: Paragraph, size: float) -> float:
    faces = [family(piece.font)[0] for piece in paragraph.pieces] or ["Calibri"]
    return size * paragraph.spacing * max(_PITCH[face] for face in faces)


def _longest_word(text: Text) -> float:
    """Width of the widest stretch that no program breaks."""
    return max(
        (
            _width(word, piece.font, piece.bold) * piece.size + max(0.0, paragraph.left)
            for paragraph in text.paragraphs
            for piece in paragraph.pieces
            for word in _solid(piece.text)
        ),
        default=0.0,
    )


def _solid(text: str) -> Iterable[str]:
    for word in text.replace("-", "- ").replace("–", "– ").replace("—", "— ").replace("/", "/ ").split():
        if all(ord(character) < 0x2E80 for character in word):
            yield word


@cache
def _width(word: str, font: str, bold: bool) -> float:
    return metrics.width(word, family(font)[0], 1.0, bold=bold)


def _at(text: Text, box: Area, tall: float) -> float:
    """The upper edge of the first line."""
    _, top, _, low = text.insets
    inner = box.h - top - low
    if text.anchor == "ctr":
        return box.y + top + (inner - tall) / 2
    return box.bottom - low - tall if text.anchor == "b" else box.y + top


def _drawn(lines: tuple[_Line, ...], box: Area, text: Text, top: float, tall: float) -> Area:
    """The box around all lines."""
    left, _, right, _ = text.insets
    starts, ends = [], []
    for line in lines:
        if not line.wide:
            continue
        inner = box.w - left - right - line.left
        shift = {"ctr": 0.5, "r": 1.0}.get(line.align, 0.0) * (inner - line.wide)
        starts.append(box.x + left + line.left + shift)
        ends.append(starts[-1] + line.wide)
    if text.columns > 1 or not starts:
        return Area(box.x, top, box.w, tall)
    return Area(min(starts), top, max(ends) - min(starts), tall)
