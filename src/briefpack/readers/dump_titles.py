"""The title over the article of a page's text: among menus, crumbs, bylines and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefpack.readers import ends, furniture, heads, prose
from briefpack.readers.blocks import Block
from briefpack.text.plain import plain

_FURTHEST = 25  # lines between a title and its text
_WITHIN = 3  # the text may begin with its title
_FEWEST_WORDS = 4
_MENU = 5  # lines of one to three words in a row
_LONG_WORD = 4  # letters
_SHARED = 0.4  # of a title's long words stand in the text
_SITE = re.compile(r"\s*(?:[|–—·•»:-]|$)")


def find(blocks: Sequence[Block], kinds: Sequence[str], start: int, end: int) -> int | None:
    """Which line is the title of the article from ``start`` to ``end``; None if none looks like one.

    It is what the page opens with (its <title>) said again; else the first line behind the menus whose words the text
    takes up; else the first line there of four words or more.
    """
    again = _said_again(blocks, range(max(1, start - _FURTHEST), min(start + _WITHIN, end)))
    if again is not None:
        return again
    near = list(_behind_menus(blocks, kinds, start))[::-1]
    body = set(_words(" ".join(block.text for block in blocks[start:end])))
    return next((at for at in near if _is_taken_up(blocks[at].text, body)), near[0] if near else None)


def _said_again(blocks: Sequence[Block], near: range) -> int | None:
    """The last line that the page's first line begins with: 'Rivers rise' after 'Rivers rise | The Example'."""
    named = plain(blocks[0].text).casefold()
    for at in reversed(near):
        said = plain(blocks[at].text).casefold()
        if len(said.split()) > 1 and named.startswith(said) and _SITE.match(named[len(said) :]):
            return at
    return None


def _behind_menus(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> Iterator[int]:
    """Lines of four words or more over a text, the last one first, up to a menu."""
    menu = 0
    for at in range(start - 1, max(-1, start - _FURTHEST), -1):
        worded = len(blocks[at].text.split()) >= _FEWEST_WORDS
        button = kinds[at] == prose.LISTED and furniture.listed(blocks[at].text) == "share buttons"
        menu = 0 if worded or kinds[at] == prose.STAMP else menu + (not button)
        if menu == _MENU:
            return
        if worded and kinds[at] in (prose.SHORT, prose.SENTENCE) and not _is_over(blocks, at):
            yield at


def _is_over(blocks: Sequence[Block], at: int) -> bool:
    return heads.is_over_title(blocks[at].text, blocks[at - 1].text if at else "", ends.section)


def _is_taken_up(line: str, body: set[str]) -> bool:
    words = _words(line)
    return len(words) > 1 and sum(word in body for word in words) >= _SHARED * len(words)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= _LONG_WORD]
