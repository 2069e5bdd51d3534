"""Whether a column's cells fit a role, and how they are to be read."""

from __future__ import annotations

from cxlib.columns.column import Column, Dates
from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, EXCEL, UNIX, UNIX_MS, Reading
from cxlib.columns.scores import read_score
from cxlib.columns.wording import NO_ANSWER, STEPS
from cxlib.locale.speak import say

MOST = 0.9
MOST_CODES = 4
FEW, FEWEST, MANY = 20, 60, 200
"""Different values: few for a key, most for a state, most for a text that groups rows."""
COUNTED = ((UNIX, 6.3e8, 2.2e9), (UNIX_MS, 6.3e11, 2.2e12), (EXCEL, 32_874, 58_806))
"""Dates that are counted: the numbers of 1990 to 2039 (Excel: to 2060)."""
SCALES = ((0, 10), (1, 5), (1, 7), (1, 3), (1, 4), (1, 10))


def cells_fit(role: Role, column: Column, rows: int) -> tuple[float, str]:
    """How well the cells fit a role, 0 to 1, and the reason in words.

    Args:
        role: the role.
        column: what the column holds.
        rows: rows of the file.
    """
    if not column.filled:
        open_end = role.name == "ended"
        return (0.7 if open_end else 0.0), say("the column is blank")
    if role.type is Type.MOMENT:
        return _moment(column)
    if role.type is Type.SCORE:
        return _score(role, column)
    if role.type in (Type.NUMBER, Type.MONEY):
        return _number(role, column)
    if role.type is Type.FLAG:
        share = column.share(column.flags)
        return (1.0 if share > MOST else 0.0), say(
            "{share:.0%} of cells are yes or no", share=share
        )
    if role.type is Type.KEY:
        return _key(role, column, rows)
    return _text(role, column)


def reading_of(role: Role, column: Column) -> Reading:
    """How the cells of a column are read in a role, from what the profile saw."""
    if role.type is Type.MOMENT:
        return Reading(date_format=date_format(column))
    if role.type is Type.SCORE:
        scale = scale_of(role, column)
        return Reading(scale=scale, blanks=blank_codes(column, scale or role.scale))
    if role.type in (Type.NUMBER, Type.MONEY):
        return Reading(decimal=column.numbers.decimal)
    return Reading()


def date_format(column: Column) -> str:
    """The format that reads most dates; `AMBIGUOUS` where day and month can be swapped."""
    ranked = sorted(column.dates, key=lambda one: -one.readable)
    if not ranked:
        return counted_format(column) or ""
    best = ranked[0]
    twin = next((one for one in ranked[1:] if _swapped(best, one)), None)
    if twin is not None and twin.readable == best.readable:
        return AMBIGUOUS
    return best.date_format


def counted_format(column: Column) -> str | None:
    """`UNIX`, `UNIX_MS` or `EXCEL` where all numbers of a column are such dates, else None."""
    numbers = column.numbers
    if numbers.lowest is None or numbers.highest is None or column.share(numbers.readable) < MOST:
        return None
    for name, first, last in COUNTED:
        if first <= numbers.lowest and numbers.highest <= last:
            return name
    return None


def scale_of(role: Role, column: Column) -> tuple[int, int] | None:
    """The scale of a column of scores where it is not the role's own; None for the role's."""
    if role.name == "nps":
        return None
    seen = {score: n for score, n in _scores(column) if -1 <= score <= 12}
    default = role.scale or (1, 5)
    total = sum(seen.values())
    if not total:
        return None
    inside = sum(n for score, n in seen.items() if default[0] <= score <= default[1])
    used = {score for score, n in seen.items() if default[0] <= score <= default[1]}
    if inside >= 0.7 * total and max(used, default=0) >= default[1] - (default[1] > 5):
        return None if role.scale else default
    for low, high in SCALES:
        if all(low <= score <= high for score in seen) and high - max(seen) <= 1:
            return None if role.scale == (low, high) else (low, high)
    return None if role.scale else default


def blank_codes(column: Column, scale: tuple[int, int] | None) -> tuple[str, ...]:
    """Cells that mean no answer: words such as "Blank", and one common code beside the scale."""
    said = [value for value, _ in column.top if value.lower() in NO_ANSWER]
    if scale is None:
        return tuple(said)
    beside = [
        (n, value)
        for value, n in column.top
        for score in [read_score(value, None)]
        if score is not None and not scale[0] <= score <= scale[1]
    ]
    codes = [value for _, value in sorted(beside, reverse=True)[:3]]
    return (*said, *codes)


def _scores(column: Column) -> list[tuple[int, int]]:
    """Scores with their cells; answers in words are read on the scale that knows most of them."""
    reads = [[(read_score(value, scale), n) for value, n in column.top] for scale in (None, *STEPS)]
    best = max(reads, key=lambda read: sum(n for score, n in read if score is not None))
    return [(score, n) for score, n in best if score is not None]


def _moment(column: Column) -> tuple[float, str]:
    best = max((one.readable for one in column.dates), default=0)
    share = column.share(best)
    if share < 0.5 and counted_format(column):
        return 0.9, say("the numbers are those of recent dates")
    if share < 0.5:
        return 0.0, say("{share:.0%} of cells are dates", share=share)
    return 0.4 + 0.6 * share, say("{share:.0%} of cells are dates", share=share)


def _score(role: Role, column: Column) -> tuple[float, str]:
    seen = _scores(column)
    counted = sum(n for _, n in column.top)
    if not seen or not counted:
        return 0.0, say("the cells are no scores")
    low, high = role.scale or (0, 10)
    inside = sum(n for score, n in seen if low <= score <= high)
    share = inside / counted
    outside = {score for score, _ in seen if not 0 <= score <= 10}
    if len(outside) > MOST_CODES or column.distinct > 60:
        return 0.0, say("there are too many different values for a scale")
    top = max((score for score, n in seen if n > 0.002 * counted and score <= high), default=0)
    if role.name == "nps" and top <= 5:
        return 0.6, say("the answers end at {top}", top=top)
    if role.name != "nps" and high <= 7 and share < 0.5:
        wide = sum(n for score, n in seen if 0 <= score <= 10) / counted
        return 0.7 * wide, say("{share:.0%} of cells are scores from 0 to 10", share=wide)
    return share, say(
        "{share:.0%} of cells are whole numbers from {low} to {high}",
        share=share,
        low=low,
        high=high,
    )


def _number(role: Role, column: Column) -> tuple[float, str]:
    share = column.share(column.numbers.readable)
    reason = say("{share:.0%} of cells are numbers", share=share)
    if share < 0.8 or (column.numbers.leading_zeros and role.type is Type.MONEY):
        return 0.0, reason
    dated = max((one.readable for one in column.dates if one.date_format), default=0)
    if dated > 0.9 * column.examined and column.numbers.readable < dated:
        return 0.0, say("the cells are dates")
    return share, reason


def _key(role: Role, column: Column, rows: int) -> tuple[float, str]:
    if column.words > 6:
        return 0.0, say("the cells are sentences")
    numbers = column.numbers
    if numbers.whole < 0.9 * numbers.readable and column.share(numbers.readable) > MOST:
        return 0.0, say("the cells are numbers with decimals")
    dates = max((one.readable for one in column.dates if one.date_format != "%Y%m%d"), default=0)
    if column.share(dates) > MOST or column.share(column.flags) > MOST:
        return 0.0, say("the cells are dates, or yes and no")
    few = 2 if role.name == "customer" else FEW
    if column.distinct <= few and rows > 10 * few:
        return 0.4, say("there are only {n} different values", n=column.distinct)
    return 1.0, say("{n} different values", n=f"{column.distinct:,}")


def _text(role: Role, column: Column) -> tuple[float, str]:
    reason = say("{words:.0f} words on average", words=column.words)
    if role.name in ("text", "comment"):
        if column.worded < 0.5 or column.words < 1.5:
            return 0.0, say("the cells are not sentences")
        return min(1.0, 0.6 + column.words / 20), reason
    share = column.share(max((one.readable for one in column.dates), default=0))
    if share > MOST or column.words > (20 if role.name in ("question", "product") else 8):
        return 0.0, reason
    return _variety(role, column), say("{n} different values", n=column.distinct)


def _variety(role: Role, column: Column) -> float:
    """How well the number of different texts fits: products and answers vary, states hardly."""
    if role.name in ("product", "answer", "reason"):
        return 1.0
    if column.distinct == column.filled > FEW:
        return 0.0
    most = FEWEST if role.name in ("status", "channel", "plan", "question") else MANY
    return 1.0 if column.distinct <= most else 0.5


def _swapped(one: Dates, other: Dates) -> bool:
    """Whether two formats differ in the order of day and month alone."""
    starts = {one.date_format[:2], other.date_format[:2]}
    return starts == {"%d", "%m"} and one.date_format[5:] == other.date_format[5:]
