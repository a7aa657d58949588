"""A text is put into small letters and taken apart once for all word lists: as patterns over all of it would do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from briefpack.text import words
from briefpack.text._lowered import lowered, words_of

TEXTS = st.text(st.sampled_from("abzAZ09éß½Ⅷ٣’'‘-‑–—_.,;:!?()“”\"$€%/@ \t\n\u00a0\u2028İ"), max_size=40)


@given(TEXTS)
def test_the_words_are_those_of_a_pattern(text):
    plain = text.lower().replace("’", "'")

    assert list(lowered(text).row) == re.findall(r"[\w'-]+", plain)
    assert words_of(text) == set(re.findall(r"[^\W_]+", plain))
    assert lowered(text).digits == bool(re.search(r"\d", plain))


@given(TEXTS)
def test_what_a_text_is_about_is_what_its_pieces_are_about(text):
    whole = [one for word in words.words(text) for one in words.in_order(word)]

    assert words.in_order(text) == whole


def test_words_with_their_marks():
    assert lowered("The town’s co-op, 2 of 3.").line == " the town's co-op 2 of 3 "
    assert words.in_order("“Anglo-French”, U.S. co-operation: 4.5 storms’") == [
        "anglo", "french", "u.s.", "cooperation", "4.5", "storm",
    ]  # fmt: skip
