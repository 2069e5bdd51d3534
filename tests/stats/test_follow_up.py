"""Contacts after low scores, and scores after replies, against plain loops."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest

from cxlib.errors import NotEnoughData
from cxlib.metrics.shares import box_score
from cxlib.models.service import speed
from cxlib.stats.follow_up import read_follow_up, read_reply_bands
from tests.handmade import source_of

T = datetime(2024, 1, 1)


@pytest.fixture(scope="module")
def drawn(backend):
    rng = np.random.default_rng(21)
    made = {
        "answers": [
            (f"C{rng.integers(40):03}", T + timedelta(hours=int(h)), int(s))
            for h, s in zip(rng.integers(0, 1500, 200), rng.integers(1, 6, 200), strict=True)
        ],
        "tickets": [
            (f" c{rng.integers(40):03}", T + timedelta(hours=int(h)), int(w))
            for h, w in zip(rng.integers(0, 1400, 150), rng.integers(0, 100, 150), strict=True)
        ],
    }
    answers, desk = made["answers"], made["tickets"]
    survey = source_of(
        backend,
        "survey",
        {
            "csat": [s for *_, s in answers],
            "customer": [who for who, *_ in answers],
            "answered": [at for _, at, _ in answers],
        },
        table="follow_answers",
    )
    replied = [at + timedelta(hours=w) for _, at, w in desk]
    tickets = source_of(
        backend,
        "tickets",
        {
            "customer": [who for who, *_ in desk],
            "created": [at for _, at, _ in desk],
            "first_replied": [None if k % 7 == 0 else one for k, one in enumerate(replied)],
        },
        table="follow_tickets",
    )
    return made, survey, tickets


def plain(name: str) -> str:
    return name.strip().lower()


def test_time_to_the_next_ticket_after_a_low_score(drawn):
    made, survey, tickets = drawn
    found = read_follow_up(survey, tickets, score="csat", at_most=2)
    replied = [at + timedelta(hours=w) for k, (_, at, w) in enumerate(made["tickets"]) if k % 7]
    seen = max([at for _, at, _ in made["tickets"]] + replied)
    want, unwatched = [], 0
    for who, at, score in made["answers"]:
        if score > 2:
            continue
        if at > seen:
            unwatched += 1
            continue
        later = [c for name, c, _ in made["tickets"] if plain(name) == plain(who) and c >= at]
        end = min(later, default=seen)
        want.append(((end - at).total_seconds() / 3600, bool(later)))
    assert found.unwatched == unwatched
    lives = found.lives
    got = [
        (d, flag)
        for d, e, c in zip(lives.durations, lives.events, lives.censored, strict=True)
        for flag, n in ((True, e), (False, c))
        for _ in range(n)
    ]
    assert sorted(got) == sorted(want)
    assert found.coverage.used == 200
    closed = speed(lives, within=(14 * 24,)).within[0]
    assert 0 < closed.low < closed.share < closed.high < 1


def test_scores_by_the_wait_before_them(drawn):
    made, survey, tickets = drawn
    edges, days = (4, 24, 72), 14
    found = read_reply_bands(survey, tickets, score="csat", edges=edges, days=days)
    want: dict[int, list[int]] = {}
    for who, at, score in made["answers"]:
        before = [
            (c + timedelta(hours=w), w)
            for k, (name, c, w) in enumerate(made["tickets"])
            if plain(name) == plain(who)
            and k % 7
            and at - timedelta(days) <= c + timedelta(hours=w) <= at
        ]
        if before:
            latest = max(end for end, _ in before)
            wait = min(w for end, w in before if end == latest)
            want.setdefault(sum(wait >= edge for edge in edges), []).append(score)
    assert {band: one.counts for band, one in found.counts.items()} == {
        band: tuple(scores.count(k) for k in range(1, 6)) for band, scores in sorted(want.items())
    }
    assert found.unmatched == 200 - sum(map(len, want.values()))
    assert found.scale == (1, 5)
    assert 0 <= box_score(found.counts[1], box=(4, 5)).low < 1


def test_what_is_missing_is_said(drawn):
    _, survey, tickets = drawn
    with pytest.raises(NotEnoughData, match="at least 1 low score"):
        read_follow_up(survey, tickets, score="csat", at_most=0)
    with pytest.raises(NotEnoughData, match="name customers alike"):
        read_reply_bands(survey, tickets, score="csat", days=0)
