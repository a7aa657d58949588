"""A language that nobody at briefpack knows, 'xx', of a course's own: its words, or ours in English, and nothing French."""

import re

import pytest
import yaml

from briefpack.compose.translations import messages
from briefpack.messages import speaking
from briefpack.pack import shipped
from briefpack.questions import articles, gate_words
from workshop import FIELDS, run

FILES = {
    "template.yaml": "name: kurso\nextends: students\n",
    "messages/xx.yaml": (
        "language: Xixa\n"
        "texts:\n"
        '  "Words that you will meet": "Xolo ri melas"\n'
        '  "the {publisher} report": "xa {publisher} raporto"\n'
        '  "{one} and {other}": "{one} kaj {other}"\n'
    ),
    "questions/xx/points.yaml": "strongest objection:\n  wordings:\n  - 'Xak vo pel ro {a} melu xi paz vo rim dal: {claim}?'\n",
}
PACK = "title: Xala Daro\nlanguage: xx\ntemplate: kurso\nsources:\n  - file: ocean.md\n  - file: steel.txt\n"
PAGES = ("deck", "summary", "questions", "quiz", "teaching")


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    home = tmp_path_factory.mktemp("other")
    texts = {f"templates/kurso/{name}": text for name, text in FILES.items()} | {
        "pack/pack.yaml": PACK,
        "pack/ocean.md": (FIELDS / "ocean-explainer.md").read_text(encoding="utf-8"),
        "pack/steel.txt": (FIELDS / "steel-opinion.txt").read_text(encoding="utf-8"),
    }
    for name, text in texts.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    done = run("build", home / "pack", "--audience", "students")
    assert done.exit_code == 0, done.output
    return home / "pack" / "out" / "students"


def test_nothing_is_said_in_french(out):
    wordings = yaml.safe_load(shipped.template("messages/fr.yaml"))["texts"].values()
    flat = (form for told in wordings for form in (told if isinstance(told, list) else [told]))
    french = [form for form in flat if "{" not in form and len(form.split()) > 2]

    for page in PAGES:
        text = (out / f"{page}.md").read_text(encoding="utf-8")
        assert not re.search(r"\b(?:[LDldq]['’](?=[A-ZÉ])|(?:le|la|les|du|des|aux|une|dans|selon)\b)", text), page
        assert not [form for form in french if form in text], page


def test_its_own_words_are_said_and_what_it_lacks_is_named(out):
    report = (out.parent / "report.json").read_text(encoding="utf-8")

    assert "## Xolo ri melas {" in (out / "deck.md").read_text(encoding="utf-8")
    assert "### Xak vo pel ro" in (out / "questions.md").read_text(encoding="utf-8")
    assert "messages/xx.yaml" in report


def test_a_name_stands_bare_and_no_word_is_taken_for_a_slip():
    with speaking(messages("fr", "", shipped.template)):
        assert articles.taken_over("Globe and Mail") == "le Globe and Mail"
        assert articles.taken_over("Observer") == "l’Observer"
        assert articles.placed("Ville de Valombre", "Le maire de la Ville de Valombre") == "la Ville de Valombre"
        assert gate_words.spoken().broken.search("le rapport de les eaux")
    with speaking(messages("xx", "", FILES.__getitem__)):
        assert articles.taken_over("Globe and Mail") == "Globe and Mail"
        assert articles.placed("Ville de Valombre", "Le maire de la Ville de Valombre") == "Ville de Valombre"
        assert not gate_words.spoken().yes_no.match("Is vo raporto?")
        assert not gate_words.spoken().broken.search("a ola de les eaux")
