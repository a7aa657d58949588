"""The machine rows of the one-page rubric, and composed pages of any brief: one page, nothing broken."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import check, compose, page
from briefpack.check import one_page
from briefpack.compose.select import judged
from briefpack.layout import fit, pages
from briefpack.layout.marks import Paragraph, Run
from briefpack.layout.pages import cutting
from briefpack.model import Block, Brief, Event, Line, Person, Point, Side, Summary, Tension, Term
from page_samples import POLICY, STUDENTS
from test_pages import LOOKS, PAPERS, faults
from test_templates import audience, load, ref, source

WORDS = "the river rose and farmers below Lenz could lose two harvests if the council waits until autumn again".split()


LONG, RIGHT = "https://example.org/" + "x" * 60, "نجيب محفوظ"


def text(at: int, size: int, odd: str = "") -> str:
    row = [WORDS[(at * 7 + place * (at % 5 + 1)) % len(WORDS)] for place in range(size)]
    row += [odd] if odd else []
    return f"Statement {at} says {' '.join(row)}."


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """One to ten sources, one to forty points, up to sixty events, a title of up to 300 characters.

    Now and then a word of 80 characters without a break, and people whose names run from right to left.
    """
    count = draw(st.integers(1, 10))
    points = draw(st.lists(st.integers(3, 45), min_size=1, max_size=40))
    events = draw(st.integers(0, 60))
    title = draw(st.text("abcdefgh ", min_size=1, max_size=300)).strip() or "River"
    odd = draw(st.sampled_from(("", LONG, RIGHT)))
    said: dict[int, list[str]] = {number: [] for number in range(count)}
    made = []
    for at, size in enumerate(points):
        told = text(at, size, odd if at % 4 == 1 else "")
        said[at % count].append(told)
        voice = f"Institute {at % count}" if at % 3 else ""
        made.append(Point(told, ref(f"s{at % count} {len(said[at % count])}.1"), voice=voice))
    sources = tuple(
        source(f"s{number}", *([told] for told in said[number] or ["Nothing was said."]),
               publisher=f"Institute {number}", published=f"20{10 + number}-03-04")
        for number in range(count)
    )  # fmt: skip
    dated = tuple(
        Event(f"Gate {at} opened", ref("s0 1.1"), f"20{10 + at % 15}-{at % 12 + 1:02}-1{at % 9}", short=f"Gate {at}")
        for at in range(events)
    )
    title = f"{title} {odd}".strip() if draw(st.booleans()) else title
    names = (odd if odd and not at % 3 else f"Ana Silva{chr(97 + at % 26)}" for at in range(count * 2))
    people = tuple(Person(name, ref("s0 1.1"), role="mayor") for name in names)
    terms = tuple(Term(f"Word {at}", ref("s0 1.1"), meaning=f"a thing that is explained {odd}") for at in range(count))
    sides = (Side("s0", made[0].text, made[0].refs), Side(f"s{count - 1}", made[-1].text, made[-1].refs))
    tensions = (Tension("Claim and denial: the gate", sides, "denied"),) if count > 1 and len(made) > 1 else ()
    return Brief(title, title if draw(st.booleans()) else "", sources, tuple(made), dated, people, terms=terms,
                 tensions=tensions)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(briefs(), st.sampled_from([("policy", "briefing"), ("students", "classroom")]), st.sampled_from(PAPERS))
def test_any_brief_gives_one_page_with_no_gap_and_nothing_under_its_floor(
    brief: Brief, kind: tuple[str, str], paper: str
) -> None:
    name, look = kind
    made = compose.pages(brief, audience(name), load)
    summary = compose.summary(page.parse(made.summary), brief, audience(name))

    sheets = pages.summary(summary, LOOKS[look], paper)
    shown = pages.kept(summary, LOOKS[look], paper)

    assert len(sheets.sheets) == 1 and faults(sheets, look) == []
    assert all(block.lines for block in shown.blocks if block.kind != "sources")
    assert [one for one in check.summary(shown, sheets, brief) if one.hard and one.gate == "1"] == []


def notices(summary: Summary, brief: Brief | None = None) -> list[str]:
    sheets = pages.summary(summary, LOOKS["briefing" if summary.audience == "policy" else "classroom"], "a4")
    return [f"{one.gate} {one.what}" for one in one_page.problems(summary, sheets, brief or Brief("", "", ()))]


def changed(summary: Summary, kind: str, *lines: Line) -> Summary:
    blocks = tuple(replace(block, lines=lines) if block.kind == kind else block for block in summary.blocks)
    return replace(summary, blocks=blocks)


@pytest.mark.parametrize(
    ("summary", "kind", "lines", "says"),
    [
        (POLICY, "lead", (Line(" ".join(["The river falls"] * 25) + "."),), "2 lead: over 60 words"),
        (POLICY, "judgements", (Line("The river falls."),), "3 has 1 key judgements, not 3 to 5"),
        (POLICY, "tensions", (), "6 does not say where the sources differ"),
        (POLICY, "watch", (Line("The ruling of the court", label="soon"),), "7 what to watch has no date"),
        (STUDENTS, "terms", tuple(Line("a thing", label=f"Word {at}") for at in range(7)), "3 has 7 explained words"),
        (STUDENTS, "people", (Line("", label="Ana Silva"),), "5 Ana Silva has no role"),
    ],
)
def test_a_row_of_the_rubric_that_is_not_met_is_named(
    summary: Summary, kind: str, lines: tuple[Line, ...], says: str
) -> None:
    blocks = (
        summary.blocks
        if any(block.kind == kind for block in summary.blocks)
        else (*summary.blocks, Block(kind, "", ()))
    )
    made = changed(replace(summary, blocks=blocks), kind, *lines)

    assert any(one.startswith(says) for one in notices(made))


def test_what_is_past_on_the_day_and_does_not_say_so_is_named() -> None:
    made = changed(POLICY, "watch", Line("The ruling", label="2020-05-01"))
    brief = Brief("", "", (), settings=(("as of", "2025-01-01"),))

    assert "7 what to watch is past and does not say so: The ruling" in notices(made, brief)


def test_a_space_that_opens_a_run_never_opens_a_line() -> None:
    runs = (Run("A statement of some length that fills a line of this box."), Run(" (The Voice of the Valley)"))
    families = fit.Families.of_page(LOOKS["briefing"])

    for width in range(60, 400, 7):
        lines = fit.wrap((Paragraph(runs),), float(width), 9.5, families)
        assert not any(line.runs[0].text.startswith(" ") for line in lines if line.runs)


def test_what_the_documents_do_not_hold_is_no_fault_of_the_page() -> None:
    made = changed(STUDENTS, "terms", *(Line("a thing that is explained", label=f"Word {at}") for at in range(2)))
    known = tuple(Term(f"Word {at}", (), "a thing that is explained") for at in range(3))
    named = Term("PHB", (), 'PHB, "the Board"')

    assert "3 has 2 explained words, not 4 or more" in notices(made, Brief("", "", (), terms=known))
    fewer = Brief("", "", (), terms=(*known[:2], named))
    assert "3 has 2 explained words: these documents hold no more" in notices(made, fewer)


@pytest.mark.parametrize(
    "said",
    [
        "The spokeswoman told reporters.",
        "Silence serves the same end, because it keeps others apart.",
        "Critics say that the gate leaks.",
    ],
)
def test_what_leans_on_something_else_is_not_said_to_pupils(said: str) -> None:
    assert not judged._says(said)
    assert judged._says("The gate opens on the same day as the bridge does.")


def test_a_king_who_is_the_first_of_his_name_does_not_speak() -> None:
    assert judged._is_speech("But I would not sell the boats now.")
    assert not judged._is_speech("The quay was built under Charles I and mended after World War I.")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_page_that_would_say_too_little_is_set_tighter_and_trades_what_holds_few_words(paper: str) -> None:
    said = tuple(Line(text(at, 14), POLICY.blocks[0].lines[0].refs) for at in range(12))
    gates = tuple(Line(f"Gate {at} opened", label=f"2024-0{at + 1}-01") for at in range(8))
    blocks = (*POLICY.blocks, Block("facts", "What else is reported", said))
    full = changed(replace(POLICY, blocks=blocks), "timeline", *gates)
    usual = pages.kept(replace(full, rules=replace(full.rules, least_words=0)), LOOKS["briefing"], paper)
    wanted = replace(full, rules=replace(full.rules, least_words=cutting.words(usual.blocks) + 25))

    kept = pages.kept(wanted, LOOKS["briefing"], paper)

    assert cutting.words(kept.blocks) > cutting.words(usual.blocks)
    assert faults(pages.summary(wanted, LOOKS["briefing"], paper), "briefing") == []
    assert [block.kind for block in kept.blocks] == [block.kind for block in usual.blocks]
