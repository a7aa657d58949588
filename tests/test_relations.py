"""tests/cases/relations.md, run; and that every word of a label stands in the passage that it cites."""

import re

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import analyse

CASES = cases("relations")


def relations_of(body):
    text = source(body)
    return text, analyse((text,)).relations


def shown(one):
    arrow = "&" if one.kind == "partners" else ">"
    return f"{one.one} {arrow} {one.other} | {one.kind} | {one.label}"


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_who_does_what_to_whom(body):
    _, found = relations_of(body)

    assert [shown(one) for one in found] == lines(body, "relation")
    for refs in lines(body, "refs"):
        assert ", ".join(map(str, found[0].refs)) == refs


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_label_is_three_words_of_its_passage(body):
    text, found = relations_of(body)
    said = {passage.ref: set(re.findall(r"\w+", passage.text)) for passage in text.passages}

    for one in found:
        assert 0 < len(one.label.split()) <= 3
        assert set(re.findall(r"\w+", one.label)) <= said[one.refs[0]]
