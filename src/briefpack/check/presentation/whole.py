"""What only the whole deck shows: titles, notes, languages, fonts, properties."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from briefpack.check.presentation.measure import family
from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.slide import Deck, Slide
from briefpack.check.presentation.text import Piece
from briefpack.model import Notice
from briefpack.text.language import detect

_MOST_LINES = 2
_WORDLESS = frozenset({"title", "sources", "section", "divider", "secHead"})
"""Layouts, by name or type, whose slides need no notes and no source line."""
_ROOMY = frozenset({"title", "bottomline"})
"""Layouts, by name or type, whose title is the slide."""
_SCRIPTS = (
    ("\u0400", "\u04ff", frozenset({"ru", "uk", "bg", "sr", "mk", "be", "kk", "ky", "mn", "tg", "tt"})),
    ("\u0590", "\u05ff", frozenset({"he", "yi"})),
    ("\u0600", "\u06ff", frozenset({"ar", "fa", "ur", "ps", "ku", "ug", "sd"})),
    ("\u3040", "\u30ff", frozenset({"ja"})),
    ("\uac00", "\ud7af", frozenset({"ko"})),
    ("\u4e00", "\u9fff", frozenset({"zh", "ja", "ko", "yue"})),
)
"""First and last letter of a script, and the languages that are written in it."""
_LEAST = 4
"""Letters of a script that make a word."""


def findings(deck: Deck) -> Iterator[Notice]:
    """What falls short in the deck as a whole, slide by slide where it stands on one."""
    if not deck.slides:
        yield found("no-slides", "holds no slide", "add one")
    yield from _titles(deck)
    yield from _notes(deck)
    yield from _languages(deck)
    yield from _fonts(deck)
    if deck.slides and deck.properties.get("title", "") in ("", "PowerPoint Presentation"):
        what = "the file has no title, which screen readers say first"
        yield found("document-title", what, "write one under File > Info > Properties")


def repeated(deck: Deck) -> dict[str, list[Slide]]:
    """Titles that stand on two slides or more."""
    known: dict[str, list[Slide]] = defaultdict(list)
    for slide in deck.slides:
        if slide.title_words:
            known[slide.title_words].append(slide)
    return {title: slides for title, slides in known.items() if len(slides) > 1}


def language(deck: Deck) -> str:
    """The deck's language: what its properties say, else most of its text; empty where nobody says."""
    said = deck.properties.get("language", "")
    return said or next(iter(_counted(deck)), "")


def told(deck: Deck) -> str:
    """The language that a deck without any is written in, as its words show; empty where they do not."""
    text = "\n".join(text.words for slide in deck.slides for text in slide.texts.values())
    return detect(text) or ""


def pieces(slide: Slide) -> Iterator[Piece]:
    """All that is written on a slide, tables too."""
    for text in slide.texts.values():
        yield from text.pieces
    for table in slide.tables:
        for cell in table.cells:
            yield from cell.text.pieces


def _titles(deck: Deck) -> Iterator[Notice]:
    for slide in deck.slides:
        ink = slide.inks.get(slide.title) if slide.title is not None else None
        if slide.title is None:
            yield found("title-missing", "has no title", "choose a layout with a title, or write one", slide)
        elif not slide.title_words:
            yield found("title-missing", "its title is empty", "write one", slide, slide.title)
        elif ink is not None and ink.lines > _lines_allowed(slide):
            what = f"the title has {ink.lines} lines: {start(slide.title_words)}"
            yield found("title-long", what, "say it in two", slide, slide.title)
    for title, slides in repeated(deck).items():
        for slide in slides[1:]:
            what = f"has the title of slide {slides[0].number}: {start(title)}"
            yield found("title-repeated", what, "say what is new on it, or number them", slide, slide.title or "")


def _lines_allowed(slide: Slide) -> int:
    """A bottom line is a statement of up to 45 words, and a title slide has room."""
    return _MOST_LINES + 2 if {slide.stage.name, slide.stage.kind} & _ROOMY else _MOST_LINES


def _notes(deck: Deck) -> Iterator[Notice]:
    asked = [slide for slide in deck.slides if not {slide.stage.name, slide.stage.kind} & _WORDLESS]
    silent = [slide for slide in asked if not slide.notes.strip()]
    if asked and len(silent) == len(asked):
        yield found("notes", "no slide has speaker notes", "write what is said, for those who were not there")
    else:
        for slide in silent:
            yield found("notes", "has no speaker notes", "write what is said", slide)
    footed = [slide for slide in asked if _foot(slide)]
    if len(footed) * 2 > len(asked):
        for slide in asked:
            if slide not in footed:
                what = "has no source line, where most slides have one"
                yield found("source-line", what, "say where it comes from", slide)


def _foot(slide: Slide) -> str:
    return next((shape.words for shape in slide.shapes if shape.holder == "ftr" and shape.words), "")


def _counted(deck: Deck) -> Counter[str]:
    counts: Counter[str] = Counter()
    for slide in deck.slides:
        for piece in pieces(slide):
            if piece.language:
                counts[piece.language] += len(piece.text)
    return Counter(dict(counts.most_common()))


def _languages(deck: Deck) -> Iterator[Notice]:
    written = [(slide, piece) for slide in deck.slides for piece in pieces(slide)]
    silent = [slide for slide, piece in written if not piece.language]
    if silent:
        slides = list(dict.fromkeys(slide.number for slide in silent))
        what = f"{len(silent)} of {len(written)} texts do not say which language they are in (slide {_few(slides)})"
        yield found("language", what, "select all, then Review > Language")
    main = language(deck).partition("-")[0].lower()
    for slide in deck.slides:
        counts: Counter[str] = Counter()
        for piece in pieces(slide):
            counts[piece.language.partition("-")[0].lower()] += len(piece.text) if piece.language else 0
            yield from _script(slide, piece)
        most = counts.most_common(1)[0][0] if counts else ""
        if most and main and most != main:
            what = f"most of its text is marked as {most!r}, the deck as {main!r}"
            yield found("language-other", what, "set the language that it is written in", slide)


def _script(slide: Slide, piece: Piece) -> Iterator[Notice]:
    said = piece.language.partition("-")[0].lower()
    for low, high, languages in _SCRIPTS:
        letters = sum(1 for letter in piece.text if low <= letter <= high)
        if said and letters >= _LEAST and letters * 2 > len(piece.text.strip()) and said not in languages:
            if any(one <= letter <= two and said in known for one, two, known in _SCRIPTS for letter in piece.text):
                continue
            what = f"is marked as {said!r}, whose letters these are not: {start(piece.text)}"
            yield found("language-other", what, "set the language that it is written in", slide)
            return


def _fonts(deck: Deck) -> Iterator[Notice]:
    foreign: dict[str, list[int]] = defaultdict(list)
    unknown: dict[str, list[int]] = defaultdict(list)
    for slide in deck.slides:
        for piece in pieces(slide):
            if piece.named and piece.font not in slide.stage.named:
                foreign[piece.font].append(slide.number)
            if not family(piece.font)[1]:
                unknown[piece.font].append(slide.number)
    for name, slides in sorted(foreign.items()):
        what = f"{name!r} is used {len(slides)} times and is no font of the theme (slide {_few(slides)})"
        yield found("font", what, "use the theme's, so that one change changes all")
    for name, slides in sorted(unknown.items()):
        what = f"the widths of {name or 'a font without a name'!r} are not known here: what it overflows is estimated"
        yield found("font-unknown", f"{what} (slide {_few(slides)})", "look at these slides yourself")


def _few(numbers: list[int]) -> str:
    known = list(dict.fromkeys(numbers))
    return ", ".join(map(str, known[:6])) + (" …" if len(known) > 6 else "")
