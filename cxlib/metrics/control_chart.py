"""Signal or noise: limits within which a steady measure moves, and what leaves its usual path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Literal, TypeVar

from cxlib.locale.speak import say

Rule = Literal["above", "below", "jump", "run above", "run below", "near upper", "near lower"]
Limits = Literal["xmr", "p", "laney"]
Places = tuple[int, int]
T = TypeVar("T")

WIDTH, JUMP = 2.66, 3.268
"""3 / 1.128 and 1 + 3 * 0.853 / 1.128: three standard deviations, from moving ranges of two."""
RANGE_TO_SD = 1.128
"""Mean moving range of two normal values, in standard deviations."""
RUN = 8
NEAR, OF = 3, 4
FEW, ENOUGH = 8, 12
"""Periods under which limits are rough, and from which they are firm."""
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ControlPoint:
    """One period on a control chart.

    Attributes:
        value: the measure.
        lower: lower limit; None where there are too few periods for limits.
        upper: upper limit, None as `lower`.
        signals: rules that this period breaks; none for an unfinished period.
        finished: whether the period counts in the centre and the limits.
    """

    value: float
    lower: float | None
    upper: float | None
    signals: tuple[Rule, ...]
    finished: bool


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A measure over time with its limits.

    Attributes:
        points: the periods, in order.
        centre: mean of the finished periods (p, laney: of all their answers), or of those in the
            baseline; None without any.
        moving_range: mean absolute change from one finished period to the next; None for fewer
            than two.
        jump_limit: largest change between neighbours that noise explains; None as `moving_range`.
        spread: Laney's sigma_z: the spread between periods as a multiple of what the numbers of
            answers explain; None for other limits.
        limits: "xmr", "p" or "laney".
        baseline: first and last place that centre and limits come from; None for all finished ones.
    """

    points: tuple[ControlPoint, ...]
    centre: float | None
    moving_range: float | None
    jump_limit: float | None
    spread: float | None
    limits: Limits
    baseline: Places | None = None

    @property
    def finished(self) -> int:
        """Number of periods that count."""
        return sum(point.finished for point in self.points)

    def run(self, place: int) -> int:
        """Periods in a row, up to and with `place`, on the same side of the centre; 0 on it."""
        centre = self.centre
        if centre is None or self.points[place].value == centre:
            return 0
        up, first = self.points[place].value > centre, place
        while (
            first and (value := self.points[first - 1].value) != centre and (value > centre) == up
        ):
            first -= 1
        return place - first + 1


def xmr(
    values: Sequence[float], *, unfinished: bool = False, baseline: Places | None = None
) -> ControlChart:
    """Limits from the changes between neighbouring periods: mean +/- 2.66 mean moving range.

    They need no model of how a value arises, so they hold for any measure, and count what moves a
    period besides chance in who answers.

    Args:
        values: one a period, in order.
        unfinished: whether the last period is not over; it is shown, and counts nowhere.
        baseline: first and last place of the periods that give centre and limits, against which
            all are judged; None for all finished ones.

    Source:
        Shewhart, Economic Control of Quality of Manufactured Product, 1931; Wheeler, Understanding
        Variation, 1993.
    """
    known = values[:-1] if unfinished else values
    base = of_baseline(known, baseline)
    if len(base) < 2:
        return _bare(values, known, "xmr")
    centre = fmean(base)
    moving = fmean(abs(after - before) for before, after in pairwise(base))
    bounds = [(centre - WIDTH * moving, centre + WIDTH * moving)] * len(values)
    signals = _signals(known, centre, bounds, jump=JUMP * moving)
    return ControlChart(
        points=_points(values, bounds, signals, len(known)),
        centre=centre,
        moving_range=moving,
        jump_limit=JUMP * moving,
        spread=None,
        limits="xmr",
        baseline=baseline,
    )


def of_baseline(known: Sequence[T], baseline: Places | None) -> Sequence[T]:
    """What stands in the baseline's places, both ends included; everything without one."""
    return known if baseline is None else known[baseline[0] : baseline[1] + 1]


def varying_limits(
    values: Sequence[float],
    sizes: Sequence[float],
    *,
    centre: float,
    variance: float,
    laney: bool = False,
    unfinished: bool = False,
    baseline: Places | None = None,
) -> ControlChart:
    """Limits that follow the number of answers: centre +/- 3 sqrt(variance / n).

    Chance in who answers is then all that moves a steady measure. With many answers a period such
    limits are so narrow that nearly every period lies outside; Laney's widen them by how much more
    than that the periods vary.

    Args:
        values: one a period, in order.
        sizes: (effective) answers in each, above 0.
        centre: the measure over all answers of finished periods.
        variance: of one answer, over the same.
        laney: whether to widen by the spread between periods.
        unfinished: whether the last period is not over.
        baseline: first and last place of the periods that `centre`, `variance` and Laney's spread
            come from; None for all finished ones.

    Source:
        Shewhart 1931 (p chart). Laney, Quality Engineering 14(4), 2002: sigma_z is the mean moving
        range of the standardised values over 1.128.
    """
    kind: Limits = "laney" if laney else "p"
    known = values[:-1] if unfinished else values
    if len(of_baseline(known, baseline)) < 2:
        return _bare(values, known, kind)
    errors = [sqrt(variance / n) for n in sizes]
    spread = None
    if laney:
        z = [(x - centre) / e if e else 0.0 for x, e in zip(known, errors, strict=False)]
        inside = of_baseline(z, baseline)
        spread = fmean(abs(after - before) for before, after in pairwise(inside)) / RANGE_TO_SD
    widths = [3 * error * (1.0 if spread is None else spread) for error in errors]
    bounds = [(centre - width, centre + width) for width in widths]
    return ControlChart(
        points=_points(values, bounds, _signals(known, centre, bounds), len(known)),
        centre=centre,
        moving_range=fmean(
            abs(after - before) for before, after in pairwise(of_baseline(known, baseline))
        ),
        jump_limit=None,
        spread=spread,
        limits=kind,
        baseline=baseline,
    )


def signal_words(rule: Rule) -> str:
    """What a signal means, for a reader."""
    words: dict[Rule, str] = {
        "above": say("above the upper limit"),
        "below": say("below the lower limit"),
        "jump": say("a larger change from the period before than noise explains"),
        "run above": say("{n} or more periods in a row above the centre", n=RUN),
        "run below": say("{n} or more periods in a row below the centre", n=RUN),
        "near upper": say(
            "{n} of {of} periods nearer to the upper limit than to the centre", n=NEAR, of=OF
        ),
        "near lower": say(
            "{n} of {of} periods nearer to the lower limit than to the centre", n=NEAR, of=OF
        ),
    }
    return words[rule]


def chart_notes(chart: ControlChart) -> tuple[str, ...]:
    """What limits the reading of a control chart."""
    notes = []
    n = chart.finished
    if chart.baseline is not None:
        n = min(chart.baseline[1] + 1, n) - chart.baseline[0]
    if n < 2:
        notes.append(say("Limits need at least two finished periods."))
    elif n < FEW:
        notes.append(
            say(
                "Only {n} finished periods: the limits are rough below {few}, and firm from "
                "{enough}.",
                n=n,
                few=FEW,
                enough=ENOUGH,
            )
        )
    if chart.points and not chart.points[-1].finished:
        notes.append(
            say("The last period is not over: it is shown, but gives no signal and no limits.")
        )
    return tuple(notes)


def _bare(values: Sequence[float], known: Sequence[float], limits: Limits) -> ControlChart:
    """A chart of too few periods for limits."""
    points = tuple(
        ControlPoint(value, None, None, (), place < len(known))
        for place, value in enumerate(values)
    )
    return ControlChart(points, known[0] if known else None, None, None, None, limits)


def _points(
    values: Sequence[float],
    bounds: Sequence[tuple[float, float]],
    signals: Sequence[tuple[Rule, ...]],
    finished: int,
) -> tuple[ControlPoint, ...]:
    return tuple(
        ControlPoint(
            value=value,
            lower=bounds[place][0],
            upper=bounds[place][1],
            signals=signals[place] if place < finished else (),
            finished=place < finished,
        )
        for place, value in enumerate(values)
    )


def _signals(
    values: Sequence[float],
    centre: float,
    bounds: Sequence[tuple[float, float]],
    *,
    jump: float | None = None,
) -> list[tuple[Rule, ...]]:
    """The rules that each finished period breaks.

    A run is a signal from its 8th period on; 3 of 4 where the third of them lies near a limit.
    """
    slack = ROUNDING * max(1.0, *(abs(value) for value in values))
    above = [value > centre + slack for value in values]
    below = [value < centre - slack for value in values]
    pairs = list(zip(values, bounds, strict=False))
    high = [value > (centre + top) / 2 + slack for value, (_, top) in pairs]
    low = [value < (centre + bottom) / 2 - slack for value, (bottom, _) in pairs]
    checks: dict[Rule, Callable[[int], bool]] = {
        "above": lambda i: values[i] > bounds[i][1] + slack,
        "below": lambda i: values[i] < bounds[i][0] - slack,
        "jump": lambda i: (
            jump is not None and i > 0 and abs(values[i] - values[i - 1]) > jump + slack
        ),
        "run above": lambda i: i >= RUN - 1 and all(above[i - RUN + 1 : i + 1]),
        "run below": lambda i: i >= RUN - 1 and all(below[i - RUN + 1 : i + 1]),
        "near upper": lambda i: high[i] and sum(high[max(0, i - OF + 1) : i + 1]) >= NEAR,
        "near lower": lambda i: low[i] and sum(low[max(0, i - OF + 1) : i + 1]) >= NEAR,
    }
    return [tuple(rule for rule, broken in checks.items() if broken(i)) for i in range(len(values))]
