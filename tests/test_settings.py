"""tests/cases/settings.md, run: each '##' heading there is one test here."""

import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefpack import settings
from briefpack.errors import UsageError

CASES = re.split(
    r"^## ", (Path(__file__).parent / "cases" / "settings.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)
KNOWN = {
    "title": str,
    "minutes": int,
    "share": float,
    "draft": bool,
    "names": (str,),
    "sources": ({"file": str, "title": str},),
    "counts": {"*": int},
    "paper": settings.OneOf(("a4", "letter")),
    "when": settings.Like("a year such as 2024", str.isdigit),
}


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_settings(case):
    before, word, then = re.split(r"^(gives|error)$", case.partition("\n")[2], flags=re.MULTILINE)
    text = "\n".join(line[4:] for line in before.strip("\n").split("\n"))
    if word == "gives":
        assert settings.read(text, file="pack.yaml", known=KNOWN) == json.loads(then)
    else:
        with pytest.raises(UsageError) as raised:
            settings.read(text, file="pack.yaml", known=KNOWN)
        assert str(raised.value) == then.strip()


def test_deep_nesting_is_refused_at_once():
    with pytest.raises(UsageError, match="nested deeper than 50"):
        settings.read("names: " + "[" * 5000, file="pack.yaml", known=KNOWN)


def test_a_large_file_is_refused_at_once():
    start = time.process_time()

    with pytest.raises(UsageError, match="larger than 1 MB"):
        settings.read("a" * 2_000_000, file="pack.yaml", known=KNOWN)

    assert time.process_time() - start < 1


@given(st.text(max_size=60) | st.lists(st.sampled_from(list("a:- \n[]{}&*!|>'\"#?%@"))).map("".join))
def test_any_text_is_settings_or_a_usage_error(text):
    try:
        found = settings.read(text, file="pack.yaml", known={"*": object})
    except UsageError:
        return

    assert isinstance(found, dict)
