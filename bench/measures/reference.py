"""A brief against a reader's reference: the share of what a reader takes from documents that the brief has.

A reference is YAML, written by reading the documents before any program ran (see tests/quality/packs):

    sources:   [{file, title, publisher, published, authors, first_words, last_words, noise: []}]
    points:    [{id, source, all: [pattern], any: [pattern]}]      claims that a briefing must carry
    events:    [{date, all, any}]                                  the date with the precision that the text has
    people:    [{name, aka: [], role: pattern or null}]            and people_optional, which do no harm
    organisations: [name]       quotes: [{starts, speaker}]        and not_quotes, words that nobody spoke
    figures:   [{value, means}]     terms: [{term}]     tensions: [{id, all, any}]

Patterns are regular expressions, searched without regard to case in plain spelling. As much of a brief is
read as a reader would read: 24 points, 40 events, 16 figures, 24 terms, 12 tensions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from briefpack.text.plain import plain

_READ = {"points": 24, "events": 40, "figures": 16, "terms": 24, "tensions": 12}
_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_BESIDE = ("emphasis",)
"""Kinds of tension that set statements of one matter side by side, and do not say that they pull apart."""
_CITED = ("points", "events", "quotes", "figures", "terms")

Row = Mapping[str, Any]


@dataclass
class Scores:
    """Shares of what was asked for, by measure, and what is missing or wrong."""

    found: dict[str, float] = field(default_factory=dict)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def share(
        self, name: str, wanted: Iterable[Any], holds: Callable[[Any], bool], label: Callable[[Any], str]
    ) -> None:
        """Keep the share of the wanted that holds; nothing is kept where nothing is wanted."""
        rows = [(one, holds(one)) for one in wanted]
        if rows:
            self.found[name] = sum(good for _, good in rows) / len(rows)
            self.missed[name] += [label(one) for one, good in rows if not good]


def score(reference: Row, brief: Row) -> Scores:
    """Hold a brief, as in brief.json, against a reference."""
    read = {kind: rows[: _READ.get(kind)] if isinstance(rows, list) else rows for kind, rows in brief.items()}
    scores = Scores()
    _intake(scores, reference, read)
    _statements(scores, reference, read)
    _people(scores, reference, read)
    _quotes(scores, reference, read)
    _traces(scores, read)
    return scores


def has(pattern: str, text: str) -> bool:
    """Whether a pattern stands in a text, both in plain spelling and without regard to case."""
    return re.search(_plain(pattern), _plain(text), re.IGNORECASE) is not None


def fits(want: Row, text: str) -> bool:
    """Whether a text has all patterns of `all`, and one of `any` where there are some."""
    some = want.get("any") or [""]
    return all(has(one, text) for one in want.get("all") or []) and any(has(one, text) for one in some)


def _plain(text: object) -> str:
    return " ".join(plain(str(text or "")).split())


def _same(text: object) -> str:
    return _plain(text).lower().strip(" '\".,")


def _intake(scores: Scores, reference: Row, brief: Row) -> None:
    """First and last words kept, furniture out."""
    kept = {s["origin"]: _plain(" ".join(p["text"] for p in s["passages"])).lower() for s in brief["sources"]}
    titles = {s["origin"]: _plain(s.get("title")).lower() for s in brief["sources"]}
    edges = [(s["file"], s[end]) for s in reference["sources"] for end in ("first_words", "last_words") if s.get(end)]
    noise = [(s["file"], line) for s in reference["sources"] for line in s.get("noise") or []]

    def out(one: tuple[str, str]) -> bool:
        return _plain(one[1]).lower() not in f"{kept.get(one[0], '')} {titles.get(one[0], '')}"

    scores.share("intake.kept", edges, lambda e: _plain(e[1]).lower() in kept.get(e[0], ""), ": ".join)
    scores.share("intake.noise_out", noise, out, ": ".join)


def _statements(scores: Scores, reference: Row, brief: Row) -> None:
    """Points, events, figures, terms, tensions."""
    points = [p["text"] for p in brief["points"]]
    asked = reference.get("points") or []
    scores.share("points", asked, lambda w: any(fits(w, t) for t in points), lambda w: w["id"])
    scores.share("points.first_12", asked[:12], lambda w: any(fits(w, t) for t in points[:12]), lambda w: w["id"])
    events = brief["events"]
    scores.share(
        "events",
        reference.get("events") or [],
        lambda w: any(str(e["date"]).startswith(str(w["date"])) and fits(w, e["text"]) for e in events),
        lambda w: f"{w['date']} {w.get('all')}",
    )
    figures = [(f"{f['value']} {f['text']}", f["text"]) for f in brief["figures"]]
    scores.share(
        "figures",
        reference.get("figures") or [],
        lambda w: any(has(w["value"], both) and has(w["means"], text) for both, text in figures),
        lambda w: f"{w['value']} {w['means']}",
    )
    terms = [t["term"] for t in brief["terms"]]
    scores.share(
        "terms",
        reference.get("terms") or [],
        lambda w: any(_same(w["term"]) in _same(t) or _same(t) in _same(w["term"]) for t in terms),
        lambda w: w["term"],
    )
    _tensions(scores, reference.get("tensions") or [], brief["tensions"])


def _tensions(scores: Scores, asked: Iterable[Row], found: Iterable[Row]) -> None:
    """Those of which both sides stand in one place; and those that the brief calls a tension, not 'what each says'."""
    held = [(" ".join([t["text"], *(side["text"] for side in t["sides"])]), t["kind"] in _BESIDE) for t in found]
    apart = [text for text, beside in held if not beside]
    scores.share("tensions", asked, lambda w: any(fits(w, text) for text, _ in held), lambda w: w["id"])
    scores.share("tensions.apart", asked, lambda w: any(fits(w, text) for text in apart), lambda w: w["id"])


def _people(scores: Scores, reference: Row, brief: Row) -> None:
    """People, their roles, nobody else; organisations."""

    def named(want: Row, name: str) -> bool:
        return _same(name) in {_same(form) for form in (want["name"], *(want.get("aka") or []))}

    people, asked = brief["people"], reference.get("people") or []
    scores.share("people", asked, lambda w: any(named(w, p["name"]) for p in people), lambda w: w["name"])
    scores.share(
        "people.role",
        [want for want in asked if want.get("role")],
        lambda w: any(named(w, p["name"]) and has(w["role"], p["role"]) for p in people),
        lambda w: f"{w['name']}: {w['role']}",
    )
    optional = [w if isinstance(w, dict) else {"name": w} for w in reference.get("people_optional") or []]
    scores.share(
        "people.precision", people, lambda p: any(named(w, p["name"]) for w in (*asked, *optional)), lambda p: p["name"]
    )
    bodies = [" | ".join([o["name"], *o["aka"]]) for o in brief["organisations"]]
    scores.share(
        "organisations", reference.get("organisations") or [], lambda w: any(_same(w) in _same(o) for o in bodies), str
    )


def _quotes(scores: Scores, reference: Row, brief: Row) -> None:
    """Words that somebody spoke, and who; never words that nobody spoke."""
    quotes, asked = brief["quotes"], reference.get("quotes") or []

    def holding(want: Row) -> list[Row]:
        return [q for q in quotes if _same(want["starts"]) in _same(q["text"])]

    scores.share("quotes", asked, lambda w: bool(holding(w)), lambda w: w["starts"])
    scores.share(
        "quotes.speaker",
        asked,
        lambda w: any(has(w["speaker"], q["speaker"]) for q in holding(w)),
        lambda w: f"{w['starts']} ({w['speaker']})",
    )
    nobody = {_same(words) for words in reference.get("not_quotes") or []}
    scores.share("quotes.not_scare_marks", quotes, lambda q: _same(q["text"]) not in nobody, lambda q: q["text"])


def _traces(scores: Scores, brief: Row) -> None:
    """Every reference resolves; quotations and numbers stand in the passages that are cited."""
    passages = {p["ref"]: _plain(p["text"]) for source in brief["sources"] for p in source["passages"]}
    stated = [item for kind in _CITED for item in brief[kind]]

    def cited(item: Row) -> str:
        return " ".join(passages.get(ref, "") for ref in item["refs"])

    def label(item: Row) -> str:
        return str(item.get("text") or item.get("term"))

    scores.share(
        "trace.refs_resolve", stated, lambda i: bool(i["refs"]) and all(r in passages for r in i["refs"]), label
    )
    scores.share(
        "trace.quotes_verbatim", brief["quotes"], lambda q: _plain(q["text"]).strip(" '\".,") in cited(q), label
    )
    numbers = [
        (n, item)
        for kind in ("points", "events", "figures")
        for item in brief[kind]
        for n in _NUMBER.findall(_plain(item["text"]))
    ]
    scores.share(
        "trace.numbers_in_source",
        numbers,
        lambda one: one[0] in cited(one[1]),
        lambda one: f"{one[0]}: {label(one[1])}",
    )
