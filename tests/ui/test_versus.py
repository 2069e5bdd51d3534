"""Two groups side by side, and every group, on the Segments page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxlib.charts.every_group import MOST_BARS
from cxlib.stats.all_measures import Counted
from cxlib.stats.scores import ScoreCounts
from cxlib.ui.every_group import largest
from tests.ui.test_pages import opened, sampled, sentences, settled
from tests.ui.test_service_page import shown


def test_two_groups_are_compared_in_all_measures_and_all_groups_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "segments")
    label = next(one.label for one in app.tabs if one.label.endswith("Compare"))
    app.session_state["segments_tabs"] = label
    app.session_state["versus_a_by"] = "survey.csv: region"
    app.session_state["versus_a"] = "East Java"
    settled(app.run())
    assert not sentences(app)
    titles = shown(app)
    # Planted: East Java answers lower in NPS.
    lead = next(one for one in titles if "region: East Java against everyone else" in one)
    assert "NPS −" in lead
    table = next(frame.value for frame in app.dataframe if "Adjusted p" in frame.value.columns)
    measures = set(table["Metric"])
    assert {"NPS", "Net sentiment", "Still there after 6 months", "Spend per customer"} <= measures
    assert {"Order days a year after the first", "Tickets reopened"} <= measures
    files = set(table["File"])
    assert {"survey.csv", "subscriptions.csv", "transactions.csv", "tickets.csv"} <= files
    label = next(one.label for one in app.tabs if one.label.endswith("Every group"))
    app.session_state["segments_tabs"] = label
    app.session_state["every_data"] = "survey.csv"
    app.session_state["every_by"] = "region"
    settled(app.run())
    assert not sentences(app)
    assert any("NPS by region" in one and "differ from the rest" in one for one in shown(app))
    settled(app.selectbox(key="every_and").set_value("touchpoint").run())
    assert not sentences(app)
    assert any("NPS by region × touchpoint" in one for one in shown(app))


def test_of_very_many_groups_the_largest_are_shown() -> None:
    sizes = {f"g{k}": 5 + k % 4_000 for k in range(5_000)}
    groups = {name: ScoreCounts.plain([n, 0]) for name, n in sizes.items()}
    shown_groups = largest(Counted("nps", dict(groups)))
    assert len(shown_groups) == MOST_BARS
    assert min(sizes[one] for one in shown_groups) == 3_980
    assert not largest(Counted("nps", {"a": ScoreCounts.plain([9, 0])}))
