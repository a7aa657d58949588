"""A deck that somebody edited in PowerPoint, Impress or Google Slides comes home, into deck.md and brief.md.

`record` keeps what each deck said, `compared` sets the deck that came back beside it, `placing` writes the
differences into the page through `desk`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack import page
from briefpack.errors import PageError, ReadError, UsageError
from briefpack.merge import Kept
from briefpack.pack import brief_page, deck_words, edited, intake, kept, outputs, taken
from briefpack.pack.folder import BRIEF, Job
from briefpack.pack.returned import compared, correcting, links, placing, record
from briefpack.pack.returned.edits import Change
from briefpack.pack.returned.record import Record

_STATE = ".briefpack"
_DECK = "deck-{}.json"
_MARK, _NAME = re.compile(r"[0-9a-f]{16}"), re.compile(r"\w[\w.-]*")
_MOST = 100
"""Records that are kept: a deck that comes back after more builds is compared with the last one."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the edits of a deck."""

    path: Path
    """The page that took them."""
    placed: tuple[Change, ...]
    left: tuple[Change, ...]
    """Those for which a page has no place: the deck still has them."""
    brief: int
    """How many statements of the brief were corrected too."""
    kept: str = ""
    """Where the page as it was before is kept; empty where nothing changed."""
    several: tuple[int, ...] = ()
    """Lines of the brief that say what was corrected, of which none is: a statement that stands there twice."""
    taken: bool = False
    """Whether the page was taken over for it, so that later builds merge into it."""


def keep(out: Path, records: Mapping[str, bytes]) -> None:
    """Write the records of a build, by stamp; the oldest of very many go."""
    folder = out / _STATE
    for mark, data in records.items():
        outputs.write(folder / _DECK.format(mark), data)
    old = sorted(folder.glob(_DECK.format("*")), key=lambda file: file.stat().st_mtime_ns)
    for file in old[:-_MOST]:
        file.unlink(missing_ok=True)


def merge(asked: Job, path: Path, audience: str = "") -> Merged:
    """Take the edits of a deck home. UsageError where the deck is none that was built here."""
    data = intake.bytes_of(path)
    came = deck_words.read(data, str(path))
    with outputs.locked(asked.home, asked.out):
        made = _record(asked, deck_words.stamp(data), path, audience)
        place = taken.place(asked, made.audience, "deck")
        brief_page.recover(asked)
        kept.recover(place)
        target = taken.path(asked, made.audience, "deck")
        text = edited.text_of(target) if target.is_file() else made.page
        state = kept.load(brief_page.place(asked)).kept
        slides, strange = links.known(came, made, state)
        with edited.named(target):
            work = placing.placed(text, made, compared.compared(made, slides), state.passages if state else {})
        fresh = work.desk.text()
        _refuse_unfit(fresh, target, path)
        brief, corrected, several = _brief(asked, work.corrected)
        if not work.placed:
            return Merged(target, (), (*work.left, *strange), 0)
        mine = place.page.is_file()
        known = taken.written(asked, made.audience, "deck") if target.is_file() and not mine else Kept(text)
        if corrected:  # before the page, whose edits are what it is corrected by, should this be stopped half-way
            _save(brief_page.place(asked), *brief)
        aside = _save(place, text, fresh) if mine else _take_over(asked, place, target, fresh, known)
    left = (*work.left, *strange)
    return Merged(place.page, tuple(work.placed), left, corrected, aside, several, taken=not mine)


def _refuse_unfit(fresh: str, target: Path, path: Path) -> None:
    """UsageError where a deck came back with so much, or so little, that no page can say it."""
    try:
        edited.parsed(fresh, target)
    except PageError as problem:
        what = problem.problem.partition(":")[0]
        raise UsageError(
            f"{path}: with its edits {target.name} would be a page that {what}, so nothing was taken home: "
            "put back what is missing, or take out some of what is new"
        ) from None


def merge_all(asked: Job) -> tuple[Merged, ...]:
    """Take home the edits of every deck in OUT that was changed by hand since it was built."""
    known = outputs.record(asked.out)
    decks = [f"{audience}/deck.pptx" for audience in asked.audiences]
    theirs = [name for name in decks if outputs.changed_by_hand(asked.out, name, b"", known)]
    return tuple(merge(asked, asked.out / name) for name in theirs)


def _brief(asked: Job, changes: list[Change]) -> tuple[tuple[str, str], int, tuple[int, ...]]:
    """The brief as it is and as it is to be, how many of its statements were corrected, and where it is left to do."""
    path = asked.home / BRIEF
    if not (changes and path.is_file()):
        return ("", ""), 0, ()
    text = edited.text_of(path)
    fresh, done, several = correcting.corrected(text, changes)
    try:
        edited.parsed(fresh, path, may_be_empty=True)
    except PageError:
        return (text, text), 0, ()
    return (text, fresh), done, several


def _save(place: kept.Place, text: str, fresh: str) -> str:
    """Write a page whose text changed; where the one before is kept."""
    aside = kept.set_aside(place, place.page.read_bytes())
    outputs.write(place.page, kept.as_it_stands(fresh, text, place.page))
    return str(place.home / aside)


def _take_over(asked: Job, place: kept.Place, built: Path, fresh: str, base: Kept) -> str:
    """Make a page of OUT the person's own, with the edits that came home; where the one before is kept."""
    stands = built.read_bytes() if built.is_file() else base.page.encode()
    aside = kept.set_aside(place, stands)
    kept.save(place, kept.with_line_ends(fresh, stands), base, edited=False)
    taken.withdraw(asked, built)
    return str(place.home / aside)


def _record(asked: Job, mark: str, path: Path, audience: str) -> Record:
    file = asked.out / _STATE / _DECK.format(mark)
    if not _MARK.fullmatch(mark) or not file.is_file():
        file = _latest(asked, audience or path.absolute().parent.name, path)
    made = _read(file)
    if made is None:
        raise ReadError(f"{file}: is not as it was written: build the pack again, then merge")
    return made


def _read(file: Path) -> Record | None:
    """A record; None where somebody changed it."""
    try:
        made = record.read(file.read_bytes())
        page.parse(made.page)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, PageError):
        return None
    return made if _NAME.fullmatch(made.audience) else None


def _latest(asked: Job, audience: str, path: Path) -> Path:
    """The record of the last deck built for an audience, for a deck that lost its stamp."""
    folder = asked.out / _STATE
    for file in sorted(folder.glob(_DECK.format("*")), key=lambda one: one.stat().st_mtime_ns, reverse=True):
        made = _read(file)
        if made is not None and made.audience == audience:
            return file
    raise UsageError(
        f"{path}: no deck like it was built in {asked.out}: name its pack, and --audience NAME if it lost its name"
    )


__all__ = ["Change", "Merged", "keep", "merge", "merge_all"]
