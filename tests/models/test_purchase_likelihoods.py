"""The likelihoods against their published forms, their slopes, and counts against repetition."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln, gammaln, hyp2f1, logsumexp

from cxlib.models.purchase_model import PROCESSES
from cxlib.models.tuples import age_tuples, distinct_tuples
from tests.bought import histories_of


def published(model, parameters, x, last, age):
    """Log-likelihood of each history, from the papers, with the special functions they use."""
    a1, a2, a3, a4 = parameters
    counts = gammaln(a1 + x) - gammaln(a1) + a1 * np.log(a2)
    stayed = -(a1 + x) * np.log(a2 + age)
    if model == "bg-nbd":
        # Fader, Hardie and Lee 2005, section 7.
        left = np.log(a3) - np.log(a4 + np.maximum(x, 1) - 1) - (a1 + x) * np.log(a2 + last)
        either = np.logaddexp(stayed, np.where(x > 0, left, -np.inf))
        return counts + betaln(a3, a4 + x) - betaln(a3, a4) + either
    if model == "mbg-nbd":
        # Batislam, Denizel and Filiztekin 2007.
        left = np.log(a3) - np.log(a4 + x) - (a1 + x) * np.log(a2 + last)
        return counts + betaln(a3, a4 + x + 1) - betaln(a3, a4) + np.logaddexp(stayed, left)
    if model == "pareto-nbd":
        # Fader and Hardie, note 009, equations 18 to 20.
        c, gap, high = a1 + a3 + x, abs(a2 - a4), max(a2, a4)
        second = a3 + 1 if a2 >= a4 else a1 + x
        terms = [hyp2f1(c, second, c + 1, gap / (high + t)) / (high + t) ** c for t in (last, age)]
        with np.errstate(divide="ignore"):
            left = np.log(a3 / c) + np.log(terms[0] - terms[1])
        return counts + a3 * np.log(a4) + np.logaddexp(stayed - a3 * np.log(a4 + age), left)
    # Fader, Hardie and Shang 2010, with its sum written out.
    rows = []
    for bought, at, n in zip(x, last, age, strict=True):
        j = np.arange(at, n)
        terms = betaln(a1 + bought, a2 + j - bought) + betaln(a3 + 1, a4 + j)
        end = betaln(a1 + bought, a2 + n - bought) + betaln(a3, a4 + n)
        rows.append(logsumexp([*terms, end]))
    return np.array(rows) - betaln(a1, a2) - betaln(a3, a4)


@st.composite
def histories(draw):
    """Up to eight histories in days: at most one purchase a day, the last one on day t_x."""
    rows = []
    for _ in range(draw(st.integers(1, 8))):
        age = draw(st.integers(1, 60))
        x = draw(st.integers(0, min(age, 12)))
        rows.append((x, draw(st.integers(x, age)) if x else 0, age, draw(st.integers(1, 5))))
    return np.array(rows)


logs = st.lists(st.floats(-2, 2), min_size=4, max_size=4).map(np.array)


@pytest.mark.parametrize("model", PROCESSES)
@settings(max_examples=60, deadline=None)
@given(rows=histories(), theta=logs)
def test_value_is_the_published_one(model, rows, theta):
    x, last, age, n = rows.T
    tuples, _ = distinct_tuples(histories_of(x, last, age, n=n), 1)
    value, _ = PROCESSES[model].likelihood(tuples).value(theta, tuples.n)
    expected = n @ published(model, np.exp(theta), x, last, age)
    # 1e-9: both sides lose some digits, the published forms in differences of 2F1.
    assert value == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("model", PROCESSES)
@settings(max_examples=40, deadline=None)
@given(rows=histories(), theta=logs)
def test_gradient_is_the_slope(model, rows, theta):
    x, last, age, n = rows.T
    tuples, _ = distinct_tuples(histories_of(x, last, age, n=n), 1)
    value = partial(PROCESSES[model].likelihood(tuples).value, n=tuples.n)
    slopes = [(value(theta + h)[0] - value(theta - h)[0]) / 2e-5 for h in 1e-5 * np.eye(4)]
    # Central differences: an error of 1e-10 h^2 and of 1e-16 |value| / h.
    assert value(theta)[1] == pytest.approx(slopes, rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("model", PROCESSES)
@settings(max_examples=25, deadline=None)
@given(rows=histories(), theta=logs)
def test_a_count_is_a_repetition(model, rows, theta):
    x, last, age, n = rows.T
    counted, _ = distinct_tuples(histories_of(x, last, age, n=n), 1)
    one_by_one, places = distinct_tuples(histories_of(*np.repeat(rows[:, :3], n, axis=0).T), 1)
    assert counted.n.tolist() == one_by_one.n.tolist()
    assert places.size == n.sum()
    process = PROCESSES[model]
    whole = process.likelihood(counted).value(theta, counted.n)
    alone = process.likelihood(one_by_one).value(theta, one_by_one.n)
    assert whole[0] == alone[0]
    assert whole[1].tolist() == alone[1].tolist()


@pytest.mark.parametrize("model", ["bg-nbd", "mbg-nbd", "pareto-nbd"])
def test_long_histories_do_not_underflow(model):
    # Ten years: as many purchases until the middle, and until the end.
    x, last, age = np.array([0, 3, 1800, 1800]), np.array([0, 3, 1800, 3650]), np.full(4, 3650)
    tuples, _ = distinct_tuples(histories_of(x, last, age), 7)
    theta = np.log([1.2, 0.3, 0.8, 2.5])
    bound = PROCESSES[model].likelihood(tuples)
    value, gradient = bound.value(theta, tuples.n)
    assert np.isfinite([value, *gradient]).all()
    gone, there = bound.alive(theta)[2:]
    assert gone < 1e-100
    assert there > 0.99
    if model != "pareto-nbd":  # the published form of Pareto/NBD underflows here
        expected = published(model, np.exp(theta), x, last / 7, age / 7).sum()
        assert value == pytest.approx(expected, rel=1e-9)


def test_without_drop_out_recency_carries_nothing():
    rng = np.random.default_rng(3)
    age = rng.integers(10, 60, 50)
    x = rng.integers(0, 9, 50)
    last = np.where(x > 0, np.minimum(x + 1, age), 0)
    tuples, _ = distinct_tuples(histories_of(x, last, age), 1)
    nobody_leaves = np.array([0.3, 1.2, -690.0, 0.0])
    for process in PROCESSES.values():
        whole = process.likelihood(tuples).value(nobody_leaves, tuples.n)[0]
        short = age_tuples(tuples)
        assert short.x.size <= tuples.x.size
        assert process.likelihood(short).value(nobody_leaves, short.n)[0] == pytest.approx(whole)
    # The negative binomial distribution of purchases in a time T (Ehrenberg 1959).
    r, alpha = np.exp(nobody_leaves[:2])
    nbd = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + age)
    value = PROCESSES["bg-nbd"].likelihood(tuples).value(nobody_leaves, tuples.n)[0]
    assert value == pytest.approx(nbd.sum(), rel=1e-12)
