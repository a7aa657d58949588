"""Placeholder until the finder of people is written."""

from __future__ import annotations

from briefpack.model import Brief, Person, Source


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Person, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
