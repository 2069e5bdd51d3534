"""`service` as a script sees it."""

from __future__ import annotations

import pytest

HEADER = "ticket,created,first_replied,solved,team\n"
ROWS = [
    "a,2024-03-11 09:00:00,2024-03-11 09:30:00,2024-03-11 10:00:00,x",
    "b,2024-03-12 09:00:00,2024-03-12 10:00:00,2024-03-12 11:00:00,x",
    "c,2024-03-13 09:00:00,2024-03-13 10:00:00,2024-03-13 14:00:00,y",
    "d,2024-03-15 04:00:00,2024-03-15 05:00:00,2024-03-15 12:00:00,y",
    "e,2024-03-15 08:00:00,,,x",
    "f,2024-03-15 02:00:00,,,y",
    "g,2024-03-15 02:00:00,,2024-03-14 02:00:00,y",
]


@pytest.fixture
def six(tmp_path):
    path = tmp_path / "tickets.csv"
    path.write_text(HEADER + "\n".join(ROWS))
    return path


def by_measure(answer, group=None):
    return {one["measure"]: one for one in answer["results"] if one["group"] == (group or {})}


def test_the_answer_has_what_the_contract_says(call, six):
    answer = call("service", six, "--sla", "2,4,24", "--json").answer
    assert answer["source"] == {
        "name": "tickets.csv",
        "rows": 7,
        "used": 6,
        "left_out": [{"reason": "solved before it was created", "rows": 1}],
    }
    assert set(answer["columns"]) == {"created", "ticket", "first_replied", "solved"}
    assert answer["options"]["observed"] == "2024-03-15T12:00:00"
    found = by_measure(answer)
    assert set(found) == {"first_reply", "solve"}
    solve = found["solve"]
    # By hand: S = 5/6, 4/6, 4/9, 2/9 after 1, 2, 5 and 8 hours.
    assert (solve["n"], solve["open"], solve["median"], solve["p90"]) == (6, 2, 5, None)
    assert [one["hours"] for one in solve["within"]] == [2, 4, 24]
    assert [one["share"] for one in solve["within"]] == pytest.approx([1 / 3, 1 / 3, 7 / 9])
    assert [one["naive"] for one in solve["within"]] == [0.5, 0.5, 1]
    (month,) = solve["queue"]
    counts = (month["arrivals"], month["closures"], month["open"])
    assert counts == (6, 4, 2)
    assert sum(one["n"] for one in solve["heat"]) == 6
    assert any("solve: 2 of 6 tickets are open" in note for note in answer["notes"])


def test_groups_and_periods_are_tested_against_each_other(call, six):
    answer = call("service", six, "--by", "team", "--period", "week", "--json").answer
    x = by_measure(answer, {"team": "x"})["solve"]
    assert (x["n"], x["open"]) == (3, 1)
    assert 0 <= x["p_adjusted"] <= 1
    assert {test["measure"] for test in answer["tests"]} == {"first_reply", "solve"}
    assert {test["column"] for test in answer["tests"]} == {"team"}


def test_business_hours_and_holidays(call, six, tmp_path):
    words = ("--business-hours", "Mon-Fri 09:00-17:00 Europe/Paris")
    days = tmp_path / "days.txt"
    days.write_text("2024-03-12\n2024-12-25\n")
    for holidays in ("2024-03-12", days):
        answer = call("service", six, *words, "--holidays", holidays, "--json").answer
        solve = by_measure(answer)["solve"]
        # The second ticket's two hours fall on the holiday; d waits 09:00-12:00, as e and f.
        assert (solve["median"], solve["naive_median"]) == (3, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--business-hours", "9 to 5"), "business hours '9 to 5' cannot be read"),
        (("--holidays", "2024-03-12"), "--holidays needs --business-hours"),
        (("--business-hours", "Mon 09:00-10:00 UTC", "--holidays", "soon"), "2026-12-25"),
        (("--sla", "-4"), "--sla needs numbers"),
    ],
)
def test_wrong_options_are_said_in_one_line(call, six, words, said):
    found = call("service", six, *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert found.err.count("\n") == 1


def test_tables_for_people(call, six):
    said = call("service", six, "--by", "team")
    assert said.status == 0
    for text in (
        "First reply, hours",
        "Time to solve, hours",
        "The queue",
        "team = x",
        "within 4 h",
    ):
        assert text in said.out


def test_a_log_of_changes(call, tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(
        "ticket,status,changed\n"
        "a,Baru,2024-03-11 09:00\na,Menunggu pelanggan,2024-03-11 10:00\n"
        "a,Selesai,2024-03-11 13:00\nb,Baru,2024-03-11 09:00\nb,7,2024-03-11 12:00\n"
    )
    roles = [f"--map={one}={one}" for one in ("ticket", "status", "changed")]
    answer = call("service", path, *roles, "--json").answer
    found = by_measure(answer)
    assert set(found) == {"solve", "requester_wait", "agent_wait"}
    assert (found["solve"]["n"], found["solve"]["open"], found["solve"]["median"]) == (2, 1, 4)
    assert found["requester_wait"]["median"] == 1
    assert answer["source"]["used"] == 5
    assert any("a change of a ticket's status" in note for note in answer["notes"])
    named = call("service", path, *roles, "--solved-status", "7, Selesai", "--json").answer
    assert by_measure(named)["solve"]["open"] == 0


def test_without_ends_there_is_nothing_to_measure(call, tmp_path):
    path = tmp_path / "only.csv"
    path.write_text("ticket_id,created_at\n1,2024-03-11\n2,2024-03-12\n")
    said = call("service", path, "--map", "created=created_at")
    assert said.status == 2
    assert "--map solved=COLUMN" in said.err
