"""Repeat purchases over calendar time, as a model expects them."""

from __future__ import annotations

import numpy as np

from cxlib.models.purchase_model import PurchaseFit, expected_new
from cxlib.stats.purchases import Real, Whole


def expected_cumulative(fit: PurchaseFit, starts: Whole, n: Whole, grid: Whole) -> Real:
    """Repeat purchases expected of all customers together, from the first day to each of `grid`.

    Drawn beside the purchases counted over the same days it shows whether a model keeps track,
    and after the end of the observation whether it predicts (a tracking plot).

    Args:
        fit: a fitted model in continuous time, or BG/BB with days in whole units.
        starts: days from the first day of the data to a first purchase, shape (k,).
        n: customers who first bought on that day, shape (k,).
        grid: days from the first day of the data, shape (g,).

    Returns:
        Shape (g,), not falling if `grid` does not.

    Source:
        Fader, Hardie and Lee, Marketing Science 24(2), 2005: the tracking plot.
    """
    waited = np.maximum(np.asarray(grid)[:, None] - np.asarray(starts), 0)
    days, place = np.unique(waited, return_inverse=True)
    bought = expected_new(fit, days / fit.history_unit)
    return np.asarray(bought[place.reshape(waited.shape)] @ n, float)
