"""What each finished file is called, and for whom it is: to show, to hand out, to keep, or to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from briefpack.model import Offer
from briefpack.pack.keys import AUDIENCES

TITLES: Mapping[str, str] = {
    "deck": "Slides",
    "handout": "Handout of the slides",
    "guided-notes": "Guided notes",
    "guided-notes-bank": "Guided notes with their words",
    "summary": "One-page summary",
    "questions": "Discussion questions",
    "quiz": "Quiz",
    "reading-set": "Reading set",
    "glossary": "Glossary",
    "document-sheets": "Document sheets",
    "role-cards": "Role cards",
    "rubric": "Rubric",
    "exit-ticket": "Exit ticket",
    "key": "Answer key",
    "quiz-key": "Key to the quiz",
    "guided-notes-key": "Key to the guided notes",
    "facilitator-notes": "Facilitator's notes",
    "notes": "Presenter's notes",
}
"""Stem of a file to its title, in the order in which files are listed and printed; 'handout-6' is a 'handout', too."""

KEPT = frozenset({"key", "quiz-key", "guided-notes-key", "facilitator-notes", "notes"})
"""Stems of pages that give answers away, or tell a teacher what to do: never handed out, printed only when named."""

LARGE = "large-print"
"""The folder of editions for those who need large letters."""

_PAGES = (".pdf", ".docx")
_SHOWN = (".pptx",)


def offer(name: str, size: str = "", length: int = 0) -> Offer:
    """A file of a build by its name in OUT, 'students/key.pdf'."""
    path = PurePosixPath(name)
    role = _role(path)
    edition = "large print" if path.parent.name == LARGE else ""
    return Offer(name, path.name if role == "change" else _title(path), role, size, length, edition)


def word(name: str) -> str:
    """How a person asks for a page: 'key', 'large-print/key'."""
    path = PurePosixPath(name)
    return f"{LARGE}/{path.stem}" if path.parent.name == LARGE else path.stem


def place(name: str) -> tuple[int, int, bool, str, bool, bool]:
    """Sorts files as a person goes through them: one audience after the other, each as in TITLES, PDFs first."""
    path = PurePosixPath(name)
    audience, kind = path.parts[0], _kind(path)
    whose = AUDIENCES.index(audience) if audience in AUDIENCES else len(AUDIENCES)
    which = list(TITLES).index(kind) if kind in TITLES else len(TITLES)
    return whose, which, path.stem != kind, path.stem, path.parent.name == LARGE, path.suffix != ".pdf"


def _kind(path: PurePosixPath) -> str:
    """The stem, without the number of slides on a page of a handout."""
    stem, _, number = path.stem.rpartition("-")
    return stem if number.isdecimal() and stem in TITLES else path.stem


def _title(path: PurePosixPath) -> str:
    kind, number = _kind(path), path.stem.rpartition("-")[2]
    title = TITLES.get(kind, path.stem.replace("-", " ").capitalize())
    return f"{title}, {number} to a page" if number.isdecimal() else title


def _role(path: PurePosixPath) -> str:
    if path.suffix in _SHOWN:
        return "show"
    if path.suffix not in _PAGES:
        return "change"
    return "keep" if path.stem in KEPT or _kind(path) not in TITLES else "hand out"
