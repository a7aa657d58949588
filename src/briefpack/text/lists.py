"""The word lists of text/data, one entry a line, '#' begins a comment line."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> tuple[str, ...]:
    """The entries of text/data/NAME.txt in order, without blank and comment lines; empty if there is no such list."""
    path = files("briefpack.text") / "data" / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def phrases(name: str) -> re.Pattern[str]:
    """A list of phrases as one pattern that a whole line must match, whatever its case.

    In a phrase '*' stands for any words (or none) and '{n}' for a number.
    """
    forms = [_form(entry) for entry in load(name)]
    return re.compile("|".join(forms) if forms else r"(?!)", re.IGNORECASE)


def _form(phrase: str) -> str:
    form = re.escape(phrase)
    return form.replace(r"\ \*", r"(?:\ .*)?").replace(r"\*", ".*").replace(r"\{n\}", r"[\d.,]+(?:\ ?[km])?")
