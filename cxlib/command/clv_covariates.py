"""`clv --covariates`: what goes together with buying and with dropping out."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.buying_words import multiplied, verdicts
from cxlib.command.answer import Result
from cxlib.command.asked import Asked
from cxlib.command.shown import UNKNOWN, Table, interval_head, limits, p_words
from cxlib.command.values import split_names
from cxlib.models.purchase_covariates import CovariateFit, fit_covariates
from cxlib.models.purchase_effects import Effect
from cxlib.models.purchase_outlook import KindOutlook, Limited, Outlook, purchase_outlook
from cxlib.stats.purchase_patterns import read_purchase_patterns

MOST_ROWS = 30
RATIO, SHARE = "{:,.2f}", "{:.1%}"


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """A model with covariates, and what it expects of every kind of customers."""

    fit: CovariateFit
    outlook: Outlook

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, as the file spells them."""
        return self.outlook.columns

    @property
    def notes(self) -> tuple[str, ...]:
        """What was found, and what to be careful about."""
        return (*verdicts(self.fit), *self.fit.notes)

    def to_data(self) -> Result:
        """The part `covariates` of the result of the whole."""
        fit = self.fit
        return {
            "columns": self.columns,
            "model": fit.model,
            "settled": fit.settled,
            "parameters": dict(fit.parameters),
            "log_likelihood": fit.log_likelihood,
            "aic": fit.aic,
            "bic": fit.bic,
            "without": {
                "log_likelihood": fit.plain.log_likelihood,
                "aic": fit.plain.aic,
                "bic": fit.plain_bic,
            },
            "effects": [_effect(one) for one in fit.effects],
            "patterns": [_pattern(one, self.columns) for one in self.outlook.kinds],
        }

    def tests(self) -> tuple[Result, ...]:
        """The likelihood ratio test of all columns, and a Wald test a column and act."""
        fit = self.fit
        whole = {
            "name": "likelihood ratio",
            "column": ", ".join(self.columns),
            "statistic": fit.ratio_statistic,
            "degrees": fit.ratio_degrees,
            "p_value": fit.ratio_p,
        }
        single = (
            {
                "name": f"Wald ({one.act})",
                "act": one.act,
                "column": one.column,
                "baseline": one.baseline,
                "statistic": one.statistic,
                "degrees": one.degrees,
                "p_value": one.p,
                "p_adjusted": one.p_adjusted,
            }
            for one in fit.tests
            if one.statistic is not None
        )
        return (whole, *single)

    def tables(self) -> tuple[Table, ...]:
        """Multipliers, and the kinds of customers."""
        return (_multipliers(self.fit), _kinds(self.outlook))


def go_together(
    asked: Asked, named: str, *, model: str, unit_days: float, horizon: int
) -> Together:
    """Fit the model with the columns that --covariates names.

    Args:
        asked: transactions and the filters.
        named: names of columns, between commas.
        model: the purchase model.
        unit_days: days in the unit of time.
        horizon: units of the coming time that count.
    """
    patterns = read_purchase_patterns(
        asked.source, covariates=_named(asked, named), selection=asked.selection
    )
    fit = fit_covariates(patterns, model=model, unit_days=unit_days, level=asked.request.level)
    return Together(fit, purchase_outlook(fit, horizon=horizon))


def _named(asked: Asked, named: str) -> tuple[str, ...]:
    """The columns of --covariates."""
    names = split_names(named, asked.source.columns)
    return tuple(dict.fromkeys(asked.source.column(name) for name in names))


def _effect(one: Effect) -> Result:
    return {
        "act": one.act,
        "column": one.column,
        "level": one.level,
        "baseline": one.baseline,
        "multiplier": one.multiplier,
        "low": one.low,
        "high": one.high,
        "coef": one.coef,
        "se": one.se,
        "p_value": one.p,
        "p_adjusted": one.p_adjusted,
        "n": one.n,
        "repeaters": one.repeaters,
    }


def _pattern(one: KindOutlook, columns: tuple[str, ...]) -> Result:
    expected = {
        "p_alive": one.alive,
        "purchases": one.purchases,
        "total": one.total,
        "share_of_purchases": one.share_ahead,
        "new_customer": one.new,
    }
    found: Result = {
        "groups": dict(zip(columns, one.groups, strict=True)),
        "n": one.n,
        "repeaters": one.repeaters,
        "share": one.share,
        "amount": one.amount,
    }
    for name, value in expected.items():
        found |= {name: value.value, f"{name}_low": value.low, f"{name}_high": value.high}
    return found


def _multipliers(fit: CovariateFit) -> Table:
    head = ("", "against", "n", "multiplier", interval_head(fit.level), "p (adjusted)")
    rows = tuple(
        (
            f"{multiplied(fit, one.act)}, {one.column}: {one.level}",
            one.baseline,
            f"{one.n:,}",
            UNKNOWN if one.low is None else RATIO.format(one.multiplier),
            limits(one.low, one.high, RATIO),
            p_words(one.p_adjusted),
        )
        for one in fit.effects
    )
    return Table("What goes together with buying and dropping out", head, rows)


def _kinds(outlook: Outlook) -> Table:
    head = (
        "", "customers", "share", "P(alive)", "purchases each", "share of purchases",
        "a new customer",
    )  # fmt: skip
    rows = tuple(
        (
            ", ".join(f"{c} = {g}" for c, g in zip(outlook.columns, one.groups, strict=True)),
            f"{one.n:,}",
            SHARE.format(one.share),
            _limited(one.alive, SHARE),
            _limited(one.purchases, RATIO),
            _limited(one.share_ahead, SHARE),
            _limited(one.new, RATIO),
        )
        for one in outlook.kinds[:MOST_ROWS]
    )
    more = len(outlook.kinds) - len(rows)
    title = "Kinds of customers and their coming purchases"
    return Table(f"{title} (the first {len(rows)})" if more else title, head, rows)


def _limited(one: Limited, form: str) -> str:
    value = form.format(one.value)
    return value if one.low is None else f"{value} ({limits(one.low, one.high, form)})"
