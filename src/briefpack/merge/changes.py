"""What a person changed on a page, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefpack.merge.anchors import Anchors, Passages
from briefpack.merge.kept import Kept
from briefpack.merge.marks import marks
from briefpack.merge.pairing import EDITED, paired
from briefpack.model import Ref
from briefpack.page import pieces
from briefpack.page.parse import front_matter
from briefpack.page.pieces import ITEMS, Cut, Piece

EDITED_LINE, ADDED, OWN, STRUCK, PINNED = "edited", "added", "own", "struck out", "pinned"
STALE, UNSUPPORTED = "stale", "unsupported"
KINDS = (EDITED_LINE, ADDED, OWN, STRUCK, PINNED, STALE, UNSUPPORTED)


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a page that is a person's, or that she should look at."""

    kind: str
    """'edited', 'added' (it cites a passage), 'own' (it cites none), 'struck out', 'pinned',
    'stale' (its source says something else now) or 'unsupported' (its source is gone)."""
    line: int
    """On the page, counted from 1; 0 for what was struck out."""
    text: str
    was: str = ""
    """What it said when it was written; of a stale or unsupported one what its source says or said."""
    refs: frozenset[Ref] = frozenset()
    """What a struck out one cited, with all that stood under it."""


def changes(kept: Kept, mine: str) -> tuple[Change, ...]:
    """What a person changed since the page was written, in the order of the page; what she struck out comes last."""
    base, page = pieces.cut(kept.page), pieces.cut(mine)
    found = [*_settings(base, page), *_between(_all(base), _all(page))]
    return tuple(sorted(found, key=lambda one: (not one.line, one.line)))


def drifted(line: int, text: str, refs: Iterable[Ref], old: Passages, new: Passages) -> Iterator[Change]:
    """What a line's passages say now, where they changed or went between two readings."""
    anchors = Anchors(old, new)
    for ref in refs:
        anchor = anchors.of(ref)
        if anchor.how == "changed":
            yield Change(STALE, line, text, anchor.new)
        elif anchor.how == "gone":
            yield Change(UNSUPPORTED, line, text, f"[{ref.citation}] {anchor.old}")


def _settings(base: Cut, page: Cut) -> Iterator[Change]:
    was, now = (dict(front_matter([*each.front, ""], "")[0]) for each in (base, page))
    for number, line in enumerate(page.front[1:-1], start=2):
        key = line.partition(":")[0]
        if key in now and now[key] != was.get(key):
            yield Change(EDITED_LINE if key in was else OWN, number, line, was.get(key, ""))
    yield from (Change(STRUCK, 0, key) for key in was if key not in now)


def _all(page: Cut) -> tuple[Piece, ...]:
    return (*((page.title,) if page.title else ()), *page.sections)


def _between(base: Sequence[Piece], mine: Sequence[Piece]) -> Iterator[Change]:
    pairs = paired(mine, base, EDITED)
    for at, piece in enumerate(mine):
        was = base[pairs[at]] if at in pairs else None
        yield from _marked(piece)
        if was is None:
            yield Change(ADDED if _cites(piece) else OWN, piece.line, _shown(piece))
            yield from (change for child in _below(piece) for change in _marked(child))
            continue
        if was.head != piece.head:
            yield Change(EDITED_LINE, piece.line, _shown(piece), _shown(was))
        yield from _between(was.children, piece.children)
    gone = set(range(len(base))) - set(pairs.values())
    yield from (Change(STRUCK, 0, _shown(base[at]), refs=_refs(base[at])) for at in sorted(gone))


def _marked(piece: Piece) -> Iterator[Change]:
    if piece.pinned:
        yield Change(PINNED, piece.line, piece.text)
    for mark in marks(piece):
        told = f"[{mark.ref.citation}] {mark.text}" if mark.ref else mark.text
        yield Change(UNSUPPORTED if mark.gone else STALE, piece.line, piece.text, told)


def _below(piece: Piece) -> Iterator[Piece]:
    for child in piece.children:
        yield child
        yield from _below(child)


def _refs(piece: Piece) -> frozenset[Ref]:
    return frozenset(piece.refs).union(*map(_refs, piece.children))


def _cites(piece: Piece) -> bool:
    return bool(piece.refs) or any(map(_cites, piece.children))


def _shown(piece: Piece) -> str:
    """Its words; a heading with its marks, so that it is known from a line."""
    if piece.kind in ITEMS or piece.kind == "title":
        return piece.text
    if piece.kind == "notes":
        return "::: notes"
    return f"{'##' if piece.kind == 'section' else '###'} {piece.text or piece.attributes[0]}"
