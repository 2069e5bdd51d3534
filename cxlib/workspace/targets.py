"""What scores should reach, and what happened on which day: kept for everyone in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from cxlib.errors import BadOption
from cxlib.workspace.shelf import Content, Shelf
from cxlib.workspace.store import Workspace

TARGETS, EVENTS = "targets", "annotations"
LONGEST = 80


@dataclass(frozen=True, slots=True)
class Target:
    """A value that a score should reach.

    Attributes:
        metric: nps, csat, ces, or the name of a rating column.
        value: points of NPS, or a fraction of good answers.
        column: the segment column that it is for; empty for all customers.
        group: the value in that column.
    """

    metric: str
    value: float
    column: str = ""
    group: str = ""

    @property
    def key(self) -> str:
        """What it is for: one target stands for each."""
        return "\n".join((self.metric, self.column, self.group))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a release, a campaign, a price rise.

    Attributes:
        day: the day from which it could make a difference.
        what: in a few words.
    """

    day: date
    what: str

    @property
    def key(self) -> str:
        """Its day and words."""
        return f"{self.day.isoformat()}\n{self.what}"


def targets(workspace: Workspace, metric: str) -> tuple[Target, ...]:
    """The targets of a score: the one for all customers first."""
    kept = [Target(**one) for one in workspace.shelf(TARGETS).all().values()]
    found = [one for one in kept if one.metric == metric]
    return tuple(sorted(found, key=lambda one: (one.column, one.group)))


def save_targets(
    workspace: Workspace, wanted: tuple[Target, ...], *, was: tuple[Target, ...] = ()
) -> None:
    """Keep these targets, and forget those of `was` that are not among them.

    What somebody else added or changed meanwhile stays as it is.

    Args:
        workspace: where they are kept.
        wanted: the targets as they are to be.
        was: the targets that the analyst had before them.

    Raises:
        BadOption: a value is out of range, or two targets are for the same.
    """
    for one in wanted:
        low, high = (-100, 100) if one.metric == "nps" else (0, 1)
        if not low <= one.value <= high:
            raise BadOption(
                f"A target of {one.metric} lies from {low} to {high}; one is {one.value:g}."
                + ("" if one.metric == "nps" else " A share of 80 % is 0.8.")
            )
    shelf = workspace.shelf(TARGETS)
    _keep(shelf, {one.key: asdict(one) for one in wanted}, len(wanted), {one.key for one in was})


def events(workspace: Workspace) -> tuple[Event, ...]:
    """What happened, the earliest first."""
    kept = workspace.shelf(EVENTS).all().values()
    found = [Event(date.fromisoformat(one["day"]), one["what"]) for one in kept]
    return tuple(sorted(found, key=lambda one: (one.day, one.what)))


def save_events(
    workspace: Workspace, wanted: tuple[Event, ...], *, was: tuple[Event, ...] = ()
) -> None:
    """Keep these events, and forget those of `was` that are not among them.

    Args:
        workspace: where they are kept.
        wanted: the events as they are to be.
        was: the events that the analyst had before them.

    Raises:
        BadOption: an event has no words or too many, or stands there twice.
    """
    for one in wanted:
        if not one.what.strip() or len(one.what) > LONGEST:
            raise BadOption(
                f"An event needs 1 to {LONGEST} characters that say what happened; one has "
                f"{len(one.what.strip())}."
            )
    shelf = workspace.shelf(EVENTS)
    contents = {one.key: {"day": one.day.isoformat(), "what": one.what} for one in wanted}
    _keep(shelf, contents, len(wanted), {one.key for one in was})


def _keep(shelf: Shelf, contents: Mapping[str, Content], n: int, was: set[str]) -> None:
    if len(contents) < n:
        raise BadOption("Two rows are for the same. Leave one of them out.")
    before = shelf.all()
    for key, content in contents.items():
        if before.get(key) != content:
            shelf.put(key, content)
    for key in was - set(contents):
        shelf.remove(key)
