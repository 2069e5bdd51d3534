"""Segments that an analyst saved: a filter of one dataset, under a name."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.columns.keys import KeyRules
from cxlib.errors import BadOption
from cxlib.workspace.store import SEGMENTS, SETTINGS, Workspace

KEY_RULES = "customer key"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class SavedSegment:
    """Rows of one dataset under a name.

    Attributes:
        name: what the analyst calls it.
        dataset: the id of the dataset whose columns the filter names.
        text: the filter, as `cxlib.tables.filter_text` writes it.
    """

    name: str
    dataset: str
    text: str


def saved_segments(workspace: Workspace) -> tuple[SavedSegment, ...]:
    """All saved segments, by name; those of datasets that are gone are left out."""
    there = {one.id for one in workspace.datasets()}
    kept = workspace.shelf(SEGMENTS).all()
    found = (SavedSegment(name, one["dataset"], one["filter"]) for name, one in kept.items())
    return tuple(one for one in found if one.dataset in there)


def save_segment(workspace: Workspace, segment: SavedSegment) -> None:
    """Keep a segment, over the one of that name.

    Raises:
        BadOption: the name is empty, too long, means something else already, or differs from
            that of another segment in capitals alone.
    """
    name = segment.name.strip()
    if name.casefold() in ("(others)", "(blank)"):
        raise BadOption(f"'{name}' means the rows outside of a segment. Choose another name.")
    for other in workspace.shelf(SEGMENTS).all():
        if other != name and other.casefold() == name.casefold():
            raise BadOption(f"There is a segment '{other}' already. Choose another name.")
    if not name or len(name) > LONGEST or "|" in name:
        raise BadOption(
            f"A segment needs a name of 1 to {LONGEST} characters without |; this one is "
            f"'{name[:LONGEST]}'. Choose another name."
        )
    content = {"dataset": segment.dataset, "filter": segment.text}
    workspace.shelf(SEGMENTS).put(name, content)


def delete_segment(workspace: Workspace, name: str) -> None:
    """Forget a segment."""
    workspace.shelf(SEGMENTS).remove(name)


def key_rules(workspace: Workspace) -> KeyRules:
    """What does not matter when customers are compared across datasets."""
    kept = workspace.shelf(SETTINGS).get(KEY_RULES)
    return KeyRules(**kept) if kept else KeyRules()


def save_key_rules(workspace: Workspace, rules: KeyRules) -> None:
    """Keep what does not matter when customers are compared."""
    workspace.shelf(SETTINGS).put(KEY_RULES, {"case": rules.case, "zeros": rules.zeros})
