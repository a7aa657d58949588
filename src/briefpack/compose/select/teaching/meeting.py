"""What a meeting works with: questions that the principal will ask, judgements to attack, an exercise to play."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefpack.compose.select.statements import Statement, tells
from briefpack.compose.select.stock import Stock
from briefpack.compose.wording import dated
from briefpack.questions import shapes
from briefpack.text import clauses

_SAYS = re.compile(r"“|\b(?:says|said|tells|told|\w{3,}ed) (?:\w+ )?that\b")
"""'“…”', 'repeated that …', 'told reporters that …': words, not only a deed."""
_ASKED = 3
"""Statements under one question."""
_ATTACKED = 3
_MOVES = (2, 4)
"""Injects of an exercise: fewer are no exercise, more no meeting holds."""
_ROLES = 6
_PLAYED = 4
"""Dated events from which what has happened can be played again."""

Asked = dict[str, Any]


def principal(stock: Stock, found: Mapping[str, Any], cards: list[dict[str, Any]]) -> list[Asked]:
    """Questions as {ask, lines, sources}: what the sources let one answer; nothing under it where they do not."""
    line, number = found["bottomline"], found["number"]
    told = {
        "bottom": [line["line"], *line["pillars"]] if line else found["learnt"][:_ASKED],
        "differ": [under(each["label"] or side, each) for side, each in _sides(found)],
        "number": [number["title"] or number["line"]] if number else [],
        "next": [{**each, "label": dated(each["label"])} for each in found["watch"]],
        "who": _views(cards),
        "us": [under(each["label"], each) for each in found["summary"]["implications"]],
    }
    return [_question(stock, ask, lines[:_ASKED]) for ask, lines in told.items()]


def attacked(stock: Stock, found: Mapping[str, Any]) -> list[Asked]:
    """Judgements as {line, hedge, source, count, against}: only what somebody could hold the opposite of."""
    judged = [claim["title"] for claim in found["claims"] if shapes.weighs(claim["title"]["text"])]
    return [_judgement(stock, found, line) for line in judged[:_ATTACKED]]


def exercise(found: Mapping[str, Any], cards: list[dict[str, Any]]) -> Asked | None:
    """{injects, ahead, roles}: what is to come, else what has happened, to be played again; None without roles."""
    ahead = found["watch"] if len(found["watch"]) >= _MOVES[0] else []
    past = found["timeline"]["lines"] if found["timeline"] else []
    played = past if len(past) >= _PLAYED else []
    injects = {each["label"]: each for each in (ahead or played) if clauses.carries(each["text"])}  # one a date
    told = [{**each, "label": dated(each["label"])} for each in injects.values()]
    told = told[: _MOVES[1]] if ahead else told[-_MOVES[1] :]
    roles = [under(card["name"], card["said"][0]) for card in cards[:_ROLES]]
    return {"injects": told, "ahead": bool(ahead), "roles": roles} if len(told) >= _MOVES[0] and roles else None


def under(name: str, line: Statement) -> Statement:
    """A statement under a name; one that begins with the name has it already."""
    return {**line, "label": "" if line["text"].startswith(name) else name}


def _sides(found: Mapping[str, Any]) -> Iterable[tuple[str, Statement]]:
    """Both sides of the first thing on which the sources pull apart."""
    apart = [each for each in found["tensions"] if each["opposed"] and not any(s["before"] for s in each["sides"])]
    return [(side["heading"], side["line"]) for each in apart[:1] for side in each["sides"]]


def _views(cards: list[dict[str, Any]]) -> list[Statement]:
    """What each of the first says, under the name; not what somebody only does."""
    said = (under(card["name"], card["said"][0]) for card in cards)
    return [line for line in said if _SAYS.search(line["text"]) or tells(line["text"])][:_ASKED]


def _question(stock: Stock, ask: str, lines: list[Statement]) -> Asked:
    return {"ask": ask, "lines": lines, "sources": _count(stock, lines)}


def _judgement(stock: Stock, found: Mapping[str, Any], line: Statement) -> Asked:
    refs = set(line["refs"])
    apart = (each for each in found["tensions"] if each["opposed"])
    sides = [side for each in apart for side in each["sides"] if refs & set(each["refs"])]
    against = [side for side in sides if not refs & set(side["line"]["refs"]) and not side["before"]]
    name = stock.names[stock.refs(line)[0].source]
    return {
        "line": {**line, "label": line["label"] or name},
        "hedge": shapes.hedge(line["text"]),
        "sources": _count(stock, [line]),
        "against": [under(side["line"]["label"] or side["heading"], side["line"]) for side in against[:2]],
    }


def _count(stock: Stock, lines: list[Statement]) -> int:
    return len({ref.source for line in lines for ref in stock.refs(line)})
