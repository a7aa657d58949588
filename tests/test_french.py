"""A pack in French over two French documents and an English one, as a lecturer reads it."""

import json
import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from workshop import run

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
PAGES = ("deck", "summary", "questions", "quiz", "teaching")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    home = tmp_path_factory.mktemp("french") / "pack"
    shutil.copytree(HERE / "french" / "pack", home)
    assert run("build", home, "--audience", "students").exit_code == 0
    return home / "out"


@pytest.mark.parametrize("name", PAGES)
def test_the_french_pages_are_those_accepted(name, out, request):
    dump = (out / "students" / f"{name}.md").read_text(encoding="utf-8")
    kept = GOLDEN / f"french-{name}.md"
    if request.config.getoption("--accept"):
        kept.write_text(dump, encoding="utf-8")

    assert dump == kept.read_text(encoding="utf-8"), "read the difference, then: make accept"


def test_nothing_had_to_stay_english(out):
    told = [notice["what"] for notice in json.loads((out / "report.json").read_text())["notices"]]

    assert [what for what in told if what.startswith("no words in 'fr'")] == []


def test_the_files_are_french_and_english_statements_in_them_english(out):
    with zipfile.ZipFile(out / "students" / "deck.pptx") as deck:
        runs = [run for part in deck.namelist() if "slides/slide" in part for run in spoken(deck.read(part).decode())]
    languages = dict(reversed([(text, language) for language, text in runs]))

    assert languages["Ce qu’il faut retenir"] == "fr-CA"
    english = [language for text, language in languages.items() if "Mayor Odile Brassard says" in text]
    assert english
    assert set(english) == {"en-US"}


def spoken(slide):
    return re.findall(r'<a:rPr[^>]* lang="([\w-]+)".*?<a:t>([^<]*)</a:t>', slide)


def test_pages_and_index_say_their_language(out):
    with pikepdf.open(out / "students" / "summary.pdf") as page:
        assert str(page.Root.Lang) == "fr"
    index = (out / "index.html").read_text(encoding="utf-8")

    assert '<html lang="fr">' in index
    assert re.search(r'<span lang="en">[^<]*Mayor Odile Brassard', index)
    assert not re.search(r"<h[23][^>]*>(?:To hand out|The brief|The sources|Summary)", index)


def test_a_sentence_that_leans_on_another_does_not_stand_for_itself(out):
    deck = (out / "students" / "deck.md").read_text(encoding="utf-8")
    shown = [row for row in deck.splitlines() if not row.startswith("- **evidence:**")]

    assert not [row for row in shown if re.match(r"- (?:\*\*[^*]*\*\* )?(?:Il|Elle) ", row)]


def test_french_questions_quote_in_guillemets(out):
    questions = (out / "students" / "questions.md").read_text(encoding="utf-8")
    prompts = re.findall(r"^### (.*?) \[@", questions, re.MULTILINE)

    assert len(prompts) > 5
    assert not [
        prompt for prompt in prompts if re.search(r"[“”]| [?:;!»]|\bde les?\b|\b(?:de|que) [AEIOUaeiouéè]", prompt)
    ]


def test_the_word_files_open_and_hold_french(out):
    import docx

    text = "\n".join(p.text for p in docx.Document(BytesIO((out / "students" / "key.docx").read_bytes())).paragraphs)

    assert "Corrigé" in text
    assert "Answer key" not in text
