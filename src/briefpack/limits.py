"""Limits on a process that reads or runs what strangers made."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, NoReturn

_LONGEST = 100_000_000
"""Most bytes that a step may give: the files of a writer."""
_HEAD = 8
"""Bytes that say how long the answer is."""


class StoppedError(Exception):
    """A step that was stopped, ended the program, or raised anything; its text says which."""


def hold(size: int, seconds: int) -> None:
    """Hold this process to so many bytes of memory and seconds of work, where it can be."""
    _set(AS=size, CPU=seconds, CORE=0)


def write_nothing() -> None:
    """Let this process write no file any more: what it is to import, it imports before, so that Python can keep it."""
    _set(FSIZE=0)


def _set(**most: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit of whoever started the process stays
        return
    for name, value in most.items():
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))


def quiet() -> None:
    """Send what is printed from here on to the error stream: standard output is for what the program itself says."""
    import sys

    sys.stdout = sys.stderr
    if sys.__stdout__:  # else another file may have its number
        os.dup2(2 if sys.__stderr__ else os.open(os.devnull, os.O_WRONLY), 1)


def named(error: BaseException) -> str:
    """'ValueError: no such day'; what a stranger's error says of itself may fail, too."""
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # what a stranger's error raises when it is asked for its words may be anything
        return type(error).__name__


def within(seconds: float, step: Callable[[], Any]) -> Any:
    """What a step gives, done in a copy of this process that is ended after so many seconds. StoppedError if it fails.

    Only so can a step be stopped that sleeps, or works in C. Where processes cannot be copied (Windows) there is no
    limit, and the step is done here.
    """
    if not hasattr(os, "fork"):
        return step()
    import pickle
    import sys

    for stream in filter(None, (sys.stdout, sys.stderr)):
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
        quiet()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)  # what is asked of the person is asked by the program
        said = pickle.dumps((True, step()))
    except BaseException as error:
        said = pickle.dumps((False, named(error)))
    try:
        if sys.stdout:
            sys.stdout.flush()
        with os.fdopen(ear, "wb") as out:
            out.write(len(said).to_bytes(_HEAD, "big") + said)
    finally:
        os._exit(0)


def _heard(mouth: int, seconds: float) -> bytes:
    """What a copy answers, whoever else still holds its end; StoppedError where that is too late or too long."""
    import select
    import time

    last = time.monotonic() + seconds

    def next_bytes(many: int) -> bytes:
        said = bytearray()
        while len(said) < many:
            if not select.select([mouth], [], [], max(0.0, last - time.monotonic()))[0]:
                raise StoppedError(f"it took longer than {seconds:g} s")
            part = os.read(mouth, min(many - len(said), 1 << 16))
            if not part:
                raise StoppedError("it ended the program")
            said += part
        return bytes(said)

    size = int.from_bytes(next_bytes(_HEAD), "big")
    if size > _LONGEST:
        raise StoppedError(f"it gave more than {_LONGEST // 1_000_000} MB")
    return next_bytes(size)


def _end(child: int) -> None:
    import signal

    for stop in (os.killpg, os.kill):
        try:
            stop(child, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):  # it has ended by itself, or leads no group of its own yet
            continue
    os.waitpid(child, 0)
