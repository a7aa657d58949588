"""A real CUPS with a printer that makes PDF files, in a folder of its own: no service, no socket of the machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DAEMON, DRIVER = Path("/usr/sbin/cupsd"), Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
PATIENCE_SECONDS = 40.0
NAME = "Paper"
_FOLDERS = ("root", "spool", "cache", "state", "log", "temporary", "printed", "waiting")
_DAEMON = """
Listen {home}/socket
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {home}/root
RequestRoot {home}/spool
CacheDir {home}/cache
StateDir {home}/state
TempDir {home}/temporary
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
SystemGroup root
"""


def missing() -> str:
    """Why no printer can be started here; empty where one can."""
    absent = [str(path) for path in (DAEMON, DRIVER) if not path.exists()]
    if absent:
        return f"not installed: {', '.join(absent)} (see .ci/apt.txt)"
    return "" if os.geteuid() == 0 else "cupsd has to be started as root"


@dataclass(frozen=True)
class Printer:
    """What was printed, and how to speak to it."""

    home: Path

    def ask(self, *command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE_SECONDS)
        return done.stdout

    def printed(self) -> tuple[Path, ...]:
        """The files that came out, oldest first, once no job waits any more."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.ask("lpstat", "-o"):
            assert time.monotonic() < end, (self.home / "log" / "error").read_text()[-4000:]
            time.sleep(0.1)
        return tuple(sorted((self.home / "printed").glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns))

    def emptied(self) -> None:
        for path in self.printed():
            path.unlink()


@contextmanager
def started() -> Iterator[Printer]:
    """A printer called Paper; lp and lpstat find it as long as this lasts."""
    home = Path(tempfile.mkdtemp(prefix="cups"))
    config = Path(f"/etc/cups/cups-pdf-{home.name}.conf")
    before = os.environ.get("CUPS_SERVER")
    _written(home, config)
    daemon = subprocess.Popen(
        [DAEMON, "-f", "-c", home / "cupsd.conf", "-s", home / "cups-files.conf"],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.environ["CUPS_SERVER"] = str(home / "socket")
    try:
        _awaited(home / "socket")
        printer = Printer(home)
        printer.ask("lpadmin", "-p", NAME, "-v", f"cups-pdf:/{home.name}", "-P", str(DRIVER), "-E")
        yield printer
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE_SECONDS)
        os.environ.pop("CUPS_SERVER")
        if before is not None:
            os.environ["CUPS_SERVER"] = before
        config.unlink()
        shutil.rmtree(home, ignore_errors=True)


def _written(home: Path, config: Path) -> None:
    home.chmod(0o711)
    for name in _FOLDERS:
        (home / name).mkdir()
    (home / "temporary").chmod(0o1777)
    (home / "cupsd.conf").write_text(_DAEMON.format(home=home))
    (home / "cups-files.conf").write_text(_FILES.format(home=home))
    config.write_text(f"Out {home}/printed\nSpool {home}/waiting\nLog {home}/log\n")


def _awaited(socket: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not socket.exists():
        assert time.monotonic() < end, "cupsd does not start"
        time.sleep(0.05)
