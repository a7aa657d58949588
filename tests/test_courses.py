"""Course templates: a folder says what is different, everything else comes from the one below."""

import ast
from dataclasses import replace

import pytest

from briefpack import compose, page
from briefpack.errors import TemplateError, UsageError
from briefpack.pack import courses, folder
from briefpack.pack.courses import places
from test_templates import BRIEF
from workshop import put, run

PAGE = '{% extends "parent/deck.md.j2" %}\n'


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """An empty folder to work in, and no templates of the user's own."""
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def course(root, name, told="", **pages):
    write(root / "templates" / name / "template.yaml", told)
    for each, text in pages.items():
        write(root / "templates" / name / f"{each}.md.j2", text)


def pack(root, told):
    home = root / "packs" / "week-3"
    home.mkdir(parents=True, exist_ok=True)
    put(home, "trade-wire.txt")
    write(home / "pack.yaml", f"{told}\nsources: [trade-wire.txt]\n")
    return home


def deck(home, audience="students"):
    asked = folder.job((home,))
    made = asked.course.audience(audience)
    brief = replace(BRIEF, settings=asked.settings)
    return compose.pages(brief, made, asked.course.load, asked.course.over(made)).deck


def test_a_course_changes_one_block_and_keeps_what_the_institution_changed(tmp_path):
    course(
        tmp_path,
        "uni",
        "institution: The University",
        deck=PAGE + "{% block close %}{{ super() }}\n## Visit us {.points}\n- On Monday.\n{% endblock %}",
    )
    course(
        tmp_path,
        "pol-302",
        "extends: uni\ncourse: Politics 302\naudiences: [students]",
        deck=PAGE + "{% block opening %}{{ super() }}\n## Rules {.points}\n- Quote.\n{% endblock %}",
    )

    page = deck(pack(tmp_path, "template: pol-302\ntitle: Trade"))

    assert page.index("## Rules") < page.index("## Visit us") < page.index("{.sources")
    assert "The University" in page and "Politics 302" in page


def test_a_renamed_parent_changes_no_page(tmp_path):
    course(tmp_path, "old", deck=PAGE + "{% block close %}\n## Ours {.points}\n- It is.\n{% endblock %}")
    course(tmp_path, "mine", "extends: old", deck=PAGE)
    (tmp_path / "templates/old").rename(tmp_path / "templates/new-name")
    write(tmp_path / "templates/mine/template.yaml", "extends: new-name")

    assert "## Ours" in deck(pack(tmp_path, "template: mine\naudiences: [students]"))


def test_the_pack_has_the_last_word(tmp_path):
    course(
        tmp_path,
        "mine",
        "teacher: A. Lecturer\npaper: letter\naudiences: [policy]",
        deck=PAGE + "{% block close %}\n## Course {.points}\n- It is.\n{% endblock %}",
    )
    home = pack(tmp_path, "template: mine\nteacher: B. Lecturer\naudiences+: [students]")
    write(home / "deck.md.j2", PAGE + "{% block close %}{{ super() }}\n## Pack {.points}\n- It is.\n{% endblock %}")

    asked = folder.job((home,))
    page = deck(home)

    assert asked.audiences == ("policy", "students") and asked.paper == "letter"
    assert dict(asked.details)["teacher"] == "B. Lecturer"
    assert page.index("## Course") < page.index("## Pack")


def test_a_course_made_from_students_leaves_policy_its_own_pages(tmp_path):
    course(
        tmp_path,
        "mine",
        "extends: students",
        deck=PAGE + "{% block close %}\n## Ours {.points}\n- It is.\n{% endblock %}",
    )
    home = pack(tmp_path, "template: mine\naudiences: [students, policy]")
    asked = folder.job((home,)).course

    assert asked.unfit(asked.audience("policy")) == "mine" and not asked.unfit(asked.audience("students"))
    assert "## Ours" in deck(home) and "## Ours" not in deck(home, "policy")


def test_an_audience_says_what_is_different(tmp_path):
    write(
        tmp_path / "templates/audiences/year-10.yaml",
        "name: year-10\nextends: students\nline words: 20\ncounts: {claims: 2}\nlevels: [understand]\nlevels+: [apply]\n",
    )

    made, usual = (courses.of_loose().audience(name) for name in ("year-10", "students"))

    assert (made.line_words, made.count("claims"), made.count("terms")) == (20, 2, usual.count("terms"))
    assert made.levels == ("understand", "apply")
    assert made.slides == usual.slides


def test_an_audience_of_the_course_stands_over_ours(tmp_path):
    course(tmp_path, "mine", "extends: students")
    write(
        tmp_path / "templates/mine/audiences/students.yaml", "name: students\nextends: students\ncounts: {claims: 2}\n"
    )
    home = pack(tmp_path, "template: mine")

    assert folder.job((home,)).course.audience("students").count("claims") == 2


def test_loose_documents_find_the_audiences_of_the_folder(tmp_path):
    write(tmp_path / "templates/audiences/year-10.yaml", "name: year-10\nextends: students\n")
    done = run("build", *put(tmp_path, "trade-wire.txt"), "--audience", "year-10")

    assert done.exit_code == 0 and (tmp_path / "out/year-10/deck.pptx").is_file()


def test_the_users_own_folder_and_the_projects_are_searched_in_that_order(tmp_path):
    write(tmp_path / "home/mine/template.yaml", "teacher: From home")
    home = pack(tmp_path, "template: mine")
    first = dict(folder.job((home,)).details)
    course(tmp_path, "mine", "teacher: From the project")

    assert first["teacher"] == "From home"
    assert dict(folder.job((home,)).details)["teacher"] == "From the project"


def test_an_installed_package_offers_templates_and_is_not_run(tmp_path, monkeypatch):
    write(tmp_path / "site/climate/__init__.py", "raise SystemExit('was run')")
    write(tmp_path / "site/climate/dry/template.yaml", "teacher: The package")
    write(tmp_path / "site/climate-1.dist-info/METADATA", "Name: climate\nVersion: 1\n")
    write(tmp_path / "site/climate-1.dist-info/entry_points.txt", "[briefpack.templates]\nclimate = climate\n")
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    places.installed.cache_clear()

    assert dict(folder.job((pack(tmp_path, "template: dry"),)).details)["teacher"] == "The package"
    places.installed.cache_clear()


REFUSED = {
    "a circle": ({"a": "extends: b", "b": "\nextends: a"}, "a", "templates/b/template.yaml:2: goes round in a circle"),
    "a missing parent": ({"a": "name: a\nextends: studens"}, "a", "templates/a/template.yaml:2: there is no template 'studens', did you mean 'students'?"),
    "a missing template": ({"pol-302": ""}, "pol-32", "packs/week-3/pack.yaml:1: there is no template 'pol-32', did you mean 'pol-302'? (a colleague's: lay its folder into 'templates' of the pack)"),
    "a way out": ({}, "../../etc", "pack.yaml:1: there is no template '../../etc'"),
    "a name that ships": ({"students": "teacher: me"}, "students", "templates/students/template.yaml:1: is called 'students', like a template that ships"),
    "another name": ({"a": "name: b"}, "a", "templates/a/template.yaml:1: calls itself 'b'"),
    "an unknown key": ({"a": "paper: a4\nteecher: x"}, "a", "templates/a/template.yaml:2: unknown key 'teecher', did you mean 'teacher'?"),
    "an unknown audience": ({"a": "\naudiences: [studens]"}, "a", "templates/a/template.yaml:2: a value of 'audiences' cannot be 'studens', did you mean 'students'?"),
    "too deep": ({f"a{n}": f"extends: a{n + 1}" for n in range(12)}, "a0", "templates deep"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_is_said_with_its_place(case, tmp_path):
    told, name, says = REFUSED[case]
    for each, text in told.items():
        course(tmp_path, each, text)

    with pytest.raises(UsageError) as raised:
        folder.job((pack(tmp_path, f"template: {name}").relative_to(tmp_path),))
    assert says in str(raised.value)


def test_an_audience_that_goes_round_in_a_circle_is_refused(tmp_path):
    write(tmp_path / "templates/audiences/a.yaml", "name: a\nextends: b\n")
    write(tmp_path / "templates/audiences/b.yaml", "name: b\nextends: a\n")

    with pytest.raises(TemplateError, match="goes round in a circle"):
        courses.of_loose().audience("a")


def test_a_page_that_is_a_link_is_refused(tmp_path):
    write(tmp_path / "secret", "x")
    course(tmp_path, "mine")
    (tmp_path / "templates/mine/deck.md.j2").symlink_to(tmp_path / "secret")

    with pytest.raises(TemplateError, match="is a link"):
        deck(pack(tmp_path, "template: mine"))


def test_a_page_cannot_read_beyond_its_folders(tmp_path):
    for name in ("../../secret", "own/../secret", "parent/../../secret", "/etc/passwd"):
        course(tmp_path, "mine", deck=f'{{% include "{name}" %}}')
        with pytest.raises(TemplateError, match=r"deck\.md\.j2"):
            deck(pack(tmp_path, "template: mine"))


def test_somebody_elses_templates_folder_is_left_alone(tmp_path):
    write(tmp_path / "templates/base.html", "<p>")

    assert places.near(tmp_path) == ()


def test_the_search_ends_at_the_root_of_a_repository(tmp_path):
    course(tmp_path, "mine")
    write(tmp_path / "inner/.git/HEAD", "")

    assert places.project_folder(tmp_path / "inner") is None
    assert places.project_folder(tmp_path) == tmp_path / "templates"


WRONG_PAGES = {
    "{% block temrs %}x{% endblock %}": "templates/mine/deck.md.j2:2: block 'temrs': no page below has a block 'temrs', did you mean 'terms'?",
    "{% block terms %}{{ trems }}{% endblock %}": "templates/mine/deck.md.j2:2: block 'terms': 'trems' is undefined",
    "{% block terms %}\n::: nots\n- x\n:::\n{% endblock %}": "templates/mine/deck.md.j2:2: block 'terms', filled in",
    "{% block terms %}": "templates/mine/deck.md.j2:2",
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG_PAGES)
def test_a_wrong_page_is_named_with_line_and_block(wrong, tmp_path):
    course(tmp_path, "mine", deck=PAGE + wrong)

    with pytest.raises(TemplateError) as raised:
        deck(pack(tmp_path, "template: mine"))
    assert str(raised.value).startswith(WRONG_PAGES[wrong])


def told(tmp_path, text):
    write(tmp_path / "templates/audiences/mine.yaml", f"name: mine\nextends: students\n{text}\n")
    made = courses.of_loose().audience("mine")
    return compose.pages(BRIEF, made, courses.of_loose().load), made


def test_an_audience_leaves_out_what_it_names(tmp_path):
    usual, _ = told(tmp_path, "")
    pages, _ = told(tmp_path, "leave out: {deck: [terms, points], summary: [people], teaching: [rubric]}")

    def kinds(text):
        return [section.kind for section in page.parse(text).sections]

    assert kinds(pages.deck) == [kind for kind in kinds(usual.deck) if kind not in ("terms", "points")]
    assert "people" in kinds(usual.summary) and "people" not in kinds(pages.summary)
    assert "rubric" in kinds(usual.teaching) and "rubric" not in kinds(pages.teaching)


def test_an_audience_weighs_its_sources(tmp_path):
    _, made = told(tmp_path, "weights: {opinion: 0.05}")
    weighed = compose.weighed(BRIEF, made).points

    assert {point.refs[0].source for point in BRIEF.points[1:3]} == {"post"}
    assert [point.refs[0].source for point in weighed] == ["who", "who", "post", "post"]
    assert compose.weighed(BRIEF, courses.of_loose().audience("students")) == BRIEF


def test_what_python_once_knew_by_name_is_data(tmp_path):
    _, made = told(
        tmp_path, "voice: policy\nwhom: For year ten\nsummary: {form: briefing, most words: 200}\ncounts: {look up: 2}"
    )

    assert (made.voice, made.whom, made.rules.form, made.rules.most_words) == (
        "policy",
        "For year ten",
        "briefing",
        200,
    )
    assert made.rules.smallest == courses.of_loose().audience("students").rules.smallest


@pytest.mark.parametrize(
    "wrong", ["leave out: {deck: [tersm]}", "weights: {opinon: 1}", "voice: student", "summary: {form: brief}"]
)
def test_a_wrong_word_of_an_audience_gets_the_nearest_right_one(wrong, tmp_path):
    with pytest.raises(TemplateError, match=r"templates/audiences/mine\.yaml:3: .*did you mean"):
        told(tmp_path, wrong)


def test_an_audience_is_nowhere_known_by_its_name():
    from workshop import ROOT

    names = {"students", "policy"}
    allowed = {
        "pack/keys.py",
        "questions/skeleton.py",
        "model/audience.py",
        "compose/look.py",
        "pack/courses/drafts.py",
        "cli_new.py",
    }
    found = set()
    for path in (ROOT / "src/briefpack").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(isinstance(node, ast.Constant) and node.value in names for node in ast.walk(tree)):
            found.add(path.relative_to(ROOT / "src/briefpack").as_posix())
    assert found <= allowed
