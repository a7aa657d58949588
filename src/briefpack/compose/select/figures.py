"""The number of a deck: one figure, and what to ask of it."""

from __future__ import annotations

import re
from typing import Any

from briefpack.compose.select.statements import Statement, dangles, fitting, statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import capital, dated
from briefpack.messages import noted, quoted, say
from briefpack.model import Figure, Source
from briefpack.text import alone, names

_WEAK = re.compile(r"\d+(?:st|nd|rd|th)|[a-z]+-(?:day|week|month|year|hour)|\d{4}|[a-z]+", re.I)
"""'75th', 'four-day', '2024', 'three': numbers that nobody needs to weigh."""
_SMALL = re.compile(r"\d{1,2}(?: of \d{1,2})?")
_POINTING = ("its ", "their ", "his ", "her ", "this ", "these ", "that ")
"""'According to their records': whose, stands further up."""
_FIRST = 4
"""Points that are surely claims."""
_WHOLE = 32
_LETTERS = 6.6
"""Characters of a title for each word that it may have."""
_LONG = 45
_REPORTED = re.compile(
    r"\b(?:data|figures?|stud(?:y|ies)|surveys?|polls?|reports?|reported|estimated|estimates?|records?|statistics|count|shows?"
    r"|found|put|puts|thought|according|accounts?|own|auditors?|research(?:ers)?|analysis)\b|[“\"«]",
    re.IGNORECASE,
)
"""'customs data show', 'by the port's own count': somebody counted, and it is not the writer."""
LOOK = noted("Look in the passage: it reports what somebody says.")
ITSELF = noted("The text itself: its sentence names nobody else.")
SILENT = noted("The source does not say.")


def vouched(stock: Stock) -> dict[str, Any] | None:
    """The first figure that somebody vouches for, outside the first points: its passage is taken, no claim tells it."""
    made = next(
        (_slide(stock, one) for one in _fit(stock) if one.pinned or (one.whose and not _leads(stock, one))), None
    )
    stock.shown.update(ref for each in (made["ask"] if made else ()) for ref in stock.refs(each))
    return made


def number(stock: Stock, taken: dict[str, Any] | None) -> dict[str, Any] | None:
    """The number that was taken before; else the first figure that says what it counts and is on no slide yet."""
    return taken or next((_slide(stock, one) for one in _fit(stock)), None)


def _fit(stock: Stock) -> list[Figure]:
    """Figures that no slide shows, those that say what they count in two words or more first."""
    fit = [one for one in stock.brief.figures if _matters(one) and not set(one.refs) & stock.shown]
    return sorted(fit, key=lambda one: (not one.pinned, not one.whose, len(one.counts.split()) < 2))


def _slide(stock: Stock, figure: Figure) -> dict[str, Any]:
    source = next(each for each in stock.brief.sources if each.key == figure.refs[0].source)
    title = _title(stock, figure)
    bare = title and figure.whose
    return {
        "title": title,
        "line": statement("", figure.refs, figure.value, called(figure)) if bare else line(figure, whole=not title),
        "ask": _asked(stock, figure, source),
        "follows": _follows(stock, figure),
        "passage": _passage(stock, figure, title),
        "source": source.name,
    }


def _title(stock: Stock, figure: Figure) -> Statement | None:
    """The figure's sentence where it makes a title that does not lean, holds the number, and is on no other slide."""
    found = (
        None
        if dangles(figure.text) or alone.leans(figure.text) or set(figure.refs) & stock.shown
        else fitting(figure.text, figure.refs, stock.audience.title_words)
    )
    if not found or figure.value not in found[0] or len(found[0]) > _LETTERS * stock.audience.title_words:
        return None
    return statement(*found, "" if figure.whose else stock.voice(figure.refs[0].source))


def _matters(figure: Figure) -> bool:
    """Whether a slide of its own is no waste: no handful of things that nobody vouches for ('22 courts')."""
    return weighs(figure) and bool(figure.whose or not _SMALL.fullmatch(figure.value))


def _leads(stock: Stock, figure: Figure) -> bool:
    """Whether it stands in one of the first points: a claim says more with it than a number alone."""
    return any(set(figure.refs) & set(point.refs) for point in stock.brief.points[:_FIRST])


def weighs(figure: Figure) -> bool:
    """Whether it is worth a closer look: it says what it counts, and is no ordinal, year or small word.

    '38 million Peruvians' says how large a country is; nobody disputes that.
    """
    told = figure.counts and figure.refs and not figure.whose.lower().startswith(_POINTING)
    return bool(told) and not names.are_people(figure.counts) and not _WEAK.fullmatch(figure.value)


def line(figure: Figure, *, whole: bool = True) -> Statement:
    """A figure with what it counts, its hedge before that; with ``whole`` its sentence where that says too little."""
    short = whole and len(figure.counts.split()) < 2 and not dangles(figure.text)
    if short and (said := fitting(figure.text, figure.refs, _WHOLE)):
        return statement(*said, figure.value, called(figure))
    return statement(_counted(figure), figure.refs, figure.value, called(figure))


def _counted(figure: Figure) -> str:
    """'boats and crews (“at least”)': what is counted, then the hedge as the text has it."""
    return f"{figure.counts} ({quoted(figure.hedge.lower())})" if figure.hedge else figure.counts


def _asked(stock: Stock, figure: Figure, source: Source) -> list[Statement]:
    """Three questions with the source's own answers."""
    roles = {person.name: person.role for person in stock.brief.people}
    whose = ", ".join(part for part in (called(figure), roles.get(figure.whose, "")) if part)
    printed = (
        say("Published {date} ({source}).", date=dated(source.published), source=source.name)
        if source.published
        else say(SILENT)
    )
    return [
        statement(f"{whose}." if whose else _unnamed(stock, figure), figure.refs if whose else (), say("Who says so?")),
        statement(printed, figure.refs if source.published else (), say("When?")),
        statement(capital(_counted(figure)), figure.refs, say("Counting what?")),
    ]


def called(figure: Figure) -> str:
    """'The county' for 'county', as the sentence has it; a name as it is."""
    before = next((word for word in ("the", "a", "an") if f" {word} {figure.whose}" in f" {figure.text.lower()}"), "")
    return capital(f"{before} {figure.whose}".strip()) if figure.whose[:1].islower() else figure.whose


def _unnamed(stock: Stock, figure: Figure) -> str:
    """Nobody was found to give the number; a sentence that reports what somebody says is left to the reader."""
    return say(LOOK) if stock.reports(figure.text) or _REPORTED.search(figure.text) else say(ITSELF)


def _passage(stock: Stock, figure: Figure, title: Statement | None) -> Statement | None:
    """The sentence that the number stands in, where neither the title nor the line under the number gives it."""
    if title or dangles(figure.text) or line(figure)["text"] != _counted(figure):
        return None
    found = fitting(figure.text, figure.refs, _LONG)
    return statement(*found, "" if figure.whose else stock.voice(figure.refs[0].source)) if found else None


def _follows(stock: Stock, figure: Figure) -> list[Statement]:
    """What the next sentences of its paragraph say."""
    lines = [stock.fact(ref, stock.audience.line_words) for ref in stock.after(figure.refs[-1])[:3]]
    return [line for line in lines if line][:2]
