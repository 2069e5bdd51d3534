"""Whether what customers spend fits the spend model: frequency, extremes, the holdout."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import atanh, sqrt, tanh

import numpy as np

from cxlib.metrics.normal import z_of
from cxlib.models.comparison import past_rate, recent_rate
from cxlib.models.gamma_gamma import SpendFit, expected_spend, paid_rows
from cxlib.models.holdout import Prediction, check_prediction, rank_correlation
from cxlib.models.purchase_model import PurchaseFit, expected_purchases
from cxlib.stats.order_amounts import OrderAmounts, SpentAfter
from cxlib.stats.purchases import MONEY, Histories, Real, Whole

FEWEST = 4
"""Customers that limits of a rank correlation take."""
UP_TO = 7


@dataclass(frozen=True, slots=True)
class SpendOfFrequency:
    """Mean amount of an order day of the customers with so many repeat purchases.

    Attributes:
        frequency: repeat purchase days; and_more: whether higher ones are in here too.
        n: customers with a repeat purchase and a positive sum.
        mean: mean of their mean amounts, in the currency.
        low: lower limit; high: upper limit; None with a single customer.
    """

    frequency: int
    and_more: bool
    n: int
    mean: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class SpendLink:
    """Whether customers who buy often spend more, or less, on an order day.

    Attributes:
        rank_correlation: Spearman's, of frequency and mean amount; None where one of them does
            not vary.
        low: lower limit; high: upper limit; None likewise, or with fewer than 4 customers.
        n: customers with a repeat purchase and a positive sum.
        by_frequency: mean amounts by frequency.
    """

    rank_correlation: float | None
    low: float | None
    high: float | None
    n: int
    by_frequency: tuple[SpendOfFrequency, ...]


def spend_link(histories: Histories, *, level: float = 0.95) -> SpendLink:
    """Correlate frequency with mean amount, which Gamma-Gamma takes to be independent.

    Ranks are used, because a few large orders would decide a correlation of the amounts.

    Args:
        histories: shape (k,); rows with a repeat purchase and a positive spend count.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Limits: Bonett & Wright, Psychometrika 65(1), 2000, equation 4 (Fisher's z with variance
        (1 + r^2 / 2) / (n - 3)).
    """
    used = paid_rows(histories)
    n = histories.n[used].astype(float)
    x, mean = histories.frequency[used], histories.mean_value[used]
    count = int(n.sum())
    rank = rank_correlation(x.astype(float), mean, n) if count > 1 else None
    z = z_of(level)
    low = high = None
    if rank is not None and count >= FEWEST and abs(rank) < 1:
        half = z * sqrt((1 + rank**2 / 2) / (count - 3)) if count > 3 else 0.0
        low, high = tanh(atanh(rank) - half), tanh(atanh(rank) + half)
    return SpendLink(rank, low, high, count, _by_frequency(x, mean, n, z))


def _by_frequency(x: Whole, mean: Real, n: Real, z: float) -> tuple[SpendOfFrequency, ...]:
    found = []
    grouped = np.minimum(x, UP_TO)
    for one in np.unique(grouped).tolist():
        mine = grouped == one
        size = float(n[mine].sum())
        middle = float(n[mine] @ mean[mine]) / size
        squares = float(n[mine] @ (mean[mine] - middle) ** 2)
        half = None if size < 2 else z * sqrt(squares / (size - 1) / size)
        found.append(
            SpendOfFrequency(
                one,
                one == UP_TO,
                int(size),
                middle,
                None if half is None else max(0.0, middle - half),
                None if half is None else middle + half,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Extremes:
    """How much of the money a few order days bring.

    Attributes:
        shares: fractions of the order days, the largest first.
        money: share of the money that each brings; None where amounts sum to 0 or less.
        cap: the amount that only one order day in a thousand exceeds, in the currency.
        most: the largest amount of a day, in the currency.
        median: the middle one, in the currency.
    """

    shares: tuple[float, ...]
    money: tuple[float, ...] | None
    cap: float
    most: float
    median: float


def extremes(
    amounts: OrderAmounts, *, shares: tuple[float, ...] = (0.001, 0.01, 0.05, 0.1, 0.2, 0.5)
) -> Extremes:
    """Share of the money in the largest order days, and where the last thousandth begins.

    Args:
        amounts: amounts of the order days.
        shares: fractions of the days.
    """
    n, amount = amounts.n[::-1].astype(float), amounts.amount[::-1] / MONEY
    days = np.concatenate([[0.0], np.cumsum(n)])
    held = np.concatenate([[0.0], np.cumsum(n * amount)])
    total = float(held[-1])
    money = np.interp(np.array(shares) * days[-1], days, held)
    return Extremes(
        shares,
        tuple((money / total).tolist()) if total > 0 else None,
        _at(amounts, 0.999),
        float(amount[0]),
        _at(amounts, 0.5),
    )


def _at(amounts: OrderAmounts, share: float) -> float:
    """The smallest amount that at least this share of the order days does not exceed."""
    place = int(np.searchsorted(np.cumsum(amounts.n), share * amounts.days))
    return float(amounts.amount[min(place, amounts.amount.size - 1)]) / MONEY


@dataclass(frozen=True, slots=True)
class SpendHoldout:
    """What was predicted to be spent in the holdout against what was spent, in the currency.

    Attributes:
        model: purchases by the purchase model times amounts by Gamma-Gamma.
        same_rate: rule: purchases and amounts go on as in the calibration.
        recency: the same, but who was silent in its last third spends nothing more.
        amount: mean amount of an order day of those who bought in the holdout, by Gamma-Gamma
            and seen, and its error: predicted / seen - 1; None where nobody bought again.
        n: customers.
    """

    model: Prediction
    same_rate: Prediction
    recency: Prediction
    amount: tuple[float, float, float] | None
    n: int


def spend_holdout(
    fit: PurchaseFit, spend: SpendFit, found: SpentAfter, *, length: float
) -> SpendHoldout:
    """Compare predicted with actual spend in the holdout, beside two rules.

    Args:
        fit: a purchase model fitted on the calibration.
        spend: a spend model fitted on the calibration.
        found: calibration histories with what was spent afterwards.
        length: length of the holdout in units of the fit; whole for BG/BB.
    """
    histories = found.histories
    amounts = expected_spend(spend, histories)
    own = np.where(histories.frequency > 0, histories.mean_value, spend.mean)
    unit = fit.history_unit
    after = replace(histories, holdout=found.later)

    def checked(predicted: Real) -> Prediction:
        return _in_currency(check_prediction(predicted * MONEY, after))

    return SpendHoldout(
        model=checked(expected_purchases(fit, histories, length) * amounts),
        same_rate=checked(past_rate(histories, unit) * length * own),
        recency=checked(recent_rate(histories, unit) * length * own),
        amount=_amount(histories, amounts, found.later),
        n=histories.total,
    )


def _amount(histories: Histories, amounts: Real, later: Whole) -> tuple[float, float, float] | None:
    """Amount of a day in the holdout: expected for those who bought, and seen."""
    bought = histories.n * (histories.holdout if histories.holdout is not None else 0)
    days = float(bought.sum())
    seen = float(histories.n @ later) / MONEY
    if not days or not seen > 0:
        return None
    expected = float(bought @ amounts) / days
    return expected, seen / days, expected / (seen / days) - 1


def _in_currency(found: Prediction) -> Prediction:
    """Money of the engine as the currency."""
    return replace(
        found,
        predicted=found.predicted / MONEY,
        actual=found.actual / MONEY,
        mae=found.mae / MONEY,
        tenths=tuple(
            replace(one, actual=one.actual / MONEY, predicted=one.predicted / MONEY)
            for one in found.tenths
        ),
    )
