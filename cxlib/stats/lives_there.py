"""Customers who are still there, with what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import ibis.expr.types as ir

from cxlib.errors import NotEnoughData
from cxlib.stats.covariates import with_covariates
from cxlib.stats.life_patterns import LifePatterns, Real
from cxlib.tables.contracts import contracts
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

MOST = 200_000
"""Customers that are read one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class CustomersThere:
    """Customers still there at the cut-off, m of them.

    Attributes:
        customers: their ids, shape (m,).
        durations: time stayed so far, shape (m,).
        cells: column to the groups or numbers, shape (m,).
        more: whether there are more than could be read.
    """

    customers: tuple[str, ...]
    durations: Real
    cells: Mapping[str, tuple[str | float, ...]]
    more: bool


def customers_there(kept: ir.Table, *, width: int) -> ir.Table:
    """One row a customer still there: `customer`, `duration`, `x0`, ..., in the file's order. Lazy.

    Args:
        kept: contracts with covariates.
        width: number of covariates.
    """
    there = kept.filter((kept.event == 0) & kept.customer.notnull())
    names = [f"x{place}" for place in range(width)]
    return there.order_by("row").select("customer", "duration", *names).limit(MOST + 1)


def read_customers_there(
    source: Source,
    patterns: LifePatterns,
    *,
    selection: Selection = EVERYTHING,
    days: float = 1.0,
) -> CustomersThere:
    """The customers still there, with the covariates that a regression was fitted to.

    Args:
        source: the subscriptions that the patterns were read of.
        patterns: says which columns, and which of them are numbers.
        selection: filters, as for the patterns.
        days: length of the unit of time; only used where durations are days between dates.

    Raises:
        BadOption: no column is known to hold the customer.
        NotEnoughData: nobody is still there.
    """
    source.require("customer")
    columns = patterns.columns
    numbers = {one.column: one.step for one in patterns.covariates if one.values is None}
    asked = contracts(
        source,
        selection=selection,
        observed=patterns.observed,
        records_from=patterns.records_from,
    )
    question = with_covariates(asked.question, columns, numbers)
    kept = replace(asked, question=question).stays
    found = customers_there(kept, width=len(columns)).to_pyarrow()
    if not found.num_rows:
        hint = "All customers in view have left. Widen the dates or drop a filter."
        raise NotEnoughData("A list of risks", have=0, need=1, unit="customer", hint=hint)
    rows = found.slice(0, MOST)
    durations = rows["duration"].to_numpy().astype(float)
    return CustomersThere(
        customers=tuple(map(str, rows["customer"].to_pylist())),
        durations=durations / days if patterns.dated else durations,
        cells={name: tuple(rows[f"x{i}"].to_pylist()) for i, name in enumerate(columns)},
        more=found.num_rows > MOST,
    )
