"""Every effect planted in the sample company is found again in its files, without cxlib.

The table in sample_data/README.md is the list: each true value must lie in a 99 % interval computed
here with numpy, pandas, scipy and lifelines, and each "found" value must be what is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
from lifelines import CoxPHFitter, CoxTimeVaryingFitter, KaplanMeierFitter, LogNormalAFTFitter
from lifelines.utils import median_survival_times
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
LAST = pd.Timestamp("2026-09-30")  # the last day of the data
END = LAST + pd.Timedelta(days=1)
DAY = pd.Timedelta(days=1)
Z = 2.5758  # 99 %
LATE = r"\b(?:late|delay\w*|telat|terlambat|molor|lewat|lambat)\b"
APP = r"\b(?:app|aplikasi|aplikasinya)\b"


class Found(NamedTuple):
    """An estimate and its 99 % interval."""

    value: float
    low: float
    high: float


@cache
def table(name: str) -> pd.DataFrame:
    """A file, with the rows that stand twice taken once."""
    frame = pd.read_csv(FOLDER / f"{name}.csv")
    for column in frame.columns:
        if column.endswith(("_at", "_on", "_date")):
            frame[column] = pd.to_datetime(frame[column])
    return frame.drop_duplicates()


@cache
def promised() -> dict[str, tuple[str, str]]:
    """True and found value of each effect, as the README's table writes them."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| (-?\d[\d.]*) \| (-?\d[\d.]*) \|", text, flags=re.MULTILINE)
    return {name.strip(): (true, found) for name, true, found in rows}


# Tools


def around(value: float, error: float) -> Found:
    return Found(float(value), float(value - Z * error), float(value + Z * error))


def slopes(outcome, columns, clusters) -> list[Found]:
    """Least squares with a constant first; errors robust to rows of one cluster being alike."""
    x = np.column_stack([np.ones(len(outcome)), *columns]).astype(float)
    bread = np.linalg.inv(x.T @ x)
    y = np.asarray(outcome, float)
    beta = bread @ x.T @ y
    scores = x * (y - x @ beta)[:, None]
    sums = pd.DataFrame(scores).groupby(np.asarray(clusters)).sum().to_numpy()
    error = np.sqrt(np.diag(bread @ sums.T @ sums @ bread))
    return [around(one, its) for one, its in zip(beta, error, strict=True)]


def likely(loss: Callable[[np.ndarray], float], start: list[float]) -> list[Found]:
    """Maximum likelihood in logarithms, with errors from the curvature."""
    best = minimize(loss, np.log(start), method="BFGS", options={"gtol": 1e-3}).x
    step, size = 1e-3, len(best)
    unit = np.eye(size) * step
    curve = np.array(
        [
            [
                sum(
                    s * t * loss(best + s * unit[i] + t * unit[j]) for s in (1, -1) for t in (1, -1)
                )
                for j in range(size)
            ]
            for i in range(size)
        ]
    ) / (4 * step**2)
    error = np.sqrt(np.diag(np.linalg.inv(curve)))
    middle = [around(one, its) for one, its in zip(best, error, strict=True)]
    return [Found(*(float(np.exp(limit)) for limit in one)) for one in middle]


def resampled(statistic: Callable[[np.ndarray], float], rows: int, times: int = 400) -> Found:
    """A percentile interval from drawing rows again."""
    rng = np.random.default_rng(7)
    drawn = [statistic(rng.integers(0, rows, rows)) for _ in range(times)]
    low, high = np.quantile(drawn, [0.005, 0.995])
    return Found(statistic(np.arange(rows)), float(low), float(high))


# Scores


@cache
def answers() -> pd.DataFrame:
    frame = table("survey").dropna(subset=["customer_id", "nps"]).copy()
    frame["x"] = 100.0 * ((frame.nps >= 9).astype(int) - (frame.nps <= 6))
    return frame


@cache
def nps_gaps() -> list[Found]:
    a = answers()
    return slopes(a.x, [a.region == "East Java", a.touchpoint == "Support"], a.customer_id)


def late_comments() -> Found:
    a = answers().dropna(subset=["comment"])
    late = a.comment.str.lower().str.contains(LATE)
    return slopes(a.x, [late], a.customer_id)[1]


def release() -> Found:
    a = table("survey").dropna(subset=["customer_id", "ces"])
    app, after = a.channel == "App", a.answered_at >= "2026-03-10"
    return slopes(a.ces, [app, after, app & after], a.customer_id)[3]


@cache
def shares_of_r2() -> dict[str, Found]:
    names = ["delivery", "app", "staff", "price"]
    columns = [f"{name}_rating" for name in names]
    values = answers()[[*columns, "nps"]].dropna().to_numpy()

    def lmg(rows: np.ndarray) -> np.ndarray:
        r = np.corrcoef(values[rows].T)

        def explained(subset: tuple[int, ...]) -> float:
            one = list(subset)
            return r[4, one] @ np.linalg.solve(r[np.ix_(one, one)], r[4, one]) if one else 0.0

        gain = np.zeros(4)
        for order in permutations(range(4)):
            for place, driver in enumerate(order):
                gain[driver] += explained(order[: place + 1]) - explained(order[:place])
        return gain / gain.sum()

    rng = np.random.default_rng(7)
    drawn = np.array([lmg(rng.integers(0, len(values), len(values))) for _ in range(200)])
    middle, error = lmg(np.arange(len(values))), drawn.std(axis=0)
    return {name: around(one, its) for name, one, its in zip(names, middle, error, strict=True)}


def reply_and_csat() -> Found:
    """Each support answer meets the last ticket that was solved for its customer before it."""
    asked = table("survey").query("touchpoint == 'Support'").dropna(subset=["customer_id", "csat"])
    solved = table("tickets").dropna(subset=["solved_at"])
    both = pd.merge_asof(
        asked.sort_values("answered_at"),
        solved.sort_values("solved_at"),
        left_on="answered_at",
        right_on="solved_at",
        by="customer_id",
    ).dropna(subset=["solved_at"])
    hours = (both.first_reply_at - both.created_at) / pd.Timedelta(hours=1)
    doublings = np.log2(hours.clip(1, 64))
    return slopes((both.csat >= 4).astype(float), [doublings], both.customer_id)[1]


# Staying


@cache
def spells() -> pd.DataFrame:
    """Subscriptions with their customer's first scored answer."""
    first = answers().sort_values("answered_at").drop_duplicates("customer_id")
    frame = table("subscriptions").merge(
        first[["customer_id", "answered_at", "x"]], on="customer_id", how="left"
    )
    frame["churned"] = frame.ended_on.notna()
    frame["until"] = frame.ended_on.fillna(LAST)
    frame["answered"] = frame.answered_at.dt.normalize()
    return frame


@cache
def hazards() -> dict[str, Found]:
    """Cox by tenure: plan, price rise and the first answer, each from the day it is true."""
    before, last = pd.Timestamp("2025-08-31"), pd.Timestamp("2025-09-30")
    rows = []
    for number, spell in enumerate(spells().itertuples()):
        answered = spell.answered
        cuts = {day for day in (before, last, answered) if spell.started_on < day < spell.until}
        edges = [spell.started_on, *sorted(cuts), spell.until]
        for start, stop in pairwise(edges):  # days after start, up to stop
            x = spell.x if answered <= start else None
            rows.append(
                {
                    "id": number,
                    "start": (start - spell.started_on).days,
                    "stop": (stop - spell.started_on).days,
                    "event": spell.churned and stop == spell.until,
                    "Regular": spell.plan == "Regular",
                    "Family": spell.plan == "Family",
                    "Office": spell.plan == "Office",
                    "unasked": x is None,
                    "promoter": x == 100,
                    "passive": x == 0,
                    "rise": before <= start < last,
                }
            )
    frame = pd.DataFrame(rows).astype(float).query("stop > start")
    fit = CoxTimeVaryingFitter().fit(
        frame, id_col="id", event_col="event", start_col="start", stop_col="stop"
    )
    return ratios(fit)


def ratios(fit) -> dict[str, Found]:
    spread = zip(fit.params_.index, fit.params_, fit.standard_errors_, strict=True)
    return {
        str(name): Found(*(float(np.exp(limit)) for limit in around(value, error)))
        for name, value, error in spread
    }


@cache
def from_the_answer() -> dict[str, Found]:
    """Cox with the clock at the first answer, of those who were still there."""
    s = spells().query("started_on <= answered < until")
    frame = pd.DataFrame({"days": (s.until - s.answered).dt.days, "churned": s.churned})
    frame["promoter"], frame["passive"] = s.x == 100, s.x == 0
    for plan in ("Regular", "Family", "Office"):
        frame[plan] = s.plan == plan
    return ratios(CoxPHFitter().fit(frame.astype(float), "days", "churned"))


# Buying


@cache
def purchase_days() -> pd.DataFrame:
    t = table("transactions").dropna(subset=["customer_id"])
    daily = t.assign(day=t.ordered_at.dt.normalize()).groupby(["customer_id", "day"])
    return daily.amount.sum().reset_index()


@cache
def bg_nbd() -> dict[str, Found]:
    """Fader, Hardie & Lee (2005), equation 6, in weeks."""
    days = purchase_days().groupby("customer_id").day.agg(["min", "max", "count"])
    x = days["count"].to_numpy() - 1
    tx = (days["max"] - days["min"]).dt.days.to_numpy() / 7
    age = (LAST - days["min"]).dt.days.to_numpy() / 7

    def loss(logs: np.ndarray) -> float:
        r, alpha, a, b = np.exp(logs)
        front = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        alive = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + age)
        gone = betaln(a + 1, b + np.maximum(x, 1) - 1) - betaln(a, b)
        gone = np.where(x > 0, gone - (r + x) * np.log(alpha + tx), -np.inf)
        return -float((front + np.logaddexp(alive, gone)).sum())

    return dict(zip(["r", "alpha", "a", "b"], likely(loss, [1.0, 5.0, 1.0, 3.0]), strict=True))


@cache
def order_values() -> pd.DataFrame:
    t = table("transactions").dropna(subset=["customer_id"])
    values = t.groupby("customer_id").amount.agg(["mean", "count"]).reset_index()
    return values.merge(table("customers")[["customer_id", "segment"]], on="customer_id")


@cache
def gamma_gamma() -> dict[str, Found]:
    """Fader & Hardie (2013), equation 1a."""
    x, m = order_values()["count"].to_numpy(), order_values()["mean"].to_numpy()

    def loss(logs: np.ndarray) -> float:
        p, q, v = np.exp(logs)
        return -float(
            (
                gammaln(p * x + q)
                - gammaln(p * x)
                - gammaln(q)
                + q * np.log(v)
                + (p * x - 1) * np.log(m)
                + p * x * np.log(x)
                - (p * x + q) * np.log(v + m * x)
            ).sum()
        )

    return dict(zip("pqv", likely(loss, [5.0, 3.0, 20.0]), strict=True))


def business_orders() -> Found:
    values = order_values()
    business, mean = (values.segment == "Business").to_numpy(), values["mean"].to_numpy()

    def ratio(rows: np.ndarray) -> float:
        return float(mean[rows][business[rows]].mean() / mean[rows][~business[rows]].mean())

    return resampled(ratio, len(values))


# Service, app, reviews


@cache
def reply_factors() -> dict[str, Found]:
    """Log-normal first replies by channel; those still waited for are censored."""
    t = table("tickets")
    hours = (t.first_reply_at.fillna(END) - t.created_at) / pd.Timedelta(hours=1)
    frame = pd.DataFrame({"hours": hours, "replied": t.first_reply_at.notna()})
    frame["chat"], frame["phone"] = t.channel == "Chat", t.channel == "Phone"
    frame["peak"] = (t.created_at >= "2025-11-15") & (t.created_at < "2026-01-06")
    frame["backlog"] = t.created_at >= "2026-09-01"
    fit = LogNormalAFTFitter().fit(frame.astype(float), "hours", "replied")
    middle = fit.params_["mu_"], fit.standard_errors_["mu_"]
    return {
        name: Found(*np.exp(around(middle[0][name], middle[1][name])))
        for name in ("peak", "backlog")
    }


@cache
def backlog_hours() -> tuple[Found, float]:
    """Median hours to solved in the last month: with open tickets as open, and without them."""
    t = table("tickets").query("created_at >= '2026-09-01'")
    hours = (t.solved_at.fillna(END) - t.created_at) / pd.Timedelta(hours=1)
    fit = KaplanMeierFitter(alpha=0.01).fit(hours, t.solved_at.notna())
    low, high = median_survival_times(fit.confidence_interval_).to_numpy()[0]
    median = Found(float(fit.median_survival_time_), float(low), float(high))
    return median, float(hours[t.solved_at.notna()].median())


def night_reopens() -> Found:
    t = table("tickets").dropna(subset=["reopened"])
    return slopes(t.reopened, [t.agent_group == "Night team"], t.ticket_id)[1]


@cache
def sessions() -> pd.DataFrame:
    by = table("events").groupby("session_id")
    return by.agg(who=("customer_id", "first"), at=("happened_at", "min"), n=("event", "size"))


def weekend() -> Found:
    """Sessions a Saturday or Sunday against those a Monday to Thursday."""
    days = sessions()["at"].dt.normalize().value_counts()
    days = days.reindex(pd.date_range("2026-02-01", "2026-09-30"), fill_value=0)
    late, early = days[days.index.dayofweek >= 5], days[days.index.dayofweek <= 3]
    error = np.sqrt(sum(one.var() / len(one) / one.mean() ** 2 for one in (late, early)))
    middle = around(np.log(late.mean() / early.mean()), error)
    return Found(*(float(np.exp(limit)) for limit in middle))


def single_events() -> Found:
    single = sessions().n == 1
    return slopes(single.astype(float), [], sessions().who)[0]


def clicks(event: str) -> Found:
    e = table("events").query("event == @event")
    by = e.groupby("customer_id")[["shown", "clicked"]].sum()
    share = by.clicked.sum() / by.shown.sum()
    error = np.sqrt(((by.clicked - share * by.shown) ** 2).sum()) / by.shown.sum()
    return around(share, error)


def late_stars() -> Found:
    c = table("comments")
    late = c.text.str.lower().str.contains(LATE)
    app = c.text.str.lower().str.contains(APP) & (c.rating <= 3) & ~late
    return slopes(c.rating, [late, app], c.review_id)[1]


def app_complaints() -> Found:
    """Share of reviews of three stars or fewer that name the app, after the release less before."""
    c = table("comments")
    app = c.text.str.lower().str.contains(APP) & (c.rating <= 3)
    return slopes(app.astype(float), [c.written_at >= "2026-03-10"], c.review_id)[1]


EFFECTS: dict[str, Callable[[], Found]] = {
    "East Java, NPS points": lambda: nps_gaps()[1],
    "Support answers, NPS points": lambda: nps_gaps()[2],
    "Late delivery in comments, NPS points": late_comments,
    "App release, CES points": release,
    "Driver share of R2: delivery": lambda: shares_of_r2()["delivery"],
    "Driver share of R2: app": lambda: shares_of_r2()["app"],
    "Driver share of R2: staff": lambda: shares_of_r2()["staff"],
    "Driver share of R2: price": lambda: shares_of_r2()["price"],
    "CSAT share 4-5 per doubling of the reply time": reply_and_csat,
    "Promoters against detractors, hazard ratio": lambda: from_the_answer()["promoter"],
    "Passives against detractors, hazard ratio": lambda: from_the_answer()["passive"],
    "Regular against Starter, hazard ratio": lambda: hazards()["Regular"],
    "Family against Starter, hazard ratio": lambda: hazards()["Family"],
    "Office against Starter, hazard ratio": lambda: hazards()["Office"],
    "September 2025 (price rise), hazard ratio": lambda: hazards()["rise"],
    "BG/NBD r": lambda: bg_nbd()["r"],
    "BG/NBD alpha (weeks)": lambda: bg_nbd()["alpha"],
    "BG/NBD a": lambda: bg_nbd()["a"],
    "BG/NBD b": lambda: bg_nbd()["b"],
    "Gamma-gamma p": lambda: gamma_gamma()["p"],
    "Gamma-gamma q": lambda: gamma_gamma()["q"],
    "Gamma-gamma v": lambda: gamma_gamma()["v"],
    "Business against consumer, mean order": business_orders,
    "Year-end 2025, first replies take times": lambda: reply_factors()["peak"],
    "September 2026, first replies take times": lambda: reply_factors()["backlog"],
    "September 2026, median hours to solved": lambda: backlog_hours()[0],
    "Night team, share reopened above the others": night_reopens,
    "Weekend against Monday-Thursday, sessions": weekend,
    "Single-event sessions, share": single_events,
    "Click share, home": lambda: clicks("view_home"),
    "Click share, recommendations": lambda: clicks("view_recommendations"),
    "Late delivery in reviews, stars": late_stars,
    "App complaints in reviews, share after less before": app_complaints,
}


def test_the_readme_lists_these_effects() -> None:
    assert list(promised()) == list(EFFECTS)


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_is_found_again(name: str) -> None:
    true, found = promised()[name]
    here = EFFECTS[name]()
    assert here.low <= float(true) <= here.high, here
    last_digit = 10.0 ** -len(found.partition(".")[2])
    assert here.value == pytest.approx(float(found), abs=0.6 * last_digit)


def test_leaving_out_open_tickets_flatters_the_last_month() -> None:
    true, _ = promised()["September 2026, median hours to solved"]
    _, without_open = backlog_hours()
    assert without_open < 0.8 * float(true)
