"""What a check found, as a list for people and as JSON for programs (docs/how-to/check.md describes both)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefpack.model import Notice
    from briefpack.pack import Checked


def as_text(results: Iterable[Checked]) -> str:
    """Findings by file and slide, hard ones first, and a line that counts them."""
    results = tuple(results)
    return "\n".join((*(line for result in results for line in _lines(result)), _sum(results)))


def as_json(results: Iterable[Checked]) -> str:
    """The same for programs."""
    return json.dumps({"files": [_file(result) for result in results]}, ensure_ascii=False, indent=1)


def _lines(result: Checked) -> Iterator[str]:
    if result.notices or result.done:
        yield result.file
    for where, notices in groupby(sorted(result.notices, key=_place), key=lambda one: one.where):
        yield f"  {where or 'the whole file'}"
        for notice in sorted(notices, key=lambda one: not one.hard):
            yield f"    {_told(notice)}"
    for notice in result.done:
        yield f"  mended: {notice}"
    if result.written:
        yield f"  written: {result.written}"


def _place(notice: Notice) -> tuple[int, str]:
    return notice.slide, "" if notice.slide else notice.where


def _told(notice: Notice) -> str:
    shape = f"{_shown(notice.shape)}: " if notice.shape else ""
    advice = f" ({notice.do})" if notice.do else ""
    return f"{'FAILS' if notice.hard else 'look '} {notice.gate or '-':3} {shape}{_shown(notice.what)}{advice}"


def _shown(words: str) -> str:
    """Words of a stranger's file on one line, nothing in them that a terminal obeys."""
    return "".join(one if one.isprintable() else " " for one in words)


def _sum(results: tuple[Checked, ...]) -> str:
    notices = [notice for result in results for notice in result.notices]
    hard = sum(notice.hard for notice in notices)
    if not notices:
        return "nothing falls short"
    return f"{_count(hard, 'hard gate')} broken, {_count(len(notices) - hard, 'thing')} to look at"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _file(result: Checked) -> dict[str, object]:
    hard = sum(notice.hard for notice in result.notices)
    return {
        "file": result.file,
        "hard": hard,
        "soft": len(result.notices) - hard,
        "findings": [_finding(notice) for notice in result.notices],
        "mended": [_finding(notice) for notice in result.done],
        "written": result.written,
    }


def _finding(notice: Notice) -> dict[str, object]:
    return {
        "slide": notice.slide,
        "shape": notice.shape,
        "rule": notice.rule,
        "what": notice.what,
        "do": notice.do,
        "gate": notice.gate,
        "hard": notice.hard,
        "where": notice.where,
    }
