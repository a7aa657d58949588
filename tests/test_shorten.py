"""tests/cases/shorten.md, run: each '##' heading there is one test here."""

import re

import pytest
from analysis_cases import cases

from briefpack.text.shorten import shorten

CASES = cases("shorten")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_shorten(body):
    rows = [line.strip() for line in body.splitlines() if line.startswith("    ")]
    full = [row.split(" ", 1) for row in rows if row[0].isdigit()]
    short = [row[1:].strip() for row in rows if row.startswith("=")]

    assert [shorten(text, int(words)) or "(none)" for words, text in full] == short


def test_a_shortening_is_never_longer_than_asked():
    text = "Ana Ruiz, a nurse at the clinic, said the ward, which opened in May, was full of patients."

    sizes = [(words, shorten(text, words)) for words in range(1, 30)]

    assert all(short is None or len(short.split()) <= words for words, short in sizes)


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_shortening_only_deletes(body):
    for text in (line.strip().split(" ", 1)[1] for line in body.splitlines() if line.strip()[:1].isdigit()):
        for words in range(3, 30):
            rest = iter(re.findall(r"\w+", text.lower()))
            kept = re.findall(r"\w+", (shorten(text, words) or "").lower())

            assert all(word in rest for word in kept)


def test_there_are_sixty_cases_and_more():
    assert sum(body.count("\n    =") for _, body in CASES) >= 60
