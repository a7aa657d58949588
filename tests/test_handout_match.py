"""A slide on a handout beside the same slide in LibreOffice: the same words, in the same lines, in the same places."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from briefpack.layout import printing, slides
from briefpack.layout.marks import Inset, Sheet, Sheets
from briefpack.writers import pdf, pptx
from slide_decks import look, sectioned
from workshop import pictured

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
PAIRS = (("students", "classroom"), ("policy", "briefing"))
"""Decks with every kind of slide, in both looks."""
LINE = 8.0
"""Points: two words further apart than this from top to top stand on different lines."""
OF_THE_VIEWER = ("chart",)
"""Kinds whose words a program places by itself: it is only asked that they are all there."""


@dataclass(frozen=True)
class Pair:
    """A slide in two drawings."""

    kind: str
    ours: list[tuple[str, float, float]]
    """Word, left edge, and how far down its box reaches, in points."""
    theirs: list[tuple[str, float, float]]
    pictures: list[Image.Image]
    """Both, in grey, a dot for each five points."""
    bases: list[list[float]]
    """The baselines of both, in points from the top."""

    @property
    def moved(self) -> list[tuple[str, float, float]]:
        """Each word with how far it stands from the nearest same word of the other drawing, across and down."""
        left = list(self.theirs)
        found = []
        for word, x, y in self.ours:
            same = [other for other in left if other[0] == word]
            if same:
                near = min(same, key=lambda other: abs(other[1] - x) + abs(other[2] - y))
                left.remove(near)
                found.append((word, x - near[1], y - near[2]))
        return found


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    for tool in ("soffice", "pdftotext"):
        if shutil.which(tool) is None:
            pytest.skip(f"not installed: {tool} (see .ci/apt.txt)")
    folder = tmp_path_factory.mktemp("match")
    placed, drawn = [], []
    for number, (name, dress) in enumerate(PAIRS):
        deck = sectioned(name)
        worn = printing.palette(look(dress))
        sheets = unlinked(slides.place(deck, worn))
        sheets = replace(sheets, sheets=tuple(map(printing.sheet, sheets.sheets)))
        (folder / f"{name}{number}.pptx").write_bytes(pptx.write(sheets, worn, deck))
        full = tuple(Sheet(s.w, s.h, (Inset(0, 0, s.w, s.h, s, dress, s.title),), s.title) for s in sheets.sheets)
        (folder / f"ours{number}.pdf").write_bytes(pdf.write(Sheets("Deck", "en", full), {dress: worn}, look=dress))
        placed.append(sheets)
        drawn.append(folder / f"{name}{number}.pptx")
    (folder / "seen").mkdir()
    seen = pictured(drawn, folder / "seen")
    return [
        Pair(sheet.kind, ours, theirs, list(shown), lines)
        for number, sheets in enumerate(placed)
        for sheet, shown, ours, theirs, *lines in zip(
            sheets.sheets,
            zip(*(drawings(file) for file in (folder / f"ours{number}.pdf", seen[number])), strict=True),
            *(words(file) for file in (folder / f"ours{number}.pdf", seen[number])),
            *(baselines(file) for file in (folder / f"ours{number}.pdf", seen[number])),
            strict=True,
        )
    ]


def unlinked(held: Any) -> Any:
    """The marks without links: LibreOffice makes a field of a link, and breaks a line before it where it should not."""
    if isinstance(held, tuple):
        return tuple(map(unlinked, held))
    if not is_dataclass(held) or isinstance(held, type):
        return held
    names = [field.name for field in fields(held)]
    changed = {name: unlinked(getattr(held, name)) for name in names if isinstance(getattr(held, name), tuple)}
    return replace(held, **changed, **({"link": ""} if "link" in names else {}))


def words(file: Path) -> list[list[tuple[str, float, float]]]:
    """The words of each page."""
    read = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for page in read.split("<page ")[1:]:
        found = [(m[5], float(m[1]), float(m[4])) for m in WORD.finditer(page)]
        pages.append([one for one in found if any(letter.isalnum() for letter in one[0])])
    return pages


def drawings(file: Path) -> list[Image.Image]:
    """Each page in grey; small, as two fonts of one width differ in every letter but not in their grey."""
    command = ["pdftoppm", "-r", "72", "-gray", str(file), str(file.with_suffix(""))]
    subprocess.run(command, capture_output=True, check=True)
    found = sorted(file.parent.glob(f"{file.stem}-*.pgm"))
    return [Image.open(one).resize((192, 108), Image.Resampling.BOX) for one in found]


def baselines(file: Path) -> list[list[float]]:
    """Where the lines of each page stand, from the top."""
    pages = []
    for page in pypdf.PdfReader(file).pages:
        found: list[float] = []

        def note(text: str, user: list[float], line: list[float], *_: object, found: list[float] = found) -> None:
            if text.strip():
                found.append(540 - (user[1] * line[4] + user[3] * line[5] + user[5]))

        page.extract_text(visitor_text=note)
        pages.append(sorted(set(found)))
    return pages


def test_every_word_of_a_slide_stands_on_the_handout_and_no_other(pairs: list[Pair]) -> None:
    for pair in pairs:
        assert sorted(glued(pair.ours)) == sorted(glued(pair.theirs)), pair.kind


def glued(found: list[tuple[str, float, float]]) -> str:
    """All letters: programs differ in what they take for one word."""
    return re.sub(r"[^\w]", "", "".join(word for word, _, _ in found))


def test_words_stand_where_they_stand_in_the_deck(pairs: list[Pair]) -> None:
    moved = [one for pair in pairs if pair.kind not in OF_THE_VIEWER for one in pair.moved]
    across = sorted(abs(one[1]) for one in moved)

    assert len(moved) > 4000
    assert median(across) < 0.5 and across[len(across) * 95 // 100] < 3.0  # the rest is kerning, which they do


def test_lines_stand_as_high_as_in_the_deck(pairs: list[Pair]) -> None:
    told = [pair.bases for pair in pairs if pair.kind not in OF_THE_VIEWER]
    off = sorted(min(abs(base - other) for other in theirs) for ours, theirs in told for base in ours)

    assert len(off) > 400
    assert median(off) < 0.1 and off[len(off) * 95 // 100] < 1.0


def test_lines_break_where_they_break_in_the_deck(pairs: list[Pair]) -> None:
    moved = [one for pair in pairs if pair.kind not in OF_THE_VIEWER for one in pair.moved]
    elsewhere = [one for one in moved if abs(one[2]) > LINE]

    assert len(elsewhere) < len(moved) / 100, elsewhere


def test_the_drawing_is_that_of_the_deck(pairs: list[Pair]) -> None:
    """Bars, cards, rules and words give the same grey in the same place; another slide does not."""
    for pair, other in pairwise(pairs):
        mean, far = unlike(*pair.pictures)

        assert (pair.kind, mean < 2.2, far < 0.02) == (pair.kind, True, True), (mean, far)
        assert unlike(pair.pictures[0], other.pictures[1])[0] > mean + 1


def unlike(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """How far two pictures differ in the mean, of 255, and the share of dots that differ by more than 40."""
    off = ImageChops.difference(*(picture.filter(ImageFilter.BoxBlur(1)) for picture in (one, other)))
    return ImageStat.Stat(off).mean[0], sum(off.histogram()[40:]) / (off.width * off.height)
