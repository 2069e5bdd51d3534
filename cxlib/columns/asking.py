"""What the analyst has to decide or confirm about a mapping."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.columns.column import Column, Profile
from cxlib.columns.kinds import Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping
from cxlib.locale.speak import say

_SAME = {"RP": "IDR", "RM": "MYR", "$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "S$": "SGD"}
"""Signs and codes of one currency."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something about a column that the analyst has to decide or confirm."""

    role: str
    column: str
    text: str


def questions(mapping: Mapping, profile: Profile) -> tuple[Question, ...]:
    """What the analyst has to decide about a mapping."""
    found = []
    for name, column in mapping.roles:
        seen = profile.column(column)
        texts = (
            _dates(mapping, column),
            scale_warning(seen, name),
            _blanks(mapping, name, column),
            *_numbers(mapping, name, seen),
        )
        found += [Question(name, column, text) for text in texts if text]
    return tuple(found)


def scale_warning(column: Column, role: str) -> str | None:
    """A sentence where a column offered as NPS looks like a scale of 1-10 or 1-5, else None."""
    numbers = column.numbers
    if role != "nps" or numbers.readable < 100 or not column.top:
        return None
    counts: dict[int, int] = {}
    for value, n in column.top:
        text = value.split(".")[0]
        if text.isdigit():
            counts[int(text)] = counts.get(int(text), 0) + n
    zeros, ones = counts.get(0, 0), counts.get(1, 0)
    valid = [score for score in counts if 0 <= score <= 10]
    if zeros or not valid:
        return None
    top = max(valid)
    if top == 10 and not ones:
        return None
    scale = 5 if top <= 5 else 7 if top <= 7 else 10
    return say(
        "{column} looks like a scale of 1-{top}, not 0-10 (no 0 in {n} answers): NPS is asked from "
        "0 to 10.",
        column=column.name,
        top=scale,
        n=sum(counts.values()),
    )


def _dates(mapping: Mapping, column: str) -> str | None:
    if mapping.reading(column).date_format != AMBIGUOUS:
        return None
    return say(
        "The dates in {column} read as day/month and as month/day: which is it?", column=column
    )


def _blanks(mapping: Mapping, name: str, column: str) -> str | None:
    blanks = mapping.reading(column).blanks
    if not blanks or name not in ("nps", "csat", "ces"):
        return None
    codes = ", ".join(blanks[:4])
    return say("{column}: {codes} is taken for no answer.", column=column, codes=codes)


def _numbers(mapping: Mapping, name: str, column: Column) -> list[str]:
    """What is unclear about a column of numbers: its currency and its decimal mark."""
    role = mapping.file_kind.role(name)
    if role is None or role.type not in (Type.NUMBER, Type.MONEY):
        return []
    found = []
    currencies = sorted({_SAME.get(one.strip("."), one) for one in column.numbers.currencies})
    if role.type is Type.MONEY and len(currencies) > 1:
        found.append(
            say(
                "{column} mixes currencies ({currencies}): amounts are added up as they stand. "
                "Keep one currency, or convert them first.",
                column=column.name,
                currencies=", ".join(currencies),
            )
        )
    if not column.numbers.sure:
        mark = mapping.reading(column.name).decimal
        unclear = _unclear(column)
        text = (
            say(
                "{column}: {cell} is read with a decimal comma. Is it?",
                column=column.name,
                cell=unclear,
            )
            if mark == ","
            else say(
                "{column}: {cell} is read with a decimal point. Is it?",
                column=column.name,
                cell=unclear,
            )
        )
        found.append(text)
    return found


def _unclear(column: Column) -> str:
    """A cell that either mark reads."""
    marked = [value for value, _ in column.top if "." in value or "," in value]
    return marked[0] if marked else column.name
