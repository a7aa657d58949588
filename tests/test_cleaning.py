"""tests/cases/cleaning.md, run: what of a text stays, and what goes and why."""

import re
from itertools import groupby
from pathlib import Path

import pytest

from briefpack import readers

CASES = re.split(r"^## ", (Path(__file__).parent / "cases" / "cleaning.md").read_text(encoding="utf-8"), flags=re.M)


def kept(source):
    """The paragraphs that stay and the headings that begin over them, as the cases write them."""
    lines, heading = [], ""
    for _, passages in groupby(source.passages, key=lambda passage: passage.ref.paragraph):
        sentences = list(passages)
        first = sentences[0]
        if first.heading != heading:
            heading = first.heading
            lines.append(f"heading: {heading}")
        kind = {"body": "keeps", "caption": "keeps caption", "item": "keeps item"}[first.kind]
        deep = f" {first.depth}" if first.depth > 1 else ""
        lines.append(f"{kind}{deep}: {' '.join(passage.text for passage in sentences)}")
    return lines


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_cleaning(case):
    text = re.search(r"^```\n(.*?)^```", case, flags=re.M | re.S)[1]
    wanted = re.findall(r"^- (.*)$", case.rpartition("```")[2], flags=re.M)

    source = readers.read(text.encode(), "case.txt").source

    assert sorted(kept(source)) == sorted(line for line in wanted if not line.startswith("drops"))
    assert [f"drops {line.why}: {line.text}" for line in source.dropped] == [
        line for line in wanted if line.startswith("drops")
    ]
    bodies = [line for line in kept(source) if not line.startswith("heading")]
    assert bodies == [line for line in wanted if line.startswith("keeps")]


UNTOUCHED = re.split(
    r"^## ", (Path(__file__).parent / "cases" / "untouched.md").read_text(encoding="utf-8"), flags=re.M
)


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("case", UNTOUCHED[1:], ids=lambda case: case.partition("\n")[0])
def test_what_a_person_wrote_loses_no_line(case, suffix):
    text = re.search(r"^```\n(.*?)^```", case, flags=re.M | re.S)[1]

    source = readers.read(text.encode(), f"case.{suffix}").source

    assert source.dropped == ()
    read = " ".join([source.title, *(line.partition(": ")[2] for line in kept(source))])
    words = [word for line in text.splitlines() for word in line.split()]
    assert [word for word in words if word not in read] == []
