"""The quiz to hand out, and its key; an item is never divided."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from string import ascii_uppercase

from briefpack.layout.marks import Cell, Mark, Paragraph, Rect, Rule, Run, Sheets, TextBox
from briefpack.layout.pages.paper import moved, paper
from briefpack.layout.pages.setting import Setting, glued, runs
from briefpack.layout.pages.sheets import Columns, Part, balanced, shared_out
from briefpack.layout.pages.worksheet import Worksheet
from briefpack.messages import noted, say
from briefpack.model import CHOICE, CLOZE, MATCH, ORDER, SHORT, TRUE_FALSE, Line, Look, Quiz, QuizItem, Type

KICKER, KEY = noted("Quiz"), noted("For the teacher only")
HEADS = {
    CHOICE: (noted("Choose one"), noted("Tick the one right answer.")),
    TRUE_FALSE: (noted("True or false"), noted("Tick what the text says, whatever you think.")),
    CLOZE: (noted("Fill the gap"), noted("Write the word or words of the text.")),
    SHORT: (noted("Answer in a word or a number"), noted("As the text gives it.")),
    MATCH: (noted("Match"), noted("Write the letter beside the name.")),
    ORDER: (noted("Put in order"), noted("Number the boxes, the earliest first.")),
}
_TEXT, _KEY = Type(11.2, 14.6), Type(9.8, 12.6)
_INDENT, _BOX, _STEP = 20.0, 9.0, 18.0


def place(quiz: Quiz, look: Look, paper_name: str) -> Sheets:
    """The items kind by kind, with boxes to tick and lines to write on."""
    setting = Setting(look, quiz.sources, quiz.language)
    page = Worksheet(say(KICKER), quiz.title, setting, paper(paper_name), "quiz")
    return page.sheets(shared_out(list(_parts(quiz, page.paper.width, setting)), page.room))


def key(quiz: Quiz, look: Look, paper_name: str) -> Sheets:
    """The answers, and the passage that settles each."""
    setting = Setting(look, quiz.sources, quiz.language)
    page = Worksheet(
        say(KEY),
        say("Quiz key: {title}", title=quiz.title),
        setting,
        paper(paper_name),
        "key",
        note=say("do not hand out"),
        foot=say("Do not hand out · {title}", title=quiz.title),
    )
    columns = Columns(
        ("", say("Answer"), say("Because")), _widths(page.paper.width), _KEY, say("Answers of the quiz"), pad_y=4.0
    )
    rows = [columns.row(_cells(number, item, setting), setting) for number, item in enumerate(_ordered(quiz), 1)]
    return page.sheets(balanced(rows, page.room))


def answers(item: QuizItem) -> list[str]:
    """What is right, as the sheet asks for it: 'C  Maria Holm', 'True', 'Kim: B', the numbers of the boxes."""
    if item.kind == CHOICE:
        lettered = zip(ascii_uppercase, item.options, strict=False)
        return [f"{letter}  {option.text}" for letter, option in lettered if option.text in item.answers]
    if item.kind == TRUE_FALSE:
        return [item.answers[0].capitalize()]
    if item.kind == MATCH:
        letters = {place: letter for letter, place in zip(ascii_uppercase, item.mixed, strict=False)}
        return ["   ".join(f"{line.label}: {letters[place]}" for place, line in enumerate(item.options))]
    if item.kind == ORDER:
        return [say("Boxes from the top: ") + ", ".join(str(place + 1) for place in item.mixed)]
    forms: dict[str, str] = {}
    for text in item.answers:  # a program may tell 'Polder' from 'polder', a teacher marks both
        forms.setdefault(text.casefold(), text)
    first, *others = forms.values()
    return [first, *(say("also: {answer}", answer=text) for text in others)]


def reasons(item: QuizItem) -> tuple[Line, ...]:
    """What settles an item: the passages, else its own lines."""
    return item.because or tuple(Line(line.text, line.refs, line.label) for line in item.options)


def _ordered(quiz: Quiz) -> Iterator[QuizItem]:
    """The items as they are printed: kind by kind."""
    return (item for kind in HEADS for item in quiz.of(kind))


def _parts(quiz: Quiz, w: float, setting: Setting) -> Iterator[Part]:
    number = 0
    for kind, (name, told) in HEADS.items():
        for place, item in enumerate(quiz.of(kind)):
            if not place:
                yield _band(name, told, w, setting)
            number += 1
            yield _numbered(number, item, w, setting)


def _band(name: str, told: str, w: float, setting: Setting) -> Part:
    words = (Run(name, bold=True), Run(f"  {told}", colour="muted"))
    box = setting.text((Paragraph(words),), w - 20, Type(11, 14), tag="H2")
    return Part(27.0, (Rect(0, 0, w, 19, fill="tint"), *moved((box,), 8, (19 - box.h) / 2)), clings=True)


def _numbered(number: int, item: QuizItem, w: float, setting: Setting) -> Part:
    figure = Paragraph((Run(str(number), bold=True, colour="accent", font="head"),))
    count = setting.text((figure,), _INDENT, Type(13, 14.6), tag="Lbl")
    stem = setting.text((Paragraph((Run(glued(item.stem)),)),), w - _INDENT, _TEXT, tag="LBody")
    below = _BELOW[item.kind](item, w - _INDENT, setting)
    marks = (count, *moved((stem,), _INDENT, 0), *moved(below.marks, _INDENT, stem.h + 4))
    return Part(stem.h + 4 + below.h + 12, marks)


def _choice(item: QuizItem, w: float, setting: Setting) -> Part:
    """A box and a letter before each option; two columns where all are short."""
    wide = (w - 16) / 2
    lettered = list(zip(ascii_uppercase, item.options, strict=False))
    narrow = all(_option(letter, o, wide, setting).h <= 1.5 * _TEXT.pitch for letter, o in lettered)
    if not narrow or len(lettered) > 4:
        return _stacked(_option(letter, option, w, setting) for letter, option in lettered)
    half = (len(lettered) + 1) // 2
    left = _stacked(_option(letter, option, wide, setting) for letter, option in lettered[:half])
    right = _stacked(_option(letter, option, wide, setting) for letter, option in lettered[half:])
    return Part(max(left.h, right.h), (*left.marks, *moved(right.marks, wide + 16, 0)))


def _option(letter: str, option: Line, w: float, setting: Setting) -> Part:
    words = (Run(f"{letter}  ", bold=True), Run(glued(option.text)))
    return _ticked(setting.text((Paragraph(words),), w - 16, _TEXT), 16)


def _ticked(box: Mark, indent: float) -> Part:
    """A square to tick before a text."""
    tall = getattr(box, "h", _TEXT.pitch)
    square = Rect(0, 3, _BOX, _BOX, line="muted", line_width=0.8)
    return Part(tall + 2, (square, *moved((box,), indent, 0)))


def _true_false(_: QuizItem, __: float, setting: Setting) -> Part:
    marks: list[Mark] = []
    for x, word in ((0, say("True")), (80, say("False"))):
        box = setting.text((Paragraph((Run(word),)),), 60, _TEXT)
        marks += moved(_ticked(box, 16).marks, x, 0)
    return Part(_TEXT.pitch, tuple(marks))


def _written(_: QuizItem, w: float, __: Setting) -> Part:
    return Part(_STEP, (Rule(0, _STEP - 2, w * 0.6, _STEP - 2, "muted", 0.5),))


def _matched(item: QuizItem, w: float, setting: Setting) -> Part:
    """Names with a line on the left, the words with their letters on the right, mixed."""
    left, right = w * 0.36, w * 0.64 - 16
    names = _stacked(
        Part(box.h + 5, (Rule(0, 12, 22, 12, "muted", 0.5), *moved((box,), 30, 0)))
        for line in item.options
        if (box := setting.text((Paragraph((Run(line.label, bold=True),)),), left - 30, _TEXT))
    )
    said = _stacked(
        Part(box.h + 5, (box,))
        for letter, place in zip(ascii_uppercase, item.mixed, strict=False)
        if (box := _lettered(letter, item.options[place].text, right, setting))
    )
    return Part(max(names.h, said.h), (*names.marks, *moved(said.marks, left + 16, 0)))


def _lettered(letter: str, text: str, w: float, setting: Setting) -> TextBox:
    return setting.text((Paragraph((Run(f"{letter}  ", bold=True), Run(glued(text)))),), w, _TEXT)


def _to_order(item: QuizItem, w: float, setting: Setting) -> Part:
    """A larger box for the number before each line, mixed."""
    parts = []
    for place in item.mixed:
        box = setting.text((Paragraph((Run(glued(item.options[place].text)),)),), w - 28, _TEXT)
        square = Rect(0, 0, 16, 15, line="muted", line_width=0.8)
        parts.append(Part(max(box.h, 15) + 5, (square, *moved((box,), 28, 0))))
    return _stacked(parts)


def _stacked(parts: Iterable[Part]) -> Part:
    marks: list[Mark] = []
    y = 0.0
    for part in parts:
        marks += moved(part.marks, 0, y)
        y += part.h
    return Part(y, tuple(marks))


_BELOW: dict[str, Callable[[QuizItem, float, Setting], Part]] = {
    CHOICE: _choice,
    TRUE_FALSE: _true_false,
    CLOZE: _written,
    SHORT: _written,
    MATCH: _matched,
    ORDER: _to_order,
}


def _widths(w: float) -> tuple[float, float, float]:
    return 26.0, (w - 26) * 0.34, (w - 26) * 0.66


def _cells(number: int, item: QuizItem, setting: Setting) -> tuple[Cell, ...]:
    right = tuple(Paragraph((Run(text, bold=place == 0),)) for place, text in enumerate(answers(item)))
    because = tuple(
        runs(Run(say("{label}: ", label=line.label) if line.label else ""), Run(glued(line.text)), setting.ref(line))
        for line in reasons(item)
    )
    return (
        Cell((Paragraph((Run(str(number), bold=True, colour="accent", font="head"),)),), anchor="top"),
        Cell(right, anchor="top"),
        Cell(because, anchor="top"),
    )
