"""Business seconds against a count minute by minute on the wall clock of the zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from cxlib.columns.business_hours import BusinessHours, business_hours
from cxlib.tables.hours import open_seconds, seconds

PARIS = business_hours("Mon-Fri 09:00-17:00 Europe/Paris", [date(2024, 10, 29)])
AUTUMN, SPRING = datetime(2024, 10, 21), datetime(2024, 3, 25)


def on_clock(backend, moments, hours, *, zoned=True):
    """Business seconds and the wall clock of each moment, in order."""
    flags = [zoned] * len(moments) if isinstance(zoned, bool) else zoned
    columns = {
        "row": pa.array(range(len(moments)), "int64"),
        "at": pa.array(moments, pa.timestamp("us")),
        "at_zoned": pa.array(flags, "bool"),
    }
    table = backend.create_table("moments", pa.table(columns), overwrite=True)
    days = (min(moments).date(), max(moments).date())
    found = open_seconds(table, {"at": "s"}, hours, days=days).order_by("row").to_pyarrow()
    return np.array(found["s"]), np.array(found["s_wall"])


def open_minutes(hours: BusinessHours, first: datetime, minutes: int) -> np.ndarray:
    """Whether each minute of UTC from `first` on is open, by asking the zone's clock."""
    utc = pd.date_range(first, periods=minutes, freq="min", tz="UTC")
    wall = utc.tz_convert(hours.zone)
    second = wall.hour * 3600 + wall.minute * 60
    days = wall.tz_localize(None).normalize()
    off = days.isin(pd.to_datetime(sorted(hours.holidays)))
    off_before = (days - timedelta(1)).isin(pd.to_datetime(sorted(hours.holidays)))
    is_open = np.zeros(minutes, bool)
    for one in hours.spans:
        today = (wall.weekday == one.weekday) & ~off
        is_open |= today & (second >= one.start) & (second < one.end)
        after = (wall.weekday == (one.weekday + 1) % 7) & ~off_before
        is_open |= after & (second < one.end - 86_400)
    return is_open


ZONES = [
    ("Mon-Fri 09:00-17:00 Europe/Paris", "2024-10-29"),
    ("Mon-Sun 00:00-24:00 Europe/Paris", ""),
    ("Mon-Sun 01:30-02:30 Europe/Paris", ""),
    ("Sat,Sun 20:00-04:00, Wed 09:00-12:00 13:00-15:30 America/New_York", "2024-11-03"),
    ("Mon-Sun 00:00-03:00 Australia/Lord_Howe", ""),
    ("Mon-Fri 08:30-17:30 Pacific/Auckland", "2024-04-25"),
    ("Mon-Sat 08:30-17:30 Asia/Jakarta", "2024-08-17"),
    ("Mon-Sun 22:00-02:30 America/Sao_Paulo", ""),
    ("Sun-Thu 09:00-17:00 Asia/Kathmandu", ""),
]
STARTS = [datetime(2024, 3, 20), datetime(2024, 10, 1), datetime(2018, 10, 28)]


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize(("text", "off"), ZONES)
def test_moments_with_an_offset_equal_the_count_of_minutes(backend, text, off, start):
    # The clocks change in each stretch in most of these zones; Lord Howe's by half an hour.
    hours = business_hours(text, [date.fromisoformat(off)] if off else [])
    minutes = 40 * 1440
    total = np.concatenate([[0], np.cumsum(open_minutes(hours, start, minutes))]) * 60
    places = np.unique(np.random.default_rng(3).integers(0, minutes, 1500))
    moments = [start + timedelta(minutes=int(k)) for k in places]
    found, _ = on_clock(backend, moments, hours)
    assert np.diff(found).tolist() == np.diff(total[places]).tolist()


@pytest.mark.parametrize("start", STARTS, ids=str)
@pytest.mark.parametrize(("text", "off"), ZONES)
def test_moments_on_the_wall_stand_for_their_first_moment_in_utc(backend, text, off, start):
    hours = business_hours(text, [date.fromisoformat(off)] if off else [])
    zone = ZoneInfo(hours.zone)
    walls = [start + timedelta(minutes=17 * k) for k in range(3000)]
    inside = [w for w in walls if _exists(w, zone)]
    utc = [w.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None) for w in inside]
    moments = inside + utc
    flags = [False] * len(inside) + [True] * len(utc)
    found, _ = on_clock(backend, moments, hours, zoned=flags)
    assert found[: len(inside)].tolist() == found[len(inside) :].tolist()


def _exists(wall, zone):
    there = wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None) == wall


def test_an_hour_that_is_skipped_takes_no_time(backend):
    hours = business_hours("Mon-Sun 00:00-24:00 Europe/Paris")
    walls = [datetime(2024, 3, 31, 1, 59), datetime(2024, 3, 31, 2, 30), datetime(2024, 3, 31, 3)]
    found, _ = on_clock(backend, walls, hours, zoned=False)
    assert np.diff(found).tolist() == [60, 0]


def test_seconds_count_inside_a_minute_and_holidays_do_not(backend):
    # Monday 28 October 16:59:30 to Wednesday 30 October 09:00:10; Tuesday is a holiday.
    walls = [datetime(2024, 10, 28, 16, 59, 30), datetime(2024, 10, 30, 9, 0, 10)]
    found, _ = on_clock(backend, walls, PARIS, zoned=False)
    assert found[1] - found[0] == 40


def test_the_wall_clock_of_moments_in_utc(backend):
    moments = [datetime(2024, 10, 27, 0, 59, 59), datetime(2024, 10, 27, 1), datetime(2024, 10, 28)]
    _, walls = on_clock(backend, moments, PARIS)
    epoch = datetime(1970, 1, 1)
    shown = [epoch + timedelta(seconds=int(one)) for one in walls]
    assert shown == [
        datetime(2024, 10, 27, 2, 59, 59),
        datetime(2024, 10, 27, 2),
        datetime(2024, 10, 28, 1),
    ]


def test_seconds_are_whole_and_count_from_1970(backend):
    moments = [datetime(1969, 12, 31, 23, 59, 59, 900_000), datetime(2024, 2, 29, 1, 2, 3, 400_000)]
    table = pa.table({"at": pa.array(moments, pa.timestamp("us"))})
    made = backend.create_table("moments", table, overwrite=True)
    found = made.select(s=seconds(made["at"])).to_pyarrow()["s"].to_pylist()
    assert found == [-1, int(datetime(2024, 2, 29, 1, 2, 3, tzinfo=UTC).timestamp())]


def test_rows_without_a_moment_have_no_seconds(backend):
    table = pa.table(
        {
            "at": pa.array([None, AUTUMN], pa.timestamp("us")),
            "at_zoned": pa.array([False, True]),
        }
    )
    made = backend.create_table("moments", table, overwrite=True)
    days = (AUTUMN.date(), AUTUMN.date())
    found = open_seconds(made, {"at": "s"}, PARIS, days=days).to_pyarrow()
    assert sorted(found["s"].to_pylist(), key=str)[1] is None
    assert len(found) == 2
