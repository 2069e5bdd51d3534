"""Charts of a contract's value by several models: the curves, the values, and how far they part."""

from __future__ import annotations

import numpy as np

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.contract_words import method_name, value_limits
from cxlib.charts.contracts import ROOM, observed_points
from cxlib.charts.projection_words import tested
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue
from cxlib.models.contract_models import ValueModels
from cxlib.models.contract_terms import Terms
from cxlib.models.stay_curve import StayCurve


def verdict(found: ValueModels, *, unit: str) -> tuple[str, ...]:
    """What to believe, in sentences: the value, whether the model was tested, and the guess."""
    best = found.best
    limits = value_limits(best.low, best.high) if best.low is not None else ""
    first = say(
        "{model} is recommended: a new customer is worth {value}{limits}.",
        model=method_name(best.model),
        value=number(best.value, ",.2f"),
        limits=f" ({limits})" if limits else "",
    )
    return (first, *tested(found.curves.projection, unit_name(unit)), *guess(found))


def guess(found: ValueModels) -> tuple[str, ...]:
    """How far models that describe the data alike are apart, and how much of it nobody has seen."""
    best = found.best
    if not found.beyond:
        return (
            say(
                "All payments fall within the data, so no model is needed: Kaplan-Meier says "
                "{value}.",
                value=number(found.observed.value, ",.2f"),
            ),
        )
    said = {
        "n": len(found.plausible),
        "low": number(found.low, ",.2f"),
        "high": number(found.high, ",.2f"),
    }
    if found.guess:
        text = say(
            "The tail is a guess: {n} models that describe the data about as well say {low} to "
            "{high}.",
            **said,
        )
    else:
        text = say("{n} models that describe the data about as well say {low} to {high}.", **said)
    beyond = say(
        "Of the value, {share} lies beyond the data.",
        share=number(best.beyond / best.value if best.value else 0.0, ".0%"),
    )
    return (text, beyond)


def models_method() -> str:
    """How the models are fitted and chosen, with the sources."""
    return say(
        "All models are fitted by maximum likelihood to departures per whole period, so that AIC "
        "compares them: exponential, Weibull, log-normal and log-logistic laws, sBG (Fader and "
        "Hardie, 2007), BdW (Fader and others, 2018). Recommended: within 10 of the lowest AIC "
        "(Burnham and Anderson, 2002), the one that erred least in the holdout. Limits by the "
        "delta method say how sure the parameters are if the model is right."
    )


def model_curves(found: ValueModels, terms: Terms, look: Look, *, unit: str) -> Chart:
    """Every plausible model's curve beside the observed one, dashed beyond the data."""
    observed = found.curves.observed
    last = float(terms.times[-1])
    end = max(last, 1.0)
    known = min(observed.longest, end)
    series = [Series(say("Observed"), observed_points(observed, known), "neutral")]
    plausible = found.curves.projection.plausible
    for one in found.curves.curves:
        if one.method not in plausible:
            continue
        tone = "accent" if one.method == found.best.model else ""
        if end > known:
            name = say("{model}, projected", model=method_name(one.method))
            points = _curve(one, known, end)
        else:
            name, points = method_name(one.method), _curve(one, 0.0, end)
        series.append(Series(name, points, tone, dashed=end > known, smooth=True))
    return Chart(
        kind=Kind.STEPS,
        title=say("Models that describe the data about as well, and where they part"),
        series=tuple(series),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=unit_name(unit)), 0, end, ",.0f"),
        subtitle=look.subtitle(),
        method=models_method(),
        source=look.source,
        n=observed.curve.n,
        level=look.level,
        lines=(Line(known, say("Data end"), vertical=True),) if end > known else (),
        notes=guess(found),
    )


def _curve(one: StayCurve, start: float, end: float) -> tuple[Point, ...]:
    times = np.linspace(start, end, min(ROOM, max(2, round(4 * (end - start)) + 1)))
    shares = one.survival(times)
    return tuple(Point(s, x=t) for t, s in zip(times.tolist(), shares.tolist(), strict=True))


def values_by_model(found: ValueModels, look: Look) -> Chart:
    """A bar and an interval a model, with the observed value; pale where a model does not fit."""
    rows = [found.observed, *found.values]
    names = [_name(one, found) for one in rows]
    points = [
        Point(
            one.value,
            one.low,
            one.high,
            one.n,
            hollow=one.model != "km" and one.model not in found.curves.projection.plausible,
        )
        for one in rows
    ]
    title = (
        say("The tail is a guess: what each model says a customer is worth")
        if found.guess
        else say("What each model says a customer is worth")
    )
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=tuple(names),
        series=(Series(say("Value per customer"), tuple(points)),),
        axis=Axis(say("Value per customer"), 0, None, ",.0f"),
        subtitle=look.subtitle(),
        method=models_method(),
        source=look.source,
        n=found.observed.n,
        level=look.level,
        notes=(
            say("Pale: models that describe the data worse than the others."),
            *found.observed.notes,
        ),
    )


def _name(one: ContractValue, found: ValueModels) -> str:
    name = method_name(one.model)
    if one.model == found.best.model:
        return say("{model} (recommended)", model=name)
    return name


def model_table(found: ValueModels, look: Look) -> Chart:
    """Every model: value, how much of it lies beyond the data, AIC, error in the holdout."""
    columns = (
        say("Model"),
        say("Value"),
        say("Interval"),
        say("Within the data"),
        say("Beyond the data"),
        "AIC",
        say("Mean error in the holdout"),
        say("Parameters"),
    )
    held = found.curves.projection.holdout
    rows: list[tuple[Cell, ...]] = []
    for one in (found.observed, *found.values):
        foreseen = held.of(one.model) if held else None
        parameters = [f"{name} {number(value, ',.4g')}" for name, value in one.parameters.items()]
        rows.append(
            (
                _name(one, found),
                one.value,
                value_limits(one.low, one.high),
                one.within,
                one.beyond,
                one.aic,
                foreseen.mae if foreseen else None,
                ", ".join(parameters),
            )
        )
    refused = [
        f"{method_name(model)}: {reason}" for model, reason in found.curves.projection.refused
    ]
    return Chart(
        kind=Kind.TABLE,
        title=say("The models beside each other"),
        subtitle=look.subtitle(),
        method=models_method(),
        source=look.source,
        n=found.observed.n,
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",.2f", "", ",.2f", ",.2f", ",.1f", ".1%", "")),
        notes=tuple(refused),
    )
