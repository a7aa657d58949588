"""A deck page to a Deck."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from briefpack.compose import cited, lines
from briefpack.compose.kinds import NOTES, SLIDES, Shape, known, whole
from briefpack.model import Audience, Brief, Deck, Entry, Group, Line, LineGroup, Page, Ref, Section, Slide
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

_DATE = re.compile(r"(?:\d{3}X|\d{4}(?:-\d\d){0,2})(?:/\d{4}(?:-\d\d){0,2})?")

_LONGEST = 180
"""Minutes that one slide may take."""

FACTS = ("course", "teacher", "institution", "date")


def deck(page: Page, brief: Brief, audience: Audience, *, file: str = "") -> Deck:
    """The deck that the page describes; PageError where a slide's kind or a reference is not known."""
    checked(page, brief, file)
    slides = tuple(_slide(section, brief, file) for section in page.sections)
    settings = {**dict(brief.settings), **dict(page.settings)}
    return Deck(
        title=page.title or brief.title,
        audience=audience.name,
        language=settings.get("language") or cited.language(brief),
        slides=slides,
        sources=cited.sources(brief, _references(slides)),
        settings=tuple((key, settings[key]) for key in FACTS if settings.get(key)),
    )


def _slide(section: Section, brief: Brief, file: str) -> Slide:
    place = Place(section.line, file)
    kind = known(section.kind or "points", SLIDES, "slide", place)
    options = dict(section.options)
    for option in options:
        known(option, ("kicker", "minutes"), "option of a slide", place)
    shape = SLIDES[kind]
    groups = [made for group in section.groups for made in _groups(group, shape, file)]
    slide = Slide(
        kind=kind,
        title=lines.read(Entry(section.heading, section.refs)),
        groups=tuple(_counted(group, shape, brief) for group in groups),
        kicker=options.get("kicker", ""),
        notes=tuple(_note(entry) for entry in section.notes),
        minutes=_minutes(options, place),
    )
    _labels(slide, section, brief, file)
    return slide


def _groups(group: Group, shape: Shape, file: str) -> Iterator[LineGroup]:
    """One group for a '###' heading; the lines above the first one, quotations apart."""
    if group.heading or group.kind or group.refs:
        kind = group.kind or (shape.groups or ("",))[0]
        place = Place(group.line, file)
        known(kind, shape.groups or (shape.group,), "part of this slide", place)
        yield LineGroup(_lines(group.entries, kind, shape), group.heading, kind, group.refs)
        return
    kinds = [(shape.quoted if entry.kind == "quote" and shape.quoted else shape.group) for entry in group.entries]
    for kind, pairs in groupby(zip(kinds, group.entries, strict=True), key=lambda pair: pair[0]):
        yield LineGroup(_lines(tuple(entry for _, entry in pairs), kind, shape), kind=kind)


def _lines(entries: tuple[Entry, ...], kind: str, shape: Shape) -> tuple[Line, ...]:
    flat = [each for entry in entries for each in (entry, *entry.children)]
    return tuple(lines.read(entry, labelled=kind in shape.labelled) for entry in flat)


def _labels(slide: Slide, section: Section, brief: Brief, file: str) -> None:
    """Nothing, if dates are dates and source keys are source keys; PageError if not."""
    entries = [entry for group in section.groups for entry in group.entries]
    made = [line for group in slide.groups for line in group.lines]
    for entry, line in zip(entries, made, strict=False):
        place = Place(entry.line, file)
        if slide.kind == "timeline" and not _DATE.fullmatch(line.label):
            raise place.error(f"'{line.label[:40]}' is no date; write '- 2024-05-16: What happened.', 2024-05 or 2024")
        if slide.kind in ("matrix", "sources"):
            known(line.label, [source.key for source in brief.sources], "source", place)


def _counted(group: LineGroup, shape: Shape, brief: Brief) -> LineGroup:
    if group.kind not in shape.counted:
        return group
    return replace(
        group, lines=tuple(replace(line, detail=line.detail or cited.support(line, brief)) for line in group.lines)
    )


def _note(entry: Entry) -> Line:
    """A note that does not say what it is for is evidence where it has a reference, else to be said."""
    line = lines.read(entry, labelled=True)
    if line.label in NOTES:
        return line
    return replace(lines.read(entry), label="evidence" if entry.refs else "say")


def _minutes(options: dict[str, str], place: Place) -> int | None:
    minutes = options.get("minutes")
    if minutes is None:
        return None
    found = whole(minutes, "minutes", place)
    if not 1 <= found <= _LONGEST:
        raise place.error(f"minutes must be from 1 to {_LONGEST}, found '{minutes}'")
    return found


def _references(slides: tuple[Slide, ...]) -> Iterator[Ref]:
    for slide in slides:
        yield from cited.references((slide.title,), slide.groups)
