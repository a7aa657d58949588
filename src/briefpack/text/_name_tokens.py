"""A sentence as tokens, each with what it can be in a name: the ground that names are found on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefpack.text import lists

_TOKEN = re.compile(
    r"[a-z]+(?=[ ,.;])|[A-Z][a-z]+(?=[ ,;])"  # most words, told at once: no form below begins so and goes on otherwise
    r"|(?:then|ex|former)[-‑](?=[A-Z])"  # 'then-U.S. president'
    r"|(?:[A-Z]\.){2,}"
    r"|(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|Adm|Jr|Sr|Sra|Hon|Rev|Fr|Mme|Mlle|Inc|Corp|Ltd|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\."
    r"|[A-Z]\.(?=\s?[A-Z])"
    r"|[dlDL]['’](?=\w)"
    r"|[A-Z][^\W_]+s['’](?=\s[A-Z])"
    r"|[^\W_]+(?:[-‑&][^\W_]+|['’](?!s\b)[^\W_]+)*"
    r"|['’]s\b|\S"
)


class Token(NamedTuple):
    """A word or mark and its kind.

    'cap' (may be part of a name), 'initial', 'particle', 'honorific', 'role', 'office', 'country', 'body',
    'place', 'stop' (a capital word that is no name), 'low', 'number', 'owner' ('s) or 'mark'.
    """

    text: str
    start: int
    end: int
    kind: str
    upper: bool
    """Whether it starts with a capital letter."""


@lru_cache(maxsize=16384)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a sentence in order."""
    row: list[Token] = []
    end, new = 0, tuple.__new__
    for word in _TOKEN.findall(text):  # finding its place again costs less than a match object of each
        start = text.index(word, end)
        end = start + len(word)
        row.append(new(Token, (word, start, end, *_told(word))))
    _mark_phrases(row)
    for place, token in enumerate(row):
        if token.upper:
            kind = _in_context(row, place)
            if kind != token.kind:
                row[place] = token._replace(kind=kind)
    return tuple(row)


@cache
def names_of(kind: str) -> frozenset[str]:
    """The word list text/data/names.KIND.txt."""
    return frozenset(lists.load(f"names.{kind}"))


@cache
def given() -> dict[str, str]:
    """Given names, each with 'f', 'm' or '' where it settles nothing."""
    rows = (entry.partition(" ") for entry in lists.load("names.given"))
    return {name: gender for name, _, gender in rows}


@cache
def countries() -> dict[str, str]:
    """Every name, adjective and seat of government to the country's first name: 'Danish' to 'Denmark'."""
    rows = [entry.split("|") for entry in lists.load("names.countries")]
    return {word: row[0].split(",")[0] for row in rows for cell in row for word in cell.split(",") if word}


@cache
def adjectives() -> frozenset[str]:
    """The adjectives of countries: 'Danish'."""
    rows = [entry.split("|") for entry in lists.load("names.countries")]
    return frozenset(word for row in rows for word in row[1].split(",") if word)


def is_people(word: str) -> bool:
    """Whether a word is of a people or a faith: 'Peruvian', 'Danes'."""
    return word in adjectives() or word in names_of("peoples")


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    """Names of several words that are of one kind: 'South Korea', 'Supreme Court'."""
    known = {tuple(_TOKEN.findall(name)): "country" for name in countries() if " " in name}
    return known | {tuple(name.split()): "body" for name in names_of("bodies") if " " in name}


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def _mark_phrases(row: list[Token]) -> None:
    starts = _phrase_starts()
    for place, token in enumerate(row):
        if token.text not in starts:
            continue
        for length in (4, 3, 2):
            phrase = tuple(other.text for other in row[place : place + length])
            kind = _phrases().get(phrase)
            if kind:
                for other in range(place, place + len(phrase)):
                    row[other] = row[other]._replace(kind=kind)
                break


@lru_cache(maxsize=65536)
def _told(word: str) -> tuple[str, bool]:
    """The kind of a word by itself, and whether it starts with a capital letter."""
    return _kind(word), word[0].isupper()


def _kind(word: str) -> str:
    """What a word is by itself; the first list that has it decides."""
    if not word[0].isalpha():
        return "number" if word[0].isdigit() else "owner" if word in ("'s", "’s") else "mark"
    if not word[0].isupper():
        return _low_kind(word)
    for kind, name in (("honorific", "honorifics"), ("stop", "stop")):
        if word in names_of(name):
            return kind
    if _low_kind(word.lower()) == "role":
        return "role"
    if word in _ELISIONS:
        return "stop"
    if word in countries() or _joined_countries(word):
        return "country"
    if word in names_of("bodies"):
        return "body"
    if word in names_of("places"):
        return "place"
    return "initial" if len(word) == 2 and word[1] == "." else "cap"


def _low_kind(word: str) -> str:
    if ("-" in word or "‑" in word) and _ARABIC.match(word):
        return "cap"
    if word in _PARTICLES:
        return "particle"
    last = word.replace("‑", "-").rpartition("-")[2].lower()
    return "role" if word in names_of("roles") or last in names_of("roles") or last.endswith(_ROLE_ENDS) else "low"


def _joined_countries(word: str) -> bool:
    """'Franco-German', 'Chile-Peru', 'Afro-Caribbean'."""
    parts = re.split(r"[-‑]", word)
    return len(parts) > 1 and (parts[0] in _PREFIXES or all(part in countries() for part in parts))


def _in_context(row: list[Token], place: int) -> str:
    """What a capital word is beside its neighbours."""
    token = row[place]
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    if token.kind == "honorific":
        return _as_address(token, before, after)
    if token.kind == "place" and _is_family_name(row, place):
        return "cap"
    if before is not None and before.kind in ("cap", "initial") and _ends_name(token, after):
        first = row[place - 2] if place > 1 and row[place - 2].kind == "cap" else before
        named = first.text in given() or (token.kind == "role" and token.text in names_of("surnames"))
        named = named or (first is before and token.text in ("He", "You") and first.text in names_of("family"))
        return "cap" if named else token.kind
    if token.kind in ("cap", "place", "stop") and _is_office(row, place):
        return "office"
    if token.kind in ("place", "country", "stop") and _opens_name(token, before, after):
        return "cap"
    return token.kind


def _as_address(token: Token, before: Token | None, after: Token | None) -> str:
    """'M. Petit' is addressed, 'Anna M. Petit' has an initial, 'the Justice' is a role."""
    if len(token.text) == 2 and before is not None and before.kind == "cap":
        return "initial"
    if after is not None and (after.upper or after.kind in ("particle", "cap")):
        return "honorific"
    return "role" if token.text.lower() in names_of("roles") else "cap"


def _ends_name(token: Token, after: Token | None) -> bool:
    """'Theresa May', 'James Baker': a family name that is another word too, with no name after it."""
    if token.kind == "stop":
        return token.text in _SURNAMES and (after is None or after.kind != "number")
    return token.kind == "role" and (after is None or after.kind not in ("cap", "initial"))


def _is_family_name(row: list[Token], place: int) -> bool:
    """'adviser Fiona Hill', 'Anna Park said': where a title stands before the given name or a verb of speech behind."""
    if not place or row[place - 1].text not in given() or row[place].text not in names_of("surnames"):
        return False
    titled = place > 1 and row[place - 2].kind in ("role", "honorific")
    return titled or (place + 1 < len(row) and row[place + 1].text in lists.load("speech.verbs"))


def _is_office(row: list[Token], place: int) -> bool:
    """'Secretary of State', 'minister for Women and Health'."""
    if row[place].text not in names_of("portfolios"):
        return False
    back = place - 1
    while back > 0 and (row[back].text in _OFFICE_LINKS or row[back].kind == "office"):
        back -= 1
    return place - back > 1 and row[back].kind == "role"


def _opens_name(token: Token, before: Token | None, after: Token | None) -> bool:
    """'Jordan Miller', 'Bill Tran', 'Will Adeyemi': a given name that is another word too, before a family name."""
    if after is None or after.kind not in ("cap", "initial"):
        return False
    if token.text not in given():
        return "-" in after.text and token.text in names_of("family")
    return token.kind == "place" or (before is not None and before.text.lower() not in _PLACE_LEADS)


_ARABIC = re.compile(r"(?:al|el|as|ad|ash|an|ar|at|az)[-‑][A-Z]")
_PARTICLES = frozenset(
    "de da di del della van von der den la le bin ibn al el dos du ter ten te af av zu ole "
    "abu ben ul vom dal dalla degli das ap".split()
)
_ROLE_ENDS = tuple(
    "ologist ographer iatrist ticist minister ministerin präsident präsidentin sprecher sprecherin direktor "
    "direktorin chefin leiterin forscherin professorin meisterin sekretärin anwältin".split()
)
"""'glaciologist', 'Finanzminister': what these words end in, they are."""
_ELISIONS = frozenset({"L'", "L’", "D'", "D’"})
_PREFIXES = frozenset("Sino Russo Franco Anglo Indo Euro Afro Austro Greco Turco Luso Italo".split())
_SURNAMES = frozenset(
    "May March Young West North East South Day New Long Second Were He You So Less Early Read Well Such".split()
)
_OFFICE_LINKS = frozenset("of for the and de la du des à l’ d’ l' d' et für y del".split())
_PLACE_LEADS = frozenset("in from to at near across of outside into".split())
