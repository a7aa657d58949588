#!/usr/bin/env python3
"""How long a command takes before it has anything to say: CPU seconds and modules loaded, the least of several runs.

    python bench/start_time.py [RUNS]

Bytecode is written once, as it is installed. Run it by hand on a quiet machine; nothing here is a test.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile

STARTS = {
    "--help": "from briefpack.cli import main; main(['--help'], standalone_mode=False)",
    "cite": "import briefpack.cli; from briefpack import pack; pack.job; pack.citing",
    "print": "import briefpack.cli; from briefpack import pack; pack.printing",
    "trace": "import briefpack.cli; from briefpack import pack; pack.job; pack.traced",
    "check": "import briefpack.cli; from briefpack import pack; pack.checked",
    "build": "import briefpack.cli; from briefpack import pack; pack.job; pack.build",
}
"""Each command with what it imports before it reads a file."""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'command':8} {'CPU s':>6} {'modules':>8}")
    with tempfile.TemporaryDirectory() as compiled:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, code in STARTS.items():
            once(code, environment)
            seconds, modules = min(once(code, environment) for _ in range(runs))
            print(f"{name:8} {seconds:6.2f} {modules:8}")


def once(code: str, environment: dict[str, str]) -> tuple[float, int]:
    """One process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", f"import sys; {code}; print(len(sys.modules))"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return spent, int(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
