"""The courses that ship: found by name like anybody's, each with a pack of its own, which is built here once."""

import io
import json
import re
import zipfile

import pytest

from briefpack.compose import messages
from briefpack.messages import say, speaking
from briefpack.pack import folder, looks
from briefpack.pack.courses import places
from workshop import ROOT, deck_text, pdf_text, run

PACKS = {"history-seminar": "tanner-street", "ministry-briefing": "catch-certificates", "climate-school": "hot-town"}
AUDIENCES = {"history-seminar": "students", "ministry-briefing": "policy", "climate-school": "school-year-10"}
SLIDES = {
    "history-seminar": "Four questions to ask before you believe a document",
    "ministry-briefing": "For decision / Pour décision",
    "climate-school": "Go and measure it yourself",
}
SECTIONS = {
    "history-seminar": "Words of the time",
    "ministry-briefing": "Languages / Langues",
    "climate-school": "Words to learn this week",
}

WANTING = {"history-seminar": [("students/summary.pdf", "3", False)]}
"""What the documents of a course lack, and a gate says so: the minutes and letters of 1854 explain two words."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Each pack, built once, by the name of its course: the folder of its audience."""
    found = {}
    for name, pack in PACKS.items():
        home = tmp_path_factory.mktemp(name)
        (home / "packs").mkdir()
        for each in ("seeds", f"packs/{pack}/pack.yaml"):
            copied(ROOT / each, home / each)
        done = run("build", home / "packs" / pack, "--out", home / "out")
        assert done.exit_code == 0, done.output
        found[name] = home / "out" / AUDIENCES[name]
    return found


def copied(source, target):
    """A file, or a folder with its files and folders: a build writes into the folder of its pack."""
    if source.is_dir():
        for each in source.iterdir():
            copied(each, target / each.name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def colours(deck):
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        theme = next(name for name in archive.namelist() if re.fullmatch(r"ppt/theme/theme1\.xml", name))
        return set(re.findall(r'srgbClr val="(\w{6})"', archive.read(theme).decode()))


@pytest.mark.parametrize("name", PACKS)
def test_its_slide_its_section_and_its_colours_are_there(name, built):
    deck = (built[name] / "deck.pptx").read_bytes()
    look = looks.named(name, folder.job((ROOT / "packs" / PACKS[name],)).course.look_folders())

    assert SLIDES[name] in deck_text(deck)
    assert SECTIONS[name].casefold() in pdf_text((built[name] / "summary.pdf").read_bytes()).casefold()
    assert {dict(look.colours)[role] for role in ("accent", "accent2", "tint", "paper")} <= colours(deck)


@pytest.mark.parametrize("name", PACKS)
def test_nothing_that_the_build_weighs_falls_short(name, built):
    told = json.loads((built[name].parent / "report.json").read_text())
    weighed = [(each["where"], each["gate"], each["hard"]) for each in told["notices"] if each["gate"] or each["hard"]]

    assert weighed == WANTING.get(name, [])


def test_a_deck_in_another_order_passes_the_gates(built):
    done = run("check", built["history-seminar"].parent)

    assert done.exit_code == 0, done.output


def test_the_seminar_shows_its_documents_first_and_asks_who_wrote_them(built):
    deck = (built["history-seminar"] / "deck.md").read_text()
    asked = (built["history-seminar"] / "questions.md").read_text()

    assert deck.index("## The documents") < deck.index("{.quote") < deck.index("{.timeline") < deck.index("{.claim")
    assert deck.count("{.sources") == 1
    assert re.findall(r'skill="?(\w+)', asked.partition("{.core}")[0])[0] == "sourcing"


def test_the_seminar_s_teaching_set_begins_with_the_sheets_that_question_the_documents(built):
    text = (built["history-seminar"] / "teaching.md").read_text(encoding="utf-8")
    parts = re.findall(r"^## .*\{\.(\w+)", text, flags=re.M)

    assert parts[:2] == ["documents", "reading"] and "facilitator" in parts


def test_the_briefing_has_headings_in_two_languages_and_leaves_each_statement_in_its_own(built):
    deck = (built["ministry-briefing"] / "deck.md").read_text()

    assert "Key judgement / Constat" in deck and "What to watch / À surveiller" in deck
    assert "Selon notre enquête" in deck and "We do not ask for duties" in deck
    assert not re.search(r"## Selon notre enquête", deck)  # 'our survey' is said with the name of its author


def test_the_school_has_fewer_points_than_the_students(built):
    assert (built["climate-school"] / "deck.md").read_text().count("{.claim") == 3


@pytest.mark.parametrize("name", PACKS)
def test_a_worked_course_is_a_course_like_any_other(name):
    course = folder.job((ROOT / "packs" / PACKS[name],)).course
    (audience,) = map(course.audience, course.wanted())

    assert audience.name == AUDIENCES[name] and name in course.over(audience)
    assert not course.unfit(audience) and not course.runs_apart(audience)


def test_a_worked_course_is_found_by_name_and_can_be_built_upon(tmp_path, monkeypatch):
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    assert all(name in run("templates").output for name in PACKS)
    assert run("new", "course", "mine", "--from", "climate-school").exit_code == 0
    (tmp_path / "templates/mine/pack.yaml").write_text("template: mine\nsources: [a.txt]\n")
    assert folder.job((tmp_path / "templates/mine",)).audiences == ("school-year-10",)


def test_a_course_has_its_own_words_for_ours_in_english():
    files = {"mine/messages/en.yaml": 'texts:\n  "Key judgement": "Key judgement / Constat"\n'}
    told = messages("", "", lambda name: files[name], ("mine",))

    with speaking(told) as language:
        assert (say("Key judgement"), say("Timeline")) == ("Key judgement / Constat", "Timeline")
    assert not language.missing and not language.translates
