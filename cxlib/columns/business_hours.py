"""Opening hours of a team: weekly spans on the wall clock of a zone, and holidays."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cxlib.errors import BadOption

DAY = 86_400
WEEKDAYS = {
    "mon": 0, "sen": 0, "isn": 0,
    "tue": 1, "sel": 1,
    "wed": 2, "rab": 2,
    "thu": 3, "kam": 3, "kha": 3,
    "fri": 4, "jum": 4,
    "sat": 5, "sab": 5,
    "sun": 6, "min": 6, "aha": 6,
}  # fmt: skip
"""First letters of the days in English, Indonesian and Malay; Monday is 0."""
EXAMPLE = "Mon-Fri 09:00-17:00 Europe/Paris"
_SPAN = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?-([0-9]{1,2})(?:[:.]([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Span:
    """Open from `start` up to, not including, `end`: seconds after midnight of the weekday.

    An end beyond 24 hours lies on the next day.
    """

    weekday: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """When a team works, by the wall clock of its zone.

    Attributes:
        spans: weekly opening spans.
        zone: name of the time zone, such as Europe/Paris.
        holidays: days on which no span begins.
        words: the hours as they were written.
    """

    spans: tuple[Span, ...]
    zone: str
    holidays: frozenset[date]
    words: str

    @property
    def clock(self) -> ZoneInfo:
        """The zone's rules."""
        return ZoneInfo(self.zone)


def business_hours(text: str, holidays: Iterable[date] = ()) -> BusinessHours:
    """Read hours such as "Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00 Europe/Paris".

    Days are names of at least three letters in English, Indonesian or Malay, a range may pass the
    week's end (Sun-Thu). Times are 09:00, 09.00 or 9. A span whose end is not after its start ends
    on the next day.

    Args:
        text: groups of days and spans with commas between them, then the zone.
        holidays: days on which no span begins.

    Raises:
        BadOption: the text is not of that form, or the zone is not known.
    """
    body, _, zone = text.strip().rpartition(" ")
    if not is_zone(zone):
        raise _wrong(text, f"its last word has to be a time zone, and '{zone}' is none")
    spans: list[Span] = []
    days: list[int] = []
    timed = False
    for word in re.sub(r"\s*-\s*", "-", body).replace(",", " ").split():
        found = _SPAN.fullmatch(word)
        if found:
            start, end = _clock(text, found[1], found[2]), _clock(text, found[3], found[4])
            spans += [Span(day, start, end if end > start else end + DAY) for day in days]
        else:
            days = [*([] if timed else days), *_days(text, word)]
        timed = found is not None
    if not (timed and spans):
        raise _wrong(text, "days and, after them, opening times are needed")
    ordered = sorted(set(spans), key=lambda one: (one.weekday, one.start, one.end))
    return BusinessHours(tuple(ordered), zone, frozenset(holidays), text.strip())


def is_zone(name: str) -> bool:
    """Whether a time zone has this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _clock(text: str, hour: str, minute: str | None) -> int:
    seconds = int(hour) * 3600 + int(minute or 0) * 60
    if int(minute or 0) > 59 or seconds > DAY:
        raise _wrong(text, f"{hour}:{minute or '00'} is no time of day")
    return seconds


def _days(text: str, word: str) -> list[int]:
    ends = [WEEKDAYS.get(one[:3].casefold()) for one in word.split("-")]
    if len(ends) > 2 or None in ends:
        raise _wrong(text, f"'{word}' is neither days nor opening times")
    first, last = ends[0] or 0, ends[-1] or 0
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _wrong(text: str, why: str) -> BadOption:
    return BadOption(f"The business hours '{text}' cannot be read: {why}. Write {EXAMPLE}.")
