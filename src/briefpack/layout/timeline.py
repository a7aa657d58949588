"""A timeline to scale: the truth is on the axis, the room is in the cards (DESIGN.md, 7).

Two calls: ``chosen`` says which events fit a frame, ``place`` draws exactly those.
The caller tells the reader what happened to the others.
"""

from __future__ import annotations

from briefpack.layout import axis as time
from briefpack.layout import dates, timeline_drawing
from briefpack.layout.fit import Families
from briefpack.layout.marks import Mark
from briefpack.layout.timeline_plan import MOST, Frame, Style, alternatives, dated, fitted, most_cited
from briefpack.messages import counted, say
from briefpack.model import Cited, Line

__all__ = ["MOST", "Frame", "Style", "alt", "axis", "chosen", "legend", "most_cited", "needed", "place"]


def chosen(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> tuple[Line, ...]:
    """The events that can be drawn in this frame, in order of time: dated, at most ten, none too long.

    Over ten, those with the most references stay, and the first and the last.
    """
    made = fitted(lines, sources, frame, style, families)
    return tuple(line for card in made.cards for line in card.lines) if made else ()


def needed(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], width: float, style: Style, families: Families
) -> float:
    """Height in points at which none of these (at most ten, dated) events is left out and no card is a tower."""
    plans = alternatives(most_cited(lines), sources, Frame(0, 0, width, 0), style, families)
    return plans[0].need(style) if plans else 0.0


def place(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> tuple[Mark, ...]:
    """The marks of a timeline: the axis with its ticks and leaders as one group, then the cards in order of time.

    Events that ``chosen`` leaves out are not drawn; nothing at all is drawn where it leaves out all.
    """
    made = fitted(lines, sources, frame, style, families)
    if made is None:
        return ()
    shown = tuple(line for card in made.cards for line in card.lines)
    return timeline_drawing.drawn(made, frame, style, families, alt(shown, style.language))


def axis(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> time.Axis | None:
    """The axis that ``place`` draws for these."""
    made = fitted(lines, sources, frame, style, families)
    return made.axis if made else None


def legend(lines: tuple[Line, ...]) -> str:
    """What a reader has to be told about the drawing: 'axis to scale; outlined bar: day not known'."""
    spans = [span for line in lines if (span := time.span(line.label))]
    parts = [say("axis to scale")]
    if any(not span.known for span in spans):
        parts.append(say("outlined bar: day not known"))
    if any(dates.planned(line.detail) for line in lines):
        parts.append(say("open tick: planned"))
    return "; ".join(parts)


def alt(lines: tuple[Line, ...], language: str = "en") -> str:
    """What the drawing shows, from the data."""
    shown = dated(lines)
    if not shown:
        return ""
    first, last = (dates.printed(line.label, language).replace("\u00a0", " ") for line in (shown[0], shown[-1]))
    count = counted("{count} event", "{count} events", len(shown))
    coming = sum(dates.planned(line.detail) for line in shown)
    tail = say(", {count} of them planned", count=coming) if coming else ""
    when = first if first == last else say("{first} to {last}", first=first, last=last)
    return say("Timeline to scale, {when}: {events}.", when=when, events=count + tail)
