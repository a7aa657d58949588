"""A summary page to a Summary."""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.compose import cited, lines
from briefpack.compose.kinds import BLOCKS, known, whole
from briefpack.errors import PageError
from briefpack.model import Audience, Block, Brief, Line, Page, Section, Summary
from briefpack.page.anchors import checked
from briefpack.page.inline import Place

_COUNT = re.compile(r"\d{1,7}")


def summary(page: Page, brief: Brief, audience: Audience, *, file: str = "") -> Summary:
    """The one-page summary that the page describes; PageError where a block's kind or a reference is not known."""
    checked(page, brief, file)
    blocks = tuple(_block(section, brief, file) for section in page.sections)
    settings = dict(page.settings)
    return Summary(
        title=page.title or brief.title,
        audience=audience.name,
        language=settings.get("language") or cited.language(brief),
        blocks=blocks,
        sources=cited.sources(brief, (ref for block in blocks for ref in cited.references(block.lines))),
        kicker=settings.get("kicker", audience.label),
        cuts=_cuts(settings.get("cut", ""), file),
        rules=audience.rules,
    )


def _block(section: Section, brief: Brief, file: str) -> Block:
    place = Place(section.line, file)
    kind = known(section.kind, BLOCKS, "block", place)
    options = dict(section.options)
    for option in options:
        known(option, ("keep",), "option of a block", place)
    keep = whole(options.get("keep", "0"), "keep", place)
    return Block(kind, section.heading, tuple(_lines(section, kind, brief)), keep)


def _lines(section: Section, kind: str, brief: Brief) -> list[Line]:
    """The block's lines; those under a '###' heading have it as their label."""
    shape, found = BLOCKS[kind], []
    for group in section.groups:
        for entry in group.entries:
            line = lines.read(entry, labelled="" in shape.labelled)
            line = replace(line, label=line.label or group.heading)
            counted = "" in shape.counted and not line.detail
            found.append(replace(line, detail=cited.support(line, brief)) if counted else line)
    return found


def _cuts(text: str, file: str) -> tuple[tuple[str, int], ...]:
    """'timeline 8, terms 4' as pairs."""
    cuts = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        kind, _, left = part.partition(" ")
        if kind not in BLOCKS or not _COUNT.fullmatch(left.strip()):
            problem = f"cut: found '{part}'; write a kind of block and how many lines stay: 'timeline 8, terms 4'"
            raise PageError(problem, line=1, file=file)
        cuts.append((kind, int(left)))
    return tuple(cuts)
