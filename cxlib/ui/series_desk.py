"""A help desk period by period: tickets, how fast they are answered and solved, who comes back."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cxlib.metrics.backlog import share_of
from cxlib.metrics.measured import Estimate
from cxlib.metrics.totals import total_limits
from cxlib.models.service import speed
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.stats.period_sums import Reopened, read_reopened
from cxlib.stats.waits import read_waits
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.ui import serving, statuses
from cxlib.ui.head import View
from cxlib.ui.series import Ask, Estimates, Found, Task, by_group, counted, put

FEWEST = 5
"""Tickets of a period below which no median is shown."""


def served(view: View, ask: Ask) -> list[Task]:
    """Tickets, share answered in time, medians of the waits, share reopened."""
    log = statuses.read(view.dataset)
    meaning = log.meaning if log else DEFAULT_STATUSES
    return [Task(view.dataset, view.selection, ask, (first_target(), meaning), tickets)]


def first_target() -> float:
    """Hours within which a ticket should be answered: the first target of the Service page."""
    text = str(st.session_state.get("service_targets") or serving.TARGETS)
    return serving.read_targets(text)[0]


def tickets(
    source: Source, selection: Selection, ask: Ask, within: float, meaning: Statuses
) -> Found:
    """Arrivals, replies within some hours, medians, and reopened tickets."""
    period, by = ask.period, ask.by
    waits = read_waits(source, period=period, selection=selection, by=by, statuses=meaning)
    back = read_reopened(source, period=period, selection=selection, by=by, statuses=meaning)
    lives = {
        measure: {group: one for group, one in groups.items() if group.period is not None}
        for measure, groups in waits.lives.items()
    }
    seen = waits.seen.date()
    options = ask.options(min(seen, selection.until or seen))
    starts = [group.period for groups in lives.values() for group in groups if group.period]
    first = selection.since or min(starts)
    every = counted(_arrivals(lives, ask.level), options, first=first, last=options.last_day)
    found: list[tuple[str, Estimates]] = [
        ("tickets", every),
        ("replied", _replied(lives.get("first_reply", {}), within, ask.level)),
        ("reply", _medians(lives.get("first_reply", {}), ask.level)),
        ("solve", _medians(lives.get("solve", {}), ask.level)),
        ("reopened", _reopened(back, ask.level)),
    ]
    return [one for key, estimates in found for one in put(key, estimates, options)]


def _arrivals(lives: Mapping[str, Mapping[Group, Lives]], level: float) -> Estimates:
    """Tickets created; every ticket has each of the waits."""
    groups = next(iter(lives.values()))
    found = {}
    for group, one in groups.items():
        n = sum(one.events) + sum(one.censored)
        found[group] = Estimate(float(n), *total_limits(float(n), float(n), level=level), n)
    return by_group(found)


def _replied(groups: Mapping[Group, Lives], within: float, level: float) -> Estimates:
    found = {}
    for group, one in groups.items():
        known = speed(one, within=(within,), level=level)
        (share,) = known.within
        if known.n >= FEWEST and share.watched:
            found[group] = Estimate(share.share, share.low, share.high, known.n)
    return by_group(found)


def _medians(groups: Mapping[Group, Lives], level: float) -> Estimates:
    """Medians; a period in which half are not over yet has none."""
    found = {}
    for group, one in groups.items():
        known = speed(one, level=level)
        if known.n >= FEWEST and known.median is not None:
            found[group] = Estimate(known.median, known.median_low, known.median_high, known.n)
    return by_group(found)


def _reopened(counts: Mapping[Group, Reopened], level: float) -> Estimates:
    found = {}
    for group, one in counts.items():
        share = share_of(one.reopened, one.told, level=level)
        if share is not None:
            found[group] = Estimate(share.share, share.low, share.high, share.n)
    return by_group(found)
