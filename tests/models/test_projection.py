"""Projections: published curves, recommendation, holdout, and what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.lifetime import MODELS
from cxlib.models.projection import project
from cxlib.models.projection_holdout import hold_out, truncated, well_watched
from cxlib.models.renewals import Renewals
from cxlib.models.sbg import fit_sbg
from cxlib.stats.lives import Lives


def lives_of(durations, events) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def twelve_years(shared_data, segment) -> Lives:
    table = pd.read_csv(shared_data / "fader_hardie_retention" / "customer_retention.csv")
    there = (table[segment].to_numpy() * 10).round().astype(int).tolist()
    lost = [(t + 1.0, there[t] - there[t + 1], 0) for t in range(12)]
    return Lives.of([*lost, (12.0, 0, there[12])])


def drawn(n=3_000, *, shape=0.8, seed=2) -> Lives:
    draw = np.random.default_rng(seed)
    stay, seen = 20 * draw.weibull(shape, n), draw.uniform(0, 24, n)
    return lives_of(np.minimum(stay, seen), stay <= seen)


@pytest.mark.parametrize("segment", ["regular", "high_end"])
def test_the_holdout_repeats_the_published_projection(shared_data, segment):
    # Fader & Hardie (2007): fitted to 7 years, sBG says 22.0 20.4 19.1 18.0 17.0 % of Regular and
    # 46.0 43.6 41.4 39.5 37.8 % of High End; 22.3 .. 17.3 and 46.8 .. 39.4 % were observed.
    found = project(twelve_years(shared_data, segment), horizon=15, cut=7)
    said = {
        "regular": ([0.220, 0.204, 0.191, 0.180, 0.170], [0.223, 0.207, 0.194, 0.183, 0.173]),
        "high_end": ([0.460, 0.436, 0.414, 0.395, 0.378], [0.468, 0.445, 0.427, 0.409, 0.394]),
    }[segment]
    held = found.holdout
    assert (held.cut, held.times) == (7, (8, 9, 10, 11, 12))
    sbg = held.of("sbg")
    assert sbg.survival == pytest.approx(said[0], abs=5e-4)
    assert [at.survival for at in held.observed] == pytest.approx(said[1], abs=5e-4)
    gaps = np.array(sbg.survival) - [at.survival for at in held.observed]
    assert (sbg.error, sbg.mae) == pytest.approx((gaps[-1], np.abs(gaps).mean()), rel=1e-9)
    # The paper's point: the sBG foresees what smooth curves of constant churn do not.
    assert sbg.mae < held.of("exponential").mae / 5
    assert found.best in ("sbg", "bdw")


def test_the_whole_data_are_fitted_by_one_likelihood(shared_data):
    lives = twelve_years(shared_data, "regular")
    found = project(lives, horizon=20)
    assert [one.model for one in found.models] == sorted(
        MODELS, key=lambda model: found.of(model).aic
    )
    sbg = fit_sbg(Renewals.of(lives))
    mine = found.of("sbg")
    assert (mine.log_likelihood, mine.aic) == (sbg.log_likelihood, sbg.aic)
    assert mine.bic == pytest.approx(2 * np.log(1000) - 2 * sbg.log_likelihood)
    assert [at.survival for at in mine.survival] == pytest.approx(
        [sbg.survival(t) for t in range(21)]
    )
    assert [at.beyond for at in mine.survival] == [t > 12 for t in range(21)]
    gaps = [abs(sbg.survival(t) - found.curve.at(t).survival) for t in range(1, 13)]
    assert mine.gap == pytest.approx(max(gaps))
    last = [found.of(model).survival[-1].survival for model in found.plausible]
    assert (found.low, found.high) == (min(last), max(last))
    assert found.best in found.plausible
    assert "exponential" not in found.plausible


def test_the_truth_lies_within_the_limits_of_the_true_model_beyond_the_data():
    # Weibull departures, 24 periods watched: at 48 the true share in 90 or more of 100 intervals
    # at 95 %, whose count has a standard deviation of about 2.
    truth = np.exp(-((48 / 20) ** 0.8))
    held = 0
    for seed in range(100):
        found = project(drawn(800, seed=seed), horizon=48, models=("weibull",))
        end = found.models[0].survival[-1]
        held += end.low <= truth <= end.high
    assert 89 <= held <= 100


def test_partial_periods_do_not_bias_the_projection():
    lives = drawn(40_000)
    found = project(lives, horizon=20, models=("weibull",))
    truth = np.exp(-((12 / 20) ** 0.8))
    assert found.models[0].survival[12].survival == pytest.approx(truth, abs=0.008)
    whole = Renewals.of(lives)
    assert sum(whole.besides) > 1_000


@given(
    st.lists(st.tuples(st.floats(0, 20), st.integers(0, 1)), min_size=1, max_size=30),
    st.integers(1, 19),
)
@settings(deadline=None)
def test_truncation_keeps_every_customer_and_nothing_later(pairs, cut):
    lives = lives_of(*np.array(pairs).T)
    known = truncated(lives, cut)
    assert known.n == lives.n
    assert known.longest <= cut
    early = sum(e for d, e in pairs if d <= cut)
    assert known.deaths == early
    before = kaplan_meier(lives).survival_at([cut - 0.5])[0]
    if before is not None and known.longest >= cut - 0.5:
        assert kaplan_meier(known).survival_at([cut - 0.5])[0] == pytest.approx(before)


def test_truncation_forgets_who_was_not_yet_watched():
    lives = Lives.of([(2, 5, 0), (9, 4, 6)], late=[(1, 2), (6, 3)])
    known = truncated(lives, 5)
    assert (known.durations, known.events, known.censored) == ((2, 5), (5, 0), (0, 7))
    assert known.late == ((1, 2),)


def test_well_watched_ends_where_few_are_left():
    # 40 customers watched to 5, 30 to 8, 29 to 11.
    lives = Lives.of([(5, 5, 5), (8, 1, 0), (11, 0, 29)])
    assert well_watched(kaplan_meier(lives)) == 8


def test_a_short_horizon_says_that_nothing_is_projected():
    found = project(drawn(), horizon=6)
    assert not found.beyond
    assert "within the data" in found.notes[0]
    assert not any(at.beyond for at in found.recommended.survival)


def test_all_left_still_projects():
    found = project(lives_of(np.random.default_rng(1).geometric(0.2, 300), [1] * 300), horizon=60)
    assert found.recommended.survival[-1].survival < 0.01


def test_few_customers_have_no_holdout_and_the_lowest_aic():
    found = project(drawn(25), horizon=36)
    assert found.holdout is None
    assert found.best == found.models[0].model
    assert any("A holdout needs at least 4 periods" in note for note in found.notes)


@pytest.mark.parametrize(
    ("lives", "options", "said"),
    [
        (Lives((), (), ()), {}, "3 different durations; this selection has 0"),
        (lives_of([5], [1]), {}, "3 different durations; this selection has 1"),
        (lives_of([5, 7, 9], [0, 0, 0]), {}, "at least 1 departure"),
        (lives_of([5, 7, 7], [1, 1, 1]), {}, "3 different durations; this selection has 2"),
        (lives_of([0.1, 0.2, 0.3], [1, 1, 0]), {}, "periods; this selection has"),
    ],
    ids=["nobody", "one", "no departure", "two durations", "one period"],
)
def test_says_what_is_missing(lives, options, said):
    with pytest.raises(NotEnoughData, match=said):
        project(lives, horizon=12, models=("sbg", "weibull"), **options)


def test_refuses_options_out_of_range():
    with pytest.raises(BadOption, match="horizon is 0"):
        project(drawn(50), horizon=0)
    with pytest.raises(BadOption, match="begins after 2 periods"):
        hold_out(drawn(), kaplan_meier(drawn()), ("sbg",), cut=2)
    with pytest.raises(BadOption, match="was not fitted"):
        project(drawn(200), horizon=12, models=("sbg",)).of("weibull")
