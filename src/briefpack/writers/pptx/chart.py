"""A native chart: its part as XML, and the workbook that opens when somebody edits its numbers."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from briefpack import archives
from briefpack.layout import charting
from briefpack.layout.marks import Chart, Series
from briefpack.writers.office import escape
from briefpack.writers.pptx.pen import Pen

URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SPACES = (
    f'xmlns:c="{URI}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def workbook(chart: Chart) -> bytes:
    """The numbers as an .xlsx file, the same bytes each time: a build has no clock."""
    from pptx.chart.data import CategoryChartData
    from pptx.chart.xlsx import CategoryWorkbookWriter

    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # python-pptx has no types
    data.categories = chart.categories
    for one in chart.series:
        data.add_series(_title(one, chart), one.values)
    made: Any = CategoryWorkbookWriter(data)  # type: ignore[no-untyped-call]
    with ZipFile(BytesIO(made.xlsx_blob)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return archives.zipped({name: _WHEN.sub(rb"\g<1>2020-01-01T00:00:00Z\g<3>", part) for name, part in parts.items()})


def part(chart: Chart, book: str, pen: Pen) -> bytes:
    """The chart's own part; ``book`` is the relationship to its workbook."""
    gap = charting.GAP_ACROSS if chart.across else charting.GAP_UPRIGHT
    rows = "".join(_series(one, at, chart, pen) for at, one in enumerate(chart.series))
    bars = (
        f'<c:barChart><c:barDir val="{"bar" if chart.across else "col"}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{rows}<c:gapWidth val="{gap}"/><c:overlap val="0"/>'
        '<c:axId val="111"/><c:axId val="222"/></c:barChart>'
    )
    return (
        f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<c:chartSpace {_SPACES}>"
        f'<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(chart)}{bars}{_axes(chart, pen)}<c:spPr><a:noFill/></c:spPr></c:plotArea>"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
        f'</c:spPr>{_text(chart.size, pen)}<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _layout(chart: Chart) -> str:
    """The bars' field exactly where the layout has it."""
    x, y, w, h = charting.plot(chart)
    shares = (("x", x / chart.w), ("y", y / chart.h), ("w", w / chart.w), ("h", h / chart.h))
    places = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{places}</c:manualLayout></c:layout>"
    )


def _series(one: Series, at: int, chart: Chart, pen: Pen) -> str:
    column = "BCDEFG"[at]
    last = len(chart.categories) + 1
    names = "".join(f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>' for i, name in enumerate(chart.categories))
    known = [(i, value) for i, value in enumerate(one.values) if value is not None]
    values = "".join(f'<c:pt idx="{i}"><c:v>{value:g}</c:v></c:pt>' for i, value in known)
    points = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{_ink(fill, pen)}</c:dPt>'
        for i, fill in enumerate(one.fills)
        if fill != one.fills[0]
    )
    labels = "".join(_label(i, one, chart, pen) for i, value in known if one.labels[i] != f"{value:g}")
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(_title(one, chart))}</c:v></c:pt></c:strCache></c:strRef>'
        f'</c:tx>{_ink(one.fills[0], pen)}<c:invertIfNegative val="0"/>{points}<c:dLbls>{labels}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(charting.labels(chart), pen)}<c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbls>'
        f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f><c:strCache>"
        f'<c:ptCount val="{last - 1}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>Sheet1!${column}$2:${column}${last}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{last - 1}"/>{values}</c:numCache></c:numRef></c:val>'
        "</c:ser>"
    )


def _label(at: int, one: Series, chart: Chart, pen: Pen) -> str:
    """A label of its own: 'at least 104'. It never wraps."""
    style = _style(charting.labels(chart), pen)
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:r>{style}'
        f'<a:t>{escape(one.labels[at])}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbl>'
    )


def _axes(chart: Chart, pen: Pen) -> str:
    """Names of the categories, the first one on top; the axis of values starts at zero and is not shown."""
    side, below = ("l", "b") if chart.across else ("b", "l")
    turned = "maxMin" if chart.across else "minMax"
    line = f"<c:spPr>{pen.line('muted', 0.75)}</c:spPr>"
    return (
        f'<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="{turned}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{line}{_text(chart.size, pen)}<c:crossAx val="222"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        '<c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{charting.top(chart):g}"/><c:min val="0"/></c:scaling><c:delete val="1"/>'
        f'<c:axPos val="{below}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/>'
        "</c:valAx>"
    )


def _ink(fill: str, pen: Pen) -> str:
    return f"<c:spPr>{pen.fill(fill)}{pen.line(charting.outlined(fill), 1.25)}</c:spPr>"


def _text(points: float, pen: Pen) -> str:
    style = _style(points, pen, tag="defRPr")
    return f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{style}</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'


def _style(points: float, pen: Pen, tag: str = "rPr") -> str:
    size, face = round(points * 100), pen.fonts["body"]
    return f'<a:{tag} sz="{size}" b="1">{pen.fill("ink")}<a:latin typeface="{face}"/></a:{tag}>'


def _title(one: Series, chart: Chart) -> str:
    return one.name or chart.name
