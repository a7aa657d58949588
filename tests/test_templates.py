"""Course templates: what they make of a brief, and what they cannot do."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefpack import compose, page
from briefpack.compose.environment import fill
from briefpack.errors import TemplateError
from briefpack.model import (
    Brief,
    Event,
    Figure,
    LineGroup,
    Passage,
    Person,
    Point,
    Quote,
    Ref,
    Side,
    Source,
    Tension,
    Term,
)

TEMPLATES = Path(__file__).parents[1] / "templates"
AUDIENCES = ("students", "policy")


def load(name):
    file = TEMPLATES / name
    if not file.is_file():
        raise KeyError(name)
    return file.read_text(encoding="utf-8")


def audience(name):
    return compose.audience(load(f"audiences/{name}.yaml"), file=f"{name}.yaml")


def source(key, *paragraphs, **known):
    passages = [
        Passage(Ref(key, number, place), text)
        for number, sentences in enumerate(paragraphs, start=1)
        for place, text in enumerate(sentences, start=1)
    ]
    known = {"title": f"A title of {key}", "language": "en", **known}
    return Source(key, f"{key}.txt", "0" * 64, tuple(passages), **known)


HEALTH = source(
    "who",
    [
        "Heat killed 61,000 people in Europe in the summer of 2022, according to the doctor Ana Ruiz.",
        "A heat island is a city that stays hot at night.",
    ],
    ["Cities should plant trees along every street that has room for them."],
    ["Hospitals in Lisbon reported full beds for three weeks."],
    publisher="Health Watch",
    published="2023-07-10",
)
PAPER = source(
    "post",
    ["The city of Lisbon will plant 40,000 trees by 2027.", "Shade lowers the heat in a street by several degrees."],
    ["“Trees are slow medicine for a fast disease, and we have lost ten years already,” said mayor Rui Costa."],
    ["Trees do little at night, when heat kills most."],
    authors=("Ines Melo",),
    published="2024-03-02",
    genre="opinion",
)


def ref(text):
    return (Ref.parse(text),)


BRIEF = Brief(
    "",
    "",
    (HEALTH, PAPER),
    points=(
        Point("Cities should plant trees along every street that has room for them.", ref("who 2.1"), voice="Health Watch"),
        Point("Trees do little at night, when heat kills most.", ref("post 3.1"), voice="Ines Melo", reason="sums up: In short"),
        Point("Shade lowers the heat in a street by several degrees.", ref("post 1.2"), voice="Ines Melo"),
        Point("Hospitals in Lisbon reported full beds for three weeks.", ref("who 3.1")),
    ),
    events=(
        Event("Heat killed 61,000 people in Europe.", ref("who 1.1"), "2022"),
        Event("The city of Lisbon will plant 40,000 trees by 2027.", ref("post 1.1"), "2027", planned=True),
    ),
    people=(
        Person("Ana Ruiz", ref("who 1.1"), role="doctor"),
        Person("Rui Costa", ref("post 2.1"), role="mayor", group="Lisbon"),
    ),
    quotes=(Quote("Trees are slow medicine for a fast disease, and we have lost ten years already", ref("post 2.1"), "Rui Costa", "mayor"),),
    figures=(Figure("61,000", HEALTH.passages[0].text, ref("who 1.1"), "people in Europe", whose="Ana Ruiz"),),
    terms=(Term("slow medicine", ref("post 2.1")), Term("heat island", ref("who 1.2"), "a city that stays hot at night")),
    tensions=(
        Tension(
            "Do trees help?",
            (
                Side("who", "Cities should plant trees along every street that has room for them.", ref("who 2.1")),
                Side("post", "Trees do little at night, when heat kills most.", ref("post 3.1")),
            ),
            "contrast",
        ),
    ),
    settings=(("course", "Public health 101"), ("date", "2024-09-01")),
)  # fmt: skip


def made(brief, name):
    pages = compose.pages(brief, audience(name), load)
    return pages, compose.deck(page.parse(pages.deck), brief, audience(name))


def lines(deck):
    yield from (slide.title for slide in deck.slides)
    yield from (line for slide in deck.slides for group in slide.groups for line in group.lines)


def kinds(deck):
    return [slide.kind for slide in deck.slides]


def test_students_get_a_question_and_policy_staff_a_bottom_line():
    _, students = made(BRIEF, "students")
    _, policy = made(BRIEF, "policy")

    assert kinds(students)[:3] == ["title", "question", "terms"]
    assert kinds(policy)[:3] == ["title", "bottomline", "claim"]
    assert students.slides[1].title.text == "Do trees help?"
    assert policy.slides[1].title.text == "Trees do little at night, when heat kills most."


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_judgement_carries_the_name_of_whoever_judges(name):
    _, deck = made(BRIEF, name)

    judged = [
        (line, group.heading)
        for slide in deck.slides
        for group in (LineGroup((slide.title,)), *slide.groups)
        for line in group.lines
        if line.text.startswith(("Shade lowers", "Cities should"))
    ]
    assert judged
    assert all({line.label, heading} & {"Ines Melo", "Health Watch"} for line, heading in judged)


@pytest.mark.parametrize("name", AUDIENCES)
def test_every_statement_of_the_pages_stands_in_a_passage(name):
    _, deck = made(BRIEF, name)
    passages = " ".join(passage.text for each in BRIEF.sources for passage in each.passages)
    stated = [
        line for line in lines(deck) if line.refs and line.label not in ("Who says so?", "When?", "Counting what?")
    ]

    assert stated
    for line in stated:
        assert line.text.removesuffix(".").lower() in passages.lower()


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_slide_has_something_to_say_and_its_evidence(name):
    _, deck = made(BRIEF, name)

    for slide in deck.slides[1:-1]:
        labels = {note.label for note in slide.notes}
        assert "say" in labels, slide.title.text
        assert slide.groups, slide.title.text


@pytest.mark.parametrize("name", AUDIENCES)
def test_no_claim_is_a_title_twice(name):
    _, deck = made(BRIEF, name)

    titles = [slide.title.text for slide in deck.slides]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_thin_document_makes_a_short_deck_without_empty_slides(name):
    thin = source("note", ["The library will lend drills and ladders."], published=None)
    brief = Brief("", "", (thin,), points=(Point("The library will lend drills and ladders.", ref("note 1.1")),))

    pages, deck = made(brief, name)

    assert deck.title == "A title of note"
    assert set(kinds(deck)) <= {"title", "question", "bottomline", "points", "discussion", "sources"}
    assert any("left out" in notice.what for notice in pages.notices)


@pytest.mark.parametrize("name", AUDIENCES)
@pytest.mark.parametrize(
    "text",
    [
        "# 1 of {the} [@nobody, 1.1] said \"so\" | <!-- and --> \\ left it at *that* (no).",
        "{{ 7 * 7 }} {% raw %} costs 5\\% of {.claim}.",
        "**Loud:** words end here *(so)*",
        "温度が上がる [see 3.1] ::: notes — 100 % of #tags.",
    ],
)  # fmt: skip
def test_awkward_text_comes_through_unchanged(name, text):
    awkward = source("odd", [text], publisher='A [B] {C} "D" *E*')
    brief = Brief("", text, (awkward,), points=(Point(text, ref("odd 1.1"), voice="X {Y} [Z]"),))

    pages, deck = made(brief, name)
    summary = compose.summary(page.parse(pages.summary), brief, audience(name))

    assert text in [line.text for line in lines(deck)]
    assert text in [line.text for block in summary.blocks for line in block.lines]


def test_a_title_is_derived_from_what_the_sources_share_and_a_given_one_is_kept():
    assert made(BRIEF, "students")[1].title == "What two sources say"
    assert made(replace(BRIEF, title="Trees and heat"), "students")[1].title == "Trees and heat"


def test_facts_of_the_course_stand_on_the_title_slide():
    _, deck = made(BRIEF, "students")

    assert [line.text for line in deck.slides[0].groups[0].lines][1:] == ["Public health 101", "1 September 2024"]
    assert dict(deck.settings)["course"] == "Public health 101"


def test_a_summary_lists_what_is_cut_first():
    pages, _ = made(BRIEF, "policy")

    summary = compose.summary(page.parse(pages.summary), BRIEF, audience("policy"))
    assert summary.cuts[0] == ("watch", 3)
    assert summary.blocks[0].kind == "lead"


def test_the_same_brief_gives_the_same_pages():
    assert made(BRIEF, "policy")[0] == made(BRIEF, "policy")[0]


def test_a_course_template_may_change_one_page_and_inherit_the_others():
    own = {
        "mine/template.yaml": "name: mine\nextends: policy\n",
        "mine/deck.md.j2": "# {{ title }}\n{% for claim in claims %}\n## {{ claim.title|line }}\n{% endfor %}\n",
    }
    mine = replace(audience("policy"), template="mine")

    pages = compose.pages(BRIEF, mine, lambda name: own.get(name) or load(name))

    assert "## **Ines Melo:** Shade lowers the heat" in pages.deck
    assert "{.bottomline" not in pages.deck
    assert "{.lead" in pages.summary


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{{ titel }}", "a/b.md.j2:1: 'titel' is undefined"),
        ("one\n{% for %}", "a/b.md.j2:2: "),
        ("one\n\n{{ title.upper.__globals__ }}", "a/b.md.j2:3: "),
        ("{{ ''.__class__.__mro__ }}", "a/b.md.j2:1: "),
        ("{% include 'c.md.j2' %}", "c.md.j2"),
        ("{{ none }}", "a/b.md.j2:1: found NoneType where text is printed"),
        ("{{ 1 / 0 }}", "a/b.md.j2:1: division by zero"),
        ("{{ items.append(1) }}", "a/b.md.j2:1: "),
        ("{% for x in range(99999999) %}{% endfor %}", "a/b.md.j2:1: "),
        ("{{ title|open }}", "a/b.md.j2:1: No filter named 'open'"),
    ],
)
def test_a_template_that_goes_wrong_is_told_where(template, problem):
    texts = {"a/b.md.j2": template}

    with pytest.raises(TemplateError) as raised:
        fill("a/b.md.j2", {"title": "Heat", "items": [1]}, texts.__getitem__)

    assert problem in str(raised.value)


def test_text_is_escaped_unless_a_filter_wrote_it():
    data = {"text": "{a} [@b] \"c\"", "line": {"text": "# d", "refs": ["@e, 1.1"], "label": "f", "detail": "g"}}  # fmt: skip

    filled = fill("t", data, {"t": "{{ text }} - {{ line|line }}"}.__getitem__)

    assert filled == r"\{a} \[@b] \"c\" - **f:** # d *(g)* [@e, 1.1]"
