"""Who counts as a customer, for how long, and whether they left."""

from __future__ import annotations

from datetime import date, datetime

import pyarrow as pa
import pytest

from cxlib.columns.mapping import Mapping, Reading
from cxlib.columns.typed import typed
from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import read_life_table
from cxlib.stats.groups import TOTAL
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import contracts, last_day
from cxlib.tables.question import read_coverage
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from tests.handmade import source_of

CUT = date(2025, 6, 30)
START = datetime(2025, 6, 1, 15)


def dated(backend, ended, *, started=None, **options):
    rows = len(ended)
    roles = {"customer": ["a"] * rows, "started": started or [START] * rows, "ended": ended}
    return source_of(backend, "subscriptions", roles | options.pop("roles", {}), **options)


def lives(asked) -> list[tuple[float, int]]:
    table = asked.question.kept.select("row", "duration", "event").to_pandas().sort_values("row")
    return list(table[["duration", "event"]].itertuples(index=False, name=None))


def reasons(asked) -> dict[str, int]:
    return dict(read_coverage(asked.question).left_out)


def test_an_end_by_the_cut_off_is_a_departure_and_a_later_one_is_not(backend):
    ends = [datetime(2025, 6, 30, 23), datetime(2025, 7, 1), None, START]
    asked = contracts(dated(backend, ends), observed=CUT)
    assert lives(asked) == [(29, 1), (29, 0), (29, 0), (0, 1)]
    assert (asked.dated, asked.observed) == (True, CUT)


def test_impossible_contracts_are_left_out_by_reason(backend):
    source = dated(
        backend,
        [datetime(2025, 5, 31), ..., datetime(2025, 8, 1), None, None],
        started=[START, START, datetime(2025, 7, 1), None, START],
    )
    asked = contracts(source, observed=CUT)
    assert reasons(asked) == {
        "ended before it started": 1,
        "ended is wrong": 1,
        "started after 2025-06-30": 1,
        "started is blank": 1,
    }
    assert lives(asked) == [(29, 0)]


def test_a_word_or_code_for_no_end_is_an_open_end(backend):
    # Through the typed projection: only "soon" says that there is an end which cannot be read.
    ends = [None, "N/A", "-", "active", "soon", "2025-06-05"]
    text = {"row": range(6), "id": list("abcdef"), "from": ["2025-06-01"] * 6, "to": ends}
    mapping = Mapping(
        "subscriptions",
        (("customer", "id"), ("started", "from"), ("ended", "to")),
        (("to", Reading(blanks=("active",))),),
    )
    table = typed(backend.create_table("text", pa.table(text), overwrite=True), mapping)
    source = Source(table, mapping, "file.csv", ("id", "from", "to"), rows=6)
    asked = contracts(source, observed=CUT)
    assert lives(asked) == [(29, 0)] * 4 + [(4, 1)]
    assert reasons(asked) == {"ended is not a date": 1}


def test_the_cut_off_is_the_last_date_of_any_role(backend):
    seen = [datetime(2025, 7, 9), None]
    source = dated(backend, [datetime(2025, 6, 5), None], roles={"observed": seen})
    assert last_day(source) == date(2025, 7, 9)


def test_a_customer_is_watched_up_to_the_day_they_were_last_seen(backend):
    # Last seen on the 11th: an end on the 20th is not known yet; without a day it is the cut-off.
    seen = [datetime(2025, 6, 11), datetime(2025, 6, 11), None, datetime(2025, 5, 1), START]
    ends = [None, datetime(2025, 6, 20), datetime(2025, 6, 20), None, None]
    asked = contracts(dated(backend, ends, roles={"observed": seen}), observed=CUT)
    assert lives(asked) == [(10, 0), (10, 0), (19, 1), (0, 0)]
    assert reasons(asked) == {"last observed before it started": 1}


def test_a_range_of_days_acts_on_the_start(backend):
    starts = [datetime(2025, 6, 1), datetime(2025, 6, 10, 9)]
    source = dated(backend, [None, None], started=starts)
    asked = contracts(source, observed=CUT, selection=Selection(since=date(2025, 6, 10)))
    assert lives(asked) == [(20, 0)]
    assert reasons(asked) == {"before 2025-06-10": 1}


def measured(backend, durations, churned, **roles):
    rows = {"customer": ["a"] * len(durations), "duration": durations, "churned": churned}
    return source_of(backend, "subscriptions", rows | roles)


def test_durations_are_used_where_there_are_no_dates(backend):
    asked = contracts(measured(backend, [3.5, 0.0, None, 2.0], [1, 0, 1, ...]))
    assert lives(asked) == [(3.5, 1), (0, 0)]
    assert reasons(asked) == {"duration is blank": 1, "churned is wrong": 1}
    assert (asked.dated, asked.observed) == (False, None)


def test_a_cut_off_means_nothing_to_durations(backend):
    with pytest.raises(BadOption, match=r"\(--observed\) needs start and end dates"):
        contracts(measured(backend, [1.0], [1]), observed=CUT)


def test_neither_dates_nor_durations_says_what_is_needed(backend):
    source = source_of(backend, "subscriptions", {"customer": ["a"], "started": [START]})
    with pytest.raises(BadOption, match=r"either started and ended, or duration and churned"):
        contracts(source)


def test_no_readable_date_says_so(backend):
    with pytest.raises(NotEnoughData, match=r"at least 1 readable date; this selection has 0"):
        contracts(dated(backend, [None], started=[...]))


def test_records_that_begin_later_watch_customers_only_from_then_on(backend):
    starts = [datetime(2025, 5, 2), datetime(2025, 5, 2), START, datetime(2025, 6, 20), START]
    ends = [datetime(2025, 6, 5), datetime(2025, 6, 10), None, None, datetime(2025, 6, 12)]
    source = dated(backend, ends, started=starts)
    asked = contracts(source, observed=CUT, records_from=date(2025, 6, 10))
    kept = asked.question.kept.to_pandas().sort_values("row")
    # Started 9 days before the records (or 39), and after they began; durations are unchanged.
    assert kept.entry.tolist() == [9, 0, 9]
    assert lives(asked) == [(29, 0), (10, 0), (11, 1)]
    assert reasons(asked) == {"left by the day on which the records begin": 2}
    before = read_life_table(source, observed=CUT, records_from=date(2025, 6, 10))
    assert before.lives[TOTAL] == Lives((10.0, 11.0, 29.0), (0, 1, 0), (1, 0, 1), ((9.0, 2),))


def test_a_column_tells_from_when_each_customer_was_watched(backend):
    entered = [datetime(2025, 6, 11), None, datetime(2025, 5, 1), ..., datetime(2025, 7, 1)]
    source = dated(backend, [None] * 5, roles={"entered": entered})
    asked = contracts(source, observed=CUT)
    assert asked.question.kept.to_pandas().sort_values("row").entry.tolist() == [10, 0, 0]
    assert reasons(asked) == {
        "entered is wrong": 1,
        "last seen by the day on which the records begin": 1,
    }
    # Both: the later one counts.
    later = contracts(source, observed=CUT, records_from=date(2025, 6, 5))
    assert later.question.kept.to_pandas().sort_values("row").entry.tolist() == [10, 4, 4]


def test_a_departure_on_the_day_of_the_start_stays_without_entries(backend):
    asked = contracts(dated(backend, [START]), observed=CUT, records_from=START.date())
    assert lives(asked) == [(0, 1)]


def test_records_cannot_begin_after_the_cut_off_or_without_dates(backend):
    with pytest.raises(BadOption, match=r"begin on 2025-07-01 .*, after the cut-off day"):
        contracts(dated(backend, [None]), observed=CUT, records_from=date(2025, 7, 1))
    with pytest.raises(BadOption, match=r"\(--records-from\) needs start and end dates"):
        contracts(measured(backend, [1.0], [1]), records_from=CUT)
