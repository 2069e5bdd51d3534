"""What a team does about a finding: who, by when, how far, and from which day it counts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from cxlib.errors import BadOption
from cxlib.workspace.store import Workspace

ACTIONS = "actions"
STATES = ("open", "doing", "done", "dropped")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do.

    Attributes:
        what: what is done, in words; the action's name.
        owner: who sees to it; empty where nobody does yet.
        due: by which day; None without.
        state: one of `STATES`.
        started: the day from which it could make a difference; None before that.
        about: the segment or theme that it is about; empty for all customers.
        note: anything else.
    """

    what: str
    owner: str = ""
    due: date | None = None
    state: str = STATES[0]
    started: date | None = None
    about: str = ""
    note: str = ""


def actions(workspace: Workspace) -> tuple[Action, ...]:
    """All actions: those that are not over first, by the day they are due."""
    found = [_action(name, kept) for name, kept in workspace.shelf(ACTIONS).all().items()]
    over = ("done", "dropped")
    return tuple(sorted(found, key=lambda one: (one.state in over, one.due or date.max, one.what)))


def save_actions(
    workspace: Workspace, wanted: tuple[Action, ...], *, was: tuple[Action, ...] = ()
) -> None:
    """Keep these actions, and forget those of `was` that are not among them.

    What somebody else added or changed meanwhile stays as it is.

    Args:
        workspace: where they are kept.
        wanted: the actions as they are to be.
        was: the actions that the analyst had before them.

    Raises:
        BadOption: an action has no words, too many, a state that does not exist, or the words of
            another one.
    """
    names = [one.what.strip() for one in wanted]
    for name in names:
        if not name or len(name) > LONGEST:
            raise BadOption(
                f"An action needs 1 to {LONGEST} characters that say what is done; one has "
                f"{len(name)}."
            )
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise BadOption(f"There are two actions '{twice}'. Say in other words what one of them is.")
    wrong = next((one for one in wanted if one.state not in STATES), None)
    if wrong is not None:
        raise BadOption(f"An action is {', '.join(STATES)}; '{wrong.what}' is '{wrong.state}'.")
    shelf = workspace.shelf(ACTIONS)
    for name, one in zip(names, wanted, strict=True):
        if one not in was:
            content = {**asdict(one), "due": _text(one.due), "started": _text(one.started)}
            del content["what"]
            shelf.put(name, content)
    for name in {one.what for one in was} - set(names):
        shelf.remove(name)


def _action(name: str, kept: dict[str, Any]) -> Action:
    due, started = _day(kept["due"]), _day(kept["started"])
    return Action(name, kept["owner"], due, kept["state"], started, kept["about"], kept["note"])


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
