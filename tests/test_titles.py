"""Which sentences may stand large, as what a slide claims, and which may stand among others."""

import pytest

from briefpack.text import titles


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for the bill is wide but not deep.",
        "Plan B failed in two of five towns.",
        "Phase I trials of the vaccine were stopped.",
        "World War I ended the trade in ice.",
        "“I am sorry for my part,” said Ruiz.",
        "Measures to save the eel have failed.",
        "The glacier lost nine metres of ice.",
    ],
)
def test_a_statement_about_its_subject_may_stand_large(sentence):
    assert titles.claims(sentence)
    assert titles.states(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Publish the loss figures, meter by meter.",
        "Do not build the wall.",
        "Buy the water, all of it.",
        "Ama Boateng writes: “The clinic should have been opened first.”",
        "There is the matter of who pays for the pumps.",
        "Not every grower was on the road.",
    ],
)
def test_an_order_a_frame_and_a_scene_may_not(sentence):
    assert not titles.claims(sentence)
    assert titles.states(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I should be astonished if the eel came back.",
        "As a judge, I saw the files.",
        "My quarrel is with the timing.",
        "Let us keep the champagne shut.",
        "Very well: the court may look again.",
        "The governor, who took office in March, rejected that.",
        "The vaccine board agreed with this.",
    ],
)
def test_what_the_writer_says_of_herself_and_a_bare_answer_stand_on_no_slide(sentence):
    assert not titles.states(sentence)
