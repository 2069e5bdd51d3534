"""Lifetime value from contracts in view: curves, models and cohorts, and the value they give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxlib.charts.chart import Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.models.contract import ContractValue
from cxlib.models.contract_groups import GroupCurves, GroupValues, group_curves, group_values
from cxlib.models.contract_models import ModelCurves, model_curves
from cxlib.models.stay_curve import Method, StayCurve, stay_curve
from cxlib.stats.asked import LifeTable, read_life_table
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import load, session
from cxlib.ui.contract_terms import Asked
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.staying import lives_of
from cxlib.workspace.store import Dataset

Days = tuple[date | None, date | None]
MOST_COHORTS = 24


@dataclass(frozen=True, slots=True)
class Contracted:
    """Values by group under the terms."""

    asked: Asked
    curve: StayCurve
    groups: GroupValues
    table: LifeTable
    look: Look

    @property
    def total(self) -> ContractValue:
        """The value for all customers."""
        return self.groups.values[TOTAL]


def read(view: View, asked: Asked) -> Contracted:
    """Value a customer of every group; a group too small for the model is left out, and said."""
    table = lives_of(view.dataset, view.selection, view.by, *asked.days)
    curves = _curves(
        view.dataset,
        view.selection,
        view.by,
        asked.days,
        unit=asked.unit,
        model=asked.model,
        level=view.level,
    )
    parts = [view.words()]
    if asked.days[1] is not None:
        parts.append(say("records from {day}", day=asked.days[1]))
    if table.joined:
        parts.append(say("contracts joined to stays"))
    words = ", ".join(part for part in parts if part)
    look = Look(say("Contract value"), view.dataset.name, words, view.level)
    found = group_values(curves, asked.terms)
    return Contracted(asked, curves.own[TOTAL], found, table, look)


@load.kept(30)
def _curves(
    dataset: Dataset,
    selection: Selection,
    by: str | None,
    days: Days,
    *,
    unit: str,
    model: Method,
    level: float,
) -> GroupCurves:
    """Curves of all customers and by group; the terms do not change them."""
    lives = lives_of(dataset, selection, by, *days).in_units(UNITS[unit])
    return group_curves(lives, model, level=level)


def total_lives(view: View, asked: Asked) -> Lives:
    """The event table of all customers in view."""
    table = lives_of(view.dataset, view.selection, view.by, *asked.days)
    return table.in_units(UNITS[asked.unit])[TOTAL]


@load.kept(20)
def models_of(
    dataset: Dataset, selection: Selection, days: Days, *, unit: str, level: float
) -> ModelCurves:
    """All models, fitted once for each view."""
    lives = lives_of(dataset, selection, None, *days).in_units(UNITS[unit])[TOTAL]
    return model_curves(lives, level=level)


@load.kept(20)
def _by_start(dataset: Dataset, selection: Selection, days: Days, period: str) -> LifeTable:
    with session.opened(dataset, load.using(selection)) as source:
        return read_life_table(
            source, selection=selection, period=period, observed=days[0], records_from=days[1]
        )


def cohorts_of(view: View, asked: Asked) -> dict[str, Lives]:
    """Event tables by the month, quarter or year of the start, earliest first; {} without dates."""
    return _cohorts(view.dataset, view.selection, asked.days, asked.unit)


@load.kept(20)
def _cohorts(dataset: Dataset, selection: Selection, days: Days, unit: str) -> dict[str, Lives]:
    if not dataset.mapping.column("started"):
        return {}
    for period in ("month", "quarter", "year"):
        table = _by_start(dataset, selection, days, period)
        if not table.dated:
            return {}
        lives = {group: one for group, one in table.lives.items() if group.period is not None}
        if len(lives) <= MOST_COHORTS or period == "year":
            break
    shown = sorted(lives, key=lambda group: str(group.period))[-MOST_COHORTS:]
    return {_name(group, period): lives[group].scaled(UNITS[unit]) for group in shown}


@load.kept(20)
def _cohort_curves(
    dataset: Dataset, selection: Selection, days: Days, *, unit: str, model: Method, level: float
) -> tuple[dict[str, StayCurve], dict[str, str]]:
    found: dict[str, StayCurve] = {}
    refused: dict[str, str] = {}
    for name, lives in _cohorts(dataset, selection, days, unit).items():
        try:
            found[name] = stay_curve(lives, model, level=level)
        except NotEnoughData as reason:
            refused[name] = str(reason)
    return found, refused


def cohort_curves(view: View, asked: Asked) -> tuple[dict[str, StayCurve], dict[str, str]]:
    """A curve by start cohort, earliest first, and the cohorts too small for the model."""
    return _cohort_curves(
        view.dataset,
        view.selection,
        asked.days,
        unit=asked.unit,
        model=asked.model,
        level=view.level,
    )


def _name(group: Group, period: str) -> str:
    return period_label(group.period, period) if group.period is not None else ""


def headline(found: Contracted) -> list[Kpi]:
    """Value per customer, how much of it the data show, and the payments expected."""
    total, terms = found.total, found.asked.terms
    level = found.look.level
    return [
        Kpi(say("Customers"), Point(total.n), ",.0f", about=_left(total)),
        Kpi(
            say("Value per new customer"),
            Point(total.value, total.low, total.high, total.n),
            ",.2f",
            level,
            about=say(
                "Discounted margin of {n} payments, each weighed by the share of customers who "
                "make it.",
                n=number(terms.horizon, ",d"),
            ),
        ),
        Kpi(
            say("Of it within the data"),
            Point(total.within / total.value if total.value else None),
            ".0%",
            about=say(
                "The share of the value that falls due within the longest follow-up. The rest is "
                "a projection, or by Kaplan-Meier the most it can be."
            ),
        ),
        Kpi(
            say(
                "Still there after {time} {unit}",
                time=number(terms.horizon, ",d"),
                unit=unit_name(found.asked.unit),
            ),
            Point(total.survival[terms.horizon], n=total.n),
            ".1%",
        ),
    ]


def _left(total: ContractValue) -> str:
    return say("Customers in view; {left} have left.", left=number(total.events, ",d"))
