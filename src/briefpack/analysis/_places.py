"""Where a passage stands in its source: what a choice by position needs to know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefpack.analysis import _interviews
from briefpack.analysis._same import kept
from briefpack.model import Passage, Source

_OUTSIDE = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_UNOPENED = re.compile(r"^[^“”]*”")
_SAID = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage with its surroundings."""

    source: Source
    passage: Passage
    order: int
    """Index among the places of its source."""
    share: float
    """How far into the source, 0 at the first paragraph and 1 at the last."""
    opens_paragraph: bool
    opens_section: bool
    bare_quotation: bool
    """All of it stands inside quotation marks or in a turn of a talk, so that only its neighbours say who speaks."""
    talk: bool = False
    """A turn of a talk: nobody's but who speaks there, and no paragraph before tells who."""


@kept
def places(source: Source) -> tuple[Place, ...]:
    """Every passage of a source but captions, in order."""
    last = max((p.ref.paragraph for p in source.passages), default=1)
    found: list[Place] = []
    quoting, before = False, None
    turns = _interviews.turns(source)
    for passage in source.passages:
        new = before is None or before.ref.paragraph != passage.ref.paragraph
        section = before is None or before.heading != passage.heading
        quoting = quoting and (not new or passage.text.startswith(("“", '"')))
        inside, quoting = quoting, _still_open(passage.text, quoting)
        before = passage
        if passage.kind != "caption":
            share = (passage.ref.paragraph - 1) / max(last - 1, 1)
            talk = passage.ref in turns
            bare = talk or _all_quoted(passage.text, inside)
            found.append(Place(source, passage, len(found), share, new, section, bare, talk))
    return tuple(found)


@lru_cache(maxsize=16384)
def unquoted(text: str) -> str:
    """The text without what stands between quotation marks."""
    if "“" not in text and "”" not in text and '"' not in text:
        return text
    return _OUTSIDE.sub(" ", _UNOPENED.sub(" ", text))


def _still_open(text: str, quoting: bool) -> bool:
    """Does a quotation run on after this sentence? Only typographic marks can tell."""
    opened, closed = text.rfind("“"), text.rfind("”")
    return opened > closed or (quoting and closed < 0)


def _all_quoted(text: str, inside: bool) -> bool:
    if inside and "”" not in text and '"' not in text:
        return True
    if not inside and not text.startswith(("“", '"')):
        return False
    return len(_SAID.findall(unquoted("“" + text if inside else text))) < 2
