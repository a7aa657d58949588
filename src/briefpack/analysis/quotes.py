"""Placeholder until the finder of quotes is written."""

from __future__ import annotations

from briefpack.model import Brief, Quote, Source


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Quote, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
