"""tests/cases/brief.md, run; brief.md and brief.json of any brief."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import brief, page
from briefpack.errors import PageError
from briefpack.model import (
    Brief,
    Dropped,
    Event,
    Figure,
    Organisation,
    Passage,
    Person,
    Point,
    Quote,
    Ref,
    Relation,
    Side,
    Source,
    Tension,
    Term,
)

CASES = re.split(
    r"^## (?=.*\n\nbefore)", (Path(__file__).parent / "cases" / "brief.md").read_text(encoding="utf-8"), flags=re.M
)
KNOWN = [Ref("who", 1, 1), Ref("who", 1, 2), Ref("who", 2, 1), Ref("port", 1, 1)]
SOURCES = (
    Source("who", "who.txt", "0" * 64, tuple(Passage(ref, "Text.") for ref in KNOWN[:3]), title="Heat"),
    Source("port", "port.txt", "0" * 64, (Passage(KNOWN[3], "Text."),), (Dropped("Menu", "navigation"),), "Ice"),
)
EMPTY = Brief("", "", SOURCES)
HIDDEN = {"weight": 3.0, "reason": "first statement", "short": "Nights are hot.", "words": "in 2019", "aka": ("Lee",)}


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_an_edit_of_brief_md(case):
    before, after, then = re.split(r"^(?:before|after|gives|error)$", case, flags=re.M)[1:]
    found = with_hidden(brief.read(code(before), EMPTY))

    if re.search(r"^error$", case, flags=re.M):
        with pytest.raises(PageError) as raised:
            brief.read(code(after), found, file="brief.md")
        assert str(raised.value) == then.strip()
    else:
        (item,) = items(brief.read(code(after), found))
        assert "\n".join(shown(item)) + "\n" == code(then)


def code(text):
    return "\n".join(line[4:] for line in text.strip("\n").split("\n")) + "\n"


def items(made):
    return [
        item for field in fields(Brief) if field.name not in ("sources", "settings") for item in listed(made, field)
    ]


def listed(made, field):
    value = getattr(made, field.name)
    return value if isinstance(value, tuple) else ()


def with_hidden(made):
    """The brief with what a page does not show, as a finder would have filled it in."""
    filled = {}
    for field in fields(Brief):
        if isinstance(value := getattr(made, field.name), tuple) and field.name not in ("sources", "settings"):
            filled[field.name] = tuple(fill(item) for item in value)
    return replace(made, **filled)


def fill(item):
    names = {field.name for field in fields(item)}
    return replace(item, **{name: value for name, value in HIDDEN.items() if name in names and item.refs[:1] != ()
                            and not (name in ("weight", "reason", "short") and item.refs[0].source == "port")})  # fmt: skip


def shown(item):
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "sides":
            sides = (f"{s.source}{f' ({s.voice})' if s.voice else ''} {s.text} {s.refs[0]}" for s in value)
            yield f"sides: {'; '.join(sides)}"
        elif value:
            yield f"{field.name}: {'; '.join(map(str, value)) if isinstance(value, tuple) else value}"


TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30).map(
    page.fold
) | st.sampled_from(
    ["Ann Lee", "a: b", '"x"', "*(y)*", "**z:** w", "who: it", "2019: ice", "[@", "- x", "undated: x", "A — B, c", ""]
)
REFS = st.lists(st.sampled_from(KNOWN), max_size=3, unique=True).map(tuple)
DATES = st.sampled_from(["", "197X", "2024", "2024-05", "2024-05-16"])


def many(*parts, **named):
    return st.lists(st.builds(*parts, **named), max_size=3).map(tuple)


SIDES = many(Side, st.sampled_from(["who", "port"]), TEXT, REFS, TEXT)
BRIEFS = st.builds(
    Brief,
    title=TEXT,
    question=TEXT,
    sources=st.just(SOURCES),
    points=many(Point, TEXT, REFS, st.floats(0, 9), TEXT, TEXT, st.booleans(), TEXT),
    events=many(Event, TEXT, REFS, DATES, DATES, TEXT, st.booleans()),
    people=many(Person, TEXT, REFS, st.just(("x",)), TEXT, TEXT, TEXT, REFS),
    organisations=many(Organisation, TEXT, REFS, st.just(()), TEXT),
    quotes=many(Quote, TEXT, REFS, TEXT, TEXT),
    figures=many(Figure, TEXT, TEXT, REFS, TEXT, TEXT, TEXT, TEXT),
    terms=many(Term, TEXT, REFS, TEXT),
    tensions=many(Tension, TEXT, SIDES, TEXT),
    relations=many(Relation, TEXT, TEXT, TEXT, TEXT, REFS),
    settings=st.just((("course", "Health 101"), ("date", "2025-05-01"))),
)


@settings(deadline=None, max_examples=100)
@given(BRIEFS)
def test_a_brief_reads_back_as_it_was_found(made):
    assert brief.read(brief.render(made), made) == made


@settings(deadline=None, max_examples=50)
@given(BRIEFS)
def test_brief_json_follows_its_schema(made):
    schema = json.loads(brief.SCHEMA_FILE.read_text(encoding="utf-8"))

    jsonschema.validate(json.loads(json.dumps(brief.to_json(made))), schema)


def test_brief_json_writes_references_as_a_reader_says_them():
    made = replace(EMPTY, points=(Point("Text.", (Ref("who", 1, 2),)),))

    assert brief.to_json(made)["points"][0]["refs"] == ["who 1.2"]
    assert brief.to_json(made)["sources"][1]["dropped"] == [{"text": "Menu", "why": "navigation"}]


def test_a_struck_out_section_stays_out():
    made = replace(EMPTY, title="Heat", terms=(Term("ice", (KNOWN[3],)),), points=(Point("Text.", (KNOWN[0],)),))

    again = brief.read("# Heat\n## Key points\n- Text. [@who, 1.1]\n", made)

    assert (again.points, again.terms) == (made.points, ())
