"""Names of institutions, companies and alliances in a sentence.

Evidence is a word that bodies are named with ('Institute', 'Ministry', 'Inc.'), a common noun beside
the name ('the Astra news agency'), an explained acronym, or what an acronym does ('WMO officials').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefpack.text import _body_kinds, words
from briefpack.text._name_tokens import Token, given, names_of, tokens


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a sentence names."""

    start: int
    end: int
    name: str
    role: str = ""
    """What kind of body the text says it is: "Kenya's state-run news agency"."""
    acronym: str = ""
    """Where the text gives it in brackets after the name."""


@lru_cache(maxsize=16384)
def find(text: str) -> tuple[Body, ...]:
    """The bodies in a text, in order; none overlaps another."""
    row = tokens(text)
    found: list[Body] = []
    place = 0
    while place < len(row):
        span = _span(row, place) if row[place].kind in _OPENERS else None
        if span is None:
            place += 1
            continue
        found.append(_body(row, *span, text))
        place = span[1]
    return tuple(found)


def named_by(row: Sequence[Token], place: int) -> bool:
    """Whether an acronym at `place` acts or is treated as a body: 'OPEC members', 'the WHO said'."""
    after = [token.text for token in row[place + 1 : place + 3]]
    if not after:
        return False
    return (
        after[0] in _ACTS or after[0] in words.data("speech.verbs") or (after[0] in ("'s", "’s") and _led(row, place))
    )


def _led(row: Sequence[Token], place: int) -> bool:
    return place > 0 and row[place - 1].text in ("the", "The")


def _span(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The body that begins at `place`, if one does."""
    token = row[place]
    if not token.upper or token.kind in ("honorific", "office") or (token.kind == "stop" and not _side(row, place)):
        return _publication(row, place) if token.text == "The" and place else None
    if token.text.endswith(_LED_BY):
        return None
    end = _run_end(row, place)
    if end == place:
        return None
    heads = [k for k in range(place, end) if row[k].kind == "body"]
    if heads:
        return _with_head(row, place, end, heads)
    return _body_kinds.span(row, place, end) or _acronym(row, place)


def _side(row: Sequence[Token], place: int) -> bool:
    """'Southern Pine Bank', 'New Harbour Trust': a word of direction or age that opens a name."""
    return row[place].text in _SIDES and place + 1 < len(row) and row[place + 1].upper and _inside(row, place + 1)


def _run_end(row: Sequence[Token], place: int) -> int:
    """After a run of capital words; 'and' and '&' may join two before the word that names a body."""
    end = place + _side(row, place)
    while end < len(row):
        token = row[end]
        if _inside(row, end) or (token.text == "and" and _joins(row, place, end)) or token.text == "&":
            end += 1
        elif end > place and (joint := _owners(row, end)):
            end += joint
        else:
            break
    officer = end < len(row) and row[end].upper and row[end].kind == "role"
    while end > place and (not row[end - 1].upper or (officer and row[end - 1].text in _RANKS)):
        end -= 1
    return end


def _inside(row: Sequence[Token], place: int) -> bool:
    token = row[place]
    if not token.upper:
        return False
    if token.kind == "role":
        return token.text in ("General", "Justice") and place + 1 < len(row) and row[place + 1].kind == "body"
    return token.kind in ("cap", "country", "body", "place", "initial")


def _joins(row: Sequence[Token], start: int, place: int) -> bool:
    """'the Food and Drug Administration', not 'Oxford and Leeds University'."""
    if place - start > 3 or row[place - 1].kind not in ("cap", "body"):
        return False
    if not start:
        return _is_one(row, place + 1)
    led = row[start - 1].text in ("the", "The") or row[start].kind == "country"
    follows = row[place + 1 : place + 4]
    return led and all(_inside((token,), 0) for token in follows[:2]) and any(token.kind == "body" for token in follows)


def _is_one(row: Sequence[Token], place: int) -> bool:
    """'Selby and Tame Water Company was founded': the verb says that two names before it are one body's."""
    end = place
    while end < len(row) and _inside(row, end):
        end += 1
    return end > place + 1 and row[end - 1].kind == "body" and end < len(row) and row[end].text in ("was", "is", "has")


def _owners(row: Sequence[Token], place: int) -> int:
    """How many tokens join two plural owners of one body: the mark and 'and' of "the Bakers' and Millers' Union"."""
    marked = row[place].text in ("'", "’")
    joint = place + marked
    if joint + 1 >= len(row) or row[joint].text != "and" or not row[joint + 1].upper:
        return 0
    first, second = row[place - 1], row[joint + 1]
    mark = joint + 2 < len(row) and row[joint + 2].text in ("'", "’")
    owns = second.text.endswith(("s'", "s’")) or (second.text.endswith("s") and mark)
    if not owns or not (first.text.endswith("s") if marked else first.text.endswith(("s'", "s’"))):
        return 0
    return joint + 1 - place


def _with_head(row: Sequence[Token], start: int, end: int, heads: list[int]) -> tuple[int, int] | None:
    end = _tail(row, end, heads[-1])
    if end < len(row) and row[end - 1].kind == "body" and row[end].kind == "place" and row[end].upper:
        return None
    if row[end - 1].kind == "place" and heads[-1] == end - 2:
        return None
    if end - start == 1:
        return _owned(row, start, end) or _acronym(row, start)
    if (
        row[end - 1].kind == "place"
        or (heads[-1] == end - 1 and _partisans(row, start, end))
        or _portfolio(row, start, end)
    ):
        return None
    return _owned(row, start, end) or (start, end)


def _partisans(row: Sequence[Token], start: int, end: int) -> bool:
    """'two Omaha Democrats' are people."""
    return row[end - 1].text in _PARTISANS and row[start].text not in (
        "Social",
        "Christian",
        "Liberal",
        "Free",
        "Swedish",
    )


def _portfolio(row: Sequence[Token], start: int, end: int) -> bool:
    """'the registrar of Automated Systems': what an officer looks after, in the plural, is no body."""
    while start > 1 and row[start - 1].upper:
        start -= 1
    of = start > 1 and row[start - 1].text in ("of", "for") and row[start - 2].kind == "role"
    return of and row[end - 1].text in (
        "Systems",
        "Services",
        "Forces",
        "Schools",
        "Hospitals",
        "Programmes",
        "Programs",
    )


def _owned(row: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """ "Kenya's Transport Ministry": a name that says nothing by itself is taken with its country."""
    plain = all(
        token.kind == "body" or token.text in names_of("portfolios") or token.text in _PLAIN for token in row[start:end]
    )
    if not plain or start < 2 or row[start - 1].kind != "owner" or row[start - 2].kind != "country":
        return None
    return start - 2, end


def _tail(row: Sequence[Token], end: int, head: int) -> int:
    """'of Foreign Affairs', 'for Disease Control and Prevention', 'on Climate Change'."""
    for _ in range(3):
        if end >= len(row) or not _links(row, end, head):
            break
        start = end + 1 + (end + 1 < len(row) and row[end + 1].text in ("the", "la", "l’", "l'"))
        stop = _tail_end(row, start) if row[head].text not in _LOWER_TAILS else _lower_tail(row, start)
        if stop == start or row[start].text in given():
            break
        end = stop
    return end


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
    while stop < len(row) and (_inside(row, stop) or row[stop].kind == "office" or _officer(row, start, stop)):
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


def _acronym(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    """'OPEC members', 'the Trio (Chile, Peru and Brazil)', 'NATO' anywhere."""
    token = row[place]
    if token.text in names_of("known") and not _in_longer(row, place):
        return place, place + 1
    if token.kind not in ("cap", "country"):
        return None
    if token.kind == "cap" and _body_kinds.listed(row, place + 1):
        return place, place + 1
    known = 2 < len(token.text) < 8 and token.text.isupper() and token.text.isalpha()
    return (place, place + 1) if known and token.kind == "cap" and named_by(row, place) else None


def _in_longer(row: Sequence[Token], place: int) -> bool:
    """'Congress Street', 'Pentagon Papers'."""
    after = row[place + 1] if place + 1 < len(row) else None
    before = row[place - 1] if place else None
    longer = after is not None and after.upper and after.kind in ("cap", "place", "body")
    return longer or (before is not None and before.upper and before.kind in ("cap", "place", "body"))


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


def _publication(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    """'told The Daily Lamp': an article with a capital letter inside a sentence belongs to a title."""
    before, end = row[place - 1], place + 1
    if before.kind == "mark" or before.upper:
        return None
    while end < len(row) and (
        (row[end].kind in ("cap", "body", "country", "place") and row[end].upper) or _title_and(row, end, place)
    ):
        end += 1
    return (place, end) if end > place + 1 else None


def _title_and(row: Sequence[Token], place: int, start: int) -> bool:
    return (
        row[place].text == "and"
        and place > start + 1
        and place + 1 < len(row)
        and row[place + 1].kind in ("cap", "body")
    )


def _body(row: Sequence[Token], start: int, end: int, text: str) -> Body:
    name = text[row[start].start : row[end - 1].end]
    return Body(row[start].start, row[end - 1].end, name, _body_kinds.role(row, start, end, text), _bracketed(row, end))


def _bracketed(row: Sequence[Token], end: int) -> str:
    """'… (IPCC)', '… (IPCC Canada)'."""
    if end + 3 < len(row) and row[end].text == "(" and row[end + 3].text == ")" and row[end + 2].kind == "country":
        return f"{row[end + 1].text} {row[end + 2].text}" if row[end + 1].text.isupper() else ""
    if end + 2 < len(row) and row[end].text == "(" and row[end + 2].text == ")":
        word = row[end + 1].text
        return word if re.fullmatch(r"[A-Z][A-Za-z&-]{1,9}", word) and sum(c.isupper() for c in word) > 1 else ""
    return ""


_RANKS = ("High", "Chief", "Deputy", "Vice", "Permanent", "Special", "Assistant", "Acting", "Senior", "Former")
"""Before an office they are the officer's: 'the United Nations High Commissioner'."""
_LED_BY = ("-based", "-led", "-backed", "-run", "-owned", "-funded", "-born")
"""'the Geneva-based World Council': where it sits is no part of its name."""
_ACTS = frozenset(
    "members member states officials official spokesperson spokesman spokeswoman chief director headquarters report "
    "summit leaders allies forces troops inspectors experts researchers scientists data estimates guidelines".split()
)
_LOWER_TAILS = frozenset(
    "Ministère Ministerio Ministero Ministério Ministerium Bundesamt Conseil Consejo Consiglio Agence Agencia Agenzia "
    "Institut Instituto Istituto Comité Secretaría Préfecture Chambre Cour Tribunal Université Universidad".split()
)
_TRADES = frozenset("Workers Farmers Growers Teamsters Schools Hospitals Universities".split())
_SIDES = frozenset("New Old North South East West Northern Southern Eastern Western Great First Second".split())
_PARTISANS = frozenset("Democrats Republicans Conservatives Greens Farmers Workers".split())
_OPENERS = frozenset({"cap", "country", "body", "place", "initial", "stop", "role"})
_ON = frozenset("Commission Committee Panel Council Conference Forum Board Office Institute".split())
_PLAIN = frozenset(
    "Foreign Supreme High Central National Constitutional Federal Federation General Royal State Upper".split()
)
