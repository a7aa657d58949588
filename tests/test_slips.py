"""tests/cases/slips.md, run: each '##' heading there is one test here."""

from dataclasses import replace

import pytest

from analysis_cases import cases, lines, source
from briefpack import analysis
from briefpack.analysis import slips

CASES = cases("slips")


def _source(body):
    published = [fact.split(" ")[1] for fact in lines(body, "text:") if fact.startswith("published ")]
    made = source(body)
    return replace(made, published=published[0]) if published else made


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_slips(body):
    found = slips.find((_source(body),))

    assert [f"{notice.where} | {notice.what}" for notice in found] == lines(body, "slip")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_slip_stops_nothing_and_changes_nothing(body):
    made = _source(body)

    found = slips.find((made,))

    assert not any(notice.hard for notice in found)
    assert analysis.analyse((made,)).sources == (made,)


def test_a_document_full_of_slips_gives_a_bounded_list():
    body = "\n".join(f"    text The the mayor said “so {n} in the the hall of 3{n}million." for n in range(400))

    assert len(slips.find((source(body),))) == 6
