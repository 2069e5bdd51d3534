"""Every customer counts once: the latest answer, or the mean."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings

from cxlib.columns.mapping import Reading
from cxlib.errors import BadOption
from cxlib.stats.asked import read_score_cube
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.once import ScoreQuestion, read_once
from tests.handmade import source_of
from tests.stats.test_repeats import frame, row, st, survey


def once(source, how, *, by=("plan",), period="month"):
    cube = read_score_cube(source, score="nps", by=by, period=period)
    asked = ScoreQuestion("nps", by=by, period=period, how=how)
    return read_once(source, asked, cube)


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(row, min_size=1, max_size=25))
def test_the_latest_answer_of_each_customer(backend, rows):
    found = once(survey(backend, rows, weighted=False), "latest")
    table = frame(rows).sort_values("day", kind="stable")
    wanted = {}
    for whose, dated in ((["owner"], False), (["owner", "month"], True)):
        last = table.groupby(whose).tail(1)
        groups = [(None, None)] * (not dated)
        for _, answer in last.iterrows():
            month = answer.month if dated else None
            groups += [(None, month), (answer.plan, month)]
        for plan, month in set(groups):
            part = last if plan is None else last[last.plan == plan]
            part = part if month is None else part[part.month == month]
            counts = np.bincount(part.score.astype(int), minlength=11).tolist()
            wanted[Group(plan and "plan", plan, month)] = tuple(counts)
    counts = {group: one.counts for group, one in found.counts.items()}
    assert counts == {group: one for group, one in wanted.items() if sum(one)}


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(row, min_size=1, max_size=25))
def test_the_mean_of_each_customer(backend, rows):
    found = once(survey(backend, rows, weighted=False), "mean")
    table = frame(rows, weighted=False)
    if not len(table):
        assert found.counts == {}
        return
    means = table.groupby("owner").score.mean()
    total = found.counts[TOTAL]
    assert np.dot(total.weights, range(11)) / total.weight == pytest.approx(means.mean())
    assert total.weight == pytest.approx(len(means))
    assert total.total == len(table)
    for month, part in table.groupby("month"):
        one = found.counts[Group(period=month)]
        mean = part.groupby("owner").score.mean().mean()
        assert np.dot(one.weights, range(11)) / one.weight == pytest.approx(mean)


def test_the_later_row_decides_on_the_same_moment(backend):
    rows = [(3, "a", "free", 5, 1.0), (9, "a", "Team", 5, 1.0), (7, None, "free", 5, 1.0)]
    found = once(survey(backend, rows, weighted=False), "latest")
    assert found.counts[TOTAL].between(9, 9) == 1
    assert found.counts[TOTAL].total == 2
    assert Group("plan", "free", date(2025, 1, 1)) in found.counts


def test_survey_weights_stay(backend):
    rows = [(10, "a", "free", 0, 2.0), (0, "a", "free", 1, 2.0), (0, "b", "free", 1, 1.0)]
    total = once(survey(backend, rows), "mean").counts[TOTAL]
    assert (total.weights[10], total.weights[0]) == (1.0, 2.0)


def test_what_is_needed(backend):
    nobody = source_of(backend, "survey", {"nps": [9, 3]})
    cube = read_score_cube(nobody, score="nps")
    with pytest.raises(BadOption, match="'customer'"):
        read_once(nobody, ScoreQuestion("nps", how="mean"), cube)
    undated = source_of(backend, "survey", {"nps": [9, 3], "customer": ["a", "a"]})
    with pytest.raises(BadOption, match="'answered'"):
        read_once(undated, ScoreQuestion("nps", how="latest"), cube)
    counted = source_of(
        backend,
        "survey",
        {
            "counts_1": [3.0, 1.0],
            "counts_2": [1.0, 4.0],
            "customer": ["a", "a"],
            "answered": [datetime(2025, 1, 1) + timedelta(k) for k in range(2)],
        },
        readings={"counts_1": Reading(score=1), "counts_2": Reading(score=5)},
    )
    with pytest.raises(BadOption, match="counts of answers"):
        read_once(counted, ScoreQuestion("csat", how="mean"), cube)
