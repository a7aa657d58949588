"""The pipeline end to end: documents, brief, pages, products, files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefpack import analysis, brief
from briefpack.errors import ReadError
from briefpack.messages import Messages, speaking
from briefpack.model import Audience, Brief, Look, Notice, Source
from briefpack.pack import (
    brief_page,
    citing,
    indexed,
    intake,
    kept,
    leftovers,
    looks,
    notices,
    outputs,
    plugged,
    returned,
    stages,
    taken,
    zipped,
)
from briefpack.pack.bench import Bench, Order, Row
from briefpack.pack.brief_page import BriefPage
from briefpack.pack.folder import BRIEF, Job
from briefpack.pack.products import PRODUCTS
from briefpack.plugins import Guard
from briefpack.writers import html

_ASIDE = "report.old.json"
"""Where a person's own report.json goes."""
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote."""

    out: Path
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...]

    @property
    def exit_code(self) -> int:
        """1 where a hard gate is broken, else 0."""
        return int(any(notice.hard for notice in self.notices))


def build(job: Job, progress: Progress) -> Built:
    """Build every product of a job and write them; BriefpackError leaves the last good output whole."""
    progress("reading")
    worn = looks.asked(job)
    sources, notices = intake.read(job.documents)
    if not sources:
        raise ReadError("\n".join([*map(str, notices), "no document is left to build from"]))
    with outputs.locked(job.home, job.out):
        bench = Bench(job, outputs.record(job.out), worn, notices=[*notices, *worn.notices()])
        progress("analysing")
        guard = Guard()
        found = stages.found(job, sources, guard)
        bench.notices += analysis.slips.find(sources)
        brief_page.recover(job)
        page = brief_page.merged(job, found)
        bench.notices += page.notices
        bench.struck = page.struck
        audiences = [stages.audience(job, name) for name in job.audiences]
        for audience in audiences:
            with speaking(stages.language(job, audience)) as language:
                _audience(bench, page.told, audience, guard, progress)
            bench.notices += _untranslated(language)
        bench.notices += guard.notices
        with speaking(stages.language(job)) as language:
            _common(bench, page, {each.name: bench.worn.of(each.look) for each in audiences})
        bench.notices += _untranslated(language)
        progress("writing")
        return _saved(bench, page)


def _untranslated(language: Messages) -> list[Notice]:
    """What had to stay English, in one notice."""
    if not language.missing:
        return []
    first, *more = language.missing
    others = f" and {len(more)} more" if more else ""
    what = f"no words in '{language.code}' for “{first}”{others}: English stands there"
    return [Notice(what, f"messages/{language.code}.yaml", "add the English text and its translation")]


def _audience(bench: Bench, told: Brief, audience: Audience, guard: Guard, progress: Progress) -> None:
    """Everything that one audience gets."""
    progress(f"writing for {audience.name}")
    course = bench.job.course
    made = stages.filled(bench.job, told, audience, guard)
    if left := course.unfit(audience):
        what = f"was made from '{course.root}', so its pages are not used here; its looks and settings are"
        bench.notices.append(Notice(what, f"{audience.name}, template {left}"))
    bench.notices += made.notices
    texts = {
        "deck": made.deck,
        "summary": made.summary,
        "questions": made.questions,
        "quiz": made.quiz,
        "teaching": made.teaching,
    }
    bench.notices += notices.unshown(told, audience.name, (made.deck, made.summary))
    order = Order(told, audience, bench.worn.of(audience.look), texts)
    for make in PRODUCTS:
        make(bench, order)
    products = tuple(one for one in bench.shown if one.audience == audience.name)
    for name, (data, maker) in plugged.writers(told, audience.name, products, guard, bench.files).items():
        bench.add(name, data, f"by {maker}")


def _common(bench: Bench, page: BriefPage, worn: Mapping[str, Look]) -> None:
    """What all audiences share, the index of everything, and archives where they are asked for."""
    told = page.told
    count = len(told.sources)
    look = worn[bench.job.audiences[0]]
    bench.add("brief.json", _json(brief.to_json(told)), f"{len(told.points)} points")
    bench.files[citing.CSL] = citing.csl(told.sources)
    bench.add("sources.html", html.passages.write(told, look), f"{count} source{'' if count == 1 else 's'}")
    files = outputs.standing(bench.job.out, bench.files, bench.known)
    bench.add(indexed.INDEX, indexed.page(bench, told, files, look), "everything on one page")
    if bench.job.zipped:
        zipped.add(bench, told, {**files, BRIEF: page.data}, worn)


def _saved(bench: Bench, page: BriefPage) -> Built:
    """Write everything, the report and brief.md last, and say what happened to each file."""
    job = bench.job
    names = outputs.placed(job.out, bench.files, bench.known)
    for name, other in names.items():
        if name != other:
            what = f"was changed by hand and is kept; the fresh one is {Path(other).name}"
            bench.notices.append(Notice(what, name))
    aside = {}
    if strange := outputs.foreign_report(job.out):
        aside = {_ASIDE: strange}
        what = f"was no report of a build, and is kept as {outputs.placed(job.out, aside, {})[_ASIDE]}"
        bench.notices.append(Notice(what, outputs.REPORT))
    left = leftovers.find(job.out, {*bench.files, *names.values(), outputs.REPORT}, bench.known)
    bench.notices += leftovers.told_of(left)
    bench.rows.append(Row(outputs.REPORT, f"{len(bench.notices)} notices" if bench.notices else "nothing to report"))
    files = {**bench.files, **aside, outputs.REPORT: _report(bench, page.told, names, left.stale)}
    outputs.refuse_blocked(job.out, (*names.values(), outputs.REPORT))
    returned.keep(job.out, bench.records)  # before the decks whose words they are
    outputs.save(job.out, files, bench.known, left.stale)
    taken.keep(job.out, bench.fresh, page.kept.passages)
    for each in bench.taken:
        kept.save(each.place, each.data, each.kept, edited=each.edited)
    brief_page.save(job, page)
    return Built(job.out, tuple(bench.rows), tuple(bench.notices))


def _report(bench: Bench, told: Brief, names: Mapping[str, str], gone: tuple[str, ...]) -> bytes:
    digests = outputs.digests({names[name]: data for name, data in bench.files.items()})
    sizes = {names.get(row.name, row.name): row.size for row in bench.rows}
    kept = {
        name: {"sha256": digest}
        for name, digest in bench.known.items()
        if (bench.job.out / name).is_file() and name not in gone
    }
    fresh = {name: {"sha256": digest, "size": sizes.get(name, "")} for name, digest in digests.items()}
    return _json(
        {
            "paper": bench.job.paper,
            "intake": [_intake(source) for source in told.sources],
            "notices": [_notice(notice) for notice in bench.notices],
            "left_out": bench.left_out,
            "files": dict(sorted({**kept, **fresh}.items())),
        }
    )


def _intake(source: Source) -> dict[str, object]:
    return {
        "key": source.key,
        "origin": source.origin,
        "sha256": source.sha256,
        "passages": len(source.passages),
        "dropped": len(source.dropped),
        "worked_out": list(source.worked_out),
    }


def _notice(notice: Notice) -> dict[str, object]:
    return {
        "what": notice.what,
        "where": notice.where,
        "do": notice.do,
        "gate": notice.gate,
        "hard": notice.hard,
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
