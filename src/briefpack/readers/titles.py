"""A document's title: its file's, its own first line, else its first statement cut at a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefpack.readers.blocks import Block, Meta
from briefpack.text.lists import load
from briefpack.text.plain import fold
from briefpack.text.sentences import split

_LONGEST = 90  # characters of a derived title
_FEWEST_WORDS = 5
_POINTS = " ,;:–—-"
_TITLE_WORDS = 3
# Titles that programs write into properties: 'Microsoft Word - draft_3.docx'.
_TYPED = re.compile(r"microsoft|untitled|document\d|\.(?:docx?|pdf|indd|qxd|tex)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z][\w’'&.-]*)(?: (?:of|for|and|the|[A-Z&][\w’'&.-]*)){0,7}")
_SITE = re.compile(r"\s+[|–—·•»-]\s+(?P<site>[^|–—·•»]{2,60})$")


def choose(meta: Meta, own: str, kept: Sequence[Block], language: str) -> tuple[str, bool]:
    """The title, and whether it was derived from the first statement. Never empty for a text with a sentence."""
    weak = "title" in meta.weak
    title = fold("" if weak else meta.title) or fold(own)
    if not title and weak and len(meta.title.split()) > _TITLE_WORDS and not _TYPED.search(meta.title):
        title = meta.title
    if title:
        return title, False
    bodies = [block.text for block in kept if block.kind == "text"] or [block.text for block in kept]
    return derived(split(bodies[0], language)[0]) if bodies else "", True


def without_site(title: str, house: str) -> str:
    """'Rivers rise | The Example' as 'Rivers rise', where the page says that its house is called so."""
    found = _SITE.search(title)
    if found and house and _alike(found["site"], house):
        return title[: found.start()]
    return title


def site_of(title: str) -> str:
    """'The Example' of 'Rivers rise | The Example'; '' where what stands last does not look like a name."""
    found = _SITE.search(title)
    return found["site"] if found and _NAME.fullmatch(found["site"]) else ""


def derived(sentence: str) -> str:
    """A first statement as a title: whole if it is short, else cut at a clause, else at a word with '…'.

    What would limit or take back the statement ('unless', 'denied') is never cut off without the '…'.
    """
    sentence = sentence.strip().rstrip(".。")
    if len(sentence) <= _LONGEST:
        return sentence
    for cut in reversed([found.start() for found in _cuts().finditer(sentence) if found.start() <= _LONGEST]):
        head, tail = sentence[:cut].rstrip(_POINTS), sentence[cut:]
        if len(head.split()) >= _FEWEST_WORDS and not _hangs(head) and _balanced(head) and not _limits(tail):
            return head
    words = sentence[: _LONGEST - 1].split(" ")[:-1]
    while len(words) > _FEWEST_WORDS and _hangs(" ".join(words)):
        words.pop()
    return " ".join(words).rstrip(_POINTS) + "…"


@cache
def _cuts() -> re.Pattern[str]:
    """A comma, colon or dash, a word of the list, or a participle ('visit underlining …')."""
    words = "|".join(load("title-cuts"))
    return re.compile(rf"(?:[,;:]| [–—-])\s|\s(?=(?:{words}|(?!(?:during|spring|king|being)\b)[a-z]{{3,}}ing)\s)")


def _hangs(head: str) -> bool:
    hanging = {word for line in load("title-hanging") for word in line.split()}
    return head.rstrip(_POINTS).rsplit(" ", 1)[-1].lower() in hanging


def _limits(tail: str) -> bool:
    # words in quotation marks limit nothing: 'their “no frills” fares'
    open_ = re.sub(r"[“\"«„].*?[”\"»“]", "", tail.lower())
    return not set(load("title-limits")).isdisjoint(re.findall(r"\w+", open_))


def _balanced(text: str) -> bool:
    return (
        all(text.count(left) == text.count(right) for left, right in ("()", "“”", "«»", "„“"))
        and text.count('"') % 2 == 0
    )


def _alike(site: str, house: str) -> bool:
    left, right = (re.sub(r"\W|^the\s", "", text.lower()) for text in (site, house))
    return left == right or left in right or right in left
