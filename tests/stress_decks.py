"""Decks of what documents throw at a slide at their worst: endless words, addresses, names of every script, far too much."""

from __future__ import annotations

import random

from briefpack.model import Cited, Deck, Line, LineGroup, Ref, Slide

PLAIN = tuple("a rule that the schools of two districts kept through dry summers without much water".split())
ODD = (
    "x" * 80, "DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftX",
    "https://www.example.org/reports/2024/05/16/a-very-long-path/that-goes-on/and-on.html?query=one&other=two#part",
    "نجيب محفوظ", "عبد الرحمن السالم", "בנימין לוי", "שרה כהן־גולדשטיין", "习近平主席会见来宾", "安倍晋三", "ソフトウェア開発",
    "김대중", "Дмитрий Шостакович", "водохранилище", "Ελευθέριος Βενιζέλος", "สวัสดี", "नरेन्द्र", "Nguyễn Thị Minh Khai",
    "2,400", "“quoted”", "(sic)", "—", "µ", "🙂", "A&B <c>", "'='",
)  # fmt: skip
ATOMS = PLAIN * 4 + ODD
STANCES = ("says", "denies", "doubts", "")


class Stress:
    """A deck from a seed and three sizes."""

    def __init__(self, seed: int, points: int, title: int, events: int) -> None:
        self.dice = random.Random(seed)
        self.points, self.title, self.events = points, title, events

    def text(self, most: int) -> str:
        return " ".join(self.dice.choice(ATOMS) for _ in range(self.dice.randint(1, most)))

    def long(self, characters: int, start: str) -> str:
        """A title of so many characters, the whole word or part of one at its end."""
        text = start
        while len(text) < characters:
            text += f" {self.dice.choice(ATOMS)}"
        return text[:characters].strip() or "T"

    def line(self, label: str = "", detail: str = "", most: int = 24) -> Line:
        refs = tuple(
            Ref(f"s{self.dice.randint(1, 3)}", self.dice.randint(1, 40), 1) for _ in range(self.dice.randint(1, 3))
        )
        return Line(self.text(most), refs, label, detail)

    def lines(self, count: int, most: int = 24) -> tuple[Line, ...]:
        return tuple(self.line(self.text(2) if self.dice.random() < 0.3 else "", most=most) for _ in range(count))

    def dated(self) -> Line:
        year, month, day = self.dice.randint(1650, 2030), self.dice.randint(1, 12), self.dice.randint(1, 28)
        exact = f"{year}-{month:02}-{day:02}"
        label = self.dice.choice((exact, exact[:7], exact[:4], f"{exact}/{year + 1}-01-02", f"{exact[:3]}X"))
        return self.line(label, self.dice.choice(("", "planned", "")), 14)

    def slide(self, kind: str, groups: tuple[LineGroup, ...], start: str) -> Slide:
        refs = (Ref("s1", 3, 1),) if kind == "claim" else ()
        notes = (Line(self.text(12), label="say"), *(line for group in groups[:1] for line in _evidence(group)))
        return Slide(kind, Line(self.long(self.title, start), refs), groups, self.text(3), notes)

    def deck(self) -> Deck:
        many = range(self.points)
        people = tuple(self.line(self.text(3), most=5) for _ in many)
        rows = tuple(
            LineGroup(tuple(self.line(f"s{at}", self.dice.choice(STANCES), 9) for at in (1, 2, 3)), self.text(3))
            for _ in range(min(self.points, 6))
        )
        figure = LineGroup((Line(self.text(4), (Ref("s2", 4, 2),), "475,000", self.text(3)),), kind="figure")
        asks = LineGroup(tuple(self.line(f"{self.text(2)}?", most=9) for _ in range(3)), kind="ask")
        slides = (
            Slide("title", Line(self.long(self.title, "What")), (LineGroup(self.lines(2, 9)),), self.text(2)),
            self.slide("points", (LineGroup(self.lines(self.points)),), "What"),
            self.slide("claim", (LineGroup(self.lines(min(self.points, 4)), kind="evidence"),), "That"),
            self.slide("timeline", (LineGroup(tuple(self.dated() for _ in range(self.events))),), "When"),
            self.slide("people", (LineGroup(people, self.text(2)), LineGroup(people[:3])), "Who"),
            self.slide("terms", (LineGroup(tuple(self.line(self.text(2), most=14) for _ in many)),), "Words"),
            self.slide("matrix", rows, "Sources"),
            self.slide("number", (figure, asks), "How many"),
            self.slide("quote", (LineGroup((self.line(self.text(3), self.text(4)),), kind="quote"),), "A voice"),
            self.slide("discussion", (LineGroup(self.lines(min(self.points, 3)), kind="evidence"),), "Why"),
            self.slide("close", (LineGroup(self.lines(min(self.points, 4))),), "Then"),
            self.slide("sources", (), "Sources"),
        )
        sources = tuple(
            Cited(f"s{at}", at, self.text(9), False, (self.text(3),), self.text(3), "2024-05-16", "news", self.text(3),
                  900, 40, ((0.1, 0.2), (0.5, 0.52)))
            for at in (1, 2, 3)
        )  # fmt: skip
        return Deck(self.long(self.title, "Deck"), "students", "en", slides, sources)


def _evidence(group: LineGroup) -> tuple[Line, ...]:
    return tuple(Line(line.text, line.refs, "evidence") for line in group.lines)
