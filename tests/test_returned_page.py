"""What a page keeps when edits of a deck are written into it: comments, pins, groups, and quotations of the brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import page
from briefpack.cli_merge import merge_told
from briefpack.compose import lines
from briefpack.model import Entry, Ref, Section
from briefpack.pack.deck_words import SlideWords, Words
from briefpack.pack.returned import Merged, compared, correcting, placing
from briefpack.pack.returned.edits import Change, Placing
from briefpack.pack.returned.record import Record, Shown, Text

PAGE = """\
# Trams

<!-- above the first slide -->
## The line will cost 240 million euros. [@herald, 2.1] {.claim}
- ! Shopkeepers fear for their shops. [@herald, 3.1]
- The road is full of lorries. [@herald, 5.1] <!-- behind a line -->
> Trams need people who live close to them. [@study, 1.1]

::: notes
- **say:** Begin with the price. <!-- in the notes -->
- **ask:** Who pays for it?
:::

<!-- above the second slide -->

<!-- and once more,
on two lines -->
## Two towns beside each other {.points}
### What Aldermoor wants [@herald, 1.1] {.left width=2}
- A line from the harbour to the hospital. [@herald, 1.1] <!-- behind a line,
  over two rows -->
### What Brookfield has
- **Buses:** On lanes of their own. *(since 2019)* [@study, 3.1]

## Lorries have no other road to the port. [@study, 5.1] {.claim kicker="The port"} <!-- behind a heading -->
- A bypass was planned twice. [@study, 5.2]
- It was never paid for. [@study, 5.3]

<!-- at the end -->
"""
PASSAGES = {Ref("study", 1, 1): "Trams need people who live close to them, the study says."}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass
class Slide:
    """A slide as a person changes it."""

    title: str
    texts: list[str]
    notes: list[str] = field(default_factory=list)


def slides(text: str) -> list[Slide]:
    """The slides of a page, one each."""
    return [
        Slide(
            one.heading, [line for line, _ in shown(one)], [lines.read(each, labelled=True).text for each in one.notes]
        )
        for one in page.parse(text).sections
    ]


def shown(section: Section) -> list[tuple[str, tuple[str, ...]]]:
    """The texts under a title, with their references."""
    found = [(text, ()) for _, text in section.options]
    for group in section.groups:
        found += [(group.heading, cited(group))] if group.heading else []
        for entry in group.entries:
            line = lines.read(entry)
            found += [(text, cited(entry)) for text in (line.label, line.text, line.detail) if text]
    return found


def cited(one: object) -> tuple[str, ...]:
    return tuple(ref.citation for ref in one.refs)  # type: ignore[attr-defined]


def written(text: str) -> Record:
    """The record of a deck that was made of a page."""
    made = []
    for at, one in enumerate(page.parse(text).sections):
        said = (Text(one.heading, cited(one), True), *(Text(*each) for each in shown(one)))
        noted = tuple((line.label, line.text) for line in map(note, one.notes))
        made.append(Shown(at, one.heading, one.kind, said, noted))
    return Record("students", text, tuple(made), (("say", "Say"), ("evidence", "Evidence"), ("ask", "Ask")))


def note(entry: Entry):
    return lines.read(entry, labelled=True)


def home(
    change: Callable[[list[Slide]], object], text: str = PAGE, today: str = "", passages: Mapping[Ref, str] = PASSAGES
) -> Placing:
    """A page after a changed deck came home; ``today`` where it is another than the deck was made of."""
    deck = slides(text)
    change(deck)
    made = written(text)
    return placing.placed(today or text, made, compared.compared(made, tuple(came(deck, text))), passages)


def came(deck: Iterable[Slide], text: str) -> Iterable[SlideWords]:
    """The deck as its file is read: a text that stayed has its links, and so has one that was typed over."""
    refs = {words: one.refs for one in page.parse(text).sections for words, one in every(one)}
    labels = {line.text: line.label for one in page.parse(text).sections for line in map(note, one.notes)}
    for number, one in enumerate(deck, 1):
        noted = []
        for label, head in (("say", "Say"), ("ask", "Ask")):
            mine = [Words(words) for words in one.notes if labels.get(words, "say") == label]
            noted += [Words(head), *mine] if mine else []
        texts = (Words(words, refs.get(words, ())) for words in one.texts if words)
        yield SlideWords(number, (Words(one.title, title=True), *texts), tuple(noted), ())


def every(section: Section):
    yield section.heading, section
    for group in section.groups:
        yield group.heading, group
        for entry in group.entries:
            line = lines.read(entry)
            yield from ((text, entry) for text in (line.label, line.text, line.detail) if text)


def first(change: Callable[[Slide], object]) -> Callable[[list[Slide]], object]:
    return lambda deck: change(deck[0])


def reworded(old: str, new: str) -> Callable[[list[Slide]], None]:
    """Type other words over a text, wherever it stands."""

    def change(deck: list[Slide]) -> None:
        for slide in deck:
            slide.texts = [new if text == old else text for text in slide.texts]

    return change


def without(old: str) -> Callable[[list[Slide]], None]:
    def change(deck: list[Slide]) -> None:
        for slide in deck:
            slide.texts = [text for text in slide.texts if text != old]

    return change


def rows(work: Placing) -> list[str]:
    return work.desk.text().split("\n")


def comments(text: str) -> list[str]:
    return [" ".join(one.split()) for one in COMMENT.findall(text)]


def test_nothing_changed_is_the_page_to_the_last_blank() -> None:
    tidied = PAGE.replace("line,\n  over two", "line, over two")

    assert home(len).desk.text() == tidied


def test_a_comment_over_two_rows_beside_an_edited_line_stays_with_it() -> None:
    work = home(reworded("A line from the harbour to the hospital.", "A line from the port to the hospital."))

    row = "- A line from the port to the hospital. [@herald, 1.1] <!-- behind a line, over two rows -->"
    assert row in rows(work)


def test_a_comment_inside_a_line_of_several_rows_stays_when_the_line_is_edited() -> None:
    text = PAGE.replace(
        "- A bypass was planned twice. [@study, 5.2]",
        "- A bypass <!-- ask\n  Tom about it --> was planned\n  twice. [@study, 5.2]",
    )

    work = home(reworded("A bypass was planned twice.", "A bypass was planned three times."), text)

    assert "- A bypass was planned three times. [@study, 5.2] <!-- ask Tom about it -->" in rows(work)
    assert comments(work.desk.text()) == comments(text)


def test_a_pinned_line_keeps_its_pin() -> None:
    work = home(reworded("Shopkeepers fear for their shops.", "Shopkeepers fear for their income."))

    assert "- ! Shopkeepers fear for their income. [@herald, 3.1]" in rows(work)


def test_all_parts_of_a_line_that_were_typed_over_are_taken_home() -> None:
    def change(deck: list[Slide]) -> None:
        for old, new in (
            ("Buses", "Buses only"),
            ("On lanes of their own.", "On their own lanes."),
            ("since 2019", "2018"),
        ):
            reworded(old, new)(deck)

    work = home(change)

    assert "- **Buses only:** On their own lanes. *(2018)* [@study, 3.1]" in rows(work)
    said = [(one.old, one.new) for one in work.corrected]
    assert said == [("On lanes of their own.", "On their own lanes."), ("since 2019", "2018")]


def test_a_title_and_what_stands_above_it_are_both_taken_home() -> None:
    def change(deck: list[Slide]) -> None:
        deck[2].title = "Lorries have one way to the port"
        reworded("The port", "The harbour")(deck)

    work = home(change)

    heading = (
        '## Lorries have one way to the port. [@study, 5.1] {.claim kicker="The harbour"} <!-- behind a heading -->'
    )
    assert heading in rows(work)


def test_a_slide_taken_out_stays_where_the_page_has_a_new_line_under_its_heading() -> None:
    today = PAGE.replace("- It was never paid for.", "- Ask the harbour master.\n- It was never paid for.")

    work = home(lambda deck: deck.pop(), today=today)

    assert work.desk.text().count("## Lorries") == 1 and "- Ask the harbour master." in rows(work)
    assert "but the page says something new under that heading" in str(work.left[0])


def test_lines_that_changed_places_change_them_on_the_page_with_what_belongs_to_them() -> None:
    def change(deck: list[Slide]) -> None:
        deck[0].texts.insert(0, deck[0].texts.pop(1))

    work = home(change)

    text = work.desk.text()
    assert text.index("- The road is full of lorries. [@herald, 5.1] <!-- behind a line -->") < text.index("- ! Shop")
    assert "its lines stand in another order" in str(work.placed[0])
    again = home(change, today=text)
    assert again.desk.text() == text and not again.placed and not again.left


def test_another_title_is_no_correction_of_the_brief() -> None:
    def change(deck: list[Slide]) -> None:
        deck[0].title = "What to talk about first"
        deck[2].title = "Lorries have one way to the port"

    (corrected,) = home(change).corrected

    assert corrected.new == "Lorries have one way to the port."


def test_a_line_that_went_to_the_other_slide_of_its_section_stays() -> None:
    text = "## A {.points}\n- One line here. [@a, 1.1]\n- Another line here. [@a, 2.1]\n- A third of them. [@a, 3.1]\n"
    one, two, three = (Text(line, ref) for line, ref in shown(page.parse(text).sections[0]))
    title = Text("A", (), True)
    made = Record(
        "students", text, (Shown(0, "A", "points", (title, one, two), ()), Shown(0, "A", "points", (title, three), ()))
    )
    back = (
        SlideWords(1, (Words("A", title=True), Words(one.text)), (), ()),
        SlideWords(2, (Words("A", title=True), Words(two.text), Words(three.text)), (), ()),
    )

    work = placing.placed(text, made, compared.compared(made, back), {})

    assert work.desk.text() == text


def test_a_slide_that_was_moved_away_from_its_other_half_is_listed() -> None:
    text = "## A {.points}\n- One line here. [@a, 1.1]\n- Another line here. [@a, 2.1]\n\n## B {.points}\n- A third. [@a, 3.1]\n"
    (a, b) = page.parse(text).sections
    (one, two), (three,) = ([Text(line, ref) for line, ref in shown(each)] for each in (a, b))
    parts = ((0, "A", one), (0, "A", two), (1, "B", three))
    made = Record(
        "x", text, tuple(Shown(at, name, "points", (Text(name, (), True), line), ()) for at, name, line in parts)
    )
    back = [SlideWords(1, (Words(name, title=True), Words(line.text)), (), ()) for _, name, line in parts]

    work = placing.placed(text, made, compared.compared(made, (back[1], back[2], back[0])), {})

    assert work.desk.text() == text
    assert [str(one) for one in work.left] == [
        "a slide of “A” was moved away from the rest of it: a page keeps the two together"
    ]


def test_a_quotation_that_was_cut_to_other_words_of_its_passage_stays_one() -> None:
    work = home(reworded("Trams need people who live close to them.", "People who live close to them, the study says"))

    assert "> Trams need" in work.desk.text() and work.left
    work = home(reworded("Trams need people who live close to them.", "Trams need people who live close"))
    assert "> Trams need people who live close. [@study, 1.1]" in rows(work)


def test_a_quotation_that_was_worded_anew_is_listed_with_its_passage_and_the_page_keeps_it() -> None:
    work = home(reworded("Trams need people who live close to them.", "Trams need people who live close by."))

    assert "> Trams need people who live close to them. [@study, 1.1]" in rows(work)
    (told,) = map(str, work.left)
    assert "is now “… who live close by.”" in told
    assert "“Trams need people who live close to them, the study says.”" in told and "make it a statement" in told
    assert not work.corrected


def test_a_quotation_is_taken_home_where_nothing_is_known_of_its_passage() -> None:
    work = home(reworded("Trams need people who live close to them.", "Trams need people."), passages={})

    assert "> Trams need people. [@study, 1.1]" in rows(work)


def test_a_group_keeps_its_references_and_attributes() -> None:
    work = home(reworded("What Aldermoor wants", "What the town of Aldermoor wants"))

    assert "### What the town of Aldermoor wants [@herald, 1.1] {.left width=2}" in rows(work)


def test_a_comment_behind_a_line_taken_out_stays() -> None:
    work = home(without("The road is full of lorries."))

    assert "The road is full of lorries." not in work.desk.text()
    assert "<!-- behind a line -->" in rows(work)


def test_a_comment_above_a_slide_goes_where_the_slide_goes() -> None:
    work = home(lambda deck: deck.append(deck.pop(1)))

    text = work.desk.text()
    last = text.index("## Two towns")
    assert text.index("## Lorries") < text.index("<!-- above the second slide -->") < last
    assert text.index("## Lorries") < text.index("<!-- and once more,") < last
    assert text.index("<!-- above the first slide -->") < text.index("## The line will cost")


def test_a_comment_above_a_slide_taken_out_stays_where_it_stood() -> None:
    work = home(lambda deck: deck.pop(1))

    text = work.desk.text()
    assert "## Two towns" not in text
    assert text.index("Who pays for it?") < text.index("<!-- above the second slide -->") < text.index("## Lorries")


def test_comments_inside_a_slide_taken_out_stay() -> None:
    work = home(lambda deck: deck.pop(0))

    assert comments(work.desk.text()) == comments(PAGE)


def test_a_slide_put_before_another_leaves_its_comment_with_it() -> None:
    work = home(lambda deck: deck.insert(1, Slide("Homework for Tuesday", ["Read the study."])))

    text = work.desk.text()
    new = text.index("## Homework for Tuesday")
    assert text.index("Who pays for it?") < new < text.index("<!-- above the second slide -->")


QUOTES = (
    '- ! "{}" — Ruth Adeyemi, Mayor [@herald, 2.2]',
    '* "{}" — Ruth Adeyemi, Mayor [@herald, 2.2]',
    '1. "{}" — Ruth Adeyemi, Mayor [@herald, 2.2]',
    '- "{}"\n  — Ruth Adeyemi, Mayor [@herald, 2.2]',
    "> {} [@herald, 2.2]",
)


def test_a_quotation_of_the_brief_is_never_touched_however_it_is_written() -> None:
    said = "the most important decision for this town"
    change = Change(1, "", said, "the only decision for this town", ("@herald, 2.2",))
    for form in QUOTES:
        brief = f"# T\n\n## Key points\n- A point. [@herald, 1.1]\n\n## Quotes\n{form.format(said)}\n\n## People\n"

        assert correcting.corrected(brief, [change]) == (brief, 0, ())


def test_a_statement_of_the_brief_is_corrected_above_and_below_its_quotations() -> None:
    said = "Ruth Adeyemi decides on the line"
    change = Change(1, "", said, "The council decides on the line", ("@herald, 2.2",))
    quoted = f'## Quotes\n- "{said}" — Tom [@herald, 2.2]\n'
    line = f"- ! {said}. [@herald, 2.2] <!-- mine -->\n"
    for brief in (f"## Key points\n{line}\n{quoted}", f"{quoted}\n## Key points\n{line}"):
        fresh, done, _ = correcting.corrected(brief, [change])

        assert done == 1 and quoted in fresh
        assert "- ! The council decides on the line. [@herald, 2.2] <!-- mine -->\n" in fresh


def test_what_the_brief_says_in_several_lines_is_its_editors_to_correct() -> None:
    said = "The line costs 4 million pounds."
    change = Change(1, "", said, "The line costs 5 million pounds.", ("@herald, 2.2",))
    brief = f"## Key points\n- {said} [@herald, 2.2]\n\n## Figures\n- {said} [@herald, 2.2]\n"

    assert correcting.corrected(brief, [change]) == (brief, 0, (2, 5))
    assert "brief.md says it in lines 2, 5: correct it there, too" in merge_told(
        Merged(Path("pages/students/deck.md"), (), (), 0, several=(2, 5))
    )


WORDS = st.sampled_from(["Ask the mayor.", "lorries", "It was paid for.", "Trams", "A line from here. To there.", "x"])
DO = st.sampled_from(["retitle", "reword", "strike", "add", "note", "drop", "move", "new", "swap", "copy", "clear"])


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    place = st.integers(0, 5)
    return draw(st.lists(st.tuples(DO, place, place, WORDS), min_size=1, max_size=6))


def done(deck: list[Slide], what: str, here: int, there: int, words: str) -> None:
    """One thing that somebody does to a deck; where it cannot be done, nothing."""
    if what == "new" or not deck:
        deck.insert(min(there, len(deck)), Slide(f"New: {words}", [words]))
        return
    slide = deck[here % len(deck)]
    texts, notes = slide.texts, slide.notes
    at = there % max(len(texts), 1)
    if (what in ("reword", "strike", "swap") and not texts) or (what == "note" and not notes):
        return
    deeds: dict[str, Callable[[], object]] = {
        "retitle": lambda: setattr(slide, "title", words),
        "reword": lambda: texts.__setitem__(at, f"{texts[at].rstrip('.')} {words}"),
        "strike": lambda: texts.pop(at),
        "swap": lambda: texts.append(texts.pop(at)),
        "add": lambda: texts.insert(at, words),
        "note": lambda: notes.__setitem__(there % len(notes), words) if there % 2 else notes.pop(),
        "drop": lambda: deck.remove(slide),
        "move": lambda: deck.insert(there % len(deck), deck.pop(here % len(deck))),
        "copy": lambda: deck.append(Slide(slide.title, list(texts), list(notes))),
        "clear": lambda: texts.clear(),
    }
    deeds[what]()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(edits())
def test_whatever_is_done_to_a_deck_every_comment_of_the_page_survives(each: list[tuple[str, int, int, str]]) -> None:
    def change(deck: list[Slide]) -> None:
        for one in each:
            done(deck, *one)

    work = home(change)

    text = work.desk.text()
    assert sorted(comments(text)) == sorted(comments(PAGE))
    assert all("[@herald, 1.1]" in row for row in text.split("\n") if row.startswith("### What Aldermoor"))
    if not any(what == "copy" for what, *_ in each):  # of two slides under one title the page has one
        assert home(change, today=text).desk.text() == text
