"""The rate of false alarms against charts drawn one by one."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.metrics.control_chart import xmr
from cxlib.metrics.false_alarms import false_alarm_rate


@pytest.mark.parametrize("periods", [3, 8, 12, 24])
def test_charts_drawn_one_by_one_give_as_many(periods):
    draws = np.random.default_rng(99).standard_normal((3000, periods))
    found = np.mean([bool(xmr(list(row)).points[-1].signals) for row in draws])
    rate = false_alarm_rate(periods)
    assert found == pytest.approx(rate, abs=4 * np.sqrt(rate * (1 - rate) / 3000) + 0.004)
    assert rate < 0.06
    assert rate > 0.005 or periods < 8


def test_without_limits_there_is_no_alarm():
    assert false_alarm_rate(1) == 0.0
