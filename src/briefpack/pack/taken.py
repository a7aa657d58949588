"""Pages that a person took over: they stand in pages/ of the pack folder, and every build merges what is new into them.

pages/students/deck.md           hers; the one to edit
out/students/deck.md             a copy of what was built from, with a line that says so
out/.briefpack/students-deck.json   what was written last of a page that nobody took over, so that it can be
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack import merge, page
from briefpack.errors import UsageError
from briefpack.model import Brief, Notice, Ref
from briefpack.pack import edited, kept, notices, outputs
from briefpack.pack.folder import Job
from briefpack.page.anchors import checked

FOLDER = "pages"
KINDS = ("deck", "summary", "questions", "quiz", "teaching")


@dataclass(frozen=True, slots=True)
class Taken:
    """A page of a person, as a build leaves it."""

    place: kept.Place
    data: bytes
    kept: merge.Kept
    edited: bool
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What `edit` did with a page."""

    path: Path
    what: str


def place(job: Job, audience: str, kind: str) -> kept.Place:
    """Where a page that was taken over lies, or would."""
    return kept.Place(job.home / FOLDER / audience / f"{kind}.md", job.home, f"{audience}-{kind}")


def stands(job: Job, audience: str, kind: str) -> bool:
    """Whether a page was taken over."""
    return place(job, audience, kind).page.is_file()


def path(job: Job, audience: str, kind: str) -> Path:
    """Where the page is that counts: the person's own, else the one in OUT."""
    mine = place(job, audience, kind).page
    return mine if mine.is_file() else job.out / audience / f"{kind}.md"


def merged(
    job: Job, told: Brief, whose: tuple[str, str], fresh: str, struck: frozenset[Ref]
) -> tuple[Taken, tuple[Notice, ...]]:
    """A page that was taken over, ``whose`` (audience and kind), with what is new since.

    ``struck``: the passages of what was struck out of the brief. PageError names a line that cannot be read.
    """
    audience, kind = whose
    where, passages = place(job, audience, kind), kept.passages(told)
    kept.recover(where)
    text = edited.text_of(where.page)
    state = kept.load(where)
    last = state.kept
    with edited.named(where.page):
        checked(page.parse(text, file=str(where.page)), told, str(where.page), frozenset(last.passages if last else ()))
        made = merge.merge(last or merge.Kept(fresh), text, fresh, passages, loose=False, struck=struck)
    name = shown(audience, kind)
    said = (
        *notices.struck(edited.cited(page.parse(made.text)), page.parse(fresh), struck, name),
        *notices.merged(made, name, last, text, damaged=state.damaged),
    )
    by_hand = last is None or text != last.page
    return Taken(where, kept.as_it_stands(made.text, text, where.page), made.kept, by_hand, made.text), said


def copy(text: str, audience: str, kind: str) -> bytes:
    """What stands in OUT of a page that was taken over."""
    note = f"<!-- A copy. The page to edit is {shown(audience, kind)} in the pack folder. -->"
    front, rest = _front(text)
    return f"{front}{note}\n{rest}".encode()


def shown(audience: str, kind: str) -> str:
    """'pages/students/deck.md'."""
    return f"{FOLDER}/{audience}/{kind}.md"


def keep(out: Path, fresh: Mapping[str, str], passages: Mapping[Ref, str]) -> None:
    """Remember what a build wrote of each page, by its name in OUT: 'students/deck.md'."""
    for name, text in fresh.items():
        outputs.write(last(out, name).state, kept.as_json(merge.Kept(text, passages)))


def taken_over(job: Job, kind: str) -> tuple[Change, ...]:
    """A page of each audience that has one, as its editor's own from now on."""
    having = tuple(name for name in job.audiences if path(job, name, kind).is_file()) or job.audiences
    with outputs.locked(job.home, job.out):
        return tuple(_take(job, kind, name) for name in having)


def given_back(job: Job, kind: str) -> tuple[Change, ...]:
    """A page that was taken over, back to the build; the editor's is kept aside."""
    mine = [name for name in job.audiences if stands(job, name, kind)] or job.audiences
    with outputs.locked(job.home, job.out):
        return tuple(_give_back(job, kind, name) for name in mine)


def _take(job: Job, kind: str, audience: str) -> Change:
    """Take a page over as it stands in OUT. UsageError where it was not built."""
    where, built = place(job, audience, kind), job.out / audience / f"{kind}.md"
    if where.page.is_file():
        return Change(where.page, "is yours already")
    if not built.is_file():
        raise UsageError(f"{built}: there is no such page: build the pack first, or name another --page or --audience")
    edited.parsed(edited.text_of(built), built, may_be_empty=True)
    kept.save(where, built.read_bytes(), written(job, audience, kind), edited=False)
    by_hand = withdraw(job, built)
    return Change(where.page, f"is yours now{', with what you had changed in the output folder' if by_hand else ''}")


def written(job: Job, audience: str, kind: str) -> merge.Kept:
    """How a page of OUT was written, before anybody changed it; UsageError where that is not known."""
    name, built = f"{audience}/{kind}.md", job.out / audience / f"{kind}.md"
    found = kept.load(last(job.out, name)).kept
    if found is None or (found.page != edited.text_of(built) and not _by_hand(job, name)):
        raise UsageError(f"{built}: nothing is known of how it was written: build the pack again, then take it over")
    return found


def withdraw(job: Job, built: Path) -> bool:
    """Take a page out of OUT that is a person's own elsewhere now; whether she had changed it there."""
    by_hand = _by_hand(job, built.relative_to(job.out).as_posix())
    if by_hand:
        built.unlink()
    return by_hand


def _by_hand(job: Job, name: str) -> bool:
    return outputs.changed_by_hand(job.out, name, b"", outputs.record(job.out))


def _give_back(job: Job, kind: str, audience: str) -> Change:
    """Hand a page back: the next build writes it anew, the person's is kept beside it under another name."""
    where = place(job, audience, kind)
    if not where.page.is_file():
        raise UsageError(f"{where.page}: was not taken over, so there is nothing to give back")
    aside = next(each for each in _asides(where.page) if not each.exists())
    where.page.rename(aside)
    where.state.unlink(missing_ok=True)
    return Change(aside, "keeps what was yours; the next build writes the page anew")


def _asides(path: Path) -> list[Path]:
    return [path.with_name(f"{path.stem}.yours{number if number > 1 else ''}.md") for number in range(1, 10_000)]


def last(out: Path, name: str) -> kept.Place:
    """Where a page of OUT, and what was written of it, lie."""
    return kept.Place(out / name, out, name.removesuffix(".md").replace("/", "-"))


def _front(text: str) -> tuple[str, str]:
    """The front matter of a page, and the rest."""
    if not text.startswith("---\n"):
        return "", text
    front, mark, rest = text.partition("\n---\n")
    return f"{front}{mark}", rest
