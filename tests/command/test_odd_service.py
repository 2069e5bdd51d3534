"""Tickets and events as they should not be: the answer is right, or says what is missing."""

from __future__ import annotations

import pytest

TICKETS = "ticket_id,created_at,first_reply_at,solved_at,channel\n"
ROLES = [
    "--map=ticket=ticket_id",
    "--map=created=created_at",
    "--map=first_replied=first_reply_at",
    "--map=solved=solved_at",
]


@pytest.fixture
def service(call, tmp_path):
    def ask(rows: str, *options: str):
        path = tmp_path / "tickets.csv"
        path.write_text(TICKETS + rows)
        return call("service", path, *ROLES, *options, "--json").answer

    return ask


def of(answer, measure):
    return next(one for one in answer["results"] if one["measure"] == measure)


def test_offsets_of_two_zones_are_the_same_moments(service):
    # 09:00 in Jakarta is 02:00 in UTC and 03:00 in Paris.
    answer = service(
        "1,2024-01-10T09:00:00+07:00,2024-01-10T03:00:00Z,2024-01-10T05:00:00+01:00,web\n"
        "2,2024-01-10T02:00:00Z,2024-01-10T10:00:00+07:00,2024-01-10T04:00:00Z,web\n"
    )
    assert [of(answer, one)["median"] for one in ("first_reply", "solve")] == [1, 2]
    assert answer["source"]["used"] == 2


def test_solved_before_created_is_left_out_and_counted(service):
    answer = service(
        "1,2024-01-10 09:00,2024-01-10 10:00,2024-01-10 08:00,web\n"
        "2,2024-01-10 09:00,2024-01-10 08:30,2024-01-10 11:00,web\n"
        "3,2024-01-10 09:00,2024-01-10 10:00,2024-01-10 12:00,web\n"
    )
    reasons = {one["reason"] for one in answer["source"]["left_out"]}
    assert reasons == {"solved before it was created", "first reply before it was created"}
    assert (answer["source"]["used"], of(answer, "solve")["median"]) == (1, 3)


def test_no_reply_ever(service):
    answer = service("1,2024-01-10 09:00,,,web\n2,2024-01-10 11:00,,,mail\n")
    for measure in ("first_reply", "solve"):
        one = of(answer, measure)
        assert (one["n"], one["open"], one["median"], one["p90"]) == (2, 2, None, None)
        assert [row["naive"] for row in one["within"]] == [None, None, None]


def test_a_single_ticket(service):
    one = of(service("1,2024-01-10 09:00,2024-01-10 10:00,2024-01-10 12:00,web\n"), "solve")
    assert (one["n"], one["open"], one["median"]) == (1, 0, 3)
    assert one["median_low"] is None  # one ticket says nothing of how tickets vary
    first = one["within"][0]
    assert 0 < first["low"] < first["share"] == 1 == first["high"]


@pytest.mark.parametrize(
    ("created", "solved", "hours"),
    [
        # The night of Sunday 2024-03-31 has no hour from 2 to 3; Friday 16:00 to Monday 10:00.
        ("2024-03-29 16:00", "2024-04-01 10:00", 2),
        # Round the clock, the same night has 23 hours, and that of 2024-10-27 has 25.
        ("2024-03-30 12:00", "2024-03-31 12:00", 23),
        ("2024-10-26 12:00", "2024-10-27 12:00", 25),
    ],
)
def test_the_clocks_change_in_between(service, created, solved, hours):
    weekly = "Mon-Fri 09:00-17:00" if hours == 2 else "Mon-Sun 00:00-24:00"
    rows = f"1,{created},{created},{solved},web\n"
    answer = service(rows, "--business-hours", f"{weekly} Europe/Paris")
    assert of(answer, "solve")["median"] == hours


def test_events_out_of_order_and_in_two_zones_are_put_in_order(call, tmp_path):
    rows = [
        "a,2024-01-10T09:20:00+07:00,web",  # 02:20 in UTC
        "a,2024-01-10T02:00:00Z,web",
        "a,2024-01-10T03:40:00+01:00,web",  # 02:40
        "b,2024-01-11T02:00:00Z,app",
        "a,2024-01-10T04:00:00Z,web",
    ]
    answers = []
    for place, order in enumerate((rows, sorted(rows), rows[::-1])):
        path = tmp_path / f"events{place}.csv"
        path.write_text("user_id,happened_at,platform\n" + "\n".join(order) + "\n")
        roles = ["--map=customer=user_id", "--map=happened=happened_at"]
        answers.append(call("engagement", path, *roles, "--json").answer["results"])
    assert answers[0] == answers[1] == answers[2]
    sessions = answers[0][0]["sessions"]
    assert (sessions["n"], sessions["unknown"], sessions["median_seconds"]) == (3, 2, 2400)
