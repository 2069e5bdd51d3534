"""Tables of where groups differ: every two of a column, and two chosen ones in detail."""

from __future__ import annotations

from cxlib.charts.chart import Cell, Chart, Kind, Table
from cxlib.charts.retention import named_test, unit_name
from cxlib.charts.scores import FALSE_ALARMS, Look, p_text
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.contrast import Contrast
from cxlib.models.fixed_time import FixedTime
from cxlib.models.retention import RetentionTest
from cxlib.models.rmst import RmstContrast

POINTS = "+.1f"


def pairs_table(test: RetentionTest, look: Look) -> Chart:
    """Every two groups of a column against each other, the surest difference first."""
    ranked = sorted(test.pairs, key=lambda pair: 2.0 if pair.p_value is None else pair.p_value)
    rows: list[tuple[Cell, ...]] = [
        (
            pair.one.label,
            pair.other.label,
            pair.statistic,
            p_text(pair.p_value),
            p_text(pair.p_adjusted),
        )
        for pair in ranked
    ]
    proven = sum(one.p_adjusted is not None and one.p_adjusted < FALSE_ALARMS for one in ranked)
    columns = (say("Group"), say("compared with"), say("Chi-square"), "p", say("Adjusted p"))
    return Chart(
        kind=Kind.TABLE,
        title=say("{n} of {all} pairs differ in how they leave", n=proven, all=len(ranked))
        if proven
        else say("No two groups are proven to differ"),
        subtitle=look.subtitle(),
        method=say(
            "Each two groups by the {test}; p-values adjusted for the number of pairs by Benjamini "
            "and Hochberg (1995). Pairs below {share} count as differing.",
            test=named_test(test.result.weights),
            share=number(FALSE_ALARMS, ".0%"),
        ),
        source=look.source,
        level=look.level,
        table=Table(columns, tuple(rows), ("", "", ",.2f", "", "")),
    )


def contrast_table(found: Contrast, look: Look, *, unit: str) -> Chart:
    """Two groups side by side: shares at the chosen times, and the mean time active."""
    one, other = found.one.label, found.other.label
    adjusted = iter(found.p_adjusted)
    rows = [_share_row(row, unit, next(adjusted)) for row in found.at]
    means = ((say("difference"), found.difference, "+,.2f"), (say("ratio"), found.ratio, ",.3f"))
    for name, mean, form in means:
        p_adjusted = next(adjusted)
        if mean is not None and found.tau is not None:
            rows.append(_mean_row(_window(found.tau, unit, name), mean, form, p_adjusted))
    columns = (
        say("Measure"),
        say("{one} against {other}", one=one, other=other),
        say("Interval"),
        "p",
        say("Adjusted p"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("{one} compared with {other}", one=one, other=other),
        subtitle=look.subtitle(),
        method=say(
            "Shares at a fixed time: log-log test of Klein et al. (2007), limits by Zou and Donner "
            "(2008). Mean time active up to a limit (RMST): difference and ratio of Uno et al. "
            "(2014). p-values adjusted over all rows by Benjamini and Hochberg (1995)."
        ),
        source=look.source,
        level=look.level,
        table=Table(columns, tuple(rows), ("",) * len(columns)),
        notes=(say("Differences of shares are in percentage points."),),
    )


def _share_row(row: FixedTime, unit: str, p_adjusted: float | None) -> tuple[Cell, ...]:
    name = say("Still there after {time} {unit}", time=number(row.time, ",g"), unit=unit_name(unit))
    gap, low, high = (None if v is None else 100 * v for v in (row.value, row.low, row.high))
    return (name, number(gap, POINTS), _limits(low, high, POINTS), p_text(row.p_value),
            p_text(p_adjusted))  # fmt: skip


def _window(tau: float, unit: str, name: str) -> str:
    return say(
        "Mean active in the first {tau} {unit}, {contrast}",
        tau=number(tau, ",.4g"),
        unit=unit_name(unit),
        contrast=name,
    )


def _mean_row(
    name: str, mean: RmstContrast, form: str, p_adjusted: float | None
) -> tuple[Cell, ...]:
    limits = _limits(mean.low, mean.high, form)
    return (name, number(mean.value, form), limits, p_text(mean.p_value), p_text(p_adjusted))


def _limits(low: float | None, high: float | None, form: str) -> str:
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=number(low, form), high=number(high, form))
