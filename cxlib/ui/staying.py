"""Retention in view: the event table, and the answer that the page draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cxlib.charts.chart import Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.columns.choices import JOIN
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import SurvivalAt
from cxlib.models.log_rank import EVEN, Weights
from cxlib.models.retention import GroupRetention, Retention, retention
from cxlib.stats.asked import LifeTable, read_life_table
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import UNITS, read_repeated_contracts
from cxlib.tables.linked import VERSUS
from cxlib.tables.selection import Selection
from cxlib.tables.source import SAVED
from cxlib.tables.stays import GAP
from cxlib.ui import load, session
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.stay_controls import TIMES as TIMES
from cxlib.workspace.store import Dataset

HEADLINE = {"day": 30, "week": 13, "month": 12}


@dataclass(frozen=True, slots=True)
class Stay:
    """The event table of the view and what is read off it.

    `lives` are the event tables by group in the unit.
    """

    table: LifeTable
    lives: dict[Group, Lives]
    answer: Retention
    look: Look
    unit: str

    @property
    def total(self) -> GroupRetention:
        """Retention of the whole selection."""
        return next(one for one in self.answer.groups if one.group == TOTAL)


@load.kept(50)
def lives_of(
    dataset: Dataset,
    selection: Selection,
    by: str | None,
    observed: date | None,
    records_from: date | None,
) -> LifeTable:
    """Event tables of contracts, with late entries where the records begin later."""
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_life_table(
            source,
            selection=selection,
            by=(by,) if by else (),
            observed=observed,
            records_from=records_from,
        )


@load.kept(50)
def _repeated(dataset: Dataset) -> tuple[int, int]:
    with session.opened(dataset) as source:
        return read_repeated_contracts(source)


def read(
    view: View,
    unit: str,
    observed: date | None,
    *,
    records_from: date | None = None,
    times: Sequence[float] = (),
    tau: float | None = None,
    weights: Weights = EVEN,
) -> Stay:
    """Count and estimate retention for the view.

    Args:
        view: dataset, selection, comparison and level.
        unit: name of the unit of time.
        observed: the cut-off day; None for the last date in the file.
        records_from: the day on which the records begin; None where they hold everybody.
        times: where to read the curves; empty for the usual times within the follow-up.
        tau: end of the window of the mean; None for the usual one.
        weights: which test compares groups.
    """
    table = lives_of(view.dataset, view.selection, view.by, observed, records_from)
    lives = table.in_units(UNITS[unit])
    longest = lives[TOTAL].longest
    usual = [float(time) for time in TIMES[unit] if time <= longest] or [longest]
    answer = retention(lives, times=times or usual, tau=tau, level=view.level, weights=weights)
    parts = [view.words()]
    if records_from is not None:
        parts.append(say("records from {day}", day=records_from))
    if table.joined:
        parts.append(say("contracts joined to stays"))
    words = ", ".join(part for part in parts if part)
    look = Look(say("Retention"), view.dataset.name, words, view.level)
    return Stay(table, lives, answer, look, unit)


def repeated(view: View) -> str:
    """How many customers have several contracts, and what can be done; empty where none has."""
    mapping = view.dataset.mapping
    customers, contracts = _repeated(view.dataset)
    if not customers:
        return ""
    if mapping.choice("stays") == JOIN:
        return say("Contracts of a customer at most {days} days apart count as one stay.", days=GAP)
    return say(
        "{customers} customers have {contracts} contracts, and each counts by itself. On the Data "
        "page contracts that follow on one another can be joined to stays.",
        customers=count(customers),
        contracts=count(contracts),
    )


def headline(stay: Stay) -> list[Kpi]:
    """Customers, retention at a usual time, median, and mean time active."""
    total, level = stay.total, stay.look.level
    curve, units = total.curve, unit_name(stay.unit)
    kpis = [
        Kpi(
            say("Customers"),
            Point(curve.n, n=None),
            ",.0f",
            about=say("Customers in view; {left} have left.", left=number(curve.deaths, ",d")),
        )
    ]
    row = usual(total, stay.unit)
    if row is not None:
        kpis.append(
            Kpi(
                say("Still there after {time} {unit}", time=number(row.time, ",.0f"), unit=units),
                Point(row.survival, row.low, row.high, row.at_risk),
                ".1%",
                level,
                about=say("Kaplan-Meier estimate; n is the customers still watched then."),
            )
        )
    kpis.append(
        Kpi(
            say("Median stay ({unit})", unit=units),
            Point(curve.median, curve.median_low, curve.median_high, curve.n),
            ",.1f",
            level,
            about=say("Half have left by then; a dash means that more than half are still there."),
        )
    )
    if total.mean is not None and total.tau is not None:
        mean = total.mean
        kpis.append(
            Kpi(
                say(
                    "Mean active in the first {tau} {unit}",
                    tau=number(total.tau, ",.0f"),
                    unit=units,
                ),
                Point(mean.value, mean.low, mean.high, curve.n),
                ",.2f",
                level,
                about=say("Expected time as a customer within the window (RMST)."),
            )
        )
    return kpis


def usual(one: GroupRetention, unit: str) -> SurvivalAt | None:
    """The curve at the usual time of the unit, or at the last known time before it."""
    known = [row for row in one.at if row.survival is not None and row.time <= HEADLINE[unit]]
    return known[-1] if known else None


def immortal(view: View) -> str:
    """A warning where customers are split by what may have happened after they started; else ""."""
    if not (view.by or "").startswith(SAVED):
        return ""
    names = (view.by or "").removeprefix(SAVED).split(VERSUS)
    elsewhere = [
        one
        for one in session.around().segments
        if one.name in names and one.dataset != view.dataset.id
    ]
    if not elsewhere:
        return ""
    return say(
        "Customers may be in this segment by something that happened after they started. Those who "
        "stay longer have more time for it, so part of the difference may be no effect at all."
    )
