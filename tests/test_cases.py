"""tests/cases/*.md are consumed whole: no line with a word that its reader does not know, no case without a result."""

import re

import pytest

from analysis_cases import CASES, cases

READ = "text text: other other:"
LINES = {
    "alone": ("", "leans alone fr-leans"),
    "cards": ("card period", "="),
    "dates": ("text published", "date"),
    "deeds": ("text", "does"),
    "events": (READ, "event"),
    "figures": (READ, "figure"),
    "organisations": (READ, "org"),
    "people": (READ, "person"),
    "points": (READ, "point never refs voice short voiced reason first"),
    "quotes": ("text text:", "quote"),
    "relations": ("text", "relation refs"),
    "sides": ("text", "voice"),
    "slips": (READ, "slip"),
    "tensions": (READ, "voice tension"),
    "terms": (READ, "term"),
    "voices": (READ, "voice voiced plain"),
}
"""By file, the words that open a line of what is given, and of what is to be found."""


@pytest.mark.parametrize("name", LINES)
def test_every_line_of_a_case_opens_with_a_word_that_is_read(name):
    given, told = (set(words.split()) for words in LINES[name])
    found = cases(name)
    opens = [{line.split()[0] for line in body.splitlines() if line.startswith("    ")} for _, body in found]

    assert found and all(opens)
    assert set().union(*opens) <= given | told
    assert told <= set().union(*opens)
    assert not [title for (title, _), words in zip(found, opens, strict=True) if given and not words & given]
    for _, body in found:
        assert not [line for line in body.splitlines() if re.match(r" {1,3}\S|\t", line)]


@pytest.mark.parametrize("name", ["cleaning", "genre", "metadata", "untouched"])
def test_every_fenced_case_has_one_text(name):
    page = (CASES / f"{name}.md").read_text(encoding="utf-8")
    found = re.findall(r"^```", page, flags=re.M)

    assert len(found) == 2 * len(re.findall(r"^## ", page, flags=re.M)) > 0


@pytest.mark.parametrize("name", ["genre", "metadata"])
def test_every_fact_of_a_document_is_looked_up(name):
    for title, body in cases(name):
        facts = [line for line in body.rpartition("```")[2].splitlines() if line.strip()]

        assert facts and all(re.match(r"- \w+: ", line) for line in facts), title
