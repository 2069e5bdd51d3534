"""Steady ratios, curves, errors and predictions against lifelines and plain counting."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from lifelines import CoxPHFitter, KaplanMeierFitter
from lifelines.statistics import proportional_hazard_test

from cxlib.errors import BadOption, Cancelled, NotEnoughData
from cxlib.models import aft as time_ratios
from cxlib.models.aft import fit_aft
from cxlib.models.brier import Watch, brier_scores
from cxlib.models.cox import fit_cox
from cxlib.models.cox_checks import proportional_hazards
from cxlib.models.cox_effects import number_effect
from cxlib.models.cox_survival import predict_survival, risk_list
from cxlib.models.splines import cubic_terms, quantiles
from cxlib.stats.lives_there import CustomersThere
from tests.models.lives_made import patterns_of, stays

ROSSI = ["fin", "age", "race", "wexp", "mar", "paro", "prio"]
GROUPS = ["plan", "city"]
EXACT = {"precision": 1e-12, "r_precision": 1e-14}
"""lifelines else stops where the likelihood hardly climbs, some 1e-5 from the maximum."""


@pytest.fixture(scope="module")
def rossi(shared_data):
    return pd.read_csv(shared_data / "survival_reference" / "rossi.csv")


@pytest.fixture(scope="module")
def rows():
    return stays(1500)


@pytest.fixture(scope="module")
def fit(rows):
    names = [*GROUPS, "age"]
    return fit_cox(patterns_of(rows, names, time="time", left="left", groups=GROUPS))


def test_the_check_of_steady_ratios_equals_lifelines(rossi):
    check = proportional_hazards(fit_cox(patterns_of(rossi, ROSSI, time="week", left="arrest")))
    frame = rossi[[*ROSSI, "week", "arrest"]]
    with np.errstate(all="ignore"):
        theirs = CoxPHFitter().fit(frame, "week", "arrest", fit_options=EXACT)
        test = proportional_hazard_test(theirs, frame, time_transform="km")
    wanted = test.summary.test_statistic[ROSSI].to_numpy()
    assert [one.statistic for one in check.columns] == pytest.approx(wanted, rel=1e-4)
    assert [one.p for one in check.columns] == pytest.approx(test.summary.p[ROSSI], rel=1e-3)
    # lifelines documentation: age and wexp fail on these data.
    assert [one.column for one in check.moving] == ["age", "wexp"]


def test_halves_are_regressions_on_the_earlier_and_later_departures(rossi):
    check = proportional_hazards(fit_cox(patterns_of(rossi, ["age"], time="week", left="arrest")))
    (age,) = check.columns
    early = rossi.assign(
        arrest=np.where(rossi.week > age.split, 0, rossi.arrest),
        week=np.minimum(rossi.week, age.split),
    )
    late = rossi[rossi.week > age.split]
    for ratio, part in ((age.early, early), (age.late, late)):
        with np.errstate(all="ignore"):
            theirs = CoxPHFitter().fit(
                part[["age", "week", "arrest"]], "week", "arrest", fit_options=EXACT
            )
        assert ratio.value == pytest.approx(theirs.hazard_ratios_["age"], rel=1e-5)
        assert ratio.low == pytest.approx(np.exp(theirs.confidence_intervals_.iloc[0, 0]), rel=1e-5)


def test_a_ratio_that_changes_is_found_and_a_steady_one_is_not():
    draw = np.random.default_rng(11)
    n = 3000
    group = draw.integers(0, 2, n)
    steady = draw.integers(0, 2, n)
    early = draw.exponential(1 / (0.05 * np.exp(1.2 * group + 0.4 * steady)))
    later = 8 + draw.exponential(1 / (0.05 * np.exp(-0.6 * group + 0.4 * steady)))
    time = np.ceil(np.where(early < 8, early, later))
    frame = pd.DataFrame({"g": group, "s": steady, "time": np.minimum(time, 40)})
    frame["left"] = (time <= 40).astype(int)
    found = proportional_hazards(
        fit_cox(patterns_of(frame, ["g", "s"], time="time", left="left", groups=["g", "s"]))
    )
    assert [one.column for one in found.moving] == ["g"]
    (moving,) = found.moving
    assert max(moving.early.value, 1 / moving.early.value) > 1.5


def test_rank_of_time_agrees_with_lifelines_up_to_ties(rossi):
    fit = fit_cox(patterns_of(rossi, ROSSI, time="week", left="arrest"))
    found = proportional_hazards(fit, scale="rank")
    frame = rossi[[*ROSSI, "week", "arrest"]]
    with np.errstate(all="ignore"):
        theirs = CoxPHFitter().fit(frame, "week", "arrest", fit_options=EXACT)
        test = proportional_hazard_test(theirs, frame, time_transform="rank")
    wanted = test.summary.test_statistic[ROSSI].to_numpy()
    assert [one.statistic for one in found.columns] == pytest.approx(wanted, rel=0.05, abs=0.1)


def test_brier_scores_equal_plain_counting_without_columns_that_matter():
    # With a column of pure noise, held out, the regression cannot beat one curve for all by much;
    # the reference is then Graf's score of Kaplan-Meier, done here row by row in two parts.
    rows = stays(900, seed=9)
    rows["noise"] = np.random.default_rng(1).integers(0, 2, len(rows))
    rows["who"] = np.arange(len(rows))
    patterns = patterns_of(rows, ["noise"], time="time", left="left", customer="who")
    found = brier_scores(fit_cox(patterns, robust=False), folds=2, seed=4)
    assert found.gain == pytest.approx(0, abs=0.01)
    part = np.random.default_rng(4).integers(0, 2, len(rows))
    time, left = (
        patterns.durations[np.argsort(patterns.customers)],
        patterns.left[np.argsort(patterns.customers)],
    )
    grid = sorted(set(time))

    def staircase(t, gone, at_risk):
        steps = [1 - gone(one) / max(at_risk(one), 1) for one in grid if one <= t]
        return float(np.prod(steps))

    def lost(t):
        return staircase(
            t,
            lambda one: ((time == one) & (left == 0)).sum(),
            lambda one: (time >= one).sum() - ((time == one) & (left == 1)).sum(),
        )

    weights = {t: lost(t) for t in grid}
    before = {t: weights[grid[i - 1]] if i else 1.0 for i, t in enumerate(grid)}
    for place, at in enumerate(found.times):
        total = 0.0
        for fold in range(2):
            train = part != fold
            with np.errstate(all="ignore"):
                curve = KaplanMeierFitter().fit(time[train], left[train])
            s = float(curve.predict(at))
            for t, e in zip(time[~train], left[~train], strict=True):
                if t > at:
                    total += (1 - s) ** 2 / weights[at]
                elif e:
                    total += s**2 / before[t]
        assert found.reference[place] == pytest.approx(total / len(rows), rel=1e-9)


def test_columns_that_matter_predict_better_and_folds_are_the_same_each_time(fit, rows):
    first = brier_scores(fit)
    assert 0.01 < first.gain < 0.5
    assert first.integrated < first.reference_integrated
    shuffled = rows.sample(frac=1, random_state=3)
    names = [*GROUPS, "age"]
    patterns = patterns_of(shuffled, names, time="time", left="left", groups=GROUPS)
    assert brier_scores(fit_cox(patterns)).scores == pytest.approx(first.scores, rel=1e-9)


def test_brier_can_be_stopped_and_says_what_it_needs(fit, rows):
    with pytest.raises(Cancelled):
        brier_scores(fit, watch=Watch(cancelled=lambda: True))
    few = rows.assign(left=(np.arange(len(rows)) < 15).astype(int))
    with pytest.raises(NotEnoughData, match="at least 50 departures"):
        brier_scores(fit_cox(patterns_of(few, ["age"], time="time", left="left")))
    late = rows.assign(entry=0.5)
    with pytest.raises(NotEnoughData, match="watched from the start"):
        brier_scores(fit_cox(patterns_of(late, ["age"], time="time", left="left", entry="entry")))


def test_rossi_weibull_time_ratios_published(rossi, monkeypatch):
    # lifelines documentation: coefficients, intercept, shape, log-likelihood.
    monkeypatch.setattr(time_ratios, "SHAPES", {"Weibull": ("WeibullAFTFitter", "lambda_")})
    found = fit_aft(patterns_of(rossi, ROSSI, time="week", left="arrest"))
    coefs = (0.272, 0.041, -0.225, 0.107, 0.311, 0.059, -0.066)
    assert [one.coef for one in found.terms] == pytest.approx(coefs, abs=6e-4)
    assert (found.intercept, found.log_shape) == pytest.approx((3.990, 0.339), abs=6e-4)
    assert found.log_likelihood == pytest.approx(-679.917, abs=1e-3)
    assert found.terms[0].ratio == pytest.approx(np.exp(found.terms[0].coef))


def test_the_shape_with_the_best_aic_is_taken_and_samples_are_said(rows, monkeypatch):
    monkeypatch.setattr(time_ratios, "MOST", 300)
    found = fit_aft(patterns_of(rows, ["plan"], time="time", left="left", groups=["plan"]))
    assert found.aic[found.shape] == min(found.aic.values())
    assert found.terms[0].ratio > 1  # "pro" stays longer
    small = patterns_of(rows, ["plan", "age"], time="time", left="left", groups=["plan"])
    sampled = fit_aft(small)
    assert sampled.n < small.total
    assert any("sample of" in note for note in sampled.notes)


def test_predicted_survival_equals_lifelines(rows, fit):
    names = [*GROUPS, "age"]
    frame = pd.get_dummies(rows[names], dtype=float).drop(columns=["plan_free", "city_A"])
    with np.errstate(all="ignore"):
        theirs = CoxPHFitter().fit(
            frame.join(rows[["time", "left"]]), "time", "left", fit_options=EXACT
        )
    row = pd.DataFrame([dict.fromkeys(frame.columns, 0.0) | {"plan_pro": 1.0, "age": 30.0}])
    wanted = theirs.predict_survival_function(row, times=[1, 6, 20])[0].to_numpy()
    found = predict_survival(fit, {"plan": "pro", "age": 30}, times=[20, 1, 6, 0, 99])
    assert found.times == (0, 1, 6, 20, 99)
    assert found.survival[1:4] == pytest.approx(wanted, abs=1e-6)
    assert (found.survival[0], found.survival[4], found.low[4]) == (1.0, None, None)
    for low, value, high in zip(found.low[1:4], found.survival[1:4], found.high[1:4], strict=True):
        assert 0 < low < value < high < 1


def test_limits_of_predicted_survival_hold_the_truth_as_often_as_they_say():
    # Exponential stays with a known rate: 95% limits at time 6 in 200 samples.
    hits, truth = 0, float(np.exp(-0.08 * np.exp(0.5) * 6))
    for seed in range(200):
        draw = np.random.default_rng(seed)
        x = draw.integers(0, 2, 300)
        time = draw.exponential(1 / (0.08 * np.exp(0.5 * x)))
        frame = pd.DataFrame({"x": x, "time": np.minimum(time, 12), "left": (time <= 12) * 1})
        fit = fit_cox(patterns_of(frame, ["x"], time="time", left="left"))
        found = predict_survival(fit, {"x": 1}, times=[6])
        hits += found.low[0] <= truth <= found.high[0]
    assert 180 <= hits <= 198


def test_risks_are_ranked_given_the_time_stayed(fit):
    there = CustomersThere(
        customers=("a", "b", "c", "d", "e"),
        durations=np.array([2.0, 2.0, 5.0, 23.0, 2.0]),
        cells={
            "plan": ("free", "pro", "free", "free", "gold"),
            "city": ("A",) * 5,
            "age": (30.0, 30.0, 30.0, 30.0, 30.0),
        },
        more=False,
    )
    found = risk_list(fit, there, horizon=3)
    assert {one.customer for one in found.customers} == {"a", "b", "c"}
    assert (found.known, found.beyond) == (3, 1)
    chances = {one.customer: one.risk for one in found.customers}
    assert chances["b"] < chances["a"]
    s = predict_survival(fit, {"plan": "free", "city": "A", "age": 30}, times=[2, 5, 8]).survival
    assert chances["a"] == pytest.approx(1 - s[1] / s[0], rel=1e-9)
    assert chances["c"] == pytest.approx(1 - s[2] / s[1], rel=1e-9)
    assert found.expected == pytest.approx(sum(chances.values()))
    assert [one.risk for one in found.customers] == sorted(chances.values(), reverse=True)
    with pytest.raises(BadOption, match="has to be above 0"):
        risk_list(fit, there, horizon=0)


def test_wrong_profiles_are_a_sentence(fit):
    with pytest.raises(BadOption, match="'colour' is not among the columns"):
        predict_survival(fit, {"colour": "red"}, times=[1])
    with pytest.raises(BadOption, match=r"'plan' has no group 'gold'\. It has: free, pro, team"):
        predict_survival(fit, {"plan": "gold"}, times=[1])
    with pytest.raises(BadOption, match="'age' needs a number"):
        predict_survival(fit, {"age": "old"}, times=[1])


def test_curves_are_straight_beyond_the_outer_knots():
    values = np.array([-5.0, -4.0, -3.0, 20.0, 21.0, 22.0])
    terms = cubic_terms(values, (0.0, 3.0, 8.0, 15.0))
    assert np.diff(terms[:3], n=2, axis=0) == pytest.approx(0, abs=1e-9)
    assert np.diff(terms[3:], n=2, axis=0) == pytest.approx(0, abs=1e-9)
    assert quantiles(np.array([3.0, 1.0, 2.0]), np.array([1, 2, 1]), (0.5, 0.75)) == (1.0, 2.0)


def test_a_bend_is_found_and_effects_are_against_the_median():
    draw = np.random.default_rng(6)
    x = np.round(draw.uniform(0, 10, 4000), 1)
    time = np.ceil(draw.exponential(1 / (0.03 * np.exp(0.25 * np.abs(x - 5)))))
    frame = pd.DataFrame({"x": x, "time": np.minimum(time, 24), "left": (time <= 24) * 1})
    bent = fit_cox(patterns_of(frame, ["x"], time="time", left="left"), knots=4)
    effect = number_effect(bent, "x")
    assert effect.bent_p < 1e-6
    at = dict(zip(effect.values, effect.ratio, strict=True))
    assert at[effect.median] == 1.0
    assert effect.ratio[0] > 2
    assert effect.ratio[-1] > 2
    straight = number_effect(fit_cox(patterns_of(frame, ["x"], time="time", left="left")), "x")
    assert straight.bent_p is None
    ratio = straight.quartile_ratio ** (1 / (straight.quartiles[1] - straight.quartiles[0]))
    fit = fit_cox(patterns_of(frame, ["x"], time="time", left="left"))
    assert ratio == pytest.approx(fit.terms[0].ratio)
    with pytest.raises(BadOption, match="no column of numbers"):
        number_effect(fit, "y")
