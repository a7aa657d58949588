"""Placeholder until the finder of events is written."""

from __future__ import annotations

from briefpack.model import Brief, Event, Source


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Event, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
