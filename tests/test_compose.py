"""Pages to typed products, audiences and looks; and what templates make of a brief."""

import re
from pathlib import Path

import pytest

from briefpack import check, compose, page
from briefpack.errors import PageError, TemplateError
from briefpack.model import Audience, Brief, Line, Passage, Ref, Source

TEMPLATES = Path(__file__).parents[1] / "templates"
CASES = re.split(
    r"^## ", (Path(__file__).parent / "cases" / "compose.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)


def source(key, *paragraphs, **known):
    passages = [
        Passage(Ref(key, number, place), text)
        for number, sentences in enumerate(paragraphs, start=1)
        for place, text in enumerate(sentences, start=1)
    ]
    return Source(key, f"{key}.txt", "0" * 64, tuple(passages), title=known.pop("title", key), **known)


WHO = source(
    "who",
    ["Cities warm faster than the land around them.", "Nights stay hot."],
    ["Beds were full for three weeks."],
    publisher="World Health Organization",
    published="2024-06-01",
    language="en",
)
PORT = source("port", ["The harbour froze in 2019."], authors=("Ann Lee",), language="en")
BRIEF = Brief("Heat in cities", "Who bears the heat?", (WHO, PORT), settings=(("course", "Health 101"),))
STUDENTS = compose.audience((TEMPLATES / "audiences/students.yaml").read_text(encoding="utf-8"), file="students.yaml")


def shown(line):
    words = [f"[{line.label}]" if line.label else "", line.text, f"({line.detail})" if line.detail else ""]
    return " ".join([*filter(None, words), *(f"<{ref}>" for ref in line.refs)])


def drawn(deck):
    """A deck as text: what the cases compare."""
    lines = []
    for slide in deck.slides:
        extra = "".join(
            f" {name}={value}" for name, value in (("kicker", slide.kicker), ("min", slide.minutes)) if value
        )
        lines.append(f"{slide.kind}: {shown(slide.title)}{extra}")
        for group in slide.groups:
            lines.append(f"  {group.kind or '-'}: {group.heading}".rstrip(" :"))
            lines += [f"    {shown(line)}" for line in group.lines]
        lines += [f"  note {shown(line)}" for line in slide.notes]
    return lines


@pytest.mark.parametrize("case", CASES[1:], ids=lambda case: case.partition("\n")[0])
def test_a_deck_page_becomes_slides(case):
    before, word, then = re.split(r"^(makes|error)$", case.partition("\n")[2], flags=re.MULTILINE)
    text = "\n".join(line[4:] for line in before.strip("\n").split("\n"))
    if word == "makes":
        made = drawn(compose.deck(page.parse(text), BRIEF, STUDENTS))
        assert made == [line[4:] for line in then.strip("\n").split("\n")]
    else:
        with pytest.raises(PageError) as raised:
            compose.deck(page.parse(text), BRIEF, STUDENTS, file="deck.md")
        assert str(raised.value) == then.strip()


def test_the_strip_shows_which_share_of_a_source_is_used():
    made = compose.deck(page.parse("## Nights stay hot. [@who, 1.2; @who, 2.1] {.claim}\n"), BRIEF, STUDENTS)

    (used,) = made.sources[0].used
    assert used == (round(45 / 92, 4), 1.0)
    assert made.sources[0].passages == 2
    assert made.sources[1].used == ()


def test_a_source_without_a_publisher_goes_by_its_author():
    made = compose.deck(page.parse("## Heat {.sources}\n"), BRIEF, STUDENTS)

    assert [cited.name for cited in made.sources] == ["World Health Organization", "Ann Lee"]


def test_a_source_tells_in_short_what_was_worked_out_of_its_title_and_date():
    told = (
        "title: the text has none",
        "date: 'Monday' is past, in the week of Friday 2025-05-09",
        "publisher: the house of the editor",
    )
    known = source("sea", ["Tides rise."], published="2025-05-06", title_derived=True, worked_out=told)

    made = compose.deck(page.parse("## Tides {.sources}\n"), Brief("", "", (known,)), STUDENTS)

    assert made.sources[0].note == (
        "The text has no title; its first statement stands in. Its date is worked out from the text."
    )


def test_a_summary_page_becomes_blocks_with_their_order_of_cuts():
    text = "---\ncut: terms 1, judgements 2\n---\n# Heat\n## In short {.judgements keep=1}\n- Nights stay hot. [@who, 1.2]\n"

    made = compose.summary(page.parse(text), BRIEF, STUDENTS)

    assert made.cuts == (("terms", 1), ("judgements", 2))
    assert made.blocks[0].keep == 1
    assert made.blocks[0].lines == (Line("Nights stay hot.", (Ref("who", 1, 2),), "", "1 of 2 sources"),)


def test_a_questions_page_becomes_questions_in_their_phase():
    text = "## Opening {.opening}\n### Who sleeps badly? [@who, 1.2] {skill=sourcing minutes=4}\n- The night. [@who, 1.2]\n"

    made = compose.question_set(page.parse(text), BRIEF, STUDENTS)

    assert made.minutes == 4
    assert (made.questions[0].prompt, made.questions[0].phase) == ("Who sleeps badly?", "opening")
    assert made.questions[0].look_fors[0].refs == (Ref("who", 1, 2),)


@pytest.mark.parametrize("name", ["students", "policy"])
def test_the_shipped_audiences_name_a_look_that_is_shipped(name):
    made = compose.audience((TEMPLATES / f"audiences/{name}.yaml").read_text(encoding="utf-8"), file=name)
    look = compose.look((TEMPLATES / f"looks/{made.look}/look.yaml").read_text(encoding="utf-8"), file=made.look)

    assert isinstance(made, Audience)
    assert look.name == made.look


def test_a_look_that_cannot_be_read_is_refused():
    text = (TEMPLATES / "looks/classroom/look.yaml").read_text(encoding="utf-8").replace("665B4F", "B5A999")

    with pytest.raises(TemplateError, match=r"look.yaml:6: 'muted' on 'paper' has a contrast of 2.1, under 4.5"):
        compose.look(text, file="look.yaml")


def test_a_look_without_a_colour_is_told_which():
    text = (TEMPLATES / "looks/classroom/look.yaml").read_text(encoding="utf-8").replace('  paper: "FBF5E9"\n', "")

    with pytest.raises(TemplateError, match=r"look.yaml: 'colours: paper' is missing"):
        compose.look(text, file="look.yaml")


def test_words_whose_marks_stand_in_another_sentence_are_no_plain_fact():
    from briefpack.compose.select.statements import plain_fact

    assert plain_fact("The clinic in Graz has lost four of its nine nurses since the merger.")
    assert not plain_fact("Should anyone know where the old nurses of Graz are, the clinic would love to meet them.”")
    assert not plain_fact('Should anyone know where the old nurses of Graz are, the clinic would love to meet them."')


@pytest.mark.parametrize(
    ("lines", "kept", "told"),
    [
        (("Nights stay hot. [@who, 1.2]", "Nights stay hot for 35 days. [@who, 1.2]"), 1, "left out a line: it has"),
        (("Nights stay hot for 35 days. [@who, 1.2]",), 0, "left out: it has"),
        (("Nights stay hot. [@who, 1.2]", "Nights stay hot for 35 days."), 2, ""),
    ],
)
def test_a_line_that_no_passage_bears_out_takes_only_itself_from_a_slide(lines, kept, told):
    text = "# Heat\n\n## Cities warm faster than the land around them. [@who, 1.1] {.claim}\n"
    deck = compose.deck(page.parse(text + "".join(f"- {line}\n" for line in lines)), BRIEF, STUDENTS)

    made, notices = check.sifted(deck, BRIEF)

    assert [line.text for slide in made.slides for group in slide.groups for line in group.lines] == [
        line.partition(" [")[0] for line in lines[:kept]
    ]
    assert [notice.what.startswith(told) and "35" in notice.what for notice in notices] == ([True] if told else [])


def test_a_title_that_stands_alone_as_a_role_is_written_out():
    from briefpack.compose.select import actors

    assert actors.spelt("Gov.") == "Governor" and actors.spelt("Sen. for Lind") == "Sen. for Lind"
