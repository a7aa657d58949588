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
        "According to Ama Boateng: “The clinic closed in 2019.”",
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
        "There were cheers and some tears in the hall.",
    ],
)
def test_what_the_writer_says_of_herself_and_a_bare_answer_stand_on_no_slide(sentence):
    assert not titles.states(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The budget office put the figure closer to $94 million.",
        "On a large loan, the change adds about $80 a month.",
        "Under the same order the city may buy water.",
        "The auditors say that it is worth minus $47.",
        "A doctor owes her a better answer than that.",
        "In people aged 18 to 59 it was 78%.",
        "At two hours it is slower than the coach.",
        "The evening’s sharpest exchange concerned the owner of the docks.",
        "On a screen in the hut beside it, a dial showed nine volts.",
        "The ministry is watching with interest.",
        "Residents called for her resignation.",
    ],
)
def test_a_title_names_what_it_speaks_of(sentence):
    assert not titles.names_all(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The figure of $2.4 billion comes from a report.",
        "Readers are puzzled by the gap between official and advertised rents.",
        "The town keeps the same rule as its neighbour.",
        "The trust says that it will appeal.",
        "In the valley it is likely that lessons start late.",
        "The mayor has lost her majority.",
        "An evening’s cost is borne by the town.",
        "The board warned of “the change that nobody wants”.",
    ],
)
def test_it_may_name_it_in_the_same_breath(sentence):
    assert titles.names_all(sentence)


@pytest.mark.parametrize(
    ("sentence", "smooth"),
    [
        ("The ministry is therefore compelled to ask.", "The ministry is compelled to ask."),
        ("The government, meanwhile, is watching.", "The government is watching."),
        ("However small, the town counts.", "However small, the town counts."),
    ],
)
def test_what_ties_a_title_to_the_sentence_before_it_goes(sentence, smooth):
    assert titles.smooth(sentence) == smooth
