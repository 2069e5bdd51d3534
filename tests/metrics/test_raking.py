"""Raking against a plain loop, a published table, and targets that cannot be met."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.metrics.nps import nps
from cxlib.metrics.raking import rake, typed_percents, weighted_counts
from cxlib.stats.margins import Cells
from cxlib.tables.question import Coverage


def cells_of(table, names=("rows", "columns")):
    """Cells of a table of counts, empty ones left out; every answer has the score 0."""
    codes = np.argwhere(table > 0)
    values = tuple(
        tuple(f"{name} {k}" for k in range(n)) for name, n in zip(names, table.shape, strict=True)
    )
    counts = np.zeros((len(codes), 11), np.int64)
    counts[:, 0] = table[table > 0]
    n = int(table.sum())
    return Cells(names, values, codes, counts, (0, 10), 0, Coverage(n, n, ()))


def targets_of(cells, margins):
    return {
        column: dict(zip(cells.values[k], margin, strict=True))
        for k, (column, margin) in enumerate(zip(cells.columns, margins, strict=True))
    }


def looped(table, margins):
    """Iterative proportional fitting of a table of two columns, cell by cell."""
    fitted = [[float(cell) for cell in line] for line in table]
    total = table.sum()
    for _ in range(500):
        for i, line in enumerate(fitted):
            factor = margins[0][i] * total / sum(line)
            fitted[i] = [cell * factor for cell in line]
        for j in range(len(fitted[0])):
            factor = margins[1][j] * total / sum(line[j] for line in fitted)
            for line in fitted:
                line[j] *= factor
    return np.array(fitted)


share = st.floats(0.05, 1)


@settings(max_examples=60, deadline=None)
@given(
    table=st.lists(st.integers(1, 60), min_size=6, max_size=6),
    rows=st.lists(share, min_size=2, max_size=2),
    columns=st.lists(share, min_size=3, max_size=3),
)
def test_equals_a_plain_loop(table, rows, columns):
    counts = np.array(table).reshape(2, 3)
    margins = [np.array(one) / sum(one) for one in (rows, columns)]
    cells = cells_of(counts)
    found = rake(cells, targets_of(cells, margins))
    assert found.weights * cells.n == pytest.approx(looped(counts, margins).ravel(), rel=1e-6)
    assert (found.weights * cells.n).sum() == pytest.approx(cells.n.sum())
    assert found.off < 1e-9
    assert found.design_effect > 1 - 1e-9
    assert found.n_eff <= found.n + 1e-6


def test_keeps_the_association_of_the_sample():
    # Deming and Stephan's fit changes margins and keeps odds ratios (Bishop, Fienberg & Holland,
    # Discrete Multivariate Analysis, 1975, section 3.5).
    counts = np.array([[40, 10], [20, 30]])
    cells = cells_of(counts)
    found = rake(cells, targets_of(cells, [(0.3, 0.7), (0.5, 0.5)]))
    fitted = (found.weights * cells.n).reshape(2, 2)
    assert fitted.sum(axis=1) == pytest.approx([30, 70])
    assert fitted.sum(axis=0) == pytest.approx([50, 50])
    odds = fitted[0, 0] * fitted[1, 1] / (fitted[0, 1] * fitted[1, 0])
    assert odds == pytest.approx(40 * 30 / (10 * 20))


def test_one_column_is_weighted_in_one_pass_by_hand():
    # 80 and 20 answers that should be half each: weights 0.625 and 2.5, n_eff = 100^2 / (80 x
    # 0.625^2 + 20 x 2.5^2) = 10000 / 156.25 = 64.
    cells = cells_of(np.array([80, 20]), names=("region",))
    found = rake(cells, {"region": {"region 0": 0.5, "region 1": 0.5}})
    assert found.weights == pytest.approx([0.625, 2.5])
    assert found.n_eff == pytest.approx(64)
    assert found.design_effect == pytest.approx(1.5625)
    assert found.ratio == pytest.approx(4)
    assert [one.weighted for one in found.margins] == pytest.approx([0.5, 0.5])
    assert [one.n for one in found.margins] == [80, 20]


def test_targets_of_the_sample_leave_everything_as_it_is():
    counts = np.array([[7, 3], [12, 8]])
    cells = cells_of(counts)
    margins = [counts.sum(axis=1) / 30, counts.sum(axis=0) / 30]
    found = rake(cells, targets_of(cells, margins))
    assert found.weights == pytest.approx(np.ones(4))
    assert found.n_eff == pytest.approx(30)


def test_the_weighted_score_has_its_reference_values():
    # Eight answers 1, 1, 0, -1, 1, -1, 0, 1 with weights 1, 2, 1, 0.5, 1, 1.5, 1, 2, each a cell:
    # NPS 40.0, standard error 31.749, effective answers 6.8966 (computed independently).
    scores = [9, 9, 8, 0, 9, 0, 8, 9]
    weights = np.array([1, 2, 1, 0.5, 1, 1.5, 1, 2])
    counts = np.zeros((8, 11), np.int64)
    counts[range(8), scores] = 1
    values = (tuple("abcdefgh"),)
    cells = Cells(("c",), values, np.arange(8)[:, None], counts, (0, 10), 0, Coverage(8, 8, ()))
    shares = dict(zip("abcdefgh", weights / weights.sum(), strict=True))
    found = rake(cells, {"c": shares})
    assert found.n_eff == pytest.approx(6.8966, abs=5e-5)
    result = nps(weighted_counts(cells, found.weights))
    assert result.score == pytest.approx(40.0)
    assert result.n_eff == pytest.approx(6.8966, abs=5e-5)
    assert result.low == pytest.approx(40 - 1.959964 * 31.749, abs=5e-3)
    assert result.n == 8


def test_trimming_caps_the_weights_and_says_how_far_shares_miss():
    cells = cells_of(np.array([900, 80, 20]), names=("plan",))
    wanted = {"plan": {"plan 0": 0.6, "plan 1": 0.2, "plan 2": 0.2}}
    free = rake(cells, wanted)
    assert free.weights.max() == pytest.approx(10)
    found = rake(cells, wanted, cap=3)
    assert found.weights.max() == pytest.approx(3)
    assert (found.weights * cells.n).sum() == pytest.approx(1000)
    assert found.trimmed == 20
    assert found.off == pytest.approx(0.2 - 3 * 20 / 1000)
    assert found.n_eff > free.n_eff
    with pytest.raises(BadOption, match="more than 1, which is the mean weight"):
        rake(cells, wanted, cap=1)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"plan 0": 0.5, "plan 1": 0.4}, "add up to 90.00 %, not to 100 %. They are not changed"),
        ({"plan 0": 0.6, "plan 1": 0.5}, "add up to 110.00 %"),
        ({"plan 0": 1.0, "plan 1": 0.0}, "target of 0 % for 'plan 1', which 40 answers have"),
        ({"plan 0": 1.0}, "target of 0 % for 'plan 1'"),
        (
            {"plan 0": 0.5, "plan 1": 0.4, "gone": 0.1},
            "10.0% for 'gone', and no answer has this value",
        ),
        ({"plan 0": 1.2, "plan 1": -0.2}, "between 0 % and 100 %"),
        ({}, "add up to 0.00 %"),
    ],
)
def test_impossible_targets_are_refused_in_words(wanted, words):
    cells = cells_of(np.array([60, 40]), names=("plan",))
    with pytest.raises(BadOption, match=words):
        rake(cells, {"plan": wanted})


def test_targets_that_contradict_each_other_in_this_sample():
    # All answers of the first row are in the first column: it cannot have 60 % where that has 40 %.
    counts = np.array([[50, 0], [0, 50]])
    cells = cells_of(counts)
    with pytest.raises(BadOption, match="some combinations of rows, columns have no answers"):
        rake(cells, targets_of(cells, [(0.6, 0.4), (0.4, 0.6)]))


def test_rounded_shares_are_taken_as_they_were_meant():
    cells = cells_of(np.array([40, 30, 30]), names=("plan",))
    found = rake(cells, {"plan": {"plan 0": 0.3334, "plan 1": 0.3333, "plan 2": 0.3333}})
    assert sum(one.weighted for one in found.margins) == pytest.approx(1)


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=40))
def test_percents_to_type_add_up_and_lose_nobody(counts):
    total = sum(counts)
    found = typed_percents({str(k): n / total for k, n in enumerate(counts)})
    assert sum(found.values()) == pytest.approx(100, abs=1e-9)
    assert min(found.values()) > 0
    assert all(abs(found[str(k)] - 100 * n / total) <= 0.1 for k, n in enumerate(counts))


def test_one_value_alone_has_nothing_to_weigh():
    cells = cells_of(np.array([25]), names=("plan",))
    found = rake(cells, {"plan": {"plan 0": 1.0}})
    assert found.weights == pytest.approx([1])
    assert found.design_effect == pytest.approx(1)
