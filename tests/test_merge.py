"""The three-way merge of pages: tests/cases/merge.md, run; and what holds of any page, any edit and any rebuild."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import merge, page
from briefpack.errors import PageError
from briefpack.merge import Kept
from briefpack.model import Entry, Group, Page, Ref, Section
from briefpack.page import pieces
from test_page import PAGES

CASES = re.split(r"^## ", (Path(__file__).parent / "cases" / "merge.md").read_text(encoding="utf-8"), flags=re.M)
PARTS = ("was", "is", "last", "mine", "fresh", "becomes", "says")


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_a_merge(case):
    parts = dict(zip(PARTS, ("",) * len(PARTS), strict=True)) | told(case)
    old, new = passages(parts["was"]), passages(parts["is"] or parts["was"])
    loose = "{." not in parts["last"]
    made = merge.merge(Kept(parts["last"], old), parts["mine"], parts["fresh"], new, loose=loose)

    assert made.text == parts["becomes"]
    assert said(made.report) == parts["says"].split("\n")[:-1]
    assert merge.merge(made.kept, made.text, parts["fresh"], new, loose=loose).text == made.text


def told(case):
    """The blocks of a case by the word above each."""
    found = re.findall(r"^(\w+)\n\n((?:(?:    .*)?\n)+)", case.partition("\n")[2] + "\n", flags=re.M)
    return {name: "\n".join(line[4:] for line in block.strip("\n").split("\n")) + "\n" for name, block in found}


def passages(block):
    """'apf 3.1  Trade grew.' a line."""
    lines = (line.partition("  ") for line in block.splitlines() if line.strip())
    return {Ref.parse(ref): text.strip() for ref, _, text in lines}


def said(report):
    names = ("left", "joined", "changed", "gone", "back")
    return [f"{name}: {line}" for name in names for line in getattr(report, name)]


@settings(deadline=None, max_examples=50)
@given(PAGES)
def test_a_page_is_cut_and_joined_without_losing_a_character(made):
    text = page.render(made)

    assert pieces.joined(pieces.cut(text)) == text


WORDS = "trade ports ships grain storms rivers towns courts mayors votes prices wages schools trains bridges".split()
VERBS = "grew fell held burned rose sank closed opened waited paid".split()
HEADINGS = ("Key points", "People", "Terms")
CHANCE = st.integers(0, 2**32).map(random.Random)
"""Drawing every word by itself would take hypothesis a minute."""


def sentence(chance):
    one, two = chance.sample(WORDS, 2)
    return f"{one.capitalize()} {chance.choice(VERBS)} near {two} in {chance.randint(2, 99)} places."


def rebuilt(chance):
    """Passages and page before, passages and page now: sentences were taken out, put in, changed or moved."""
    old = list(dict.fromkeys(sentence(chance) for _ in range(chance.randint(8, 16))))
    new = list(old)
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(new))
        how = chance.choice(["out", "in", "change", "move"])
        if how == "in":
            new.insert(at, sentence(chance))
        elif how == "change":
            new[at] = new[at].replace("near", "far from")
        else:
            line = new.pop(at)
            new = [line, *new] if how == "move" else new
    known, now = numbered(old), numbered(list(dict.fromkeys(new)))
    return known, brief_of(known, chance), now, brief_of(now, chance)


def numbered(texts):
    return {Ref("apf", at, 1): text for at, text in enumerate(texts, 1)}


def brief_of(known, chance):
    """A page as we would write it, of some of these passages."""
    refs = chance.sample(sorted(known), chance.randint(2, len(known)))
    parts = {heading: [] for heading in HEADINGS}
    for ref in refs:
        parts[chance.choice(HEADINGS)].append(Entry(known[ref], (ref,)))
    sections = tuple(Section(name, groups=(Group(entries=tuple(each)),)) for name, each in parts.items() if each)
    return page.render(Page("Trade", (("question", "Who pays?"),), sections))


EDITS = (
    lambda line, mine: [line.replace(" in ", f" {mine} ", 1)],
    lambda _line, _mine: [],
    lambda line, mine: [line, f"- My own line {mine}."],
    lambda line, mine: [line, f"- Words of {mine} in my way. [@apf, 2.1]"],
    lambda line, mine: [f"<!-- {mine} -->", line],
    lambda line, mine: [f"{line} <!-- {mine} -->"],
    lambda line, _mine: [re.sub("^- (?!!)", "- ! ", line)],
    lambda line, _mine: ["", line],
    lambda line, _mine: [line, line],
    lambda line, mine: [line, f"  - More of {mine}."],
    lambda line, _mine: [line.replace(" near ", " near\n  ", 1)],
)
"""Edit, strike, add, cite, comment above and behind, pin, a blank line, twice, a line under it, wrap."""


def edited(text, chance):
    """The page after a person went over it, as long as it can be read; and everything that she wrote."""
    for number in range(chance.randint(1, 6)):
        lines = text.split("\n")
        items = [at for at, line in enumerate(lines) if line.startswith("- ")]
        if items:
            at = chance.choice(items)
            if chance.random() < 0.8:
                lines[at : at + 1] = chance.choice(EDITS)(lines[at], f"mine{number}")
            else:
                lines.insert(chance.choice(items), lines.pop(at))
        text = "\n".join(lines) if readable("\n".join(lines)) else text
    return text, re.findall(r"mine\d", text)


def readable(text):
    try:
        page.parse(text)
    except PageError:
        return False
    return True


@settings(deadline=None, max_examples=200)
@given(CHANCE)
def test_nothing_that_a_person_wrote_is_lost_and_a_second_merge_changes_nothing(chance):
    old, was, new, fresh = rebuilt(chance)
    mine, hers = edited(was, chance)
    made = merge.merge(Kept(was, old), mine, fresh, new, loose=True)

    assert [one for one in hers if one not in made.text] == []
    page.parse(made.text)
    again = merge.merge(made.kept, made.text, fresh, new, loose=True)
    assert again.text == made.text
    assert not again.report.changed + again.report.gone + again.report.left + again.report.joined


@settings(deadline=None, max_examples=100)
@given(CHANCE)
def test_a_page_that_nobody_changed_becomes_the_fresh_one(chance):
    old, was, new, fresh = rebuilt(chance)
    commented = was + "<!-- mine -->\n"

    assert merge.merge(Kept(was, old), was, fresh, new, loose=True).text == fresh
    made = merge.merge(Kept(was, old), commented, fresh, new, loose=True).text
    assert page.render(page.parse(made)) == fresh and "<!-- mine -->" in made


@settings(deadline=None, max_examples=100)
@given(CHANCE)
def test_a_reference_never_comes_to_mean_other_words(chance):
    old, was, new, fresh = rebuilt(chance)
    mine, _ = edited(was, chance)
    made = merge.merge(Kept(was, old), mine, fresh, new, loose=True)

    for section in page.parse(made.text).sections:
        for entry in (entry for group in section.groups for entry in group.entries):
            for ref in entry.refs:
                cited = new[ref]
                flagged = f"its source now says: {cited}" in made.text
                assert cited == entry.text or flagged or cited in old.values() or "mine" in entry.text, entry


@settings(deadline=None, max_examples=100)
@given(CHANCE)
def test_what_was_struck_out_stays_out_and_what_was_left_alone_keeps_its_order(chance):
    old, was, new, fresh = rebuilt(chance)
    lines = was.split("\n")
    struck = chance.choice([line for line in lines if line.startswith("- ")])
    lines.remove(struck)
    made = merge.merge(Kept(was, old), "\n".join(lines), fresh, new, loose=True)
    text = struck.removeprefix("- ").partition(" [@")[0]
    order = [
        entry.text for section in page.parse(made.text).sections for group in section.groups for entry in group.entries
    ]
    found = [
        entry.text for section in page.parse(fresh).sections for group in section.groups for entry in group.entries
    ]

    heading = next(section.heading for section in page.parse(was).sections for group in section.groups for entry in group.entries if entry.text == text)  # fmt: skip
    here = [entry.text for section in page.parse(made.text).sections if section.heading == heading for group in section.groups for entry in group.entries]  # fmt: skip
    assert text not in here
    assert order == [one for one in found if one in order]


def test_a_slide_that_stays_since_it_was_edited_loses_lines_that_were_struck_from_the_brief():
    last = (
        "## Trade grew. [@apf, 1.1] {.claim}\n- Coal grew. [@apf, 2.1]\n- Gas grew. [@apf, 3.1]\n- Oil. [@apf, 2.1]\n"
    )
    mine = (
        last.replace("Trade grew", "Trade grew fast")
        .replace("- Oil", "- Oil, too")
        .replace("Coal grew. [@apf, 2.1]", "Coal grew. [@apf, 2.1] <!-- ask -->")
    )
    known = {Ref("apf", number, 1): f"It is {number}." for number in range(1, 4)}
    struck = frozenset({Ref("apf", 1, 1), Ref("apf", 2, 1)})

    made = merge.merge(
        Kept(last, known), mine, "## Other {.points}\n- It is 3. [@apf, 3.1]\n", known, loose=False, struck=struck
    )

    slide = made.text[made.text.index("## Trade") :]
    assert slide.startswith(
        "## Trade grew fast. [@apf, 1.1] {.claim}\n<!-- ask -->\n- Gas grew. [@apf, 3.1]\n- Oil, too. [@apf, 2.1]"
    )
