"""Where the statements of a deck come from, asked of its file alone: words, reference, passage word for word.

The passages stand in the notes, each with its reference; a statement finds its own by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefpack.errors import UsageError
from briefpack.model import Ref
from briefpack.pack import deck_words
from briefpack.pack.deck_words import SlideWords, Words
from briefpack.pack.trace import holds, wanted

_LISTED = re.compile(r"\[(\d+)\]\s*([^\[\]·¶]+)")
"""A source as the foot of a slide or a row of the list names it: '[3] Pacific Policy Desk, 9 Apr 2025'."""
_LIKE = 0.5
"""Share of a text's longer words that its passage must hold for it to be taken as the one that is backed."""
_FEW = 3
_NAME = 6
"""Most words of a text that names what the next one says."""
_BARE = 8
"""Most words of a text that needs one."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage as the notes quote it."""

    address: str
    """'[3 ¶11]', with the name of the source where a slide gives it."""
    citation: str
    """'@desk, 11.1'; empty where the link is gone."""
    text: str
    """Empty where the notes no longer hold it."""


@dataclass(frozen=True, slots=True)
class Backed:
    """A statement of a slide and the passages that back it; without any it is the editor's own, or a prompt."""

    where: str
    text: str
    passages: tuple[Quoted, ...]


def trace(data: bytes, name: str, number: int | None, words: str) -> tuple[Backed, ...]:
    """The statements of a slide, or of all slides for None, that hold the words; UsageError for a slide that is not."""
    slides = deck_words.read(data, name)
    if number is not None and not 1 <= number <= len(slides):
        raise UsageError(f"--slide: there is no slide {number}: {name} has {len(slides)}, counted from 1")
    names = _names(slides)
    asked = slides if number is None else (slides[number - 1],)
    found = (backed for slide in asked for backed in _statements(slide, names))
    return tuple(one for one in found if not words or _speaks(one, wanted(words)))


def _speaks(statement: Backed, asked: str) -> bool:
    return holds(statement.text, asked) or any(holds(passage.text, asked) for passage in statement.passages)


def _statements(slide: SlideWords, names: dict[int, str]) -> Iterator[Backed]:
    told: set[Words] = set()
    for before, words in zip((Words(""), *slide.shown), slide.shown, strict=False):
        if not words.cites:
            continue
        passages = _passages(words, slide, names)
        said = _said(words, slide, " ".join(passage.text for passage in passages))
        named = said is words and _names_it(before, words)
        told |= {said, before} if named else {said}
        yield Backed(_where(slide, said), f"{_lead(before)}{said.text}" if named else said.text or words.row, passages)
    for words in slide.shown:
        if not words.cites and words not in told and _statement_like(words):
            yield Backed(_where(slide, words), words.text, ())


def _names_it(before: Words, words: Words) -> bool:
    """Whether the text above says what a few words are about: a person above a role, a number above what it counts."""
    short = 0 < len(before.text.split()) <= _NAME and len(words.text.split()) <= _BARE
    return short and not (before.cites or before.title or before.row or words.title or words.row)


def _lead(before: Words) -> str:
    return f"{before.text} " if before.text.endswith(("?", ":")) else f"{before.text}: "


def _where(slide: SlideWords, words: Words) -> str:
    return f"slide {slide.number}, title" if words.title else f"slide {slide.number}"


def _statement_like(words: Words) -> bool:
    """No kicker, no number, no row whose reference stands in another cell."""
    return len(words.text.split()) >= _FEW and not words.text.isupper() and not words.row


def _said(words: Words, slide: SlideWords, passage: str) -> Words:
    """The text that a reference stands for: its own, or another of the slide, where the reference stands apart."""
    if words.row or _alike(words.text, passage) >= _LIKE or (not passage and words.text):
        return words
    others = [one for one in slide.shown if not one.cites and not one.row]
    best = max(others, key=lambda one: _alike(one.text, passage), default=words)
    enough = max(_LIKE, _alike(words.text, passage))
    if best is not words and _alike(best.text, passage) > enough - 0.01 and len(best.text.split()) >= _FEW:
        return best
    return words


def _alike(text: str, passage: str) -> float:
    """Share of the text's longer words that stand in the passage."""
    mine, theirs = (set(re.findall(r"\w{4,}", one.casefold())) for one in (text, passage))
    return len(mine & theirs) / len(mine) if mine else 0.0


def _passages(words: Words, slide: SlideWords, names: dict[int, str]) -> tuple[Quoted, ...]:
    """By link where there are any, by what is printed else."""
    if words.refs:
        return tuple(_by_ref(ref, words, slide, names) for ref in words.refs)
    return tuple(one for place in words.places for one in _by_place(place, slide, names))


def _by_ref(ref: Ref, words: Words, slide: SlideWords, names: dict[int, str]) -> Quoted:
    note = next((note for note in slide.notes if ref in note.refs), Words(""))
    places = [place for place in (*note.places, *words.places) if place[1] == ref.paragraph]
    return Quoted(_address(places[0], names) if places else "", ref.citation, note.text)


def _by_place(place: tuple[int, int], slide: SlideWords, names: dict[int, str]) -> Iterator[Quoted]:
    notes = [note for note in slide.notes if place in note.places] or [Words("")]
    for note in notes:
        citation = next((ref.citation for ref in note.refs if ref.paragraph == place[1]), "")
        yield Quoted(_address(place, names), citation, note.text)


def _address(place: tuple[int, int], names: dict[int, str]) -> str:
    number, paragraph = place
    return f"[{number} ¶{paragraph}] {names.get(number, '')}".strip()


def _names(slides: tuple[SlideWords, ...]) -> dict[int, str]:
    """Number to name of the sources, as the slides list them; the longest form that any gives."""
    found: dict[int, str] = {}
    for slide in slides:
        for number, name in _LISTED.findall("\n".join(slide.listed)):
            name = " ".join(name.split())
            found[int(number)] = max(found.get(int(number), ""), name, key=len)
    return found
