"""Where the sources pull apart: the sides as views."""

from __future__ import annotations

from typing import Any

from briefpack.compose.select.stock import Stock, fitting, statement
from briefpack.model import Side, Tension
from briefpack.text.sentences import split

_LONGEST = 48
"""Words of a side that is shown whole; of a longer one no sentence may stand for the others."""
_HEADINGS = {
    "denied": ("The claim", "The denial"),
    "doubt": ("The claim", "The doubt"),
    "numbers": ("One number", "Another number"),
}
_ROOM = 35
"""Words of a side that a card holds at ease."""


def tensions(stock: Stock) -> list[dict[str, Any]]:
    """Those with two sides that fit a line, across sources before within one; each side under its voice."""
    ranked = sorted(
        stock.brief.tensions,
        key=lambda tension: (
            _within(tension),
            tension.kind == "two names",
            _length(tension) > _ROOM,
        ),
    )
    found = [made for tension in ranked if (made := _tension(stock, tension))]
    return found[: stock.audience.count("tensions")]


def _within(tension: Tension) -> bool:
    return len({side.source for side in tension.sides}) < 2


def _length(tension: Tension) -> int:
    return max((len(side.text.split()) for side in tension.sides), default=0)


def _tension(stock: Stock, tension: Tension) -> dict[str, Any] | None:
    sides = [made for side in tension.sides[:2] if (made := _side(stock, side))]
    if len(sides) < 2:
        return None
    return {
        "text": tension.text,
        "kind": tension.kind,
        "sides": _told_apart(sides, tension.kind),
        "sources": len({side.source for side in tension.sides}),
        "refs": [ref.citation for ref in tension.refs],
    }


def _told_apart(sides: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    """Sides of one voice get headings by what they do; the voice goes before their lines."""
    if sides[0]["heading"] != sides[1]["heading"]:
        return sides
    made = []
    for side, heading in zip(sides, _HEADINGS.get(kind, ("On the one hand", "On the other hand")), strict=True):
        line = side["line"]
        made.append({**side, "heading": heading, "line": {**line, "label": line["label"] or side["heading"]}})
    return made


def _side(stock: Stock, side: Side) -> dict[str, Any] | None:
    """A side with its heading: who speaks, else the source."""
    fits = (side.text, side.refs) if len(side.text.split()) <= _LONGEST else None
    if not fits or len(split(side.text)) == 1:
        fits = fitting(side.text, side.refs, stock.audience.line_words) or fits
    if not fits:
        return None
    voice = "" if side.voice and side.voice.split()[-1] in fits[0] else side.voice or stock.voice(side.source)
    return {
        "heading": side.voice or stock.names.get(side.source, side.source),
        "source": side.source,
        "line": statement(*fits, voice),
    }
