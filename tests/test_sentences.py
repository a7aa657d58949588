"""tests/cases/sentences.md, run; what holds of any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack.text.language import LANGUAGES, detect
from briefpack.text.plain import clean_text, plain
from briefpack.text.sentences import split

CASES = re.split(r"^## ", (Path(__file__).parent / "cases" / "sentences.md").read_text(encoding="utf-8"), flags=re.M)


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_sentences(case):
    heading, _, body = case.partition("\n")
    named = re.search(r"\((\w\w)\)$", heading)
    text = "".join(re.findall(r"^    (.*)$", body, flags=re.M))
    wanted = re.findall(r"^- (.*)$", body, flags=re.M)

    assert list(split(text, named[1] if named else "en")) == wanted


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_letter_is_lost_or_made_up(text, language):
    assert "".join("".join(split(text, language)).split()) == "".join(text.split())


@given(st.text())
def test_clean_text_is_safe_to_clean_again(text):
    once = clean_text(text)

    assert clean_text(once) == once
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\u202a-\u202e\xad]", once)


@pytest.mark.parametrize("text", ["Ordinary text, “quoted” – 5 °C.", "Straße, façade, Łódź, 東京, العربية", "a\tb\nc"])
def test_clean_text_leaves_ordinary_text_alone(text):
    assert clean_text(text) == text


def test_clean_text_makes_lines_and_accents_plain():
    assert clean_text("cafe\u0301\r\nsoft\xadhyphen\u202e \ud800end") == "café\nsofthyphen end"


def test_plain_folds_marks_and_spaces():
    assert plain("«\u00a0L’été\u00a0» – “x”\n\ty…") == '" L\'été " - "x" y...'


SAMPLES = {
    "en": "The river rose by four metres, and nobody in the town had been told that it would.",
    "fr": "La rivière est montée de quatre mètres et personne dans la ville ne savait que cela pouvait arriver.",
    "de": "Der Fluss stieg um vier Meter, und niemand in der Stadt wusste, dass es so kommen würde.",
    "es": "El río subió cuatro metros y nadie en la ciudad sabía que eso era posible para los vecinos.",
    "it": "Il fiume è salito di quattro metri e nessuno nella città sapeva che questo era possibile.",
    "pt": "O rio subiu quatro metros e ninguém na cidade sabia que isso não era uma surpresa para os vizinhos.",
    "nl": "De rivier steeg met vier meter en niemand in de stad wist dat het zo zou gaan.",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_the_language_is_told_by_function_words(language, text):
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Okoye", "12 345", "Przegląd wydarzeń tygodnia w kraju i na świecie", "de la en"])
def test_an_unsure_language_is_none(text):
    assert detect(text) is None
