"""What the words around a name tell of its kind: 'in X', 'X, who', 'shares in X', 'the village of X'."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from briefpack.text import _name_roles as roles
from briefpack.text import lists
from briefpack.text._name_clues import Clue
from briefpack.text._name_runs import Run, known_place
from briefpack.text._name_tokens import Token, names_of


def clues(run: Run) -> Iterator[Clue]:
    """Every clue, in no order that matters: weights are added up."""
    for clue in _CLUES:
        yield from clue(run)


def _said_to_be(run: Run) -> Iterator[Clue]:
    """A form of address or a role beside the name."""
    said = roles.around(run.row, run.first, run.last, run.text)
    if said.address:
        yield "person", 6
    if said.role and not said.weak and run.before().text not in ("the", "The"):
        yield "person", 3
    elif said.role:
        yield "person", 0.5


def _of_kind(run: Run) -> Iterator[Clue]:
    """'the band X', 'X, a town in', 'X is an album', 'the X album'."""
    follows = run.after()
    if (
        run.before().text in ("the", "The", "a", "an", "A", "this", "its", "their", "his", "her")
        and follows.kind == "low"
    ):
        kind = _noun_kind(follows.text)
        if kind:
            yield kind, 1.5
    elif follows.kind == "low":
        kind = _noun_kind(follows.text)
        if kind:
            yield kind, 1
    before = run.before()
    if before.kind == "low" and _noun_kind(before.text):
        yield _noun_kind(before.text), 3
    if before.text == "of" and _noun_kind(run.before(2).text) == "place":
        yield "place", 2
    yield from _defined(run)


def _defined(run: Run) -> Iterator[Clue]:
    """'X is a small town', 'X, an American rock band', 'X (born 1950)'."""
    place = run.last
    row = run.row
    if place < len(row) and row[place].text == "(":
        close = next((k for k in range(place, min(place + 25, len(row))) if row[k].text == ")"), place)
        inner = {token.text.lower() for token in row[place:close]}
        if inner & {"born", "b.", "died", "d."}:
            yield "person", 5
        elif sum(bool(re.fullmatch(r"1\d\d\d|20\d\d", token.text)) for token in row[place:close]) > 1:
            yield "person", 2
        if close > place:
            place = close + 1
    if place + 1 >= len(row) or row[place].text not in ("is", "was", "are", "were", ",", "became"):
        return
    if row[place + 1].text not in ("a", "an", "the", "one"):
        return
    kind = _predicate(row, place + 2)
    if kind:
        yield kind, 5 if row[place].text != "," else 3


def _predicate(row: Sequence[Token], place: int) -> str:
    """The kind of the noun phrase at `place`: its last noun before a preposition or verb."""
    kind = ""
    for token in row[place : place + 9]:
        if token.text in _STOPS or (token.kind == "mark" and token.text not in ("-", '"')):
            break
        kind = "person" if token.kind == "role" else _noun_kind(token.text) or kind
    return kind


def _acting(run: Run) -> Iterator[Clue]:
    """'an analyst at X', 'shares in X', 'X shares', "X's profits": what is done at, with and by companies."""
    before, owner = run.before().text.lower(), run.before(2)
    if before in ("at", "for", "with") and (owner.kind == "role" or _singular(owner.text.lower()) in names_of("roles")):
        yield "body", 4 if before == "at" else 2
    if before in ("at", "for", "with", "by") and owner.text in names_of("employing"):
        yield "body", 3
    if before in ("in", "of") and owner.text.lower() in _HELD:
        yield "body", 4
    if before == "of" and owner.text.lower() in _OFFICERS and not known_place(run.name):
        yield "body", 2.5
    if before in ("of", "for") and owner.kind == "role" and run.words[-1].text in ("Systems", "Services", "Forces"):
        yield "body", -6
    after = run.after(2) if run.after().kind == "owner" else run.after()
    if after.text in names_of("belongings"):
        yield "body", 3
    if run.after().kind == "owner" and after.kind == "role" and after.text not in names_of("kin"):
        yield "body", 2
    if run.after().text == "," and run.after(2).text == "which" and not known_place(run.name):
        yield "body", 1.5
        yield "person", -4


def _listed(run: Run) -> Iterator[Clue]:
    """'retailers including X and Y', 'five companies — X, Y and Z'."""
    place = run.first - 1
    while (
        place > 0
        and run.first - place < _LONGEST
        and (run.row[place].upper or run.row[place].text in (",", "and", "&"))
    ):
        place -= 1
    opener = place
    while place > 0 and run.row[place].text in _INCLUDING:
        place -= 1
    noun = run.row[place].text.lower() if place >= 0 else ""
    if place < opener and noun.endswith(("s", "ies")):
        single = noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]
        if single in names_of("kinds") or single in _OWNING:
            yield "body", 5
            yield "person", -2


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _verbs(run: Run) -> Iterator[Clue]:
    follows = run.after().text
    if follows in ("also", "then", "later", "first", "never", "still", "once", "has", "had"):
        follows = run.after(2).text
    if follows in names_of("business"):
        yield "body", 1.5
    if follows in names_of("deeds"):
        yield "person", 1.5
    elif follows in _speech():
        yield "person", 1
        yield "body", 0.7
    if follows in ("was", "is") and run.after(2).text in ("born", "married", "educated", "survived", "buried"):
        yield "person", 4
    if run.after().kind == "owner":
        if run.after(2).text in names_of("kin") or run.after(3).text in names_of("kin"):
            yield "person", 2
        else:
            yield "person", 0.3
    if run.after().text == "," and run.after(2).text in ("who", "whose"):
        yield "person", 4


def _led(run: Run) -> Iterator[Clue]:
    """The preposition or article before the name."""
    before = run.before().text.lower()
    yield from _leads().get(before, ())
    if before == "the" and run.words[-1].text.endswith("s") and not known_place(run.name):
        yield "body", 1.5
    if before == "the" and run.before(2).text.lower() in ("for", "with", "by", "joined"):
        yield "body", 1


def _neighbours(run: Run) -> Iterator[Clue]:
    """'Springfield, Illinois'; '"Yesterday"'."""
    follows = run.after(2)
    listed = follows.upper and (follows.kind == "country" or known_place(follows.text))
    if run.after().text == "," and listed and run.after(3).kind != "owner" and not run.after(3).upper:
        yield "place", 2.5 if run.before().text in ("in", "at", "of", "to", "from", "near", "(", ",") else 1.5
    if run.before().text == "," and run.before(2).upper and known_place(run.name) and known_place(run.before(2).text):
        yield "place", 2
    if run.before().text in ('"', "“", "‘") and run.after().text in ('"', "”", ",", ".", "’"):
        yield "other", 4


def _noun_kind(word: str) -> str:
    return _nouns().get(word, "")


@cache
def _nouns() -> dict[str, str]:
    table = dict.fromkeys(names_of("nouns-place"), "place")
    table |= dict.fromkeys(names_of("nouns-body"), "body")
    return table | dict.fromkeys(names_of("nouns-thing"), "other")


@cache
def _speech() -> frozenset[str]:
    return frozenset(lists.load("speech.verbs"))


@cache
def _leads() -> dict[str, tuple[Clue, ...]]:
    rows = [entry.split() for entry in lists.load("names.leads")]
    return {
        row[0]: tuple((kind, float(weight)) for kind, weight in zip(row[1::2], row[2::2], strict=True)) for row in rows
    }


_CLUES: tuple[Callable[[Run], Iterator[Clue]], ...] = (
    _said_to_be,
    _of_kind,
    _acting,
    _listed,
    _verbs,
    _led,
    _neighbours,
)
_LONGEST = 20
"""Words of a list before a name in it, at most."""
_INCLUDING = ("including", "such", "as", "like", "—", "–", "-", ":", ",")
_OWNING = frozenset("brand carmaker drugmaker chain giant maker shop chip-maker contractor".split())
_OFFICERS = frozenset("executive officer ceo cfo spokesman spokeswoman spokesperson co-founder employee owner".split())
_HELD = frozenset("shares stake stakes share stock subsidiary arm division unit owner founder board".split())
_STOPS = frozenset(
    "of in from who which that located at for on by with and whose founded based born was is were are has had written "
    "released known situated to published created formed produced directed".split()
)
