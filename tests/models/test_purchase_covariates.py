"""Purchase models with covariates: their likelihood, what they find, and what they refuse."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from cxlib.errors import BadOption, Cancelled
from cxlib.models.purchase_covariates import fit_covariates
from cxlib.models.purchase_effects import BUYING, DROPPING
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PurchaseFit, expected_new, expected_purchases, p_alive
from cxlib.models.purchase_outlook import purchase_outlook
from cxlib.stats.purchase_patterns import Factor
from tests.bought import histories_of, simulate
from tests.models.purchases_made import START, made, moved, patterns_of
from tests.models.test_purchase_likelihoods import published

EFFECTS = {"a": (0.0, 0.0, 420), "b": (0.6, -0.5, 300), "c": (-0.4, 0.6, 300)}
MODELS = ("bg-nbd", "mbg-nbd", "pareto-nbd")
WEEK = 7.0


@cache
def patterns(model: str):
    return made(np.random.default_rng(4), model, EFFECTS)


@cache
def fitted(model: str):
    return fit_covariates(patterns(model), model=model)


def of_group(found, place):
    """The histories of one group of a single column."""
    rows, h = found.cells[:, 0] == place, found.histories
    return replace(
        h,
        frequency=h.frequency[rows],
        recency=h.recency[rows],
        age=h.age[rows],
        spend=h.spend[rows],
        n=h.n[rows],
    )


def coefs(fit, act):
    return {one.level: one.coef for one in fit.effects if one.act == act}


@pytest.mark.parametrize("model", MODELS)
def test_log_likelihood_is_the_sum_of_the_published_ones(model):
    # Every customer with parameters of his own, as Fader and Hardie (2007) write them.
    found, fit = patterns(model), fitted(model)
    buying, dropping = coefs(fit, BUYING), coefs(fit, DROPPING)
    total = 0.0
    for place, name in enumerate("abc"):
        own = of_group(found, place)
        parameters = moved(
            model,
            [value for _, value in fit.parameters],
            buying.get(name, 0.0),
            dropping.get(name, 0.0),
        )
        times = own.recency / WEEK, own.age / WEEK
        total += own.n @ published(model, parameters, own.frequency, *times)
    assert fit.log_likelihood == pytest.approx(total, rel=1e-9)


@pytest.mark.parametrize("model", MODELS)
def test_gradient_is_the_slope_and_vanishes_at_the_maximum(model):
    fit = fitted(model)
    away = fit.found.phi + np.linspace(-0.2, 0.3, fit.found.phi.size)
    _, gradient = fit.joint.value(away)
    slope = approx_fprime(away, lambda phi: fit.joint.value(phi)[0], 1e-6)
    np.testing.assert_allclose(gradient, slope, rtol=2e-4, atol=0.05)
    assert np.abs(fit.joint.value(fit.found.phi)[1]).max() < 0.02


@pytest.mark.parametrize("model", MODELS)
def test_limits_are_those_of_the_numerical_hessian(model):
    fit = fitted(model)
    size, step = fit.found.phi.size, 1e-4
    hessian = np.array(
        [
            (fit.joint.value(fit.found.phi + e)[1] - fit.joint.value(fit.found.phi - e)[1])
            / (2 * step)
            for e in step * np.eye(size)
        ]
    )
    errors = np.sqrt(np.diag(np.linalg.inv(-hessian)))[4:]
    assert [one.se for one in fit.effects] == pytest.approx(errors.tolist(), rel=1e-3)
    one = fit.effects[0]
    assert one.low == pytest.approx(np.exp(one.coef - 1.959964 * one.se))


@pytest.mark.parametrize("model", ["bg-nbd", "pareto-nbd"])
def test_the_truth_is_found_again(model):
    fit = fitted(model)
    for one in fit.effects:
        truth = EFFECTS[one.level][0 if one.act == BUYING else 1]
        assert abs(one.coef - truth) < 3 * one.se, one
    assert fit.settled
    assert fit.ratio_p < 1e-6
    assert fit.aic < fit.plain.aic
    assert fit.bic < fit.plain_bic
    assert {(one.act, one.p_adjusted < 0.05) for one in fit.tests} == {
        (BUYING, True), (DROPPING, True),
    }  # fmt: skip


def test_without_an_effect_little_is_found():
    same = {"a": (0.0, 0.0, 400), "b": (0.0, 0.0, 400)}
    fit = fit_covariates(made(np.random.default_rng(12), "bg-nbd", same))
    for one in fit.effects:
        assert abs(one.coef) < 2.5 * one.se
    assert fit.ratio_p > 0.01
    assert fit.bic > fit.plain_bic
    assert fit.ratio_degrees == 2


@pytest.mark.parametrize("model", MODELS)
def test_between_one_model_for_all_and_one_for_each(model):
    fit, found = fitted(model), patterns(model)
    alone = [
        fit_purchases(of_group(found, place), model=model, unit_days=WEEK) for place in range(3)
    ]
    assert fit.plain.log_likelihood < fit.log_likelihood
    assert fit.log_likelihood <= sum(one.log_likelihood for one in alone) + 1e-6
    # The mean rate r / alpha of a group fitted alone, against that of the baseline.
    rates = [dict(one.parameters)["r"] / dict(one.parameters)["alpha"] for one in alone]
    for one in fit.effects:
        if one.act == BUYING:
            ratio = rates["abc".index(one.level)] / rates[0]
            assert np.log(ratio) == pytest.approx(one.coef, abs=3 * one.se)


def test_a_unit_of_time_changes_nothing_but_itself():
    months = fit_covariates(patterns("bg-nbd"), unit_days=30.0)
    weeks = fitted("bg-nbd")
    assert [one.coef for one in months.effects] == pytest.approx(
        [one.coef for one in weeks.effects], abs=1e-4
    )
    assert months.ratio_statistic == pytest.approx(weeks.ratio_statistic, abs=1e-3)
    assert dict(months.parameters)["alpha"] * 30 == pytest.approx(
        dict(weeks.parameters)["alpha"] * 7, rel=1e-3
    )


@pytest.mark.parametrize("model", MODELS)
def test_outlook_is_the_mean_of_the_customers(model):
    fit, found = fitted(model), patterns(model)
    kinds = {one.groups[0]: one for one in purchase_outlook(fit, horizon=26).kinds}
    buying, dropping = coefs(fit, BUYING), coefs(fit, DROPPING)
    ahead = {}
    for place, name in enumerate("abc"):
        base = [value for _, value in fit.parameters]
        values = moved(model, base, buying.get(name, 0.0), dropping.get(name, 0.0))
        names = fit.plain.process.parameters
        own: PurchaseFit = replace(
            fit.plain, parameters=tuple(zip(names, values, strict=True)), no_dropout=False
        )
        histories, kind = of_group(found, place), kinds[name]
        n = histories.n / histories.total
        assert kind.alive.value == pytest.approx(n @ p_alive(own, histories))
        bought = n @ expected_purchases(own, histories, 26.0)
        assert kind.purchases.value == pytest.approx(bought)
        assert kind.new.value == pytest.approx(float(expected_new(own, 26.0)))
        assert kind.total.value == pytest.approx(bought * histories.total)
        assert (kind.n, kind.repeaters) == (histories.total, histories.repeaters)
        assert kind.alive.low < kind.alive.value < kind.alive.high
        ahead[name] = kind.total.value
    for name, kind in kinds.items():
        assert kind.share_ahead.value == pytest.approx(ahead[name] / sum(ahead.values()))


def test_limits_of_the_outlook_are_those_of_drawn_parameters():
    # Krinsky & Robb (1986): the quantiles of predictions by parameters drawn from their normal.
    fit = fitted("pareto-nbd")
    kinds = {one.groups[0]: one for one in purchase_outlook(fit, horizon=26).kinds}
    draws = np.random.default_rng(5).multivariate_normal(fit.found.phi, fit.found.covariance, 200)
    rows = []
    for phi in draws:
        drawn = replace(fit, found=replace(fit.found, phi=phi, covariance=None))
        own = {one.groups[0]: one for one in purchase_outlook(drawn, horizon=26).kinds}
        rows.append(
            [(own[k].alive.value, own[k].share_ahead.value, own[k].new.value) for k in "ab"]
        )
    drawn_errors = np.array(rows).std(axis=0)
    for place, name in enumerate("ab"):
        kind = kinds[name]
        widths = [(one.high - one.low) / 3.92 for one in (kind.alive, kind.share_ahead, kind.new)]
        # 200 draws give a standard deviation to about 5 %.
        np.testing.assert_allclose(widths, drawn_errors[place], rtol=0.2)


def late(group_ages, *, again):
    """Customers who bought on their first days, or up to the end."""
    rows = []
    for k in range(group_ages):
        age = 200 + k % 90
        x = k % 5
        rows.append((x, (age if again else max(1, 17 * x)) if x else 0, age))
    return histories_of(*np.array(rows).T)


def test_a_group_that_nobody_leaves_is_said_and_the_rest_keeps_its_limits():
    rng = np.random.default_rng(2)
    stay, go = (simulate(rng, "bg-nbd", START["bg-nbd"], customers=n) for n in (200, 400))
    stay = replace(stay, recency=np.where(stay.frequency > 0, stay.age, 0))
    fit = fit_covariates(patterns_of({("stay",): stay, ("go",): go}, ["plan"]))
    gone = next(one for one in fit.effects if one.act == DROPPING)
    assert (gone.level, gone.low, gone.p) == ("stay", None, None)
    assert gone.multiplier < 0.01
    bought = next(one for one in fit.effects if one.act == BUYING)
    assert bought.low < bought.multiplier < bought.high
    assert not fit.settled
    assert any("do not pin down dropping out · plan: stay" in note for note in fit.notes)


def test_without_any_drop_out_there_are_effects_on_buying_only():
    found = patterns_of({("a",): late(200, again=True), ("b",): late(300, again=True)}, ["plan"])
    fit = fit_covariates(found)
    assert {one.act for one in fit.effects} == {BUYING}
    assert (fit.ratio_degrees, dict(fit.parameters)["a"]) == (1, 0.0)
    assert any("No drop-out is visible" in note for note in fit.notes)
    (first, _) = purchase_outlook(fit, horizon=10).kinds
    assert first.alive.value == pytest.approx(1.0)
    assert first.alive.low is None
    assert first.purchases.low < first.purchases.value


@pytest.mark.parametrize("model", MODELS)
def test_kinds_of_customers_who_came_on_the_last_day(model):
    groups = {
        (plan, city): late(120 + 9 * k, again=bool(k % 3))
        for k, (plan, city) in enumerate((p, c) for p in "ab" for c in "xy")
    }
    groups["b", "z"] = histories_of([0], [0], [0])
    groups["a", "z"] = late(60, again=False)
    found = patterns_of(groups, ["plan", "city"])
    kinds = {
        one.groups: one
        for one in purchase_outlook(fit_covariates(found, model=model), horizon=9).kinds
    }
    new = kinds["b", "z"]
    assert new.n == 1
    assert new.purchases.value == pytest.approx(new.new.value)


def other_columns(found, **columns):
    """The same customers with other columns, given by group of the first one."""
    values = {name: sorted(set(groups)) for name, groups in columns.items()}
    first = found.cells[:, 0]
    return replace(
        found,
        factors=tuple(Factor(name, tuple(own)) for name, own in values.items()),
        cells=np.column_stack(
            [
                np.array([values[name].index(groups[place]) for place in first])
                for name, groups in columns.items()
            ]
        ),
        changing=(0,) * len(columns),
    )


def test_columns_that_cannot_be_told_apart_are_refused():
    found = patterns("bg-nbd")
    with pytest.raises(BadOption, match="'tier' says the same about some customers as 'plan'"):
        fit_covariates(other_columns(found, plan="abc", tier="xyz"))
    with pytest.raises(BadOption, match="'tier' has one value among these customers"):
        fit_covariates(other_columns(found, tier="xxx"))
    with pytest.raises(BadOption, match="not with 'bg-bb'"):
        fit_covariates(found, model="bg-bb")
    with pytest.raises(Cancelled):
        fit_covariates(found, cancelled=lambda: True)


def test_small_groups_are_put_together_or_refused():
    tiny = {f"t{k}": late(12, again=False) for k in range(3)}
    big = late(300, again=False)
    with pytest.raises(BadOption, match="'t0' of 'plan': 12 customers, 9 of whom bought again"):
        fit_covariates(patterns_of({("big",): big, ("t0",): tiny["t0"]}, ["plan"]))
    fit = fit_covariates(
        patterns_of({("big",): big, **{(name,): own for name, own in tiny.items()}}, ["plan"])
    )
    assert {one.level for one in fit.effects} == {"Other values"}
    assert {one.n for one in fit.effects} == {36}
    assert "t0, t1, t2 together are “Other values”" in fit.notes[0]
    once = histories_of(np.zeros(50), np.zeros(50), np.full(50, 90))
    with pytest.raises(BadOption, match="50 customers, 0 of whom bought again"):
        fit_covariates(patterns_of({("big",): big, ("once",): once}, ["plan"]))
    many = {(f"g{k:02d}",): late(40, again=False) for k in range(26)}
    with pytest.raises(BadOption, match="26 groups with enough customers"):
        fit_covariates(patterns_of(many, ["plan"]))
    crossed = {(f"a{k % 12}", f"b{k // 12}"): late(12, again=False) for k in range(108)}
    with pytest.raises(BadOption, match="108 different kinds of customers"):
        fit_covariates(patterns_of(crossed, ["one", "two"]))
