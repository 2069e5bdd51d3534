"""What the options of the command line may hold, and what is said where they do not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from math import isfinite

import click

from cxlib.errors import BadOption


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param is not None and param.opts else "an option"


class Day(click.ParamType[date]):
    """A day in ISO form."""

    name = "DATE"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or an error that names the option and the value."""
        del ctx
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            raise BadOption(
                f"{_name(param)} needs a day such as 2026-03-31; '{value}' is none."
            ) from None


class Days(click.ParamType[tuple[date, date]]):
    """Two days around a colon, the first not after the second."""

    name = "FROM:TO"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """The two days."""
        first, colon, last = str(value).partition(":")
        if not colon:
            raise BadOption(
                f"{_name(param)} needs two days such as 2025-01-01:2025-12-31; '{value}' is not "
                "that."
            )
        days = Day().convert(first, param, ctx), Day().convert(last, param, ctx)
        if days[0] > days[1]:
            raise BadOption(f"{_name(param)} {value} ends before it begins; turn it round.")
        return days


class Pair(click.ParamType[tuple[str, str]]):
    """Two texts around the first equals sign; the second may be empty."""

    def __init__(self, left: str, right: str) -> None:
        self.name = f"{left}={right}"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        """The two texts, trimmed."""
        del ctx
        left, equals, right = str(value).partition("=")
        if not equals or not left.strip():
            raise BadOption(
                f"{_name(param)} needs {self.name}, with an equals sign; '{value}' is not that."
            )
        return left.strip(), right.strip()


class Span(click.ParamType[tuple[int, int]]):
    """Two whole numbers around a hyphen, the first not above the second."""

    name = "LOW-HIGH"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """The two numbers."""
        del ctx
        low, hyphen, high = str(value).strip().partition("-")
        if not (hyphen and low.strip().isdecimal() and high.strip().isdecimal()):
            raise BadOption(
                f"{_name(param)} needs two whole numbers such as 1-5; '{value}' is not that."
            )
        if int(low) > int(high):
            raise BadOption(f"{_name(param)} {value} ends before it begins; turn it round.")
        return int(low), int(high)


class Numbers(click.ParamType[tuple[float, ...]]):
    """Numbers from 0 on, with commas between them; ascending, each once."""

    name = "N,N,..."

    def __init__(self, *, whole: bool = False) -> None:
        self.whole = whole

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, ...]:
        """The numbers in ascending order."""
        del ctx
        try:
            found = [float(one) for one in str(value).split(",") if one.strip()]
        except ValueError:
            found = []
        good = all(
            isfinite(one) and one >= 0 and (one == int(one) or not self.whole) for one in found
        )
        if not found or not good:
            kind = "whole numbers" if self.whole else "numbers"
            raise BadOption(
                f"{_name(param)} needs {kind} from 0 on, such as 1,3,6,12; '{value}' is not that."
            )
        return tuple(sorted(set(found)))


class Amount(click.ParamType[float]):
    """A number within limits."""

    def __init__(
        self, *, low: float, high: float | None = None, open_ends: bool = False, like: str
    ) -> None:
        self.name = "NUMBER"
        self.low, self.high, self.open_ends, self.like = low, high, open_ends, like

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number."""
        del ctx
        try:
            number = float(str(value))
        except ValueError:
            number = float("nan")
        above = number > self.low if self.open_ends else number >= self.low
        ceiling = float("inf") if self.high is None else self.high
        below = number < ceiling if self.open_ends else number <= ceiling
        if not (isfinite(number) and above and below):
            raise BadOption(f"{_name(param)} is {value}; it has to be {self._range()}, {self.like}")
        return number

    def _range(self) -> str:
        if self.high is not None:
            return f"a number between {self.low:g} and {self.high:g}"
        return f"a number {'above' if self.open_ends else 'of at least'} {self.low:g}"


class Count(click.ParamType[int]):
    """A whole number of at least 1."""

    name = "N"

    def __init__(self, *, most: int) -> None:
        self.most = most

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number."""
        del ctx
        text = str(value).strip()
        if not text.isdecimal() or not 1 <= int(text) <= self.most:
            raise BadOption(
                f"{_name(param)} is {value}; it has to be a whole number from 1 to {self.most}."
            )
        return int(text)


def split_names(text: str, columns: Collection[str]) -> tuple[str, ...]:
    """The names in a list such as "a,b,c"; the name of a known column may hold commas itself."""
    parts, found = text.split(","), []
    while parts:
        for size in range(len(parts), 0, -1):
            name = ",".join(parts[:size]).strip()
            if size == 1 or name in columns:
                break
        parts = parts[size:]
        if name:
            found.append(name)
    return tuple(dict.fromkeys(found))
