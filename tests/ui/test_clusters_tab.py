"""Clusters on the Segments page: shown with their checks, saved, and lent to other pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.test_pages import opened, sampled, sentences, settled
from tests.ui.test_service_page import shown


def test_clusters_are_checked_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Each run of the test's app takes time from the work, so that there is little of it.
    monkeypatch.setattr("cxlib.models.cluster_checks.RESAMPLES", 3)
    monkeypatch.setattr("cxlib.models.cluster_checks.SHUFFLES", 3)
    monkeypatch.setattr("cxlib.models.clusters.SAMPLE", 400)
    monkeypatch.setattr("cxlib.ui.clustering.SAMPLE", 400)
    app = sampled(tmp_path, monkeypatch)
    opened(app, "segments")
    app.session_state["segments_tabs"] = next(
        one.label for one in app.tabs if one.label.endswith("Clusters")
    )
    app.session_state["clusters_k"] = 3
    settled(app.run())
    titles = shown(app)
    assert "What the customers of each cluster are like" in titles
    assert any("in other samples" in one or "are stable" in one for one in titles)
    features = next(one for one in app.multiselect if one.label == "Features")
    assert {"Days silent", "Orders", "Spent", "Last NPS (survey.csv)"} <= set(features.options)
    assert any(one.startswith("Tickets (") for one in features.options)
    settled(app.button(key="clusters_save").click().run())
    assert any("Saved" in one.value and "customers" in one.value for one in app.success)
    assert not [one for one in sentences(app) if "groups" not in one and "cuts" not in one]
    opened(app, "scores")
    assert "Clusters of transactions: cluster" in app.selectbox(key="survey_by").options
