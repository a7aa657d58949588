"""What frames a pack: title, central question, bottom line, what to remember, what to discuss."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from briefpack.compose.select.claims import alike, thin, title_of
from briefpack.compose.select.introduction import house
from briefpack.compose.select.matters import matters
from briefpack.compose.select.sides import country
from briefpack.compose.select.statements import Statement, fitted, fleeting, sound, statement, unsaid
from briefpack.compose.select.stock import BESIDE, LONGEST_SIDE, Stock
from briefpack.compose.select.subjects import common
from briefpack.compose.select.topics import about, headlined, topics
from briefpack.compose.wording import capital, dated, listed, number
from briefpack.messages import ours, phrase, say, tongue
from briefpack.model import Brief, Point, Question, Ref
from briefpack.questions import documents
from briefpack.text import alone, titles
from briefpack.text.sentences import split

_BOTTOM = 45
"""Words of a bottom line (DESIGN.md, BLUF)."""
_PILLAR = 30
_PILLARS = 3
_PROMPT = 24
"""Words of a question on a slide."""
_TWO_LINES = 88
"""Characters of a question that stands large on two lines."""
_THREE_LINES = 108
"""Characters of a question that takes three lines in the smaller size."""
_TASKS = ("Write ", "Compare ", "Trace ", "Name ")
"""Openings of a task that is whole without the question after it."""
_LONG_PROMPT = 32
"""The same where there is none so short."""
_ASKS = 8
_STATED = ("denied", "doubt")
_FACTS = ("course", "teacher", "institution", "date")
_SUMS_UP = re.compile(r"^(?:sums up|concludes)")
_HEADED = re.compile(
    r"under '[^']*\b(?:conclusions?|summary|findings?|takeaways?|key (?:points|messages))\b", re.IGNORECASE
)
"""Reasons of points that say what a text comes to, the surest first."""


def frame(stock: Stock) -> dict[str, Any]:
    """Title, subtitle, facts and sources."""
    brief = stock.brief
    settings = dict(brief.settings)
    count = len(brief.sources)
    return {
        "title": title(brief),
        "label": ours(stock.audience.label),
        "audience": stock.audience.name,
        "minutes": stock.audience.minutes,
        "facts": [dated(settings[key]) if key == "date" else settings[key] for key in _FACTS if settings.get(key)],
        "years": _years(brief),
        "sources": [_source(brief, place) for place in range(count)],
    }


def title(brief: Brief) -> str:
    """The pack's own title; else a single source's; else what the sources share, counted."""
    borrowed = any(brief.title == source.title for source in brief.sources)
    if len(brief.sources) == 1 or (brief.title and not borrowed):
        return brief.title or brief.sources[0].title
    shared = listed([phrase(each) for each in _spoken_of(brief)])
    many = number(len(brief.sources))
    told = say("{subject}: what {number} sources say", subject=shared, number=many) if shared else ""
    return capital(told or say("what {number} sources say", number=many))


def _spoken_of(brief: Brief) -> list[str]:
    """What the sources share, as one or two phrases: what their headlines name, two countries, two matters, names."""
    shared = matters(brief)
    if named := headlined(brief)[:2]:
        heads = " ".join(source.title for source in brief.sources).lower()
        own = " ".join(named).lower().split()
        told = (each.said for each in shared if each.noun in heads and each.noun not in own)
        return [*named, *(said for said in told if said.endswith("s") or said.startswith("the "))][:2]
    names = topics(brief, names_only=True)[:2]
    if len(names) > 1 and all(map(country, names)):
        return names
    found = [matter.said for matter in shared[:2]]
    return sorted(found, key=lambda said: said.startswith("the ")) or topics(brief)[:2]


def question(stock: Stock, tensions: list[dict[str, Any]]) -> dict[str, Any]:
    """The central question, with the first two views of two sources that pull apart; all else is nothing to vote on."""
    tensions = [each for each in tensions if each["opposed"] and each["sources"] > 1]
    if given := stock.brief.question:
        shares = [(stock.related(given, _sides(tension)), -place) for place, tension in enumerate(tensions)]
        best = max(shares, default=(0.0, 0))
        return {"text": given, "tension": tensions[-best[1]] if best[0] else None}
    if not tensions:
        return {"text": _asked_of(stock.brief), "tension": None}
    first = tensions[0]
    if first["text"].endswith("?"):
        return {"text": first["text"], "tension": first}
    return {"text": _contested(first) or _asked_of(stock.brief), "tension": first}


def _contested(tension: dict[str, Any]) -> str:
    """A question that takes a conflict for granted, only where a source states one: a denial or a doubt."""
    if tension["kind"] not in _STATED or tension["sources"] < 2:
        return ""
    return say("{subject}: which account is better supported?", subject=capital(about(tension["text"])))


def _sides(tension: dict[str, Any]) -> str:
    return " ".join([tension["text"], *(side["line"]["text"] for side in tension["sides"])])


def bottomline(stock: Stock) -> Statement | None:
    """The statement that sums the sources up best."""
    lines = [(point, line) for point in stock.brief.points if point.refs and (line := _at_bottom(stock, point))]
    lines = [pair for pair in lines if pair[0].pinned or not stock.relays(pair[0])] or lines
    leads = stock.leads()
    if not lines:
        return None
    point, line = min(
        lines,
        key=lambda pair: (
            not pair[0].pinned,
            bool(tongue(pair[1]["text"])),
            stock.tells_event(pair[0]) and pair[0].refs[0] not in leads,
            _comes_to(pair[0], leads),
            thin(pair[1]),
        ),
    )
    if stock.topped:
        stock.shown.update(point.refs)
    return line


def _at_bottom(stock: Stock, point: Point) -> Statement | None:
    """The point as a bottom line; one that the editor pinned in any form that can stand large."""
    line = fitted(point, _BOTTOM)
    # whoever pinned two sentences wants both: 'Taking cars off it will not change that.' has its answer before it
    states = line and titles.claims(split(line["text"])[0] if point.pinned else line["text"])
    if line and states and not fleeting(line["text"]) and (point.pinned or titles.names_all(line["text"])):
        return line
    return title_of(stock, point) if point.pinned else None


def bearing(stock: Stock, follows: Statement | None, line: Statement) -> Statement | None:
    """What follows, where it is drawn from the bottom line: by the same source, or by another on the same matter."""
    if not follows:
        return None
    own = {ref.source for ref in stock.refs(line)} & {ref.source for ref in stock.refs(follows)}
    return follows if own or stock.related(line["text"], follows["text"]) else None


def _comes_to(point: Point, leads: frozenset[Ref]) -> int:
    """0 for what sums a text up, 1 for what its findings say or a report opens with, 2 for the rest."""
    if _SUMS_UP.search(point.reason):
        return 0
    return 1 if point.refs[0] in leads or (_HEADED.search(point.reason) and not point.voiced) else 2


def pillars(stock: Stock, line: Statement, claims: list[dict[str, Any]]) -> list[Statement]:
    """Up to three statements to stand under the bottom line: what visibly bears on it, then from several sources.

    Claims come before points.
    """
    found: list[Statement] = []
    sources: set[str] = set()
    leads = [claim["title"] for claim in claims]
    known = [point for point in stock.brief.points if point.refs and not stock.relays(point)]
    told = [each for point in known if (each := fitted(point, _PILLAR))]
    points = [
        each for each in told if not stock.shows(each) and titles.claims(each["text"]) and not fleeting(each["text"])
    ]
    row = [each for each in leads if len(each["text"].split()) <= _PILLAR] + points
    near = [_bears(line, each) for each in row]
    for bears, fresh in ((True, True), (True, False), (False, True), (False, False)):
        for each, bearing_on in zip(row, near, strict=True):
            source = stock.refs(each)[0].source
            fits = bears == bearing_on and fresh == (source not in sources)
            if len(found) < _PILLARS and fits and not _alike(each, (line, *found)):
                found.append(_pillar(stock, each, source))
                sources.add(source)
    return found


def _bears(line: Statement, other: Statement) -> bool:
    """Whether a reader sees that two statements are on one thing: a subject, be it a country, that both name."""
    return bool(common(line["text"], other["text"]))


def _alike(one: Statement, others: Iterable[Statement]) -> bool:
    return any(alike(one, other) for other in others)


def _pillar(stock: Stock, line: Statement, source: str) -> Statement:
    """A statement under the name of its source; a voice of the same name is not printed twice."""
    name = stock.names[source]
    return {**line, "heading": capital(name), "label": "" if line["label"] == name else line["label"]}


def asked(question: Question) -> dict[str, Any]:
    """A question as the templates see it."""
    return {
        "prompt": question.prompt,
        "skill": question.skill,
        "level": question.level,
        "phase": question.phase,
        "minutes": question.minutes,
        "skeleton": question.skeleton,
        "refs": [ref.citation for ref in question.refs],
        "look_fors": [statement(line.text, line.refs, line.label, line.detail) for line in question.look_fors],
    }


def discussion(stock: Stock, questions: tuple[Question, ...]) -> dict[str, Any] | None:
    """A question that a title holds, with statements of the passages that it rests on; one on a tension first."""
    found: list[dict[str, Any]] = []
    apart = (tension for tension in stock.brief.tensions if tension.kind not in BESIDE)
    disputed = {ref.citation for tension in apart for ref in tension.refs}
    for one in sorted(questions, key=_talkable):
        lines = _evidence(stock, one)
        for title, rest in _worded(stock, one) if lines else ():
            if len(title.split()) <= _LONG_PROMPT:
                found.append({**asked(one), "prompt": title, "rest": rest, "lines": lines[:3]})
    asked_before = stock.brief.question  # its slide comes first; two slides of one title look like two halves
    return min(found, key=lambda one: (one["prompt"] == asked_before, *_fit(one, disputed)), default=None)


def _worded(stock: Stock, one: Question) -> Iterator[tuple[str, str]]:
    """The wordings of a question, each with what it asks for besides; then the same with shorter names."""
    parted = [_parted(prompt) for prompt in (one.prompt, *one.shorter)]
    yield from parted
    yield from ((_briefly(stock, title), rest) for title, rest in parted if len(title) > _THREE_LINES)


def _briefly(stock: Stock, title: str) -> str:
    """'NOAA' for its whole name, 'the Valley Herald' for its 'report', 'Ruiz' for 'the report by Ruiz'."""
    sources = stock.brief.sources
    for name, short in documents.briefly(sources, lambda name: house(name, sources)).items():
        title = title.replace(name, short)
    for body in stock.brief.organisations:
        initials = next((aka for aka in body.aka if aka.isupper() and " " not in aka), "")
        for name in (body.name, *body.aka) if initials else ():
            title = title.replace(f"the {name}", initials) if " " in name else title
    return title


def _fit(one: dict[str, Any], disputed: set[str]) -> tuple[int, ...]:
    """What a title of two lines holds first, then what sources differ on, with two statements, set large, on two."""
    sources = {ref.split(",")[0] for ref in one["refs"]}
    passing = len({ref.split(",")[0] for ref in disputed.intersection(one["refs"])}) < 2
    size = len(one["prompt"])
    small = size > _TWO_LINES or len(one["prompt"].split()) > _PROMPT
    over = max(0, size - _THREE_LINES)
    return over, passing, len(one["lines"]) < 2, small, len(sources) < 2


def _parted(prompt: str) -> tuple[str, str]:
    """The question, and what it asks for besides: 'Explain what each name brings to mind.'"""
    first, *rest = split(prompt)
    asks = first.endswith("?") or first.startswith(_TASKS)
    asks = asks and len(first.split()) >= _ASKS
    return (first, " ".join(rest)) if asks else (prompt, "")


def _talkable(one: Question) -> tuple[bool, bool, int]:
    """On several sources, then from the core of the lesson, then the shortest."""
    return len({ref.source for ref in one.refs}) < 2, one.phase != "core", len(one.prompt.split())


def _evidence(stock: Stock, one: Question) -> list[Statement]:
    """What the pack says in the passages of a question: points first, then sides of tensions."""
    anchor, found = set(one.refs), []
    for point in stock.brief.points:
        line = fitted(point, stock.audience.line_words) if anchor & set(point.refs) else None
        if line:
            found.append({**line, "label": line["label"] or unsaid(stock.names[point.refs[0].source], line["text"])})
    for side in (side for tension in stock.brief.tensions for side in tension.sides):
        fits = len(side.text.split()) <= LONGEST_SIDE and not alone.leans(side.text)
        if fits and anchor & set(side.refs) and (said := sound(alone.unconnected(side.text))):
            found.append(statement(said, side.refs, unsaid(side.voice, said) or stock.names[side.source]))
    return [line for at, line in enumerate(found) if not any(alike(line, other) for other in found[:at])]


def _asked_of(brief: Brief) -> str:
    shared = listed([phrase(each) for each in _spoken_of(brief)])
    if len(brief.sources) == 1:
        return say("What does “{title}” say, and on what grounds?", title=brief.sources[0].title)
    many = number(len(brief.sources))
    if not shared:
        return say("What do the {number} sources say, and where do they differ?", number=many)
    return say(
        "What do the {number} sources say about {subject}, and where do they differ?", number=many, subject=shared
    )


def _source(brief: Brief, place: int) -> dict[str, Any]:
    source = brief.sources[place]
    return {
        "key": source.key,
        "number": place + 1,
        "name": source.name,
        "title": source.title,
        "published": dated(source.published) if source.published else "",
    }


def _years(brief: Brief) -> str:
    """'2024' or '2024 to 2025': when the sources were printed, where all of them say so."""
    years = sorted(source.published[:4] for source in brief.sources if source.published)
    if not years or len(years) < len(brief.sources):
        return ""
    return years[0] if years[0] == years[-1] else say("{first} and {last}", first=years[0], last=years[-1])
