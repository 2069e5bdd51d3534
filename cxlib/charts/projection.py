"""Charts of retention beyond the data: the projection, the models, the holdout."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.projection_words import (
    guess,
    limits_text,
    model_name,
    projection_method,
    tested,
)
from cxlib.charts.retention import MOST_POINTS, unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.models.projection import ModelProjection, Projection
from cxlib.models.projection_holdout import ENOUGH


def projection_chart(
    found: Projection, look: Look, *, unit: str, also: Sequence[str] = ()
) -> Chart:
    """The observed curve with its band, the recommended model, and its part beyond the data.

    Args:
        found: the projection.
        look: names and level.
        unit: name of the time unit.
        also: further models to draw, without limits.
    """
    best = found.recommended
    name = model_name(found.best)
    series = [Series(say("Observed"), _steps(found.curve), "neutral")]
    series.append(Series(name, _line(best, found, beyond=False), "accent", smooth=True))
    if found.beyond:
        beyond = _line(best, found, beyond=True)
        title = say("{model}, projected", model=name)
        series.append(Series(title, beyond, "accent", dashed=True, smooth=True))
    series += [
        Series(model_name(one.model), _bare(one), dashed=True, smooth=True)
        for one in found.models
        if one.model in also and one.model != found.best
    ]
    units = unit_name(unit)
    longest = found.curve.longest
    end = max(float(found.horizon), longest)
    return Chart(
        kind=Kind.STEPS,
        title=_title(found, units),
        series=tuple(series),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=units), 0, end, ",.0f"),
        subtitle=look.subtitle(),
        method=projection_method(),
        source=look.source,
        n=found.curve.n,
        level=look.level,
        lines=(Line(longest, say("Data end"), vertical=True),) if found.beyond else (),
        notes=(*guess(found, units), *best.notes, *found.notes),
    )


def comparison_table(found: Projection, look: Look, *, unit: str) -> Chart:
    """Every model: how well it fits, whether it foresaw the holdout, and what it projects."""
    units = unit_name(unit)
    columns = (
        say("Model"),
        say("Parameters"),
        say("Log-likelihood"),
        "AIC",
        "BIC",
        say("Mean error in the holdout"),
        say("Error at its end"),
        say("Still there after {time} {unit}", time=number(found.horizon, ",d"), unit=units),
        say("Interval"),
        say("Mean stay ({unit})", unit=units),
        say("Beyond the data"),
    )
    forms = ("", "", ",.2f", ",.2f", ",.2f", ".1%", "+.1%", ".1%", "", "", ".0%")
    notes = [f"{model_name(model)}: {reason}" for model, reason in found.refused]
    return Chart(
        kind=Kind.TABLE,
        title=say("The models beside each other"),
        subtitle=look.subtitle(),
        method=projection_method(),
        source=look.source,
        n=found.curve.n,
        level=look.level,
        table=Table(columns, tuple(_row(one, found) for one in found.models), forms),
        notes=(
            say(
                "A dash for the mean: it is infinite, or nearly all of it lies where no data are. "
                "Beyond the data: the share of the mean that nobody has seen."
            ),
            *notes,
        ),
    )


def holdout_chart(
    found: Projection, look: Look, *, unit: str, show: Sequence[str] = ()
) -> Chart | None:
    """What models fitted to the first part of the time said of the rest; None without a holdout.

    Args:
        found: the projection.
        look: names and level.
        unit: name of the time unit.
        show: models to draw; the recommended one is always drawn.
    """
    held = found.holdout
    if held is None:
        return None
    units = unit_name(unit)
    drawn = [one for one in held.models if one.model in (*show, found.best)]
    lines = [
        Series(
            model_name(one.model),
            tuple(
                Point(share, x=float(time))
                for time, share in zip(held.times, one.survival, strict=True)
            ),
            "accent" if one.model == found.best else "",
            dashed=True,
            smooth=True,
        )
        for one in drawn
    ]
    until = [point for point in _steps(found.curve) if (point.x or 0) <= held.times[-1]]
    seen = found.curve.at(float(held.times[-1]))
    until.append(Point(seen.survival, seen.low, seen.high, seen.at_risk, x=float(held.times[-1])))
    return Chart(
        kind=Kind.STEPS,
        title=say(
            "Fitted to the first {cut} {unit}, the models say this of the rest",
            cut=number(held.cut, ",d"),
            unit=units,
        ),
        series=(Series(say("Observed"), tuple(until), "neutral"), *lines),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=units), 0, float(held.times[-1]), ",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Each customer is followed for the first {cut} {unit} only, the models are fitted to "
            "that, and what they say is compared with the Kaplan-Meier curve of everything, up to "
            "the last whole period in which {enough} customers are still watched.",
            cut=number(held.cut, ",d"),
            unit=units,
            enough=ENOUGH,
        ),
        source=look.source,
        n=found.curve.n,
        level=look.level,
        lines=(Line(float(held.cut), say("Models see up to here"), vertical=True),),
        notes=tested(found, units),
    )


def _title(found: Projection, units: str) -> str:
    end = found.recommended.survival[-1]
    said = {
        "share": number(end.survival, ".0%"),
        "horizon": number(found.horizon, ",d"),
        "unit": units,
    }
    if found.beyond:
        return say("Projected: {share} still there after {horizon} {unit}", **said)
    return say("{share} still there after {horizon} {unit}, by the model", **said)


def _steps(curve: SurvivalCurve) -> tuple[Point, ...]:
    """The observed curve as points; of very many steps every k-th is kept, with the last."""
    places = [i for i, n in enumerate(curve.events) if n > 0 or i in (0, len(curve.times) - 1)]
    kept = sorted({*places[:: -(-len(places) // MOST_POINTS)], places[-1]})
    return tuple(
        Point(
            curve.survival[i],
            curve.low[i],
            curve.high[i],
            curve.at_risk[i],
            x=curve.times[i],
            hollow=curve.at_risk[i] < ENOUGH,
        )
        for i in kept
    )


def _line(one: ModelProjection, found: Projection, *, beyond: bool) -> tuple[Point, ...]:
    """A model's curve within the data, or beyond them with limits, both with the last before."""
    last = max(point.time for point in one.survival if not point.beyond)
    if not beyond:
        return tuple(Point(p.survival, x=p.time) for p in one.survival if not p.beyond)
    return tuple(
        Point(p.survival, p.low, p.high, found.curve.n, x=p.time)
        for p in one.survival
        if p.time >= last
    )


def _bare(one: ModelProjection) -> tuple[Point, ...]:
    return tuple(Point(point.survival, x=point.time) for point in one.survival)


def _row(one: ModelProjection, found: Projection) -> tuple[Cell, ...]:
    foreseen = found.holdout.of(one.model) if found.holdout else None
    end = one.survival[-1]
    parameters = ", ".join(
        f"{key} {number(value, ',.4g')}" for key, value in one.parameters.items()
    )
    name = model_name(one.model)
    return (
        say("{model} (recommended)", model=name) if one.model == found.best else name,
        parameters,
        one.log_likelihood,
        one.aic,
        one.bic,
        foreseen.mae if foreseen else None,
        foreseen.error if foreseen else None,
        end.survival,
        limits_text(end) or UNKNOWN,
        _mean(one),
        one.mean.beyond if one.mean else None,
    )


def _mean(one: ModelProjection) -> str:
    """The mean stay with its limits; a dash where there is none."""
    mean = one.mean
    if mean is None:
        return UNKNOWN
    value = number(mean.value, ",.1f")
    if mean.low is None:
        return value
    limits = say("{low} to {high}", low=number(mean.low, ",.1f"), high=number(mean.high, ",.1f"))
    return f"{value} ({limits})"
