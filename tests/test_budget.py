"""A deck keeps to so many slides or minutes: the least weighty slides go first, and it is said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies
from pptx import Presentation

from briefpack import page
from briefpack.compose import budget as budgets
from briefpack.model import Audience, Budget, Deck, Line, Pace, Slide
from workshop import EXAMPLE, run

PACES = (
    ("title", Pace(1, None)), ("question", Pace(2, None)), ("claim", Pace(4, 90)), ("people", Pace(2, 50)),
    ("points", Pace(2, 30)), ("sources", Pace(1, None)),
)  # fmt: skip
AUDIENCE = Audience("students", "", "students", "", 16, 18, 45, (), 45, (), PACES)
KINDS = ("title", "question", "claim", "claim", "claim", "points", "people", "sources")


def deck(*kinds: str) -> Deck:
    return Deck("T", "students", "en", tuple(Slide(kind, Line(f"{kind} {at}")) for at, kind in enumerate(kinds)), ())


def left(budget: Budget, kinds: tuple[str, ...] = KINDS, spans: tuple[int, ...] = ()) -> list[str]:
    gone = budgets.left_out(deck(*kinds), spans or (1,) * len(kinds), AUDIENCE, budget)
    return [f"{kind} {at}" for at, kind in enumerate(kinds) if at in gone]


@pytest.mark.parametrize(
    ("budget", "gone"),
    [
        (Budget(), []),
        (Budget(slides=8), []),
        (Budget(slides=7), ["points 5"]),
        (Budget(slides=6), ["points 5", "people 6"]),
        (Budget(slides=5), ["claim 4", "points 5", "people 6"]),
        (Budget(minutes=18), ["points 5"]),
        (Budget(slides=7, minutes=12), ["claim 4", "points 5", "people 6"]),
        (Budget(slides=1), ["claim 2", "claim 3", "claim 4", "points 5", "people 6"]),
    ],
)
def test_the_least_weighty_goes_first_and_of_a_kind_the_later(budget: Budget, gone: list[str]) -> None:
    assert left(budget) == gone


def test_a_slide_that_takes_two_counts_as_two() -> None:
    assert left(Budget(slides=3), ("title", "claim", "people"), (1, 1, 2)) == ["people 2"]


def test_a_small_slide_comes_back_where_one_that_takes_two_went() -> None:
    assert left(Budget(slides=3), ("title", "claim", "people", "points"), (1, 1, 2, 1)) == ["people 2"]


@settings(max_examples=80, deadline=None)
@given(
    strategies.lists(strategies.sampled_from([kind for kind, _ in PACES] + ["unknown"]), max_size=30),
    strategies.integers(0, 40),
    strategies.integers(0, 90),
)
def test_a_budget_is_kept_or_nothing_that_may_go_is_left(kinds: list[str], slides: int, minutes: int) -> None:
    made, budget = deck(*kinds), Budget(slides, minutes)
    gone = budgets.left_out(made, (1,) * len(kinds), AUDIENCE, budget)
    kept = [at for at in range(len(kinds)) if at not in gone]
    time = budgets.minutes(made, (1,) * len(kinds), AUDIENCE, kept)

    fits = (not slides or len(kept) <= slides) and (not minutes or time <= minutes)

    assert fits or all(AUDIENCE.pace(kinds[at]).weight is None for at in kept)
    assert not [at for at in gone if AUDIENCE.pace(kinds[at]).weight is None]


def test_kickers_that_count_count_what_is_left() -> None:
    whole = page.parse(
        "# T\n" + "".join(f'## C{at} {{.claim kicker="Key point {at} of 3"}}\n- x\n' for at in (1, 2, 3))
    )

    kept = budgets.without(whole, (1,))

    assert [dict(section.options)["kicker"] for section in kept.sections] == ["Key point 1 of 2", "Key point 2 of 2"]


def test_a_build_keeps_to_its_slides_and_says_what_it_left_out(tmp_path: Path) -> None:
    run("build", EXAMPLE, "--out", tmp_path / "whole")
    said = run("build", EXAMPLE, "--out", tmp_path, "--slides", 9)

    for audience in ("students", "policy"):
        kinds = [s.slide_layout.name for s in Presentation(str(tmp_path / audience / "deck.pptx")).slides]
        assert len(kinds) == 9 and kinds[0] == "title" and kinds[-1] == "sources"
        report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
        named = [one for one in report["left_out"][f"{audience}/deck.pptx"] if "left out to keep to 9 slides" in one]
        assert len(named) == _told(tmp_path / "whole", audience) - _told(tmp_path, audience) > 0
        assert f"{audience}/deck.pptx: {len(named)} slides were left out to keep to 9 slides" in said.output


def _told(out: Path, audience: str) -> int:
    """How many slides the page of a deck tells of; a timeline may take two of the deck."""
    return len(page.parse((out / audience / "deck.md").read_text(encoding="utf-8")).sections)


def test_a_build_keeps_to_its_minutes(tmp_path: Path) -> None:
    assert run("build", EXAMPLE, "--out", tmp_path, "--audience", "students", "--minutes", 25).exit_code == 0

    asked = json.loads((tmp_path / "students" / "questions.json").read_text(encoding="utf-8"))
    assert sum(question["minutes"] for question in asked["questions"]) == 25
    assert 6 <= len(Presentation(str(tmp_path / "students" / "deck.pptx")).slides) <= 9


def test_a_page_changed_by_hand_is_never_cut(tmp_path: Path) -> None:
    run("build", EXAMPLE, "--out", tmp_path, "--audience", "students")
    written = tmp_path / "students" / "deck.md"
    written.write_text(written.read_text(encoding="utf-8").replace("Who is who", "Who they are"), encoding="utf-8")
    before = len(Presentation(str(tmp_path / "students" / "deck.pptx")).slides)

    said = run("build", EXAMPLE, "--out", tmp_path, "--audience", "students", "--slides", 6)

    assert len(Presentation(str(tmp_path / "students" / "deck.pptx")).slides) == before
    assert f"takes {before} slides, more than the 6 slides asked for" in said.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--slides", "2"), "--slides is a whole number from 3 to 200, not 2"),
        (("--slides", "201"), "from 3 to 200, not 201"),
        (("--minutes", "0"), "--minutes is a whole number from 5 to 600, not 0"),
        (("--minutes", "fifty"), "is not a valid integer"),
        (("--slide", "5"), "Did you mean '--slides'"),
    ],
)
def test_a_budget_that_cannot_be_is_wrong_use(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    said = run("build", EXAMPLE, "--out", tmp_path, *arguments)

    assert said.exit_code == 2 and says in said.output


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("slides: 2", "'slides' must be a whole number from 3 to 200, found '2'"),
        (f"slides: {'9' * 5000}", "'slides' must be a whole number from 3 to 200, found '999"),
        ("minutes: an hour", "'minutes' must be a whole number from 5 to 600, found 'an hour'"),
        ("minuts: 50", "unknown key 'minuts', did you mean 'minutes'?"),
    ],
)
def test_a_budget_of_a_pack_is_checked_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "pack.yaml").write_text(f"title: T\n{line}\nsources: [a.txt]\n", encoding="utf-8")

    said = run("build", tmp_path)

    assert said.exit_code == 2 and f"pack.yaml:2: {says}" in said.output


def test_a_pack_may_name_its_budget(tmp_path: Path) -> None:
    text = (EXAMPLE / "pack.yaml").read_text(encoding="utf-8").replace("../..", str(EXAMPLE.parent.parent))
    (tmp_path / "pack.yaml").write_text(f"slides: 7\naudiences: [policy]\n{_without_audiences(text)}", encoding="utf-8")

    said = run("build", tmp_path)

    assert said.exit_code == 0 and len(Presentation(str(tmp_path / "out" / "policy" / "deck.pptx")).slides) == 7


@pytest.mark.parametrize("minutes", ["0", "181", "1000000"])
def test_the_minutes_of_a_slide_are_bounded(tmp_path: Path, minutes: str) -> None:
    run("build", EXAMPLE, "--out", tmp_path, "--audience", "students")
    written = tmp_path / "students" / "deck.md"
    changed, found = re.subn(r"minutes=\d+\}", f"minutes={minutes}}}", written.read_text(encoding="utf-8"))
    written.write_text(changed, encoding="utf-8")
    assert found == 1

    said = run("build", EXAMPLE, "--out", tmp_path, "--audience", "students")

    assert said.exit_code == 2 and f"minutes must be from 1 to 180, found '{minutes}'" in said.output


def _without_audiences(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("audiences"))
