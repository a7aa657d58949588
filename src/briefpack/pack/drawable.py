"""Leaving out what the fonts of the pages cannot draw, and saying so: never boxes in place of letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefpack.model import Deck, Line, LineGroup, Notice, QuestionSet, Slide, Summary
from briefpack.writers import pdf

Product = TypeVar("Product", Deck, Summary, QuestionSet)


def drawable(product: Product) -> tuple[Product, tuple[Notice, ...]]:
    """The product without lines that hold a character no embedded font has, and a notice that names them."""
    missing = pdf.lacking("".join(_texts(product)))
    if not missing:
        return product, ()
    what = f"lines with {' '.join(sorted(set(missing)))} were left out: the fonts of the pages lack these characters"
    return _without(product), (Notice(what, product.audience, "write them in Latin letters in brief.md"),)


def _without(product: Product) -> Product:
    if isinstance(product, Deck):
        return replace(product, slides=tuple(_slide(s) for s in product.slides if _draws(s.title)))
    if isinstance(product, Summary):
        blocks = (replace(block, lines=_kept(block.lines)) for block in product.blocks)
        return replace(product, blocks=tuple(block for block in blocks if block.lines))
    questions = (replace(q, look_fors=_kept(q.look_fors)) for q in product.questions if not pdf.lacking(q.prompt))
    return replace(product, questions=tuple(q for q in questions if len(q.look_fors) > 1))


def _slide(slide: Slide) -> Slide:
    groups = (replace(group, lines=_kept(group.lines)) for group in slide.groups if not pdf.lacking(group.heading))
    notes = tuple(line for line in slide.notes if line.label != "ask" or _draws(line))
    return replace(slide, groups=tuple(group for group in groups if group.lines), notes=notes)


def _kept(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if _draws(line))


def _draws(line: Line) -> bool:
    return not pdf.lacking(f"{line.label}{line.text}{line.detail}")


def _texts(product: Deck | Summary | QuestionSet) -> Iterable[str]:
    for line in _lines(product):
        yield f"{line.label}{line.text}{line.detail}"


def _lines(product: Deck | Summary | QuestionSet) -> Iterable[Line]:
    if isinstance(product, Summary):
        yield from (line for block in product.blocks for line in block.lines)
    elif isinstance(product, QuestionSet):
        for question in product.questions:
            yield Line(question.prompt)
            yield from question.look_fors
    else:
        for slide in product.slides:
            yield slide.title
            yield from (note for note in slide.notes if note.label == "ask")
            yield from (line for group in slide.groups for line in (*group.lines, _heading(group)))


def _heading(group: LineGroup) -> Line:
    return Line(group.heading)
