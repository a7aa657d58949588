"""What a build says of the pages that people edited: counted, with the first of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefpack import page
from briefpack.merge import Kept, Merged, changes
from briefpack.model import Brief, Entry, Line, Notice, Page, Ref
from briefpack.pack import edited
from briefpack.text import words

_TOLD = {
    "edited": "edited",
    "added": "added",
    "own": "of your own",
    "struck out": "struck out",
    "pinned": "pinned",
}
_LONGEST = 60


def merged(made: Merged, name: str, last: Kept | None, mine: str, *, damaged: bool) -> tuple[Notice, ...]:
    """What became of a page."""
    return (
        *(_unknown(made, name, mine, damaged=damaged) if last is None else _by_hand(name, last, mine)),
        *_did(made, name),
    )


def overruled(says: Mapping[str, str], asked: Mapping[str, str], name: str) -> Iterator[Notice]:
    """What was asked for in a setting that a person set otherwise on the page: hers counts, and the build says so."""
    for key, value in asked.items():
        if says.get(key) != value:
            hers = f"'{says[key]}' there" if key in says else "none there"
            what = f"{key}: was set by hand and stays as it is, {hers}; '{value}' was asked for"
            yield Notice(what, name, f"write '{value}' on the page, or delete it to start again")


def unshown(told: Brief, audience: str, pages: Iterable[str]) -> Iterator[Notice]:
    """What the editor pinned, and neither deck nor summary of an audience says: it fits nowhere, or leans on others.

    A line that cites the same passage for something else does not say it; nor do notes.
    """
    pinned = [point for point in told.points if point.pinned]
    seen = [line for text in pages for line in _shown(text)] if pinned else []
    for point in pinned:
        own = words.content(point.text)
        near = (words.content(line.text) for line in seen if not set(point.refs).isdisjoint(line.refs))
        if not any(len(said & own) * 2 >= len(said) for said in near if said):
            what = f"is pinned, but has no form that a page for {audience} can hold ({_first([point.text])})"
            yield Notice(what, "brief.md", "shorten it, or name in it what it is about")


def _shown(text: str) -> Iterator[Line]:
    """The lines of a page that a reader sees, each without its label."""
    from briefpack.compose import lines  # no command that only traces waits for it

    made = page.parse(text)
    seen = replace(made, sections=tuple(replace(section, notes=()) for section in made.sections))
    return (lines.read(Entry(text, refs)) for _, text, refs in edited.cited(seen))


def struck(
    lines: Iterable[tuple[int, str, tuple[Ref, ...]]], fresh: Page, out: frozenset[Ref], name: str
) -> Iterator[Notice]:
    """What a page that was taken over still says, though it was struck out of the brief: a person's own words."""
    known = {text for _, text, _ in edited.cited(fresh)}
    mine = [text for _, text, refs in lines if refs and out.issuperset(refs) and text not in known]
    if mine := list(dict.fromkeys(mine)):
        what = "1 line says" if len(mine) == 1 else f"{len(mine)} lines say"
        do = "nothing else backs it: take it out there too, or keep it as your own"
        yield Notice(f"{what} what was struck out of brief.md ({_first(mine)})", name, do)


def _by_hand(name: str, last: Kept, mine: str) -> Iterator[Notice]:
    counts = Counter(change.kind for change in changes(last, mine))
    told = [f"{counts[kind]} {said}" for kind, said in _TOLD.items() if counts[kind]]
    if told:
        yield Notice(f"was changed by hand ({', '.join(told)}), and all of it is kept", name)
    elif mine != last.page:
        yield Notice("was changed by hand in comments or spacing only, and all of it is kept", name)


def _unknown(made: Merged, name: str, mine: str, *, damaged: bool) -> Iterator[Notice]:
    out = sum(change.kind == "struck out" for change in changes(made.kept, mine))
    lost = "what was written last can no longer be read" if damaged else "nothing is known of what was written last"
    struck = (
        f"; {out} line{'' if out == 1 else 's'} that it lacks count{'s' if out == 1 else ''} as struck out"
        if out
        else ""
    )
    what = f"was changed by hand, and is used as it stands: {lost} in .briefpack{struck}"
    yield Notice(what, name, "delete it to start again from the documents")


def _did(made: Merged, name: str) -> Iterator[Notice]:
    report = made.report
    flagged = (
        (
            report.changed,
            "of yours cite{s} a passage that says something else now",
            "compare; a comment behind the line says what",
        ),
        (
            report.gone,
            "of yours cited a passage that is gone, and cite{s} nothing now",
            "a comment behind the line says what it was",
        ),
        (report.back, "of yours cite{s} again what was gone", ""),
        (report.left, "left: no longer found", ""),
        (report.joined, "joined: found for the first time", ""),
    )
    for told, what, do in flagged:
        if mine := [line for line in dict.fromkeys(told) if line]:
            many = f"{len(mine)} line{'' if len(mine) == 1 else 's'}"
            yield Notice(f"{many} {what.format(s='s' if len(mine) == 1 else '')} ({_first(mine)})", name, do)


def _first(lines: Iterable[str]) -> str:
    """The first line in short, and how many follow."""
    first, *rest = lines
    short = first if len(first) <= _LONGEST else f"{first[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"'{short}'{f' and {len(rest)} more' if rest else ''}"
