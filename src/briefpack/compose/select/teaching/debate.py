"""A debate: a motion only where its grammar is safe, and what each side finds in the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefpack.compose.select.claims import alike
from briefpack.compose.select.statements import Statement, fitted
from briefpack.compose.select.stock import Stock
from briefpack.compose.select.tensions import ranked
from briefpack.compose.select.topics import about, in_words
from briefpack.compose.wording import capital
from briefpack.messages import noted, say
from briefpack.questions import shapes
from briefpack.text import alone, clauses, sentences

_MOTION = 22
"""Words of a motion that a room can keep in mind."""
_OPENS = re.compile(r"(?:The|A|An|There) (?=[a-z])")
"""A first word that is small inside a sentence, whatever follows; of others, nobody can be sure."""
_SAYS = re.compile(
    r"[“”\"?!;:]|\b(?:I|we|our|us|you|he|she|they|it|this|that|these|those|said|says|told|tells|wrote|writes|argue[sd]?"
    r"|according|accus\w+|den(?:y|ies|ied)|claim(?:s|ed)?|today|yesterday|tomorrow)\b",
    re.IGNORECASE,
)
"""What makes a sentence somebody's report, or lean on another one."""
_ANSWERED = {
    "denied": noted("A claim about {subject} and its denial: which is better supported?"),
    "doubt": noted("A claim about {subject} and the doubt about it: which is better supported?"),
}
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_MORE = 3
_SHARED = 3
"""Words that a point must share with the sides to be on their matter."""


def debate(stock: Stock) -> dict[str, Any] | None:
    """{motion, issue, kind, sides, more}: sides {heading, lines}; None where nothing pulls apart."""
    apart = [each for each in ranked(stock) if each["opposed"] and each["kind"] != "two names" and not _slight(each)]
    if not apart:
        return None
    tension = next((each for each in apart if _moved(stock, each)), apart[0])
    sides = [_side(side) for side in tension["sides"][:2]]
    moved = _moved(stock, tension)
    issue = shapes.question(tension["text"]) or _on_its_matter(tension)
    return {"motion": moved, "issue": issue, "kind": tension["kind"], "sides": sides, "more": _more(stock, sides)}


def _on_its_matter(tension: Mapping[str, Any]) -> str:
    """'The cost of the bridge: which view is better supported?', where the heading says more than a name."""
    matter = about(tension["text"])
    if matter == tension["text"] or not in_words(matter):
        return ""
    if tension["kind"] in _ANSWERED:
        return say(_ANSWERED[tension["kind"]], subject=matter)
    if tension["kind"] == "numbers":
        return say("{subject}: which number would you use, and for what?", subject=capital(matter))
    return say("{subject}: which view is better supported?", subject=capital(matter))


def motion(text: str, running: str) -> str:
    """A disputed sentence as it stands after 'believes that'; empty where anything about it is not sure.

    ``running`` is the text of the sources: a first word that stands there inside a sentence with its capital is a name.
    """
    bare = text.strip().rstrip(".")
    first = bare.partition(" ")[0]
    name = re.search(rf"[a-z,] {re.escape(first)}\b", running) is not None and first[:1].isupper()
    fits = len(sentences.split(text)) == 1 and len(bare.split()) <= _MOTION and (name or _OPENS.match(bare))
    sure = not _SAYS.search(bare) and not alone.leans(text) and clauses.carries(bare) and clauses.complete(bare)
    return (bare if name else bare[:1].lower() + bare[1:]) if fits and sure else ""


def _moved(stock: Stock, tension: Mapping[str, Any]) -> str:
    """The first side as a motion, where it is no report, denial or number. The other view need not be its opposite."""
    plain = tension["kind"] in ("", "contrast")
    running = " ".join(passage.text for passage in stock.passages.values()) if plain else ""
    return motion(tension["sides"][0]["line"]["text"], running) if plain else ""


def _slight(tension: Mapping[str, Any]) -> bool:
    """Whether two numbers are too little for a debate: given in one source, or all of one side stand in the other."""
    first, second = (set(_NUMBER.findall(side["line"]["text"])) for side in tension["sides"][:2])
    return tension["kind"] == "numbers" and (tension["sources"] < 2 or first <= second or second <= first)


def _side(side: Mapping[str, Any]) -> dict[str, Any]:
    """Whose side it is, what it says, and what that rests on in the source."""
    lines = [line for line in (side["before"], side["line"], side["rests"]) if line]
    return {"heading": side["heading"], "lines": lines}


def _more(stock: Stock, sides: list[dict[str, Any]]) -> list[Statement]:
    """Points that share most with either side and are not in them: evidence that nobody has claimed yet."""
    told = [line for side in sides for line in side["lines"]]
    refs = {ref for line in told for ref in line["refs"]}
    text = " ".join(line["text"] for line in told)
    near = [(stock.related(point.text, text, _SHARED), point) for point in stock.brief.points]
    near.sort(key=lambda pair: -pair[0])
    lines = [fitted(point, stock.audience.line_words) for weight, point in near if weight > 0]
    kept: list[Statement] = []
    for line in lines:
        if line and not refs & set(line["refs"]) and not any(alike(line, other) for other in (*told, *kept)):
            name = stock.names[stock.refs(line)[0].source]
            kept.append({**line, "label": line["label"] or name})
    return kept[:_MORE]
