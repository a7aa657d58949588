"""What every block of a page needs to know: look, fonts, sources, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefpack.layout import links, references
from briefpack.layout.fit import Families, TextLine, height, wrap
from briefpack.layout.marks import Paragraph, Run, TextBox
from briefpack.model import Cited, Line, Look, Ref, Type

_FRENCH = re.compile("(?<=«) | (?=[»;:?!%])")
_PLAIN = {
    "lead": (11.5, 15.5, 10.0),
    "text": (9.5, 12.5, 9.0),
    "label": (9.0, 12.0, 9.0),
    "head": (9.0, 11.5, 9.0),
    "question": (14.0, 18.0, 11.0),
    "terms": (9.5, 12.5, 9.0),
    "people": (9.5, 12.5, 9.0),
    "timeline": (8.0, 10.4, 8.0),
    "axis": (8.0, 9.6, 8.0),
    "sources": (8.2, 11.0, 8.0),
    "kicker": (9.0, 11.5, 9.0),
}
"""Size, pitch and floor of each role on a page without cards (DESIGN.md, 11)."""

_CARDS = {
    "lead": (11.0, 14.6, 9.5),
    "text": (11.0, 14.6, 9.5),
    "label": (9.8, 12.6, 9.5),
    "head": (14.0, 18.0, 12.0),
    "question": (15.0, 19.5, 12.0),
    "terms": (10.5, 13.6, 9.5),
    "people": (9.8, 13.2, 9.5),
    "timeline": (9.0, 11.2, 8.8),
    "axis": (8.8, 10.6, 8.8),
    "sources": (8.8, 11.4, 8.8),
    "kicker": (9.5, 12.0, 9.5),
}
"""The same for a page with round cards and serif heads."""


@dataclass(frozen=True)
class Setting:
    """Look, fonts and sources of a page, and by how much its type is larger or smaller than designed."""

    look: Look
    sources: tuple[Cited, ...]
    language: str
    factor: float = 1.0
    """Of the designed sizes; no size falls below its floor."""
    smallest: float = 0.0
    """Points below which no text may be for those who get the page, whatever its look."""
    _drawn: dict[Paragraph, Paragraph] = field(default_factory=dict)
    """Paragraphs as they are drawn, with their references linked."""
    _refs: dict[tuple[Ref, ...], Run] = field(default_factory=dict)
    """References as they are printed."""

    @cached_property
    def families(self) -> Families:
        """The fonts that pages embed."""
        return Families.of_page(self.look)

    @property
    def plain(self) -> bool:
        """True for a look without cards: a flag, hairlines, small capitals."""
        return self.look.radius == 0

    @property
    def text_font(self) -> str:
        """The slot that statements are set in."""
        return "quote" if self.plain else "body"

    def type(self, role: str) -> Type:
        """Size and pitch of a role at this factor."""
        size, pitch, floor = (_PLAIN if self.plain else _CARDS)[role]
        chosen = max(size * self.factor, floor, self.smallest)
        return Type(chosen, pitch * chosen / size)

    def scaled(self, factor: float) -> Setting:
        """The same page in another size; what was broken before is remembered."""
        return replace(self, factor=factor)

    def lines(self, paragraphs: tuple[Paragraph, ...], w: float, size: float) -> tuple[TextLine, ...]:
        """Paragraphs broken at a width."""
        return wrap(self.drawn(paragraphs), w, size, self.families)

    def drawn(self, paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
        """Paragraphs as their lines are broken, each reference a link of its own."""
        return tuple([self._linked(one) for one in paragraphs])

    def text(self, paragraphs: tuple[Paragraph, ...], w: float, type: Type, tag: str = "P") -> TextBox:
        """A box as tall as its text, at the origin."""
        shown = self.drawn(paragraphs)
        tall = height(wrap(shown, w, type.size, self.families), type.pitch)
        return TextBox(0, 0, w, max(tall, 1.22 * type.size), shown, type.size, type.pitch, tag=tag)

    def _linked(self, one: Paragraph) -> Paragraph:
        if not links.leads(one):
            return one
        if one not in self._drawn:
            self._drawn[one] = links.paragraph(one, self.sources)
        return self._drawn[one]

    def ref(self, line: Line, *, own: bool = False) -> Run:
        """The reference after a statement; with ``own``, a line without one is marked as the editor's."""
        run = self._refs.get(line.refs)
        if run is None:
            run = references.run(line.refs, self.sources)
            run = self._refs[line.refs] = run.saying(run.text.replace("–", "–\u2060"))  # '¶7–8' stays on one line
        if own and not run.text and line.text:
            return Run("\u00a0[editor]", colour="muted", scale=references.SCALE)
        return run

    def where(self, line: Line) -> Run:
        """The reference in a column of its own."""
        run = self.ref(line, own=True)
        return replace(run, text=run.text.strip("\u00a0 "), scale=1.0)


def glued(text: str) -> str:
    """The text with French marks held to their words: no line begins with '»' or ends with '«'."""
    return _FRENCH.sub("\u00a0", text)


def few(refs: tuple[Ref, ...], most: int = 3) -> tuple[Ref, ...]:
    """At most so many places to look: the first of each source, then the others in their order."""
    places: dict[tuple[str, int], Ref] = {}
    for ref in refs:
        places.setdefault((ref.source, ref.paragraph), ref)
    firsts: dict[str, Ref] = {}
    for ref in places.values():
        firsts.setdefault(ref.source, ref)
    rest = (ref for ref in places.values() if firsts[ref.source] is not ref)
    return (*firsts.values(), *rest)[:most]


def runs(*some: Run) -> Paragraph:
    """A paragraph of the runs that have text."""
    return Paragraph(tuple(run for run in some if run.text))
