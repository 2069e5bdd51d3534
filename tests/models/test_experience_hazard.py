"""Hazard ratios of promoters against the others: the planted ratio, and lifelines."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from lifelines import CoxPHFitter

from cxlib.metrics.e_value import e_value
from cxlib.models.experience_hazard import experience_hazards
from cxlib.stats.landmarks import Stay
from cxlib.stats.lives import Lives

MEANS = {"promoter": (20.0, 900), "passive": (15.0, 150), "detractor": (12.0, 1000)}


def drawn(mean: float, n: int, seed: int) -> pd.DataFrame:
    times = np.random.default_rng(seed).exponential(mean, n).round(2)
    return pd.DataFrame({"time": np.minimum(times, 24), "left": (times < 24).astype(int)})


FRAMES = {name: drawn(*of, seed) for seed, (name, of) in enumerate(MEANS.items())}


def stay(frame: pd.DataFrame) -> Stay:
    return Stay(Lives.of((r.time, r.left, 1 - r.left) for r in frame.itertuples()), None, 0)


STAYS = {name: stay(frame) for name, frame in FRAMES.items()}


@pytest.mark.parametrize(("place", "name"), [(0, "passive"), (1, "detractor")])
def test_the_ratio_is_that_of_lifelines(place: int, name: str) -> None:
    found = experience_hazards(STAYS)[place]
    both = pd.concat(
        [FRAMES["promoter"].assign(best=1), FRAMES[name].assign(best=0)], ignore_index=True
    )
    row = CoxPHFitter().fit(both, "time", "left").summary.loc["best"]
    assert found.experience == name
    assert found.ratio == pytest.approx(row["exp(coef)"], rel=1e-4)
    assert (found.low, found.high) == (
        pytest.approx(row["exp(coef) lower 95%"], rel=1e-4),
        pytest.approx(row["exp(coef) upper 95%"], rel=1e-4),
    )
    assert (found.n, found.events) == (len(both), both["left"].sum())
    assert found.common
    assert found.e_value == e_value(found.ratio, found.low, found.high, common=True)


def test_the_planted_ratio_is_within_the_limits_as_often_as_they_say() -> None:
    hits = 0
    for seed in range(100, 140):
        stays = {
            "promoter": stay(drawn(20, 150, 2 * seed)),
            "detractor": stay(drawn(12, 150, 2 * seed + 1)),
        }
        (found,) = experience_hazards(stays)
        hits += found.low < 12 / 20 < found.high
    # Of 40 trials at 95 %, fewer than 33 come up less than once in a thousand times.
    assert hits >= 33


def test_too_few_departures_give_no_ratio() -> None:
    few = Stay(Lives((3.0, 9.0), (2, 0), (0, 20)), None, 0)
    assert experience_hazards({"promoter": few, "detractor": few}) == ()
    assert experience_hazards({"detractor": STAYS["detractor"]}) == ()
