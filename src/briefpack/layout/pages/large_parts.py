"""The parts of a text that flows, measured in large print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefpack.layout.fit import height
from briefpack.layout.flow import Flow, Heading, Item, Room, Table, Words
from briefpack.layout.flow import Part as Told
from briefpack.layout.marks import Mark, Paragraph, Rule, Run, TextBox
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.setting import Setting, glued
from briefpack.layout.pages.sheets import Part
from briefpack.messages import say
from briefpack.model import Type

_BODY = Type(18, 25)
_TYPES = {"lead": Type(20, 28), "question": Type(22, 30)}
_HEADS = {1: Type(29, 36), 2: Type(24, 31), 3: Type(20, 27)}
_BOLD = ("question",)
_LINE = 34.0
"""From one writing line to the next: 12 mm, for large hands and thick pens."""
_HANG = 38.0
"""Where the text after a number starts."""
_BULLET = 20.0
"""The same after a bullet."""
_GAP = 13.0
"""Between blocks."""
_CLOSE = 4.0
"""Between what belongs together."""
_OVER = 12.0
"""Over a heading, besides the gap."""
_BREAKS = " \n\u2002\u2003\u200b"
_WHOLE = 8
"""Most lines of a paragraph that is never divided; a longer one goes on by threes."""
_SOME = 3
_BESIDE = 2
"""Lines to write on in place of an empty cell."""
_TOGETHER = 6
"""Writing lines that stay together."""


class Setter:
    """Makes parts of what is told: everything in one column of this width."""

    def __init__(self, setting: Setting, w: float) -> None:
        self.setting = setting
        self.w = w

    def head(self, flow: Flow) -> Iterator[Part]:
        """What it is, its title, and lines for a name and a date."""
        for text in (flow.kicker, flow.note):
            if text:
                yield from self._text((Run(text),), _BODY, after=_CLOSE, clings=True)
        yield from self._text((Run(flow.title, bold=True),), _HEADS[1], tag="H1", after=_CLOSE, clings=True)
        yield Part(_GAP, (Rule(0, 2, self.w, 2, "ink", 2.0),), clings=True)
        if flow.named:
            yield Part(_LINE + _GAP, self._form())

    def parts(self, told: Iterable[Told]) -> Iterator[Part]:
        """Each in its order."""
        for one in told:
            if isinstance(one, Heading):
                yield self._heading(one)
            elif isinstance(one, Room):
                yield from self._room(one)
            elif isinstance(one, Table):
                yield from self._table(one)
            elif isinstance(one, Item):
                yield from self._item(one)
            else:
                type = _TYPES.get(one.kind, _BODY)
                words = tuple(replace(run, bold=True) for run in one.words) if one.kind in _BOLD else one.words
                x = _HANG if one.kind == "aside" else 0.0
                yield from self._text(words, type, x=x, after=_CLOSE if one.keep else _GAP, clings=one.keep)

    def _heading(self, heading: Heading) -> Part:
        type = _HEADS[heading.level]
        said = Paragraph((Run(heading.text, bold=True, colour="accent2"),))
        box = self.setting.text((said,), self.w, type, tag=f"H{heading.level}")
        return Part(_OVER + box.h + _CLOSE * 2, moved((box,), 0, _OVER), clings=True)

    def _item(self, item: Item) -> Iterator[Part]:
        """A number or a bullet, and the text beside it."""
        after, x = (_CLOSE if item.keep else _GAP), _HANG if item.number or item.inner else 0.0
        figure = item.mark or str(item.number or "")
        if figure:
            at, x = (_HANG, 2 * _HANG) if item.mark else (0.0, _HANG)
            label = self.setting.text((Paragraph((Run(figure, bold=True),)),), _HANG, _BODY, tag="Lbl")
            label = replace(label, x=at)
            yield from self._text(item.words, _BODY, x=x, tag="LBody", label=label, after=after, clings=item.keep)
        else:
            yield from self._text(item.words, _BODY, x=x, tag="LI", after=after, clings=item.keep, bullet="•")

    def _table(self, table: Table) -> Iterator[Part]:
        """Each row as what it is about, in bold or under its number, what is said of it, and the rest by its name."""
        for number, row in enumerate(table.rows, 1):
            first, *others = row
            names = table.header[1:]
            told: list[Words] = [first] if table.counted else [tuple(replace(run, bold=True) for run in first)]
            for place, (name, cell) in enumerate(zip(names, others, strict=True)):
                plain = not table.counted and place == 0 and bool(cell)
                told += (
                    [cell if plain else (Run(say("{label}: ", label=name)), *cell)] if cell or table.written_on else []
                )
            if table.counted:
                item = Item(told[0], number, keep=len(told) > 1)
                yield from self._item(item)
                told = told[1:]
            for place, words in enumerate(told, 1):
                last = place == len(told)
                x, tag = (_HANG, "LBody") if table.counted else (0.0, "P")
                yield from self._text(words, _BODY, x=x, tag=tag, after=_GAP if last else _CLOSE, clings=not last)
                if table.written_on and place > 1:
                    yield from self._room(Room(_BESIDE))

    def _room(self, room: Room) -> Iterator[Part]:
        """Lines to write on: the first ones together."""
        left = room.lines
        while left > 0:
            some = min(left, _TOGETHER if left == room.lines else 1)
            left -= some
            rules = tuple(Rule(0, n * _LINE, self.w, n * _LINE, "ink", 0.9) for n in range(1, some + 1))
            yield Part(some * _LINE + (2 * _GAP if not left else 0), rules)

    def _form(self) -> tuple[Mark, ...]:
        """'Name' and 'Date' with the lines to write on; a form for the hand, not for the ear."""
        marks: list[Mark] = []
        for word, x, end in ((say("Name"), 0.0, self.w * 0.6), (say("Date"), self.w * 0.6 + 14, self.w)):
            box = self.setting.text((Paragraph((Run(word),)),), 54, _BODY, tag="Artifact")
            marks += [*moved((box,), x, 8), Rule(x + 54, 30, end, 30, "ink", 0.9)]
        return tuple(marks)

    def _text(
        self,
        words: Words,
        type: Type,
        *,
        x: float = 0.0,
        tag: str = "P",
        label: TextBox | None = None,
        after: float = _GAP,
        clings: bool = False,
        bullet: str = "",
    ) -> Iterator[Part]:
        """A paragraph; one of many lines in parts that may stand on two pages, each with three lines or more."""
        paragraph = Paragraph(tuple(_plain(run) for run in words), indent=_BULLET if bullet else 0.0, bullet=bullet)
        wide = self.w - x
        pieces = list(self._pieces(paragraph, wide, type))
        for number, piece in enumerate(pieces):
            box = self.setting.text((piece,), wide, type, tag="Same" if number else tag)
            first = (label,) if label and not number else ()
            last = number == len(pieces) - 1
            tall = height(self.setting.lines((piece,), wide, type.size), type.pitch)
            yield Part(tall + (after if last else 0), (*first, *moved((box,), x, 0)), clings=clings and last)

    def _pieces(self, paragraph: Paragraph, w: float, type: Type) -> Iterator[Paragraph]:
        """The paragraph, or where it is long its lines by threes: each piece breaks as the whole did."""
        lines = self.setting.lines((paragraph,), w, type.size)
        left = paragraph
        while len(lines) > _WHOLE:
            inked = sum(_inked(run.text) for line in lines[:_SOME] for run in line.runs)
            piece, left = _divided(left, inked)
            yield piece
            lines = lines[_SOME:]
        yield left


def _plain(run: Run) -> Run:
    """Dark, upright and as large as the rest; bold stays, and the colour of references."""
    colour = "accent2" if run.refs else "ink"
    return replace(run, text=glued(run.text), italic=False, colour=colour, font="body", scale=1.0)


def _divided(paragraph: Paragraph, inked: int) -> tuple[Paragraph, Paragraph]:
    """A paragraph in two after so many characters that are no spaces; the first keeps the space between them."""
    first: list[Run] = []
    rest = list(paragraph.runs)
    while inked > 0 and rest:
        run = rest.pop(0)
        end = _reached(run.text, inked)
        inked -= _inked(run.text[:end])
        space = " " if run.text[end : end + 1].isspace() else ""
        first.append(replace(run, text=run.text[:end] + space))
        if end < len(run.text):
            rest.insert(0, replace(run, text=run.text[end:].lstrip(_BREAKS)))
    kept = (run for run in rest if run.text)
    return replace(paragraph, runs=tuple(first)), replace(paragraph, runs=tuple(kept), bullet="")


def _reached(text: str, inked: int) -> int:
    """Where in a text so many characters that are no spaces have gone by; its end where there are fewer."""
    for place, character in enumerate(text, 1):
        inked -= _inked(character)
        if not inked:
            return place
    return len(text)


def _inked(text: str) -> int:
    return sum(not character.isspace() and character != "\u200b" for character in text)
