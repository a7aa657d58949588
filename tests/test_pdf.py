"""PDFs as written: fonts inside, words that can be copied, tags that can be read aloud, the same bytes."""

from __future__ import annotations

import io
import re
import subprocess
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.errors import WriteError
from briefpack.layout import fit, links, pages, references
from briefpack.layout.marks import Cell, Inset, Paragraph, Rect, Run, Sheet, Sheets, Table, TextBox
from briefpack.model import Block, Line, Ref
from briefpack.writers import pdf
from briefpack.writers.pdf import embedding, objects
from page_samples import DECK, LOOKS, POLICY, QUESTIONS, SOURCES, STUDENTS
from workshop import put, run

page_checker = pytest.importorskip("page")


def slides() -> Sheets:
    def slide(number: int) -> Sheet:
        title = Paragraph((Run(f"Two towns, one river: title {number} of seven", bold=True, font="head"),))
        table = Table(
            48, 200, (300, 300), (30, 30), ((_cell("What"), _cell("Who")), (_cell("Pump"), _cell("All"))), 16, 21
        )
        marks = (TextBox(48, 48, 700, 80, (title,), 32, 37, tag="H1"), table, Rect(48, 400, 90, 9, fill="accent"))
        return Sheet(960, 540, marks, f"Title {number}", notes=(Line("Why?", label="ask"),))

    return Sheets("Deck", "en", tuple(slide(number) for number in range(1, 8)))


def _cell(text: str) -> Cell:
    return Cell((Paragraph((Run(text),)),))


def products() -> dict[str, tuple[Sheets, str]]:
    return {
        "policy summary": (pages.summary(POLICY, LOOKS["briefing"], "a4"), "briefing"),
        "student summary": (pages.summary(STUDENTS, LOOKS["classroom"], "letter"), "classroom"),
        "questions": (pages.questions(QUESTIONS, LOOKS["classroom"], "a4"), "classroom"),
        "key": (pages.key(QUESTIONS, LOOKS["briefing"], "letter"), "briefing"),
        "handout": (pages.handout(DECK, slides(), LOOKS["classroom"], "a4"), "classroom"),
    }


def written(name: str) -> bytes:
    sheets, look = products()[name]
    return pdf.write(sheets, LOOKS, look=look)


def one_box(text: str, w: float = 300, **style: object) -> Sheets:
    box = TextBox(36, 36, w, 700, (Paragraph((Run(text, **style),)),), 11, 14)  # type: ignore[arg-type]
    return Sheets("A box", "en", (Sheet(595, 842, (box,), "A box"),))


def text_of(data: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


@pytest.mark.parametrize("name", products())
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_another_program_finds_it_accessible_and_fit_to_keep(name: str, profile: str) -> None:
    report = page_checker.validate_pdf_bytes(written(name), profile=profile)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize("name", products())
def test_the_same_product_makes_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)


@pytest.mark.parametrize("name", products())
def test_every_font_is_inside_and_none_is_helvetica(name: str) -> None:
    with pikepdf.open(io.BytesIO(written(name))) as book:
        fonts = [
            thing for thing in book.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        names = {str(font.get("/BaseFont")) for font in fonts}

        assert names
        assert all(re.match(r"/[A-Z]{6}\+(Lato|PT_?Serif|PTSerif)", name) for name in names)


@pytest.mark.parametrize("name", products())
def test_qpdf_finds_no_fault(name: str, tmp_path: Path, needs: Callable[..., None]) -> None:
    needs("qpdf")
    file = tmp_path / "a.pdf"
    file.write_bytes(written(name))

    assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False).returncode == 0


def test_words_come_out_with_their_spaces() -> None:
    text = "Growers block the pumping station for three days because nobody had asked them about the plan at all."

    data = pdf.write(one_box(text, w=120), LOOKS, look="classroom")

    assert " ".join(text_of(data).split()) == text


@given(st.binary(max_size=40).map(lambda some: some + b"\n"))
def test_no_stream_ends_in_a_line_break(data: bytes) -> None:
    written, packed = objects.packed_well(data)

    assert written[-1:] not in (b"\n", b"\r")
    assert (zlib.decompress(written) if packed else written).rstrip(b" ") == data.rstrip(b" ")


def test_another_program_reads_the_words_in_order(tmp_path: Path, needs: Callable[..., None]) -> None:
    needs("pdftotext")
    file = tmp_path / "a.pdf"
    file.write_bytes(written("policy summary"))

    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()

    words = " ".join(read.split()).replace("\u2060", "")
    assert "Neither town has said that it will obey the plan before the court has ruled." in words
    assert words.index("Key judgements".upper()) < words.index("WHERE THE SOURCES") < words.index("WHAT TO WATCH")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=60))
def test_any_text_is_drawn_or_refused_by_name(text: str) -> None:
    sheets = one_box(text)
    if pdf.lacking(text):
        with pytest.raises(WriteError, match=r"U\+"):
            pdf.write(sheets, LOOKS, look="classroom")
    else:
        assert pdf.write(sheets, LOOKS, look="classroom").startswith(b"%PDF-1.7")


def test_a_character_that_one_family_lacks_is_drawn_by_the_other() -> None:
    sheets = one_box("α → β in a serif head", font="head")

    assert pdf.lacking("α → β") == ""
    assert "α → β in a serif head" in text_of(pdf.write(sheets, LOOKS, look="classroom"))


def test_what_no_font_has_is_named_before_anything_is_written(bare: None) -> None:
    assert pdf.lacking("Wang Yi (王毅), 王") == "王毅"
    with pytest.raises(WriteError, match=r"'王' \(U\+738B\), '毅'"):
        pdf.write(one_box("Wang Yi (王毅)"), LOOKS, look="classroom")


def test_the_package_that_has_a_missing_character_is_named(bare: None) -> None:
    assert pdf.remedy("王") == "pip install manimgx-fonts-cjk, then build again"
    assert pdf.remedy("ש") == "pip install manimgx-fonts, then build again"
    assert pdf.remedy("ก") == "the deck and the Word files have them; for paper write them in Latin letters"
    assert pdf.remedy("王ก") == "pip install manimgx-fonts-cjk, then build again, and write the others in Latin letters"


def test_markup_in_a_text_stays_text() -> None:
    text = r"<b>5 < 6</b> & a \(slash\) ) &amp; %PDF"

    assert text in text_of(pdf.write(one_box(text, w=500), LOOKS, look="classroom"))


def test_title_language_and_outline_are_set() -> None:
    sheets = pages.summary(replace(STUDENTS, language="fr"), LOOKS["classroom"], "a4")

    with pikepdf.open(io.BytesIO(pdf.write(sheets, LOOKS, look="classroom"))) as book:
        assert str(book.docinfo["/Title"]) == "The Tarn: whose water is it?"
        assert str(book.Root.Lang) == "fr"
        assert "/CreationDate" not in book.docinfo
        with book.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["The Tarn: whose water is it?"]
            assert [entry.title for entry in outline.root[0].children][:2] == ["In short", "THE BIG QUESTION"]


def tags(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as book:
        return [
            str(thing.S)[1:]
            for thing in book.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
        ]


def test_lists_tables_and_figures_are_tagged_as_such() -> None:
    assert {"H1", "H2", "L", "LI", "Lbl", "LBody", "P", "Figure"} <= set(tags(written("policy summary")))
    assert {"Table", "TR", "TH", "TD"} <= set(tags(written("key")))


def test_a_slide_on_a_handout_is_text_under_a_heading_and_no_picture() -> None:
    found = tags(written("handout"))

    assert found.count("H1") == 1
    assert found.count("Sect") == found.count("H2") == found.count("Table") == 7
    assert "Figure" not in found


def test_a_handout_has_one_bookmark_for_each_slide() -> None:
    with pikepdf.open(io.BytesIO(written("handout"))) as book, book.open_outline() as outline:
        assert len(outline.root) == 1
        assert [entry.title for entry in outline.root[0].children] == [f"Slide {n}: Title {n}" for n in range(1, 8)]


def test_a_link_on_a_small_slide_stands_where_its_words_stand() -> None:
    box = TextBox(480, 270, 300, 60, (Paragraph((Run("the passage", link="../sources.html#basin-3.1"),)),), 20, 26)
    inset = Inset(100, 200, 240, 135, Sheet(960, 540, (box,), "Title"), "classroom", "Slide 1: Title")

    data = pdf.write(Sheets("A", "en", (Sheet(595, 842, (inset,), "A"),)), LOOKS, look="classroom")

    left, low, right, high = pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Annots"][0].get_object()["/Rect"]
    assert 219 < left < 221 and 240 < right < 250
    assert 842 - 200 - 74.5 < low < high < 842 - 200 - 67.5
    assert page_checker.is_pdf_compliant_bytes(data, profile="ua1")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every PDF of three builds: one source, three, and three in as many languages and formats."""
    folder = tmp_path_factory.mktemp("built")
    law = ("court-news.html", "courts-brief.md", "phones-editorial.html")
    mixes = (("court-news.html",), law, ("drought-report.docx", "stromnetz.txt", "vaccination-communique.html"))
    for number, names in enumerate(mixes):
        paper = ("a4", "letter")[number % 2]
        done = run("build", *put(folder, *names), "--out", folder / "out" / str(number), "--paper", paper)
        assert done.exit_code == 0, done.output
    return sorted((folder / "out").rglob("*.pdf"))


def test_another_program_finds_every_pdf_of_a_build_accessible_and_fit_to_keep(built: list[Path]) -> None:
    assert len(built) > 3 * 10  # and the parts of a teaching set that the documents give
    for path in built:
        for profile in ("ua1", "2a"):
            failures = page_checker.validate_pdf_bytes(path.read_bytes(), profile=profile).failures
            assert (path, [(failure.rule_id, failure.message) for failure in failures]) == (path, [])


def test_a_slide_on_a_handout_keeps_the_line_breaks_of_the_deck() -> None:
    title = "A long slide title that the deck breaks where Cambria does and nowhere else on earth"
    box = TextBox(48, 48, 700, 80, (Paragraph((Run(title, bold=True, font="head"),)),), 32, 37)
    slide = Sheet(960, 540, (box,), "Title")
    sheets = Sheets("A", "en", (Sheet(595, 842, (Inset(36, 36, 282, 159, slide, "classroom", "A slide"),), "A"),))

    data = pdf.write(sheets, LOOKS, look="classroom")

    lines = [line.strip() for line in text_of(data).splitlines() if line.strip()]
    assert len(lines) == 2
    with pikepdf.open(io.BytesIO(data)) as book:
        assert b" Tz" in book.pages[0].Contents.read_bytes()


def test_a_link_is_an_annotation_with_words() -> None:
    run = Run("the passage", link="../sources.html#basin-3.1")
    box = TextBox(36, 36, 300, 60, (Paragraph((Run("See "), run, Run(" there."))),), 11, 14)
    sheets = Sheets("A", "en", (Sheet(595, 842, (box,), "A"),))

    data = pdf.write(sheets, LOOKS, look="classroom")

    assert page_checker.is_pdf_compliant_bytes(data, profile="ua1")
    assert "See the passage there." in text_of(data)
    link = pypdf.PdfReader(io.BytesIO(data)).pages[0]["/Annots"][0].get_object()
    assert link["/A"]["/URI"] == "../sources.html#basin-3.1"


@pytest.mark.parametrize("folders", [0, 1])
def test_a_reference_leads_to_its_source_in_the_same_file_and_that_one_on(folders: int) -> None:
    sheets = links.deeper(links.inward(pages.summary(POLICY, LOOKS["briefing"], "a4")), folders)

    data = pdf.write(sheets, LOOKS, look="briefing")

    book = pypdf.PdfReader(io.BytesIO(data))
    found = [one.get_object() for one in book.pages[0]["/Annots"]]
    inside, outside = ([one for one in found if kind in one] for kind in ("/Dest", "/A"))
    assert {one["/A"]["/URI"] for one in outside} == {
        f"{'../' * folders}../sources.html#{source.key}" for source in POLICY.sources
    }
    assert len(inside) > 10 and len(found) == len(inside) + len(outside)
    entries = [one["/Rect"] for one in outside]
    for one in inside:
        page, kind, _, top, _ = one["/Dest"]
        assert page == book.pages[0].indirect_reference and kind == "/XYZ" and "paragraph" in one["/Contents"]
        assert any(low < top < high + 20 for _, low, _, high in entries)
    for profile in ("ua1", "2a"):
        assert page_checker.validate_pdf_bytes(data, profile=profile).failures == []


def test_a_reference_on_a_slide_of_a_handout_leads_to_the_slide_of_sources() -> None:
    source = POLICY.sources[0]
    number = Run("1", anchor=source.key)
    cited = references.run((Ref(source.key, 3, 1),), POLICY.sources)
    slides = (TextBox(48, 48, 700, 80, (Paragraph((Run("Water"), run)),), 32, 37) for run in (cited, number))
    shown = [links.linked(Sheet(960, 540, (box,), "T"), POLICY.sources) for box in slides]
    small = tuple(Inset(36, 36 + 200 * n, 282, 159, one, "classroom", f"Slide {n}") for n, one in enumerate(shown))

    sheets = links.inward(Sheets("A", "en", (Sheet(595, 842, small, "A"),)))

    (only,) = pypdf.PdfReader(io.BytesIO(pdf.write(sheets, LOOKS, look="classroom"))).pages[0]["/Annots"]
    assert 842 - 236 - 159 < only.get_object()["/Dest"][3] < 842 - 236 + 5


def test_a_summary_in_cyrillic_and_greek_is_written() -> None:
    block = Block("implications", "Что это значит", (Line("Η Αθήνα και Київ: «да».", POLICY.blocks[0].lines[0].refs),))
    sheets = pages.summary(
        replace(POLICY, title="Река и вода", blocks=(block,), sources=SOURCES), LOOKS["briefing"], "a4"
    )

    assert "Η Αθήνα και Київ: «да»." in text_of(pdf.write(sheets, LOOKS, look="briefing"))


def test_a_face_is_cut_down_once_for_all_files_that_draw_usual_letters_and_only_where_one_draws(monkeypatch):
    cut = []
    whole = embedding._subset
    embedding._cut.cache_clear()
    monkeypatch.setattr(embedding, "_subset", lambda font, glyphs: cut.append(font) or whole(font, glyphs))

    made = [written(name) for name in ("handout", "questions", "handout")]

    assert len(cut) == len(set(cut)) == max(data.count(b"/Type /FontDescriptor") for data in made)


def test_a_file_with_other_letters_too_says_what_each_of_them_is() -> None:
    sheets = [one_box(text) for text in ("Plain.", "Plain, or Łódź and Kœnig.", "Ἀθῆναι, e\u0301te\u0301, Київ.")]

    read = [text_of(pdf.write(some, LOOKS, look="classroom")).strip() for some in sheets]

    assert read == ["Plain.", "Plain, or Łódź and Kœnig.", "Ἀθῆναι, e\u0301te\u0301, Київ."]


def test_a_paragraph_that_is_tried_again_with_one_more_is_broken_no_second_time():
    families = fit.Families.of_page(LOOKS["classroom"])
    said = [Paragraph((Run(f"Pump {number} of the lower town stood still for a day in spring."),)) for number in (1, 2)]
    fit.wrap(said[:1], 120, 10.25, families)
    before = fit._lines.cache_info().misses

    both = fit.wrap(said, 120, 10.25, families)

    assert fit._lines.cache_info().misses == before + 1
    assert [line.first for line in both].count(True) == 2
