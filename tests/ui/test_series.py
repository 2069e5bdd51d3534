"""Measures over periods on the sample company: the same numbers as plain pandas."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cxlib.engine.embedded import cursor, open_locked
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.opened import open_source
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.statuses import DEFAULT_STATUSES
from cxlib.ui import imports, series_desk, series_money, series_scores, series_use
from cxlib.ui.jobs import Progress
from cxlib.ui.series import Ask
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import LOCAL, Workspace

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
MONTH = Ask((), "month", 0.95)


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    """The sources of the sample files, by kind."""
    folder = tmp_path_factory.mktemp("series")
    root = open_locked([folder], scratch=folder / "scratch")
    workspace = Workspace(open_catalogue(sqlite_url(folder)), folder, owner=LOCAL)
    for name in ("survey", "subscriptions", "transactions", "events", "tickets"):
        with (SAMPLES / f"{name}.csv").open("rb") as file:
            path = imports.spool(file, f"{name}.csv", workspace.folder)
        imports.arrive(workspace, lambda: cursor(root), path, f"{name}.csv", Progress())
    backend = cursor(root)
    yield {one.kind: open_source(one, backend) for one in workspace.datasets()}
    backend.disconnect()


def table(name, *days):
    return pd.read_csv(SAMPLES / f"{name}.csv", parse_dates=list(days))


def series(found, key, group=TOTAL):
    return next(one for one in found if one.measure.key == key and one.group == group)


def values(one):
    return {
        start: estimate.value for start, estimate in zip(one.starts, one.estimates, strict=True)
    }


def by_month(frame, day):
    return frame.groupby(frame[day].dt.to_period("M").dt.start_time.dt.date)


def test_nps_of_each_month_and_region(sources):
    ask = Ask(("region",), "month", 0.95)
    found = series_scores.score(sources["survey"], EVERYTHING, ask, "nps", None)
    frame = table("survey", "answered_at").dropna(subset=["nps"])

    def net(part):
        return 100 * ((part.nps >= 9).mean() - (part.nps <= 6).mean())

    whole = {day: net(part) for day, part in by_month(frame, "answered_at")}
    assert values(series(found, "nps")) == pytest.approx(whole)
    east = frame[frame.region == "East Java"]
    mine = {day: net(part) for day, part in by_month(east, "answered_at")}
    assert values(series(found, "nps", Group("region", "East Java"))) == pytest.approx(mine)


def test_churn_and_recurring_money(sources):
    found = series_money.contracts(sources["subscriptions"], EVERYTHING, MONTH)
    frame = table("subscriptions", "started_on", "ended_on")
    never = pd.Timestamp("2200-01-01")
    ends = frame.ended_on.fillna(never)

    def there(day):
        """Customers with a contract that runs past the close of a day, with their fees."""
        known = frame[(frame.started_on <= day) & (ends > day)]
        return known.groupby("customer_id").monthly_fee.sum()

    churn, money = values(series(found, "churn")), values(series(found, "mrr"))
    for month in ("2025-09-01", "2026-02-01", "2026-09-01"):
        first = pd.Timestamp(month)
        before, after = there(first - pd.Timedelta(days=1)), there(first + pd.offsets.MonthEnd(0))
        lost = len(before.index.difference(after.index))
        assert churn[first.date()] == pytest.approx(lost / len(before)), month
        assert money[first.date()] == pytest.approx(after.sum()), month


def test_sales_orders_and_buyers(sources):
    found = series_money.purchases(sources["transactions"], EVERYTHING, MONTH)
    frame = table("transactions", "ordered_at")
    frame = frame[(frame.amount >= 0) & (frame.quantity >= 0)].dropna(subset="customer_id")
    months = by_month(frame, "ordered_at")
    assert values(series(found, "sales")) == pytest.approx(months.amount.sum().to_dict())
    assert values(series(found, "orders")) == months.order_id.nunique().to_dict()
    assert values(series(found, "buyers")) == months.customer_id.nunique().to_dict()
    last = series(found, "sales").last
    spent = frame[frame.ordered_at >= "2026-09-01"].groupby("customer_id").amount.sum()
    assert (last.high - last.low) / 2 == pytest.approx(1.96 * np.sqrt((spent**2).sum()), rel=0.01)


def test_weekly_active_customers_and_sessions(sources):
    found = series_use.events(sources["events"], EVERYTHING, MONTH)
    frame = table("events", "happened_at")
    day = frame.happened_at.dt.normalize()
    weekly = {
        end: frame[(day > end - pd.Timedelta(days=7)) & (day <= end)].customer_id.nunique()
        for end in pd.date_range("2026-09-01", "2026-09-30")
    }
    september = date(2026, 9, 1)
    assert values(series(found, "wau"))[september] == pytest.approx(np.mean([*weekly.values()]))
    months = by_month(frame, "happened_at")
    assert values(series(found, "active")) == months.customer_id.nunique().to_dict()
    starts = by_month(frame.groupby("session_id", as_index=False).happened_at.min(), "happened_at")
    assert values(series(found, "sessions")) == starts.size().to_dict()
    clicks = months[["clicked", "shown"]].sum()
    assert values(series(found, "clicks")) == pytest.approx(
        (clicks.clicked / clicks.shown).to_dict()
    )


def test_tickets_replies_and_reopened(sources):
    asked = (sources["tickets"], EVERYTHING, MONTH, 4.0, DEFAULT_STATUSES)
    found = series_desk.tickets(*asked)
    frame = table("tickets", "created_at", "first_reply_at", "solved_at")
    months = by_month(frame, "created_at")
    assert values(series(found, "tickets")) == months.size().to_dict()
    hours = (frame.first_reply_at - frame.created_at).dt.total_seconds() / 3600
    answered = frame.assign(hours=hours)[hours.notna()]
    # Where every ticket of a month has its reply, Kaplan-Meier's median is the first wait that
    # half of the tickets have not passed.
    for month, part in by_month(answered, "created_at"):
        if len(part) == len(months.get_group(month)):
            middle = np.sort(part.hours)[int(np.ceil(len(part) / 2)) - 1]
            assert values(series(found, "reply"))[month] == pytest.approx(middle), month
            within = (part.hours <= 4).mean()
            assert values(series(found, "replied"))[month] == pytest.approx(within), month
    solved = by_month(frame[frame.solved_at.notna()], "solved_at")
    assert values(series(found, "reopened")) == pytest.approx(solved.reopened.mean().to_dict())
