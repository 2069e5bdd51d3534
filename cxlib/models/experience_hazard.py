"""How fast promoters leave against others, and what could explain that away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.e_value import COMMON, EValue, e_value
from cxlib.models.cox import fit_cox
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.stats.covariates import Covariate
from cxlib.stats.landmarks import EXPERIENCES, PROMOTER, Stay
from cxlib.stats.life_patterns import LifePatterns
from cxlib.stats.lives import Lives
from cxlib.tables.question import Coverage


@dataclass(frozen=True, slots=True)
class ExperienceHazard:
    """Promoters against one other experience.

    Attributes:
        experience: passive or detractor.
        ratio: hazard ratio: below 1, promoters leave more slowly; low, high: its limits.
        p: two-sided p-value of no difference.
        n: customers of both; events: how many of them left.
        common: whether more than `COMMON` of either have left by the end of follow-up.
        e_value: what could explain the ratio away.
    """

    experience: str
    ratio: float
    low: float
    high: float
    p: float
    n: int
    events: int
    common: bool
    e_value: EValue


def experience_hazards(
    stays: Mapping[str, Stay], *, level: float = 0.95
) -> tuple[ExperienceHazard, ...]:
    """Hazard ratios of promoters to passives and to detractors, each pair by itself.

    Args:
        stays: experience to its customers, durations in any unit.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        One for each other experience; a pair with too few departures has none.

    Source:
        Cox, Journal of the Royal Statistical Society B 34(2), 1972; VanderWeele & Ding, Annals of
        Internal Medicine 167(4), 2017.
    """
    best = stays.get(PROMOTER)
    found = []
    for name in EXPERIENCES:
        if name != PROMOTER and best is not None and name in stays:
            one = _pair(name, best.lives, stays[name].lives, level)
            found += [one] if one else []
    return tuple(found)


def _pair(name: str, promoters: Lives, others: Lives, level: float) -> ExperienceHazard | None:
    patterns = _patterns(name, others, promoters)
    try:
        (term,) = fit_cox(patterns, level=level).terms
    except (NotEnoughData, BadOption):
        return None
    # The larger group is the baseline; promoters are always told against the others.
    ratio, low, high = term.ratio, term.low, term.high
    if term.level == name:
        ratio, low, high = 1 / ratio, 1 / high, 1 / low
    common = any(1 - kaplan_meier(one).survival[-1] > COMMON for one in (promoters, others))
    return ExperienceHazard(
        experience=name,
        ratio=ratio,
        low=low,
        high=high,
        p=term.p,
        n=patterns.total,
        events=patterns.events,
        common=common,
        e_value=e_value(ratio, low, high, common=common),
    )


def _patterns(name: str, others: Lives, promoters: Lives) -> LifePatterns:
    """Two event tables as the rows of a regression on one column."""
    rows = [
        (place, duration, left, n)
        for place, lives in enumerate((others, promoters))
        for duration, gone, stayed in zip(
            lives.durations, lives.events, lives.censored, strict=True
        )
        for left, n in ((1, gone), (0, stayed))
        if n
    ]
    total = others.n + promoters.n
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    return LifePatterns(
        covariates=(Covariate("experience", (name, PROMOTER)),),
        cells=np.asarray(columns[0], float)[:, None],
        durations=np.asarray(columns[1], float),
        left=np.asarray(columns[2], np.int64),
        n=np.asarray(columns[3], np.int64),
        entry=None,
        customers=None,
        repeated=None,
        dated=False,
        observed=None,
        records_from=None,
        share=1.0,
        coverage=Coverage(total, total, ()),
    )
