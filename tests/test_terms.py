"""tests/cases/terms.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import analyse

CASES = cases("terms")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_terms(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    found = [f"{term.term} | {term.meaning}".strip(" |") for term in analyse(sources).terms]

    assert found == lines(body, "term")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_meaning_is_the_documents_own_words(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    said = {passage.ref: passage.text for one in sources for passage in one.passages}

    for term in analyse(sources).terms:
        assert any(term.meaning in said[ref] for ref in term.refs)
        assert all(term.term.lower() in said[ref].lower() for ref in term.refs)
