"""What a screen reader finds in a PDF: every word, in the order of the eye, and what each of them is."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefpack.layout.marks import Paragraph, Run, Sheet, Sheets, TextBox
from briefpack.writers import pdf
from page_samples import LOOKS
from pdf_tree import Node, drawn, paragraphs, tree
from test_pdf import products, written


def read(*boxes: TextBox, language: str = "en") -> Node:
    sheets = Sheets("A", language, (Sheet(595, 842, boxes, "A"),))
    return tree(pdf.write(sheets, LOOKS, look="classroom"))


def box(text: str, tag: str = "P", **more: object) -> TextBox:
    paragraph = tuple(Paragraph((Run(part),), **more) for part in text.split("|"))  # type: ignore[arg-type]
    return TextBox(36, 36, 300, 60, paragraph, 11, 14, tag=tag)


def shape(node: Node) -> str:
    """'L(LI(Lbl LBody))'."""
    inside = " ".join(shape(kid) for kid in node.kids if isinstance(kid, Node))
    return f"{node.tag}({inside})" if inside else node.tag


@pytest.mark.parametrize("name", products())
def test_the_tree_holds_every_word_in_the_order_in_which_it_is_drawn(name: str) -> None:
    assert paragraphs(tree(written(name))) == drawn(products()[name][0])


@pytest.mark.parametrize("name", products())
def test_the_order_is_that_of_the_eye(name: str) -> None:
    """Nothing comes before what stands above it in the same column, or left of it on the same line."""
    for sheet in products()[name][0].sheets:
        boxes = [mark for mark in sheet.marks if isinstance(mark, TextBox) and mark.tag != "Artifact"]
        cards = [mark for mark in boxes if mark.name.startswith("Event")]
        for number, one in enumerate(boxes):
            for before in boxes[:number]:
                above = one.y + one.h <= before.y + 1 and one.x < before.x + before.w and before.x < one.x + one.w
                assert not above or one in cards, (before.paragraphs[0], one.paragraphs[0])


@pytest.mark.parametrize("name", products())
def test_headings_skip_no_level_and_begin_with_the_title(name: str) -> None:
    levels = [int(node.tag[1]) for node in tree(written(name)).all() if node.tag in ("H1", "H2", "H3")]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", products())
def test_tables_are_square_and_have_heads(name: str) -> None:
    for table in (node for node in tree(written(name)).all() if node.tag == "Table"):
        assert len({len(row.kids) for row in table.kids}) == 1
        assert any(cell.tag == "TH" and cell.scope for row in table.kids for cell in row.kids)


@pytest.mark.parametrize("name", products())
def test_each_link_has_words_and_says_where_it_leads(name: str) -> None:
    nodes = [node for node in tree(written(name)).all() if node.tag == "Link"]

    assert nodes or name == "handout"
    assert all(node.links == 1 and node.text().strip() for node in nodes)


def test_judgements_are_a_table_with_named_columns_and_numbered_rows() -> None:
    table = next(node for node in tree(written("policy summary")).all() if node.tag == "Table")

    assert [cell.text() for cell in table.kids[0].kids] == ["", "", "Support", "Where"]
    assert [row.kids[0].text() for row in table.kids[1:]] == [str(n) for n in range(1, len(table.kids))]
    assert {row.kids[0].scope for row in table.kids[1:]} == {"Row"}


def test_terms_and_events_are_items_with_a_label() -> None:
    lists = [node for node in tree(written("student summary")).all() if node.tag == "L"]

    assert all(shape(item) == "LI(Lbl LBody)" or "Link" in shape(item) for node in lists for item in node.kids)
    assert len(lists) >= 3


CASES = [
    ([box("One", "LI"), box("Two|More of two", "LI")], "L(LI(LBody) LI(LBody(P P)))"),
    ([box("Term|Its meaning", "Entry"), box("No meaning", "Entry")], "L(LI(Lbl LBody) LI(LBody))"),
    ([box("1", "Lbl"), box("First", "LBody"), box("Aside", "LBody")], "L(LI(Lbl LBody(P)))"),
    ([box("A|B", bullet="•", indent=9)], "L(LI(Lbl LBody) LI(Lbl LBody))"),
    ([box("A", "LI"), box("Apart"), box("B", "LI")], "L(LI(LBody)) P L(LI(LBody))"),
    (
        [box("Who", "TH"), box("What", "TH"), box("Ann", "RH"), box("Pump", "TD"), box("Bo", "RH")],
        "Table(TR(TH TH) TR(TH TD) TR(TH TD))",
    ),
    ([box("", "TD"), box("What", "TH"), box("Ann", "RH"), box("a|b", "TD")], "Table(TR(TD TH) TR(TH TD(P P)))"),
    ([box("Begins"), box("goes on", "Same"), box("new")], "P P"),
    ([box("Title", "H1"), box("Deep", "H3"), box("Next", "H2")], "H1 H2 H2"),
]


@pytest.mark.parametrize(("boxes", "expected"), CASES)
def test_boxes_say_what_they_are(boxes: list[TextBox], expected: str) -> None:
    assert shape(read(*boxes)) == f"Document({expected})"


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    sheets = tuple(Sheet(595, 842, (one,), "A") for one in (box("It begins here "), box("and ends there", "Same")))

    root = tree(pdf.write(Sheets("A", "en", sheets), LOOKS, look="classroom"))

    assert [node.text() for node in root.kids] == ["It begins here and ends there"]


def test_foreign_words_say_their_language() -> None:
    spans = [node for node in read(box("The polis (Αθήνα) and Київ, then 東京.")).all() if node.tag == "Span"]

    assert [(node.text(), node.language) for node in spans] == [
        ("Αθήνα", "el-GR"),
        ("Київ", "ru-RU"),
        ("東京", "zh-CN"),
    ]
    assert not any(node.tag == "Span" for node in read(box("Київ и Минск"), language="uk").all())
