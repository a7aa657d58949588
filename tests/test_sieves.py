"""A sieve is only allowed to spare work: whatever its pattern matches, the sieve lets through."""

import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import analysis, text
from briefpack.text.sieves import Sieve, words_of

SENTENCES = [
    line
    for path in sorted((Path(__file__).parent / "quality" / "packs").glob("*/*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line
]
LETTERS = "".join(chr(n) for n in range(32, 127) if chr(n) != "_") + "’“”–é"


def sieves():
    """Every sieve of the rooms that have some, by its module and name."""
    for room in (text, analysis):
        for module in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Sieve):
                    yield pytest.param(value, id=f"{module.name}.{name}")


@pytest.mark.parametrize("sieve", list(sieves()))
def test_what_a_pattern_matches_its_sieve_lets_through(sieve):
    @settings(max_examples=25, database=None, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
    @given(st.from_regex(sieve.pattern, alphabet=st.sampled_from(LETTERS)))
    def holds(made):
        assert not sieve.pattern.search(made) or sieve.may_match(made)

    holds()

    assert [line for line in SENTENCES if sieve.pattern.search(line) and not sieve.search(line)] == []


def test_words_are_apart_at_hyphens_and_apostrophes():
    assert words_of("Twenty-one of the town's 1970s") == {"twenty", "one", "of", "the", "town", "s", "1970s"}


def test_a_sieve_answers_as_its_pattern_does():
    sieve = Sieve("both", r"\bboth\b")

    assert sieve.search("The two, both old") and not sieve.search("The two")
    assert [found.start() for found in sieve.finditer("both and both")] == [0, 9]
    assert (sieve.sub("all", "both of us"), sieve.sub("all", "us")) == ("all of us", "us")
