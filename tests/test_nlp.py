"""spaCy helps with names only where a pack asks for it; here a stand-in of the same shape speaks for it."""

import json
import sys
from types import SimpleNamespace

import pytest

from analysis_cases import source
from briefpack import analysis
from briefpack.analysis import _proposals
from briefpack.brief import to_json
from briefpack.errors import UsageError
from briefpack.pack import shipped
from briefpack.writers import html
from workshop import run

TEXT = "    text Quorl Tamsett arrived.\n    text The deal with Zephyr Tarn fell through.\n"
VERSION = "spaCy 3.8.0, en_core_web_sm 3.8.1"


class Pipeline:
    """As far as spaCy's is used: meta, and pipe over texts, whose results have entities."""

    meta = {"version": "3.8.1"}  # noqa: RUF012

    def __init__(self, known):
        self.known = known
        self.read = []

    def pipe(self, texts):
        for text in texts:
            self.read.append(text)
            found = [(name, label) for name, label in self.known.items() if name in text]
            yield SimpleNamespace(
                ents=[
                    SimpleNamespace(start_char=text.index(name), end_char=text.index(name) + len(name), label_=label)
                    for name, label in found
                ]
            )


@pytest.fixture
def pipeline(monkeypatch):
    made = Pipeline({"Zephyr Tarn": "ORG", "Quorl Tamsett": "PERSON", "Tuesday": "DATE"})

    def load(name, exclude):
        assert name == "en_core_web_sm"
        return made

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(__version__="3.8.0", load=load))
    _forget()
    yield made
    _forget()


@pytest.fixture
def no_spacy(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    _forget()
    yield
    _forget()


def _forget():
    _proposals._loaded.cache_clear()
    _proposals._read.cache_clear()


def test_what_the_model_proposes_is_one_clue_more(pipeline):
    asked = (source(TEXT),)

    plain, helped = analysis.analyse(asked), analysis.analyse(asked, nlp=True)

    assert [one.name for one in plain.people] == []
    assert [one.name for one in helped.people] == ["Quorl Tamsett"]


def test_a_title_outweighs_the_model(pipeline):
    asked = (source("    text The mayor, Zephyr Tarn, resigned.\n    text Mr Tarn wept.\n"),)

    found = analysis.analyse(asked, nlp=True)

    assert [one.name for one in found.people] == ["Zephyr Tarn"]
    assert found.organisations == ()


def test_the_brief_records_what_was_used(pipeline):
    found = analysis.analyse((source(TEXT),), nlp=True)

    assert to_json(found)["settings"] == {"nlp": VERSION}
    assert VERSION in html.passages.write(found, shipped.look("classroom")).decode()


def test_only_english_documents_are_read_by_the_english_model(pipeline):
    asked = (
        source("    text Quorl Tamsett est venue.\n    text: language fr\n"),
        source("    other It rained.\n", "other"),
    )

    analysis.analyse(asked, nlp=True)

    assert pipeline.read == ["It rained."]


def test_nothing_is_loaded_unless_asked_for(no_spacy):
    found = analysis.analyse((source(TEXT),))

    assert found.settings == ()
    assert "Names were found" not in html.passages.write(found, shipped.look("classroom")).decode()


def test_asking_without_it_says_what_to_install(no_spacy):
    with pytest.raises(UsageError, match=r"pip install 'briefpack\[nlp\]'"):
        analysis.analyse((source(TEXT),), nlp=True)


def test_a_model_that_is_not_there_is_told_alike(monkeypatch):
    def load(name, exclude):
        raise OSError("[E050] Can't find model")

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(__version__="3.8.0", load=load))
    _forget()

    with pytest.raises(UsageError, match="spacy download en_core_web_sm"):
        analysis.analyse((source(TEXT),), nlp=True)


ARTICLE = "Ferry talks\n\nBy Ann Lee\nJune 3, 2024\n\n" + "The harbour board met the ferry company on Monday. " * 12


@pytest.mark.parametrize("way", ["flag", "pack"])
def test_the_flag_and_the_pack_ask_for_it(way, tmp_path, no_spacy):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "pack.yaml").write_text("sources: [a.txt]\n" + ("nlp: true\n" if way == "pack" else ""))

    result = run("build", tmp_path, *(["--nlp"] if way == "flag" else []))

    assert result.exit_code == 2
    assert "briefpack[nlp]" in result.output


def test_a_pack_built_with_it_says_so(tmp_path, pipeline):
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "pack.yaml").write_text("nlp: true\nsources: [a.txt]\n")

    run("build", tmp_path)

    assert json.loads((tmp_path / "out" / "brief.json").read_text())["settings"]["nlp"] == VERSION
