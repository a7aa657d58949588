"""Which union is 'the union'? A title is read without the sentence before it, where the name stood."""

from __future__ import annotations

import re

from briefpack.compose.select.statements import Statement
from briefpack.compose.select.stock import Stock
from briefpack.text import words
from briefpack.text.plain import plain

_SPEAKS = re.compile(r"The (?P<noun>[a-z]+)(?P<rest> (?P<verb>[a-z]+)\b.*)", re.DOTALL)


def named(stock: Stock, line: Statement) -> Statement | None:
    """'The union says …' with the name of the union; None where nobody can be sure which one speaks.

    The name stands for it where the pack knows one such body alone, the source names that one, and speaks of no other:
    'a union', 'the bakers' union', 'unions'.
    """
    found = _SPEAKS.fullmatch(line["text"])
    if (
        not found
        or found["verb"] not in words.data("speech.verbs")
        or found["noun"] not in words.data("names.nouns-body")
    ):
        return line
    known = [body.name for body in stock.brief.organisations if found["noun"] in body.name.lower().split()]
    text = _text(stock, line)
    if len(known) != 1 or plain(known[0]) not in text or _others(found["noun"], text):
        return None
    bare = known[0].removeprefix("The ").removeprefix("the ")
    return {**line, "text": f"The {bare}{found['rest']}"}


def _text(stock: Stock, line: Statement) -> str:
    source = stock.refs(line)[0].source
    return plain(" ".join(passage.text for ref, passage in stock.passages.items() if ref.source == source))


def _others(noun: str, text: str) -> bool:
    """Whether a text speaks of more than 'the union'."""
    rows = re.finditer(rf"(?P<before>[\w'-]*)\s+{noun}(?P<more>\w*)\b", text)
    return any(row["more"] or row["before"].lower() != "the" for row in rows)
