"""Placeholder until the finder of organisations is written."""

from __future__ import annotations

from briefpack.model import Brief, Organisation, Source


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Organisation, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
