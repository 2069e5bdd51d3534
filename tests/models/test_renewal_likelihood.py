"""The survival function of sBG and BdW, where alpha and beta are ordinary, tiny and huge."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models.renewal_likelihood import beta_retention, beta_survival, find_peak
from cxlib.models.renewals import Renewals

PLACES = [(0.7, 1.2), (30, 60), (1e-9, 2e-9), (0.3, 49.8), (5, 1e6), (1e5, 4e5), (1e5, 1e8)]


@pytest.mark.parametrize(("alpha", "beta"), PLACES)
def test_survival_is_the_product_of_retention_rates(alpha, beta):
    # r(t) = (beta + t - 1) / (alpha + beta + t - 1), Fader & Hardie 2007. Logarithms of gamma
    # functions as such would be off by 7e-7 at the last place.
    t = np.arange(1, 200)
    rates = (beta + (t - 1)) / (alpha + beta + (t - 1))
    survival = beta_survival(t, alpha, beta)
    assert np.log(survival) == pytest.approx(np.cumsum(np.log1p(rates - 1)), rel=1e-6, abs=2e-9)
    assert beta_survival([0], alpha, beta)[0] == 1
    assert [beta_retention(int(k), alpha, beta) for k in t[::50]] == pytest.approx(
        rates[::50].tolist(), abs=1e-9
    )


def test_time_is_raised_to_c():
    assert beta_survival([3], 0.7, 1.2, 2)[0] == pytest.approx(beta_survival([9], 0.7, 1.2)[0])
    ratio = beta_survival([3], 0.7, 1.2, 2)[0] / beta_survival([2], 0.7, 1.2, 2)[0]
    assert beta_retention(3, 0.7, 1.2, 2) == pytest.approx(ratio)


def test_the_search_stays_finite_over_years_of_days():
    # 730 days, nobody left but on the 365th; c runs to 33, so that t^c reaches 1e94.
    lost = (*[0] * 364, 900, *[0] * 365)
    peak = find_peak(Renewals(lost, (*[0] * 730, 100)), shaped=True)
    assert np.isfinite([*peak.parameters, peak.log_likelihood]).all()
