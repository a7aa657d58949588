"""The products of an audience on a page: the summary, the questions without their key, the slides in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefpack.layout.flow import Flow
from briefpack.messages import noted, say
from briefpack.model import Block, Cited, Deck, Line, LineGroup, Question, QuestionSet, Slide, Summary
from briefpack.writers.html import flowing
from briefpack.writers.html.markup import bullets, folded, in_language, line, named, pairs, pointer, words
from briefpack.writers.html.markup import detail as after

Product = Deck | Summary | QuestionSet | Flow
_PAIRED = {"terms": "pairs", "people": "pairs", "timeline": "pairs dated", "watch": "pairs dated"}
"""Kinds of block whose lines are a label and what is said of it."""
_PHASES = {"opening": noted("Opening"), "core": noted("Core"), "closing": noted("Closing")}
_LOUD = ("lead", "question", "bottomline")
"""Kinds of block that stand in a card."""
_ON_PAPER = ("sources", "reading")
"""Kinds of block that explain the page itself; this page has its own."""


def shown(product: Product, sources: tuple[Cited, ...]) -> str:
    """One product, with its heading; a text that flows has only the numbers of its sources."""
    if isinstance(product, Summary):
        return _summary(product)
    if isinstance(product, Flow):
        return flowing.shown(product, sources)
    return _questions(product) if isinstance(product, QuestionSet) else _deck(product)


def _summary(summary: Summary) -> str:
    blocks = "".join(_block(block, summary) for block in summary.blocks if block.kind not in _ON_PAPER)
    return (
        f"<section{in_language(summary.language)}>\n<h3>{words(say('Summary'))}</h3>\n{blocks}</section>\n"
        if blocks
        else ""
    )


def _block(block: Block, summary: Summary) -> str:
    lines, sources, language = block.lines, summary.sources, summary.language
    if not lines:
        return ""
    heading = f"<h4>{words(block.heading)}</h4>\n" if block.heading else ""
    if block.kind in _LOUD:
        said = "".join(f'<p dir="auto">{line(one, sources, language)}</p>\n' for one in lines if one.text)
        return f'<div class="card">\n{heading}{said}</div>\n'
    if block.kind in _PAIRED and all(one.label for one in lines):
        return heading + _paired(lines, sources, language, _PAIRED[block.kind])
    return heading + bullets((line(one, sources, language) for one in lines), ordered=block.kind == "think")


def _paired(lines: Iterable[Line], sources: tuple[Cited, ...], language: str, kind: str) -> str:
    return pairs(((words(named(one.label, sources, language)), _said(one, sources)) for one in lines), kind=kind)


def _said(one: Line, sources: tuple[Cited, ...]) -> str:
    """What is said of a label; a word that no document explains is only pointed to."""
    text = words(one.text) or f'<span class="quiet">{words(say("see"))}</span>'
    return f"{text}{after(one.detail)}{pointer(one.refs, sources)}"


def _questions(asked: QuestionSet) -> str:
    parts, at = "", 1
    for phase, group in groupby(asked.questions, key=lambda question: question.phase):
        questions = tuple(group)
        rows = (_question(question, asked.sources) for question in questions)
        parts += f"<h4>{words(_phase(phase))}</h4>\n{bullets(rows, ordered=True, start=at)}"
        at += len(questions)
    title = words(say("Questions to discuss, {minutes} minutes", minutes=asked.minutes))
    return f"<section{in_language(asked.language)}>\n<h3>{title}</h3>\n{parts}</section>\n" if parts else ""


def _phase(name: str) -> str:
    return say(_PHASES[name]) if name in _PHASES else name.capitalize()


def _question(question: Question, sources: tuple[Cited, ...]) -> str:
    return f"{words(question.prompt)}{pointer(question.refs, sources)}{after(f'{question.minutes} min')}"


def _deck(deck: Deck) -> str:
    slides = bullets((_slide(slide, deck) for slide in deck.slides), kind="slides", ordered=True)
    return folded(words(say("The slides in words: {count}", count=len(deck.slides))), slides)


def _slide(slide: Slide, deck: Deck) -> str:
    language = in_language(deck.language)
    kicker = f'<p class="about">{words(slide.kicker)}</p>\n' if slide.kicker else ""
    title = f'<p class="title">{line(slide.title, deck.sources, deck.language)}</p>\n'
    groups = "".join(_groups(slide.groups, deck))
    return f"<div{language}>{kicker}{title}{groups}</div>"


def _groups(groups: Iterable[LineGroup], deck: Deck) -> Iterator[str]:
    for group in groups:
        heading = named(group.heading, deck.sources, deck.language)
        yield f"<p><b>{words(heading)}</b>{pointer(group.refs, deck.sources)}</p>\n" if heading else ""
        yield bullets(line(one, deck.sources, deck.language) for one in group.lines if one.text or one.label)
