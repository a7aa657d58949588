"""A point that the editor pinned: it comes first in a form that fits, or the build says that none does."""

from dataclasses import replace

import pytest

from briefpack import analysis, compose
from briefpack.pack import intake, notices, shipped
from briefpack.pack.folder import Document
from workshop import ROOT

DOCUMENTS = sorted((ROOT / "seeds" / "tanner-street").iterdir())


@pytest.fixture(scope="module")
def brief():
    sources, _ = intake.read(tuple(map(Document, DOCUMENTS)))
    return analysis.analyse(sources)


def pinned(brief, point):
    rest = (other for other in brief.points if other.refs != point.refs)
    return replace(brief, points=(replace(point, pinned=True), *rest))


def pages(brief, name="policy"):
    made = compose.pages(brief, shipped.audience(name), shipped.template)
    return made.deck, made.summary


def bottomline(deck):
    (line,) = [line for line in deck.split("\n") if "{.bottomline" in line]
    return line


@pytest.mark.parametrize("rank", [2, 3, 6])
def test_it_is_the_bottom_line_whatever_its_rank(brief, rank):
    told = pinned(brief, brief.points[rank])
    deck, summary = pages(told)

    assert told.points[0].refs[0].citation in bottomline(deck)
    assert list(notices.unshown(told, "policy", (deck, summary))) == []


def test_a_long_one_is_shortened_and_one_that_leans_on_another_is_named(brief):
    first = brief.points[3]
    long = f"{first.text.rstrip('.')}, {'which everybody in the town had heard before, ' * 6}it says."
    leaning = replace(first, text="It will not help against that.", short="", refs=first.refs[:1])

    shorter, left = (pinned(brief, point) for point in (replace(first, text=long), leaning))

    assert first.refs[0].citation in bottomline(pages(shorter)[0])
    (notice,) = notices.unshown(left, "policy", pages(left))
    assert "'It will not help against that.'" in notice.what


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- **Ana Ruiz:** Wards were full. [@who, 3.1]", True),
        ('## Wards were full. [@who, 3.1] {.claim kicker="Key point"}', True),
        ("- **2024:** The doors were painted, and wards had a party. [@who, 3.1]", False),
        ("- Wards were full. [@other, 3.1]", False),
        ("::: notes\n- Wards were full. [@who, 3.1]\n:::", False),
        ("", False),
    ],
)
def test_only_a_line_that_says_it_of_its_passage_shows_it(brief, line, said):
    point = replace(
        brief.points[0],
        text="Wards were full in May.",
        refs=(replace(brief.points[0].refs[0], source="who", paragraph=3, sentence=1),),
    )

    assert (list(notices.unshown(pinned(brief, point), "policy", [f"## A\n{line}\n"])) == []) is said
