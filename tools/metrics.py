#!/usr/bin/env python3
"""Write src/briefpack/layout/data/*.json: the advance widths that layout measures with.

    python tools/metrics.py

Run by hand when a font is added; the tables are committed, so that a build needs no font of the
deck. Calibri, Cambria and Arial are measured through the open families of the same widths, Carlito,
Caladea and Liberation Sans (Debian: fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-liberation).
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from fontTools.ttLib import TTFont

DEBIAN = Path("/usr/share/fonts/truetype")
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
LATO, PT = files("fontpkg_lato") / "files", files("fontpkg_pt_serif") / "files"
FONTS = {
    "Calibri": [DEBIAN / f"crosextra/Carlito-{s}.ttf" for s in STYLES],
    "Cambria": [DEBIAN / f"crosextra/Caladea-{s}.ttf" for s in STYLES],
    "Arial": [DEBIAN / f"liberation/LiberationSans-{s}.ttf" for s in STYLES],
    "Lato": [LATO / f"Lato-{s}.ttf" for s in STYLES],
    "PT Serif": [PT / f"PT_Serif-Web-{s}.ttf" for s in STYLES],
}
DRAWN_AS = {"\u00a0": " ", "\u2011": "-"}
"""What a program that shows a deck draws where a font lacks a character: a Calibri has no no-break space."""
FOR_DECKS = ("Calibri", "Cambria", "Arial")
DATA = Path(__file__).parent.parent / "src" / "briefpack" / "layout" / "data"


def main() -> None:
    for family, paths in FONTS.items():
        alike = DRAWN_AS if family in FOR_DECKS else {}
        table = {style: metrics(Path(str(path)), alike) for style, path in zip(STYLES, paths, strict=True)}
        name = family.lower().replace(" ", "-")
        (DATA / f"{name}.json").write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


def metrics(path: Path, alike: dict[str, str]) -> dict[str, object]:
    """Widths in thousandths of the size, by character, for the scripts below U+2600."""
    font = TTFont(path)
    em, advances, names = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
    widths = {chr(code): round(1000 * advances[name][0] / em) for code, name in names.items() if 32 <= code < 0x2600}
    for other, known in alike.items():
        widths.setdefault(other, widths[known])
    return {
        "ascent": round(1000 * font["hhea"].ascent / em),
        "descent": round(-1000 * font["hhea"].descent / em),
        "widths": widths,
    }


if __name__ == "__main__":
    main()
