"""Raking: weights that give a sample the known shares of several columns at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.stats.margins import Cells
from cxlib.stats.scores import ScoreCounts

Real = NDArray[np.float64]
Targets = Mapping[str, Mapping[str, float]]
"""For each column the wanted share of each value, fractions."""
EXACT = 1e-9
"""How near every share has to come to its target."""
ROUNDS = 2000
ROUNDED = 5e-5
"""How far typed shares may miss 1: shares typed in hundredths of a percent are rounded."""


@dataclass(frozen=True, slots=True)
class Margin:
    """One value of a column.

    Attributes:
        column: the column; value: its value.
        n: answers.
        sample: its share of the answers.
        target: its wanted share.
        weighted: its share with the weights.
    """

    column: str
    value: str
    n: int
    sample: float
    target: float
    weighted: float


@dataclass(frozen=True, slots=True, eq=False)
class Raked:
    """Weights of the cells.

    Attributes:
        weights: weight of each answer of a cell, shape (c,); their mean over the answers is 1.
        margins: every value of every column.
        n: answers.
        n_eff: effective answers (Kish).
        rounds: passes over all columns until every share was met.
        cap: largest weight that was allowed; None without trimming.
        trimmed: answers whose weight was cut to the cap.
    """

    weights: Real
    margins: tuple[Margin, ...]
    n: int
    n_eff: float
    rounds: int
    cap: float | None
    trimmed: int

    @property
    def design_effect(self) -> float:
        """By how much unequal weights widen a variance, n / n_eff, at least 1."""
        return self.n / self.n_eff

    @property
    def ratio(self) -> float:
        """The largest weight over the smallest."""
        return float(self.weights.max() / self.weights.min())

    @property
    def off(self) -> float:
        """The largest distance of a weighted share from its target, a fraction."""
        return max(abs(one.weighted - one.target) for one in self.margins)


def rake(cells: Cells, targets: Targets, *, cap: float | None = None) -> Raked:
    """Weights of the cells under which every column has its target shares.

    Each pass multiplies the weights so that one column after the other has its shares, until all
    have them. Trimming is a choice: weights above `cap` are cut and the others raised alike, so
    that the shares come near their targets and no longer meet them.

    Args:
        cells: answers by the values of the columns.
        targets: a share for each value that occurs, fractions that add up to 1 in each column.
        cap: the largest weight, above 1; the mean weight is 1. None for no trimming.

    Raises:
        BadOption: the shares do not add up, one is missing or 0 where there are answers, one has
            no answers, or the targets contradict each other in this sample; or a cap of 1 or less.

    Source:
        Deming & Stephan, Annals of Mathematical Statistics 11(4), 1940; effective answers: Kish,
        Survey Sampling, 1965; trimming: Potter, Proceedings of the Survey Research Methods
        Section, American Statistical Association, 1990.
    """
    wanted = [
        _checked(cells, place, targets.get(column, {}))
        for place, column in enumerate(cells.columns)
    ]
    n = cells.n.astype(float)
    weights, rounds = _fitted(cells, n, wanted)
    trimmed = np.zeros(len(n), bool)
    if cap is not None:
        weights, trimmed = _trimmed(weights, n, cap)
    total = float(n.sum())
    mass = weights * n
    return Raked(
        weights=weights,
        margins=_margins(cells, mass / total, wanted),
        n=int(total),
        n_eff=float(mass.sum() ** 2 / (weights * mass).sum()),
        rounds=rounds,
        cap=cap,
        trimmed=int(n[trimmed].sum()),
    )


def weighted_counts(cells: Cells, weights: Real) -> ScoreCounts:
    """The histogram of all cells together, each answer with the weight of its cell.

    Args:
        cells: answers by cell and score.
        weights: weight of each answer of a cell, shape (c,).
    """
    return ScoreCounts(
        cells.scale[0],
        tuple(cells.counts.sum(axis=0).tolist()),
        tuple((weights @ cells.counts).tolist()),
        tuple((weights**2 @ cells.counts).tolist()),
    )


def typed_percents(shares: Mapping[str, float]) -> dict[str, float]:
    """Shares as percent with few decimals that add up to 100 exactly and leave none at 0.

    Args:
        shares: fractions that add up to 1, by value.

    Returns:
        Percent by value, rounded to the fewest decimals (1 to 6) at which no share above 0 is lost;
        what rounding leaves over goes to those that lost most (largest remainders).
    """
    smallest = min((share for share in shares.values() if share > 0), default=1.0)
    digits = next((d for d in range(1, 6) if 100 * smallest * 10**d >= 1), 6)
    unit = 10**digits
    exact = {value: 100 * share * unit for value, share in shares.items()}
    whole = {value: int(one) for value, one in exact.items()}
    over = 100 * unit - sum(whole.values())
    for value in sorted(exact, key=lambda one: whole[one] - exact[one])[: max(0, over)]:
        whole[value] += 1
    return {value: one / unit for value, one in whole.items()}


def _checked(cells: Cells, place: int, wanted: Mapping[str, float]) -> Real:
    """The targets of a column in the order of its values."""
    column, values = cells.columns[place], cells.values[place]
    asked = {value: share for value, share in wanted.items() if share != 0}
    if any(not 0 <= share <= 1 for share in wanted.values()):
        raise BadOption(f"The target shares of '{column}' have to lie between 0 % and 100 %.")
    total = sum(wanted.values())
    if abs(total - 1) > ROUNDED:
        raise BadOption(
            f"The target shares of '{column}' add up to {100 * total:,.2f} %, not to 100 %. They "
            "are not changed to fit: correct them."
        )
    absent = [value for value in asked if value not in values]
    if absent:
        raise BadOption(
            f"'{column}' should have {asked[absent[0]]:.1%} for '{absent[0]}', and no answer has "
            "this value. Weights cannot make answers: give its share to a value that is like it, "
            "or leave the column out."
        )
    lacking = [value for value in values if value not in asked]
    if lacking:
        n = int(cells.n[cells.codes[:, place] == values.index(lacking[0])].sum())
        raise BadOption(
            f"'{column}' has a target of 0 % for '{lacking[0]}', which {n:,} answers have. Give it "
            "a share, or leave these answers out with a filter."
        )
    return np.array([asked[value] / total for value in values])


def _fitted(cells: Cells, n: Real, wanted: list[Real]) -> tuple[Real, int]:
    """Weights with a mean of 1 that meet all shares, and the passes that took."""
    total = n.sum()
    weights = np.ones(len(n))
    for rounds in range(1, ROUNDS + 1):
        for place, target in enumerate(wanted):
            code = cells.codes[:, place]
            share = np.bincount(code, weights * n, minlength=len(target)) / total
            weights = weights * (target / share)[code]
        worst, gap = _worst(cells, weights * n / total, wanted)
        if gap < EXACT:
            return weights / ((weights * n).sum() / total), rounds
        if not np.isfinite(weights).all() or weights.max() <= 0:
            break
    column, value, stays, wish = worst
    raise BadOption(
        "No weights meet all targets together: some combinations of "
        f"{', '.join(cells.columns)} have no answers. '{value}' of '{column}' stays at {stays:.1%} "
        f"instead of {wish:.1%}. Merge small values, or weight by fewer columns."
    )


def _worst(
    cells: Cells, mass: Real, wanted: list[Real]
) -> tuple[tuple[str, str, float, float], float]:
    """The value whose share is farthest from its target, and how far."""
    found, gap = ("", "", 0.0, 0.0), -1.0
    for place, wished in enumerate(wanted):
        share = np.bincount(cells.codes[:, place], mass, minlength=len(wished))
        at = int(np.argmax(np.abs(share - wished)))
        if abs(share[at] - wished[at]) > gap:
            gap = float(abs(share[at] - wished[at]))
            names = (cells.columns[place], cells.values[place][at])
            found = (*names, float(share[at]), float(wished[at]))
    return found, gap


def _trimmed(weights: Real, n: Real, cap: float) -> tuple[Real, NDArray[np.bool_]]:
    """Weights of at most `cap` with the same sum, and which were cut."""
    if cap <= 1:
        raise BadOption(
            f"The largest weight is {cap:g}; it has to be more than 1, which is the mean weight."
        )
    total = n.sum()
    cut = np.zeros(len(n), bool)
    while (weights > cap * (1 + 1e-12)).any():
        cut |= weights > cap
        weights = np.where(cut, cap, weights)
        rest = (weights * n)[~cut].sum()
        weights = np.where(cut, cap, weights * (total - cap * n[cut].sum()) / rest)
    return weights, cut


def _margins(cells: Cells, mass: Real, wanted: list[Real]) -> tuple[Margin, ...]:
    found = []
    for place, column in enumerate(cells.columns):
        code, values = cells.codes[:, place], cells.values[place]
        n = np.bincount(code, cells.n, minlength=len(values))
        weighted = np.bincount(code, mass, minlength=len(values))
        found += [
            Margin(
                column=column,
                value=value,
                n=int(n[at]),
                sample=float(n[at] / n.sum()),
                target=float(wanted[place][at]),
                weighted=float(weighted[at]),
            )
            for at, value in enumerate(values)
        ]
    return tuple(found)
