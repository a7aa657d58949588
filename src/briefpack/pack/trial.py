"""Trying a course on three sample sets of documents, thin, normal and rich, before a real pack is built with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefpack.errors import BriefpackError
from briefpack.pack import shipped
from briefpack.pack.courses import Course
from briefpack.pack.folder import Document, Job, of_course
from briefpack.pack.pipeline import Built, build

SAMPLES = ("thin", "normal", "rich")
"""Folders of templates/samples: a notice of five sentences, two texts that disagree, four texts."""
_TOLD = ("deck.pptx", "summary.pdf", "questions.json")
"""What is said of each audience, where it was made."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one sample."""

    sample: str
    rows: tuple[str, ...] = ()
    """'students: 13 slides, 1 page, 8 questions'."""
    faults: tuple[str, ...] = ()
    """What has to be mended."""


def tried(course: Course, progress: Callable[[str], None]) -> Iterator[Tried]:
    """Build each sample with the course, in a folder that is taken away; nothing of the course is changed."""
    for sample in SAMPLES:
        progress(f"trying the {sample} sample")
        with TemporaryDirectory() as folder:
            try:
                made = build(_job(course, sample, Path(folder)), lambda _: None)
            except BriefpackError as problem:
                yield Tried(sample, faults=(str(problem),))
            else:
                yield Tried(sample, tuple(_rows(made)), tuple(str(one) for one in made.notices if one.hard))


def _job(course: Course, sample: str, folder: Path) -> Job:
    paths = sorted((shipped.folder() / "samples" / sample).glob("*.txt"))
    job = of_course(course, tuple(map(Document, paths)), folder, folder / "out")
    return replace(job, title=job.title or f"The {sample} sample", handouts=job.handouts[:1])


def _rows(made: Built) -> Iterator[str]:
    sizes = {row.name: row.size for row in made.rows}
    for audience in dict.fromkeys(name.partition("/")[0] for name in sizes if "/" in name):
        told = (sizes[f"{audience}/{file}"] for file in _TOLD if f"{audience}/{file}" in sizes)
        yield f"{audience}: {', '.join(told)}"
