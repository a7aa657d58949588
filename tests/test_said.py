"""What stands on the slides: titles, lines, labels, cards, terms and headings, one by one; then what sources share."""

import re
from pathlib import Path

import pytest

from briefpack.compose.select import actors, dates, figures, statements, topics
from briefpack.compose.select.matters import matters
from briefpack.model import Brief, Event, Figure, Organisation, Passage, Person, Ref, Source
from briefpack.text import alone, meanings, titles

_TEXT = (Path(__file__).parent / "cases" / "said.md").read_text(encoding="utf-8")
_REF = Ref("a", 1, 1)
CASES = [line.strip() for line in _TEXT.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize("case", CASES)
def test_what_stands_on_a_slide(case):
    said, _, wanted = case.partition(" => ")
    verb, _, text = said.partition(" ")
    no = text.startswith("not ")

    assert (_found(verb, text.removeprefix("not ")) or "-") == (wanted or ("-" if no else True))


def _found(verb, text):
    if verb in ("large", "small"):
        return titles.claims(text) is (verb == "large")
    if verb in ("leans", "alone"):
        return alone.leans(text) is (verb == "leans")
    if verb == "line":
        return statements.sound(text)
    if verb == "label":
        return statements.unsaid(*text.split(" | "))
    if verb == "undated":
        date, words, said = text.split(" | ")
        return dates.undated(Event(said, (_REF,), date=date, words=words))
    if verb == "relays":
        return titles.relays(text) or None
    if verb == "means":
        return meanings.explains(text) or None
    assert verb == "heads", verb
    return topics.in_words(text) or None


def _source(key, title, *lines):
    passages = tuple(Passage(Ref(key, at, 1), line) for at, line in enumerate(lines, 1))
    return Source(key, f"{key}.txt", "", passages, title=title, language="en")


def test_sources_share_a_matter_in_words_and_not_a_name():
    one = _source(
        "one",
        "Farmers and the water levy",
        "The levy is high in Peru.",
        "Growers in Lima say that the levy is the end of dark honey.",
        "They sell dark honey abroad.",
    )
    other = _source(
        "other",
        "A levy explained",
        "In Peru the levy has built dams.",
        "The levy is not due on dark honey.",
        "Dark honey is dear.",
    )

    found = matters(Brief("", "", (one, other)))

    assert [matter.said for matter in found] == ["the levy"]
    assert not any("Peru" in matter.said or "Lima" in matter.said for matter in found)


def test_one_source_shares_nothing():
    assert matters(Brief("", "", (_source("one", "A levy", "The levy is high.", "The levy is old."),))) == []


@pytest.mark.parametrize(
    ("whose", "text", "said"),
    [
        ("county", "Some 610 barns were flooded, according to the county.", "The county"),
        ("ministry official", "About 3 per cent asked, a ministry official said.", "A ministry official"),
        ("Ana Ruiz", "Ana Ruiz counted 4,300 nests.", "Ana Ruiz"),
    ],
)
def test_who_gives_a_number_is_named_with_an_article(whose, text, said):
    assert figures.called(Figure("4,300", text, (_REF,), whose=whose)) == said


@pytest.mark.parametrize("counts", ["Peruvians", "Danes", "Jamaicans", "Muslims"])
def test_how_many_a_people_are_is_no_number_to_weigh(counts):
    assert not figures.weighs(Figure("2 million", f"It has 2 million {counts}.", (_REF,), counts=counts))


@pytest.mark.parametrize("counts", ["Teslas", "Airbus"])
def test_what_a_name_counts_is_one(counts):
    assert figures.weighs(Figure("2 million", f"It has 2 million {counts}.", (_REF,), counts=counts))


@pytest.mark.parametrize(
    ("role", "side"),
    [("GP in Ashford", ""), ("MP for Ashford", ""), ("spokeswoman for Ashford", "Ashford Hospital"), ("nurse", "")],
)
def test_a_town_in_a_role_is_not_the_hospital_called_after_it(role, side):
    hospital = Organisation("Ashford Hospital", (_REF,), aka=("Ashford",))

    assert actors.side(Person("Ana Ruiz", (_REF,), role=role), Brief("", "", (), organisations=(hospital,))) == side


def test_every_case_has_a_verb():
    assert {re.match(r"\w+", case)[0] for case in CASES} == {
        *("large", "small", "leans", "alone", "line", "label", "undated", "means", "heads", "relays")
    }
