"""Charts of whether the experience pays: who is still there, hazard ratios, what a move brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.impact import experience_words, impact_method
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import UNKNOWN, interval, number
from cxlib.locale.speak import say
from cxlib.metrics.what_if import WhatIf, break_even, gain
from cxlib.models.experience_hazard import ExperienceHazard
from cxlib.models.impact import Impact
from cxlib.stats.groups import Group

STEPS = 10
MOST_GROUPS = 12


def still_there(found: Impact, look: Look, *, unit: str) -> Chart:
    """The share still there at each time asked for, a row a time and a group, as a table."""
    rows: list[tuple[Cell, ...]] = [
        (
            number(row.time, "g"),
            experience_words(one.experience),
            row.survival,
            interval(Point(row.survival, row.low, row.high), ".1%") or UNKNOWN,
            row.at_risk,
        )
        for place in range(len(found.groups[0].at))
        for one in found.groups
        for row in (one.at[place],)
    ]
    columns = (
        say("After ({unit})", unit=unit_name(unit)),
        say("Group"),
        say("Still there"),
        say("Interval"),
        say("Watched then"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("Who is still there after which answer"),
        subtitle=look.subtitle(),
        method=impact_method(),
        source=look.source,
        n=sum(one.curve.n for one in found.groups),
        level=look.level,
        table=Table(columns, tuple(rows), ("", "", ".1%", "", ",d")),
    )


def stay_gaps(parts: Mapping[Group, Impact], look: Look, *, unit: str, column: str) -> Chart | None:
    """How much longer promoters stay than detractors, a bar a segment value, largest first.

    Returns:
        None where no group has both.
    """
    gaps = []
    for group, found in parts.items():
        for one in found.groups:
            if one.experience == "detractor" and one.stay_gap is not None:
                gap, n = one.stay_gap, sum(each.curve.n for each in found.groups)
                gaps.append((group.label, Point(gap.value, gap.low, gap.high, n)))
    gaps.sort(key=lambda one: -(one[1].n or 0))
    if not gaps:
        return None
    shown = gaps[:MOST_GROUPS]
    notes = []
    if len(gaps) > len(shown):
        notes.append(say("The {n} largest groups are shown.", n=len(shown)))
    return Chart(
        kind=Kind.INTERVALS,
        title=say("How much longer promoters stay than detractors, by {column}", column=column),
        labels=tuple(name for name, _ in shown),
        series=(Series(say("Stays longer"), tuple(point for _, point in shown)),),
        axis=Axis(say("Longer ({unit})", unit=unit_name(unit)), form="+,.2f"),
        subtitle=look.subtitle(),
        method=impact_method(),
        source=look.source,
        n=sum(point.n or 0 for _, point in gaps),
        level=look.level,
        notes=tuple(notes),
    )


def hazard_table(found: Sequence[ExperienceHazard], look: Look) -> Chart:
    """Hazard ratios of promoters to the others, and their E-values, as a table."""
    rows: list[tuple[Cell, ...]] = [
        (
            say("Promoters against {others}", others=experience_words(one.experience).lower()),
            one.n,
            one.events,
            one.ratio,
            interval(Point(one.ratio, one.low, one.high), ".2f"),
            p_text(one.p),
            one.e_value.value,
            one.e_value.limit,
        )
        for one in found
    ]
    columns = (
        say("Group"),
        "n",
        say("Left"),
        say("Hazard ratio"),
        say("Interval"),
        "p",
        say("E-value"),
        say("E-value of the limit"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("How strong another cause would have to be"),
        subtitle=look.subtitle(),
        method=say(
            "Hazard ratio by Cox regression (1972) on the two groups: below 1, promoters leave "
            "more slowly. E-value (VanderWeele and Ding, 2017): the least risk ratio with which "
            "something that is not in the data would have to go together with both the answer and "
            "staying, to explain the ratio away. Where more than 15% left, the hazard ratio is "
            "first turned into a risk ratio."
        ),
        source=look.source,
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",d", ",d", ",.2f", "", "", ",.2f", ",.2f")),
        notes=tuple(_explained(one) for one in found if one.experience == "detractor"),
    )


def what_if_chart(asked: WhatIf, target: str, look: Look) -> Chart:
    """Money gained by the share of detractors who come to stay like another group.

    Args:
        asked: the programme.
        target: the experience that they come to be like: promoter or passive.
        look: names and level.
    """
    shares = [step / STEPS for step in range(STEPS + 1)]
    gains = [gain(asked, share) for share in shares]
    return Chart(
        kind=Kind.LINE,
        title=_title(asked, target),
        labels=tuple(number(share, ".0%") for share in shares),
        series=(
            Series(
                say("Gain less cost"),
                tuple(Point(one.value, one.low, one.high, asked.customers) for one in gains),
                "accent",
            ),
        ),
        axis=Axis(say("Gain less cost"), form=",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Gain = detractors x (share who move x mean fee x time that {others} stay longer "
            "within the window, less the cost of each detractor). The limits are those of the "
            "time; the fee is taken as it is. It assumes that the answer is the cause.",
            others=experience_words(target).lower(),
        ),
        source=look.source,
        n=asked.customers,
        level=look.level,
        lines=(Line(0, say("Pays for itself")),),
        notes=(
            say(
                "This assumes that the association is causal: that moved customers come to stay "
                "exactly like {others}. The data alone do not prove it.",
                others=experience_words(target).lower(),
            ),
        ),
    )


def _title(asked: WhatIf, target: str) -> str:
    others = experience_words(target).lower()
    needed = break_even(asked).value
    if asked.cost == 0:
        return say("What it would bring if detractors stayed like {others}", others=others)
    if needed is None or needed > 1:
        return say("At this cost it would not pay, even if all stayed like {others}", others=others)
    return say(
        "It would pay from {share} of detractors on who stay like {others}",
        share=number(needed, ".0%"),
        others=others,
    )


def _explained(one: ExperienceHazard) -> str:
    ratio = number(one.ratio, ".2f")
    if one.e_value.limit <= 1:
        return say(
            "Promoters leave at {ratio} times the rate of detractors, but the limits hold no "
            "difference: nothing else is needed to explain it.",
            ratio=ratio,
        )
    return say(
        "Promoters leave at {ratio} times the rate of detractors. To explain that away, a cause "
        "that is not in the data would have to make both a good answer and staying {e} times as "
        "likely; for the limit, {limit} times.",
        ratio=ratio,
        e=number(one.e_value.value, ".1f"),
        limit=number(one.e_value.limit, ".1f"),
    )
