"""Printed references: [2 ¶17] is source 2, paragraph 17 of the cleaned text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefpack.layout.marks import Run
from briefpack.model import Cited, Ref

SCALE = 0.76
"""Size of a reference, as a share of the text it follows (DESIGN.md, 1)."""

_GLUE = "\u00a0"


def numbers(sources: Iterable[Cited]) -> dict[str, int]:
    """The printed number of each source key."""
    return {source.key: source.number for source in sources}


def printed(refs: Iterable[Ref], sources: Iterable[Cited]) -> str:
    """The references as a reader sees them: '[1 ¶7–8; 3 ¶5]'; empty where there are none.

    Paragraphs in a row are joined; sources come in the pack's order. No space inside a pointer
    breaks; a group may break after its semicolon.
    """
    paragraphs = _paragraphs(refs, numbers(sources))
    pointers = [f"{number}{_GLUE}¶{_spans(places)}" for number, places in sorted(paragraphs.items())]
    return f"[{'; '.join(pointers)}]" if pointers else ""


def run(refs: tuple[Ref, ...], sources: Iterable[Cited], colour: str = "accent2") -> Run:
    """The run that follows a statement, with the space before it; its text is empty without references."""
    text = printed(refs, sources)
    space = " " if ";" in text else _GLUE
    return Run(space + text if text else "", bold=True, colour=colour, font="body", scale=SCALE, refs=refs)


def _paragraphs(refs: Iterable[Ref], known: Mapping[str, int]) -> dict[int, list[int]]:
    found: dict[int, set[int]] = {}
    for ref in refs:
        if ref.source in known:
            found.setdefault(known[ref.source], set()).add(ref.paragraph)
    return {number: sorted(places) for number, places in found.items()}


def _spans(places: list[int]) -> str:
    """Paragraph numbers with runs joined: [7, 8, 9, 12] is '7–9, 12'."""
    spans: list[list[int]] = []
    for place in places:
        if spans and place == spans[-1][-1] + 1:
            spans[-1].append(place)
        else:
            spans.append([place])
    return f",{_GLUE}".join(str(s[0]) if len(s) == 1 else f"{s[0]}–{s[-1]}" for s in spans)
