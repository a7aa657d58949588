"""tests/cases/page.md, run: each '##' heading there is one test here; and the two inverses."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import page
from briefpack.errors import PageError
from briefpack.model import Entry, Group, Page, Ref, Section

CASES = re.split(r"^## ", (Path(__file__).parent / "cases" / "page.md").read_text(encoding="utf-8"), flags=re.MULTILINE)


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_page(case):
    before, then = (indented(part) for part in case.partition("\n")[2].split("\nbecomes\n"))
    if then.startswith("error: "):
        with pytest.raises(PageError) as raised:
            page.parse(before, file="deck.md")
        assert str(raised.value) == then.removeprefix("error: ").strip()
    else:
        assert page.render(page.parse(before)) == then


def indented(text):
    """The lines of a code block, without their four spaces."""
    return "\n".join(line[4:] for line in text.strip("\n").split("\n")) + "\n"


WORDS = st.sampled_from(
    ["Trade", "[", "]", "[@", "[@a, 1.1]", "{", "}", "{.claim}", "#", '"', "'", "\\", "\\[", "|", ">", "-", "1.", ":::",
     "---", "<!--", "-->", "@", "*", "_", "a" * 300, "貿易", "　", "\xa0", "[a 1.2]", "😀", "é", "`", "~~~", ":", "+"]
)  # fmt: skip
PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)
TEXTS = st.lists(WORDS | PLAIN, max_size=6).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda gap: page.fold(gap.join(words)))
)
REFS = st.lists(
    st.builds(Ref, st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), st.integers(1, 99), st.integers(1, 99)),
    max_size=3,
).map(tuple)
KINDS = st.sampled_from(["", "claim", "two-words"])
OPTIONS = st.dictionaries(st.sampled_from(["minutes", "skill"]), TEXTS, max_size=2).map(lambda d: tuple(d.items()))
LEAVES = st.builds(Entry, TEXTS, REFS)
ITEMS = st.builds(Entry, TEXTS, REFS, st.just("item"), st.lists(LEAVES, max_size=2).map(tuple))
PARAGRAPHS = st.builds(Entry, TEXTS.filter(bool), REFS, st.just("text"))
QUOTES = st.builds(Entry, TEXTS, REFS, st.just("quote"))
ENTRIES = st.lists(ITEMS | QUOTES | PARAGRAPHS, max_size=4).map(tuple)
GROUPS = st.builds(Group, TEXTS.filter(bool), REFS, KINDS, OPTIONS, ENTRIES)
FIRST = st.builds(Group, entries=ENTRIES.filter(bool))
SECTIONS = st.builds(
    Section, TEXTS, REFS, KINDS, OPTIONS, st.lists(FIRST, max_size=1).flatmap(
        lambda first: st.lists(GROUPS, max_size=2).map(lambda more: (*first, *more))), ENTRIES,
)  # fmt: skip
PAGES = st.builds(Page, TEXTS, OPTIONS, st.lists(SECTIONS, max_size=3).map(tuple))


@settings(deadline=None, max_examples=150)
@given(PAGES)
def test_what_is_rendered_reads_back(made):
    text = page.render(made)

    assert without_lines(page.parse(text)) == made


@settings(deadline=None, max_examples=150)
@given(st.lists(WORDS | PLAIN | st.sampled_from(["\n", "\n## ", "\n- ", "\n  - ", "\n> ", " [@a, 1.1]"])).map("".join))
def test_any_text_is_a_page_or_a_page_error(text):
    try:
        read = page.parse(text)
    except PageError:
        return

    assert without_lines(page.parse(page.render(read))) == without_lines(read)


def without_lines(made):
    sections = (
        replace(section, line=0, groups=tuple(map(group, section.groups)), notes=tuple(map(entry, section.notes)))
        for section in made.sections
    )
    return replace(made, sections=tuple(sections))


def group(made):
    return replace(made, line=0, entries=tuple(map(entry, made.entries)))


def entry(made):
    return replace(made, line=0, children=tuple(map(entry, made.children)))
