"""The word lists of text/data, one entry a line, '#' begins a comment line."""

from __future__ import annotations

import pkgutil
import re
from functools import cache
from typing import NamedTuple


@cache
def load(name: str) -> tuple[str, ...]:
    """The entries of text/data/NAME.txt in order, without blank and comment lines; empty if no list is called that."""
    try:
        data = pkgutil.get_data("briefpack.text", f"data/{name}.txt") or b""
    except OSError:
        return ()
    return tuple(line for line in map(str.strip, data.decode().splitlines()) if line and line[0] != "#")


def knows(name: str, line: str) -> bool:
    """Whether a phrase of a list makes up a whole line, whatever its case.

    In a phrase '*' stands for any words (or none) and '{n}' for a number.
    """
    low = line.lower()
    phrases = _phrases(name)
    return low in phrases.whole or low.startswith(phrases.starts) or bool(phrases.forms.fullmatch(low))


class _Phrases(NamedTuple):
    whole: frozenset[str]
    starts: tuple[str, ...]
    forms: re.Pattern[str]


@cache
def _phrases(name: str) -> _Phrases:
    """A list sorted by how it is looked up: as a set, by its start, as a pattern."""
    entries = [entry.lower() for entry in load(name)]
    starts = [entry[:-1] for entry in entries if entry.endswith("*") and "*" not in entry[:-1] and "{n}" not in entry]
    whole = [entry for entry in entries if "*" not in entry and "{n}" not in entry]
    whole += [start.strip() for start in starts]
    forms = [_form(entry) for entry in entries if "{n}" in entry or "*" in entry[:-1]]
    return _Phrases(frozenset(whole), tuple(starts), re.compile("|".join(forms) if forms else r"(?!)"))


def _form(phrase: str) -> str:
    form = re.escape(phrase)
    return form.replace(r"\ \*", r"(?:\ .*)?").replace(r"\*", ".*").replace(r"\{n\}", r"[\d.,]+(?:\ ?[km])?")
