"""Who says 'I' speaks of himself; a king, a war and a copper mine do not."""

import pytest

from briefpack.text import first_person


@pytest.mark.parametrize(
    "text",
    [
        "I saw it.",
        "But I saw it.",
        "On Monday I saw it.",
        "In Lima I’ve seen it.",
        "Will I see it?",
        "“I saw it,” she said.",
        "My boat is gone.",
        "Ask me.",
        "The fault was mine.",
        "So did I.",
    ],
)
def test_somebody_speaks_of_himself(text):
    assert first_person.stands(text) and first_person.count(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The church was built under Elizabeth I of England.",
        "It burned down in World War I.",
        "Annex I lists the nets, Phase I the boats.",
        "The copper mine closed.",
        "The fear of mine fires is old.",
        "I. Holm and J. I. Roe wrote it.",
        "The I-90 is closed, and so is shaft i.",
    ],
)
def test_nobody_does(text):
    assert not first_person.stands(text) and first_person.count(text) == 0
