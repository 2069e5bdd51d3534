"""Whether newer cohorts do better: the share at one distance over the cohorts."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.cohorts import CohortLook, cell_point
from cxlib.charts.scores import FALSE_ALARMS
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.cohort_trend import NEEDED, CohortTrend
from cxlib.metrics.cohorts import Cohort, mean_row
from cxlib.metrics.periods import period_label
from cxlib.stats.cohort_grid import Rule

MOST_POINTS = 60


def verdict(trend: CohortTrend, shared: CohortLook) -> str:
    """Whether newer cohorts do better at a distance, in one sentence."""
    where = shared.label(trend.offset)
    if shared.grid.rule is Rule.ON_OR_AFTER:
        return say(
            "No trend is tested on or after a period: newer cohorts have had less time to come back"
        )
    if trend.p_adjusted is None:
        if len(trend.cohorts) < NEEDED:
            return say(
                "A trend in {unit} {k} needs {need} cohorts that are over; there are {n}",
                unit=shared.unit,
                k=where,
                need=NEEDED,
                n=len(trend.cohorts),
            )
        return say("All cohorts are alike in {unit} {k}", unit=shared.unit, k=where)
    if trend.p_adjusted >= FALSE_ALARMS:
        return say("No proven trend of newer cohorts in {unit} {k}", unit=shared.unit, k=where)
    if (trend.statistic or 0) > 0:
        return say("Newer cohorts are better in {unit} {k}", unit=shared.unit, k=where)
    return say("Newer cohorts are worse in {unit} {k}", unit=shared.unit, k=where)


def trend_words(trend: CohortTrend) -> str:
    """Change a cohort in points, odds ratio, dispersion and p-value; empty without a test."""
    if trend.p_value is None or trend.change is None or trend.dispersion is None:
        return ""
    return say(
        "From one cohort to the next: {change} points ({low} to {high}); odds times {odds} "
        "({odds_low} to {odds_high}); adjusted p {p}. Cohorts vary {times} times as much as chance "
        "would have it.",
        change=number(100 * trend.change, "+.2f"),
        low=_points(trend.change_low),
        high=_points(trend.change_high),
        odds=number(trend.odds_ratio, ".3f"),
        odds_low=number(trend.low, ".3f"),
        odds_high=number(trend.high, ".3f"),
        p=number(trend.p_adjusted, ".3f"),
        times=number(trend.dispersion, ".1f"),
    )


def cohort_trend(rows: Sequence[Cohort], trend: CohortTrend, shared: CohortLook) -> Chart:
    """The share at one distance over the cohorts, with the trend where there is one to test."""
    column = next(i for i, (low, _) in enumerate(shared.grid.cells) if low == trend.offset)
    period = shared.grid.period
    shown = rows[-MOST_POINTS:]
    points = tuple(cell_point(row.cells[column], row) for row in shown)
    series = [Series(say("Customers active"), points)]
    tested = shared.grid.rule is not Rule.ON_OR_AFTER
    if trend.fitted and tested:
        fitted = dict(zip(trend.cohorts, trend.fitted, strict=True))
        line = tuple(Point(fitted.get(row.start)) for row in shown)
        series.append(Series(say("Trend"), line, tone="muted", dashed=True))
    words = trend_words(trend) if tested else ""
    notes = [words] if words else []
    if words and rows[0].start not in trend.cohorts and rows[0].cells[column].share is not None:
        notes.append(
            say(
                "The first cohort is not in the test: it also holds customers who began before the "
                "data do."
            )
        )
    if len(shown) < len(rows):
        notes.append(
            say("The newest {n} cohorts are drawn; the test is of all of them.", n=len(shown))
        )
    mean = mean_row(rows, level=shared.look.level)[column]
    return Chart(
        kind=Kind.LINE,
        title=verdict(trend, shared),
        labels=tuple(period_label(row.start, period) for row in shown),
        series=tuple(series),
        axis=Axis(
            say(
                "Active in {unit} {k}",
                unit=shared.unit,
                k=shared.label(trend.offset),
            ),
            0,
            None,
            ".0%",
        ),
        subtitle=shared.look.subtitle(),
        method=say(
            "Cochran-Armitage test (1954, 1955) of a trend in shares, with the odds ratio of a "
            "logistic line. The variance between cohorts is measured and widens test and limits "
            "where it is above chance (quasi-binomial, Wedderburn 1974; Student's t). p-values are "
            "adjusted over all distances by Benjamini and Hochberg (1995)."
        ),
        source=shared.look.source,
        n=mean.mature,
        level=shared.look.level,
        lines=(Line(mean.share, say("Weighted mean")),) if mean.share is not None else (),
        notes=tuple(notes),
    )


def _points(value: float | None) -> str:
    return number(None if value is None else 100 * value, "+.2f")
