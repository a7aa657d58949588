"""Talking to CUPS, the printing system of Linux and macOS: by argument lists, never through a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from briefpack.errors import WriteError

_PATIENCE_SECONDS = 30.0
_MEDIA = {"a4": "A4", "letter": "Letter"}
_DEFAULT = "system default destination: "


def installed() -> bool:
    """Whether files can be handed to CUPS on this machine."""
    return shutil.which("lp") is not None and shutil.which("lpstat") is not None


def printers() -> tuple[str, ...]:
    """The printers that CUPS knows, by name."""
    return tuple(sorted(line for line in _said("lpstat", "-e").splitlines() if line))


def default() -> str:
    """The printer that is used where none is named; empty where there is none."""
    told = _said("lpstat", "-d").strip()
    return told.removeprefix(_DEFAULT) if told.startswith(_DEFAULT) else ""


def command(
    file: Path, *, printer: str = "", copies: int = 1, two_sided: bool = False, paper: str = "", fit: bool = False
) -> tuple[str, ...]:
    """The command that prints one file; `fit` scales pages made for another paper.

    >>> " ".join(command(Path("/out/key.pdf"), printer="Office", copies=2, paper="a4"))
    'lp -d Office -n 2 -o collate=true -o media=A4 -- /out/key.pdf'
    """
    wanted = {
        "collate=true": copies > 1,
        "sides=two-sided-long-edge": two_sided,
        f"media={_MEDIA.get(paper, '')}": paper in _MEDIA,
        "fit-to-page": fit,
    }
    options = (part for option, asked in wanted.items() if asked for part in ("-o", option))
    return ("lp", *(("-d", printer) if printer else ()), "-n", str(copies), *options, "--", str(file))


def send(command: tuple[str, ...]) -> str:
    """Hand a file over; the name of the job, 'Office-12'. WriteError passes on why CUPS refused it."""
    words = _said(*command).split()
    return words[3] if words[:3] == ["request", "id", "is"] and len(words) > 3 else ""


def _said(*command: str) -> str:
    """What a program of CUPS answers, in English."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except subprocess.TimeoutExpired:
        what = f"has not answered for {_PATIENCE_SECONDS:.0f} seconds: see with 'lpstat -t' what the printer does"
        raise WriteError(f"{command[0]}: CUPS {what}") from None
    except OSError as problem:
        raise WriteError(f"{command[0]}: cannot be started ({problem.strerror})") from None
    if done.returncode and command[0] == "lp":
        why = done.stderr.strip().removeprefix("lp: ").removeprefix("Error - ").rstrip(".")
        raise WriteError(f"{command[-1]}: CUPS did not take it: {why or 'no reason given'}: see 'lpstat -t'")
    return done.stdout
