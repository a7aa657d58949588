"""Course templates from elsewhere run in a process of their own, with limits on time, memory and what they print.

A template is a program: the sandbox keeps it from files and from Python, but not from going round for ever.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from briefpack import compose, errors, plugins
from briefpack.compose.apart import Wanted
from briefpack.messages import spoken
from briefpack.model import Audience, Brief, Notice
from briefpack.pack.courses import files
from briefpack.questions import Other

SECONDS = 20
MEGABYTES = 1024
_GRACE = 2.0
"""Seconds in which a process ends that has said all, or sees that nobody listens."""
_ASKER = "make it a function of a module, or build without a course's own pages"
_LONGEST = 30_000_000
"""Most bytes of one answer: all pages of an audience take some 200,000."""


def pages(
    brief: Brief,
    audience: Audience,
    load: Callable[[str], str],
    over: tuple[str, ...],
    askers: tuple[Other, ...] = (),
) -> compose.Pages:
    """What compose.pages gives or raises, but never later than 20 s or with more than 1 GB: TemplateError then."""
    able = tuple(asker for asker in askers if _can_be_sent(asker))
    wanted = Wanted(brief, audience, over, able, spoken().code, MEGABYTES * 1024 * 1024, SECONDS)
    used: dict[str, None] = {}

    def give(name: str) -> str:
        text = load(name)
        if name.endswith(".j2"):
            used.update(dict.fromkeys(sorted((one for one in over if name.startswith(f"{one}/")), key=len)[-1:]))
        return text

    answer, stopped = _answered(wanted, give)
    made = _made(answer, _named(tuple(used)), stopped=stopped)
    left = (name for name, _ in askers if name not in dict(able))
    notices = (Notice(f"{name} was left out: it is no function of a module", "questions", _ASKER) for name in left)
    return replace(made, notices=(*made.notices, *notices))


def _answered(wanted: Wanted, load: Callable[[str], str]) -> tuple[dict[str, Any], bool]:
    """What a process answers, and whether its limits stopped it."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    command = [sys.executable, "-P", "-Wignore", "-m", "briefpack.compose.apart"]  # -P: no module of this folder
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        watch = threading.Timer(SECONDS + plugins.SECONDS * len(wanted.askers), stop)
        watch.start()
        try:
            answer = _talked(child, wanted, load)
        except (OSError, ValueError):
            answer = {}
        finally:
            watch.cancel()
            killed = _ended(child) < 0
    return answer, killed or late.is_set()


def _ended(child: subprocess.Popen[bytes]) -> int:
    """The code with which a process ends that nobody listens to any more; 0 where it had to be ended."""
    for pipe in filter(None, (child.stdin, child.stdout)):
        with suppress(OSError):
            pipe.close()
    try:
        return child.wait(_GRACE)
    except subprocess.TimeoutExpired:
        child.kill()
        return 0


def _can_be_sent(asker: Other) -> bool:
    """Whether another process finds an asker by its name."""
    try:
        pickle.dumps(asker)
    except Exception:  # what pickle raises of a stranger's object may be anything
        return False
    return True


def _talked(child: subprocess.Popen[bytes], wanted: Wanted, load: Callable[[str], str]) -> dict[str, Any]:
    """Hand the job over, give the templates that are asked for, and return the answer."""
    assert child.stdin and child.stdout
    pickle.dump(wanted, child.stdin)
    child.stdin.flush()
    while line := child.stdout.readline(_LONGEST):
        if len(line) == _LONGEST:
            return {"kind": "limit"}
        said = json.loads(line)
        if "load" not in said:
            return dict(said)
        _give(child.stdin, str(said["load"]), load)
    return {}


def _give(stdin: IO[bytes], name: str, load: Callable[[str], str]) -> None:
    try:
        answer = {"text": load(name)}
    except KeyError:
        answer = {}
    except errors.TemplateError as error:
        answer = {"error": str(error)}
    stdin.write(json.dumps(answer).encode() + b"\n")
    stdin.flush()


def _named(layers: tuple[str, ...]) -> str:
    """Courses as a person would write them: 'templates/pol-1', a pack in which one stands by its folder's name."""
    return " or ".join(files.named(Path()) if layer == files.HERE else layer for layer in layers) or "the template"


def _made(answer: dict[str, Any], where: str, *, stopped: bool) -> compose.Pages:
    if "pages" in answer:
        spoken().missing.update(dict.fromkeys(map(str, answer["missing"])))
        held = dict(answer["pages"])
        notices = tuple(Notice(**one) for one in held.pop("notices"))
        return compose.Pages(**{key: str(text) for key, text in held.items()}, notices=notices)
    if kind := _KINDS.get(str(answer.get("kind"))):
        raise kind(str(answer["error"]))
    much = f"took longer than {SECONDS} s or more than {MEGABYTES} MB to fill in: look for a loop that grows"
    own = "could not be filled in, through no fault of its own: take plugins away, or report it"
    raise errors.TemplateError(f"{where}: {much if stopped or answer.get('kind') == 'limit' else own}")


_KINDS: dict[str, Callable[[str], errors.BriefpackError]] = {
    "TemplateError": errors.TemplateError,
    "UsageError": errors.UsageError,
    "PageError": errors.TemplateError,
}
