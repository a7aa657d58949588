"""Pages as placed: one page for any summary, nothing over its edges, nothing divided that belongs together."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.errors import UsageError
from briefpack.layout import fit, pages
from briefpack.layout.marks import Inset, Mark, MarkGroup, Rule, Sheet, Sheets, Table, TextBox
from briefpack.layout.pages import lists
from briefpack.layout.pages.setting import few, glued
from briefpack.model import Block, Line, Question, QuestionSet, Ref, Summary
from page_samples import DECK, EVENTS, LOOKS, POLICY, QUESTIONS, SOURCES, STUDENTS, cited, ref

PAPERS = ("a4", "letter")
STATEMENT_KINDS = ("judgements", "tensions", "implications", "timeline", "watch", "terms", "people", "views", "think")


def flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield mark
        if isinstance(mark, MarkGroup):
            yield from flat(mark.marks)


def boxes(sheet: Sheet) -> list[TextBox]:
    return [mark for mark in flat(sheet.marks) if isinstance(mark, TextBox)]


def said(box: TextBox) -> str:
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in box.paragraphs)


def words(sheet: Sheet) -> str:
    return "\n".join(said(box) for box in boxes(sheet))


def faults(sheets: Sheets, look: str) -> list[str]:
    """Text that is taller than its box, leaves the paper or lies on other text."""
    families = fit.Families.of_page(LOOKS[look])
    found = []
    for sheet in sheets.sheets:
        here = boxes(sheet)
        found += [f"taller than its box: {said(b)!r}" for b in here if fit.overflow(b, families) > 0.05]
        found += [
            f"off the paper: {said(b)!r}"
            for b in here
            if b.x < 0 or b.y < 0 or b.x + b.w > sheet.w + 0.1 or b.y + b.h > sheet.h + 0.1
        ]
        inks = [(_ink(box, families), said(box)) for box in here]
        found += [f"{a!r} on {b!r}" for n, (one, a) in enumerate(inks) for two, b in inks[:n] if _meet(one, two)]
    return found


def _ink(box: TextBox, families: fit.Families) -> tuple[float, float, float, float]:
    lines = fit.box_lines(box, families)
    tall = fit.height(lines, box.pitch)
    wide = max((line.width + line.paragraph.indent for line in lines), default=0)
    y = box.y + {"top": 0, "middle": (box.h - tall) / 2, "bottom": box.h - tall}[box.anchor]
    right = any(line.paragraph.align == "right" for line in lines)
    x = box.x + box.w - wide if right else box.x
    return x, y + box.pitch * 0.15, x + wide, y + tall - box.pitch * 0.15


def _meet(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] - 0.1 and two[0] < one[2] - 0.1 and one[1] < two[3] - 0.1 and two[1] < one[3] - 0.1


def summary_of(seed: int, points: int, sources: int) -> Summary:
    """A summary with so many lines, spread over kinds, some long, some with words that no line holds."""
    dice = random.Random(seed)
    cites = tuple(
        cited(n, f"s{n}", " ".join(dice.choices(WORDS, k=dice.randint(2, 14))), f"Paper {n}", f"2024-0{n % 9 + 1}")
        for n in range(1, sources + 1)
    )

    def text() -> str:
        count = dice.choice((2, 8, 16, 30, 45))
        return " ".join(
            dice.choices(
                (*WORDS, "Donaudampfschifffahrtsgesellschaft" * 3, *ODD), (9,) * len(WORDS) + (1, 1, 1), k=count
            )
        )

    def refs() -> tuple[Ref, ...]:
        return tuple(Ref(f"s{dice.randint(1, sources)}", dice.randint(1, 60), 1) for _ in range(dice.randint(1, 5)))

    lines: dict[str, list[Line]] = {}
    for _ in range(points):
        kind = dice.choice((*STATEMENT_KINDS, "lead", "question", "reading"))
        label = f"20{dice.randint(18, 25)}-{dice.randint(1, 12):02}" if kind in ("timeline", "watch") else text()[:40]
        lines.setdefault(kind, []).append(Line(text(), refs(), label, dice.choice(("", f"1 of {sources} sources"))))
    blocks = tuple(Block(kind, kind.capitalize(), tuple(some), keep=dice.randint(0, 3)) for kind, some in lines.items())
    cuts = tuple((kind, count) for count in (4, 3) for kind in lines)
    title = " ".join(dice.choices((*WORDS, *ODD), k=dice.randint(1, 40)))[:300]
    return Summary(title, "policy", "en", blocks, cites, "Brief", cuts)


ODD = ("https://example.org/" + "x" * 60, "نجيب محفوظ")
"""A word that cannot be broken, and a name from right to left."""
WORDS = tuple("river water court plan drought union harvest the of and in a to pumping reservoir authority".split())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), points=st.integers(1, 40), sources=st.integers(1, 12))
def test_any_summary_is_exactly_one_page(paper: str, look: str, seed: int, points: int, sources: int) -> None:
    sheets = pages.summary(summary_of(seed, points, sources), LOOKS[look], paper)

    assert len(sheets.sheets) == 1
    assert faults(sheets, look) == []
    assert all(f"[{n}]" in words(sheets.sheets[0]).replace("\u00a0", " ") for n in range(1, sources + 1))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("sample", "look"), [(POLICY, "briefing"), (STUDENTS, "classroom")])
def test_a_usual_summary_loses_nothing(paper: str, sample: Summary, look: str) -> None:
    sheets = pages.summary(sample, LOOKS[look], paper)

    assert sheets.cut == ()
    assert faults(sheets, look) == []
    shown = words(sheets.sheets[0])
    assert all(line.text in shown for block in sample.blocks for line in block.lines)


@pytest.mark.parametrize(("look", "floor", "small"), [("briefing", 9.0, 8.0), ("classroom", 9.5, 8.8)])
def test_no_size_is_below_its_floor(look: str, floor: float, small: float) -> None:
    sheet = pages.summary(summary_of(7, 40, 12), LOOKS[look], "letter").sheets[0]

    assert min(box.size for box in boxes(sheet)) >= small
    statements = [box for box in boxes(sheet) if box.tag in ("LI", "LBody", "H1", "H2")]
    assert min(box.size for box in statements) >= floor


def test_what_has_no_room_is_named() -> None:
    many = tuple(Line(f"Statement number {n} " + "with many more words " * 6, ref("basin", n)) for n in range(1, 60))
    crowded = replace(POLICY, blocks=(*POLICY.blocks[:1], Block("implications", "What it means", many)))

    sheets = pages.summary(crowded, LOOKS["briefing"], "a4")

    shown = words(sheets.sheets[0])
    missing = [line for line in many if line.text not in shown]
    assert missing
    assert len(sheets.cut) == len(missing)
    assert sheets.cut[-1].startswith("Summary, What it means: left out for want of room: Statement number 59")


def test_the_template_says_what_goes_first() -> None:
    long = tuple(Line("Words that fill the page " * 9, ref("basin", n)) for n in range(1, 7))
    blocks = tuple(Block(kind, kind.title(), long) for kind in ("tensions", "implications", "people", "terms", "think"))
    full = replace(POLICY, blocks=blocks, cuts=(("people", 2), ("people", 1)))

    cut = pages.summary(full, LOOKS["briefing"], "letter").cut

    lost = {kind: sum(kind in sentence for sentence in cut) for kind in ("Tensions", "Implications", "People", "Terms")}
    assert lost["People"] == max(lost.values()) > min(lost.values())


def test_an_absent_block_leaves_no_heading_and_no_hole() -> None:
    sheet = pages.summary(replace(POLICY, blocks=POLICY.blocks[:3]), LOOKS["briefing"], "a4").sheets[0]

    assert "TIMELINE" not in words(sheet)
    tops = sorted(box.y for box in boxes(sheet) if box.tag == "H2")
    assert all(after - before < 330 for before, after in pairwise(tops))


def test_a_line_without_a_source_is_shown_as_the_editors() -> None:
    own = Block("implications", "What it means", (Line("Somebody should act."),))

    sheet = pages.summary(replace(POLICY, blocks=(own,)), LOOKS["briefing"], "a4").sheets[0]

    assert "Somebody should act.\u00a0[editor]" in words(sheet)


def test_a_judgement_names_its_voice_once() -> None:
    shown = words(pages.summary(POLICY, LOOKS["briefing"], "a4").sheets[0])

    assert "Growers’ Union: Growers would lose" in shown
    assert "Tom Okafor: Limits" not in shown


def test_both_sides_of_a_tension_stand_on_lines_of_their_own() -> None:
    told = "Ana M. Ortiz: The plan saves water. It is late. Office for the Upper Tarn: It saves nothing, as 2:1 shows."

    assert lists.sides(told) == (
        ("Ana M. Ortiz", "The plan saves water. It is late."),
        ("Office for the Upper Tarn", "It saves nothing, as 2:1 shows."),
    )
    assert lists.sides("The plan saves water. Two things are missing: time and trust.") == ()

    assert lists.sides("Ana Ortiz said that it is late. The Herald: It is not.")[0] == (
        "",
        "Ana Ortiz said that it is late.",
    )

    block = Block("tensions", "Where they differ", (Line(told, ref("basin", 6), "Does the plan save water?"),))
    sheet = pages.summary(replace(POLICY, blocks=(block,)), LOOKS["briefing"], "a4").sheets[0]
    box = next(box for box in boxes(sheet) if "Ortiz" in said(box))
    assert [paragraph.runs[0].text for paragraph in box.paragraphs] == [
        "Does the plan save water?",
        "Ana M. Ortiz: ",
        "Office for the Upper Tarn: ",
    ]
    assert all(paragraph.runs[0].bold for paragraph in box.paragraphs)


def test_a_derived_title_is_marked_and_a_worked_out_date_is_named_at_the_foot() -> None:
    note = "The text has no title; its first statement stands in. Its date is worked out from the text."
    odd = replace(SOURCES[0], title="The river is low", title_derived=True, note=note)

    shown = words(pages.summary(replace(POLICY, sources=(odd, *SOURCES[1:])), LOOKS["briefing"], "a4").sheets[0])

    assert "The river is low (its first statement), The Valley Herald, 18\u00a0Mar\u00a02024." in shown
    assert "Date of [1] worked out from the text." in shown
    assert "stands in" not in shown


def test_a_word_without_a_meaning_is_not_printed_and_is_named() -> None:
    block = Block("terms", "Words", (Line("", ref("basin", 2), "Low flow"), Line("A stop", ref("basin", 3), "Truce")))

    sheets = pages.summary(replace(STUDENTS, blocks=(block,)), LOOKS["classroom"], "a4")

    assert "Low flow" not in words(sheets.sheets[0])
    assert sheets.cut == ("Summary, Words: left out, the sources do not explain it: Low flow",)


def test_what_stands_under_two_headings_side_by_side_begins_on_one_line() -> None:
    sheet = pages.summary(POLICY, LOOKS["briefing"], "a4").sheets[0]

    tops = {said(box): box.y for box in boxes(sheet) if box.tag == "H2"}
    first = [
        min(box.y for box in boxes(sheet) if box.tag == "LI" and (box.x > 200) is right) for right in (False, True)
    ]
    assert tops["WHERE THE SOURCES DISAGREE"] == tops["WHAT IT MEANS FOR THE BASIN"]
    assert first[0] == pytest.approx(first[1], abs=0.01)


def many_questions(count: int, words: int = 14) -> QuestionSet:
    made = tuple(
        Question(
            f"Question {n} " + "asks about the river " * (words // 4),
            "sourcing",
            ("remember", "understand", "analyse", "evaluate")[n % 4],
            ("opening", "core", "closing")[n * 3 // count],
            5,
            str(n),
            (*ref("herald", n), *ref("basin", n + 1)),
            tuple(Line("A good answer says this about the river. " * 2, ref("union", k)) for k in range(1, 4)),
        )
        for n in range(count)
    )
    return QuestionSet("The Tarn", "students", "en", 45, made, SOURCES)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", [1, 4, 9, 23])
def test_a_question_never_leaves_its_lines(paper: str, look: str, count: int) -> None:
    sheets = pages.questions(many_questions(count), LOOKS[look], paper)

    assert faults(sheets, look) == []
    found = 0
    for sheet in sheets.sheets:
        asked = [box for box in boxes(sheet) if "Question " in said(box) and box.tag == "LBody"]
        rules = [mark.y1 for mark in sheet.marks if isinstance(mark, Rule) and mark.x1 < 40 and mark.y1 < sheet.h - 40]
        found += len(asked)
        for box, after in zip(asked, [*(b.y for b in asked[1:]), sheet.h], strict=True):
            assert sum(box.y < y < after for y in rules) >= 2
    assert found == count


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [1, 6, 23])
def test_the_key_keeps_rows_whole_and_says_do_not_hand_out(paper: str, count: int) -> None:
    sheets = pages.key(many_questions(count), LOOKS["classroom"], paper)

    tables = [mark for sheet in sheets.sheets for mark in sheet.marks if isinstance(mark, Table)]
    assert sum(len(table.rows) - 1 for table in tables) == count
    assert all(table.y + sum(table.heights) < sheets.sheets[0].h - 31 for table in tables)
    assert all("do not hand out" in words(sheet) for sheet in sheets.sheets)
    assert faults(sheets, "classroom") == []


def test_the_lesson_bar_is_to_scale() -> None:
    sheet = pages.key(QUESTIONS, LOOKS["classroom"], "a4").sheets[0]

    stretches = [mark.w for mark in sheet.marks if getattr(mark, "h", 0) == 25]
    assert [round(w + 2.25) for w in stretches] == [round((523.28 + 2.25) * m / 45) for m in (13, 12, 20)]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_handout_has_three_slides_a_page_and_their_prompts(paper: str) -> None:
    slides = tuple(
        Sheet(960, 540, (), f"Slide {n}", notes=(Line("Why so?", label="ask"),) if n == 2 else ()) for n in range(1, 8)
    )

    sheets = pages.handout(DECK, Sheets("Deck", "en", slides), LOOKS["classroom"], paper)

    insets = [[mark for mark in sheet.marks if isinstance(mark, Inset)] for sheet in sheets.sheets]
    assert [len(some) for some in insets] == [3, 3, 1]
    assert insets[0][1].alt == "Slide 2: Slide 2"
    assert "Slide 2  Why so?" in words(sheets.sheets[0])
    assert faults(sheets, "classroom") == []


def test_a_handout_leaves_out_title_and_sources() -> None:
    kinds = ("title", "claim", "sources", "close")
    slides = tuple(Sheet(960, 540, (), f"Slide {n}", kind) for n, kind in enumerate(kinds, 1))

    sheet = pages.handout(DECK, Sheets("Deck", "en", slides), LOOKS["classroom"], "a4").sheets[0]

    assert [mark.alt for mark in sheet.marks if isinstance(mark, Inset)] == ["Slide 2: Slide 2", "Slide 4: Slide 4"]


def test_an_unknown_paper_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="choose one of a4, letter"):
        pages.summary(POLICY, LOOKS["briefing"], "a5")


def test_events_in_a_summary_are_drawn_in_order_of_time() -> None:
    block = Block("timeline", "Timeline", tuple(reversed(EVENTS)))

    sheet = pages.summary(replace(POLICY, blocks=(block,)), LOOKS["briefing"], "a4").sheets[0]

    cards = [said(box) for box in boxes(sheet) if box.name.startswith("Event")]
    assert cards[0].startswith("2023")
    assert cards[-1].startswith("30\u00a0Apr\u00a02025 · planned")


def test_a_question_names_three_places_to_look_at_most_and_each_source_first() -> None:
    many = (*ref("herald", 1), *ref("herald", 4), *ref("basin", 3), *ref("herald", 9), *ref("union", 12))

    assert few(many) == (*ref("herald", 1), *ref("basin", 3), *ref("union", 12))
    assert few(ref("herald", 1) * 4) == ref("herald", 1)


def test_no_line_begins_with_a_french_mark() -> None:
    assert glued("« Oui », dit-elle : pourquoi ?") == "«\u00a0Oui\u00a0», dit-elle\u00a0: pourquoi\u00a0?"


def test_the_key_shows_how_to_help_and_how_to_mark_beside_the_answers() -> None:
    beside = (
        Block("support", "If they need support", (Line("Point to one paragraph only."),)),
        Block("care", "Handle with care", (Line("The plan is theft.", ref("union", 2), "Maria Orlova"),)),
        Block("marking", "How to mark", (Line("takes a side only", label="1"),)),
    )

    shown = words(pages.key(replace(QUESTIONS, beside=beside), LOOKS["classroom"], "a4").sheets[-1])

    assert "Point to one paragraph only." in shown
    assert "Maria Orlova: The plan is theft.\u00a0[" in shown
    assert "takes a side only" in shown


def test_two_views_told_by_one_voice_have_a_column_each() -> None:
    lines = (Line("It rose.", ref("herald", 1), "Ana Ortiz"), Line("It fell.", ref("herald", 2), "Ana Ortiz"))

    sheet = pages.summary(replace(STUDENTS, blocks=(Block("views", "Two views", lines),)), LOOKS["classroom"], "a4")

    columns = [box.x for box in boxes(sheet.sheets[0]) if said(box).startswith("Ana Ortiz")]
    assert len(set(columns)) == 2
