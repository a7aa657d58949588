"""tests/cases/quotes.md, run: each '##' heading there is one test here; and that words are verbatim."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis_cases import cases, lines, source
from briefpack import readers
from briefpack.analysis import _interviews, _quoted, organisations, people, quotes
from briefpack.model import Brief, Passage, Ref, Source
from briefpack.text import names, speech, talks
from briefpack.text.plain import plain

CASES = cases("quotes")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_quotes(body):
    found = [[one.speaker, one.role, one.text] for one in quotes_of(source(body))]

    assert sorted(found) == sorted([part.strip() for part in row.split("|")] for row in lines(body, "quote"))


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_quotation_stands_word_for_word_in_the_passages_that_it_cites(body):
    text = source(body)
    said = {passage.ref: passage.text for passage in text.passages}

    for one in quotes_of(text):
        assert one.text in " ".join(said[ref] for ref in one.refs)


def test_a_long_quotation_is_cut_between_its_sentences():
    years = [
        f"In year {n} the river rose again and took the lower fields with all that stood on them. " for n in range(5)
    ]
    text = source(f"    text “{''.join(years)}” said farmer Jan Smit.\n")

    found = quotes_of(text)

    assert len(found) == 5
    assert {one.speaker for one in found} == {"Jan Smit"}


def test_the_same_words_in_two_documents_are_one_quotation():
    body = "    text “Nobody asked the people who live there,” said mayor Ana Silva.\n"
    both = (source(body), source(body.replace("text", "other"), "other"))

    (one,) = quotes_of(*both)

    assert [str(ref) for ref in one.refs] == ["text 1.1", "other 1.1"]


def test_a_passage_in_which_two_speak_is_neithers_for_those_who_ask_whose_it_is():
    text = source(
        "    text “Nobody asked the ward,” said mayor Ana Silva, and “everybody was asked twice”, said nurse Tom Ekberg.\n"
        "    text “The ward stays open until June,” said Tom Ekberg.\n"
    )
    found = Brief("", "", (text,), quotes=quotes_of(text))

    assert {one.speaker for one in found.quotes} == {"Ana Silva", "Tom Ekberg"}
    assert _quoted.speakers(found) == {Ref("text", 2, 1): "Tom Ekberg"}


def test_the_genre_and_the_quotations_read_a_talk_in_the_same_units(monkeypatch):
    read, plainly = [], talks.turns
    monkeypatch.setattr(
        talks, "turns", lambda rows: read.append([tuple(map(plain, row)) for row in rows]) or plainly(rows)
    )
    asked = "\n\n".join(
        f"## {n}. Why did you leave the hall in year {n}?\n\nI left it because the water “was cold”. My friends had gone."
        for n in range(1, 5)
    )

    text = readers.read(f"# The hall\n\nTom Ekberg talked to us.\n\n{asked}\n".encode(), "talk.md").source
    turns = _interviews.turns(text)

    assert read[0] == read[1]
    assert {turn.label for turn in turns.values()} == {"A"}


@given(st.text(alphabet="ab “”‘’\"'«».,", max_size=80))
def test_marks_in_any_disorder_give_spans_inside_the_text(text):
    for span in speech.spans(text):
        assert 0 <= span.start < span.end <= len(text)

    assert len(speech.hide(text, speech.spans(text))) == len(text)


@pytest.mark.parametrize("unit", ["“", "‘a ", '"a ', "'a ", "„a ", "« ", "Silva said “a ", "She, saying “b. "])
def test_twice_as_many_open_marks_are_twice_the_work(unit):
    few, many = steps(unit * 150), steps(unit * 300)

    assert many < 2.5 * few


def steps(text):
    """The lines of the program that are run to find the quotations of a paragraph."""
    whole = Source("text", "text.txt", "", (Passage(Ref("text", 1, 1), text),), language="en")
    count = 0
    names.people.cache_clear()
    names.tokens.cache_clear()

    def trace(frame, event, _):
        nonlocal count
        if "briefpack" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        quotes.find((whole,), Brief("", "", (whole,)))
    finally:
        sys.settrace(None)
    return count


def quotes_of(*sources):
    brief = Brief("", "", sources)
    brief = replace(brief, people=people.find(sources, brief))
    brief = replace(brief, organisations=organisations.find(sources, brief))
    return quotes.find(sources, brief)
