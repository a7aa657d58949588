"""The packs of tests/quality/packs, each against its reference: topics of many fields, written for this project.

Each figure is the mean over the packs. 'held' packs were not looked into while the program was made; since then the
four of the first round were, while rules were tuned, and the two of the second were written by somebody who wrote
rules too. They show what is lost, not how a new topic fares; the third round's do. tests/quality/packs/README.md says
which are blind today.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from briefpack import analysis, brief, pack
from measures import reference

PACKS = Path(__file__).parents[2] / "tests" / "quality" / "packs"
HELD = "held-"


def measure(*, held: bool, made: int = 1) -> dict[str, float]:
    """Means over the packs of one round of writing that are held back, or over its others."""
    return mean(scores(one).found for one in packs() if one.name.startswith(HELD) is held and written(one) == made)


def written(folder: Path) -> int:
    """The round in which a pack was written, so that a mean over new ones never hides a fall of the old."""
    return int(yaml.safe_load((folder / "reference.yaml").read_text(encoding="utf-8")).get("round", 1))


def packs(folder: Path = PACKS) -> list[Path]:
    """The packs of a folder that have a reference."""
    return sorted(path.parent for path in folder.glob("*/reference.yaml"))


def scores(folder: Path) -> reference.Scores:
    """One pack against its reference."""
    asked = yaml.safe_load((folder / "reference.yaml").read_text(encoding="utf-8"))
    return reference.score(asked, analysed([folder / source["file"] for source in asked["sources"]]))


def analysed(documents: Iterable[Path]) -> dict[str, Any]:
    """The brief of loose documents, as in brief.json, without building anything."""
    sources, _ = pack.sources(pack.job(tuple(documents)))
    return brief.to_json(analysis.analyse(sources))


def mean(rows: Iterable[dict[str, float]]) -> dict[str, float]:
    """The mean of each figure over the rows that have it, in the order of first sight."""
    held: dict[str, list[float]] = {}
    for row in rows:
        for name, value in row.items():
            held.setdefault(name, []).append(value)
    return {name: statistics.fmean(values) for name, values in held.items()}


if __name__ == "__main__":
    import sys

    for path in packs():
        if path.name.startswith(HELD) or (sys.argv[1:] and path.name not in sys.argv[1:]):
            continue
        result = scores(path)
        print(f"== {path.name}")
        for name, value in result.found.items():
            print(f"{name:26} {value:4.2f}  {'; '.join(result.missed[name])[:220]}")
