"""Beginning a course, an audience and a pack, and taking later changes of ours into a course."""

import json
import re
import shutil

import hypothesis
import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefpack import __version__, settings
from briefpack.pack import schemas, shipped
from briefpack.pack.courses import places, record
from briefpack.text.merged import merged
from workshop import ROOT, put, run


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def said(*arguments, code=0):
    done = run(*arguments)
    assert done.exit_code == code, done.output
    return done.output


def test_the_session_of_the_issue(tmp_path):
    put(tmp_path, "trade-wire.txt", "court-news.html")
    said("new", "course", "pol-302", "--from", "students")
    said("new", "pack", "week-3", "trade-wire.txt", "court-news.html", "--course", "pol-302")
    said("new", "audience", "school-year-10", "--from", "students")

    assert re.search(r"pol-302 +extends students +this project: templates/pol-302", said("templates"))
    told = said("templates", "explain", "week-3")
    assert re.search(r"look +pol-302 +templates/pol-302/template\.yaml:\d", told)
    assert re.search(r"counts: claims +5 +audiences/students\.yaml:\d", told)
    assert re.search(r"deck\.md\.j2 +close +students/deck\.md\.j2:\d", told)
    assert (tmp_path / "week-3/court-news.html").read_bytes() == (tmp_path / "court-news.html").read_bytes()


def test_what_new_writes_is_read_as_it_stands_and_with_every_remark_taken_away(tmp_path):
    said("new", "course", "pol-302", "--from", "students")
    said("new", "audience", "school-year-10", "--from", "students")
    course = tmp_path / "templates/pol-302"
    for page in ("deck", "summary"):
        path = course / f"{page}.md.j2"
        path.write_text(re.sub(r"(?s)\{#.*?\n\n(.*)#\}", r"\1", path.read_text()))
    for path in (course / "looks/pol-302/look.yaml", tmp_path / "templates/audiences/school-year-10.yaml"):
        path.write_text(re.sub(r"(?m)^( *)# (?=[ a-z0-9]+:)", r"\1", path.read_text()))

    put(tmp_path, "trade-wire.txt")
    said("new", "pack", "week-3", "trade-wire.txt", "--course", "pol-302")
    said("build", "week-3", "--handout", "none", "--audience", "school-year-10")
    deck = (tmp_path / "week-3/out/school-year-10/deck.md").read_text()
    assert "## Before next week" in deck


@pytest.mark.parametrize("name", ["../x", "a/b", "", "Con", "con", "parent", "x" * 99, "-x", "ä", "a b", ".x"])
@pytest.mark.parametrize("what", ["course", "audience", "pack"])
def test_a_name_is_no_path(what, name, tmp_path):
    put(tmp_path, "trade-wire.txt")
    before = sorted(tmp_path.rglob("*"))

    said("new", what, "--", name, *(["trade-wire.txt"] if what == "pack" else []), code=2)
    assert sorted(tmp_path.rglob("*")) == before


def test_nothing_that_stands_there_is_written_over(tmp_path):
    put(tmp_path, "trade-wire.txt")
    for arguments in (("course", "mine"), ("audience", "mine"), ("pack", "week-3", "trade-wire.txt")):
        said("new", *arguments)
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        assert "kept" in said("new", *arguments, code=4)
        assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_names_that_are_taken_or_unknown_are_said(tmp_path):
    put(tmp_path, "trade-wire.txt")

    assert "--from students" in said("new", "course", "students", code=2)
    assert "did you mean 'students'?" in said("new", "course", "mine", "--from", "studens", code=2)
    assert "did you mean 'students'?" in said("new", "audience", "mine", "--from", "studens", code=2)
    assert "there is no template 'x'" in said("new", "pack", "week-3", "trade-wire.txt", "--course", "x", code=2)
    assert "did you mean 'deck'?" in said("new", "course", "mine", "--copy", "dek", code=2)
    assert not (tmp_path / "week-3").exists() and not (tmp_path / "templates").exists()


def test_documents_are_copied_under_names_of_their_own(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        put(tmp_path / folder, "trade-wire.txt")
    said("new", "pack", "week-3", "a/trade-wire.txt", "b/trade-wire.txt")

    assert '"trade-wire-2.txt"' in (tmp_path / "week-3/pack.yaml").read_text()
    said("new", "pack", "week-4", "a", code=2)
    said("new", "pack", "week-4", "nowhere.txt", code=3)
    assert not (tmp_path / "week-4").exists()


@pytest.fixture
def renewed(tmp_path, monkeypatch):
    """A course with a whole copy of the deck, and templates of ours that can be changed afterwards."""
    shutil.copytree(shipped.folder(), tmp_path / "ships")
    monkeypatch.setattr(shipped, "folder", lambda: tmp_path / "ships")
    said("new", "course", "pol-302", "--from", "students", "--copy", "deck")
    return tmp_path / "templates/pol-302/deck.md.j2", tmp_path / "ships/students/deck.md.j2"


def changed(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))


def test_an_update_takes_our_changes_and_loses_none_of_hers(renewed):
    hers, ours = renewed
    changed(hers, '"The big question"', '"Our question"')
    changed(ours, '"What to take away"', '"What stays"')

    assert "merged with your changes" in said("templates", "update", "pol-302", "--dry-run")
    assert '"What stays"' not in hers.read_text()
    said("templates", "update", "pol-302")
    assert '"Our question"' in hers.read_text() and '"What stays"' in hers.read_text()
    assert "our templates have not changed" in said("templates", "update", "pol-302")
    assert record.made(hers.parent).version == __version__


def test_an_audience_is_updated_from_the_one_that_it_began_with(renewed, tmp_path):
    said("new", "audience", "year-10", "--from", "students")
    hers, ours = tmp_path / "templates/audiences/year-10.yaml", tmp_path / "ships/new/audience.yaml"
    changed(ours, "# ", "# As of now: ")
    hers.write_text(hers.read_text() + "title words: 9\n")

    assert "year-10.yaml: merged with your changes" in said("templates", "update", "year-10", "--dry-run")
    assert "As of now" not in hers.read_text()
    said("templates", "update", "year-10")
    assert "As of now: " in hers.read_text() and hers.read_text().endswith("title words: 9\n")
    assert "our templates have not changed" in said("templates", "update", "year-10")


def test_a_pack_is_updated_under_its_new_name_too(renewed, tmp_path):
    put(tmp_path, "trade-wire.txt")
    said("new", "pack", "week-3", "trade-wire.txt", "--course", "pol-302")
    (tmp_path / "week-3").rename(tmp_path / "week-4")
    hers, ours = tmp_path / "week-4/pack.yaml", tmp_path / "ships/new/pack.yaml"
    changed(hers, '"Week 3"', '"The third week"')
    ours.write_text(ours.read_text() + "# A new setting.\n")

    assert "merged with your changes" in said("templates", "update", "week-4")
    assert '"The third week"' in hers.read_text() and hers.read_text().endswith("# A new setting.\n")
    assert "trade-wire.txt" in hers.read_text() and "template: pol-302" in hers.read_text()
    said("build", "week-4", "--audience", "students", "--handout", "none")


def test_a_pack_that_is_called_like_an_audience_is_the_one_that_is_updated(renewed, tmp_path):
    put(tmp_path, "trade-wire.txt")
    said("new", "pack", "week-3", "trade-wire.txt", "--course", "pol-302")
    said("new", "audience", "week-3", "--from", "students")
    pack, audience = tmp_path / "week-3/pack.yaml", tmp_path / "templates/audiences/week-3.yaml"
    for ours in (tmp_path / "ships/new/pack.yaml", tmp_path / "ships/new/audience.yaml"):
        ours.write_text(ours.read_text() + "# A new setting.\n")

    said("templates", "update", "week-3")

    assert pack.read_text().endswith("# A new setting.\n") and "# A new setting." not in audience.read_text()


def test_what_was_not_made_by_new_or_ships_is_told_so(renewed, tmp_path):
    (tmp_path / "templates/audiences").mkdir()
    (tmp_path / "templates/audiences/plain.yaml").write_text("extends: students\n")
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare/pack.yaml").write_text("sources: [a.txt]\n")

    for name, kind in (("plain", "audience"), ("bare", "pack")):
        told = said("templates", "update", name, code=2)
        assert (
            f"has no record of what it was made from, so it stays as it is: 'briefpack new {kind}' writes one" in told
        )
    assert "ships with briefpack" in said("templates", "update", "students", code=2)


def test_where_both_changed_a_line_both_stand_there_until_she_chooses(renewed):
    hers, ours = renewed
    changed(hers, '"What to take away"', '"Hers"')
    changed(ours, '"What to take away"', '"Ours"')
    told = said("templates", "update", "pol-302", code=1)
    text = hers.read_text()

    assert "choose at line" in told and '"Hers"' in text and '"Ours"' in text and "<<<<<<< yours" in text
    put(hers.parents[2], "trade-wire.txt")
    said("new", "pack", "week-3", "trade-wire.txt", "--course", "pol-302")
    assert "deck.md.j2:" in said("build", "week-3", code=2)


def test_a_page_that_she_took_out_stays_out(renewed):
    hers, ours = renewed
    hers.unlink()
    changed(ours, '"What to take away"', '"Ours"')

    assert "stays out" in said("templates", "update", "pol-302") and not hers.exists()


@pytest.mark.parametrize("data", ["{", "[]", "[" * 100_000, '{"from": 1, "copied": 2, "version": 3}'])
def test_a_damaged_record_of_a_course_is_told_so(renewed, data):
    hers, _ = renewed
    before = hers.read_text()
    (hers.parent / ".briefpack/made.json").write_text(data)

    assert "made.json:1: is damaged" in said("templates", "update", "pol-302", code=2)
    assert hers.read_text() == before


def test_an_update_keeps_line_ends_of_windows(renewed):
    hers, ours = renewed
    hers.write_bytes(hers.read_bytes().replace(b"\n", b"\r\n"))
    changed(ours, '"What to take away"', '"What stays"')
    said("templates", "update", "pol-302")

    assert b"What stays" in hers.read_bytes()
    assert hers.read_bytes().count(b"\n") == hers.read_bytes().count(b"\r\n")


def test_a_course_without_a_record_is_told_so(tmp_path):
    (tmp_path / "templates/plain").mkdir(parents=True)
    (tmp_path / "templates/plain/template.yaml").write_text("extends: students\n")

    assert "has no record" in said("templates", "update", "plain", code=2)


TEXTS = st.text("abcde", max_size=8).map(lambda rows: "".join(f"{row}\n" for row in rows))


@hypothesis.settings(deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
@given(TEXTS, TEXTS, TEXTS)
def test_a_merge_keeps_what_one_side_wrote(base, mine, theirs):
    assert merged(base, mine, base).text == mine
    assert merged(base, base, theirs).text == theirs
    assert merged(base, mine, mine).text == mine
    found = merged(base, mine, theirs)
    assert {row for row in mine.split() if row not in base} <= set(found.text.split("\n"))
    assert {row for row in theirs.split() if row not in base} <= set(found.text.split("\n"))


FILES = {
    "template": [*shipped.folder().glob("*/template.yaml")],
    "audience": [*shipped.folder().glob("audiences/*.yaml")],
    "look": [*shipped.folder().glob("looks/*/look.yaml")],
    "pack": [*(ROOT / "packs").glob("*/pack.yaml")],
}


@pytest.mark.parametrize("name", sorted(schemas.TABLES))
def test_every_shipped_file_keeps_to_its_schema(name):
    schema = json.loads(schemas.schema(name))
    jsonschema.Draft202012Validator.check_schema(schema)

    assert FILES[name]
    for path in FILES[name]:
        jsonschema.validate(yaml.safe_load(path.read_text()), schema)


@pytest.mark.parametrize("name", sorted(schemas.TABLES))
def test_schema_and_loader_know_the_same_keys(name):
    schema, (_, known) = json.loads(schemas.schema(name)), schemas.TABLES[name]

    def same(asked, told):
        assert set(told["properties"]) == set(asked) - {"*"}
        assert (told["additionalProperties"] is False) == ("*" not in asked)
        for key, value in asked.items():
            if isinstance(value, dict) and key != "*":
                same(value, told["properties"][key])

    same(known, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"titel": "x"}, schema)
    with pytest.raises(settings.UsageError):
        settings.read("titel: x", file="x.yaml", known=known)


def test_a_schema_is_printed_by_name():
    assert json.loads(said("schema", "pack"))["title"] == "briefpack: pack.yaml of a pack"
    assert "did you mean 'pack'?" in said("schema", "pak", code=2)


def test_a_course_is_tried_on_three_samples(tmp_path):
    said("new", "course", "mine", "--from", "policy")
    told = said("templates", "check", "mine")

    slides = {name: int(many) for name, many in re.findall(r"(thin|normal|rich) +policy: (\d+) slides, 1 page", told)}
    assert slides["thin"] < slides["normal"] < slides["rich"]
    page = tmp_path / "templates/mine/deck.md.j2"
    page.write_text('{% extends "parent/deck.md.j2" %}\n{% block terms %}{{ trems }}{% endblock %}\n')
    assert "templates/mine/deck.md.j2:2: block 'terms': 'trems' is undefined" in said(
        "templates", "check", "mine", code=1
    )


def test_two_audiences_are_compared_with_reasons(tmp_path):
    put(tmp_path, "trade-wire.txt", "steel-opinion.txt")
    told = said("diff", "--audience", "students", "policy", "trade-wire.txt", "steel-opinion.txt")

    assert re.search(r"counts: claims +5 +6 +audiences/students\.yaml:\d+, audiences/policy\.yaml:\d+", told)
    assert re.search(r"deck: question \(slides\) +1 +- +template", told)
    assert "did you mean 'policy'?" in said("diff", "--audience", "students", "polcy", "trade-wire.txt", code=2)
    assert "the same for both" in said("diff", "--audience", "policy", "policy", "trade-wire.txt")
