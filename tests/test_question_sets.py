"""Sets as a pack asks for them: how long, how many, which levels and skills; what cannot be had is said."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import analysis, compose, questions
from briefpack.cli import main
from briefpack.errors import UsageError
from briefpack.model import Brief, QuestionMix
from briefpack.pack import intake, mixing, shipped
from briefpack.pack.folder import Document
from briefpack.pack.folder import job as job_of
from briefpack.questions.skeleton import HIGH, LEVELS, PHASES, SKILLS

PACK = Path(__file__).parent / "quality" / "packs" / "flood-barrier"
DOCUMENTS = sorted(path for path in PACK.iterdir() if path.name != "reference.yaml")


@pytest.fixture(scope="module")
def brief() -> Brief:
    return analysis.analyse(intake.read(tuple(Document(path) for path in DOCUMENTS))[0])


def ask(brief: Brief, name: str = "students", minutes: int = 0, mix: QuestionMix = mixing.USUAL) -> questions.Asked:
    skeletons = compose.skeletons((name, "base"), shipped.template)
    return questions.ask(brief, mixing.mixed(shipped.audience(name), minutes, mix), skeletons)


@pytest.mark.parametrize("name", ["students", "policy"])
@pytest.mark.parametrize("minutes", [30, 50, 75, 90])
def test_a_lesson_of_any_length_is_filled_exactly(brief: Brief, name: str, minutes: int) -> None:
    asked = ask(brief, name, minutes)

    levels = Counter(one.level for one in asked.questions)
    assert sum(one.minutes for one in asked.questions) == minutes
    assert min(one.minutes for one in asked.questions) >= 3
    assert [one.phase for one in asked.questions] == sorted((one.phase for one in asked.questions), key=PHASES.index)
    assert {one.phase for one in asked.questions} == set(PHASES)
    assert len(levels) >= 3 and sum(levels[level] for level in HIGH) * 2 >= len(asked.questions)
    assert {ref.source for one in asked.questions for ref in one.refs} == {source.key for source in brief.sources}
    assert sum(len({ref.source for ref in one.refs}) > 1 for one in asked.questions) >= 2


def test_a_longer_lesson_has_more_questions(brief: Brief) -> None:
    many = [len(ask(brief, minutes=minutes).questions) for minutes in (30, 50, 75, 90)]

    assert many == sorted(many) and many[0] < many[-1] <= 12


@given(
    st.sampled_from(("students", "policy")),
    st.integers(10, 180),
    st.integers(0, 20),
    st.lists(st.sampled_from(LEVELS), unique=True, max_size=4),
    st.lists(st.sampled_from(SKILLS), unique=True, max_size=4),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_the_set_keeps_its_rules_or_says_why_not(
    brief: Brief, name: str, minutes: int, count: int, levels: list[str], skills: list[str]
) -> None:
    mix = QuestionMix(count, tuple(levels), tuple(skills))
    if count * 3 > minutes:
        with pytest.raises(UsageError, match="too many"):
            ask(brief, name, minutes, mix)
        return

    asked = ask(brief, name, minutes, mix)

    said = " ".join(map(str, asked.notices))
    prompts = [one.prompt for one in asked.questions]
    assert asked == ask(brief, name, minutes, mix)
    assert all(mix.takes(one.level, one.skill) for one in asked.questions)
    assert sum(one.minutes for one in asked.questions) in (minutes, 0)
    assert len(set(prompts)) == len(prompts) == len({one.skeleton for one in asked.questions})
    assert len(prompts) <= (count or 20) and (not count or len(prompts) == count or "could be made" in said)
    assert all(f"'{level}'" in said for level in levels if level not in {one.level for one in asked.questions})
    assert all(f"'{skill}'" in said for skill in skills if skill not in {one.skill for one in asked.questions})


def test_what_these_documents_do_not_give_is_said_with_the_reason(brief: Brief) -> None:
    bare = Brief(brief.title, "", brief.sources, points=brief.points)
    said = [str(notice) for notice in ask(bare, mix=QuestionMix(skills=("role play",))).notices]

    assert any(
        "no question of skill 'role play': these documents give nothing that its skeletons take" in x for x in said
    )
    assert any(
        "remember" in str(x) for x in ask(brief, mix=QuestionMix(levels=("remember",), skills=("position",))).notices
    )


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--levels", "evaluat"), "--levels: there is no 'evaluat', did you mean 'evaluate'?"),
        (("--skills", "sourcing,positon"), "--skills: there is no 'positon', did you mean 'position'?"),
        (("--levels", ","), "--levels: there is no ''"),
        (("--count", "0"), "--count is a whole number from 1 to 40, not 0"),
        (("--count", "30", "--minutes", "45"), "30 questions are too many: students have 45 minutes, which hold 15"),
    ],
)
def test_a_wrong_wish_is_named_with_the_nearest_right_word(
    options: tuple[str, ...], problem: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("The harbour board will raise the levy in May.\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), *options])

    assert result.exit_code == 2
    assert problem in result.output


def test_a_pack_says_which_questions_it_wants(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("sources: [a.txt]\nquestions:\n  count: 5\n  levels: [evaluate, create]\n", encoding="utf-8")
    mix = job_of((tmp_path,)).mix
    other = job_of((tmp_path,), mix=mixing.asked(3, "", "position")).mix

    assert mix == QuestionMix(5, ("evaluate", "create"))
    assert other == QuestionMix(3, ("evaluate", "create"), ("position",))


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("  count: many", "pack.yaml:3"),
        ("  level: [evaluate]", "did you mean 'levels'?"),
        ("  skills: [sourcin]", "did you mean 'sourcing'?"),
    ],
)
def test_a_slip_in_the_pack_is_named_with_its_line(lines: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(f"sources: [a.txt]\nquestions:\n{lines}\n", encoding="utf-8")

    with pytest.raises(UsageError) as error:
        job_of((tmp_path,))
    assert problem in str(error.value)
