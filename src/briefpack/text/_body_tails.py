"""Where the name of a body ends: 'of Foreign Affairs', 'for Disease Control and Prevention'; titles of papers."""

from __future__ import annotations

from collections.abc import Sequence

from briefpack.text import words
from briefpack.text._name_tokens import Token, given, names_of


def tail(row: Sequence[Token], end: int, head: int) -> int:
    """'of Foreign Affairs', 'for Disease Control and Prevention', 'on Climate Change'."""
    for _ in range(3):
        if end >= len(row) or not _links(row, end, head):
            break
        start = end + 1 + (end + 1 < len(row) and row[end + 1].text in ("the", "la", "l’", "l'"))
        stop = _tail_end(row, start) if row[head].text not in _LOWER_TAILS else _lower_tail(row, start)
        if stop == start or row[start].text in given():
            break
        end = stop
    return _listed(row, end)


def _listed(row: Sequence[Token], end: int) -> int:
    """', Industry and Energy' after 'Ministry of Trade': nothing but fields of office."""
    stop = end
    while stop + 1 < len(row) and row[stop].text == "," and row[stop + 1].text in _fields():
        stop += 2
    if stop == end and row[end - 1].text not in _fields():
        return end
    closes = [token.text for token in row[stop : stop + 2]]
    if len(closes) < 2 or closes[0] != "and" or closes[1] not in _fields():
        return end
    stop += 2
    return stop + (stop < len(row) and row[stop].text == "Affairs")


def _fields() -> frozenset[str]:
    return names_of("portfolios") | names_of("departments")


def _lower_tail(row: Sequence[Token], start: int) -> int:
    """'Ministère de la santé', 'Ministerio de salud': what it is for may stand in lower case."""
    stop = _tail_end(row, start)
    low = stop == start and start < len(row) and row[start].kind == "low" and row[start].text.isalpha()
    return start + 1 if low else stop


def _links(row: Sequence[Token], place: int, head: int) -> bool:
    word = row[place].text
    if word == "on":
        return row[head].text in _ON
    return word in ("of", "for", "de", "du", "des", "d’", "d'", "für", "del", "della")


def _tail_end(row: Sequence[Token], start: int) -> int:
    stop = start
    while stop < len(row) and (inside(row, stop) or row[stop].kind == "office" or _officer(row, start, stop)):
        if stop > start and _named(row, stop):
            return stop
        stop += 1
    joined = stop > start and stop + 1 < len(row) and row[stop].text == "and" and _named_on(row, stop + 1)
    if not joined or row[start].kind == "country" or row[stop + 1].text in given():
        return stop
    last = stop + 2
    while last < len(row) and row[last].kind == "cap":
        last += 1
    if last < len(row) and row[last].kind == "body":
        return last + 1 if row[last].text in _TRADES else stop
    return last


def _named(row: Sequence[Token], place: int) -> bool:
    """'the Institute of Navigation Ana Silva': a person's name goes on after the body's."""
    return row[place].text in given() and place + 1 < len(row) and row[place + 1].kind == "cap" and row[place + 1].upper


def inside(row: Sequence[Token], place: int) -> bool:
    token = row[place]
    if not token.upper:
        return False
    if token.kind == "role":
        follows = row[place + 1] if place + 1 < len(row) else None
        if follows is None or not follows.upper:
            return False
        return token.text in ("Worker", "Farmer", "Student", "Consumer") or (
            token.text in ("General", "Justice") and follows.kind == "body"
        )
    return token.kind in ("cap", "country", "body", "place", "initial")


def _officer(row: Sequence[Token], start: int, place: int) -> bool:
    """'the Office of the Ports Commissioner': an office is named by who holds it."""
    token = row[place]
    named = (
        token.upper and token.kind == "role" and any(word.text == "Office" for word in row[max(start - 3, 0) : start])
    )
    return named and not (place + 1 < len(row) and row[place + 1].kind in ("cap", "initial"))


def _named_on(row: Sequence[Token], place: int) -> bool:
    """'Service and Office Workers', 'Control and Prevention'."""
    plural = place + 1 < len(row) and row[place + 1].upper and row[place + 1].text.endswith("s")
    return row[place].kind in ("cap", "office") or (row[place].kind == "body" and plural)


def publication(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    """'told The Daily Lamp': an article with a capital letter inside a sentence belongs to a title."""
    before, end = row[place - 1], place + 1
    if before.kind == "mark" or before.upper:
        return None
    while end < len(row) and (
        (row[end].kind in ("cap", "body", "country", "place") and row[end].upper) or _title_and(row, end, place)
    ):
        end += 1
    told = before.text in _TO_PAPERS or row[end - 1].text.lower() in words.data("imprint-papers")
    speaks = end < len(row) and row[end].text in words.data("speech.verbs")
    return (place, end) if end > place + 1 and (told or speaks or row[end - 1].kind == "body") else None


def _title_and(row: Sequence[Token], place: int, start: int) -> bool:
    return (
        row[place].text == "and"
        and place > start + 1
        and place + 1 < len(row)
        and row[place + 1].kind in ("cap", "body")
    )


_LOWER_TAILS = frozenset(
    "Ministère Ministerio Ministero Ministério Ministerium Bundesamt Conseil Consejo Consiglio Agence Agencia Agenzia "
    "Institut Instituto Istituto Comité Secretaría Préfecture Chambre Cour Tribunal Université Universidad".split()
)
_TRADES = frozenset("Workers Farmers Growers Teamsters Schools Hospitals Universities".split())
_ON = frozenset("Commission Committee Panel Council Conference Forum Board Office Institute".split())
_TO_PAPERS = ("told", "tells", "for", "at", "joined", "edits", "owns", "runs")
"""Before 'The Daily Lamp' they tell a paper from a book or a film."""
