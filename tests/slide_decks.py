"""Decks by hand for the tests of layout: two fields, statements as long as an audience allows."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefpack import compose
from briefpack.model import Cited, Deck, Line, LineGroup, Look, Ref, Slide

LOOKS = ("classroom", "briefing")
_LOOK_FILES = Path(__file__).parent.parent / "templates" / "looks"


@cache
def look(name: str) -> Look:
    """A look as it ships."""
    path = _LOOK_FILES / name / "look.yaml"
    return compose.look(path.read_text(encoding="utf-8"), file=str(path))


def refs(*places: str) -> tuple[Ref, ...]:
    """'ministry 3.1' and so on."""
    return tuple(Ref.parse(place) for place in places)


def line(text: str, *places: str, label: str = "", detail: str = "") -> Line:
    """A statement with its references."""
    return Line(text, refs(*places), label, detail)


def cited(key: str, number: int, name: str, published: str | None, title: str, genre: str | None, words: int) -> Cited:
    """A source with a few passages used."""
    used = tuple(
        (round(at / 10 + number / 97, 3), round(at / 10 + number / 97 + 0.03, 3)) for at in range(0, 9, number)
    )
    authors = ("Ines Okafor", "Tom Haldane") if number == 2 else ()
    note = "The text has no title; its first statement stands in." if number == 1 else ""
    return Cited(key, number, title, number == 1, authors, name, published, genre, name, words, len(used), used, note)


PHONES = (
    cited("herald", 1, "The Harbour Herald", "2024-09-12", "Phones stay in the locker from Monday", "news", 940),
    cited("institute", 2, "Institute for Learning Research", "2023-11-02", "What 38 schools tell us", "analysis", 1420),
    cited("union", 3, "National Union of Teachers", "2024-03", "Trust pupils, train staff", "opinion", 610),
)
LEVY = (
    cited("agency", 1, "European Environment Agency", "2025-02-11", "Border carbon levy: first year", "official", 2300),
    cited(
        "steel",
        2,
        "Steel Producers’ Federation of the Danube Region",
        "2025-03-04",
        "A levy that leaks",
        "opinion",
        760,
    ),
    cited("review", 3, "The Trade Review", "2025-03-19", "Who pays at the border?", "analysis", 1180),
)

LOCKERS = line(
    "A ban lowers distraction in lessons, but its effect on marks remains small and uncertain", "institute 4.2"
)


def students() -> Deck:
    """A lesson on telephones in schools."""
    evidence = LineGroup(
        (
            line(
                "Pupils in schools with a full ban looked at a screen 40 per cent less often during lessons.",
                "institute 5.1",
            ),
            line(
                "Marks rose by one point in a hundred, which the authors call “within the margin of error”.",
                "institute 6.3",
                "institute 7.1",
                label="Institute for Learning Research",
            ),
            line("Teachers reportedly spend about ten minutes a day less on reminders.", "herald 8.2"),
        ),
        kind="evidence",
    )
    kim = line(
        "A locked telephone teaches obedience for six hours and nothing at all about the other eighteen",
        "union 3.2", label="Marta Lindqvist", detail="Vice-president of the National Union of Teachers",
    )  # fmt: skip
    views = (
        LineGroup(
            (
                line("Distraction fell in every one of the 38 schools that were studied.", "institute 5.1"),
                line("Lessons should be a place of attention.", "herald 11.1", label="Head teacher Anne Moreau"),
            ),
            "Ban them",
            "view",
        ),
        LineGroup(
            (
                line("A rule without training moves the problem to the bus.", "union 5.2", label="Marta Lindqvist"),
                line("Marks did not change in a way that the study could measure.", "institute 6.3"),
            ),
            "Teach their use",
            "view",
        ),
    )
    slides = (
        Slide("title", Line("Telephones in school: ban them or teach their use?"), (LineGroup((Line("What three texts from 2023 and 2024 say, where they part ways, and what you make of it"), Line("Media studies, year 10"), Line("J. Ferreira"))),), "Teaching pack for students"),
        Slide("question", Line("Should schools lock telephones away, or teach pupils how to use them?"), views, "The big question"),
        Slide("terms", Line("Six terms you will meet in these texts"), (_terms(),), "Key terms"),
        Slide("timeline", Line("Within eighteen months a local trial became a national rule"), (_events(),), "Timeline"),
        Slide("people", Line("Who speaks in these texts, and for whom"), _people(), "Who is who"),
        Slide("claim", LOCKERS, (evidence, LineGroup((kim,), kind="quote")), "Key point 1 of 3"),
        Slide("claim", line("Parents were asked last, although most of the calls in school hours come from them", "herald 9.1", label="Marta Lindqvist"), (LineGroup(evidence.lines[:2], kind="evidence"), LineGroup((line("of the parents asked had called their child during a lesson in the past month", "herald 9.2", label="62 per cent", detail="The Harbour Herald’s own survey"),), kind="figure")), "Key point 2 of 3"),
        Slide("claim", line("The rule costs little money but a great deal of time at the school gate", "herald 12.1"), (evidence,), "Key point 3 of 3"),
        Slide("number", line("One number carries the debate, and it counts less than it seems to", "institute 6.3"), _number(), "A number to weigh"),
        Slide("quote", line("A teacher presents the ban as a failure of trust", "union 3.2"), (LineGroup((kim,), kind="quote"), LineGroup((line("Nobody calls a seat belt a failure of trust", "herald 13.1", label="Anne Moreau", detail="head teacher"),), kind="reply"), LineGroup((Line("Who is meant by “obedience”?"), Line("What would the speaker count as success?"), Line("What is left unsaid?")), kind="ask")), "A voice from the staff room"),
        Slide("matrix", line("All three agree on distraction; on marks they do not", "herald 4.1"), _matrix(("herald", "institute", "union")), "Sources compared"),
        Slide("discussion", Line("Would a rule that pupils write themselves work better than a ban?"), (evidence, LineGroup((Line("“I think the rule should come from …, because source … says …”"),), kind="starter")), "Discussion 1 of 2", minutes=12),
        Slide("close", Line("Three things to take away, and one last vote"), (LineGroup((line("Distraction falls where telephones are out of reach.", "institute 5.1", "herald 8.2"), line("The effect on marks is small and uncertain.", "institute 6.3"), line("Teachers’ representatives prefer training to locks.", "union 5.2"))),), "To take away"),
        Slide("sources", Line("Three texts, and the passages taken from each"), (LineGroup(tuple(Line("", label=key) for key in ("herald", "institute", "union"))),), "Sources"),
    )  # fmt: skip
    return Deck("Telephones in school", "students", "en", slides, PHONES)


def policy() -> Deck:
    """A briefing on a carbon levy at the border."""
    long = (
        line("In its first year the levy covered 303 installations in 41 countries, and importers declared about 85 per cent of the emissions that the agency had expected from customs data.", "agency 3.1"),
        line("Steel is likely to be re-routed rather than cleaned: plants with low emissions serve the Union, the others serve everyone else.", "steel 4.2", "steel 5.1", label="Steel Producers’ Federation"),
        line("Re-routing could reach a tenth of steel imports by 2027, according to two of the five models.", "review 6.1"),
    )  # fmt: skip
    bluf = line(
        "The levy works on paper and is beginning to work at the border, but its largest effect so far is on reporting, not on emissions; re-routing could undo part of it by 2027",
        "agency 3.1",
        "review 6.1",
    )
    pillars = (
        LineGroup(
            (
                line(
                    "Declared emissions reached about 85 per cent of what customs data had suggested.",
                    "agency 3.1",
                    detail="2 of 3 sources",
                ),
            ),
            "Reporting works",
            "pillar",
        ),
        LineGroup(
            (
                line(
                    "Plants with low emissions serve the Union, the others serve everyone else, the federation says; the agency has no data on this.",
                    "steel 4.2",
                    detail="1 of 3 sources",
                ),
            ),
            "Leakage is likely",
            "pillar",
        ),
        LineGroup(
            (
                line(
                    "Importers pass most of the cost on to car makers and builders within two quarters.",
                    "review 8.2",
                    detail="1 of 3 sources",
                ),
            ),
            "Users pay",
            "pillar",
        ),
    )
    slides = (
        Slide("title", Line("Carbon levy at the border: reported, paid, not yet felt"), (LineGroup((Line("What three published sources support, where they disagree, and what to watch before the 2026 review"), Line("Evidence up to 19 March 2025"))),), "Briefing for policy staff"),
        Slide("bottomline", bluf, pillars, "Bottom line up front"),
        Slide("claim", line("The levy has made emissions visible, but there is no evidence yet that it has lowered them", "agency 3.1", "review 4.1"), (LineGroup(long, kind="evidence"), LineGroup((line("We are measuring smoke at the customs desk and calling it climate policy", "steel 2.3", label="Pavel Dvorsky", detail="Chairman of the Steel Producers’ Federation of the Danube Region"),), kind="quote")), "Key judgement 1 of 3"),
        Slide("claim", line("Leakage by re-routing is the main risk before the review, and no source can put a number on it", "review 6.1", label="The Trade Review"), (LineGroup(long, kind="evidence"),), "Key judgement 2 of 3"),
        Slide("timeline", line("Most dated steps fall in the six months before the first payment", "agency 2.1"), (_events(),), "Timeline"),
        Slide("people", Line("Who decides, who pays and who comments"), _people(), "Who is who"),
        Slide("people", Line("Who presses whom, and who signs"), actors(), "Who is who"),
        Slide("number", line("The only figure on re-routing comes from models, not from customs", "review 6.1"), _number(), "A number to weigh"),
        Slide("quote", line("Producers call the levy a measurement without a policy", "steel 2.3"), (LineGroup((line("We are measuring smoke at the customs desk and calling it climate policy; meanwhile the coke ovens we wanted to replace are being dismantled, shipped and lit again a thousand kilometres away", "steel 2.3", label="Pavel Dvorsky", detail="Chairman of the Steel Producers’ Federation"),), kind="quote"), LineGroup((line("Declarations are the first step, and the first step has been taken", "agency 9.1", label="European Environment Agency"),), kind="reply"), LineGroup((Line("Which ovens are meant?"), Line("Who could check the claim?")), kind="ask")), "A voice on the record"),
        Slide("matrix", line("All agree on reporting; only the producers speak of dismantled plants", "review 4.1"), _matrix(("agency", "steel", "review")), "Sources compared"),
        Slide("terms", Line("Six terms the sources rely on"), (_terms(),), "Key terms"),
        Slide("views", Line("Two readings of the first year"), (LineGroup(long[:1], "A success so far", "view"), LineGroup(long[1:], "A leak in the making", "view")), "Two views"),
        Slide("discussion", Line("If re-routing cannot be measured at the border, what should the review of 2026 ask for?"), (LineGroup(long, kind="evidence"),), "Discussion 1 of 2", minutes=20),
        Slide("points", Line("What else the sources record"), (LineGroup((*long, *long[:2])),), "Also in the sources"),
        Slide("close", Line("What to remember"), (LineGroup(long),), "To take away"),
        Slide("sources", Line("Three sources, and the passages this briefing rests on"), (), "Sources"),
    )  # fmt: skip
    return Deck("Carbon levy at the border", "policy", "en", slides, LEVY)


def _terms() -> LineGroup:
    return LineGroup(
        (
            line("A rule that covers the whole school day, breaks included.", "herald 2.1", "agency 2.1", label="Full ban"),
            line("Doing something well enough that a test can show it.", "institute 2.2", "review 2.1", label="Attainment"),
            line("A group that is treated like the others but for one thing.", "institute 3.4", label="Control group"),
            line("", "union 2.1", "steel 2.1", label="Digital agency"),
            line("How far a result may lie from the truth by chance.", "institute 6.3", label="Margin of error"),
            line("A first try at a small scale, before a rule for all.", "herald 3.3", "agency 4.4", label="Pilot scheme"),
        )
    )  # fmt: skip


def _events() -> LineGroup:
    return LineGroup(
        (
            line("Two districts begin a trial", "herald 3.1", "agency 3.1", label="2023-02"),
            line("The trial is extended to 38 sites", "institute 2.1", "review 2.1", label="2023-06-12"),
            line("First results are published", "institute 1.1", "review 1.1", label="2023-11-02"),
            line(
                "Staff representatives object at their congress",
                "union 1.1",
                "steel 1.1",
                label="2024-03-22/2024-03-24",
            ),
            line("Parliament votes for a national rule", "herald 6.1", "agency 6.1", label="2024-05-30"),
            line("Lockers arrive in the first buildings", "herald 7.1", "agency 7.1", label="2024-08"),
            line("The rule takes effect", "herald 1.1", "agency 1.1", label="2024-09-16"),
            line("A first review is due", "herald 14.1", "agency 14.1", label="2025-06", detail="planned"),
        )
    )


def actors() -> tuple[LineGroup, ...]:
    """Five sides, those who comment, and what binds them."""
    return (
        LineGroup((line("Head of the levy office", "agency 2.1", label="Anne Moreau"), line("Commissioner for Trade", "agency 4.1", label="Viktor Salas"), line("Spokeswoman", "agency 5.1", label="Ida Holm")), "Climate Agency"),
        LineGroup((line("Chairman", "steel 2.3", label="Pavel Dvorsky"), line("Chief economist", "steel 2.4", label="Rui Costa")), "Steel Producers’ Federation"),
        LineGroup((line("Minister of Commerce", "review 2.1", label="Devi Rao"),), "India"),
        LineGroup((), "Turkey"),
        LineGroup((line("Secretary", "review 3.1", label="Tom Haldane"),), "Importers’ Union"),
        LineGroup((line("Professor", "review 4.1", label="Ines Okafor"), line("Delta Institute for Trade and Climate", "review 5.1", label="Jo Whitfield")), "They comment", "apart"),
        LineGroup((
            line("trade pact", "agency 6.1", label="Climate Agency <-> Steel Producers’ Federation", detail="partners"),
            line("imposed levy", "agency 7.1", label="Climate Agency -> India", detail="pressures"),
            line("sells steel", "steel 7.1", label="India -> Steel Producers’ Federation", detail="reaches out"),
            line("courted", "steel 8.1", label="Turkey -> Climate Agency", detail="reaches out"),
            line("sued", "steel 9.1", label="Importers’ Union -> Steel Producers’ Federation", detail="pressures"),
        ), kind="relation"),
    )  # fmt: skip


def compared() -> Slide:
    """Numbers of one unit out of one sentence."""
    bars = LineGroup(
        (
            line("at least 140", "agency 6.1", label="China"),
            line("25", "agency 6.1", label="the European Union"),
            line("7.5", "agency 6.1", label="Norway"),
        ),
        kind="bars",
    )
    said = line(
        "Duties came to at least 140 per cent for China, 25 per cent for the European Union and 7.5 per cent for Norway.",
        "agency 6.1",
    )
    note = LineGroup((said,), "Per cent. European Environment Agency, 11 February 2025", "note")
    return Slide(
        "chart", Line("China, the European Union and Norway: duties compared"), (bars, note), "Numbers compared"
    )


def counted() -> Slide:
    """How often each source names a theme."""
    counts = {"agency": (5, 1, 0), "steel": (10, 4, 3), "review": (8, 9, 4)}
    themes = ("Steel", "Customs", "Re-routing")
    rows = tuple(
        LineGroup(tuple(line(str(times), label=theme) for theme, times in zip(themes, found, strict=True)), key, "bars")
        for key, found in counts.items()
    )
    note = LineGroup((Line("Counted by briefpack in the cleaned text."),), "Times each theme is named", "note")
    return Slide("chart", Line("How often each source names the themes"), (*rows, note), "Themes counted")


def sectioned(name: str) -> Deck:
    """A long deck with section slides and charts."""
    deck = students() if name == "students" else policy()
    first, *rest = deck.slides
    parts = (
        ("The question", rest[:1]),
        ("Who and when", rest[1:5]),
        ("What the sources say", rest[5:11]),
        ("Your turn", rest[11:]),
    )
    slides = [first]
    for at, (heading, held) in enumerate(parts):
        lead = LineGroup((Line("Claims, a number, a chart and a voice; then all sources side by side"),))
        slides += [Slide("section", Line(heading), (lead,)), *held, *((compared(), counted()) if at == 2 else ())]
    # the samples of the charts cite the sources of the briefing
    return Deck(deck.title, deck.audience, "en", tuple(slides), (*deck.sources, *(LEVY if name == "students" else ())))


def _people() -> tuple[LineGroup, ...]:
    return (
        LineGroup((line("Head teacher", "herald 11.1", "agency 11.1", label="Anne Moreau"), line("Minister of Education", "herald 6.1", "agency 6.1", label="Viktor Salas")), "Schools and state"),
        LineGroup((line("Vice-president", "union 3.2", "steel 3.2", label="Marta Lindqvist"), line("Chairman of the Steel Producers’ Federation of the Danube Region", "union 1.1", "steel 2.3", label="Pavel Dvorsky")), "Unions and federations"),
        LineGroup((line("Lead author of the study", "institute 1.1", "review 1.1", label="Ines Okafor"), line("Co-author", "institute 1.1", "review 1.1", label="Tom Haldane")), "Institute for Learning Research"),
        LineGroup((line("", "herald 9.1", "agency 9.1", label="Jo Whitfield"),)),
    )  # fmt: skip


def _number() -> tuple[LineGroup, ...]:
    return (
        LineGroup((line("rise in marks in schools with a full ban, which lies within the margin of error", "institute 6.3", "review 6.1", label="about 1 per cent", detail="Institute for Learning Research"),), kind="figure"),
        LineGroup((line("Institute for Learning Research, in a study of 38 schools.", "institute 1.1", "review 1.1", label="Who says so?"), line("Printed on 2 November 2023.", "institute 1.1", "review 1.1", label="When?"), line("Marks in two subjects, one year after the rule.", "institute 6.1", "review 6.1", label="Counting what?"), Line("The source does not say.", label="What is missing?")), kind="ask"),
        LineGroup((line("Weaker pupils gained slightly more than others.", "institute 6.4", "review 6.4"), line("The effect was gone in the second year in a third of the schools.", "institute 7.2", "review 7.2")), "What follows", "follows"),
    )  # fmt: skip


def _matrix(keys: tuple[str, str, str]) -> tuple[LineGroup, ...]:
    one, two, three = keys
    return (
        LineGroup((line("distraction in lessons fell within weeks", f"{one} 8.1", label=one, detail="says"), line("screens were looked at 40 per cent less", f"{two} 5.1", label=two, detail="says"), line("quieter, at least during lessons", f"{three} 4.1", label=three, detail="says")), "Fewer distractions"),
        LineGroup((line("one point in a hundred, within the margin of error", f"{two} 6.3", label=two, detail="doubts"), line("no effect that a teacher would notice in the marks", f"{three} 6.1", label=three, detail="denies")), "Better marks"),
        LineGroup((line("lockers were paid for by the districts, not the state", f"{one} 12.1", label=one, detail="says"),), "The rule is cheap"),
        LineGroup((line("parents were told by letter in August", f"{one} 9.1", label=one, detail="doubts"), line("nobody asked them", f"{three} 7.1", label=three, detail="denies")), "Parents were consulted"),
    )  # fmt: skip
