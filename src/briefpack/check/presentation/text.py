"""The text of a shape with all that it inherits: sizes, fonts, spacing, insets, anchor, autofit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefpack.check.presentation.shapes import Shape
from briefpack.check.presentation.stage import Stage
from briefpack.check.presentation.xml import A, child, first, kind, number, points, share, switched

_USUAL = 18.0
"""Size in points of text that nobody gave one."""
_INSETS = (("lIns", 7.2), ("tIns", 3.6), ("rIns", 7.2), ("bIns", 3.6))
_FITS = {"noAutofit": "none", "normAutofit": "shrink", "spAutoFit": "grow"}
_RAISED = 0.66
"""Size of a raised or lowered character, as a share."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one style."""

    text: str
    size: float
    """Points, as drawn."""
    bold: bool
    italic: bool
    font: str
    """Family, the theme's slots resolved; empty where nobody names one."""
    named: bool
    """Whether the run itself names a family rather than a slot of the theme."""
    colour: Any
    """The element that holds its fill; None where nobody says."""
    language: str
    tracking: float
    marked: bool
    """Underlined, or struck through."""
    link: Any
    """Its a:hlinkClick; None for plain text."""
    field: bool = False
    """A number or date that the program fills in."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces that flow together."""

    pieces: tuple[Piece, ...]
    size: float
    """Of its line where it is empty."""
    exact: float
    """Points from line to line; 0 where the font decides."""
    spacing: float
    """Share of the font's own line height."""
    before: float
    after: float
    """Points; shares of the line are worked out."""
    align: str
    left: float
    indent: float
    bullet: bool

    @property
    def words(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Text:
    """A text body in its frame."""

    paragraphs: tuple[Paragraph, ...]
    insets: tuple[float, float, float, float]
    """Left, top, right, bottom, in points."""
    anchor: str
    wrapped: bool
    fit: str
    """'none', 'shrink' or 'grow'."""
    shrunk: float
    """Share to which autofit has shrunk it; 1 where it has not."""
    upright: bool
    """False where it runs up or down the page."""
    columns: int = 1

    @property
    def pieces(self) -> Iterator[Piece]:
        """All that is written, blanks left out."""
        return (piece for paragraph in self.paragraphs for piece in paragraph.pieces if piece.text.strip())

    @property
    def words(self) -> str:
        """All of it on one line."""
        return " ".join(" ".join(paragraph.words for paragraph in self.paragraphs).split())


def text(shape: Shape, stage: Stage) -> Text | None:
    """The text of a shape; None where it holds no words."""
    body = first(shape.element, "txBody")
    if body is None or not shape.words:
        return None
    frames = [child(first(element, "txBody"), "a:bodyPr") for element in shape.chain]
    frames = [frame for frame in frames if frame is not None]
    scale, tighter, fit = _fit(frames)
    return Text(
        paragraphs=tuple(_paragraphs(body, _styles(shape, stage), stage, scale, tighter)),
        insets=_insets(frames),
        anchor=_said(frames, "anchor") or "t",
        wrapped=_said(frames, "wrap") != "none",
        fit=fit,
        shrunk=scale,
        upright=(_said(frames, "vert") or "horz") == "horz",
        columns=max(1, int(number(frames[0], "numCol", 1))) if frames else 1,
    )


def cell_text(cell: Any, stage: Stage, style: Any = None) -> Text:
    """The text of a table's cell; its style may come from the table's."""
    body, own = first(cell, "txBody"), child(cell, "a:tcPr")
    styles = [one for one in (child(body, "a:lstStyle"), stage.defaults) if one is not None]
    insets = (points(own, "marL", 7.2), points(own, "marT", 3.6), points(own, "marR", 7.2), points(own, "marB", 3.6))
    found = () if body is None else tuple(_paragraphs(body, styles, stage, 1.0, 0.0, style))
    anchor = (own.get("anchor") if own is not None else None) or "t"
    upright = (own.get("vert", "horz") if own is not None else "horz") == "horz"
    return Text(found, insets, anchor, True, "none", 1.0, upright)


def _styles(shape: Shape, stage: Stage) -> list[Any]:
    """List styles from the nearest to the farthest."""
    found = [child(first(element, "txBody"), "a:lstStyle") for element in shape.chain]
    found.append(stage.style(shape.holder))
    if not shape.holder and switched(child(shape.element, "p:nvSpPr", "p:cNvSpPr"), "txBox"):
        found.append(stage.theme.text_box)
    found.append(stage.defaults)
    return [one for one in found if one is not None]


def _paragraphs(
    body: Any, styles: list[Any], stage: Stage, scale: float, tighter: float, last: Any = None
) -> Iterator[Paragraph]:
    fallback = child(body.getparent(), "p:style", "a:fontRef") if last is None else last
    for element in body.iterchildren(f"{{{A}}}p"):
        own = child(element, "a:pPr")
        level = int(number(own, "lvl")) + 1
        levels = [own] if own is not None else []
        levels += [one for style in styles for one in style if kind(one) in (f"lvl{level}pPr", "defPPr")]
        yield _paragraph(element, levels, fallback, stage, scale, tighter)


def _paragraph(element: Any, levels: list[Any], fallback: Any, stage: Stage, scale: float, tighter: float) -> Paragraph:
    runs = [style for level in levels if (style := child(level, "a:defRPr")) is not None]
    pieces = tuple(_pieces(element, runs, fallback, stage, scale))
    end = child(element, "a:endParaRPr")
    size = max((piece.size for piece in pieces), default=_size([end, *runs] if end is not None else runs) * scale)
    exact, spacing = _spacing(levels)
    lead = size * 1.2
    bullet = next((kind(one) for level in levels for one in level if kind(one).startswith("bu")
                   and kind(one) in ("buNone", "buChar", "buAutoNum", "buBlip")), "buNone")  # fmt: skip
    return Paragraph(
        pieces=pieces,
        size=size,
        exact=exact,
        spacing=max(0.5, spacing - tighter),
        before=_gap(levels, "a:spcBef", lead),
        after=_gap(levels, "a:spcAft", lead),
        align=_said(levels, "algn") or "l",
        left=_length(levels, "marL"),
        indent=_length(levels, "indent"),
        bullet=bullet != "buNone",
    )


def _pieces(element: Any, styles: list[Any], fallback: Any, stage: Stage, scale: float) -> Iterator[Piece]:
    for run in element:
        name = kind(run)
        if name not in ("r", "br", "fld"):
            continue
        own = child(run, "a:rPr")
        said = [own, *styles] if own is not None else styles
        piece = _piece(own, said, fallback, stage, scale)
        words = "\n" if name == "br" else "".join(one.text or "" for one in run.iterchildren(f"{{{A}}}t"))
        capitals = _said(said, "cap") == "all"
        yield replace(piece, text=words.upper() if capitals else words, field=name == "fld")


def _piece(own: Any, styles: list[Any], fallback: Any, stage: Stage, scale: float) -> Piece:
    raised = number(next((one for one in styles if one.get("baseline")), None), "baseline") != 0
    face = next((one for style in styles if (one := child(style, "a:latin")) is not None), None)
    family = face.get("typeface", "") if face is not None else _slot(fallback)
    explicit = child(own, "a:latin") if own is not None else None
    return Piece(
        text="",
        size=_size(styles) * scale * (_RAISED if raised else 1.0),
        bold=bool(_yes(styles, "b")),
        italic=bool(_yes(styles, "i")),
        font=stage.theme.fonts.get(family, family),
        named=explicit is not None and not explicit.get("typeface", "+").startswith("+"),
        colour=next((one for style in styles if (one := _fill(style)) is not None), fallback),
        language=own.get("lang", "") if own is not None else "",
        tracking=number(next((one for one in styles if one.get("spc")), None), "spc") / 100,
        marked=_said(styles, "u") not in (None, "none") or _said(styles, "strike") not in (None, "noStrike"),
        link=child(own, "a:hlinkClick") if own is not None else None,
    )


def _fill(style: Any) -> Any:
    return first(style, "solidFill", "gradFill", "blipFill", "pattFill", "noFill")


def _slot(fallback: Any) -> str:
    """The family of a shape's style; the theme's text font where it has none."""
    index = "" if fallback is None else fallback.get("idx", "")
    return "+mj-lt" if index == "major" else "+mn-lt"


def _size(styles: list[Any]) -> float:
    return number(next((one for one in styles if one is not None and one.get("sz")), None), "sz", _USUAL * 100) / 100


def _said(elements: list[Any], name: str) -> str | None:
    return next((value for one in elements if (value := one.get(name)) is not None), None)


def _yes(elements: list[Any], name: str) -> bool | None:
    return next((value for one in elements if (value := switched(one, name)) is not None), None)


def _length(elements: list[Any], name: str) -> float:
    return points(next((one for one in elements if one.get(name)), None), name)


def _insets(frames: list[Any]) -> tuple[float, float, float, float]:
    left, top, right, low = (
        points(next((one for one in frames if one.get(name)), None), name, usual) for name, usual in _INSETS
    )
    return left, top, right, low


def _fit(frames: list[Any]) -> tuple[float, float, str]:
    """To what share text is shrunk, how much tighter its lines are, and what autofit is on."""
    for frame in frames:
        found = first(frame, *_FITS)
        if found is not None:
            return share(found, "fontScale"), share(found, "lnSpcReduction", 0.0), _FITS[kind(found)]
    return 1.0, 0.0, "none"


def _spacing(levels: list[Any]) -> tuple[float, float]:
    """Exact points from line to line, or 0 and a share of the font's own."""
    found = next((one for level in levels if (one := child(level, "a:lnSpc")) is not None), None)
    exact = child(found, "a:spcPts")
    return (number(exact, "val") / 100, 1.0) if exact is not None else (0.0, share(child(found, "a:spcPct")))


def _gap(levels: list[Any], name: str, line: float) -> float:
    found = next((one for level in levels if (one := child(level, name)) is not None), None)
    exact = child(found, "a:spcPts")
    return number(exact, "val") / 100 if exact is not None else share(child(found, "a:spcPct"), default=0.0) * line
