"""What can be mended in the deck as a whole: spare parts, languages, properties, titles that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from briefpack.archives import TYPES
from briefpack.check.presentation.mending import Edit, edit
from briefpack.check.presentation.parts import orphans as spare_parts
from briefpack.check.presentation.rules import start
from briefpack.check.presentation.slide import Deck, Slide
from briefpack.check.presentation.whole import language, repeated, told
from briefpack.check.presentation.xml import A, child, first, kind, tag

_REGIONS = {
    "en": "en-US", "fr": "fr-FR", "de": "de-DE", "es": "es-ES", "it": "it-IT", "pt": "pt-PT", "nl": "nl-NL",
}  # fmt: skip
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_LATIN_ENDS = "\u0370"
"""First letter of the scripts after Latin."""
_USUAL = frozenset({"", "PowerPoint Presentation"})


def orphans(deck: Deck) -> Iterator[Edit]:
    """Parts that nothing leads to are left out, and no longer listed."""
    spare = spare_parts(deck)
    if not spare:
        return
    types = deck.package.root(TYPES)
    for entry in list(types):
        if entry.get("PartName", "").lstrip("/") in spare:
            types.remove(entry)
    names = ", ".join(spare[:3]) + (" …" if len(spare) > 3 else "")
    yield edit(TYPES, "part-orphan", f"left out {len(spare)} parts that nothing led to: {names}", dropped=spare)


def languages(deck: Deck) -> Iterator[Edit]:
    """Texts in Latin letters that do not say so are marked with the deck's language, if that can be told."""
    tongue = _tongue(deck)
    if not tongue:
        return
    for slide in deck.slides:
        count = sum(_mark(run, tongue) for run in slide.root.iter(tag("a:r"), tag("a:fld")))
        if count:
            yield edit(slide.part, "language", f"marked {count} texts as {tongue}", slide)


def properties(deck: Deck) -> Iterator[Edit]:
    """The file gets the title of its first slide and its language, where it has none."""
    part = deck.package.related("", "core-properties")
    if not part:
        return
    root = deck.package.root(part)
    title = next((slide.title_words for slide in deck.slides if slide.title_words), "")
    if title and deck.properties.get("title", "") in _USUAL:
        _say(root, "title", title)
        yield edit(part, "document-title", f"gave the file the title {start(title)!r}")
    tongue = _tongue(deck)
    if tongue and not deck.properties.get("language"):
        _say(root, "language", tongue)
        yield edit(part, "language", f"gave the file the language {tongue}")


def titles(deck: Deck) -> Iterator[Edit]:
    """Titles that stand on several slides are numbered: '(2 of 3)' after the words, which stay."""
    for title, slides in repeated(deck).items():
        for at, slide in enumerate(slides, start=1):
            if _append(slide, f" ({at} of {len(slides)})"):
                yield edit(slide.part, "title-repeated", f"numbered the title {start(title)!r}", slide)


def _tongue(deck: Deck) -> str:
    said = language(deck)
    return said or _REGIONS.get(told(deck), "")


def _mark(run: Any, tongue: str) -> bool:
    """Whether a run had words, no language, and now has one."""
    words = "".join(one.text or "" for one in run.iterchildren(tag("a:t")))
    properties = child(run, "a:rPr")
    if not words.strip() or (properties is not None and properties.get("lang")):
        return False
    if any(letter >= _LATIN_ENDS and letter.isalpha() for letter in words):
        return False
    if properties is None:
        properties = etree.Element(tag("a:rPr"))
        run.insert(0, properties)
    properties.set("lang", tongue)
    return True


def _say(root: Any, name: str, words: str) -> None:
    found = first(root, name)
    if found is None:
        found = etree.SubElement(root, f"{{{_DUBLIN}}}{name}")
    found.text = words


def _append(slide: Slide, words: str) -> bool:
    """Add words to the end of the title in the style of its last run."""
    body = first(slide.title.element, "txBody") if slide.title is not None else None
    runs = [run for run in (() if body is None else body.iter(f"{{{A}}}r")) if child(run, "a:t") is not None]
    if not runs:
        return False
    fresh = etree.Element(tag("a:r"))
    style = child(runs[-1], "a:rPr")
    if style is not None:
        fresh.append(deepcopy(style))
        for link in [one for one in fresh[0] if kind(one).startswith("hlink")]:
            fresh[0].remove(link)
    etree.SubElement(fresh, tag("a:t")).text = words
    runs[-1].addnext(fresh)
    return True
