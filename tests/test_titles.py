"""Which sentences may stand large, as what a slide claims, and which may stand among others."""

import pytest

from briefpack.compose.select import statements
from briefpack.text import titles


@pytest.mark.parametrize(
    "sentence",
    [
        "Support for the bill is broad but shallow.",
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
        "Print the repair costs, street by street.",
        "Do not build the wall.",
        "Buy the water, all of it.",
        "Ama Boateng writes: “The clinic should have been opened first.”",
        "According to Ama Boateng: “The clinic closed in 2019.”",
        "There is the question who pays for the pumps.",
        "Not every grower was on the road.",
    ],
)
def test_an_order_a_frame_and_a_scene_may_not(sentence):
    assert not titles.claims(sentence)
    assert titles.states(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I should be surprised were the eel to return.",
        "As a judge, I saw the files.",
        "My worry is the timing.",
        "Let us leave the cake uncut.",
        "Consider what the bakers have done.",
        "Very well: the court may look again.",
        "The governor, who took office in March, rejected that.",
        "The vaccine board agreed with this.",
        "There was laughter and a long sigh in the church.",
    ],
)
def test_what_the_writer_says_of_herself_and_a_bare_answer_stand_on_no_slide(sentence):
    assert not titles.states(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The budget office put the figure nearer to $31 million.",
        "On a small farm, the change adds some $35 a week.",
        "Under the same rule the mill may sell power.",
        "The surveyors say that it is worth minus $12.",
        "A bishop owes him a longer letter than that.",
        "In boats built from 1990 to 2005 it was 61%.",
        "At nine knots it is slower than the ferry.",
        "The morning’s longest debate concerned the owner of the docks.",
        "On a board in the shed beside it, a dial showed nine volts.",
        "The ministry is watching with patience.",
        "Landlords are listening carefully.",
        "The court is quietly waiting.",
        "Under the same permit the mill may sell power.",
        "Residents called for her resignation.",
        "The inquiry’s last witness was the driver.",
        "Residents are wondering.",
    ],
)
def test_a_title_names_what_it_speaks_of(sentence):
    assert not titles.names_all(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The figure of $31 million comes from a report.",
        "Readers are puzzled by the distance between listed and paid fares.",
        "The town keeps the same rule as its neighbour.",
        "The trust says that it will appeal.",
        "In the valley it is likely that lessons start late.",
        "The mayor has lost her majority.",
        "A boy sold his bike.",
        "Many a tenant paid her rent in coin.",
        "An evening’s cost is borne by the town.",
        "Prices are rising with inflation.",
        "Wages are growing slowly.",
        "The glacier is shrinking with each summer.",
        "The harbour is silting up quickly.",
        "The court is considering the second appeal.",
        "Farmers are waiting for rain.",
        "The station is closing early.",
        "The board warned of “the change that nobody wants”.",
    ],
)
def test_it_may_name_it_in_the_same_breath(sentence):
    assert titles.names_all(sentence)


@pytest.mark.parametrize(
    ("sentence", "smooth"),
    [
        ("The guild is therefore forced to borrow.", "The guild is forced to borrow."),
        ("The museum, meanwhile, is waiting.", "The museum is waiting."),
        ("However small, the town counts.", "However small, the town counts."),
    ],
)
def test_what_ties_a_title_to_the_sentence_before_it_goes(sentence, smooth):
    assert titles.smooth(sentence) == smooth


@pytest.mark.parametrize(
    ("sentence", "relays"),
    [
        ("Friends of the scheme say that it pays for itself.", True),
        ("The growers’ lobby claims that prices will fall.", True),
        ("The spokesman for the port insists that nobody knew.", True),
        ("Detractors point out that the pool leaks.", True),
        ("The industry employs four thousand people.", False),
        ("Some wells ran dry in August.", False),
        ("The council says that it will appeal.", False),
    ],
)
def test_a_line_on_what_a_camp_says_is_known(sentence, relays):
    assert titles.relays(sentence) == relays


@pytest.mark.parametrize(
    ("sentence", "announces"),
    [
        ("What must change is quite easy to name.", True),
        ("We offer one modest remedy.", True),
        ("There is one cheap answer to the quarrel, and it is old.", True),
        ("There are two answers to the quarrel: talk, or wait.", False),
        ("What has sunk is easy to find in the old harbour of Lind.", False),
        ("We offer lorries a toll of two crowns at night.", False),
    ],
)
def test_a_sentence_that_only_says_that_something_follows_is_known(sentence, announces):
    assert titles.announces(sentence) == announces
    assert statements.plain_fact(sentence) != announces
    assert not (announces and titles.claims(sentence))


def test_a_table_shows_no_talk_and_no_bare_names():
    assert not statements.plain_fact("You mean to give the pilots a toll on lorries.")
    assert not statements.plain_fact("Some 90 bakers of the Dockers' and Bakers' Guild, the DBG.")


def test_nobody_is_she_where_only_a_body_is_named():
    assert not titles.claims("The price of fish was left to the Council but she had it printed.")
    assert titles.claims("The price of fish troubled Ana Ruiz but she had it printed.")
