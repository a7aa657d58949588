"""What a one-page summary is made of: bottom line, judgements, what it means for whom, what to watch, two views."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefpack import compose, page
from briefpack.model import Brief, Event, Line, Point, Side, Summary, Tension
from test_templates import AUDIENCES, BRIEF, audience, load, ref, source

PAPER = source(
    "paper",
    ["The dam on the Tarn leaks, and the leak has grown in each of the last three winters.", "Nobody has mended it."],
    ["The council should empty the reservoir before the autumn rains."],
    ["Farmers below the dam could lose two harvests."],
    publisher="Delta Institute",
    published="2024-06-01",
)
NEWS = source(
    "news",
    ["The council voted on Monday to keep the reservoir full.", "The mayor denied that the dam leaks at all."],
    ["Comments may be sent to the council until 24 July."],
    publisher="The Valley Herald",
    published="2024-09-02",
)
SMALL = Brief("The Tarn", "Should the reservoir be emptied?", (PAPER, NEWS))


def summary(brief: Brief, name: str) -> Summary:
    pages = compose.pages(brief, audience(name), load)
    return compose.summary(page.parse(pages.summary), brief, audience(name))


def lines(made: Summary, kind: str) -> tuple[Line, ...]:
    return next((block.lines for block in made.blocks if block.kind == kind), ())


def test_what_follows_is_said_for_somebody_who_is_named() -> None:
    leak = "The dam on the Tarn leaks, and the leak has grown in each of the last three winters."
    points = (
        Point(leak, ref("paper 1.1"), voice="Ana Ruiz"),
        Point("The council should empty the reservoir before the autumn rains.", ref("paper 2.1"), voice="Ana Ruiz"),
        Point("Nobody has mended it.", ref("paper 1.2"), voice="Ana Ruiz"),
    )

    made = summary(replace(SMALL, points=points), "policy")

    (line, passage) = lines(made, "implications")
    assert (line.label, line.detail) == ("The council", "Ana Ruiz")
    assert (passage.label, passage.text) == ("Farmers below the dam", "Farmers below the dam could lose two harvests.")


def test_an_item_that_is_past_on_the_day_says_so() -> None:
    events = (Event("The vote is on 3 October 2024.", ref("news 2.1"), "2024-10-03", planned=True, short="The vote"),)
    brief = replace(SMALL, events=events, settings=(("as of", "2024-11-05"),))

    (line,) = lines(summary(brief, "policy"), "watch")
    (ahead,) = lines(summary(replace(brief, settings=()), "policy"), "watch")

    assert (line.text, line.detail) == ("The vote.", "past on 5 November 2024")
    assert (ahead.text, ahead.detail) == ("The vote.", "")


def test_what_an_older_source_announced_and_none_told_of_is_past() -> None:
    event = Event("The gates open on 1 July 2024.", ref("paper 2.1"), "2024-07-01", planned=True, short="Gates open")
    told = replace(event, refs=(*event.refs, *ref("news 1.1")))

    (line,) = lines(summary(replace(SMALL, events=(event,)), "policy"), "watch")

    assert line.detail == "past on 2 September 2024"
    assert lines(summary(replace(SMALL, events=(told,)), "policy"), "watch") == ()


def test_a_page_takes_as_much_of_a_point_as_it_has_words_for() -> None:
    text = "The dam on the Tarn leaks, and the leak has grown in each of the last three winters. Nobody has mended it."
    brief = replace(SMALL, points=(Point(text, (*ref("paper 1.1"), *ref("paper 1.2")), voice="Delta Institute"),))

    (line,) = lines(summary(brief, "policy"), "lead")

    assert line.text == text and line.label == "Delta Institute"


def test_no_sentence_goes_that_turns_the_first_one_round() -> None:
    answered = "Some supporters of the mayor say that the dam can be mended for less than it would cost to empty it."
    text = f"{answered} Most engineers on the river, in all three countries and of both schools, do not believe it."
    odd = source("odd", [answered, text.removeprefix(answered).strip()], publisher="The Valley Herald")
    point = Point(text, (*ref("odd 1.1"), *ref("odd 1.2")))

    made = summary(Brief("", "", (odd,), points=(point,)), "policy")

    assert answered not in [line.text for block in made.blocks for line in block.lines]


def test_an_introduction_names_whose_judgement_it_is_in_the_sentence() -> None:
    text = "The dam on the Tarn leaks, and the leak has grown in each of the last three winters."
    told = "The mayor denied that the dam leaks at all."
    points = (Point(text, ref("paper 1.1"), voice="Delta Institute"), Point(told, ref("news 1.2"), voiced=True))

    first, second = lines(summary(replace(SMALL, points=points), "students"), "lead")

    assert first.text == f"According to the Delta Institute, t{text[1:]}" and not first.label
    assert second.text == told


def test_the_title_of_the_students_page_is_the_question_and_two_views_have_equal_room() -> None:
    sides = (
        Side("paper", "The dam on the Tarn leaks, and the leak has grown in each of the last three winters.",
             ref("paper 1.1")),
        Side("news", "The mayor denied that the dam leaks at all.", ref("news 1.2"), voice="Rui Costa"),
    )  # fmt: skip
    brief = replace(SMALL, tensions=(Tension("Claim and denial: the leak", sides, "denied"),))

    made = summary(brief, "students")

    sizes = sorted(
        sum(len(line.text.split()) for line in lines(made, "views") if line.label == name)
        for name in {line.label for line in lines(made, "views")}
    )
    assert made.title == "Should the reservoir be emptied?"
    assert len(sizes) == 0 or sizes[1] <= 1.5 * sizes[0]


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_page_states_nothing_twice(name: str) -> None:
    made = summary(BRIEF, name)

    texts = [line.text for block in made.blocks for line in block.lines if block.kind in ("lead", "judgements")]
    assert len(texts) == len(set(texts))
