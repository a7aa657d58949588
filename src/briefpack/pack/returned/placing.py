"""What somebody changed on the slides, written into the page that they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefpack.model import Entry, Line, Ref
from briefpack.pack.returned import fresh, rooms
from briefpack.pack.returned.compared import Compared, Pair
from briefpack.pack.returned.desk import Desk, Target, entry_of, is_quoted
from briefpack.pack.returned.edits import Change, Placing, became, beyond_words, short
from briefpack.pack.returned.record import Record, Shown, Text
from briefpack.pack.returned.rooms import Room
from briefpack.pack.returned.words import alike, plain

_LISTS = ("claim", "points", "discussion", "close", "bottomline", "quote")
"""Kinds of slide to which a line can be added as it stands; the others need a date, a name or a key before it."""
_LONG = 300
"""Characters of a passage that a list of changes shows."""
_SAME = 0.5
"""Share of words that a corrected statement has in common with what it was."""
_FEW = 3
"""Fewer words than these are a number or a mark of the layout, if they stand on no page."""


def placed(text: str, written: Record, found: Sequence[Compared], passages: Mapping[Ref, str]) -> Placing:
    """The page with all that could be placed; nothing of its other lines moves.

    What the page says already, since it took these edits before, is neither placed nor left.
    """
    work = Placing(Desk(written.page), Desk(text), passages)
    where = [rooms.found(one.was, work.base, work.desk) if one.was else None for one in found]
    alive = [(one, room) for one, room in zip(found, where, strict=True) if room and not one.gone]
    said = ((room.now.line, pair.new.text) for one, room in alive if room.now for pair in one.pairs if pair.new)
    work.there.update((line, plain(text)) for line, text in said)
    for one, room in alive:
        _slide(one, room, work)
    _gone(found, where, work)
    fresh.placed(found, where, work)
    for one, room in alive:  # after this a statement no longer stands where it was written
        _lines_order(one, room, work)
    _order(found, where, work)
    return work


def _slide(one: Compared, room: Room, work: Placing) -> None:
    for pair in one.pairs:  # what stayed is found first, so that its statement is taken by no other
        if pair.old and pair.new and (kept := room.origin(work.base, pair.old)):
            work.base.use(kept[0])
    after: Target | None = None
    for pair in sorted(one.pairs, key=lambda each: each.new is None and not _whole(each, room, work)):
        after = _pair(one.number, pair, room, after, work) or after
    for pair in one.notes:
        _note(one.number, pair, room, work)
    beyond_words(one, work)


def _pair(number: int, pair: Pair, room: Room, after: Target | None, work: Placing) -> Target | None:
    """Take one text home; the line of the page that it is, if it is one."""
    if pair.old is None:
        if pair.new:
            _added(number, pair.new, room, after, work)
        return None
    origin = room.origin(work.base, pair.old)
    home = room.place(origin[0]) if origin else None
    if pair.new is None:
        _taken(number, pair.old, origin, home, work)
        return None
    if pair.old.text != pair.new.text:
        _changed(number, (pair.old, pair.new), origin, room, work)
    return home if home and home.sort == "item" else None


def _changed(
    number: int, words: tuple[Text, Text], origin: tuple[Target, str] | None, room: Room, work: Placing
) -> None:
    old, new = words
    change = Change(number, became(old.text, new.text), old.text, new.text, old.refs)
    home = room.place(origin[0]) if origin else None
    was = work.desk.line(home) if home else None
    line = _reworded(was, origin[1], new.text) if was and origin else None
    if home and line == was:
        return  # nothing but the last stop of a title, which a slide leaves out
    if home and line and home.quoted and (own := work.misquotes(line.text, home.entry.refs)):
        work.left.append(_misquoted(change, own))
    elif home and was and line:
        work.desk.rewrite(home, line)
        work.placed.append(change)
        work.corrected += _corrected(home, was, line, change)
    elif origin is None and room.now and plain(dict(room.now.options).get("kicker", "")) == plain(old.text):
        if dict(room.now.options)["kicker"] != new.text:
            work.desk.option(room.now, "kicker", new.text)
            work.placed.append(change)
    elif not room.says(new.text):
        work.left.append(change)


def _misquoted(change: Change, own: str) -> Change:
    """A quotation that was worded anew: a build would leave it out, so the page keeps the words of the passage."""
    what = f"a quotation says what its passage says, “{short(own, _LONG)}”: keep these words, or make it a statement"
    return replace(change, what=f"{change.what}; {what}")


def _corrected(home: Target, was: Line, line: Line, change: Change) -> list[Change]:
    """The change as the brief may know it: the whole statement, not what a slide shows of it."""
    part = next((name for name in ("text", "detail") if getattr(was, name) != getattr(line, name)), "")
    if not part or home.sort not in ("title", "item"):
        return []
    if part == "text" and alike(was.text, line.text) < _SAME:
        return []  # another line, or another title, and no correction of what the documents are said to say
    refs = tuple(ref.citation for ref in home.entry.refs)
    return [replace(change, old=getattr(was, part), new=getattr(line, part), refs=refs)]


def _reworded(line: Line, part: str, new: str) -> Line | None:
    """A statement with what a slide now says for a part of it; None for a date, which a page writes otherwise."""
    if part == "label":
        return None if line.label[:_FEW].isdecimal() else replace(line, label=new)
    if part == "detail":
        return replace(line, detail=new)
    new = _stopped(new, line.text)
    if part == "both":
        head, colon, rest = new.partition(": ")
        label = head if colon and len(head.split()) <= len(line.label.split()) + _FEW else ""
        return replace(line, label=label, text=rest if label else new)
    return replace(line, text=new)


def _stopped(new: str, old: str) -> str:
    """A title goes without its last stop; the statement keeps it."""
    return f"{new}." if old.endswith(".") and new and new[-1].isalnum() else new


def _taken(number: int, old: Text, origin: tuple[Target, str] | None, home: Target | None, work: Placing) -> None:
    change = Change(number, f"“{short(old.text)}” was taken out", old.text, "", old.refs)
    if origin is None:
        work.left += [change] if len(old.text.split()) >= _FEW else []
    elif home is None or work.desk.is_out(home) or (home.section.line, plain(old.text)) in work.there:
        return
    elif origin[0].sort == "item" and origin[1] in ("text", "both"):
        work.desk.take_out(home)
        work.placed.append(change)
    elif origin[1] == "detail":
        work.desk.rewrite(home, replace(work.desk.line(home), detail=""))
        work.placed.append(change)
    else:
        work.left.append(change)


def _lines_order(one: Compared, room: Room, work: Placing) -> None:
    """Lines that changed places on a slide: the page gives the place of each to the one that stands there now."""
    written = {id(text): at for at, text in enumerate(one.was.shown if one.was else ())}
    found = [(written[id(pair.old)], _item(pair, room, work)) for pair in one.pairs if pair.old and pair.new]
    came = [(at, target) for at, target in found if target]
    was = [target for _, target in sorted(came, key=lambda one: one[0])]
    stand = [target for _, target in came]
    if was == stand or len({target.entry.line for target in was}) < len(was):
        return
    old, new = ([home for target in each if (home := room.place(target))] for each in (was, stand))
    if len(old) < len(was) or any(work.desk.is_out(home) for home in old):
        return
    if _ranks(old) == _ranks(was) and work.desk.swap(old, new):
        work.placed.append(Change(one.number, "its lines stand in another order"))


def _item(pair: Pair, room: Room, work: Placing) -> Target | None:
    """The item of a list that a text is, whole."""
    origin = room.origin(work.base, pair.old) if pair.old else None
    return origin[0] if origin and origin[1] in ("text", "both") and origin[0].sort == "item" else None


def _ranks(targets: Sequence[Target]) -> list[int]:
    lines = [target.entry.line for target in targets]
    return [sorted(lines).index(line) for line in lines]


def _whole(pair: Pair, room: Room, work: Placing) -> bool:
    """Whether a text is a whole statement: what belongs to one goes after it."""
    origin = room.origin(work.base, pair.old) if pair.old else None
    return origin is not None and origin[1] in ("text", "both")


def _added(number: int, new: Text, room: Room, after: Target | None, work: Placing) -> None:
    if not new.text or new.text.isdecimal() or room.says(new.text):
        return
    change = Change(number, f"“{short(new.text)}” was added", "", new.text, new.refs)
    lists = room.now is not None and (room.now.kind or "points") in _LISTS
    if not (room.now and lists and (after or not any(group.heading for group in room.now.groups[:1]))):
        work.left.append(change)
        return
    entry = Entry(new.text, tuple(map(Ref.parse, new.refs)))
    if is_quoted(room.now, None, entry) and (own := work.misquotes(new.text, entry.refs)):
        work.left.append(_misquoted(change, own))
        return
    work.desk.put(after.entry.line if after else room.now.line, entry_of(new.text, new.refs))
    work.placed.append(change)


def _note(number: int, pair: Pair, room: Room, work: Placing) -> None:
    """Notes: what is said and asked goes home; a passage is the document's own and stays as it is."""
    old, new = (one.text if one else "" for one in (pair.old, pair.new))
    if old == new or (pair.label == "" and pair.old):
        return  # how long a slide takes is worked out anew each time
    origin = room.origin(work.base, pair.old, notes=True) if pair.old else None
    home = room.place(origin[0]) if origin else None
    change = _note_change(number, old, new)
    if pair.label != "evidence" and home and pair.new is None:
        work.desk.take_out(home)
    elif pair.label != "evidence" and home:
        work.desk.rewrite(home, replace(home.line, text=new))
    elif pair.old is None and pair.new and not room.says(new) and (behind := _behind(pair.label, room)):
        label = pair.label if pair.label == "ask" else "say"
        work.desk.put(behind.entry.line, entry_of(new, pair.new.refs, label))
    else:
        work.left += [change] if pair.label == "evidence" or not (origin or room.says(new)) else []
        return
    work.placed.append(change)


def _behind(label: str, room: Room) -> Target | None:
    """The note that a new one follows: the last of its label, else the last."""
    notes = [one for one in room.here if one.sort == "note"]
    return next(reversed([one for one in notes if one.line.label == label] or notes), None)


def _note_change(number: int, old: str, new: str) -> Change:
    if not old:
        return Change(number, f"notes: “{short(new)}” was added", "", new)
    if not new:
        return Change(number, f"notes: “{short(old)}” was taken out", old)
    return Change(number, f"notes: {became(old, new)}", old, new)


def _gone(found: Sequence[Compared], where: Sequence[Room | None], work: Placing) -> None:
    """Sections of which no slide came back; where one of several did, its statements that stood on the others go."""
    alive = {room.now.line for one, room in zip(found, where, strict=True) if room and room.now and not one.gone}
    done: set[int] = set()
    for one, room in zip(found, where, strict=True):
        if not (one.gone and one.was and room and room.now) or room.now.line in done:
            continue
        if room.now.line in alive:
            kicker = plain(dict(room.now.options).get("kicker", ""))
            for text in (text for text in one.was.shown if plain(text.text) != kicker):
                origin = room.origin(work.base, text)
                _taken(one.number, text, origin, room.place(origin[0]) if origin else None, work)
            continue
        done.add(room.now.line)
        what = f"the slide “{short(_title(one.was))}” was taken out"
        if room.is_new():
            work.left.append(Change(one.number, f"{what}, but the page says something new under that heading"))
            continue
        work.desk.take_out_section(room.now)
        work.placed.append(Change(one.number, what, one.was.heading))


def _order(found: Sequence[Compared], where: Sequence[Room | None], work: Placing) -> None:
    """Sections in the order of their first slides, where that is not the order in which they were written."""
    came = [room for one, room in zip(found, where, strict=True) if room and not one.gone and room.was and room.now]
    was = [room.was for room in came if room.was]
    written = [section.line for section in was]
    sections = rooms.order(came)
    today = [section.line for section in sections]
    if list(dict.fromkeys(written)) == sorted(set(written)) and written != sorted(written):
        at = next(at for at, line in enumerate(written) if line < max(written[: at + 1]))
        what = "was moved away from the rest of it: a page keeps the two together"
        work.left.append(Change(0, f"a slide of “{short(was[at].heading)}” {what}"))
    elif written != sorted(written) and today != sorted(today):
        work.desk.order(sections)
        work.placed.append(Change(0, "the slides stand in another order"))


def _title(was: Shown) -> str:
    return next((one.text for one in was.shown if one.title), was.heading)
