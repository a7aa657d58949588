"""The map of actors: who stands on it, what its lines join, and that they stay glued in the file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation

import slide_decks as decks
from briefpack.compose.select import people
from briefpack.compose.select.stock import Stock
from briefpack.layout import slides
from briefpack.layout.marks import Rect, Rule, Sheet, TextBox
from briefpack.model import Brief, Deck, Line, LineGroup, Organisation, Passage, Person, Ref, Relation, Slide
from briefpack.model import Source as Document
from briefpack.pack import shipped
from briefpack.writers import pptx

NAMES = [
    "Oslo Port",
    "Kell",
    "Authority for the Protection of Coasts and Inland Waters",
    "EU",
    "Norway",
    "The Harbour Co.",
]
WORDS = st.text("abcdefghij klmn", min_size=1, max_size=60).map(lambda text: text.strip() or "x")
LINES = st.builds(Line, WORDS, st.just((Ref("agency", 1, 1),)), WORDS)


def deck_of(*groups: LineGroup) -> Deck:
    deck = decks.policy()
    return Deck(deck.title, deck.audience, deck.language, (Slide("people", Line("Who is who"), groups),), deck.sources)


def sheet_of(groups: tuple[LineGroup, ...], look: str = "classroom") -> Sheet:
    (sheet, *_) = slides.place(deck_of(*groups), decks.look(look)).sheets
    return sheet


def arrows(sheet: Sheet) -> list[Rule]:
    return [mark for mark in sheet.marks if isinstance(mark, Rule) and mark.glued]


def frames(sheet: Sheet) -> dict[str, Rect]:
    return {mark.name: mark for mark in sheet.marks if isinstance(mark, Rect) and mark.name.startswith("Panel")}


def text(box: TextBox) -> str:
    return "".join(run.text for paragraph in box.paragraphs for run in paragraph.runs)


@pytest.mark.parametrize("look", decks.LOOKS)
def test_each_line_says_who_does_what_to_whom(look: str) -> None:
    alts = [arrow.alt for arrow in arrows(sheet_of(decks.actors(), look))]

    assert sorted(alts) == [
        "Climate Agency and Steel Producers’ Federation: trade pact",
        "Climate Agency to India: imposed levy",
        "Importers’ Union to Steel Producers’ Federation: sued",
        "India to Steel Producers’ Federation: sells steel",
        "Turkey to Climate Agency: courted",
    ]


def test_the_arrow_points_at_the_one_to_whom_it_is_done() -> None:
    sheet = sheet_of(decks.actors())
    heads = {text(box): box for box in sheet.marks if isinstance(box, TextBox) and box.tag == "H3"}
    courted = next(arrow for arrow in arrows(sheet) if "courted" in arrow.alt)

    assert courted.arrow == ">"
    assert courted.y2 < courted.y1 <= heads["Turkey"].y
    assert abs(courted.x2 - heads["Climate Agency"].x) < 225


@pytest.mark.parametrize("look", decks.LOOKS)
def test_pressure_is_dashed_and_a_bond_has_two_heads(look: str) -> None:
    for arrow in arrows(sheet_of(decks.actors(), look)):
        assert arrow.dash == ("sued" in arrow.alt or "levy" in arrow.alt)
        assert (arrow.arrow == "<>") == ("pact" in arrow.alt)


def test_without_relations_there_is_neither_line_nor_key() -> None:
    sheet = sheet_of(tuple(group for group in decks.actors() if group.kind != "relation" and group.lines))
    said = [text(mark) for mark in sheet.marks if isinstance(mark, TextBox)]

    assert not [mark for mark in sheet.marks if isinstance(mark, Rule) and mark.arrow]
    assert "reaches out" not in said
    assert said.count("They comment") == 1


def test_more_than_five_sides_are_no_map() -> None:
    more = tuple(LineGroup((Line("head", label=f"Ann {n}"),), f"Side {n}") for n in range(6))
    bound = LineGroup((Line("sued", label="Side 0 -> Side 1", detail="pressures"),), kind="relation")
    placed = slides.place(deck_of(*more, bound), decks.look("briefing"))

    assert not arrows(placed.sheets[0])
    assert any("Side 0 -> Side 1" in sentence for sentence in placed.cut)


@st.composite
def maps(draw: Any) -> tuple[LineGroup, ...]:
    names = draw(st.permutations(NAMES))[: draw(st.integers(2, 5))]
    sides = [LineGroup(tuple(draw(st.lists(LINES, max_size=4))), name) for name in names]
    apart = [LineGroup(tuple(draw(st.lists(LINES, min_size=1, max_size=6))), "They comment", "apart")]
    pairs = draw(st.lists(st.permutations(names).map(lambda row: row[:2]), min_size=1, max_size=8))
    kinds = st.sampled_from([("->", "pressures"), ("->", "reaches out"), ("<->", "partners")])
    told = [(pair, draw(kinds), draw(WORDS)[:40]) for pair in pairs]
    lines = [
        Line(said, (Ref("agency", 1, 1),), f"{one} {arrow} {two}", kind) for (one, two), (arrow, kind), said in told
    ]
    return (*sides, *(apart if draw(st.booleans()) else []), LineGroup(tuple(lines), kind="relation"))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(decks.LOOKS))
def test_lines_and_labels_stand_on_paper(groups: tuple[LineGroup, ...], look: str) -> None:
    sheet = sheet_of(groups, look)
    panels = frames(sheet)
    for arrow in arrows(sheet):
        assert arrow.x1 == arrow.x2 or arrow.y1 == arrow.y2
        for (name, site), x, y in zip(arrow.glued, (arrow.x1, arrow.x2), (arrow.y1, arrow.y2), strict=True):
            across, down = panels[name].sites[site - 4]
            assert abs(panels[name].x + across * panels[name].w - x) < 0.01
            assert abs(panels[name].y + down * panels[name].h - y) < 0.01
        for panel in panels.values():
            assert not crosses(box_of(arrow), box_of(panel))
    for fault in overlaps(sheet, list(panels.values())):
        raise AssertionError(fault)


def overlaps(sheet: Sheet, panels: list[Rect]) -> Iterator[str]:
    """Labels over panels or lines; panels over each other or beyond the body."""
    inside = [mark for mark in sheet.marks if isinstance(mark, TextBox) and not mark.role]
    for box in inside:
        hit = [panel for panel in panels if crosses(box_of(box), box_of(panel))]
        if hit and not any(within(box_of(box), box_of(panel)) for panel in hit):
            yield f"{text(box)!r} stands over the edge of a panel"
        if any(crosses(box_of(box), box_of(arrow)) for arrow in arrows(sheet)):
            yield f"{text(box)!r} stands over a line"
    for at, panel in enumerate(panels):
        if panel.y + panel.h > 477.5 or any(crosses(box_of(panel), box_of(other)) for other in panels[at + 1 :]):
            yield f"{panel} has no place"


def box_of(mark: Any) -> tuple[float, float, float, float]:
    if isinstance(mark, Rule):
        return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
    return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h


def crosses(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > 0.1
        and min(one[3], two[3]) - max(one[1], two[1]) > -0.1
        and (one[3] > one[1] or two[1] + 0.1 < one[1] < two[3] - 0.1)
    )


def within(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return one[0] >= two[0] - 0.1 and one[1] >= two[1] - 0.1 and one[2] <= two[2] + 0.1 and one[3] <= two[3] + 0.1


@pytest.mark.parametrize("look", decks.LOOKS)
def test_connectors_are_glued_to_the_panels_of_the_file(look: str) -> None:
    deck, chosen = deck_of(*decks.actors()), shipped.look(look)
    data = pptx.write(slides.place(deck, chosen), chosen, deck)
    slide = Presentation(BytesIO(data)).slides[0]
    shapes = {shape.shape_id: shape for shape in slide.shapes}
    glued = [shape for shape in slide.shapes if shape._element.findall(".//{*}stCxn")]

    assert len(glued) == 5
    for shape in glued:
        assert not shape._element.findall(".//{*}style")
        for tag, x, y in (("stCxn", shape.begin_x, shape.begin_y), ("endCxn", shape.end_x, shape.end_y)):
            end = shape._element.find(f".//{{*}}{tag}")
            panel = shapes[int(end.get("id"))]
            site = panel._element.findall(".//{*}cxn/{*}pos")[int(end.get("idx"))]
            assert abs(panel.left + int(site.get("x")) - x) <= 2
            assert abs(panel.top + int(site.get("y")) - y) <= 2


def brief_of(people: tuple[Person, ...], relations: tuple[Relation, ...], *texts: str) -> Stock:
    passages = tuple(Passage(Ref("a", at, 1), text) for at, text in enumerate(texts, 1))
    bodies = tuple(Organisation(name, (Ref("a", 1, 1),)) for name in ("Port Authority", "Dock Workers’ Union"))
    document = Document("a", "a.txt", "0" * 64, passages, title="A")
    brief = Brief("", "", (document,), people=people, organisations=bodies, relations=relations)
    return Stock(brief, shipped.audience("students"))


REF = (Ref("a", 1, 1),)
SUED = Relation("Port Authority", "Dock Workers’ Union", "sued", "pressures", REF)


def person(name: str, role: str, group: str = "") -> Person:
    return Person(name, REF, role=role, group=group)


def test_people_stand_with_the_body_that_their_role_names() -> None:
    known = (person("Ana Ruiz", "head of the Port Authority"), person("Jo Lee", "secretary of the Dock Workers’ Union"))
    shown = people.people(brief_of(known, (SUED,), "The Port Authority sued the Dock Workers’ Union."))

    assert [(group["heading"], [line["label"] for line in group["lines"]]) for group in shown] == [
        ("Port Authority", ["Ana Ruiz"]),
        ("Dock Workers’ Union", ["Jo Lee"]),
    ]


def test_two_sides_named_together_most_often_stand_at_the_core() -> None:
    known = tuple(person(f"Ann {land}", "minister", land) for land in ("Chile", "Peru", "Norway"))
    bound = (Relation("Norway", "Peru", "supports", "reaches out", REF),)
    stock = brief_of(known, bound, "Peru met Norway.", "Norway and Peru met.", "Chile met Peru.")
    shown = people.people(stock)

    assert {group["heading"] for group in shown[:2]} == {"Norway", "Peru"}
    assert [line["label"] for line in people.relations(stock, shown)] == ["Norway -> Peru"]


def test_those_who_comment_stand_once_in_one_box() -> None:
    known = (*(person(f"Ann Lee{n}", "professor of law") for n in range(9)), person("Bo Hall", "mayor", "Chile"))
    shown = people.people(brief_of(known, ()))

    assert [group["heading"] for group in shown].count("They comment") == 1
    assert len(next(group["lines"] for group in shown if group["kind"] == "apart")) == 5


def test_of_two_presidents_the_one_named_less_is_left_out() -> None:
    known = (person("Ann Lee", "Chilean president", "Chile"), person("Bo Hall", "president of Chile", "Chile"))
    known = (*known, person("Cy Ray", "Chilean president", "Chile"))
    (panel, *_) = people.people(brief_of(known, ()))

    assert [line["label"] for line in panel["lines"]] == ["Ann Lee", "Bo Hall"]


def test_a_relation_that_an_editor_strikes_out_is_not_drawn() -> None:
    known = (person("Ana Ruiz", "head of the Port Authority"), person("Jo Lee", "secretary of the Dock Workers’ Union"))
    stock = brief_of(known, (), "The Port Authority sued the Dock Workers’ Union.")

    assert people.relations(stock, people.people(stock)) == []


def test_what_people_say_stands_under_them_where_there_is_room() -> None:
    deed = Line("told the council that beds were short", (Ref("agency", 2, 1),), "does")
    groups = (
        LineGroup((Line("mayor", label="Ann Lee"), deed), "Kell"),
        LineGroup((Line("clerk", label="Bo Hall"),), "Oslo"),
    )
    said = [text(mark) for mark in sheet_of(groups).marks if isinstance(mark, TextBox)]

    assert any(each.startswith("told the council that beds were short") for each in said)
    assert "does" not in said


def test_a_deed_is_left_out_before_a_person_is() -> None:
    lines = tuple(
        line
        for n in range(3)
        for line in (Line("mayor", label=f"Ann Lee {n}"), Line("told the council of the plan " * 9, label="does"))
    )
    groups = tuple(LineGroup(lines, f"Side {n}") for n in range(6))
    (part, *_) = slides.place(deck_of(*groups), decks.look("classroom")).sheets
    said = " ".join(text(mark) for mark in part.marks if isinstance(mark, TextBox))

    assert "Ann Lee 2" in said
    assert "told the council" not in said


def test_deeds_stand_in_the_page_under_their_person() -> None:
    known = (Person("Ann Lee", REF, role="mayor", does="told the council of the plan", does_refs=REF),)
    (group, *_) = people.people(brief_of((*known, person("Bo Hall", "clerk")), ()))

    assert [(line["label"], line["text"]) for line in group["lines"]] == [
        ("Ann Lee", "Mayor"),
        ("does", "told the council of the plan"),
        ("Bo Hall", "Clerk"),
    ]
