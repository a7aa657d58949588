"""A finder: shares in words ("two thirds of the beds") as figures, each with the passage that says so."""

import re

from briefpack.model import Figure

_SHARE = re.compile(
    r"\b((?:a|one|two|three) (?:thirds?|quarters?|fifths?))"
    r" of (the [\w -]+?)(?=[,.;:]| (?:is|are|was|were|had|have|has)\b)",
    re.IGNORECASE,
)


def find(sources, brief):
    """Figures that briefpack's own finders did not find."""
    known = {(figure.value, ref) for figure in brief.figures for ref in figure.refs}
    return [
        Figure(found[1], passage.text, (passage.ref,), found[2])
        for source in sources
        for passage in source.passages
        for found in _SHARE.finditer(passage.text)
        if (found[1], passage.ref) not in known
    ]
