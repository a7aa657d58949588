"""Quality is pinned: no figure of bench/quality.py falls below tests/quality/floors.yaml."""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from measures import packs, real
from workshop import ROOT, run

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text())
GOLDEN = ROOT.parent / "shared" / "golden"
PUBLIC = ("articles", "dates", "names", "readability", "speakers")
CORPORA = Path(os.environ.get("BRIEFPACK_CORPORA") or ROOT / "none")
HERE = [name for name in PUBLIC if (CORPORA / import_module(f"measures.{name}").FOLDER).is_dir()]
"""Measures whose corpus lies in the folder that BRIEFPACK_CORPORA names; no corpus is part of the project."""


def low(name, found):
    """The figures of a measure that are below their floor, or that are not there."""
    return {
        figure: (found.get(figure), floor) for figure, floor in FLOORS[name].items() if found.get(figure, 0) < floor
    }


@pytest.mark.parametrize(
    ("name", "held", "made"),
    [
        ("packs", False, 1),
        ("held", True, 1),
        ("packs2", False, 2),
        ("held2", True, 2),
        ("packs3", False, 3),
        ("held3", True, 3),
    ],
)
def test_packs_of_other_fields(name, held, made):
    assert not low(name, packs.measure(held=held, made=made))


@pytest.mark.parametrize("folder", packs.packs(), ids=lambda folder: folder.name)
def test_every_statement_of_a_pack_is_traced(folder):
    scores = packs.scores(folder)

    assert {name: scores.missed[name] for name, share in scores.found.items() if "trace" in name and share < 1} == {}


def test_there_are_packs_of_twelve_fields_of_two_to_four_documents():
    folders = packs.packs()
    counts = {
        folder.name: len(yaml.safe_load((folder / "reference.yaml").read_text())["sources"]) for folder in folders
    }

    assert len(folders) >= 12 and set(counts.values()) <= {2, 3, 4}


if HERE:  # no corpus, no test: there is nothing that could be installed

    @pytest.mark.parametrize("name", HERE)
    def test_public_corpora(name):
        module = import_module(f"measures.{name}")

        assert not low(name, module.measure(CORPORA / module.FOLDER))


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    found = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("the real documents are not part of the project: ../shared/seeds is not there")
    folder = tmp_path_factory.mktemp("real") / "out"
    result = run("build", *found, "--out", folder)
    assert result.exit_code == 0, result.output
    return folder


def test_the_real_documents(out):
    assert not low("real", real.measure())


def test_products_of_the_real_documents_hold_no_furniture_and_fit_their_page(out):
    command = [sys.executable, GOLDEN / "score.py", GOLDEN / "china-russia.yaml", out, "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["found"]
    whole = {name: share for name, share in scores.items() if name.endswith((".noise_out", ".one_page"))}

    assert whole and set(whole.values()) == {1.0}


@pytest.mark.parametrize("audience", ["students", "policy"])
def test_every_question_and_the_set_pass_the_gates(out, audience):
    command = [sys.executable, GOLDEN / "score_questions.py", out / audience / "questions.json", out / "brief.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
