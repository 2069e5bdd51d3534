"""Layouts of the overview that an analyst saves: which measures and charts, in which order."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cxlib.errors import BadOption
from cxlib.workspace.store import Workspace

SHELF = "layouts"
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """What the overview shows.

    Attributes:
        name: what it is called.
        measures: keys of measures, in order.
        charts: keys of charts, in order.
    """

    name: str
    measures: tuple[str, ...]
    charts: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name for the address that stays, whatever language is spoken."""
        return f"own-{hashlib.sha256(self.name.encode()).hexdigest()[:8]}"


def saved_layouts(workspace: Workspace) -> tuple[Layout, ...]:
    """The saved layouts, by name."""
    return tuple(
        Layout(name, tuple(one["measures"]), tuple(one["charts"]))
        for name, one in workspace.shelf(SHELF).all().items()
    )


def save_layout(workspace: Workspace, layout: Layout) -> None:
    """Keep a layout, over one of the same name.

    Raises:
        BadOption: it has no name, too long a name, or no measure.
    """
    name = layout.name.strip()
    if not name or len(name) > LONGEST:
        raise BadOption(
            f"A layout needs a name of 1 to {LONGEST} characters; this one has {len(name)}."
        )
    if not layout.measures:
        raise BadOption("A layout needs at least one measure; none is chosen.")
    content = {"measures": list(layout.measures), "charts": list(layout.charts)}
    workspace.shelf(SHELF).put(name, content)


def remove_layout(workspace: Workspace, name: str) -> None:
    """Forget a layout."""
    workspace.shelf(SHELF).remove(name)
