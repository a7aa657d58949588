"""The same input gives the same bytes: other process, other hash seed, other place, other time zone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop import EXAMPLE, contents, run_apart


def test_a_build_does_not_depend_on_process_seed_place_or_time_zone(tmp_path):
    places = tmp_path / "one", tmp_path / "b" / "two"
    one = run_apart("build", EXAMPLE, "--zip", "--out", places[0], PYTHONHASHSEED="1", TZ="UTC", SOURCE_DATE_EPOCH="1")
    two = run_apart(
        "build", EXAMPLE, "--zip", "--out", places[1], PYTHONHASHSEED="77", TZ="Pacific/Auckland", folder=tmp_path
    )

    assert (one.returncode, two.returncode) == (0, 0), one.stderr + two.stderr
    first, second = map(contents, places)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("name", ["ai-hiring", "bridge-inspection"])
def test_neither_brief_nor_pages_hang_on_the_order_of_sets(name):
    one, two = (analysed(PACKS / name, seed) for seed in ("1", "3"))

    assert one == two
    assert '"tensions"' in one and "{.matrix" in one


PACKS = Path(__file__).parent / "quality" / "packs"
ANALYSE = """
import json, sys
from dataclasses import astuple
from pathlib import Path
from briefpack import analysis, brief, compose, pack
from briefpack.pack import shipped
sources, _ = pack.sources(pack.job(tuple(map(Path, sys.argv[1:]))))
found = analysis.analyse(sources)
pages = compose.pages(found, shipped.audience("students"), shipped.template)
print(json.dumps([brief.to_json(found), astuple(pages)]))
"""


def analysed(folder, seed):
    """The brief of a folder's documents and its pages, as JSON, from a process with a hash seed of its own."""
    documents = [path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md", ".html")]
    command = [sys.executable, "-c", ANALYSE, *map(str, documents)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True
    )
    return done.stdout
