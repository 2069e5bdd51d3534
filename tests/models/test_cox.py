"""Cox regression on counts against published values, lifelines on single rows, and bad input."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import CoxPHFitter
from lifelines.utils import concordance_index

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models import rank_agreement
from cxlib.models.cox import fit_cox
from cxlib.models.rank_agreement import concordance
from tests.models.lives_made import patterns_of, stays

ROSSI = ["fin", "age", "race", "wexp", "mar", "paro", "prio"]


@pytest.fixture(scope="module")
def rossi(shared_data):
    return pd.read_csv(shared_data / "survival_reference" / "rossi.csv")


EXACT = {"precision": 1e-12, "r_precision": 1e-14}
"""lifelines else stops where the likelihood hardly climbs, some 1e-5 from the maximum."""


def by_lifelines(rows, **options):
    with np.errstate(all="ignore"):
        return CoxPHFitter().fit(rows, "time", "left", fit_options=EXACT, **options)


def dummies(rows):
    """Terms against the most frequent group, as the regression names them."""
    terms = pd.get_dummies(rows[["plan", "city"]], dtype=float).drop(
        columns=["plan_free", "city_A"]
    )
    return terms.join(rows[["age", "time", "left"]])


def test_rossi_published(rossi):
    # lifelines documentation and R: coefficients, errors, log-likelihood, test, concordance.
    fit = fit_cox(patterns_of(rossi, ROSSI, time="week", left="arrest"))
    coefs = (-0.3794, -0.0574, 0.3139, -0.1498, -0.4337, -0.0849, 0.0915)
    errors = (0.1914, 0.0220, 0.3080, 0.2122, 0.3819, 0.1958, 0.0286)
    assert [one.coef for one in fit.terms] == pytest.approx(coefs, abs=6e-5)
    assert [one.se for one in fit.terms] == pytest.approx(errors, abs=6e-5)
    assert fit.log_likelihood == pytest.approx(-658.748, abs=5e-4)
    assert fit.ratio_statistic == pytest.approx(33.27, abs=5e-3)
    assert fit.concordance.value == pytest.approx(0.6403, abs=5e-5)
    assert (fit.n, fit.events) == (432, 114)


def test_lung_published(shared_data):
    # R coxph by sex: coefficient, error, p-value.
    lung = pd.read_csv(shared_data / "survival_reference" / "lung.csv")
    fit = fit_cox(patterns_of(lung, ["sex"], time="time", left="status", groups=["sex"]))
    (term,) = fit.terms
    assert (term.level, fit.tests[0].baseline) == ("2", "1")
    assert (term.coef, term.se) == pytest.approx((-0.5310, 0.1672), abs=5e-5)
    assert term.p == pytest.approx(0.00149, abs=5e-6)
    assert (term.n, term.events) == (90, 53)


def test_counts_give_what_single_rows_give():
    rows = stays(2000)
    patterns = patterns_of(
        rows, ["plan", "city", "age"], time="time", left="left", groups=["plan", "city"]
    )
    assert len(patterns.n) < len(rows)
    fit = fit_cox(patterns)
    theirs = by_lifelines(dummies(rows))
    order = ["plan_pro", "plan_team", "city_B", "city_C", "city_D", "age"]
    assert [one.level for one in fit.terms][:5] == ["pro", "team", "B", "C", "D"]
    assert fit.beta == pytest.approx(theirs.params_[order].to_numpy(), abs=1e-5)
    se = theirs.standard_errors_[order].to_numpy()
    assert [one.se for one in fit.terms] == pytest.approx(se, rel=1e-5)
    assert fit.log_likelihood == pytest.approx(theirs.log_likelihood_, abs=1e-6)
    assert fit.concordance.value == pytest.approx(theirs.concordance_index_, abs=1e-9)
    assert fit.at.gradient == pytest.approx(0, abs=1e-6)
    assert fit.tests[2].statistic == pytest.approx((fit.terms[5].coef / fit.terms[5].se) ** 2)


def test_customers_watched_late_equal_lifelines():
    rows = stays(800)
    draw = np.random.default_rng(2)
    rows["entry"] = np.where(rows.time > 3, draw.integers(0, 3, len(rows)), 0).astype(float)
    fit = fit_cox(patterns_of(rows, ["age"], time="time", left="left", entry="entry"))
    theirs = by_lifelines(rows[["age", "time", "left", "entry"]], entry_col="entry")
    assert fit.beta == pytest.approx(theirs.params_.to_numpy(), abs=1e-6)
    assert fit.log_likelihood == pytest.approx(theirs.log_likelihood_, abs=1e-6)


@pytest.mark.parametrize("column", [None, "who"])
def test_robust_limits_equal_lifelines_without_ties(column, shared_data):
    # lifelines leaves ties out of its score residuals, so it is a reference for untied times only.
    rows = pd.read_csv(shared_data / "survival_reference" / "regression.csv")
    rows = rows.rename(columns={"T": "time", "E": "left"})
    assert rows.time.is_unique
    names = ["var1", "var2", "var3"]
    rows["who"] = np.arange(len(rows)) // 3
    patterns = patterns_of(rows, names, time="time", left="left", customer=column)
    options = {"cluster_col": "who"} if column else {"robust": True}
    theirs = by_lifelines(rows[[*names, "time", "left", *([column] if column else [])]], **options)
    fit = fit_cox(patterns, robust=True)
    assert [one.se for one in fit.terms] == pytest.approx(theirs.standard_errors_, rel=2e-5)


def test_a_customer_counted_twice_does_not_make_limits_narrower():
    rows = stays(600)
    rows["who"] = np.arange(len(rows))
    twice = pd.concat([rows, rows])
    once = fit_cox(patterns_of(rows, ["age"], time="time", left="left"), robust=True)
    both = fit_cox(patterns_of(twice, ["age"], time="time", left="left", customer="who"))
    naive = fit_cox(patterns_of(twice, ["age"], time="time", left="left"))
    assert both.robust
    assert both.terms[0].se == pytest.approx(once.terms[0].se, rel=0.02)
    assert naive.terms[0].se < 0.8 * both.terms[0].se
    assert any("600 customers have several contracts" in note for note in both.notes)


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(1, 6), st.integers(0, 1)), min_size=2, max_size=60
    ),
    st.sampled_from([0, 10**6]),
)
def test_concordance_equals_counting_pairs(rows, cells):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rank_agreement, "MOST_CELLS", cells)
        check_concordance(rows)


def check_concordance(rows):
    frame = pd.DataFrame(rows, columns=["risk", "time", "left"])
    patterns = patterns_of(frame, ["risk"], time="time", left="left")
    risk, time, left = np.array(rows).T
    try:
        found = concordance(patterns.cells[:, 0], patterns)
    except NotEnoughData:
        with pytest.raises(ZeroDivisionError):
            concordance_index(time, -risk, left)
        return
    assert found.value == pytest.approx(concordance_index(time, -risk, left), abs=1e-12)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_concordance_limits_are_those_of_r(rossi):
    # R survival: concordance(coxph(...)) of these data, se 0.027 (summary prints three digits).
    fit = fit_cox(patterns_of(rossi, ROSSI, time="week", left="arrest"))
    half = (fit.concordance.high - fit.concordance.low) / 2
    assert half / 1.959964 == pytest.approx(0.027, abs=5e-4)


def test_rare_groups_are_pooled_and_named():
    rows = stays(600)
    rows.loc[:3, "city"], rows.loc[4:7, "city"] = "X", "Y"
    fit = fit_cox(patterns_of(rows, ["city"], time="time", left="left", groups=["city"]))
    assert [one.level for one in fit.terms] == ["B", "C", "D", "Other values"]
    assert fit.terms[-1].n == 8
    assert any("X, Y together" in note for note in fit.notes)


def test_separated_groups_are_held_back_and_it_is_said():
    rows = stays(400)
    rows.loc[rows.plan == "pro", "left"] = 0
    fit = fit_cox(patterns_of(rows, ["plan"], time="time", left="left", groups=["plan"]))
    assert fit.ridge
    assert 0 < fit.terms[0].ratio < 0.1
    assert any("separated" in note for note in fit.notes)


def test_columns_that_say_the_same_or_nothing_are_left_out_with_a_sentence():
    rows = stays(400)
    rows["tariff"], rows["one"] = rows.plan.str.upper(), "x"
    groups = ["plan", "tariff", "one"]
    fit = fit_cox(patterns_of(rows, groups, time="time", left="left", groups=groups))
    assert {one.column for one in fit.terms} == {"plan"}
    assert any("tariff is left out" in note and "plan" in note for note in fit.notes)
    assert any("one has one value" in note for note in fit.notes)
    with pytest.raises(BadOption, match="None of the chosen columns varies"):
        fit_cox(patterns_of(rows, ["one"], time="time", left="left", groups=["one"]))


def test_departures_nobody_or_everybody():
    rows = stays(300)
    with pytest.raises(NotEnoughData, match="at least 10 departures; this selection has 0"):
        fit_cox(patterns_of(rows.assign(left=0), ["age"], time="time", left="left"))
    few = rows.assign(left=(np.arange(300) < 9).astype(int))
    with pytest.raises(NotEnoughData, match="this selection has 9"):
        fit_cox(patterns_of(few, ["age"], time="time", left="left"))
    everybody = rows.assign(left=1)
    fit = fit_cox(patterns_of(everybody, ["age"], time="time", left="left"))
    theirs = by_lifelines(everybody[["age", "time", "left"]])
    assert fit.beta == pytest.approx(theirs.params_.to_numpy(), abs=1e-6)


def test_few_departures_a_term_are_called_rough():
    rows = stays(60)
    fit = fit_cox(
        patterns_of(rows, ["plan", "city"], time="time", left="left", groups=["plan", "city"])
    )
    assert fit.events < 10 * len(fit.beta)
    assert any("so the estimates are rough" in note for note in fit.notes)
