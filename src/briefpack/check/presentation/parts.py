"""The package itself: parts that nobody names, targets that are not there, links that lead nowhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from briefpack.archives import TYPES
from briefpack.check.presentation.package import relation_id
from briefpack.check.presentation.rules import found, start
from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Deck, Slide
from briefpack.check.presentation.xml import every
from briefpack.model import Notice

_OPEN = frozenset({"http", "https", "mailto", "tel", "ftp"})
_FILES = frozenset({"", "file"})
_RELATED = tuple(f"{{http://schemas.openxmlformats.org/officeDocument/2006/relationships}}{name}"
                 for name in ("id", "embed", "link", "pict"))  # fmt: skip
_MOST_NAMED = 3


def findings(deck: Deck) -> Iterator[Notice]:
    """What is wrong with the archive."""
    package = deck.package
    for entry, times in Counter(package.entries).items():
        if times > 1:
            yield found("part-twice", f"the part {entry} stands {times} times in the archive", "save the deck anew")
    spare = orphans(deck)
    if spare:
        names = ", ".join(spare[:_MOST_NAMED]) + (" …" if len(spare) > _MOST_NAMED else "")
        what = f"{len(spare)} parts that nothing leads to: {names}"
        yield found("part-orphan", what, "save the deck anew; something deleted may still be in the file")
    places = {slide.part: slide for slide in deck.slides}
    for part in sorted(deck.reached):
        yield from _relations(deck, part, places.get(part))
    for slide in deck.slides:
        yield from _links(deck, slide)
    yield from _absent(deck)


def orphans(deck: Deck) -> tuple[str, ...]:
    """Parts that no relationship leads to."""
    return tuple(sorted(name for name in deck.package.names if name != TYPES and _part(name) not in deck.reached))


def _part(name: str) -> str:
    """The part that a file of relationships belongs to; any other name as it is."""
    folder, _, file = name.rpartition("_rels/")
    return folder + file.removesuffix(".rels") if name.endswith(".rels") and "_rels/" in name else name


def _relations(deck: Deck, part: str, at: Slide | None) -> Iterator[Notice]:
    package = deck.package
    for relation in package.relations(part).values():
        if relation.external and relation.kind not in ("hyperlink",):
            what = f"{relation.kind} is not in the file but at {start(relation.target)}"
            yield found("part-outside", what, "put it into the deck: it will be missing elsewhere", at)
        elif not relation.external and relation.target not in package.names and _asks(relation.target):
            what = f"{part or 'the file'} names {relation.target}, which is not in the file"
            yield found("part-missing", what, "save the deck anew, or insert it again", at)


def _asks(target: str) -> bool:
    """'NULL' is what PowerPoint leaves of a picture that was linked and lost."""
    return bool(target) and target != "NULL"


def _links(deck: Deck, slide: Slide) -> Iterator[Notice]:
    relations = deck.package.relations(slide.part)
    for shape in slide.shapes:
        if shape.kind == "group":
            continue
        for link in (*every(shape.element, "a:hlinkClick"), *every(shape.element, "a:hlinkHover")):
            key = relation_id(link)
            if key and key not in relations:
                yield found("link", "a link leads nowhere", "set or remove it", slide, shape)
            elif key and relations[key].external:
                yield from _address(slide, shape, relations[key].target)
        yield from _lost(slide, shape, relations)


def _lost(slide: Slide, shape: Shape, relations: Any) -> Iterator[Notice]:
    """A picture, chart or film whose part is not related at all."""
    for element in shape.element.iter():
        if isinstance(element.tag, str) and not element.tag.endswith(("}hlinkClick", "}hlinkHover")):
            keys = [element.get(name) for name in _RELATED if element.get(name)]
            if any(key not in relations for key in keys):
                yield found("part-missing", "its content is not in the file", "insert it again", slide, shape)
                return


def _address(slide: Slide, shape: Shape, target: str) -> Iterator[Notice]:
    if _scheme(target) not in _OPEN | _FILES:
        what = f"a link of a kind that nobody should click: {start(target)}"
        yield found("link", what, "remove it", slide, shape)


def _absent(deck: Deck) -> Iterator[Notice]:
    """Files that links name and that do not stand beside the deck, each told once."""
    missing: dict[str, list[int]] = defaultdict(list)
    for slide in deck.slides:
        for relation in deck.package.relations(slide.part).values():
            local = relation.target.partition("#")[0]
            if relation.kind == "hyperlink" and relation.external and local and _scheme(local) in _FILES:
                missing[local].append(slide.number)
    for target, slides in missing.items():
        if _scheme(target) or not deck.stands(target):
            known = list(dict.fromkeys(slides))
            what = (
                f"{len(slides)} links need {start(target)}, which is not there (slide {', '.join(map(str, known[:6]))}"
            )
            do = "hand the file on with the deck, or remove the links"
            yield found("link-file", f"{what}{' …' if len(known) > 6 else ''})", do)


def _scheme(target: str) -> str:
    """'https'; empty for a file beside the deck, 'file' for one on somebody's disk ('C:\\talk.docx')."""
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        return "?"
    return "file" if len(scheme) == 1 else scheme
