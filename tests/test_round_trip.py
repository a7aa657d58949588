"""A deck edited and saved in LibreOffice keeps what a lecturer needs: titles, notes, tables, charts, references."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from briefpack import check
from workshop import EXAMPLE, run

TITLE = "A title that somebody typed in Impress"
OLD, NEW = "insists", "demands"
PYTHON = "/usr/bin/python3"
"""Debian's, which has LibreOffice's module 'uno' (package python3-uno)."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("round") / "out"
    assert run("build", EXAMPLE, "--out", out, "--audience", "students").exit_code == 0
    return out / "students" / "deck.pptx"


@pytest.fixture(scope="module")
def edited(before: Path) -> int:
    """The slide that is edited: the first claim with the word on it."""
    for number, slide in enumerate(Presentation(str(before)).slides, 1):
        if slide.slide_layout.name == "claim" and any(OLD in text for text in texts(slide)):
            return number
    raise AssertionError("the example has no such slide")


@pytest.fixture(scope="module")
def after(before: Path, edited: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = (
        subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
        if Path(PYTHON).exists()
        else None
    )
    if shutil.which("soffice") is None or known is None or known.returncode:
        pytest.skip("not installed: soffice with python3-uno (see .ci/apt.txt)")
    folder = tmp_path_factory.mktemp("impress")
    saved = folder / "saved.pptx"
    script = Path(__file__).parent / "impress.py"
    command = [PYTHON, script, folder / "profile", before, saved, str(edited), TITLE, OLD, NEW]
    subprocess.run(
        command, capture_output=True, check=True, timeout=240, env={"PATH": "/usr/bin:/bin", "HOME": str(folder)}
    )
    return saved


def slides(file: Path) -> list[Any]:
    return list(Presentation(str(file)).slides)


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in flat(slide.shapes) if shape.has_text_frame]


def flat(shapes: Any) -> list[Any]:
    return [one for shape in shapes for one in (flat(shape.shapes) if hasattr(shape, "shapes") else [shape])]


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_edit_is_there(after: Path, edited: int) -> None:
    slide = slides(after)[edited - 1]

    assert slide.shapes.title.text_frame.text == TITLE
    assert any(NEW in text for text in texts(slide)) and not any(OLD in text for text in texts(slide))


def test_every_other_title_is_kept(before: Path, after: Path, edited: int) -> None:
    pairs = zip(slides(before), slides(after), strict=True)

    kept = [(a.shapes.title.text_frame.text, b.shapes.title.text_frame.text) for a, b in pairs]

    del kept[edited - 1]
    assert [pair for pair in kept if plain(pair[0]) != plain(pair[1])] == []


def test_the_notes_are_kept_word_for_word(before: Path, after: Path) -> None:
    for a, b in zip(slides(before), slides(after), strict=True):
        assert plain(a.notes_slide.notes_text_frame.text) == plain(b.notes_slide.notes_text_frame.text)


def test_the_cells_of_tables_are_kept(before: Path, after: Path) -> None:
    def cells(file: Path) -> list[str]:
        tables = (
            shape.table for slide in slides(file) for shape in flat(slide.shapes) if getattr(shape, "has_table", 0)
        )
        return [plain(cell.text) for table in tables for row in table.rows for cell in row.cells]

    assert cells(before) and cells(before) == cells(after)


def test_the_data_of_charts_is_kept(before: Path, after: Path) -> None:
    def data(file: Path) -> list[tuple[list[str], list[list[float]]]]:
        charts = (
            shape.chart for slide in slides(file) for shape in flat(slide.shapes) if getattr(shape, "has_chart", 0)
        )
        plots = (chart.plots[0] for chart in charts)
        return [(list(plot.categories), [list(series.values) for series in plot.series]) for plot in plots]

    assert data(before) and data(before) == data(after)


def test_every_reference_still_leads_to_its_passage(before: Path, after: Path) -> None:
    def links(file: Path, number: int) -> list[str]:
        slide = slides(file)[number]
        outside = (rel.target_ref for rel in slide.part.rels.values() if rel.is_external)
        return sorted(re.sub(r".*(?=sources\.html#)", "", target) for target in outside)

    for number in range(len(slides(before))):
        lost = set(links(before, number)) - set(links(after, number))
        assert len(lost) <= (1 if slides(after)[number].shapes.title.text_frame.text == TITLE else 0)


def test_the_saved_deck_still_says_where_its_statements_come_from(before: Path, after: Path, edited: int) -> None:
    for number in range(1, len(slides(before)) + 1):
        first, second = (_quoted(run("trace", file, "--slide", number).output) for file in (before, after))
        assert second <= first
        assert first - second == set() or number == edited
    said = run("trace", after, "--slide", edited, NEW)
    assert said.exit_code == 0 and NEW in said.output and OLD in said.output


def test_what_was_typed_in_impress_comes_home_and_nothing_else(before: Path, after: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE.parent.parent / "seeds", tmp_path / "seeds")
    shutil.copytree(EXAMPLE, tmp_path / "packs" / "mine")
    shutil.copytree(before.parent.parent, tmp_path / "out")
    text = (tmp_path / "out" / "students" / "deck.md").read_text(encoding="utf-8")
    page = tmp_path / "packs" / "mine" / "pages" / "students" / "deck.md"

    said = run("merge", tmp_path / "packs" / "mine", after, "--out", tmp_path / "out")

    changed = set(page.read_text(encoding="utf-8").split("\n")) - set(text.split("\n"))
    assert said.exit_code == 0
    assert any(row.startswith("## ") and TITLE in row for row in changed)
    assert all(TITLE in row or NEW in row for row in changed) and any(NEW in row for row in changed)
    listed = _listed(said.output)
    assert listed and all(TITLE in line or NEW in line for line in listed), said.output


def _listed(output: str) -> list[str]:
    return [line for line in output.split("\n") if line.startswith("  ")]


def _quoted(output: str) -> set[str]:
    """The passages of a trace, each with its reference."""
    return set(re.findall(r"\[@[\w-]+, \d+\.\d+\]: .+", output))


def test_an_alternative_text_that_impress_does_not_write_is_named_by_check(before: Path, after: Path) -> None:
    """LibreOffice 7.4 writes those of pictures only; a later one may keep them all."""
    kept, lost = described(after), described(before) - described(after)
    named = [str(notice) for notice in check.file(after.read_bytes(), "deck.pptx", None)]
    told = {int(one[6:].split(":")[0]) for one in named if one.startswith("slide") and "no alternative text" in one}

    assert {kind for _, kind in lost | kept} >= {"graphicFrame", "grpSp"}
    assert {slide for slide, kind in lost if kind == "graphicFrame"} <= told


def described(file: Path) -> set[tuple[int, str]]:
    """Slide and kind of what has an alternative text."""
    return {
        (number, each.getparent().getparent().tag.partition("}")[2])
        for number, slide in enumerate(slides(file), 1)
        for each in slide.element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")
        if each.get("descr")
    }
