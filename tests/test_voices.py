"""tests/cases/voices.md, run: who says so, whether the statement names the voice itself, or nobody."""

from dataclasses import replace

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import _voices, organisations, people
from briefpack.model import Brief

CASES = cases("voices")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_voices(body):
    text = source(body)
    brief = Brief("", "", (text,))
    brief = replace(brief, people=people.find((text,), brief))
    brief = replace(brief, organisations=organisations.find((text,), brief))

    found = {passage.text: _voices.voice(passage.text, text, brief) for passage in text.passages}

    wanted = dict.fromkeys(lines(body, "voiced"), ("", True)) | dict.fromkeys(lines(body, "plain"), ("", False))
    for line in lines(body, "voice"):
        said, _, who = line.partition(" => ")
        wanted[said] = (who, False)
    assert found == wanted
