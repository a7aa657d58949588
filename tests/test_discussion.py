"""The question on a discussion slide: in a wording that two lines hold, with the lines that it rests on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefpack import analysis, pack, questions
from briefpack.compose.select import frame
from briefpack.compose.select.stock import Stock
from briefpack.compose.skeletons import skeletons
from briefpack.model import Brief, Organisation, Point, Question, Ref, Source
from briefpack.pack import intake, shipped
from briefpack.questions import documents, gates
from test_claims import POST, point, source
from workshop import ROOT

HERALD = source("herald", ("Locked telephones cost one valley school its only warning of a flood.",))
POINTS = (point(POST, 1, 1), point(HERALD, 1, 1))
REFS = (Ref("post", 1, 1), Ref("herald", 1, 1))
LONG = (
    "Which of the two reports, that of the Valley Post and that of the Mountain Herald, would you trust further on what"
    " telephones do?"
)


def shown(
    *asked: Question,
    organisations: tuple[Organisation, ...] = (),
    points: tuple[Point, ...] = POINTS,
    question: str = "",
    sources: tuple[Source, ...] = (POST, HERALD),
) -> str:
    brief = Brief("A pack", question, sources=sources, points=points, organisations=organisations)
    found = frame.discussion(Stock(brief, shipped.audience("policy")), asked)
    return found["prompt"] if found else ""


def asked(prompt: str, *shorter: str, refs: tuple[Ref, ...] = REFS) -> Question:
    return Question(prompt, "corroborating", "evaluate", "core", 5, "trust", refs, (), shorter)


def test_a_wording_that_two_lines_hold_is_taken_where_there_is_one():
    assert shown(asked(LONG, "Which of the two reports would you trust further?")) == (
        "Which of the two reports would you trust further?"
    )


def test_another_question_stands_in_for_one_that_has_no_short_wording():
    short = asked("What would settle which of the two reports is right?")

    assert shown(asked(LONG), short) == short.prompt


def test_the_question_of_the_pack_is_not_discussed_twice_where_there_is_another():
    pack_s, other = asked("Should telephones be locked away?"), asked("What would settle which report is right?")

    assert shown(pack_s, other, question=pack_s.prompt) == other.prompt
    assert shown(pack_s, question=pack_s.prompt) == pack_s.prompt


OFFICE = replace(POST, publisher="National Office for Mountain Weather and Rivers", genre="news")
RUIZ = replace(HERALD, publisher="", authors=("Ana Ruiz",), genre="news")
TOWNS = replace(POST, publisher="Valley and Mountain Herald", genre="opinion")
FIRM = replace(POST, publisher="Nordia Larsen Holm", genre="official")
LONG_POST = replace(HERALD, publisher="Long Valley and Mountain Post", genre="news")
LESSONS = replace(HERALD, publisher="Institute for Lessons and Schools", genre="analysis")


@pytest.mark.parametrize(
    ("sources", "said", "on_the_slide"),
    [
        (
            (OFFICE, RUIZ),
            "the National Office for Mountain Weather and Rivers report and the report by Ana Ruiz",
            "NOMWR and Ana Ruiz",
        ),
        (
            (TOWNS, LESSONS),
            "the Valley and Mountain Herald opinion piece and the Institute for Lessons and Schools analysis",
            "the Valley and Mountain Herald and the Institute for Lessons and Schools",
        ),
        (
            (FIRM, LONG_POST),
            "the Nordia Larsen Holm document and the Long Valley and Mountain Post report",
            "Nordia Larsen Holm and the Long Valley and Mountain Post",
        ),
        (
            (TOWNS, replace(TOWNS, key="herald", genre="news")),
            "the Valley and Mountain Herald opinion piece and the Valley and Mountain Herald report",
            "the Valley and Mountain Herald opinion piece and the Valley and Mountain Herald report",
        ),
    ],
)
def test_names_are_shortened_only_where_the_question_is_too_long(
    sources: tuple[Source, ...], said: str, on_the_slide: str
):
    body = Organisation("National Office for Mountain Weather and Rivers", REFS, ("NOMWR",))
    asks = asked(f"Where do {said} differ on telephones, and why?")

    assert " and ".join(documents.printed(sources).values()) == said
    assert shown(asks, organisations=(body,), sources=sources) == (
        f"Where do {on_the_slide} differ on telephones, and why?"
    )
    short = f"Where does {documents.printed(sources)['post']} differ from the essay?"
    assert shown(asked(short), sources=sources) == short


def test_shorter_wordings_pass_the_gates_of_the_question():
    sources, _ = intake.read(pack.job((ROOT / "packs" / "china-russia",)).documents)
    brief = analysis.analyse(sources)
    made = questions.ask(brief, shipped.audience("policy"), skeletons(("policy", "base"), shipped.template)).questions
    passages = {passage.ref: passage for each in sources for passage in each.passages}
    shorter = [(question, prompt) for question in made for prompt in question.shorter]

    assert shorter
    for question, prompt in shorter:
        assert len(prompt) < len(question.prompt)
        assert not gates.refusal(replace(question, prompt=prompt), passages)
