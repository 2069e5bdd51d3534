"""What a cohort table asks: the length of a period, the distances, what counts as active."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from cxlib.engine.portable import PERIODS
from cxlib.errors import BadOption
from cxlib.tables.contracts import UNITS

WINDOWS = {"day": 1, "week": 7, "month": 30}
"""Days of a window on a customer's own clock."""


class Rule(StrEnum):
    """What counts as active at a distance of k periods."""

    ON = "on"  # active in the k-th period
    ON_OR_AFTER = "on-or-after"  # active in the k-th period or any later one
    BRACKET = "bracket"  # active in any period from one edge up to, not including, the next


class Clock(StrEnum):
    """When a period begins."""

    CALENDAR = "calendar"  # with the calendar's day, week, month, quarter or year
    OWN = "own"  # with the customer's own first moment: windows of 24 hours, 7 days or 30 days


MOST, FURTHEST = 120, 2_000
"""Distances that a table has, and how far they reach."""


@dataclass(frozen=True, slots=True)
class CohortGrid:
    """The cells of a cohort table.

    Attributes:
        period: day, week, month, quarter or year; also the period of a customer's first activity,
            by which customers are in cohorts.
        offsets: distances in periods; for brackets the edges, of which the last closes.
        rule: what counts as active.
        clock: when a period begins.
        unit: day, week, month or year: what durations count, for contracts without an end.

    Raises:
        BadOption: the offsets do not ascend from 0, a bracket lacks an edge, a customer's own
            clock has no window of this length, or there is no such period or unit.
    """

    period: str
    offsets: tuple[int, ...]
    rule: Rule = Rule.ON
    clock: Clock = Clock.CALENDAR
    unit: str = "month"

    def __post_init__(self) -> None:
        """Refuse what makes no table."""
        if self.period not in PERIODS:
            raise BadOption(f"There is no period '{self.period}'; there are {', '.join(PERIODS)}.")
        if self.unit not in UNITS:
            raise BadOption(f"There is no unit '{self.unit}'; there are {', '.join(UNITS)}.")
        if self.clock is Clock.OWN and self.period not in WINDOWS:
            raise BadOption(
                f"A customer's own clock has windows of a day, a week or a month (30 days), not of "
                f"a {self.period}. Choose another period, or the calendar."
            )
        ascending = all(a < b for a, b in pairwise(self.offsets))
        if not self.offsets or self.offsets[0] < 0 or not ascending:
            shown = ",".join(map(str, self.offsets)) or "empty"
            raise BadOption(
                f"The offsets are {shown}; they have to ascend from 0, such as 1,3,6,12."
            )
        if self.offsets[-1] > FURTHEST or len(self.offsets) > MOST:
            raise BadOption(
                f"A cohort table holds at most {MOST} distances of up to {FURTHEST} periods; these "
                f"are {len(self.offsets)} up to {self.offsets[-1]}. Choose fewer, such as 1,3,6,12."
            )
        if self.rule is Rule.BRACKET and len(self.offsets) < 2:
            raise BadOption("A bracket needs two edges at least, such as --offsets 1,3,6,12.")

    @property
    def cells(self) -> tuple[tuple[int, int], ...]:
        """(first period, the period after the last one that has to be covered) of each cell."""
        if self.rule is Rule.BRACKET:
            return tuple(pairwise(self.offsets))
        return tuple((k, k + 1) for k in self.offsets)

    @property
    def window(self) -> int:
        """Days of a window on a customer's own clock."""
        return WINDOWS[self.period]
