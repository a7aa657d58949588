"""tests/cases/people.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import people
from briefpack.model import Brief
from briefpack.text import names

CASES = cases("people")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_people(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    found = people.find(sources, Brief("", "", sources))

    rows = [" | ".join((one.name, one.role, one.group, ", ".join(one.aka))) for one in found]
    assert [fields(row) for row in rows] == [fields(row) for row in lines(body, "person")]


def fields(row):
    return [part.strip() for part in row.split("|")]


def test_every_person_cites_the_passages_that_name_them():
    text = source("    text Nurse Eva Lind came.\n    text It rained.\n    text Lind left.\n")

    (eva,) = people.find((text,), Brief("", "", (text,)))

    assert [str(ref) for ref in eva.refs] == ["text 1.1", "text 3.1"]


@pytest.mark.parametrize(
    ("name", "about", "expected"),
    [("Maria Lopez", "", "f"), ("Robin Hale", "", ""), ("Robin Hale", "chairwoman", "f"), ("Chen Wei", "", "")],
)
def test_gender_is_known_only_where_name_or_role_tell(name, about, expected):
    assert names.gender(name, about) == expected


def test_a_place_of_two_words_may_end_a_line_without_a_full_stop():
    (found,) = names.entities(("A trip to New York",))

    assert [(one.name, one.kind) for one in found] == [("New York", "place")]
