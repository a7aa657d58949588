"""Where the lines of a text break: words are measured once, at the size 1, and a line takes as many as it has room for.

A statement is tried at many widths and sizes, so nothing is measured or joined again that a line does not ask for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefpack.layout import metrics
from briefpack.layout.marks import Run

if TYPE_CHECKING:
    from briefpack.layout.fit import Families

ANYWHERE = re.compile(r"(\n|[ \u2002\u2003\u200b]|(?<=[-–—/])(?=[^\W\d]))")
"""A line may break at a space and after a dash before a letter; '7–8' and '2024-05' stay whole."""
AT_SPACES = re.compile(r"(\n|[ \u2002\u2003\u200b])")
_SPACES = " \u2002\u2003"
_BARE = ("", "\n", "\u200b")
"""Breaks that take no room."""
_ROUNDED = 1e-9
"""What sums of widths may differ by when nothing but their order does."""
_EAST = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af"
_ENDS = (
    "、。，．：；！？）］｝」』】〉》〕〗〙〟…‥％ーゝゞヽヾ々・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.:;!?)\\]}%”’»"
)
_BEGINS = "（［｛「『【〈《〔〖〘〝“‘«(\\[{"
_EASTERN = re.compile(f"[{_EAST}]")
_IDEOGRAPH = re.compile(f"(?<=[^\\s{_BEGINS}])(?=[^\\s{_ENDS}])(?:(?<=[{_EAST}])|(?=[{_EAST}]))")
"""Between two characters of the East a line may break, but none begins with what ends a word or ends with what begins
one (JIS X 4051; 'kinsoku')."""

_Place = tuple[int, int]
"""A run of the paragraph and a character of its text, both from 0."""


_Shape = tuple[str, str, bool, bool, float]
"""What says how wide a run is: its text, the family that draws it, bold, italic, its scale."""


class _Word(NamedTuple):
    """Characters between which no line breaks, from a place to another."""

    start: _Place
    end: _Place
    inked: float
    """How wide they are without the space that ends them."""
    whole: float


class _Flow(NamedTuple):
    """The words between two forced breaks."""

    words: list[_Word]
    starts: list[float]
    """Where each begins if all of them stand on one line."""
    ends: list[float]
    """Where the ink of each ends."""
    widest: float


class _Chunk(NamedTuple):
    """Characters of a run up to a break, or to the run's end; widths in thousandths of the size."""

    end: int
    """Up to where they are drawn."""
    after: int
    """Where what follows begins."""
    inked: float
    whole: float
    spaced: int
    """How many of them are the space at their end."""
    closed: bool
    """Whether a line may break after them."""
    forced: bool
    """Whether it must."""


class Cut(NamedTuple):
    """What stands on a line, from a place to another of a paragraph."""

    whole: tuple[Run, ...]
    """All runs of the paragraph."""
    texts: tuple[str, ...]
    start: _Place
    end: _Place

    def parts(self) -> list[tuple[Run, str]]:
        """The runs that it has part in, and what it has of each, without the space at its end."""
        (first, left), (last, right) = self.start, self.end
        if first == last:
            return [(self.whole[first], _shown(self.texts[first][left:right]).rstrip(_SPACES))]
        texts = (self.texts[first][left:], *self.texts[first + 1 : last], self.texts[last][:right])
        shown = zip(self.whole[first : last + 1], map(_shown, texts), strict=True)
        parts = [part for part in shown if part[1]]
        parts[-1] = parts[-1][0], parts[-1][1].rstrip(_SPACES)
        return parts


def lines(
    runs: tuple[Run, ...], room: float, families: Families, tracking: float, breaks: re.Pattern[str]
) -> Iterator[tuple[Cut | None, float]]:
    """What stands on each line and its width, at the size 1; a word wider than the room is broken inside."""
    shape = tuple([(run.text, families[run.font], run.bold, run.italic, run.scale) for run in runs])
    texts, flows = _flows(shape, tracking, breaks)
    room += _ROUNDED
    for number, flow in enumerate(flows, 1):
        if not flow.words and number < len(flows):
            yield None, 0.0
        if flow.widest > room:
            flow = _flow([part for word in flow.words for part in _parts(word, room, texts, runs, families, tracking)])
        at = 0
        while at < len(flow.words):
            start, past = flow.starts[at], bisect_right(flow.ends, room + flow.starts[at], at + 1)
            yield Cut(runs, texts, flow.words[at].start, flow.words[past - 1].end), flow.ends[past - 1] - start
            at = past


def _shown(text: str) -> str:
    return text if text.isascii() else text.replace("\u200b", "")


@lru_cache(maxsize=4096)
def _flows(
    shape: tuple[_Shape, ...], tracking: float, breaks: re.Pattern[str]
) -> tuple[tuple[str, ...], tuple[_Flow, ...]]:
    """The texts of the runs, marked where they may break without a space, and the words of all.

    Where a run leads to and what colour it has makes no difference: a slide on a handout breaks as in the deck.
    """
    cuts = [_chunks(text, breaks, family, bold, italic) for text, family, bold, italic, _ in shape]
    flows: list[list[_Word]] = [[]]
    for word in _words([(run[4] / 1000, chunks) for run, (_, chunks) in zip(shape, cuts, strict=True)], tracking):
        if word is None:
            flows.append([])
        else:
            flows[-1].append(word)
    return tuple([text for text, _ in cuts]), tuple(map(_flow, flows))


def _words(cuts: list[tuple[float, tuple[_Chunk, ...]]], tracking: float) -> Iterator[_Word | None]:
    """The words of all runs, which may begin in one and end in another; None for a forced break."""
    start: _Place | None = None
    end, inked, whole = (0, 0), 0.0, 0.0
    for number, (unit, chunks) in enumerate(cuts):
        at = 0
        for drawn, after, ink, wide, spaced, closed, forced in chunks:
            count = drawn - at
            if count:
                start, end = start or (number, at), (number, drawn)
                inked = whole + ink * unit + tracking * (count - spaced)
                whole += wide * unit + tracking * count
            at = after
            if closed and start:
                yield _Word(start, end, inked, whole)
                start, inked, whole = None, 0.0, 0.0
            if forced:
                yield None
    if start:
        yield _Word(start, end, inked, whole)


def _flow(words: list[_Word]) -> _Flow:
    starts, ends = [], []
    at = ink = 0.0
    for word in words:
        starts.append(at)
        ink = at + word.inked if word.inked else ink
        ends.append(ink)
        at += word.whole
    return _Flow(words, starts, ends, max([word.inked for word in words], default=0.0))


@lru_cache(maxsize=8192)
def _chunks(
    text: str, breaks: re.Pattern[str], family: str, bold: bool, italic: bool
) -> tuple[str, tuple[_Chunk, ...]]:
    """A text cut where it may break: the same words are set at several sizes and widths, and measured once."""
    marked = _IDEOGRAPH.sub("\u200b", text) if not text.isascii() and _EASTERN.search(text) else text
    parts = breaks.split(marked)
    found, at = [], 0
    for word, gap in zip(parts[::2], [*parts[1::2], ""], strict=True):
        end, spaced = at + len(word), gap not in _BARE
        inked = whole = metrics.advance(word, family, bold, italic) if word else 0.0
        if spaced:
            whole += metrics.advance(gap, family, bold, italic)
        at = end + len(gap)
        found.append(_Chunk(end + spaced, at, inked, whole, int(spaced), closed=True, forced=gap == "\n"))
    found[-1] = found[-1]._replace(closed=False)
    return marked, tuple(found)


def _parts(
    word: _Word, room: float, texts: tuple[str, ...], runs: tuple[Run, ...], families: Families, tracking: float
) -> Iterator[_Word]:
    """The parts of a word that alone is wider than the line; any other as it is."""
    if word.inked <= room:
        yield word
        return
    for number in range(word.start[0], word.end[0] + 1):
        run, text = runs[number], texts[number]
        at = word.start[1] if number == word.start[0] else 0
        end = word.end[1] if number == word.end[0] else len(text)
        inked = whole = 0.0
        for place in range(at, end):
            wide = metrics.advance(text[place], families[run.font], run.bold, run.italic) * run.scale / 1000 + tracking
            if place > at and not text[place].isspace() and whole + wide > room:
                yield _Word((number, at), (number, place), inked, whole)
                at, inked, whole = place, 0.0, 0.0
            whole += wide
            inked = inked if text[place].isspace() else whole
        if at < end:
            yield _Word((number, at), (number, end), inked, whole)
