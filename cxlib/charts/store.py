"""A chart as plain data that can be kept and brought back without loss."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series, Table


def freeze(chart: Chart) -> dict[str, Any]:
    """Plain dictionaries, lists, text and numbers, fit for JSON."""
    return asdict(chart)


def thaw(data: dict[str, Any]) -> Chart:
    """The chart that `freeze` wrote, also after a trip through JSON."""
    return Chart(
        **(
            data
            | {
                "kind": Kind(data["kind"]),
                "labels": tuple(data["labels"]),
                "series": tuple(
                    Series(**(one | {"points": tuple(Point(**point) for point in one["points"])}))
                    for one in data["series"]
                ),
                "axis": Axis(**data["axis"]),
                "x_axis": Axis(**data["x_axis"]) if data["x_axis"] else None,
                "lines": tuple(Line(**line) for line in data["lines"]),
                "below": _table(data["below"]),
                "table": _table(data["table"]),
                "keys": tuple(data["keys"]),
                "notes": tuple(data["notes"]),
            }
        )
    )


def _table(data: dict[str, Any] | None) -> Table | None:
    if data is None:
        return None
    return Table(
        tuple(data["columns"]), tuple(tuple(row) for row in data["rows"]), tuple(data["forms"])
    )
