"""Slides that somebody added: each becomes points of the page, or its lines join those of an earlier merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefpack import page
from briefpack.model import Ref, Section
from briefpack.pack.returned.compared import Compared
from briefpack.pack.returned.desk import Target, entry_of
from briefpack.pack.returned.edits import Change, Placing, beyond_words, short
from briefpack.pack.returned.record import Text
from briefpack.pack.returned.rooms import Room
from briefpack.pack.returned.words import plain


def placed(found: Sequence[Compared], where: Sequence[Room | None], work: Placing) -> None:
    """A new slide becomes points, behind the slide that it stands behind."""
    before: Section | None = None
    theirs = {room.now.line for room in where if room and room.now}
    for one, room in zip(found, where, strict=True):
        if room is not None:
            before = room.now or before
            continue
        before = _slide(one, before, theirs, work) or before


def _slide(one: Compared, before: Section | None, theirs: set[int], work: Placing) -> Section | None:
    """Take one slide home; the section that has it already, if one does.

    ``theirs`` are the sections of other slides: a copy of one of them is listed, since a page says things once.
    """
    texts = [pair.new for pair in one.pairs if pair.new and pair.new.text and not pair.new.text.isdecimal()]
    title = next((text for text in texts if text.title), None) or (texts[0] if texts else None)
    if title is None:
        work.left.append(Change(one.number, "a slide without words was added: a page holds none"))
        return None
    lines = [text for text in texts if text is not title]
    said = [pair.new for pair in one.notes if pair.new]
    named = [section for section in work.desk.sections if _is_called(section, title, work)]
    mine = next((section for section in named if section.line not in theirs), None)
    if mine is not None:
        theirs.add(mine.line)
        _joined(one.number, mine, lines, said, work)
    elif copied := next((section for section in named if _says_most(section, (*lines, *said), work)), None):
        work.left.append(Change(one.number, f"the slide “{short(title.text)}” stands there twice: a page has it once"))
        more = _missing(copied, (*lines, *said), work)
        work.left += [Change(one.number, f"“{short(text.text)}” was added", "", text.text) for text in more]
    else:
        work.desk.put_section(before, _new_section(title, lines, said))
        work.placed.append(Change(one.number, f"the slide “{short(title.text)}” was added", "", title.text))
        beyond_words(one, work)
    return mine


def _is_called(section: Section, title: Text, work: Placing) -> bool:
    return not work.desk.is_gone(section) and bool(next(work.desk.targets(section)).field(title.text))


def _says_most(section: Section, texts: Sequence[Text], work: Placing) -> bool:
    """Whether a slide is a copy of one that has its section already."""
    return 2 * len(_missing(section, texts, work)) < max(len(texts), 1)


def _missing(section: Section, texts: Iterable[Text], work: Placing) -> list[Text]:
    """What a section neither says nor said; its own heading and what a layout adds do not count."""
    before = (one for one in work.base.sections if one.heading == section.heading)
    here = (*work.desk.targets(section), *(target for one in before for target in work.base.targets(one)))
    kicker = plain(dict(section.options).get("kicker", ""))
    return [text for text in texts if not any(one.field(text.text) for one in here) and plain(text.text) != kicker]


def _joined(number: int, section: Section, lines: Sequence[Text], said: Sequence[Text], work: Placing) -> None:
    """Lines that were added to a slide which an earlier merge took home."""
    places = {False: section.line, True: 0}
    for target in work.desk.targets(section):
        places[target.sort == "note"] = _last_line(target)
    for text in _missing(section, (*lines, *said), work):
        note = text in said
        change = Change(number, f"“{short(text.text)}” was added", "", text.text)
        if places[note]:
            work.desk.put(places[note], entry_of(text.text, text.refs, "say" if note else ""))
            work.placed.append(change)
        else:
            work.left.append(change)


def _last_line(target: Target) -> int:
    return max((target.entry.line, *(child.line for child in target.entry.children)))


def _new_section(title: Text, texts: Iterable[Text], said: Iterable[Text]) -> str:
    refs = tuple(map(Ref.parse, title.refs))
    rows = [
        page.heading("##", Section(title.text, refs, kind="points")),
        *(entry_of(one.text, one.refs) for one in texts),
    ]
    notes = [entry_of(one.text, one.refs, "say") for one in said]
    return "\n".join([*rows, *(["", "::: notes", *notes, ":::"] if notes else [])])
