"""Large print: nothing small, nothing slanted, nothing lost, nothing outside the page."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.layout import fit, flow
from briefpack.layout.flow import Flow, Heading, Item, Room, Table, Text
from briefpack.layout.marks import Rule, Run, Sheet, Sheets, TextBox
from briefpack.layout.pages import large
from briefpack.writers import pdf
from page_samples import DECK, GUIDED, LOOKS, POLICY, QUESTIONS, QUIZ, SPOKEN, STUDENTS, TEACHING
from pdf_tree import paragraphs, tree
from workshop import contents, put, run

page_checker = pytest.importorskip("page")

FLOWS = {
    "policy-summary": (flow.summary(POLICY), "briefing"),
    "student-summary": (flow.summary(STUDENTS), "classroom"),
    "questions": (flow.questions(QUESTIONS), "classroom"),
    "key": (flow.key(QUESTIONS), "briefing"),
    "quiz": (flow.quiz(QUIZ), "classroom"),
    "quiz-key": (flow.quiz_key(QUIZ), "classroom"),
    **{part.file: (flow.part(part, TEACHING), "classroom") for part in TEACHING.parts},
    "handout": (flow.handout(DECK, [1] * len(DECK.slides)), "classroom"),
    "notes": (flow.spoken(DECK, SPOKEN), "classroom"),
    "guided": (flow.guided(GUIDED, bank=True), "classroom"),
    "guided-key": (flow.guided_key(GUIDED), "briefing"),
}


def placed(name: str, paper: str = "a4") -> Sheets:
    text, look = FLOWS[name]
    return large.place(text, LOOKS[look], paper)


def boxes(sheet: Sheet) -> list[TextBox]:
    return [mark for mark in sheet.marks if isinstance(mark, TextBox)]


def told(sheets: Sheets) -> str:
    """All that is read, without spaces: where lines break is not of interest."""
    runs = (
        run.text
        for sheet in sheets.sheets
        for box in boxes(sheet)
        if box.tag != "Artifact"
        for paragraph in box.paragraphs
        for run in paragraph.runs
    )
    return re.sub(r"\s+", "", "".join(runs))


def statements(text: Flow) -> Iterator[str]:
    for part in text.parts:
        if isinstance(part, Heading):
            yield part.text
        elif isinstance(part, Table):
            yield from ("".join(run.text for run in cell) for row in part.rows for cell in row)
        elif isinstance(part, Text | Item):
            yield "".join(run.text for run in part.words)


def faults(sheets: Sheets) -> list[str]:
    """What breaks a promise of large print, on any page."""
    found = []
    for sheet in sheets.sheets:
        for box in boxes(sheet):
            where = f"{sheet.title}: {box.paragraphs[0].runs[0].text[:30] if box.paragraphs[0].runs else ''}"
            least = 14 if box.role == "footer" else 18
            runs = [run for paragraph in box.paragraphs for run in paragraph.runs]
            found += [f"{where}: small"] * (box.size * min([run.scale for run in runs] or [1]) < least)
            found += [f"{where}: slanted"] * any(run.italic for run in runs)
            found += [f"{where}: pale"] * any(run.colour not in ("ink", "accent2") for run in runs)
            found += [f"{where}: close"] * (box.pitch < 1.24 * box.size)
            ragged = {paragraph.align for paragraph in box.paragraphs} == {"left"}
            found += [f"{where}: not ragged"] * (not ragged and box.role != "footer")
            inside = box.x >= 53 and box.x + box.w <= sheet.w - 53 and box.y >= 53 and box.y + box.h <= sheet.h - 36
            found += [f"{where}: outside"] * (not inside)
            families = fit.Families.of_page(LOOKS["classroom"])
            found += [f"{where}: overflows"] * (fit.overflow(box, families) > 0.01)
        found += [f"{sheet.title}: a line outside"] * any(
            max(mark.y1, mark.y2) > sheet.h - 40 for mark in sheet.marks if isinstance(mark, Rule)
        )
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", FLOWS)
def test_all_is_large_upright_dark_and_on_the_page(name: str, paper: str) -> None:
    assert faults(placed(name, paper)) == []


@pytest.mark.parametrize("name", FLOWS)
def test_every_statement_stands_there_in_order(name: str) -> None:
    read = told(placed(name))

    place = 0
    for line in statements(FLOWS[name][0]):
        wanted = re.sub(r"\s+", "", line)
        assert (place := read.find(wanted, place)) >= 0, line


@pytest.mark.parametrize("name", FLOWS)
def test_no_heading_ends_a_page(name: str) -> None:
    for sheet in placed(name).sheets:
        last = [box for box in boxes(sheet) if box.role != "footer"][-1]
        lower = [mark for mark in sheet.marks if isinstance(mark, Rule) and last.y < mark.y1 < sheet.h - 90]

        assert not last.tag.startswith("H") or lower


def test_a_question_has_its_first_lines_on_its_page() -> None:
    for sheet in placed("questions").sheets:
        asked = [box.y for box in boxes(sheet) if box.tag == "Lbl"]
        lines = [mark.y1 for mark in sheet.marks if isinstance(mark, Rule)]

        assert all(any(y < line for line in lines if line < sheet.h - 80) for y in asked)


def test_a_table_is_a_list_with_the_names_of_its_columns() -> None:
    read = told(placed("policy-summary"))

    assert "Support:2of3sources" in read and "Where:[1¶8;3¶3]" in read


def test_each_document_sheet_begins_a_page_and_an_empty_cell_is_room_to_write() -> None:
    sheets, rubric = placed("document-sheets"), placed("rubric")

    assert len(sheets.sheets) == 2
    assert "2.LowflowsintheTarnbasin" in told(replace(sheets, sheets=sheets.sheets[1:]))
    assert "Towork" in told(rubric) and sum(isinstance(mark, Rule) for mark in rubric.sheets[0].marks) >= 2 + 4


def test_the_foot_names_the_page_and_is_cut_to_its_room() -> None:
    long = replace(FLOWS["key"][0], foot="a very long foot line " * 20)
    sheet = large.place(long, LOOKS["briefing"], "a4").sheets[0]
    feet = [box for box in boxes(sheet) if box.role == "footer"]

    assert feet[0].paragraphs[0].runs[0].text.endswith(" …")
    assert re.fullmatch(r"Page 1 of \d+", feet[1].paragraphs[0].runs[0].text)


@pytest.mark.parametrize("name", FLOWS)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_another_program_finds_it_accessible_and_fit_to_keep(name: str, profile: str) -> None:
    look = FLOWS[name][1]
    report = page_checker.validate_pdf_bytes(pdf.write(placed(name), LOOKS, look=look), profile=profile)

    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_another_program_reads_it_in_order(tmp_path: Path, needs: Callable[..., None]) -> None:
    needs("pdftotext")
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf.write(placed("handout"), LOOKS, look="classroom"))

    read = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True).stdout.decode()

    places = [re.sub(r"\s+", " ", read).find(f"Slide {number}. Claim {number} of the deck") for number in range(1, 8)]
    assert places == sorted(places) and -1 not in places


WORDS = st.sampled_from(
    (
        "a", "river", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", "x" * 90,
        "https://example.org/a/very/long/path/that-goes-on-and-on", "low–flow", "Кириллица", "“quoted”", "p.\u00a07",
    )
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=400).map(lambda some: (Run(" ".join(some)),))
PARTS = st.one_of(
    st.builds(Heading, WORDS, st.sampled_from([2, 3])),
    st.builds(Text, TEXTS, st.sampled_from(["body", "lead", "question", "aside", "note"]), st.booleans()),
    st.builds(Item, TEXTS, st.integers(0, 40), st.booleans(), st.booleans()),
    st.builds(Room, st.integers(1, 30)),
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=5).map(
        lambda rows: Table(("What", "Where"), tuple(rows), (0.5, 0.5), "A table", counted=len(rows) % 2 == 0)
    ),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=12))
def test_whatever_it_holds_is_all_there_and_on_the_page(parts: list[flow.Part]) -> None:
    text = Flow("A title", "en", "students", "Kicker", tuple(parts), named=True)

    sheets = large.place(text, LOOKS["classroom"], "letter")

    assert faults(sheets) == []
    read = told(sheets)
    place = 0
    for line in statements(text):
        assert (place := read.find(re.sub(r"\s+", "", line), place)) >= 0


@pytest.mark.parametrize("kind", [Text, Item])
def test_a_paragraph_over_two_pages_is_heard_as_one(kind: type[Text] | type[Item]) -> None:
    words = " ".join(f"word{number}" for number in range(400))

    text = Flow("A title", "en", "students", "Kicker", (kind((Run(words),)),))

    data = pdf.write(large.place(text, LOOKS["classroom"], "a4"), LOOKS, look="classroom")

    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) > 1
    assert words in paragraphs(tree(data))


def test_a_build_makes_it_where_the_pack_asks_for_it(tmp_path: Path) -> None:
    put(tmp_path, "court-news.html", "courts-brief.md")
    (tmp_path / "pack.yaml").write_text(
        "audiences: [students]\nlarge print: true\nsources: [court-news.html, courts-brief.md]\n", encoding="utf-8"
    )

    assert run("build", tmp_path).exit_code == 0

    made = {name: data for name, data in contents(tmp_path / "out").items() if "large-print" in name}
    assert {"handout.pdf", "summary.pdf", "questions.pdf", "key.pdf"} <= {Path(name).name for name in made}
    sizes: set[float] = set()

    def measured(text: str, _cm: object, _tm: object, _font: object, size: float) -> None:
        sizes.update([size] if text.strip() else [])

    checked = run("check", tmp_path / "out")
    assert checked.exit_code == 0, checked.output  # a summary in large letters has more than one page

    for data in made.values():
        for page in pypdf.PdfReader(io.BytesIO(data)).pages:
            page.extract_text(visitor_text=measured)
    assert sorted(sizes)[:2] == [14, 18]


def test_a_reference_leads_to_its_passage() -> None:
    runs = [run for sheet in placed("key").sheets for box in boxes(sheet) for p in box.paragraphs for run in p.runs]

    assert {run.link.partition("#")[0] for run in runs if run.link} == {"../sources.html"}
    assert all(run.link for run in runs if run.refs and "¶" in run.text)
