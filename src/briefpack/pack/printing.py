"""Printing what was built: which pages, on which printer, and what a person should know first."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path, PurePosixPath

from briefpack import settings
from briefpack.errors import ReadError, UsageError, WriteError
from briefpack.model import Notice, Offer
from briefpack.pack import cups, offers, outputs
from briefpack.pack.folder import PACK_FILE

USUAL = ("handout", "summary", "questions")
ALL = "all"
"""Everything that is handed out, large print only where it is named."""
_NO_CUPS = (
    "lp: is not installed, so nothing can be printed from here: install it (Debian and Ubuntu: "
    "'apt install cups-client'; macOS has it), or open the PDF and print it there"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks to have printed, and how."""

    what: tuple[str, ...] = ()
    """'handout', 'key', 'large-print/key' …, or 'all' that is handed out; empty for the usual pages."""
    audiences: tuple[str, ...] = ()
    printer: str = ""
    copies: int = 1
    two_sided: bool = False
    paper: str = ""
    """Empty for the paper that the pages were made for."""
    dry: bool = False
    """Only say what would be done: nothing is asked of CUPS but its usual printer."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to print, and the command that does it."""

    offer: Offer
    command: tuple[str, ...]


def planned(place: Path, wish: Wish) -> tuple[tuple[Task, ...], tuple[Notice, ...]]:
    """The commands, in the order of the pages, and what a person should know; nothing is printed yet."""
    out = _out(place)
    pages = _pages(out)
    chosen = _chosen(pages, wish, out)
    for one in chosen:
        _refuse_broken(out, one)
    printer = _printer(wish)
    made_for = _made_for(out)
    tasks = tuple(
        Task(
            one,
            cups.command(
                Path(realpath(out / one.name)),
                printer=printer,
                copies=wish.copies,
                two_sided=wish.two_sided,
                paper=wish.paper or made_for,
                fit=bool(wish.paper and made_for and wish.paper != made_for),
            ),
        )
        for one in chosen
    )
    return tasks, (*_left_over(pages, wish), *_by_hand(out, chosen))


def send(task: Task) -> str:
    """Print one file; the name of the job."""
    return cups.send(task.command)


def _out(place: Path) -> Path:
    """The folder that was built: PACK/out of a pack folder, or the folder itself."""
    if not place.exists():
        raise ReadError(f"{place}: there is no such pack or folder")
    pack = place.parent if place.name == PACK_FILE else place
    out = pack / "out" if (pack / PACK_FILE).is_file() else place
    if not outputs.record(out):
        what = f"build it first (briefpack build {pack})" if out != place else "name a pack, or a folder that was built"
        raise UsageError(f"{out}: nothing was built here: {what}")
    return out


def _pages(out: Path) -> tuple[Offer, ...]:
    """The PDFs of a build that still stand, without fresh ones that wait beside a person's own."""
    known = sorted((name for name in outputs.record(out) if name.endswith(".pdf")), key=offers.place)
    return tuple(offers.offer(name) for name in known if _stands(out, name) and not _waits(name, known))


def _stands(out: Path, name: str) -> bool:
    """Whether a file of the record is there, and in OUT: a report from a stranger may name any place."""
    path = out / name
    return path.is_file() and Path(realpath(path)).is_relative_to(realpath(out))


def _waits(name: str, known: Collection[str]) -> bool:
    """Whether it is 'handout.new.pdf' beside 'handout.pdf'."""
    path = PurePosixPath(name)
    return ".new" in path.stem and path.with_stem(path.stem.rpartition(".new")[0]).as_posix() in known


def _chosen(pages: tuple[Offer, ...], wish: Wish, out: Path) -> tuple[Offer, ...]:
    audiences = _all_known(wish.audiences, dict.fromkeys(one.audience for one in pages), "--audience")
    words = _all_known(wish.what, dict.fromkeys((*(offers.word(one.name) for one in pages), ALL)), "--what", out)
    theirs = tuple(one for one in pages if not audiences or one.audience in audiences)
    chosen = tuple(one for one in theirs if _wanted(one, words or _usual(pages)))
    if not chosen:
        raise UsageError(f"{out}: holds no such page{' for ' * bool(audiences)}{' and '.join(audiences)}")
    return chosen


def _usual(pages: tuple[Offer, ...]) -> tuple[str, ...]:
    """The usual pages; where the slides were only made with another number to a page, the first of those."""
    words = [offers.word(one.name) for one in pages]
    others = [word for word in words if word.startswith("handout-")]
    return USUAL if "handout" in words else (*USUAL, *others[:1])


def _wanted(one: Offer, words: tuple[str, ...]) -> bool:
    word = offers.word(one.name)
    return word in words or (ALL in words and one.role == "hand out" and "/" not in word)


def _all_known(given: Iterable[str], known: Iterable[str], option: str, out: Path | None = None) -> tuple[str, ...]:
    """The words, each once; UsageError with the nearest right one, and what there is."""
    known = tuple(known)
    for word in dict.fromkeys(given):
        if word in known:
            continue
        if out and any(out.glob(f"*/{word}.pptx")) and word.isidentifier():
            raise UsageError(f"{option}: {word}.pptx is no PDF: print its handout, or open it and print from there")
        near = settings.nearest(word, known)
        there_is = "" if near.startswith("known") else f" There is: {', '.join(known)}"
        raise UsageError(f"{option}: there is no {word!r}: {near}{there_is}")
    return tuple(dict.fromkeys(given))


def _printer(wish: Wish) -> str:
    """The printer by name; UsageError lists them where none is named and none is usual, or no such one is known."""
    if not cups.installed():
        if wish.dry:
            return wish.printer
        raise WriteError(_NO_CUPS)
    if wish.dry:
        return wish.printer or cups.default()
    known = cups.printers()
    if not known:
        raise WriteError("CUPS knows no printer: add one in the settings of this computer, or see 'lpstat -t'")
    if not wish.printer:
        usual = cups.default()
        if not usual:
            raise UsageError(f"no printer is named and none is the usual one: add --printer: {', '.join(known)}")
        return usual
    if wish.printer not in known:
        near = settings.nearest(wish.printer, known)
        raise UsageError(f"--printer: there is no {wish.printer!r}: {near}")
    return wish.printer


def _refuse_broken(out: Path, one: Offer) -> None:
    try:
        with (out / one.name).open("rb") as file:
            whole = file.read(5) == b"%PDF-"
    except OSError as problem:
        raise ReadError(f"{out / one.name}: cannot be read ({problem.strerror})") from None
    if not whole:
        raise ReadError(f"{out / one.name}: is no PDF any more: move it away and build again")


def _made_for(out: Path) -> str:
    """The paper of the build; empty where its report does not say."""
    try:
        paper = json.loads((out / outputs.REPORT).read_text(encoding="utf-8")).get("paper", "")
    except (OSError, ValueError, AttributeError, RecursionError):
        return ""
    return paper if isinstance(paper, str) else ""


def _left_over(pages: tuple[Offer, ...], wish: Wish) -> tuple[Notice, ...]:
    """What else there is, where nothing is named; what is for the teacher alone never lands in the pile unsaid."""
    if wish.what:
        named = (one for one in pages if one.role == "keep" and offers.word(one.name) in wish.what)
        return tuple(Notice("is not to be handed out: keep it apart from the other pages", one.name) for one in named)
    usual = _usual(pages)
    rest = (one for one in pages if one.audience in (wish.audiences or (one.audience,)) and not _wanted(one, usual))
    words = dict.fromkeys(offers.word(one.name) for one in rest)
    return (Notice(f"not printed: {', '.join(words)}", do="name what you want with --what"),) if words else ()


def _by_hand(out: Path, chosen: tuple[Offer, ...]) -> tuple[Notice, ...]:
    """What a person changed is printed as it stands, and said."""
    known = outputs.record(out)
    what = "was changed by hand and is printed as it stands"
    return tuple(Notice(what, one.name) for one in chosen if outputs.changed_by_hand(out, one.name, b"", known))
