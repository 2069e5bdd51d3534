"""Targets and events: kept, changed, forgotten, and kept apart from what others do."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.errors import BadOption
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace
from cxlib.workspace.targets import Event, Target, events, save_events, save_targets, targets


@pytest.fixture
def workspace(tmp_path):
    return Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)


def test_targets_are_kept_changed_and_forgotten(workspace):
    everyone, east = Target("nps", 40), Target("nps", 30, "region", "East")
    save_targets(workspace, (east, everyone, Target("csat", 0.8)))
    assert targets(workspace, "nps") == (everyone, east)
    raised = Target("nps", 45)
    save_targets(workspace, (raised,), was=(everyone, east))
    assert targets(workspace, "nps") == (raised,)
    assert targets(workspace, "csat") == (Target("csat", 0.8),)


def test_what_others_added_stays(workspace):
    save_targets(workspace, (Target("nps", 40),))
    save_targets(workspace, (Target("nps", 20, "region", "West"),), was=())
    assert len(targets(workspace, "nps")) == 2


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ((Target("nps", 140),), "from -100 to 100"),
        ((Target("csat", 80),), "80 % is kept as 0.8"),
        ((Target("share:churn", 3),), "A target of churn lies from 0 to 100 %"),
        ((Target("hours:reply", -1),), "A target of reply lies from 0 to"),
        ((Target("nps", 1), Target("nps", 2)), "for the same"),
    ],
)
def test_impossible_targets_are_refused(workspace, wanted, complaint):
    with pytest.raises(BadOption, match=complaint):
        save_targets(workspace, wanted)
    assert targets(workspace, "nps") == ()


def test_events_stand_in_the_order_of_their_days(workspace):
    later, earlier = Event(date(2026, 3, 10), "App 4"), Event(date(2025, 9, 1), "Prices up 10 %")
    save_events(workspace, (later, earlier))
    assert events(workspace) == (earlier, later)
    save_events(workspace, (later,), was=(later, earlier))
    assert events(workspace) == (later,)
    with pytest.raises(BadOption, match="what happened"):
        save_events(workspace, (Event(date(2026, 1, 1), " "),))
