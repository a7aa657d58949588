"""The three real documents beside the project against a reader's reference; neither is part of the project."""

from __future__ import annotations

from pathlib import Path

import yaml

from measures import packs, reference

SHARED = Path(__file__).parents[3] / "shared"
FOLDER = SHARED / "seeds"
REFERENCE = SHARED / "golden" / "china-russia.yaml"


def measure(folder: Path = FOLDER) -> dict[str, float]:
    """Every share of the reference, without any facts given from outside."""
    return scores(folder).found


def scores(folder: Path = FOLDER) -> reference.Scores:
    """The brief of the three documents against the reference."""
    asked = yaml.safe_load(REFERENCE.read_text(encoding="utf-8"))
    return reference.score(asked, packs.analysed([folder / source["file"] for source in asked["sources"]]))
