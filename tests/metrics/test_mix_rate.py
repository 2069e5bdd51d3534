"""Mix against rate: the published kind of example, identities, and limits by simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.metrics.mix_rate import box_worth, mix_rate, nps_worth
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

A, B = Group("segment", "A"), Group("segment", "B")


def answers(promoters, passives, detractors):
    return ScoreCounts.plain((detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters))


def of_score(n, score):
    """`n` answers with that NPS."""
    net = round(n * score / 100)
    rest = (n - abs(net)) // 2
    up, down = rest + max(net, 0), rest + max(-net, 0)
    return answers(up, n - up - down, down)


def test_both_segments_rise_and_the_total_falls():
    # Shares .6/.4 and scores 40/10 become .4/.6 and 45/12: -2.8 = -6.3 + 3.5.
    before = {A: of_score(600, 40), B: of_score(400, 10)}
    after = {A: of_score(400, 45), B: of_score(600, 12)}
    found = mix_rate(before, after, worth=nps_worth)
    assert found.change.value == pytest.approx(-2.8)
    assert found.mix.value == pytest.approx(-6.3)
    assert found.rate.value == pytest.approx(3.5)
    assert found.against_all
    assert sum(one.mix + one.rate for one in found.parts) == pytest.approx(-2.8)


counts = st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))


@given(st.lists(counts, min_size=2, max_size=4), st.lists(counts, min_size=2, max_size=4))
def test_mix_and_rate_add_up_to_the_change(first, second):
    groups = [Group("segment", str(place)) for place in range(4)]
    before, after = (
        {g: answers(*one) for g, one in zip(groups, side, strict=False)} for side in (first, second)
    )
    totals = [np.sum(side, axis=0) for side in (first, second)]
    if any(total.sum() == 0 for total in totals):
        with pytest.raises(NotEnoughData):
            mix_rate(before, after, worth=nps_worth)
        return
    found = mix_rate(before, after, worth=nps_worth)
    scores = [100 * (total[0] - total[2]) / total.sum() for total in totals]
    assert found.change.value == pytest.approx(scores[1] - scores[0])
    assert found.mix.value + found.rate.value == pytest.approx(found.change.value)
    for one in (found.change, found.mix, found.rate):
        assert one.low <= one.value <= one.high


def test_a_share_of_good_answers_and_a_group_that_is_new():
    good = box_worth((9, 10))
    found = mix_rate({A: answers(5, 0, 5)}, {A: answers(5, 0, 5), B: answers(0, 0, 10)}, worth=good)
    assert found.change.value == pytest.approx(-0.25)
    assert found.rate.value == pytest.approx(0)
    assert found.mix.value == pytest.approx(-0.25)
    assert found.parts[0].group == B or found.parts[1].score_before is None
    assert not found.against_all


def test_the_limits_hold_the_truth_as_often_as_they_say():
    random = np.random.default_rng(7)
    shares = (np.array([0.6, 0.4]), np.array([0.45, 0.55]))
    chances = {
        0: (np.array([0.5, 0.3, 0.2]), np.array([0.3, 0.3, 0.4])),
        1: (np.array([0.55, 0.3, 0.15]), np.array([0.3, 0.4, 0.3])),
    }
    net = [[100 * (p[0] - p[2]) for p in chances[t]] for t in (0, 1)]
    middle = [(net[0][i] + net[1][i]) / 2 for i in (0, 1)]
    mix = sum((shares[1][i] - shares[0][i]) * middle[i] for i in (0, 1))
    rate = sum((net[1][i] - net[0][i]) * (shares[0][i] + shares[1][i]) / 2 for i in (0, 1))
    held = np.zeros(2)
    for _ in range(600):
        sides = []
        for t in (0, 1):
            sizes = random.multinomial(500, shares[t])
            sides.append(
                {
                    group: answers(*random.multinomial(n, p))
                    for group, n, p in zip((A, B), sizes, chances[t], strict=True)
                }
            )
        found = mix_rate(*sides, worth=nps_worth)
        held += [
            found.mix.low <= mix <= found.mix.high,
            found.rate.low <= rate <= found.rate.high,
        ]
    assert held / 600 == pytest.approx([0.95, 0.95], abs=0.027)
