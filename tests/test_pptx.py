"""The deck as a PowerPoint file: native, clean for other programs' checkers, the same every time."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings, strategies
from lxml import etree
from pptx import Presentation

import slide_decks
from briefpack import compose
from briefpack.errors import WriteError
from briefpack.layout import links, references, slides
from briefpack.layout.marks import (
    Cell,
    Mark,
    MarkGroup,
    Oval,
    Paragraph,
    Rect,
    Rule,
    Run,
    Sheet,
    Sheets,
    Table,
    TextBox,
)  # fmt: skip
from briefpack.model import Cited, Deck, Line, Look, Ref
from briefpack.writers import pptx

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

LOOKS = Path(__file__).parents[1] / "templates" / "looks"
CLASSROOM, BRIEFING = (
    compose.look((LOOKS / name / "look.yaml").read_text(encoding="utf-8"), file=f"{name}/look.yaml")
    for name in ("classroom", "briefing")
)

SOURCES = (
    Cited("met", 1, "Sea level", False, (), "Met Office", "2024-05", "analysis", "Met Office", 900, 40, ((0.1, 0.2),)),
    Cited("ipcc", 2, "Coasts", False, (), "IPCC", "2023", "official", "IPCC", 1200, 60, ((0.4, 0.5),)),
)
NOTES = (
    Line("Ask for one coast that they know.", label="say"),
    Line("Seas rose by 20 centimetres.", (Ref("ipcc", 17, 1),), label="evidence"),
    Line("Which coast is missing?", label="ask"),
)
POSSIBLE = strategies.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
FOOT = Rule(48, 492, 912, 492, name="Foot rule")


def test_the_marks_become_native_shapes() -> None:
    slide = opened(write()).slides[1]

    kinds = {shape.name: shape.shape_type.name for shape in slide.shapes if shape.shape_type is not None}

    assert kinds["Title"] == kinds["Source line"] == kinds["Slide number"] == "PLACEHOLDER"
    assert kinds["Statement"] == "TEXT_BOX"
    assert kinds["Card"] == "AUTO_SHAPE"
    assert kinds["Link"] == "LINE"
    assert kinds["Strip"] == "GROUP"
    assert opened(write()).slides[2].shapes[-1].has_table


def test_every_slide_has_a_title_of_its_own_and_no_empty_placeholder() -> None:
    shown = list(opened(write()).slides)

    titles = [slide.shapes.title.text_frame.text for slide in shown]
    fillers = [shape.text_frame.text.strip() for slide in shown for shape in slide.placeholders]

    assert len(set(titles)) == len(titles) == len(DECK.sheets)
    assert all(titles) and all(fillers)


def test_a_slide_without_a_title_is_refused_by_name() -> None:
    bare = replace(DECK, sheets=(replace(DECK.sheets[0], marks=()),))

    with pytest.raises(WriteError, match="Rising seas"):
        pptx.write(bare, CLASSROOM, deck())


def test_layouts_are_found_by_the_kind_of_slide() -> None:
    book = opened(write())

    names = [layout.name for layout in book.slide_layouts]

    assert {"title", "question", "bottomline", "claim", "timeline", "people", "number", "quote", "matrix", "terms",
            "views", "discussion", "sources", "close", "points"} <= set(names)  # fmt: skip
    assert [slide.slide_layout.name for slide in book.slides] == [sheet.kind for sheet in DECK.sheets]


def test_a_layout_stands_where_its_slides_do() -> None:
    slide = opened(write()).slides[1]

    layout = slide.slide_layout.placeholders

    for shape in slide.placeholders:
        twin = next(place for place in layout if place.placeholder_format.idx == shape.placeholder_format.idx)
        assert (twin.left, twin.top) == (shape.left, shape.top)
        assert twin.width >= shape.width and twin.height >= shape.height


def test_what_every_slide_repeats_stands_on_the_layout_once() -> None:
    repeated = replace(DECK, sheets=tuple(repeat(DECK.sheets[1], 5)))

    book = opened(pptx.write(repeated, CLASSROOM, deck()))

    assert "Foot rule" not in [shape.name for shape in book.slides[0].shapes]
    assert "Foot rule" in [shape.name for shape in book.slides[0].slide_layout.shapes]


def test_colours_and_fonts_are_the_theme_s() -> None:
    for look in (CLASSROOM, BRIEFING):
        text = slide_xml(pptx.write(DECK, look, deck()))

        assert "srgbClr" not in text
        assert "p:style" not in text
        assert "+mj-lt" in text and "+mn-lt" in text
        assert 'typeface="Calibri"' not in text
        assert ('typeface="Cambria"' in text) is (look is BRIEFING)


def test_the_theme_holds_the_colours_and_fonts_of_the_look() -> None:
    with ZipFile(BytesIO(write())) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()

    assert '<a:accent1><a:srgbClr val="AE371C"/></a:accent1>' in theme
    assert '<a:majorFont><a:latin typeface="Cambria"/>' in theme
    assert '<a:font script="Arab" typeface="Arial"/>' in theme


def test_a_colour_that_is_no_slot_follows_the_slot_it_comes_from() -> None:
    drawn = pptx.pen.pen(CLASSROOM, "en").colours

    assert drawn["accent2"] == '<a:schemeClr val="accent2"></a:schemeClr>'
    assert drawn["onaccent2"] == '<a:schemeClr val="bg1"></a:schemeClr>'
    assert pptx.pen.pen(BRIEFING, "en").colours["bar"] == '<a:schemeClr val="accent6"></a:schemeClr>'
    assert drawn["bar"].startswith('<a:schemeClr val="accent2"><a:hueOff')


def test_text_never_grows_or_shrinks_by_itself() -> None:
    for body in (element for slide in opened(write()).slides for element in slide.element.iter(f"{P}txBody")):
        properties = body.find(f"{A}bodyPr")

        assert properties.find(f"{A}noAutofit") is not None
        assert {properties.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
        assert all(space.find(f"{A}spcPts") is not None for space in body.iter(f"{A}lnSpc"))


def test_every_run_names_its_language_and_another_script_its_own() -> None:
    text = box(Paragraph((Run("Bonjour "), Run("海平面"), Run("уровень"))))
    said = replace(DECK, language="fr", sheets=(with_marks(text),))

    runs = [run.get("lang") for run in opened(pptx.write(said, CLASSROOM, deck())).slides[0].element.iter(f"{A}rPr")]

    assert runs[-3:] == ["fr-FR", "zh-CN", "ru-RU"]


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("Amira חדד said so", [("Amira ", "en-US", None), ("חדד ", "he-IL", "en-US"), ("said so", "en-US", None)]),
        ("海 и море", [("海 ", "zh-CN", "en-US"), ("и море", "ru-RU", "en-US")]),
        ("カタカナと漢字", [("カタカナと漢字", "ja-JP", "en-US")]),
        ("5 μm wide", [("5 μm wide", "en-US", None)]),
        ("«مستوى» 20", [("«مستوى» 20", "ar-SA", "en-US")]),
    ],
)
def test_a_name_in_another_script_is_a_run_of_its_own_language(
    words: str, spoken: list[tuple[str, str, str | None]]
) -> None:
    said = replace(DECK, sheets=(with_marks(box(Paragraph((Run(words),)))),))

    paragraph = opened(pptx.write(said, CLASSROOM, deck())).slides[0].shapes[-1].text_frame.paragraphs[0]

    runs = [(run.text, run._r.rPr.get("lang"), run._r.rPr.get("altLang")) for run in paragraph.runs]
    assert runs == spoken


def test_text_that_runs_to_the_left_is_set_to_the_right() -> None:
    said = replace(DECK, language="ar", sheets=(with_marks(box(Paragraph((Run("مستوى البحر"),)))),))

    last = list(opened(pptx.write(said, CLASSROOM, deck())).slides[0].element.iter(f"{A}pPr"))[-1]

    assert (last.get("rtl"), last.get("algn")) == ("1", "r")


def test_a_line_break_is_a_break_and_a_number_hangs_before_its_text() -> None:
    lines = box(Paragraph((Run("one\ntwo"),)), Paragraph((Run("third"),), indent=20, bullet="10."))

    shape = opened(pptx.write(replace(DECK, sheets=(with_marks(lines),)), CLASSROOM, deck())).slides[0].shapes[-1]

    assert shape.text_frame.text == "one\vtwo\n10.\tthird"


def test_decoration_is_passed_over_and_what_is_shown_is_described() -> None:
    slide = opened(write()).slides[1]

    silent = [shape.name for shape in slide.shapes if b"adec" in _bytes(shape)]
    described = [_head(shape).get("descr") for shape in slide.shapes if _head(shape).get("descr")]

    assert {"Card", "Foot rule", "Dot"} <= set(silent)
    assert described == ["Passages used: one from each source.", "From the sea to the coast."]


def test_names_and_ids_are_unique_on_a_slide() -> None:
    for slide in opened(write()).slides:
        heads = list(slide.element.iter(f"{P}cNvPr"))

        assert len({head.get("id") for head in heads}) == len(heads)
        assert len({head.get("name") for head in heads}) == len(heads)


def test_a_table_has_a_header_row_and_no_upright_lines() -> None:
    table = opened(write()).slides[2].shapes[-1].table

    borders = [(side, cell.find(f"{A}tcPr/{A}{side}/{A}noFill") is not None) for side in ("lnL", "lnR")
               for cell in table._tbl.iter(f"{A}tc")]  # fmt: skip

    assert table.first_row
    assert all(empty for _, empty in borders)
    assert table.cell(0, 0).text_frame.text == "Claim"


def test_a_rule_along_the_rows_of_a_table_is_its_border() -> None:
    sheet = DECK.sheets[2]
    ruled = replace(sheet, marks=(*sheet.marks, Rule(48, 177, 912, 177, "accent", 3.0, name="Under the header")))

    slide = opened(pptx.write(replace(DECK, sheets=(ruled,)), CLASSROOM, deck())).slides[0]
    table = slide.shapes[-1].table

    under, over = (table.cell(row, 0)._tc.find(f"{A}tcPr/{A}{side}") for row, side in ((0, "lnB"), (1, "lnT")))
    assert under.get("w") == over.get("w") == "38100"
    assert "Under the header" not in [shape.name for shape in slide.shapes]


def test_the_notes_say_and_ask_and_give_the_evidence_with_its_address() -> None:
    said = opened(write()).slides[1].notes_slide.notes_text_frame.text

    assert said.split("\n") == [
        "Say", "Ask for one coast that they know.",
        "Evidence", "Seas rose by 20 centimetres. [2\u00a0¶17]",
        "Ask", "Which coast is missing?",
    ]  # fmt: skip


def test_the_slide_number_is_a_field() -> None:
    fields = [field for slide in opened(write()).slides for field in slide.element.iter(f"{A}fld")]

    assert {field.get("type") for field in fields} == {"slidenum"}


def test_the_same_deck_is_the_same_bytes_in_any_process() -> None:
    code = "import hashlib, test_pptx as t; print(hashlib.sha256(t.write()).hexdigest())"

    sums = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone}, cwd=Path(__file__).parent,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip

    assert len(sums) == 1


def test_a_long_deck_never_searches_for_a_free_part_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("pptx.opc.package.OpcPackage.next_partname")

    many = replace(DECK, sheets=tuple(repeat(DECK.sheets[1], 120)))

    assert len(opened(pptx.write(many, CLASSROOM, deck())).slides) == 120


def test_a_slide_costs_the_same_however_long_the_deck_is() -> None:
    def calls(slides: int) -> int:
        many = replace(DECK, sheets=tuple(repeat(DECK.sheets[1], slides)))
        counted = 0

        def count(_frame: object, event: str, _what: object) -> None:
            nonlocal counted
            counted += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            pptx.write(many, CLASSROOM, deck())
        finally:
            sys.setprofile(None)
        return counted

    counts = [calls(slides) for slides in (40, 80, 160, 320)]

    each = [(more - less) / slides for less, more, slides in zip(counts, counts[1:], (40, 80, 160), strict=False)]
    assert max(each) < 1.05 * min(each)


def test_nothing_but_references_points_outside_the_file() -> None:
    with ZipFile(BytesIO(write())) as archive:
        links = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels")).decode()

    outside = re.findall(r'<Relationship [^>]*"External"[^>]*>', links)

    assert outside and all("/hyperlink" in link and 'Target="../sources.html#' in link for link in outside)


def test_a_reference_leads_to_its_passage_in_the_colour_of_its_text() -> None:
    refs = (Ref("ipcc", 17, 1), Ref("met", 4, 2))
    said = Paragraph((Run("Seas rose."), references.run(refs, SOURCES)))
    sheet = links.linked(with_marks(box(said), box(said)), SOURCES)

    slide = opened(pptx.write(replace(DECK, sheets=(sheet,)), CLASSROOM, deck())).slides[0]

    runs = [run for shape in list(slide.shapes)[-2:] for run in shape.text_frame.paragraphs[0].runs]
    assert [(run.text, run.hyperlink.address) for run in runs][:5] == [
        ("Seas rose.", None), (" ", None),
        ("[1\u00a0¶4", "../sources.html#met-4.2"), ("; ", None), ("2\u00a0¶17]", "../sources.html#ipcc-17.1"),
    ]  # fmt: skip
    assert len([rel for rel in slide.part.rels.values() if rel.is_external]) == 2
    assert all(b"hlinkClr" in etree.tostring(run._r) for run in runs if run.hyperlink.address)


def test_references_in_notes_lead_to_their_passages_too() -> None:
    frame = opened(write()).slides[1].notes_slide.notes_text_frame

    linked = {run.text: run.hyperlink.address for paragraph in frame.paragraphs for run in paragraph.runs}

    assert linked["[2\u00a0¶17]"] == "../sources.html#ipcc-17.1"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    strategies.lists(
        strategies.builds(
            Ref, strategies.sampled_from(["met", "ipcc", "gone"]), strategies.integers(1, 12), strategies.integers(1, 9)
        ),
        max_size=8,
    )
)
def test_a_linked_reference_prints_the_same_and_loses_none(refs: list[Ref]) -> None:
    run = references.run(tuple(refs), SOURCES)

    parts = references.linked(run, SOURCES)

    assert "".join(part.text for part in parts) == run.text
    known = {references.target(ref) for ref in refs if ref.source != "gone"}
    assert {part.link for part in parts} - {""} == known


def test_the_properties_name_the_deck_and_its_language() -> None:
    core = opened(write()).core_properties

    assert (core.title, core.language, core.author) == ("Rising seas", "en-US", "A. Teacher")


def test_a_character_that_no_file_can_hold_is_named() -> None:
    with pytest.raises(WriteError, match=r"U\+0007"):
        pptx.write(replace(DECK, sheets=(with_marks(box(Paragraph((Run("ding\a"),)))),)), CLASSROOM, deck())


def test_characters_that_xml_gives_a_meaning_come_through() -> None:
    words = """<b> & "quotes" 'single' ]]> &amp; =cmd|'/c'!A1"""

    shown = opened(pptx.write(replace(DECK, sheets=(with_marks(box(Paragraph((Run(words),)))),)), CLASSROOM, deck()))

    assert shown.slides[0].shapes[-1].text_frame.text == words


@settings(max_examples=25, deadline=None)
@given(strategies.text(POSSIBLE, min_size=1))
def test_any_text_comes_out_as_it_went_in(words: str) -> None:
    said = replace(DECK, sheets=(with_marks(box(Paragraph((Run(words),)))),))

    shown = opened(pptx.write(said, CLASSROOM, deck())).slides[0].shapes[-1].text_frame.text

    assert shown == words


@pytest.mark.parametrize(
    ("made", "look"),
    [(slide_decks.students, CLASSROOM), (slide_decks.policy, BRIEFING), (None, CLASSROOM)],
    ids=["students", "policy", "every mark"],
)
def test_other_programs_find_nothing_wrong(made: Callable[[], Deck] | None, look: Look, tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    file = tmp_path / "deck.pptx"
    product = made() if made else deck()
    sheets = slides.place(product, look) if made else DECK
    file.write_bytes(pptx.write(sheets, look, product))
    tools = Path(sys.executable).parent

    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))
    fit = subprocess.run(
        [tools / "ooxml-integrity", "check", "--fail-on", "warn", file], capture_output=True, text=True
    )

    assert [str(error) for error in audit.errors] == []
    assert fit.returncode == 0, fit.stdout
    assert len(opened(file.read_bytes()).slides) == len(sheets.sheets)


def test_every_slide_of_a_real_deck_has_its_title_and_no_colour_of_its_own() -> None:
    for made, look in ((slide_decks.students, CLASSROOM), (slide_decks.policy, BRIEFING)):
        data = pptx.write(slides.place(made(), look), look, made())

        titles = [slide.shapes.title.text_frame.text for slide in opened(data).slides]
        fillers = [shape for slide in opened(data).slides for shape in slide.placeholders if not shape.text_frame.text]

        assert len(set(titles)) == len(titles) and all(titles)
        assert fillers == []
        assert "srgbClr" not in slide_xml(data)


def write() -> bytes:
    return pptx.write(DECK, CLASSROOM, deck())


def deck() -> Deck:
    return Deck("Rising seas", "students", "en", (), SOURCES, (("teacher", "A. Teacher"),))


def opened(data: bytes):  # type: ignore[no-untyped-def]
    return Presentation(BytesIO(data))


def slide_xml(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return "".join(
            archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")
        )


def box(*paragraphs: Paragraph, **more: object) -> TextBox:
    place = TextBox(48, 150, 500, 110, paragraphs, 20, 26)
    return replace(place, **more)  # type: ignore[arg-type]


def with_marks(*marks: Mark) -> Sheet:
    return replace(DECK.sheets[1], marks=(*frame("One claim"), *marks))


def repeat(sheet: Sheet, times: int) -> list[Sheet]:
    return [
        replace(sheet, title=f"{sheet.title} ({at})", marks=(*frame(f"{sheet.title} ({at})"), *sheet.marks[4:]))
        for at in range(times)
    ]


def frame(title: str) -> tuple[Mark, ...]:
    head = Paragraph((Run(title, bold=True, font="head"),))
    foot = Paragraph((Run("Sources: [1] Met Office, May 2024 · [2] IPCC, 2023", colour="muted"),))
    page = Paragraph((Run("2", bold=True, colour="muted"),), align="right")
    return (
        TextBox(48, 48, 790.5, 78, (head,), 32, 37, role="title", tag="H1"),
        FOOT,
        TextBox(48, 498, 792, 30, (foot,), 12, 15, role="footer", tag="Artifact"),
        TextBox(858, 498, 54, 16, (page,), 12, 15, role="number", tag="Artifact"),
    )


def title_sheet() -> Sheet:
    title = Paragraph((Run("Rising seas", bold=True, colour="onaccent2", font="head"),))
    lead = Paragraph((Run("What two reports say, and where they part ways", colour="onaccent2"),))
    marks = (
        TextBox(48, 78, 750, 140, (title,), 54, 59, role="title", tag="H1"),
        TextBox(48, 217.5, 600, 66, (lead,), 24, 31, role="subtitle"),
        Rect(48, 400, 600, 20, fill="bar"),
        Rect(100, 400, 20, 20, fill="mark"),
    )
    return Sheet(960, 540, marks, "Rising seas", "title", "accent2", NOTES)


def claim_sheet() -> Sheet:
    words = Run("Seas rose by 20 centimetres in a century")
    address = Run("\u00a0[2\u00a0¶17]", bold=True, colour="accent2", scale=0.76)
    strip = MarkGroup(
        (Rect(48, 330, 400, 12, fill="tint2"), Rect(90, 330, 12, 12, fill="accent2")),
        alt="Passages used: one from each source.",
        name="Strip",
    )
    marks = (
        *frame("The sea has risen, and it rises faster"),
        box(Paragraph((words, address)), Paragraph((Run("Half of it since 1990"),), 8, indent=16, bullet="•"),
            name="Statement"),
        Rect(568, 141, 344, 336, fill="tint", radius=7.5, name="Card"),
        TextBox(592, 160, 296, 100, (Paragraph((Run("“The coast moves.”", font="quote"),)),), 24, 33),
        strip,
        Oval(48, 380, 14, 14, fill="panel", line="ink", line_width=1.5),
        Rule(300, 440, 70, 380, colour="accent", width=1.9, dash=True, arrow=">", alt="From the sea to the coast.",
             name="Link"),
    )  # fmt: skip
    return Sheet(960, 540, marks, "The sea has risen, and it rises faster", "claim", "paper", NOTES)


def table_sheet() -> Sheet:
    def cell(text: str, fill: str = "", bold: bool = False) -> Cell:
        return Cell((Paragraph((Run(text, bold=bold),)),), fill)

    rows = (
        (cell("Claim", bold=True), cell("[1] Met Office", bold=True), cell("[2] IPCC", bold=True)),
        (cell("The sea rises", bold=True), cell("●\u2002Agrees"), cell("●\u2002Agrees")),
        (
            cell("It rises faster", "tint", bold=True),
            cell("–\u2002Does not say", "tint"),
            cell("●\u2002Agrees", "tint"),
        ),
    )
    table = Table(
        48, 141, (230, 317, 317), (36, 47, 47), rows, 14, 18, alt="Both agree that the sea rises.", name="Matrix"
    )
    return Sheet(960, 540, (*frame("Both see the rise"), table), "Both see the rise", "matrix", "paper")


def _head(shape):  # type: ignore[no-untyped-def]
    return next(shape.element.iter(f"{P}cNvPr"))


def _bytes(shape) -> bytes:  # type: ignore[no-untyped-def]
    from lxml import etree

    return etree.tostring(_head(shape))


DECK = Sheets("Rising seas", "en", (title_sheet(), claim_sheet(), table_sheet()))
