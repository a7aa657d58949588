"""Blocks that are lines under one another: judgements, tensions, implications, what to watch …"""

from __future__ import annotations

import re
from dataclasses import replace

from briefpack.layout import dates
from briefpack.layout.marks import Mark, Paragraph, Rect, Run, TextBox
from briefpack.layout.pages import support
from briefpack.layout.pages.paper import moved
from briefpack.layout.pages.piece import Piece, heading, stack
from briefpack.layout.pages.setting import Setting, runs
from briefpack.messages import say
from briefpack.model import Block, Line, Type

_SIDE = re.compile(
    r"(?:^|(?<=[.!?…”’\"»)])\s+)"
    r"(?P<who>[^\W\d_a-z](?:[^:.!?“”\"\n]|(?<=[A-Z])\.|(?<=Mr)\.|(?<=Ms)\.|(?<=Dr)\.){0,79}): "
)
"""A name before what it says, at the start or after a sentence: 'Ana M. Ortiz: '."""
_COLUMN = 400.0
"""Points below which a block is a column beside another."""
_AFTER = 3.0
"""Points under a statement, at the least: what room the page has left is shared out among them."""
_BLANK = TextBox(0, 0, 0, 0, (), 9, 12, tag="TD")
"""A cell without words: above numbers and statements, and where no sources were counted."""
_JOINING = frozenset(
    "and of the for in on at to de du des da do di la le les von van der den und et y e others".split()
)


def lead(block: Block, w: float, setting: Setting) -> Piece:
    """The bottom line in a band; with round cards, an introduction under its heading."""
    type = setting.type("lead")
    if not setting.plain:
        body = setting.text((_joined(block.lines, setting),), w, type)
        head = heading(setting, block.heading, w, ruled=False)
        return stack(block.kind, [(head[0] - 2, head[1]), (body.h, (body,))], w)
    body = setting.text((_joined(block.lines, setting),), w - 27, type)
    pad = 7.0

    def draw(air: float, h: float) -> tuple[Mark, ...]:
        band = (Rect(0, 0, w, h, fill="tint"), Rect(0, 0, 3, h, fill="accent2"))
        return (*band, *moved((body,), 13.5, pad + air))

    return Piece(block.kind, body.h + 2 * pad, 2, draw)


def judgements(block: Block, w: float, setting: Setting) -> Piece:
    """Numbered statements, how many sources say so, and where."""
    block = headed_by_voice(block)
    counted = any(line.detail for line in block.lines)
    where_w = 56.0
    count_w = max(support.width(line.detail) for line in block.lines) + 66.0 if counted else 0.0
    text_w = w - 15 - count_w - where_w - 8
    parts = [_judgement_head(block, w, setting, (w - where_w - count_w, w - where_w) if counted else (0, w - where_w))]
    for number, line in enumerate(block.lines, 1):
        parts.append(_judgement(number, line, setting, (text_w, w - where_w - count_w, count_w, w - where_w, where_w)))
    return stack(block.kind, parts, w, rules="rule")


def items(block: Block, w: float, setting: Setting) -> Piece:
    """Statements under one another, each with what it is about in bold."""
    type = setting.type("text")
    parts = [heading(setting, block.heading, w)]
    for line in block.lines:
        box = setting.text((runs(*_labelled(line, setting), setting.ref(line)),), w, type, tag="LI")
        parts.append((box.h + _AFTER, (box,)))
    return stack(block.kind, parts, w)


def implications(block: Block, w: float, setting: Setting) -> Piece:
    """What follows, with whom it concerns in bold where the statement names them, and whose judgement it is."""
    block = block if any(line.detail for line in block.lines) else headed_by_voice(block)
    type = setting.type("text")
    parts = [heading(setting, block.heading, w)]
    for line in block.lines:
        says = runs(*_concerned(line, setting), *_told_by(line), setting.ref(line, own=True))
        box = setting.text((says,), w, type, tag="LI")
        parts.append((box.h + _AFTER, (box,)))
    return stack(block.kind, parts, w)


def headed_by_voice(block: Block) -> Block:
    """The block with a voice that all its statements share in its heading, once: 'Key judgements: Delta Institute'."""
    voices = {line.label for line in block.lines}
    if len(voices) > 1 or len(block.lines) < 2 or not all(voices):
        return block
    lines = tuple(replace(line, label="") for line in block.lines)
    return replace(block, heading=f"{block.heading}: {voices.pop()}", lines=lines)


def tensions(block: Block, w: float, setting: Setting) -> Piece:
    """What is at issue, and under it each side on a line of its own after its name."""
    type = setting.type("text")
    parts = [heading(setting, block.heading, w)]
    for line in block.lines:
        told = tuple(
            Paragraph(
                runs(
                    _bold(say("{label}: ", label=who) if who else "", setting), Run(says, font=setting.text_font)
                ).runs,
                before=1.5,
                indent=9,
            )
            for who, says in sides(line.text)
        )
        issue = (Paragraph((_bold(line.label, setting),)),) if line.label else ()
        said = (*issue, *told) if told else (runs(*_labelled(line, setting)),)
        said = (*said[:-1], replace(said[-1], runs=runs(*said[-1].runs, setting.ref(line)).runs))
        box = setting.text(said, w, type, tag="LI")
        parts.append((box.h + _AFTER, (box,)))
    return stack(block.kind, parts, w)


def watch(block: Block, w: float, setting: Setting) -> Piece:
    """Dates or signals on the left, what to look for on the right."""
    type = setting.type("text")
    labels = [dates.printed(line.label, setting.language) for line in block.lines]
    if not any(labels):
        return items(block, w, setting)
    left = min(w * 0.3, 92.0)
    parts = [heading(setting, block.heading, w)]
    for label, line in zip(labels, block.lines, strict=True):
        date = setting.text((Paragraph((Run(label, bold=True, colour="accent2"),)),), left - 8, type, tag="Lbl")
        past = Run(f" ({line.detail})", bold=True, colour="accent") if line.detail else Run("")
        says = runs(Run(line.text, font=setting.text_font), past, setting.ref(line))
        body = setting.text((says,), w - left, type, tag="LBody")
        parts.append((max(date.h, body.h) + 2 + _AFTER, (*moved((date,), 0, 2), *moved((body,), left, 2))))
    return stack(block.kind, parts, w, rules="rule")


def reading(block: Block, w: float, setting: Setting) -> Piece:
    """How to read the page: a column beside another under its heading, else small and across the page."""
    return _reading_column(block, w, setting) if w < _COLUMN else _reading_across(block, w, setting)


def _reading_column(block: Block, w: float, setting: Setting) -> Piece:
    """Each sign on the left, the boxes drawn before the one that counts, and in plain words what it means."""
    type = setting.type("label")
    parts = [heading(setting, block.heading, w)]
    left = max(support.width(line.label) for line in block.lines) + 76.0
    for line in block.lines:
        aside = support.width(line.label)
        sign = setting.text((Paragraph((Run(line.label, bold=True),)),), left - aside - 6, type, tag="Lbl")
        says = Paragraph((Run(line.text, colour="muted", font=setting.text_font),))
        x = left if line.label else 0.0
        body = setting.text((says,), w - x, type, tag="LBody")
        drawn = support.boxes(line.label, 2 + (type.pitch - 6) / 2)
        parts.append((max(sign.h, body.h) + 4, (*drawn, *_words(sign, aside), *moved((body,), x, 2))))
    return stack(block.kind, parts, w)


def _words(box: TextBox, x: float) -> tuple[Mark, ...]:
    """The box at x, if it holds any words."""
    return moved((box,), x, 2) if any(run.text for paragraph in box.paragraphs for run in paragraph.runs) else ()


def _reading_across(block: Block, w: float, setting: Setting) -> Piece:
    type = setting.type("sources")
    drawn = support.boxes(block.lines[0].label, (type.pitch - 6) / 2)
    aside = support.width(block.lines[0].label)
    some: list[Run] = []
    for line in block.lines:
        label = say("{label}: ", label=line.label) if line.label else ""
        some += [Run(label, bold=True, colour="muted"), Run(line.text.rstrip(".") + ". ", colour="muted")]
    box = setting.text((runs(*some),), w - aside, type)
    return Piece(block.kind, box.h, 0, lambda _air, _h: (*drawn, *moved((box,), aside, 0)))


def sides(text: str) -> tuple[tuple[str, str], ...]:
    """'The Argus: it rose. Maria Orlova: it fell.' as names with what each says; empty where it is not of that form.

    A first side that says itself who speaks has an empty name: 'Maria Orlova said that it rose. The Argus: it fell.'
    """
    found = [name for name in _SIDE.finditer(text) if _is_name(name["who"])]
    first = text[: found[0].start()].strip() if found else ""
    if len(found) + bool(first) < 2:
        return ()
    ends = [*(name.start() for name in found[1:]), len(text)]
    named = [(name["who"], text[name.end() : end].strip()) for name, end in zip(found, ends, strict=True)]
    return (("", first), *named) if first else tuple(named)


def concerned(line: Line) -> tuple[str, str, str]:
    """A statement parted around the words of its label, as they stand in it; the middle is empty where they do not."""
    at = line.text.lower().find(line.label.lower()) if line.label else -1
    if at < 0:
        return line.text, "", ""
    end = at + len(line.label)
    return line.text[:at], line.text[at:end], line.text[end:]


def _is_name(text: str) -> bool:
    """Whether each word has a capital or joins two that have: 'Office for Water', not 'Two things matter'."""
    words = text.split()
    return len(words) <= 9 and all(not word[:1].islower() or word in _JOINING for word in words)


def _joined(lines: tuple[Line, ...], setting: Setting) -> Paragraph:
    """Statements that follow one another in one paragraph."""
    some: list[Run] = []
    for line in lines:
        some.append(Run(" " if some else "", font=setting.text_font))
        some += [*_labelled(line, setting), setting.ref(line, own=True)]
    return runs(*some)


def _labelled(line: Line, setting: Setting) -> tuple[Run, ...]:
    """A statement after what it is about, or who says so; a voice that the words name is not said twice."""
    text = Run(line.text, font=setting.text_font)
    label = line.label.strip()
    if not label or label.casefold() in line.text.casefold():
        return (text,)
    mark = "" if label[-1] in ".:?!" else say(":")
    return _bold(f"{label}{mark} ", setting), text


def _concerned(line: Line, setting: Setting) -> tuple[Run, ...]:
    """'**The council** should wait.'; before a statement that does not name them: '**Farmers:** Water is short.'"""
    before, who, after = concerned(line)
    if not who:
        return _labelled(line, setting)
    return Run(before, font=setting.text_font), _bold(who, setting), Run(after, font=setting.text_font)


def _told_by(line: Line) -> tuple[Run, ...]:
    """' (Ana Silva)', small: whose judgement it is, where the statement does not say so."""
    said = line.detail and line.detail not in line.text
    return (Run(f" ({line.detail})", colour="muted"),) if said else ()


def _bold(text: str, setting: Setting) -> Run:
    return Run(text, bold=True, font="head" if setting.plain else "body")


def _judgement_head(
    block: Block, w: float, setting: Setting, places: tuple[float, float]
) -> tuple[float, tuple[Mark, ...]]:
    """The heading, with the names of the columns on the same line."""
    count, where = places
    tall, marks = heading(setting, block.heading, w)
    type = setting.type("head")
    small = setting.type("label")
    named = [(where, say("Where"))] + ([(count, say("Support"))] if count else [])
    marks += (_BLANK, _BLANK)
    for x, word in sorted(named):
        paragraph = Paragraph((Run(word, bold=True, colour="muted"),))
        size = min(small.size, type.size)
        box = TextBox(x, 0, 80, type.pitch, (paragraph,), size, type.pitch, anchor="bottom", tag="TH")
        marks = (*marks, box)
    title = marks[0]
    assert isinstance(title, TextBox)
    return tall, (replace(title, w=min(named)[0] - 6), *marks[1:])


def _judgement(
    number: int, line: Line, setting: Setting, places: tuple[float, float, float, float, float]
) -> tuple[float, tuple[Mark, ...]]:
    text_w, count_x, count_w, where_x, where_w = places
    type, small = setting.type("text"), setting.type("label")
    figure = setting.text((Paragraph((Run(str(number), bold=True, colour="accent", font="head"),)),), 14, type, "RH")
    body = setting.text((runs(*_labelled(line, setting)),), text_w, type, "TD")
    where = setting.text((runs(setting.where(line)),), where_w, small, "TD")
    marks: list[Mark] = [*moved((figure,), 0, 2), *moved((body,), 15, 2)]
    tall = max(body.h, where.h)
    if line.detail:
        drawn = support.boxes(line.detail, 2 + (type.pitch - 6) / 2)
        aside = support.width(line.detail)
        says = _support(line.detail, count_w - aside - 4, small, setting)
        marks += [*moved(drawn, count_x, 0), *moved((says,), count_x + aside, 2)]
        tall = max(tall, says.h)
    elif count_w:
        marks.append(_BLANK)
    marks += moved((where,), where_x, 2)
    return tall + 2 + _AFTER, tuple(marks)


def _support(words: str, w: float, type: Type, setting: Setting) -> TextBox:
    return setting.text((Paragraph((Run(words, bold=True),)),), w, type, "TD")
