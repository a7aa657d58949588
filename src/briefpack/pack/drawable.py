"""Leaving out what the fonts of the pages cannot draw, and saying so: never boxes in place of letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from briefpack.errors import UsageError
from briefpack.model import (
    Cited,
    Deck,
    Line,
    LineGroup,
    Notice,
    Part,
    QuestionSet,
    Quiz,
    QuizItem,
    Slide,
    Summary,
    TeachingSet,
)
from briefpack.writers import pdf

_MOST_NAMED = 12
_CALLED = {"Cjk": "Chinese", "Myanmar": "Burmese", "Hangul": "Korean"}
"""What Unicode calls otherwise than people do."""
Product = TypeVar("Product", Deck, Summary, QuestionSet, Quiz, TeachingSet)


def drawable(product: Product) -> tuple[Product, tuple[Notice, ...]]:
    """The product without lines that hold a character no embedded font has, and a notice that names them.

    UsageError where nothing of its title can be drawn.
    """
    missing = sorted(set(pdf.lacking("\n".join(_texts(product)))))
    if not missing:
        return product, ()
    named = " ".join(missing[:_MOST_NAMED]) + (f" and {len(missing) - _MOST_NAMED} more" * (len(missing) > _MOST_NAMED))
    scripts = ", ".join(dict.fromkeys(script for one in missing if (script := _script(one))))
    what = f"lines left out of the PDFs: no font has {named}{f' ({scripts})' * bool(scripts)}"
    kept = replace(
        _without(product), title=_title(product.title), sources=tuple(_source(source) for source in product.sources)
    )
    return kept, (Notice(what, product.audience, pdf.remedy("".join(missing))),)


def _script(character: str) -> str:
    """The script that a letter belongs to, as people call it: 'Thai', 'Burmese'; empty for a sign."""
    if not character.isalpha():
        return ""
    first = unicodedata.name(character, "").partition(" ")[0].capitalize()
    return _CALLED.get(first, first)


def _title(text: str) -> str:
    """A title without what cannot be drawn."""
    left = _legible(text)
    if not any(character.isalnum() for character in left):
        raise UsageError(
            f"the fonts of the pages cannot draw the title {text!r}: give another with --title, or on the page"
        )
    return left


def _source(source: Cited) -> Cited:
    """A source by what can be drawn of it: part of a title, but no part of a name."""
    title, publisher = _legible(source.title), source.publisher
    return replace(
        source,
        title=title if any(character.isalnum() for character in title) else source.key,
        authors=tuple(author for author in source.authors if not pdf.lacking(author)),
        publisher=None if publisher and pdf.lacking(publisher) else publisher,
        name=source.key if pdf.lacking(source.name) else source.name,
        note=_legible(source.note),
    )


def _legible(text: str) -> str:
    lacking = frozenset(pdf.lacking(text))
    return " ".join("".join(" " if one in lacking else one for one in text).split()) if lacking else text


def _without(product: Product) -> Product:
    if isinstance(product, Deck):
        slides = (
            replace(s, title=replace(s.title, text=_legible(s.title.text))) if s.kind == "title" else s
            for s in product.slides
        )
        return replace(product, slides=tuple(_slide(s) for s in slides if _draws(s.title)))
    if isinstance(product, Summary):
        blocks = (replace(b, lines=_kept(b.lines), heading=_legible(b.heading)) for b in product.blocks)
        return replace(product, blocks=tuple(b for b in blocks if b.lines), kicker=_legible(product.kicker))
    if isinstance(product, Quiz):
        return replace(product, items=tuple(item for item in product.items if all(map(_draws, _asked(item)))))
    if isinstance(product, TeachingSet):
        return replace(product, parts=tuple(p for p in map(_part, product.parts) if p.blocks))
    questions = (replace(q, look_fors=_kept(q.look_fors)) for q in product.questions if not pdf.lacking(q.prompt))
    beside = (replace(b, lines=_kept(b.lines), heading=_legible(b.heading)) for b in product.beside)
    return replace(
        product,
        questions=tuple(q for q in questions if len(q.look_fors) > 1),
        beside=tuple(b for b in beside if b.lines),
    )


def _part(part: Part) -> Part:
    blocks = (replace(b, lines=_kept(b.lines), heading=_legible(b.heading)) for b in part.blocks)
    return replace(part, title=_legible(part.title), blocks=tuple(b for b in blocks if b.lines or b.heading))


def _slide(slide: Slide) -> Slide:
    groups = (replace(group, lines=_kept(group.lines)) for group in slide.groups if not pdf.lacking(group.heading))
    notes = tuple(line for line in slide.notes if line.label != "ask" or _draws(line))
    kept = tuple(group for group in groups if group.lines)
    return replace(slide, groups=kept, notes=notes, kicker=_legible(slide.kicker))


def _kept(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(line for line in lines if _draws(line))


def _draws(line: Line) -> bool:
    return not pdf.lacking(f"{line.label}{line.text}{line.detail}")


def _texts(product: Deck | Summary | QuestionSet | Quiz | TeachingSet) -> Iterable[str]:
    yield from _names(product)
    for line in _lines(product):
        yield f"{line.label}{line.text}{line.detail}"


def _names(product: Deck | Summary | QuestionSet | Quiz | TeachingSet) -> Iterable[str]:
    yield product.title
    if isinstance(product, Deck):
        yield from (slide.kicker for slide in product.slides)
    if isinstance(product, Summary):
        yield from (product.kicker, *(block.heading for block in product.blocks))
    if isinstance(product, TeachingSet):
        yield from (text for part in product.parts for text in (part.title, *(b.heading for b in part.blocks)))
    if isinstance(product, QuestionSet):
        yield from (block.heading for block in product.beside)
    for source in product.sources:
        yield from (source.title, source.name, source.publisher or "", *source.authors, source.note)


def _lines(product: Deck | Summary | QuestionSet | Quiz | TeachingSet) -> Iterable[Line]:
    if isinstance(product, Summary):
        yield from (line for block in product.blocks for line in block.lines)
    elif isinstance(product, Quiz):
        for item in product.items:
            yield from _asked(item)
    elif isinstance(product, TeachingSet):
        yield from (line for part in product.parts for block in part.blocks for line in block.lines)
    elif isinstance(product, QuestionSet):
        yield from (line for block in product.beside for line in block.lines)
        for question in product.questions:
            yield Line(question.prompt)
            yield from question.look_fors
    else:
        for slide in product.slides:
            yield slide.title
            yield from (note for note in slide.notes if note.label == "ask")
            yield from (line for group in slide.groups for line in (*group.lines, _heading(group)))


def _asked(item: QuizItem) -> tuple[Line, ...]:
    return (Line(item.stem), *map(Line, item.answers), *item.options, *item.because)


def _heading(group: LineGroup) -> Line:
    return Line(group.heading)
