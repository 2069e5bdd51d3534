"""Charts of who is still a customer: matrices of histories, and one customer over time."""

from __future__ import annotations

import numpy as np

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.purchase_words import model_name
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.models.alive_history import AliveOverTime, HistoryMatrix
from cxlib.models.purchase_model import PurchaseFit

MOST_MARKS = 12


def alive_matrix(found: HistoryMatrix, fit: PurchaseFit, look: Look, *, unit: str) -> Chart:
    """P(alive) by frequency and silence; cells without customers are faint."""
    return _matrix(
        found,
        found.p_alive,
        look,
        title=say("Who is still a customer, by purchases and silence"),
        axis=Axis(say("P(alive)"), 0, 1, ".0%"),
        method=say(
            "P(alive) by {model} for a customer who has been watched for {time}. Rows: {unit} "
            "since the last purchase; columns: repeat purchases. A long silence says more of a "
            "customer who used to buy often. Faint cells have no customer in the data.",
            model=model_name(fit.model),
            time=span(found.age, unit),
            unit=unit_name(unit),
        ),
        unit=unit,
    )


def purchase_matrix(
    found: HistoryMatrix, fit: PurchaseFit, look: Look, *, horizon: int, unit: str
) -> Chart:
    """Expected purchases by frequency and silence."""
    return _matrix(
        found,
        found.purchases,
        look,
        title=say("Purchases expected in the next {time}", time=span(horizon, unit)),
        axis=Axis(say("Expected purchases"), 0, None, ",.1f"),
        method=say(
            "Expected purchases by {model} for a customer who has been watched for {time}. Rows: "
            "{unit} since the last purchase; columns: repeat purchases. Faint cells have no "
            "customer in the data.",
            model=model_name(fit.model),
            time=span(found.age, unit),
            unit=unit_name(unit),
        ),
        unit=unit,
    )


def _matrix(
    found: HistoryMatrix,
    values: np.ndarray,
    look: Look,
    *,
    title: str,
    axis: Axis,
    method: str,
    unit: str,
) -> Chart:
    last = int(found.frequency[-1])
    return Chart(
        kind=Kind.HEAT,
        title=title,
        labels=tuple(f"{x}{'+' if x == last else ''}" for x in found.frequency.tolist()),
        series=tuple(
            Series(
                number(float(silence), ",.0f"),
                tuple(
                    _point(float(values[row, column]), int(found.n[row, column]))
                    for column in range(found.frequency.size)
                ),
            )
            for row, silence in enumerate(found.silence)
        ),
        axis=axis,
        x_axis=Axis(say("Repeat purchases; rows: {unit} since the last one", unit=unit_name(unit))),
        subtitle=look.selection,
        method=method,
        source=look.source,
        n=int(found.n.sum()),
    )


def _point(value: float, n: int) -> Point:
    if np.isnan(value):
        return Point(None)
    return Point(value, n=n, hollow=n == 0)


def alive_over_time(found: AliveOverTime, fit: PurchaseFit, look: Look, *, customer: str) -> Chart:
    """P(alive) of one customer, with a line at each of the last purchases."""
    marks = found.purchases[-MOST_MARKS:].tolist()
    now = float(found.p_alive[-1])
    return Chart(
        kind=Kind.STEPS,
        title=say("{customer}: still a customer with {p}", customer=customer, p=number(now, ".0%")),
        series=(
            Series(
                say("P(alive)"),
                tuple(
                    Point(float(p), x=float(day), note=found.day(i).isoformat())
                    for i, (day, p) in enumerate(zip(found.days, found.p_alive, strict=True))
                ),
                tone="accent",
                smooth=True,
            ),
        ),
        axis=Axis(say("P(alive)"), 0, 1, ".0%"),
        x_axis=Axis(
            say("Days since {day}", day=found.first.isoformat()), 0, float(found.days[-1]), ",.0f"
        ),
        subtitle=say("{n} purchase days; lines mark the last ones", n=count(found.purchases.size)),
        method=say(
            "P(alive) by {model} as it would have been computed at each time, from the purchases "
            "up to it. The parameters are those of all customers; it is the probability for a "
            "customer with this history, not for this person.",
            model=model_name(fit.model),
        ),
        source=look.source,
        n=1,
        lines=tuple(Line(float(day), "", vertical=True) for day in marks),
    )
