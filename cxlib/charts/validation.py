"""Charts of whether a purchase model can be trusted: tracking, tenths, contenders."""

from __future__ import annotations

import numpy as np

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.spending import more_or_less
from cxlib.charts.time_words import span
from cxlib.charts.words import interval, number
from cxlib.locale.speak import say
from cxlib.models.comparison import Comparison, Lag, contender_name
from cxlib.models.holdout import Prediction
from cxlib.models.purchase_model import PurchaseFit
from cxlib.models.tracking import expected_cumulative
from cxlib.stats.purchase_calendar import PurchaseCalendar

WEEK = 7
MOST = 160


def tracking(
    fit: PurchaseFit, calendar: PurchaseCalendar, look: Look, *, last: int, cumulative: bool
) -> Chart:
    """Repeat purchases week by week, seen and expected by a model fitted on the calibration.

    Args:
        fit: fitted on the calibration.
        calendar: purchases by day, of the customers who began in the calibration.
        look: names.
        last: days from the first day to the end of the data.
        cumulative: all purchases so far, else those of each week.
    """
    step = WEEK * max(1, -(-(last // WEEK) // MOST))
    grid = np.arange(0, last + 2 - (last + 1) % step, step)
    began = calendar.first > 0
    expected = expected_cumulative(fit, calendar.days[began], calendar.first[began], grid)
    seen = calendar.repeats_until(grid - 1).astype(float)
    if not cumulative:
        expected, seen, grid = np.diff(expected), np.diff(seen), grid[1:]
    weeks = grid / WEEK
    end = ((calendar.end - calendar.begin).days + 1) / WEEK
    later = weeks > end
    title = _tracking_title(expected, seen, later, cumulative=cumulative)
    each = say("Repeat purchases so far") if cumulative else say("Repeat purchases a week")
    points = [
        tuple(Point(float(y) / (1 if cumulative else step / WEEK), x=float(x)) for x, y in pairs)
        for pairs in (zip(weeks, seen, strict=True), zip(weeks, expected, strict=True))
    ]
    return Chart(
        kind=Kind.STEPS,
        title=title,
        series=(
            Series(say("Seen"), points[0], tone="accent", smooth=True),
            Series(say("Model"), points[1], tone="bad", dashed=True, smooth=True),
        ),
        axis=Axis(each, 0, None, ",.0f"),
        x_axis=Axis(say("Weeks since the first day"), 0, float(weeks[-1]), ",.0f"),
        subtitle=look.selection,
        method=say(
            "Repeat purchase days of the customers who first bought in the calibration, and what "
            "the model expects of them from the days on which they began (Fader, Hardie and Lee, "
            "2005). The model has seen nothing to the right of the line."
        ),
        source=look.source,
        n=int(calendar.first.sum()),
        lines=(Line(end, say("Calibration ends"), vertical=True),),
    )


def _tracking_title(
    expected: np.ndarray, seen: np.ndarray, later: np.ndarray, *, cumulative: bool
) -> str:
    if cumulative or not later.any() or not seen[later].sum():
        return say("Purchases so far: seen and expected")
    error = expected[later].sum() / seen[later].sum() - 1
    return say(
        "After the calibration the model expects {error} purchases",
        error=more_or_less(float(error)),
    )


def tenths(check: Prediction, look: Look, *, n: int) -> Chart:
    """Mean purchases in the holdout by tenth of the predictions for `n` customers."""
    best = check.tenths[0]
    return Chart(
        kind=Kind.HISTOGRAM,
        title=(
            say("Those predicted to buy most buy {lift} times the average", lift=_lift(best.lift))
            if best.lift is not None
            else say("Nobody bought in the holdout")
        ),
        labels=tuple(str(one.place) for one in check.tenths),
        series=(
            Series(
                say("Seen"),
                tuple(
                    Point(one.actual, note=say("lift {lift}", lift=_lift(one.lift)))
                    for one in check.tenths
                ),
                "accent",
            ),
            Series(say("Predicted"), tuple(Point(one.predicted) for one in check.tenths), "muted"),
        ),
        axis=Axis(say("Purchases per customer in the holdout"), low=0, form=".2f"),
        subtitle=say("customers in ten parts by predicted purchases, the highest first"),
        method=say(
            "Customers are ordered by what the model predicts of them; those with equal "
            "predictions are spread over the parts in proportion. A useful order falls from left "
            "to right. Rank correlation of predicted and seen: {rank}.",
            rank=number(check.rank_correlation, ".3f"),
        ),
        source=look.source,
        n=n,
    )


def _lift(value: float | None) -> str:
    return number(value, ",.1f")


def _lag(one: Lag) -> str:
    return f"{number(one.value, '+.3f')} ({interval(Point(one.value, one.low, one.high), '.3f')})"


def contenders(found: Comparison, look: Look, *, length: float, unit: str) -> Chart:
    """All models and the rules of thumb in one table."""
    rows: list[tuple[Cell, ...]] = [
        (
            contender_name(one.name),
            None if one.fit is None else one.fit.log_likelihood,
            None if one.fit is None else one.fit.aic,
            one.bic,
            one.check.predicted,
            one.check.error,
            one.check.mae,
            "" if one.lag is None else _lag(one.lag),
            one.check.rank_correlation,
            one.check.tenths[0].lift,
        )
        for one in found.contenders
    ]
    columns = (
        say("Model"),
        say("Log-likelihood"),
        "AIC",
        "BIC",
        say("Purchases predicted"),
        say("Error"),
        say("Mean error a customer"),
        say("More than the best (95%)"),
        say("Rank correlation"),
        say("Lift of the top tenth"),
    )
    actual = found.contenders[0].check.actual
    return Chart(
        kind=Kind.TABLE,
        title=found.verdict,
        subtitle=say(
            "{actual} purchases were made in the holdout of {time}",
            actual=number(actual, ",.0f"),
            time=span(length, unit),
        ),
        method=say(
            "Models are fitted to the calibration by maximum likelihood and predict the holdout. "
            "The first rule lets every customer go on at the rate of the calibration; the second "
            "takes who was silent in its last third to be gone (Wübben & von Wangenheim, 2008). "
            "The model with the smallest mean absolute error a customer is recommended; how much "
            "more the others miss is compared customer by customer. Among models with equally "
            "many parameters AIC and BIC follow the log-likelihood."
        ),
        source=look.source,
        n=None if found.contenders[0].fit is None else found.contenders[0].fit.n,
        table=Table(
            columns,
            tuple(rows),
            ("", ",.1f", ",.1f", ",.1f", ",.0f", "+.1%", ".3f", "", ".3f", ".1f"),
        ),
    )
