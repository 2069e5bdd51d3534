"""Chart -> plain JSON: what a script reads, and what a slide's numbers are checked against."""

from __future__ import annotations

import math
from typing import Any

from cxlib.charts.chart import Axis, Chart, Series, Table


def to_data(chart: Chart) -> dict[str, Any]:
    """The chart as JSON: strings, numbers, booleans, lists, null. Nothing is rounded.

    Returns:
        `kind`, `title`, `subtitle`, `labels`, `series` (each with `name` and, point by point,
        `values`, `low`, `high`, `n`, `final`, and `x` where points bear one; `dashed` and `smooth`
        say how its line is drawn), `axis` and `x_axis` (with `log` for ratios), `lines`, `table`,
        `below`, `n`, `level`, `method`, `source`, `notes`. Unknown is null. In a waterfall the
        first series holds the levels and the second the signed steps between them.
    """
    return {
        "kind": str(chart.kind),
        "title": chart.title,
        "subtitle": chart.subtitle,
        "labels": list(chart.labels),
        "series": [_series(series) for series in chart.series],
        "axis": _axis(chart.axis),
        "x_axis": None if chart.x_axis is None else _axis(chart.x_axis),
        "lines": [
            {"at": _number(line.at), "name": line.name, "vertical": line.vertical}
            for line in chart.lines
        ],
        "table": _table(chart.table),
        "below": _table(chart.below),
        "n": chart.n,
        "level": chart.level,
        "method": chart.method,
        "source": chart.source,
        "notes": list(chart.notes),
    }


def _series(series: Series) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": series.name,
        "values": [_number(point.y) for point in series.points],
        "low": [_number(point.low) for point in series.points],
        "high": [_number(point.high) for point in series.points],
        "n": [point.n for point in series.points],
        "final": [not point.hollow for point in series.points],
        "dashed": series.dashed,
        "smooth": series.smooth,
    }
    if any(point.x is not None for point in series.points):
        data["x"] = [_number(point.x) for point in series.points]
    if any(point.x_low is not None for point in series.points):
        data["x_low"] = [_number(point.x_low) for point in series.points]
        data["x_high"] = [_number(point.x_high) for point in series.points]
    return data


def _axis(axis: Axis) -> dict[str, Any]:
    low, high = _number(axis.low), _number(axis.high)
    return {"title": axis.title, "low": low, "high": high, "log": axis.log}


def _table(table: Table | None) -> dict[str, Any] | None:
    if table is None:
        return None
    rows = [
        [_number(cell) if isinstance(cell, float) else cell for cell in row] for row in table.rows
    ]
    return {"columns": list(table.columns), "rows": rows}


def _number(value: float | None) -> float | None:
    """A finite number; JSON has no NaN and no infinity."""
    return None if value is None or not math.isfinite(value) else value
