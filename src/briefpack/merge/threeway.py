"""The three-way merge of a page: as it was written last, as a person left it, as it would be written now.

    last  on the page  now          result
    A     A            A′           A′: an untouched line follows the source
    A     edited       anything     the edit stays; flagged if a passage of it changed or is gone
    A     struck out   A or A′      stays out
    A     A            nothing      leaves
    –     added        –            stays
    –     –            B            joins, after the line that it follows

A heading with what stands under it is merged line by line. Of brief.md a section is a mere heading; of other
pages it is a slide or a block, which leaves as a whole or, where a person changed anything in it, stays whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefpack.merge import front
from briefpack.merge.anchors import Anchors, Passages, closeness
from briefpack.merge.kept import Kept, Out
from briefpack.merge.marks import Mark, comments, following, indented, marks, rewritten
from briefpack.merge.pairing import EDITED, FOLLOWS, paired, same
from briefpack.merge.placing import Places, placed
from briefpack.merge.report import Report
from briefpack.model import Ref
from briefpack.page import pieces
from briefpack.page.pieces import ITEMS, Cut, Lines, Piece

_SAME = 0.85
"""Share of words from which a line is one that was struck out."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The page as it is to stand, and what is kept for the next time."""

    text: str
    kept: Kept
    report: Report


def merge(
    kept: Kept, mine: str, fresh: str, passages: Passages, *, loose: bool, struck: frozenset[Ref] = frozenset()
) -> Merged:
    """Merge a page. ``loose``: sections are mere headings, as in brief.md. PageError where one cannot be read.

    ``struck``: passages of what was struck out of the brief; an untouched line that says no more leaves any slide.
    """
    report = Report()
    anchors = Anchors(kept.passages, passages)
    work = _Work(anchors, report, kept.out, loose, struck)
    page, now = pieces.cut(mine), pieces.cut(fresh)
    made = work.page(pieces.cut(kept.page), page, now)
    report.settle()
    text = pieces.joined(made)
    out = tuple(work.remembered)
    if mine == kept.page and not kept.out:
        text = fresh  # to the last blank
    elif text == pieces.joined(page):
        text = mine
    return Merged(text, Kept(fresh, passages, out), report)


@dataclass(slots=True)
class _Work:
    """One merge."""

    anchors: Anchors
    report: Report
    out: tuple[Out, ...]
    loose: bool
    struck: frozenset[Ref]
    remembered: list[Out] = field(default_factory=list)

    def page(self, base: Cut, mine: Cut, fresh: Cut) -> Cut:
        titles = self._siblings(_titles(base), _titles(mine), _titles(fresh), ())
        sections = self._siblings(base.sections, mine.sections, fresh.sections, ())
        title = titles[0] if titles else None
        return Cut(front.merged(base.front, mine.front, fresh.front), title, sections, mine.tail)

    def _siblings(
        self,
        base: Sequence[Piece],
        mine: Sequence[Piece],
        fresh: Sequence[Piece],
        path: tuple[str, ...],
        indent: str = "",
    ) -> tuple[Piece, ...]:
        """What stands under one heading, or under one item."""
        places = self._places(base, mine, fresh)
        kept = {at: self._one(at, places, base, mine, fresh, path) for at in range(len(mine))}
        for at, piece in enumerate(base):
            if at not in places.edited.values() and at not in places.found:
                self._remember(piece, path)
        self._still_out(path, mine)
        theirs = {*places.known.values(), *(places.found[at] for at in range(len(base)) if at in places.found)}
        joined = {at: piece for at, piece in enumerate(fresh) if at not in theirs and not self._is_out(piece, path)}
        self.report.joined += [piece.text for piece in joined.values() if piece.text]
        made = _spaced(placed(places, kept, joined))
        return tuple(indented(piece, indent) for piece in made) if indent and list(made) != list(mine) else made

    def _places(self, base: Sequence[Piece], mine: Sequence[Piece], fresh: Sequence[Piece]) -> Places:
        edited = paired(mine, base, EDITED)
        found = paired([self._moved(piece) for piece in base], fresh, FOLLOWS)
        known = {at: found[b] for at, b in edited.items() if b in found}
        for at, piece in enumerate(mine):
            if at not in edited:
                moved = self._moved(piece)
                twin = next((j for j, one in enumerate(fresh) if j not in known.values() and same(moved, one)), None)
                if twin is not None:
                    known[at] = twin
        return Places(edited, found, known)

    def _one(
        self,
        at: int,
        places: Places,
        base: Sequence[Piece],
        mine: Sequence[Piece],
        fresh: Sequence[Piece],
        path: tuple[str, ...],
    ) -> Piece | None:
        """What becomes of one piece of a person's page; None where it leaves."""
        piece = mine[at]
        was = base[places.edited[at]] if at in places.edited else None
        now = fresh[places.known[at]] if at in places.known else None
        if now:
            return self._both(was, piece, now, path)
        if was is None:
            return self._hers(piece)
        if self.loose and piece.kind == "section":
            return self._heading(was, piece, path)
        if was.said == piece.said and not _pinned(piece):
            self.report.left.append(piece.text)
            return _remains(piece)
        self._remember(was, path)
        return self._hers(piece, frozenset(_saying(was)))

    def _both(self, was: Piece | None, piece: Piece, now: Piece, path: tuple[str, ...]) -> Piece:
        """A piece that is found now, too."""
        moved = self._moved(piece)
        if was.head == piece.head if was else moved.refs == now.refs:
            head = following(_headed(was, piece, now), now)
        elif (moved.text, moved.refs, moved.attributes) == (now.text, now.refs, now.attributes):
            head = rewritten(piece, now.refs, ())
        else:
            head = self._head(piece)
        indent = _indent(head) + "  " if piece.kind in ITEMS else ""
        children = self._siblings(was.children if was else (), piece.children, now.children, (*path, now.text), indent)
        return replace(head, children=children)

    def _heading(self, was: Piece, piece: Piece, path: tuple[str, ...]) -> Piece | None:
        """A section of brief.md that holds nothing now but what is the person's own."""
        children = self._siblings(was.children, piece.children, (), (*path, was.text))
        if any(child.kind != "free" for child in children):
            return replace(self._head(piece), children=children)
        lines = (*comments(piece), *(line for child in children for line in child.lines))
        return Piece("free", lines=lines, before=("",)) if lines else None

    def _hers(self, piece: Piece, ours: frozenset[object] = frozenset()) -> Piece:
        """A piece that is a person's, with all that stands under it but lines of ``ours`` that were struck out."""
        kept = (None if self._is_struck(child, ours) else self._hers(child, ours) for child in piece.children)
        remains = (one or _remains(child) for one, child in zip(kept, piece.children, strict=True))
        return replace(self._head(piece), children=tuple(one for one in remains if one))

    def _is_struck(self, piece: Piece, ours: frozenset[object]) -> bool:
        refs = frozenset(self.anchors.moved(piece.refs))
        return bool(refs) and refs <= self.struck and piece.said in ours and piece.kind in ITEMS and not _pinned(piece)

    def _head(self, piece: Piece) -> Piece:
        """A person's line, with its references where their passages stand now, and what she should know of them."""
        told = list(marks(piece))
        refs = []
        for ref in piece.refs:
            anchor = self.anchors.of(ref)
            if anchor.ref:
                refs.append(anchor.ref)
            if anchor.how == "changed":
                told = [mark for mark in told if mark.gone or closeness(mark.text, anchor.old) < 1.0]
                told.append(Mark(False, anchor.new))
                self.report.changed.append(piece.text)
            elif anchor.how == "gone":
                told.append(Mark(True, anchor.old, ref))
                self.report.gone.append(piece.text)
        for mark in [mark for mark in told if mark.gone and mark in marks(piece)]:
            if back := self.anchors.words(mark.text):
                refs.append(back)
                told.remove(mark)
                self.report.back.append(piece.text)
        refs = list(dict.fromkeys(refs))
        if tuple(refs) == piece.refs and tuple(told) == marks(piece):
            return piece
        return rewritten(piece, tuple(refs), told)

    def _moved(self, piece: Piece) -> Piece:
        """A piece with its references as passages are numbered now."""
        children = tuple(self._moved(child) for child in piece.children)
        return replace(piece, refs=self.anchors.moved(piece.refs), children=children)

    def _remember(self, piece: Piece, path: tuple[str, ...]) -> None:
        lines = piece.lines if self.loose and piece.kind == "section" else tuple(piece.written())
        out = Out(path, "\n".join(lines))
        if piece.kind not in ("notes", "title") and out not in self.remembered:
            self.remembered.append(out)

    def _still_out(self, path: tuple[str, ...], mine: Sequence[Piece]) -> None:
        """Go on remembering what was struck out here, unless it stands on the page again."""
        for out in self.out:
            piece = _piece(out)
            if out.path == path and out not in self.remembered and not any(same(piece, one) for one in mine):
                self.remembered.append(out)

    def _is_out(self, piece: Piece, path: tuple[str, ...]) -> bool:
        """Whether it is what a person struck out or changed when it was found before."""
        theirs = (_piece(out) for out in self.out if out.path == path)
        return any(one.kind == piece.kind and closeness(one.text, piece.text) >= _SAME for one in theirs)


def _spaced(made: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with a blank line above each section but the first."""
    first = made[:1]
    return first + tuple(
        replace(one, before=("",)) if one.kind == "section" and not one.before else one for one in made[1:]
    )


def _titles(page: Cut) -> tuple[Piece, ...]:
    return (page.title,) if page.title else ()


def _pinned(piece: Piece) -> bool:
    return piece.pinned or any(map(_pinned, piece.children))


def _remains(piece: Piece) -> Piece | None:
    """The comments of a piece that leaves."""
    lines = (*comments(piece), *(line for child in piece.children for line in _left(child)))
    return Piece("free", lines=lines) if lines else None


def _left(piece: Piece) -> Lines:
    remains = _remains(piece)
    return remains.lines if remains else ()


def _headed(was: Piece | None, piece: Piece, now: Piece) -> Piece:
    """The piece with what we wrote above it (the list of sources) as it would be written now."""
    old = tuple(line for line in was.before if line.strip()) if was else ()
    new = tuple(line for line in now.before if line.strip())
    for at in range(len(piece.before) - len(old) + 1 if old else 0):
        if piece.before[at : at + len(old)] == old:
            return replace(piece, before=(*piece.before[:at], *new, *piece.before[at + len(old) :]))
    return piece


def _saying(piece: Piece) -> Iterator[object]:
    """What stands under a piece, line by line."""
    for child in piece.children:
        yield child.said
        yield from _saying(child)


def _indent(piece: Piece) -> str:
    line = piece.lines[0]
    return line[: len(line) - len(line.lstrip(" \t"))].expandtabs(4)


def _piece(out: Out) -> Piece:
    """What was struck out, read again."""
    text = out.lines if out.lines.startswith("## ") else f"## x\n{out.lines.lstrip(' ')}"
    section = pieces.cut(text).sections[0]
    return section if out.lines.startswith("## ") else section.children[0]
