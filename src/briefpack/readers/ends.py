"""How an article begins and ends: labels and menus over it, lists of other articles and comments under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefpack.readers import heads
from briefpack.readers.blocks import Block
from briefpack.text.lists import knows, load
from briefpack.text.plain import fold, plain

RELATED = "related headline"
SECTION = "section label"
MASTHEAD = "masthead"

_READ_MORE = re.compile(
    r"(?:read more|read the full (?:story|article)|lire la suite|weiterlesen|leer más)\s*[>»›→.]*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*(?:\[\d+\])*$")
_CRUMBS = re.compile(r"(?:[^>»›/|]{2,40}\s[>»›/|]\s){1,6}[^>»›/|]{2,80}")
_LONG = 25
_LONGEST_LINE = 80  # characters
_PROSE = 12  # least words of a sentence that a heading stands over
_TITLE_WORDS = 3
_LEAST_RUN = 3
_NEAR_TITLE = 3  # lines in which a label stands
_LEAST_DROPPED = 3
_HEADLINE_WORDS = 5
_TURN = re.compile(r"[A-Z]{1,2}\s?[:.]\s")  # 'Q: …', 'A: …'
_STANDFIRST_WORDS = 9


def related(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """Lists of other articles: lines that end in 'Read more >', short lines under 'Related', runs of headlines."""
    found = {at: RELATED for at in left if _READ_MORE.search(blocks[at].text) and not _is_long_prose(blocks[at])}
    found |= _announced(blocks, left)
    return found | _runs(blocks, [at for at in left if at not in found])


def _is_long_prose(block: Block) -> bool:
    # a run of headlines has no full stop before its 'Read more'
    return len(re.findall(r"[a-z][.!?]\s", block.text)) >= 2


def _announced(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """Short lines behind a line such as 'Related articles', up to the first heading over prose."""
    found: dict[int, str] = {}
    open_ = set(left)
    under = False
    for at, block in enumerate(blocks):
        if not block.why and knows("clean-related", fold(plain(block.text[:_LONGEST_LINE]).strip(" .:>"))):
            under = True
        elif under and at in open_:
            under = _is_headline(block) and not heads_prose(blocks, at)
            if under:
                found[at] = RELATED
    return found


def heads_prose(blocks: Sequence[Block], at: int) -> bool:
    """Whether this is a heading right over a paragraph."""
    under = blocks[at + 1] if at + 1 < len(blocks) else None
    prose = under is not None and len(under.text.split()) >= _PROSE and bool(_SENTENCE_END.search(under.text))
    return prose and blocks[at].kind == "heading"


def _is_headline(block: Block) -> bool:
    return len(block.text.split()) <= 20 and not re.search(r"[.;:]$", block.text)


def _runs(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """Four headlines or more in a row; the one right over a paragraph is its heading.

    Only on a page that has other furniture: what a person wrote may hold a list without marks, verses, short answers.
    """
    found: dict[int, str] = {}
    run: list[int] = []
    begun = False
    for at in left if is_page(blocks, left) else ():
        if blocks[at].kind == "heading" and not blocks[at].sure:
            run.append(at)
            continue
        if begun and len(run) > _LEAST_RUN and _are_headlines([blocks[one].text for one in run]):
            found |= dict.fromkeys(run[:-1], RELATED)
        begun = begun or len(blocks[at].text.split()) >= _LONG
        run = []
    return found


def is_page(blocks: Sequence[Block], left: Sequence[int]) -> bool:
    """Whether a few lines were furniture already, so that others may be."""
    return len(blocks) - len(left) >= _LEAST_DROPPED


def _are_headlines(lines: Sequence[str]) -> bool:
    """Whether most lines have the length of a headline and none is a question's or an answer's."""
    long = sum(len(line.split()) >= _HEADLINE_WORDS for line in lines)
    return 4 * long >= 3 * len(lines) and not any(_TURN.match(line) for line in lines)


def comments(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """All that stands under 'Leave a comment' or '3 comments', where most of the text stands above it."""
    open_ = set(left)
    total = sum(len(blocks[at].text) for at in left)
    above = 0
    for at, block in enumerate(blocks):
        line = fold(plain(block.text[:_LONGEST_LINE]).strip(" .:>"))
        if 2 * above > total and knows("clean-end", line):
            return {after: "after the article" for after in left if after > at}
        above += len(block.text) if at in open_ else 0
    return {}


def closing(blocks: Sequence[Block], left: Sequence[int]) -> dict[int, str]:
    """Headings with nothing under them and stray lines that are no sentences, at the very end of a page.

    In a text without other furniture they are its own: a signature, the end of a poem.
    """
    found: dict[int, str] = {}
    if not is_page(blocks, left):
        return found
    texts = sum(blocks[at].kind == "text" and bool(_SENTENCE_END.search(blocks[at].text)) for at in left)
    for at in reversed(left):
        block = blocks[at]
        stray = block.kind == "text" and len(block.text.split()) < 20 and not _SENTENCE_END.search(block.text)
        if not texts or not (block.kind == "heading" or stray):
            break
        found[at] = "after the article"
    return found


def opening(blocks: Sequence[Block], left: Sequence[int], known: str) -> tuple[int | None, dict[int, str]]:
    """Which block is the title, and which lines around it are labels, menus and crumbs.

    ``known`` is the title that the file itself gives. Ties go to the first line.
    """
    head = _head(blocks, left, known)
    title = _title(blocks, head, left, known)
    page = is_page(blocks, left)
    found: dict[int, str] = {}
    for place, at in enumerate(head):
        if at == title:
            continue
        near = page or place < _NEAR_TITLE or (title is not None and at < title)
        label = near and section(blocks[at].text) is not None
        if label or _CRUMBS.fullmatch(blocks[at].text):
            found[at] = SECTION
        elif _same(blocks[at].text, blocks[title].text if title is not None else known):
            found[at] = "repeated line"
        elif title is not None and at < title and (masthead(blocks[at].text) or heads.is_house(blocks[at].text)):
            found[at] = MASTHEAD
        elif title is not None and at < title and not blocks[at].sure and page:
            found[at] = "navigation"
    return title, found


def masthead(text: str) -> bool:
    """Whether a line could be the name of a paper: 'The Example Review'."""
    words = plain(text).split()
    return 2 <= len(words) <= 5 and text[:1].isupper() and words[-1].lower() in load("imprint-papers")


def section(text: str) -> str | None:
    """The genre that a label stands for ('Op-Ed': 'opinion'), '' if it settles none, None if it is no label."""
    line = plain(text).strip(" .:|").casefold()
    opened = (genre for start, genre in _section_starts() if line.startswith(start))
    return _sections().get(line) if line in _sections() else next(opened, None)


@cache
def _section_starts() -> tuple[tuple[str, str], ...]:
    """'Embargoed until …' with whatever hour follows."""
    entries = (entry.partition(" = ") for entry in load("clean-section"))
    return tuple((label[:-1].casefold(), genre) for label, _, genre in entries if label.endswith("*"))


@cache
def _sections() -> dict[str, str]:
    entries = (entry.partition(" = ") for entry in load("clean-section"))
    return {label.rstrip("*").casefold(): genre for label, _, genre in entries}


def _head(blocks: Sequence[Block], left: Sequence[int], known: str) -> list[int]:
    """The headings and short lines before the first paragraph; captions may stand among them."""
    head: list[int] = []
    for at in left:
        block = blocks[at]
        same = bool(known) and _same(block.text, known)
        if block.kind == "heading" or same or section(block.text) is not None:
            head.append(at)
        elif block.kind != "caption":
            break
    return head


def _title(blocks: Sequence[Block], head: Sequence[int], left: Sequence[int], known: str) -> int | None:
    for at in head:
        if known and _same(blocks[at].text, known):
            return at
    sure = next((at for at in head if blocks[at].kind == "heading" and blocks[at].level == 1), None)
    if sure is not None or known:
        return sure
    lines = [at for at in head if section(blocks[at].text) is None and not _CRUMBS.fullmatch(blocks[at].text)]
    texts = [blocks[at].text for at in lines]
    over = {at for at, text, before in zip(lines, texts, ["", *texts], strict=False) if _is_over(text, before)}
    lines = [at for at in lines if at not in over] or lines
    if len(head) > 1 and lines and not is_page(blocks, left):
        return lines[0]
    worded = next((at for at in lines if len(blocks[at].text.split()) > _TITLE_WORDS), None)
    if worded is not None or not lines:
        return worded
    # 'In Brief' alone over the text is a heading if the text has others
    alone = len(lines) == 1 and any(blocks[at].kind == "heading" for at in left if at > lines[0])
    return None if alone else lines[0]


def _is_over(text: str, before: str) -> bool:
    return masthead(text) or heads.is_over_title(text, before, section)


def _same(one: str, other: str) -> bool:
    left, right = plain(one).casefold().strip(" ."), plain(other).casefold().strip(" .")
    return bool(left) and (
        left == right or (len(left) > 20 and (right.startswith(left) or (left.startswith(right) and len(right) > 20)))
    )
