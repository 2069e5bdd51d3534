"""What needs attention in a dataset, in sentences, with one-click fixes where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from cxlib.charts.words import number
from cxlib.columns.changes import BLANK, CHOICE, DATES, DECIMAL, PERSONAL, Fix
from cxlib.columns.column import Column, Dates, Profile
from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping
from cxlib.columns.masking import how_shown
from cxlib.columns.personal import personal_columns
from cxlib.columns.scores import read_score
from cxlib.columns.typed import role_names
from cxlib.locale.speak import say
from cxlib.stats.cell_counts import RoleCells
from cxlib.stats.coverage_time import TimeCoverage
from cxlib.stats.extremes import Spread
from cxlib.stats.quality import Quality
from cxlib.stats.row_checks import BEFORE, CODE, FUTURE, Impossible

Severity = Literal["problem", "notice"]
EXPECTED = (" is blank", " has the code ", "the row answers another question")
"""What the reason of a missing value says where nothing is wrong with the cell."""
NAMED = 3
"""Values and columns that a sentence names."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an analyst should know of a dataset.

    Attributes:
        severity: "problem" where numbers may be wrong or rows are lost by mistake, else "notice".
        name: what kind of finding it is.
        column: the column it is about, or the role without one; "" for the whole file.
        rows: rows concerned; None where it is not about rows.
        share: those as a fraction of all rows; None likewise.
        text: one sentence.
        fix: a decision that mends it; None where there is none.
    """

    severity: Severity
    name: str
    column: str
    rows: int | None
    share: float | None
    text: str
    fix: Fix | None = None


def findings(quality: Quality, mapping: Mapping, profile: Profile) -> tuple[Finding, ...]:
    """What needs attention, problems first, then by rows.

    Args:
        quality: what was counted.
        mapping: how the dataset is read.
        profile: what the cells of its first file look like.
    """
    told = _Telling(quality, mapping, profile)
    found = [
        *told.impossible(),
        *told.unreadable(),
        *told.repeats(),
        *told.numbers(),
        *told.formats(),
        *told.gaps(),
        *told.columns(),
    ]
    return tuple(sorted(found, key=lambda one: (one.severity != "problem", -(one.rows or 0))))


@dataclass(frozen=True, slots=True)
class _Telling:
    quality: Quality
    mapping: Mapping
    profile: Profile

    def impossible(self) -> Iterator[Finding]:
        """Dates that contradict each other or the calendar."""
        for one in self.quality.impossible:
            column = self._column(one.role)
            fix = self._code_fix(column, one.other) if one.check == CODE else None
            yield self._finding("problem", one.check, column, one.rows, _dated(one, column), fix)

    def unreadable(self) -> Iterator[Finding]:
        """Cells that say something that a role cannot use."""
        roles = role_names(self.mapping)
        for one in self.quality.roles:
            rows, reason = _wrong(one)
            if not rows:
                continue
            role = roles[one.role][0]
            codes = self._off_scale(role, one.column) if role.type is Type.SCORE else []
            for code, n in codes:
                text = say("{code} in {column} is off the scale", code=code, column=one.column)
                blank = Fix(BLANK, one.column, code)
                yield self._finding("problem", "off_scale", one.column, n, text, blank)
            left = rows - sum(n for _, n in codes)
            if left > 0:
                text = say("{column}: {reason}", column=one.column, reason=reason)
                fix = self._other_order(one.column) if role.type is Type.MOMENT else None
                yield self._finding("problem", "unreadable", one.column, left, text, fix)

    def repeats(self) -> Iterator[Finding]:
        """Rows or keys that stand more than once, and orders of nobody."""
        repeated, key = self.quality.repeated, self.quality.key
        if repeated and self.mapping.choice("duplicates") == "keep":
            fix = Fix(CHOICE, "duplicates", "drop")
            text = say("Rows equal an earlier row in every cell")
            yield self._finding("notice", "repeated", "", repeated, text, fix)
        if key and key[1]:
            column = self._column(key[0])
            text = say("{column} is not unique: these rows repeat one", column=column)
            yield self._finding("problem", "key", column, key[1], text)
        guests = dict(self.quality.choices).get("guests")
        if guests and self.mapping.choice("guests") == "drop":
            text = say("Orders have no customer and are left out")
            fix = Fix(CHOICE, "guests", "own")
            yield self._finding("notice", "guests", self._column("customer"), guests, text, fix)

    def numbers(self) -> Iterator[Finding]:
        """Codes for missing numbers, and numbers far from the others."""
        for one in self.quality.spreads:
            column = self._column(one.role)
            for value, n in one.codes:
                code = _written(value)
                text = say(
                    "{code} in {column} looks like a code for no number", code=code, column=column
                )
                fix = self._number_fix(column, value)
                yield self._finding("problem", "code", column, n, text, fix)
            if one.beyond and self.mapping.column(one.role.partition("_")[0]):
                yield self._finding("notice", "outliers", column, one.beyond, _far(one, column))

    def formats(self) -> Iterator[Finding]:
        """Columns whose cells are written in more than one way."""
        for role, column in role_names(self.mapping).values():
            seen = self._seen(column)
            if seen is None:
                continue
            if role.type is Type.MOMENT:
                yield from self._dates(column, seen)
            if role.type in (Type.NUMBER, Type.MONEY):
                yield from self._marks(column, seen)
            if role.type is Type.MONEY and len(seen.numbers.currencies) > 1:
                signs = ", ".join(seen.numbers.currencies)
                text = say(
                    "{column} mixes currencies ({signs}), added up as one",
                    column=column,
                    signs=signs,
                )
                yield self._finding("problem", "currencies", column, None, text)

    def gaps(self) -> Iterator[Finding]:
        """Days without rows."""
        time = self.quality.time
        if time and time.gaps:
            yield self._finding("notice", "gaps", self._column(time.role), None, _longest(time))

    def columns(self) -> Iterator[Finding]:
        """Columns that hold nothing, and personal ones that are shown."""
        blank = [one.column for one in self.quality.columns if not one.filled]
        if blank:
            text = say("Blank columns: {names}", names=_some(blank))
            yield self._finding("notice", "blank", "", None, text)
        for column, how in personal_columns(self.profile, self.mapping.columns("customer")):
            if how_shown(self.mapping, column) is None:
                text = say("{column} looks personal and is shown", column=column)
                fix = Fix(PERSONAL, column, how)
                yield self._finding("notice", "personal", column, None, text, fix)

    def _dates(self, column: str, seen: Column) -> Iterator[Finding]:
        chosen = self.mapping.reading(column).date_format
        here = next((one for one in seen.dates if one.date_format == chosen), None)
        if here is None or chosen == AMBIGUOUS:
            return
        twin = _twin(seen, here)
        if twin and twin.readable == here.readable:
            text = (
                say("Day and month in {column} can be swapped; read month first", column=column)
                if chosen.startswith("%m")
                else say("Day and month in {column} can be swapped; read day first", column=column)
            )
            fix = Fix(DATES, column, twin.date_format)
            yield self._finding("notice", "swapped", column, None, text, fix)
        others = [one for one in seen.dates if one not in (here, twin) and not _is_twin(one, seen)]
        if others:
            text = say("Dates in {column} are written in several forms", column=column)
            rows = sum(one.readable for one in others)
            yield self._finding("notice", "forms", column, rows, text)

    def _marks(self, column: str, seen: Column) -> Iterator[Finding]:
        mark = self.mapping.reading(column).decimal
        unclear = seen.numbers.unsure if not seen.numbers.sure else 0
        wrong = seen.numbers.sure and seen.numbers.readable and mark != seen.numbers.decimal
        if unclear or wrong:
            text = (
                say("Commas in {column} are read as decimal marks", column=column)
                if mark == ","
                else say("Points in {column} are read as decimal marks", column=column)
            )
            fix = Fix(DECIMAL, column, "." if mark == "," else ",")
            severity: Severity = "problem" if wrong else "notice"
            yield self._finding(severity, "marks", column, unclear or None, text, fix)

    def _other_order(self, column: str) -> Fix | None:
        """The other order of day and month, where it reads more dates."""
        seen = self._seen(column)
        chosen = self.mapping.reading(column).date_format
        here = (
            next((one for one in seen.dates if one.date_format == chosen), None) if seen else None
        )
        twin = _twin(seen, here) if seen and here else None
        if here and twin and twin.readable > here.readable:
            return Fix(DATES, column, twin.date_format)
        return None

    def _off_scale(self, role: Role, column: str) -> list[tuple[str, int]]:
        """Whole numbers beside the scale, as the file writes them, with their cells."""
        how, seen = self.mapping.reading(column), self._seen(column)
        scale = how.scale or role.scale
        if seen is None or scale is None:
            return []
        read = [(value, n, read_score(value, None)) for value, n in seen.top]
        off = [(v, n) for v, n, score in read if score is not None and read_score(v, scale) is None]
        return [(value, n) for value, n in off if value not in how.blanks][:NAMED]

    def _number_fix(self, column: str, value: float) -> Fix | None:
        """The code as the file writes it, as a blank."""
        seen = self._seen(column)
        written = {_written(value), f"{value:.1f}", f"{value:.2f}"}
        written |= {one.replace(".", ",") for one in written}
        found = next((text for text, _ in seen.top if text in written), None) if seen else None
        return Fix(BLANK, column, found) if found else None

    def _code_fix(self, column: str, day: str) -> Fix | None:
        """A day that stands for none as the file writes it, as a blank."""
        seen = self._seen(column)
        year, month, date = day.split("-")
        written = (day, f"{date}/{month}/{year}", f"{int(month)}/{int(date)}/{year}")
        found = (text for text, _ in seen.top if text.startswith(written)) if seen else iter(())
        code = next(found, None)
        return Fix(BLANK, column, code) if code else None

    def _seen(self, column: str) -> Column | None:
        known = {one.name: one for one in (*self.profile.columns, *self.profile.extra)}
        return known.get(column)

    def _column(self, role: str) -> str:
        """The column that bears a role of the typed table; the role where none does."""
        found = role_names(self.mapping).get(role)
        return found[1] if found else role

    def _finding(
        self,
        severity: Severity,
        name: str,
        column: str,
        rows: int | None,
        text: str,
        fix: Fix | None = None,
    ) -> Finding:
        share = rows / self.quality.rows if rows is not None and self.quality.rows else None
        return Finding(severity, name, column, rows, share, text, fix)


def _dated(one: Impossible, column: str) -> str:
    if one.check == BEFORE:
        return say("{role} lies before {other}", role=one.role, other=one.other)
    if one.check == FUTURE:
        return say("Dates in {column} lie in the future", column=column)
    if one.check == CODE:
        return say(
            "{code} in {column} looks like a code for no date", code=one.other, column=column
        )
    return say("Dates in {column} lie before 1990", column=column)


def _wrong(cells: RoleCells) -> tuple[int, str]:
    """Cells that hold something wrong, and the most frequent reason."""
    wrong = [(reason, n) for reason, n in cells.problems if not any(x in reason for x in EXPECTED)]
    return sum(n for _, n in wrong), wrong[0][0] if wrong else ""


def _far(one: Spread, column: str) -> str:
    values = _some([number(value, ",.10g") for value, _ in one.extremes])
    return say("{column} has values far from the others: {values}", column=column, values=values)


def _longest(time: TimeCoverage) -> str:
    gap = max(time.gaps, key=lambda one: one.days)
    if gap.days == 1:
        return say("No rows on {day}", day=gap.first)
    values = {"first": gap.first, "last": gap.last, "days": gap.days, "n": len(time.gaps) - 1}
    if len(time.gaps) == 1:
        del values["n"]
        return say("No rows from {first} to {last} ({days} days)", **values)
    return say("No rows from {first} to {last} ({days} days), and {n} more gaps", **values)


def _some(names: list[str]) -> str:
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")


def _written(value: float) -> str:
    return f"{value:.10g}"


def _twin(seen: Column, here: Dates) -> Dates | None:
    """The same form with day and month swapped."""
    return next((one for one in seen.dates if _swapped(one, here)), None)


def _is_twin(one: Dates, seen: Column) -> bool:
    """Whether another form of the same shape reads more dates, so that this one is its twin."""
    return any(_swapped(one, other) and other.readable >= one.readable for other in seen.dates)


def _swapped(one: Dates, other: Dates) -> bool:
    left, right = one.date_format, other.date_format
    return (
        {left[:2], right[:2]} == {"%d", "%m"} and left[5:] == right[5:] and "%b" not in left + right
    )
