"""The Lifetime value page on the sample data: every tab, one customer, and a cost."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from cxlib.columns.mapping import HIDE
from cxlib.engine.embedded import cursor, open_locked
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start
from tests.ui.test_service_page import shown

EXPECTED = {
    "Value": "Value still to come, by when customers first bought",
    "Check": "Purchases so far: seen and expected",
    "Spend": "The largest tenth of order days brings",
    "Customers": "Who is still a customer, by purchases and silence",
    "New customers": "What the assumptions do: value per customer",
    "RFM": "RFM segments",
}


def test_every_tab_of_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "lifetime_value")
    assert "Value of all customers" in metrics(app)
    for tab, title in EXPECTED.items():
        choose_tab(app, tab)
        assert not sentences(app), tab
        assert any(one.startswith(title) for one in shown(app)), (tab, shown(app))
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


def uploaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: list[tuple[str, str, float]]
) -> AppTest:
    """The Lifetime value page on a file of orders."""
    text = "customer_id,order_date,amount\n" + "".join(f"{a},{b},{c}\n" for a, b, c in rows)
    app = opened(start(tmp_path, monkeypatch), "data")
    settled(app.file_uploader[0].set_value([("orders.csv", text.encode(), "text/csv")]).run())
    return opened(app, "lifetime_value")


def day(n: int) -> str:
    return (date(2022, 1, 1) + timedelta(n)).isoformat()


ONCE = [(f"C{i}", day(i % 300), 20 + i % 7) for i in range(200)]
ONE_DAY = [(f"C{i % 90}", day(0), 20 + i % 7) for i in range(300)]
BELOW = [(f"C{i % 90}", day(i % 300), -20 - i % 7) for i in range(300)]


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [(ONCE, "0 repeat buyers"), (ONE_DAY, "0 repeat buyers")],
    ids=["once", "one day"],
)
def test_without_a_model_spend_and_segments_are_shown(
    rows: list[tuple[str, str, float]],
    complaint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = uploaded(tmp_path, monkeypatch, rows)
    said = sentences(app)
    assert len(said) == 1
    assert "repeat buyer" in said[0], complaint
    assert metrics(app)["Bought again"] == "0%"
    assert [one.label.split()[-1] for one in app.tabs] == ["Spend", "RFM"]
    assert "Spend checks" in "".join(one.value for one in app.markdown)
    choose_tab(app, "RFM")
    assert "RFM segments" in shown(app)
    assert len(sentences(app)) == 1


def test_only_refunds_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = uploaded(tmp_path, monkeypatch, BELOW)
    said = sentences(app)
    assert len(said) == 1
    assert "below zero" in said[0]
    assert not app.tabs


def test_one_customer_with_ten_thousand_orders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = [(f"C{i % 40 + 2}", day(i * 7 % 600), 20 + i % 7) for i in range(200)]
    rows = [("C1", day(i % 650), 30 + i % 5) for i in range(10_000)] + others
    app = uploaded(tmp_path, monkeypatch, rows)
    assert not sentences(app)
    assert "Value of all customers" in metrics(app)
    choose_tab(app, "Customers")
    assert not sentences(app)


def test_orders_after_today_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(f"C{i % 60}", day(i * 3 % 500), 20 + i % 7) for i in range(400)]
    app = uploaded(tmp_path, monkeypatch, [*rows, ("C1", "2190-01-01", 20)])
    assert any("2190-01-01, after today" in one for one in sentences(app))


def choose_tab(app: AppTest, name: str) -> AppTest:
    app.session_state["value_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith(f" {name}")
    )
    return settled(app.run())


def test_occasions_have_their_own_model_and_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(4)
    rows = [
        (f"D{i}", day(int(365.25 * (year - 7) + 20 + i % 200)), float(rng.gamma(4, 10)))
        for i in range(300)
        for year in range(6)
        if year == 0 or rng.random() < 0.5 - 0.06 * year
    ]
    app = uploaded(tmp_path, monkeypatch, rows)
    app.button_group(key="value_unit").set_value("year")
    settled(app.selectbox(key="model").set_value("bg-bb").run())
    assert not sentences(app)
    assert "Purchases in the next 5 years" in metrics(app)
    helps = " ".join(one.help or "" for one in app.metric)
    assert "BG/BB" in helps
    assert "BG/NBD gives" not in helps
    for tab in ("Check", "Spend", "Customers", "New customers", "RFM"):
        choose_tab(app, tab)
        assert not sentences(app), tab
        if tab == "Check":
            assert any("BG/BB" in one for one in shown(app))
            assert "Purchases so far: seen and expected" not in shown(app)
        if tab == "Customers":
            settled(app.text_input(key="customer").set_value("D7").run())
            assert any(one.startswith("D7: still a customer") for one in shown(app))


def test_hidden_customers_are_listed_by_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [(f"C{i % 60}", day(i * 3 % 500), 20 + i % 7) for i in range(400)]
    app = uploaded(tmp_path, monkeypatch, rows)
    kept = Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)
    dataset = kept.datasets()[0]
    engine = cursor(open_locked([tmp_path], scratch=tmp_path / "other"))
    kept.remap(dataset, dataset.mapping.with_personal("customer_id", HIDE), cursor=engine)
    settled(app.run())
    choose_tab(app, "Customers")
    assert any("codes stand for them" in one.value for one in app.caption)
    listed = next(one.value for one in app.dataframe if "Customer" in one.value)
    code = listed["Customer"].iloc[0]
    assert not code.startswith("C")
    settled(app.text_input(key="customer").set_value(code).run())
    assert any(one.startswith(f"{code}: still a customer") for one in shown(app))
    assert "Value, 95%" in listed
