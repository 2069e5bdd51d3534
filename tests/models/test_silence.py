"""Thresholds and the curve of activity against simulated shops whose customers are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.shares import wilson
from cxlib.models.alive_beside import alive_beside
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import p_alive
from cxlib.models.silence import Threshold, silence_of, threshold_of
from cxlib.stats.gaps import Gaps
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import Histories

END = 730


@dataclass(frozen=True)
class Shop:
    """What can be seen of simulated customers by day `END`, and what is true of them.

    Attributes:
        gaps: gaps seen.
        true_gaps: lengths of all gaps that began in the time seen and ever end.
        last: days from the first to the last activity ever, a customer.
        days: the days of activity seen, a customer.
    """

    gaps: Gaps
    true_gaps: np.ndarray
    last: np.ndarray
    days: list[np.ndarray]


def shop(seed: int, rates, *, gone: float = 1 / 200) -> Shop:
    """Customers arrive throughout, are active at their rate and leave at the rate `gone`."""
    draw, ended, spans, usual = np.random.default_rng(seed), [], [], []
    true_gaps, last, seen = [], [], []
    for rate in rates:
        first = draw.uniform(0, END)
        until = first + draw.exponential(1 / gone)
        steps = draw.exponential(1 / rate, 20 + int(4 * rate * (until - first)))
        times = first + np.append(0.0, np.cumsum(steps))
        days = np.unique(np.floor(times[times <= until]).astype(int))
        last.append(days[-1] - days[0])
        gaps = np.diff(days)
        true_gaps.append(gaps[days[:-1] <= END])
        days = days[days <= END]
        gaps, silence = np.diff(days), END - int(days[-1])
        ended += [(int(gap), 1) for gap in gaps]
        spans.append((int(days[-1] - days[0]), silence, 1))
        beyond = int(gaps.size > 0 and silence > gaps.max())
        usual.append((min(len(days), 10), silence, beyond, 1))
        seen.append(days)
    return Shop(Gaps.of(ended, spans, usual), np.concatenate(true_gaps), np.array(last), seen)


def test_a_threshold_by_hand():
    # Gaps of 1 to 10 days ended once each, none is open beyond: the 80th percentile is day 8.
    gaps = Gaps.of([(d, 1) for d in range(1, 11)], [(10, 0, 1)], [(10, 0, 0, 1)])
    assert threshold_of(gaps, percentile=0.8, rule="ended") == Threshold(8, "ended", 0.8)
    open_too = Gaps.of([(5, 10), (20, 5)], [(5, 10, 10), (20, 20, 1)], [])
    # At 5 10 of 26 end, 10 are last seen at 10, at 20 5 of the last 6: 1 - 8/13 / 6 end.
    found = threshold_of(open_too, percentile=0.95)
    assert (found.days, found.rule) == (5, "open")
    assert found.ending == pytest.approx(5 / 13)
    assert found.within == 10


def test_open_gaps_make_the_threshold_fair():
    # Rates of customers differ (gamma, mean one in 30 days), so that long gaps are often open.
    found = shop(1, np.random.default_rng(9).gamma(1.0, 1 / 30, 3000) + 0.002)
    chosen = threshold_of(found.gaps)
    true = np.quantile(found.true_gaps[found.true_gaps <= chosen.within], 0.95)
    naive = threshold_of(found.gaps, rule="ended").days
    assert abs(chosen.days - true) <= 4
    assert naive < true - 6


def naive_lives(gaps: Gaps, days: int) -> Lives:
    """Censoring at the last activity, which looks natural and is wrong."""
    silent = [(float(span), n, 0) for span, rest, n in gaps.spans if rest > days]
    return Lives.of(silent + [(float(span), 0, n) for span, rest, n in gaps.spans if rest <= days])


def test_the_curve_finds_the_true_last_activity():
    # Active every 10 days on average: a silence of 60 days is a false alarm once in 400 times.
    rates, days, times = np.full(3000, 0.1), 60, (50, 100, 200, 300)
    found = shop(2, rates)
    curve = kaplan_meier(found.gaps.until_silent(days))
    naive = kaplan_meier(naive_lives(found.gaps, days))
    for time in times:
        # The last of activities at rate 1/10 before a departure at rate 1/200 lies beyond t with
        # chance exp(-t/200) (1/10) / (1/10 + 1/200).
        true = np.exp(-time / 200) * 0.1 / 0.105
        assert np.mean(found.last > time) == pytest.approx(true, abs=0.03)
        row = curve.at(time)
        assert row.survival == pytest.approx(true, abs=0.03)
    # The wrong one is too high beyond its own limits.
    assert naive.at(300).low > np.exp(-300 / 200) * 0.1 / 0.105


def test_its_limits_hold_as_often_as_they_say():
    held = 0
    for seed in range(120):
        row = kaplan_meier(shop(seed + 50, np.full(150, 0.1)).gaps.until_silent(60)).at(150)
        held += row.low <= np.exp(-150 / 200) * 0.1 / 0.105 <= row.high
    # 114 of 120 with a standard deviation of 2.4.
    assert held >= 106


def test_shares_false_alarms_and_what_came_back():
    gaps = Gaps.of(
        [(5, 6), (20, 3), (50, 1)],
        [(0, 100, 4), (80, 10, 6), (3, 2, 2)],
        [(3, 100, 1, 5), (4, 100, 1, 4)],
    )
    found = silence_of({TOTAL: gaps}, Threshold(15, "given")).total.at
    assert (found.silent.count, found.silent.n, found.too_new) == (4, 10, 2)
    assert (found.silent.low, found.silent.high) == pytest.approx(wilson(4 / 10, 10))
    assert (found.returned.count, found.returned.n) == (4, 8)
    # Of 8 gaps longer than 15 days, 3 end at 20; the one that ends at 50 does so after 30.
    assert found.back == pytest.approx(3 / 8)
    assert found.back_low < 3 / 8 < found.back_high
    own = silence_of({TOTAL: gaps}, Threshold(15, "given")).total.own
    assert (own.count, own.n) == (4, 4)


def test_groups_are_tested_against_the_rest():
    def half(silent: int) -> Gaps:
        return Gaps.of([(5, 9)], [(10, 90, silent), (99, 1, 100 - silent)], [])

    one, other = half(30), half(60)
    groups = {TOTAL: one + other, Group("p", "a"): one, Group("p", "b"): other}
    found = silence_of(groups, Threshold(30, "given"))
    # N-1 chi-square of 30 and 60 of 100: 18.1818 x 199 / 200.
    assert found.groups[1].p_value == pytest.approx(2.1e-5, rel=0.05)
    assert found.groups[1].p_adjusted == found.groups[2].p_adjusted
    assert [one.threshold.days for one in found.sensitivity] == [5, 7, 14, 30, 60, 90]


def test_silence_beside_a_purchase_model():
    found = shop(4, np.full(500, 0.05))
    rows = np.array(
        [(len(days) - 1, days[-1] - days[0], END - days[0], 0, 1) for days in found.days]
    )
    histories = Histories(*rows.T)
    fit = fit_purchases(histories, model="mbg-nbd", unit_days=7)
    beside = alive_beside(fit, histories, 60)
    chance = p_alive(fit, histories)
    silent = rows[:, 2] - rows[:, 1] > 60
    assert beside.n == 500
    assert beside.alive == pytest.approx(chance.mean())
    assert beside.not_silent == pytest.approx(1 - silent.mean())
    assert beside.agree == pytest.approx(np.mean(silent == (chance < 0.5)))
    assert beside.alive_if_silent == pytest.approx(chance[silent].mean())
    assert sum(map(sum, beside.counts)) == 500
    assert beside.agree > 0.9


def test_what_cannot_be_asked():
    alone = Gaps.of([], [(0, 5, 3)], [(1, 5, 0, 3)])
    with pytest.raises(NotEnoughData, match="came back"):
        threshold_of(alone)
    with pytest.raises(BadOption, match="between 0 and 1"):
        threshold_of(alone, percentile=95)
    with pytest.raises(BadOption, match="at least 1"):
        silence_of({TOTAL: alone}, Threshold(0, "given"))
    found = silence_of({TOTAL: alone}, Threshold(30, "given"))
    assert found.total.curve is None
    assert found.total.own.share is None
    assert any("longer than the threshold" in note for note in found.notes)
