"""Quizzes on briefs of many fields: sound items, one right answer, and a page that keeps them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import analysis, compose, page
from briefpack.errors import PageError
from briefpack.layout import pages
from briefpack.layout.pages.quiz import answers
from briefpack.model import (
    CHOICE,
    CLOZE,
    GAP,
    MATCH,
    ORDER,
    QUIZ_KINDS,
    SHORT,
    TRUE_FALSE,
    Event,
    Line,
    Quiz,
    QuizItem,
    Ref,
)
from briefpack.pack import intake, job, shipped
from briefpack.questions import quiz
from briefpack.questions.material import Material
from briefpack.questions.quiz import forms, people, values
from briefpack.questions.quiz.people import _apart
from briefpack.questions.quiz.terms import _is_short_for
from briefpack.questions.quiz.values import bare, stands
from briefpack.text.plain import plain
from test_questions import CASES, brief_of

PACKS = sorted(path for path in (Path(__file__).parent / "quality" / "packs").iterdir() if path.is_dir())
STUDENTS = shipped.audience("students")


@pytest.fixture(scope="module", params=PACKS, ids=lambda path: path.name)
def brief(request):
    documents = job(tuple(p for p in sorted(request.param.iterdir()) if p.name != "reference.yaml")).documents
    return analysis.analyse(intake.read(documents)[0])


def passages_of(brief):
    return {p.ref: p for source in brief.sources for p in source.passages}


def test_every_item_is_sound_and_settled_by_its_passages(brief):
    passages = passages_of(brief)
    items = quiz.ask(brief, 14)
    assert len(items) >= 6
    assert all(not quiz.flaw(item, passages) for item in items)
    assert [item.kind for item in items] == sorted((item.kind for item in items), key=QUIZ_KINDS.index)
    for item in items:
        assert item.because or item.kind in (MATCH, ORDER)
        assert all(line.refs and line.refs[0] in passages for line in item.because)


def test_a_number_or_a_word_that_is_asked_for_stands_in_the_passage(brief):
    passages = passages_of(brief)
    for item in quiz.ask(brief, 14):
        cited = plain(" ".join(passages[ref].text for ref in item.refs))
        if item.kind == CLOZE or GAP in item.stem:
            assert plain(item.answers[0]) in cited
        if item.kind == CHOICE and GAP in item.stem:
            others = [option.text for option in item.options if option.text not in item.answers]
            assert not any(stands(other, cited) for other in others)


def test_true_and_false_come_in_turn_and_nothing_is_asked_twice(brief):
    items = quiz.ask(brief, 14)
    judged = [item.answers[0] for item in items if item.kind == TRUE_FALSE]
    assert judged == [["false", "true"][n % 2] for n in range(len(judged))]
    assert len({item.stem for item in items}) == len(items)
    assert len({item.key for item in items}) == len(items)


def test_the_page_keeps_every_item_and_the_same_brief_gives_the_same_quiz(brief):
    made = compose.pages(brief, STUDENTS, shipped.template)
    read = compose.quiz(page.parse(made.quiz), brief, STUDENTS)
    assert read.items == quiz.ask(brief, 14)


def test_pages_hold_the_questions_and_only_the_key_the_answers(brief):
    asked = Quiz("A pack", "students", "en", quiz.ask(brief, 14))
    look = shipped.look("classroom")
    for paper in ("a4", "letter"):
        sheets = pages.quiz(asked, look, paper)
        words = _words(sheets)
        assert all(item.stem in words for item in asked.items)
        assert "Because" not in words and "do not hand out" not in words
        key = _words(pages.quiz_key(asked, look, paper))
        assert all(line.text in key for item in asked.items for line in item.because)


def _words(sheets) -> str:
    def texts(marks):
        for mark in marks:
            if hasattr(mark, "paragraphs"):
                yield " ".join("".join(run.text for run in p.runs) for p in mark.paragraphs)
            elif hasattr(mark, "rows"):
                yield from texts(cell for row in mark.rows for cell in row)
            elif hasattr(mark, "marks"):
                yield from texts(mark.marks)

    return "\n".join(text for sheet in sheets.sheets for text in texts(sheet.marks)).replace("\u00a0", " ")


def _case(title: str):
    return next(part for part in CASES.read_text(encoding="utf-8").split("\n## ")[1:] if part.startswith(title))


def test_speakers_of_a_case_stand_beside_other_people_only():
    """A case with two speakers has no three others: nobody is made up, the answer is judged or written instead."""
    brief = brief_of(_case("A vaccine trial").partition("\n")[2])
    items = quiz.ask(brief, 14)
    assert not [item for item in items if item.kind == CHOICE and item.stem.startswith("Who says")]
    fact = next(people.speakers(Material(brief)))
    assert forms.choice(fact, 0) is None
    assert forms.short(fact, 0).answers[:2] == ("Miriam Osei", "Osei")


def test_a_thin_brief_has_a_short_quiz_and_none_is_asked_for_none():
    brief = brief_of(_case("A court ruling").partition("\n")[2])
    assert quiz.ask(brief, 0) == ()
    assert len(quiz.ask(replace(brief, people=(), quotes=(), events=(), figures=(), terms=()), 14)) == 0


ITEM = QuizItem(
    CHOICE, "Who speaks?", (Ref("a", 1, 1),), tuple(map(Line, ("Ann Lee", "Bo Day", "Cy Fox"))), ("Bo Day",)
)


@pytest.mark.parametrize(
    ("item", "flaw"),
    [
        (ITEM, ""),
        (replace(ITEM, refs=()), "no passage"),
        (replace(ITEM, refs=(Ref("a", 9, 9),)), "no passage"),
        (replace(ITEM, answers=()), "one right answer"),
        (replace(ITEM, answers=("Ann Lee", "Bo Day")), "one right answer"),
        (replace(ITEM, options=(*ITEM.options, Line("Day"))), "holds the other"),
        (replace(ITEM, stem="Who speaks for the Day family?"), "gives it away"),
        (replace(ITEM, kind=CLOZE, stem="No gap here.", options=()), "one gap"),
        (replace(ITEM, kind=SHORT, stem="Does Bo Day speak?", options=()), "stands in the question"),
        (replace(ITEM, kind=TRUE_FALSE, answers=("maybe",)), "true or false"),
        (replace(ITEM, kind=MATCH), "no label"),
        (replace(ITEM, kind=ORDER, options=ITEM.options[:2]), "three lines"),
    ],
)
def test_flaws_are_named(item, flaw):
    found = quiz.flaw(item, {Ref("a", 1, 1): None})  # type: ignore[dict-item]
    assert flaw in found if flaw else not found


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("## A {.choice}\n### Who?\n- **right:** A\n- **right:** B", 2, "2 right answers"),
        ("## A {.choice}\n### Who?\n- **write:** A", 3, "did you mean 'right'"),
        ("## A {.truefalse}\n### So?\n- **answer:** perhaps", 2, "write 'true' or 'false'"),
        ("## A {.short}\n### Who?", 2, "found no answer"),
        ("## A {.chioce}\n### Who?", 1, "did you mean 'choice'"),
        ("## A {.choice}\n- **right:** A", 1, "### A question?"),
    ],
)
def test_a_page_that_is_no_quiz_is_refused_with_its_line(text, line, told):
    brief = brief_of(_case("A vaccine trial").partition("\n")[2])
    with pytest.raises(PageError) as caught:
        compose.quiz(page.parse(text), brief, STUDENTS, file="quiz.md")
    assert told in str(caught.value) and f"quiz.md:{line}" in str(caught.value)


@given(st.lists(st.text("abc", min_size=1, max_size=3), min_size=2, max_size=6, unique=True))
@settings(max_examples=60)
def test_mixed_lines_are_all_there_and_never_in_their_right_order(texts):
    item = replace(ITEM, kind=ORDER, options=tuple(map(Line, texts)))
    assert sorted(item.mixed) == list(range(len(texts)))
    assert list(item.mixed) != sorted(item.mixed)


def test_the_smaller_rules():
    assert bare("475,000 people") == ("475000", "475,000")
    assert stands("3", "3 votes") and not stands("3", "3.5 votes") and not stands("3", "13 votes")
    assert _is_short_for("WTO", "World Trade Organization") and not _is_short_for("radon", "a gas")
    named = brief_of(_case("A vaccine trial").partition("\n")[2]).people
    minister = replace(named[0], role="Forestry Minister", group="")
    assert not _apart(minister, replace(named[1], role="Namibian Minister", group="Namibia"))
    assert _apart(replace(minister, group="South Africa"), replace(named[1], role="Namibian Minister", group="Namibia"))


LONG = """
source tide | The Tide | news | 2024-05-20 | Ana Ruiz
1.1 The harbour master said at the long meeting of the port council, to which nine of the twelve shipping lines of the bay had sent their lawyers and their pilots, that the strike of the pilots of the outer reach began on 5 May.
1.2 Present were Ana Holm (chair), Tom Reyes (pilot of the outer reach), Bo Lind (clerk), Cy Vane (clerk), Dan Roe (clerk), Eva Sund (clerk), Finn Dahl (clerk), and Mira Osei (Director of the Bay Authority).
2.1 "Of course it is," said Mira Osei.
person Mira Osei | tide 1.2; tide 2.1 | Director of the Bay Authority
quote tide 2.1 | Mira Osei | Director of the Bay Authority | Of course it is
"""


def test_a_key_names_an_answer_once_that_differs_in_capitals_only():
    item = QuizItem(CLOZE, "A _____ lies below the sea.", (), answers=("Polder", "polder", "polders"))

    assert answers(item) == ["Polder", "also: polders"]


def test_a_key_shows_what_it_says_however_long_the_passage():
    """Of a sentence that is cut the words around the answer stay; 'Of course it is' is nothing to tell anybody by."""
    brief = brief_of(LONG)
    day = Event(brief.sources[0].passages[0].text, (Ref("tide", 1, 1),), "2024-05-05", short="The strike began")
    brief = replace(brief, events=(day,))
    m = Material(brief)
    facts = {fact.kind: fact for fact in (*values.dates(m), *people.roles(m))}
    assert "5 May" in facts["date"].because[0].text
    assert "Director of the Bay Authority" in facts["role"].because[0].text
    assert "[…]" in facts["role"].because[0].text and len(facts["role"].because[0].text.split()) < 36
    assert not people.quotable(m, brief.quotes[0], 18, fewest=4)
