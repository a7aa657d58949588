"""The work of the analysis grows with the text and no faster: counted in calls, never in seconds."""

import sys
from collections import Counter

import pytest

from analysis_cases import source
from briefpack.analysis import analyse

PLACES = "Oslo Leer Cork Graz Turku Gdynia Leeds Porto Split Riga".split()
ACTS = "closed its harbour|opened a clinic|raised the bus fare|lost forty teachers|sold the old mill".split("|")
TEXT = """
    {key}: genre news
    {key} The council of {place} {act} on 3 May 2021, the mayor, Ana Salo{n}, told reporters. The plan costs {n}0 million euros.
    {key} “We had no choice in {place},” said Omar Haddad{n}, head of the union. Critics call the plan too dear.
    {key} However, the ministry denied that it had promised {place} at least {n} per cent more. It could pay later.
    {key} In short, {place} must choose between its harbour and its schools before winter.
"""


MONTHS = "January February March April May June July August September October November December".split()
GROWING = {
    "one sentence again and again": "The council of Leer said on Monday that it would close the harbour.",
    "verbs of speech": "said " * 20,
    "dates": "The mayor of Leer opened clinic number {n} on {day} {month} {year}.",
    "quotation marks": "“" * 40 + " ” ' \" ‘" * 10,
    "quotations": "“We will stay here for {n} years,” said Ana Silva, head of the union.",
    "names": "Ana{name} Sal{name}o, head of the Leer{name} Council, said that the plan was wrong.",
    "figures": "The plan costs {n} million euros and {n} per cent of the homes need repair.",
}
"""What a single document may be full of."""


def filled(form, n):
    """A sentence like no other: with a number, a name and a date of its own."""
    name = chr(97 + n % 26) + chr(97 + n // 26 % 26)
    return form.format(n=n, name=name, day=n % 28 + 1, month=MONTHS[n % 12], year=1900 + n % 120)


def calls(count):
    """How often functions are called while so many documents are analysed."""
    return counted(
        tuple(
            source(TEXT.format(key=f"s{n}", n=n, place=PLACES[n % 10], act=ACTS[n % 5]), f"s{n}") for n in range(count)
        )
    )


def counted(documents):
    seen = Counter()
    before = sys.getprofile()
    sys.setprofile(lambda _frame, event, _arg: seen.update((event,)) if event in ("call", "c_call") else None)
    try:
        analyse(documents)
    finally:
        sys.setprofile(before)
    return seen.total()


def test_ten_times_the_documents_cost_at_most_thirteen_times_the_calls():
    analyse((source(TEXT.format(key="s", n=1, place="Oslo", act=ACTS[0]), "s"),))  # word lists are read once

    few, many = calls(10), calls(100)

    assert many < 13 * few


@pytest.mark.parametrize("form", GROWING.values(), ids=GROWING)
@pytest.mark.parametrize("gap", ["\n    s ", " "], ids=["paragraphs", "one paragraph"])
def test_twice_the_text_of_a_document_costs_little_more_than_twice_the_calls(form, gap):
    def of(count):
        return (source("    s " + gap.join(filled(form, n) for n in range(count)), "s"),)

    counted(of(10))

    few, many = counted(of(40)), counted(of(80))

    assert many < 2.3 * few
