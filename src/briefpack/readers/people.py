"""Bylines and notes on authors: which lines they are, and whose names stand in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from briefpack.readers import names
from briefpack.readers.blocks import Block
from briefpack.text.lists import knows, load
from briefpack.text.plain import plain

BIOGRAPHY = "author biography"
BYLINE = "byline"

_BY = re.compile(
    r"(?:(?:text |written |words |story )?by|par|von|por|di|door|propos recueillis par|authors?|autor|auteure?)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_REST = re.compile(r"\s*[|/·•–—]\s*|\s-\s|\s(?:for|in|with|pour|à|@)\s")
_AM = re.compile(
    r"(?:^|\s)(?:is|was|are|were|has|have|had|serves?|teaches|works?|writes|covers|leads|heads|directs|chairs|speciali[sz]es|"
    r"focuses|researches|studies|reports?|holds|joined|received|currently|formerly|est|sont|enseigne|dirige|travaille|ist|"
    r"sind|war|lehrt|leitet|arbeitet|es|son|fue|enseña|trabaja|è|sono|insegna)\b"
)
# 'is a professor', 'has taught', never 'was dubious' or 'has spotted'
_ROLE_FOLLOWS = re.compile(
    r"(?:is|are|est|sont|ist|sind|es|son|è|sono)\b.*|(?:was|were|had|fue)\s(?:born|formerly|previously|until)\b.*|"
    r"has\s(?:an?\s|been\s(?:an?|the)\s|written|published|worked|taught|covered|reported|served|held|led|authored|edited)\b.*|"
    r"(?!is|are|was|were|has|have|had|fue)\w.*",
    re.DOTALL,
)
_SPEECH = re.compile(r"\b(?:said|says|told|added|warned|admitted|admits|argued)\b")
_AUTHOR_IS = re.compile(
    r"(?:the (?:author|writer)s?|l['’]auteure?|les auteurs|der autor|die autorin|el autor|la autora)\b"
    r".{0,40}?\b(?:is|are|was|were|est|sont|ist|es)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"(?P<who>[^,.;:]{4,60})['’]s? (?:[a-z]+ )?(?:columns?|blog|newsletter|podcast) "
    r"(?:appears?|runs?|is published|comes out)\b"
)
"""'Jane Doe's column appears on Thursdays.'"""
_ABOUT = re.compile(r"(?:About|À propos de|Über|Sobre|Acerca de|Over)\s+(?=[A-ZÀ-Þ])")
_DIGITS = re.compile(r"\s[-|]?\s?\d.*")
_LONGEST_REST = 12  # words of a byline after its names: 'Science Editor, Geneva'
_LONGEST_APPOSITION = 90  # characters between a name and its verb
_HEAD = 3  # a note on the author may open a text: one of its first paragraphs
_TAIL = 6  # or close it
_PARAGRAPH = 15  # words; such a paragraph behind a note shows that the article goes on
_LONGEST_HEADING = 11  # words of a heading that is a name with a role


def byline(text: str) -> tuple[str, ...]:
    """The names in 'By Jane Doe and John Roe, Geneva'; none if it is no byline."""
    found = _BY.match(text)
    return tuple(names.small(name) for name in _named(_DIGITS.split(text[found.end() :])[0])) if found else ()


def is_role(text: str) -> bool:
    """Whether a line begins with what people are: 'Minister for Transport', 'Senior Editor'."""
    found = _role().search(text)
    return bool(found) and len(text[: found.start()].split()) <= 1 if found else False


def begins_byline(text: str) -> bool:
    """Whether a line begins like a byline, whosesoever: 'By Courier Staff'."""
    return bool(_BY.match(text))


def bare_byline(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but names, and perhaps what they are: 'Jane Doe, Science Editor'."""
    return () if text[-1:] in ".!?" or ":" in text or _DIGITS.search(text) else _named(text)


def _named(text: str) -> tuple[str, ...]:
    """The names that a line begins with, if little stands behind them."""
    head = _REST.split(text, maxsplit=1)[0]
    found = names.names(head.replace(" AND ", " and "))
    return found if found and len(text.split()) <= _LONGEST_REST + len(" ".join(found).split()) else ()


@cache
def _role() -> re.Pattern[str]:
    """A word for what people on the pages of papers and institutes do; its plural too."""
    return re.compile(rf"\b(?:{'|'.join(load('people-roles'))})s?\b", re.IGNORECASE)


def biographies(blocks: Sequence[Block], open_: Sequence[int]) -> dict[int, str]:
    """Which of the blocks still open are notes on the authors.

    Three forms: a section under the author's name, a section 'About the author', a lone paragraph
    'Jane Doe is a professor of …' at the edge of the text about somebody whom the article does not speak of.
    """
    found = _sections(blocks, open_)
    rest = [at for at in open_ if at not in found and blocks[at].kind != "heading"]
    article = " ".join(plain(blocks[at].text) for at in rest if not bare_byline(blocks[at].text))
    told = {at for at in _edges(blocks, rest) if is_biography(blocks[at].text, article)}
    closing = set(takewhile(lambda at: at in told or len(blocks[at].text.split()) < _PARAGRAPH, reversed(rest)))
    return found | {at: BIOGRAPHY for at in sorted(told) if at in closing or at in rest[:_HEAD] or blocks[at].italic}


def _edges(blocks: Sequence[Block], rest: Sequence[int]) -> list[int]:
    """The first and last paragraphs, and those in italics."""
    return [at for place, at in enumerate(rest) if place < _HEAD or place >= len(rest) - _TAIL or blocks[at].italic]


def biography_names(text: str) -> tuple[str, ...]:
    """Whom a biography is about; none where it names nobody in full."""
    return _subjects(text) or bare_byline(text)


def _subjects(text: str) -> tuple[str, ...]:
    """Who is spoken of in 'Jane Doe, a historian, is …'; none if the text does not begin so."""
    verb = _AM.search(text[:240])
    if not verb:
        return ()
    head, _, apposition = text[: verb.start()].partition(", ")
    if apposition.endswith(",") and len(apposition) < _LONGEST_APPOSITION and names.only_names(head):
        return names.only_names(head)
    return names.only_names(text[: verb.start()])


def _sections(blocks: Sequence[Block], open_: Sequence[int]) -> dict[int, str]:
    """Headings that are names, or 'About the author', with all that stands under them."""
    found: dict[int, str] = {}
    under = ""
    for place, at in enumerate(open_):
        block = blocks[at]
        after = [blocks[i].text for i in open_[place + 1 : place + 2]]
        if _is_about(block.text) and 2 * place > len(open_):
            under = "about"
        elif _is_name_heading(block, after):
            under = block.text
        elif block.kind == "heading":
            under = ""
        if under:
            found[at] = BIOGRAPHY
    return found


def _is_about(text: str) -> bool:
    """'About the author', 'About Jane Doe'."""
    line = plain(text).strip(" :.")
    named = _ABOUT.match(line)
    return knows("people-about", line) or bool(named and names.is_name(line[named.end() :]))


def _is_name_heading(block: Block, after: list[str]) -> bool:
    """Whether this is a name, and the paragraph under it says what its bearer is."""
    name = block.text.split(",")[0]
    if not after or len(block.text.split()) > _LONGEST_HEADING or not bare_byline(block.text):
        return False
    verb = _AM.search(after[0][:240])
    subject = names.small(after[0][: verb.start()].split(",")[0]) if verb else ""
    short = {name, *(part for part in name.split() if len(part) > 2), "She", "He", "They"}
    return subject.split(". ")[-1] in short and bool(_role().search(after[0]))


def is_biography(text: str, article: str) -> bool:
    """Whether a paragraph says who somebody is of whom the article does not speak."""
    opening = text[:240]
    column = _COLUMN.match(opening)
    if column and names.only_names(column["who"]):
        return True
    if not _role().search(opening):
        return False
    if _AUTHOR_IS.match(opening):
        return True
    verb = _AM.search(opening)
    if not verb or _SPEECH.search(text) or not _ROLE_FOLLOWS.match(text[verb.start() :].lstrip()):
        return False
    who = _subjects(text)
    return bool(who) and all(article.count(plain(name)) <= 1 for name in who) and _unmentioned(who, article, text)


def _unmentioned(who: Sequence[str], article: str, text: str) -> bool:
    """Whether the article speaks of none of them by surname outside this paragraph."""
    elsewhere = article.replace(plain(text), " ")
    return not any(re.search(rf"\b{re.escape(plain(name).split()[-1])}\b", elsewhere) for name in who)


def staff_line(text: str) -> str:
    """The organisation of 'Edited by Jane Doe, Senior Editor, Example House'; empty if it names none."""
    parts = [part.strip(" .") for part in text.split(",")]
    return parts[-1] if len(parts) >= 3 and parts[-1][:1].isupper() else ""
