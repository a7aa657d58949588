"""tests/cases/shorten.md, run: each '##' heading there is one test here."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis_cases import cases, source
from briefpack.analysis import analyse
from briefpack.pack.trace import pages_of, trace
from briefpack.text.shorten import condense, recorded, shorten

CASES = cases("shorten")


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_shorten(body):
    rows = [line.strip() for line in body.splitlines() if line.startswith("    ")]
    full = [row.split(None, 1) for row in rows if row[0].isdigit()]
    short = [row[1:].strip() for row in rows if row.startswith("=")]
    told = [row[1:].strip() for row in rows if row.startswith("-")]

    found = [recorded(text, int(most.rstrip("+")), clauses_too=most.endswith("+")) for most, text in full]

    assert [each.text if each else "(none)" for each in found] == short
    assert not told or [str(cut) for each in found if each for cut in each.cuts] == told


def test_a_shortening_is_never_longer_than_asked():
    text = "Ana Ruiz, a nurse at the clinic, said the ward, which opened in May, was full of patients."

    sizes = [(words, shorten(text, words)) for words in range(1, 30)]

    assert all(short is None or len(short.split()) <= words for words, short in sizes)


@pytest.mark.parametrize("body", [body for _, body in CASES], ids=[name for name, _ in CASES])
def test_a_shortening_only_deletes(body):
    for text in (line.strip().split(" ", 1)[1] for line in body.splitlines() if line.strip()[:1].isdigit()):
        for words in range(3, 30):
            rest = iter(re.findall(r"\w+", text.lower()))
            kept = re.findall(r"\w+", (shorten(text, words) or "").lower())

            assert all(word in rest for word in kept)


def test_there_are_220_cases_and_more():
    assert sum(body.count("\n    =") for _, body in CASES) >= 220


SUBJECTS = ("Ana Ruiz", "The council of Bergen", "Most farmers", "Two of the nine wards", "Some nurses", "Neither bank")
VERBS = (
    "said the dam was unsafe",
    "may have closed the clinic",
    "did not sign the lease",
    "was fined 90 dollars by the court",
    "sold only the smaller mill",
    "paid more than the north did",
    "could lose its licence",
    "has opened a night school",
)
ASIDES = (
    ", which opened in May,",
    ", a town of miners,",
    " (the oldest of them)",
    ", who reportedly left,",
    " – not for the first time –",
    ", led by Peru,",
    "",
)
TAILS = (
    " because the river had risen",
    ", raising hopes for a truce",
    " unless the rain stops",
    ", but 40 crews stayed away",
    ", and the mayor resigned",
    " and ordered a new count",
    ", which might end the strike",
    " to save the old harbour",
    ", according to the auditor",
    " if the parties agree",
    ", although few believed it",
    ", Omar Haddad said",
    "",
)
KEPT = re.compile(
    r"\b(?:Most|Some|Neither|may|might|could|not|neither|only|most|some|few|more|than|unless|if|although|but|reportedly|according)\b"
)
sentences = st.builds(
    "{}{} {}{}{}.".format, st.sampled_from(SUBJECTS), st.sampled_from(ASIDES), st.sampled_from(VERBS),
    st.sampled_from(TAILS), st.sampled_from(TAILS),
)  # fmt: skip
PIECES = (
    ", which|, |(|)|[|“|”|\"|''| – |—| - |; |: | and | to | after |.|Ana| said| was| opened| the| a| that|May| 9|ß|İ|However, "
).split("|")
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(sentences, st.integers(5, 25))
def test_what_limits_a_statement_survives_every_shortening(text, most):
    for short in (shorten(text, most), condense(text, most)):
        if short:
            assert KEPT.findall(short) == KEPT.findall(text)
            assert short.startswith(text.split(" ")[0])


@given(sentences, st.integers(5, 25))
def test_no_aside_takes_a_number_with_it(text, most):
    assert re.findall(r"\d+", shorten(text, most) or text) == re.findall(r"\d+", text)


@given(st.one_of(st.text(max_size=300), HOSTILE, HOSTILE.map(lambda text: f"{text}.")), st.integers(1, 40))
def test_any_text_is_shortened_by_deleting_or_not_at_all(text, most):
    full = " ".join(text.split())
    for clauses_too in (False, True):
        short = recorded(text, most, clauses_too=clauses_too)
        if short is None:
            continue
        rest = iter(re.findall(r"\w+", full.casefold()))

        assert len(short.text.split()) <= most
        assert re.search(r"[.][”’\"']?$", short.text)
        assert all(word in rest for word in re.findall(r"\w+", short.text.casefold()))
        assert all(full[cut.start : cut.end].strip(" ,–—―-").endswith(cut.text[-3:]) for cut in short.cuts)


@pytest.mark.parametrize(
    "part", [", which", " (", " – a", " and ", ", the a", " to go the", ", led by", "; ", " after the"]
)
def test_a_sentence_longer_than_any_is_left_alone(part):
    text = f"The dam held{part * 20_000}."

    assert recorded(text, 25, clauses_too=True) is None


def test_the_deletions_tell_where_they_stood():
    full = "However, the harbour (a relic) was dredged in May and leased to a firm from Oslo."

    short = recorded(full, 7, clauses_too=True)

    assert short.text == "The harbour was dredged in May."
    assert [full[cut.start : cut.end].strip(" ,") for cut in short.cuts] == [cut.text for cut in short.cuts]


def test_a_point_and_its_trace_say_what_was_left_out():
    text = "The court of Lima struck down the old fisheries law and ordered the ministry to pay the crews for the season that the ports had lost."
    made = source(f"    text {text}")

    point = analyse((made,)).points[0]
    page = f"# A page\n\n## Claims\n\n- {point.short} [@text, 1.1]\n"
    found = trace("struck down", pages_of([("deck.md", page)]), (made,)).statements[0]

    assert point.short == "The court of Lima struck down the old fisheries law."
    assert point.cuts == found.cuts
    assert point.cuts[0].startswith("second clause: and ordered the ministry to pay")
