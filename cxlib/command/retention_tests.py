"""The tests between groups of the command `retention`: their options, results and tables."""

from __future__ import annotations

from typing import Any

import click

from cxlib.command.answer import Result
from cxlib.command.options import Option
from cxlib.command.shown import Table, p_value
from cxlib.command.values import Amount
from cxlib.models.log_rank import Weighting, Weights
from cxlib.models.pairs import Pair
from cxlib.models.retention import Retention, RetentionTest
from cxlib.stats.groups import Group

TESTS: tuple[Option[Any], ...] = (
    click.option(
        "--test",
        type=click.Choice([str(one) for one in Weighting]),
        default=str(Weighting.LOG_RANK),
        show_default=True,
        help="The test between groups: which departures it listens to most.",
    ),
    click.option(
        "--early",
        type=Amount(low=0, high=10, like="such as 0 or 1."),
        default=0.0,
        show_default=True,
        help="Of --test fleming-harrington: the weight of early departures (p).",
    ),
    click.option(
        "--late",
        type=Amount(low=0, high=10, like="such as 0 or 1."),
        default=1.0,
        show_default=True,
        help="Of --test fleming-harrington: the weight of late departures (q).",
    ),
)


def weights_of(test: str, early: float, late: float) -> Weights:
    """The test that the options name."""
    return Weights(Weighting(test), early, late)


def tests_of(found: Retention) -> tuple[Result, ...]:
    """The test of each column and period, and after it those of every two groups."""
    return tuple(
        one
        for test in found.tests
        for one in (_test(test), *(_pair(test, pair) for pair in test.pairs))
    )


def _test(test: RetentionTest) -> Result:
    return {
        "name": str(test.result.weights.kind),
        "column": test.column,
        "period": test.period,
        "statistic": test.result.statistic,
        "degrees": test.result.degrees,
        "p_value": test.result.p_value,
    }


def _pair(test: RetentionTest, pair: Pair) -> Result:
    return {
        "name": f"{test.result.weights.kind} pair",
        "column": test.column,
        "period": test.period,
        "groups": [_name(pair.one), _name(pair.other)],
        "statistic": pair.statistic,
        "degrees": 1,
        "p_value": pair.p_value,
        "p_adjusted": pair.p_adjusted,
    }


def _name(group: Group) -> str:
    """What tells the groups of one test apart: the value, or the period."""
    return group.value if group.value is not None else str(group.period)


def pair_tables(found: Retention) -> tuple[Table, ...]:
    """Every two groups, where there are three and more."""
    told = {"p_value": p_value("p_value"), "p_adjusted": p_value("p_adjusted")}
    rows = tuple(
        (*one["groups"], *(tell(one) for tell in told.values()))
        for test in found.tests
        for one in (_pair(test, pair) for pair in test.pairs)
    )
    return (Table("Every two groups", ("", "", "p", "p (adjusted)"), rows),) if rows else ()
