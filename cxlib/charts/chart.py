"""A chart described once, as frozen data; screen, slide, workbook and page draw from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Cell = str | float | int | None


class Kind(StrEnum):
    """How a chart is drawn."""

    LINE = "line"  # one line a series over `labels`, with a band where points have limits
    STEPS = "steps"  # survival curves: points have x and y, drawn as steps with a band
    INTERVALS = "intervals"  # one bar and one interval a label, horizontal, first label on top
    SHARES = "shares"  # one stacked 100 % bar a label, one series a part (y = fraction)
    HEAT = "heat"  # one series a row (its name heads the row), `labels` are the columns
    SCATTER = "scatter"  # points have x and y, with limits as crosses
    WATERFALL = "waterfall"  # two series over `labels`: levels (None at steps), signed steps
    HISTOGRAM = "histogram"  # columns over `labels`; a second series is drawn beside the first
    TABLE = "table"  # `table` only


@dataclass(frozen=True, slots=True)
class Point:
    """One value with its limits and the number of observations behind it; None is unknown.

    `hollow` marks a value that is not final (an unfinished period, an immature cell) or rests on
    few customers (the thin end of a survival curve); `note` is one sentence for the tooltip.
    `x_low` and `x_high` are the limits of an estimated x (SCATTER draws them as the cross).
    """

    y: float | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    x: float | None = None
    hollow: bool = False
    note: str = ""
    x_low: float | None = None
    x_high: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """A named row of points; `tone` picks its colour by meaning, else by its place.

    `tone` is one of "", "good", "bad", "neutral", "accent", "muted". `smooth` joins the points of
    STEPS by straight lines (a hazard, a fitted curve) instead of a staircase.
    """

    name: str
    points: tuple[Point, ...]
    tone: str = ""
    dashed: bool = False
    smooth: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """A value axis: its title with the unit, its range, and how numbers are written.

    `form` is a Python format such as "+.0f", ".1%" or ",.0f". A `log` axis is for ratios: equal
    distances are equal factors, and values are marks without bars.
    """

    title: str
    low: float | None = None
    high: float | None = None
    form: str = ",.1f"
    log: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A reference line at a value of the value axis, or of the x axis."""

    at: float
    name: str
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Plain cells; `forms` holds one Python format a column, "" for text."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a reader sees of one chart, and nothing of how it is drawn.

    Attributes:
        kind: how it is drawn.
        title: what is seen, in one line.
        labels: categories or periods, shape (points,); empty where points bear x.
        series: the data; every series of a labelled kind has one point a label.
        axis: the value axis.
        x_axis: the other axis where points bear x (STEPS, SCATTER); else None.
        subtitle: selection, period, confidence level.
        method: how the numbers were computed, in two or three sentences, with the source.
        source: name of the dataset.
        n: observations behind the whole chart.
        level: confidence level of the limits; None without limits.
        lines: reference lines.
        below: a table under the chart (customers at risk); None without.
        table: the cells of a TABLE.
        click: what a click on a label selects: a segment column, "period", "cell" for the cell of a
            HEAT ("row,column", both counted from 0), or "" for nothing.
        by_row: whether a HEAT shades each row from its own lowest to its own highest value.
        poles: whether the signs of a HEAT are neither good nor bad.
        keys: values that a click returns, one a label; empty means the labels themselves.
        notes: sentences a reader has to know (an unfinished period, a small group).
    """

    kind: Kind
    title: str
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    axis: Axis = Axis("")
    x_axis: Axis | None = None
    subtitle: str = ""
    method: str = ""
    source: str = ""
    n: int | None = None
    level: float | None = None
    lines: tuple[Line, ...] = ()
    below: Table | None = None
    table: Table | None = None
    click: str = ""
    keys: tuple[str, ...] = ()
    by_row: bool = False
    poles: bool = False
    notes: tuple[str, ...] = ()

    @property
    def has_limits(self) -> bool:
        """Whether any point bears an interval."""
        return any(p.low is not None for s in self.series for p in s.points)
