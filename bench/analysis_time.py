#!/usr/bin/env python3
"""How long the analysis takes, and how it grows: CPU seconds for 3, 30 and 300 documents, each in a process of its own.

    python bench/analysis_time.py [RUNS]

'start' is the interpreter with everything imported, 'reading' turns plain texts into sources, 'cold' is the first
analysis of a process with its word lists and patterns still to be read, 'times' says how many times the
three documents' figure that is. The documents are the texts of tests/quality/packs, copied with a sentence of their
own. Aims: 0.15 s for three, ten times that for thirty, a hundred and fifty times for three hundred. This is no test.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from pathlib import Path

TEXTS = sorted((Path(__file__).parents[1] / "tests" / "quality" / "packs").glob("*/*.txt"))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{'documents':>10} {'start':>7} {'reading':>8} {'cold':>7} {'times':>6}")
    three = 0.0
    for count in (3, 30, 300):
        rows = [timed(count) for _ in range(runs)]
        start, reading, cold = (statistics.median(column) for column in zip(*rows, strict=True))
        three = three or cold
        print(f"{count:10} {start:7.2f} {reading:8.2f} {cold:7.2f} {cold / three:6.1f}")


def timed(count: int) -> tuple[float, float, float]:
    """Start, reading and cold analysis of a fresh process, in CPU seconds."""
    command = [sys.executable, __file__, "--worker", str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))


def worker(count: int) -> None:
    """Read and analyse copies of the texts, and print the three times as JSON."""
    import time
    from dataclasses import replace

    from briefpack import analysis, readers

    texts = [path.read_bytes() for path in TEXTS]
    start = time.process_time()
    sources = []
    for n in range(count):
        data = texts[n % len(texts)] + f"\n\nThe copy with number {n} was made for a measurement.\n".encode()
        read = readers.read(data, f"{n}.txt").source
        key = f"s{n}"
        passages = tuple(replace(p, ref=replace(p.ref, source=key)) for p in read.passages)
        sources.append(replace(read, key=key, passages=passages))
    analysing = time.process_time()
    analysis.analyse(tuple(sources))
    print(json.dumps([start, analysing - start, time.process_time() - analysing]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        worker(int(sys.argv[2]))
    else:
        main()
