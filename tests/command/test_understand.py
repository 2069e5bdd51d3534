"""`drivers`, `trend` and `impact` from files to JSON: the contract's fields, rows and refusals."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from lifelines import KaplanMeierFitter


def adds_up(answer):
    sources = answer["source"] if isinstance(answer["source"], list) else [answer["source"]]
    for one in sources:
        assert one["rows"] == one["used"] + sum(part["rows"] for part in one["left_out"])
    return answer


@pytest.fixture
def survey(tmp_path):
    """600 answers of January to December 2025, and to 10 January: 50 a month."""
    draw = np.random.default_rng(3)
    days = pd.date_range("2025-01-01", "2025-12-31", periods=600).normalize()
    x = draw.integers(1, 6, (600, 3))
    score = np.clip(np.rint(x @ [1.2, 0.6, 0.1] + draw.normal(0, 1, 600)), 0, 10).astype(int)
    table = pd.DataFrame({
        "customer_id": [f"C{i:04d}" for i in range(600)], "answered_at": days, "nps": score,
        "speed": x[:, 0], "food, drink": x[:, 1], "staff": x[:, 2],
        "region": draw.choice(["north", "south"], 600),
        "churned": np.where(score + draw.normal(0, 2, 600) < 4, "yes", "no"), "same": 3,
    })  # fmt: skip
    table["speed"] = table["speed"].astype("Int64").mask(table.index % 50 == 7)
    path = tmp_path / "survey.csv"
    table.to_csv(path, index=False)
    return path


@pytest.fixture
def outcomes(tmp_path):
    """A contract of every second customer, who leave 100 days after the answer, or stay."""
    days = pd.date_range("2025-01-01", "2025-12-31", periods=600).normalize()
    ends = [days[i] + pd.Timedelta(days=100) if i % 4 == 0 else None for i in range(0, 600, 2)]
    table = pd.DataFrame({
        "Member": [f"c{i:04d}" for i in range(0, 600, 2)],
        "started": pd.Timestamp("2024-06-01"), "ended": ends, "fee": 12.5,
    })  # fmt: skip
    path = tmp_path / "outcomes.csv"
    table.to_csv(path, index=False)
    return path


DRIVERS = ("--drivers", "speed,food, drink,staff")
FIELDS = {
    "driver", "share_of_r2", "low", "high", "sign", "vif",
    "performance", "performance_low", "performance_high", "quadrant",
}  # fmt: skip


def test_drivers_have_the_contracts_fields_and_say_n_and_r2(call, survey):
    answer = adds_up(call("drivers", survey, "--outcome", "nps", *DRIVERS, "--json").answer)
    assert [one["driver"] for one in answer["results"]] == ["speed", "food, drink", "staff"]
    assert all(one.keys() >= FIELDS and one["group"] == {} for one in answer["results"])
    assert sum(one["share_of_r2"] for one in answer["results"]) == pytest.approx(1)
    rows = pd.read_csv(survey).dropna(subset="speed")
    c = np.corrcoef(rows[["nps", "speed", "food, drink", "staff"]].T)
    r2 = c[0, 1:] @ np.linalg.solve(c[1:, 1:], c[0, 1:])
    assert any(note.startswith(f"n = {len(rows)}, R2 = {r2:.4f}") for note in answer["notes"])
    assert answer["source"]["left_out"] == [{"reason": "speed has no answer", "rows": 12}]
    assert answer["options"]["method"] == "lmg"


def test_drivers_by_region_and_of_yes_or_no(call, survey):
    found = call("drivers", survey, "--outcome", "nps", *DRIVERS, "--by", "region", "--json").answer
    groups = [one["group"].get("region") for one in found["results"]]
    assert groups == [None] * 3 + ["north"] * 3 + ["south"] * 3
    answer = call("drivers", survey, "--outcome", "churned", *DRIVERS, "--json").answer
    assert any("McFadden" in note for note in answer["notes"])
    signs = {one["driver"]: one["sign"] for one in answer["results"]}
    assert signs["speed"] == -1


def test_drivers_by_default_explain_the_score_by_the_ratings(call, survey):
    answer = call("drivers", survey, "--json").answer
    assert answer["options"]["outcome"] == "nps"
    assert {"speed", "staff"} <= {one["driver"] for one in answer["results"]}


def test_trend_of_months_with_an_open_end(call, survey, tmp_path):
    table = pd.read_csv(survey)
    late = table.tail(20).assign(answered_at="2026-01-10", nps=0)
    path = tmp_path / "late.csv"
    pd.concat([table, late]).to_csv(path, index=False)
    answer = adds_up(call("trend", path, "--metric", "nps", "--json").answer)
    found = {one["period"]: one for one in answer["results"]}
    assert len(found) == 13
    month = pd.to_datetime(table.answered_at).dt.to_period("M")
    values = [100 * ((g >= 9).mean() - (g <= 6).mean()) for _, g in table.nps.groupby(month)]
    centre, moving = np.mean(values), np.abs(np.diff(values)).mean()
    for one, value in zip(list(found.values())[:12], values, strict=True):
        assert one["value"] == pytest.approx(value)
        assert one["centre"] == pytest.approx(centre)
        assert one["upper"] == pytest.approx(centre + 2.66 * moving)
        assert one["lower"] == pytest.approx(centre - 2.66 * moving)
    last = found["2026-01-01"]
    assert (last["value"], last["signals"], last["finished"], last["n"]) == (-100, [], False, 20)
    assert any("not over" in note for note in answer["notes"])


def test_trend_by_answers_with_a_target(call, survey):
    options = ("--metric", "nps", "--limits", "p", "--target", "-20", "--by", "region")
    answer = adds_up(call("trend", survey, *options, "--json").answer)
    groups = {one["group"].get("region") for one in answer["results"]}
    assert groups == {None, "north", "south"}
    assert {one["target"] for one in answer["results"]} <= {"met", "missed", "not proven"}
    one = answer["results"][0]
    nps = pd.read_csv(survey).nps
    p, d = (nps >= 9).mean(), (nps <= 6).mean()
    assert one["centre"] == pytest.approx(100 * (p - d))
    half = 300 * np.sqrt((p + d - (p - d) ** 2) / one["n"])
    assert one["upper"] - one["centre"] == pytest.approx(half)
    assert {one["name"] for one in answer["tests"]} == {"Mann-Kendall"}


def test_a_filter_does_not_end_the_data(call, tmp_path):
    """The file runs to the end of February; that the north's answers do not leaves it over."""
    days = [*pd.date_range("2026-01-01", "2026-02-28").strftime("%Y-%m-%d")]
    table = pd.DataFrame({"answered_at": days, "nps": [9, 3, 8] * 19 + [9, 9]})
    table["region"] = ["north"] * 55 + ["south"] * 4
    path = tmp_path / "regions.csv"
    table.to_csv(path, index=False)
    options = ("--metric", "nps", "--where", "region=north", "--json")
    assert [one["finished"] for one in call("trend", path, *options).answer["results"]] == [
        True,
        True,
    ]
    cut = call("trend", path, *options, "--until", "2026-02-20").answer["results"]
    assert [one["finished"] for one in cut] == [True, False]


def test_impact_joins_on_the_key_and_starts_at_the_answer(call, survey, outcomes):
    answer = adds_up(
        call(
            "impact", survey, "--outcomes", outcomes, "--outcomes-map", "customer=Member",
            "--map", "customer=customer_id", "--unit", "day", "--at", "60,120", "--json",
        ).answer
    )  # fmt: skip
    assert [one["name"] for one in answer["source"]] == ["survey.csv", "outcomes.csv"]
    assert [one["used"] for one in answer["source"]] == [300, 300]
    found = {one["group"]["experience"]: one for one in answer["results"]}
    assert sum(one["n"] for one in found.values()) == 300
    table = pd.read_csv(survey, parse_dates=["answered_at"]).iloc[::2].reset_index(drop=True)
    ends = pd.read_csv(outcomes, parse_dates=["ended"]).ended
    stayed = (ends.fillna(ends.max()) - table.answered_at).dt.days
    fits = {}
    for name, low, high in (("promoter", 9, 10), ("passive", 7, 8), ("detractor", 0, 6)):
        rows = table.nps.between(low, high)
        fits[name] = KaplanMeierFitter().fit(stayed[rows], ends.notna()[rows])
        for row in found[name]["at"]:
            assert row["survival"] == pytest.approx(fits[name].predict(row["time"]))
        assert found[name]["n"] == rows.sum()
        assert found[name]["value"] == pytest.approx(12.5 * found[name]["rmst"])
        gap = found["promoter"]["value"] - found[name]["value"]
        assert found[name]["gap"] == pytest.approx(gap)
        assert found[name]["at_risk"] == pytest.approx(gap * rows.sum())
        assert found[name]["low"] <= found[name]["at_risk"] <= found[name]["high"]


def test_roles_of_the_outcomes_may_be_mapped_with_the_rest(call, survey, outcomes):
    roles = ("--map", "ended=ended", "--map", "fee=", "--outcomes-map", "customer=Member")
    answer = call("impact", survey, "--outcomes", outcomes, *roles, "--json").answer
    assert {one["value"] for one in answer["results"]} == {None}
    assert any("No fee is known" in note for note in answer["notes"])


@pytest.mark.parametrize("words", [("drivers",), ("trend",), ("impact", "--outcomes", "outcomes")])
def test_people_get_tables(call, survey, outcomes, words):
    files = {"outcomes": outcomes}
    command, *rest = (files.get(word, word) for word in words)
    further = ("--outcomes-map", "customer=Member") if command == "impact" else ()
    said = call(command, survey, *rest, *further)
    assert (said.status, said.err) == (0, "")
    assert "rows used" in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("drivers", "--drivers", "speed,nowhere"), "driver column 'nowhere' is not in this table"),
        (("drivers", "--outcome", "gone"), "The outcome column 'gone' is not in this table"),
        (("drivers", "--drivers", "speed,same"), "'same' has the same value in all 588 complete"),
        (("drivers", "--drivers", "speed,region"), "Drivers needs at least 30 complete answers"),
        (("drivers", "--drivers", "speed,nps"), "cannot be its own driver"),
        (("drivers", "--method", "magic"), "'magic' is not one of 'lmg', 'relative-weights'"),
        (("drivers", "--drivers", "speed", "--where", "region=east"), "No row has region = 'east'"),
        (("trend", "--metric", "ces"), "No column of 'survey.csv' is known as 'ces'"),
        (("trend", "--metric", "joy"), "--metric joy is no score of 'survey.csv'"),
        (("trend", "--metric", "nps", "--box", "4-5"), "NPS has no box"),
        (("trend", "--metric", "nps", "--target", "200"), "--target is 200"),
        (("trend", "--limits", "none"), "'none' is not one of 'xmr', 'p', 'laney'"),
        (("impact",), "Missing option '--outcomes'"),
        (("impact", "--outcomes", "nowhere.csv"), "nowhere.csv"),
        (("impact", "--outcomes", "survey"), "survey.csv"),
        (("impact", "--outcomes", "outcomes", "--at", "x"), "--at needs numbers"),
        (("impact", "--outcomes", "outcomes", "--map", "nps=nope"), "'nope' is not in this table"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(call, survey, outcomes, words, sentence):
    files = {"survey": survey, "outcomes": outcomes}
    command, *rest = (files.get(word, word) for word in words)
    said = call(command, survey, *rest, "--json")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
