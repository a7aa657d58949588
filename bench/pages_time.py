#!/usr/bin/env python3
"""What the pages of a pack cost: CPU seconds of placing and of writing, by product, the best of several builds.

    python bench/pages_time.py [RUNS] [PACK]

Start-up, reading, analysis and the decks are not counted; the first page pays for opening the fonts. Each build
is a process of its own. Run it by hand on a quiet machine; nothing here is a test.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).parent.parent


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measured(sys.argv[2])))
        return
    runs, pack = int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2:] or [str(ROOT / "packs" / "china-russia")]
    best = min((once(pack[0]) for _ in range(runs)), key=lambda found: sum(sum(one) for one in found.values()))
    print(f"{'product':20} {'placing':>8} {'writing':>8}")
    for name, (placing, writing) in best.items():
        print(f"{name:20} {placing:8.3f} {writing:8.3f}")
    print(f"{'all, both audiences':20} {sum(a for a, _ in best.values()):8.3f} {sum(b for _, b in best.values()):8.3f}")


def once(pack: str) -> dict[str, list[float]]:
    """One build in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "--one", pack], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def measured(pack: str) -> dict[str, list[float]]:
    """Kind of page to the seconds of placing and writing it."""
    from briefpack.cli import main as build
    from briefpack.layout import pages
    from briefpack.writers import pdf

    spent: dict[str, list[float]] = {}
    for name in ("summary", "questions", "key", "quiz", "quiz_key", "handout", "part", "guided", "guided_key"):
        setattr(pages, name, timed(getattr(pages, name), lambda _, name=name: name, spent, 0))
    pdf.write = timed(pdf.write, lambda sheets: sheets.sheets[0].kind, spent, 1)
    with tempfile.TemporaryDirectory() as folder, suppress(SystemExit):
        build(["build", pack, "--out", folder], standalone_mode=False)
    return spent


def timed(
    call: Callable[..., Any], named: Callable[[Any], str], spent: dict[str, list[float]], at: int
) -> Callable[..., Any]:
    """The call, its seconds added under its name."""

    def inner(*args: Any, **more: Any) -> Any:
        start = process_time()
        result = call(*args, **more)
        spent.setdefault(named(args[0]), [0.0, 0.0])[at] += process_time() - start
        return result

    return inner


if __name__ == "__main__":
    main()
