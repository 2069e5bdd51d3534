"""What a theme goes together with in the score: with and without it, removed, and adjusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import two_sided, z_of
from cxlib.text.sentiment import Floats

FEWEST = 10
"""Mentions from which on an impact is shown."""
THIN = 30
"""Mentions under which it is called thin."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A difference in the score with its interval, in the score's unit; None where unknown.

    Attributes:
        value: the difference.
        low: lower limit.
        high: upper limit.
        p_value: two-sided, of no difference.
        p_adjusted: Benjamini-Hochberg over the themes shown beside it.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    p_adjusted: float | None = None


@dataclass(frozen=True, slots=True)
class Impact:
    """A theme beside the score.

    Attributes:
        n: comments that mention it.
        share: of the comments with a score, a fraction; None without any.
        score_with: mean of those that mention it; None without any.
        score_without: mean of the others.
        removal: the mean of all less the mean of the others: what the score would lose without
            the comments that mention it.
        adjusted: the difference that remains with all other themes and the segments held equal.
    """

    n: int
    share: float | None
    score_with: float | None
    score_without: float | None
    removal: Effect
    adjusted: Effect

    @property
    def thin(self) -> bool:
        """Whether so few mention it that the impact is rough."""
        return self.n < THIN


def measure_impact(
    score: Floats,
    flags: NDArray[np.bool_],
    *,
    segments: Sequence[NDArray[np.int64]] = (),
    level: float = 0.95,
) -> tuple[Impact, ...]:
    """How the score goes together with each theme. It is an association: no theme was assigned.

    Args:
        score: what is averaged (NPS points or the score itself), no NaN, shape (comments,).
        flags: whether a comment mentions a theme, shape (comments, themes).
        segments: codes of segments that the adjusted effect holds equal, each shape (comments,).
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        One impact a theme; under `FEWEST` mentions, and where all comments mention it, removal and
        adjusted are unknown.

    Source:
        Removal: mean of all less mean of those without, equal to the share times the difference;
        its interval is that of the difference, given the share. Adjusted: least squares on all
        themes and segments at once with HC1 standard errors (MacKinnon & White, Journal of
        Econometrics 29, 1985).
    """
    z = z_of(level)
    found = [_one(score, flags[:, place], z) for place in range(flags.shape[1])]
    shown = [place for place, one in enumerate(found) if one.removal.value is not None]
    effects = _adjusted(score, flags[:, shown], segments, z) if shown else ()
    for place, effect in zip(shown, effects, strict=True):
        found[place] = replace(found[place], adjusted=effect)
    removal = benjamini_hochberg([one.removal.p_value for one in found])
    adjusted = benjamini_hochberg([one.adjusted.p_value for one in found])
    return tuple(
        replace(
            one,
            removal=replace(one.removal, p_adjusted=first),
            adjusted=replace(one.adjusted, p_adjusted=second),
        )
        for one, first, second in zip(found, removal, adjusted, strict=True)
    )


def _one(score: Floats, mentioned: NDArray[np.bool_], z: float) -> Impact:
    total, n = len(score), int(mentioned.sum())
    having, lacking = score[mentioned], score[~mentioned]
    mean_with = float(having.mean()) if n else None
    mean_without = float(lacking.mean()) if n < total else None
    share = n / total if total else None
    removal = Effect()
    if share is not None and mean_with is not None and mean_without is not None and n >= FEWEST:
        gap = mean_with - mean_without
        error = sqrt(float(having.var()) / n + float(lacking.var()) / (total - n))
        p_value = two_sided(gap / error) if error > 0 else None
        value = float(score.mean()) - mean_without
        removal = Effect(value, value - share * z * error, value + share * z * error, p_value)
    return Impact(n, share, mean_with, mean_without, removal, Effect())


def _adjusted(
    score: Floats, flags: NDArray[np.bool_], segments: Sequence[NDArray[np.int64]], z: float
) -> tuple[Effect, ...]:
    """Coefficients of the themes in one regression on themes and segments; X'X stays small."""
    design = [np.ones(len(score)), *flags.T.astype(float)]
    for codes in segments:
        design += [(codes == code).astype(float) for code in np.unique(codes)[1:]]
    x = np.column_stack(design)
    n, width = x.shape
    gram = x.T @ x
    inverse = np.linalg.pinv(gram, hermitian=True)
    if n <= width:
        return tuple(Effect() for _ in range(flags.shape[1]))
    beta = inverse @ (x.T @ score)
    left = score - x @ beta
    meat = (x * (left**2)[:, None]).T @ x
    variance = np.diag(inverse @ meat @ inverse) * n / (n - width)
    known = np.abs(np.diag(inverse @ gram) - 1) < 1e-6  # else it is a sum of other columns
    found = []
    for place in range(1, flags.shape[1] + 1):
        value, error = float(beta[place]), sqrt(max(float(variance[place]), 0.0))
        if not known[place] or error == 0:
            found.append(Effect())
            continue
        found.append(Effect(value, value - z * error, value + z * error, two_sided(value / error)))
    return tuple(found)
