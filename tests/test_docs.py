"""The documentation says what the program does: every command, option, link and slide kind."""

import re
from pathlib import Path

import click
import pytest

from briefpack.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CLI = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def every(group, before=""):
    """Each command by its whole name: 'look check' too."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from every(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(every(main))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_row_and_every_option_is_named(name):
    assert f"`briefpack {name} " in CLI
    for option in COMMANDS[name].params:
        if isinstance(option, click.Option):
            assert f"`{max(option.opts, key=len)}" in CLI


def test_every_option_in_the_docs_exists():
    known = {opt for command in COMMANDS.values() for p in command.params for opt in p.opts} | {"--help"}

    assert set(re.findall(r"`(--[a-z-]+)", CLI)) <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(page):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_slide_kind_stands_in_the_templates_page():
    from briefpack.layout.slides import PLACE

    text = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")

    assert not [kind for kind in PLACE if f"`{kind}`" not in text]


def test_every_dependency_says_why_it_is_there():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.findall(r'^    "([a-z0-9.=>-]+)",(.*)$', project, flags=re.MULTILINE)

    assert len(listed) > 20 and not [name for name, why in listed if re.search("[=>]", name) and "# " not in why]


OF_A_PACK = {".briefpack/"}
"""What the tour names of a pack folder, not of the source."""


def test_every_file_that_the_tour_names_is_there():
    source = ROOT / "src" / "briefpack"
    named = set(re.findall(r"`([\w./*-]+(?:/|\.py|\.yaml|\.j2))`", (ROOT / "docs" / "tour.md").read_text("utf-8")))

    def found(name):
        inside = source.rglob(name.rstrip("/"))  # 'folder.py', named under its room
        return any((root / name).exists() for root in (ROOT, source)) or any(ROOT.glob(name)) or any(inside)

    assert len(named) > 60
    assert [name for name in sorted(named - OF_A_PACK) if not found(name)] == []
