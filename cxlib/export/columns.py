"""The numbers of a chart as named columns: what a reader opens, and what the drawing needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series, Table
from cxlib.charts.ratios import drawable
from cxlib.charts.spans import across_span, value_span
from cxlib.charts.words import shorten_all
from cxlib.export.column import Column
from cxlib.export.fall_columns import fall_columns
from cxlib.export.ticks import ticks
from cxlib.locale.speak import say

LONGEST_NAME = 44  # letters of a label that a native chart has room for


def columns_of(chart: Chart) -> tuple[Column, ...]:
    """First the numbers as they were computed, then those that only the drawing needs."""
    if chart.kind is Kind.TABLE:
        return _table(chart)
    if chart.kind is Kind.HEAT:
        return _grid(chart)
    shown = drawable(chart)
    raw = [Column("label", say("Label"), chart.labels)] if chart.labels else []
    for place, series in enumerate(shown.series):
        raw += _measured(shown, series, place)
    for place, (series, drawn) in enumerate(zip(chart.series, shown.series, strict=True)):
        raw += [] if series == drawn else _as_computed(chart, series, place)
    return tuple(raw + _drawn(shown))


def _as_computed(chart: Chart, series: Series, place: int) -> list[Column]:
    """All numbers of a series of which a ratio axis cannot hold some."""
    return [
        replace(
            column,
            key=f"computed.{column.key}",
            header=say("{name}, as computed", name=column.header),
        )
        for column in _measured(chart, series, place)
    ]


def _measured(chart: Chart, series: Series, place: int) -> list[Column]:
    """Value, limits, n (and x) of a series; columns without a single known cell are left out."""
    name, form, points = series.name, chart.axis.form, series.points
    across = "" if chart.x_axis is None else chart.x_axis.title
    x_form = "" if chart.x_axis is None else chart.x_axis.form
    columns = [
        Column(f"{place}.x", f"{name}: {across}", tuple(p.x for p in points), x_form),
        Column(f"{place}.y", name, tuple(p.y for p in points), form),
        Column(
            f"{place}.low",
            say("{name}: lower limit", name=name),
            tuple(p.low for p in points),
            form,
        ),
        Column(
            f"{place}.high",
            say("{name}: upper limit", name=name),
            tuple(p.high for p in points),
            form,
        ),
        Column(
            f"{place}.x_low",
            say("{name}: lower limit", name=f"{name}: {across}"),
            tuple(p.x_low for p in points),
            x_form,
        ),
        Column(
            f"{place}.x_high",
            say("{name}: upper limit", name=f"{name}: {across}"),
            tuple(p.x_high for p in points),
            x_form,
        ),
        Column(f"{place}.n", f"{name}: n", tuple(p.n for p in points), ",d"),
    ]
    return [c for c in columns if c.key.endswith(".y") or any(x is not None for x in c.cells)]


def _drawn(chart: Chart) -> list[Column]:
    columns: list[Column] = []
    names = shorten_all(chart.labels, LONGEST_NAME)
    if names != chart.labels:
        columns.append(Column("shown", say("Label as drawn"), names))
    if chart.kind is Kind.WATERFALL:
        return columns + fall_columns(chart) + _lines(chart)
    for place, series in enumerate(chart.series):
        if chart.kind is Kind.STEPS:
            columns += _steps(chart, series, place)
        elif limited(series):
            columns += _lengths(chart, series, place)
        if crossed(series):
            name = f"{series.name}: {chart.x_axis.title if chart.x_axis else ''}"
            spans = tuple(map(_across, series.points))
            form = chart.x_axis.form if chart.x_axis else ""
            header = say("{name}: interval length", name=name)
            columns.append(Column(f"{place}.x_span", header, spans, form))
        if chart.kind is Kind.INTERVALS and chart.axis.log:
            columns += _marks(chart, series, place)
    return columns + _zeros(chart) + _lines(chart)


def limited(series: Series) -> bool:
    """Whether any point of the series has both limits."""
    return any(p.low is not None and p.high is not None for p in series.points)


def crossed(series: Series) -> bool:
    """Whether any point of the series has both limits of its x."""
    return any(_across(point) is not None for point in series.points)


def _across(point: Point) -> float | None:
    if point.x_low is None or point.x_high is None:
        return None
    return max(0.0, point.x_high - point.x_low)


def _lengths(chart: Chart, series: Series, place: int) -> list[Column]:
    """Interval lengths: from low to high, and from the value to each limit, never negative."""
    form = chart.axis.form.lstrip("+")
    spans = {
        "span": (say("{name}: interval length", name=series.name), _span),
        "plus": (say("{name}: up to the upper limit", name=series.name), _plus),
        "minus": (say("{name}: down to the lower limit", name=series.name), _minus),
    }
    wanted = ("plus", "minus") if beside_each_other(chart) else ("span",)
    return [
        Column(f"{place}.{key}", spans[key][0], tuple(map(spans[key][1], series.points)), form)
        for key in wanted
    ]


def _marks(chart: Chart, series: Series, place: int) -> list[Column]:
    """Where numbers stand on a ratio axis: at its end; values drawn faint apart from the others."""
    form, end = chart.axis.form, value_span(chart)[1]
    ends = tuple(None if point.y is None else end for point in series.points)
    numbers = Column(f"{place}.number", say("Where the number stands"), ends, form)
    if not any(point.hollow for point in series.points):
        return [numbers]
    final = tuple(None if p.hollow else p.y for p in series.points)
    faint = tuple(p.y if p.hollow else None for p in series.points)
    return [
        numbers,
        Column(f"{place}.final", say("{name}: final", name=series.name), final, form),
        Column(f"{place}.faint", say("{name}: drawn faint", name=series.name), faint, form),
    ]


def number_end(point: Point) -> str:
    """The end of a bar beyond which its number stands, right of everything that is drawn.

    "y" or "high", whichever reaches farther; "zero" where both lie left of it; "" for no number.
    """
    if point.y is None:
        return ""
    high = point.high if point.low is not None and point.high is not None else None
    if (point.y if high is None else max(point.y, high)) < 0:
        return "zero"
    return "high" if high is not None and high > point.y else "y"


def _zeros(chart: Chart) -> list[Column]:
    """Where the numbers of bars that point left stand."""
    if chart.kind is not Kind.INTERVALS or beside_each_other(chart) or chart.axis.log:
        return []
    zeros = [0.0 if number_end(point) == "zero" else None for point in chart.series[0].points]
    if all(zero is None for zero in zeros):
        return []
    return [Column("0.zero", say("Where the number stands"), tuple(zeros), ",.0f")]


def beside_each_other(chart: Chart) -> bool:
    """Whether several bars share a row, so that no helper bar can bear the interval."""
    if chart.kind is Kind.INTERVALS and chart.axis.log:
        return False
    return chart.kind in (Kind.INTERVALS, Kind.HISTOGRAM) and len(chart.series) > 1


def _span(point: Point) -> float | None:
    return None if point.low is None or point.high is None else max(0.0, point.high - point.low)


def _plus(point: Point) -> float | None:
    return None if point.y is None or point.high is None else max(0.0, point.high - point.y)


def _minus(point: Point) -> float | None:
    return None if point.y is None or point.low is None else max(0.0, point.y - point.low)


def _steps(chart: Chart, series: Series, place: int) -> list[Column]:
    """The corners of the stairs, for a chart that joins points by straight lines.

    The end that rests on few customers has a column of its own, and so its own colour.
    """
    points = _visible(series.points)
    corners = [(p.x, p) for p in points] if series.smooth else _corners(points)
    last = len(corners) - 1
    thin = next((place for place, (_, p) in enumerate(corners) if p.hollow), last)
    name, form = series.name, chart.axis.form
    x_form = "" if chart.x_axis is None else chart.x_axis.form
    columns = [
        Column(f"{place}.step.x", say("{name}: drawn at", name=name),
               tuple(x for x, _ in corners), x_form),
        Column(f"{place}.step.y", say("{name}: drawn height", name=name),
               tuple(p.y if at <= thin else None for at, (_, p) in enumerate(corners)), form),
    ]  # fmt: skip
    if thin < last:
        rest = (None,) * thin + tuple(p.y for _, p in corners[thin:])
        columns.append(
            Column(f"{place}.step.faint", say("{name}: drawn faint", name=name), rest, form)
        )
    if limited(series):
        columns += [
            Column(f"{place}.step.low", say("{name}: drawn lower limit", name=name),
                   tuple(p.low for _, p in corners), form),
            Column(f"{place}.step.high", say("{name}: drawn upper limit", name=name),
                   tuple(p.high for _, p in corners), form),
        ]  # fmt: skip
    return columns


def _corners(points: Sequence[Point]) -> list[tuple[float | None, Point]]:
    corners: list[tuple[float | None, Point]] = [(p.x, p) for p in points[:1]]
    for before, point in pairwise(points):
        corners += [(point.x, before), (point.x, point)]
    return corners


def _visible(points: Sequence[Point], share: float = 0.002) -> list[Point]:
    """Points without those that lie within `share` of the range of the last one kept.

    A curve of thousands of points looks the same with hundreds; first and last are kept.
    """
    xs = [p.x for p in points if p.x is not None]
    ys = [p.y for p in points if p.y is not None]
    if len(points) <= 400 or not xs or not ys:
        return list(points)
    wide, tall = share * (max(xs) - min(xs)), share * (max(ys) - min(ys))
    kept = [points[0]]
    for point in points[1:-1]:
        x, y, last = point.x, point.y, kept[-1]
        if None in (x, y, last.x, last.y) or _apart(point, last, wide, tall):
            kept.append(point)
    return [*kept, points[-1]]


def _apart(one: Point, other: Point, wide: float, tall: float) -> bool:
    x, y, a, b = one.x or 0.0, one.y or 0.0, other.x or 0.0, other.y or 0.0
    return abs(x - a) > wide or abs(y - b) > tall


def _lines(chart: Chart) -> list[Column]:
    """Reference lines as series: level across all labels, or from end to end of the points."""
    columns = []
    for place, line in enumerate(chart.lines):
        if chart.labels and chart.kind is not Kind.SCATTER:
            if not line.vertical and chart.kind is not Kind.INTERVALS:
                cells = (line.at,) * len(chart.labels)
                columns.append(Column(f"line.{place}.y", line.name, cells, chart.axis.form))
            continue
        x, y = ((line.at,) * 2, _ends(chart)) if line.vertical else (_sides(chart), (line.at,) * 2)
        columns.append(Column(f"line.{place}.x", f"{line.name}: x", x))
        columns.append(Column(f"line.{place}.y", line.name, y))
    return columns


def _ends(chart: Chart) -> tuple[float, float]:
    """Lowest and highest number drawn, between which an upright reference line runs."""
    known = [v for s in chart.series for p in s.points for v in (p.y, p.low, p.high)]
    seen = [value for value in known if value is not None]
    low = min(seen, default=0.0) if chart.axis.low is None else chart.axis.low
    high = max(seen, default=0.0) if chart.axis.high is None else chart.axis.high
    return low, high


def _sides(chart: Chart) -> tuple[float, float]:
    """Both sides of the plot, between which a level reference line runs."""
    span = across_span(chart)
    if chart.x_axis is not None and chart.x_axis.log:
        return span[0], 0.9999 * span[1]  # within the plot after any rounding of logarithms
    marks = ticks(span, chart.x_axis or Axis(""))
    return span if chart.kind is Kind.STEPS else (marks.low, marks.high)


def _grid(chart: Chart) -> tuple[Column, ...]:
    """A heat table as it is seen, then its limits and counts in the same order."""
    names = Column("label", chart.axis.title or say("Row"), tuple(s.name for s in chart.series))
    values = [
        Column(f"{i}.y", label, tuple(s.points[i].y for s in chart.series), chart.axis.form)
        for i, label in enumerate(chart.labels)
    ]
    more: list[Column] = []
    for i, label in enumerate(chart.labels):
        points = [series.points[i] for series in chart.series]
        low = say("{name}: lower limit", name=label)
        high = say("{name}: upper limit", name=label)
        more += [
            Column(f"{i}.low", low, tuple(p.low for p in points), chart.axis.form),
            Column(f"{i}.high", high, tuple(p.high for p in points), chart.axis.form),
            Column(f"{i}.n", f"{label}: n", tuple(p.n for p in points), ",d"),
        ]
    return (names, *values, *(c for c in more if any(cell is not None for cell in c.cells)))


def _table(chart: Chart) -> tuple[Column, ...]:
    return () if chart.table is None else table_columns(chart.table)


def table_columns(table: Table) -> tuple[Column, ...]:
    """The columns of plain cells."""
    return tuple(
        Column(str(place), name, tuple(row[place] for row in table.rows), form)
        for place, (name, form) in enumerate(zip(table.columns, table.forms, strict=True))
    )
