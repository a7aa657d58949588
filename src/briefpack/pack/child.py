"""Reading a PDF or a large document in a process of its own, with limits on time and memory.

A broken or hostile file can keep a parser busy for minutes; the child is stopped instead.
"""

from __future__ import annotations

import pickle
import subprocess
import sys

from briefpack import limits, readers
from briefpack.errors import ReadError

SECONDS = 30
MEGABYTES = 1024


def read(data: bytes, name: str) -> readers.Reading:
    """What readers.read returns or raises, but never later than 30 s or with more than 1 GB."""
    command = [sys.executable, "-P", "-Wignore", "-m", "briefpack.pack.child", name]  # -P: no module of this folder
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise ReadError(f"{name}: took longer than {SECONDS} s to read: save it anew, or save its text") from None
    if done.returncode:
        raise ReadError(
            f"{name}: cannot be read, most often for want of {MEGABYTES} MB of memory: save its text instead"
        )
    result = pickle.loads(done.stdout)
    if isinstance(result, str):
        raise ReadError(result)
    return result  # type: ignore[no-any-return]


def _main() -> None:
    limits.hold(MEGABYTES * 1024 * 1024, SECONDS)
    data, name = sys.stdin.buffer.read(), sys.argv[1]
    try:
        readers.prepare(data, name)
        limits.write_nothing()
        result: object = readers.read(data, name)
    except ReadError as problem:
        result = str(problem)
    sys.stdout.buffer.write(pickle.dumps(result))


if __name__ == "__main__":
    _main()
