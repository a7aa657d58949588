"""What the words of a name tell of its kind: 'Leeds University', 'Lake Inari', 'Anna B. Holm', 'Booker Prize'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefpack.text._name_runs import Run, known_place
from briefpack.text._name_tokens import given, is_people, names_of

Clue = tuple[str, float]
"""A kind ('person', 'body', 'place', 'other') and how much speaks for it; below zero, against it."""


def clues(run: Run) -> Iterator[Clue]:
    """Every clue, in no order that matters: weights are added up."""
    for clue in _CLUES:
        yield from clue(run)


def _listed(run: Run) -> Iterator[Clue]:
    name = run.name
    if name in names_of("known"):
        yield "body", 6
    elif is_people(name):
        yield "other", 6
    elif known_place(name) or known_place(name.removeprefix("The ")):
        yield "place", 4


def _headed(run: Run) -> Iterator[Clue]:
    words = [token.text for token in run.words]
    if len(words) == 1:
        if run.words[0].kind == "body" and not run.opens:
            yield "body", 0.5
        return
    cut = next((k for k, word in enumerate(words) if k and word in ("of", "for")), len(words))
    yield from _by_head(words[cut - 1], whole=cut in (1, len(words)))
    if words[0] in _PLACE_OPENINGS:
        yield "place", 3
    if words[0] in _STREETS:
        yield "place", 6
    if words[0] in _BODY_OPENINGS:
        yield "body", 3


def _by_head(head: str, *, whole: bool) -> Iterator[Clue]:
    """What the word that heads the name is: the last one, or the last before 'of'."""
    if head.endswith("s") and head not in names_of("bodies") and head[:-1] in names_of("bodies"):
        head = head[:-1]
    if head in names_of("bodies"):
        if head not in _PARTISANS:
            yield "body", 5
    elif head in names_of("works"):
        yield "other", 4
    if head in names_of("landmarks") and head not in names_of("bodies") and whole:
        yield "place", 4


def _personal(run: Run) -> Iterator[Clue]:
    words = [token.text for token in run.words]
    if 1 < len(words) < 6:
        yield from _of_full_name(run, words[0], words[-1])
    elif words[0] in given() and not known_place(words[0]):
        yield "person", 1.5
    elif words[0] in names_of("surnames"):
        yield "person", 1
    if words[0] in names_of("family") and 1 < len(words) < 4:
        yield "person", 1.5


def _of_full_name(run: Run, first: str, last: str) -> Iterator[Clue]:
    """'Anna', 'J.', 'van', 'Jr.'."""
    if first in given():
        yield "person", 4
    elif first in names_of("given-too") and last in names_of("surnames"):
        yield "person", 2
    if last in names_of("surnames"):
        yield "person", 1.5
    if any(token.kind == "initial" for token in run.words[:-1]):
        yield "person", 3
    if any(token.kind == "particle" for token in run.words[1:]):
        yield "person", 1
    if last in ("Jr", "Jr.", "Sr.", "II", "III", "IV"):
        yield "person", 1.5


def _shaped(run: Run) -> Iterator[Clue]:
    words = [token.text for token in run.words]
    yield from _capitals(words)
    if len(words) == 1 and run.after().kind == "number":
        yield "body", -3
    if "&" in words:
        yield "body", 3
    if any(word[0].isdigit() for word in words):
        yield "other", 2
        yield "person", -1
    if any(word in ("the", "of", "for") for word in words):
        yield "person", -2
    if len(words) in (2, 3) and all(token.kind in ("cap", "initial") for token in run.words):
        yield "person", 1
        yield "other", 0.5
    if len(words) > 4:
        yield "person", -1


def _capitals(words: list[str]) -> Iterator[Clue]:
    """'NATO', 'NHS Scotland', 'Stats SA'."""
    if len(words) == 1:
        if re.fullmatch(r"[A-Z][A-Z&.]{1,6}", words[0]) and not known_place(words[0]):
            yield "body", 1.5
            yield "person", -2
        return
    if any(re.fullmatch(r"(?![IVX]+$)[A-Z]{2,5}", word) for word in words):
        yield "body", 2
        yield "person", -2
    if len(words) == 2 and re.fullmatch(r"[A-Z][A-Z&]{1,5}", words[0]) and known_place(words[1]):
        yield "body", 5


_CLUES: tuple[Callable[[Run], Iterator[Clue]], ...] = (_listed, _headed, _personal, _shaped)
_PLACE_OPENINGS = frozenset("Lake Mount Mt. River Fort Cape Port Isle San Santa Saint St. Camp".split())
_STREETS = frozenset("Rue Calle Via Viale Piazza Plaza Praça Rua Avenida Paseo Strada Ulica".split())
"""What opens the name of a street where it does not end it: 'Rue des Martyrs'."""
_BODY_OPENINGS = frozenset("Team FC AC Club Radio Bank University Institute Ministry".split())
_PARTISANS = frozenset("Democrats Republicans Conservatives Greens Farmers Workers".split())
