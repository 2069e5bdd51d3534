"""`engagement` as a script sees it."""

from __future__ import annotations

import pytest

CLICKS = ("--map=shown=shown", "--map=clicked=clicked")
ROLES = ("--map=customer=customer", "--map=happened=happened")


@pytest.fixture
def events(tmp_path):
    """Three customers over two months; a second zone in one row; rows out of order."""
    path = tmp_path / "events.csv"
    path.write_text(
        "customer,happened,platform,shown,clicked\n"
        "b,2024-02-10 23:50:00,web,1,0\n"
        "a,2024-01-05 10:00:00,ios,2,1\n"
        "a,2024-01-05 10:20:00,ios,2,0\n"
        "a,2024-01-05 12:00:00,ios,,\n"
        "b,2024-02-11T07:10:00+07:00,web,1,1\n"
        "a,2024-02-01 10:00:00,ios,4,1\n"
        "c,2024-01-31 10:00:00,web,0,0\n"
        ",2024-01-31 10:00:00,web,9,9\n"
    )
    return path


def test_the_answer_has_what_the_contract_says(call, events):
    said = call("engagement", events, *ROLES, *CLICKS, "--json")
    answer, total = said.answer, said.total
    assert answer["source"]["left_out"] == [{"reason": "customer is blank", "rows": 1}]
    days = {one["day"]: one for one in total["days"]}
    assert (min(days), max(days), len(days)) == ("2024-01-05", "2024-02-11", 38)
    assert days["2024-02-01"] == {
        "day": "2024-02-01",
        "dau": 1,
        "wau": 2,
        "mau": None,
        "stickiness": None,
    }
    assert days["2024-02-03"]["mau"] == 2
    # 07:10 in Jakarta is 00:10 in UTC: 20 minutes after the event before.
    assert total["sessions"] == {
        "n": 5,
        "unknown": 3,
        "unknown_share": 0.6,
        "median_seconds": 1200,
        "quartiles": [1200, 1200],
        "mean_events": 1.4,
        "median_events": 1,
        "median_low": None,
        "median_high": None,
        "unknown_low": pytest.approx(0.23072, abs=1e-5),  # Wilson, 3 of 5
        "unknown_high": pytest.approx(0.88238, abs=1e-5),
    }
    assert (total["stickiness_low"], total["dau"]["days"]) == (None, 38)
    assert total["dau"]["low"] < total["dau"]["mean"] < total["dau"]["high"]
    assert total["visits"]["customers"] == 3
    january, february = total["lifecycle"]
    assert (january["new"], january["dormant"], january["quick_ratio"]) == (2, None, None)
    names = ("new", "returning", "resurrected", "dormant", "quick_ratio", "whole")
    assert [february[name] for name in names] == [1, 1, 0, 1, 1, False]
    ctr = total["ctr"]
    assert (ctr["shown"], ctr["clicked"], ctr["share"], ctr["customers"]) == (10, 3, 0.3, 2)
    assert ctr["low"] < 0.3 < ctr["high"]


def test_gap_period_and_segments(call, events):
    words = ("--gap", 10, "--period", "week", "--by", "platform", "--json")
    answer = call("engagement", events, *ROLES, *words).answer
    assert [one["group"] for one in answer["results"]] == [
        {},
        {"platform": "ios"},
        {"platform": "web"},
    ]
    assert answer["results"][0]["sessions"]["n"] == 7
    assert answer["results"][1]["lifecycle"][0]["period"] == "2024-01-01"
    assert len(answer["results"][2]["lifecycle"]) == len(answer["results"][0]["lifecycle"])


def test_sessions_by_the_number_in_the_file(call, tmp_path):
    path = tmp_path / "events.csv"
    path.write_text(
        "customer,happened,session\n"
        "a,2024-01-05 10:00,1\na,2024-01-05 15:00,1\na,2024-01-05 15:01,\n"
    )
    said = call("engagement", path, *ROLES, "--map=session=session", "--json")
    assert (said.total["sessions"]["n"], said.total["sessions"]["median_seconds"]) == (1, 18_000)
    assert said.total["ctr"] is None
    assert any("1 events have no session number" in note for note in said.answer["notes"])
    assert said.answer["options"]["sessions"] == "number"


def test_more_clicked_than_shown_gives_no_rate(call, events):
    words = ("--map", "shown=clicked", "--map", "clicked=shown", "--json")
    said = call("engagement", events, *ROLES, *words)
    assert said.total["ctr"] is None
    assert any("More was clicked (10) than shown (3)" in note for note in said.answer["notes"])


def test_tables_for_people_and_wrong_options(call, events):
    said = call("engagement", events, *ROLES)
    for text in ("Active customers, last 14 days", "Customers by month", "quick ratio"):
        assert text in said.out
    wrong = call("engagement", events, *ROLES, "--gap", "0")
    assert (wrong.status, wrong.out) == (2, "")
    assert "--gap is 0" in wrong.err


@pytest.fixture
def shop(tmp_path):
    """Twelve customers over sixty days: odd ones buy, and odd ones come back."""
    rows = ["customer,happened,event,plan"]
    for who in range(12):
        plan = "x" if who < 6 else "y"
        rows.append(f"c{who},2024-01-01 10:00,view,{plan}")
        rows.append(f"c{who},2024-01-01 10:30,cart,{plan}")
        if who % 2:
            rows.append(f"c{who},2024-01-03 10:30,buy,{plan}")
            rows += [f"c{who},2024-01-{day:02d} 09:00,view,{plan}" for day in (20, 22, 24, 26)]
            rows.append(f"c{who},2024-02-20 09:00,view,{plan}")
    rows.append("c0,2024-02-25 09:00,view,x")
    rows += [f"c{who},2024-01-30 09:00,view,x" for who in (0, 2)]
    path = tmp_path / "shop.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


SHOP = (*ROLES, "--map=event=event")


def test_a_funnel_on_the_command_line(call, shop):
    words = ("--funnel", "view, cart,buy", "--by", "plan", "--json")
    said = call("engagement", shop, *SHOP, *words)
    steps = said.total["funnel"]["steps"]
    assert [(one["event"], one["customers"], one["dropped"]) for one in steps] == [
        ("view", 12, 0),
        ("cart", 12, 0),
        ("buy", 6, 6),
    ]
    assert (steps[1]["median_seconds"], steps[2]["median_seconds"]) == (1800, 2 * 86_400)
    assert steps[2]["low"] < steps[2]["share"] == 0.5 < steps[2]["high"]
    group = said.answer["results"][1]["funnel"]
    assert (group["p_value"], group["p_adjusted"]) == (1, 1)
    assert said.total["score"] is None
    assert said.answer["options"]["funnel"] == "view, cart,buy"
    soon = call("engagement", shop, *SHOP, "--funnel", "view,buy", "--within", 1, "--json")
    assert [one["customers"] for one in soon.total["funnel"]["steps"]] == [12, 0]
    table = call("engagement", shop, *SHOP, *words[:-1]).out
    assert "Funnel by group" in table


def test_a_score_on_the_command_line(call, shop):
    said = call("engagement", shop, *SHOP, "--score", "--json")
    score = said.total["score"]
    assert (score["last"], score["window"], score["follow_up"]) == ("2024-01-28", 28, 28)
    # Odd customers: six active days, three events, two days idle; c0 and c2 come back too.
    bands = [(one["score"], one["n"], one["back"]) for one in score["bands"]]
    assert bands == [(0, 6, 2), (80, 6, 6)]
    assert score["concordance"] == pytest.approx((6 * 4 + 2 * 4 / 2) / (8 * 4))
    assert score["low"] < score["concordance"] < score["high"]
    assert score["rules"][0] == {"fact": "active_days", "points": 20, "low": 2, "high": None}
    assert said.total["funnel"] is None
    assert "Came back, by engagement score" in call("engagement", shop, *SHOP, "--score").out


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--funnel", "view"), "--funnel needs at least two events"),
        (("--funnel", "view,pay"), "No event of 'shop.csv' is 'pay'"),
        (("--within", "3"), "needs --funnel"),
        (("--funnel", "view,buy", "--within", "0"), "--within is 0"),
    ],
)
def test_wrong_funnels_are_one_sentence(call, shop, words, complaint):
    said = call("engagement", shop, *SHOP, *words)
    assert (said.status, said.out) == (2, "")
    assert complaint in said.err
