#!/usr/bin/env python3
"""How good the analysis is: every measure in one table, beside the floor that no change may fall below.

    python bench/quality.py [MEASURE ...] [--json]

Without a name everything is measured that can be: the packs of tests/quality/packs always; the real documents
where ../shared has them; the public corpora where the environment variable BRIEFPACK_CORPORA names a folder with
checkouts of them (bench/measures says which, and where they come from; nothing of them is part of the project).
Floors stand in tests/quality/floors.yaml.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from importlib import import_module
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "bench"))

FLOORS = ROOT / "tests" / "quality" / "floors.yaml"
CORPORA = "BRIEFPACK_CORPORA"
PUBLIC = ("articles", "dates", "names", "readability", "speakers")
"""Measures of public corpora; each module names its folder under BRIEFPACK_CORPORA."""
PACKS = {
    "packs": (False, 1),
    "held": (True, 1),
    "packs2": (False, 2),
    "held2": (True, 2),
    "packs3": (False, 3),
    "held3": (True, 3),
}
"""Measures of tests/quality/packs: whether of those held back, and of which round of writing."""
OWN = (*PACKS, "real")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "measures", nargs="*", choices=[[], *OWN, *PUBLIC], help="what to measure; everything without one"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    low = 0
    found: dict[str, dict[str, float]] = {}
    for name in args.measures or (*OWN, *PUBLIC):
        figures = measured(name)
        if figures is None:
            print(f"{name}: not measured, its documents are not here", file=sys.stderr)
            continue
        found[name] = figures
        if not args.json:
            low += sum(row(name, figure, value, floors) for figure, value in found[name].items())
    if args.json:
        print(json.dumps(found, indent=1))
    return int(bool(low))


def measured(name: str) -> dict[str, float] | None:
    """The figures of a measure; None where its documents are not here."""
    module = import_module(f"measures.{'packs' if name in PACKS else name}")
    if name in PACKS:
        held, made = PACKS[name]
        return module.measure(held=held, made=made)
    folder = module.FOLDER if name == "real" else Path(os.environ.get(CORPORA) or ROOT / "none") / module.FOLDER
    return module.measure(folder) if folder.is_dir() else None


def row(name: str, figure: str, value: float, floors: dict[str, dict[str, float]]) -> bool:
    """Print a line of the table; True where the figure is below its floor."""
    floor = floors.get(name, {}).get(figure)
    below = floor is not None and value < floor
    mark = "" if floor is None else f"{'BELOW' if below else 'floor'} {floor:.3f}"
    print(f"{name:12} {figure:26} {value:6.3f}  {mark}")
    return below


if __name__ == "__main__":
    sys.exit(main())
