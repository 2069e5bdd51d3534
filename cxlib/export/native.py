"""Chart -> native office chart, the same for a workbook and for a slide."""

from __future__ import annotations

from typing import Any

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.ratios import drawable
from cxlib.export.look import Look
from cxlib.export.native_bars import histogram_chart, interval_chart, share_chart
from cxlib.export.native_falls import fall_chart
from cxlib.export.native_lines import line_chart
from cxlib.export.native_marks import mark_chart
from cxlib.export.native_points import scatter_chart, step_chart
from cxlib.export.sheet import Written

_MADE = {
    Kind.LINE: line_chart,
    Kind.STEPS: step_chart,
    Kind.SCATTER: scatter_chart,
    Kind.INTERVALS: interval_chart,
    Kind.SHARES: share_chart,
    Kind.HISTOGRAM: histogram_chart,
    Kind.WATERFALL: fall_chart,
}


def native_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """An editable chart that points at the cells in `written`.

    Args:
        book: the xlsxwriter workbook that holds the sheet.
        written: where `columns_of(chart)` stands.
        chart: a kind that `is_native` accepts.
        look: frame and text size.
    """
    chart = drawable(chart)
    if chart.kind is Kind.INTERVALS and chart.axis.log:
        return mark_chart(book, written, chart, look)
    return _MADE[chart.kind](book, written, chart, look)


def is_native(chart: Chart) -> bool:
    """Whether the chart is drawn as an office chart; tables and heat tables are cells."""
    known = any(p.y is not None for s in drawable(chart).series for p in s.points)
    return chart.kind in _MADE and known
