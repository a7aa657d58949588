"""Quality is pinned: the scores of the real documents never fall below tests/quality/floors.yaml."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from workshop import ROOT, run

FLOORS = yaml.safe_load((Path(__file__).parent / "floors.yaml").read_text())
GOLDEN = ROOT.parent / "shared" / "golden"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    found = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
    if not found:
        pytest.skip("the real documents are not part of the project: ../shared/seeds is not there")
    folder = tmp_path_factory.mktemp("real") / "out"
    result = run("build", *found, "--out", folder)
    assert result.exit_code == 0, result.output
    return folder


def test_no_score_falls_below_its_floor(out):
    command = [sys.executable, GOLDEN / "score.py", GOLDEN / "china-russia.yaml", out, "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)["found"]
    whole = {name: 1.0 for name in scores if name.endswith((".noise_out", ".one_page"))}
    low = {
        name: (scores.get(name), floor)
        for name, floor in {**FLOORS, **whole}.items()
        if (scores.get(name) or 0) < floor
    }

    assert not low


@pytest.mark.parametrize("audience", ["students", "policy"])
def test_every_question_and_the_set_pass_the_gates(out, audience):
    command = [sys.executable, GOLDEN / "score_questions.py", out / audience / "questions.json", out / "brief.json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout
