"""Customers with several answers on the Scores page: limits, and the ways to count them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.test_pages import metrics, opened, sampled, sentences, settled


def test_customers_with_several_answers_are_told_and_can_be_counted_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(sampled(tmp_path, monkeypatch), "scores")
    captions = [one.value for one in app.caption]
    assert any("customers as the unit (design effect" in one for one in captions)
    assert any(one.startswith("all answers · 95%") for one in captions)
    plain = metrics(app)["NPS"]
    settled(app.selectbox(key="answers").set_value("latest").run())
    assert not sentences(app)
    captions = [one.value for one in app.caption]
    assert any("each with their latest answer" in one for one in captions)
    assert any(one.startswith("latest of each customer · 95%") for one in captions)
    settled(app.selectbox(key="answers").set_value("mean").run())
    captions = [one.value for one in app.caption]
    assert any("each with the mean of their answers" in one for one in captions)
    assert metrics(app)["NPS"] != plain
