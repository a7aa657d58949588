"""What ends a text: its sources, and how to read a reference."""

from __future__ import annotations

from briefpack.layout.flow.parts import Heading, Part, Text
from briefpack.layout.marks import Run
from briefpack.layout.pages import foundations
from briefpack.messages import say
from briefpack.model import Cited

_TOGETHER = 5
"""Most sources that stay on one page."""


def sources(cited: tuple[Cited, ...], language: str, heading: str = "") -> tuple[Part, ...]:
    """Each source in full under its number, then how to read a reference; nothing where there is none."""
    if not cited:
        return ()
    together = len(cited) <= _TOGETHER
    listed = (Text(foundations.full(source, language).runs, "note", keep=together) for source in cited)
    return (
        Heading(heading or say("Sources")),
        *listed,
        Text((Run(say("[1\u00a0¶1] means source 1, paragraph 1.")),), "note"),
    )
