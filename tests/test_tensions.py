"""tests/cases/tensions.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import analyse

CASES = cases("tensions")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_tensions(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    found = analyse(sources).tensions

    rows = [
        f"{tension.kind} | {tension.text} | " + " / ".join(" ".join(map(str, side.refs)) for side in tension.sides)
        for tension in found
    ]
    assert rows == lines(body, "tension")
    voices = [side.voice for tension in found for side in tension.sides if side.voice]
    assert voices == lines(body, "voice")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_sides_are_verbatim_and_from_their_own_source(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))
    said = {passage.ref: passage.text for one in sources for passage in one.passages}

    for tension in analyse(sources).tensions:
        assert len(tension.sides) in ((2, 3) if tension.kind == "emphasis" else (2,))
        for side in tension.sides:
            assert side.text in (" ".join(said[ref] for ref in side.refs), said[side.refs[0]])
            assert {ref.source for ref in side.refs} == {side.source}


def test_a_third_source_on_the_same_matter_stands_beside_the_two():
    texts = {
        "one": "    one The wardens say that the heron colony is safe.\n    one The heron colony has 40 nests, they say.",
        "two": "    two Anglers say that the heron colony eats 900 trout, and the heron colony is no museum.",
        "three": "    three The biologists say that the heron colony is not growing, whatever the heron colony eats.",
    }
    made = analyse(tuple(source(body, key) for key, body in texts.items())).tensions

    assert any({side.source for side in tension.sides} == set(texts) for tension in made)


def test_many_alike_sentences_do_not_take_quadratic_time():
    body = "\n".join(f"    {key} Rents in Oslo are {word} {n}." for n in range(300) for key, word in _POLES)
    sources = source(body), source(body, "other")

    assert 0 < len(analyse(sources).tensions) <= 12


_POLES = (("text", "fair"), ("other", "unfair"))
