"""Answers and contracts joined: each customer once, from the answer on, every row accounted for."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

import pytest

from cxlib.errors import BadOption
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.landmarks import read_landmarks
from tests.handmade import source_of

DAY = datetime(2025, 1, 1)
CUT = date(2025, 7, 1)


def on(days: int) -> datetime:
    return DAY + timedelta(days=days)


# Survey rows: customer, score, day of the answer, and what becomes of the row.
ANSWERS = [
    ("A", 10, 50, None),
    ("a ", 3, 60, "an earlier answer of the customer counts"),  # the same customer as A
    ("B", 7, 50, None),
    ("C", 0, 50, "no longer a customer after the answer"),
    ("D", 9, 50, "the contract had not begun at the answer"),
    ("E", 9, 50, "the customer has no usable row in handmade.csv"),
    ("F", 2, 300, "answered after 2025-07-01, up to which customers were watched"),
    ("00042", 5, 50, None),
    (None, 5, 50, "customer is blank"),
    ("G", None, 50, "nps is blank"),
    ("H", 8, 100, None),
    ("I", 6, 50, "no longer a customer after the answer"),  # left on the day of the answer
]
# Contracts: customer, start, end, fee in 1/10,000, and what becomes of the row.
CONTRACTS = [
    ("A", 0, 120, 200_000, None),
    ("B", 0, None, 300_000, None),
    ("C", 0, 40, 100_000, "did not run at the time of an answer"),
    ("D", 70, None, 100_000, "did not run at the time of an answer"),
    ("F", 0, None, 100_000, "did not run at the time of an answer"),
    ("42", 0, None, None, None),
    ("H", 0, 90, 100_000, "did not run at the time of an answer"),
    ("H", 95, 130, 100_000, "the customer counts with another contract"),
    ("H", 95, 150, 500_000, None),
    ("Z", 0, None, 100_000, "the customer has no usable answer"),
    ("Y", None, 20, 100_000, "started is blank"),
    ("I", 0, 50, 100_000, "did not run at the time of an answer"),
]


def tables(backend, answers=ANSWERS, contracts=CONTRACTS):
    survey = source_of(
        backend,
        "survey",
        {
            "customer": [one[0] for one in answers],
            "nps": [one[1] for one in answers],
            "answered": [on(one[2]) for one in answers],
        },
        cells={"region": [None if k % 2 else "n" for k in range(len(answers))]},
        table="landmark_answers",
    )
    outcomes = source_of(
        backend,
        "subscriptions",
        {
            "customer": [one[0] for one in contracts],
            "started": [None if one[1] is None else on(one[1]) for one in contracts],
            "ended": [None if one[2] is None else on(one[2]) for one in contracts],
            "fee": [one[3] for one in contracts],
        },
        table="landmark_contracts",
    )
    return survey, outcomes


def tally(rows):
    reasons = [one[-1] for one in rows if one[-1] is not None]
    return {reason: reasons.count(reason) for reason in reasons}


def test_every_row_of_both_files_is_accounted_for(backend):
    found = read_landmarks(*tables(backend), observed=CUT)
    for cover, rows in ((found.answers, ANSWERS), (found.contracts, CONTRACTS)):
        assert cover.rows == len(rows)
        assert cover.used == 4
        assert dict(cover.left_out) == tally(rows)


def test_time_runs_from_the_answer_and_the_fee_is_that_of_the_contract(backend):
    found = read_landmarks(*tables(backend), observed=CUT)
    stays = {name: stay for (group, name), stay in found.stays.items() if group == TOTAL}
    assert set(stays) == {"promoter", "passive", "detractor"}
    promoter, passive, detractor = (stays[n] for n in ("promoter", "passive", "detractor"))
    assert (promoter.lives.durations, promoter.lives.events) == ((70.0,), (1,))
    # B is watched from day 50 to 1 July, day 181; H leaves 50 days after the answer.
    assert passive.lives.durations == (50.0, 131.0)
    assert (passive.lives.events, passive.lives.censored) == ((1, 0), (0, 1))
    assert (promoter.mean_fee, passive.mean_fee, detractor.mean_fee) == (20, 40, None)
    assert (detractor.fee, detractor.fees, detractor.lives.n) == (None, 0, 1)


def test_groups_split_the_customers(backend):
    found = read_landmarks(*tables(backend), observed=CUT, by=["region"], period="month")
    n = {key: stay.lives.n for key, stay in found.stays.items()}
    assert n[Group("region", "n"), "passive"] == 2
    assert n[Group("region", "(blank)"), "detractor"] == 1
    assert n[Group(None, None, date(2025, 4, 1)), "passive"] == 1
    assert n[Group(None, None, date(2025, 2, 1)), "promoter"] == 1


def test_the_last_date_of_the_outcomes_ends_the_watch(backend):
    assert read_landmarks(*tables(backend)).observed == (DAY + timedelta(days=150)).date()


def test_equals_a_walk_through_the_rows(backend):
    """300 answers and 200 contracts of 60 customers, by plain Python."""
    chance = random.Random(4)
    people = [f"p{i}" for i in range(60)]
    answers = [
        (chance.choice(people), chance.randrange(11), chance.randrange(200)) for _ in range(300)
    ]
    contracts = []
    for _ in range(200):
        start = chance.randrange(180)
        end = chance.choice([None, start + chance.randrange(120)])
        contracts.append((chance.choice(people), start, end, 10_000))
    cut = 181
    expected: dict[str, list[tuple[int, bool]]] = {}
    done = set()
    for _, (who, score, day) in sorted(enumerate(answers), key=lambda one: (one[1][2], one[0])):
        running = []
        for _, start, end, _ in (one for one in contracts if one[0] == who):
            left = end is not None and end <= cut
            last = end if left else cut
            if start <= day and (last > day or (last == day and not left)):
                running.append((last - day, left))
        if running and who not in done:
            done.add(who)
            group = "promoter" if score >= 9 else "passive" if score >= 7 else "detractor"
            longest = max(after for after, _ in running)
            expected.setdefault(group, []).append(
                (longest, all(left for after, left in running if after == longest))
            )
    found = read_landmarks(*tables(backend, answers, contracts), observed=CUT)
    assert found.answers.used == found.contracts.used == len(done)
    for name, members in expected.items():
        lives = found.stays[TOTAL, name].lives
        assert lives.n == len(members)
        assert lives.deaths == sum(left for _, left in members)
        assert lives.durations == tuple(sorted({float(after) for after, _ in members}))


def test_durations_alone_do_not_do(backend):
    survey, _ = tables(backend)
    outcomes = source_of(
        backend,
        "subscriptions",
        {"customer": ["A"], "duration": [3.0], "churned": [1]},
        table="landmark_durations",
    )
    with pytest.raises(BadOption, match="the clock starts at the answer"):
        read_landmarks(survey, outcomes)
