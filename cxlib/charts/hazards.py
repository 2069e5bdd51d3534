"""Charts of what goes together with leaving: ratios, checks, curves, effects and risks."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.aft import AftFit
from cxlib.models.cox import CoxFit
from cxlib.models.cox_checks import ProportionalHazards, Ratio
from cxlib.models.cox_effects import Effect
from cxlib.models.cox_terms import Term

SURE = 0.05
MOST_BARS = 25
RATIO = ",.2f"


def forest(fit: CoxFit, effects: Sequence[Effect], look: Look) -> Chart:
    """The hazard ratio of every group against the usual one, and of numbers by their quartiles."""
    ranged = {one.column: one for one in effects}
    bars: list[tuple[str, Point]] = []
    for part in fit.design.parts:
        own = [term for term in fit.terms if term.column == part.column]
        if part.baseline is None:
            bars.append(_number_bar(ranged[part.column], fit))
        else:
            bars += [(_against(term, part.baseline), _bar(term)) for term in own]
    shown = bars[:MOST_BARS]
    notes = [not_a_cause(), *fit.notes]
    if len(bars) > len(shown):
        notes.insert(0, say("The first {n} of {all} are drawn.", n=len(shown), all=len(bars)))
    return Chart(
        kind=Kind.INTERVALS,
        title=_forest_title(fit),
        labels=tuple(label for label, _ in shown),
        series=(Series(say("Hazard ratio"), tuple(point for _, point in shown)),),
        axis=Axis(say("Hazard ratio (above 1: leaves sooner)"), form=RATIO, log=True),
        subtitle=look.subtitle(),
        method=_cox_method(fit),
        source=look.source,
        n=fit.n,
        level=fit.level,
        lines=(Line(1.0, say("No difference")),),
        notes=tuple(notes),
    )


def terms_table(fit: CoxFit, look: Look) -> Chart:
    """Every term of the regression with its limits and tests, and a test a column."""
    tests = {one.column: one for one in fit.tests}
    rows: list[tuple[Cell, ...]] = [
        (
            term.column,
            term.level,
            tests[term.column].baseline or UNKNOWN,
            term.n,
            term.events,
            term.ratio,
            _limits(term.low, term.high),
            p_text(term.p_adjusted),
            p_text(tests[term.column].p_adjusted),
        )
        for term in fit.terms
    ]
    columns = (
        say("Column"),
        say("Group"),
        say("Against"),
        "n",
        say("Left"),
        say("Hazard ratio"),
        say("Interval"),
        say("Adjusted p"),
        say("Adjusted p of the column"),
    )
    agreement = fit.concordance
    return Chart(
        kind=Kind.TABLE,
        title=say("All terms of the regression"),
        subtitle=look.subtitle(),
        method=_cox_method(fit),
        source=look.source,
        n=fit.n,
        level=fit.level,
        table=Table(columns, tuple(rows), ("", "", "", ",d", ",d", RATIO, "", "", "")),
        notes=(
            say(
                "Concordance {c} ({low} to {high}): the share of pairs of customers in which the "
                "one at higher risk left first; 0.5 is chance.",
                c=number(agreement.value, ".3f"),
                low=number(agreement.low, ".3f"),
                high=number(agreement.high, ".3f"),
            ),
            *fit.notes,
        ),
    )


def steadiness_table(check: ProportionalHazards, fit: CoxFit, look: Look, *, unit: str) -> Chart:
    """Whether each column's ratios hold at every time, with the ratio early and late."""
    split = check.columns[0].split
    early = say("Ratio until {time} {unit}", time=number(split, ",.1f"), unit=unit_name(unit))
    late = say("Ratio after it")
    rows: list[tuple[Cell, ...]] = [
        (
            one.column,
            one.level,
            say("steady") if one.steady else say("changes over time"),
            p_text(one.p_adjusted),
            _ratio(one.early),
            _ratio(one.late),
        )
        for one in check.columns
    ]
    moving = [one.column for one in check.moving]
    title = (
        say("The ratios of {columns} change over time", columns=", ".join(moving))
        if moving
        else say("No sign that the ratios change over time")
    )
    return Chart(
        kind=Kind.TABLE,
        title=title,
        subtitle=look.subtitle(),
        method=say(
            "Scaled Schoenfeld residuals against the Kaplan-Meier scale of time (Grambsch and "
            "Therneau, 1994), p-values adjusted by Benjamini and Hochberg. The two ratios are "
            "fitted to the earlier and the later half of the departures."
        ),
        source=look.source,
        n=fit.n,
        level=fit.level,
        table=Table(
            (say("Column"), say("Group"), say("Verdict"), say("Adjusted p"), early, late),
            tuple(rows),
            ("",) * 6,
        ),
    )


def time_ratios(aft: AftFit, fit: CoxFit, look: Look) -> Chart:
    """How many times as long the customers of each group stay as those of the usual one."""
    baselines = {part.column: part.baseline for part in fit.design.parts}
    shown = aft.terms[:MOST_BARS]
    names = []
    for term in shown:
        baseline = baselines[term.column]
        names.append(
            f"{term.column}: {term.level}"
            if baseline is None
            else say(
                "{column}: {level} against {baseline}",
                column=term.column,
                level=term.level,
                baseline=baseline,
            )
        )
    points = tuple(
        Point(
            term.ratio, term.low, term.high, note=say("Adjusted p {p}", p=p_text(term.p_adjusted))
        )
        for term in shown
    )
    return Chart(
        kind=Kind.INTERVALS,
        title=say("How many times as long they stay"),
        labels=tuple(names),
        series=(Series(say("Time ratio"), points),),
        axis=Axis(say("Time ratio (above 1: stays longer)"), form=RATIO, log=True),
        subtitle=look.subtitle(),
        method=say(
            "Accelerated failure time, {shape}, the best by AIC of Weibull, log-normal and "
            "log-logistic (Kalbfleisch and Prentice, 2002). It needs no steady hazard ratio.",
            shape=aft.shape,
        ),
        source=look.source,
        n=aft.n,
        level=aft.level,
        lines=(Line(1.0, say("No difference")),),
        notes=(not_a_cause(), *aft.notes),
    )


def not_a_cause() -> str:
    """What no regression on records can say."""
    return say(
        "Ratios say what goes together with leaving, all other chosen columns equal; not that it "
        "is the cause."
    )


def _cox_method(fit: CoxFit) -> str:
    said = say(
        "Cox regression (1972) with Efron's way with ties: all columns at once. The most frequent "
        "group is the one compared with. p-values are adjusted by Benjamini and Hochberg."
    )
    if fit.robust:
        said = f"{said} {say('Limits are robust, grouped by customer (Lin and Wei, 1989).')}"
    return said


def _forest_title(fit: CoxFit) -> str:
    sure = [one.column for one in fit.tests if one.p_adjusted < SURE]
    if not sure:
        return say("No column goes together with leaving beyond chance")
    return say("Goes together with leaving: {columns}", columns=", ".join(sure))


def _against(term: Term, baseline: str) -> str:
    return say(
        "{column}: {level} against {baseline}",
        column=term.column,
        level=term.level,
        baseline=baseline,
    )


def _bar(term: Term) -> Point:
    note = say(
        "{events} left; adjusted p {p}", events=number(term.events, ",d"), p=p_text(term.p_adjusted)
    )
    return Point(term.ratio, term.low, term.high, term.n, note=note)


def _number_bar(effect: Effect, fit: CoxFit) -> tuple[str, Point]:
    lower, upper = (number(one, ",.4g") for one in effect.quartiles)
    label = say(
        "{column}: {level} against {baseline}", column=effect.column, level=upper, baseline=lower
    )
    note = say("Upper against lower quartile")
    point = Point(
        effect.quartile_ratio, effect.quartile_low, effect.quartile_high, fit.n, note=note
    )
    return label, point


def _limits(low: float, high: float) -> str:
    return say("{low} to {high}", low=number(low, RATIO), high=number(high, RATIO))


def _ratio(one: Ratio | None) -> str:
    if one is None:
        return UNKNOWN
    return f"{number(one.value, RATIO)} ({_limits(one.low, one.high)})"
