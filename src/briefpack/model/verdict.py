"""Why a statement of the documents is a point of the brief, or is none."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.model.ref import Ref


@dataclass(frozen=True, slots=True)
class Sign:
    """Something seen in a statement or its place that speaks for it, or against it."""

    why: str
    """For a person: "first statement under 'Implications'"."""
    gain: float
    """What it adds to the statement's worth; below zero where it speaks against it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the analysis made of one passage."""

    ref: Ref
    text: str
    """The statement that was weighed; the passage itself where it could not be weighed."""
    rank: int = 0
    """Its place among the points, from 1; 0 where it is none."""
    why: str = ""
    """Why it was chosen, or why not."""
    signs: tuple[Sign, ...] = ()
    """All that was weighed, the strongest first; empty where it could not be weighed."""
    uses: tuple[str, ...] = ()
    """What else the brief takes from the passage: 'event', 'quotation'."""
