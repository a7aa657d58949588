"""Which events a timeline shows, in which cards, and how much height they need."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefpack.layout import axis as time
from briefpack.layout import dates, references
from briefpack.layout.fit import Families, height, wrap
from briefpack.layout.marks import Paragraph, Run
from briefpack.messages import say
from briefpack.model import Cited, Line, Type

MOST = 10
"""Events on one timeline."""
_ONE_ROW = 5
_SHARE = 3
"""Events of one day on one card, at most."""
_BETWEEN = 0.3
"""Space between them, as a share of their size."""
_SHORT = 6.5
"""Lines of a card, its date included, up to which one row reads well."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where it may stand, in points."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes and words; colours are roles of the look."""

    card: Type
    axis: Type
    gap: float = 15.0
    """Between cards side by side."""
    language: str = "en"
    spread: bool = True
    """Let leaders grow longer where the frame has room; otherwise what is left stays empty below."""


@dataclass(frozen=True, slots=True)
class Card:
    """The events of one date with their place in the row, before heights are known."""

    lines: tuple[Line, ...]
    span: time.Span
    x: float
    w: float
    above: bool
    paragraphs: tuple[Paragraph, ...]
    h: float

    @property
    def planned(self) -> bool:
        """Whether it was still to come when it was written; events that differ in this never share a card."""
        return dates.planned(self.lines[0].detail)


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole timeline measured: what stands above and below, and the least height it needs."""

    axis: time.Axis
    cards: tuple[Card, ...]
    up: float
    down: float
    lanes: int
    """Outlined bars that lie over one another on one side, at most."""

    def leader(self, style: Style) -> float:
        """Least room between the cards' rules and the axis."""
        return 1.7 * style.card.pitch + max(self.lanes - 1, 0) * bar_height(style) * 1.5

    def need(self, style: Style) -> float:
        """Least height of the whole."""
        sides = bool(self.up) + bool(self.down)
        return self.up + self.down + sides * self.leader(style) + style.axis.pitch * 1.4 + (0 if self.down else 2)


def most_cited(lines: tuple[Line, ...], most: int = MOST) -> tuple[Line, ...]:
    """The dated events in order of time, at most so many: the first and the last, then those with most references."""
    known = dated(lines)
    if len(known) <= most:
        return known
    inner = sorted(range(1, len(known) - 1), key=lambda place: (-len(known[place].refs), place))
    kept = [0, len(known) - 1, *inner][:most]
    return tuple(line for place, line in enumerate(known) if place in kept)


def fitted(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> Plan | None:
    """The plan of as many events as the frame holds; the tallest card goes first, the ends last."""
    lines = most_cited(lines)
    while lines:
        plans = alternatives(lines, sources, frame, style, families)
        for plan in plans:
            if plan.need(style) <= frame.h + 0.01:
                return plan
        lines = _fewer(lines, plans[0].cards)
    return None


def _fewer(lines: tuple[Line, ...], cards: tuple[Card, ...]) -> tuple[Line, ...]:
    """The lines without one of the tallest card, the least cited of it; the first and the last card go last."""
    inner = cards[1:-1] or cards
    tallest = max(inner, key=lambda card: (card.h, -sum(len(line.refs) for line in card.lines)))
    out = min(reversed(tallest.lines), key=lambda line: len(line.refs))
    return tuple(line for line in lines if line is not out)


def alternatives(
    lines: tuple[Line, ...], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> list[Plan]:
    """The plans to try, best first: events of one day on one card, then each on its own.

    Where height is dear (a page, whose timeline does not spread) the lower of the two goes first.
    """
    shared = _shared(lines)
    plans = [_rows(shared, sources, frame, style, families)]
    if len(shared) < len(lines):
        plans.append(_rows([(line,) for line in lines], sources, frame, style, families))
    if not style.spread:
        plans.sort(key=lambda some: some[0].need(style) if some else 0.0)
    return [plan for some in plans for plan in some]


def _rows(
    cards: list[tuple[Line, ...]], sources: tuple[Cited, ...], frame: Frame, style: Style, families: Families
) -> list[Plan]:
    """One row of five short cards at most, else two rows of wide ones."""
    rows = () if not cards else (True,) if len(cards) > _ONE_ROW else (False, True) if len(cards) > 2 else (False,)
    plans = [planned(cards, sources, frame, style, families, two) for two in rows]
    return sorted(plans, key=lambda plan: not plan.down and plan.up > _SHORT * style.card.pitch)


def _shared(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """The lines in order of time, those of one day together, up to three: '3 June 2024' stands once for all of them."""
    cards: list[tuple[Line, ...]] = []
    for line in lines:
        last = cards[-1] if cards else ()
        found = time.span(line.label)
        same = last and (line.label, line.detail) == (last[0].label, last[0].detail)
        if same and found and found.known and len(last) < _SHARE:
            cards[-1] = (*last, line)
        else:
            cards.append((line,))
    return cards


def planned(
    events: list[tuple[Line, ...]],
    sources: tuple[Cited, ...],
    frame: Frame,
    style: Style,
    families: Families,
    two: bool,
) -> Plan:
    """The cards in one row, or in two by turns."""
    spans = [span for lines in events if (span := time.span(lines[0].label))]
    axis = time.axis(spans, style.language)
    columns = (len(events) + 1) // 2 if two else len(events)
    w = min((frame.w - style.gap * (columns - 1)) / columns, frame.w / 2)
    cards = []
    for place, (lines, span) in enumerate(zip(events, spans, strict=True)):
        column = place // 2 if two else place
        shift = (w + style.gap) / 2 if two and place % 2 and len(events) % 2 else 0.0
        paragraphs = _words(lines, span, axis, sources, style)
        tall = height(wrap(paragraphs, w, style.card.size, families), style.card.pitch)
        x = frame.x + column * (w + style.gap) + shift
        cards.append(Card(lines, span, x, w, not (two and place % 2), paragraphs, tall))
    rule = rule_gap(style)
    up, down = (max((card.h + rule for card in cards if card.above is side), default=0.0) for side in (True, False))
    tracks = max(lanes(cards, axis, side)[1] for side in (True, False))
    return Plan(axis, tuple(cards), up, down, tracks)


def _words(
    lines: tuple[Line, ...], span: time.Span, axis: time.Axis, sources: tuple[Cited, ...], style: Style
) -> tuple[Paragraph, ...]:
    """The card: its date with what has to be said of it, then what happened and where it is written."""
    head = [Run(dates.printed(lines[0].label, style.language), bold=True, colour="accent")]
    said = [lines[0].detail] if dates.planned(lines[0].detail) else []
    if not axis.holds(span):
        said.append(say("before the axis") if span.end <= axis.start else say("after the axis"))
    if said:
        head.append(Run(" · " + ", ".join(said), colour="muted"))
    bodies = [(Run(line.text), references.run(line.refs, sources)) for line in lines]
    texts = [Paragraph(tuple(run for run in body if run.text)) for body in bodies]
    apart = [replace(text, before=round(style.card.size * _BETWEEN, 1)) for text in texts[1:]]
    return Paragraph(tuple(head)), texts[0], *apart


def rule_gap(style: Style) -> float:
    """Between a card's rule and its text."""
    return style.card.size * 0.45


def tick_height(style: Style) -> float:
    return style.card.size * 0.66


def bar_height(style: Style) -> float:
    return style.card.size * 0.33


def lanes(cards: list[Card], axis: time.Axis, above: bool) -> tuple[dict[int, int], int]:
    """The lane of each outlined bar of one side, so that none hides another; and how many lanes."""
    tracks: dict[int, int] = {}
    ends: list[int] = []
    for place, card in enumerate(cards):
        if card.above is not above or card.span.known or not axis.holds(card.span):
            continue
        lane = next((lane for lane, end in enumerate(ends) if end <= card.span.start), len(ends))
        ends[lane : lane + 1] = [card.span.end]
        tracks[place] = lane
    return tracks, len(ends)


def dated(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines that have a date, in order of time."""
    spans = [(span, place) for place, line in enumerate(lines) if (span := time.span(line.label))]
    return tuple(lines[place] for place in time.ordered(spans))
