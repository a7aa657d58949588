"""Names found by their first words stand where a pattern of all of them would find them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefpack.text.name_finder import Names

NAMES = ("Peru", "Papua New Guinea", "Guinea", "U.S.", "Côte d'Ivoire", "“Red” League", "EU")
PARTS = (*NAMES, "Papua", "New", "Peruvian", "Peru-based", "pro-", "d'", "’s", ".", " ", " ", "the", "-", "“", "0")


def found(text):
    return [one.name for one in Names(NAMES).find(text)]


def test_the_longest_whole_name_at_each_place():
    assert found("Papua New Guinea met Guinea, the EU and the U.S.") == ["Papua New Guinea", "Guinea", "EU", "U.S."]


def test_no_part_of_a_longer_word():
    assert found("Peru-based Peruvians, pro-EU; Peru’s “Red” League") == ["Peru", "“Red” League"]


@given(st.lists(st.sampled_from(PARTS), max_size=9).map("".join))
def test_as_one_pattern_of_all_the_names(text):
    longest = "|".join(map(re.escape, sorted(NAMES, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w’'-])(?:{longest})(?![\w-])")

    assert [tuple(one) for one in Names(NAMES).find(text)] == [(m[0], *m.span()) for m in pattern.finditer(text)]
