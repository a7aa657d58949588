"""A chart as plain marks, for writers that have no charts of their own, and the measures that all writers keep to."""

from __future__ import annotations

from collections.abc import Iterator

from briefpack.layout.marks import Chart, Mark, Paragraph, Rect, Rule, Run, TextBox

GAP_ACROSS, GAP_UPRIGHT = 44, 60
"""Between the bars of two categories, in hundredths of a bar."""


def top(chart: Chart) -> float:
    """Where the axis of values ends; it starts at zero."""
    return chart.head * max((value for one in chart.series for value in one.values if value), default=1.0)


def plot(chart: Chart) -> tuple[float, float, float, float]:
    """Left, top, width and height of the bars' own field, relative to the chart."""
    if chart.across:
        return chart.side, 0.0, chart.w - chart.side, chart.h
    foot = 1.22 * chart.size + 8.0
    return 0.0, 0.0, chart.w, chart.h - foot


def labels(chart: Chart) -> float:
    """Size of what stands at each bar, points."""
    return chart.label or chart.size


def outlined(fill: str) -> str:
    """The line around a bar: a white one would not be seen without it."""
    return "ink" if fill in ("paper", "panel") else ""


def marks(chart: Chart) -> tuple[Mark, ...]:
    """Axis, bars, names of the categories, labels."""
    left, up, w, h = plot(chart)
    x, y = chart.x + left, chart.y + up
    base = Rule(x, y, x, y + h, "muted") if chart.across else Rule(x, y + h, x + w, y + h, "muted")
    drawn = _lying(chart, x, y, w, h) if chart.across else _standing(chart, x, y, w, h)
    return (*drawn, base)


def _lying(chart: Chart, x: float, y: float, w: float, h: float) -> Iterator[Mark]:
    slot = h / len(chart.categories)
    thick = slot / (len(chart.series) + GAP_ACROSS / 100)
    tall = 1.3 * chart.size
    for row, category in enumerate(chart.categories):
        middle = y + slot * (row + 0.5)
        yield _text(category, chart.x, middle - tall / 2, chart.side - 8.0, chart.size, align="right", bold=True)
        for at, one in enumerate(chart.series):
            start = middle + thick * (at - len(chart.series) / 2)
            value = one.values[row]
            long = w * value / top(chart) if value else 0.0
            if long:
                yield Rect(x, start, long, thick, one.fills[row], outlined(one.fills[row]), 1.25)
            size = labels(chart)
            at_bar = start + (thick - 1.3 * size) / 2
            label = _text(one.labels[row], x + long + 6.0, at_bar, w - long - 6.0, size)
            yield label if value is not None else _text("", x, start, w, chart.size)


def _standing(chart: Chart, x: float, y: float, w: float, h: float) -> Iterator[Mark]:
    slot = w / len(chart.categories)
    wide = slot / (len(chart.series) + GAP_UPRIGHT / 100)
    tall = 1.3 * labels(chart)
    for place, category in enumerate(chart.categories):
        middle = x + slot * (place + 0.5)
        for at, one in enumerate(chart.series):
            start = middle + wide * (at - len(chart.series) / 2)
            value = one.values[place]
            high = h * value / top(chart) if value else 0.0
            if high:
                yield Rect(start, y + h - high, wide, high, one.fills[place], outlined(one.fills[place]), 1.25)
            if value is not None:
                yield _text(
                    one.labels[place], start - 9.0, y + h - high - tall - 1.0, wide + 18.0, labels(chart), "center"
                )
        yield _text(category, middle - slot / 2, y + h + 4.0, slot, chart.size, align="center", bold=True)


def _text(text: str, x: float, y: float, w: float, size: float, align: str = "left", *, bold: bool = True) -> TextBox:
    paragraph = Paragraph((Run(text, bold=bold),), align=align)
    return TextBox(x, y, w, 1.3 * size, (paragraph,), size, 1.22 * size)
