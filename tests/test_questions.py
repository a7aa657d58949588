"""Questions from briefs of other fields; tests/cases/questions.md holds the briefs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import compose, questions
from briefpack.errors import TemplateError
from briefpack.model import (
    Audience,
    Brief,
    Event,
    Figure,
    Line,
    Organisation,
    Passage,
    Person,
    Point,
    Question,
    Quote,
    Ref,
    Side,
    Source,
    Tension,
    Term,
)
from briefpack.pack import shipped
from briefpack.questions import Asked, documents, events, figures, gates, judgements, shapes, sourcing, tensions, voices
from briefpack.questions.material import Material
from briefpack.questions.skeleton import HIGH, VIEWS, Skeleton, draft

FORMS = compose.skeletons(("base",), shipped.template)
CASES = Path(__file__).parent / "cases" / "questions.md"
COUNTS = (("questions", 7),)
STUDENTS = Audience("students", "Students", "students", "classroom", 16, 18, 45, COUNTS, 45, ("analyse", "evaluate"))
POLICY = Audience(
    "policy", "Policy", "policy", "briefing", 20, 30, 45, COUNTS, 30, ("evaluate", "analyse"), voice="policy"
)


def ask(brief: Brief, audience: Audience) -> Asked:
    """The questions of the skeletons that ship."""
    return questions.ask(brief, audience, FORMS)


def brief_of(case: str, question: str = "") -> Brief:
    """The brief that a part of the cases file writes down."""
    keys: list[list[str]] = []
    rows: dict[str, list[tuple[str, str]]] = {}
    items: list[list[str]] = []
    for line in filter(None, (row.strip() for row in case.splitlines())):
        if line.startswith("source "):
            keys.append([part.strip() for part in line[7:].split("|")])
            rows[keys[-1][0]] = []
        elif re.match(r"\d+\.\d+ ", line):
            rows[keys[-1][0]].append((line.split(" ")[0], line.partition(" ")[2]))
        else:
            kind, _, rest = line.partition(" ")
            items.append([kind, *(part.strip() for part in rest.split("|"))])
    sources = tuple(_source(*fields, rows=rows[fields[0]]) for fields in keys)
    texts = {p.ref: p.text for s in sources for p in s.passages}
    return Brief("A case", question, sources, **_items(items, texts))  # type: ignore[arg-type]


def _source(key: str, publisher: str, genre: str, date: str, authors: str, *, rows: list[tuple[str, str]]) -> Source:
    passages = tuple(Passage(_ref(f"{key} {number}"), text) for number, text in rows)
    people = tuple(a.strip() for a in authors.split(";") if a.strip())
    return Source(
        key, f"{key}.txt", "", passages, title=key, authors=people,
        publisher=publisher or None, genre=genre or None, published=date or None,
    )  # fmt: skip


def _ref(text: str) -> Ref:
    return Ref.parse(text)


def _refs(text: str) -> tuple[Ref, ...]:
    return tuple(_ref(part.strip()) for part in text.split(";"))


def _items(items: list[list[str]], texts: dict[Ref, str]) -> dict[str, tuple[object, ...]]:
    found: dict[str, list[object]] = {}
    for kind, *fields in items:
        a, b, c, d, e = (fields + [""] * 5)[:5]
        match kind:
            case "point":
                found.setdefault("points", []).append(Point(texts[_ref(a)], _refs(a), voice=b))
            case "person":
                found.setdefault("people", []).append(Person(a, _refs(b), role=c))
            case "organisation":
                found.setdefault("organisations", []).append(Organisation(a, _refs(b)))
            case "quote":
                found.setdefault("quotes", []).append(Quote(d, _refs(a), b, c))
            case "figure":
                found.setdefault("figures", []).append(Figure(b, texts[_ref(a)], _refs(a), c, "", d, e))
            case "event":
                found.setdefault("events", []).append(Event(texts[_ref(a)], _refs(a), b, planned=c == "planned"))
            case "term":
                found.setdefault("terms", []).append(Term(a, _refs(b), c))
            case "tension":
                sides = tuple(Side(r.source, texts[r], (r,)) for r in _refs(c))
                found.setdefault("tensions", []).append(Tension(b, sides, a))
            case _:
                raise AssertionError(f"no such kind of item: {kind}")
    return {kind: tuple(rows) for kind, rows in found.items()}


def parts() -> list[tuple[str, str]]:
    """Heading and body of each part."""
    found = re.split(r"^## ", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in found]


def full_parts() -> list[tuple[str, str]]:
    return parts()[:-1]


both = pytest.mark.parametrize("audience", [STUDENTS, POLICY], ids=lambda a: a.name)
each = pytest.mark.parametrize("part", parts(), ids=lambda part: part[0])
full = pytest.mark.parametrize("part", full_parts(), ids=lambda part: part[0])


def sound(asked: Asked, brief: Brief) -> None:
    """Every question passes the gates, and the set those rules that hold for any number of questions."""
    passages = Material(brief).passages
    prompts = [question.prompt for question in asked.questions]
    assert [(q.prompt, r) for q in asked.questions if (r := gates.refusal(q, passages))] == []
    assert len({q.skeleton for q in asked.questions}) == len(prompts)
    assert len({gates.opening(prompt) for prompt in prompts}) == len(prompts)
    order = ["opening", "core", "closing"]
    assert [q.phase for q in asked.questions] == sorted((q.phase for q in asked.questions), key=order.index)


@both
@each
def test_every_question_passes_every_gate(part: tuple[str, str], audience: Audience) -> None:
    brief = brief_of(part[1])

    asked = ask(brief, audience)

    sound(asked, brief)


@both
@full
def test_a_set_keeps_the_rules_of_sets(part: tuple[str, str], audience: Audience) -> None:
    brief = brief_of(part[1])

    questions = ask(brief, audience).questions
    levels = Counter(q.level for q in questions)
    anchored = [{ref.source for ref in q.refs} for q in questions]

    assert len(questions) >= 6
    assert len(levels) >= 3 and sum(levels[level] for level in HIGH) * 2 >= len(questions)
    assert set().union(*anchored) == {s.key for s in brief.sources}
    assert sum(len(keys) > 1 for keys in anchored) >= (2 if len(brief.sources) > 1 else 0)
    assert any(q.skill in ("sourcing", "contextualising") for q in questions)
    assert {q.phase for q in questions} == {"opening", "core", "closing"}


@both
@each
def test_the_same_brief_gives_the_same_questions(part: tuple[str, str], audience: Audience) -> None:
    assert ask(brief_of(part[1]), audience) == ask(brief_of(part[1]), audience)


@pytest.mark.parametrize("minutes", [9, 20, 30, 45, 50, 75, 90])
@each
def test_minutes_add_up_to_the_lesson(part: tuple[str, str], minutes: int) -> None:
    audience = Audience("students", "", "students", "", 16, 18, 45, COUNTS, minutes, ())

    questions = ask(brief_of(part[1]), audience).questions

    assert sum(q.minutes for q in questions) == minutes
    assert all(q.minutes > 0 for q in questions)


@both
@each
def test_every_look_for_leads_to_a_passage_and_says_more_than_the_question(
    part: tuple[str, str], audience: Audience
) -> None:
    brief = brief_of(part[1])
    passages = Material(brief).passages

    for question in ask(brief, audience).questions:
        assert len(question.look_fors) >= 2
        assert all(line.refs and line.refs[0] in passages and line.text for line in question.look_fors)


def test_one_source_is_said_to_be_one() -> None:
    asked = ask(brief_of(dict(parts())["A court ruling in one source"]), STUDENTS)

    assert [n.what for n in asked.notices if n.gate == "T3"] == [
        "one source only: no question sets two against each other"
    ]


@both
def test_nothing_to_ask_about_is_no_crash(audience: Audience) -> None:
    asked = ask(Brief("", "", ()), audience)

    assert asked.questions == () and asked.notices


def test_the_question_of_the_brief_closes_the_lesson() -> None:
    brief = brief_of(
        dict(parts())["A vaccine trial, reported and doubted"], "How many seasons of data does a vaccine need?"
    )

    closing = ask(brief, STUDENTS).questions[-1]

    assert "How many seasons of data does a vaccine need?" in closing.prompt


def test_two_numbers_are_asked_about_where_sources_count_differently() -> None:
    brief = brief_of(dict(parts())["A trade deal under two names"])

    assert "two numbers" in [draft.skeleton.name for draft in tensions.ask(Material(brief, FORMS))]


SLOTS = {
    "a": "the Argus report", "b": "the Probe Weekly opinion piece", "where": "the Argus report and the Probe Weekly opinion piece",
    "x": "Miriam Osei", "y": "Hana Brandt", "matter": "protection after the first year", "issue": "Is one season of data enough?",
    "claim": "“Protection may fade within a year”", "other": "“The trial is the largest of its kind”", "hedge": "“may”",
    "speaker": "Miriam Osei", "quote": "“Parents have waited thirty years for a tool”", "reply": "“A single season tells us little”",
    "figure": "“severe illness by at least 68 per cent”", "topic": "the World Health Agency", "name": "the World Health Agency",
    "heard": "Miriam Osei and Hana Brandt", "date": "November 2024", "first": "4 March 2024", "last": "20 June 2024",
    "then": "March 2024", "later": "June 2024", "term": "“real-world protection”", "one": "“real-world protection”",
    "two": "“a tool”", "count": "three", "line": "“Protection may fade within a year”",
}  # fmt: skip
SAID = (
    "Miriam Osei of the World Health Agency heard Hana Brandt say: Protection may fade within a year. "
    "The trial is the largest of its kind. Parents have waited thirty years for a tool. A single season tells us little. "
    "One season of data showed that vaccines cut severe illness by at least 68 per cent. This is real-world protection."
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_wording_passes_the_gates_when_its_slots_are_in_order(form: Skeleton) -> None:
    ref = Ref("argus", 1, 1)
    look_fors = (Line("Names the licence.", (ref,)), Line("Names the rainy months.", (ref,)))
    slots = dict(draft(form, SLOTS, (ref,), look_fors).slots) | {"other": _other(form)}

    for wording in form.wordings:
        prompt = wording.format_map(slots)
        question = Question(prompt, form.skill, form.level, form.phases[0], 5, form.name, (ref,), look_fors)
        assert (prompt, gates.refusal(question, {ref: Passage(ref, SAID)})) == (prompt, "")


def _other(form: Skeleton) -> str:
    return "Hana Brandt" if form.takes == "two voices" else SLOTS["other"]


def test_every_skeleton_has_three_wordings_that_open_differently() -> None:
    for form in FORMS:
        assert len({gates.opening(wording) for wording in form.wordings}) >= 3


def test_what_a_good_answer_does_is_one_sentence_that_goes_on_from_the_head_of_the_key() -> None:
    said = [form.answer for form in FORMS if form.answer]

    assert len(said) >= 60 and len(set(said)) == len(said)
    wrong = [one for one in said if not re.fullmatch(r"(?:[A-Z][a-z]*s)\b[^.]{20,140}\.", one)]
    assert wrong == []


def test_about_sixty_skeletons_cover_every_skill_and_voice() -> None:
    assert 60 <= len(FORMS) <= 70
    assert {form.takes for form in FORMS} == set(VIEWS)
    for voice in ("students", "policy"):
        assert len({form.skill for form in FORMS if voice in form.voices}) == 6


OWN = """
{name}:
  takes: who counted
  skill: sourcing
  level: evaluate
  phases: [core]
  voices: [students]
  weight: 9
  wordings:
    - "{wording}"
"""


def course(own: str) -> tuple[Skeleton, ...]:
    """The skeletons of a course with a file of its own."""

    def load(name: str) -> str:
        return own if name == "mine/questions.yaml" else shipped.template(name)

    return compose.skeletons(("mine", "students", "base"), load)


def test_a_course_adds_changes_and_removes_skeletons() -> None:
    own = OWN.format(name="who pays", wording="Who pays if {claim}, from {a}, is wrong? Name the first to notice.")
    own = own.replace("who counted", "strongest objection").replace("weight: 9", "weight: 11")
    found = course(own + "\nlarge or small:\n  remove: true\n")
    assert [form.name for form in found if form.name == "who pays"] == ["who pays"]
    assert "large or small" not in [form.name for form in found]
    changed = course(
        OWN.format(name="who counted", wording="Who counted {figure} in {a}, and for whom did they count?")
    )
    assert next(form for form in changed if form.name == "who counted").wordings[0].startswith("Who counted")
    assert len(changed) == len(FORMS)
    brief = brief_of(dict(parts())["A vaccine trial, reported and doubted"])
    prompts = [question.prompt for question in questions.ask(brief, STUDENTS, found).questions]
    assert any(prompt.startswith("Who pays if") for prompt in prompts)


@pytest.mark.parametrize(
    ("own", "told"),
    [
        (OWN.format(name="x", wording="Who counted {figur} in {a}?"), "did you mean 'figure'"),
        (OWN.format(name="x", wording="Who counted {figure in {a}?"), "braces"),
        (OWN.format(name="x", wording="Who is {a.__class__}?"), "not written as {a}"),
        (OWN.format(name="x", wording="Who is {0} in {}?"), "not written as {a}"),
        (OWN.format(name="x", wording="Who is {a!r:>1000000000}?"), "not written as {a}"),
        (OWN.format(name="x", wording="Who is {a:>1000000000}?"), "not written as {a}"),
        (OWN.format(name="x", wording="Who is {a!x}?"), "not written as {a}"),
        (OWN.format(name="x", wording="Who counted {FIGURE}?"), "did you mean 'figure'"),
        (OWN.format(name="x", wording="Who?").replace("weight: 9", "weight: " + "9" * 5000), "from 1 to 11"),
        (OWN.format(name="x", wording="Who?").replace("who counted", "who coutned"), "did you mean 'who counted'"),
        (OWN.format(name="x", wording="Who?").replace("evaluate", "judge"), "mine/questions.yaml:5"),
        ("x:\n  weight: 3\n", "mine/questions.yaml:1: 'x' has no 'skill'"),
        ("x: 3", "mine/questions.yaml:1"),
        ("x:\n  wordigns: [a]\n", "did you mean 'wordings'"),
    ],
)
def test_a_course_s_slip_is_named_with_its_line(own: str, told: str) -> None:
    with pytest.raises(TemplateError) as caught:
        course(own)
    assert told in str(caught.value) and "mine/questions.yaml" in str(caught.value)


@pytest.mark.parametrize(
    ("prompt", "gate"),
    [
        ("The river Tamsin and its dams stood low all through the summer of that dry year", "Q1"),
        ("Did the drought in the Tamsin valley end before the winter of 2022 began?", "Q2"),
        ("Why does the bureau speak of “a flood without end” in the Tamsin valley this year?", "Q3"),
        ("Why might somebody disagree with everything that has been said here until now?", "Q4"),
        ("Why did the Tamsin fall?", "Q5"),
        ("How would you explain that the Tamsin reservoir stood at 31 per cent of capacity on 28 August?", "Q7"),
        ("It stood low in the Tamsin valley, so what would you ask the bureau?", "Q8"),
        ("Why does the article say that the Tamsin reservoir is low?", "Q8"),
        ("Why is the Tamsin reservoir obviously too low for the farms of the valley?", "Q9"),
        ("Why did the the Tamsin reservoir fall so low in the dry summer of 2022?", "Q10"),
        ("Why is it a error to say that the Tamsin reservoir fell in one summer?", "Q10"),
        ("why did the Tamsin reservoir fall so low in the dry summer of 2022?", "Q10"),
        ("Why did the Tamsin reservoir fall so low (in the dry summer of 2022?", "Q10"),
        ("Why did None and the Tamsin reservoir fall so low in the summer of 2022?", "Q10"),
        ("Why did the Tamsin reservoir fall so low, and what would you compare it with?", ""),
    ],
)
def test_gates_refuse_a_bad_question(prompt: str, gate: str) -> None:
    ref = Ref("bureau", 1, 1)
    text = "The Tamsin reservoir stood at 31 per cent of capacity on 28 August 2022, says the bureau."
    look_fors = (Line("The lowest level since 1958.", (ref,)), Line("Less rain, and more almonds.", (ref,)))
    question = Question(prompt, "sourcing", "analyse", "core", 5, "a form", (ref,), look_fors)

    assert gates.refusal(question, {ref: Passage(ref, text)}).partition(":")[0] == gate


def test_a_question_without_two_look_fors_is_refused() -> None:
    ref = Ref("bureau", 1, 1)
    look_fors = (Line("The lowest level since 1958.", (ref,)), Line("No passage.", ()))
    question = Question("Why did the Tamsin reservoir fall so low that year?", "", "", "core", 5, "", (ref,), look_fors)

    assert gates.refusal(question, {ref: Passage(ref, "The Tamsin reservoir fell low.")}).startswith("Q6")


def test_a_look_for_that_only_repeats_the_question_does_not_count() -> None:
    ref = Ref("bureau", 1, 1)
    lines = (Line("The fall of the Tamsin reservoir.", (ref,)), Line("Rain was rare.", (ref,)))

    assert gates.sound(lines, "Why did the Tamsin reservoir fall?", {ref: Passage(ref, "x")}) == lines[1:]


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"publisher": "The Valley Courier", "genre": "news"}, "the Valley Courier report"),
        ({"publisher": "Bureau of Rivers"}, "the Bureau of Rivers piece"),
        ({"publisher": "Policy Analysis", "genre": "analysis"}, "the Policy Analysis text"),
        ({"authors": ("Ken Abara", "Lise Holm"), "genre": "opinion"}, "the opinion piece by Ken Abara and Lise Holm"),
        ({"authors": ("A Bo", "C Do", "E Fo"), "genre": "analysis"}, "the analysis by A Bo and others"),
        ({"publisher": "a|b"}, "source 1"),
    ],
)
def test_a_document_is_named_as_a_reader_would(fields: dict[str, object], name: str) -> None:
    source = Source("k", "k.txt", "", (), **fields)  # type: ignore[arg-type]

    assert documents.printed((source,)) == {"k": name}


def test_two_reports_of_one_paper_are_told_apart() -> None:
    one = Source("a", "a", "", (), publisher="The Herald", genre="news", published="2024-05-16", authors=("Jo Lind",))
    two = Source("b", "b", "", (), publisher="The Herald", genre="news", published="2024-06-01")

    assert documents.printed((one, two)) == {
        "a": "the Herald report by Jo Lind",
        "b": "the Herald report of 1 June 2024",
    }


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The dam will hold through the winter, but only if the rain stays away", ""),
        ("The dam will hold through the whole winter, and nobody in the valley needs to move away", "The dam will hold through the whole winter"),
        ("In May — a week before the vote — the price of bread fell by a tenth", ""),
        ("The dam will hold.", "The dam will hold."),
    ],
)  # fmt: skip
def test_an_excerpt_ends_where_the_sense_does(text: str, kept: str) -> None:
    assert shapes.excerpt(text, 9) == kept


ODD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=40)
SENTENCE = st.one_of(
    ODD,
    st.lists(
        st.sampled_from(
            "The dam may hold, said Ana Ruiz of “dry law” 40 per cent (of it) a apple. is? likely to rise — Tamsin's None {x} the the".split()
        ),
        min_size=1,
        max_size=30,
    ).map(" ".join),
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A small brief of odd strings whose references resolve, mostly."""
    keys = draw(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3, unique=True))
    rows = {key: draw(st.lists(SENTENCE, min_size=1, max_size=4)) for key in keys}
    passages = {k: tuple(Passage(Ref(k, 1, i), t) for i, t in enumerate(texts, 1)) for k, texts in rows.items()}
    sources = tuple(
        Source(
            k,
            k,
            "",
            passages[k],
            publisher=draw(st.one_of(st.none(), ODD)),
            genre=draw(st.sampled_from([None, "news"])),
        )
        for k in keys
    )
    every = [p for row in passages.values() for p in row]
    refs = st.sampled_from([p.ref for p in every] + [Ref("gone", 9, 9)]).map(lambda ref: (ref,))
    texts = st.one_of(SENTENCE, st.sampled_from([p.text for p in every]))
    few = {"max_size": 3}
    return Brief(
        draw(ODD), draw(st.one_of(ODD, st.just("Will the dam hold?"))), sources,
        points=tuple(draw(st.lists(st.builds(Point, texts, refs, voice=ODD), **few))),
        people=tuple(draw(st.lists(st.builds(Person, st.one_of(ODD, st.just("Ana Ruiz")), refs, role=ODD), **few))),
        organisations=tuple(draw(st.lists(st.builds(Organisation, ODD, refs), **few))),
        quotes=tuple(draw(st.lists(st.builds(Quote, texts, refs, ODD, ODD), **few))),
        figures=tuple(draw(st.lists(st.builds(Figure, st.sampled_from(["40 per cent", "40", "x"]), texts, refs, ODD), **few))),
        events=tuple(draw(st.lists(st.builds(Event, texts, refs, st.sampled_from(["", "2024", "2024-13", "197X", "2024-05-16"]), planned=st.booleans()), **few))),
        terms=tuple(draw(st.lists(st.builds(Term, st.one_of(ODD, st.just("dry law")), refs, texts), **few))),
        tensions=tuple(draw(st.lists(st.builds(Tension, st.one_of(ODD, st.just("Will the dam hold?")), st.lists(st.builds(Side, st.just("a"), texts, refs, ODD), max_size=3).map(tuple), st.sampled_from(["", "denied", "numbers", "two names", "doubt"])), **few))),
    )  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(briefs(), st.sampled_from([STUDENTS, POLICY]))
def test_odd_strings_never_make_a_bad_question(brief: Brief, audience: Audience) -> None:
    asked = ask(brief, audience)

    sound(asked, brief)
    assert sum(q.minutes for q in asked.questions) in (0, audience.minutes)


def test_a_dated_event_is_not_objected_to() -> None:
    brief = brief_of(dict(parts())["A court ruling in one source"])

    prompts = [question.prompt for question in ask(brief, STUDENTS).questions]

    assert prompts and not [prompt for prompt in prompts if "objection" in prompt and "ruled on Thursday" in prompt]


@pytest.mark.parametrize("audience", [STUDENTS, POLICY], ids=lambda audience: audience.name)
@each
def test_a_question_can_be_taken_in_when_read_aloud_and_marked_at_a_glance(
    part: tuple[str, str], audience: Audience
) -> None:
    for question in ask(brief_of(part[1]), audience).questions:
        assert len(question.prompt.split()) <= 40
        assert len(question.look_fors) <= 4


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("She hopes for rain.", True),
        ("Elle demande une réunion.", True),
        ("walk-in hours in every town;", True),
        ("Rain is expected in May.", False),
        ("Essen opens its pools.", False),
    ],
)
def test_what_leans_on_other_sentences_is_no_look_for(text: str, leans: bool) -> None:
    assert shapes.dangling(text) is leans


BELONGS = """
source quay | Quay Office | official | 2024-03-04 |
1.1 The Quay Office said that ships paid 214 fees last year, and 1,300 times more for the old toll than in 1990.
1.2 "The gates will hold for a year," said Rosa Klein, the harbour master.
2.1 No fees will be taken from 2 May, the Quay Office said.
2.2 The lease of the crane ends on 1 June, and a plan for a dock is before the Larkspur Institute.
2.3 The Larkspur Institute is expected to rule on the gates by 1 July.
source gull | The Gull | opinion | 2024-03-09 | Tom Adler
1.1 The harbour master should call somebody who knows gates.
1.2 "Ten of the pilots will call that brave in a year," said Hana Brandt, a pilot.
1.3 "The gates are rotten and nobody will trust them," said Cy Vane, a pilot.
1.4 The Larkspur Institute is a bystander here.
person Rosa Klein | quay 1.2 | harbour master
person Hana Brandt | gull 1.2 | pilot
person Cy Vane | gull 1.3 | pilot
organisation Larkspur Institute | quay 2.2; quay 2.3; gull 1.4
quote quay 1.2 | Rosa Klein | harbour master | The gates will hold for a year
quote gull 1.2 | Hana Brandt | pilot | Ten of the pilots will call that brave in a year
quote gull 1.3 | Cy Vane | pilot | The gates are rotten and nobody will trust them
figure quay 1.1 | 214 | fees
figure quay 1.1 | 1,300 | times
point gull 1.1 | Tom Adler
point gull 1.4 | Tom Adler
point gull 1.3 | Tom Adler
"""


def test_what_is_asked_belongs_together():
    """Quotations of one thing answer each other; what runs from a day is not due by it; a dock is not the crane's."""
    brief = brief_of(BELONGS)
    m = Material(brief, FORMS)
    pairs = [dict(d.slots) for d in voices.ask(m) if d.skeleton.name == "two voices"]
    assert {frozenset((p["speaker"], p["other"])) for p in pairs} == {frozenset(("Rosa Klein", "Cy Vane"))}
    days = {"2.1": ("2024-05-02", "2 May"), "2.2": ("2024-06-01", "1 June"), "2.3": ("2024-07-01", "1 July")}
    texts = {str(p.ref).split(" ")[1]: p.text for p in brief.sources[0].passages}
    due = tuple(
        Event(texts[at], (_ref(f"quay {at}"),), day, words=said, planned=True) for at, (day, said) in days.items()
    )
    asked = events.ask(Material(replace(brief, events=due), FORMS))
    assert {d.refs for d in asked if d.skeleton.name == "looking ahead, checked"} == {(_ref("quay 2.3"),)}


def test_what_is_counted_is_more_than_stands_in_the_question():
    m = Material(brief_of(BELONGS), FORMS)
    told = {line.text for d in figures.ask(m) for line in d.look_fors if "counted" in line.text}
    assert told == {"Says what is counted: times more for the old toll than in 1990."}


def test_nobody_signs_with_the_body_that_speaks_through_them():
    m = Material(brief_of(BELONGS), FORMS)
    own, hers = Side("quay", "", (_ref("quay 2.3"),), ""), Side("gull", "", (_ref("gull 1.1"),), "Rosa Klein")
    assert tensions._of_one_side(m, hers, own, "the gates")
    assert tensions._of_one_side(m, hers, replace(own, source="gull", refs=(_ref("gull 1.4"),)), "the harbour master")
    assert not tensions._of_one_side(m, replace(hers, voice="Cy Vane"), own, "the gates")


def test_a_text_is_asked_how_it_speaks_of_what_it_comes_back_to():
    """'What is the Gull doing when it speaks of the Larkspur Institute' wants more than a mention."""
    m = Material(brief_of(BELONGS), FORMS)
    topics = {dict(d.slots)["topic"] for d in sourcing.ask(m) if d.skeleton.name == "report, explain, persuade"}
    assert topics == {""}


OBJECTS = """
source quay | Quay Board | news | 2024-05-02 | Jo Lind
1.1 The new crane should make the harbour safer for the crews.
1.2 Painters gave the sheds of the town a coat in May.
1.3 The survey says: "Most of the crews are content with their sheds."
source gull | The Gull | news | 2024-06-03 | Tom Adler
1.1 But the crane is no safer for the crews than the ropes that it replaced.
1.2 The harbour has a bell.
quote quay 1.3 | The survey | | Most of the crews are content with their sheds.
point quay 1.1 | Jo Lind
point quay 1.2
point gull 1.2
"""


def _forms_of(brief: Brief) -> set[str]:
    m = Material(brief, FORMS)
    return {each.skeleton.takes for ask in (judgements.ask, voices.ask) for each in ask(m)}


def test_an_objection_is_asked_for_where_something_objects() -> None:
    assert "strongest objection" not in _forms_of(brief_of(OBJECTS))
    assert "strongest objection" in _forms_of(brief_of(OBJECTS + "point gull 1.1 | Tom Adler\n"))


def test_nobody_interviews_a_survey() -> None:
    assert "said in full" not in _forms_of(brief_of(OBJECTS))
    assert "said in full" in _forms_of(brief_of(OBJECTS.replace("| The survey |", "| Cy Vane |")))
