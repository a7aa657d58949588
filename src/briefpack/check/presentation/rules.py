"""Every rule that a deck is held against: its gate in the rubrics, and whether it is a hard one."""

from __future__ import annotations

from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.slide import Slide
from briefpack.model import Notice

RULES: dict[str, tuple[str, bool]] = {
    "no-slides": ("S1", True),
    "title-missing": ("S1", True),
    "title-repeated": ("S1", True),
    "title-long": ("S1", False),
    "overflow": ("S2", True),
    "overflow-near": ("S2", False),
    "overflow-grows": ("S2", False),
    "overflow-wide": ("S2", False),
    "autofit": ("S2", False),
    "off-slide": ("S2", True),
    "overlap": ("S2", True),
    "overlap-partly": ("S2", False),
    "line-through-text": ("S2", False),
    "size": ("S4", True),
    "size-body": ("S4", False),
    "contrast": ("S4", True),
    "contrast-unknown": ("S4", False),
    "colour-only": ("S4", False),
    "placeholder-empty": ("S5", False),
    "table-ragged": ("S5", True),
    "table-empty-row": ("S5", False),
    "part-missing": ("S5", True),
    "part-twice": ("S5", True),
    "part-orphan": ("S5", False),
    "part-outside": ("S5", False),
    "link": ("S5", True),
    "link-file": ("S5", False),
    "alt-missing": ("S6", True),
    "alt-file-name": ("S6", True),
    "alt-long": ("S6", False),
    "alt-undecided": ("S6", False),
    "table-header": ("S6", True),
    "table-merged": ("S6", False),
    "order": ("S6", False),
    "language": ("S6", False),
    "language-other": ("S6", False),
    "document-title": ("S6", False),
    "notes": ("S7", False),
    "source-line": ("S7", False),
    "align": ("", False),
    "gaps": ("", False),
    "font": ("", False),
    "font-unknown": ("", False),
}
"""Name of a rule to its gate in the rubrics (empty for none) and whether breaking it fails the check."""

_MOST_SHOWN = 40


def found(rule: str, what: str, do: str, at: Slide | None = None, shape: Shape | str = "") -> Notice:
    """A finding of a rule on a slide, or on the whole deck where no slide is given."""
    gate, hard = RULES[rule]
    where = f"slide {at.number}" if at is not None else ""
    name = shape if isinstance(shape, str) else shape.name
    return Notice(what, where, do, gate, hard, rule, at.number if at is not None else 0, name)


def start(words: str) -> str:
    """The first words of a text, for a finding."""
    flat = " ".join(words.split())
    return f"{flat[: _MOST_SHOWN - 2]} …" if len(flat) > _MOST_SHOWN else flat
