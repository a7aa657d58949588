"""What other programs import of a quiz: read back by those programs, with any text in it."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefpack.model import (
    CHOICE,
    CLOZE,
    GAP,
    MATCH,
    ORDER,
    SHORT,
    TRUE_FALSE,
    Cited,
    Line,
    Question,
    Quiz,
    QuizItem,
    Ref,
)
from briefpack.writers.lms import FORMATS, Exam
from workshop import EXAMPLE, run

IMPORTERS = Path(__file__).parent / "importers"
REF = (Ref("post", 3, 1),)
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1
).map(lambda text: " ".join(text.split()).strip("_") or "x")
HOSTILE = '=SUM(A1) {x} ~y #1: a=b -> \\c <b>&amp; {{c1::d}} "q" %20 ]]> ::t:: // _____'


def exam_of(one: str, two: str, three: str) -> Exam:
    """An exam with an item of each kind, built around three texts."""
    because = (Line(f"The Post: “{three}”", REF),)
    lines = (Line(one, REF, "Ann Lee"), Line(f"{one} b", REF, "Bo Day"), Line(f"{one} c", REF, "Cy Fox"))
    items = (
        QuizItem(CHOICE, f"Which {one}?", REF, (Line(two), Line(f"{two} 2"), Line(f"{two} 3")), (two,), because),
        QuizItem(TRUE_FALSE, f"So {one}.", REF, (), ("false",), because),
        QuizItem(
            CLOZE, f"Here {GAP.join(('a ', ' b'))} {three.replace('_', ' ')}", REF, (), (two, f"{two} x"), because
        ),
        QuizItem(SHORT, f"Who {three}?", REF, (), (two,), because),
        QuizItem(MATCH, f"Match {one}.", REF, lines),
        QuizItem(ORDER, f"Order {one}.", REF, tuple(Line(line.text, REF, f"{n} May") for n, line in enumerate(lines))),
    )
    source = Cited("post", 1, one, False, (), "The Post", "2024-03-18", "news", "The Post", 100, 1, ())
    essay = Question(f"Why {two}?", "sourcing", "analyse", "core", 5, "why", REF, because)
    return Exam(Quiz(f"A pack: {three}", "students", "en", items, (source,)), (essay,))


def made(name: str, exam: Exam) -> bytes:
    return next(one for one in FORMATS if one.name == name).write(exam)


@pytest.fixture
def importers(needs) -> Path:
    needs("node")
    if not (IMPORTERS / "node_modules").is_dir():
        pytest.skip("not installed: npm ci --prefix tests/importers")
    return IMPORTERS


def gift(importers: Path, folder: Path, *exams: Exam) -> list[list[dict]]:
    paths = [folder / f"{n}.gift.txt" for n in range(len(exams))]
    for path, exam in zip(paths, exams, strict=True):
        path.write_bytes(made("gift", exam))
    done = subprocess.run(
        ["node", str(importers / "gift.cjs"), *map(str, paths)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_gift_is_read_by_another_program_whatever_stands_in_it(importers, tmp_path):
    texts = [("tides", "moon", "sea"), (HOSTILE, HOSTILE + "!", HOSTILE + "?"), ("ü 漢字 \u202eمرحبا", "a\\", "=b")]
    told = gift(importers, tmp_path, *(exam_of(*text) for text in texts))
    for (one, two, three), questions in zip(texts, told, strict=True):
        kinds = ["MC", "TF", "Short", "Short", "Matching", "Matching", "Essay"]
        assert [question["type"] for question in questions] == kinds
        one, two, three = (text.replace("->", "→") for text in (one, two, three))
        choice, judged, gap, short, match, order, essay = questions
        assert choice["stem"] == f"Which {one}?"
        assert [text for right, text in choice["choices"] if right] == [two]
        assert judged["isTrue"] is False and judged["stem"] == f"So {one}."
        assert [text for _, text in gap["choices"]] == [two, f"{two} x"]
        assert short["stem"] == f"Who {three}?"
        assert dict(match["pairs"])["Ann Lee"] == one
        assert dict(order["pairs"])[one] == "1"
        assert essay["stem"] == f"Why {two}?" and not essay["feedback"]  # students would see it
        assert all(question["feedback"] for question in questions[:6])
        assert len({question["id"] for question in questions[:6]}) == 6
        assert "choice" in choice["tags"] and "The Post" in choice["tags"]


@given(TEXT, TEXT, TEXT)
@settings(max_examples=40, deadline=None)
def test_moodle_xml_keeps_every_text(one, two, three):
    root = etree.fromstring(made("moodle", exam_of(one, two, three)))
    questions = root.findall("question")
    kinds = ["multichoice", "truefalse", "shortanswer", "shortanswer", "matching", "matching", "essay"]
    assert [question.get("type") for question in questions] == ["category", *kinds]
    for question in questions[1:]:
        assert question.findtext("name/text") and question.find("questiontext").get("format") == "html"
        assert [tag.findtext("text") for tag in question.findall("tags/tag")]
        assert question.findtext("defaultgrade") == "1" and question.find("penalty") is not None
    choice, judged, _, short, match, *_ = questions[1:]
    assert told(choice.findtext("questiontext/text")) == f"Which {one}?"
    fractions = {told(answer.findtext("text")): answer.get("fraction") for answer in choice.findall("answer")}
    assert fractions[two] == "100" and list(fractions.values()).count("100") == 1
    assert [a.get("fraction") for a in judged.findall("answer")] == ["0", "100"]
    assert short.findtext("answer/text") == two
    assert match.findtext("subquestion/answer/text") == one
    numbers = [question.findtext("idnumber") for question in questions[1:7]]
    assert len(set(numbers)) == 6


def told(html: str) -> str:
    """The text of one paragraph of HTML, as a browser shows it."""
    return "".join(etree.HTML(f"<div>{html}</div>").itertext())


@given(TEXT, TEXT, TEXT)
@settings(max_examples=25, deadline=None)
def test_qti_packages_hold_together_and_are_read_by_a_converter(one, two, three):
    from qti_convert import upgrade_qti2_to_qti3
    from qti_package_maker.common import package_integrity

    exam = exam_of(one, two, three)
    for name in ("qti12", "qti21"):
        with zipfile.ZipFile(BytesIO(made(name, exam))) as archive:
            entries = {entry: archive.read(entry) for entry in archive.namelist()}
        assert package_integrity.check_entries(entries) == []
        words = " ".join("".join(etree.fromstring(data).itertext()) for data in entries.values())
        shown = told(words) if name == "qti12" else words
        assert " ".join(f"Which {one}?".split()) in " ".join(shown.split())
    items = [data for entry, data in entries.items() if entry.startswith("items/")]
    assert len(items) == 7
    for item in items:
        assert b"qti-item-body" in upgrade_qti2_to_qti3(item).encode()


def test_qti_items_declare_their_answers(tmp_path):
    with zipfile.ZipFile(BytesIO(made("qti21", exam_of("tides", "moon", "sea")))) as archive:
        items = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("items/")]
    q = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
    for item in items:
        choices = {node.get("identifier") for node in item.iter(f"{q}simpleChoice", f"{q}simpleAssociableChoice")}
        declared = item.find(f"{q}responseDeclaration")
        values = [value.text for value in declared.iter(f"{q}value")]
        if choices:
            assert set(" ".join(values).split()) <= choices
        feedback = item.find(f"{q}modalFeedback")
        assert feedback is None or "[1 ¶3]" in "".join(feedback.itertext())


def test_anki_imports_a_quiz_twice_without_a_second_note(tmp_path):
    from anki.collection import Collection, ImportCsvRequest

    path = tmp_path / "quiz.txt"
    for number, texts in enumerate([("tides", "moon", "sea"), (HOSTILE, HOSTILE + "!", HOSTILE + "?")]):
        exam = exam_of(*texts)
        path.write_bytes(made("anki", exam))
        collection = Collection(str(tmp_path / f"{number}.anki2"))
        for _ in range(2):
            metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
            collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
            assert collection.note_count() == len(exam.quiz.items)
        fields = ["\n".join(collection.get_note(note).fields) for note in collection.find_notes("")]
        assert sum("Who " in field for field in fields) == 1
        kinds = [collection.get_note(note).note_type()["name"] for note in collection.find_notes("")]
        assert kinds.count("Cloze") == 1
        collection.close()


@pytest.mark.parametrize("name", ["kahoot", "forms"])
def test_spreadsheets_hold_text_and_no_formula(name):
    data = made(name, exam_of(HOSTILE, "=1+1", "@cmd"))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        sheet = archive.read("xl/worksheets/sheet1.xml")
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    assert b"<f>" not in sheet and b"<hyperlink" not in sheet
    assert not any("externalLink" in entry or "vba" in entry.lower() for entry in names)
    strings = ["".join(node.itertext()) for node in shared]
    assert "=1+1" in strings


def test_kahoot_takes_what_fits_its_screens_and_says_what_does_not():
    one = next(one for one in FORMATS if one.name == "kahoot")
    exam = exam_of("tides", "moon", "sea")
    assert one.loses(exam)[0].startswith("5 of 7 questions")
    with zipfile.ZipFile(BytesIO(one.write(exam))) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = sheet.findall(".//{*}row")
    assert [row.get("r") for row in rows] == ["1", "8", "9", "10"]


def test_markdown_has_questions_then_key():
    text = made("markdown", exam_of("tides", "moon", "sea")).decode()
    questions, key = text.split("## Key")
    assert "Which tides?" in questions and "The Post" not in questions
    assert re.search(r"1\. A\. moon", key) and "[1 ¶3]" in key.replace("\\", "")


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_is_the_same_twice_and_bears_an_empty_quiz(one):
    exam = exam_of("tides", "moon", "sea")
    assert one.write(exam) == one.write(exam)
    assert one.write(Exam(Quiz("Nothing", "students", "en", ()), ()))
    assert all(isinstance(lost, str) for lost in one.loses(exam))


def test_a_built_pack_is_exported_and_what_a_person_changed_is_kept(tmp_path):
    out = tmp_path / "out"
    assert run("build", str(EXAMPLE), "--out", str(out), "--audience", "students").exit_code == 0
    done = run("export", str(EXAMPLE), "--out", str(out), "--format", "gift,anki", "--audience", "students")
    assert done.exit_code == 0 and "quiz.gift.txt" in done.output and "loses:" in done.output
    path = out / "students" / "export" / "quiz.gift.txt"
    fresh = path.read_text()
    path.write_text("mine")
    done = run("export", str(EXAMPLE), "--out", str(out), "--format", "gift", "--audience", "students")
    assert path.read_text() == "mine" and "quiz.gift.new.txt" in done.output
    assert (out / "students" / "export" / "quiz.gift.new.txt").read_text() == fresh
    page = out / "students" / "quiz.md"
    page.write_text(page.read_text().replace("## True or false", "## Right or wrong, says the teacher", 1))
    assert run("export", str(EXAMPLE), "--out", str(out), "--format", "moodle", "--audience", "students").exit_code == 0


def test_wrong_use_is_told(tmp_path):
    assert "gift" in run("export").output
    done = run("export", str(EXAMPLE), "--out", str(tmp_path), "--format", "gitf")
    assert done.exit_code == 2 and "did you mean 'gift'" in done.output
    done = run("export", str(EXAMPLE), "--out", str(tmp_path))
    assert done.exit_code == 3 and "build the pack first" in done.output
    assert run("export", str(EXAMPLE), "--audience", "pupils").exit_code == 2
