"""What each finished file is called, and for whom it is: to show, to hand out, to keep, or to change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from briefpack.messages import noted, say
from briefpack.model import Offer
from briefpack.pack.keys import AUDIENCES

TITLES: Mapping[str, str] = {
    "deck": noted("Slides"),
    "handout": noted("Handout of the slides"),
    "guided-notes": noted("Guided notes"),
    "guided-notes-bank": noted("Guided notes with their words"),
    "summary": noted("One-page summary"),
    "questions": noted("Discussion questions"),
    "quiz": noted("Quiz"),
    "reading-set": noted("Reading set"),
    "glossary": noted("Glossary"),
    "document-sheets": noted("Document sheets"),
    "role-cards": noted("Role cards"),
    "rubric": noted("Rubric"),
    "evidence-frame": noted("Claim, evidence, reasoning"),
    "debate": noted("Debate"),
    "role-memo": noted("Memo in a role"),
    "exit-ticket": noted("Exit ticket"),
    "principal-questions": noted("Questions for the principal"),
    "red-team": noted("Red-team questions"),
    "key": noted("Answer key"),
    "quiz-key": noted("Key to the quiz"),
    "guided-notes-key": noted("Key to the guided notes"),
    "think-pair-share": noted("Think, pair, share"),
    "seminar": noted("Socratic seminar"),
    "tabletop-exercise": noted("Tabletop exercise"),
    "facilitator-notes": noted("Facilitator's notes"),
    "notes": noted("Presenter's notes"),
}
"""Stem of a file to its title, in the order in which files are listed and printed; 'handout-6' is a 'handout', too."""

_PLANS = frozenset({"think-pair-share", "seminar", "tabletop-exercise", "facilitator-notes"})
KEPT = frozenset({"key", "quiz-key", "guided-notes-key", "notes"}) | _PLANS
"""Stems of pages that give answers away, or tell a teacher what to do: never handed out, printed only when named."""

LARGE = "large-print"
"""The folder of editions for those who need large letters."""

_PAGES = (".pdf", ".docx")
_SHOWN = (".pptx",)


def offer(name: str, size: str = "", length: int = 0) -> Offer:
    """A file of a build by its name in OUT, 'students/key.pdf'."""
    path = PurePosixPath(name)
    role = _role(path)
    edition = say("large print") if path.parent.name == LARGE else ""
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
    title = say(TITLES[kind]) if kind in TITLES else path.stem.replace("-", " ").capitalize()
    return say("{title}, {number} to a page", title=title, number=number) if number.isdecimal() else title


def _role(path: PurePosixPath) -> str:
    if path.suffix in _SHOWN:
        return "show"
    if path.suffix not in _PAGES:
        return "change"
    return "keep" if path.stem in KEPT or _kind(path) not in TITLES else "hand out"
