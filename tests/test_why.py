"""Why a statement was chosen, or was not: briefpack why."""

import pytest

from analysis_cases import source
from briefpack.analysis import analyse, verdicts
from workshop import EXAMPLE, run

TEXT = """
    text: genre opinion
    text: author Jane Doe
    text # The plan
    text Trams in Leeds would cost twice what the council says they will. The council's own auditors put the bill at 900 million.
    text # What next
    text photo: A tram in Leeds.
    text Who would pay for it?
    text It would need a new tax on every shop in the city.
    text In short, Leeds should buy electric buses before it lays a single rail.
"""


def told(words):
    return next(v for v in verdicts(*_analysed()) if words in v.text)


def _analysed():
    sources = (source(TEXT),)
    return sources, analyse(sources)


def test_every_passage_has_a_verdict_and_every_point_its_rank():
    sources, found = _analysed()
    rows = verdicts(sources, found)

    assert [v.ref for v in rows] == [p.ref for p in sources[0].passages]
    ranks = {v.rank: v.text for v in rows if v.rank}
    assert [ranks[rank] for rank in sorted(ranks)] == [p.text for p in found.points]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("A tram in Leeds", "it is the caption of a picture"),
        ("Who would pay", "it is a question"),
        ("It would need", "it leans on the sentence before: 'It would need …'"),
    ],
)
def test_what_is_no_point_says_why(words, why):
    assert (told(words).rank, told(words).why) == (0, why)


def test_a_point_says_why_and_what_was_weighed():
    point = told("In short")

    assert point.rank and point.why == "sums up: In short"
    assert ("sums up: In short", True) in [(sign.why, sign.gain > 0) for sign in point.signs]
    assert [abs(s.gain) for s in point.signs] == sorted((abs(s.gain) for s in point.signs), reverse=True)


def test_both_sentences_of_a_point_lead_to_it():
    assert told("900 million").rank == told("cost twice").rank > 0


def test_the_command_names_the_passage_the_reason_and_the_page():
    shown = run("why", EXAMPLE, "reverse Nixon")

    assert shown.exit_code == 0
    assert "paragraph" in shown.output and "point " in shown.output and "+" in shown.output


def test_the_command_says_what_was_taken_out_while_reading(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "Skip to content\n\nThe river comes to town\n\nThe river rose two metres in a single night and flooded the lower "
        "town of Leer, and with it two schools and a mill.\n\nNobody was hurt, the mayor of Leer said on Monday.\n"
    )

    shown = run("why", page, "Skip to content")

    assert shown.exit_code == 0
    assert "taken out while reading, as " in shown.output


def test_words_that_stand_nowhere_exit_with_1(tmp_path):
    assert run("why", EXAMPLE, "zeppelin regatta").exit_code == 1


def test_wrong_use_is_one_line():
    assert run("why", EXAMPLE).exit_code == 2
