"""Roles that a clause or a list gives: ', who chairs the trust', 'three council members — A, B and C — voted no'."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.text import lists, words
from briefpack.text._name_role_words import ARTICLES, clause_words
from briefpack.text._name_tokens import Token, names_of

LONGEST = 11
"""Most words of what stands after 'chair of'."""


def who(row: Sequence[Token], end: int, text: str) -> str:
    """', who chairs the trust,' as 'chair of the trust'; only verbs that are an office."""
    if [token.text for token in row[end : end + 2]] != [",", "who"]:
        return ""
    place = end + 2
    while place < len(row) and row[place].text in ("also", "now", "currently", "still"):
        place += 1
    if place + 2 >= len(row):
        return ""
    office, length = _office(row, place)
    if row[place].text in ("led", "co-led") and any(token.text in _WORKS for token in row[place + 1 : place + 6]):
        office = "leader of"
    if not _has_object(row, place, length):
        return ""
    stop = _stop(row, place + length)
    return f"{office} {text[row[place + length].start : row[stop - 1].end]}" if office and stop > place + length else ""


def member(row: Sequence[Token], start: int, text: str) -> str:
    """'council member' for each name of 'three council members — A, B and C — voted no'."""
    first = start
    while first > 0 and start - first < 16 and (_in_list(row[first - 1]) or row[first - 1].text in _MARKS):
        first -= 1
    head = first - 1
    if head < 1 or row[head].kind not in ("low", "role") or row[first].text not in (*_MARKS, ","):
        return ""
    if row[head].upper or not _plural(row[head].text) or not _closed(row, first):
        return ""
    lead = head
    while lead > 0 and head - lead < 3 and _describes(row[lead - 1]):
        lead -= 1
    if not lead or row[lead - 1].text.lower() not in _COUNTS:
        return ""
    return text[row[lead].start : row[head].end - 1]


def _describes(token: Token) -> bool:
    return token.kind in ("low", "role") and token.text not in _COUNTS and token.text not in _OTHERS


def _plural(word: str) -> bool:
    return word == "members" or (word.endswith("s") and word[:-1] in names_of("roles"))


def _office(row: Sequence[Token], place: int) -> tuple[str, int]:
    """The office that a verb is, and how many words the verb has."""
    table = _offices()
    forms = {length: " ".join(token.text for token in row[place : place + length]) for length in (3, 2, 1)}
    return next(((table[form], length) for length, form in forms.items() if form in table), ("", 1))


def _has_object(row: Sequence[Token], place: int, length: int) -> bool:
    """'who edits the Lamp', not 'who edits for others'; a verb of the past needs a thing told: 'led the trial'."""
    if place + length >= len(row):
        return False
    follows = row[place + length]
    if follows.upper or follows.text in ARTICLES or length > 1:
        return True
    return follows.text not in clause_words() and not row[place].text.endswith(("ed", "w", "led"))


def _stop(row: Sequence[Token], start: int) -> int:
    stop = start
    while stop < len(row) and stop - start < LONGEST and not _ends(row, stop):
        stop += 1
    closed = stop >= len(row) or stop - start < LONGEST
    return stop if closed else start


def _ends(row: Sequence[Token], place: int) -> bool:
    token = row[place]
    if token.kind == "mark" and token.text not in ("'", "’", "&"):
        return not in_number(row, place)
    timed = token.text == "for" and place + 1 < len(row) and row[place + 1].kind == "number"
    return timed or token.text in _CLOSERS or token.text in words.data("speech.verbs")


def in_number(row: Sequence[Token], place: int) -> bool:
    """'6,000 students': the comma ends nothing."""
    beside = [*row[place - 1 : place], *row[place + 1 : place + 2]]
    kinds = all(token.kind == "number" for token in beside) and len(beside) == 2
    return kinds and beside[0].end == row[place].start and beside[1].start == row[place].end


def _in_list(token: Token) -> bool:
    return token.text in (",", "and") or (token.upper and token.kind in ("cap", "initial", "honorific"))


def _closed(row: Sequence[Token], first: int) -> bool:
    """Whether the list holds 'and' and, after a comma, is closed by one: 'two members, A and B, left'."""
    stop = first + 1
    while stop < len(row) and _in_list(row[stop]):
        stop += 1
    said = [token.text for token in row[first + 1 : stop]]
    if "and" not in said:
        return False
    return row[first].text != "," or said[-1] == "," or (stop < len(row) and row[stop].text in (".", ")", "—", "–"))


def _offices() -> dict[str, str]:
    return dict(entry.split("|", 1) for entry in lists.load("names.offices"))


_MARKS = ("—", "–", ":", "-")
_WORKS = frozenset(
    "study studies trial trials inquiry investigation research analysis analyses team review survey work project "
    "expedition excavation dig experiment campaign mission programme program effort group unit department".split()
)
_CLOSERS = frozenset("who which that and but while when since until because as where said".split())
_COUNTS = frozenset("two three four five six seven eight nine ten the other both several its their our these".split())
_OTHERS = frozenset("of whose who which from with".split())
