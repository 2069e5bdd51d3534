"""Why customers left: departures by reason, and censorings, per distinct duration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, segments_of
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.lives import Entry, Lives
from cxlib.tables.contracts import contracts
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

NO_REASON = "(no reason given)"
"""The reason of customers who left and whose cell is blank: a cause of its own."""
OTHER = "Other reasons"
"""The reason that stands for all that are too rare to be shown alone."""
MOST_REASONS = 8


@dataclass(frozen=True, slots=True)
class Leavings:
    """An event table with one row of departures a reason; durations ascend.

    Attributes:
        durations: distinct durations, shape (k,), at least 0, in the unit of the question.
        reasons: distinct reasons in alphabetical order, shape (r,).
        events: customers who left for each reason after exactly that long, shape (r, k).
        censored: customers last seen still there after that long, shape (k,).
        late: (time, customers) of those watched only after some time from their start on, as in
            `Lives`.
    """

    durations: tuple[float, ...]
    reasons: tuple[str, ...]
    events: tuple[tuple[int, ...], ...]
    censored: tuple[int, ...]
    late: tuple[Entry, ...] = ()

    @classmethod
    def of(
        cls, rows: Iterable[tuple[float, str | None, int]], late: Iterable[Entry] = ()
    ) -> Leavings:
        """From (duration, reason, customers) rows in any order; None is still there.

        `late` are (time of entry, customers) of the same customers; all others entered at 0.
        """
        entered: Counter[float] = Counter()
        for time, n in late:
            entered[time] += n
        pooled: Counter[tuple[float, str | None]] = Counter()
        for duration, reason, n in rows:
            pooled[duration, reason] += n
        durations = sorted({duration for duration, _ in pooled})
        reasons = sorted({reason for _, reason in pooled if reason is not None})
        return cls(
            tuple(durations),
            tuple(reasons),
            tuple(tuple(pooled[d, reason] for d in durations) for reason in reasons),
            tuple(pooled[d, None] for d in durations),
            tuple((time, n) for time, n in sorted(entered.items()) if time > 0 and n),
        )

    @property
    def rows(self) -> list[tuple[float, str | None, int]]:
        """(duration, reason, customers) rows, as `of` takes them."""
        named: list[tuple[str | None, tuple[int, ...]]] = [(None, self.censored)]
        named += zip(self.reasons, self.events, strict=True)
        return [
            (duration, reason, n)
            for reason, counts in named
            for duration, n in zip(self.durations, counts, strict=True)
            if n
        ]

    @property
    def n(self) -> int:
        """Number of customers."""
        return sum(self.censored) + self.deaths

    @property
    def deaths(self) -> int:
        """Number of customers who left, for any reason."""
        return sum(map(sum, self.events))

    @property
    def left(self) -> dict[str, int]:
        """Customers who left, by reason."""
        return {reason: sum(n) for reason, n in zip(self.reasons, self.events, strict=True)}

    @property
    def longest(self) -> float:
        """Longest follow-up; 0 without customers."""
        return self.durations[-1] if self.durations else 0.0

    def for_reason(self, reason: str) -> Lives:
        """One reason's departures; who left for another counts as last seen then.

        What a rate for this reason among customers still there needs; not a share of customers.
        """
        rows = ((d, n * (why == reason), n * (why != reason)) for d, why, n in self.rows)
        return Lives.of(rows, self.late)

    def scaled(self, unit: float) -> Leavings:
        """The same with durations divided by `unit`."""
        return replace(
            self,
            durations=tuple(d / unit for d in self.durations),
            late=tuple((time / unit, n) for time, n in self.late),
        )

    def pooled(self, keep: Collection[str]) -> Leavings:
        """The same with all reasons but those in `keep` made one, `OTHER`."""
        rows = ((d, why if why is None or why in keep else OTHER, n) for d, why, n in self.rows)
        return Leavings.of(rows, self.late)

    def __add__(self, other: Leavings) -> Leavings:
        """Pool two groups of customers."""
        return Leavings.of([*self.rows, *other.rows], [*self.late, *other.late])


def reason_counts(contracts: ir.Table, *, reason: str, by: str | None = None) -> ir.Table:
    """One row per segment value, distinct duration and reason. Lazy.

    Args:
        contracts: columns `duration` (float64), `event` (0 or 1), the reason, the segment, and
            `entry` (float64) where customers may have been watched only from then on.
        reason: the table's name of the text column with reasons; blank cells are null.
        by: the table's name of a segment column; None for no segment.

    Returns:
        Columns `value` (text; only with `by`), `duration`, `reason` (null: still there), `left`
        and `late` (int64): customers whose time ended so, and those watched only after it.
    """
    why = ibis.coalesce(contracts[reason], NO_REASON)
    why = ibis.ifelse(contracts.event == 1, why, ibis.null("string"))
    keys = {} if by is None else {"value": contracts[by].fill_null(BLANK)}
    one, zero = ibis.literal(1, "int64"), ibis.literal(0, "int64")
    rows = contracts.select(duration=contracts.duration, reason=why, left=one, late=zero, **keys)
    if "entry" in contracts.columns:
        entries = contracts.filter(contracts.entry > 0).select(
            duration=contracts.entry, reason=ibis.null("string"), left=zero, late=one, **keys
        )
        rows = rows.union(entries)
    grouped = rows.group_by("duration", "reason", *keys)
    return grouped.agg(left=rows.left.sum(), late=rows.late.sum())


@dataclass(frozen=True, slots=True)
class ReasonTable:
    """Departures by reason for the total and each segment value.

    Attributes:
        leavings: an event table a group; durations in days where `dated`, else in the file's unit.
        dated: whether durations are days between dates.
        observed: the cut-off day; None without dates.
        rare: (reason, departures) of the reasons that are pooled as `OTHER`, most frequent first.
        coverage: rows used and left out.
    """

    leavings: dict[Group, Leavings]
    dated: bool
    observed: date | None
    rare: tuple[tuple[str, int], ...]
    coverage: Coverage

    def in_units(self, days: float) -> dict[Group, Leavings]:
        """The event tables with durations in a unit of so many days; as they are without dates."""
        if not self.dated:
            return self.leavings
        return {group: one.scaled(days) for group, one in self.leavings.items()}


def read_reasons(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    observed: date | None = None,
    records_from: date | None = None,
    most: int = MOST_REASONS,
) -> ReasonTable:
    """Count departures by reason, and censorings, by duration.

    A blank reason of a customer who left is a reason of its own, `NO_REASON`; what stands in the
    cell of a customer who is still there does not count.

    Args:
        source: subscriptions.
        selection: filters; days act on the start.
        by: segment columns, each on its own.
        observed: the cut-off day; None for the last date in the whole file.
        records_from: the day on which the records begin; None where they hold everybody.
        most: reasons that are kept apart, the most frequent ones of the total; others are pooled.

    Raises:
        BadOption: no column bears the reason.
        NotEnoughData: no row can be used, or nobody has left.
    """
    source.require("reason")
    asked = contracts(source, selection=selection, observed=observed, records_from=records_from)
    coverage = read_coverage(asked.question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Reasons to leave", have=0, need=1, unit="customer", hint=hint)
    # The column `reason` of a question says why a row is left out, so the file's cell is read.
    named = source.mapping.column("reason") or ""
    cell = asked.stays[source.segment(named)]
    codes = source.mapping.reading(named).blanks
    kept = asked.stays.mutate(why=ibis.ifelse(cell.isin(codes), None, cell) if codes else cell)
    found: dict[Group, Leavings] = {}
    for column, segment in segments_of(source, by):
        found |= _read(reason_counts(kept, reason="why", by=segment), column)
    total = found[TOTAL]
    if not total.deaths:
        hint = "Nobody in this selection has left by the cut-off. Widen the dates or the filters."
        raise NotEnoughData("Reasons to leave", have=0, need=1, unit="departure", hint=hint)
    rare = _rare(total, most)
    keep = set(total.reasons) - {reason for reason, _ in rare}
    return ReasonTable(
        {group: one.pooled(keep) if rare else one for group, one in found.items()},
        asked.dated,
        asked.observed,
        rare,
        coverage,
    )


def _read(table: ir.Table, column: str | None) -> dict[Group, Leavings]:
    """Run the query and fold its rows into one event table a group."""
    rows: dict[Group, list[tuple[float, str | None, int]]] = {}
    late: dict[Group, list[Entry]] = {}
    for row in table.to_pyarrow().to_pylist():
        group, duration = Group(column, row.get("value")), float(row["duration"])
        if row["left"]:
            rows.setdefault(group, []).append((duration, row["reason"], int(row["left"])))
        late.setdefault(group, []).append((duration, int(row["late"])))
    return {group: Leavings.of(counts, late[group]) for group, counts in rows.items()}


def _rare(total: Leavings, most: int) -> tuple[tuple[str, int], ...]:
    """Named reasons beyond the most frequent ones; the blank one always stays apart."""
    named = [(reason, n) for reason, n in total.left.items() if reason != NO_REASON]
    named.sort(key=lambda pair: (-pair[1], pair[0]))
    return tuple(named[most:])
