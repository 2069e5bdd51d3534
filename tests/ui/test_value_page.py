"""The Lifetime value page on the sample data: every tab, one customer, and a cost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.test_pages import metrics, opened, sentences, settled, start
from tests.ui.test_service_page import shown

EXPECTED = {
    "Value": "Value still to come, by when customers first bought",
    "Check": "Purchases so far: seen and expected",
    "Customers": "Who is still a customer, by purchases and silence",
    "New customers": "What the assumptions do: value per customer",
    "RFM": "RFM segments",
}


def test_every_tab_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = start(tmp_path, monkeypatch)
    settled(app.button(key="samples").click().run())
    opened(app, "lifetime_value")
    assert "Value of all customers" in metrics(app)
    for tab, title in EXPECTED.items():
        app.session_state["value_tabs"] = next(
            one.label for one in app.tabs if one.label.endswith(f" {tab}")
        )
        settled(app.run())
        assert not sentences(app), tab
        assert title in shown(app), (tab, shown(app))
        if tab == "Check":
            assert any("predicts the holdout best" in one for one in shown(app))
        if tab == "Customers":
            settled(app.text_input(key="customer").set_value("C00005").run())
            assert any(one.startswith("C00005: still a customer") for one in shown(app))
            settled(app.text_input(key="customer").set_value("nobody").run())
            assert any("nobody" in one.value for one in app.caption)
        if tab == "New customers":
            settled(app.number_input(key="acquisition_cost").set_value(90.0).run())
            assert any("pays back 90" in one for one in shown(app))
