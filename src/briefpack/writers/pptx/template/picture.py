"""The mapping of a template as one picture: a small page for each layout that is used, with what goes where."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any

from briefpack.model import Area, Hosting, Template
from briefpack.model.colour import contrast

_WIDE = 420
"""Pixels of a page."""
_EDGE = 24
_TEXT = 78
"""Pixels under a page, for what is said of it."""
_ACROSS = 3
_GREY, _DARK, _RED = "#6B7280", "#111827", "#A8231B"


def png(template: Template) -> bytes:
    """The picture as a PNG file, the same for the same template."""
    from PIL import Image, ImageDraw

    pages = _pages(template)
    tall = round(_WIDE * template.h / template.w)
    rows = -(-max(len(pages), 1) // _ACROSS)
    size = (_EDGE + (_WIDE + _EDGE) * min(_ACROSS, max(len(pages), 1)), 60 + rows * (tall + _TEXT + _EDGE) + _EDGE)
    image = Image.new("RGB", size, "#F3F4F6")
    pen = ImageDraw.Draw(image)
    pen.text((_EDGE, 20), f"{template.name}: {template.w:.0f} x {template.h:.0f} points", fill=_DARK, font=_font(20))
    for at, (hosting, kinds) in enumerate(pages):
        left = _EDGE + (at % _ACROSS) * (_WIDE + _EDGE)
        top = 60 + (at // _ACROSS) * (tall + _TEXT + _EDGE)
        _page(pen, hosting, template, left, top)
        _caption(pen, hosting, kinds, left, top + tall + 6)
    saved = BytesIO()
    image.save(saved, "PNG")
    return saved.getvalue()


def _pages(template: Template) -> list[tuple[Hosting, list[str]]]:
    """Each layout once, with the kinds of slide that go there."""
    found: dict[str, tuple[Hosting, list[str]]] = {}
    for hosting in template.hostings:
        if hosting.kind:
            found.setdefault(hosting.part, (hosting, []))[1].append(hosting.kind)
    return list(found.values())


def _page(pen: Any, hosting: Hosting, template: Template, left: int, top: int) -> None:
    """A layout with its rooms in the template's colours."""
    shades = {role: f"#{shade.colour}" for role, shade in template.shades}
    scale = _WIDE / template.w
    whole = Area(0, 0, template.w, template.h)
    _box(pen, whole, scale, (left, top), "#D1D5DB" if hosting.panel else shades["paper"], _GREY, "")
    named = (
        ("title", hosting.title.frame, "accent2"),
        ("subtitle", hosting.subtitle and hosting.subtitle.frame, "accent"),
        ("" if hosting.kind == "title" else "body: drawings", hosting.body, "rule"),
        ("line, section bars", hosting.above, "rule"),
        ("body: typed points", hosting.text and hosting.text.frame, "ink"),
        ("source line", hosting.footer and hosting.footer.frame, "muted"),
        ("n", hosting.number and hosting.number.frame, "muted"),
    )
    for name, room, role in named:
        if name and room:
            fill = shades["tint2"] if role == "rule" else shades["tint"]
            _box(pen, room, scale, (left, top), fill, shades[role], name, _readable(fill))


def _box(
    pen: Any, room: Area, scale: float, at: tuple[int, int], fill: str, line: str, name: str, ink: str = _DARK
) -> None:
    x, y = at[0] + room.x * scale, at[1] + room.y * scale
    pen.rectangle((x, y, x + room.w * scale, y + max(room.h * scale, 1)), fill=fill, outline=line, width=2)
    pen.text((x + 6, y + 3), name, fill=ink, font=_font(13))


def _caption(pen: Any, hosting: Hosting, kinds: list[str], left: int, top: int) -> None:
    pen.text((left, top), f"{hosting.layout} (by {hosting.why})"[:56], fill=_DARK, font=_font(15))
    pen.text((left, top + 20), ", ".join(kinds)[:66], fill=_GREY, font=_font(13))
    for at, lack in enumerate(hosting.lacks[:2]):
        pen.text((left, top + 38 + 17 * at), lack[:66], fill=_RED, font=_font(12))


def _readable(fill: str) -> str:
    return _DARK if contrast(fill[1:], _DARK[1:]) > 4.5 else "#FFFFFF"


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    with as_file(files("fontpkg_lato") / "files" / "Lato-Regular.ttf") as path:
        return ImageFont.truetype(str(path), size)
