"""What a teaching set is made from: readings, terms, roles, what asks for care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefpack.compose.select.statements import Statement, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.select.teaching.care import care
from briefpack.compose.select.teaching.debate import debate
from briefpack.compose.select.teaching.excerpts import excerpts
from briefpack.compose.select.teaching.meeting import attacked, exercise, principal
from briefpack.compose.select.teaching.roles import cards
from briefpack.compose.wording import capital, dated, decimal, thousands
from briefpack.messages import say, spoken
from briefpack.model import Question, Source
from briefpack.questions.skeleton import VOICES

_START = 60
"""Words to begin a source with, in the reading set."""
_SHEET = 120
"""Words of a source on its sheet (rubrics, a teaching set)."""
_FEW = 3
"""Passages of a question that the excerpt should hold; one on more of them is on the whole text."""
_MEANING = 45
_LOOK_UP = 12
_FEWEST_TERMS = 3
_PLANNED = 2
_APART = 2
_LOOK_FORS = 2
_FOR_STUDENTS = {"debate": ("debate", "nothing on which two voices pull apart")}
_FOR_POLICY = {
    "attacked": ("red-team questions", "no judgement that somebody could hold the opposite of"),
    "exercise": ("tabletop exercise", "fewer than two dates to come and four in all, or fewer than three roles"),
}


def teaching(
    stock: Stock, found: Mapping[str, Any], sheets: Mapping[str, tuple[Question, ...]], asked: tuple[Question, ...]
) -> dict[str, Any]:
    """All that the teaching page may show."""
    readings = [_reading(stock, source, sheets.get(source.key, ())) for source in stock.brief.sources]
    readings = [reading for reading in readings if reading["excerpts"]]
    explained, unexplained = _explained(stock), _unexplained(stock)
    dealt = cards(stock)
    glossary = explained and len(explained) + len(unexplained) >= _FEWEST_TERMS
    return {
        "readings": readings,
        "answers": _answers(readings),
        "terms": explained if glossary else [],
        "lookup": unexplained if glossary else [],
        "cards": dealt,
        "skills": list(dict.fromkeys(question.skill for question in asked)),
        "ends": _ends(found),
        "care": care(stock),
        "planned": _planned(stock),
        "apart": _sides_apart(found),
        "debate": debate(stock),
        "principal": principal(stock, found, dealt),
        "attacked": attacked(stock, found),
        "exercise": exercise(found, dealt),
        "talk": _talk(asked),
    }


_FOR_VOICE = dict(zip(VOICES, (_FOR_STUDENTS, _FOR_POLICY), strict=True))
"""The parts that only one voice has."""


def missing(found: Mapping[str, Any], voice: str) -> list[tuple[str, str]]:
    """The parts that these documents do not give an audience of this voice, each with its reason."""
    reasons = {
        "readings": ("reading set and document sheets", "no passage to read"),
        "terms": ("glossary", "fewer than three terms, or none that is explained"),
        "cards": ("role cards", "fewer than three people or bodies with a role who say or do something"),
        "skills": ("rubric and exit ticket", "no question could be asked"),
        **_FOR_VOICE.get(voice, {}),
    }
    return [reason for kind, reason in reasons.items() if not found[kind]]


def _talk(asked: tuple[Question, ...]) -> dict[str, Any]:
    """One question for each phase of a talk, with its number: in the core one that stands on two sources first."""
    numbered = list(enumerate(asked, 1))
    found: dict[str, Any] = {}
    for phase in ("opening", "core", "closing"):
        fits = [(number, one) for number, one in numbered if one.phase == phase]
        fits.sort(key=lambda pair: (phase == "core" and len({ref.source for ref in pair[1].refs}) < 2, pair[0]))
        found[phase] = {"number": fits[0][0], **_asked(fits[0][1])} if fits else None
    return found


def _reading(stock: Stock, source: Source, questions: tuple[Question, ...]) -> dict[str, Any]:
    """A source with what is known of it, what to begin with, and its sheet."""
    length = sum(len(passage.text.split()) for passage in source.passages)
    anchors = {ref for question in questions for ref in question.refs[:2] if len(question.refs) < _FEW}
    return {
        "heading": source.name if source.title_derived else source.title,
        "key": source.key,
        "number": stock.brief.sources.index(source) + 1,
        "name": source.name,
        "authors": list(source.authors),
        "publisher": source.publisher or "",
        "published": dated(source.published or ""),
        "genre": source.genre or "",
        "reason": "" if spoken().translates else source.genre_reason,  # which the reader worded, in English
        "length": length,
        "words": thousands(length),
        "paragraphs": max((passage.ref.paragraph for passage in source.passages), default=0),
        "grade": decimal(f"{source.grade:.1f}") if source.grade is not None else "",
        "start": excerpts(stock, source.key, _START),
        "excerpts": excerpts(stock, source.key, _SHEET, anchors=anchors),
        "questions": [_asked(question) for question in sorted(questions, key=lambda one: one.skill != "sourcing")],
    }


def _asked(question: Question) -> dict[str, Any]:
    return {
        "line": statement(question.prompt, question.refs),
        "skill": question.skill,
        "look_fors": [statement(line.text, line.refs, line.label, line.detail) for line in question.look_fors],
    }


def _answers(readings: list[dict[str, Any]]) -> list[Statement]:
    """Two things to look for in each answer on the sheets, each said once."""
    found: dict[str, Statement] = {}
    for reading in readings:
        for number, question in enumerate(reading["questions"], 1):
            fresh = [line for line in question["look_fors"] if line["text"] not in found]
            for line in fresh[:_LOOK_FORS]:
                found[line["text"]] = {
                    **line,
                    "label": say("Sheet {sheet}, question {number}", sheet=reading["number"], number=number),
                }
    return list(found.values())


def _explained(stock: Stock) -> list[Statement]:
    terms = [term for term in stock.brief.terms if term.meaning and len(term.meaning.split()) <= _MEANING]
    spelled = {term.meaning.casefold() for term in terms}  # what stands in full as the meaning of its short form
    terms = [term for term in terms if term.term.casefold() not in spelled]
    lines = [statement(capital(term.meaning), term.refs[:2], capital(term.term)) for term in terms]
    return sorted(lines, key=lambda line: line["label"].casefold())


def _unexplained(stock: Stock) -> list[Statement]:
    spelled = {term.meaning.casefold() for term in stock.brief.terms}
    bare = [term for term in stock.brief.terms if not term.meaning and term.term.casefold() not in spelled]
    terms = bare[: dict(stock.audience.counts).get("look up", _LOOK_UP)]
    lines = [statement("", term.refs[:2], capital(term.term)) for term in terms]
    return sorted(lines, key=lambda line: line["label"].casefold())


def _ends(found: Mapping[str, Any]) -> list[str]:
    """The two views that a vote is between, where two sources pull apart on the question."""
    tension = found["question"]["tension"]
    return [side["heading"] for side in tension["sides"]] if tension else []


def _planned(stock: Stock) -> list[Statement]:
    """Events that were still to come when their source was written, the latest first."""
    events = [event for event in reversed(stock.brief.events) if event.planned and event.short and event.refs]
    return [statement(capital(event.short), event.refs[:1], dated(event.date)) for event in events[:_PLANNED]]


def _sides_apart(found: Mapping[str, Any]) -> list[Statement]:
    """Both sides of what the sources differ on most, each under its name."""
    apart = [tension for tension in found["tensions"] if not any(side["before"] for side in tension["sides"])]
    sides = [side for tension in apart[:1] for side in tension["sides"]]
    return [{**side["line"], "label": side["line"]["label"] or side["heading"]} for side in sides[:_APART]]
