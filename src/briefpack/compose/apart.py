"""The pages of an audience, filled in by a process of its own: `python -m briefpack.compose.apart`.

It is given a pickled job, asks for each template by name, and answers in JSON; it opens and writes no file. The one
who started it holds it to time and memory (`pack/apart.py`).
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from typing import IO, Any

from briefpack import errors, limits
from briefpack.compose.pages import pages
from briefpack.compose.translations import messages
from briefpack.messages import speaking
from briefpack.model import Audience, Brief
from briefpack.questions import Other

Say = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the process is to fill in."""

    brief: Brief
    audience: Audience
    over: tuple[str, ...]
    askers: tuple[Other, ...]
    """Of plugins; they are found again by their names."""
    language: str
    """The code of what the pages speak: its words are read again here, since rules of a language cannot be sent."""
    bytes: int
    """Most memory that it may take."""
    seconds: int


def _main() -> None:
    with os.fdopen(os.dup(1), "wb") as mouth:
        limits.quiet()  # a plugin that prints must not speak in between
        _fill(partial(_say, mouth))


def _fill(say: Say) -> None:
    wanted: Wanted = pickle.load(sys.stdin.buffer)
    limits.hold(wanted.bytes, wanted.seconds)
    for module in ("yaml", "briefpack.compose.sandbox"):  # what is imported when it is first needed
        import_module(module)
    limits.write_nothing()
    load = partial(_load, say)
    try:
        words = messages(wanted.language, wanted.audience.template, load, wanted.over)
        with speaking(words) as language:
            made = asdict(pages(wanted.brief, wanted.audience, load, wanted.over, wanted.askers))
        say({"pages": made, "missing": list(language.missing)})
    except (errors.TemplateError, errors.UsageError, errors.PageError) as error:
        say({"error": str(error), "kind": type(error).__name__})
    except (MemoryError, RecursionError) as error:
        say({"error": type(error).__name__, "kind": "limit"})


def _load(say: Say, name: str) -> str:
    """A template, asked for on the one side and answered on the other."""
    say({"load": name})
    answer = json.loads(sys.stdin.buffer.readline())
    if "error" in answer:
        raise errors.TemplateError(answer["error"])
    if "text" not in answer:
        raise KeyError(name)
    return str(answer["text"])


def _say(mouth: IO[bytes], message: dict[str, Any]) -> None:
    mouth.write(json.dumps(message).encode() + b"\n")
    mouth.flush()


if __name__ == "__main__":
    _main()
