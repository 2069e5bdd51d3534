"""The Drivers page on the sample data: the planted order, groups, and refusals in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.test_pages import opened, sampled, sentences, settled, start
from tests.ui.test_service_page import shown

RATINGS = ["delivery_rating", "app_rating", "staff_rating", "price_rating"]


def test_what_was_planted_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "drivers")
    assert not sentences(app)
    (chosen,) = [one for one in app.multiselect if one.label == "Drivers"]
    assert sorted(chosen.value) == sorted(RATINGS)
    titles = shown(app)
    assert "delivery_rating matters most for nps" in titles
    assert any(title.startswith("What matters for nps, by ") for title in titles)
    table = next(one.value for one in app.dataframe if "Share of R2" in one.value.columns)
    assert table["Driver"].iloc[0] == "delivery_rating"
    assert "csat" in chosen.options
    settled(chosen.set_value([]).run())
    assert any("at least one driver" in one.value for one in app.info)


def test_drivers_that_say_the_same_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(place % 11, place % 5 + 1, 2 * (place % 5 + 1)) for place in range(60)]
    lines = "".join(f"{nps},{one},{two}\n" for nps, one, two in rows)
    content = ("nps,rating_a,rating_b\n" + lines).encode()
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("answers.csv", content, "text/csv")]).run())
    opened(app, "drivers")
    assert any("computed from the others" in one for one in sentences(app))


def test_themes_service_and_what_came_after_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "drivers")
    (chosen,) = [one for one in app.multiselect if one.label == "Drivers"]
    more = ["@theme/staff", "@tickets/first_reply", "@tickets/recent"]
    settled(chosen.set_value([*RATINGS, *more]).run())
    assert not sentences(app)
    table = next(one.value for one in app.dataframe if "Share of R2" in one.value.columns)
    names = {"Theme: staff", "Tickets: time to first reply", "Tickets: how many in 90 days"}
    assert set(table["Driver"]) == {*RATINGS, *names}
    shares = table.set_index("Driver")["Mean answer"]
    assert all(0 < float(shares[name]) <= 1 for name in names - {"Tickets: how many in 90 days"})
    (outcome,) = [one for one in app.selectbox if one.label == "Outcome"]
    assert "Left within 180 days" in outcome.options
    settled(outcome.set_value("@left").run())
    assert not sentences(app)
    titles = shown(app)
    assert any("Left within 180 days" in title for title in titles)
    (days,) = [one for one in app.selectbox if one.label == "Days after the answer"]
    settled(days.set_value(90).run())
    assert any("Left within 90 days" in title for title in shown(app))
