"""Marks as native shapes, one function a kind."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from briefpack.errors import WriteError
from briefpack.layout.marks import Chart, Inset, Mark, MarkGroup, Oval, Picture, Rect, Rule, Table, TextBox
from briefpack.model import Spot
from briefpack.writers.office import escape
from briefpack.writers.pptx import chart, table
from briefpack.writers.pptx.pen import Pen, emu
from briefpack.writers.pptx.spots import Slot
from briefpack.writers.pptx.text import Setting, paragraphs

_NAMES = {
    "title": "Title",
    "subtitle": "Subtitle",
    "kicker": "Kicker",
    "footer": "Source line",
    "number": "Slide number",
    "body": "Body",
}
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}
_LOWER = 3.0
"""Points by which a text is lower than its placeholder on purpose: something of ours stands below it."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Screen readers pass over a shape that carries this."""


@dataclass(slots=True)
class Canvas:
    """One slide being drawn: its pen, the ids and names given out, the placeholders still free."""

    pen: Pen
    free: dict[str, Slot]
    """The layout's placeholders that no text has filled yet, by role."""
    depth: int = 0
    """How many groups stand around the present mark: a placeholder cannot be in one."""
    edges: dict[Table, table.Edges] = field(default_factory=dict)
    """The borders of each table."""
    ids: dict[str, int] = field(default_factory=dict)
    """Of the shapes with a name of their own: lines can be glued to them."""
    _names: dict[str, int] = field(default_factory=dict)
    _last: int = 1

    def properties(self, name: str, *, alt: str = "", decorative: bool = False) -> str:
        """The identity of the next shape; a name that is taken gets a number."""
        self._last += 1
        count = self._names[name] = self._names.get(name, 0) + 1
        unique = f"{name} ({count})" if count > 1 else name
        self.ids[unique] = self._last
        said = f' descr="{escape(alt)}"' if alt else ""
        return f'<p:cNvPr id="{self._last}" name="{escape(unique)}"{said}>{_DECORATIVE if decorative else ""}</p:cNvPr>'


def draw(marks: Collection[Mark], canvas: Canvas) -> str:
    """All marks in their order; rules along the rows of a table are drawn as its borders."""
    taken: set[Mark] = set()
    for mark in marks:
        if isinstance(mark, Table):
            canvas.edges[mark] = table.edges(mark, marks)
            taken.update(canvas.edges[mark].values())
    return "".join(_DRAW[type(mark)](mark, canvas) for mark in marks if mark not in taken)


def position(x: float, y: float, w: float, h: float, *, flips: str = "", tag: str = "a:xfrm") -> str:
    """A place in points."""
    return f'<{tag}{flips}><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></{tag}>'


def outline(w: float, h: float, radius: float) -> str:
    """A rectangle, round at its corners where the radius asks for it."""
    if not radius or min(w, h) <= 0:
        return _geometry("rect")
    share = min(50000, round(100000 * radius / min(w, h)))
    return _geometry("roundRect", f'<a:gd name="adj" fmla="val {share}"/>')


def body_properties(anchor: str, inset: float = 0.0) -> str:
    """Insets in points; no autofit: renderers disagree about it."""
    room = emu(inset)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{room}" tIns="{room}" rIns="{room}" bIns="{room}" rtlCol="0" '
        f'anchor="{_ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def bounds(marks: Collection[Mark]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what marks cover."""
    boxes = [_box(mark) for mark in marks] or [(0.0, 0.0, 0.0, 0.0)]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    return left, top, max(box[2] for box in boxes) - left, max(box[3] for box in boxes) - top


def _text_box(box: TextBox, canvas: Canvas) -> str:
    slot = canvas.free.pop(box.role, None) if not canvas.depth else None
    name = box.name or _NAMES.get(box.role, "Text")
    head = canvas.properties(name, decorative=box.tag == "Artifact" and not slot)
    locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if slot else '<p:cNvSpPr txBox="1"/>'
    role = f"<p:nvPr><p:ph {slot.placeholder}/></p:nvPr>" if slot else "<p:nvPr/>"
    host = slot.host if slot else None
    setting = Setting(box.size, box.pitch, box.tracking, inherits=host is not None)
    text = paragraphs(box.paragraphs, setting, canvas.pen, number=box.role == "number")
    place, body = _hosted(host, box) if host else (_free(box), body_properties(box.anchor))
    return (
        f"<p:sp><p:nvSpPr>{head}{locks}{role}</p:nvSpPr>"
        f"<p:spPr>{place}</p:spPr><p:txBody>{body}<a:lstStyle/>{text}</p:txBody></p:sp>"
    )


def _free(box: TextBox) -> str:
    return f"{position(box.x, box.y, box.w, box.h)}{_geometry('rect')}<a:noFill/>"


def _hosted(host: Spot, box: TextBox) -> tuple[str, str]:
    """A text in a placeholder of somebody else's layout: in its place unless moved or lower, its insets written out."""
    frame, inner = host.frame, host.inner
    less = max(inner.h - box.h, 0.0) if inner.h - box.h > _LOWER else 0.0
    place = position(frame.x, frame.y, frame.w, frame.h - less) if host.moved or less else ""
    sides = (inner.x - frame.x, inner.y - frame.y, frame.right - inner.right, frame.bottom - inner.bottom)
    names = zip(("lIns", "tIns", "rIns", "bIns"), sides, strict=True)
    insets = " ".join(f'{name}="{emu(max(side, 0.0))}"' for name, side in names)
    return place, f'<a:bodyPr wrap="square" {insets}><a:noAutofit/></a:bodyPr>'


def _rect(rect: Rect, canvas: Canvas) -> str:
    head = canvas.properties(rect.name or "Box", alt=rect.alt, decorative=not rect.alt)
    shape = _sited(rect) if rect.sites else outline(rect.w, rect.h, rect.radius)
    ink = canvas.pen.fill(rect.fill) + canvas.pen.line(rect.line, rect.line_width, dash=rect.dash)
    return _shape(head, position(rect.x, rect.y, rect.w, rect.h) + shape + ink)


def _oval(oval: Oval, canvas: Canvas) -> str:
    head = canvas.properties(oval.name or "Dot", alt=oval.alt, decorative=not oval.alt)
    ink = canvas.pen.fill(oval.fill) + canvas.pen.line(oval.line, oval.line_width)
    return _shape(head, position(oval.x, oval.y, oval.w, oval.h) + _geometry("ellipse") + ink)


def _rule(rule: Rule, canvas: Canvas) -> str:
    head = canvas.properties(rule.name or "Line", alt=rule.alt, decorative=not rule.alt)
    flips = (' flipH="1"' if rule.x2 < rule.x1 else "") + (' flipV="1"' if rule.y2 < rule.y1 else "")
    left, top, right, bottom = _box(rule)
    place = position(left, top, right - left, bottom - top, flips=flips)
    ink = canvas.pen.line(rule.colour, rule.width, dash=rule.dash, arrow=rule.arrow)
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{head}{_glue(rule, canvas)}<p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{place}{_geometry('straightConnector1' if rule.glued else 'line')}{ink}</p:spPr></p:cxnSp>"
    )


def _glue(rule: Rule, canvas: Canvas) -> str:
    """What the two ends of a line stay with when somebody moves it."""
    if not rule.glued:
        return "<p:cNvCxnSpPr/>"
    ends = zip(("stCxn", "endCxn"), rule.glued, strict=True)
    glue = "".join(f'<a:{tag} id="{canvas.ids[name]}" idx="{site}"/>' for tag, (name, site) in ends)
    return f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>"


def _sited(rect: Rect) -> str:
    """A rectangle with sites of its own after the usual four: no preset shape has any."""
    w, h = emu(rect.w), emu(rect.h)
    sites = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5), *rect.sites)
    glue = "".join(
        f'<a:cxn ang="0"><a:pos x="{round(across * w)}" y="{round(down * h)}"/></a:cxn>' for across, down in sites
    )
    corners = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((w, 0), (w, h), (0, h)))
    path = f'<a:path w="{w}" h="{h}"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>{corners}<a:close/></a:path>'
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{glue}</a:cxnLst><a:rect l="0" t="0" r="r" b="b"/>'
        f"<a:pathLst>{path}</a:pathLst></a:custGeom>"
    )


def _group(group: MarkGroup, canvas: Canvas) -> str:
    silent = not group.alt and not any(isinstance(mark, TextBox | Table | MarkGroup) for mark in group.marks)
    head = canvas.properties(group.name or "Group", alt=group.alt, decorative=silent)
    x, y, w, h = (emu(value) for value in bounds(group.marks))
    place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/><a:chOff x="{x}" y="{y}"/><a:chExt cx="{w}" cy="{h}"/>'
    canvas.depth += 1
    inside = draw(group.marks, canvas)
    canvas.depth -= 1
    return (
        f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{place}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
    )


def _table(mark: Table, canvas: Canvas) -> str:
    head = canvas.properties(mark.name or "Table", alt=mark.alt)
    place = position(mark.x, mark.y, sum(mark.widths), sum(mark.heights), tag="p:xfrm")
    graphic = table.graphic(mark, canvas.edges.get(mark, {}), canvas.pen)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{place}{graphic}</p:graphicFrame>"
    )


def _chart(mark: Chart, canvas: Canvas) -> str:
    head = canvas.properties(mark.name or "Chart", alt=mark.alt)
    link = canvas.pen.embed(mark)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr>{head}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
        f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{position(mark.x, mark.y, mark.w, mark.h, tag='p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{chart.URI}"><c:chart xmlns:c="{chart.URI}" xmlns:r="{_LINKS}" '
        f'r:id="{link}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _inset(_mark: Inset, _canvas: Canvas) -> str:
    raise WriteError("a slide cannot hold another slide: insets are for pages")


def _picture(mark: Picture, canvas: Canvas) -> str:
    head = canvas.properties(mark.name, alt=mark.alt)
    blip = f'<a:blip xmlns:r="{_LINKS}" r:embed="{canvas.pen.picture()}"/>'
    fill = f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
    place = f"{position(mark.x, mark.y, mark.w, mark.h)}{_geometry('rect')}"
    locks = '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
    return f"<p:pic><p:nvPicPr>{head}{locks}<p:nvPr/></p:nvPicPr>{fill}<p:spPr>{place}</p:spPr></p:pic>"


def _shape(head: str, properties: str) -> str:
    return f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{properties}</p:spPr></p:sp>"


def _geometry(kind: str, values: str = "") -> str:
    return f'<a:prstGeom prst="{kind}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def _box(mark: Mark) -> tuple[float, float, float, float]:
    """Left, top, right and bottom."""
    if isinstance(mark, Rule):
        return min(mark.x1, mark.x2), min(mark.y1, mark.y2), max(mark.x1, mark.x2), max(mark.y1, mark.y2)
    if isinstance(mark, MarkGroup):
        x, y, w, h = bounds(mark.marks)
        return x, y, x + w, y + h
    if isinstance(mark, Table):
        return mark.x, mark.y, mark.x + sum(mark.widths), mark.y + sum(mark.heights)
    return mark.x, mark.y, mark.x + mark.w, mark.y + mark.h


_DRAW: dict[type, Callable[[Any, Canvas], str]] = {
    TextBox: _text_box,
    Rect: _rect,
    Oval: _oval,
    Rule: _rule,
    Table: _table,
    Chart: _chart,
    MarkGroup: _group,
    Inset: _inset,
    Picture: _picture,
}
