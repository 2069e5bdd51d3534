"""Purchase histories by what is known of the customers: distinct patterns with counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.stats.asked import first_reason, last_day
from cxlib.stats.covariates import number_columns, with_covariates
from cxlib.stats.groups import BLANK
from cxlib.stats.purchases import Histories, Real, Whole, histories_by_customer, purchase_days
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, Question, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

MOST_COLUMNS = 8
MOST_VALUES = 200
"""Different values that a column of groups may have."""
BANDS = 4
"""Bands of equally many customers that a column of numbers is cut into."""
KEYS = ("frequency", "recency", "age", "spend")


@dataclass(frozen=True, slots=True)
class Factor:
    """A column that may go together with buying.

    Attributes:
        column: as the file spells it.
        values: its groups in alphabetical order, or its bands from low to high, blanks last.
        banded: whether the groups are bands of a column of numbers.
    """

    column: str
    values: tuple[str, ...]
    banded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class PurchasePatterns:
    """Distinct purchase histories of customers alike in all chosen columns; k rows.

    Attributes:
        factors: the columns, c of them.
        cells: the place of each row's group among the factor's values, shape (k, c).
        histories: the histories, in days, with the number of customers, shape (k,).
        changing: customers with orders of more than one value of each column, shape (c,).
        end: last day of the observation.
        spent: whether the amounts are known; the histories' spend is 0 where they are not.
        coverage: rows used and left out.
    """

    factors: tuple[Factor, ...]
    cells: Whole
    histories: Histories
    changing: tuple[int, ...]
    end: date
    spent: bool
    coverage: Coverage


def first_values(lines: ir.Table, *, width: int) -> ir.Table:
    """One row a customer: what each column held on the first day with an order. Lazy.

    Where the orders of that day differ, the first value in alphabetical order counts, or the
    smallest number.

    Args:
        lines: columns `customer`, `day`, and the covariates `x0` to `x<width - 1>`.
        width: number of covariates.
    """
    names = [f"x{place}" for place in range(width)]
    keyed = lines.select("customer", "day", *names)
    first = keyed.group_by("customer").agg(first=keyed.day.min())
    joined = keyed.join(first, "customer").select("customer", "day", "first", *names)
    begun = joined.filter(joined.day == joined.first)
    return begun.group_by("customer").agg(**{name: _[name].min() for name in names})


def changing_customers(lines: ir.Table, *, width: int) -> ir.Table:
    """One row: customers with orders of more than one value of each column, `x0`, ... Lazy.

    Args:
        lines: columns `customer` and the covariates `x0` to `x<width - 1>`.
        width: number of covariates.
    """
    names = [f"x{place}" for place in range(width)]
    held = lines.group_by("customer").agg(**{name: _[name].nunique() for name in names})
    return held.agg(**{name: portable.flag(held[name] > 1).sum() for name in names})


def history_patterns(customers: ir.Table, *, width: int) -> ir.Table:
    """Customers per distinct covariates and purchase history. Lazy.

    Args:
        customers: what `histories_by_customer` gives, with the covariates `x0` to `x<width - 1>`.
        width: number of covariates.
    """
    names = [f"x{place}" for place in range(width)]
    return customers.group_by(*names, *KEYS).agg(n=portable.count())


def read_purchase_patterns(
    source: Source,
    *,
    covariates: Sequence[str],
    numbers: Sequence[str] | None = None,
    selection: Selection = EVERYTHING,
    end: date | None = None,
) -> PurchasePatterns:
    """Reduce order lines to purchase histories by everything that is known of the customers.

    A customer bears what the columns held on the first day with an order; a blank is a group of
    its own. Columns of numbers are cut into bands of equally many customers, by quartiles.

    Args:
        source: transactions, with borrowed columns where they are named.
        covariates: the columns.
        numbers: those that are read as numbers; None for columns of nothing but numbers, more
            than ten of them.
        selection: filters; its `until` stands in where no `end` is given.
        end: last day of the observation; None for the last day in the whole file.

    Raises:
        BadOption: no column, too many, one that says who bought when, or one of too many groups.
        NotEnoughData: no order can be used.
    """
    columns = _columns(source, covariates)
    window = Selection(selection.where, selection.since, end or selection.until)
    spent = source.has("amount")
    question = orders(source, selection=window, spend=spent)
    coverage = _covered(question)
    chosen = number_columns(source, columns) if numbers is None else map(source.column, numbers)
    lines = _marked(question, columns, numbers=tuple(chosen))
    values, width = first_values(lines, width=len(columns)), len(columns)
    _check_values(values, columns)
    bands = {
        place: _cuts(values, place)
        for place in range(width)
        if values[f"x{place}"].type().is_floating()
    }
    stop = window.until or last_day(source, "ordered")
    histories = histories_by_customer(purchase_days(lines), end=stop)
    joined = histories.join(_banded(values, bands), "customer")
    found = history_patterns(joined, width=width).to_pyarrow()
    order = [*(f"x{place}" for place in range(width)), *KEYS]
    found = found.sort_by([(name, "ascending") for name in order])
    parts = [_factor(found[f"x{k}"], name, bands.get(k)) for k, name in enumerate(columns)]
    changing = changing_customers(lines, width=width).to_pyarrow().to_pylist()[0]
    return PurchasePatterns(
        factors=tuple(factor for factor, _ in parts),
        cells=np.column_stack([cells for _, cells in parts]),
        histories=Histories(
            **{name: found[name].to_numpy().astype(np.int64) for name in (*KEYS, "n")}
        ),
        changing=tuple(int(changing[f"x{place}"]) for place in range(width)),
        end=stop,
        spent=spent,
        coverage=coverage,
    )


def _covered(question: Question) -> Coverage:
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Lifetime value", have=0, need=1, unit="order", hint=hint)
    return coverage


def _columns(source: Source, covariates: Sequence[str]) -> tuple[str, ...]:
    columns = tuple(dict.fromkeys(map(source.column, covariates)))
    if not 1 <= len(columns) <= MOST_COLUMNS:
        raise BadOption(
            f"{len(columns)} columns were chosen; it takes 1 to {MOST_COLUMNS} that may go "
            "together with buying, such as segment or channel (--covariates A,B)."
        )
    borne = {column: role for role, column in source.mapping.roles}
    for column in columns:
        if borne.get(column) in ("customer", "ordered", "amount", "quantity", "price", "order"):
            raise BadOption(
                f"'{column}' says who bought what and when, so it cannot explain it. Choose "
                "columns that were known at the first purchase, such as segment or channel."
            )
    return columns


def _marked(question: Question, columns: Sequence[str], *, numbers: Sequence[str]) -> ir.Table:
    """The lines used, with the columns as `x0`, ...; a number that is missing leaves none out."""
    table = question.table.mutate(left_out=question.table.reason)
    marked = with_covariates(
        Question(question.source, table), columns, dict.fromkeys(numbers)
    ).table
    names = [name for name in ("amount",) if name in marked.columns]
    used = marked.filter(marked.left_out.isnull())
    return used.select("customer", "day", *names, *(f"x{k}" for k in range(len(columns))))


def _check_values(values: ir.Table, columns: Sequence[str]) -> None:
    """Refuse columns of more groups than anybody could compare."""
    groups = {k: name for k, name in enumerate(columns) if values[f"x{k}"].type().is_string()}
    if not groups:
        return
    counted = values.agg(**{f"x{k}": values[f"x{k}"].nunique() for k in groups})
    row = counted.to_pyarrow().to_pylist()[0]
    for k, name in groups.items():
        if row[f"x{k}"] > MOST_VALUES:
            raise BadOption(
                f"'{name}' has {row[f'x{k}']:,} different values among these customers; a column "
                f"of groups may have {MOST_VALUES}. Choose a column with fewer, or one that holds "
                "nothing but numbers."
            )


def _cuts(values: ir.Table, place: int) -> Real:
    """Where the bands of a column of numbers end, ascending; the last band has no end."""
    named = values.select(value=values[f"x{place}"])
    found = named.filter(named.value.notnull()).group_by("value").agg(n=portable.count())
    rows = found.to_pyarrow().sort_by("value")
    numbers, upto = rows["value"].to_numpy(), np.cumsum(rows["n"].to_numpy())
    if not numbers.size:
        return np.empty(0)
    shares = np.arange(1, BANDS) / BANDS * upto[-1]
    cuts = np.unique(numbers[np.searchsorted(upto, shares)])
    return np.asarray(cuts[cuts < numbers[-1]], float)


def _banded(values: ir.Table, bands: Mapping[int, Real]) -> ir.Table:
    """The numbers replaced by the number of their band as text; "" where there is no number."""
    marked = {}
    for place, cuts in bands.items():
        number = values[f"x{place}"]
        ends = [(number <= float(cut), str(k)) for k, cut in enumerate(cuts)]
        last = (number.notnull(), str(len(cuts)))
        marked[f"x{place}"] = ibis.cases(*ends, last, else_="")
    return values.mutate(**marked) if marked else values


def _factor(column: pa.ChunkedArray, name: str, cuts: Real | None) -> tuple[Factor, Whole]:
    """The groups of a column, and the place of each row's among them."""
    coded = column.combine_chunks().dictionary_encode()
    texts = coded.dictionary.to_pylist()
    # Band numbers are single digits, so they stand in order as text; a blank comes last.
    order = sorted(range(len(texts)), key=lambda one: (texts[one] == "", texts[one]))
    place = np.empty(len(texts), np.int64)
    place[order] = np.arange(len(texts))
    names = [texts[one] for one in order]
    if cuts is not None:
        names = [BLANK if text == "" else _band(cuts, int(text)) for text in names]
    return Factor(name, tuple(names), cuts is not None), place[coded.indices.to_numpy()]


def _band(cuts: Real, place: int) -> str:
    ends = [f"{cut:,.10g}" for cut in cuts]
    if not ends:
        return say("all numbers")
    if place == 0:
        return say("up to {high}", high=ends[0])
    if place == len(ends):
        return say("above {low}", low=ends[-1])
    return say("above {low} up to {high}", low=ends[place - 1], high=ends[place])
