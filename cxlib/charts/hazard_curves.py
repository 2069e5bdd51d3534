"""Charts of what a regression on leaving predicts: curves, effects of numbers, errors, risks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.hazards import RATIO, SURE, not_a_cause
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.brier import BrierScores
from cxlib.models.cox import CoxFit
from cxlib.models.cox_effects import Effect
from cxlib.models.cox_survival import PredictedSurvival, RiskList


def predicted_curves(
    curves: Mapping[str, PredictedSurvival], fit: CoxFit, look: Look, *, unit: str, usual: str
) -> Chart:
    """Predicted survival of customers who differ in one column or are described one by one.

    Args:
        curves: name to prediction.
        fit: the regression.
        look: names and level.
        unit: unit of the durations.
        usual: what the customers have in common, in words.
    """
    series = tuple(
        Series(
            name,
            tuple(
                Point(curve.survival[i], curve.low[i], curve.high[i], x=time)
                for i, time in enumerate(curve.times)
                if curve.survival[i] is not None
            ),
        )
        for name, curve in curves.items()
    )
    longest = float(fit.sets.times[-1])
    return Chart(
        kind=Kind.STEPS,
        title=say("Predicted stay"),
        series=series,
        axis=Axis(say("Probability of still being there"), 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=unit_name(unit)), 0, longest, ",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Cox regression with Breslow's baseline; log-log limits of the estimate at one time "
            "each (Link, 1984). They are limits of the share of such customers, not of one "
            "customer's time."
        ),
        source=look.source,
        n=fit.n,
        level=fit.level,
        notes=(say("All have in common: {usual}.", usual=usual),) if usual else (),
    )


def number_effect_chart(effect: Effect, fit: CoxFit, look: Look) -> Chart:
    """The hazard ratio over the range of a column of numbers, against its median."""
    points = tuple(
        Point(ratio, low, high, x=value)
        for value, ratio, low, high in zip(
            effect.values, effect.ratio, effect.low, effect.high, strict=True
        )
    )
    test = next(one for one in fit.tests if one.column == effect.column)
    if test.p_adjusted >= SURE:
        title = say("{column}: no proven connection with leaving", column=effect.column)
    elif effect.bent_p is not None and effect.bent_p < SURE:
        title = say("{column} goes together with leaving, not evenly", column=effect.column)
    else:
        title = say("{column} goes together with leaving", column=effect.column)
    notes = [not_a_cause()]
    if effect.bent_p is not None:
        notes.append(say("Test of a straight line: p {p}.", p=p_text(effect.bent_p)))
    return Chart(
        kind=Kind.STEPS,
        title=title,
        series=(Series(say("Hazard ratio"), points, smooth=True),),
        axis=Axis(say("Hazard ratio (above 1: leaves sooner)"), form=RATIO),
        x_axis=Axis(effect.column, effect.values[0], effect.values[-1], ",.4g"),
        subtitle=look.subtitle(),
        method=say(
            "Cox regression on a restricted cubic spline (Harrell, 2015), all other columns equal; "
            "from the 1st to the 99th percentile, against the median {median}.",
            median=number(effect.median, ",.4g"),
        ),
        source=look.source,
        n=fit.n,
        level=fit.level,
        lines=(Line(1.0, say("Like the median")),),
        notes=tuple(notes),
    )


def brier_chart(scores: BrierScores, fit: CoxFit, look: Look, *, unit: str) -> Chart:
    """Squared errors of predicted survival over time, against one curve for all customers."""

    def line(name: str, values: Sequence[float], tone: str) -> Series:
        points = (Point(y, x=x) for x, y in zip(scores.times, values, strict=True))
        return Series(name, tuple(points), tone=tone, smooth=True)

    gain = number(scores.gain, ".1%")
    return Chart(
        kind=Kind.STEPS,
        title=(
            say("The columns save {gain} of the error of one curve for all", gain=gain)
            if scores.gain > 0
            else say("The columns predict no better than one curve for all")
        ),
        series=(
            line(say("With the columns"), scores.scores, "accent"),
            line(say("One curve for all"), scores.reference, "muted"),
        ),
        axis=Axis(say("Brier score (0 is perfect)"), low=0, form=".3f"),
        x_axis=Axis(
            say("Time since start ({unit})", unit=unit_name(unit)), 0, scores.times[-1], ",.0f"
        ),
        subtitle=look.selection,
        method=say(
            "Brier scores with inverse probability of censoring weights (Graf and others, 1999), "
            "for customers that the regression was not fitted to: {folds} parts, each predicted "
            "by the others. The share saved is the index of prediction accuracy (Kattan and "
            "Gerds, 2018).",
            folds=scores.folds,
        ),
        source=look.source,
        n=fit.n,
    )


def risk_table(risks: RiskList, look: Look, *, unit: str, most: int | None = None) -> Chart:
    """Customers still there by their risk of leaving soon."""
    rows: list[tuple[Cell, ...]] = [
        (one.customer, one.risk, one.duration, *one.cells) for one in risks.customers[:most]
    ]
    horizon = number(risks.horizon, ",.4g")
    notes = [
        say(
            "Expected to leave within {time} {unit}: {expected} of the {n} customers whose risk is "
            "known.",
            time=horizon,
            unit=unit_name(unit),
            expected=number(risks.expected, ",.0f"),
            n=number(risks.known, ",d"),
        )
    ]
    if risks.beyond:
        notes.append(
            say(
                "{n} more have stayed so long that nobody was watched {time} {unit} longer; their "
                "risk is not known.",
                n=number(risks.beyond, ",d"),
                time=horizon,
                unit=unit_name(unit),
            )
        )
    columns = (
        say("Customer"),
        say("Risk"),
        say("Stayed ({unit})", unit=unit_name(unit)),
        *risks.columns,
    )
    return Chart(
        kind=Kind.TABLE,
        title=say(
            "Still there, by risk of leaving within {time} {unit}",
            time=horizon,
            unit=unit_name(unit),
        ),
        subtitle=look.selection,
        method=say(
            "For a customer still there after a time t: 1 - S(t + h) / S(t) by the Cox regression. "
            "It ranks customers by the chosen columns and the time they have stayed."
        ),
        source=look.source,
        n=risks.known,
        table=Table(columns, tuple(rows), ("", ".1%", ",.1f", *("" for _ in risks.columns))),
        notes=tuple(notes),
    )
