"""Columns that other files lend a survey by the moment of the answer, against loops over rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import log

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.stats.after_answer import After, with_departures, with_spending
from cxlib.stats.before_answer import (
    DONE,
    SERVICE,
    WELL,
    ServiceBefore,
    measures_of,
    with_service,
)
from cxlib.stats.cross_products import read_cross_products
from cxlib.stats.groups import TOTAL
from cxlib.stats.lent import held, lent_numbers
from tests.handmade import source_of

DRAW = np.random.default_rng(12)
START = datetime(2025, 1, 1)
DAYS = 60
NAMES = {measure: f"tickets: {measure}" for measure in SERVICE}


def moment(day: float) -> datetime:
    return START + timedelta(minutes=round(day * 1440))


ANSWERS = [
    (None if k % 11 == 0 else f"c{DRAW.integers(40)}", moment(DRAW.uniform(0, 400)))
    for k in range(150)
]
TICKETS = []
for _ in range(200):
    created = DRAW.uniform(0, 380)
    replied = created + DRAW.exponential(1.0)
    solved = replied + DRAW.exponential(3.0)
    TICKETS.append(
        (
            f"C{DRAW.integers(40)}",
            moment(created),
            moment(replied) if DRAW.random() < 0.9 else None,
            moment(solved) if DRAW.random() < 0.8 else None,
            float(DRAW.integers(0, 3)),
        )
    )
CONTRACTS = []
for k in range(36):
    begun = DRAW.integers(-50, 200)
    CONTRACTS.append((f"c{k}", begun, None if k % 3 == 0 else begun + DRAW.integers(0, 300)))
    if k % 4 == 0:
        CONTRACTS.append((f"c{k}", begun + 20, begun + 20 + int(DRAW.integers(0, 150))))
SEEN = 380
CONTRACTS = [(who, a, None if b is None or b > SEEN else b) for who, a, b in CONTRACTS]
ORDERS = [
    (f"c{DRAW.integers(38)}", moment(DRAW.integers(0, 390)), int(DRAW.integers(1, 500)) * 10_000)
    for _ in range(300)
]


@pytest.fixture(scope="module")
def survey(backend):
    roles = {
        "nps": [int(one) for one in DRAW.integers(0, 11, len(ANSWERS))],
        "customer": [one[0] for one in ANSWERS],
        "answered": [one[1] for one in ANSWERS],
    }
    return source_of(backend, "survey", roles, table="asked")


@pytest.fixture(scope="module")
def desk(backend):
    names = ("customer", "created", "first_replied", "solved", "reopened")
    roles = {name: [one[i] for one in TICKETS] for i, name in enumerate(names)}
    return source_of(backend, "tickets", roles, table="desk")


@pytest.fixture(scope="module")
def contracts(backend):
    roles = {
        "customer": [one[0] for one in CONTRACTS],
        "started": [START + timedelta(days=int(one[1])) for one in CONTRACTS],
        "ended": [
            None if one[2] is None else START + timedelta(days=int(one[2])) for one in CONTRACTS
        ],
        "observed": [START + timedelta(days=SEEN)] * len(CONTRACTS),
    }
    return source_of(backend, "subscriptions", roles, table="ran")


@pytest.fixture(scope="module")
def shop(backend):
    roles = {
        name: [one[i] for one in ORDERS] for i, name in enumerate(("customer", "ordered", "amount"))
    }
    return source_of(backend, "transactions", roles, table="bought")


def column(source, name):
    found = source.table.select("row", value=source.table[f"c:{name}"]).to_pyarrow().to_pylist()
    assert len(found) == len(ANSWERS)
    return [row["value"] for row in sorted(found, key=lambda row: row["row"])]


def last_before(who, when, ended):
    """The last of (end, value) pairs of a customer's tickets in the days before an answer."""
    near = [
        pair
        for key, *pair in ended
        if key == who and pair[0] <= when <= pair[0] + timedelta(days=DAYS)
    ]
    return max(near)[1] if near else None


def test_waits_and_reopenings_are_those_of_the_last_ticket(survey, desk):
    found = with_service(survey, desk, ServiceBefore(NAMES, days=DAYS))
    tickets = [(one[0].lower(), *one[1:]) for one in TICKETS]
    replies = [(t[0], t[2], (t[2] - t[1]).total_seconds() / 3600) for t in tickets if t[2]]
    solved = [(t[0], t[3], (t[3] - t[1]).total_seconds() / 3600) for t in tickets if t[3]]
    again = [(t[0], t[3], float(t[4] > 0)) for t in tickets if t[3]]
    for measure, ended in (("first_reply", replies), ("solve", solved)):
        hours = [who and last_before(who, when, ended) for who, when in ANSWERS]
        expected = [None if h is None else log(max(h, 1 / 60)) for h in hours]
        assert sum(one is not None for one in expected) > 20
        assert column(found, NAMES[measure]) == pytest.approx(expected, nan_ok=True)
        well = [None if h is None else float(h <= WELL[measure]) for h in hours]
        assert column(found, NAMES[measure] + DONE) == well
    assert column(found, NAMES["reopened"]) == [
        who and last_before(who, when, again) for who, when in ANSWERS
    ]


def test_recent_tickets_are_counted_where_the_file_covers_the_days(survey, desk):
    found = with_service(survey, desk, ServiceBefore({"recent": "recent"}, days=DAYS))
    first = min(one[1] for one in TICKETS).date()
    last = max(at for one in TICKETS for at in one[1:4] if at).date()
    expected = []
    for who, when in ANSWERS:
        covered = (when.date() - first).days >= DAYS and when.date() <= last
        near = [
            one
            for one in TICKETS
            if one[0].lower() == who
            and one[1] <= when
            and (when.date() - one[1].date()).days <= DAYS
        ]
        expected.append(float(len(near)) if who and covered else None)
    assert column(found, "recent") == expected
    assert {0.0, 1.0, None} < set(expected)


def test_columns_read_once_are_the_same(survey, desk):
    lent = with_service(survey, desk, ServiceBefore(NAMES, days=DAYS))
    once = held(lent, survey)
    assert once.columns == lent.columns
    columns = ("nps", *NAMES.values())
    one, other = (read_cross_products(source, columns=columns) for source in (lent, once))
    assert one.coverage == other.coverage
    assert one.coverage.used > 0
    assert (one.groups[TOTAL].cells == other.groups[TOTAL].cells).all()
    assert held(survey, survey) is survey


def test_what_tickets_cannot_tell_is_not_offered(backend, desk):
    assert measures_of(desk) == SERVICE
    bare = source_of(backend, "tickets", {"created": [START], "customer": ["a"]}, table="bare")
    assert measures_of(bare) == ("recent",)
    alone = source_of(backend, "tickets", {"created": [START], "solved": [START]}, table="nobody")
    assert measures_of(alone) == ()


def departed(who, when, days):
    """1 gone, 0 stayed, and else the reason, of one answer."""
    day = (when.date() - START.date()).days
    mine = [one for one in CONTRACTS if one[0] == who]
    if who is None:
        return "the customer or the moment of the answer is not known"
    if day > SEEN:
        return f"answered after {START.date() + timedelta(days=SEEN)}, up to which"
    if not mine:
        return "the customer has no usable row"
    running = [one for one in mine if one[1] <= day and (one[2] is None or one[2] > day)]
    if not running:
        return "no customer at the time"
    if any(one[2] is None or one[2] > day + days for one in running) and day + days <= SEEN:
        return 0.0
    if all(one[2] is not None and one[2] <= day + days for one in running):
        return 1.0
    return f"watched for fewer than {days} days"


@pytest.mark.parametrize("days", [30, 90])
def test_departures_count_from_the_answer_on(survey, contracts, days):
    found = with_departures(survey, contracts, After("left", days=days))
    expected = [departed(who, when, days) for who, when in ANSWERS]
    values = column(found, "left")
    assert values == [one if isinstance(one, float) else None for one in expected]
    assert {0.0, 1.0} < set(values)
    reasons = read_cross_products(found, columns=("left", "nps")).coverage.left_out
    told = [one for one in expected if isinstance(one, str)]
    assert sum(n for _, n in reasons) == len(told)
    for reason, n in reasons:
        assert n == sum(reason.startswith(one) for one in told), reason


def test_spending_counts_from_the_day_after_the_answer(survey, shop):
    found = with_spending(survey, shop, After("spent", days=DAYS))
    last = max(one[1] for one in ORDERS).date()
    expected = []
    for who, when in ANSWERS:
        gaps = [((one[1].date() - when.date()).days, one[2]) for one in ORDERS if one[0] == who]
        known = who and any(gap <= 0 for gap, _ in gaps) and (last - when.date()).days >= DAYS
        expected.append(sum(m for g, m in gaps if 0 < g <= DAYS) / 10_000 if known else None)
    assert column(found, "spent") == expected
    assert sum(one == 0 for one in expected) > 3
    reasons = dict(read_cross_products(found, columns=("spent", "nps")).coverage.left_out)
    assert reasons["had not bought anything by the answer"] > 0
    assert sum(reasons.values()) == sum(one is None for one in expected)


def test_durations_alone_do_not_tell_who_left_after_an_answer(backend, survey):
    roles = {"customer": ["c1"], "duration": [3.0], "churned": [1]}
    bare = source_of(backend, "subscriptions", roles, table="lasted")
    with pytest.raises(BadOption, match="the clock starts at the answer"):
        with_departures(survey, bare, After("left"))


def test_flags_made_here_stand_beside_their_rows(survey):
    rows = np.array([3, 9, 4])
    flags = {"theme: price": np.array([True, False, True])}
    found = lent_numbers(survey, rows, flags, otherwise="no comment")
    values = column(found, "theme: price")
    assert [values[k - 1] for k in (3, 9, 4)] == [1, 0, 1]
    assert sum(one is None for one in values) == len(ANSWERS) - 3
    cover = read_cross_products(found, columns=("nps", "theme: price")).coverage
    assert cover.left_out == (("no comment", len(ANSWERS) - 3),)
    assert cover.used == 3
