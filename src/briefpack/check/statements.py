"""Is a statement true to its passages? Gates P1 to P3, P5 and P8 of the rubrics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from briefpack.messages import MONTHS
from briefpack.model import Brief, Line, Notice, Source
from briefpack.text.plain import plain

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NUMBERED = re.compile(r"\b[Ss]ource \d+\b")
"""'Source 2' is the program's own name for a source that has none."""
_NAME = re.compile(r"(?<![.!?:'\"] )(?<!^)\b[A-Z][a-zà-ÿ]{2,}(?:-[A-Z][a-z]+)*\b")
_DANGLING = re.compile(
    r"(this|these|those|he|she|it|they|his|her|their|its|such|the latter|the former)\b"
    r"(?! (is|was|has been|will be|would be|remains) (\w+ )?(that|to|not|clear|likely|unlikely|possible|unclear))",
    re.IGNORECASE,
)
_HEDGES = frozenset(
    "could may might would should likely unlikely possibly perhaps probably reportedly allegedly apparently seems seem "
    "appears appear suggests suggest not no never neither nor hardly barely without nearly almost about around roughly "
    "approximately estimated alleged claimed expected".split()
)
_TURNING = re.compile(r"(?:'t\b|(?:,? )(?:not|never|no|neither|nor|nothing|nobody|unless|except|only if|if|hardly)\b)")
"""What a quotation may not end before, since it says otherwise without it."""
_WORD = re.compile(r"[\w'’-]+")
_FACTS = frozenset({"byline", "date line", "dateline", "masthead", "imprint"})
"""Why a line was dropped that says who wrote an article, where and when: products print that too."""
_SHORTEST_FURNITURE = 4
"""Words of a dropped line below which its presence proves nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What statements are held against, looked up once."""

    passages: dict[str, str]
    """Plain text by reference, 'globe 7.2'."""
    paragraphs: dict[str, str]
    """The same by paragraph, 'globe 7', with the heading it stands under."""
    names: str
    """What is known beside the passages: titles, authors, publishers and dates of the sources, people, bodies."""
    dropped: tuple[str, ...]
    """Lines that were taken out, if long enough to prove anything."""


def evidence(brief: Brief) -> Evidence:
    """The evidence of a brief."""
    passages = {str(p.ref): plain(p.text) for source in brief.sources for p in source.passages}
    paragraphs: dict[str, str] = {}
    for source in brief.sources:
        for p in source.passages:
            key = str(p.ref).rsplit(".", 1)[0]
            paragraphs[key] = f"{paragraphs.get(key, plain(p.heading))} {plain(p.text)}".strip()
    known = (" ".join((s.title, s.name, *s.authors, s.publisher or "", _date(s))) for s in brief.sources)
    people = (f"{p.name} {p.role} {p.group}" for p in brief.people)
    bodies = (f"{o.name} {' '.join(o.aka)}" for o in brief.organisations)
    names = plain(" ".join((*known, *people, *bodies)))
    lines = ((line.text, line.why) for source in brief.sources for line in source.dropped)
    return Evidence(passages, paragraphs, names, furniture(lines))


def furniture(lines: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Of the dropped lines (text, why) those that may stand in no product; a byline's name may."""
    return tuple(plain(text) for text, why in lines if len(text.split()) >= _SHORTEST_FURNITURE and why not in _FACTS)


def problems(line: Line, held: Evidence, *, quote: bool = False, title: bool = False) -> Iterator[Notice]:
    """What is wrong with a statement: no notice for a good one. Hard gates have hard=True."""
    text = plain(line.text)
    yield from _furniture(text, held)
    if not line.refs:
        return
    missing = [str(ref) for ref in line.refs if str(ref) not in held.passages]
    if missing:
        yield Notice(f"cites {', '.join(missing)}, which is in no document: {_start(text)}", gate="P1", hard=True)
        return
    cited = " ".join(held.passages[str(ref)] for ref in line.refs)
    around = " ".join(held.paragraphs[str(ref).rsplit(".", 1)[0]] for ref in line.refs)
    if quote:
        yield from _verbatim(text, cited)
        return
    yield from _numbers(text, cited, around, held)
    yield from _names(text, around, held)
    yield from _hedges(text, (held.passages[str(ref)] for ref in line.refs))
    if title or not line.label:
        yield from _alone(text)


def _date(source: Source) -> str:
    """A source's date in the forms that products print: 2024-05-23 gives '2024 5 23 May'."""
    parts = (source.published or "").split("-")
    month = MONTHS[int(parts[1]) - 1] if len(parts) > 1 and parts[1].isdigit() and 0 < int(parts[1]) < 13 else ""
    return " ".join((*parts, *(part.lstrip("0") for part in parts), month, month[:3]))


def _furniture(text: str, held: Evidence) -> Iterator[Notice]:
    for dropped in held.dropped:
        if dropped in text and not any(dropped in passage for passage in held.passages.values()):
            yield Notice(f"holds a line that is not part of an article: {dropped[:60]}", gate="P3", hard=True)


def is_verbatim(text: str, passages: Iterable[str]) -> bool:
    """Whether a quotation says what its passages say; what stands in square brackets may be anybody's.

    It is made of whole words, and ends before no word that turns it: 'We should' is not said in 'We should not pay'.
    """
    cited = " ".join(map(plain, passages))
    pieces = [piece.strip(" .,;'\"") for piece in re.split(r"\[[^\]]*\]", plain(text))]
    return any(pieces) and all(_stands(piece, cited) for piece in pieces if piece)


def _stands(piece: str, cited: str) -> bool:
    found = (cited[one.end() :] for one in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", cited))
    return any(not _TURNING.match(rest) for rest in found)


def _verbatim(text: str, cited: str) -> Iterator[Notice]:
    if not is_verbatim(text, [cited]):
        yield Notice(f"is not verbatim in the passage that it cites: {_start(text)}", gate="P2", hard=True)


def _numbers(text: str, cited: str, around: str, held: Evidence) -> Iterator[Notice]:
    for number in _NUMBER.findall(_NUMBERED.sub("", text)):
        if number not in cited and number not in around and number not in held.names:
            yield Notice(f"has the number {number}, which its passage lacks: {_start(text)}", gate="P2", hard=True)


def _names(text: str, around: str, held: Evidence) -> Iterator[Notice]:
    for name in _NAME.findall(text):
        if name not in around and name not in held.names and name.upper() not in held.names:
            yield Notice(f"names {name}, whom its passage does not: {_start(text)}", gate="P2", hard=True)


def _hedges(text: str, passages: Iterable[str]) -> Iterator[Notice]:
    """A hedge or a negation between two words that stand side by side in the statement was cut out."""
    said = [word.lower() for word in _WORD.findall(text)]
    pairs = set(pairwise(said))
    for passage in passages:
        words = [word.lower() for word in _WORD.findall(passage)]
        for before, hedge, after in zip(words, words[1:], words[2:], strict=False):
            if hedge in _HEDGES and (before, after) in pairs and hedge not in said:
                yield Notice(f"lost the word {hedge!r} of its passage: {_start(text)}", gate="P5", hard=True)


def _alone(text: str) -> Iterator[Notice]:
    if _DANGLING.match(text):
        yield Notice(f"does not stand alone: {_start(text)}", gate="P8", hard=True)


def _start(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:67].rsplit(' ', 1)[0]} …"
