"""Names of institutions, companies and alliances in a sentence.

Evidence is a word that bodies are named with ('Institute', 'Ministry', 'Inc.'), a common noun beside
the name ('the Astra news agency'), an explained acronym, or what an acronym does ('WMO officials').
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefpack.text import _body_kinds, _body_tails, words
from briefpack.text._name_tokens import Token, names_of, tokens


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
        return _body_tails.publication(row, place) if token.text == "The" and place else None
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
    return (
        row[place].text in _SIDES
        and place + 1 < len(row)
        and row[place + 1].upper
        and _body_tails.inside(row, place + 1)
    )


def _run_end(row: Sequence[Token], place: int) -> int:
    """After a run of capital words; 'and' and '&' may join two before the word that names a body."""
    end = place + _side(row, place)
    while end < len(row):
        token = row[end]
        if _body_tails.inside(row, end) or (token.text == "and" and _joins(row, place, end)) or token.text == "&":
            end += 1
        elif end > place and (joint := _owners(row, end)):
            end += joint
        else:
            break
    officer = end < len(row) and row[end].upper and row[end].kind == "role"
    while end > place and (not row[end - 1].upper or (officer and row[end - 1].text in _RANKS)):
        end -= 1
    return end


def _joins(row: Sequence[Token], start: int, place: int) -> bool:
    """'the Food and Drug Administration', not 'Oxford and Leeds University'."""
    if place - start > 3 or row[place - 1].kind not in ("cap", "body"):
        return False
    if row[place - 1].kind == "body" and place - start > 1 and row[place - 1].text not in _TRADED:
        return False
    if not start:
        return _is_one(row, place + 1)
    led = row[start - 1].text in ("the", "The") or row[start].kind == "country" or row[start - 1].kind == "owner"
    follows = row[place + 1 : place + 4]
    return (
        led
        and all(_body_tails.inside((token,), 0) for token in follows[:2])
        and any(token.kind == "body" for token in follows)
    )


def _is_one(row: Sequence[Token], place: int) -> bool:
    """'Selby and Tame Water Company was founded': the verb says that two names before it are one body's."""
    end = place
    while end < len(row) and _body_tails.inside(row, end):
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
    end = _body_tails.tail(row, end, heads[-1])
    if end < len(row) and row[end - 1].kind == "body" and row[end].kind == "place" and row[end].upper:
        return None
    if row[end - 1].kind == "place" and heads[-1] == end - 2:
        return None
    if row[start].text in _SHORES and row[end - 1].text == "Bank":
        return None
    if row[end - 1].kind == "country" and end - 2 in heads and end < len(row) and row[end].kind == "role":
        end -= 1
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
_TRADED = frozenset(
    "Securities Insurance Shipping Mining Petroleum Chemicals Electronics Television Trust Exchange".split()
)
"""Before 'and' they go on in one name: 'the U.S. Securities and Exchange Commission'."""
_SHORES = ("West", "Left", "South", "Right", "East", "North")
"""Of a river: 'the West Bank' is no bank."""
_SIDES = frozenset("New Old North South East West Northern Southern Eastern Western Great First Second".split())
_PARTISANS = frozenset("Democrats Republicans Conservatives Greens Farmers Workers".split())
_OPENERS = frozenset({"cap", "country", "body", "place", "initial", "stop", "role"})
_PLAIN = frozenset(
    "Foreign Supreme High Central National Constitutional Federal Federation General Royal State Upper".split()
)
