"""What stands under a claim: who sees only the title and a line sees why the line is there."""

from __future__ import annotations

from typing import Any

import pytest

from briefpack.compose.select import claims
from briefpack.compose.select.statements import fitted, unsaid
from briefpack.compose.select.stock import Stock
from briefpack.compose.select.subjects import common, read, subjects
from briefpack.model import Brief, Passage, Point, Quote, Ref, Source
from briefpack.pack import shipped

_FILLER = (
    "Ferries left the island twice.",
    "A baker sold bread at noon.",
    "Rain fell over the northern hills.",
    "Teachers met in a small hall.",
    "Goats crossed a stone bridge.",
    "A choir sang near the mill.",
    "Two painters rented a barn.",
    "Snow closed a mountain pass.",
)


def source(key: str, *paragraphs: tuple[str, ...], genre: str = "news", published: str = "2025-03-02") -> Source:
    passages = tuple(
        Passage(Ref(key, at, place), text)
        for at, paragraph in enumerate((*paragraphs, _FILLER), 1)
        for place, text in enumerate(paragraph, 1)
    )
    return Source(
        key, f"{key}.txt", "0" * 64, passages, title=key, publisher=key.title(), genre=genre, published=published
    )


def point(source: Source, paragraph: int, *places: int) -> Point:
    texts = {passage.ref: passage.text for passage in source.passages}
    refs = tuple(Ref(source.key, paragraph, place) for place in places)
    return Point(" ".join(texts[ref] for ref in refs), refs)


def made(*sources: Source, points: tuple[Point, ...], quotes: tuple[Quote, ...] = ()) -> list[dict[str, Any]]:
    brief = Brief("A pack", "", sources=sources, points=points, quotes=quotes)
    return claims.claims(Stock(brief, shipped.audience("policy")))


def said(claim: dict[str, Any]) -> list[str]:
    return [line["text"] for line in claim["evidence"]]


POST = source(
    "post",
    (
        "Locked telephones have made lessons in the valley calmer.",
        "Teachers in four schools report fewer interruptions before lunch.",
        "Pupils complain less than parents feared.",
    ),
    ("The mayor is expected to sign several contracts with a builder of roads.",),
)


def test_the_sentences_of_the_claim_itself_stand_under_it():
    (claim,) = made(POST, points=(point(POST, 1, 1, 2, 3),))

    assert claim["title"]["text"] == "Locked telephones have made lessons in the valley calmer."
    assert said(claim) == [POST.passages[1].text, POST.passages[2].text]


def test_what_shares_no_word_with_the_title_does_not_stand_there():
    other = point(POST, 2, 1)
    (claim, *_) = made(POST, points=(point(POST, 1, 1, 2, 3), other))

    assert other.text not in said(claim)


def test_another_source_on_the_same_subject_does():
    herald = source("herald", ("Locked telephones cost one valley school its only warning of a flood.",))
    (claim, *_) = made(POST, herald, points=(point(POST, 1, 1), point(herald, 1, 1)))

    assert herald.passages[0].text in said(claim)


def test_one_word_in_common_is_not_enough_from_afar():
    herald = source("herald", ("A calmer sea let the boats go out before dawn.",))
    found = made(POST, herald, points=(point(POST, 1, 1, 2, 3), point(herald, 1, 1)))

    assert herald.passages[0].text not in said(found[0])


ESSAY = source(
    "essay",
    ("Coal is now the smaller partner of wind.", "Miners may dislike it, but their wages follow the weather."),
    genre="analysis",
)


def test_a_sentence_that_leans_on_the_title_stands_as_a_quotation_with_its_day():
    (claim,) = made(ESSAY, points=(point(ESSAY, 1, 1),))

    assert said(claim) == []
    assert claim["quote"]["text"] == "Miners may dislike it, but their wages follow the weather."
    assert (claim["quote"]["label"], claim["quote"]["detail"]) == ("Essay", "2 March 2025")


def test_a_quotation_goes_on_for_as_long_as_it_fits():
    long = source(
        "essay",
        (
            "Coal is now the smaller partner of wind.",
            "Miners may dislike it, but their wages follow the weather.",
            "They fear that a calm summer would leave the region without any work.",
        ),
    )
    (claim,) = made(long, points=(point(long, 1, 1),))

    assert claim["quote"]["text"].endswith("without any work.")
    assert claim["quote"]["refs"] == ["@essay, 1.2", "@essay, 1.3"]


def test_marks_of_its_own_keep_a_passage_from_being_quoted():
    marked = source(
        "essay", ("Coal is now the smaller partner of wind.", "Miners call it “the long calm” of their lives.")
    )

    assert made(marked, points=(point(marked, 1, 1),)) == []


def test_a_speaker_from_elsewhere_must_speak_of_the_title():
    herald = source("herald", ("The minister said “we shall not mend the roof of the library this year at all”.",))
    quote = Quote("we shall not mend the roof of the library this year at all", (Ref("herald", 1, 1),), "Ana Ruiz")
    (claim, *_) = made(POST, herald, points=(point(POST, 1, 1, 2, 3),), quotes=(quote,))

    assert claim["quote"] is None


def test_a_list_that_went_leaves_no_statement():
    text = "The plan named three goals: cleaner rivers; safer roads; a bridge that lasts."
    refs = tuple(Ref("plan", at, 1) for at in range(1, 5))

    assert fitted(Point(text, refs, short="The plan named three goals."), 8) is None
    assert fitted(Point(text, refs, short="The plan named three goals."), 30) is not None


def test_nobodys_we_is_no_statement():
    claim = {"text": "We told the council that the bridge would hold.", "label": ""}

    assert claims.nobodys(claim)
    assert not claims.nobodys({**claim, "label": "Ana Ruiz"})


def test_the_points_slide_brings_new_subjects_first():
    post = source(
        "post",
        ("Locked telephones made lessons in the valley calmer, as teachers, pupils and an inspector agreed.",),
        ("Valley pupils put telephones into locked boxes that parents paid for with a sale of cakes.",),
        ("A harbour crane broke down in March.",),
        ("The orchard lost its oldest pear tree.",),
    )
    points = tuple(point(post, at, 1) for at in (1, 2, 3, 4))
    stock = Stock(Brief("A pack", "", sources=(post, source("herald")), points=points), shipped.audience("policy"))
    shown = {"title": {"text": points[0].text, "refs": ["@post, 1.1"], "label": ""}, "evidence": []}
    lines = [line["text"] for line in claims.also(stock, [shown] * 4, [])]

    assert lines.index(points[2].text) < lines.index(points[1].text)


def test_countries_go_by_one_name_and_measures_by_none():
    assert subjects("Beijing raised 20 per cent of the Chinese quota in 2024.") >= {"China", "quota"}
    assert not {"2024", "cent", "beijing"} & subjects("Beijing raised 20 per cent of the Chinese quota in 2024.")
    assert common("A defeated army", "The defeat of an army") == {"defeat", "army"}


def test_two_words_side_by_side_count_once():
    brief = Brief("A pack", "", sources=(source("post", ("Horse mackerel is eaten.",)),))

    assert len(read(brief).shared("Horse mackerel is eaten here.", "Horse mackerel stays safe.")) == 1
    assert len(read(brief).shared("Horse and bread and mackerel.", "Mackerel stays, horse goes.")) == 2


@pytest.mark.parametrize(
    ("line", "voice"),
    [
        ("Senator Ana Ruiz, who wrote the bill, says that waiting helps nobody.", ""),
        ("The Peruvian Growers’ Federation said that the quota would ruin farms.", ""),
        ("The quota has ruined farms.", "Ama Boateng"),
        ("Senator Ana Ruiz says that waiting helps — which is unlikely.", "Ama Boateng"),
    ],
)
def test_a_line_that_says_whose_words_it_gives_carries_no_author(line, voice):
    assert unsaid("Ama Boateng", line) == voice


def test_a_claim_that_the_next_sentence_takes_back_does_not_stand_under_another():
    bench = source(
        "bench",
        (
            "Nine bakers applied for the licence of the harbour mill.",
            "The council is aware of rumours that the licence of the harbour mill was sold.",
            "These rumours are untrue.",
            "A jury of five bakers chose the owner of the harbour mill.",
        ),
    )

    shown = said(made(bench, points=(point(bench, 1, 1, 2, 4),))[0])

    assert not [line for line in shown if "rumours" in line]
    stock = Stock(Brief("A pack", "", sources=(bench,)), shipped.audience("policy"))
    assert stock.fact(Ref("bench", 1, 2), 30) is None
    assert stock.fact(Ref("bench", 1, 4), 30)
