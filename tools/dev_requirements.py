#!/usr/bin/env python3
"""Print the development group of pyproject.toml, one requirement a line, for a pip that knows no --group."""

import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"

if __name__ == "__main__":
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    print("\n".join(groups["dev"]))
