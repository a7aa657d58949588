"""tests/cases/figures.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import analyse

CASES = cases("figures")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_figures(body):
    found = analyse((source(body),)).figures

    rows = {" | ".join((f.value, f.counts, f.whose, f.hedge)).strip(" |") for f in found}
    wanted = {" | ".join(part.strip() for part in row.split("|")).strip(" |") for row in lines(body, "figure")}
    assert rows == wanted


def test_the_most_telling_figure_comes_first():
    text = source("    text A two-day meeting ended.\n    text Ana Ruiz said the flood cost $40 million.")

    assert [figure.value for figure in analyse((text,)).figures] == ["$40 million", "two-day"]


def test_every_value_stands_in_each_of_its_passages():
    body = "\n".join(f"    text Some {n},000 homes lost power." for n in (12, 12, 30))
    text = source(body)

    figures = analyse((text,)).figures

    said = {passage.ref: passage.text for passage in text.passages}
    assert all(figure.value in said[ref] for figure in figures for ref in figure.refs)
    assert [len(figure.refs) for figure in figures if figure.value == "12,000"] == [2]
