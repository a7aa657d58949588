"""The styles of a Word file: the look's colours and fonts by theme slot, sizes by how much is to stand on a page."""

from __future__ import annotations

from dataclasses import dataclass

from briefpack.layout.flow import Flow
from briefpack.model import Look
from briefpack.writers.office import filled, region

_ROLES = ("ink", "accent", "accent2", "mark", "muted", "rule")


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes and distances, in points."""

    body: float
    small: float
    lead: float
    title: float
    kicker: float
    heading: float
    sub: float
    question: float
    after: float
    """Below a paragraph."""
    above: float
    """Over a heading."""
    below: float
    """Under a heading, and around a numbered item."""
    line: float
    """Line to line, as a multiple of the single distance."""
    writing: float
    """From one writing line to the next."""
    margin: float
    pad: float
    """Above and below the text of a cell."""

    @property
    def hang(self) -> int:
        """Indent of a bullet's text, in twentieths of a point."""
        return round(self.body * 1.3 * 20)

    @property
    def deep(self) -> int:
        """Indent of a numbered item's text: two figures go before it."""
        return round(self.body * 2 * 20)


_ROOMY = Scale(11, 9.5, 12.5, 18, 10, 14, 12, 16, 3, 12, 5, 1.05, 23, 50, 3)
_DENSE_PLAIN = Scale(9, 8, 10.5, 17, 9, 9.5, 9, 12, 1.5, 7, 2, 1.0, 20, 36, 1.4)
_DENSE_ROUND = Scale(9.5, 8.5, 10.5, 19, 9, 12, 10, 13, 1.5, 6, 2, 1.0, 20, 36, 1)


def scale(flow: Flow, look: Look) -> Scale:
    """Small and close where all is to stand on one page."""
    if not flow.dense:
        return _ROOMY
    return _DENSE_ROUND if look.radius else _DENSE_PLAIN


def styles(flow: Flow, look: Look, scale: Scale, wide: int) -> bytes:
    """The styles part; `wide` is the room between the margins in twentieths of a point."""
    halves = ("body", "small", "lead", "title", "kicker", "heading", "sub", "question")
    twentieths = ("after", "above", "below", "writing", "pad")
    language = region(flow.language)
    return filled(
        "docx",
        "styles.xml",
        **{name: round(getattr(scale, name) * 2) for name in halves},
        **{name: round(getattr(scale, name) * 20) for name in twentieths},
        **{role: look.colour(role) for role in _ROLES},
        **_heads(flow, look),
        frame=_frame(look),
        line=round(scale.line * 240),
        hang=scale.hang,
        deep=scale.deep,
        inner=scale.deep * 2 + scale.hang // 2,
        mark_room=scale.deep + scale.hang // 2,
        stacked=round(scale.after * 20) if look.radius else 0,
        wide=wide,
        name=round(wide * 0.62),
        language=language,
        east=language if language[:2] in ("ja", "ko", "zh") else "zh-CN",
        bidi=language if language[:2] in ("ar", "fa", "he", "ur") else "ar-SA",
    )


def _heads(flow: Flow, look: Look) -> dict[str, str]:
    """Title and kicker: on a dark band over a page of cards, else dark on white."""
    if not (look.radius and flow.dense):
        accent, accent2 = look.colour("accent"), look.colour("accent2")
        title = f'<w:color w:val="{accent2}" w:themeColor="accent2"/>'
        return {
            "band": "",
            "title_colour": title,
            "note_colour": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
            "kicker_colour": f'<w:color w:val="{accent}" w:themeColor="accent1"/>',
        }
    dark, mark = look.colour("accent2"), look.colour("mark")
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{24}" w:space="{space}" w:color="{dark}" w:themeColor="accent2"/>'
        for side, space in (("top", 4), ("left", 6), ("bottom", 4), ("right", 6))
    )
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{dark}" w:themeFill="accent2"/>'
    return {
        "band": f"<w:pBdr>{sides}</w:pBdr>{shade}",
        "title_colour": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
        "note_colour": '<w:color w:val="FFFFFF" w:themeColor="background1"/>',
        "kicker_colour": f'<w:color w:val="{mark}" w:themeColor="accent3"/>',
    }


def _frame(look: Look) -> str:
    """What stands around the lead: a tinted band with a bar; with round cards nothing."""
    if look.radius:
        return ""
    tint, dark = look.colour("tint"), look.colour("accent2")
    bar = f'<w:left w:val="single" w:sz="24" w:space="6" w:color="{dark}" w:themeColor="accent2"/>'
    return f'<w:pBdr>{bar}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{tint}" w:themeFill="background2"/>'
