"""A document's title: its file's, its own first line, else its first statement cut at a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefpack.readers.blocks import Block, Meta
from briefpack.text.plain import fold
from briefpack.text.sentences import split

_LONGEST = 90  # characters of a derived title
_FEWEST_WORDS = 5
_TITLE_WORDS = 3
# Titles that programs write into properties: 'Microsoft Word - draft_3.docx'.
_TYPED = re.compile(r"microsoft|untitled|document\d|\.(?:docx?|pdf|indd|qxd|tex)\b", re.IGNORECASE)
# A tail may be cut off where one of these begins it …
_CUTS = re.compile(
    r"(?:[,;:]| [–—-])\s|\s(?=(?:in|on|at|after|before|during|for|from|with|by|while|as|amid|since|over|under|through|between|among|against|across|"
    r"because|when|where|who|which|dans|après|avant|pendant|pour|avec|depuis|sur|chez|im|am|nach|vor|mit|für|während|seit|"
    r"en|tras|para|con|desde|durante|(?!(?:during|spring|king|being)\b)[a-z]{3,}ing)\s)"
)
# … unless it takes back or limits what stands before it, or what stands before is left hanging.
_LIMITS = re.compile(
    r"\b(?:if|unless|but|although|though|without|not|no|never|nor|until|except|however|only|den(?:y|ied|ies)|fail(?:s|ed)?|"
    r"si|sauf|mais|sans|pas|jamais|wenn|aber|nicht|kein\w*|ohne|sino|pero|sin|nunca)\b",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"\b(?:a|an|the|of|to|and|or|its|their|his|her|is|are|was|were|be|been|has|have|had|that|than|not|no|will|would|could|may|might|says?|said|"
    r"by|in|on|at|for|from|with|le|la|les|un|une|des|du|de|et|est|der|die|das|ein|eine|und|ist|el|los|las|una|y|es)$",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s+[|–—·•»-]\s+(?P<site>[^|–—·•»]{2,45})$")


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


def derived(sentence: str) -> str:
    """A first statement as a title: whole if it is short, else cut at a clause, else at a word with '…'."""
    sentence = sentence.strip().rstrip(".。")
    if len(sentence) <= _LONGEST:
        return sentence
    for cut in reversed([found.start() for found in _CUTS.finditer(sentence) if found.start() <= _LONGEST]):
        head, tail = sentence[:cut].rstrip(" ,;:–—-"), sentence[cut:]
        whole = len(head.split()) >= _FEWEST_WORDS and not _HANGING.search(head) and _balanced(head)
        if whole and not _LIMITS.search(tail):
            return head
    return sentence[: _LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _balanced(text: str) -> bool:
    return (
        all(text.count(left) == text.count(right) for left, right in ("()", "“”", "«»", "„“"))
        and text.count('"') % 2 == 0
    )


def _alike(site: str, house: str) -> bool:
    left, right = (re.sub(r"\W|^the\s", "", text.lower()) for text in (site, house))
    return left == right or left in right or right in left
