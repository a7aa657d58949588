"""Two audiences side by side: what each gets of the same documents, and the setting or page that makes it so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from briefpack import page
from briefpack.errors import ReadError
from briefpack.messages import speaking
from briefpack.model import Brief
from briefpack.pack import brief_page, intake, stages
from briefpack.pack.courses import told
from briefpack.pack.courses.layers import Setting
from briefpack.pack.folder import Job
from briefpack.plugins import Guard

_PAGES = ("deck", "summary", "questions", "quiz", "teaching")
_COUNTED = {
    "claim": "claims", "timeline": "events", "people": "people", "quote": "quotes", "number": "figures",
    "terms": "terms", "views": "tensions", "matrix": "tensions", "points": "points", "judgements": "points",
    "opening": "questions", "core": "questions", "closing": "questions", "bottomline": "bottomlines",
}  # fmt: skip
"""A kind of slide, block or phase to the count that limits it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing of which the two get unlike amounts, or have unlike settings."""

    what: str
    first: str
    second: str
    why: str = ""


def found(job: Job, first: str, second: str) -> tuple[tuple[Difference, ...], tuple[Difference, ...]]:
    """Settings that differ, each with its two places; then what differs on the pages, each with its reason."""
    settings = [{each.key: each for each in told.audience(job.course, name)} for name in (first, second)]
    keys = [key for key in dict.fromkeys([*settings[0], *settings[1]]) if key != "label"]
    unlike = [key for key in keys if _said(settings[0], key) != _said(settings[1], key)]
    rows = tuple(
        Difference(key, _said(settings[0], key), _said(settings[1], key), _where(settings, key)) for key in unlike
    )
    brief = _brief(job)
    guard = Guard()
    amounts = [_amounts(job, brief, name, guard) for name in (first, second)]
    kinds = [kind for kind in dict.fromkeys([*amounts[0], *amounts[1]]) if amounts[0][kind] != amounts[1][kind]]
    got = (Difference(kind, _many(amounts[0][kind]), _many(amounts[1][kind]), _why(kind, unlike)) for kind in kinds)
    return rows, tuple(got)


def _brief(job: Job) -> Brief:
    """The brief as its editor left it."""
    sources, _ = intake.read(job.documents)
    if not sources:
        raise ReadError("no document is left to compare with")
    return brief_page.merged(job, stages.found(job, sources, Guard())).told


def _amounts(job: Job, brief: Brief, name: str, guard: Guard) -> Counter[str]:
    """How many statements, questions and slides of each kind stand on the pages of an audience."""
    audience = stages.audience(job, name)
    with speaking(stages.language(job, audience)):
        made = stages.filled(job, brief, audience, guard)
    found: Counter[str] = Counter()
    for kind in _PAGES:
        text = getattr(made, kind)
        for section in page.parse(text).sections if text else ():
            unit = "slides" if kind == "deck" else "lines" if kind == "summary" else "parts"
            groups = sum(len(group.entries) if kind == "summary" else 1 for group in section.groups)
            found[f"{kind}: {section.kind or 'points'} ({unit})"] += 1 if kind == "deck" else groups
    return found


def _said(settings: dict[str, Setting], key: str) -> str:
    return told.shown_value(settings[key].value) if key in settings else ""


def _where(settings: list[dict[str, Setting]], key: str) -> str:
    return ", ".join(dict.fromkeys(each[key].where for each in settings if key in each))


def _why(kind: str, unlike: list[str]) -> str:
    """The count that differs, else the template of each audience."""
    name = kind.partition(": ")[2].partition(" ")[0]
    count = f"counts: {_COUNTED.get(name, '')}"
    if count in unlike or "template" in unlike:
        return count if count in unlike else "template"
    return ", ".join(key for key in unlike if key.endswith("words") or key in ("minutes", "levels"))


def _many(count: int) -> str:
    return str(count) if count else "-"
