"""Each gate fires: a finished file, broken in one way, is named for that and for nothing that is not so."""

import io
import json
import shutil

import pytest
from pptx import Presentation
from pptx.util import Emu, Pt

from workshop import put, run

OFF = Emu(9_000_000)


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gates")
    names = put(folder, "court-news.html", "phones-editorial.html")
    assert run("build", *names, "--out", folder / "out", "--audience", "students").exit_code == 0
    return folder / "out"


def first(deck, has):
    """The first slide and shape for which something holds."""
    return next((slide, shape) for slide in deck.slides for shape in slide.shapes if has(shape))


def table(deck):
    """A table of our own on a slide, as tall as its rows say, in the place of what stood there."""
    for shape in [one for one in deck.slides[2].shapes if one.top + one.height > Pt(150) and not one.is_placeholder]:
        shape._element.getparent().remove(shape._element)
    frame = deck.slides[2].shapes.add_table(6, 2, Pt(40), Pt(200), Pt(400), Pt(200))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", "what each side says")
    return frame.table


def no_title(deck):
    deck.slides[2].shapes.title.text_frame.clear()


def one_title_twice(deck):
    deck.slides[3].shapes.title.text_frame.text = deck.slides[2].shapes.title.text_frame.text


def a_text_too_long(deck):
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Far too many words " * 40


def a_text_over_the_edge(deck):
    _, shape = first(deck, lambda shape: shape.has_text_frame and shape.text_frame.text.strip())
    shape.left, shape.top, shape.width, shape.height = OFF, shape.top, OFF, shape.height


def a_new_text_over_the_edge(deck):
    box = deck.slides[2].shapes.add_textbox(Emu(0), deck.slide_height - Pt(20), Pt(200), Pt(60))
    box.text_frame.text = "My own remark"


def a_table_that_grew_over_the_edge(deck):
    for row in table(deck).rows:
        row.cells[0].text_frame.text = "A cell with many more words than its row can hold. " * 8


def small_text(deck):
    _, shape = first(deck, lambda shape: shape.has_text_frame and any(p.runs for p in shape.text_frame.paragraphs))
    next(p for p in shape.text_frame.paragraphs if p.runs).runs[0].font.size = Pt(8)


def small_text_in_a_table(deck):
    run = table(deck).cell(0, 0).text_frame.paragraphs[0].add_run()
    run.text, run.font.size = "says", Pt(7)


def a_picture_without_words(deck):
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (20, 20)).save(data, "PNG")
    picture = deck.slides[2].shapes.add_picture(io.BytesIO(data.getvalue()), Pt(5), Pt(5))
    picture._element.nvPicPr.cNvPr.set("descr", "")


def no_notes(deck):
    deck.slides[2].notes_slide.notes_text_frame.text = ""


def a_reference_to_nowhere(deck):
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = "Cameras spread. [9 ¶99]"


def a_line_that_is_no_article(deck, line):
    box = deck.slides[2].shapes.add_textbox(Pt(20), Pt(2), Pt(800), Pt(40))
    box.text_frame.text = line


BROKEN = {
    no_title: "S1",
    one_title_twice: "S1",
    a_text_too_long: "S2",
    a_text_over_the_edge: "S2",
    a_new_text_over_the_edge: "S2",
    a_table_that_grew_over_the_edge: "S2",
    small_text: "S4",
    small_text_in_a_table: "S4",
    a_picture_without_words: "S6",
    a_reference_to_nowhere: "P1",
}


def checked(out, folder, spoil):
    """The output of a check of the deck, spoilt, beside its brief."""
    deck = Presentation(str(out / "students" / "deck.pptx"))
    spoil(deck)
    deck.save(str(folder / "deck.pptx"))
    shutil.copy(out / "brief.json", folder)
    return run("check", folder / "deck.pptx")


@pytest.mark.parametrize("spoil", BROKEN, ids=lambda spoil: spoil.__name__)
def test_a_deck_broken_in_one_way_fails_its_gate(spoil, out, tmp_path):
    result = checked(out, tmp_path, spoil)

    assert result.exit_code == 1, result.output
    assert f"FAILS {BROKEN[spoil]} " in result.output


def test_furniture_on_a_slide_is_found(out, tmp_path):
    sources = json.loads((out / "brief.json").read_text())["sources"]
    line = max((line["text"] for source in sources for line in source["dropped"]), key=len)
    result = checked(out, tmp_path, lambda deck: a_line_that_is_no_article(deck, line))

    assert result.exit_code == 1 and "FAILS P3 " in result.output


def test_missing_notes_deserve_a_look_and_break_nothing(out, tmp_path):
    result = checked(out, tmp_path, no_notes)

    assert result.exit_code == 0 and "look  S7" in result.output


def test_a_deck_with_a_table_of_one_s_own_passes(out, tmp_path):
    result = checked(out, tmp_path, table)

    assert result.exit_code == 0, result.output


def spoilt_pdf(out, folder, spoil):
    import pikepdf

    with pikepdf.open(out / "students" / "summary.pdf") as pdf:
        spoil(pdf)
        pdf.save(folder / "summary.pdf")
    return run("check", folder / "summary.pdf")


def two_pages(pdf):
    pdf.pages.append(pdf.pages[0])


def a_loose_font(pdf):
    import pikepdf

    for font in pdf.pages[0].Resources.Font.values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = inner.FontDescriptor
        for key in [key for key in list(descriptor) if key.startswith("/FontFile")]:
            del descriptor[pikepdf.Name(key)]


def no_tags(pdf):
    del pdf.Root.StructTreeRoot


def no_language(pdf):
    del pdf.Root.Lang


def elements(pdf, kind):
    import pikepdf

    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == kind]


def a_mute_figure(pdf):
    del elements(pdf, "/Figure")[0].Alt


def a_skipped_level(pdf):
    import pikepdf

    elements(pdf, "/H2")[0].S = pikepdf.Name.H4


def a_dumb_link(pdf):
    del pdf.pages[0].Annots[0].Contents


def tiny_words(pdf):
    name = next(iter(pdf.pages[0].Resources.Font))
    pdf.pages[0].contents_add(f"/Artifact BMC BT {name} 3 Tf 40 40 Td <0001> Tj ET EMC".encode())


@pytest.mark.parametrize(
    ("spoil", "gate"),
    [(a_mute_figure, "A3"), (a_skipped_level, "A3"), (a_dumb_link, "A3"), (tiny_words, "A4")],
)
def test_what_is_lost_to_some_readers_deserves_a_look(spoil, gate, out, tmp_path):
    result = spoilt_pdf(out, tmp_path, spoil)

    assert result.exit_code == 0, result.output
    assert f"look  {gate} " in result.output


@pytest.mark.parametrize(
    ("spoil", "gate"), [(two_pages, "1"), (a_loose_font, "A1"), (no_tags, "A2"), (no_language, "A2")]
)
def test_a_page_broken_in_one_way_fails_its_gate(spoil, gate, out, tmp_path):
    result = spoilt_pdf(out, tmp_path, spoil)

    assert result.exit_code == 1, result.output
    assert f"FAILS {gate} " in result.output


@pytest.mark.parametrize(("field", "gate"), [("refs", "Q3"), ("look_fors", "Q6"), ("prompt", "Q1")])
def test_a_question_without_a_part_fails_its_gate(field, gate, out, tmp_path):
    value = json.loads((out / "students" / "questions.json").read_text())
    del value["questions"][0][field]
    (tmp_path / "questions.json").write_text(json.dumps(value))
    result = run("check", tmp_path / "questions.json")

    assert result.exit_code == 1 and f"FAILS {gate} " in result.output


def emptied_deck():
    data = io.BytesIO()
    Presentation().save(data)
    return data.getvalue()


FOREIGN = {
    "deck.pptx": b"PK\x03\x04 half a deck",
    "text.pptx": b"words",
    "page.pdf": b"%PDF-1.7 and no more",
    "list.json": b"[]",
    "deep.json": b"[" * 100_000,
    "brief.json": b'{"sources": [{"passages": [{}]}]}',
    "paper.docx": b"words",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_no_build_wrote_is_refused_in_one_line(name, tmp_path):
    (tmp_path / name).write_bytes(FOREIGN[name])
    result = run("check", tmp_path / name)

    assert result.exit_code == 3, result.output
    assert result.output.startswith("briefpack: ") and len(result.output.strip().splitlines()) == 1


def test_a_deck_without_slides_fails(tmp_path):
    (tmp_path / "deck.pptx").write_bytes(emptied_deck())

    assert run("check", tmp_path / "deck.pptx").exit_code == 1


def test_the_lock_of_an_open_deck_is_no_deck(out, tmp_path):
    shutil.copytree(out, tmp_path / "out")
    (tmp_path / "out" / "students" / "~$deck.pptx").write_bytes(b"who has it open")

    assert run("check", tmp_path / "out").exit_code == 0


def test_a_page_of_the_teaching_set_is_held_against_the_brief(out, tmp_path):
    shutil.copytree(out, tmp_path / "out")
    brief = tmp_path / "out" / "brief.json"
    whole = json.loads(brief.read_text())
    whole["sources"] = whole["sources"][:1]
    brief.write_text(json.dumps(whole))

    result = run("check", tmp_path / "out" / "students" / "teaching" / "reading-set.pdf")
    assert result.exit_code == 1 and "leads nowhere" in result.output


def test_a_brief_further_up_is_another_pack_s(out, tmp_path):
    (tmp_path / "brief.json").write_text("not ours")
    (tmp_path / "a" / "b").mkdir(parents=True)
    shutil.copy(out / "students" / "deck.pptx", tmp_path / "a" / "b")

    assert run("check", tmp_path / "a" / "b" / "deck.pptx").exit_code == 0


PASSAGE = "The ministry may not close the ferry line before 2031, said Ola Berg."
STATEMENTS = {
    "The ministry may not close the ferry line before 2031.": "",
    "The ministry may close the ferry line before 2031.": "P5",
    "The ministry may not close the ferry line before 2035.": "P2",
    "The ministry and Lindholm may not close the ferry line.": "P2",
    "It may not close the ferry line before 2031.": "P8",
    "Sign up for our free newsletter today": "P3",
}


@pytest.fixture(scope="module")
def evidence():
    from briefpack.check.statements import evidence
    from briefpack.model import Brief, Dropped, Passage, Ref, Source

    dropped = (Dropped("Sign up for our free newsletter today", "newsletter"),)
    source = Source("isle", "isle.txt", "", (Passage(Ref("isle", 1, 1), PASSAGE),), dropped, title="Ferries")
    return evidence(Brief(title="Ferries", question="", sources=(source,)))


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_statement_that_is_not_true_to_its_passage_fails_its_gate(text, evidence):
    from briefpack.check.statements import problems
    from briefpack.model import Line, Ref

    gates = {notice.gate for notice in problems(Line(text, (Ref("isle", 1, 1),)), evidence) if notice.hard}

    assert STATEMENTS[text] in gates if STATEMENTS[text] else not gates


def test_a_quotation_that_is_not_verbatim_and_a_reference_to_nowhere_fail(evidence):
    from briefpack.check.statements import problems
    from briefpack.model import Line, Ref

    changed = Line("The ministry will not close the ferry line", (Ref("isle", 1, 1),))
    lost = Line("The ministry may not close the ferry line", (Ref("isle", 9, 9),))

    assert [notice.gate for notice in problems(changed, evidence, quote=True)] == ["P2"]
    assert [notice.gate for notice in problems(lost, evidence)] == ["P1"]


@pytest.mark.parametrize(
    ("quoted", "passage", "is_so"),
    [
        ("We should", "“We should not pay for it,” she said.", False),
        ("We can", "We cannot pay.", False),
        ("They do", "They don't pay.", False),
        ("We will pay", "We will pay only if the council does.", False),
        ("We will pay", "We will pay. Only if the council does not, we stop.", True),
        ("We should not pay", "“We should not pay for it,” she said.", True),
        ("We should … pay […] for it", "We should … pay in May for it.", True),
        ("", "We should pay.", False),
        ("[…]", "We should pay.", False),
        ("We [the council] should pay", "We should pay.", True),
    ],
)
def test_a_quotation_is_of_whole_words_and_ends_before_none_that_turns_it(quoted, passage, is_so):
    from briefpack.check.statements import is_verbatim

    assert is_verbatim(quoted, [passage]) is is_so
