"""A built pack's quiz and questions as files that other programs import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from briefpack import compose
from briefpack.errors import ReadError, UsageError
from briefpack.messages import speaking
from briefpack.model import Brief, Question, Quiz
from briefpack.pack import brief_page, edited, intake, outputs, stages, taken
from briefpack.pack.folder import Job
from briefpack.plugins import Guard
from briefpack.settings import nearest
from briefpack.writers.lms import FORMATS, Exam, Format

__all__ = ["FORMATS", "Exported", "export", "formats"]

FOLDER = "export"
_RECORD = ".briefpack/exported.json"
"""SHA-256 of each file that was exported, so that one that somebody changed is not written over."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, and what its format loses."""

    path: Path
    label: str
    questions: int
    loses: tuple[str, ...]


def formats(names: tuple[str, ...]) -> tuple[Format, ...]:
    """The formats of these names, all without one; UsageError with the nearest right word."""
    known = {one.name: one for one in FORMATS}
    for name in names:
        if name not in known:
            raise UsageError(f"no format is called '{name}', {nearest(name, known)}")
    return tuple(known[name] for name in names) or FORMATS


def export(job: Job, names: tuple[str, ...], audience: str = "") -> tuple[Exported, ...]:
    """Write the quiz and the questions of each audience that has any; what a person changed on the pages is kept.

    ReadError where nothing was built, or no audience has a quiz or questions.
    """
    chosen = formats(names)
    told = _told(job)
    with speaking(stages.language(job)):
        return _exported(job, chosen, told, audience)


def _exported(job: Job, chosen: tuple[Format, ...], told: Brief, audience: str) -> tuple[Exported, ...]:
    found = [(name, exam) for name in ((audience,) if audience else job.audiences) if (exam := _exam(job, told, name))]
    if not found:
        raise ReadError(f"{job.out}: holds no quiz.md and no questions.md: build the pack first")
    made = {f"{name}/{FOLDER}/{one.file}": (one, exam) for name, exam in found for one in chosen}
    placed = _written(job, {name: one.write(exam) for name, (one, exam) in made.items()})
    return tuple(
        Exported(job.out / placed[name], one.label, len(exam.quiz.items) + len(exam.essays), one.loses(exam))
        for name, (one, exam) in made.items()
    )


def _written(job: Job, files: dict[str, bytes]) -> dict[str, str]:
    """Write all or none; the name that each file got, 'quiz.gift.new.txt' where a person changed the last one."""
    record = job.out / _RECORD
    known = _recorded(record)
    with outputs.locked(job.out):
        names = outputs.save(job.out, files, {name: digest for name, digest in known.items() if name in files})
        digests = outputs.digests({names[name]: data for name, data in files.items()})
        outputs.write(record, (json.dumps(known | digests, indent=1) + "\n").encode())
    return dict(names)


def _recorded(path: Path) -> dict[str, str]:
    try:
        return {str(name): str(digest) for name, digest in json.loads(path.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _told(job: Job) -> Brief:
    """The brief that the pages cite: what the editor left in brief.md, else what the documents give."""
    sources, _ = intake.read(job.documents)
    return brief_page.merged(job, stages.found(job, sources, Guard())).told


def _exam(job: Job, told: Brief, name: str) -> Exam | None:
    audience = job.course.audience(name)
    quiz_page, questions_page = (taken.path(job, name, kind) for kind in ("quiz", "questions"))
    quiz = Quiz(told.title, name, told.sources[0].language or "en", ())
    essays: tuple[Question, ...] = ()
    if questions_page.is_file():
        with edited.named(questions_page):
            page = edited.parsed(edited.text_of(questions_page), questions_page, may_be_empty=True)
            asked = compose.question_set(page, told, audience)
        essays, quiz = asked.questions, Quiz(asked.title, name, asked.language, (), asked.sources)
    if quiz_page.is_file():
        with edited.named(quiz_page):
            page = edited.parsed(edited.text_of(quiz_page), quiz_page, may_be_empty=True)
            quiz = compose.quiz(page, told, audience)
    return Exam(quiz, essays) if quiz.items or essays else None
