"""Moments as seconds on a clock that runs always, or only while a team is at work. Portable."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import DAY, BusinessHours
from cxlib.engine import portable

EPOCH = date(1970, 1, 1)
LIVE, WALL = 1, 0
"""Moments whose offset is known (in UTC), and moments on the wall clock of the team's zone."""
OFFSET = "[0-9]:[0-9]{2}[0-9:.,]*( *[AaPp][.]?[Mm][.]?)? *(Z|UTC|GMT|[+-][0-9]{2})"
"""A time with an offset: its moment was converted to UTC."""

Piece = tuple[int, int]
"""First second and the second after the last, from 1970 on."""


def seconds(moment: ir.TimestampValue) -> ir.IntegerValue:
    """Whole seconds since 1970; deltas and epochs of timestamps differ between engines."""
    clock = [moment.hour(), moment.minute(), moment.second()]
    hour, minute, second = (part.cast("int64") for part in clock)
    days = portable.days_between(ibis.literal(EPOCH), moment.date())
    return days * DAY + hour * 3600 + minute * 60 + second


def open_seconds(
    table: ir.Table, moments: Mapping[str, str], hours: BusinessHours, *, days: tuple[date, date]
) -> ir.Table:
    """`table` with the business seconds up to each moment, and the moment on the zone's wall clock.

    The business time between two moments is the difference of their seconds. A moment is taken to
    be in UTC where its cell has an offset, else on the wall clock of the zone: of an hour that
    comes twice the first is meant, and an hour that is skipped is no time at all. Lazy.

    Args:
        table: the moments, and `<moment>_zoned`: whether the cell has an offset.
        moments: column of a moment to the column for its business seconds; the second on the
            wall clock goes to `<column>_wall`.
        hours: when the team works.
        days: first and last day of all moments.
    """
    rows = calendar(hours, *days)
    pieces = [name for name in rows[0] if name[:1] in "sl" and name[1:].isdecimal()]
    types = {name: "date" if name == "date" else "int64" for name in rows[0]}
    book = portable.book(rows, types)
    for moment, name in moments.items():
        table = table.mutate(
            _day=table[moment].date(),
            _zoned=portable.flag(table[f"{moment}_zoned"].fill_null(False)).cast("int64"),
            _second=seconds(table[moment]) % DAY,
        )
        kept = [one for one in table.columns if not one.startswith("_")]
        joined = table.left_join(
            book.view(), [("_day", "date"), ("_zoned", "live")], rname="_{name}"
        )
        second = joined._second
        worked = joined.before + ibis.ifelse(second >= joined.jump_at, joined.jump, 0)
        for place in range(1, len(pieces) // 2 + 1):
            start, length = joined[f"s{place}"], joined[f"l{place}"]
            worked += ibis.least(ibis.greatest(second - start, 0), length)
        shift = ibis.ifelse(second >= joined.shift_at, joined.later_shift, joined.shift)
        wall = seconds(joined[moment]) + shift
        table = joined.select(*kept, **{name: worked, f"{name}_wall": wall})
    return table


def calendar(hours: BusinessHours, first: date, last: date) -> list[dict[str, Any]]:
    """Two rows a day, of a day in UTC (`live` 1) and of one on the wall clock (`live` 0).

    Business seconds up to second x of a day are `before` + the sum over k of x - s<k>, at least 0
    and at most l<k>, + `jump` from second `jump_at` on. The wall clock is UTC + `shift`, from
    second `shift_at` on + `later_shift`; 0 on the wall clock itself.
    """
    zone = _Zone.of(hours, first - timedelta(2), last + timedelta(2))
    days = [first + timedelta(k) for k in range((last - first).days + 1)]
    rows = [zone.live_row(day) for day in days] + [zone.wall_row(day) for day in days]
    width = max(1, *(len(row["pieces"]) for row in rows))
    for row in rows:
        pieces = row.pop("pieces")
        pieces += [(0, 0)] * (width - len(pieces))
        for place, (start, end) in enumerate(pieces, 1):
            row |= {f"s{place}": start, f"l{place}": end - start}
    return rows


@dataclass(frozen=True, slots=True)
class _Zone:
    """Opening times in UTC, and when the offset of the zone changes.

    Attributes:
        hours: the weekly hours.
        changes: (second in UTC from which it holds, offset) pairs, ascending.
        pieces: open seconds in UTC, ascending and apart.
        totals: seconds open before each piece.
    """

    hours: BusinessHours
    changes: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]
    totals: tuple[int, ...]

    @classmethod
    def of(cls, hours: BusinessHours, first: date, last: date) -> _Zone:
        changes = tuple(_changes(hours, first, last))
        wall = _wall_pieces(hours, first, last)
        ends = [start for start, _ in changes[1:]] + [_second(last) + DAY]
        found: list[Piece] = []
        for (start, offset), end in zip(changes, ends, strict=True):
            moved = ((a - offset, b - offset) for a, b in wall)
            found += _within(moved, start, end)
        pieces = tuple(_merged(found))
        totals = tuple(accumulate((b - a for a, b in pieces), initial=0))
        return cls(hours, changes, pieces, totals[:-1])

    def open_until(self, moment: int) -> int:
        """Business seconds before a second in UTC."""
        place = bisect_right(self.pieces, (moment, moment)) - 1
        if place < 0:
            return 0
        start, end = self.pieces[place]
        return self.totals[place] + min(moment, end) - start

    def open_pieces(self, start: int, end: int) -> list[Piece]:
        """Open seconds in a stretch of UTC."""
        low = max(0, bisect_right(self.pieces, (start, start)) - 1)
        high = bisect_right(self.pieces, (end, end))
        return list(_within(self.pieces[low:high], start, end))

    def offset_at(self, moment: int) -> int:
        """Seconds that the wall clock is ahead of UTC."""
        return self.changes[bisect_right(self.changes, (moment, DAY)) - 1][1]

    def live_row(self, day: date) -> dict[str, Any]:
        """A day in UTC."""
        start = _second(day)
        inside = [one for one in self.changes if start < one[0] < start + DAY]
        shift = self.offset_at(start)
        at, later = (inside[0][0] - start, inside[0][1]) if inside else (DAY, shift)
        pieces = [(a - start, b - start) for a, b in self.open_pieces(start, start + DAY)]
        row = {"date": day, "live": LIVE, "before": self.open_until(start), "pieces": pieces}
        return row | {
            "jump_at": DAY,
            "jump": 0,
            "shift": shift,
            "shift_at": at,
            "later_shift": later,
        }

    def wall_row(self, day: date) -> dict[str, Any]:
        """A day on the wall clock; where the clocks change, the hours that come first count."""
        start = _second(day)
        row = {"date": day, "live": WALL, "shift": 0, "shift_at": DAY, "later_shift": 0}
        for (_, before), (moment, after) in pairwise(self.changes):
            if 0 <= moment + before - start < DAY:
                until, begin = moment + before, max(moment + before, moment + after)
                first = self.open_pieces(start - before, moment)
                second = self.open_pieces(begin - after, start + DAY - after)
                pieces = [(a + before - start, b + before - start) for a, b in first]
                pieces += [(a + after - start, b + after - start) for a, b in second]
                jump = self.open_until(begin - after) - self.open_until(moment)
                jumps = {"jump_at": until - start, "jump": jump, "pieces": pieces}
                return row | jumps | {"before": self.open_until(start - before)}
        offset = self._offset_of_wall(start)
        pieces = self.open_pieces(start - offset, start + DAY - offset)
        moved = [(a + offset - start, b + offset - start) for a, b in pieces]
        before_day = self.open_until(start - offset)
        return row | {"jump_at": DAY, "jump": 0, "pieces": moved, "before": before_day}

    def _offset_of_wall(self, wall: int) -> int:
        """The offset at a second of the wall clock that no change is near."""
        return next(
            (
                after
                for (_, before), (m, after) in reversed([*pairwise(self.changes)])
                if wall >= m + before
            ),
            self.changes[0][1],
        )


def _second(day: date) -> int:
    return (day - EPOCH).days * DAY


def _changes(hours: BusinessHours, first: date, last: date) -> Iterator[tuple[int, int]]:
    """When the offset of the zone changes, to the second; first the offset at the beginning."""
    clock = hours.clock

    def offset(second: int) -> int:
        found = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)).astimezone(clock)
        ahead = found.utcoffset() or timedelta(0)
        return int(ahead.total_seconds())

    low, known = _second(first), offset(_second(first))
    yield low, known
    for high in range(low + DAY, _second(last) + DAY + 1, DAY):
        new = offset(high)
        if new != known:
            a, b = high - DAY, high
            while b - a > 1:
                middle = (a + b) // 2
                a, b = (middle, b) if offset(middle) == known else (a, middle)
            yield b, new
            known = new


def _wall_pieces(hours: BusinessHours, first: date, last: date) -> list[Piece]:
    """Open seconds on the wall clock, as if its days were all of 24 hours."""
    found = []
    for step in range((last - first).days + 1):
        day = first + timedelta(step)
        if day not in hours.holidays:
            start = _second(day)
            spans = (one for one in hours.spans if one.weekday == day.weekday())
            found += [(start + one.start, start + one.end) for one in spans]
    return list(_merged(found))


def _within(pieces: Iterable[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces as far as they lie between two seconds."""
    for a, b in pieces:
        low, high = max(a, start), min(b, end)
        if low < high:
            yield low, high


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces in order, those that touch made one."""
    open_from = open_to = None
    for start, end in sorted(pieces):
        if open_to is None or open_from is None or start > open_to:
            if open_from is not None and open_to is not None:
                yield open_from, open_to
            open_from, open_to = start, end
        else:
            open_to = max(open_to, end)
    if open_from is not None and open_to is not None:
        yield open_from, open_to
