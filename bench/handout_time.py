#!/usr/bin/env python3
"""What each kind of handout costs: CPU seconds to place, check in grey and write it, median of several runs.

    python bench/handout_time.py [RUNS]

The deck is the one of the tests with every kind of slide (22 slides); fonts are read once before. Run it by
hand on a quiet machine; nothing here is a test.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from briefpack import check
from briefpack.layout import pages, slides
from briefpack.layout.marks import Sheets
from briefpack.layout.pages.handout import COUNTS
from briefpack.writers import pdf
from slide_decks import look, sectioned


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    worn, deck = look("briefing"), sectioned("policy")
    placed = slides.place(deck, worn)
    makers: dict[str, Callable[[], Sheets]] = {
        str(count): lambda count=count: pages.handout(deck, placed, worn, "a4", a_page=count) for count in COUNTS
    }
    print(f"{'handout':8} {'pages':>5} {'place':>7} {'grey':>7} {'write':>7} {'KB':>5}")
    for name, make in makers.items():
        _measured(make)
        times = [_measured(make) for _ in range(runs)]
        place, grey, write = (statistics.median(one[at] for one in times) for at in range(3))
        print(f"{name:8} {times[0][3]:5} {place:7.3f} {grey:7.3f} {write:7.3f} {times[0][4] // 1000:5}")


def _measured(make: Callable[[], Sheets]) -> tuple[float, float, float, int, int]:
    worn = look("briefing")
    start = time.process_time()
    sheets = make()
    placed = time.process_time()
    list(check.grey(sheets, {worn.name: worn}, look=worn.name))
    checked = time.process_time()
    data = pdf.write(sheets, {worn.name: worn}, look=worn.name)
    end = time.process_time()
    return placed - start, checked - placed, end - checked, len(sheets.sheets), len(data)


if __name__ == "__main__":
    main()
