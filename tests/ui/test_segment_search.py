"""The search for groups on the Segments page: what was planted is found and can be saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.test_pages import opened, sampled, sentences, settled
from tests.ui.test_service_page import shown


def test_the_planted_groups_are_found_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = sampled(tmp_path, monkeypatch)
    opened(app, "segments")
    label = next(one.label for one in app.tabs if one.label.endswith("Who differs most"))
    app.session_state["segments_tabs"] = label
    settled(app.run())
    assert not sentences(app)
    titles = shown(app)
    assert any(" the rest" in title and "NPS" in title for title in titles)
    group = app.selectbox(key="search_group")
    named = " ".join(group.options)
    assert "region: East Java" in named
    assert "touchpoint: Support" in named
    settled(app.button(key="search_save").click().run())
    assert not sentences(app)
    label = next(one.label for one in app.tabs if one.label.endswith("Saved segments"))
    app.session_state["segments_tabs"] = label
    settled(app.run())
    assert any(group.options[0].split(":")[0] in one.value for one in app.markdown)
