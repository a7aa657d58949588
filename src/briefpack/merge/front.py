"""The settings at the top of a page, key by key."""

from __future__ import annotations

from briefpack.page.parse import front_matter
from briefpack.page.pieces import Lines


def merged(base: Lines, mine: Lines, fresh: Lines) -> Lines:
    """The front matter: what a person set stays, what she left alone follows, what she took out stays out."""
    was, hers, now = _settings(base), _settings(mine), _settings(fresh)
    kept = []
    for line in mine[1:-1]:
        key = line.partition(":")[0].strip()
        ours = key in hers and key in was and hers[key] == was[key]
        if not ours:
            kept.append(line)
        elif key in now:
            kept.append(line if now[key] == hers[key] else _line(fresh, key))
    kept += [_line(fresh, key) for key in now if key not in was and key not in hers]
    return ("---", *kept, "---") if kept or mine else ()


def _settings(lines: Lines) -> dict[str, str]:
    return dict(front_matter([*lines, ""], "")[0])


def _line(lines: Lines, key: str) -> str:
    return next(line for line in lines if line.startswith(f"{key}:"))
