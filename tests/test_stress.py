"""The worst that documents throw at a deck: nothing overflows, nothing is lost to another program, the same bytes twice."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies
from pptx import Presentation

from briefpack import check
from briefpack.layout import fit
from briefpack.layout.fit import Families
from briefpack.layout.marks import MarkGroup, TextBox
from briefpack.model import Look
from briefpack.pack import fitting, shipped
from briefpack.writers import pptx
from stress_decks import Stress
from workshop import pictured

BEYOND = "character wrapping outside basic Latin letters/digits is not modelled"
"""What that checker says of a word wider than its line in Chinese, of an address: see docs/extend/quality.md."""
FIXED = ((11, 16, 300, 60, "classroom"), (12, 6, 70, 25, "briefing"))


def made(seed: int, points: int, title: int, events: int, look: Look) -> bytes:
    deck, sheets, _ = fitting.placed(Stress(seed, points, title, events).deck(), look, Path("deck.md"), by_hand=False)
    tall = [one for sheet in sheets.sheets for mark in sheet.marks for one in _tall(mark, look)]
    assert tall == []
    data = pptx.write(sheets, look, deck)
    assert data == pptx.write(sheets, look, deck)
    return data


def _tall(mark: object, look: Look) -> list[str]:
    """Texts that leave their box where a viewer breaks lines at the whole width, or early."""
    if isinstance(mark, MarkGroup):
        return [one for inner in mark.marks for one in _tall(inner, look)]
    if not isinstance(mark, TextBox):
        return []
    families = Families.of_deck(look)
    tall = [fit.overflow(mark, replace(families, margin=share)) for share in (1.0, 0.95)]
    return [mark.paragraphs[0].runs[0].text] if max(tall) > 0.01 else []


@pytest.mark.parametrize("look", ["classroom", "briefing"])
@pytest.mark.parametrize("seed", range(4))
def test_a_box_holds_its_text_a_twentieth_taller_at_the_pitch_of_its_font(seed: int, look: str) -> None:
    """1.22 of the size a line, and 5 % more; titles may use the air below them, and digits have nothing under their line."""
    own = shipped.look(look)
    families = Families.of_deck(own)
    _, sheets, _ = fitting.placed(Stress(seed, 20, 80, 20).deck(), own, Path("deck.md"), by_hand=False)
    for sheet in sheets.sheets:
        boxes = [mark for mark in sheet.marks if isinstance(mark, TextBox)]
        for box in (box for box in boxes if re.search(r"[^\W\d]", box.paragraphs[0].runs[0].text)):
            taller = 1.05 * 1.22 * box.size * len(fit.box_lines(box, families))
            free = min((other.y for other in boxes if _below(other, box)), default=540.0) if box.size >= 30 else 0.0

            assert taller <= max(box.h, free - box.y) + 0.05, (box.size, box.h, taller, box.name, box.paragraphs)


def _below(one: TextBox, other: TextBox) -> bool:
    return one.y >= other.y + other.h - 0.1 and one.x < other.x + other.w and one.x + one.w > other.x


@example(2, 1, 300, 0, "briefing")
@example(3, 40, 1, 60, "classroom")
@settings(max_examples=3, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    strategies.integers(0, 2**20),
    strategies.integers(1, 40),
    strategies.integers(1, 300),
    strategies.integers(0, 60),
    strategies.sampled_from(["classroom", "briefing"]),
)
def test_any_deck_is_clean_by_our_own_check_and_the_same_twice(
    seed: int, points: int, title: int, events: int, look: str
) -> None:
    data = made(seed, points, title, events, shipped.look(look))

    assert [str(notice) for notice in check.file(data, "deck.pptx", None) if notice.hard] == []
    assert len(Presentation(BytesIO(data)).slides) >= 9


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("stress")
    files = []
    for *sizes, look in FIXED:
        file = folder / f"{'-'.join(map(str, sizes))}.pptx"
        file.write_bytes(made(*sizes, shipped.look(look)))  # type: ignore[arg-type]
        files.append(file)
    return files


def test_other_programs_find_no_fault_in_it(fixed: list[Path]) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    for file in fixed:
        audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
        fitted = subprocess.run(
            [Path(sys.executable).parent / "ooxml-integrity", "check", "--fail-on", "error", file],
            capture_output=True, text=True,
        )  # fmt: skip

        assert [str(error) for error in audit.errors] == []
        assert fitted.returncode == 0, fitted.stdout
        guessed = [line for line in fitted.stdout.splitlines() if "WARN" in line]
        assert [line for line in guessed if "PPT003" not in line or BEYOND not in line] == []


def test_no_word_leaves_a_page_in_libreoffice(fixed: list[Path], needs: Callable[..., None], tmp_path: Path) -> None:
    needs("soffice", "pdftotext")
    for file, pdf in zip(fixed, pictured(fixed, tmp_path), strict=True):
        told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode(
            errors="replace"
        )
        pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.DOTALL)

        assert len(pages) == len(Presentation(str(file)).slides)
        for width, height, words in pages:
            edges = re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"', words)
            outside = [
                edge for edge in (tuple(map(float, e)) for e in edges)
                if min(edge[:2]) < -1 or edge[2] > float(width) + 1 or edge[3] > float(height) + 1
            ]  # fmt: skip
            assert edges and outside == []
