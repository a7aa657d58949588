"""An introduction that reads as a text: the best statement of each source, judgements attributed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefpack.compose.select import brevity
from briefpack.compose.select.claims import alike
from briefpack.compose.select.statements import Statement, fitted
from briefpack.compose.select.stock import Stock
from briefpack.messages import say, spoken
from briefpack.model import Point, Source
from briefpack.text import sentences, titles, words
from briefpack.text.authors import is_body

_WORDS = 60
_SENTENCES = 3
_SENTENCE = 26
"""Words of one sentence, so that two or three of them fit and none is hard to read."""
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")
"""'According to the Herald, we propose …' is nobody's sentence."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w’'-]*")
"""Words that do not begin a sentence."""


def introduction(stock: Stock, ranked: list[Point]) -> list[Statement]:
    """Two or three sentences of sixty words together: the first point, the best of each source, then of the rest.

    Where they come out long, as many that are easy to read stand in their place, if there are two.
    """
    found = _chosen(stock, ranked, _SENTENCE)
    if brevity.plain(found):
        return found
    plain = _chosen(stock, ranked, brevity.PLAIN)
    return plain if len(plain) > 1 else found


def _chosen(stock: Stock, ranked: list[Point], most: int) -> list[Statement]:
    chosen: list[tuple[Statement, str]] = []
    room = _WORDS
    for fresh in (True, False):
        for point in ranked:
            source = point.refs[0].source
            line = _sentence(stock, point, most) if fresh == (source not in {each for _, each in chosen}) else None
            if line is None or len(chosen) == _SENTENCES or any(alike(line, other) for other, _ in chosen):
                continue
            if len(line["text"].split()) <= room:
                chosen.append((line, source))
                room -= len(line["text"].split())
    return [line for line, _ in chosen]


def _sentence(stock: Stock, point: Point, most: int) -> Statement | None:
    """One sentence of so many words that says who judges so; None where there is none."""
    line = brevity.told(point, most)
    if line and len(sentences.split(line["text"])) > 1:
        line = fitted(point, most)
    if (
        not line
        or len(sentences.split(line["text"])) > 1
        or not titles.claims(line["text"])
        or _WE.search(line["text"])
    ):
        return None
    twice = line["label"] and stock.reports(line["text"])  # 'According to Ruiz, Silva says that …'
    return None if twice else said_by(stock, line)


def said_by(stock: Stock, line: Statement) -> Statement:
    """The statement with its voice in the sentence: 'According to the Delta Institute, the gate leaks.'"""
    if not line["label"]:
        return line
    text = _lowered(stock, line["text"])
    who = with_article(line["label"])
    said = say("According to {who}, {text}", who=who, text=text)
    if spoken().translates:  # whose statement stays as it is, whatever its language
        said = say("According to {who}: {text}", who=line["label"], text=line["text"])
    elif not text:
        said = f"{line['text'].rstrip('.')} ({line['label']})."
    return {**line, "text": said, "label": ""}


def with_article(name: str) -> str:
    """'the Delta Institute', 'the Globe'; a person's name and a title in marks stand bare."""
    first, *rest = name.split()
    if first == "The" and rest:
        return f"the {' '.join(rest)}"
    body = any(word.strip(",.") in words.data("names.bodies") for word in (first, *rest))
    return f"the {name}" if body and name[:1] not in "“\"'" else name


def house(name: str, sources: Iterable[Source]) -> str:
    """'the Valley Herald', 'the BBC', 'the Delta Institute'; a firm without an article, 'Nordia', stands bare."""
    paper = name.split()[-1].lower() in words.data("imprint-papers") or name.isupper() or is_body(name)
    own = any(source.publisher == f"The {name}" for source in sources)
    return f"the {name}" if paper or own else with_article(name)


def _lowered(stock: Stock, text: str) -> str:
    """The text with a small first letter where its first word is no name; '' where that cannot be told.

    A word that the sources write small, and never large inside a sentence, is no name; one written large there is.
    """
    first = _WORD.match(text)
    if first and first[0] in words.data("names.honorifics"):
        return text
    if not first:
        return text if text[:1].isdigit() or text[:1] in "$€£" else ""
    inside = _written(stock)
    small, large = inside[first[0].lower()], inside[first[0]]
    if large > small or first[0][1:].lower() != first[0][1:]:
        return text
    return text[:1].lower() + text[1:] if small or first[0].lower() in words.data("stop-en") else ""


def _written(stock: Stock) -> Counter[str]:
    """How often each word stands inside a sentence, as it is written there."""
    return Counter(word for passage in stock.passages.values() for word in _INSIDE.findall(passage.text))
