#!/usr/bin/env python3
"""How long the deck's writer takes for 40 to 640 slides: CPU milliseconds a slide, median of several runs.

    python bench/deck_time.py [RUNS]

The slide is a claim with notes, a group, a linked reference and a card (the one of tests/test_pptx.py). Run it
by hand on a quiet machine; nothing here is a test. The figure should not grow with the number of slides.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from briefpack.layout.slides import links
from briefpack.writers import pptx
from test_pptx import CLASSROOM, DECK, SOURCES, deck, repeat


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'slides':>6} {'ms a slide':>10} {'kB':>6}")
    for count in (40, 80, 160, 320, 640):
        sheet = links.linked(DECK.sheets[1], SOURCES)
        many = replace(DECK, sheets=tuple(repeat(sheet, count)))
        seconds, size = [], 0
        for _ in range(runs):
            start = time.process_time()
            size = len(pptx.write(many, CLASSROOM, deck()))
            seconds.append(time.process_time() - start)
        print(f"{count:6} {statistics.median(seconds) / count * 1000:10.2f} {size // 1024:6}")


if __name__ == "__main__":
    main()
