"""The example pack as text: a change of any word shows in a diff. `make accept` rewrites the dumps."""

from pathlib import Path

import pytest

from workshop import EXAMPLE, deck_text, pdf_text, run

GOLDEN = Path(__file__).parent / "golden"
NAMES = [
    f"{audience}/{name}"
    for audience in ("students", "policy")
    for name in ("deck.pptx", "summary.pdf", "questions.pdf", "key.pdf")
]


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("golden") / "out"
    assert run("build", EXAMPLE, "--out", folder).exit_code == 0
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_those_accepted(name, out, request):
    data = (out / name).read_bytes()
    dump = deck_text(data) if name.endswith(".pptx") else pdf_text(data)
    kept = GOLDEN / f"{name.replace('/', '-')}.txt"
    if request.config.getoption("--accept"):
        kept.write_text(dump, encoding="utf-8")

    assert dump == kept.read_text(encoding="utf-8"), "read the difference, then: make accept"
