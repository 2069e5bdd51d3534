"""Which hours count for waiting times: all, or those of a team at work; kept in the URL."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from zoneinfo import available_timezones

import streamlit as st
from babel.dates import get_day_names

from cxlib.columns.business_hours import BusinessHours, business_hours, is_zone
from cxlib.errors import BadOption
from cxlib.locale.speak import current, say
from cxlib.ui.words import plain

Clock = tuple[str, tuple[date, ...]]
"""Business hours as text and holidays; text is empty where the clock always runs."""
ALWAYS = ""
USUAL = (
    "Mon-Fri 09:00-17:00",
    "Mon-Fri 08:00-18:00",
    "Mon-Sat 09:00-18:00",
    "Mon-Sun 08:00-20:00",
)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def controls() -> Clock:
    """Hours, zone and holidays behind a button that names what counts.

    Raises:
        BadOption: the hours or the holidays cannot be read.
    """
    now = _text()
    name = hours_words(now) if now else say("Every hour counts")
    with st.popover(plain(name), icon=":material/schedule:"):
        hours = st.selectbox(
            say("Hours that count"),
            [ALWAYS, *USUAL],
            key="service_hours",
            bind="query-params",
            accept_new_options=True,
            format_func=lambda one: hours_words(one) if one else say("Every hour of every day"),
            width=320,
            help=say(
                "Waiting then counts only the hours in which the team works. Choose, or type your "
                "own, such as Mon-Thu 09:00-12:00 13:00-17:30, Fri 09:00-15:00."
            ),
        )
        _zone(hours or ALWAYS)
        days = st.text_input(
            say("Holidays"),
            "",
            key="service_holidays",
            bind="query-params",
            placeholder="2026-12-25, 2026-12-26",
            width=320,
            disabled=not hours,
            help=say("Days off, with commas between. Hours on them do not count."),
        )
    found = _text()
    return found, read_days(days or "") if found else ()


def hours_of(clock: Clock) -> BusinessHours | None:
    """The clock's business hours; None where it always runs."""
    return business_hours(clock[0], clock[1]) if clock[0] else None


def hours_words(hours: str) -> str:
    """Hours with the names of the days in the reader's language."""
    names = get_day_names("abbreviated", locale=current())
    words = {day: str(names[place]) for place, day in enumerate(DAYS)}
    return re.sub("[A-Z][a-z]{2}(?![a-z/_])", lambda one: words.get(one[0], one[0]), hours)


def read_days(text: str) -> tuple[date, ...]:
    """Days with commas, semicolons or blanks between them.

    Raises:
        BadOption: a part is no day.
    """
    parts = [part for part in re.split(r"[\s,;]+", text) if part]
    try:
        return tuple(date.fromisoformat(part) for part in parts)
    except ValueError:
        raise BadOption(
            f"Holidays are days such as 2026-12-25, 2026-12-26; '{text}' is something else."
        ) from None


def _zone(hours: str) -> None:
    """Let the analyst choose the zone, unless it was typed after the hours."""
    zones = _zones()
    here = st.context.timezone or "UTC"
    st.selectbox(
        say("Time zone of the team"),
        zones,
        index=zones.index(here) if here in zones else zones.index("UTC"),
        key="service_zone",
        bind="query-params",
        width=320,
        disabled=not hours or _has_zone(hours),
        help=say("Times in the file without an offset are taken to be of this zone."),
    )


def _text() -> str:
    """The hours and the zone in use; empty where every hour counts."""
    hours = str(st.session_state.get("service_hours") or "").strip()
    if not hours or _has_zone(hours):
        return hours
    return f"{hours} {st.session_state.get('service_zone') or 'UTC'}"


def _has_zone(hours: str) -> bool:
    return is_zone(hours.rpartition(" ")[2])


@cache
def _zones() -> list[str]:
    """Names of zones as places, and UTC."""
    places = {one for one in available_timezones() if "/" in one and one.split("/")[0] in PLACES}
    return ["UTC", *sorted(places)]


PLACES = {
    "Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific",
}  # fmt: skip
