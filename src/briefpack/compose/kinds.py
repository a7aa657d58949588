"""The kinds of slide and block that a page may hold, and what their lines are; docs/templates.md lists them."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from briefpack.page.inline import Place


@dataclass(frozen=True, slots=True)
class Shape:
    """What a slide of one kind holds."""

    group: str = ""
    """Kind of the lines that stand under the slide's own heading."""
    quoted: str = ""
    """Kind of a '> quotation' there; empty where it is a line like the others."""
    groups: tuple[str, ...] = ()
    """Kinds that '### heading {.kind}' may have; a heading without a kind has the first one."""
    labelled: tuple[str, ...] = ()
    """Kinds of group whose lines begin with a label: a date, a name, a term, a value, a source key."""
    counted: tuple[str, ...] = ()
    """Kinds of group whose lines say how many sources stand behind them."""


SLIDES = {
    "title": Shape(),
    "question": Shape(groups=("view",)),
    "bottomline": Shape(group="pillar", groups=("pillar", "sowhat"), counted=("pillar",)),
    "claim": Shape("evidence", "quote", ("evidence", "quote", "figure"), ("figure",)),
    "timeline": Shape(labelled=("",)),
    "people": Shape(groups=("", "apart", "relation"), labelled=("", "apart", "relation")),
    "number": Shape("figure", groups=("follows", "ask", "figure"), labelled=("figure", "ask")),
    "quote": Shape("quote", "quote", ("reply", "ask", "quote")),
    "matrix": Shape(groups=("",), labelled=("",)),
    "terms": Shape(labelled=("",)),
    "chart": Shape("bars", groups=("bars", "note"), labelled=("bars",)),
    "section": Shape(),
    "views": Shape(groups=("view",)),
    "discussion": Shape("evidence", groups=("starter", "evidence")),
    "sources": Shape(labelled=("",)),
    "close": Shape(groups=("watch",), labelled=("watch",)),
    "points": Shape(),
}

BLOCKS = {
    "lead": Shape(),
    "judgements": Shape(counted=("",)),
    "tensions": Shape(labelled=("",)),
    "implications": Shape(),
    "facts": Shape(),
    "timeline": Shape(labelled=("",)),
    "watch": Shape(labelled=("",)),
    "terms": Shape(labelled=("",)),
    "people": Shape(labelled=("",)),
    "question": Shape(),
    "think": Shape(),
    "views": Shape(),
    "sources": Shape(),
    "reading": Shape(),
}


@dataclass(frozen=True, slots=True)
class Handed:
    """A kind of part of a teaching set."""

    file: str
    """Name of the file that it becomes, without its ending."""
    blocks: dict[str, Shape]
    """The kinds that '### heading {.kind}' may have; a heading without a kind has the first one."""
    teacher: bool = False
    """True where it may stand in no file that a student gets."""


_LABELLED = Shape(labelled=("",))
_SOURCE = Shape(quoted="excerpt", labelled=("",))

_PLAN = {"before": Shape(), "phase": _LABELLED, "observe": Shape(), "note": Shape()}
"""A plan of a talk: what comes before it, its phases with their minutes, what onlookers note."""

PARTS = {
    "reading": Handed("reading-set", {"source": _SOURCE, "note": Shape(), "excerpt": Shape()}),
    "glossary": Handed("glossary", {"terms": _LABELLED, "lookup": _LABELLED}),
    "documents": Handed(
        "document-sheets", {"document": _SOURCE, "excerpt": Shape(), "questions": Shape(), "note": Shape()}
    ),
    "roles": Handed("role-cards", {"card": _LABELLED, "note": Shape()}),
    "rubric": Handed("rubric", {"question": Shape(), "criteria": _LABELLED, "note": Shape()}),
    "frame": Handed("evidence-frame", {"question": Shape(), "write": Shape(), "note": Shape()}),
    "debate": Handed(
        "debate",
        {
            "question": Shape(),
            "side": Shape(),
            "more": Shape(),
            "times": _LABELLED,
            "write": Shape(),
            "note": Shape(),
        },
    ),
    "memo": Handed("role-memo", {"note": Shape(), "roles": _LABELLED, "write": Shape()}),
    "exit": Handed("exit-ticket", {"ticket": Shape(), "vote": Shape()}),
    "pairs": Handed("think-pair-share", _PLAN, teacher=True),
    "seminar": Handed("seminar", _PLAN, teacher=True),
    "principal": Handed("principal-questions", {"ask": Shape(), "open": Shape(), "note": Shape()}),
    "redteam": Handed("red-team", {"judgement": Shape(), "note": Shape()}),
    "tabletop": Handed("tabletop-exercise", _PLAN | {"roles": Shape(), "hotwash": Shape()}, teacher=True),
    "facilitator": Handed(
        "facilitator-notes",
        {
            "before": Shape(),
            "phase": _LABELLED,
            "care": _LABELLED,
            "levels": _LABELLED,
            "words": _LABELLED,
            "answers": _LABELLED,
            "note": Shape(),
        },
        teacher=True,
    ),
}

PHASES = ("opening", "core", "closing")

BESIDE = ("support", "more", "care", "marking")
"""What may stand beside the answers on the key."""

NOTES = ("say", "evidence", "ask")


_DIGITS = 7


def whole(text: str, what: str, place: Place) -> int:
    """The whole number that a page gives for 'minutes' or 'keep'; PageError for anything else."""
    if not text.isdecimal():
        raise place.error(f"{what} must be a whole number, found '{text[:40]}'")
    if len(text) > _DIGITS:
        raise place.error(f"{what} must be a smaller number, found '{text[:40]}'")
    return int(text)


def known(kind: str, kinds: Collection[str], what: str, place: Place) -> str:
    """The kind, if it is one; PageError with the nearest right one if it is not."""
    if kind in kinds:
        return kind
    near = difflib.get_close_matches(kind, kinds, n=1, cutoff=0.5)
    advice = f"did you mean '{near[0]}'?" if near else f"known are: {', '.join(each for each in kinds if each)}"
    raise place.error(f"'{kind}' is no kind of {what}, {advice}")


SECTIONS = {
    "deck": tuple(kind for kind in SLIDES if kind not in ("title", "sources")),
    "summary": tuple(kind for kind in BLOCKS if kind != "sources"),
    "questions": BESIDE,
    "quiz": ("choice", "truefalse", "cloze", "short", "match", "order"),
    "teaching": tuple(PARTS),
}
"""What an audience may leave out of each page."""
