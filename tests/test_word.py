"""Word files: every word and reference in order, real styles, and what other programs say of them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as reader
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack.layout import flow, references
from briefpack.layout.flow import Flow
from briefpack.layout.marks import Run
from briefpack.model import Block, Line, Summary
from briefpack.writers import docx
from page_samples import DECK, GUIDED, LOOKS, POLICY, QUESTIONS, QUIZ, SOURCES, SPOKEN, STUDENTS, TEACHING, ref
from stress_decks import ATOMS
from workshop import contents, put, run

FLOWS = {
    "policy-summary": (flow.summary(POLICY), "briefing"),
    "student-summary": (flow.summary(STUDENTS), "classroom"),
    "questions": (flow.questions(QUESTIONS), "classroom"),
    "key": (flow.key(QUESTIONS), "briefing"),
    "quiz": (flow.quiz(QUIZ), "classroom"),
    "quiz-key": (flow.quiz_key(QUIZ), "classroom"),
    **{part.file: (flow.part(part, TEACHING), "classroom") for part in TEACHING.parts},
    "notes": (flow.spoken(DECK, SPOKEN), "classroom"),
    "guided": (flow.guided(GUIDED, bank=True), "classroom"),
    "guided-key": (flow.guided_key(GUIDED), "briefing"),
}
OTHERS = Summary(
    "Waters of many names",
    "students",
    "en",
    (
        Block("lead", "In short", (Line("Найл Махфуз сказал, что نجيب محفوظ пишет.", ref("herald", 2)),)),
        Block("people", "Who is who", (Line("كاتب مصري", ref("basin", 1), "نجيب محفوظ"),)),
        Block("terms", "Words", (Line("a leader of China", ref("basin", 1), "习近平"),)),
    ),
    SOURCES,
)


def written(name: str, paper: str = "a4") -> bytes:
    text, look = FLOWS[name]
    return docx.write(text, LOOKS[look], paper)


def opened(data: bytes) -> Document:
    return reader.Document(BytesIO(data))


def blocks(document: Document) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those of tables row by row."""
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield Paragraph(element, document)
        elif element.tag == qn("w:tbl"):
            for row in Table(element, document).rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def text_of(data: bytes) -> str:
    return "\n".join(block.text for block in blocks(opened(data)))


def lines_of(text: Flow) -> list[str]:
    """What every part says, in order."""
    said: list[str] = []
    for part in text.parts:
        if isinstance(part, flow.Heading):
            said.append(part.text)
        elif isinstance(part, flow.Table):
            said += [*part.header, *("".join(run.text for run in cell) for row in part.rows for cell in row)]
        elif not isinstance(part, flow.Room):
            said.append("".join(run.text for run in part.words))
    return said


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("name", FLOWS)
def test_every_statement_stands_there_in_order(name: str) -> None:
    read = text_of(written(name))

    place = 0
    for line in lines_of(FLOWS[name][0]):
        assert (place := read.find(line, place)) >= 0, line


@pytest.mark.parametrize("summary", [POLICY, STUDENTS], ids=["policy", "students"])
def test_nothing_of_a_summary_is_lost(summary: Summary) -> None:
    read = text_of(docx.write(flow.summary(summary), LOOKS["briefing"], "a4"))

    for block in summary.blocks:
        for line in block.lines:
            assert line.text in read
        assert block.kind == "sources" or block.heading in read


def test_each_reference_is_a_link_to_its_passage() -> None:
    document = opened(written("policy-summary"))
    links = [link for block in blocks(document) for link in block.hyperlinks]

    shown = [(link.text, link.address, link.fragment) for link in links]
    assert shown[:2] == [
        ("[2\u00a0¶1", "../sources.html", "basin-1.1"),
        ("3\u00a0¶6]", "../sources.html", "union-6.1"),
    ]
    assert {address for _, address, _ in shown} == {"../sources.html"}


def test_nothing_but_references_leads_out_of_the_file() -> None:
    data = written("key")
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()

    outside = re.findall(r'<Relationship [^>]*"External"[^>]*>', part(data, "word/_rels/document.xml.rels"))
    assert outside and all("/hyperlink" in link and 'Target="../sources.html"' in link for link in outside)
    assert not [name for name in names if "vba" in name.lower() or "embeddings" in name or "media" in name]


@pytest.mark.parametrize("name", FLOWS)
def test_every_look_is_a_style(name: str) -> None:
    data = written(name)
    body = part(data, "word/document.xml")
    known = {style.style_id for style in opened(data).styles}

    assert not re.findall(r"<w:(?:b|i|sz|color|jc|ind|spacing|shd|pBdr)[ />]", body)
    assert set(re.findall(r'<w:[prt]\w*Style w:val="(\w+)"', body)) <= known
    assert "<w:i/>" not in part(data, "word/styles.xml")


def test_headings_lists_and_tables_are_real() -> None:
    document = opened(written("policy-summary"))
    styles = [block.style.name for block in blocks(document)]

    assert styles[:4] == ["Subtitle", "Title", "Heading 1", "Lead"]
    assert {"List Bullet", "Table Text", "Table Head", "Note"} <= set(styles)
    head = document.tables[0].rows[0]
    assert [cell.text for cell in head.cells] == ["No.", "Judgement", "Support", "Where"]
    for table in document.tables:
        assert table.style.name == "Ruled Table"
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_question_stays_with_its_lines() -> None:
    document = opened(written("questions"))
    asked = [block for block in document.paragraphs if block.style.name == "List Number"]

    assert len(asked) == len(QUESTIONS.questions)
    assert all(block.paragraph_format.keep_with_next for block in asked)
    rooms = [table for table in document.tables if table.style.name == "Writing Room"]
    assert [len(room.rows) for room in rooms] == [2, 3, 4, 4]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in rooms[2].rows]
    assert kept == [True, True, True, None]


def test_the_key_is_in_no_file_of_the_students() -> None:
    read = text_of(written("questions"))

    assert not [line.text for asked in QUESTIONS.questions for line in asked.look_fors if line.text in read]
    quiz = text_of(written("quiz"))
    assert "Lenz" not in quiz and "paragraph 1" in quiz


def test_what_is_the_teachers_says_so_and_asks_for_no_name() -> None:
    said = {part.file: text_of(written(part.file)) for part in TEACHING.parts}

    assert [file for file, text in said.items() if "do not hand out" in text] == ["facilitator-notes"]
    assert [file for file, text in said.items() if "Name" not in text] == ["facilitator-notes"]
    assert "Opening · 5 minutes" in said["facilitator-notes"] and "Slide 2" in said["facilitator-notes"]


def test_a_document_sheet_begins_a_page_and_a_rubric_has_room() -> None:
    sheets, rubric = part(written("document-sheets"), "word/document.xml"), part(written("rubric"), "word/document.xml")

    assert sheets.count("<w:pageBreakBefore/>") == 1
    assert '<w:trHeight w:val="1300"/>' in rubric


def test_a_file_that_is_sent_alone_leads_to_its_own_sources() -> None:
    document = opened(docx.write(flow.inward(flow.summary(POLICY)), LOOKS["briefing"], "a4"))
    links = [link for block in blocks(document) for link in block.hyperlinks]
    marks = [mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))]

    inside = [link for link in links if not link.address]
    assert {link.text for link in links if link.address} == {"[1] ", "[2] ", "[3] "}
    assert len(inside) > 10 and {link.fragment for link in inside} <= set(marks)
    assert len(marks) == len(set(marks)) == 3


def test_a_reference_to_a_source_that_no_list_names_is_no_link() -> None:
    words = (Run("Water."), *references.linked(references.run(ref("basin", 3), SOURCES), SOURCES))
    alone = flow.inward(Flow("T", "en", "students", "K", (flow.Text(words),)))

    assert [run.text for run in alone.parts[0].words] == [run.text for run in words]
    assert not any(run.link for run in alone.parts[0].words)


def test_a_file_in_a_folder_leads_one_further_up() -> None:
    text, look = FLOWS["glossary"]
    data = docx.write(text, LOOKS[look], "a4", folders=1)

    assert set(re.findall(r'Target="([^"]*)" TargetMode', part(data, "word/_rels/document.xml.rels"))) == {
        "../../sources.html"
    }


def test_numbers_start_again_where_a_list_does() -> None:
    asked = tuple(flow.Item((flow.parts.Run(f"Item {number}"),), number) for number in (1, 2, 1, 2, 1))
    data = docx.write(Flow("Lists", "en", "students", "Kicker", asked), LOOKS["classroom"], "a4")

    numbers = re.findall(
        r'<w:pStyle w:val="ListNumber"/>(?:<w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d)"/>)?',
        part(data, "word/document.xml"),
    )
    assert numbers == ["", "", "4", "4", "5"]


def test_paper_properties_and_page_numbers() -> None:
    text, look = FLOWS["key"]
    data = docx.write(text, LOOKS[look], "letter", author="A. Teacher")
    document = opened(data)

    section = document.sections[0]
    assert (section.page_width.pt, section.page_height.pt) == (612, 792)
    core = document.core_properties
    assert (core.title, core.author, core.language) == (text.title, "A. Teacher", "en-US")
    assert "PAGE" in part(data, "word/footer1.xml") and "NUMPAGES" in part(data, "word/footer1.xml")
    assert "Do not hand out" in section.footer.paragraphs[0].text
    assert text.title in section.header.paragraphs[0].text and not section.first_page_header.paragraphs[0].text


@pytest.mark.parametrize("name", FLOWS)
def test_the_same_text_makes_the_same_bytes(name: str) -> None:
    assert written(name) == written(name)


@pytest.mark.parametrize("name", [*FLOWS, "other scripts"])
def test_another_program_finds_no_fault(name: str, tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    file = tmp_path / "a.docx"
    file.write_bytes(written(name) if name in FLOWS else docx.write(flow.summary(OTHERS), LOOKS["classroom"], "a4"))
    audit = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(file))

    assert [str(error) for error in audit.errors] == []


def test_other_scripts_have_their_language_and_direction() -> None:
    body = part(docx.write(flow.summary(OTHERS), LOOKS["classroom"], "a4"), "word/document.xml")

    assert '<w:pStyle w:val="ListBullet"/><w:bidi/>' in body
    assert '<w:rtl/><w:lang w:bidi="ar-SA"/></w:rPr><w:t xml:space="preserve">نجيب محفوظ' in body
    assert '<w:rFonts w:hint="eastAsia"/><w:lang w:eastAsia="zh-CN"/>' in body
    assert '<w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">Найл Махфуз сказал, что ' in body


WORDS = st.lists(st.sampled_from(ATOMS), min_size=1, max_size=12).map(" ".join)
LINES = st.builds(
    Line,
    WORDS,
    st.sampled_from([(), ref("herald", 3), (*ref("basin", 4), *ref("union", 7))]),
    st.just("") | WORDS,
    st.just("") | WORDS,
)
KINDS = st.sampled_from(
    ["lead", "judgements", "tensions", "timeline", "watch", "terms", "people", "views", "think", "other"]
)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(KINDS, st.lists(LINES, min_size=1, max_size=40)), min_size=1, max_size=6))
def test_whatever_a_summary_holds_comes_back_from_the_file(parts: list[tuple[str, list[Line]]]) -> None:
    made = replace(STUDENTS, blocks=tuple(Block(kind, kind.title(), tuple(lines)) for kind, lines in parts))
    text = flow.summary(made)

    read = [block.text for block in blocks(opened(docx.write(text, LOOKS["classroom"], "letter")))]

    wanted = [line for line in lines_of(text) if line]
    assert [line for line in read if line and line in wanted][-len(wanted) :] == wanted


def test_another_office_program_reads_the_same_words(tmp_path: Path, needs: Callable[..., None]) -> None:
    needs("soffice")
    for name in FLOWS:
        (tmp_path / f"{name}.docx").write_bytes(written(name))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, sorted(tmp_path.glob("*.docx")))], capture_output=True, check=True, timeout=120)

    for name, (text, _) in FLOWS.items():
        read = _squeezed((tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig"))
        place = 0
        for line in lines_of(text):
            assert (place := read.find(_squeezed(line), place)) >= 0, line


def test_a_build_writes_them_and_keeps_those_that_were_edited(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build = ("build", *put(tmp_path, "court-news.html", "courts-brief.md"), "--audience", "students", "--out", out)
    assert run(*build).exit_code == 0
    summary = out / "students" / "summary.docx"
    edited = opened(summary.read_bytes())
    edited.add_paragraph("Bring the atlas.")
    edited.save(str(summary))

    told = run(*build).output

    names = {Path(name).name for name in contents(out) if name.endswith(".docx")}
    assert names >= {"summary.docx", "summary.new.docx", "questions.docx", "key.docx", "quiz.docx", "rubric.docx"}
    assert not [name for name in contents(out) if "large" in name]
    assert "Bring the atlas." in text_of(summary.read_bytes())
    assert "summary.docx: was changed by hand and is kept" in told


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
