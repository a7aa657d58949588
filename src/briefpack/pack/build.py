"""The pipeline end to end: documents, brief, pages, products, files."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefpack import analysis, brief, check, compose
from briefpack.errors import ReadError, WriteError
from briefpack.layout import marks, pages
from briefpack.model import Audience, Brief, Deck, Look, Notice, Source
from briefpack.pack import budgeting, edited, fitting, intake, looks, outputs, shipped
from briefpack.pack.drawable import drawable
from briefpack.pack.folder import BRIEF, Job
from briefpack.writers import html, json_quiz, pdf, pptx

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the closing table."""

    name: str
    size: str
    """'13 slides', '1 page', '8 questions'."""


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


@dataclass(slots=True)
class _Bench:
    """What a build has made so far; it is thrown away whole if anything fails."""

    job: Job
    known: Mapping[str, str]
    worn: looks.Asked
    files: dict[str, bytes] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    left_out: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Product to what it had no room for."""

    def add(self, name: str, data: bytes, size: str) -> None:
        self.files[name] = data
        self.rows.append(Row(name, size))


def build(job: Job, progress: Progress) -> Built:
    """Build every product of a job and write them; BriefpackError leaves the last good output whole."""
    progress("reading")
    worn = looks.asked(job)
    sources, notices = intake.read(job.documents)
    if not sources:
        raise ReadError("no document is left to build from")
    with outputs.locked(job.home, job.out):
        bench = _Bench(job, outputs.record(job.out), worn, notices=[*notices, *worn.notices()])
        progress("analysing")
        found = analysis.analyse(sources, title=job.title, question=job.question, settings=job.details, nlp=job.nlp)
        bench.notices += analysis.slips.find(sources)
        told = _told(bench, found)
        for name in job.audiences:
            _audience(bench, told, _timed(shipped.audience(name), job), progress)
        _common(bench, told)
        progress("writing")
        return _saved(bench, told)


def page_count(sheets: marks.Sheets, noun: str = "page") -> str:
    """'1 page', '12 slides'."""
    count = len(sheets.sheets)
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _told(bench: _Bench, found: Brief) -> Brief:
    """The brief as its editor left it, where there is one."""
    path = bench.job.home / BRIEF
    if path.is_dir():
        raise WriteError(f"{path}: a folder stands where this file goes: move it away")
    fresh = brief.render(found)
    if not path.is_file():
        return found
    text = edited.text_of(path)
    last = bench.job.home / ".briefpack" / BRIEF
    if text == fresh or (last.is_file() and text == edited.text_of(last)):
        return found
    what = "was changed by hand and is used as it stands"
    bench.notices.append(Notice(what, BRIEF, "delete it to start again from the documents"))
    with edited.named(path):
        return brief.read(text, found, file=str(path))


def _timed(audience: Audience, job: Job) -> Audience:
    """The audience with the length of lesson or meeting that was asked for."""
    return replace(audience, minutes=job.budget.minutes) if job.budget.minutes else audience


def _audience(bench: _Bench, told: Brief, audience: Audience, progress: Progress) -> None:
    """Everything that one audience gets."""
    look = bench.worn.of(audience.look)
    progress(f"writing for {audience.name}")
    made = compose.pages(told, audience, shipped.template)
    bench.notices += made.notices
    text, dropped = budgeting.kept(made.deck, told, audience, bench.worn.deck(look), bench.job.budget)
    texts = {"deck": text, "summary": made.summary, "questions": made.questions}
    deck = _page(bench, audience, "deck", texts)
    _dropped(bench, f"{audience.name}/deck", dropped)
    _deck(bench, told, audience, look, deck)
    _summary(bench, told, audience, look, _page(bench, audience, "summary", texts))
    _questions(bench, told, audience, look, _page(bench, audience, "questions", texts))


def _dropped(bench: _Bench, name: str, dropped: tuple[str, ...]) -> None:
    """Say what a fresh deck leaves out for its budget; a page that its editor keeps leaves out nothing."""
    if dropped and f"{name}.md" in bench.files:
        bench.left_out[f"{name}.pptx"] = dropped
        bench.notices += budgeting.told_of(dropped, f"{name}.pptx", bench.job.budget)


def _page(bench: _Bench, audience: Audience, kind: str, texts: Mapping[str, str]) -> str:
    """A page as its editor left it in OUT, else the fresh one, which is then written."""
    name = f"{audience.name}/{kind}.md"
    fresh = texts[kind].encode()
    path = bench.job.out / name
    if outputs.changed_by_hand(bench.job.out, name, fresh, bench.known):
        what = "was changed by hand and is used as it stands"
        bench.notices.append(Notice(what, name, "delete it to get a fresh one"))
        return edited.text_of(path)
    bench.files[name] = fresh
    return texts[kind]


def _deck(bench: _Bench, told: Brief, audience: Audience, look: Look, text: str) -> None:
    path = bench.job.out / audience.name / "deck.md"
    with edited.named(path):
        made = compose.deck(edited.parsed(text, path), told, audience)
    deck, refused = check.sifted(made, told)
    by_hand = f"{audience.name}/deck.md" not in bench.files
    worn = bench.worn.deck(look)
    deck, placed, unfit = fitting.placed(compose.completed(deck, told, audience), worn, path, by_hand=by_hand)
    bench.notices += (*refused, *unfit, *check.deck(deck, placed, worn))
    bench.notices += budgeting.overrun(deck, worn, audience, bench.job.budget, f"{audience.name}/deck.pptx")
    _cut(bench, f"{audience.name}/deck.pptx", placed)
    bench.add(f"{audience.name}/deck.pptx", pptx.write(placed, worn, deck), page_count(placed, "slide"))
    _handout(bench, deck, placed, look, path)


def _handout(bench: _Bench, deck: Deck, placed: marks.Sheets, look: Look, path: Path) -> None:
    """The slides on pages, without what the fonts of pages cannot draw: a viewer of the deck has fonts of its own."""
    shown, undrawn = drawable(deck)
    worn = bench.worn.deck(look)
    if undrawn:
        shown, placed, _ = fitting.placed(shown, worn, path, by_hand=False)
    bench.notices += undrawn
    sheets = pages.handout(shown, placed, look, bench.job.paper, drawn=worn.name)
    _pdf(bench, f"{deck.audience}/handout.pdf", sheets, look, worn)


def _summary(bench: _Bench, told: Brief, audience: Audience, look: Look, text: str) -> None:
    path = bench.job.out / audience.name / "summary.md"
    with edited.named(path):
        made = compose.summary(edited.parsed(text, path), told, audience)
    summary, undrawn = drawable(made)
    with edited.fitted(path):
        placed = pages.summary(summary, look, bench.job.paper)
    bench.notices += (*undrawn, *check.summary(summary, placed, told))
    _pdf(bench, f"{audience.name}/summary.pdf", placed, look)


def _questions(bench: _Bench, told: Brief, audience: Audience, look: Look, text: str) -> None:
    path = bench.job.out / audience.name / "questions.md"
    with edited.named(path):
        made = compose.question_set(edited.parsed(text, path, may_be_empty=True), told, audience)
    asked, undrawn = drawable(made)
    bench.notices += undrawn
    if not asked.questions:
        what = "no question could be asked well of these documents; questions.pdf and key.pdf are left out"
        bench.notices.append(Notice(what, audience.name))
        return
    bench.notices += check.questions(asked, told)
    _pdf(bench, f"{audience.name}/questions.pdf", pages.questions(asked, look, bench.job.paper), look)
    _pdf(bench, f"{audience.name}/key.pdf", pages.key(asked, look, bench.job.paper), look)
    count = len(asked.questions)
    bench.add(f"{audience.name}/questions.json", json_quiz.write(asked), f"{count} question{'' if count == 1 else 's'}")


def _pdf(bench: _Bench, name: str, sheets: marks.Sheets, look: Look, *others: Look) -> None:
    """Pages in their look; the slides on a handout may have another."""
    _cut(bench, name, sheets)
    known = {one.name: one for one in (look, *others)}
    bench.add(name, pdf.write(sheets, known, look=look.name), page_count(sheets))


def _cut(bench: _Bench, name: str, sheets: marks.Sheets) -> None:
    if sheets.cut:
        bench.left_out[name] = bench.left_out.get(name, ()) + sheets.cut
        many = "one thing" if len(sheets.cut) == 1 else f"{len(sheets.cut)} things"
        bench.notices.append(Notice(f"had no room for {many}; report.json says which", name))


def _common(bench: _Bench, told: Brief) -> None:
    count = len(told.sources)
    bench.add("brief.json", _json(brief.to_json(told)), f"{len(told.points)} points")
    bench.add("sources.html", html.write(told), f"{count} source{'' if count == 1 else 's'}")


def _saved(bench: _Bench, told: Brief) -> Built:
    """Write everything, the report and brief.md last, and say what happened to each file."""
    job = bench.job
    names = outputs.placed(job.out, bench.files, bench.known)
    for name, other in names.items():
        if name != other:
            what = f"was changed by hand and is kept; the fresh one is {Path(other).name}"
            bench.notices.append(Notice(what, name))
    bench.rows.append(Row(outputs.REPORT, f"{len(bench.notices)} notices" if bench.notices else "nothing to report"))
    files = {**bench.files, outputs.REPORT: _report(bench, told, names)}
    outputs.save(job.out, files, bench.known)
    _save_brief(job, told)
    return Built(job.out, tuple(bench.rows), tuple(bench.notices))


def _save_brief(job: Job, told: Brief) -> None:
    """Write brief.md unless an editor's stands there, and keep a copy of what was written."""
    path, last = job.home / BRIEF, job.home / ".briefpack" / BRIEF
    fresh = brief.render(told).encode()
    ours = not path.is_file() or (last.is_file() and path.read_bytes() == last.read_bytes())
    if ours:
        outputs.write(path, fresh)
    if ours or path.read_bytes() == fresh:
        outputs.write(last, fresh)


def _report(bench: _Bench, told: Brief, names: Mapping[str, str]) -> bytes:
    digests = outputs.digests({names[name]: data for name, data in bench.files.items()})
    sizes = {names.get(row.name, row.name): row.size for row in bench.rows}
    kept = {name: {"sha256": digest} for name, digest in bench.known.items() if (bench.job.out / name).is_file()}
    fresh = {name: {"sha256": digest, "size": sizes.get(name, "")} for name, digest in digests.items()}
    return _json(
        {
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
