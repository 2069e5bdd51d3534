"""The Impact page on the sample data: the planted hazard ratio, money, what if; and refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxlib.errors import NotEnoughData
from cxlib.stats.groups import TOTAL
from cxlib.stats.landmarks import LandmarkTable, Stay
from cxlib.stats.lives import Lives
from cxlib.tables.question import Coverage
from cxlib.ui.paying import Asking, headline, measured
from cxlib.ui.paying_what_if import programme
from tests.ui.test_pages import metrics, opened, sampled, sentences, settled, start
from tests.ui.test_service_page import shown

ASKING = Asking("day", (6.0, 12.0), None)


def table(stays: dict[str, Stay]) -> LandmarkTable:
    rows = Coverage(5, 0, (("the customer has no usable row in contracts", 5),))
    return LandmarkTable({(TOTAL, name): one for name, one in stays.items()}, None, rows, rows)


def test_what_was_planted_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(sampled(tmp_path, monkeypatch), "impact")
    assert not sentences(app)
    seen = metrics(app)
    assert {"Promoters still there after 12 months", "Detractors still there after 6 months"} <= {
        *seen
    }
    assert seen["Promoters stay longer, of 12 months"].startswith("+")
    assert "" not in seen.values()
    titles = shown(app)
    assert "Customers stay differently after different answers" in titles
    assert "What it would bring if detractors stayed like passives" in titles
    ratios = next(one.value for one in app.dataframe if "Hazard ratio" in one.value.columns)
    assert abs(float(ratios["Hazard ratio"].iloc[-1]) - 0.6) < 0.1
    assert "Break\\-even share" not in seen
    settled(app.number_input(key="impact_cost").set_value(5.0).run())
    assert "Break\\-even share" in metrics(app)


def test_an_empty_page_asks_for_answers_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(start(tmp_path, monkeypatch), "impact")
    assert any(one.value.startswith("### Upload survey answers") for one in app.markdown)
    assert not app.metric


def test_no_common_customers_says_why() -> None:
    with pytest.raises(NotEnoughData, match="no usable row in contracts"):
        measured(table({}), ASKING, 0.95)


def test_without_promoters_or_fees_there_is_no_gap_and_no_money() -> None:
    lives = Lives((4.0, 12.0), (15, 0), (0, 30))
    alone = measured(table({"detractor": Stay(lives, None, 0)}), ASKING, 0.95).total
    assert [one.label for one in headline(alone, "day", 0.95)] == [
        "Detractors still there after 6 days",
        "Detractors still there after 12 days",
    ]
    assert programme(alone, "promoter", 0.0, 0.95) is None
    both = {name: Stay(lives, 10.0 * 45, 45) for name in ("promoter", "detractor")}
    total = measured(table(both), ASKING, 0.95).total
    asked = programme(total, "promoter", 2.0, 0.95)
    assert asked is not None
    assert (asked.customers, asked.fee, asked.cost, asked.longer.value) == (45, 10.0, 2.0, 0.0)
    assert programme(total, "passive", 0.0, 0.95) is None
