"""Looks and products for the tests of pages: a dispute over a river's water, made up for this project."""

from __future__ import annotations

from briefpack.layout.marks import Sheet, Sheets
from briefpack.model import (
    CHOICE,
    CLOZE,
    MATCH,
    ORDER,
    SHORT,
    TRUE_FALSE,
    Blank,
    Block,
    Cited,
    Deck,
    Font,
    GuidedLine,
    GuidedNotes,
    GuidedSlide,
    Line,
    LineGroup,
    Look,
    PageRules,
    Part,
    Question,
    QuestionSet,
    Quiz,
    QuizItem,
    Ref,
    Slide,
    Summary,
    TeachingSet,
    Type,
)

_TYPES = "display question hero number title lead body small label source".split()


def look(name: str) -> Look:
    """The colours and sizes of DESIGN.md, 3 and 4."""
    warm = name == "classroom"
    colours = {
        "paper": "FBF5E9" if warm else "FFFFFF",
        "ink": "241F1A" if warm else "14202A",
        "muted": "665B4F" if warm else "55616C",
        "accent": "AE371C" if warm else "A8231B",
        "accent2": "134A58" if warm else "123A5A",
        "mark": "E6AC45" if warm else "8CA3B8",
        "rule": "D8CAB1" if warm else "C3CCD3",
        "tint": "F3E7D0" if warm else "EEF2F5",
        "tint2": "DCE8E5" if warm else "DCE5ED",
        "panel": "FFFDF7" if warm else "FFFFFF",
        "onaccent": "FFFFFF",
        "onaccent2": "FBF5E9" if warm else "FFFFFF",
        "bar": "2A6071",
    }
    sizes = [(54, 59), (42, 49), (104, 104), (48, 52), (32, 37), (24, 31), (20, 26), (16, 21), (14, 18), (12, 15)]
    if not warm:
        sizes = [(44, 51), (32, 39), (88, 88), (36, 40), (26, 32), (20, 27), (16, 22), (14, 18), (12, 15), (12, 15)]
    fonts = {"head": Font("Cambria", "PT Serif"), "body": Font("Calibri", "Lato"), "quote": Font("Cambria", "PT Serif")}
    if not warm:
        fonts = {"head": Font("Arial", "Lato"), "body": Font("Arial", "Lato"), "quote": Font("Cambria", "PT Serif")}
    types = tuple((role, Type(*pair)) for role, pair in zip(_TYPES, sizes, strict=True))
    return Look(name, tuple(colours.items()), types, tuple(fonts.items()), 7.5 if warm else 0)


LOOKS = {name: look(name) for name in ("classroom", "briefing")}


def ref(source: str, paragraph: int) -> tuple[Ref, ...]:
    return (Ref(source, paragraph, 1),)


def cited(number: int, key: str, title: str, name: str, published: str, *authors: str) -> Cited:
    return Cited(key, number, title, False, authors, name, published, "news", name, 900, 40, ((0.1, 0.12),))


SOURCES = (
    cited(1, "herald", "Two towns, one river", "The Valley Herald", "2024-03-18", "Ana Ortiz"),
    cited(2, "basin", "Low flows in the Tarn basin", "Basin Water Authority", "2024-06", "Tom Okafor", "Lise Brandt"),
    cited(3, "union", "What growers stand to lose", "Growers’ Union of the Lower Tarn", "2025-02-02"),
)

EVENTS = (
    Line("The basin’s reservoir falls below a third for the first time", ref("basin", 2), "2023"),
    Line("Upper Tarn limits garden watering to two days a week", ref("herald", 4), "2024-03-11"),
    Line(
        "Growers block the pumping station for three days",
        (*ref("herald", 9), *ref("union", 3)),
        "2024-04-02/2024-04-04",
    ),
    Line("The authority publishes its low-flow plan", ref("basin", 1), "2024-06"),
    Line("A court in Lenz stops the plan until it has heard both towns", ref("union", 6), "2024-07-15"),
    Line("Rain fills the reservoir to half; limits stay", ref("union", 7), "2024-10"),
    Line("Both towns sign a truce on night pumping", ref("union", 9), "2025-01-20"),
    Line("The court is to rule on the plan", ref("union", 12), "2025-04-30", "planned"),
)

POLICY = Summary(
    title="Tarn water: a plan that neither town trusts",
    audience="policy",
    language="en",
    kicker="Policy brief",
    rules=PageRules("briefing", 380, 500, 8.0),
    sources=SOURCES,
    cuts=(
        ("watch", 3),
        ("watch", 2),
        ("tensions", 3),
        ("implications", 3),
        ("reading", 1),
        ("timeline", 8),
        ("timeline", 6),
        ("judgements", 4),
        ("judgements", 3),
    ),
    blocks=(
        Block(
            "lead",
            "Bottom line",
            (
                Line(
                    "The authority’s low-flow plan is unlikely to hold through a second dry summer: it saves water on"
                    " paper, but the two towns that would have to carry it out were not asked, and the growers have"
                    " taken it to court.",
                    (*ref("basin", 1), *ref("union", 6)),
                ),
            ),
            keep=1,
        ),
        Block(
            "judgements",
            "Key judgements",
            (
                Line(
                    "The reservoir could fall below a fifth by September if rain stays away as in 2023.",
                    ref("basin", 3),
                    detail="1 of 3 sources",
                ),
                Line(
                    "Limits on gardens save far less than a change in night pumping would, Tom Okafor argues.",
                    ref("basin", 5),
                    "Tom Okafor",
                    "1 of 3 sources",
                ),
                Line(
                    "Growers would lose at least a tenth of the harvest under the plan.",
                    (*ref("union", 3), *ref("herald", 8)),
                    "Growers’ Union",
                    "2 of 3 sources",
                ),
                Line(
                    "Neither town has said that it will obey the plan before the court has ruled.",
                    (*ref("herald", 12), *ref("union", 10)),
                    detail="2 of 3 sources, contested",
                ),
            ),
            keep=3,
        ),
        Block(
            "tensions",
            "Where the sources disagree",
            (
                Line(
                    "The authority says that gardens use a fifth of the water; the union calls that figure invented.",
                    (*ref("basin", 6), *ref("union", 5)),
                    "How much do gardens use?",
                ),
                Line(
                    "The Herald reports a broken promise of talks; the authority says that none was made.",
                    (*ref("herald", 6), *ref("basin", 9)),
                    "Were the towns asked?",
                ),
                Line(
                    "Both towns call the truce a success, the union a pause.",
                    (*ref("union", 9), *ref("herald", 14)),
                    "Does the truce hold?",
                ),
            ),
            keep=1,
        ),
        Block(
            "implications",
            "What it means for the basin",
            (
                Line("The authority would have to start hearings again if it loses in court.", ref("union", 13)),
                Line("Other basins are waiting for the ruling before they plan for low flows.", ref("basin", 11)),
                Line("The towns could share the cost of one more pipe, as they did in 1998.", ref("herald", 16)),
            ),
        ),
        Block("timeline", "Timeline", EVENTS),
        Block(
            "watch",
            "What to watch",
            (
                Line("The ruling of the court in Lenz", ref("union", 12), "2025-04-30"),
                Line("Whether the truce on night pumping is renewed", ref("union", 9), "2025-06"),
                Line("The level of the reservoir at the end of the summer", ref("basin", 3), "2025-09"),
            ),
        ),
        Block(
            "reading",
            "How to read this page",
            (
                Line("Boxes count the sources that say so.", label="Support"),
                Line("[2 ¶7] is source 2, paragraph 7. Agreement between sources is not proof."),
            ),
        ),
        Block("sources", "Sources", ()),
    ),
)

STUDENTS = Summary(
    title="The Tarn: whose water is it?",
    audience="students",
    language="en",
    kicker="One-page summary for students",
    rules=PageRules("question", 220, 350, 8.8),
    sources=SOURCES,
    cuts=(("people", 6), ("people", 4), ("terms", 4), ("timeline", 8), ("timeline", 6), ("lead", 3), ("think", 2)),
    blocks=(
        Block(
            "lead",
            "In short",
            (
                Line(
                    "Two towns and their farms share one river, and in dry summers it does not carry enough for all.",
                    ref("herald", 2),
                ),
                Line("The water authority has made a plan that cuts everyone’s share.", ref("basin", 1)),
                Line(
                    "The growers say that the plan would cost them at least a tenth of their harvest.", ref("union", 3)
                ),
                Line("A court has stopped the plan and is to rule on it in April 2025.", ref("union", 12)),
            ),
            keep=2,
        ),
        Block("question", "The big question", (Line("Who should give up water first when a river runs low?"),), keep=1),
        Block(
            "terms",
            "Words you need",
            (
                Line("The least water that a river needs to stay alive.", ref("basin", 4), "Low flow"),
                Line("The land whose rain drains into one river.", ref("basin", 2), "Basin"),
                Line(
                    "Taking river water between ten at night and five in the morning.",
                    ref("herald", 7),
                    "Night pumping",
                ),
                Line("A court’s order that something must wait.", ref("union", 6), "Injunction"),
                Line("A lake that is made to keep water for dry months.", ref("basin", 2), "Reservoir"),
                Line("The part of the harvest that is sold abroad.", ref("union", 4), "Export crop"),
            ),
        ),
        Block("timeline", "When it happened", EVENTS),
        Block(
            "people",
            "Who is who",
            (
                Line("hydrologist at the authority", ref("basin", 5), "Tom Okafor"),
                Line("mayor of Upper Tarn", ref("herald", 3), "Ruth Adeyemi"),
                Line("mayor of Lower Tarn", ref("herald", 5), "Jan Kessler"),
                Line("president of the Growers’ Union", ref("union", 2), "Marta Lindqvist"),
            ),
        ),
        Block(
            "think",
            "Think about it",
            (
                Line("Which of the three sources gives the strongest evidence, and why?"),
                Line(
                    "Is a limit on gardens fair to people without a farm? Find one reason on each side.",
                    (*ref("basin", 6), *ref("union", 5)),
                ),
                Line("What would have to change for both towns to accept the plan?"),
            ),
            keep=2,
        ),
        Block("sources", "Sources", ()),
    ),
)


def _question(prompt: str, level: str, phase: str, minutes: int, *look_fors: Line) -> Question:
    refs = tuple(dict.fromkeys(one for line in look_fors for one in line.refs))
    return Question(prompt, "close reading", level, phase, minutes, prompt[:12], refs, look_fors)


QUESTIONS = QuestionSet(
    "The Tarn: whose water is it?",
    "students",
    "en",
    45,
    (
        _question(
            "When did growers block the pumping station, and for how long?",
            "remember",
            "opening",
            5,
            Line("2 to 4 April 2024", ref("herald", 9)),
            Line("Three days", ref("union", 3)),
        ),
        _question(
            "Why does the Growers’ Union call the authority’s figure on gardens invented? Give two reasons.",
            "understand",
            "opening",
            8,
            Line("No meters in gardens", ref("union", 5)),
            Line("The figure comes from another basin", ref("union", 5)),
        ),
        _question(
            "The Herald and the authority describe the same meeting differently. Where do they part, and what could explain it?",
            "analyse",
            "core",
            12,
            Line("The Herald reports a promise of talks", ref("herald", 6)),
            Line("The authority says that none was made", ref("basin", 9)),
            Line("They speak of different weeks in March", (*ref("herald", 6), *ref("basin", 9))),
        ),
        _question(
            "Who should give up water first when the river runs low?",
            "evaluate",
            "closing",
            20,
            Line("Gardens: they grow no food", ref("union", 8)),
            Line("Growers: they use most of it", ref("basin", 6)),
        ),
    ),
    SOURCES,
)

QUIZ = Quiz(
    "The Tarn: whose water is it?",
    "students",
    "en",
    (
        QuizItem(
            CHOICE,
            "Who published the low-flow plan?",
            ref("basin", 1),
            (Line("The Valley Herald"), Line("The authority"), Line("The union"), Line("A court")),
            ("The authority",),
            (Line("The authority publishes its low-flow plan", ref("basin", 1), "Basin Water Authority"),),
        ),
        QuizItem(TRUE_FALSE, "Growers blocked the pumping station.", ref("herald", 9), answers=("true",)),
        QuizItem(CLOZE, "A court in _____ stops the plan.", ref("union", 6), answers=("Lenz",)),
        QuizItem(SHORT, "For how many days was the station blocked?", ref("herald", 9), answers=("three", "3")),
        QuizItem(
            MATCH,
            "Who says what?",
            ref("basin", 5),
            (
                Line("Gardens matter less.", ref("basin", 5), "Tom Okafor"),
                Line("Invented.", ref("union", 5), "The union"),
            ),
        ),
        QuizItem(ORDER, "Put these in order.", ref("basin", 1), EVENTS[1:4]),
    ),
    SOURCES,
)

TEACHING = TeachingSet(
    "The Tarn: whose water is it?",
    "students",
    "en",
    (
        Part(
            "documents",
            "Document sheets",
            (
                Block("document", "Two towns, one river", (Line("Ana Ortiz", (), "Who wrote it"),)),
                Block("excerpt", "", (Line("Nobody had asked the growers about the plan.", ref("herald", 6)),)),
                Block("questions", "Questions", (Line("Who was not asked, and why?", ref("herald", 6)),)),
                Block("document", "Low flows in the Tarn basin", (Line("Tom Okafor", (), "Who wrote it"),)),
                Block("questions", "Questions", (Line("What does the plan leave out?", ref("basin", 3)),)),
            ),
            "document-sheets",
        ),
        Part(
            "glossary",
            "Glossary",
            (
                Block("terms", "Explained", (Line("The least that a river needs.", ref("basin", 4), "Low flow"),)),
                Block("lookup", "Look these up", (Line("", ref("union", 2), "Abstraction"),)),
            ),
            "glossary",
        ),
        Part(
            "roles",
            "Role cards",
            (Block("card", "Tom Okafor", (Line("An engineer", ref("basin", 5), "You are"), Line("Why?", (), "Ask"))),),
            "role-cards",
        ),
        Part(
            "rubric",
            "Rubric",
            (
                Block("question", "The question", (Line("Who should give up water first?"),)),
                Block("criteria", "What we look for", (Line("Backs each claim.", (), "Uses evidence"),)),
            ),
            "rubric",
        ),
        Part(
            "exit",
            "Exit ticket",
            (
                Block("ticket", "Today", (Line("One thing I have learnt", detail="3 lines"), Line("And one more"))),
                Block("vote", "Vote", (Line("Does the plan hold?"), Line("It holds"), Line("It fails"))),
            ),
            "exit-ticket",
        ),
        Part(
            "facilitator",
            "Facilitator’s notes",
            (
                Block("before", "Before class", (Line("Print the sheets."),)),
                Block("phase", "Opening", (Line("Take a vote.", (), "Do"),), note="slide 2", minutes=5),
            ),
            "facilitator-notes",
            teacher=True,
        ),
    ),
    SOURCES,
)

DECK = Deck(
    "The Tarn: whose water is it?",
    "students",
    "en",
    tuple(
        Slide(
            "claim",
            Line(f"Claim {number} of the deck stands here as a sentence"),
            (LineGroup((Line("Evidence", ref("herald", number)),)),),
            notes=(Line("Say this."), Line(f"What speaks against claim {number}?", label="ask")),
        )
        for number in range(1, 8)
    ),
    SOURCES,
)

SPOKEN = Sheets(
    DECK.title,
    "en",
    tuple(
        Sheet(
            960,
            540,
            (),
            slide.title.text,
            "claim",
            notes=(*slide.notes, Line("As the passage has it.", ref("basin", 4), "evidence")),
        )
        for slide in DECK.slides
    ),
)
"""The slides of the deck with what is said at them."""

GUIDED = GuidedNotes(
    DECK.title,
    "students",
    "en",
    (
        GuidedSlide(
            2, "The dam holds less", (GuidedLine("The dam holds 38 per cent.", ref("basin", 3), (Blank(14, 16, 1),)),)
        ),
        GuidedSlide(
            3,
            "What was said",
            (
                GuidedLine("The ban began.", ref("herald", 2), (), "2024-08-12"),
                GuidedLine("Marta Lindqvist counts the wells.", (), (Blank(0, 15, 2),)),
            ),
        ),
    ),
    SOURCES,
)
