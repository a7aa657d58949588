"""Limits on a process that reads or runs what strangers made."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NoReturn


class StoppedError(Exception):
    """A step that was stopped, ended the program, or raised anything; its text says which."""


def hold(size: int, seconds: int) -> None:
    """Hold this process to so many bytes of memory and seconds of work, and let it write no file, where it can be."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of whoever started the process stays
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def within(seconds: float, step: Callable[[], Any]) -> Any:
    """What a step gives, done in a copy of this process that is ended after so many seconds. StoppedError if it fails.

    Only so can a step be stopped that sleeps, or works in C. Where processes cannot be copied (Windows) there is no
    limit, and the step is done here.
    """
    if not hasattr(os, "fork"):
        return step()
    import pickle
    import sys

    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # else the copy would say it again
    mouth, ear = os.pipe()
    child = os.fork()
    if not child:
        _answer(step, ear)
    os.close(ear)
    try:
        said = _heard(mouth, seconds)
    finally:
        os.close(mouth)
        _end(child)
    if not said:
        raise StoppedError("it ended the program")
    good, made = pickle.loads(said)
    if not good:
        raise StoppedError(made)
    return made


def _answer(step: Callable[[], Any], ear: int) -> NoReturn:
    """Do a step, say what it gave, and end at once, whatever the step had in mind for the end."""
    import pickle
    import sys

    try:
        os.setsid()  # so that what it starts ends with it
        said = pickle.dumps((True, step()))
    except BaseException as error:
        said = pickle.dumps((False, f"{type(error).__name__}: {error}"))
    try:
        sys.stdout.flush()
        with os.fdopen(ear, "wb") as out:
            out.write(said)
    finally:
        os._exit(0)


def _heard(mouth: int, seconds: float) -> bytes:
    """All that a copy says until it closes its end; StoppedError where that takes too long."""
    import select
    import time

    parts: list[bytes] = []
    last = time.monotonic() + seconds
    while select.select([mouth], [], [], max(0.0, last - time.monotonic()))[0]:
        part = os.read(mouth, 1 << 16)
        if not part:
            return b"".join(parts)
        parts.append(part)
    raise StoppedError(f"it took longer than {seconds:g} s")


def _end(child: int) -> None:
    import signal

    for stop in (os.killpg, os.kill):
        try:
            stop(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # it has ended by itself, or leads no group of its own yet
            continue
    os.waitpid(child, 0)
