"""Charts of what goes together with buying and dropping out: multipliers and kinds of customers."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.buying_words import RATIO, better, finding, multiplied, not_a_cause
from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.purchase_words import model_name, short_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.time_words import span
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.purchase_covariates import CovariateFit
from cxlib.models.purchase_effects import ACTS, BUYING, Effect
from cxlib.models.purchase_outlook import KindOutlook, Limited, Outlook

MOST_BARS, MOST_ROWS = 20, 50
SHARE, EACH = ".1%", ",.2f"


def multipliers(fit: CovariateFit, look: Look) -> Chart:
    """How many times as often customers of each group buy, and as readily they drop out."""
    acts = [act for act in ACTS if any(one.act == act for one in fit.effects)]
    by_act = {act: [one for one in fit.effects if one.act == act] for act in acts}
    labels = [_against(one) for one in by_act[BUYING]][:MOST_BARS]
    notes = [not_a_cause(), *fit.notes]
    if len(by_act[BUYING]) > MOST_BARS:
        notes.insert(
            0, say("The first {n} of {all} are drawn.", n=MOST_BARS, all=len(by_act[BUYING]))
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=finding(fit),
        labels=tuple(labels),
        series=tuple(
            Series(multiplied(fit, act), tuple(_bar(one) for one in by_act[act][:MOST_BARS]))
            for act in acts
        ),
        axis=Axis(say("Multiplier (1: as the group compared with)"), form=RATIO, log=True),
        subtitle=look.subtitle(),
        method=_method(fit),
        source=look.source,
        n=fit.n,
        level=fit.level,
        lines=(Line(1.0, say("No difference")),),
        notes=tuple(notes),
    )


def expected_by_kind(outlook: Outlook, fit: CovariateFit, look: Look, *, unit: str) -> Chart:
    """Purchases expected of a customer of each kind in the coming time."""
    shown = outlook.kinds[:MOST_BARS]
    notes = []
    if len(outlook.kinds) > len(shown):
        notes.append(say("The first {n} of {all} are drawn.", n=len(shown), all=len(outlook.kinds)))
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "Purchases expected of a customer in the next {time}", time=span(outlook.horizon, unit)
        ),
        labels=tuple(" · ".join(one.groups) for one in shown),
        series=(
            Series(
                say("Purchases a customer"),
                tuple(
                    Point(one.purchases.value, one.purchases.low, one.purchases.high, one.n)
                    for one in shown
                ),
            ),
        ),
        axis=Axis(say("Purchases a customer"), 0, None, EACH),
        subtitle=look.subtitle(),
        method=_outlook_method(fit),
        source=look.source,
        n=fit.n,
        level=outlook.level,
        notes=tuple(notes),
    )


def outlook_table(outlook: Outlook, fit: CovariateFit, look: Look, *, unit: str) -> Chart:
    """Customers, P(alive) and purchases still to come, for every kind of customers."""
    shown = outlook.kinds[:MOST_ROWS]
    paid = any(one.amount is not None for one in shown)
    columns = (
        *outlook.columns,
        say("Customers"),
        say("Share of customers"),
        say("P(alive)"),
        say("Purchases a customer"),
        say("Share of purchases to come"),
        say("Purchases of a new customer"),
        *((say("Amount a purchase so far"),) if paid else ()),
    )
    width = len(outlook.columns)
    forms = ("",) * width + (",d", SHARE, "", "", "", "") + ((",.2f",) if paid else ())
    notes = [*fit.notes]
    if len(outlook.kinds) > len(shown):
        notes.insert(
            0, say("The first {n} of {all} are shown.", n=len(shown), all=len(outlook.kinds))
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Every kind of customers and the next {time}", time=span(outlook.horizon, unit)),
        subtitle=look.subtitle(),
        method=_outlook_method(fit),
        source=look.source,
        n=fit.n,
        level=outlook.level,
        table=Table(columns, tuple(_row(one, paid=paid) for one in shown), forms),
        notes=tuple(notes),
    )


def effects_table(fit: CovariateFit, look: Look) -> Chart:
    """Every multiplier with its limits and tests."""
    tests = {(one.act, one.column): one for one in fit.tests}
    rows: list[tuple[Cell, ...]] = [
        (
            multiplied(fit, one.act),
            one.column,
            one.level,
            one.baseline,
            one.n,
            one.repeaters,
            one.multiplier,
            _range(one.low, one.high, RATIO),
            p_text(one.p_adjusted),
            p_text(tests[one.act, one.column].p_adjusted),
        )
        for one in fit.effects
    ]
    columns = (
        say("What is multiplied"),
        say("Column"),
        say("Group"),
        say("Against"),
        "n",
        say("Bought again"),
        say("Multiplier"),
        say("Interval"),
        say("Adjusted p"),
        say("Adjusted p of the column"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("All multipliers"),
        subtitle=look.subtitle(),
        method=_method(fit),
        source=look.source,
        n=fit.n,
        level=fit.level,
        table=Table(columns, tuple(rows), ("", "", "", "", ",d", ",d", RATIO, "", "", "")),
        notes=(not_a_cause(), *fit.notes),
    )


def comparison_table(fit: CovariateFit, look: Look) -> Chart:
    """The model with the columns beside the one without."""
    plain = fit.plain
    free = 2 if plain.no_dropout else 4
    rows: tuple[tuple[Cell, ...], ...] = (
        (say("Without the columns"), free, plain.log_likelihood, plain.aic, fit.plain_bic),
        (
            say("With the columns"),
            free + fit.ratio_degrees,
            fit.log_likelihood,
            fit.aic,
            fit.bic,
        ),
    )
    columns = (say("Model"), say("Parameters"), say("Log-likelihood"), "AIC", "BIC")
    return Chart(
        kind=Kind.TABLE,
        title=say("Do the columns make the model fit better?"),
        subtitle=look.selection,
        method=say(
            "Likelihood ratio test of all columns together. AIC and BIC charge for each "
            "parameter; the lower one is better."
        ),
        source=look.source,
        n=fit.n,
        table=Table(columns, rows, ("", ",d", ",.1f", ",.1f", ",.1f")),
        notes=(better(fit),),
    )


def _method(fit: CovariateFit) -> str:
    said = say(
        "{model} whose rates are multiplied for each group (Fader and Hardie, 2007), all columns "
        "at once, by maximum likelihood; limits from its curvature. The group compared with is the "
        "most frequent one, or the lowest band. p-values are adjusted by Benjamini and Hochberg.",
        model=model_name(fit.model),
    )
    if fit.model == "pareto-nbd" or fit.plain.no_dropout:
        return said
    odds = say(
        "For dropping out the odds of the mean chance, a / b, are multiplied by way of a; b is the "
        "same for all."
    )
    return f"{said} {odds}"


def _outlook_method(fit: CovariateFit) -> str:
    return say(
        "Expected by {model} with multipliers (Fader and Hardie, 2007). Limits by the delta method "
        "cover what is not known of the parameters, not chance in what customers will do.",
        model=short_name(fit.model),
    )


def _against(one: Effect) -> str:
    return say(
        "{column}: {level} against {baseline}",
        column=one.column,
        level=one.level,
        baseline=one.baseline,
    )


def _bar(one: Effect) -> Point:
    note = say(
        "{n} bought again; adjusted p {p}", n=number(one.repeaters, ",d"), p=p_text(one.p_adjusted)
    )
    known = one.low is not None
    return Point(one.multiplier if known else None, one.low, one.high, one.n, note=note)


def _row(one: KindOutlook, *, paid: bool) -> tuple[Cell, ...]:
    amount: Sequence[Cell] = (one.amount,) if paid else ()
    return (
        *one.groups,
        one.n,
        one.share,
        _limited(one.alive, SHARE),
        _limited(one.purchases, EACH),
        _limited(one.share_ahead, SHARE),
        _limited(one.new, EACH),
        *amount,
    )


def _limited(one: Limited, form: str) -> str:
    value = number(one.value, form)
    return value if one.low is None else f"{value} ({_range(one.low, one.high, form)})"


def _range(low: float | None, high: float | None, form: str) -> str:
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=number(low, form), high=number(high, form))
