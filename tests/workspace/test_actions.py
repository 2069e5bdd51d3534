"""Actions are kept by their words, and refused where they cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxlib.errors import BadOption
from cxlib.workspace.actions import Action, actions, save_actions
from tests.workspace.conftest import House

CALL = Action("Call detractors", "Ayu", date(2026, 9, 1), "doing", date(2026, 8, 1), "Bali", "x")
FIX = Action("Fix the app")


def test_what_is_kept_comes_back(house: House) -> None:
    workspace = house.workspace()
    save_actions(workspace, (FIX, CALL))
    assert actions(workspace) == (CALL, FIX)
    done = replace(CALL, state="done")
    save_actions(workspace, (done, FIX), was=(CALL, FIX))
    assert actions(workspace) == (FIX, done)
    save_actions(workspace, (FIX,), was=(FIX, done))
    assert actions(workspace) == (FIX,)
    other = Action("Write to all")
    save_actions(workspace, (other,))
    save_actions(workspace, (), was=(FIX,))
    assert actions(workspace) == (other,)
    save_actions(workspace, (FIX,), was=(other,))
    assert actions(house.workspace("ben")) == ()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ((Action(" "),), "1 to 200"),
        ((FIX, FIX), "two actions"),
        ((Action("a", state="lost"),), "'lost'"),
    ],
)
def test_what_cannot_be_kept_is_said(house: House, wrong: tuple[Action, ...], words: str) -> None:
    workspace = house.workspace()
    save_actions(workspace, (FIX,))
    with pytest.raises(BadOption, match=words):
        save_actions(workspace, wrong)
    assert actions(workspace) == (FIX,)
