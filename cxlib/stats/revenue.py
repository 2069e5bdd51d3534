"""Customers and recurring money from the start of each period to its end, and what moved them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, segments_of
from cxlib.stats.groups import Group
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.subscribed import Span, Subscribed, spans, states, subscribed


@dataclass(frozen=True, slots=True)
class Money:
    """Recurring money a month by what moved it: start + in - out = end, to the last digit.

    Whole ten-thousandths of the currency. The sums of products run over the customers at the
    start, in squared currency; they carry the spread between customers.

    Attributes:
        start: of the customers at the start.
        new: of customers who were never there before.
        returned: of customers who were there before, but not at the start.
        expansion: what customers who stayed pay more.
        contraction: what customers who stayed pay less; positive.
        lost: what customers paid who are gone at the end; positive.
        start_start: sum of squared fees at the start.
        loss_start: sum of fee at the start times what was lost of it (by leaving or paying less).
        loss_loss: sum of the squared losses.
        change_start: sum of fee at the start times its change, more as well as less.
        change_change: sum of the squared changes.
        lost_lost: sum of squared fees of the customers who are gone at the end.
    """

    start: int
    new: int
    returned: int
    expansion: int
    contraction: int
    lost: int
    start_start: float = 0.0
    loss_start: float = 0.0
    loss_loss: float = 0.0
    change_start: float = 0.0
    change_change: float = 0.0
    lost_lost: float = 0.0

    @property
    def end(self) -> int:
        """Of the customers at the end."""
        return self.kept + self.new + self.returned

    @property
    def kept(self) -> int:
        """What the customers at the start still pay at the end."""
        return self.start + self.expansion - self.contraction - self.lost

    def __add__(self, other: Money) -> Money:
        """Pool two groups of customers, or the same customers in two periods."""
        return Money(*(getattr(self, name) + getattr(other, name) for name in SUMS))


@dataclass(frozen=True, slots=True)
class Movement:
    """Customers from the start of a period to its end; sums of movements are movements, too.

    Attributes:
        start: customers at the start.
        new: at the end, and never there before the period.
        returned: at the end and not at the start, but there before.
        expanded: there at both, paying more at the end; contracted: paying less.
        lost: at the start, and not at the end.
        money: recurring money; None where the file tells no fees.
    """

    start: int
    new: int
    returned: int
    expanded: int
    contracted: int
    lost: int
    money: Money | None

    @property
    def kept(self) -> int:
        """Customers at the start who are still there at the end."""
        return self.start - self.lost

    @property
    def end(self) -> int:
        """Customers at the end."""
        return self.kept + self.new + self.returned

    def __add__(self, other: Movement) -> Movement:
        """Pool two groups of customers, or the same customers in two periods."""
        if (self.money is None) != (other.money is None):
            raise ValueError("Movements with and without money cannot be pooled.")
        money = self.money + other.money if self.money and other.money else None
        counts = {name: getattr(self, name) + getattr(other, name) for name in COUNTS}
        return Movement(**counts, money=money)


COUNTS = tuple(field.name for field in fields(Movement) if field.name != "money")
SUMS = tuple(field.name for field in fields(Money))


@dataclass(frozen=True, slots=True)
class RevenueBook:
    """Movements of the total and of each segment value, period by period.

    Attributes:
        movements: by group; each has the first day of its period.
        periods: the periods, in order.
        observed: the cut-off day.
        free: contracts used whose fee is 0; None without fees.
        coverage: rows used and left out.
    """

    movements: dict[Group, Movement]
    periods: tuple[Span, ...]
    observed: date
    free: int | None
    coverage: Coverage

    @property
    def paid(self) -> bool:
        """Whether the file tells fees."""
        return self.free is not None

    def of(self, column: str | None = None, value: str | None = None) -> tuple[Movement, ...]:
        """The movements of one segment value, or of all customers, one a period."""
        return tuple(self.movements[Group(column, value, one.start)] for one in self.periods)

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a segment column."""
        found = {one.value for one in self.movements if one.column == column}
        return tuple(sorted(value for value in found if value is not None))


def movement_sums(customers: ir.Table) -> ir.Table:
    """One row a (`value` and) `period`, with the counts and sums of a `Movement`. Lazy.

    Args:
        customers: what `cxlib.tables.subscribed.states` gives.
    """
    at_start, at_end = customers.at_start == 1, customers.at_end == 1
    before, after = customers.before, customers.after
    came, stayed, left = ~at_start & at_end, at_start & at_end, at_start & ~at_end
    fresh = customers["first"] >= customers.period
    more, less = stayed & (after > before), stayed & (after < before)
    fee = before.cast("float64") / MONEY
    change = ibis.ifelse(at_start, (after - before).cast("float64") / MONEY, 0.0)
    loss = ibis.ifelse(change < 0, -change, 0.0)
    counted = {
        "start": at_start,
        "new": came & fresh,
        "returned": came & ~fresh,
        "expanded": more,
        "contracted": less,
        "lost": left,
    }
    money = {
        "start": before,
        "new": ibis.ifelse(came & fresh, after, 0),
        "returned": ibis.ifelse(came & ~fresh, after, 0),
        "expansion": ibis.ifelse(more, after - before, 0),
        "contraction": ibis.ifelse(less, before - after, 0),
        "lost": ibis.ifelse(left, before, 0),
        "start_start": fee * fee,
        "loss_start": loss * fee,
        "loss_loss": loss * loss,
        "change_start": change * fee,
        "change_change": change * change,
        "lost_lost": ibis.ifelse(left, fee * fee, 0.0),
    }
    keys = [name for name in ("value", "period") if name in customers.columns]
    return customers.group_by(*keys).agg(
        **{f"n_{name}": portable.flag(condition).sum() for name, condition in counted.items()},
        **{f"sum_{name}": amount.sum() for name, amount in money.items()},
    )


def read_revenue(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    observed: date | None = None,
) -> RevenueBook:
    """Count customers and their money from the start of each period to its end.

    Args:
        source: subscriptions with dates.
        period: month, quarter or year.
        selection: filters; of its days, `since` is the earliest start of a period and `until` a
            cut-off.
        by: segment columns, each on its own.
        observed: the cut-off day; None for the last date in the whole file.

    Raises:
        NotEnoughData: no row can be used, or the data end before a period begins.
        BadOption: the file has no dates, or they span too many periods.
    """
    asked = subscribed(source, selection=selection, observed=observed)
    kept = asked.question.kept
    coverage = read_coverage(asked.question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("A retention rate", have=0, need=1, unit="contract", hint=hint)
    periods, free = _periods(asked, kept, period)
    movements: dict[Group, Movement] = {}
    for column, segment in segments_of(source, by):
        rows = movement_sums(states(kept, periods, by=segment)).to_pyarrow().to_pylist()
        movements |= _fold(rows, periods, column, paid=asked.paid)
    return RevenueBook(movements, periods, asked.observed, free if asked.paid else None, coverage)


def _periods(asked: Subscribed, kept: ir.Table, period: str) -> tuple[tuple[Span, ...], int]:
    """The periods asked about, and the contracts without a fee."""
    free = portable.flag(kept.fee == 0).sum()
    found = kept.agg(first=kept.begins.min(), free=free).to_pyarrow().to_pylist()[0]
    every = spans(found["first"], asked.observed, period)
    periods = tuple(one for one in every if asked.since is None or one.start >= asked.since)
    if not periods:
        raise NotEnoughData(
            "A retention rate",
            have=0,
            need=1,
            unit=period,
            hint=f"None begins from {asked.since} to {asked.observed}; choose more days.",
        )
    return periods, int(found["free"])


def _fold(
    rows: Iterable[Mapping[str, Any]], periods: Sequence[Span], column: str | None, *, paid: bool
) -> dict[Group, Movement]:
    """Movements by group; a period in which nobody was there has zeros."""
    found = {Group(column, row.get("value"), row["period"]): _read(row, paid) for row in rows}
    values = {group.value for group in found} if column else {None}
    none = {f"n_{name}": 0 for name in COUNTS} | {f"sum_{name}": 0 for name in SUMS}
    for value in values:
        for one in periods:
            found.setdefault(Group(column, value, one.start), _read(none, paid))
    return found


def _read(row: Mapping[str, Any], paid: bool) -> Movement:
    money = None
    if paid:
        sums = {name: row[f"sum_{name}"] for name in SUMS}
        whole = (float(sums[name]) if "_" in name else int(sums[name]) for name in SUMS)
        money = Money(*whole)  # type: ignore[arg-type]
    return Movement(**{name: int(row[f"n_{name}"]) for name in COUNTS}, money=money)
