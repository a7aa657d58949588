"""Which lines, figures, names and quarrels a question may rest on; tests/cases/question-lines.md holds the lines."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefpack.model import Brief, Figure, Line, Passage, Person, Point, Quote, Ref, Side, Source, Tension, Term
from briefpack.questions import documents, figures, gate_words, judgements, shapes, sourcing, tensions, terms, voices
from briefpack.questions.material import Material
from briefpack.questions.skeleton import Skeleton, draft

CASES = (Path(__file__).parent / "cases" / "question-lines.md").read_text(encoding="utf-8")
REF = (Ref("post", 1, 1),)
LINES = re.findall(r"^    (say|no|argue|report) +(.+)$", CASES, flags=re.MULTILINE)


def source(key: str, *rows: str, publisher: str = "") -> Source:
    passages = tuple(Passage(Ref(key, number, 1), text) for number, text in enumerate(rows, 1))
    return Source(key, f"{key}.txt", "", passages, title=key, publisher=publisher or f"The {key.title()} Post")


def material(*sources: Source, **items: object) -> Material:
    views = ("words that work", "said in full", "two voices", "one word, two sources", "use it yourself", "two numbers")
    made = [
        Skeleton(view, "sourcing", "analyse", ("core",), ("students",), 5, ("x",), view)
        for view in (
            *views,
            "claim and denial",
            "where they part",
            "voices in one source",
            "one sentence both could sign",
        )
    ]
    return Material(Brief("T", "", sources, **items), tuple(made))  # type: ignore[arg-type]


@pytest.mark.parametrize(("verdict", "line"), LINES, ids=lambda value: value[:40])
def test_a_line_is_quoted_and_argued_with_only_where_it_can_be(verdict: str, line: str) -> None:
    m = material(source("north", line))
    claim = judgements.claim_of(m, Point(line, (Ref("north", 1, 1),)))

    assert bool(claim) == (verdict != "no") or verdict == "report"
    if verdict in ("argue", "report"):
        assert judgements.arguable(shapes.marked(line.rstrip("."))) == (verdict == "argue")


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        ("HOUSE OF MUSIC AND SPOKEN WORD", "the House of Music and Spoken Word piece"),
        ("BBC NEWS", "the BBC News piece"),
        ("ValleyWire Ltd", "the ValleyWire piece"),
        ("Editorial Cumbre S.A.", "the Editorial Cumbre piece"),
        ("OECD", "the OECD piece"),
    ],
)
def test_a_document_is_called_as_a_reader_calls_it(publisher: str, named: str) -> None:
    text = source("north", "The BBC said so.", publisher=publisher)

    assert documents.printed((text,))["north"] == named


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        (
            {"title": "Minutes of the harbour board", "published": "2024-05-06"},
            "the document ‘Minutes of the harbour board’",
        ),
        ({"title": "ALL ABOARD FOR QUILL", "published": "2024-05-06"}, "the document of 6 May 2024"),
        ({"title": "What is “slow rain” worth?", "published": "2024-05"}, "the document of May 2024"),
        ({"title": "north"}, "source 1"),
        ({"title": "A storm", "authors": ("Coastal Pilots Board",)}, "the Coastal Pilots Board piece"),
        ({"title": "A storm", "authors": ("Ana Ruiz",)}, "the piece by Ana Ruiz"),
        ({"title": "A storm", "publisher": "Quill Papers DAC"}, "the Quill Papers piece"),
    ],
)
def test_a_document_of_which_little_is_known_goes_by_its_title_or_its_date(facts: dict[str, Any], named: str) -> None:
    text = replace(source("north", "It rained."), **{"publisher": None, **facts})

    assert documents.printed((text,))["north"] == named


@pytest.mark.parametrize(
    ("value", "passage", "printed"),
    [
        (
            "1.2 billion",
            "The government says that a €1.2 billion fund will cover it.",
            "€1.2 billion fund will cover it",
        ),
        (
            "97 per cent",
            "Sirocco, the largest operator, said it had answered 97 per cent of complaints.",
            "97 per cent of complaints",
        ),
        (
            "45 per cent",
            "The agency, for its part, ordered farms to give up 45 per cent of their water.",
            "45 per cent of their water",
        ),
        ("£73 million", "In that year joint debts were £73 million.", "joint debts were £73 million"),
        ("212", "In all, 212.", ""),
    ],
)
def test_a_figure_stands_with_what_makes_it_one(value: str, passage: str, printed: str) -> None:
    assert printed in figures.printed(Figure(value, passage, (Ref("a", 1, 1),)), passage)
    assert bool(printed) == bool(figures.printed(Figure(value, passage, (Ref("a", 1, 1),)), passage))


def quarrel(kind: str, text: str, one: str, two: str, *, apart: bool = True) -> list[str]:
    """The views that are asked of a tension between two sentences."""
    sources = (source("north", one), source("south", two)) if apart else (source("north", one, two),)
    refs = [sources[0].passages[0].ref, sources[-1].passages[-1].ref]
    sides = tuple(Side(ref.source, words, (ref,)) for ref, words in zip(refs, (one, two), strict=True))
    m = material(*sources, tensions=(Tension(text, sides, kind),))
    return [draft.skeleton.name for draft in tensions.ask(m)]


def test_two_numbers_of_different_things_are_no_quarrel() -> None:
    lost = "The books show that 27% of the bread that the mill bakes is wasted."
    given = "The strike came after bakers were told to hand over 15% of their flour."
    jobs = "The ministry estimates that the levy will cost 3,500 seasonal jobs on the coast."

    assert "two numbers" not in quarrel("numbers", "How large a share: the water", lost, given)
    assert "two numbers" in quarrel(
        "numbers", "Two figures: seasonal jobs", jobs, "The union says the levy will cost 9,000 seasonal jobs there."
    )


def test_a_denial_is_asked_about_where_somebody_denies() -> None:
    said = "The port authority said that the new dredging plan had been checked."

    assert "claim and denial" not in quarrel("denied", "Claim and denial: the plan", said, "The dispute goes on.")
    assert "claim and denial" in quarrel("denied", "Claim and denial: the plan", said, "The firm denied the plan.")


def test_voices_beside_each_other_are_no_two_sides() -> None:
    one, two = "The harbour levy helps the town.", "Boats pay the harbour levy each spring."

    assert quarrel("voices", "Two views: the levy", one, two, apart=False) == []
    assert "voices in one source" in quarrel("", "The harbour levy", one, two, apart=False)


def test_only_whole_sentences_are_put_into_a_mouth() -> None:
    told = "Ana Ruiz called it “one of the largest fairs of the year”. “We will hold the harbour,” said Ana Ruiz."
    ref = (Ref("north", 1, 1),)
    part = Quote("one of the largest fairs of the year", ref, "Ana Ruiz")
    whole = Quote("We will hold the harbour", ref, "Ana Ruiz")
    nobody = Quote("We will hold the harbour", ref, "A spokesman")

    asked = {
        quote.text + quote.speaker: {
            d.skeleton.name for d in voices.ask(material(source("north", told), quotes=(quote,)))
        }
        for quote in (part, whole, nobody)
    }

    assert "said in full" not in asked[part.text + "Ana Ruiz"]
    assert "said in full" in asked[whole.text + "Ana Ruiz"]
    assert not asked[nobody.text + "A spokesman"]


def test_a_common_word_is_no_term_to_compare() -> None:
    both = [
        source(key, "They sell horse mackerel, and squad cost, the sum of wages, grew.") for key in ("north", "south")
    ]
    refs = tuple(text.passages[0].ref for text in both)
    fish, cost = Term("horse mackerel", refs), Term("squad cost", refs, "the sum of wages")

    assert [d.about for d in terms.ask(material(*both, terms=(fish,)))] == []
    assert ("squad cost",) in [d.about for d in terms.ask(material(*both, terms=(cost,)))]


@pytest.mark.parametrize("voice", ["Peoples lose", "The likeliest", "Member for Eastby Denise Fair"])
def test_what_is_no_name_signs_nothing(voice: str) -> None:
    from briefpack.model import Person

    m = material(source("north", "x"), people=(Person("Member for Eastby Denise Fair", ()),))

    assert m.voice(voice, "the North Post piece") == ""


@pytest.mark.parametrize(
    ("text", "few", "kept"),
    [
        (
            "The union asked for a “just transition fund” and much else.",
            6,
            "The union asked for a “just transition fund” […]",
        ),
        (
            "The union asked for “a fund that pays whoever loses his work for it” today.",
            6,
            "The union asked for “a fund […]”",
        ),
    ],
)
def test_a_cut_leaves_an_expression_in_its_marks_whole(text: str, few: int, kept: str) -> None:
    assert shapes.clip(text, most=8, few=few) == kept


def test_what_two_look_fors_say_alike_stands_once_under_the_speaker() -> None:
    form = Skeleton("x", "sourcing", "analyse", ("core",), ("students",), 5, ("x",), "x")
    said = (Line("The Post report: Trees help.", REF), Line("Ana Ruiz, in the Post report: Trees help.", REF))

    assert [line.text for line in draft(form, {}, REF, said).look_fors] == ["Ana Ruiz, in the Post report: Trees help."]


def test_nobody_who_is_only_part_of_an_expression_is_what_two_sources_are_on() -> None:
    one = source("herald", "Some hope for a “reverse Alvarez”, much as President Alvarez once hoped.")
    two = source("argus", "President Alvarez made use of a quarrel. The mayor, Ana Ruiz, denied it.")
    points = tuple(Point(p.text, (p.ref,)) for each in (one, two) for p in each.passages)
    alvarez = Person("Joe Alvarez", (Ref("herald", 1, 1), Ref("argus", 1, 1)), role="president", aka=("Alvarez",))
    form = Skeleton("rely", "sourcing", "evaluate", ("core",), ("students",), 5, ("{topic}",), "rely on for what")

    def asked(*told: Term) -> list[object]:
        brief = Brief("T", "", (one, two), points=points, people=(alvarez,), terms=told)
        return list(sourcing.ask(Material(brief, (form,))))

    assert asked() and not asked(Term("reverse Alvarez", (Ref("herald", 1, 1),)))


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("“The bridge is in poor condition”", "poor"),
        ("“It would be a reckless and hollow bargain”", "reckless"),
        ("“The rope had lost a third of its strands”", ""),
        ("“Some of the divers may not pass”", ""),
        ("“The mayor calls it “a hollow promise” and nothing else”", ""),
    ],
)
def test_a_word_is_loaded_that_colours_and_not_one_that_doubts_or_counts(line: str, word: str) -> None:
    assert shapes.loaded(line) == word


@pytest.mark.parametrize(
    ("asked", "alone"),
    [
        ("Why does the document ‘Minutes of the board’ name nobody?", True),
        ("Why does the document of 6 May 2024 name nobody?", True),
        ("Why does the text of May 2024 name nobody?", False),
        ("Why does the text name nobody?", False),
        ("Why does the author of the text name nobody?", False),
        ("Why does the text of the treaty name nobody?", False),
    ],
)
def test_a_text_is_spoken_of_only_where_it_is_said_which(asked: str, alone: bool) -> None:
    assert bool(gate_words.spoken().which_text.search(asked)) != alone
