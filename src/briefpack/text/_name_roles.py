"""What a sentence says a person is: 'Danish climate minister' before the name, ', a fellow at …' after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.text import _name_clauses as clauses
from briefpack.text import words
from briefpack.text._name_role_words import ARTICLES, AUXILIARIES, ENDS, LINKS, MODIFIERS, PLAIN, clause_words, verbs
from briefpack.text._name_tokens import Token, names_of

_OWNER = 4
"""Words of an owner with its article, at most."""
LONGEST = 14
"""Most words of a role: what is longer is a clause, not a role."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands around a name."""

    role: str = ""
    address: str = ""
    weak: bool = False
    """True where the role is a word that opens names of things too: 'General'."""


def around(row: Sequence[Token], start: int, end: int, text: str) -> Said:
    """The role and form of address of the name in row[start:end]."""
    address, place = "", start - 1
    if place >= 0 and row[place].kind == "honorific":
        address, place = row[place].text, place - 1
    role, weak = _before(row, place, text)
    if address and address not in PLAIN:
        role = text[row[_title_start(row, start - 1)].start : row[start - 1].end]
    unsaid = not role or weak or role == address
    if unsaid or role.lower() in names_of("bare"):
        other = _elsewhere(row, place, start, end, text)
        more = other and (unsaid or _names_role(other))
        role, weak = (other, _is_traded(other)) if more else (role, weak)
    return Said(role, address, weak)


def _names_role(phrase: str) -> bool:
    """'dean of arts' says more than 'Professor'; 'Leeds University', 'chair' and 'critic of the deal' do not."""
    low = phrase.lower()
    head = next((word for word in low.replace(",", " ").split() if word in names_of("roles")), "")
    return bool(head) and head not in names_of("weak") and low not in names_of("bare")


def _elsewhere(row: Sequence[Token], place: int, start: int, end: int, text: str) -> str:
    """A role after the name, before its comma, in a clause or over a list; an office of today before a former one."""
    while place > 0 and row[place].kind == "role":
        place -= 1
    after, before = _after(row, end, text), _before_comma(row, place, end, text)
    if after.lower().startswith(("former", "ex-", "retired")) and before:
        return before
    return (
        after
        or before
        or _whose(row, start, end, text)
        or clauses.who(row, end, text)
        or clauses.member(row, start, text)
    )


def _is_traded(role: str) -> bool:
    """'South Korea's biggest shipbuilder' may be a company."""
    head = role.split(" of ")[0].split(" in ")[0].split(" at ")[0].split(",")[0]
    return head.split(" ")[-1].lower() in names_of("traders")


def _before(row: Sequence[Token], place: int, text: str) -> tuple[str, bool]:
    """'Danish Food Ministry spokeswoman', 'then-U.S. trade envoy', 'Secretary of State'."""
    last = _title_end(row, place)
    if last < 0:
        return "", False
    first = _title_start(row, last)
    weak = first == last == place and row[last].text.lower() in names_of("weak")
    return text[row[first].start : row[place].end], weak


def _title_end(row: Sequence[Token], place: int) -> int:
    """The role word of a title that ends at `place`, with or without its office; -1 if there is none."""
    if place >= 0 and row[place].kind == "role":
        return place
    back = place
    while back > 0 and place - back < 8 and (row[back].kind in _OFFICES or row[back].text in _OFFICE_LINKS):
        back -= 1
    links = row[back + 1].text in ("of", "for", "de", "du", "für", "y") if back + 1 < len(row) else False
    known = 0 <= back < place and row[back].kind == "role" and links
    return back if known and row[place].kind in ("office", "country") else -1


def _title_start(row: Sequence[Token], last: int) -> int:
    """How far a title reaches to the left of its role word."""
    first = last
    while first > 0 and (_capital(row[first - 1]) or row[first - 1].text.lower().rstrip("-‑") in MODIFIERS):
        first -= 1
    if first > 1 and row[first - 1].kind == "owner" and row[first - 2].upper:
        return _owner_start(row, first - 2)
    return _to_article(row, first)


def _capital(token: Token) -> bool:
    return token.upper and token.kind in ("cap", "country", "body", "place", "role", "office", "initial")


def _owner_start(row: Sequence[Token], place: int) -> int:
    """'the World Bank's chief economist': with the owner's whole name."""
    while place > 0 and _capital(row[place - 1]):
        place -= 1
    return place


def _to_article(row: Sequence[Token], first: int) -> int:
    """'the Dutch marine and dredging consultant': plain words count where an article opens the phrase."""
    place = first
    while place > 0 and first - place < 6 and _describes(row[place - 1]):
        place -= 1
    if not place or row[place - 1].text.lower() not in ARTICLES:
        return first
    return place


def _describes(token: Token) -> bool:
    if token.upper or token.text in ARTICLES:
        return _capital(token)
    return token.kind in ("low", "role") and (token.text == "and" or token.text not in clause_words())


def _after(row: Sequence[Token], end: int, text: str) -> str:
    """', a senior fellow at the Institute of X', ', 54, a farmer', ' of the University of Y'."""
    if end >= len(row):
        return ""
    if row[end].text == ",":
        start = end + 1
        if start + 1 < len(row) and row[start].kind == "number" and row[start + 1].text == ",":
            start += 2
        return _apposition(row, start, text)
    if row[end].text == "(":
        return _bracketed(row, end + 1, text)
    return _of_body(row, end, text)


def _bracketed(row: Sequence[Token], start: int, text: str) -> str:
    """'(Dean of Arts)', '(President, in the chair)'; not '(Lab)'."""
    opens = start < len(row) and (row[start].kind == "role" or row[start].text.lower() in MODIFIERS)
    return _apposition(row, start, text) if opens else ""


def _of_body(row: Sequence[Token], place: int, text: str) -> str:
    """'of the Basel Institute', 'from Leeds University': the body, where one stands there."""
    if row[place].text not in ("of", "from", "at"):
        return ""
    start = place + 1 + (place + 1 < len(row) and row[place + 1].text == "the")
    stop = _capitals_end(row, start)
    if not any(token.kind == "body" or _is_acronym(token) for token in row[start:stop]):
        return ""
    return text[row[start].start : row[stop - 1].end]


def _is_acronym(token: Token) -> bool:
    return token.kind == "cap" and len(token.text) > 2 and token.text.isupper() and token.text.isalpha()


def _capitals_end(row: Sequence[Token], start: int) -> int:
    """After a run of capital words, 'of' and 'for' allowed inside."""
    stop = start
    while stop < len(row):
        token = row[stop]
        link = token.text in ("of", "for", "the", "and") and stop > start
        if not _capital(token) and not (link and stop + 1 < len(row) and (row[stop + 1].upper or token.text != "and")):
            break
        stop += 1
    while stop > start and not row[stop - 1].upper:
        stop -= 1
    return stop


def _apposition(row: Sequence[Token], start: int, text: str) -> str:
    """The phrase after a name's comma, if it says what the person is."""
    if start < len(row) and row[start].text in ("of", "from"):
        return _of_body(row, start, text)
    head = _head(row, start)
    if head < 0:
        return ""
    first = start + (head > start and row[start].text.lower() in ARTICLES)
    stop = _phrase_end(row, head)
    if stop < len(row) and row[stop].text in ("said", "says", "told", "added"):
        return ""
    if any(token.text in _IN_CLAUSES for token in row[head:stop]):
        return ""
    return text[row[first].start : row[stop - 1].end]


def _head(row: Sequence[Token], start: int) -> int:
    """The role word that heads the phrase: before any preposition or verb, not before another name; -1 if none."""
    head = -1
    for place in range(start, min(start + 12, len(row))):
        token = row[place]
        if token.kind == "mark" or (token.kind == "low" and token.text in clause_words() and token.text != "and"):
            if token.text.lower() not in ARTICLES or place > start:
                break
        elif token.kind == "role":
            head = place
    follows = row[head + 1] if 0 <= head < len(row) - 1 else None
    if follows is not None and follows.kind in ("cap", "honorific", "initial"):
        return -1
    return head


def _phrase_end(row: Sequence[Token], head: int) -> int:
    """Where the phrase ends: at a comma, a relative clause, a verb of speech, or when it grows too long."""
    stop = head + 1
    while stop < len(row) and stop - head < LONGEST:
        token = row[stop]
        joined = token.text == "and" and _turns(row, head, stop)
        if (token.kind == "mark" and token.text not in ("’", "'", "&")) or token.text in ENDS or joined:
            break
        stop += 1
    while stop > head + 1 and (row[stop - 1].text.lower() in LINKS or row[stop - 1].text in AUXILIARIES):
        stop -= 1
    return stop


def _turns(row: Sequence[Token], head: int, place: int) -> bool:
    """Whether 'and' leads to another role or clause, not on in a name: 'of the Union of Bakers and Millers'."""
    if place + 1 >= len(row) or row[place + 1].kind == "role":
        return True
    return place - head > 5 and not (row[place - 1].upper and row[place + 1].upper)


def _before_comma(row: Sequence[Token], place: int, end: int, text: str) -> str:
    """'his counterpart, Ana Silva, and', 'le ministre de la Santé, Jean Martin,': a role phrase that a comma closes."""
    closed = end < len(row) and row[end].text in (",", ".", ")", "(")
    if place < 1 or row[place].text != "," or not closed:
        return ""
    start = place - 1
    while start >= 0 and place - start < 11 and row[start].kind != "mark":
        if row[start].text.lower() in ARTICLES or row[start].kind == "owner" or row[start].text == "whose":
            phrase = _role_phrase(row, start + 1, place, text)
            linked = _is_linked(row, start)
            if phrase and not linked:
                return phrase
            if phrase and _is_somebody(row[start + 1 : place]):
                return ""
        start -= 1
    return ""


def _is_linked(row: Sequence[Token], article: int) -> bool:
    """'the son of the mayor, Ana Silva,', 'a lawyer for the bank's chief, Ana Silva,': whose the name is is open."""
    first = article
    while row[article].kind == "owner" and first > 1 and row[first].text not in ARTICLES and article - first < _OWNER:
        first -= 1
    linked = first > 1 and row[first - 1].text in ("of", "for", "to")
    return linked and (row[first - 2].kind == "role" or row[first - 2].text in names_of("kin"))


def _is_somebody(row: Sequence[Token]) -> bool:
    """'mayor', 'mayor of Port'; not 'student council'."""
    head = max((place for place, token in enumerate(row) if token.kind == "role"), default=-1)
    return head >= 0 and (head == len(row) - 1 or row[head + 1].text in words.data("prepositions-en"))


def _role_phrase(row: Sequence[Token], start: int, stop: int, text: str) -> str:
    """The words from `start` to `stop` if a role word heads them and no verb stands among them."""
    head = next((k for k in range(start, stop) if row[k].kind == "role"), -1)
    if head < 0 or any(row[k].text in clause_words() for k in range(start, head)):
        return ""
    if any(row[k].text in verbs() or row[k].text in AUXILIARIES for k in range(head, stop)):
        return ""
    return text[row[start].start : row[stop - 1].end]


def _whose(row: Sequence[Token], start: int, end: int, text: str) -> str:
    """'Ana Silva is a senior nurse at the clinic', 'Silva, who was the port's engineer until 2018'."""
    if [token.text for token in row[end : end + 2]] == [",", "who"]:
        start, end = start - 1, end + 2
    if end + 1 >= len(row) or row[end].text not in ("is", "was", "est", "ist") or end - start < 2:
        return ""
    if row[end + 1].text not in ("a", "an", "the", "une", "un", "eine", "ein"):
        bare = row[end + 1].kind == "role" or (end + 2 < len(row) and row[end + 2].kind == "role")
        return _apposition(row, end + 1, text) if bare and row[end + 1].kind in ("low", "role") else ""
    return _apposition(row, end + 1, text)


_OFFICES = ("office", "country", "body", "cap")
_OFFICE_LINKS = ("of", "for", "the", "and", "de", "la", "du", "l’", "d’")
_IN_CLAUSES = frozenset("I it him them us me".split())
"""Pronouns that show a clause: 'in Mill Lane, my father ran it after him'."""
