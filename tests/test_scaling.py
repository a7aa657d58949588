"""The work of the analysis grows with the documents and no faster: counted in calls, never in seconds."""

import sys
from collections import Counter

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


def calls(count):
    """How often functions are called while so many documents are analysed."""
    documents = tuple(
        source(TEXT.format(key=f"s{n}", n=n, place=PLACES[n % 10], act=ACTS[n % 5]), f"s{n}") for n in range(count)
    )
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
