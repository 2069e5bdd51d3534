"""A score before and after a day, for the survey in view."""

from __future__ import annotations

from datetime import date, timedelta

from cxlib.errors import NotEnoughData
from cxlib.metrics.change import Change, nps_change, share_change
from cxlib.stats.groups import TOTAL
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.filters import Filter
from cxlib.tables.selection import Selection
from cxlib.ui import load, scored
from cxlib.workspace.dataset import Dataset


def covered_days(survey: Dataset, start: date, days: int) -> int:
    """Days that the survey covers on both sides of a day, at most `days`.

    Raises:
        NotEnoughData: the survey does not reach to both sides.
    """
    bounds = load.days(survey, "answered")
    both = 0
    if bounds is not None:
        both = min(days, (start - bounds[0]).days, (bounds[1] - start).days + 1)
    if both < 1:
        raise NotEnoughData(
            "A score before and after a day",
            have=max(both, 0),
            need=1,
            unit="day of answers on both sides",
            hint=f"The survey has to hold answers before and after {start}.",
        )
    return both


def moved(
    survey: Dataset,
    metric: str,
    start: date,
    days: int,
    *,
    where: tuple[Filter, ...] = (),
    level: float = 0.95,
) -> Change:
    """How a score moved from the days before a day to the days from it on.

    Args:
        survey: the answers.
        metric: the score's role.
        start: first day of the later time.
        days: length of each of the two times, at most what `covered_days` says.
        where: filters.
        level: confidence level of the limits.
    """
    spans = (
        (start - timedelta(days), start - timedelta(1)),
        (start, start + timedelta(days - 1)),
    )
    counts, scale, box = [], (0, 10), (0, 0)
    for since, until in spans:
        cube = load.scores(survey, metric, Selection(where, since, until), None, None)
        low, high = scale = cube.scale
        box = scored.chosen_box(metric, cube)
        counts.append(cube.counts.get(TOTAL, ScoreCounts.plain((0,) * (high - low + 1), low=low)))
    if metric == "nps" and scale == (0, 10):
        return nps_change(*counts, level=level)
    return share_change(*counts, box=box, level=level)
