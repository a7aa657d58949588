"""Printed references: [2 ¶17] is source 2, paragraph 17 of the cleaned text, and leads to it on the page of sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from briefpack.layout.marks import Run
from briefpack.messages import say
from briefpack.model import Cited, Ref

SCALE = 0.76
"""Size of a reference, as a share of the text it follows (DESIGN.md, 1)."""

PAGE = "../sources.html"
"""The page of sources, seen from a product."""

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


def numbered(source: Cited, space: str, colour: str = "ink") -> Run:
    """'[2] ' before a source in a list: references lead to it, and it leads to the source itself."""
    says = say("Source {number}: {title} (in sources.html)", number=source.number, title=source.title)
    link = f"{PAGE}#{source.key}"
    return Run(f"[{source.number}]{space}", bold=True, colour=colour, link=link, says=says, anchor=source.key)


def inward(run: Run, entries: Collection[str]) -> Run:
    """A reference that leads to its source in the list of the same file, which is whole when it is sent alone.

    `entries` are the sources that the file lists; a reference to another one leads nowhere.
    """
    if not (run.refs and run.link):
        return run
    key = run.link.partition("#")[2].rpartition("-")[0]
    return replace(run, link=f"#{key}" if key in entries else "")


def target(ref: Ref) -> str:
    """Where a reference leads to: '../sources.html#globe-7.2'."""
    return f"{PAGE}#{ref.source}-{ref.paragraph}.{ref.sentence}"


def linked(run: Run, sources: Iterable[Cited]) -> tuple[Run, ...]:
    """A printed reference as runs that each lead to one passage; a run of another text as it is.

    '[1 ¶7; 3 ¶5]' leads to two places. Two sentences of one paragraph share its pointer between them, so
    that the deck itself knows each passage that it prints.
    """
    before, bracket, text = run.text.partition("[")
    if not pending(run) or _bare(bracket + text) != _bare(printed(run.refs, sources)):
        return (run,)
    pieces = [replace(run, text=before)] if before else []
    parts = _pieces(run.refs, bracket + text, sources)
    return (*pieces, *(replace(run, text=part, link=link, says=says) for part, link, says in parts))


def pending(run: Run) -> bool:
    """Whether it is a printed reference that leads nowhere yet."""
    return bool(run.refs) and not run.link and "¶" in run.text


def _pieces(refs: Iterable[Ref], text: str, sources: Iterable[Cited]) -> Iterator[tuple[str, str, str]]:
    """The parts of a printed reference, each with its target and what it says aloud; between two pointers is none."""
    known = {source.key: source for source in sources}
    cited = sorted({ref for ref in refs if ref.source in known}, key=lambda ref: (known[ref.source].number, ref))
    for part in re.split(r"(; |;\u00a0)", text):
        found = re.search(r"\d+", part)
        if found is None:
            yield part, "", ""
            continue
        leads = [ref for ref in cited if known[ref.source].number == int(found[0])]
        for shown, ref in zip(_cut(part, len(leads)), leads, strict=False):
            yield (
                shown,
                target(ref),
                say("{source}, paragraph {paragraph}", source=known[ref.source].name, paragraph=ref.paragraph),
            )


def _bare(text: str) -> str:
    """The text without what only keeps a line from breaking."""
    return text.replace("\u2060", "").replace(_GLUE, " ")


def _cut(pointer: str, count: int) -> list[str]:
    """A pointer in so many parts: after each paragraph number where that gives as many, else evenly."""
    places = re.split(r"(?<=\d)(?=[–,])", pointer)
    if len(places) == count:
        return places
    count = min(count, len(pointer))
    ends = [len(pointer) * at // count for at in range(count + 1)]
    return [pointer[start:end] for start, end in pairwise(ends)]


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
