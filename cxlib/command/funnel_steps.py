"""The funnel of `engagement --funnel`: each group's steps, and who goes through."""

from __future__ import annotations

from dataclasses import asdict

from cxlib.command.answer import Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.shown import UNKNOWN, Column, Table, p_value, percent, results_table, whole
from cxlib.errors import BadOption
from cxlib.metrics.funnel import conversions_against_rest, funnel
from cxlib.stats.funnels import read_funnel
from cxlib.stats.groups import Group

DAY = 86_400
MINUTE = 60


def steps_of(text: str | None, within: float | None) -> tuple[str, ...]:
    """The events of --funnel, in order; none without it.

    Raises:
        BadOption: --within stands alone, or there is only one step.
    """
    if text is None:
        if within is not None:
            raise BadOption("--within limits the steps of a funnel, so it needs --funnel A,B too.")
        return ()
    steps = tuple(one.strip() for one in text.split(",") if one.strip())
    if len(steps) < 2:
        raise BadOption(f"--funnel needs at least two events with a comma between, not '{text}'.")
    return steps


def funnel_results(
    asked: Asked, steps: tuple[str, ...], within: float | None
) -> dict[Group, Result]:
    """The steps of the total and of each group, with the test of the last step."""
    asked.source.require("event")
    book = read_funnel(
        asked.source,
        steps=steps,
        within=None if within is None else round(within * DAY),
        selection=asked.selection,
        by=asked.by,
    )
    tests: dict[Group, tuple[float | None, float | None]] = {}
    for column in asked.by:
        tests |= conversions_against_rest(
            {group: times for group, times in book.times.items() if group.column == column}
        )
    found = {}
    for group, times in book.times.items():
        p, adjusted = tests.get(group, (None, None))
        rows = funnel(book.steps, times, level=asked.request.level)
        found[group] = {
            "steps": [asdict(one) for one in rows],
            "p_value": p,
            "p_adjusted": adjusted,
        }
    return found


def funnel_tables(found: dict[Group, Result]) -> tuple[Table, ...]:
    """The steps of the total, and the last step of every group."""
    if not found:
        return ()
    total, *_ = in_order(found).values()
    steps = Table(
        "Funnel",
        ("step", "customers", "of first", "of before", "dropped", "median minutes"),
        tuple(
            (
                str(one["event"]),
                f"{one['customers']:,}",
                _percent(one["share"]),
                _percent(one["of_before"]),
                f"{one['dropped']:,}",
                _minutes(one["median_seconds"]),
            )
            for one in total["steps"]
        ),
    )
    if len(found) == 1:
        return (steps,)
    rows = [
        group_fields(group)
        | {"n": one["steps"][0]["customers"], "share": one["steps"][-1]["share"]}
        | {"p_adjusted": one["p_adjusted"]}
        for group, one in in_order(found).items()
    ]
    columns = [
        Column("first step", whole("n")),
        Column("reach the last", percent("share")),
        Column("p adjusted", p_value("p_adjusted")),
    ]
    return steps, results_table(rows, columns, title="Funnel by group")


def _percent(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:.1%}"


def _minutes(seconds: float | None) -> str:
    return UNKNOWN if seconds is None else f"{seconds / MINUTE:,.1f}"
