"""Invitations, delays, answering times, blanks, list coverage and cells equal plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.columns.keys import KeyRules
from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.answer_times import OTHERS, QUICK, read_answer_times, read_quick
from cxlib.stats.blanks import read_blanks
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.invitations import read_delays, read_invited
from cxlib.stats.list_coverage import read_list_coverage
from cxlib.stats.margins import read_cells
from cxlib.stats.score_pairs import MOST_VALUES
from cxlib.tables.selection import Selection
from tests.handmade import source_of

FIRST = datetime(2025, 1, 28, 9)
score = st.one_of(st.none(), st.integers(0, 10))
plan = st.sampled_from(["free", "Team", None])


def sent(day):
    return None if day is None else FIRST + timedelta(days=day)


delay = st.one_of(st.none(), st.integers(-1, 1), st.integers(2, 40))
invitation = st.tuples(st.one_of(st.none(), st.integers(0, 9)), score, plan, delay)


def invited_survey(backend, rows):
    """Rows of (day invited, score, plan, days until the answer)."""
    asked = [sent(day) for day, *_ in rows]
    answered = [
        None if at is None or days is None else at + timedelta(days=days, hours=5)
        for at, (_, _, _, days) in zip(asked, rows, strict=True)
    ]
    roles = {"invited": asked, "nps": [one[1] for one in rows], "answered": answered}
    return source_of(backend, "survey", roles, cells={"plan": [one[2] for one in rows]})


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(invitation, min_size=1, max_size=30).filter(lambda r: r[0][0] is not None))
def test_invitations_with_and_without_answers(backend, rows):
    source = invited_survey(backend, rows)
    found = read_invited(source, by=["plan"], period="month")
    known = [one for one in rows if one[0] is not None]
    wanted = Counter()
    for day, nps, name, _ in known:
        start = sent(day).date().replace(day=1)
        for group in (
            TOTAL,
            Group("plan", name or BLANK),
            Group(None, None, start),
            Group("plan", name or BLANK, start),
        ):
            wanted[group, nps is not None] += 1
    assert {
        (group, bool(k)): n
        for group, counts in found.counts.items()
        for k, n in enumerate(counts.counts)
        if n
    } == dict(wanted)
    assert found.coverage.used == len(known)


def test_the_days_of_a_selection_are_those_of_the_invitation(backend):
    rows = [(0, 9, "a", 3), (1, None, "a", None), (5, None, "b", None), (None, 9, "b", None)]
    source = invited_survey(backend, rows)
    found = read_invited(source, selection=Selection((), date(2025, 1, 29), None))
    assert found.counts[TOTAL].counts == (2, 0)
    assert found.last_day == date(2025, 2, 2)
    lost = dict(found.coverage.left_out)
    assert lost == {"before 2025-01-29": 1, "invited is blank": 1}


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(invitation, min_size=1, max_size=30))
def test_scores_by_days_until_the_answer(backend, rows):
    found = read_delays(invited_survey(backend, rows), score="nps")
    usable = [one for one in rows if None not in (one[0], one[1], one[3]) and one[3] >= 0]
    wanted = Counter(
        # Nine in the morning and five hours later is the same day.
        (days, nps)
        for _, nps, _, days in usable
    )
    assert {
        (days, k): n
        for days, counts in found.counts.items()
        for k, n in enumerate(counts.counts)
        if n
    } == dict(wanted)
    assert found.coverage.used == len(usable)
    late = found.between(8)
    assert late.total == sum(n for (days, _), n in wanted.items() if days >= 8)
    assert found.between(0, 7).total + late.total == len(usable)


def test_a_file_without_invitations_says_what_it_needs(backend):
    source = source_of(backend, "survey", {"nps": [9, 3]})
    with pytest.raises(BadOption, match="known as 'invited'"):
        read_invited(source)
    with pytest.raises(BadOption, match="known as 'invited'"):
        read_delays(source, score="nps")


timed_row = st.tuples(
    st.sampled_from(["12", "30.5", "45", "90", "0", "-3", "soon", None]), score, plan
)


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(timed_row, min_size=1, max_size=30))
def test_quick_answers_and_the_others(backend, rows):
    cells = {"seconds": [one[0] for one in rows], "plan": [one[2] for one in rows]}
    source = source_of(backend, "survey", {"nps": [one[1] for one in rows]}, cells=cells)
    frame = pd.DataFrame(rows, columns=["time", "nps", "plan"])
    frame["time"] = pd.to_numeric(frame["time"], errors="coerce")
    frame = frame[frame["time"] > 0]
    times = read_answer_times(source, column="seconds")
    by_time = frame["time"].value_counts().sort_index()
    assert (times.values, times.n) == (tuple(by_time.index), tuple(by_time))
    found = read_quick(source, column="seconds", below=40, score="nps", by="plan")
    quick = frame["time"] < 40
    if len(frame):
        assert found.shares[TOTAL].counts == ((~quick).sum(), quick.sum())
    for name, part in frame.groupby(frame["plan"].fillna(BLANK)):
        fast = part["time"] < 40
        assert found.shares[Group("plan", name)].counts == ((~fast).sum(), fast.sum())
    for name, part in ((QUICK, frame[quick]), (OTHERS, frame[~quick])):
        counts = part["nps"].dropna().astype(int)
        wanted = np.bincount(counts, minlength=11).tolist() if len(counts) else [0] * 11
        assert list(found.scores[name].counts if name in found.scores else [0] * 11) == wanted
    assert found.coverage.used == len(frame)


def test_blank_questions(backend):
    roles = {"nps": [9, None, ..., None, None], "rating_1": [None, 4, 4, None, None]}
    cells = {"comment": ["a", None, None, "b", None]}
    source = source_of(backend, "survey", roles, cells=cells)
    found = read_blanks(source, columns=["nps", "rating_1", "comment"])
    told = {one.column: (one.answered, one.blank, one.unusable) for one in found.questions}
    # Rows 1 to 4 answer something; the fifth answers nothing and is no item non-response.
    assert told == {"nps": (1, 2, 1), "rating_1": (2, 2, 0), "comment": (2, 2, 0)}
    assert {one.rows for one in found.questions} == {4}
    assert dict(found.coverage.left_out) == {"none of the questions is answered": 1}
    with pytest.raises(BadOption, match="at least one question"):
        read_blanks(source, columns=[])


def test_a_file_of_blanks_has_no_rows_to_count(backend):
    source = source_of(backend, "survey", {"nps": [None, None]})
    found = read_blanks(source, columns=["nps"])
    assert found.questions[0].rows == 0
    assert found.coverage.used == 0


def test_customers_of_a_list_who_answered(backend):
    survey = source_of(
        backend,
        "survey",
        {"nps": [9, 3, None, 8, 7], "customer": ["C1", "c1 ", "c2", "c9", None]},
        table="answers",
    )
    names = ["c1", "c2", "c3", "c4", None]
    cells = {"city": ["Bogor", "Bogor", "Johor", None, "Johor"]}
    listed = source_of(backend, "customers", {"customer": names}, cells=cells, table="list")
    found = read_list_coverage(survey, listed, KeyRules(), by=["city"])
    told = {group: counts.counts for group, counts in found.counts.items()}
    assert told == {
        TOTAL: (3, 1),
        Group("city", "Bogor"): (1, 1),
        Group("city", "Johor"): (1, 0),
        Group("city", BLANK): (1, 0),
    }
    assert found.outside == 1
    assert found.coverage.used == 3
    twice = source_of(backend, "customers", {"customer": ["c1", "C1"]}, table="twice")
    with pytest.raises(BadOption, match="one row a customer"):
        read_list_coverage(survey, twice, KeyRules())


cell_row = st.tuples(score, plan, st.sampled_from(["East", "West"]))


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(cell_row, min_size=1, max_size=40))
def test_cells_of_two_columns(backend, rows):
    cells = {"plan": [one[1] for one in rows], "region": [one[2] for one in rows]}
    source = source_of(backend, "survey", {"nps": [one[0] for one in rows]}, cells=cells)
    wanted = Counter(one for one in rows if one[0] is not None and one[1] is not None)
    blank = sum(one[0] is not None and one[1] is None for one in rows)
    if not wanted:
        with pytest.raises(NotEnoughData, match="Weighting needs at least 1 answer"):
            read_cells(source, score="nps", columns=["plan", "region"])
        return
    found = read_cells(source, score="nps", columns=["plan", "region"])
    told = {
        (nps, found.values[0][code[0]], found.values[1][code[1]]): n
        for code, counts in zip(found.codes, found.counts, strict=True)
        for nps, n in enumerate(counts)
        if n
    }
    assert told == dict(wanted)
    assert found.blank == blank
    total = sum(wanted.values())
    shares = {
        name: sum(n for (_, one, _), n in wanted.items() if one == name) / total
        for name in found.values[0]
    }
    assert found.shares(0) == pytest.approx(shares)


def test_columns_of_thousands_of_values_are_refused(backend):
    cells = {"id": [f"v{k}" for k in range(5000)]}
    source = source_of(backend, "survey", {"nps": [9] * 5000}, cells=cells)
    with pytest.raises(BadOption, match=f"'id' has 5,000 values; .* may have {MOST_VALUES}"):
        read_cells(source, score="nps", columns=["id"])
    with pytest.raises(BadOption, match="at least one column"):
        read_cells(source, score="nps", columns=[])
