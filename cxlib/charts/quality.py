"""The rows of a dataset over time."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.stats.coverage_time import TimeCoverage


def rows_over_time(time: TimeCoverage, *, source: str) -> Chart:
    """Rows of each day, week, month or year; a last period that the file cuts off is hollow.

    Args:
        time: the days covered.
        source: name of the dataset.
    """
    last = len(time.counts) - 1
    cut = time.unfinished is not None
    points = tuple(
        Point(float(n), n=None, hollow=cut and place == last)
        for place, (_, n) in enumerate(time.counts)
    )
    return Chart(
        Kind.HISTOGRAM,
        _title(time.period),
        labels=tuple(period_label(start, time.period) for start, _ in time.counts),
        series=(Series(say("Rows"), points),),
        axis=Axis(say("Rows"), low=0, form=",.0f"),
        source=source,
        n=time.rows,
        notes=_notes(time),
    )


def _title(period: str) -> str:
    return {
        "day": say("Rows per day"),
        "week": say("Rows per week"),
        "month": say("Rows per month"),
        "year": say("Rows per year"),
    }[period]


def _notes(time: TimeCoverage) -> tuple[str, ...]:
    if time.unfinished is None:
        return ()
    share = number(100 * time.unfinished, ".1f") + "%"
    return (say("The last period is cut off; it holds {share} of the rows.", share=share),)
