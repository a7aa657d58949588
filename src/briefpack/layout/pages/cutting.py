"""What goes first when a page is full: the template's own list, then the longest blocks, then whole ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefpack.layout import timeline
from briefpack.messages import say
from briefpack.model import Block, Line, Summary

_LAST = ("lead", "question")
"""Kept when all else has gone."""
_A_PAIR = 2
_ALONE = ("facts",)
"""Kinds of which a single line is worth its heading; others come back with two."""


def states(summary: Summary) -> list[tuple[Block, ...]]:
    """The blocks as written, then with more and more left out; the last state holds sources only."""
    found = [_with_sources(tuple(block for block in summary.blocks if block.lines or block.kind == "sources"))]
    for state in _cuts(found[0], summary.cuts):
        if state != found[-1]:
            found.append(state)
    return found


def grown(summary: Summary, kept: tuple[Block, ...], kind: str) -> tuple[Block, ...] | None:
    """The kept blocks with one line more in the first block of a kind that lost some; None where none did.

    A block that has gone comes back with two lines or not at all, but for those that can do with one.
    """
    held = {(block.kind, block.heading): block for block in kept}
    for block in summary.blocks:
        name = (block.kind, block.heading)
        count = len(held[name].lines) if name in held else 0
        fuller = _shortened(block, count + 1 if count or kind in _ALONE else _A_PAIR)
        if block.kind == kind and len(fuller.lines) > count:
            held[name] = fuller
            order = {(block.kind, block.heading): place for place, block in enumerate(summary.blocks)}
            return tuple(held[name] for name in sorted(held, key=lambda name: order.get(name, len(order))))
    return None


def returning(summary: Summary) -> list[str]:
    """Kinds in the order in which their lines come back where room is left: what was cut last comes first."""
    cut = [kind for kind, _ in reversed(summary.cuts)]
    return list(dict.fromkeys([*cut, *(block.kind for block in summary.blocks)]))


def cut(blocks: tuple[Block, ...], kind: str, count: int) -> tuple[Block, ...]:
    """The blocks with at most so many lines of a kind, or as many as it must keep."""
    shorter = (_shortened(b, max(count, b.keep)) if b.kind == kind else b for b in blocks)
    return tuple(block for block in shorter if block.lines or block.kind == "sources")


def words(blocks: tuple[Block, ...]) -> int:
    """How much a page says: the words of its lines with their labels; sources are not counted."""
    return sum(size(line) for block in blocks if block.kind != "sources" for line in block.lines)


def size(line: Line) -> int:
    """Words of a line with its label; a date before it is none."""
    label = "" if line.label[:4].isdigit() else line.label
    return len(f"{label} {line.text}".split())


def lost(summary: Summary, kept: tuple[Block, ...]) -> tuple[str, ...]:
    """One sentence for each line that is not on the page, in the order of the page."""
    shown = {(block.kind, block.heading): block.lines for block in kept}
    sentences: list[str] = []
    for block in summary.blocks:
        left = shown.get((block.kind, block.heading), ())
        name = block.heading or block.kind
        missing = [line for line in block.lines if line not in left]
        sentences += [f"Summary, {name}: left out{_why(block, line)}: {_named(line)}" for line in missing]
    return tuple(sentences)


def _with_sources(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with one for the sources: a page without them would not be one of ours."""
    return (
        blocks if any(block.kind == "sources" for block in blocks) else (*blocks, Block("sources", say("Sources"), ()))
    )


def _why(block: Block, line: Line) -> str:
    return ", the sources do not explain it" if block.kind == "terms" and not line.text else " for want of room"


def _named(line: Line) -> str:
    text = f"{line.label}: {line.text}" if line.label and line.text else line.label or line.text
    return text if len(text) <= 100 else text[:99].rsplit(" ", 1)[0] + " …"


def _cuts(blocks: tuple[Block, ...], cuts: tuple[tuple[str, int], ...]) -> Iterator[tuple[Block, ...]]:
    for kind, count in cuts:
        blocks = tuple(_shortened(b, max(count, b.keep)) if b.kind == kind else b for b in blocks)
        yield blocks
    while longest := _longest(blocks):
        blocks = _with(blocks, longest, len(blocks[longest - 1].lines) - 1)
        yield blocks
    for wanted in (1, 0):
        for place in range(len(blocks), 0, -1):
            if blocks[place - 1].kind not in (*_LAST, "sources"):
                blocks = _with(blocks, place, wanted)
                yield blocks
    yield from _bare(tuple(block for block in blocks if block.lines or block.kind == "sources"))


def _bare(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Line by line the last two blocks as well: a single statement may be too long for a page."""
    for kind in reversed(_LAST):
        for place, block in enumerate(blocks, 1):
            if block.kind == kind:
                for count in range(len(block.lines) - 1, -1, -1):
                    blocks = _with(blocks, place, count)
                    yield tuple(block for block in blocks if block.lines or block.kind == "sources")


def _longest(blocks: tuple[Block, ...]) -> int:
    """The place, from 1, of the block with the most lines above what it must keep; 0 where there is none."""
    spare = [
        (len(block.lines) - max(block.keep, 0), place)
        for place, block in enumerate(blocks, 1)
        if block.kind != "sources" and len(block.lines) > block.keep and (block.kind not in _LAST or block.keep)
    ]
    return max(spare)[1] if spare else 0


def _with(blocks: tuple[Block, ...], place: int, count: int) -> tuple[Block, ...]:
    return (*blocks[: place - 1], _shortened(blocks[place - 1], count), *blocks[place:])


def _shortened(block: Block, count: int) -> Block:
    """The block with at most this many lines: the first ones, or the events that are cited most."""
    if len(block.lines) <= count:
        return block
    if block.kind == "timeline":
        return replace(block, lines=timeline.most_cited(block.lines, count))
    return replace(block, lines=block.lines[:count])
