"""What a person sees, and what other programs say: every deck and page of a build, from outside."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workshop import ALL_FIELDS, EXAMPLE, pictured, put, run

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """The example, and all documents of other fields together."""
    folder = tmp_path_factory.mktemp("seen")
    (folder / "documents").mkdir()
    asked = {"example": [EXAMPLE], "fields": put(folder / "documents", *ALL_FIELDS)}
    for name, inputs in asked.items():
        assert run("build", *inputs, "--out", folder / name).exit_code == 0
    return [folder / name for name in asked]


@pytest.fixture(scope="module")
def decks(builds):
    return [path for out in builds for path in sorted(out.rglob("deck.pptx"))]


@pytest.fixture(scope="module")
def pdfs(builds):
    return [path for out in builds for path in sorted(out.rglob("*.pdf"))]


@pytest.fixture(scope="module")
def pictures(decks, tmp_path_factory):
    """Every deck as LibreOffice draws it, converted in one batch."""
    import shutil

    if shutil.which("soffice") is None:
        pytest.skip("not installed: soffice (see .ci/apt.txt)")
    return pictured(decks, tmp_path_factory.mktemp("pictures"))


def test_decks_follow_the_office_schemas(decks):
    command = [BIN / "openxml-audit", "-f", "microsoft365", "-q"]
    for deck in decks:
        done = subprocess.run([*command, deck], capture_output=True, text=True, check=False)

        assert done.returncode == 0, done.stdout[:2000]


def test_no_text_overflows_or_overlaps_in_a_deck(decks):
    command = [BIN / "ooxml-integrity", "check", "--no-config", "--fail-on", "warn", "-q"]
    done = subprocess.run([*command, *decks], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout[:3000]


def test_libreoffice_draws_one_page_a_slide(decks, pictures):
    from pptx import Presentation
    from pypdf import PdfReader

    for deck, picture in zip(decks, pictures, strict=True):
        assert len(PdfReader(picture).pages) == len(Presentation(str(deck)).slides)


def test_no_word_leaves_its_slide_or_page(pictures, pdfs, needs):
    needs("pdftotext")
    for pdf in (*pictures, *pdfs):
        done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True)
        for width, height, body in PAGE.findall(done.stdout):
            for left, top, right, bottom, word in WORD.findall(body):
                inside = float(left) >= 0 and float(top) >= 0 and float(right) <= float(width)
                assert inside and float(bottom) <= float(height), (pdf, word)


def test_pages_are_whole_pdfs(pdfs, needs):
    needs("qpdf")
    for pdf in pdfs:
        done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False)

        assert done.returncode == 0, done.stdout + done.stderr


def test_every_font_of_a_page_is_embedded(pdfs, needs):
    needs("pdffonts")
    for pdf in pdfs:
        done = subprocess.run(["pdffonts", str(pdf)], capture_output=True, text=True, check=True)
        rows = [line.split() for line in done.stdout.splitlines()[2:]]

        assert rows and all(row[-5] == "yes" for row in rows), done.stdout
