"""tests/cases/events.md, run: each '##' heading there is one test here."""

from dataclasses import replace

import pytest

from analysis_cases import cases, lines, source
from briefpack.analysis import events
from briefpack.model import Brief

CASES = cases("events")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_events(body):
    sources = tuple(dated(body, key) for key in ("text", "other") if lines(body, key))

    found = [printed(event) for event in events.find(sources, Brief("", "", sources))]

    wanted = [[part.strip() for part in row.split("|")] for row in lines(body, "event")]
    assert [row[: len(want)] for row, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)


def dated(body, key):
    facts = dict(line.split(" ", 1) for line in lines(body, f"{key}:"))
    return replace(source(body, key), published=facts.get("published"))


def printed(event):
    when = f"{event.date} .. {event.until}" if event.until else event.date
    return [f"{when}{' *' if event.planned else ''}", event.text, ", ".join(str(ref) for ref in event.refs)]


def test_an_event_keeps_the_words_of_its_date():
    text = source("    text The port of Oslo froze over in the late 1980s.\n")

    (event,) = events.find((text,), Brief("", "", (text,)))

    assert (event.words, event.date) == ("late 1980s", "198X")
