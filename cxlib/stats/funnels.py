"""How far customers come along chosen events, and how long each step takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import first_reason, segments_of
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.hours import seconds
from cxlib.tables.question import Coverage, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Whole = NDArray[np.int64]
MOST = 500
"""Events that an analyst can choose from."""


@dataclass(frozen=True, slots=True, eq=False)
class StepTimes:
    """Customers who reached a step, by their time from the step before.

    Attributes:
        seconds: distinct times, 0 at the first step, shape (k,).
        n: customers with each, shape (k,).
    """

    seconds: Whole
    n: Whole

    @property
    def customers(self) -> int:
        """Customers who reached the step."""
        return int(self.n.sum())


@dataclass(frozen=True, slots=True)
class FunnelBook:
    """Customers at each step, for the total and each segment value.

    Attributes:
        steps: the events, in order.
        times: customers at each step a group, in the order of the steps.
        coverage: rows used and left out.
    """

    steps: tuple[str, ...]
    times: dict[Group, tuple[StepTimes, ...]]
    coverage: Coverage


def read_funnel(
    source: Source,
    *,
    steps: Sequence[str],
    within: int | None = None,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
) -> FunnelBook:
    """Count the customers who did the steps in order.

    Args:
        source: events with their names.
        steps: names of at least two events, in order.
        within: seconds from the first step within which all others have to come; None for any.
        selection: filters and range of days.
        by: segment columns, each on its own; all steps then need the same value.

    Raises:
        BadOption: fewer than two steps, or a step that no event is.
        NotEnoughData: no event can be used.
    """
    question = ask(source, selection, roles=["customer", "event"], time="happened")
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("A funnel", have=0, need=1, unit="event", hint=hint)
    kept = question.kept
    _check_steps(kept, steps, source.name)
    times: dict[Group, tuple[StepTimes, ...]] = {}
    for column, segment in segments_of(source, by):
        table = funnel_counts(kept, steps=steps, within=within, by=segment)
        times |= _times_of(table, column, len(steps))
    return FunnelBook(tuple(steps), times, coverage)


def read_event_names(
    source: Source, *, selection: Selection = EVERYTHING
) -> tuple[tuple[str, int], ...]:
    """The events of a log and how many customers did each: the most frequent first, up to `MOST`.

    Args:
        source: events with their names.
        selection: filters and range of days.
    """
    question = ask(source, selection, roles=["customer", "event"], time="happened")
    rows = event_customers(question.kept).limit(MOST).to_pyarrow().to_pylist()
    return tuple((row["event"], row["n"]) for row in rows)


def event_customers(active: ir.Table) -> ir.Table:
    """Customers by event they ever did: `event`, `n`; the most frequent first. Lazy.

    Args:
        active: columns `customer`, `event`.
    """
    each = active.select("event", "customer").distinct()
    counted = each.group_by("event").agg(n=portable.count())
    return counted.order_by(counted.n.desc(), "event")


def funnel_counts(
    active: ir.Table, *, steps: Sequence[str], within: int | None = None, by: str | None = None
) -> ir.Table:
    """Customers by step and time from the step before: (`value`,) `step`, `seconds`, `n`. Lazy.

    A customer's first event of step 1 begins; step k is reached at the first event of that name at
    or after step k - 1 was reached. A name that stands twice in a row needs a later moment.

    Args:
        active: columns `customer`, `happened`, `event`, and the segment columns.
        steps: names of the events, in order.
        within: seconds from the first step within which all others have to come; None for any.
        by: the table's name of a segment column.
    """
    some = active.filter(active.event.isin(list(dict.fromkeys(steps))))
    keys: dict[str, ir.Value] = {} if by is None else {"value": some[by].fill_null(BLANK)}
    walk = some.select(customer=some.customer, happened=some.happened, event=some.event, **keys)
    whose = ibis.window(group_by=["customer", *keys])
    for place, step in enumerate(steps, 1):
        fits = walk.event == step
        if place > 1:
            before = walk[f"t{place - 1}"]
            same = steps[place - 2] == step
            fits &= (walk.happened > before) if same else (walk.happened >= before)
        if place > 1 and within is not None:
            fits &= walk.happened <= walk.t1 + ibis.interval(seconds=within)
        reached = ibis.ifelse(fits.fill_null(False), walk.happened, None).min().over(whose)
        walk = walk.mutate(**{f"t{place}": reached})
    names = [f"t{place}" for place in range(1, len(steps) + 1)]
    each = walk.group_by("customer", *keys).agg(**{name: walk[name].min() for name in names})
    parts = []
    for place, name in enumerate(names):
        there = each.filter(each[name].notnull())
        took = seconds(there[name]) - seconds(there[names[max(place - 1, 0)]])
        step = ibis.literal(place, "int64")
        parts.append(there.group_by(*keys, step=step, seconds=took).agg(n=portable.count()))
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def _check_steps(kept: ir.Table, steps: Sequence[str], name: str) -> None:
    if len(steps) < 2:
        raise BadOption(f"A funnel needs at least two steps; {len(steps)} was given.")
    known = kept.select("event").distinct().order_by("event").limit(1000).to_pyarrow()
    names = known["event"].to_pylist()
    for step in steps:
        if step not in names:
            raise BadOption(
                f"No event of '{name}' is '{step}'. There are: {', '.join(names[:12])}."
            )


def _times_of(
    table: ir.Table, column: str | None, steps: int
) -> dict[Group, tuple[StepTimes, ...]]:
    read = table.to_pyarrow()
    step, took, n = (read[one].to_numpy().astype(np.int64) for one in ("step", "seconds", "n"))
    if "value" in read.column_names:
        coded = read["value"].combine_chunks().dictionary_encode()
        values, codes = coded.dictionary.to_pylist(), coded.indices.to_numpy()
    else:
        values, codes = [None], np.zeros(len(read), np.int64)
    found = {}
    for place, value in enumerate(values):
        rows = [(codes == place) & (step == one) for one in range(steps)]
        found[Group(column, value)] = tuple(StepTimes(took[mine], n[mine]) for mine in rows)
    return found
