"""Syllables and grades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.readers import read
from briefpack.text.readability import grade, syllables

HEARD = {
    1: "the make walked rules league through whole some there build guard plague queen jumped",
    2: "harbour table wanted faces safely quiet being fuel nation special people science business every theatre"
    " question million social little apples tables needed really boxes saying lion client tourists isn't",
    3: "media radio video actual serious tourism area idea created agreement government violence period museum indian",
    4: "material industrial variety society situation usually february january",
    5: "international individual",
}


@pytest.mark.parametrize(("heard", "word"), [(heard, word) for heard, row in HEARD.items() for word in row.split()])
def test_syllables(heard, word):
    assert syllables(word) == heard


def test_the_grade_is_kincaids_formula():
    said = ["The cat sat.", "It ran to the harbour."]

    assert grade(said) == pytest.approx(0.39 * 8 / 2 + 11.8 * 9 / 8 - 15.59)


def test_long_words_and_long_sentences_are_harder():
    plain = ["The court shut the mine.", "The fishers were glad."]
    hard = ["The constitutional tribunal suspended the extraction authorisation, to the satisfaction of the fishers."]

    assert grade(plain) < grade(hard)


@pytest.mark.parametrize("said", [[], [""], ["…"], ["— !"]])
def test_a_text_without_words_has_no_grade(said):
    assert grade(said) is None


@given(st.lists(st.text()))
def test_any_text_has_a_grade_or_none(said):
    assert grade(said) is None or grade(said) > -20


def test_a_source_in_english_has_its_grade():
    text = "Title of it\n\n" + " ".join(["The council of the town closed the old harbour in May."] * 12)
    short = "Title of it\n\nThe council of the town closed the old harbour in May, and that was all of it for the year."

    assert read(text.encode(), "a.txt").source.grade == pytest.approx(3.0, abs=2)
    assert read(short.encode(), "b.txt").source.grade is None
