"""What stands at the top of a pack: its title, its bottom line, and what may not stand anywhere."""

from __future__ import annotations

import pytest

from briefpack.compose import voices
from briefpack.compose.select import actors, frame, topics
from briefpack.compose.select.evidence import verbatim
from briefpack.compose.select.statements import dangles, fitted, statement
from briefpack.compose.select.stock import Stock
from briefpack.model import Brief, Passage, Point, Ref, Source
from briefpack.pack import shipped

LEAD = "Several hundred bakers closed their shops on Tuesday to ask the government of Lisbon for cheaper flour."
SCENE = "Ana Silva said she and four of her friends had left the village of Sines before dawn to be in the square."


def source(key: str, title: str, *texts: str, publisher: str = "") -> Source:
    passages = tuple(Passage(Ref(key, at, 1), text) for at, text in enumerate(texts, 1))
    return Source(key, f"{key}.txt", "0" * 64, passages, title=title, publisher=publisher or None, genre="news")


def brief(*sources: Source, points: tuple[Point, ...] = ()) -> Brief:
    return Brief("", "", sources=sources, points=points)


def stock(whole: Brief) -> Stock:
    return Stock(whole, shipped.audience("policy"))


def points(one: Source, *order: int) -> tuple[Point, ...]:
    return tuple(Point(one.passages[at].text, (one.passages[at].ref,)) for at in order)


def test_a_report_s_opening_is_its_bottom_line_without_its_weekday() -> None:
    report = source("post", "Bakers close their shops", LEAD, SCENE)

    line = frame.bottomline(stock(brief(report, points=points(report, 1, 0))))

    assert line is not None
    assert line["text"] == LEAD.replace(" on Tuesday", "")


def test_what_most_headlines_name_is_in_the_title() -> None:
    one = source("a", "Rio Verde Sees More Goats", "The goats of the state of Rio Verde eat its hedges.")
    two = source("b", "Why Rio Verde counts them", "Nobody in Rio Verde knows how many goats there are.")

    assert topics.headlined(brief(one, two)) == ["Rio Verde"]
    assert "Rio Verde" in frame.title(brief(one, two))


def test_a_name_of_one_headline_or_of_the_newspaper_is_not() -> None:
    one = source("a", "Goats eat the hedges", "The goats of Rio Verde eat its hedges.", publisher="Delta Post")
    two = source("b", "Delta Post: why Rio Verde counts", "Nobody in Rio Verde told the Delta Post how many there are.")

    assert topics.headlined(brief(one, two)) == []


def test_a_plain_word_in_capitals_is_no_name_of_headlines() -> None:
    one = source("a", "The Marsh Loses Its Goats", "The goats of the Marsh eat its hedges.")
    two = source("b", "Why the Marsh counts", "Nobody in the Marsh knows how many goats there are.")

    assert topics.headlined(brief(one, two)) == []


def test_a_file_speaks_as_a_numbered_source() -> None:
    one = source("a", "", "Goats eat the hedges.")
    told = voices.worded(Brief("", "", sources=(one,), points=(Point("Goats eat.", (Ref("a", 1, 1),), voice="a.txt"),)))

    assert told.points[0].voice == "Source 1"
    assert stock(brief(one)).names == {"a": "Source 1"}


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say it will fail within a year.",
        "The chief negotiator Ana Ruiz said they would take steps.",
        "There is a reason for that: the road is steep.",
        "Maybe it is to be expected.",
        "Perhaps they were wrong.",
        "A choir of bakers has said the same thing.",
        "Through long searches, they named 82 of the boats.",
        "For the study, the guides counted 823 boats.",
        "According to the website, the boat is called Lark.",
    ],
)
def test_what_only_the_sentence_before_explains_dangles(text: str) -> None:
    assert dangles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials said it was too early to tell.",
        "The company said it would appeal.",
        "Residents of the valley say it floods in May.",
        "Experts say it is likely that the price rises.",
        "Teachers say they are tired.",
        "The guild chose the same colour for both doors.",
    ],
)
def test_what_names_its_thing_does_not(text: str) -> None:
    assert not dangles(text)


def test_a_point_of_speech_that_ends_in_it_is_no_line() -> None:
    said = Point('We hope to see more boats and to help the guild on its way to the sea."', (Ref("a", 1, 1),))

    assert fitted(said, 30) is None


def test_half_a_sentence_is_no_quotation() -> None:
    report = source(
        "a", "", "Getting up the hill is an old craft.", "Because the road and the hill are anything but easy."
    )
    half = Source("a", "a.txt", "0" * 64, (report.passages[0], Passage(Ref("a", 1, 2), report.passages[1].text)))

    assert verbatim(stock(brief(half)), statement(report.passages[0].text, (Ref("a", 1, 1),)), set()) is None


def test_what_bears_on_the_bottom_line_stands_under_it() -> None:
    other = source("b", "Harbours", "A choir of the northern hills sang for the new bell.", "It rained.", "It snowed.")
    report = source(
        "post", "Bakers close their shops", LEAD, "Flour has cost the bakers twice as much since the harvest."
    )
    whole = stock(brief(report, other, points=(*points(report, 0), *points(other, 0), *points(report, 1))))
    line = frame.bottomline(whole)

    assert line is not None
    assert [each["text"][:5] for each in frame.pillars(whole, line, [])] == ["Flour", "A cho"]


def test_a_role_that_leans_on_the_firm_before_loses_it() -> None:
    assert actors.spelt("company’s chief operating officer") == "chief operating officer"
    assert actors.spelt("the union's secretary") == "secretary"
    assert actors.spelt("Delta Union's secretary") == "Delta Union's secretary"
    assert actors.spelt("Bank of Delta governor") == "Bank of Delta governor"
