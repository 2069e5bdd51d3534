"""Six models behind one face: one likelihood, limits, means."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from lifelines import WeibullFitter
from scipy.integrate import quad

from cxlib.errors import BadOption
from cxlib.models.lifetime import MODELS, Lifetime, fit_lifetime
from cxlib.models.parametric import fit_parametric
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives

YEARS = Renewals((369, 163, 86, 56, 37, 27, 21), (*[0] * 7, 241))
"""The Regular segment of Fader & Hardie (2007)."""


def test_the_published_sbg_keeps_its_place_beside_the_others():
    fits = {model: fit_lifetime(YEARS, model) for model in MODELS}
    # Fader & Hardie 2007: alpha .704, beta 1.182, LL -1680.265; S(8) 22.0 %, S(12) 17.0 %.
    sbg = fits["sbg"]
    assert sbg.fit.log_likelihood == pytest.approx(-1680.265, abs=1e-3)
    assert sbg.survival(np.array([8.0, 12.0])) == pytest.approx([0.220, 0.170], abs=5e-4)
    # METHODS: BdW on the same data.
    assert fits["bdw"].fit.log_likelihood == pytest.approx(-1679.603, abs=1e-3)
    # One likelihood: a geometric law is the exponential, and the sBG without differences.
    churn = 759 / (759 + 631 + 468 + 382 + 326 + 289 + 262 + 241)
    geometric = 759 * np.log(churn) + (631 + 468 + 382 + 326 + 289 + 262 + 241) * np.log1p(-churn)
    assert fits["exponential"].fit.log_likelihood == pytest.approx(geometric, abs=1e-4)
    assert min(fits.values(), key=lambda one: one.fit.aic).model in ("sbg", "bdw")


@pytest.mark.parametrize("model", MODELS)
def test_limits_are_those_of_likely_parameters(model):
    # 4,000 draws from the normal law of the parameters, drawn in to a tenth so that curves are
    # straight there, on the scale of log(-log S).
    one = fit_lifetime(YEARS, model)
    times = np.array([2.0, 7.0, 15.0])
    low, high = one.limits(times, level=0.95)
    draw = np.random.default_rng(7)
    places = draw.multivariate_normal(one._theta, np.array(one.fit.covariance) / 100, size=4_000)
    curves = np.log(-np.log([one._curve(place, times) for place in places]))
    spread = np.log(-np.log(low)) - np.log(-np.log(high))
    assert spread / (2 * 1.959964) == pytest.approx(10 * curves.std(axis=0), rel=0.06)
    assert (low < one.survival(times)).all()
    assert (one.survival(times) < high).all()
    assert np.isnan(one.limits(np.array([0.0]), level=0.95)[0]).all()


def test_limits_equal_those_of_lifelines(shared_data):
    # lifelines takes its limits by the delta method on the survival function itself; where they
    # are narrow both scales agree: 20 copies of every customer.
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    lives = Lives.of((t, 20 * int(e), 20 * int(1 - e)) for t, e in zip(d["T"], d.E, strict=True))
    one = Lifetime("weibull", fit_parametric(lives, "weibull"), 0)
    times = np.array([20.0, 50.0, 65.0])
    peer = WeibullFitter().fit(d["T"], d.E, weights=[20] * len(d), timeline=times)
    with np.errstate(divide="ignore", invalid="ignore"):
        want = peer.confidence_interval_survival_function_.to_numpy()
    low, high = one.limits(times, level=0.95)
    assert high - low == pytest.approx(np.abs(want[:, 0] - want[:, 1]), rel=0.03)
    assert low == pytest.approx(want.min(axis=1), abs=2e-3)


@pytest.mark.parametrize("model", MODELS)
def test_the_mean_is_the_area_and_says_what_nobody_has_seen(model):
    # Departures that stop soon enough for all six to have a finite mean.
    lost = (100, 180, 220, 200, 140, 80, 40)
    one = fit_lifetime(Renewals(lost, (*[0] * 7, 40)), model)
    mean = one.mean(longest=7.0, level=0.95)
    assert mean is not None
    within = quad(lambda t: one.survival(np.array([t]))[0], 0, 7)[0]
    edges = np.append(np.linspace(7, 60, 20_001), np.geomspace(60.1, 1e7, 40_001))
    heights = one.survival(edges)
    beyond = np.sum(np.diff(edges) * (heights[1:] + heights[:-1]) / 2)
    assert mean.value == pytest.approx(within + beyond, rel=1e-3)
    assert mean.beyond == pytest.approx(beyond / (within + beyond), abs=1e-3)
    assert mean.low < mean.value < mean.high


def test_a_mean_that_does_not_exist_is_none():
    # alpha is .704: the sBG's mean lifetime is infinite, and so is that of a slow log-logistic.
    assert fit_lifetime(YEARS, "sbg").mean(longest=7, level=0.95) is None
    assert fit_lifetime(YEARS, "log-logistic").mean(longest=7, level=0.95) is None
    weibull = fit_lifetime(YEARS, "weibull").mean(longest=7, level=0.95)
    assert weibull.beyond > 0.3


def test_refuses_another_model():
    with pytest.raises(BadOption, match="one of exponential"):
        fit_lifetime(YEARS, "gompertz")
