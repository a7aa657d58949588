"""What a person should know about a line, as a comment behind it; and a line rewritten with other references.

    - Trade grew by 25 per cent. [@apf, 3.1] <!-- its source now says: Trade grew by a third. -->
    - Ports lost ships. <!-- its source is gone: [@apf, 4.1] Ports lost half of their ships. -->

Whoever has dealt with it deletes the comment. A passage that comes back takes its comment away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefpack import page
from briefpack.errors import PageError
from briefpack.model import Entry, Group, Ref, Section
from briefpack.page.pieces import ITEMS, Piece

_NOW, _GONE = "its source now says", "its source is gone"
_MARK = re.compile(rf"[ \t]*<!-- (?P<what>{_NOW}|{_GONE}): (?:\[@(?P<ref>[^\]]*)\] )?(?P<text>.*?) -->")
_COMMENT = re.compile(r"<!--.*?-->")
_CITATION = re.compile(r"[ \t]*\[@[^\[\]]*\](?=[^\[\]]*$)", re.DOTALL)
_MARKS = {"section": "##", "group": "###"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One such comment."""

    gone: bool
    text: str
    ref: Ref | None = None
    """The reference that was lost."""

    def __str__(self) -> str:
        told = f"[{self.ref.citation}] {self.text}" if self.ref else self.text
        return f"<!-- {_GONE if self.gone else _NOW}: {_harmless(told)} -->"


def marks(piece: Piece) -> tuple[Mark, ...]:
    """The marks of a line."""
    return tuple(_mark(found) for found in _MARK.finditer("\n".join(piece.lines)))


def comments(piece: Piece) -> tuple[str, ...]:
    """A person's comments in a line and above it, each on a line of its own; all lines of those above."""
    inside = _COMMENT.findall(_MARK.sub("", "\n".join(piece.lines)))
    return (*(line for line in piece.before if line.strip()), *(" ".join(one.split()) for one in inside))


def rewritten(piece: Piece, refs: tuple[Ref, ...], told: Iterable[Mark]) -> Piece:
    """A line with these references and marks instead of its own; all else stays as it is written."""
    bare = _MARK.sub("", "\n".join(piece.lines))
    if refs != piece.refs:
        bare = _cited(piece, bare, refs)
    lines = " ".join((bare, *map(str, told))).split("\n")
    return replace(piece, refs=refs, lines=tuple(lines))


def following(piece: Piece, fresh: Piece) -> Piece:
    """A line that nobody changed, as it is found now; with the pin and the comments that a person gave it."""
    if (piece.text, piece.attributes) == (fresh.text, fresh.attributes):
        return rewritten(piece, fresh.refs, ())
    first, *rest = fresh.lines or ("",)
    first = first.replace("- ", "- ! ", 1) if piece.pinned else first
    told = comments(replace(piece, before=()))
    return replace(
        fresh, pinned=piece.pinned, lines=(" ".join((first, *told)), *rest), before=piece.before, closing=piece.closing
    )


def indented(piece: Piece, indent: str) -> Piece:
    """An item that stands under another, with all that stands under it, this far in."""
    if piece.kind not in ITEMS or not piece.lines:
        return piece
    lines = (indent + piece.lines[0].lstrip(" \t"), *piece.lines[1:])
    return replace(piece, lines=lines, children=tuple(indented(child, f"{indent}  ") for child in piece.children))


def _mark(found: re.Match[str]) -> Mark:
    try:
        ref = Ref.parse(f"@{found['ref']}") if found["ref"] else None
    except ValueError:
        ref = None
    return Mark(found["what"] == _GONE, found["text"], ref)


def _cited(piece: Piece, text: str, refs: tuple[Ref, ...]) -> str:
    """The text of a line with other references, in place where that can be done."""
    citation = page.citation(refs)
    new = f" {citation}" if citation else ""
    changed = _CITATION.sub(lambda _: new, text, count=1) if piece.refs else f"{text}{new}"
    if _reads_as(piece, changed, refs):
        return changed
    return " ".join((_rendered(replace(piece, refs=refs)), *_COMMENT.findall(text)))


def _reads_as(piece: Piece, text: str, refs: tuple[Ref, ...]) -> bool:
    """Whether a text is the line that is meant, with these references."""
    above = {"section": "", "group": "## x\n"}.get(piece.kind, "## x\n\n")
    try:
        made = page.parse(above + (text if piece.kind in _MARKS else text.lstrip(" \t"))).sections[0]
    except PageError:
        return False
    if piece.kind == "section":
        return (made.heading, made.refs) == (piece.text, refs)
    group = made.groups[-1]
    if piece.kind == "group":
        return (group.heading, group.refs) == (piece.text, refs)
    return [(one.text, one.refs) for one in group.entries] == [(piece.text, refs)]


def _rendered(piece: Piece) -> str:
    """A line as we would write it."""
    if piece.kind in ITEMS:
        return page.row(Entry(piece.text, piece.refs, piece.kind, pinned=piece.pinned))
    if piece.kind == "section":
        return page.heading("##", Section(piece.text, piece.refs, *piece.attributes))
    return page.heading("###", Group(piece.text, piece.refs, *piece.attributes))


def _harmless(text: str) -> str:
    return page.fold(text).replace("--", "- -")
