"""Which rows a question is asked of: filters and a range of days, and why others are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.filters import AllOf, Filter, holds
from cxlib.tables.filters import Condition as Condition
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows kept: all filters hold, and the day lies from `since` to `until`, both included."""

    where: tuple[Filter, ...] = ()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a range that ends before it begins."""
        if self.since and self.until and self.since > self.until:
            raise BadOption(
                f"The range begins on {self.since} and ends on {self.until}, before it begins. "
                "Swap the two days (--since, --until)."
            )

    @property
    def dated(self) -> bool:
        """Whether days matter."""
        return self.since is not None or self.until is not None

    def words(self) -> str:
        """The selection for a reader; empty where nothing is filtered."""
        parts = [one.words() for one in self.where]
        if self.since and self.until:
            parts.append(say("{since} to {until}", since=self.since, until=self.until))
        elif self.since:
            parts.append(say("from {since}", since=self.since))
        elif self.until:
            parts.append(say("to {until}", until=self.until))
        return ", ".join(parts)


EVERYTHING = Selection()


def dropped_by(source: Source, table: ir.Table, one: Filter) -> ir.BooleanValue:
    """Whether a row fails the filter `one`."""
    return ~holds(source, table, one)


def where_reasons(
    source: Source, table: ir.Table, selection: Selection
) -> list[tuple[ir.BooleanValue, str]]:
    """(condition, reason) pairs for the rows that the filters drop, one for each top-level part."""
    parts = [
        part
        for one in selection.where
        for part in (one.parts if isinstance(one, AllOf) else (one,))
    ]
    return [
        (dropped_by(source, table, one), say("not kept by the filter {words}", words=one.words()))
        for one in parts
    ]


def day_reasons(day: ir.DateValue, selection: Selection) -> list[tuple[ir.BooleanValue, str]]:
    """(condition, reason) pairs for the rows before `since` or after `until`."""
    reasons = []
    if selection.since:
        first = ibis.literal(selection.since)
        reasons.append((day < first, say("before {day}", day=selection.since)))
    if selection.until:
        last = ibis.literal(selection.until)
        reasons.append((day > last, say("after {day}", day=selection.until)))
    return reasons
