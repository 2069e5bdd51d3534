"""Laws of time against lifelines, published values and likelihoods written out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lifelines import (
    ExponentialFitter,
    LogLogisticFitter,
    LogNormalFitter,
    WeibullFitter,
)
from scipy import stats

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.laws import LAWS, law_mean
from cxlib.models.parametric import fit_grouped, fit_parametric
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=25)
FITTERS = {
    "exponential": ExponentialFitter,
    "weibull": WeibullFitter,
    "log-normal": LogNormalFitter,
    "log-logistic": LogLogisticFitter,
}
counts = st.integers(0, 40)


def lives_of(durations, events, late=()) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of(((d, left, 1 - left) for d, left in zip(t, e, strict=True)), late)


def reference(shared_data, name) -> pd.DataFrame:
    table = pd.read_csv(shared_data / "survival_reference" / f"{name}.csv")
    return table.rename(columns=str.lower).rename(columns={"time": "t", "status": "e"})


def distribution(fit):
    """The law as scipy knows it."""
    if fit.law == "log-normal":
        return stats.lognorm(fit.parameters["sigma"], scale=np.exp(fit.parameters["mu"]))
    if fit.law == "log-logistic":
        return stats.fisk(fit.parameters["rho"], scale=fit.parameters["lambda"])
    return stats.weibull_min(fit.parameters.get("rho", 1.0), scale=fit.parameters["lambda"])


def test_waltons_published(shared_data):
    # lifelines documentation: Weibull lambda 55.733, rho 3.4505; exponential mean 51.840.
    d = reference(shared_data, "waltons_dataset")
    lives = lives_of(d.t, d.e)
    weibull, exponential = fit_parametric(lives, "weibull"), fit_parametric(lives, "exponential")
    assert weibull.parameters == pytest.approx({"lambda": 55.733, "rho": 3.4505}, abs=1e-3)
    assert weibull.log_likelihood == pytest.approx(-672.062, abs=1e-3)
    assert weibull.scale * np.log(2) ** (1 / weibull.shape) == pytest.approx(50.117, abs=1e-3)
    assert exponential.parameters == pytest.approx({"lambda": 51.840}, abs=1e-3)
    assert exponential.log_likelihood == pytest.approx(-771.913, abs=1e-3)
    # The same documentation gives rho a standard error of .24; ours is of its logarithm.
    assert weibull.shape * weibull.covariance[1][1] ** 0.5 == pytest.approx(0.24, abs=0.01)


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("name", ["waltons_dataset", "lung"])
def test_equals_lifelines(shared_data, law, name):
    d = reference(shared_data, name)
    fit, peer = fit_parametric(lives_of(d.t, d.e), law), FITTERS[law]().fit(d.t, d.e)
    assert list(fit.parameters.values()) == pytest.approx(peer.params_.tolist(), rel=1e-3)
    assert fit.log_likelihood == pytest.approx(peer.log_likelihood_, abs=1e-3)
    assert (fit.aic, fit.bic) == pytest.approx((peer.AIC_, peer.BIC_), abs=1e-3)
    assert (fit.n, fit.events, fit.converged) == (len(d), d.e.sum(), True)
    at = [5.0, 30.0, 60.0]
    want = peer.survival_function_at_times(at).tolist()
    assert [fit.survival(t) for t in at] == pytest.approx(want, abs=1e-4)


@pytest.mark.parametrize("law", LAWS)
def test_late_entries_condition_the_likelihood_as_in_lifelines(law):
    draw = np.random.default_rng(3)
    stay, entry = 20 * draw.weibull(1.3, 4_000), draw.uniform(0, 12, 4_000) * draw.integers(0, 2)
    stay, entry = stay[stay > entry], entry[stay > entry]
    left = stay < 30
    rows = lives_of(np.minimum(stay, 30), left, late=[(e, 1) for e in entry.tolist() if e > 0])
    peer = FITTERS[law]().fit(np.minimum(stay, 30), left, entry=entry)
    fit = fit_parametric(rows, law)
    assert list(fit.parameters.values()) == pytest.approx(peer.params_.tolist(), rel=1e-3)
    assert fit.log_likelihood == pytest.approx(peer.log_likelihood_, abs=1e-2)


@pytest.mark.parametrize("law", LAWS)
def test_departures_at_once_lie_before_the_first_duration(law):
    d = [0, 0, 1, 2, 2, 4, 5, 7, 9, 9]
    fit = fit_parametric(lives_of(d, [1, 1, 1, 1, 0, 1, 1, 0, 1, 0]), law)
    law_itself = distribution(fit)
    want = 2 * law_itself.logcdf(1) + law_itself.logpdf([1, 2, 4, 5, 9]).sum()
    want += law_itself.logsf([2, 7, 9]).sum()
    assert fit.log_likelihood == pytest.approx(want, abs=1e-6)
    assert "2, count as leaving between 0 and 1" in fit.notes[0]


@slow
@given(st.lists(st.tuples(counts, counts), min_size=3, max_size=9), st.sampled_from(LAWS))
def test_no_other_place_is_likelier_period_by_period(pairs, law):
    lost, kept = zip(*pairs, strict=True)
    renewals = Renewals(lost, (0, *kept))
    assume(sum(lost) > 3)
    assume(np.count_nonzero(np.add(*renewals.decisions)) > 2)
    fit = fit_grouped(renewals, law)
    assume(fit.converged)
    law_itself, ends = distribution(fit), np.arange(1, len(lost) + 1)
    there = law_itself.sf(np.append(0, ends))
    gone = there[:-1] - there[1:]
    want = sum(n * np.log(p) for n, p in zip(lost, gone, strict=True) if n)
    want += sum(n * np.log(p) for n, p in zip(kept, there[1:], strict=True) if n)
    assert fit.log_likelihood == pytest.approx(want, abs=1e-4)
    for scale in (0.8, 1.25):
        for shape in (1.0,) if law == "exponential" else (0.8, 1, 1.25):
            moved = there ** (1 / scale) if law == "exponential" else None
            if moved is None:
                other = (
                    stats.lognorm(1 / (fit.shape * shape), scale=fit.scale * scale)
                    if law == "log-normal"
                    else (stats.fisk if law == "log-logistic" else stats.weibull_min)(
                        fit.shape * shape, scale=fit.scale * scale
                    )
                )
                moved = other.sf(np.append(0, ends))
            with np.errstate(divide="ignore"):
                there_too = np.log(np.maximum(moved[:-1] - moved[1:], 1e-300))
                stay_too = np.log(np.maximum(moved[1:], 1e-300))
            assert np.dot(lost, there_too) + np.dot(kept, stay_too) < fit.log_likelihood + 1e-3


@pytest.mark.parametrize("law", LAWS)
def test_means_are_the_area_under_the_curve(shared_data, law):
    d = reference(shared_data, "waltons_dataset")
    fit = fit_parametric(lives_of(d.t, d.e), law)
    mean = law_mean(law, fit.typical, np.array(fit.theta))
    assert mean == pytest.approx(distribution(fit).mean(), rel=1e-9)
    assert law_mean("log-logistic", 10.0, np.array([0.0, np.log(0.9)])) == np.inf


def test_refuses_what_has_no_answer():
    with pytest.raises(BadOption, match="one of exponential, weibull"):
        fit_parametric(lives_of([1, 2], [1, 1]), "gompertz")
    with pytest.raises(NotEnoughData, match="at least 1 departure"):
        fit_parametric(lives_of([1, 2], [0, 0]), "weibull")
    with pytest.raises(NotEnoughData, match="at least 1 customer"):
        fit_parametric(Lives((), (), ()), "weibull")
    with pytest.raises(NotEnoughData, match="at least 2 durations"):
        fit_parametric(lives_of([0, 4, 4], [1, 1, 0]), "weibull")


def test_all_at_one_moment_has_no_peak_and_says_so():
    fit = fit_parametric(lives_of([3, 3, 3, 3, 4], [1, 1, 1, 1, 0]), "exponential")
    assert fit.converged
    sharp = fit_grouped(Renewals((0, 0, 50), (0, 0, 0, 0)), "weibull")
    assert (sharp.converged, sharp.covariance) == (False, None)
    assert "do not determine" in sharp.notes[0]
