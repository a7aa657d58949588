"""The machine rows of the rubric 'One-page summaries': what stands on the page, counted again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefpack import messages
from briefpack.layout.marks import Mark, MarkGroup, Sheets, TextBox
from briefpack.layout.pages import cutting
from briefpack.model import Brief, Line, Notice, Summary
from briefpack.text import meanings, sentences, shorten, stakes
from briefpack.text.names import short

_LEAD, _JUDGEMENT, _PARAGRAPH = 60, 35, 60
NO_MORE = "these documents hold no more"
"""Ends a row that is not met since nothing else is known, which is no fault of the page."""
_EQUAL = 1.5
_JUDGING = ("opinion", "editorial")
"""Genres whose every judgement is somebody's."""

Rows = Iterator[Notice]


def problems(shown: Summary, placed: Sheets, brief: Brief) -> Rows:
    """What of the rubric the page does not meet; only what breaks a hard row is hard. ``shown`` is what has room."""
    yield from _page(shown, placed)
    for check in _ROWS[shown.rules.form]:
        yield from check(shown, brief)


def _page(shown: Summary, placed: Sheets) -> Rows:
    if len(placed.sheets) != 1:
        yield Notice(f"has {len(placed.sheets)} pages, not one", gate="1", hard=True)
    floor = shown.rules.smallest
    small = [box for sheet in placed.sheets for box in _boxes(sheet.marks) if box.size < floor - 0.01]
    if small:
        yield Notice(f"has text of {small[0].size:.1f} pt, under {floor:g}", gate="1", hard=True)


def _lead(shown: Summary, _: Brief) -> Rows:
    """Row 2: a bottom line first, with a verb and a reference."""
    lines = _lines(shown, "lead")
    size = sum(map(cutting.size, lines))
    if size > _LEAD:
        yield Notice(f"lead: over {_LEAD} words", gate="2", hard=True)
    english = shown.language == "en"  # the verbs of other languages are not known
    if lines and english and not any(shorten.has_verb(line.text) for line in lines):
        yield Notice("lead: has no verb", gate="2", hard=True)
    for line in (line for line in lines if not line.refs):
        yield Notice(f"lead: has no reference and is shown as the editor's own: {line.text[:50]}", gate="2")


def _asked(shown: Summary, _: Brief) -> Rows:
    if not shown.title.rstrip("”\"' ").endswith("?"):
        yield Notice(f"the title is no question: {shown.title[:50]}", gate="2")
    yield from _lead(shown, _)


def _judgements(shown: Summary, brief: Brief) -> Rows:
    """Rows 3, 4 and 8: how many, how long, whose, and the count of their sources."""
    lines = _lines(shown, "judgements")
    if not 3 <= len(lines) <= 5:
        yield Notice(f"has {len(lines)} key judgements, not 3 to 5", gate="3")
    for line in lines:
        if len(line.text.split()) > _JUDGEMENT:
            yield Notice(f"judgements: over {_JUDGEMENT} words: {line.text[:50]} …", gate="3")
        many = len({ref.source for ref in line.refs})
        counted = messages.counted(
            "{count} of {known} sources", "{count} of {known} sources", many, known=len(brief.sources)
        )
        if line.detail and line.detail != counted:
            yield Notice(f"judgements: says {line.detail!r}, counted {counted!r}: {line.text[:50]}", gate="8")
    for line in (*_lines(shown, "lead"), *lines, *_lines(shown, "implications")):
        yield from _whose(line, brief)


def _whose(line: Line, brief: Brief) -> Rows:
    """A line of an opinion or an editorial names whose it is."""
    judging = {source.key: source for source in brief.sources if source.genre in _JUDGING}
    if not line.refs or line.label or line.detail or line.refs[0].source not in judging:
        return
    people = [person.name for person in brief.people] + [body.name for body in brief.organisations]
    if not any(short(name) in line.text for name in (*people, *judging[line.refs[0].source].authors)):
        yield Notice(f"a judgement names no speaker: {line.text[:50]}", gate="4")


def _implications(shown: Summary, brief: Brief) -> Rows:
    known = [person.name for person in brief.people]
    known += [name for body in brief.organisations for name in (body.name, *body.aka)]
    for line in _lines(shown, "implications"):
        if line.label.lower() not in line.text.lower() and not stakes.bearer(line.text, known) and not line.label:
            yield Notice(f"what it means is said for nobody: {line.text[:50]}", gate="5")


def _differences(shown: Summary, _: Brief) -> Rows:
    if not _lines(shown, "tensions"):
        yield Notice("does not say where the sources differ, nor that none was found to", gate="6")


def _watch(shown: Summary, brief: Brief) -> Rows:
    today = dict(brief.settings).get("as of") or max((source.published or "" for source in brief.sources), default="")
    for line in _lines(shown, "watch"):
        last = line.label.rpartition("/")[2]
        if not last[:4].isdigit():
            yield Notice(f"what to watch has no date: {line.text[:50]}", gate="7")
        elif today and last < today[: len(last)] and not line.detail:
            yield Notice(f"what to watch is past and does not say so: {line.text[:50]}", gate="7")


def _sources(shown: Summary, _: Brief) -> Rows:
    """Row 9, one line for all: what no document says, a person may know."""
    undated = [f"[{each.number}]" for each in shown.sources if not each.published]
    nameless = [f"[{each.number}]" for each in shown.sources if not each.publisher and not each.authors]
    missing = (("date", undated), ("author or publisher", nameless))
    lack = [f"{what} of {', '.join(which)}" for what, which in missing if which]
    if lack:
        yield Notice(f"knows no {' and no '.join(lack)}: {NO_MORE}", do="say it in pack.yaml", gate="9")


def _words(shown: Summary, brief: Brief) -> Rows:
    """Row 10; too few is said only where the brief has more to say than stands there."""
    told = [(block.kind, line) for block in shown.blocks for line in block.lines if block.kind != "sources"]
    size, least, most = cutting.words(shown.blocks), shown.rules.least_words, shown.rules.most_words
    known = sum(len(point.text.split()) for point in brief.points)
    if size > most or (size < least and known > most):
        yield Notice(f"has {size} words, not {least} to {most}", gate="10")
    elif size < least:
        yield Notice(f"has {size} words: {NO_MORE}", gate="10")
    for kind, line in told:
        if len(line.text.split()) > _PARAGRAPH * (2 if kind == "tensions" else 1):  # each side is a paragraph
            yield Notice(f"a paragraph of over {_PARAGRAPH} words: {line.text[:50]} …", gate="10")


def _terms(shown: Summary, brief: Brief) -> Rows:
    known = sum(meanings.explains(term.meaning) for term in brief.terms)
    told = [line for line in _lines(shown, "terms") if line.text]
    if len(told) > 6:
        yield Notice(f"has {len(told)} explained words, not 4 to 6", gate="3")
    yield from _few("explained word", len(told), 4, known, "3")


def _views(shown: Summary, _: Brief) -> Rows:
    sizes: dict[str, int] = {}
    for line in _lines(shown, "views"):
        sizes[line.label] = sizes.get(line.label, 0) + len(line.text.split())
    if len(sizes) == 2 and max(sizes.values()) > _EQUAL * min(sizes.values()):
        yield Notice(f"two views of {' and '.join(map(str, sizes.values()))} words: not equal room", gate="4")


def _people(shown: Summary, _: Brief) -> Rows:
    for line in (line for line in _lines(shown, "people") if not line.text and not line.detail):
        yield Notice(f"{line.label} has no role", gate="5")


def _think(shown: Summary, brief: Brief) -> Rows:
    lines = _lines(shown, "think")
    across = any(len({ref.source for ref in line.refs}) > 1 for line in lines)
    if lines and len(brief.sources) > 1 and not across:
        yield Notice("no question needs two sources", gate="6")


def _timeline(shown: Summary, brief: Brief) -> Rows:
    count, known = len(_lines(shown, "timeline")), sum(bool(event.date) for event in brief.events)
    yield from _few("dated item on the timeline", count, 4, known, "7")


def _plain(shown: Summary, _: Brief) -> Rows:
    text = " ".join(line.text for kind in ("lead", "views", "implications") for line in _lines(shown, kind))
    count = len(sentences.split(text)) if text else 0
    mean = len(text.split()) / count if count else 0.0
    most = shown.rules.sentence_words
    if mean > most:
        yield Notice(f"sentences of {mean:.0f} words on average, over {most}", gate="8")


def _few(what: str, count: int, least: int, known: int, gate: str) -> Rows:
    """Less than a page should have: a fault where the documents hold more, else so much as is known of them."""
    if count < least:
        some = f"{count} {what}{'' if count == 1 else 's'}"
        said = f"has {some}, not {least} or more" if count < known else f"has {some}: {NO_MORE}"
        yield Notice(said, gate=gate)


def _boxes(marks: tuple[Mark, ...]) -> Iterator[TextBox]:
    for mark in marks:
        if isinstance(mark, TextBox):
            yield mark
        elif isinstance(mark, MarkGroup):
            yield from _boxes(mark.marks)


def _lines(shown: Summary, kind: str) -> tuple[Line, ...]:
    return tuple(line for block in shown.blocks if block.kind == kind for line in block.lines)


_ROWS: dict[str, tuple[Callable[[Summary, Brief], Rows], ...]] = {
    "briefing": (_lead, _judgements, _implications, _differences, _watch, _sources, _words),
    "question": (_asked, _terms, _views, _people, _think, _timeline, _plain, _sources, _words),
}
