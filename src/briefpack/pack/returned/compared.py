"""A deck that comes back beside what it said when it was written: which words are new, gone or in another place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefpack.pack.deck_words import SlideWords, Words
from briefpack.pack.returned.record import Record, Shown, Text
from briefpack.pack.returned.words import alike, plain

_SAME_SLIDE = 0.3
"""Share of the words of two slides that must agree for one to be the other."""
_STAYED = 0.6
"""What counts of the share of the words that stayed, however much was added to them."""
_SAME_TEXT = 0.5
_SAME_PASSAGE = 0.2
"""The same of two texts that point to the same passages."""
_LABELS = ("", "say", "evidence", "ask")
"""Of the notes; what stands before the first heading has none."""

One = TypeVar("One")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Pair:
    """A text as it was and as it came back; one of the two is None where it is new or gone."""

    old: Text | None
    new: Text | None
    label: str = ""
    """'say', 'evidence' or 'ask' for the notes."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One slide of the deck that came back."""

    number: int
    """In the deck that came back; of a slide that is gone, where it was."""
    was: Shown | None
    """None where the slide is new."""
    pairs: tuple[Pair, ...]
    """In the order of the slide that came back, then what is gone."""
    notes: tuple[Pair, ...]
    gone: bool = False
    pictures: int = 0
    numbers_changed: bool = False


def compared(written: Record, came: Sequence[SlideWords]) -> tuple[Compared, ...]:
    """Each slide that came back, in its order, then those that are gone."""
    slides, headings = written.slides, {word.casefold(): label for label, word in written.headings}
    match = dict(_matched(came, slides, _slides_alike, _SAME_SLIDE))
    found = [_slide(slide, slides[match[at]] if at in match else None, headings) for at, slide in enumerate(came)]
    lost = sorted(set(range(len(slides))) - set(match.values()))
    return (*found, *(Compared(at + 1, slides[at], (), (), gone=True) for at in lost))


def _slide(came: SlideWords, was: Shown | None, headings: Mapping[str, str]) -> Compared:
    new = [Text(one.text, tuple(ref.citation for ref in one.refs), one.title) for one in came.shown]
    new = [one for one in new if one.text or one.refs]
    notes = _notes(came.notes, headings)
    changed = was is not None and len(came.numbers) > 0 and tuple(came.numbers) != was.numbers
    return Compared(
        came.number,
        was,
        tuple(_pairs(was.shown if was else (), new)),
        tuple(_note_pairs(was.notes if was else (), notes)),
        pictures=came.pictures,
        numbers_changed=changed,
    )


def _slides_alike(came: SlideWords, was: Shown) -> float:
    """Share of the words that the two have in common; the notes count too, since a title may be all that is left."""
    mine = {plain(one.text) for one in (*came.shown, *came.notes) if one.text}
    theirs = {plain(text) for text in (*(one.text for one in was.shown), *(words for _, words in was.notes)) if text}
    weight = sum(len(text.split()) for text in mine | theirs)
    same = sum(len(text.split()) for text in mine & theirs)
    stayed = same / max(1, sum(len(text.split()) for text in theirs))
    shared = max(same / max(1, weight), stayed * _STAYED)
    title = next((one.text for one in came.shown if one.title), "")
    named = next((one.text for one in was.shown if one.title), "")
    return shared + (0.4 if title and title == named else 0.0)


def _pairs(old: Sequence[Text], new: Sequence[Text]) -> Iterator[Pair]:
    """Equal texts first, then titles, the same passages, the most alike, and what stands in the same place."""
    match: dict[int, int] = {}
    for way, least in _WAYS:
        free_new = [at for at in range(len(new)) if at not in match]
        free_old = [at for at in range(len(old)) if at not in match.values()]
        found = _matched([new[at] for at in free_new], [old[at] for at in free_old], way, least)
        match |= {free_new[mine]: free_old[theirs] for mine, theirs in found}
    match |= _by_place(match, len(new), len(old))
    yield from (Pair(old[match[at]] if at in match else None, one) for at, one in enumerate(new))
    yield from (Pair(one, None) for at, one in enumerate(old) if at not in match.values())


def _by_place(match: dict[int, int], new: int, old: int) -> dict[int, int]:
    """A text between two that stayed is the new form of the one that stood between them."""
    found: dict[int, int] = {}
    taken = set(match.values())
    for at in range(new):
        before = match.get(at - 1, -1) if at else -1
        if at in match or (at and at - 1 not in match):
            continue
        after = match.get(at + 1, old if at + 1 == new else -9)
        if after == before + 2 and before + 1 not in taken:
            found[at] = before + 1
    return found


def _equal(new: Text, old: Text) -> float:
    return float(plain(new.text) == plain(old.text) and new.title == old.title and bool(new.text))


def _titles(new: Text, old: Text) -> float:
    return float(new.title and old.title)


def _passages(new: Text, old: Text) -> float:
    if new.title or old.title or not new.refs or set(new.refs) != set(old.refs):
        return 0.0
    return alike(new.text, old.text) if new.text and old.text else float(not (new.text or old.text))


def _likeness(new: Text, old: Text) -> float:
    return 0.0 if new.title or old.title else alike(new.text, old.text)


_WAYS: tuple[tuple[Callable[[Text, Text], float], float], ...] = (
    (_equal, 1.0),
    (_titles, 1.0),
    (_passages, _SAME_PASSAGE),
    (_likeness, _SAME_TEXT),
)


def _matched(
    mine: Sequence[One], theirs: Sequence[Other], way: Callable[[One, Other], float], least: float
) -> list[tuple[int, int]]:
    """The best pairs, each used once; of equals the one that stands nearer."""
    scored = [
        (-score, abs(at - place), at, place)
        for at, one in enumerate(mine)
        for place, other in enumerate(theirs)
        if (score := way(one, other)) >= least
    ]
    used: set[int] = set()
    taken: set[int] = set()
    found = []
    for _, _, at, place in sorted(scored):
        if at not in used and place not in taken:
            used.add(at)
            taken.add(place)
            found.append((at, place))
    return found


def _notes(notes: Sequence[Words], headings: Mapping[str, str]) -> list[tuple[str, Text]]:
    """The lines of the notes with the heading that they stand under."""
    label, found = "", []
    for one in notes:
        if one.text.casefold() in headings and not one.cites:
            label = headings[one.text.casefold()]
        else:
            found.append((label, Text(one.text, tuple(ref.citation for ref in one.refs))))
    return found


def _note_pairs(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, Text]]) -> Iterator[Pair]:
    for label in _LABELS:
        was = [Text(words) for kind, words in old if kind == label]
        now = [text for kind, text in new if kind == label]
        yield from (Pair(pair.old, pair.new, label) for pair in _pairs(was, now))
