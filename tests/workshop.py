"""Shared by tests: documents on disk, a build in a folder, texts of finished files."""

from __future__ import annotations

import functools
import io
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from briefpack.cli import main

ROOT = Path(__file__).parent.parent
FIELDS = Path(__file__).parent / "fields"
EXAMPLE = ROOT / "packs" / "china-russia"
PLAIN_FIELDS = (
    *sorted(p.name for p in FIELDS.iterdir() if p.suffix in {".html", ".txt"}),
    "courts-brief.md",
    "ocean-explainer.md",
)
MADE_FIELDS = ("drought-report.docx", "dairy-study.pdf")
ALL_FIELDS = (*PLAIN_FIELDS, *MADE_FIELDS)


@functools.cache
def field_bytes(name: str) -> bytes:
    """A document of tests/fields; Word and PDF files are made from their Markdown."""
    sys.path.insert(0, str(FIELDS))
    try:
        import make
    finally:
        sys.path.remove(str(FIELDS))
    if name.endswith(".docx"):
        return make.docx(Path(name).with_suffix(".md").name)
    if name.endswith(".pdf"):
        return make.two_columns(Path(name).with_suffix(".md").name)
    return (FIELDS / name).read_bytes()


def put(folder: Path, *names: str) -> list[str]:
    """Documents of tests/fields, written to a folder; their paths."""
    for name in names:
        (folder / name).write_bytes(field_bytes(name))
    return [str(folder / name) for name in names]


def run(*arguments: object):
    """`briefpack ARGUMENTS` in this process: exit_code and output."""
    return CliRunner().invoke(main, [str(a) for a in arguments], catch_exceptions=False)


def run_apart(*arguments: object, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """`briefpack ARGUMENTS` in a process of its own."""
    command = [sys.executable, "-m", "briefpack", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, cwd=folder, env={**os.environ, **environment}, check=False
    )


def contents(out: Path) -> dict[str, bytes]:
    """Every file of a build by name, without the lock."""
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and p.name != "lock"
    }


def deck_text(data: bytes) -> str:
    """The words of a deck as a person reads them, slide by slide, with notes: the golden form."""
    from pptx import Presentation

    lines = []
    for number, slide in enumerate(Presentation(io.BytesIO(data)).slides, start=1):
        lines.append(f"--- {number} {slide.slide_layout.name}")
        for shape in _flat(slide.shapes):
            if shape.has_text_frame and shape.text_frame.text.strip():
                lines.append(shape.text_frame.text)
            if getattr(shape, "has_table", False) and shape.has_table:
                lines += [" | ".join(cell.text for cell in row.cells) for row in shape.table.rows]
        if slide.has_notes_slide:
            lines.append(f"    notes: {slide.notes_slide.notes_text_frame.text}")
    return "\n".join(lines) + "\n"


def pdf_text(data: bytes) -> str:
    """The words of a PDF, page by page."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(data)).pages
    return "".join(f"--- page {number}\n{page.extract_text()}\n" for number, page in enumerate(pages, start=1))


def pictured(decks: list[Path], folder: Path) -> list[Path]:
    """Every deck as LibreOffice draws it: PDFs in an empty folder, converted in one batch."""
    for number, deck in enumerate(decks):
        (folder / f"{number}.pptx").write_bytes(deck.read_bytes())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.pptx")))], capture_output=True, check=True, timeout=240)
    return [folder / f"{number}.pdf" for number in range(len(decks))]


def page_count(data: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def _flat(shapes):
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape
