"""Placeholder until the finder of tensions is written."""

from __future__ import annotations

from briefpack.model import Brief, Source, Tension


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Tension, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
