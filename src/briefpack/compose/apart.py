"""The pages of an audience, filled in by a process of its own: `python -m briefpack.compose.apart`.

It is given a pickled job, asks for each template by name, and answers in JSON; it opens and writes no file. The one
who started it holds it to time and memory (`pack/apart.py`).
"""

from __future__ import annotations

import json
import pickle
import sys
from dataclasses import asdict, dataclass
from typing import Any

from briefpack import errors, limits
from briefpack.compose.pages import pages
from briefpack.compose.translations import messages
from briefpack.messages import speaking
from briefpack.model import Audience, Brief
from briefpack.questions import Other


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
    wanted: Wanted = pickle.load(sys.stdin.buffer)
    limits.hold(wanted.bytes, wanted.seconds)
    try:
        words = messages(wanted.language, wanted.audience.template, _load, wanted.over)
        with speaking(words) as language:
            made = asdict(pages(wanted.brief, wanted.audience, _load, wanted.over, wanted.askers))
        _say({"pages": made, "missing": list(language.missing)})
    except (errors.TemplateError, errors.UsageError, errors.PageError) as error:
        _say({"error": str(error), "kind": type(error).__name__})
    except (MemoryError, RecursionError) as error:
        _say({"error": type(error).__name__, "kind": "limit"})


def _load(name: str) -> str:
    """A template, asked for on the one side and answered on the other."""
    _say({"load": name})
    answer = json.loads(sys.stdin.buffer.readline())
    if "error" in answer:
        raise errors.TemplateError(answer["error"])
    if "text" not in answer:
        raise KeyError(name)
    return str(answer["text"])


def _say(message: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(message).encode() + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    _main()
