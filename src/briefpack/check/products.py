"""The gates on typed products, before they become files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefpack.check import one_page
from briefpack.check import placed as placing
from briefpack.check.statements import Evidence, evidence, problems
from briefpack.layout.fit import Families
from briefpack.layout.marks import Sheets
from briefpack.model import (
    Brief,
    Deck,
    Line,
    LineGroup,
    Look,
    Notice,
    Part,
    QuestionSet,
    Quiz,
    Slide,
    Summary,
    TeachingSet,
)
from briefpack.questions import gates
from briefpack.questions import quiz as quizzing

_PROMPTS = frozenset({"ask", "starter", "view", "follows", ""})
"""Groups whose lines may be plain prompts, without a reference."""
_WORDLESS = frozenset({"title", "sources", "discussion", "question"})
"""Slides whose title states nothing."""
_ASKING = frozenset({"question", "think", "reading", "sources"})
"""Blocks of a summary that ask or explain, and state nothing."""
_ASKED = frozenset(
    {"questions", "question", "ticket", "vote", "answers", "write", "times", "open", "hotwash", "observe"}
)
"""Blocks of a teaching set that ask; what good answers say has been through the gates of questions."""
_TALKS = frozenset({"pairs", "seminar"})
"""Parts that ask, and say what good answers hold: both have been through the gates of questions."""
_LISTED = frozenset({"claim", "points"})
"""Slides of statements that stand by themselves, so that one can go and the others stay."""
_QUOTED = ("quote", "reply")
_OWN = "write what the passage says; a line without a reference stands as your own"
_SMALLEST = 8.0
"""Points, of a foot."""
_MOST_JUDGEMENT_WORDS = 35
_MOST_LEAD_WORDS = 60


def sifted(deck: Deck, brief: Brief) -> tuple[Deck, tuple[Notice, ...]]:
    """The deck without what breaks a hard gate of truth, and a notice for each line or slide left out.

    A slide that lists statements goes on without the broken one; another, or one whose title is broken, is left out.
    """
    held = evidence(brief)
    kept, notices = [], []
    for number, slide in enumerate(deck.slides, start=1):
        broken = [notice for notice in _slide(slide, held) if notice.hard]
        rest = _without_broken(slide, held) if broken else slide
        kept += [rest] if rest else []
        where = f"{deck.audience}/deck.md, slide {number} ({slide.kind})"
        left = "left out a line" if rest else "left out"
        for one in broken if rest else broken[:1]:
            notices.append(Notice(f"{left}: it {one.what}", where, _OWN))
    return replace(deck, slides=tuple(kept)), tuple(notices)


def _without_broken(slide: Slide, held: Evidence) -> Slide | None:
    """A slide of listed statements without those that are broken; None for another, and where nothing is left."""
    sound = slide.kind in _WORDLESS or not any(one.hard for one in problems(slide.title, held, title=True))
    thinned = (replace(group, lines=_sound(group, held)) for group in slide.groups)
    groups = tuple(new for new, old in zip(thinned, slide.groups, strict=True) if new.lines or not old.lines)
    listed = any(group.lines for group in groups)
    return replace(slide, groups=groups) if slide.kind in _LISTED and sound and listed else None


def _sound(group: LineGroup, held: Evidence) -> tuple[Line, ...]:
    quote = group.kind in _QUOTED
    return tuple(line for line in group.lines if not any(one.hard for one in problems(line, held, quote=quote)))


def deck(deck: Deck, placed: Sheets, look: Look) -> tuple[Notice, ...]:
    """What falls short in a placed deck: fit, sizes, titles, source lines, notes."""
    where = f"{deck.audience}/deck.pptx"
    found = list(placing.problems(placed, Families.of_deck(look), smallest=12.0))
    titles = Counter(sheet.title for sheet in placed.sheets)
    found += [Notice(f"two slides are called {t!r}", gate="S1", hard=True) for t, n in titles.items() if n > 1]
    for number, sheet in enumerate(placed.sheets, start=1):
        if not sheet.title.strip():
            found.append(Notice("has no title", f"slide {number}", gate="S1", hard=True))
        if not sheet.notes and sheet.kind not in ("title", "sources"):
            found.append(Notice("has no speaker notes", f"slide {number}", gate="S7"))
    return tuple(replace(notice, where=f"{where}, {notice.where}".rstrip(", ")) for notice in found)


def summary(shown: Summary, placed: Sheets, brief: Brief) -> tuple[Notice, ...]:
    """What falls short in a fitted summary; ``shown`` is what has room on the page."""
    where = f"{shown.audience}/summary.pdf"
    held = evidence(brief)
    stated = (block for block in shown.blocks if block.kind not in _ASKING)
    found = [notice for block in stated for line in block.lines for notice in problems(line, held)]
    found += _together(tuple(one_page.problems(shown, placed, brief)))
    return tuple(replace(notice, where=where) for notice in found)


def _together(rows: tuple[Notice, ...]) -> list[Notice]:
    """The hard rows of a rubric, and the soft ones in one notice: a table of notices has room for other things, too.

    What the documents themselves do not hold is a notice of its own: no edit of the page can mend it.
    """
    spent = [row for row in rows if row.what.endswith(one_page.NO_MORE)]
    soft = [row for row in rows if not row.hard and row not in spent]
    hard = [row for row in rows if row.hard]
    short = f"falls short of the one-page rubric in {len(soft)} points"
    return [*hard, *_joined(soft, short), *_joined(spent, "meets the one-page rubric as far as can be")]


def _joined(rows: list[Notice], what: str) -> list[Notice]:
    """One notice for several rows, with what is to be done about the first that says so."""
    if len(rows) < 2:
        return rows
    said = "; ".join(f"{row.gate}: {row.what}" for row in rows)
    do = next((row.do for row in rows if row.do), "")
    return [Notice(f"{what}: {said}", do=do, gate="one page")]


def questions(asked: QuestionSet, brief: Brief) -> tuple[Notice, ...]:
    """Questions that break a gate; those made by the program never do, an editor's may."""
    where = f"{asked.audience}/questions.md"
    passages = {passage.ref: passage for source in brief.sources for passage in source.passages}
    refused = ((question, gates.refusal(question, passages)) for question in asked.questions)
    return tuple(
        Notice(f"{reason}: {question.prompt[:60]}", where, gate=reason.partition(":")[0])
        for question, reason in refused
        if reason
    )


def quiz(asked: Quiz, brief: Brief) -> tuple[Notice, ...]:
    """Items with a flaw, and feedback that its passage does not bear out; an editor's may have them."""
    where = f"{asked.audience}/quiz.md"
    held = evidence(brief)
    passages = {passage.ref: passage for source in brief.sources for passage in source.passages}
    flawed = ((item, quizzing.flaw(item, passages)) for item in asked.items)
    found = [Notice(f"{flaw}: {item.stem[:60]}", where, gate="MC") for item, flaw in flawed if flaw]
    told = (line for item in asked.items for line in item.because)
    found += [replace(notice, where=where) for line in told for notice in problems(line, held)]
    return tuple(found)


def teaching(part: Part, whole: TeachingSet, placed: Sheets, look: Look, brief: Brief) -> tuple[Notice, ...]:
    """What falls short in a part of a teaching set: statements without their passage, and what leaves its place."""
    where = f"{whole.audience}/teaching/{part.file}.pdf"
    held = evidence(brief)
    stated = () if part.kind in _TALKS else part.blocks
    found = [one for block in stated for line in block.lines for one in _handed(line, block.kind, held)]
    found += placing.problems(placed, Families.of_page(look), smallest=_SMALLEST)
    return tuple(replace(notice, where=where) for notice in found)


def _handed(line: Line, kind: str, held: Evidence) -> Iterator[Notice]:
    """An excerpt, and words in quotation marks, are held to the letter; questions ask and state nothing."""
    if kind in _ASKED:
        return
    words = line.text.removeprefix("“").removesuffix("”")
    own = words != line.text and "“" not in words
    yield from problems(replace(line, text=words) if own else line, held, quote=own or kind == "excerpt")


def _slide(slide: Slide, held: Evidence) -> Iterator[Notice]:
    if slide.kind not in _WORDLESS:
        yield from problems(slide.title, held, title=True)
    for group in slide.groups:
        quote = group.kind in _QUOTED
        for line in group.lines:
            yield from problems(line, held, quote=quote)
            yield from _unbacked(line, group.kind)


def _unbacked(line: Line, kind: str) -> Iterator[Notice]:
    if not line.refs and kind not in _PROMPTS:
        yield Notice(f"has no reference and is shown as the editor's own: {line.text[:60]}", gate="P1")
