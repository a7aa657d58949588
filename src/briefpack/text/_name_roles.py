"""What a sentence says a person is: 'Danish climate minister' before the name, ', a fellow at …' after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefpack.text import _name_clauses as clauses
from briefpack.text import _name_titles as titles
from briefpack.text import words
from briefpack.text._name_role_words import ARTICLES, AUXILIARIES, ENDS, LINKS, MODIFIERS, PLAIN, clause_words, verbs
from briefpack.text._name_tokens import Token, given, names_of

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
    role, weak = titles.before(row, place, text)
    if address and address not in PLAIN:
        role = text[row[titles.start(row, start - 1)].start : row[start - 1].end]
    unsaid = not role or weak or role == address
    if unsaid or _is_bare(role):
        other, open_ = _elsewhere(row, place, start, end, text)
        more = other and (unsaid or _names_role(other))
        role, weak = (other, open_ or _is_traded(other)) if more else (role, weak)
    return Said(role, address, weak)


def _is_bare(role: str) -> bool:
    """'Professor', 'senior author': many are that, and the words after the name may say more."""
    *lead, head = role.lower().split()
    return head in names_of("bare") and all(word in _RANKS for word in lead)


def _names_role(phrase: str) -> bool:
    """'dean of arts' says more than 'Professor'; 'Leeds University', 'chair' and 'critic of the deal' do not."""
    low = phrase.lower()
    head = next((word for word in low.replace(",", " ").split() if word in names_of("roles")), "")
    return bool(head) and head not in names_of("weak") and low not in names_of("bare")


def _elsewhere(row: Sequence[Token], place: int, start: int, end: int, text: str) -> tuple[str, bool]:
    """A role after the name, before its comma, in a clause or over a list; an office of today before a former one.

    True where things have the like too: 'Journal of the Basel Institute'.
    """
    while place > 0 and row[place].kind == "role":
        place -= 1
    if end - start == 1 and place == start - 1 and place >= 0 and row[place].text in _WHERE:
        return "", False
    after, before = _after(row, end, text), titles.before_comma(row, place, end, text)
    if before and (not after or after.lower().startswith(("former", "ex-", "retired"))):
        return before, False
    if after:
        return after, False
    body = _of_body(row, end, text)
    if body:
        return body, not _is_speaking(row, start, end)
    return _whose(row, start, end, text) or clauses.who(row, end, text) or clauses.member(row, start, text), False


def _is_speaking(row: Sequence[Token], start: int, end: int) -> bool:
    """'said Ana Silva of Leeds University', 'Ana Silva of Leeds University said'."""
    if start and row[start - 1].text in verbs():
        return True
    stop = _capitals_end(row, end + 1 + (end + 1 < len(row) and row[end + 1].text == "the"))
    return stop < len(row) and row[stop].text in verbs()


def _is_traded(role: str) -> bool:
    """'South Korea's biggest shipbuilder' may be a company."""
    head = role.split(" of ")[0].split(" in ")[0].split(" at ")[0].split(",")[0]
    return head.split(" ")[-1].lower() in names_of("traders")


def _after(row: Sequence[Token], end: int, text: str) -> str:
    """', a senior fellow at the Institute of X', ', 54, a farmer', ' of Leeds, the farmers' leader'."""
    if end >= len(row):
        return ""
    if row[end].text == ",":
        start = end + 1
        if start + 1 < len(row) and row[start].kind == "number" and row[start + 1].text == ",":
            start += 2
        return _apposition(row, start, text)
    if row[end].text == "(":
        return _bracketed(row, end + 1, text)
    return _beyond(row, end, text)


def _beyond(row: Sequence[Token], place: int, text: str) -> str:
    """What stands after 'of Leeds, ': 'the farmers' leader'."""
    if row[place].text not in ("of", "from") or place + 1 >= len(row) or not row[place + 1].upper:
        return ""
    stop = _capitals_end(row, place + 1)
    listed = stop + 2 >= len(row) or row[stop].text != "," or row[stop + 1].text in ("of", "from", "at")
    return "" if listed else _apposition(row, stop + 1, text)


def _bracketed(row: Sequence[Token], start: int, text: str) -> str:
    """'(Dean of Arts)', '(President, in the chair)'; not '(Lab)'."""
    opens = start < len(row) and (row[start].kind == "role" or row[start].text.lower() in MODIFIERS)
    return _apposition(row, start, text) if opens else ""


def _of_body(row: Sequence[Token], place: int, text: str) -> str:
    """'of the Basel Institute', 'from Leeds University': the body, where one stands there."""
    if place >= len(row) or row[place].text not in ("of", "from", "at"):
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
        if not titles.is_capital(token) and not (
            link and stop + 1 < len(row) and (row[stop + 1].upper or token.text != "and")
        ):
            break
        stop += 1
    while stop > start and not row[stop - 1].upper:
        stop -= 1
    return stop


def _apposition(row: Sequence[Token], start: int, text: str) -> str:
    """The phrase after a name's comma, if it says what the person is."""
    while start < len(row) and row[start].text in _NOW:
        start += 1
    if start < len(row) and row[start].text in ("of", "from", "at"):
        return _beyond(row, start, text) or _of_body(row, start, text)
    head = _head(row, start)
    if head < 0 or row[start].text == "and":
        return ""
    first = start + (head > start and row[start].text.lower() in ARTICLES)
    stop = _phrase_end(row, head)
    if stop < len(row) and row[stop].text in ("said", "says", "told", "added"):
        return ""
    if any(token.text in _IN_CLAUSES for token in row[head:stop]) or _names_another(row, head, stop):
        return ""
    return text[row[first].start : row[stop - 1].end]


def _names_another(row: Sequence[Token], head: int, stop: int) -> bool:
    """', former head of the Institute of Navigation Ana Silva': the title of who is named next."""
    return any(
        row[place].text in given() and row[place + 1].upper and row[place - 1].upper and not _is_title(row[place - 1])
        for place in range(head + 2, stop - 1)
        if place + 2 >= len(row) or not row[place + 2].upper
    )


def _is_title(token: Token) -> bool:
    return token.kind in ("role", "honorific")


def _head(row: Sequence[Token], start: int) -> int:
    """The role word that heads the phrase: before any preposition or verb, not before another name; -1 if none."""
    head = -1
    for place in range(start, min(start + 12, len(row))):
        token = row[place]
        owns = token.text in ("'", "’") and place > start and row[place - 1].text.endswith("s")
        if token.kind == "mark" and not owns:
            break
        if token.kind == "low" and token.text in clause_words() and token.text != "and":
            if token.text.lower() not in ARTICLES or place > start:
                break
        elif token.kind == "role":
            head = place
    follows = row[head + 1] if 0 <= head < len(row) - 1 else None
    if follows is not None and (follows.kind in ("cap", "honorific", "initial") or follows.text in _SELVES):
        return -1
    return head


def _phrase_end(row: Sequence[Token], head: int) -> int:
    """Where the phrase ends: at a comma, a relative clause, a verb of speech, or when it grows too long."""
    stop = head + 1
    while stop < len(row) and stop - head < LONGEST and not _closes(row, head, stop):
        stop += 1
    while stop > head + 1 and _hangs(row[stop - 1].text.lower()):
        stop -= 1
    return stop


def _hangs(word: str) -> bool:
    return word in LINKS or word in AUXILIARIES or word in words.data("prepositions-en")


def _closes(row: Sequence[Token], head: int, place: int) -> bool:
    token = row[place]
    if token.kind == "mark" and token.text not in ("’", "'", "&"):
        return not (clauses.in_number(row, place) or _lists_on(row, place))
    acting = place == head + 1 and token.kind == "low" and token.text.endswith("ing")
    return token.text in ENDS or acting or (token.text == "and" and _turns(row, head, place))


def _lists_on(row: Sequence[Token], place: int) -> bool:
    """'the Council on Energy, Environment and Water': a comma inside a name."""
    follows = row[place : place + 4]
    if len(follows) < 4 or [follows[0].text, follows[2].text] != [",", "and"]:
        return False
    back = place - 1
    while back > 0 and row[back].upper:
        back -= 1
    led = row[back].text in ("of", "on", "for") and row[back - 1].upper and row[back - 1].kind == "body"
    return led and follows[1].upper and follows[3].upper and follows[3].text not in given()


def _turns(row: Sequence[Token], head: int, place: int) -> bool:
    """Whether 'and' leads to another role, person or clause, not on in a name: 'the Union of Bakers and Millers'."""
    if place + 1 >= len(row):
        return True
    after = row[place + 1]
    another = after.text in given() and place + 2 < len(row) and row[place + 2].upper
    if after.kind == "role" or another:
        return True
    if after.text.lower() in ARTICLES and any(token.kind == "role" for token in row[place + 2 : place + 4]):
        return True
    return place - head > 5 and not (row[place - 1].upper and after.upper)


def _whose(row: Sequence[Token], start: int, end: int, text: str) -> str:
    """'Ana Silva is a senior nurse at the clinic', 'Silva, who was the port's engineer until 2018'."""
    if [token.text for token in row[end : end + 2]] == [",", "who"]:
        start, end = start - 1, end + 2
    if end + 1 >= len(row) or row[end].text not in ("is", "was", "became", "est", "ist") or end - start < 2:
        return ""
    if row[end + 1].text not in ("a", "an", "the", "une", "un", "eine", "ein"):
        bare = row[end + 1].kind == "role" or (end + 2 < len(row) and row[end + 2].kind == "role")
        return _apposition(row, end + 1, text) if bare and row[end + 1].kind in ("low", "role") else ""
    return _apposition(row, end + 1, text)


_IN_CLAUSES = frozenset("I it him them us me".split())
"""Pronouns that show a clause: 'in Mill Lane, my father ran it after him'."""
_NOW = ("now", "then", "currently", "formerly", "nominally", "himself", "herself")
_SELVES = ("himself", "herself", "themselves")
_RANKS = frozenset("senior lead first leading junior chief fellow top".split())
_WHERE = ("of", "from", "in", "at", "near", "to")
"""Before one word alone they lead a place: 'Ana Silva, from Ridley, who led the march'."""
