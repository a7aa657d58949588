#!/usr/bin/env python3
"""How long the analysis takes, and how it grows: CPU seconds for 3, 30 and 300 documents, each in a process of its own.

    python bench/analysis_time.py [RUNS]

'start' is the interpreter with everything imported, 'reading' turns plain texts into sources, 'cold' is the first
analysis of a process with its word lists and patterns still to be read, 'warm' one after another document was
analysed; rings of unused objects are looked for as seldom as the command line has
it; 'times' says how many times the three documents' figure each is. The documents are the texts of
tests/quality/packs; where there are not enough, copies in which every statement has an end of its own, so that nothing
that was kept from one serves the next. Medians of RUNS processes, five without a number. Aims: 0.15 s for three,
ten times that for thirty, a hundred and fifty times for three hundred. This is no test; the machine should be quiet.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

TEXTS = sorted((Path(__file__).parents[1] / "tests" / "quality" / "packs").glob("*/*.txt"))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'documents':>10} {'start':>7} {'reading':>8} {'cold':>7} {'times':>6} {'warm':>7} {'times':>6}")
    first: tuple[float, float] | None = None
    with tempfile.TemporaryDirectory() as compiled:
        medians(1, "cold", 1, compiled)  # writes the bytecode
        for count in (3, 30, 300):
            start, reading, cold = medians(count, "cold", runs, compiled)
            *_, warm = medians(count, "warm", runs, compiled)
            three = first = first or (cold, warm)
            print(f"{count:10} {start:7.2f} {reading:8.2f} {cold:7.2f} {cold / three[0]:6.1f}", end="")
            print(f" {warm:7.2f} {warm / three[1]:6.1f}")


def medians(count: int, mode: str, runs: int, compiled: str) -> list[float]:
    """Start, reading and analysis of fresh processes, in CPU seconds; bytecode is written once, as it is installed."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, "--worker", str(count), mode]
    rows = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        rows.append(json.loads(done.stdout))
    return [statistics.median(column) for column in zip(*rows, strict=True)]


def worker(count: int, mode: str) -> None:
    """Read and analyse documents, and print the three times as JSON."""
    import gc
    import time
    from dataclasses import replace

    from briefpack import analysis, readers
    from briefpack.cli import SELDOM

    gc.set_threshold(*SELDOM)

    def read(data: bytes, n: int):
        source = readers.read(data, f"{n}.txt").source
        end = f" in case {n}" if n >= len(texts) else ""
        passages = (
            replace(p, ref=replace(p.ref, source=f"s{n}"), text=f"{p.text[:-1]}{end}{p.text[-1:]}")
            for p in source.passages
        )
        return replace(source, key=f"s{n}", passages=tuple(passages))

    texts = [path.read_bytes() for path in TEXTS]
    start = time.process_time()
    sources = tuple(read(texts[n % len(texts)], n) for n in range(count))
    reading = time.process_time() - start
    if mode == "warm":
        analysis.analyse((read(texts[-1], 10 * count + len(texts)), read(texts[-2], 10 * count + len(texts) + 1)))
    analysing = time.process_time()
    analysis.analyse(sources)
    print(json.dumps([start, reading, time.process_time() - analysing]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        worker(int(sys.argv[2]), sys.argv[3])
    else:
        main()
