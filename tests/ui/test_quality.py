"""The quality report on screen: its numbers, fixes that are kept, and their undoing."""

from __future__ import annotations

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cxlib.columns.changes import changes
from cxlib.columns.mapping import HASH, HIDE, Mapping
from cxlib.engine.embedded import cursor, open_locked
from cxlib.ui.quality_tables import cells
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.store import Workspace

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
ORDERS = """customer,ordered,amount,invoice
a,2025-03-01,10,1
a,2025-03-01,10,1
b,2025-03-02,-5,C2
,2025-03-02,7,3
b,2025-03-05,0,4
"""
MAPPED = Mapping(
    "transactions",
    (("customer", "customer"), ("ordered", "ordered"), ("amount", "amount"), ("order", "invoice")),
)


class Shop:
    """A workspace with one dataset of orders, as the app finds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        root = open_locked([folder], scratch=folder / "scratch")
        self.engine = cursor(root)
        self.workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner="local")
        self.add("orders.csv", ORDERS)

    def add(self, name: str, text: str) -> None:
        file = self.folder.parent / name
        file.write_text(text)
        upload = self.workspace.add_upload(file, name=name)
        kept = self.workspace.datasets()
        if kept:
            self.workspace.append(kept[0], upload, cursor=self.engine)
        else:
            self.workspace.add_dataset(upload, MAPPED, cursor=self.engine)

    @property
    def dataset(self) -> Dataset:
        return self.workspace.datasets()[0]


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    folder = tmp_path.resolve() / "workspace"
    folder.mkdir()
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("CX_WORKSPACE", str(folder))
    monkeypatch.delenv("CX_PRIVATE_SESSIONS", raising=False)
    st.cache_data.clear()
    st.cache_resource.clear()
    return Shop(folder)


def report() -> AppTest:
    def page() -> None:
        from cxlib.ui import quality, session

        quality.panel(session.datasets()[0])

    return settled(AppTest.from_function(page, default_timeout=PATIENCE).run())


def settled(app: AppTest) -> AppTest:
    assert not app.exception, [one.message for one in app.exception]
    return app


def facts(app: AppTest) -> dict[str, str]:
    return {one.label: one.value for one in app.metric}


def pressed(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click()
    return settled(app.run())


def test_the_facts_are_those_of_the_file(shop):
    app = report()
    assert facts(app) == {"Rows": "5", "Used": "60.0%", "Left out": "2", "Days covered": "5"}
    assert {one.label for one in app.segmented_control} == {
        "Cancelled orders · 1 rows",
        "Refunds · 0 rows",
        "Amounts of zero · 1 rows",
        "Orders without a customer · 1 rows",
        "Repeated rows · 1 rows",
    }
    assert all("Changes in use" not in one.value for one in app.markdown)


def test_a_fix_is_kept_in_the_mapping_and_can_be_undone(shop):
    app = pressed(report(), "Keep as guests")
    assert shop.dataset.mapping == MAPPED.with_choice("guests", "own")
    assert facts(app)["Used"] == "80.0%"
    assert any("Orders without a customer" in one.value for one in app.markdown)
    app = pressed(app, "Drop repeats")
    assert shop.dataset.mapping.choice("duplicates") == "drop"
    assert facts(app)["Left out"] == "2"
    app = pressed(app, "Undo")
    assert shop.dataset.mapping == MAPPED.with_choice("guests", "own")
    app = pressed(app, "Undo")
    assert changes(MAPPED, shop.dataset.mapping) == ()
    assert all(one.label != "Undo" for one in app.button)


def test_a_choice_is_changed_in_one_click(shop):
    app = report()
    (cancelled,) = (one for one in app.segmented_control if one.label.startswith("Cancelled"))
    assert cancelled.value == "drop"
    settled(cancelled.set_value("keep").run())
    assert shop.dataset.mapping.choice("cancelled") == "keep"
    settled(app.run())
    assert facts(app)["Left out"] == "1"


def test_downloads_hold_every_row_once_with_its_file(shop):
    one_file = cells(shop.dataset, "transactions", left_out=True)
    assert one_file["reason"] == ["cancelled order", "customer is blank"]
    assert "from_file" not in one_file
    shop.add("april.csv", "customer,ordered,amount,invoice\nb,2025-03-05,0,4\nc,2025-04-01,3,5\n")
    used = cells(shop.dataset, "transactions", left_out=False)
    lost = cells(shop.dataset, "transactions", left_out=True)
    assert sorted([*used["row"], *lost["row"]]) == list(range(1, 8))
    assert used["from_file"] == ["orders.csv"] * 3 + ["april.csv"]
    assert lost["from_file"] == ["orders.csv"] * 2 + ["april.csv"]
    assert lost["reason"][-1] == "the row is already in an earlier file"
    assert all(one.endswith(" UTC") for one in lost["loaded_at"])
    app = report()
    files = app.dataframe[-1].value
    assert list(files["Already there"]) == ["0", "1"]


@pytest.mark.parametrize("how", [HIDE, HASH])
def test_personal_cells_are_shown_nowhere(shop, how):
    shop.workspace.remap(shop.dataset, MAPPED.with_personal("customer", how), cursor=shop.engine)
    app = report()
    columns = next(one.value for one in app.dataframe if "e" in one.value)
    assert columns["e"][0] == "(hidden)"
    used = cells(shop.dataset, "transactions", left_out=False)
    assert not {"a", "b"} & set(used["customer"])
