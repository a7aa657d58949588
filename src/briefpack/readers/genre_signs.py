"""Signs of a text's genre in its own words: releases, decrees, datelines, urging, attributions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from briefpack.model import Dropped
from briefpack.readers.blocks import Block
from briefpack.readers.clean import Sifted
from briefpack.readers.passages import without_number
from briefpack.readers.people import BIOGRAPHY
from briefpack.text import first_person, talks
from briefpack.text.lists import load
from briefpack.text.plain import plain
from briefpack.text.sentences import split
from briefpack.text.tense import has_verb

_QUOTED = re.compile(r"\"[^\"]{0,2000}\"")
_TURN = re.compile(r"^(?:Q|A|[A-Z]{2,}(?: [A-Z]{2,})?)\s?:\s", re.MULTILINE)
_DAY = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi)\b"
)
_MINUTES = re.compile(
    r"(?:(?:draft|confirmed|unconfirmed|approved) )?minutes(?: of .{3,120}|:.*|,.*)?$|"
    r"(?:[A-Z][\w'-]* ){1,5}minutes(?:[ ,:–—-]*\d.*)?$",
    re.IGNORECASE,
)
_SITS = re.compile(
    r"\b(?:meeting|sitting|session|council|committee|board|assembly|senate|court)(?: (?:of|for|on|held|in|at"
    r"|minutes|[–—-]) |,|:|$)",
    re.IGNORECASE,
)
_HEAD = 5  # blocks at a text's start in which a house names itself
_LONGEST_HEAD = 14  # words
_LEAST_HEADINGS = 2
_LEAST_QUESTIONS = 3
_LEAST_URGES = 2
_LEAST_FIRST_PERSONS = 3
_LEAST_DECREES = 2
_LEAST_SAID = 4  # attributed statements of a report
_SAID_SHARE = 0.2  # of its sentences


@dataclass(frozen=True, slots=True)
class Looks:
    """What the signs are looked for in; all with plain quotation marks."""

    title: str
    head: tuple[str, ...]
    """The short lines that the text begins with."""
    headings: tuple[str, ...]
    own: str
    """The article without what stands in quotation marks."""
    sentences: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    publisher: str
    signed: bool
    talk: bool
    """Whether questions and answers stand in it by turns: the first person is whoever answers."""


def look(sifted: Sifted, publisher: str, authors: tuple[str, ...]) -> Looks:
    """A cleaned document as its signs are read."""
    lines = [plain(block.text) for block in sifted.kept]
    imprints = [plain(line.text) for line in sifted.dropped if line.why in ("imprint", "masthead", "section label")]
    return Looks(
        title=plain(sifted.title),
        head=tuple(line for line in [*imprints, *lines[:_HEAD]] if len(line.split()) <= _LONGEST_HEAD),
        headings=tuple(plain(block.text) for block in sifted.kept if block.kind == "heading"),
        own=_QUOTED.sub(" ", "\n".join(lines)),
        sentences=tuple(sentence for line in lines for sentence in split(line)),
        dropped=sifted.dropped,
        publisher=publisher,
        signed=bool(authors) or any(line.why == BIOGRAPHY for line in sifted.dropped),
        talk=bool(talks.turns(_under_headings(sifted.kept))),
    )


def _under_headings(blocks: Sequence[Block]) -> list[tuple[str, str]]:
    """The paragraphs without captions, each with the heading over it, as the passages will have them."""
    found: list[tuple[str, str]] = []
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = without_number(block.text)
        elif block.kind != "caption":
            found.append((heading, block.text))
    return found


def read(looks: Looks) -> tuple[str, str] | None:
    """The genre that the first sign speaks for, and that sign in words."""
    signs = (row for row in _SIGNS if row[0] == "official" or not looks.talk)
    return next(((genre, why) for genre, sign in signs if (why := sign(looks))), None)


def _is_release(looks: Looks) -> str:
    found = any(_says("genre-release", line.text) for line in looks.dropped)
    return "it reads as a press release" if found else ""


def _is_statement(looks: Looks) -> str:
    named = next(
        (found[0] for line in (looks.title, *looks.head) if (found := _starts("genre-statements").match(line))), ""
    )
    return f"it calls itself '{named.strip()}'" if named else ""


def _are_minutes(looks: Looks) -> str:
    """'Minutes of the annual meeting of the Board'; not 'Minutes of the bank show a split'."""
    line = looks.title if _MINUTES.match(looks.title) else ""
    return f"it calls itself '{line}'" if line and _SITS.search(line) and not has_verb(line) else ""


def _is_decree(looks: Looks) -> str:
    found = {match[0].lower() for match in _any_of("genre-decrees").finditer(looks.own)}
    return f"it has the words of a decree: '{min(found)}'" if len(found) >= _LEAST_DECREES else ""


def _is_authority(looks: Looks) -> str:
    if _says("genre-houses-official", looks.publisher):
        return "published by an authority"
    over = next((line for line in looks.head if not line.endswith((".", "?")) and _begins_authority(line)), "")
    return f"an authority stands over it: '{over}'" if over and not looks.signed else ""


def _begins_authority(line: str) -> bool:
    return (
        line[:1].isupper()
        and _says("genre-houses-official", line)
        and all(word[0].isupper() or len(word) < 4 for word in re.findall(r"[^\W\d_]+", line))
    )


def _is_agency_news(looks: Looks) -> str:
    reasons = {line.why for line in looks.dropped}
    if "agency line" in reasons:
        return "it carries a news agency's line"
    return "it opens with a dateline" if "dateline" in reasons else ""


def _is_editorial(looks: Looks) -> str:
    found = _any_of("genre-editorial").search(looks.own)
    return f"unsigned, it speaks for its paper: '{found[0]}'" if found and not looks.signed else ""


def _argues(looks: Looks) -> str:
    """Whether a signed text urges at least twice, outside quotation marks, or its author speaks and judges."""
    urges = _any_of("genre-opinion").findall(looks.own)
    if not looks.signed or _TURN.search(looks.own):
        return ""
    if len(urges) >= _LEAST_URGES:
        return "it speaks for its author"
    first = first_person.count(looks.own) >= _LEAST_FIRST_PERSONS
    judges = _any_of("genre-judging").search(looks.own)
    return f"its author speaks in the first person and judges: '{judges[0]}'" if first and judges else ""


def _explains(looks: Looks) -> str:
    if _starts("genre-explainer").search(looks.title):
        return "its title explains"
    asked = [heading for heading in looks.headings if heading.endswith("?")]
    if len(asked) >= _LEAST_QUESTIONS and 2 * len(asked) > len(looks.headings) and not first_person.stands(looks.own):
        return f"its headings are questions: '{asked[0]}'"
    found = _any_of("genre-explaining").search(looks.own)
    return f"it says what to know: '{found[0]}'" if found else ""


def _analyses(looks: Looks) -> str:
    known = {heading.lower().strip(" :.") for heading in looks.headings} & set(load("genre-headings-analysis"))
    if len(known) >= _LEAST_HEADINGS:
        return "its headings are those of an analysis"
    house = next((line for line in looks.head if _says("genre-houses-analysis", line)), "")
    return f"an institute's, with its '{min(known).capitalize()}'" if house and known else ""


def _is_institutes(looks: Looks) -> str:
    return "published by an institute" if _says("genre-houses-analysis", looks.publisher) else ""


def _reports(looks: Looks) -> str:
    """A report tells what others said, and when; it neither urges nor says 'I'."""
    said = sum(bool(_any_of("genre-attributions").search(sentence)) for sentence in looks.sentences)
    dense = said >= _LEAST_SAID and said >= _SAID_SHARE * len(looks.sentences)
    if not dense or not _DAY.search(looks.own):
        return ""
    if first_person.stands(looks.own) or _any_of("genre-opinion").search(looks.own) or _TURN.search(looks.own):
        return ""
    return f"it reports what others said: {said} of {len(looks.sentences)} sentences give a source"


_SIGNS: Sequence[tuple[str, Callable[[Looks], str]]] = (
    ("official", _is_release),
    ("official", _is_statement),
    ("official", _are_minutes),
    ("official", _is_decree),
    ("official", _is_authority),
    ("news", _is_agency_news),
    ("editorial", _is_editorial),
    ("explainer", _explains),
    ("analysis", _analyses),
    ("opinion", _argues),
    ("analysis", _is_institutes),
    ("news", _reports),
)


def _says(name: str, text: str) -> bool:
    return bool(_any_of(name).search(plain(text)))


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """Any entry of a list, anywhere in a text, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(entry) for entry in load(name))})(?!\w)", re.IGNORECASE)


@cache
def _starts(name: str) -> re.Pattern[str]:
    """Any entry of a list at a text's start; '*' stands for a few words."""
    forms = (re.escape(entry).replace(r"\*", r"[^.!?]{1,80}?") for entry in load(name))
    return re.compile(rf"(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
