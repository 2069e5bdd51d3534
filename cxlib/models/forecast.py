"""What the next periods of a measure may be: simple methods, tried on the past, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import t_of, z_of

Real = NDArray[np.float64]
Name = Literal["naive", "mean", "smoothing", "seasonal"]

FEWEST = 8
"""Finished periods without which there is no forecast."""
FIRST = 6
"""Periods that the first trial of the backtest may look at."""
WEIGHTS = np.linspace(0, 1, 101)
"""Weights of the newest value that are tried."""
CYCLES = 2
"""Whole cycles without which nothing is said of seasons."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """One coming period: its value and the limits within which it should lie."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trial:
    """How a method would have done.

    Attributes:
        name: naive (the last value), mean (of all), smoothing (exponential) or seasonal (the value
            a cycle ago).
        error: mean absolute error, in the unit of the measure, of forecasts of 1 to `ahead`
            periods, each made with what was known then.
        n: such forecasts.
    """

    name: Name
    error: float
    n: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast by the method that did best on the past.

    Attributes:
        name: the method used.
        ahead: the coming periods.
        trials: every method tried, the best first.
        naive_error: the error of "it stays as it is", to compare with.
        weight: of the newest value in exponential smoothing, 0 to 1; None for other methods.
        level: confidence level of the limits.
        seasons: whether the series was long enough to look for seasons.
    """

    name: Name
    ahead: tuple[Ahead, ...]
    trials: tuple[Trial, ...]
    naive_error: float
    weight: float | None
    level: float
    seasons: bool

    @property
    def beats_naive(self) -> bool:
        """Whether the method did better on the past than "it stays as it is"."""
        return self.trials[0].error < self.naive_error


def forecast(
    values: Sequence[float], *, ahead: int = 3, cycle: int | None = None, level: float = 0.95
) -> Forecast:
    """Forecast a measure by the simple method that did best on its past.

    The limits are prediction limits: a coming period should lie within them, if the measure goes
    on as before. They know nothing of what is planned.

    Args:
        values: one a finished period, in order, equally spaced.
        ahead: periods to forecast, 1 to 24.
        cycle: periods in a cycle, such as 12 months; None without seasons.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: fewer than eight periods.
        BadOption: `ahead` is out of range.

    Source:
        Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd edition 2021: simple
        methods and their variances (5.2, 5.5), exponential smoothing as a model (8.1, 8.7),
        evaluation by a rolling origin (5.10).
    """
    z_of(level)
    if not 1 <= ahead <= 24:
        raise BadOption(f"A forecast reaches 1 to 24 periods ahead, not {ahead}.")
    series = np.asarray(values, float)
    if len(series) < FEWEST:
        hint = "Choose shorter periods, or wait for more."
        raise NotEnoughData(
            "A forecast", have=len(series), need=FEWEST, unit="finished period", hint=hint
        )
    seasons = cycle is not None and cycle > 1 and len(series) >= CYCLES * cycle
    methods = _methods(cycle if seasons else None)
    trials = sorted(
        (_trial(name, method, series, ahead) for name, method in methods.items()),
        key=lambda one: one.error,
    )
    best = trials[0].name
    points, errors, free = methods[best](series, ahead)
    half = t_of(level, max(1, len(series) - free)) * errors
    return Forecast(
        name=best,
        ahead=tuple(
            Ahead(float(x), float(x - h), float(x + h)) for x, h in zip(points, half, strict=True)
        ),
        trials=tuple(trials),
        naive_error=next(one.error for one in trials if one.name == "naive"),
        weight=_weight(series) if best == "smoothing" else None,
        level=level,
        seasons=seasons,
    )


Method = Callable[[Real, int], tuple[Real, Real, int]]
"""Values ahead, their standard errors, and the parameters fitted."""


def _methods(cycle: int | None) -> dict[Name, Method]:
    found: dict[Name, Method] = {"naive": _naive, "mean": _mean, "smoothing": _smoothing}
    if cycle is not None:
        found["seasonal"] = lambda series, ahead: _seasonal(series, ahead, cycle)
    return found


def _naive(series: Real, ahead: int) -> tuple[Real, Real, int]:
    spread = sqrt(float(np.mean(np.diff(series) ** 2)))
    return np.full(ahead, series[-1]), spread * np.sqrt(np.arange(1, ahead + 1)), 1


def _mean(series: Real, ahead: int) -> tuple[Real, Real, int]:
    spread = float(series.std(ddof=1)) * sqrt(1 + 1 / len(series))
    return np.full(ahead, series.mean()), np.full(ahead, spread), 1


def _seasonal(series: Real, ahead: int, cycle: int) -> tuple[Real, Real, int]:
    if len(series) <= cycle:
        return _naive(series, ahead)
    spread = sqrt(float(np.mean((series[cycle:] - series[:-cycle]) ** 2)))
    places = np.arange(ahead)
    return (
        series[-cycle:][places % cycle],
        spread * np.sqrt(1 + places // cycle),
        min(cycle, len(series) - cycle),
    )


def _smoothing(series: Real, ahead: int) -> tuple[Real, Real, int]:
    """Simple exponential smoothing; its errors grow with the weight of the newest value."""
    weight = _weight(series)
    levels, squares = _smoothed(series, np.array([weight]))
    spread = sqrt(float(squares[0]) / max(1, len(series) - 2))
    growth = np.sqrt(1 + weight**2 * np.arange(ahead))
    return np.full(ahead, levels[0]), spread * growth, 2


def _weight(series: Real) -> float:
    """The weight of the newest value with the smallest squared errors one period ahead."""
    return float(WEIGHTS[_smoothed(series, WEIGHTS)[1].argmin()])


def _smoothed(series: Real, weights: Real) -> tuple[Real, Real]:
    """For each weight the level after the last value, and the squared errors one period ahead.

    The first level is the one with the smallest squared errors, which are linear in it.
    """
    level, share = np.zeros(len(weights)), np.ones(len(weights))
    squares, products, shares = (np.zeros(len(weights)) for _ in range(3))
    for value in series.tolist():
        error = value - level
        squares += error**2
        products += error * share
        shares += share**2
        level = level + weights * error
        share = share * (1 - weights)
    first = products / shares
    return level + share * first, np.maximum(0.0, squares - first * products)


def _trial(name: Name, method: Method, series: Real, ahead: int) -> Trial:
    """The mean absolute error of the forecasts that would have been made."""
    misses: list[float] = []
    for known in range(FIRST, len(series)):
        coming = series[known : known + ahead]
        points, _, _ = method(series[:known], len(coming))
        misses += np.abs(points - coming).tolist()
    return Trial(name, float(np.mean(misses)), len(misses))
