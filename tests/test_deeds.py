"""tests/cases/deeds.md, run; and that every word of a deed stands in the passage that it cites, in that order."""

import re

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import people
from briefpack.model import Brief

CASES = cases("deeds")


def people_of(body):
    text = source(body)
    return text, people.find((text,), Brief("", "", (text,)))


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_what_a_person_does(body):
    wanted = [[part.strip() for part in row.split("|")] for row in lines(body, "does")]

    found = {one.name: one.does for one in people_of(body)[1]}

    assert [[name, found.get(name, "(nobody)")] for name, _ in wanted] == wanted


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_deed_only_deletes_and_cites_a_passage_of_the_person(body):
    text, found = people_of(body)
    said = {passage.ref: passage.text for passage in text.passages}

    for one in found:
        assert bool(one.does) == bool(one.does_refs)
        assert set(one.does_refs) <= set(one.refs)
        rest = iter(re.findall(r"\w+", " ".join(said[ref] for ref in one.does_refs)))
        assert all(word in rest for word in re.findall(r"\w+", one.does))
        assert len(one.does.split()) <= 18
