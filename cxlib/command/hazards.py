"""`hazards`: what goes together with leaving, all chosen columns at once."""

from __future__ import annotations

from datetime import date

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields
from cxlib.command.options import CONFIDENCE, FILTERS, READING
from cxlib.command.retention import OBSERVED, RECORDS, UNIT, life_roles
from cxlib.command.running import command
from cxlib.command.shown import (
    UNKNOWN,
    Column,
    Table,
    interval,
    interval_head,
    number,
    p_value,
    text,
    whole,
)
from cxlib.command.values import split_names
from cxlib.errors import BadOption
from cxlib.models.cox import CoxFit, fit_cox
from cxlib.models.cox_checks import ProportionalHazards, Steadiness, proportional_hazards
from cxlib.models.cox_terms import ColumnTest, Term
from cxlib.stats.groups import TOTAL
from cxlib.stats.life_patterns import read_life_patterns
from cxlib.tables.contracts import UNITS
from cxlib.tables.segments import read_segments

USUAL, MOST = 4, 8
"""Columns taken where none are named, and the groups that each of them may have."""
KNOTS = 4


@command(
    *READING,
    *FILTERS,
    CONFIDENCE,
    UNIT,
    OBSERVED,
    RECORDS,
    click.option(
        "--covariates",
        metavar="A,B,C",
        help="The columns that may go together with leaving; by default the first four of few "
        "groups.",
    ),
    click.option(
        "--curves", is_flag=True, help="Columns of numbers may bend (restricted cubic splines)."
    ),
    click.option(
        "--robust",
        is_flag=True,
        help="Robust limits, also where no customer has several contracts.",
    ),
    kinds=("subscriptions",),
)
def hazards(
    asked: Asked,
    *,
    unit: str,
    observed: date | None,
    records_from: date | None,
    covariates: str | None,
    curves: bool,
    robust: bool,
) -> Answer:
    """What goes together with leaving: hazard ratios of all chosen columns at once.

    A ratio of 1.5 says that such customers leave at one and a half times the rate of the most
    frequent group, all other chosen columns equal. It does not say why.
    """
    source = asked.source
    if source.has("started") and source.has("ended"):
        asked.require_days("started", "ended", "observed", "entered")
    elif asked.needs_days:
        asked.require_days("started")
    columns = _named(asked, covariates) if covariates else _usual(asked)
    patterns = read_life_patterns(
        source,
        covariates=columns,
        selection=asked.selection,
        observed=observed,
        records_from=records_from,
    )
    fit = fit_cox(
        patterns.in_units(UNITS[unit]),
        level=asked.request.level,
        robust=True if robust else None,
        knots=KNOTS if curves else 0,
    )
    check = proportional_hazards(fit)
    tests = {one.column: one for one in fit.tests}
    results = tuple(_result(term, tests[term.column]) for term in fit.terms)
    steady = {one.column: one for one in check.columns}
    return Answer(
        command="hazards",
        sources=(asked.rows(patterns.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"covariates": columns, "observed": patterns.observed, "robust": fit.robust},
        results=results,
        tables=(_terms(results, fit), _steadiness(check)),
        tests=tuple(_test(one, steady[one.column]) for one in fit.tests),
        notes=(*asked.notes, *_summary(fit, check), *fit.notes),
    )


def _named(asked: Asked, named: str) -> tuple[str, ...]:
    """The columns of --covariates."""
    names = split_names(named, asked.source.columns)
    return tuple(dict.fromkeys(asked.source.column(name) for name in names))


def _usual(asked: Asked) -> tuple[str, ...]:
    """The first columns of few groups that do not tell who left."""
    told = {column for role, column in asked.source.mapping.roles if role != "plan"}
    found = [
        one.column
        for one in read_segments(asked.source)
        if len(one.values) <= MOST and one.column not in told
    ]
    if not found:
        raise BadOption(
            f"'{asked.source.name}' has no column of 2 to {MOST} groups. Name the columns that may "
            "go together with leaving with --covariates A,B,C."
        )
    return tuple(found[:USUAL])


def _result(term: Term, test: ColumnTest) -> Result:
    return {
        **group_fields(TOTAL),
        "column": term.column,
        "level": term.level,
        "baseline": test.baseline,
        "hazard_ratio": term.ratio,
        "low": term.low,
        "high": term.high,
        "coef": term.coef,
        "se": term.se,
        "p_value": term.p,
        "p_adjusted": term.p_adjusted,
        "n": term.n,
        "events": term.events,
    }


def _test(one: ColumnTest, steady: Steadiness) -> Result:
    return {
        "name": "Wald",
        "column": one.column,
        "statistic": one.statistic,
        "degrees": one.degrees,
        "p_value": one.p,
        "p_adjusted": one.p_adjusted,
        "bent_p_value": one.bent_p,
        "steady": steady.steady,
        "steady_statistic": steady.statistic,
        "steady_p_value": steady.p,
        "steady_p_adjusted": steady.p_adjusted,
    }


def _terms(results: tuple[Result, ...], fit: CoxFit) -> Table:
    columns = (
        Column("against", text("baseline")),
        Column("n", whole("n")),
        Column("left", whole("events")),
        Column("hazard ratio", number("hazard_ratio")),
        Column(interval_head(fit.level), interval("low", "high")),
        Column("p (adjusted)", p_value("p_adjusted")),
    )
    rows = tuple(
        (f"{one['column']}: {one['level']}", *(column.cell(one) for column in columns))
        for one in results
    )
    return Table("", ("", *(column.head for column in columns)), rows)


def _steadiness(check: ProportionalHazards) -> Table:
    split = check.columns[0].split
    head = ("", "ratio over time", "p (adjusted)", f"until {split:.4g}", "after")
    rows = tuple(
        (
            f"{one.column}: {one.level}",
            "steady" if one.steady else "changes",
            p_value("p")({"p": one.p_adjusted}),
            f"{one.early.value:.2f}" if one.early else UNKNOWN,
            f"{one.late.value:.2f}" if one.late else UNKNOWN,
        )
        for one in check.columns
    )
    return Table("Do the ratios hold at every time?", head, rows)


def _summary(fit: CoxFit, check: ProportionalHazards) -> list[str]:
    agreement = fit.concordance
    moving = ", ".join(one.column for one in check.moving)
    return [
        f"n = {fit.n:,}, departures = {fit.events:,}, concordance {agreement.value:.4f} "
        f"({agreement.low:.4f} to {agreement.high:.4f}), log partial likelihood "
        f"{fit.log_likelihood:.3f}.",
        f"The ratios of {moving} change over time, so one ratio does not tell it all."
        if moving
        else "The ratios of all columns seem steady over time.",
        "Ratios say what goes together with leaving, not that it is the cause.",
    ]
