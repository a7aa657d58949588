"""In which order the pieces of a merged page stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefpack.page.pieces import ITEMS, Piece


@dataclass(frozen=True, slots=True)
class Places:
    """Which place of one page is which of another."""

    edited: Mapping[int, int]
    """On a person's page, to what was written last."""
    found: Mapping[int, int]
    """Written last, to found now."""
    known: Mapping[int, int]
    """On a person's page, to found now."""


def placed(places: Places, kept: Mapping[int, Piece | None], joined: Mapping[int, Piece]) -> tuple[Piece, ...]:
    """The pieces in a person's order where she changed it, else in the order in which they are found now.

    ``kept``: pieces of her page by their place, None where one leaves; ``joined``: fresh ones by theirs. A piece
    that the order does not know follows the one that it followed; pinned items come first.
    """
    order = _hers if _reordered(places, kept) else _found
    return tuple(sorted(order(places, kept, joined), key=lambda piece: not _pin(piece)))


def _reordered(places: Places, kept: Mapping[int, Piece | None]) -> bool:
    """Whether a person moved anything, apart from what she pinned."""
    was = [place for at, place in sorted(places.edited.items()) if not _pin(kept[at])]
    return was != sorted(was)


def _hers(places: Places, kept: Mapping[int, Piece | None], joined: Mapping[int, Piece]) -> Iterator[Piece]:
    """Her order; what joins comes after what it follows among the found, else on top."""
    mine = {place: at for at, place in places.known.items()}
    after: dict[int, list[int]] = {}
    last = -1
    for place in range(max([*mine, *joined], default=-1) + 1):
        if place in joined:
            after.setdefault(last, []).append(place)
        elif place in mine:
            last = mine[place]
    for at in (-1, *sorted(kept)):
        yield from _those(kept, [at] if at >= 0 else [])
        yield from (joined[place] for place in after.get(at, []))


def _found(places: Places, kept: Mapping[int, Piece | None], joined: Mapping[int, Piece]) -> Iterator[Piece]:
    """The order of the found; what is only hers comes after what it follows on her page, else on top."""
    mine = {place: at for at, place in places.known.items()}
    after: dict[int, list[int]] = {}
    last = -1
    for at in sorted(kept):
        if at not in places.known:
            after.setdefault(last, []).append(at)
        elif not _pin(kept[at]):
            last = at
    yield from _those(kept, after.get(-1, []))
    for place in sorted({*mine, *joined}):
        if place in joined:
            yield joined[place]
            continue
        yield from _those(kept, [mine[place], *after.get(mine[place], [])])


def _those(kept: Mapping[int, Piece | None], places: list[int]) -> Iterator[Piece]:
    yield from (piece for at in places if (piece := kept[at]))


def _pin(piece: Piece | None) -> bool:
    return bool(piece and piece.pinned and piece.kind in ITEMS)
