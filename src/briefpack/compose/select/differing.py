"""Where the sources differ, on a page: both sides of a quarrel in a few lines; two views with equal room."""

from __future__ import annotations

from typing import Any

from briefpack.compose.select import brevity
from briefpack.compose.select.claims import alike
from briefpack.compose.select.statements import Statement
from briefpack.compose.select.stock import Stock
from briefpack.compose.select.topics import about
from briefpack.compose.wording import capital
from briefpack.text import sentences
from briefpack.text.names import short

_SIDES = 62
"""Words of both sides on one line of a page; longer ones only where no quarrel is shorter."""
_AIMED = (18, 24, 30)
"""Words of one side that a column holds at ease, the fewest first."""
_EQUAL = 1.5
"""The longer of two views has at most so many times the words of the shorter (rubrics, students 4)."""
_VIEW = 34
"""Words of one view that a page has room for beside all else."""
_GROUND = 22
"""Words of what stands behind a view."""

Tension = dict[str, Any]


def differences(stock: Stock, tensions: list[Tension]) -> list[Statement]:
    """Each quarrel on one line, both sides under their names; what merely stands side by side is none."""
    return _short([_line(stock, tension) for tension in tensions if tension["opposed"]])


def beside(stock: Stock, tensions: list[Tension]) -> list[Statement]:
    """What two sources say of one matter, where nothing says that they pull apart."""
    return _short([_line(stock, tension) for tension in tensions if not tension["opposed"] and tension["sources"] > 1])


def _short(lines: list[Statement | None]) -> list[Statement]:
    """Those that a column holds at ease; where there are none, the first."""
    found = [line for line in lines if line]
    return [line for line in found if len(line["text"].split()) <= _SIDES] or found[:1]


def views(stock: Stock, tensions: list[Tension], first: Tension | None, taken: list[Statement]) -> Tension | None:
    """The first tension whose two views can have equal room; ``first``, that of the central question, before others.

    One of the same standing whose sides are easier to read comes before it.
    Beside a side stands what it rests on, or the best statement of its source on the same matter that is not ``taken``.
    """
    known = [each for each in (first, *tensions) if each]
    across = sorted(known, key=lambda each: (each is not first, not each["opposed"], each["sources"] < 2))
    made = [one for tension in across if (one := _views(stock, tension, taken))]
    like = [one for one in made if one["opposed"] == made[0]["opposed"]]
    return next((one for one in like if _plain(one)), next(iter(made), None))


def _plain(tension: Tension) -> bool:
    return brevity.plain([line for side in tension["sides"] for line in side["lines"]])


def _line(stock: Stock, tension: Tension) -> Statement | None:
    """Both sides after what is at issue; None where a side leans on what the line has no room for."""
    if any(side["before"] for side in tension["sides"]):
        return None
    sides = [{**side, "line": _brief(side["line"])} for side in tension["sides"]]
    first, second = sides
    text = f"{_attributed(first)} {_attributed(second, stock.names.get(second['source'], second['heading']))}"
    refs = list(dict.fromkeys(ref for side in sides for ref in side["line"]["refs"]))
    return {"text": text, "refs": refs, "label": capital(about(tension["text"])), "detail": ""}


def _brief(line: Statement) -> Statement:
    """A side of one sentence shortened to what a column holds; of several sentences none goes."""
    if len(sentences.split(line["text"])) > 1:
        return line
    forms = (brevity.shortened(line["text"], most) for most in _AIMED)
    return {**line, "text": next((text for text in forms if text), line["text"])}


def _attributed(side: Tension, home: str = "") -> str:
    """A side with its name before it, unless the statement itself gives it; then with its source's, if one is given."""
    name, text = side["line"]["label"] or side["heading"], side["line"]["text"]
    if name in text or short(name) in text.split()[:2]:
        return f"{home}: {text}" if home and not text.startswith((home, name)) else text
    return f"{name}: {text}"


def _views(stock: Stock, tension: Tension, taken: list[Statement]) -> Tension | None:
    """Both sides in forms of about the same length, the fullest such pair that is easy to read; None without any."""
    if any(side["before"] for side in tension["sides"]):
        return None
    shown = [*taken, *(side["line"] for side in tension["sides"])]
    one, other = (_forms(side, _grounds(stock, side, shown)) for side in tension["sides"])
    pairs = [(first, second) for first in one for second in other if _equal(first, second)]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: (brevity.plain([*pair[0], *pair[1]]), _size(pair[0]) + _size(pair[1])))
    names = _names(tension)
    sides = [_view(name, lines) for name, lines in zip(names, best, strict=True)]
    return {**tension, "subject": capital(about(tension["text"])), "sides": sides}


def _names(tension: Tension) -> list[str]:
    """Who holds each view; of one voice's two, which: 'The Herald: the denial'."""
    voices = [side["line"]["label"] or side["heading"] for side in tension["sides"]]
    if voices[0] != voices[1]:
        return voices
    heads = [side["heading"] for side in tension["sides"]]
    return [f"{voice}: {head[:1].lower()}{head[1:]}" for voice, head in zip(voices, heads, strict=True)]


def _view(name: str, lines: list[Statement]) -> Tension:
    return {"heading": name, "lines": [{**line, "label": ""} for line in lines]}


def _grounds(stock: Stock, side: Tension, shown: list[Statement]) -> list[Statement]:
    """What a side rests on, and other statements of its source and voice on the same matter, the best two."""
    if side["heading"] != stock.names.get(side["source"]):
        return []  # a voice of its own: what else stands in that source is not what it says
    line, found = side["line"], [side["rests"]] if side["rests"] else []
    for point in stock.brief.points:
        of_side = point.refs and point.refs[0].source == side["source"] and stock.shared(line["text"], point.text)
        told = brevity.told(point, _GROUND) if of_side and not stock.tells_event(point) else None
        own = told and told["label"] == line["label"] and not stock.reports(told["text"])
        if told and own and not any(alike(told, other) for other in shown):
            found.append(told)
    return found[:2]


def _forms(side: Tension, grounds: list[Statement]) -> list[list[Statement]]:
    """A view as it stands, shortened, and with one thing that stands behind it."""
    line = side["line"]
    forms = [line, _brief(line)]
    if len(sentences.split(line["text"])) == 1:
        forms += [{**line, "text": text} for most in (32, 18, 12) if (text := brevity.shortened(line["text"], most))]
    made = [[form] for form in forms]
    made += [[form, ground] for form in forms for ground in grounds]
    return [lines for lines in made if _size(lines) <= _VIEW]


def _equal(one: list[Statement], other: list[Statement]) -> bool:
    sizes = sorted((_size(one), _size(other)))
    return sizes[1] <= _EQUAL * sizes[0]


def _size(lines: list[Statement]) -> int:
    return sum(len(line["text"].split()) for line in lines)
