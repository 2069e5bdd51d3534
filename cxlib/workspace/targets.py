"""What measures should reach, and what happened when: kept for everyone in the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from cxlib.errors import BadOption
from cxlib.workspace.shelf import Content, Shelf
from cxlib.workspace.store import Workspace

TARGETS, EVENTS = "targets", "annotations"
LONGEST = 80
SCALES: dict[str, tuple[float, float, str]] = {
    "points": (-100, 100, "from -100 to 100 points"),
    "share": (0, 1, "from 0 to 100 %; a share of 80 % is kept as 0.8"),
    "ratio": (0, 10, "from 0 to 1000 %; 105 % is kept as 1.05"),
    "count": (0, 1e12, "0 or more"),
    "money": (0, 1e15, "0 or more"),
    "hours": (0, 100_000, "from 0 to 100,000 hours"),
}
"""What a target can be, by unit: lowest, highest, and in words."""


@dataclass(frozen=True, slots=True)
class Target:
    """A value that a measure should reach.

    Attributes:
        metric: nps, csat, ces, the name of a rating column, or what `target_name` gives.
        value: points of NPS, a fraction of good answers, or in the unit of the measure.
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


def target_name(unit: str, key: str) -> str:
    """What targets of a measure that is no score are kept under: its unit and its key."""
    return f"{unit}:{key}"


def scale_of(metric: str) -> tuple[float, float, str]:
    """What a target of a measure can be: lowest, highest, and in words."""
    unit, colon, _ = metric.partition(":")
    if colon and unit in SCALES:
        return SCALES[unit]
    return SCALES["points" if metric == "nps" else "share"]


def targets(workspace: Workspace, metric: str) -> tuple[Target, ...]:
    """The targets of a measure: the one for all customers first."""
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
        low, high, words = scale_of(one.metric)
        if not low <= one.value <= high:
            name = one.metric.rpartition(":")[2]
            raise BadOption(
                f"A target of {name} lies {words}; {one.value:g} does not. Nothing was saved."
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
