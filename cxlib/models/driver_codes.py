"""Whether drivers of a 0-10 score matter alike for what NPS makes of it: -1, 0 and 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.models.driver_shares import correlations_of, shares_of
from cxlib.models.drivers import Drivers
from cxlib.models.importance import TINY
from cxlib.stats.cross_products import CrossProducts


@dataclass(frozen=True, slots=True)
class CodeCheck:
    """The drivers of a score beside those of its code.

    Attributes:
        r2: explained share of the code's variance.
        moved: the largest difference of a share, a fraction.
        order: the drivers by their share of the code's variance, most important first.
        same: whether that is their order for the score too.
    """

    r2: float
    moved: float
    order: tuple[str, ...]
    same: bool


def check_codes(products: CrossProducts, found: Drivers) -> CodeCheck | None:
    """Weigh the drivers for detractor, passive, promoter (-1, 0, 1) instead of the 0-10 score.

    Args:
        products: what `found` was computed from.
        found: the drivers of the score.

    Returns:
        The comparison; None where single combinations of answers are not known, where nothing goes
        together with the code, or where all answers have the same one.
    """
    names = tuple(one.name for one in found.drivers)
    part = products.part((products.names[0], *names))
    if part.values is None:
        return None
    score = part.values[:, 0]
    codes = np.where(score >= 9, 1.0, np.where(score <= 6, -1.0, 0.0))
    z = np.column_stack([np.ones(len(codes)), codes, part.values[:, 1:] - part.centre[1:]])
    parts = shares_of(correlations_of((z.T @ (z * part.weights[:, None]))[None]), found.method)
    r2 = float(parts.sum())
    if r2 <= TINY:
        return None
    shares = parts / r2
    order = tuple(names[place] for place in np.argsort(-shares, kind="stable"))
    was = np.array([one.share for one in found.drivers])
    return CodeCheck(r2, float(np.abs(shares - was).max()), order, order == names)
