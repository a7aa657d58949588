"""Blocks to numbered passages: paragraphs from 1, sentences from 1 in each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.model import Passage, Ref
from briefpack.readers.blocks import Block
from briefpack.text.sentences import split

_KINDS = {"text": "body", "item": "item", "caption": "caption"}
_LONGEST_SENTENCE = 500  # words; what is longer is a list without stops or no prose at all
_LONGEST_PARAGRAPH = 2000  # words; what is longer is cut between sentences


def number(blocks: Sequence[Block], key: str, language: str) -> tuple[Passage, ...]:
    """Every body paragraph, list item and caption becomes a numbered paragraph; headings stand over them."""
    found: list[Passage] = []
    heading, paragraph = "", 0
    for block in blocks:
        if block.kind == "heading":
            heading = without_number(block.text)
            continue
        for part in _parts(split(block.text, language)):
            paragraph += 1
            depth = block.level if block.kind == "item" else 0
            found += (
                Passage(Ref(key, paragraph, at), sentence, _KINDS[block.kind], heading, depth)
                for at, sentence in enumerate(part, 1)
            )
    return tuple(found)


def without_number(heading: str) -> str:
    """The heading of '2. Causes', '2.1 Causes'."""
    return re.sub(r"^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,4}[.)])\s+(?=\S)", "", heading)


def _parts(sentences: Sequence[str]) -> Iterator[list[str]]:
    part: list[str] = []
    words = 0
    for sentence in (piece for each in sentences for piece in _bearable(each)):
        count = len(sentence.split())
        if part and words + count > _LONGEST_PARAGRAPH:
            yield part
            part, words = [], 0
        part.append(sentence)
        words += count
    if part:
        yield part


def _bearable(sentence: str) -> Iterator[str]:
    if len(sentence) < _LONGEST_SENTENCE * 2:
        yield sentence
        return
    words = sentence.split(" ")
    for start in range(0, len(words), _LONGEST_SENTENCE):
        yield " ".join(words[start : start + _LONGEST_SENTENCE])
