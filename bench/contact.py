#!/usr/bin/env python3
"""Every kind of slide of both looks, beside its picture in the design.

    python bench/contact.py DESIGN [OUT]

DESIGN is a folder with pictures named LOOK-NUMBER-KIND.png (classroom-03-claim.png). The sample decks of
bench/contact_sheets are built, LibreOffice and pdftoppm draw them, and each slide is put to the right of the
picture whose kind it has. OUT (docs/design) gets a few small JPEG sheets for each look. Run it by hand, look at
the sheets, and say in docs/design/README.md what differs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from briefpack import compose, page  # noqa: E402
from briefpack.layout import slides  # noqa: E402
from briefpack.model import Brief, Deck, Look, Passage, Ref, Source  # noqa: E402
from briefpack.writers import pptx  # noqa: E402

PAGES = ROOT / "bench" / "contact_sheets"
TEMPLATES = ROOT / "templates"
LOOKS = ("classroom", "briefing")
KINDS = {"actors": "people", "divider": "section"}
"""Where the design has another name for a kind."""
SECTION = "What the sources say"
"""Of several dividers the one that the design shows."""
WIDE, GAP = 470, 10
ROWS = 5
"""Pairs on a sheet."""
QUALITY = 78
SOURCES = (
    ("survey", "The old gate, and what it holds back", "Coastal Survey Institute", "2024-05-23", "analysis", 24),
    ("gazette", "Mayor sails to the port", "The Harbour Gazette", "2025-05-06", "news", 17),
    ("council", "Town and Port Stay Close Despite Efforts to Part Them", "Saltmere Town Council",
     "2025-04-09", "official", 19),
)  # fmt: skip
"""Key, title, publisher, date, kind and paragraphs of each sample source."""
FILLER = "Water stands at the gate, and somebody writes down how high it is. " * 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("design", type=Path, help="folder with the pictures of the design")
    parser.add_argument("out", type=Path, nargs="?", default=ROOT / "docs" / "design", help="where the sheets go")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    for name in LOOKS:
        with tempfile.TemporaryDirectory() as folder:
            drawn = pictures(name, Path(folder))
        for number, sheet in enumerate(sheets(wanted(args.design, name), drawn), start=1):
            path = args.out / f"{name}-{number}.jpg"
            sheet.save(path, quality=QUALITY, optimize=True, subsampling=1)
            print(f"{path}: {path.stat().st_size // 1000} kB")
    return 0


def sample(name: str) -> tuple[Deck, Look]:
    """The sample deck of a look."""
    made = look(name)
    text = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    parsed = page.parse(text, file=f"{name}.md")
    who = dict(parsed.settings)["audience"]
    file = TEMPLATES / "audiences" / f"{who}.yaml"
    audience = compose.audience(file.read_text(encoding="utf-8"), file=str(file))
    return compose.deck(parsed, brief(), audience, file=f"{name}.md"), made


def look(name: str) -> Look:
    file = TEMPLATES / "looks" / name / "look.yaml"
    return compose.look(file.read_text(encoding="utf-8"), file=str(file))


def brief() -> Brief:
    """Three sources whose passages are only places to point to."""
    return Brief("The flood gate", "How safe is Saltmere?", tuple(source(*known) for known in SOURCES))


def source(key: str, title: str, publisher: str, published: str, genre: str, paragraphs: int) -> Source:
    """A source of so many paragraphs, each of two sentences."""
    refs = [Ref(key, paragraph, sentence) for paragraph in range(1, paragraphs + 1) for sentence in (1, 2)]
    return Source(
        key=key, origin=f"{key}.txt", sha256="0" * 64, passages=tuple(Passage(ref, FILLER) for ref in refs),
        title=title, title_derived=key == "survey", publisher=publisher, published=published, genre=genre,
    )  # fmt: skip


def pictures(name: str, folder: Path) -> dict[str, Image.Image]:
    """Kind to the picture of its first slide (of that section), as LibreOffice draws it."""
    deck, made = sample(name)
    placed = slides.place(deck, made)
    file = folder / "deck.pptx"
    file.write_bytes(pptx.write(placed, made, deck))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(convert, check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-r", "72", "-png", str(folder / "deck.pdf"), str(folder / "slide")], check=True)
    found: dict[str, Image.Image] = {}
    for sheet, path in zip(placed.sheets, sorted(folder.glob("slide-*.png")), strict=True):
        with Image.open(path) as image:
            if sheet.kind != "section" or sheet.title == SECTION:
                found.setdefault(sheet.kind, image.convert("RGB"))
    return found


def wanted(design: Path, name: str) -> list[tuple[str, Image.Image]]:
    """The design's pictures of a look with their kinds, in its order."""
    found = []
    for path in sorted(design.glob(f"{name}-*.png")):
        kind = path.stem.split("-", 2)[2]
        with Image.open(path) as image:
            found.append((KINDS.get(kind, kind), image.convert("RGB")))
    return found


def sheets(design: list[tuple[str, Image.Image]], drawn: dict[str, Image.Image]) -> list[Image.Image]:
    """The pairs, the design left, so many on a sheet."""
    if "bottomline" in drawn:
        design = [("bottomline" if kind == "question" else kind, image) for kind, image in design]
    pairs = [(left, drawn.get(kind), kind) for kind, left in design]
    return [sheet(pairs[at : at + ROWS]) for at in range(0, len(pairs), ROWS)]


def sheet(pairs: list[tuple[Image.Image, Image.Image | None, str]]) -> Image.Image:
    """The pictures two by two on grey; a kind without a slide says so."""
    high = WIDE * 9 // 16
    made = Image.new("RGB", (2 * WIDE + 3 * GAP, len(pairs) * (high + GAP) + GAP), "#707070")
    for at, (left, right, kind) in enumerate(pairs):
        y = GAP + at * (high + GAP)
        made.paste(left.resize((WIDE, high), Image.Resampling.LANCZOS), (GAP, y))
        if right is None:
            ImageDraw.Draw(made).text((WIDE + 3 * GAP, y + GAP), f"no slide of kind '{kind}'", fill="white")
        else:
            made.paste(right.resize((WIDE, high), Image.Resampling.LANCZOS), (WIDE + 2 * GAP, y))
    return made


if __name__ == "__main__":
    sys.exit(main())
