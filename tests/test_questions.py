"""Questions from briefs of other fields; tests/cases/questions.md holds the briefs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack.model import (
    Audience,
    Brief,
    Event,
    Figure,
    Line,
    Organisation,
    Passage,
    Person,
    Point,
    Question,
    Quote,
    Ref,
    Side,
    Source,
    Tension,
    Term,
)
from briefpack.questions import Asked, ask, documents, gates, shapes
from briefpack.questions.forms import FORMS
from briefpack.questions.material import Material
from briefpack.questions.skeleton import HIGH

CASES = Path(__file__).parent / "cases" / "questions.md"
COUNTS = (("questions", 7),)
STUDENTS = Audience("students", "Students", "students", "classroom", 16, 18, 45, COUNTS, 45, ("analyse", "evaluate"))
POLICY = Audience("policy", "Policy", "policy", "briefing", 20, 30, 45, COUNTS, 30, ("evaluate", "analyse"))


def brief_of(case: str, question: str = "") -> Brief:
    """The brief that a part of the cases file writes down."""
    keys: list[list[str]] = []
    rows: dict[str, list[tuple[str, str]]] = {}
    items: list[list[str]] = []
    for line in filter(None, (row.strip() for row in case.splitlines())):
        if line.startswith("source "):
            keys.append([part.strip() for part in line[7:].split("|")])
            rows[keys[-1][0]] = []
        elif re.match(r"\d+\.\d+ ", line):
            rows[keys[-1][0]].append((line.split(" ")[0], line.partition(" ")[2]))
        else:
            kind, _, rest = line.partition(" ")
            items.append([kind, *(part.strip() for part in rest.split("|"))])
    sources = tuple(_source(*fields, rows=rows[fields[0]]) for fields in keys)
    texts = {p.ref: p.text for s in sources for p in s.passages}
    return Brief("A case", question, sources, **_items(items, texts))  # type: ignore[arg-type]


def _source(key: str, publisher: str, genre: str, date: str, authors: str, *, rows: list[tuple[str, str]]) -> Source:
    passages = tuple(Passage(_ref(f"{key} {number}"), text) for number, text in rows)
    people = tuple(a.strip() for a in authors.split(";") if a.strip())
    return Source(
        key, f"{key}.txt", "", passages, title=key, authors=people,
        publisher=publisher or None, genre=genre or None, published=date or None,
    )  # fmt: skip


def _ref(text: str) -> Ref:
    return Ref.parse(text)


def _refs(text: str) -> tuple[Ref, ...]:
    return tuple(_ref(part.strip()) for part in text.split(";"))


def _items(items: list[list[str]], texts: dict[Ref, str]) -> dict[str, tuple[object, ...]]:
    found: dict[str, list[object]] = {}
    for kind, *given in items:
        a, b, c, d, e = (given + [""] * 5)[:5]
        match kind:
            case "point":
                found.setdefault("points", []).append(Point(texts[_ref(a)], _refs(a), voice=b))
            case "person":
                found.setdefault("people", []).append(Person(a, _refs(b), role=c))
            case "organisation":
                found.setdefault("organisations", []).append(Organisation(a, _refs(b)))
            case "quote":
                found.setdefault("quotes", []).append(Quote(d, _refs(a), b, c))
            case "figure":
                found.setdefault("figures", []).append(Figure(b, texts[_ref(a)], _refs(a), c, "", d, e))
            case "event":
                found.setdefault("events", []).append(Event(texts[_ref(a)], _refs(a), b, planned=c == "planned"))
            case "term":
                found.setdefault("terms", []).append(Term(a, _refs(b), c))
            case "tension":
                sides = tuple(Side(r.source, texts[r], (r,)) for r in _refs(c))
                found.setdefault("tensions", []).append(Tension(b, sides, a))
            case _:
                raise AssertionError(f"no such kind of item: {kind}")
    return {kind: tuple(rows) for kind, rows in found.items()}


def parts() -> list[tuple[str, str]]:
    """Heading and body of each part."""
    found = re.split(r"^## ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in found]


def full_parts() -> list[tuple[str, str]]:
    return parts()[:-1]


BY_NAME = {"ids": lambda value: value[0] if isinstance(value, tuple) else value.name}
both = pytest.mark.parametrize("audience", [STUDENTS, POLICY], ids=lambda a: a.name)
each = pytest.mark.parametrize("part", parts(), ids=lambda part: part[0])
full = pytest.mark.parametrize("part", full_parts(), ids=lambda part: part[0])
