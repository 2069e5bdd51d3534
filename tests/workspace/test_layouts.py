"""Layouts of the overview: saved, changed, deleted, and known by an id that stays."""

from __future__ import annotations

import pytest

from cxlib.errors import BadOption
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.layouts import Layout, remove_layout, save_layout, saved_layouts
from cxlib.workspace.store import LOCAL, Workspace


@pytest.fixture
def workspace(tmp_path):
    return Workspace(open_catalogue(sqlite_url(tmp_path)), tmp_path, owner=LOCAL)


def test_layouts_are_saved_changed_and_deleted(workspace):
    mine = Layout("Board", ("churn", "nps"), ("signals",))
    save_layout(workspace, mine)
    save_layout(workspace, Layout("Desk", ("reply",), ()))
    assert saved_layouts(workspace) == (mine, Layout("Desk", ("reply",), ()))
    changed = Layout("Board", ("nps",), ())
    save_layout(workspace, changed)
    assert changed.id == mine.id != Layout("Desk", (), ()).id
    remove_layout(workspace, "Desk")
    assert saved_layouts(workspace) == (changed,)


@pytest.mark.parametrize(
    ("layout", "complaint"),
    [
        (Layout(" ", ("nps",), ()), "needs a name of 1 to 40"),
        (Layout("x" * 41, ("nps",), ()), "has 41"),
        (Layout("Empty", (), ("signals",)), "at least one measure"),
    ],
)
def test_what_is_no_layout_is_refused(workspace, layout, complaint):
    with pytest.raises(BadOption, match=complaint):
        save_layout(workspace, layout)
    assert saved_layouts(workspace) == ()
