"""How long customers stayed, by everything that is known of them: distinct patterns with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import first_reason
from cxlib.stats.covariates import Covariate, number_columns, with_covariates
from cxlib.tables.contracts import contracts
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST_COLUMNS = 20
MOST_VALUES = 200
"""Different values that a column of groups may have."""
MOST_WITH_NUMBERS, MOST_OF_GROUPS = 200_000, 2_000_000
"""Patterns that are kept; where there are more, a sample of the rows is."""
MOST_ROWS = 500_000
"""Rows that are kept one by one where customers repeat."""
BLOCKS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class LifePatterns:
    """Distinct covariates, durations and outcomes, with the number of contracts; k rows.

    Attributes:
        covariates: the columns, c of them.
        cells: the place of a group among the covariate's values, or a number, shape (k, c).
        durations: time stayed, in days where `dated`, else in the file's unit, shape (k,).
        left: 1 where it ended with leaving, 0 where the customer was still there, shape (k,).
        n: contracts alike, shape (k,).
        entry: time at which customers were first watched, shape (k,); None where from the start.
        customers: a number a customer, shape (k,), where customers repeat; None where they do
            not, or where that is not known.
        repeated: customers with more than one contract; None without a customer column.
        dated: whether durations are days between dates.
        observed: the cut-off day; None without dates. records_from: the day on which the
            records begin; None where they hold everybody.
        share: the share of the rows that was drawn, 1 for all.
        coverage: rows used and left out.
    """

    covariates: tuple[Covariate, ...]
    cells: Real
    durations: Real
    left: Whole
    n: Whole
    entry: Real | None
    customers: Whole | None
    repeated: int | None
    dated: bool
    observed: date | None
    records_from: date | None
    share: float
    coverage: Coverage

    @property
    def total(self) -> int:
        """Contracts behind the patterns."""
        return int(self.n.sum())

    @property
    def events(self) -> int:
        """Contracts that ended."""
        return int(self.n @ self.left)

    @property
    def columns(self) -> tuple[str, ...]:
        """The covariates' columns."""
        return tuple(one.column for one in self.covariates)

    def in_units(self, days: float) -> LifePatterns:
        """The same with durations in a unit of so many days; as they are without dates."""
        if not self.dated:
            return self
        entry = None if self.entry is None else self.entry / days
        return replace(self, durations=self.durations / days, entry=entry)


def pattern_counts(kept: ir.Table, *, width: int, apart: bool = False) -> ir.Table:
    """Contracts per distinct covariates, duration and outcome. Lazy.

    Args:
        kept: `duration`, `event`, the covariates `x0` to `x<width - 1>`, and `entry` where
            customers were not watched from the start.
        width: number of covariates.
        apart: whether to keep each customer apart, by the column `customer`.
    """
    names = ["duration", "event", *(f"x{place}" for place in range(width))]
    names += [one for one in ("entry",) if one in kept.columns]
    names += ["customer"] if apart else []
    return kept.group_by(*names).agg(n=portable.count())


def several_contracts(kept: ir.Table) -> ir.Table:
    """One row: customers with more than one contract, `n`. Lazy."""
    known = kept.filter(kept.customer.notnull())
    each = known.group_by("customer").agg(contracts=portable.count())
    return each.filter(each.contracts > 1).agg(n=portable.count())


def read_life_patterns(
    source: Source,
    *,
    covariates: Sequence[str],
    numbers: Mapping[str, float | None] | None = None,
    selection: Selection = EVERYTHING,
    observed: date | None = None,
    records_from: date | None = None,
) -> LifePatterns:
    """Reduce contracts to distinct patterns with counts.

    A contract without a number in a column of numbers is left out; a blank group is a group.
    Where customers repeat, each one is kept apart, up to `MOST_ROWS` rows.

    Args:
        source: subscriptions, with borrowed columns where they are named.
        covariates: the columns.
        numbers: those that are read as numbers, with what they are rounded to multiples of (None
            for not at all). Without it, columns of nothing but numbers, more than ten of them.
        selection: filters; days act on the start.
        observed: the cut-off day; None for the last date in the whole file.
        records_from: the day on which the records begin; None where they hold everybody.

    Raises:
        BadOption: no column or unknown ones, too many, or one with too many groups.
        NotEnoughData: no row can be used.
    """
    columns = _columns(source, covariates)
    asked = contracts(source, selection=selection, observed=observed, records_from=records_from)
    chosen = numbers if numbers is not None else dict.fromkeys(number_columns(source, columns))
    rounded = {source.column(name): step for name, step in chosen.items()}
    question = with_covariates(asked.question, columns, rounded)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Cox regression", have=0, need=10, unit="departure", hint=hint)
    kept = replace(asked, question=question).stays
    repeated = _repeated(kept) if source.has("customer") else None
    apart = bool(repeated) and coverage.used <= MOST_ROWS
    found, share = _found(kept, len(columns), apart=apart, some=bool(rounded), rows=coverage)
    cells = [_cells(found[f"x{place}"], name, rounded) for place, name in enumerate(columns)]
    late = "entry" in found.column_names
    return LifePatterns(
        covariates=tuple(
            Covariate(name, values, rounded.get(name))
            for name, (_, values) in zip(columns, cells, strict=True)
        ),
        cells=np.column_stack([one for one, _ in cells]),
        durations=found["duration"].to_numpy().astype(float),
        left=found["event"].to_numpy().astype(np.int64),
        n=found["n"].to_numpy().astype(np.int64),
        entry=found["entry"].to_numpy().astype(float) if late else None,
        customers=_customers(found["customer"]) if apart else None,
        repeated=repeated,
        dated=asked.dated,
        observed=asked.observed,
        records_from=records_from,
        share=share,
        coverage=coverage,
    )


def _repeated(kept: ir.Table) -> int:
    return int(several_contracts(kept).to_pyarrow()["n"][0].as_py())


def _columns(source: Source, covariates: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(dict.fromkeys(map(source.column, covariates)))
    if not 1 <= len(columns) <= MOST_COLUMNS:
        raise BadOption(
            f"{len(columns)} columns were chosen; it takes 1 to {MOST_COLUMNS} that may go "
            "together with leaving, such as plan or city (--covariates A,B,C)."
        )
    borne = {column: role for role, column in source.mapping.roles}
    for column in columns:
        if borne.get(column) in ("customer", "started", "ended", "observed", "duration", "churned"):
            raise BadOption(
                f"'{column}' says who left and when, so it cannot explain it. Choose columns that "
                "were known when the customer started, such as plan or city."
            )
    return columns


def _found(
    kept: ir.Table, width: int, *, apart: bool, some: bool, rows: Coverage
) -> tuple[pa.Table, float]:
    """The patterns, and the share of the rows that they were made of."""
    most = MOST_ROWS if apart else MOST_WITH_NUMBERS if some else MOST_OF_GROUPS
    query = pattern_counts(kept, width=width, apart=apart)
    if rows.used <= most:
        return _ordered(query), 1.0
    found = _ordered(query.limit(most + 1))
    if found.num_rows <= most:
        return found, 1.0
    blocks = max(1, int(BLOCKS * most / rows.used))
    # Multiplied by a large odd number first, so that no rhythm of the file lines up with a block.
    drawn = kept.filter(((kept.row * 48271) % 2147483647) % BLOCKS < blocks)
    sample = _ordered(pattern_counts(drawn, width=width, apart=apart))
    return sample, blocks / BLOCKS


def _ordered(query: ir.Table) -> pa.Table:
    """Engines give rows in any order, and the last digits of a sum depend on it."""
    found = query.to_pyarrow()
    return found.sort_by([(name, "ascending") for name in found.column_names])


def _cells(
    column: pa.ChunkedArray, name: str, numbers: Mapping[str, float | None]
) -> tuple[Real, tuple[str, ...] | None]:
    """Numbers as they are; groups as places among their sorted values."""
    if name in numbers:
        return column.to_numpy().astype(float), None
    coded = column.combine_chunks().dictionary_encode()
    values = coded.dictionary.to_pylist()
    if len(values) > MOST_VALUES:
        raise BadOption(
            f"'{name}' has {len(values):,} different values; a column of groups may have "
            f"{MOST_VALUES}. Choose a column with fewer, or one that holds nothing but numbers."
        )
    order = np.argsort(np.array(values, object)).tolist()
    place = np.empty(len(values))
    place[order] = np.arange(len(values))
    return place[coded.indices.to_numpy()], tuple(values[one] for one in order)


def _customers(column: pa.ChunkedArray) -> Whole:
    """A number a customer; rows without one are customers of their own."""
    coded = column.combine_chunks().dictionary_encode()
    order = np.argsort(np.array(coded.dictionary.to_pylist(), object))
    place = np.empty(len(order))
    place[order] = np.arange(len(order))
    indices = coded.indices.to_numpy(zero_copy_only=False).astype(float)
    unknown = np.isnan(indices)
    numbers = np.empty(len(indices))
    numbers[~unknown] = place[indices[~unknown].astype(int)]
    numbers[unknown] = len(order) + np.arange(unknown.sum())
    return numbers.astype(np.int64)
