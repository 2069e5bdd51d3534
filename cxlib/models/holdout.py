"""Did the model predict what customers bought after the observation ended?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.models.purchase_model import PurchaseFit, expected_purchases
from cxlib.stats.purchases import Histories, Real


@dataclass(frozen=True, slots=True)
class FrequencyGroup:
    """Customers with one calibration frequency, or with that and more.

    Attributes:
        frequency: repeat purchases in the calibration.
        and_more: whether higher frequencies are in here too.
        n: customers.
        actual: mean purchases in the holdout.
        predicted: mean purchases predicted.
    """

    frequency: int
    and_more: bool
    n: int
    actual: float
    predicted: float


@dataclass(frozen=True, slots=True)
class Tenth:
    """A tenth of the customers by what was predicted of them, the most promising first.

    Attributes:
        place: 1 to 10.
        actual: mean purchases in the holdout; predicted: mean predicted.
        lift: actual over the mean of all customers; None where nobody bought.
    """

    place: int
    actual: float
    predicted: float
    lift: float | None


@dataclass(frozen=True, slots=True)
class Prediction:
    """A prediction of the holdout against what was bought.

    Attributes:
        predicted: purchases predicted for all customers; actual: those bought.
        error: predicted / actual - 1; None without purchases in the holdout.
        mae: mean absolute error a customer, in purchases.
        rank_correlation: Spearman's, of predicted and actual; None where one does not vary.
        tenths: the customers by predicted purchases, in ten parts; customers whose predictions
            are equal are spread over the parts in proportion.
    """

    predicted: float
    actual: float
    error: float | None
    mae: float
    rank_correlation: float | None
    tenths: tuple[Tenth, ...]


def check_prediction(predicted: Real, histories: Histories) -> Prediction:
    """Compare any prediction of purchases with those of the holdout.

    Args:
        predicted: purchases a customer with each history, shape (k,).
        histories: calibration histories with `holdout` counts, shape (k,).

    Raises:
        ValueError: the histories carry no holdout.
    """
    if histories.holdout is None:
        raise ValueError("These histories were read without a holdout.")
    n, actual = histories.n.astype(float), histories.holdout.astype(float)
    total, seen = float(n @ predicted), float(n @ actual)
    return Prediction(
        predicted=total,
        actual=seen,
        error=total / seen - 1 if seen else None,
        mae=float(n @ np.abs(predicted - actual)) / float(n.sum()),
        rank_correlation=rank_correlation(predicted, actual, n),
        tenths=_tenths(predicted, actual, n),
    )


@dataclass(frozen=True, slots=True)
class Holdout:
    """Predicted against actual purchases in the holdout.

    Attributes:
        n: customers.
        length: length of the holdout, in units of the fit.
        actual: purchases of all customers.
        predicted: purchases predicted for all customers.
        naive: the same from each customer's past rate, x / T times the length.
        error: predicted / actual - 1; None without purchases in the holdout.
        mae: mean absolute error a customer, in purchases.
        naive_mae: the same of the naive prediction.
        rank_correlation: Spearman's, of predicted and actual; None where one does not vary.
        top_tenth: share of the actual purchases made by the tenth of the customers predicted to
            buy most; None without purchases in the holdout.
        by_frequency: means by calibration frequency.
    """

    n: int
    length: float
    actual: float
    predicted: float
    naive: float
    error: float | None
    mae: float
    naive_mae: float
    rank_correlation: float | None
    top_tenth: float | None
    by_frequency: tuple[FrequencyGroup, ...]


def holdout_check(
    fit: PurchaseFit, histories: Histories, length: float, *, up_to: int = 7
) -> Holdout:
    """Compare predictions with the purchases of the holdout.

    Args:
        fit: a model fitted on the calibration alone.
        histories: calibration histories with `holdout` counts, shape (k,).
        length: length of the holdout in units of the fit, above 0; whole for BG/BB.
        up_to: last class of `by_frequency`, which takes all higher frequencies too.

    Raises:
        ValueError: the histories carry no holdout.
    """
    if histories.holdout is None:
        raise ValueError("These histories were read without a holdout.")
    n, actual = histories.n.astype(float), histories.holdout.astype(float)
    predicted = expected_purchases(fit, histories, length)
    ages = histories.age / fit.history_unit
    rate = np.divide(histories.frequency, ages, out=np.zeros(n.size), where=ages > 0)
    customers, seen = float(n.sum()), float(n @ actual)
    return Holdout(
        n=histories.total,
        length=length,
        actual=seen,
        predicted=float(n @ predicted),
        naive=float(n @ rate) * length,
        error=float(n @ predicted) / seen - 1 if seen else None,
        mae=float(n @ np.abs(predicted - actual)) / customers,
        naive_mae=float(n @ np.abs(rate * length - actual)) / customers,
        rank_correlation=rank_correlation(predicted, actual, n),
        top_tenth=_top_tenth(predicted, actual, n) if seen else None,
        by_frequency=_by_frequency(histories, predicted, actual, up_to),
    )


def _by_frequency(
    histories: Histories, predicted: Real, actual: Real, up_to: int
) -> tuple[FrequencyGroup, ...]:
    seen = np.minimum(histories.frequency, up_to)
    n = np.bincount(seen, histories.n, up_to + 1)
    sums = [np.bincount(seen, histories.n * part, up_to + 1) for part in (actual, predicted)]
    return tuple(
        FrequencyGroup(x, x == up_to, int(n[x]), *(float(part[x] / n[x]) for part in sums))
        for x in np.flatnonzero(n).tolist()
    )


def rank_correlation(one: Real, other: Real, n: Real) -> float | None:
    """Spearman's rank correlation over counted rows; ties share their middle rank."""
    first, second = _middle_ranks(one, n), _middle_ranks(other, n)
    spread = np.cov(first, second, fweights=n.astype(np.int64), ddof=0)
    scale = float(np.sqrt(spread[0, 0] * spread[1, 1]))
    return float(spread[0, 1]) / scale if scale > 0 else None


def _middle_ranks(values: Real, n: Real) -> Real:
    _, place = np.unique(values, return_inverse=True)
    tied = np.bincount(place, n)
    return np.asarray((np.cumsum(tied) - tied / 2)[place], float)


def _tenths(predicted: Real, actual: Real, n: Real) -> tuple[Tenth, ...]:
    scores, place = np.unique(-predicted, return_inverse=True)
    people = np.concatenate([[0.0], np.cumsum(np.bincount(place, n, scores.size))])
    edges = np.linspace(0, people[-1], 11)
    mean = float(n @ actual) / people[-1]
    sums = [
        np.diff(
            np.interp(
                edges,
                people,
                np.concatenate([[0.0], np.cumsum(np.bincount(place, n * part, scores.size))]),
            )
        )
        / (people[-1] / 10)
        for part in (actual, predicted)
    ]
    return tuple(
        Tenth(i + 1, float(one), float(other), float(one) / mean if mean else None)
        for i, (one, other) in enumerate(zip(*sums, strict=True))
    )


def _top_tenth(predicted: Real, actual: Real, n: Real) -> float:
    """Share of actual purchases by the tenth predicted to buy most; ties count in proportion."""
    scores, place = np.unique(-predicted, return_inverse=True)
    people, bought = np.bincount(place, n, scores.size), np.bincount(place, n * actual, scores.size)
    reached = np.concatenate([[0.0], np.cumsum(people)]) / people.sum()
    held = np.concatenate([[0.0], np.cumsum(bought)]) / bought.sum()
    return float(np.interp(0.1, reached, held))
