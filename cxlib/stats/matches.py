"""How well the customers of several datasets match: the first thing to know before a join."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import _

from cxlib.columns.keys import KeyRules
from cxlib.engine import portable
from cxlib.tables.filters import Filter, holds
from cxlib.tables.linked import KEY, key_column, usable
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class Keys:
    """The customers of one dataset.

    Attributes:
        customers: different keys.
        spellings: different ways in which they are written; more than keys where two ways are
            taken for one customer.
        rows: rows used.
        unknown: rows without a customer.
    """

    customers: int
    spellings: int
    rows: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Matches:
    """Customers of each dataset, and how many of them another one has.

    Attributes:
        keys: by dataset.
        both: customers in both, by (dataset, other dataset).
    """

    keys: dict[str, Keys]
    both: dict[tuple[str, str], int]

    def share(self, name: str, other: str) -> float | None:
        """Fraction of the customers of `name` that `other` has; None without customers."""
        customers = self.keys[name].customers
        return self.both[name, other] / customers if customers else None


def customer_keys(source: Source, rules: KeyRules) -> ir.Table:
    """One row a customer: `key`, `customer` (one way in which it is written), `rows`. Lazy."""
    table = usable(source.table.mutate(**{KEY: key_column(source, rules)}))
    known = table.filter(table[KEY].notnull())
    return known.group_by(key=known[KEY]).agg(
        customer=known.customer.min(), spellings=known.customer.nunique(), rows=portable.count()
    )


def unmatched(source: Source, other: Source, *, rules: KeyRules, limit: int) -> ir.Table:
    """Customers of `source` that `other` lacks: `customer`, `rows`, most rows first. Lazy."""
    mine, theirs = customer_keys(source, rules), customer_keys(other, rules)
    left = mine.anti_join(theirs, mine.key == theirs.key)
    return left.select("customer", "rows").order_by(ibis.desc("rows"), "customer").limit(limit)


def read_matches(sources: Mapping[str, Source], rules: KeyRules) -> Matches:
    """Count the customers of each source, and those that each pair has in common.

    Args:
        sources: sources whose customers are known, by name.
        rules: what does not matter when two keys are compared.
    """
    keys = {name: _keys(source, rules) for name, source in sources.items()}
    both: dict[tuple[str, str], int] = {}
    names = list(sources)
    for place, name in enumerate(names):
        both[name, name] = keys[name].customers
        for other in names[place + 1 :]:
            left = customer_keys(sources[name], rules)
            right = customer_keys(sources[other], rules)
            n = left.semi_join(right, left.key == right.key).count().to_pyarrow().as_py()
            both[name, other] = both[other, name] = n
    return Matches(keys, both)


def _keys(source: Source, rules: KeyRules) -> Keys:
    each = customer_keys(source, rules)
    found = each.agg(
        customers=portable.count(), spellings=_.spellings.sum(), known=_.rows.sum()
    ).to_pyarrow()
    rows = usable(source.table).count().to_pyarrow().as_py()
    known = found["known"][0].as_py() or 0
    return Keys(
        customers=found["customers"][0].as_py(),
        spellings=int(found["spellings"][0].as_py() or 0),
        rows=rows,
        unknown=rows - int(known),
    )


@dataclass(frozen=True, slots=True)
class Members:
    """How many rows and customers a filter keeps, of how many; customers None where not known."""

    rows: int
    of_rows: int
    customers: int | None
    of_customers: int | None


def read_members(source: Source, where: Filter, rules: KeyRules) -> Members:
    """Count the rows and the different customers that a filter keeps.

    Args:
        source: a dataset.
        where: the filter.
        rules: what does not matter when two customers are compared.
    """
    keyed = source.has("customer")
    key = key_column(source, rules) if keyed else ibis.null("string")
    table = usable(source.table.mutate(**{KEY: key, "kept": holds(source, source.table, where)}))
    found = table.agg(
        of_rows=portable.count(),
        rows=portable.flag(table.kept).sum(),
        of_customers=table[KEY].nunique(),
        customers=ibis.ifelse(table.kept, table[KEY], None).nunique(),
    ).to_pyarrow()
    counts = {name: int(found[name][0].as_py() or 0) for name in found.column_names}
    return Members(
        counts["rows"],
        counts["of_rows"],
        counts["customers"] if keyed else None,
        counts["of_customers"] if keyed else None,
    )
