"""A teaching set: what it holds, that all of it is cited, and that its pages hold any amount of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefpack import analysis, check, compose, page
from briefpack.compose import Beside
from briefpack.compose.kinds import PARTS
from briefpack.compose.select.teaching.debate import motion
from briefpack.errors import PageError
from briefpack.layout import links, pages
from briefpack.layout.marks import Rule, Sheets, Table
from briefpack.model import Block, Brief, Line, Part, Question, Ref, TeachingSet
from briefpack.pack import intake, shipped
from briefpack.pack.folder import Document
from page_samples import LOOKS, SOURCES
from test_pages import PAPERS, WORDS, boxes, faults, flat, words

PACKS = Path(__file__).parent / "quality" / "packs"
PACK = PACKS / "flood-barrier"


def told(folder: Path) -> Brief:
    documents = sorted(path for path in folder.iterdir() if path.name != "reference.yaml")
    sources, _ = intake.read(tuple(Document(path) for path in documents))
    return analysis.analyse(sources)


@pytest.fixture(scope="module")
def brief() -> Brief:
    return told(PACK)


def made(brief: Brief, name: str = "students") -> TeachingSet:
    audience = shipped.audience(name)
    return compose.teaching(page.parse(compose.pages(brief, audience, shipped.template).teaching), brief, audience)


def lines(whole: TeachingSet, *kinds: str) -> Iterator[Line]:
    return (line for part in whole.parts for block in part.blocks if block.kind in kinds for line in block.lines)


def read(text: str, brief: Brief, beside: Beside | None = None) -> TeachingSet:
    return compose.teaching(page.parse(text), brief, shipped.audience("students"), beside=beside, file="teaching.md")


def test_students_and_policy_staff_get_what_suits_them(brief: Brief) -> None:
    students, policy = made(brief), made(brief, "policy")

    office = ["principal", "redteam", "tabletop"]
    assert [part.kind for part in students.parts] == [kind for kind in PARTS if kind not in office]
    assert [part.kind for part in policy.parts] == ["reading", "glossary", "roles", *office, "facilitator"]
    assert [part.title for part in policy.parts][2] == "Stakeholder cards"
    assert [part.kind for part in students.parts if part.teacher] == ["pairs", "seminar", "facilitator"]
    assert [part.kind for part in policy.parts if part.teacher] == ["tabletop", "facilitator"]


@pytest.mark.parametrize("name", ["students", "policy"])
@pytest.mark.parametrize("pack", ["flood-barrier", "held-vaccine", "particle-signal"])
def test_every_statement_holds_against_its_passage(pack: str, name: str) -> None:
    brief = told(PACKS / pack)
    whole = made(brief, name)

    found = [
        notice
        for part in whole.parts
        for notice in check.teaching(part, whole, Sheets("", "en", ()), LOOKS["classroom"], brief)
    ]
    assert [notice.what for notice in found if notice.hard] == []
    assert all(line.refs for line in lines(whole, "excerpt", "terms", "lookup", "care"))


def test_an_excerpt_is_verbatim_and_short(brief: Brief) -> None:
    texts = {passage.ref: passage.text for source in brief.sources for passage in source.passages}
    whole = made(brief)

    for part in whole.parts:
        counts: dict[str, int] = {}
        for line in (line for block in part.blocks if block.kind == "excerpt" for line in block.lines):
            bare = line.text.removeprefix("[…] ").removesuffix(" […]")
            assert bare == " ".join(texts[ref] for ref in line.refs)
            counts[line.refs[0].source] = counts.get(line.refs[0].source, 0) + len(bare.split())
        assert all(count <= 120 for count in counts.values())


def test_a_sheet_asks_where_the_text_comes_from_and_how_it_speaks(brief: Brief) -> None:
    sheets = next(part for part in made(brief).parts if part.kind == "documents")

    asked = [block for block in sheets.blocks if block.kind == "questions"]
    assert [len(block.lines) for block in asked] == [2] * len(brief.sources)


def test_the_notes_tell_to_print_only_what_there_is(brief: Brief) -> None:
    full = " ".join(line.text for line in lines(made(brief), "before"))
    bare = replace(brief, terms=(), people=(), organisations=())
    short = " ".join(line.text for line in lines(made(bare), "before"))

    assert "the glossary" in full and "Role cards and exit tickets" in full
    assert "glossary" not in short and "Role cards" not in short and "Exit tickets are cut apart" in short


def test_nobody_gets_a_card_without_having_said_or_done_something(brief: Brief) -> None:
    cards = [block for part in made(brief).parts if part.kind == "roles" for block in part.blocks]

    told = [card for card in cards if card.heading != "Who is missing here?"]
    assert 3 <= len(told) <= 8
    assert len(cards) - len(told) == bool(len(told) % 4)
    for card in told:
        said = [line for line in card.lines if line.label in ("Your words", "Your view", "What the text says of you")]
        assert said and all(line.refs for line in said)


def test_a_phase_names_its_slides_and_questions_by_number(brief: Brief) -> None:
    ref = (brief.sources[0].passages[0].ref,)
    asked = tuple(Question("Why?", "", "", phase, 5, "", ref, ()) for phase in ("opening", "core", "core", "closing"))
    beside = Beside(("title", "question", "terms", "timeline", "people", "claim"), asked)

    text = '## Notes {.facilitator}\n### Who {.phase minutes=10 slides="timeline people terms" questions=core}\n- **Do:** Ask.'
    phase = read(text, brief, beside).parts[0].blocks[0]
    alone = read(text, brief).parts[0].blocks[0]

    assert (phase.minutes, phase.note) == (10, "slides 3–5, questions 2–3")
    assert alone.note == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("## Cards {.role}", "teaching.md:1: 'role' is no kind of part, did you mean 'roles'?"),
        ("## Cards {.roles}\n### Ana {.cart}", "'cart' is no kind of block of this part, did you mean 'card'?"),
        ("## N {.facilitator}\n### A {.phase slides=timelines}\n- x", "did you mean 'timeline'?"),
        ("## N {.facilitator}\n### A {.phase minutes=ten}\n- x", "minutes must be a whole number, found 'ten'"),
        (f"## N {{.facilitator}}\n### A {{.phase minutes={'9' * 5000}}}\n- x", "minutes must be a smaller number"),
        ("---\nlanguage: 'x\" onload=y'\n---\n## Glossary", "language: write a code such as 'en'"),
        ("## N {.facilitator}\n### A {.phase time=5}\n- x", "'time' is no kind of option of a block"),
        ("## Glossary\n### T {.terms}\n- A: b. [@port, 99.1]", "is no passage"),
    ],
)
def test_what_is_wrong_on_the_page_is_named_with_its_line(text: str, problem: str, brief: Brief) -> None:
    with pytest.raises(PageError) as error:
        read(text, brief)

    assert problem in str(error.value)


def any_set(seed: int, count: int) -> TeachingSet:
    """All kinds of parts with so many items each, some long, some with words that no line holds."""
    dice = random.Random(seed)

    def text(most: int = 40) -> str:
        long = "Donaudampfschifffahrtsgesellschaft" * 3
        return " ".join(dice.choices((*WORDS, long), (9,) * len(WORDS) + (1,), k=dice.randint(1, most)))

    def line() -> Line:
        refs = tuple(Ref(dice.choice(SOURCES).key, dice.randint(1, 60), 1) for _ in range(dice.randint(0, 4)))
        return Line(text(), refs, dice.choice(("", text(4))), dice.choice(("", "3 lines", text(3))))

    parts = []
    for kind, handed in PARTS.items():
        blocks = [
            Block(
                dice.choice(list(handed.blocks)),
                dice.choice(("", text(9))),
                tuple(line() for _ in range(dice.randint(0, 5))),
            )
            for _ in range(count)
        ]
        parts.append(Part(kind, text(3), tuple(blocks), handed.file, handed.teacher))
    return TeachingSet(text(10), "students", "en", tuple(parts), SOURCES)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=3, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 40))
def test_any_part_stays_on_its_pages(paper: str, look: str, seed: int, count: int) -> None:
    whole = any_set(seed, count)

    for part in whole.parts:
        sheets = pages.part(part, whole, LOOKS[look], paper)
        assert faults(sheets, look) == [], part.kind
        tables = [(mark, sheet) for sheet in sheets.sheets for mark in flat(sheet.marks) if isinstance(mark, Table)]
        assert all(mark.y + sum(mark.heights) <= sheet.h - 31 for mark, sheet in tables)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("look", LOOKS)
def test_the_parts_of_a_pack_read_well(paper: str, look: str, brief: Brief) -> None:
    whole = made(brief)

    for part in whole.parts:
        sheets = pages.part(part, whole, LOOKS[look], paper)
        assert faults(sheets, look) == []
        assert sheets.cut == ()
        read = [box for sheet in sheets.sheets for box in boxes(sheet) if box.tag in ("LI", "LBody", "BlockQuote")]
        assert min((box.size for box in read), default=11) >= 9.5
        assert any(box.tag == "H1" for box in boxes(sheets.sheets[0]))


def test_a_sheet_is_a_page_and_a_ticket_half_of_one(brief: Brief) -> None:
    whole = made(brief)
    parts = {part.kind: pages.part(part, whole, LOOKS["classroom"], "a4") for part in whole.parts}

    assert len(parts["documents"].sheets) == len(brief.sources)
    assert len(parts["exit"].sheets) == 1
    heard = [box for box in boxes(parts["exit"].sheets[0]) if box.tag != "Artifact"]
    assert all(box.y + box.h < parts["exit"].sheets[0].h / 2 for box in heard)


def test_four_cards_stand_on_a_page(brief: Brief) -> None:
    whole = made(brief)
    part = next(part for part in whole.parts if part.kind == "roles")
    sheets = pages.part(replace(part, blocks=(part.blocks * 3)[:9]), whole, LOOKS["classroom"], "letter")

    assert len(sheets.sheets) == 3
    assert any(isinstance(mark, Rule) and mark.dash for mark in sheets.sheets[0].marks)


def test_a_rubric_is_a_table_with_a_header(brief: Brief) -> None:
    whole = made(brief)
    rubric = next(part for part in whole.parts if part.kind == "rubric")
    sheets = pages.part(rubric, whole, LOOKS["classroom"], "a4")

    table = next(mark for mark in flat(sheets.sheets[0].marks) if isinstance(mark, Table))
    assert ["".join(run.text for run in cell.paragraphs[0].runs) for cell in table.rows[0]][1] == "What we look for"
    assert len(table.rows) == 1 + sum(1 for _ in lines(replace(whole, parts=(rubric,)), "criteria"))


def test_no_answer_stands_in_what_students_get(brief: Brief) -> None:
    audience = shipped.audience("students")
    whole = made(brief)
    asked = compose.question_set(
        page.parse(compose.pages(brief, audience, shipped.template).questions), brief, audience
    )
    shown = [words(sheet) for sheet in pages.questions(asked, LOOKS["classroom"], "a4").sheets]

    assert not any(block.heading in page for block in asked.beside for page in shown)
    answers = {line.text for line in lines(whole, "answers")}
    handed = (line.text for part in whole.parts if not part.teacher for block in part.blocks for line in block.lines)
    assert answers and not answers & {text for text in handed if len(text.split()) > 8}


def test_the_links_of_a_file_in_a_folder_reach_the_page_of_sources(brief: Brief) -> None:
    whole = made(brief)
    sheets = links.deeper(pages.part(whole.parts[0], whole, LOOKS["classroom"], "a4"), 1)

    runs = [run for sheet in sheets.sheets for box in boxes(sheet) for each in box.paragraphs for run in each.runs]
    led = [run.link for run in runs if run.link]
    assert led and all(link.startswith("../../sources.html#") for link in led)


RUNNING = "They say that Norway is near. In Geneva the council met."


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ("The council should sell the harbour.", "the council should sell the harbour"),
        ("Norway is the smaller partner of Chile.", "Norway is the smaller partner of Chile"),
        ("Marshes store more carbon than gates.", ""),  # perhaps a name, perhaps not
        ("The mayor said that the harbour pays for itself.", ""),
        ("The council “must act” this year.", ""),
        ("It will not hold.", ""),
        ("The harbour pays for itself. It always did.", ""),
        ("The plan for the harbour", ""),
    ],
)
def test_a_motion_is_made_only_where_its_grammar_is_safe(said: str, moved: str) -> None:
    assert motion(said, RUNNING) == moved


@pytest.mark.parametrize(
    ("pack", "debated", "news"), [("water-rights", True, 4), ("flood-barrier", True, 2), ("school-meals", False, 2)]
)
def test_what_a_set_gives_out_is_cited_and_fills_its_time(pack: str, debated: bool, news: int) -> None:
    brief = told(PACKS / pack)
    students, policy = made(brief), made(brief, "policy")
    argued, asked, judged = (
        (*lines(students, "side", "more"),),
        (*lines(policy, "ask"),),
        (*lines(policy, "judgement"),),
    )
    minutes = {part.kind: sum(block.minutes for block in part.blocks) for part in (*students.parts, *policy.parts)}

    assert bool(argued) is debated and all(line.refs for line in argued)
    assert {line.label for line in asked if not line.refs} == {"How far that carries"}
    assert _ALWAYS <= {line.label for line in judged if not line.refs} <= {*_ALWAYS, "How sure it is said"}
    for block in (block for part in policy.parts for block in part.blocks if block.kind in ("ask", "judgement")):
        assert block.lines[0].refs
    assert (minutes["seminar"], minutes["tabletop"]) == (45, 30)
    (exercise,) = (part for part in policy.parts if part.kind == "tabletop")
    injects = [line for block in exercise.blocks for line in block.lines if line.label.startswith("Inject, ")]
    assert len(injects) == len({line.label for line in injects}) == news and all(line.refs for line in injects)


_ALWAYS = {"What it rests on", "What would have to be true", "What would change it", "Whose interest"}
"""What is asked of every judgement; how sure it is said only of one that says so."""


def test_a_debate_has_equal_time_and_both_sides(brief: Brief) -> None:
    debates = [part for part in made(told(PACKS / "water-rights")).parts if part.kind == "debate"]

    times = {line.label: line.text for line in lines(replace(made(brief), parts=tuple(debates)), "times")}
    assert len([block for block in debates[0].blocks if block.kind == "side"]) == 2
    assert times["One side opens"] == times["The other side opens"]
    assert times["One side closes"] == times["The other side closes"]
    assert sum(int(text.split(" ")[0]) for text in times.values()) == 45


def test_without_its_material_a_part_is_left_out_and_named() -> None:
    brief = told(PACK)
    bare = replace(brief, tensions=(), events=(), people=(), organisations=(), quotes=())
    audience = shipped.audience("policy")
    pages_made = compose.pages(bare, audience, shipped.template)

    kinds = [part.kind for part in made(bare).parts]
    assert not {"debate", "memo", "roles"} & set(kinds)
    assert "tabletop" not in [part.kind for part in made(bare, "policy").parts]
    assert any("tabletop exercise" in notice.what for notice in pages_made.notices)
