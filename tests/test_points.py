"""tests/cases/points.md and alone.md, run: each '##' heading there is one test here."""

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import analyse
from briefpack.text.alone import leans

CASES = cases("points")
ALONE = cases("alone")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_points(body):
    sources = tuple(source(body, key) for key in ("text", "other") if lines(body, key))

    points = analyse(sources).points

    said = {point.text: point for point in points}
    assert [text for text in lines(body, "point") if text not in said] == []
    assert [text for text in lines(body, "never") if any(text in point for point in said)] == []
    assert lines(body, "first") in ([], [points[0].text]) if points else not lines(body, "first")
    for label, field in (("voice", "voice"), ("short", "short"), ("reason", "reason")):
        for asked in lines(body, label):
            start, _, wanted = asked.partition(" =>")
            assert [getattr(p, field) for t, p in said.items() if t.startswith(start)] == [wanted.strip()]
    for asked in lines(body, "refs"):
        start, _, wanted = asked.partition(" =>")
        found = [" ".join(map(str, p.refs)) for t, p in said.items() if t.startswith(start)]
        assert found == [wanted.strip()]
    for start in lines(body, "voiced"):
        assert [p.voiced for t, p in said.items() if t.startswith(start)] == [True]


@pytest.mark.parametrize("body", [body for _, body in ALONE], ids=[name for name, _ in ALONE])
def test_alone(body):
    assert [text for text in lines(body, "alone") if leans(text)] == []
    assert [text for text in lines(body, "leans") if not leans(text)] == []
    assert [text for text in lines(body, "fr-leans") if not leans(text, "fr")] == []


def test_every_source_with_something_to_say_has_some_point():
    text = (
        "The town of X built a dam. Engineers praised the spillway of X. The lake of X filled within a single winter. "
    )
    sources = tuple(source(f"    s{n} {text.replace('X', f'Aby{n}')}", f"s{n}") for n in range(12))

    points = analyse(sources).points

    assert {point.refs[0].source for point in points} == {f"s{n}" for n in range(12)}


def test_points_have_falling_weights_and_no_text_twice():
    sources = (
        source("\n".join(f"    text The council of Bergen closed school number {n} in spring." for n in range(40))),
    )

    points = analyse(sources).points

    assert [p.weight for p in points] == sorted({p.weight for p in points}, reverse=True)
    assert len({p.text for p in points}) == len(points)
