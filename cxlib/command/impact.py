"""`impact`: from experience to retention to money, with the clock started at the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import click

from cxlib.columns.guess import scale_warning
from cxlib.command.answer import Answer, Result, Rows, write
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, group_name
from cxlib.command.opening import ask_source
from cxlib.command.options import USUAL, Request
from cxlib.command.outcomes import (
    SURVEY,
    Pairs,
    brought,
    open_outcomes,
    outcome_columns,
    shared_roles,
    split_roles,
)
from cxlib.command.retention import OBSERVED, TIMES, UNIT
from cxlib.command.running import SHARED, echo
from cxlib.command.shown import (
    Column,
    Table,
    interval,
    interval_head,
    limits,
    number,
    percent,
    results_table,
    whole,
)
from cxlib.command.values import Amount, Numbers, Pair
from cxlib.errors import NotEnoughData
from cxlib.models.impact import EXPERIENCE, ExperienceImpact, Impact
from cxlib.models.impact import impact as measure
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.landmarks import LandmarkTable, Stay, read_landmarks
from cxlib.tables.contracts import UNITS

OPTIONS = (
    *USUAL,
    UNIT,
    OBSERVED,
    click.option(
        "--outcomes",
        required=True,
        metavar="FILE",
        help="Subscriptions of the same customers: customer, started, ended and fee.",
    ),
    click.option(
        "--outcomes-map",
        type=Pair("ROLE", "COLUMN"),
        multiple=True,
        help="Which column of --outcomes bears a role; repeatable. --map does so too for roles "
        "that a survey does not have.",
    ),
    click.option("--at", type=Numbers(), default=TIMES, show_default=True, help="Times to show."),
    click.option(
        "--tau",
        type=Amount(low=0, open_ends=True, like="such as 12."),
        help="End of the window of mean and money; the last of --at where it is reached.",
    ),
)


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of an impact, besides the request."""

    unit: str
    at: tuple[float, ...]
    tau: float | None
    observed: date | None


def _impact(outcomes: str, outcomes_map: Pairs, **given: Any) -> None:
    """Who stays after which answer, and the money at risk: fee times time within the window.

    The clock starts at the answer, of customers who still were one. The fee is taken as paid once
    a --unit.
    """
    request = Request(**{key: value for key, value in given.items() if key in SHARED})
    own = Asking(**{key: value for key, value in given.items() if key not in SHARED})
    mine, theirs = split_roles(request.roles)
    with ask_source(replace(request, roles=mine), (SURVEY,), score="nps") as asked:
        asked.require_days("answered")
        other = replace(
            Request(outcomes, engine=request.engine, workspace=request.workspace),
            date_format=request.date_format,
        )
        with open_outcomes(other, (*theirs, *outcomes_map), shared_roles(mine)) as second:
            second.require_days("started", "ended", "observed")
            answer = _answer(asked, second, own)
    said = echo(given | {"outcomes": outcomes, "outcomes_map": None})
    said["outcomes_map"] = [f"{left}={right}" for left, right in outcomes_map]
    write(replace(answer, options=said | dict(answer.options)), as_json=request.as_json)


def _made() -> click.Command:
    run: Any = _impact
    for option in reversed(OPTIONS):
        run = option(run)
    return click.command("impact", help=_impact.__doc__)(click.argument("source")(run))


impact = _made()


def _answer(asked: Asked, other: Asked, own: Asking) -> Answer:
    outcomes = brought(other.source, asked.source)
    table = read_landmarks(
        asked.source,
        outcomes,
        selection=asked.selection,
        observed=own.observed,
        by=asked.by,
        period=asked.request.period,
    )
    found = _measured(table, own, asked.request.level)
    results = tuple(_result(group, one) for group, of in found.items() for one in of.groups)
    return Answer(
        command="impact",
        sources=(asked.rows(table.answers), Rows(other.source.name, table.contracts)),
        columns=asked.columns("nps", "customer", "answered") | outcome_columns(other),
        options={"observed": table.observed, "tau": results[0]["tau"]},
        results=results,
        tables=_tables(results, own.unit, asked.request.level),
        tests=_tests(found),
        notes=(*asked.notes, *other.notes, *_notes(asked, found, own.unit)),
    )


def _measured(table: LandmarkTable, own: Asking, level: float) -> dict[Group, Impact]:
    """The impact in the total and in each group with customers."""
    parts: dict[Group, dict[str, Stay]] = {}
    for (group, experience), stay in table.in_units(UNITS[own.unit]).items():
        parts.setdefault(group, {})[experience] = stay
    if not parts:
        hint = first_reason(table.answers)
        raise NotEnoughData("Impact", have=0, need=1, unit="customer", hint=hint)
    ordered = sorted(
        parts, key=lambda one: (one.column or "", one.value or "", str(one.period or ""))
    )
    return {
        group: measure(parts[group], times=own.at, tau=own.tau, level=level) for group in ordered
    }


def _result(group: Group, one: ExperienceImpact) -> Result:
    named = group_fields(group)
    names = ("time", "survival", "low", "high", "at_risk")
    mean, gap = one.mean, one.stay_gap
    return {
        "group": {EXPERIENCE: one.experience, **named["group"]},
        "period": named["period"],
        "n": one.curve.n,
        "events": one.curve.deaths,
        "at": [{name: getattr(row, name) for name in names} for row in one.at],
        "tau": one.tau,
        "rmst": mean.value if mean else None,
        "rmst_low": mean.low if mean else None,
        "rmst_high": mean.high if mean else None,
        "rmst_gap": gap.value if gap else None,
        "rmst_gap_low": gap.low if gap else None,
        "rmst_gap_high": gap.high if gap else None,
        "p_value": gap.p_value if gap else None,
        "fee": one.fee,
        "value": one.value,
        "gap": one.gap,
        "at_risk": one.at_risk,
        "low": one.low,
        "high": one.high,
    }


def _tests(found: Mapping[Group, Impact]) -> tuple[Result, ...]:
    return tuple(
        {
            "name": "log-rank",
            "column": group.column,
            "value": group.value,
            "period": group.period,
            "statistic": one.test.statistic,
            "degrees": one.test.degrees,
            "p_value": one.test.p_value,
        }
        for group, one in found.items()
        if one.test is not None
    )


def _notes(asked: Asked, found: Mapping[Group, Impact], unit: str) -> list[str]:
    warning = scale_warning(asked.profile.column(asked.columns("nps")["nps"]), "nps")
    notes = [warning] if warning else []
    if asked.source.has("weight"):
        notes.append("Survey weights are not used here: every customer counts once.")
    first = next(iter(found.values()))
    tau = first.groups[0].tau
    if tau is not None and any(one.fee is not None for one in first.groups):
        notes.append(
            f"value = mean fee x rmst: the fee is taken as paid once a {unit}, over the first "
            f"{tau:g} {unit}s after the answer, without discount. at_risk = customers x fee x the "
            "rmst that promoters have more."
        )
    total = found.get(TOTAL)
    whole = total.notes if total else ()
    for group, one in found.items():
        notes += [
            note if group == TOTAL else f"{group_name(group)}: {note}"
            for note in one.notes
            if group == TOTAL or note not in whole
        ]
    return notes


def _tables(results: Sequence[Result], unit: str, level: float) -> tuple[Table, ...]:
    head = interval_head(level)
    columns = (
        Column("n", whole("n")),
        Column("left", whole("events")),
        Column(f"mean {unit}s", number("rmst")),
        Column(head, interval("rmst_low", "rmst_high")),
        Column("fee", number("fee"), always=False),
        Column("value", number("value", 0), always=False),
        Column("gap", number("gap"), always=False),
        Column("at risk", number("at_risk", 0), always=False),
        Column(head, interval("low", "high", "{:,.0f}"), always=False),
    )
    times = [row["time"] for row in results[0]["at"]]
    after = tuple(Column(f"after {time:g}", _share(place)) for place, time in enumerate(times))
    return (
        results_table(results, columns),
        results_table(results, after, title=f"Share still there, by {unit}s since the answer"),
    )


def _share(place: int) -> Any:
    def show(result: Mapping[str, Any]) -> str:
        row = result["at"][place]
        known = limits(row["low"], row["high"], "{:.1%}")
        share = percent("survival")(row)
        return share if row["low"] is None else f"{share} ({known})"

    return show
