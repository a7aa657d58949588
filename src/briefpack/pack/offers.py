"""What each finished file is called, and for whom it is: to show, to hand out, to keep, or to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from briefpack.model import Offer
from briefpack.pack.folder import AUDIENCES

_A_PAGE = {"1": "one", "2": "two", "4": "four", "6": "six", "9": "nine"}
TITLES: Mapping[str, str] = {
    "deck": "Slides",
    "handout": "Handout of the slides",
    **{f"handout-{count}": f"Slides, {word} a page" for count, word in _A_PAGE.items()},
    "summary": "One-page summary",
    "questions": "Discussion questions",
    "key": "Answer key",
}
"""Stem of a file in an audience's folder to its title, in the order in which files are listed and printed."""

KEPT = frozenset({"key"})
"""Stems of pages that give answers away, or tell a teacher what to do: never handed out, printed only when named."""

_PAGES = (".pdf", ".docx")
_SHOWN = (".pptx",)


def offer(name: str, size: str = "", length: int = 0) -> Offer:
    """A file of a build by its name in OUT, 'students/key.pdf'."""
    path = PurePosixPath(name)
    role = _role(path)
    title = path.name if role == "change" else TITLES.get(path.stem, path.stem.replace("-", " ").capitalize())
    return Offer(name, title, role, size, length)


def place(name: str) -> tuple[int, int, str]:
    """Sorts files as a person goes through them: one audience after the other, each as in TITLES."""
    path, stems = PurePosixPath(name), list(TITLES)
    audience = path.parent.as_posix()
    whose = AUDIENCES.index(audience) if audience in AUDIENCES else len(AUDIENCES)
    return whose, stems.index(path.stem) if path.stem in stems else len(stems), name


def _role(path: PurePosixPath) -> str:
    if path.suffix in _SHOWN:
        return "show"
    if path.suffix not in _PAGES:
        return "change"
    return "keep" if path.stem in KEPT or path.stem not in TITLES else "hand out"
