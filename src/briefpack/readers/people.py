"""Bylines and notes on authors: which lines they are, and whose names stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefpack.readers.blocks import Block
from briefpack.text.lists import load, phrases
from briefpack.text.plain import plain

BIOGRAPHY = "author biography"
BYLINE = "byline"

_PARTICLE = r"(?:de|del|della|di|da|dos|van|von|der|den|ter|la|le|el|al|bin|ibn|du|des|y|Mac|St\.)"
_PART = r"(?:[A-ZÀ-ÞŠŽČĆŁ][\w’'-]*[\w.]|[A-Z]\.)"
NAME = rf"{_PART}(?:\ (?:{_PARTICLE}\ )?(?:{_PARTICLE}\ )?{_PART}){{1,3}}"
_TITLE = r"(?:(?:Dr|Prof|Professor|Sir|Dame|Mr|Mrs|Ms|Rev|Sen)\.?\ )?"
_NAMES = rf"{_TITLE}{NAME}(?:,? (?:and|et|und|y|e|en|&) {_TITLE}{NAME}|, {_TITLE}{NAME})*"
_BY = re.compile(
    r"(?i:(?:text |written |words |story )?by|par|von|por|di|door|propos recueillis par|authors?|autor|auteure?)"
    r"(?:\s*:)?\s+"
    rf"(?P<names>{_NAMES})(?P<rest>(?:\s*[,|/·•–—-].{{0,80}}|\s+(?:for|in|with|pour|à|@)\ .{{0,60}})?)"
)
_BY_CAPITALS = re.compile(r"BY\s+(?P<names>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){1,6})")
_BARE = re.compile(rf"(?P<names>{_NAMES})(?P<rest>(?:\s*[,|/·•–—]\s*[^.!?]{{2,80}})?)")
_EACH = re.compile(rf"{_TITLE}(?P<name>{NAME})")
_SPLIT = re.compile(r",? (?:and|et|und|y|e|en|&) |, ")
_AM = (
    r"(?:is|was|are|were|has|have|had|serves?|teaches|works?|writes|covers|leads|heads|directs|chairs|speciali[sz]es|focuses|"
    r"researches|studies|reports?|holds|joined|received|currently|formerly)"
)
_AUTHOR_IS = re.compile(
    r"(?:the (?:author|writer)s?|l['’]auteure?|les auteurs|der autor|die autorin|el autor|la autora)\b"
    r".{0,40}?\b(?:is|are|was|were|est|sont|ist|es)\b",
    re.IGNORECASE,
)
_IS = {
    "fr": r"(?:est|sont|enseigne|dirige|travaille)",
    "de": r"(?:ist|sind|war|lehrt|leitet|arbeitet)",
    "es": r"(?:es|son|fue|enseña|dirige|trabaja)",
    "it": r"(?:è|sono|insegna|dirige)",
}
_BIOGRAPHY = re.compile(rf"(?:{_TITLE})(?P<names>{_NAMES})(?:,[^,.]{{2,80}},)?\s+(?:{_AM}|{'|'.join(_IS.values())})\b")
_HEAD = 3  # a note on the author may open a text: one of its first paragraphs
_TAIL = 6  # or close it
_LONGEST_NAME = 5


def byline(text: str) -> tuple[str, ...]:
    """The names in 'By Jane Doe and John Roe, Geneva'; none if it is no byline."""
    capitals = _BY_CAPITALS.fullmatch(text)
    if capitals:
        return tuple(part.strip().title() for part in re.split(r" AND |,", capitals["names"]) if part.strip())
    found = _BY.fullmatch(text)
    return tuple(_small(name) for name in names(found["names"])) if found else ()


def bare_byline(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but names, and perhaps what they are: 'Jane Doe, Science Editor'."""
    found = _BARE.fullmatch(text)
    if not found or _common_words() & set(re.findall(r"\w+", found["names"].lower())):
        return ()
    return names(found["names"])


def _small(name: str) -> str:
    return name.title() if name.isupper() else name


@cache
def _common_words() -> frozenset[str]:
    joining = {"and", "et", "und", "y", "e", "en"}
    return frozenset(word for line in load("people-not-names") for word in line.split()) - joining


@cache
def _role() -> re.Pattern[str]:
    """A word for what people on the pages of papers and institutes do; its plural too."""
    return re.compile(rf"\b(?:{'|'.join(load('people-roles'))})s?\b", re.IGNORECASE)


def names(text: str) -> tuple[str, ...]:
    """'Dr. Jane Doe and John Roe' as two names without titles."""
    parts = (_EACH.fullmatch(part.strip()) for part in _SPLIT.split(text))
    return tuple(part["name"] for part in parts if part)


def biographies(blocks: Sequence[Block], open_: Sequence[int]) -> dict[int, str]:
    """Which of the blocks still open are notes on the authors.

    Three forms: a section under the author's name, a section 'About the author', a lone paragraph
    'Jane Doe is a professor of …' at the edge of the text about somebody whom the article does not speak of.
    """
    found = _sections(blocks, open_)
    rest = [at for at in open_ if at not in found and blocks[at].kind != "heading"]
    article = " ".join(plain(blocks[at].text) for at in rest)
    for place, at in enumerate(rest):
        edge = place < _HEAD or place >= len(rest) - _TAIL or blocks[at].italic
        if edge and _is_biography(blocks[at].text, article):
            found[at] = BIOGRAPHY
    return found


def biography_names(text: str) -> tuple[str, ...]:
    """Whom a biography is about; none where it names nobody in full."""
    found = _BIOGRAPHY.match(text)
    return names(found["names"]) if found else names(text) if bare_byline(text) else ()


def _sections(blocks: Sequence[Block], open_: Sequence[int]) -> dict[int, str]:
    """Headings that are names, or 'About the author', with all that stands under them."""
    found: dict[int, str] = {}
    under = ""
    for place, at in enumerate(open_):
        block = blocks[at]
        after = [blocks[i].text for i in open_[place + 1 : place + 2]]
        if phrases("people-about").fullmatch(plain(block.text).strip(" :.")) and 2 * place > len(open_):
            under = "about"
        elif _is_name_heading(block, after):
            under = block.text
        elif block.kind == "heading":
            under = ""
        if under:
            found[at] = BIOGRAPHY
    return found


def _is_name_heading(block: Block, after: list[str]) -> bool:
    name = block.text.split(",")[0]
    if (
        block.kind not in ("heading", "text")
        or len(block.text.split()) > _LONGEST_NAME + 6
        or not bare_byline(block.text)
    ):
        return False
    parts = "|".join(re.escape(part) for part in name.split() if len(part) > 2)
    about = re.compile(
        rf"(?:(?:{_TITLE})(?:{re.escape(name)}|{parts})|S?[Hh]e|They)\s+(?:{_AM}|{'|'.join(_IS.values())})\b"
    )
    return bool(after and parts and about.match(after[0]) and _role().search(after[0]))


def _is_biography(text: str, article: str) -> bool:
    opening = text[:240]
    if _AUTHOR_IS.match(opening):
        return bool(_role().search(opening))
    found = _BIOGRAPHY.match(text)
    if not found or not _role().search(opening):
        return False
    who = names(found["names"])
    return bool(who) and all(article.count(plain(name)) <= 1 for name in who) and _unmentioned(who, article, text)


def _unmentioned(who: Sequence[str], article: str, text: str) -> bool:
    """Whether the article speaks of none of them by surname outside this paragraph."""
    elsewhere = article.replace(plain(text), " ")
    return not any(re.search(rf"\b{re.escape(plain(name).split()[-1])}\b", elsewhere) for name in who)


def staff_line(text: str) -> str:
    """The organisation of 'Edited by Jane Doe, Senior Editor, Example House'; empty if it names none."""
    parts = [part.strip(" .") for part in text.split(",")]
    return parts[-1] if len(parts) >= 3 and parts[-1][:1].isupper() else ""
