"""Every command that the documentation shows is run, page by page, in a folder that holds what the page speaks of."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop import EXAMPLE, ROOT, field_bytes, run

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.DOTALL | re.MULTILINE)
DOCUMENTS = {
    ".html": "court-news.html",
    ".txt": "steel-opinion.txt",
    ".pdf": "dairy-study.pdf",
    ".docx": "drought-report.docx",
}
PACK = """title: China and Russia
audiences: [students]
sources:
  - file: {file}
    key: globe
"""


def shown(page: Path) -> list[str]:
    """The commands of a page's examples, without what is said of them."""
    rows = (row for block in BLOCK.findall(page.read_text(encoding="utf-8")) for row in block.split("\n"))
    commands = (re.sub(r"\s+#.*", "", row).strip().removeprefix("$ ") for row in rows)
    return [command for command in commands if command.startswith("briefpack ")]


TELLING = {page.relative_to(ROOT).as_posix(): commands for page in PAGES if (commands := shown(page))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two packs that were built, under the names that the documentation has for them."""
    root = tmp_path_factory.mktemp("docs")
    (document,) = (ROOT / "seeds" / EXAMPLE.name).glob("*.html")
    for pack in (root / "packs" / "china-russia", root / "my-pack"):
        pack.mkdir(parents=True)
        shutil.copy(document, pack)
        (pack / "pack.yaml").write_text(PACK.format(file=document.name), encoding="utf-8")
        assert run("build", pack).exit_code == 0
    return root


@pytest.fixture
def here(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(built, tmp_path / "here"))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("BRIEFPACK_TEMPLATES", str(tmp_path / "none"))
    monkeypatch.setenv("EDITOR", "true")
    return folder


def words(command: str, here: Path) -> Iterator[str]:
    """The command's words; a file that it names is there, a pattern is filled in, and nothing is sent to a printer."""
    for word in shlex.split(command)[1:]:
        ending = Path(word).suffix
        if "/" not in word and ending == ".pptx":
            shutil.copy(here / "my-pack" / "out" / "students" / "deck.pptx", here / word)
        elif "/" not in word and ending in DOCUMENTS:
            name = word.replace("*", "article")
            (here / name).write_bytes(field_bytes(DOCUMENTS[ending]))
            word = name
        yield word
    if command.startswith("briefpack print") and "--dry-run" not in command:
        yield from ("--dry-run", "--printer", "office")


@pytest.mark.parametrize("page", TELLING, ids=TELLING)
def test_every_command_that_a_page_shows_works(page: str, here: Path) -> None:
    for command in TELLING[page]:
        said = run(*words(command, here))

        assert said.exit_code == 0, f"{command}\n{said.output}"
