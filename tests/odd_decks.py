"""Decks from seeds that hold what nobody would put on a slide, for the tests of layout."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from briefpack.layout import slides
from briefpack.model import Cited, Deck, Line, LineGroup, Ref, Slide

PLAIN = tuple("a rule that the schools of two districts kept through dry summers without much water".split())
ATOMS = PLAIN * 3 + (
    "a", "rule", "schools", "Pfandflaschenrücknahmeautomatenbetreiberverordnungsentwurf", "x" * 60,
    "水資源管理の見直しが必要である", "водохранилище", "obyvatelé", "per", "cent", "2,400", "of", "the", "reservoir’s", "—",
)  # fmt: skip
KINDS = tuple(slides.PLACE)
DATES = ("2024-05-16", "2024-05", "2023", "197X", "2024-05-16/2024-05-19", "soon", "2025-11-30", "2024-06-01")
STANCES = ("says", "denies", "doubts", "", "2 of 3 sources")
GROUPS = {
    "question": ("view", "view"), "bottomline": ("pillar",) * 3, "claim": ("evidence", "quote", "figure"),
    "views": ("view", "view"), "number": ("figure", "ask", "follows"), "quote": ("quote", "reply", "ask"),
    "discussion": ("evidence", "starter"),
}  # fmt: skip
LONG = ("timeline", "people", "terms", "points", "close", "matrix")


class Dice:
    """A deck of odd texts from a seed: very short and very long ones, endless words, other scripts."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.sources = self.pick((1, 2, 3, 4, 5, 6, 7, 12, 30))

    def pick(self, of: Sequence[Any]) -> Any:
        return self.dice.choice(of)

    def text(self, most: int = 26) -> str:
        return " ".join(self.pick(ATOMS) for _ in range(self.dice.randint(1, most)))

    def maybe(self, most: int = 5) -> str:
        return self.text(most) if self.dice.random() < 0.6 else ""

    def line(self, kind: str) -> Line:
        places = [
            (self.dice.randint(1, self.sources), self.dice.randint(1, 40)) for _ in range(self.dice.randint(0, 3))
        ]
        label = (
            self.pick(DATES) if kind == "timeline" else self.text(5) if kind in ("people", "terms") else self.maybe()
        )
        if kind in ("matrix", "sources"):
            label = f"s{self.dice.randint(1, self.sources)}"
        detail = self.pick(STANCES) if kind in ("matrix", "bottomline") else self.maybe()
        return Line(self.text(), tuple(Ref(f"s{s}", p, 1) for s, p in places), label, detail)

    def slide(self, at: int) -> Slide:
        kind = self.pick(KINDS)
        names = GROUPS.get(kind, ("",) * self.dice.randint(0, 8))
        kept = [name for name in names if self.dice.random() < 0.8]
        most = 12 if kind in LONG else 3
        groups = tuple(self.group(kind, name, most) for name in kept)
        title = Line(f"{at} {self.text(16)}", (), self.maybe())
        return Slide(kind, title, groups, f"{self.maybe()} {at}", (), self.pick((None, 1, 5, 12, 45)))

    def group(self, kind: str, name: str, most: int) -> LineGroup:
        return LineGroup(tuple(self.line(kind) for _ in range(self.dice.randint(1, most))), self.maybe(), name)

    def source(self, at: int) -> Cited:
        authors = tuple(self.text(4) for _ in range(self.dice.randint(0, 3)))
        spans = ((0.1, 0.2), (0.95, 1.0))
        words, genre = self.pick((0, 40, 900, 3000)), self.pick(("news", None, "odd kind"))
        published = self.pick((None, "2024", "2024-05-16"))
        return Cited(
            f"s{at}", at, self.text(16), False, authors, self.maybe() or None, published, genre, self.text(6), words, 2,
            spans, self.maybe(20),
        )  # fmt: skip

    def deck(self) -> Deck:
        head = Slide("title", Line(self.text(6)), (LineGroup((Line(self.text(14)), Line(self.text(5)))),), self.maybe())
        made = tuple(self.slide(at) for at in range(self.dice.randint(1, 5)))
        sources = tuple(self.source(at) for at in range(1, self.sources + 1))
        return Deck("Deck", "students", "en", (head, *made), sources)
