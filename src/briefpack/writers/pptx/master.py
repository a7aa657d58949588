"""The master and its layouts as XML, made from a look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefpack.layout.marks import TextBox
from briefpack.model import Look
from briefpack.writers.office import escape
from briefpack.writers.pptx import skeleton
from briefpack.writers.pptx.layouts import Layout
from briefpack.writers.pptx.pen import Pen
from briefpack.writers.pptx.shapes import Canvas, body_properties, draw, outline, position
from briefpack.writers.pptx.spots import Place
from briefpack.writers.pptx.text import Setting, paragraphs, run_properties

_MASTER_ROLES = {
    "title": 'type="title"',
    "body": 'type="body" idx="1"',
    "footer": 'type="ftr" sz="quarter" idx="3"',
    "number": 'type="sldNum" sz="quarter" idx="4"',
}

_CARD_INSET = 18.0
"""Points between the edge of a card and the text typed into it."""


def master(layout: Layout, look: Look, pen: Pen, links: Iterable[str]) -> bytes:
    """The master: the places of a plain layout, and the styles of what people add by hand."""
    canvas = Canvas(pen, {})
    places = {place.text.role: place for place in layout.places}
    shapes = [_place(replace(places[role], placeholder=ph), look, canvas) for role, ph in _MASTER_ROLES.items()]
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + at}" r:id="{link}"/>' for at, link in enumerate(links))
    return skeleton.filled(
        "master.xml",
        shapes="".join(shapes),
        layouts=ids,
        title=_level(1, look, "title", "+mj", bold=True),
        body=_level(1, look, "body", "+mn") + "".join(_level(at, look, "body", "+mn", bullet="•") for at in (2, 3)),
        other=_level(1, look, "body", "+mn"),
    )


def layout(layout: Layout, look: Look, pen: Pen) -> bytes:
    """A layout with its placeholders and furniture."""
    canvas = Canvas(pen, {})
    furniture = draw(layout.furniture, canvas)
    prompted = [replace(place, placeholder=f'{place.placeholder} hasCustomPrompt="1"') for place in layout.places]
    places = "".join(_place(place, look, canvas) for place in prompted)
    ground = pen.fill(layout.ground)
    return skeleton.filled("layout.xml", name=escape(layout.name), ground=ground, shapes=furniture + places)


def _place(place: Place, look: Look, canvas: Canvas) -> str:
    """An empty placeholder: its style stands in the list style, its text is only a prompt."""
    box, setting = place.text, Setting(place.text.size, place.text.pitch, place.text.tracking)
    text = paragraphs(box.paragraphs, setting, canvas.pen, number=box.role == "number")
    shape = outline(box.w, box.h, look.radius if place.fill else 0.0)
    inset = _CARD_INSET if place.fill else 0.0
    return (
        f"<p:sp><p:nvSpPr>{canvas.properties(box.role.capitalize())}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {place.placeholder}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{position(box.x, box.y, box.w, box.h)}{shape}{canvas.pen.fill(place.fill)}</p:spPr>"
        f"<p:txBody>{body_properties(box.anchor, inset)}"
        f"<a:lstStyle>{_style(box, setting, canvas.pen)}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def _style(box: TextBox, setting: Setting, pen: Pen) -> str:
    align = {"left": "l", "center": "ctr", "right": "r"}[box.paragraphs[0].align]
    style = run_properties(box.paragraphs[0].runs[0], setting, pen, tag="defRPr")
    pitch = f'<a:lnSpc><a:spcPts val="{round(setting.pitch * 100)}"/></a:lnSpc>'
    space = '<a:spcBef><a:spcPts val="0"/></a:spcBef>'
    return f'<a:lvl1pPr marL="0" indent="0" algn="{align}">{pitch}{space}<a:buNone/>{style}</a:lvl1pPr>'


def _level(level: int, look: Look, role: str, face: str, *, bold: bool = False, bullet: str = "") -> str:
    """One outline level of the master's styles; levels below the first hang on a bullet."""
    kind = look.type(role)
    hang = 228600 if bullet else 0
    mark = f'<a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>' if bullet else "<a:buNone/>"
    fonts = "".join(
        f'<a:{slot} typeface="{face}-{code}"/>' for slot, code in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    ink = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    return (
        f'<a:lvl{level}pPr marL="{hang * (level - 1)}" indent="{-hang}" algn="l" rtl="0">'
        f'<a:lnSpc><a:spcPts val="{round(kind.pitch * 100)}"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{round(kind.size * 100)}" b="{int(bold)}" kern="1200">{ink}{fonts}</a:defRPr></a:lvl{level}pPr>'
    )
