"""Opening hours as they are written."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.columns.business_hours import Span, business_hours
from cxlib.errors import BadOption

NINE, FIVE = 9 * 3600, 17 * 3600


def test_a_working_week():
    hours = business_hours("Mon-Fri 09:00-17:00 Europe/Paris", [date(2025, 5, 1)])
    assert hours.spans == tuple(Span(day, NINE, FIVE) for day in range(5))
    assert hours.zone == "Europe/Paris"
    assert hours.holidays == {date(2025, 5, 1)}
    assert hours.words == "Mon-Fri 09:00-17:00 Europe/Paris"


@pytest.mark.parametrize("times", ["9-17", "9:00-17", "09.00 - 17.00"])
def test_times_are_written_in_several_ways(times):
    assert business_hours(f"Mon {times} UTC").spans == (Span(0, NINE, FIVE),)


def test_groups_of_days_with_several_spans():
    text = "Mon - Tue 09:00-12:00 13:00 - 17:00, Thu,Sat 09:00-17:00 Asia/Jakarta"
    spans = business_hours(text).spans
    assert [one.weekday for one in spans] == [0, 0, 1, 1, 3, 5]
    assert spans[1] == Span(0, 13 * 3600, FIVE)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sun-Thu 09:00-17:00 Asia/Dubai", {6, 0, 1, 2, 3}),
        ("Senin-Jumat 09:00-17:00 Asia/Jakarta", {0, 1, 2, 3, 4}),
        ("Ahad-Khamis 09:00-17:00 Asia/Kuala_Lumpur", {6, 0, 1, 2, 3}),
        ("wednesday 09:00-17:00 UTC", {2}),
    ],
)
def test_days_in_three_languages_and_over_the_end_of_the_week(text, days):
    assert {one.weekday for one in business_hours(text).spans} == days


def test_a_night_shift_ends_on_the_next_day_and_a_day_may_be_whole():
    assert business_hours("Mon 22:00-06:00 UTC").spans == (Span(0, 22 * 3600, 30 * 3600),)
    assert business_hours("Mon 00:00-24:00 UTC").spans == (Span(0, 0, 86_400),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mon-Fri 09:00-17:00", "time zone, and '09:00-17:00' is none"),
        ("Mon-Fri 09:00-17:00 Paris", "time zone, and 'Paris' is none"),
        ("Mon-Fri 09:00-17:00 Europe", "'Europe' is none"),
        ("Mon-Fri Europe/Paris", "opening times are needed"),
        ("09:00-17:00 Europe/Paris", "opening times are needed"),
        ("Mon 09:00-17:00, Tue Europe/Paris", "opening times are needed"),
        ("Mon-Fri 9am-5pm Europe/Paris", "'9am-5pm' is neither"),
        ("Mon-Fri 09:00-25:00 Europe/Paris", "25:00 is no time"),
        ("Mon 09:75-17:00 Europe/Paris", "09:75 is no time"),
        ("Xyz 09:00-17:00 Europe/Paris", "'Xyz' is neither"),
        ("", "time zone"),
    ],
)
def test_what_cannot_be_read_is_said(text, why):
    with pytest.raises(BadOption, match=why) as caught:
        business_hours(text)
    assert "Mon-Fri 09:00-17:00 Europe/Paris" in str(caught.value)
    assert len(str(caught.value)) < 400
