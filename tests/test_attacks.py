"""Templates from strangers: what they try ends in one line, soon, and reaches neither files nor Python."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from briefpack import compose
from briefpack.compose.apart import Wanted
from briefpack.compose.environment import fill
from briefpack.errors import BriefpackError, ReadError, TemplateError
from briefpack.messages import speaking
from briefpack.pack import apart, child, folder, stages
from briefpack.pack.courses import places
from test_templates import BRIEF, audience
from test_templates import load as shipped
from workshop import put, run

DATA = {
    "title": "Heat",
    "sources": [{"key": "who", "name": "Health Watch"}],
    "passages": {"@who, 1.1": {"text": "Heat kills."}},
    "claims": [{"title": {"text": "Heat kills.", "refs": ["@who, 1.1"], "label": "", "detail": ""}}],
    "minutes": 45,
}

PYTHON = {
    "class of a text": "{{ ''.__class__ }}",
    "bases of a class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "class by a filter": "{{ ''|attr('__class__') }}",
    "class by brackets": "{{ ''['__class__'] }}",
    "class by a name put together": "{{ ''|attr('__cla' ~ 'ss__') }}",
    "class by a name in hex": "{{ ''['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "class of a list by map": "{{ [''] | map(attribute='__class__') | list }}",
    "class by selectattr": "{{ [''] | selectattr('__class__') | list | first }}",
    "class by groupby": "{{ [''] | groupby('__class__') }}",
    "class by sort": "{{ ['', 'a'] | sort(attribute='__class__.__name__') | join(attribute='__class__') }}",
    "class by format": "{{ '{0.__class__}'.format('') }}",
    "class by format_map": "{{ '{x.__class__}'.format_map({'x': ''}) }}",
    "class by the percent sign": "{{ '%s' % ''.__class__ }}",
    "globals of a helper": "{{ dated.__globals__ }}",
    "globals of the cycler": "{{ cycler.__init__.__globals__ }}",
    "globals of the joiner": "{{ joiner.__init__.__globals__.os }}",
    "globals of the namespace": "{{ namespace.__init__.__globals__ }}",
    "globals of lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "globals of the words": "{{ _.__globals__ }}",
    "code of the words": "{{ _.__code__.co_consts }}",
    "globals of a macro": "{% macro m() %}x{% endmacro %}{{ m.__init__.__globals__ }}",
    "globals of a loop": "{% for x in [1] %}{{ loop.__init__.__globals__ }}{% endfor %}",
    "function of a generator": "{{ (sources | map('upper')).gi_frame.f_globals }}",
    "the template itself": "{{ self._TemplateReference__context.environment }}",
    "the template's module": "{{ self.__class__ }}",
    "the context": "{{ get_context }}",
    "config of another framework": "{{ config.items() }}",
    "request of another framework": "{{ request.application.__globals__ }}",
    "an import of Python": "{% import 'os' as os %}{{ os.popen('id') }}",
    "an extension that is not there": "{% do sources.append(1) %}",
    "debug": "{% debug %}",
    "a call of what is no function": "{{ title() }}",
    "printing a function": "{{ title.upper }}",
    "printing a list": "{{ sources }}",
}
CHANGES = {
    "append to a list": "{{ sources.append(1) }}",
    "clear a mapping": "{{ passages.clear() }}",
    "pop from a mapping": "{{ passages.pop('@who, 1.1') }}",
    "update a mapping": "{{ passages.update({'@who, 1.1': 'no'}) }}",
    "setdefault": "{{ passages.setdefault('x', 'y') }}",
    "reverse in place": "{{ sources.reverse() }}",
    "insert": "{{ sources.insert(0, 1) }}",
    "an item of a mapping": "{% set passages['@who, 1.1'] = 'no' %}",
    "an attribute of a namespace that is none": "{% set title.x = 1 %}",
}
FILES = {
    "above the folder": "{% include '../../pack.yaml' %}",
    "above, by way of a folder": "{% include 'students/../../pyproject.toml' %}",
    "an absolute path": "{% include '/etc/passwd' %}",
    "an absolute path as parent": "{% extends '/etc/passwd' %}",
    "a path of Windows": "{% include 'C:\\\\Windows\\\\win.ini' %}",
    "a path of Windows above": "{% include '..\\\\..\\\\pack.yaml' %}",
    "an address": "{% include 'file:///etc/passwd' %}",
    "an address on the network": "{% include 'https://example.org/x.j2' %}",
    "a path with a zero byte": "{% include 'students/deck.md.j2\\x00' %}",
    "the home folder": "{% include '~/.ssh/id_rsa' %}",
    "a path put together": "{% set dots = '.' ~ '.' %}{% include dots ~ '/' ~ dots ~ '/pack.yaml' %}",
    "a list of paths": "{% include ['/etc/passwd', '/etc/hosts'] %}",
    "an import of macros": "{% from '/etc/passwd' import root %}",
}
ENDLESS = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}"
    "{% endfor %}{% endfor %}",
    "a page without end": "{% for a in range(99999) %}{% for b in range(99999) %}- all work and no play\n{% endfor %}"
    "{% endfor %}",
    "a text that doubles": "{% set ns = namespace(t='a') %}{% for a in range(99) %}{% set ns.t = ns.t ~ ns.t %}{% endfor %}"
    "{{ ns.t }}",
    "a text many times": "{{ 'a' * 99999999999 }}",
    "a list many times": "{{ ([0] * 99999999999) | length }}",
    "a power": "{{ 9 ** 9 ** 9 ** 9 }}",
    "padding": "{{ 'a'.ljust(99999999999) }}",
    "a filter that pads": "{{ 'a' | center(99999999999) }}",
    "a filter that indents": "{{ ('a\\n' * 99999) | indent(9999999) }}",
    "a number with many places": "{{ '%.999999999f' % 1 }}",
    "a macro that calls itself": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a template that includes itself": "{% include 'own/deck.md.j2' %}{% include 'own/deck.md.j2' %}",
    "a range of a range": "{{ range(999999999) | list | length }}",
    "batches": "{{ range(99999) | batch(1) | map('list') | map('join', 'a' * 999999) | list | length }}",
}
"""What no sandbox stops: the process does."""


@pytest.mark.parametrize("template", [*PYTHON.values(), *CHANGES.values()], ids=[*PYTHON, *CHANGES])
def test_neither_python_nor_the_data_is_in_reach(template: str) -> None:
    before = repr(DATA)

    with pytest.raises(TemplateError) as told:
        fill("course/deck.md.j2", DATA, {"course/deck.md.j2": template}.__getitem__)

    assert "\n" not in str(told.value) and "deck.md.j2" in str(told.value)
    assert repr(DATA) == before


@pytest.mark.parametrize("template", FILES.values(), ids=FILES)
def test_no_file_is_in_reach(template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = course(tmp_path, template, monkeypatch)

    asked = folder.job((home,)).course

    with pytest.raises(TemplateError) as told:
        compose.pages(BRIEF, asked.audience("students"), asked.load, asked.over(asked.audience("students")))

    assert "deck.md.j2" in str(told.value) and "root:" not in str(told.value)


@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_what_has_no_end_is_ended(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 3)
    monkeypatch.setattr(apart, "MEGABYTES", 400)
    texts = {"course/template.yaml": "extends: students", "course/deck.md.j2": template}

    def load(name: str) -> str:
        return texts[name] if name in texts else shipped(name)

    began = time.monotonic()
    with pytest.raises(TemplateError) as told:
        apart.pages(BRIEF, audience("students"), load, ("course",))

    assert time.monotonic() - began < 60 and "\n" not in str(told.value)
    assert "no fault of its own" not in str(told.value)


@pytest.mark.parametrize("code", ["", "fr"])
def test_pages_filled_in_apart_are_the_same(code: str) -> None:
    with speaking(compose.messages(code, "students", shipped)):
        one = compose.pages(BRIEF, audience("students"), shipped)
        other = apart.pages(BRIEF, audience("students"), shipped, ())

    assert one == other


def test_an_asker_that_cannot_be_sent_is_named_and_the_pages_are_made() -> None:
    made = apart.pages(BRIEF, audience("students"), shipped, (), (("plugin 'mine' of mine 1.0", lambda _: iter(())),))

    assert "{.title" in made.deck
    assert [notice.what for notice in made.notices if "plugin 'mine'" in notice.what] == [
        "plugin 'mine' of mine 1.0 was left out: it is no function of a module"
    ]


def test_a_fault_of_the_process_is_not_blamed_on_the_template() -> None:
    with pytest.raises(TemplateError, match="no fault of its own"):
        apart.pages(BRIEF, replace(audience("students"), counts=None), shipped, ())  # type: ignore[arg-type]


def test_what_goes_wrong_on_our_side_costs_no_time_and_blames_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_GRACE", 30)

    def load(name: str) -> str:
        raise ValueError(name)

    began = time.monotonic()
    with pytest.raises(TemplateError, match="no fault of its own"):
        apart.pages(BRIEF, audience("students"), load, ())

    assert time.monotonic() - began < 20


def test_more_text_than_pages_hold_is_a_loop_that_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_LONGEST", 1000)

    with pytest.raises(TemplateError, match="a loop that grows"):
        apart.pages(BRIEF, audience("students"), shipped, ())


def test_the_message_names_the_courses_that_have_pages_as_one_would_write_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = course(tmp_path, '{% extends "parent/deck.md.j2" %}', monkeypatch)
    (home / "templates").mkdir()
    (tmp_path / "templates" / "mine").rename(home / "templates" / "mine")
    inner = home / "templates" / "mine" / "deck.md.j2"
    monkeypatch.setattr(apart, "_answered", _asking)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(TemplateError, match=r"^packs/week-3/templates/mine: took"):
        _filled_in_apart(home)
    monkeypatch.chdir(home)
    with pytest.raises(TemplateError, match=r"^templates/mine: took"):
        _filled_in_apart(Path())
    (home / "summary.md.j2").write_text("")
    inner.unlink()
    with pytest.raises(TemplateError, match=r"^week-3: took"):
        _filled_in_apart(Path())


def _asking(wanted: Wanted, load: Callable[[str], str]) -> tuple[dict[str, object], bool]:
    """A process that asks for each page of each layer, and is stopped."""
    for name in (f"{layer}/{page}.md.j2" for layer in wanted.over for page in ("deck", "summary")):
        with suppress(KeyError):
            load(name)
    return {}, True


def _filled_in_apart(home: Path) -> None:
    asked = folder.job((home,)).course
    students = asked.audience("students")
    apart.pages(BRIEF, students, asked.load, asked.over(students))


HERE = {
    "a page": ("deck.md.j2", "{{ nope }", "./deck.md.j2:1: "),
    "a block": ("deck.md.j2", '{% extends "parent/deck.md.j2" %}{% block odd %}{% endblock %}', "./deck.md.j2:1: "),
    "a line": ("deck.md.j2", "- a line", "./deck.md.j2: "),
    "words": ("messages/en.yaml", "x: [", "./messages/en.yaml:"),
    "questions": ("questions.yaml", "x: [", "./questions.yaml:"),
}


@pytest.mark.parametrize(("name", "text", "told"), HERE.values(), ids=HERE)
def test_a_file_of_the_folder_one_stands_in_is_named_once(
    name: str, text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = course(tmp_path, "", monkeypatch)
    (tmp_path / "templates" / "mine" / "deck.md.j2").unlink()
    (home / name).parent.mkdir(exist_ok=True)
    (home / name).write_text(text)
    monkeypatch.chdir(home)
    asked = folder.job((Path(),))

    with pytest.raises(TemplateError) as problem:
        students = stages.audience(asked, "students")
        with speaking(stages.language(asked, students)):
            compose.pages(BRIEF, students, asked.course.load, asked.course.over(students))

    assert str(problem.value).startswith(told)


def test_the_pack_one_stands_in_goes_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(course(tmp_path, "", monkeypatch))

    assert "./." not in run("templates", "explain", ".").output
    assert "week-3: has no record" in run("templates", "update", ".").output


def test_a_course_with_pages_of_its_own_runs_apart_and_ours_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = course(tmp_path, '{% extends "parent/deck.md.j2" %}', monkeypatch)
    asked = folder.job((home,)).course

    assert asked.runs_apart(asked.audience("students"))
    (tmp_path / "templates" / "mine" / "deck.md.j2").unlink()
    asked = folder.job((home,)).course
    assert not asked.runs_apart(asked.audience("students"))


def test_what_a_document_is_read_with_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))

    with pytest.raises(ReadError, match="broken or cut-off PDF"):
        child.read(b"%PDF-1.4\n", "a.pdf")

    assert any(tmp_path.rglob("pypdf/filters.*.pyc"))


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_out_of_the_course_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "deck.md.j2").write_text("## A secret {.points}\n- It is 42.\n")
    home = course(tmp_path, "", monkeypatch)
    page = tmp_path / "templates" / "mine" / "deck.md.j2"
    page.unlink()
    if kind == "file":
        page.symlink_to(secret / "deck.md.j2")
    else:
        (page.parent / "inner").symlink_to(secret)
        page.write_text("{% include 'own/inner/deck.md.j2' %}")

    said = run("build", home, "--audience", "students")

    assert said.exit_code == 2 and "secret" not in said.output.replace(str(secret), "")


SETTINGS = {
    "an object of Python": "course: !!python/object/apply:os.system ['id']",
    "an alias that grows": "a: &a [x, x]\nb: &b [*a, *a]\ncourse: *b",
    "a key given twice": "course: one\ncourse: two",
    "a circle": "extends: mine",
    "a parent above": "extends: ../../secret",
    "a parent by its path": "extends: /etc",
    "a look above": "look: ../../../secret.pptx",
    "a logo of another folder": "logo: ../../../../etc/passwd",
    "a logo by its path": "logo: /etc/passwd",
    "a list where a text belongs": "course: [1, 2]",
    "a hundred thousand keys": "\n".join(f"key{n}: 1" for n in range(100_000)),
    "bytes that are no text": "\udcff",
    "brackets without end": "course: " + "[" * 5000,
}


@pytest.mark.parametrize("told", SETTINGS.values(), ids=SETTINGS)
def test_hostile_settings_end_in_one_line(told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = course(tmp_path, "", monkeypatch)
    (tmp_path / "templates" / "mine" / "deck.md.j2").unlink()
    (tmp_path / "templates" / "mine" / "template.yaml").write_bytes(told.encode(errors="surrogateescape"))

    with pytest.raises(BriefpackError) as problem:
        asked = folder.job((home,))
        _worn(asked)

    assert "\n" not in str(problem.value) and "root:" not in str(problem.value)
    assert problem.value.exit_code in (2, 3)


def _worn(asked: folder.Job) -> None:
    from briefpack.pack import looks

    looks.asked(asked).of("classroom")


def course(root: Path, template: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with a course whose deck is this template."""
    monkeypatch.setenv(places.HOME_VARIABLE, str(root / "home"))
    monkeypatch.chdir(root)
    mine, home = root / "templates" / "mine", root / "packs" / "week-3"
    mine.mkdir(parents=True)
    home.mkdir(parents=True)
    (mine / "template.yaml").write_text("extends: students\n")
    (mine / "deck.md.j2").write_text(template)
    put(home, "trade-wire.txt")
    (home / "pack.yaml").write_text("template: mine\nsources: [trade-wire.txt]\n")
    return home
