#!/usr/bin/env python3
"""How long a whole `briefpack build` takes: CPU seconds and peak memory of the process, median of several runs.

    python bench/build_time.py [RUNS]

The inputs are the example pack, and one, three, nine and twenty-seven documents of tests/fields (copies
under new names with a line added, so that none counts as the same document). Run it by hand on a quiet
machine; nothing here is a test.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
FIELDS = sorted(p for p in (ROOT / "tests" / "fields").iterdir() if p.suffix in {".html", ".txt"})


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'input':24} {'CPU s':>7} {'MB':>6}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        report("example, both audiences", runs, [ROOT / "packs" / "china-russia"], folder)
        report("example, students", runs, [ROOT / "packs" / "china-russia", "--audience", "students"], folder)
        for count in (1, 3, 9, 27):
            report(f"{count} documents", runs, documents(folder, count), folder)


def documents(folder: Path, count: int) -> list[Path]:
    """Copies of field documents, each with a sentence of its own at the end."""
    made = []
    for number in range(count):
        original = FIELDS[number % len(FIELDS)]
        copy = folder / f"{number}-{original.name}"
        text = original.read_text(encoding="utf-8")
        copy.write_text(text.replace("\n\n", f"\n\nThis is copy number {number} of a report.\n\n", 1), encoding="utf-8")
        made.append(copy)
    return made


def report(label: str, runs: int, inputs: list[object], folder: Path) -> None:
    command = [sys.executable, "-m", "briefpack", "build", *map(str, inputs), "--out", str(folder / "out")]
    seconds = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{label:24} {statistics.median(seconds):7.2f} {peak:6}")


if __name__ == "__main__":
    main()
