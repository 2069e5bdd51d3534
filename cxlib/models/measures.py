"""Which measure is taken of each statistic, so that two groups can be compared by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any, cast

from cxlib.metrics.shares import CES_BOX, CSAT_BOX, default_box
from cxlib.models.differences import common_time
from cxlib.models.group_measures import (
    GoodShare,
    MeanTime,
    Measure,
    NetScore,
    PerCustomer,
    StillThere,
)
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.stats.all_measures import STAYING, Counted, Statistic
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.tickets import MEASURES

NPS_SCALE = (0, 10)
RETENTION_AT, STAY_WITHIN = 6.0, 12.0
"""Months after which customers are still there, and of the mean time as one."""
WINDOWS = (0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 24.0, 48.0, 72.0, 168.0, 336.0, 720.0, 2160.0)
"""Hours at which waits may be cut off."""
MOST_WAITS = 0.05
"""Share of the waits that may last beyond the window."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A measure, with the groups it is taken of.

    Attributes:
        name: as `Counted` names it; of `staying` also "mean_stay".
        measure: how it is taken.
        groups: a statistic a group.
        dated: whether times of customers are months.
        several: customers in several groups; None where rows are counted.
    """

    name: str
    measure: Measure[Any]
    groups: Mapping[str, Statistic]
    dated: bool = True
    several: int | None = None


def taken(
    counted: Counted, values: Sequence[str], *, whole: Statistic | None = None
) -> tuple[Taken, ...]:
    """The measures of a statistic for some groups.

    Args:
        counted: statistics by group.
        values: the groups to be compared.
        whole: everybody, whose follow-up then sets the times; None for times that all of the
            groups were watched for.
    """
    groups = {one: counted.groups[one] for one in values if one in counted.groups}
    if not groups:
        return ()
    if counted.scale is not None:
        measures: dict[str, Measure[Any]] = {counted.measure: score_measure(counted)}
    elif counted.measure == STAYING:
        lives = _lives(groups if whole is None else {"": whole})
        measures = {
            STAYING: StillThere(common_time(lives, RETENTION_AT)),
            "mean_stay": MeanTime(common_time(lives, STAY_WITHIN)),
        }
    elif counted.measure in MEASURES:
        measures = {
            counted.measure: MeanTime(wait_window(_lives(groups if whole is None else {"": whole})))
        }
    else:
        measures = {counted.measure: PerCustomer()}
    return tuple(
        Taken(name, measure, groups, counted.dated, counted.several)
        for name, measure in measures.items()
        if not (isinstance(measure, StillThere | MeanTime) and not _time(measure) > 0)
    )


def score_measure(counted: Counted) -> Measure[ScoreCounts]:
    """NPS on the scale from 0 to 10, else the share of good answers by the usual rule."""
    scale = counted.scale or NPS_SCALE
    if counted.measure == "nps" and scale == NPS_SCALE:
        return NetScore()
    boxes = CES_BOX if counted.measure == "ces" else CSAT_BOX
    if scale not in boxes:
        return GoodShare((scale[0],) * 2 if counted.reversed else (scale[1],) * 2)
    return GoodShare(default_box(scale, boxes, reversed_scale=counted.reversed))


def wait_window(lives: Sequence[Lives]) -> float:
    """Hours at which waits are cut off: a usual number that 19 in 20 of all waits stay below.

    It is found from all groups together, so that it does not favour one of them.
    """
    curve = kaplan_meier(reduce(add, lives))
    pairs = zip(curve.times, curve.survival, strict=True)
    late = next((time for time, share in pairs if share <= MOST_WAITS), curve.longest)
    usual = next((window for window in WINDOWS if window >= late), late)
    return common_time(lives, usual)


def _lives(groups: Mapping[str, Statistic]) -> list[Lives]:
    return [cast("Lives", one) for one in groups.values()]


def _time(measure: StillThere | MeanTime) -> float:
    return measure.time if isinstance(measure, StillThere) else measure.tau
