"""Names of people in a sentence, with what the sentence itself says about them.

Evidence is what stands around a name: a form of address, a role before or after it, a known given
name. A list of famous names would know today's news and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from briefpack.text import _name_roles as roles
from briefpack.text import lists
from briefpack.text._name_kinds import Entity, Proposal, entities
from briefpack.text._name_tokens import Token, adjectives, countries, given, is_people, names_of, tokens

__all__ = [
    "Entity",
    "Mention",
    "Proposal",
    "Token",
    "adjectives",
    "are_people",
    "countries",
    "entities",
    "fold",
    "gender",
    "is_family_first",
    "nicknames",
    "people",
    "short",
    "tokens",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that may be a person's."""

    start: int
    end: int
    name: str
    role: str = ""
    """What the text says the person is, where it says so here."""
    evidence: str = ""
    """'address', 'role', 'given', 'family', 'who', 'kin' or 'couple'; empty if nothing here shows a person."""
    address: str = ""
    """'Mr.', 'Dr.', where it stands before the name."""


@lru_cache(maxsize=16384)
def people(text: str) -> tuple[Mention, ...]:
    """The names in a text that may be people's, in order."""
    row, found, place = tokens(text), [], 0
    while place < len(row):
        if row[place].kind not in _OPENERS:
            place += 1
            continue
        end = _name_end(row, place)
        if end > place:
            mention = _mention(row, place, end, text)
            if mention is not None:
                found.append(mention)
        place = max(end, place + 1)
    return tuple(_with_partners(found, row)) if found else ()


def is_family_first(name: str) -> bool:
    """Whether the family name comes first: 'Chen Wei', 'Kim Min-jun'."""
    first, *rest = name.split()
    if len(rest) == 1 and first in _HUNGARIAN and rest[0] in given():
        return True
    if not rest or first not in names_of("family") or len(rest) > 2 or first in given():
        return False
    return all(_SYLLABLES.fullmatch(part) for part in rest)


def are_people(word: str) -> bool:
    """Whether a word names the members of a people: 'Peruvians', 'Danes'; not 'Airbus'."""
    return word.endswith("s") and (is_people(word) or is_people(word.removesuffix("s")))


def short(name: str) -> str:
    """What the person is called later on: the family name, with its particle ('van Dijk')."""
    parts = name.split()
    if parts[0][0].islower():
        return name
    if is_family_first(name):
        return parts[0]
    if len(parts) > 2 and parts[-1] in ("Jr.", "Sr.", "II", "III"):
        parts = parts[:-1]
    start = next((k for k, part in enumerate(parts) if k and part[0].islower()), len(parts) - 1)
    return " ".join(parts[start:])


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """A form in which spellings of one name meet: 'Andrei' and 'Andrey', 'Orlovsky' and 'Orlovskiy'."""
    bare = unicodedata.normalize("NFD", name.lower())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter) and letter not in "'’-. ")
    for old, new in (
        ("iy", "y"),
        ("ij", "y"),
        ("ii", "y"),
        ("y", "i"),
        ("ph", "f"),
        ("ks", "x"),
        ("tch", "ch"),
        ("w", "v"),
    ):
        bare = bare.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=16384)
def gender(name: str, about: str = "") -> str:
    """'f' or 'm' where the given name, a form of address or a role tells; empty where none does."""
    for word in re.findall(r"[^\W_]+\.?", about):
        if word.lower() in _WOMEN:
            return "f"
        if word.lower() in _MEN:
            return "m"
    return given().get(name.split()[0], "") if name and not is_family_first(name) else ""


def nicknames(first: str, second: str) -> bool:
    """Whether one given name is a short form of the other, or both of a third: 'Kate' and 'Katherine'."""
    one, two = (_full_forms().get(name, frozenset()) | {name} for name in (first, second))
    return bool(one & two)


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lists.load("names.nicknames"):
        full, *short_forms = row.split()
        for form in short_forms:
            table.setdefault(form, set()).add(full)
    return {form: frozenset(names) for form, names in table.items()}


def _with_partners(found: Sequence[Mention], row: Sequence[Token]) -> Iterator[Mention]:
    """'Bill and Hillary Clinton': the first of the two has the family name of the second."""
    starts = {token.start: place for place, token in enumerate(row)}
    partners = {}
    for one in found:
        place = starts[one.start] - 2
        if place >= 0 and " " in one.name and one.name.split()[0] in given() and _is_partner(row, place):
            first = row[place]
            partners[first.start] = Mention(first.start, first.end, f"{first.text} {short(one.name)}", "", "couple")
    kept = [one for one in found if one.start not in partners]
    yield from sorted([*kept, *partners.values()], key=lambda one: one.start)


def _is_partner(row: Sequence[Token], place: int) -> bool:
    """A given name by itself before 'and'."""
    before = row[place - 1] if place else None
    alone = before is None or not before.upper or before.kind == "stop"
    return row[place].text in given() and row[place + 1].text == "and" and alone


def _name_end(row: Sequence[Token], start: int) -> int:
    """Where the run of name words from `start` ends; `start` itself if none begins there."""
    if row[start].kind not in ("cap", "initial") and not _particle_opens(row, start):
        return start
    end = start + 1
    while end < len(row) and end - start < 6:
        kind = row[end].kind
        if kind in ("cap", "initial"):
            end += 1
        elif kind == "particle" and _particles_end(row, end) > end:
            end = _particles_end(row, end)
        elif _nickname(row, end):
            end += 4
        else:
            break
    return end


def _nickname(row: Sequence[Token], place: int) -> bool:
    """The marks and name of 'Joseph "Joe" Okafor', with the family name after them."""
    four = row[place : place + 4]
    marks = len(four) == 4 and four[0].text in "\"“‘'" and four[2].text in "\"”’'"
    return marks and four[1].kind == "cap" and four[3].kind == "cap"


def _particle_opens(row: Sequence[Token], place: int) -> bool:
    """'Ms. van Dijk said': a form of address or a role stands before the particle."""
    if row[place].kind != "particle" or not place or row[place - 1].kind not in ("honorific", "role"):
        return False
    return row[place].text not in ("de", "la", "le", "du") and _particles_end(row, place) > place


def _particles_end(row: Sequence[Token], place: int) -> int:
    """After 'van der Leyen' if that is what stands at `place`."""
    end = place
    while end < len(row) and row[end].kind == "particle":
        end += 1
    return end + 1 if end < len(row) and row[end].kind == "cap" and end - place < 3 else place


def _mention(row: Sequence[Token], start: int, end: int, text: str) -> Mention | None:
    if not _could_be_person(row, start, end):
        return None
    name = _QUOTED.sub(" ", text[row[start].start : row[end - 1].end])
    if "\n" in name or "," in name or not any(len(token.text) > 1 for token in row[start:end]):
        return None
    said = roles.around(row, start, end, text)
    evidence = _evidence(row, start, end, said)
    return Mention(row[start].start, row[end - 1].end, name, said.role, evidence, said.address)


def _could_be_person(row: Sequence[Token], start: int, end: int) -> bool:
    """Not part of a longer name of a place or body, not an acronym, not a title in capitals."""
    after = row[end] if end < len(row) else None
    before = row[start - 1] if start else None
    if after is not None and after.kind in ("body", "place") and after.upper:
        return False
    if after is not None and after.kind == "role" and after.upper and _goes_on(row, end + 1):
        return False
    if after is not None and after.text in ("&", "and") and end + 1 < len(row) and row[end + 1].kind == "body":
        return False
    if before is not None and before.kind in ("place", "body") and before.upper:
        return False
    if (
        _is_case(row, start, end)
        or _is_credit(row, start)
        or _is_title(row, start, end)
        or (end - start == 1 and row[start].text.lower()[:-1] in names_of("roles"))
    ):
        return False
    words = [token.text for token in row[start:end]]
    if any(len(word) > 2 and word.isupper() for word in words) or (words[0].isupper() and len(words) == 1):
        return False
    return not any(any(letter.isdigit() for letter in word) for word in words)


def _goes_on(row: Sequence[Token], place: int) -> bool:
    """'Deputy Oregon Forestry Director Ann Holm': the words before a title and a name are the title's."""
    return place < len(row) and row[place].kind in ("cap", "initial")


def _is_credit(row: Sequence[Token], start: int) -> bool:
    """'Photo | Ann Holm', 'Picture: Ann Holm', 'Photograph by Ann Holm'."""
    before = [token.text.lower() for token in row[max(start - 2, 0) : start]]
    return len(before) == 2 and before[0].removesuffix("s") in _PICTURES and before[1] in ("|", ":", "/", "by", "©")


def _is_title(row: Sequence[Token], start: int, end: int) -> bool:
    """'the author of “Jane Eyre”': a name that fills its quotation marks is a work's."""
    return start > 0 and end < len(row) and row[start - 1].text in '"“‘' and row[end].text in '"”’'


def _is_case(row: Sequence[Token], start: int, end: int) -> bool:
    """'Okoye v. Linden': the name of a case, not of the two people."""
    around = [token.text for token in (*row[max(start - 2, 0) : start], *row[end : end + 2])]
    return any(word in ("v", "v.", "vs", "vs.") for word in around)


def _evidence(row: Sequence[Token], start: int, end: int, said: roles.Said) -> str:
    full = end - start > 1
    if said.address:
        return "address"
    if said.role and not said.weak and not _is_group(row, start, end):
        return "role"
    first = row[start].text
    if full and first in given():
        return "given"
    name = " ".join(token.text for token in row[start:end])
    if full and is_family_first(name) and (start > 0 or first not in _WORDS_TOO):
        return "family"
    if full and said.role and (row[end - 1].text in names_of("surnames") or said.role.split()[0] in _ORDERS):
        return "role"
    return _followed(row, end) if full else ""


def _is_group(row: Sequence[Token], start: int, end: int) -> bool:
    """'Supporters of the Alliance': one word in the plural that opens a sentence."""
    word = row[start].text
    opens = not start or row[start - 1].text in (".", "!", "?", ":", "“", '"')
    return (
        end - start == 1 and opens and word.endswith("s") and word not in names_of("surnames") and word not in given()
    )


def _followed(row: Sequence[Token], end: int) -> str:
    """', who' and 'and his sister' follow people."""
    follows = [token.text for token in row[end : end + 3]]
    if follows[:2] in ([",", "who"], [",", "whose"]):
        return "who"
    kin = len(follows) > 2 and follows[0] == "and" and follows[1] in ("his", "her")
    return "kin" if kin and row[end + 2].kind == "role" else ""


_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ng|nh|th|tr|ph|kh|gi|qu|gy|hy|my|by|ky|ry|[bcdfghjklmnpqrstvwxyz])?"
    r"(?:iang|iong|uang|yeong|yeon|yeo|iao|ian|ang|eng|ing|ong|uai|uan|eon|eun|eul|eok|ae|ai|an|ao|ei|en|eo|eu|er|ia|ie|"
    r"in|iu|oa|oe|on|oo|ou|ua|ue|ui|um|un|uo|uk|ul|ok|ol|il|im|ik|ak|al|am|ap|ee|[aeiou]|y)[hkmnp]?-?){1,3}",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[\"“‘'][^\W_]+[\"”’']\s*(?=[A-Z])")
_HUNGARIAN = frozenset(
    "Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh "
    "Rácz Fekete Szilágyi Orbán Magyar Fehér Gál Pintér Szűcs Kocsis Fodor Sipos Lukács Gulyás Biró Király Katona "
    "László Jakab Bogdán Balog Novák Szőke Székely Vörös".split()
)
_OPENERS = frozenset({"cap", "initial", "particle"})
_PICTURES = frozenset("photo photograph photography picture image illustration graphic credit foto bild map".split())
_ORDERS = frozenset("Sister Brother Father Mother Captain Prince Princess".split())
_WORDS_TOO = frozenset("He To Long Song Fan Park Moon Oh Bo Fu Yang Mo Pan Tan Ho Shin Lim".split())
_WOMEN = frozenset(
    "ms ms. mrs mrs. miss mme mme. madame frau señora sra. signora spokeswoman chairwoman congresswoman "
    "queen princess she her mother daughter sister wife widow actress dame lady".split()
)
_MEN = frozenset(
    "mr mr. monsieur herr señor sr. signor spokesman chairman congressman king prince he his father son "
    "brother husband sir lord".split()
)
