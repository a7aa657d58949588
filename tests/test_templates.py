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
    [
        "Cities should plant trees along every street that has room for them.",
        "At noon it is up to eight degrees cooler under a tree than on bare asphalt.",
        "Doctors in Athens saw fewer patients from leafy blocks in three hot summers.",
    ],
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
    assert text in [summary.title, *(line.text for block in summary.blocks for line in block.lines)]


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


def slides_of(deck, kind):
    return [slide for slide in deck.slides if slide.kind == kind]


def test_a_claim_with_evidence_goes_before_a_weightier_one_without():
    reef = source(
        "reef",
        ["Fishing quotas have failed the reef."],
        [
            "The reef has lost most of its large parrotfish.",
            "Divers counted fewer parrotfish in each of the last five years.",
            "Algae today cover rocks that parrotfish used to graze.",
        ],
    )
    points = tuple(
        Point(text, ref(at)) for text, at in ((reef.passages[0].text, "reef 1.1"), (reef.passages[1].text, "reef 2.1"))
    )
    _, deck = made(Brief("", "", (reef,), points), "students")

    (claim,) = slides_of(deck, "claim")
    assert claim.title.text == reef.passages[1].text
    assert [line.refs for group in claim.groups for line in group.lines] == [ref("reef 2.2")]


def test_an_event_is_told_on_the_timeline_and_is_no_claim():
    ferry = source(
        "ferry",
        ["On 3 May 2024 the ferry to Hallow sank in a calm sea."],
        ["Safety rules were ignored for years by the owners."],
    )
    points = tuple(Point(passage.text, (passage.ref,)) for passage in ferry.passages)
    event = Event("On 3 May 2024 the ferry to Hallow sank in a calm sea.", ref("ferry 1.1"), "2024-05-03")
    _, deck = made(Brief("", "", (ferry,), points, (event,)), "students")

    assert ferry.passages[0].text not in [slide.title.text for slide in slides_of(deck, "claim")]


def test_who_is_who_puts_sides_first_and_commentators_together():
    people = (
        Person("Ida Holm", ref("who 1.1"), role="professor of ecology", group="Delta University"),
        Person("Rui Costa", ref("post 2.1"), role="Portuguese minister of health", group="Portugal"),
        Person("Ana Ruiz", ref("who 1.1"), role="former Portuguese mayor", group="Portugal"),
        Person("Luc Petit", ref("who 1.1"), role="shipping consultant", group="France"),
        Person("Mia Berg", ref("who 1.1"), role="nurse"),
    )
    _, deck = made(replace(BRIEF, people=people), "policy")

    (slide,) = slides_of(deck, "people")
    assert [(group.heading, [line.label for line in group.lines]) for group in slide.groups] == [
        ("Portugal", ["Rui Costa", "Ana Ruiz"]),
        ("They comment", ["Ida Holm", "Luc Petit"]),
        ("Also named", ["Mia Berg"]),
    ]
    assert [line.text for line in slide.groups[0].lines] == ["Minister of health", "Former mayor"]


def test_a_former_office_stays_former_under_its_country():
    then = Person("Jon Dale", ref("who 1.1"), role="then-Portuguese envoy", group="Portugal")
    other = Person("Rui Costa", ref("post 2.1"), role="Portuguese mayor", group="Portugal")
    _, deck = made(replace(BRIEF, people=(then, other)), "policy")

    (slide,) = slides_of(deck, "people")
    assert [line.text for line in slide.groups[0].lines] == ["Then-Portuguese envoy", "Mayor"]


@pytest.mark.parametrize(
    "leaning",
    ["The figure, if the auditor is right, is 840 a year.", "Lisbon has said so many times.", "Prices rose after the vote."],
)  # fmt: skip
def test_what_is_known_only_from_further_up_is_no_evidence(leaning):
    town = source("town", ["Lisbon will plant trees in every school yard.", leaning])
    points = (Point(town.passages[0].text, ref("town 1.1")),)
    _, deck = made(Brief("", "", (town,), points), "students")

    assert leaning not in [line.text for line in lines(deck)]


def test_one_person_makes_no_slide_of_people():
    _, deck = made(replace(BRIEF, people=BRIEF.people[:1]), "students")

    assert not slides_of(deck, "people")


def test_a_number_shows_its_hedge_in_the_words_of_the_text():
    figure = replace(BRIEF.figures[0], hedge="at least", whose="")
    _, deck = made(replace(BRIEF, figures=(figure,)), "students")

    (slide,) = slides_of(deck, "number")
    said = {line.label: line.text for group in slide.groups for line in group.lines}
    assert said["Counting what?"] == "People in Europe (“at least”)"


def test_a_number_that_nobody_gives_says_so():
    told = "Beds ran short in 61,000 homes across the region."
    homes = source("homes", [told])
    figure = Figure("61,000", told, ref("homes 1.1"), "homes across the region")
    _, deck = made(Brief("", "", (homes,), figures=(figure,)), "students")

    (slide,) = slides_of(deck, "number")
    said = {line.label: line.text for group in slide.groups for line in group.lines}
    assert said["Who says so?"] == "The text itself: its sentence names nobody else."
    assert said["When?"] == "The source does not say."


def test_a_question_takes_no_conflict_for_granted_that_nobody_states():
    def asked(kind):
        tension = replace(BRIEF.tensions[0], text="What the sources say of trees", kind=kind)
        _, deck = made(replace(BRIEF, tensions=(tension,)), "students")
        return slides_of(deck, "question")[0].title.text

    assert asked("contrast") == "What do the two sources say, and where do they differ?"
    assert asked("doubt") == "Trees: which account is better supported?"


def test_a_side_that_leans_stands_under_what_it_leans_on():
    dam = source(
        "dam",
        ["The utility lowered the lake for repairs."],
        ["Fishers accuse the utility of more than this."],
        ["The utility denies the charge."],
    )
    sides = (
        Side("dam", "Fishers accuse the utility of more than this.", (*ref("dam 2.1"), *ref("dam 1.1"))),
        Side("dam", "The utility denies the charge.", ref("dam 3.1")),
    )
    _, deck = made(Brief("", "", (dam,), tensions=(Tension("Claim and denial: the lake", sides, "denied"),)), "policy")

    (slide,) = slides_of(deck, "views")
    assert [line.text for line in slide.groups[0].lines] == [dam.passages[0].text, dam.passages[1].text]


def test_what_to_watch_lies_ahead_of_the_newest_source_one_thing_a_date():
    events = (
        Event("The clinic opened in May 2023.", ref("who 1.1"), "2023-05", planned=True),
        Event("The ward opens on 3 June 2024.", ref("who 2.1"), "2024-06-03", planned=True, short="The ward opens"),
        Event("The ward is to be opened on 3 June 2024.", ref("post 1.1"), "2024-06-03", planned=True),
        Event("A second ward opens in 2025.", ref("post 1.2"), "2025", planned=True),
    )
    _, deck = made(replace(BRIEF, events=events, settings=()), "policy")

    (slide,) = [slide for slide in slides_of(deck, "close") if slide.title.text == "What to watch"]
    assert [(line.label, line.text) for line in slide.groups[0].lines] == [
        ("3 June 2024", "The ward opens."),
        ("2025", "A second ward opens in 2025."),
    ]


def test_all_slides_that_are_left_out_share_one_notice():
    pages, _ = made(Brief("", "", (HEALTH,), points=BRIEF.points[:1]), "students")

    (notice,) = [each for each in pages.notices if "left out: " in each.what and each.where == "students/deck.md"]
    assert "timeline (fewer than two dated events)" in notice.what
    assert not notice.do


def test_the_same_brief_gives_the_same_pages():
    assert made(BRIEF, "policy")[0] == made(BRIEF, "policy")[0]


def test_a_course_template_may_change_one_page_and_inherit_the_others():
    own = {
        "mine/template.yaml": "name: mine\nextends: policy\n",
        "mine/deck.md.j2": "# {{ title }}\n{% for claim in claims %}\n## {{ claim.title|line }}\n{% endfor %}\n",
    }
    mine = replace(audience("policy"), template="mine")

    pages = compose.pages(BRIEF, mine, lambda name: own.get(name) or load(name))

    told = [line for line in pages.deck.split("\n") if line.startswith("## ")]
    assert told == [f"## **Health Watch:** {BRIEF.points[0].text} [@who, 2.1]"]
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
