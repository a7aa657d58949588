"""tests/cases/organisations.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import organisations
from briefpack.model import Brief

CASES = cases("organisations")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_organisations(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    found = organisations.find(sources, Brief("", "", sources))

    rows = [" | ".join((one.name, one.role, ", ".join(one.aka))) for one in found]
    assert [fields(row) for row in rows] == [fields(row) for row in lines(body, "org")]


def fields(row):
    return [part.strip() for part in row.split("|")]
