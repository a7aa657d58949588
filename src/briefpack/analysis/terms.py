"""Placeholder until the finder of terms is written."""

from __future__ import annotations

from briefpack.model import Brief, Source, Term


def find(sources: tuple[Source, ...], found: Brief) -> tuple[Term, ...]:  # noqa: ARG001
    """Nothing yet."""
    return ()
