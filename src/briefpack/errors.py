"""Everything briefpack can refuse to do, and the exit code each ends with.

    BriefpackError
      UsageError       2  the command, a setting or a pack file is wrong
        PageError      2  a page (brief.md, deck.md …) breaks its grammar (file, line)
        TemplateError  2  a course template, an audience or a look is missing or broken
      ReadError        3  a document cannot be read, or holds no article
      WriteError       4  an output cannot be made or saved
        FitError       4  text does not fit its place at the smallest size allowed

A message says what was found, where, and what to do next.
"""

from __future__ import annotations


class BriefpackError(Exception):
    """Base of all errors meant for the user's eyes."""

    exit_code = 1


class UsageError(BriefpackError):
    """The command, a setting or a pack file is wrong."""

    exit_code = 2


class PageError(UsageError):
    """A page that people edit breaks its grammar.

    ``file`` is empty where the page has not been read from a file.
    """

    def __init__(self, problem: str, *, line: int, file: str = "") -> None:
        place = f"{file}:{line}" if file else f"line {line}"
        super().__init__(f"{place}: {problem}")
        self.problem = problem
        self.line = line
        self.file = file


class TemplateError(UsageError):
    """A course template, an audience or a look is missing or broken."""


class ReadError(BriefpackError):
    """A document cannot be read, or holds no article."""

    exit_code = 3


class WriteError(BriefpackError):
    """An output cannot be made or saved."""

    exit_code = 4


class FitError(WriteError):
    """Text does not fit its place at the smallest size allowed."""
