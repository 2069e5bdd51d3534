"""Charts of who answered: response rates, coverage of a customer list, early and late answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series, Table
from cxlib.charts.measures import p_words
from cxlib.charts.scores import (
    FALSE_ALARMS,
    Look,
    axis_of,
    differing,
    p_text,
    score_by_group,
    score_over_time,
    value_of,
)
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.change import Change
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.nps import Nps
from cxlib.metrics.response import SMALLEST, Homogeneity
from cxlib.metrics.scored import Scored
from cxlib.metrics.shares import BoxScore
from cxlib.stats.invitations import Delays

SURE = 0.05
BANDS = ((0, 0), (1, 1), (2, 3), (4, 7), (8, 14), (15, 30), (31, None))
"""First and last day after the invitation of each wave of answers."""
Shares = Sequence[Scored[BoxScore]]


@dataclass(frozen=True, slots=True)
class Part:
    """A share being shown.

    Attributes:
        axis: what is shared, such as "Share of invitations answered".
        method: how it is counted, without the words on limits and tests.
    """

    axis: str
    method: str

    def full_method(self) -> str:
        """With the words on limits and tests."""
        tail = say(
            "The limits are Wilson's (1927). A group is tested against all others of its column "
            "by the N-1 chi-square (Campbell, Statistics in Medicine, 2007), and p-values are "
            "adjusted by Benjamini and Hochberg (1995)."
        )
        return f"{self.method} {tail}"


def invited_part() -> Part:
    """The share of invitations that were answered."""
    return Part(
        say("Share of invitations answered"),
        say("Rows with the date of an invitation; those with a valid score count as answered."),
    )


def listed_part() -> Part:
    """The share of a customer list that answered."""
    return Part(
        say("Share of the list's customers who answered"),
        say(
            "Customers of the list, found among those who answered by the customer's key. A "
            "customer who answered several times counts once."
        ),
    )


def share_by_group(
    scored: Shares, column: str, look: Look, part: Part, test: Homogeneity | None = None
) -> Chart:
    """One bar and one interval a group, highest first; the title names what differs for certain.

    Args:
        scored: shares of yes.
        column: the segment column.
        look: names and level.
        part: what is shared.
        test: of all groups together; None without.
    """
    chart = score_by_group(scored, column, look)
    proven = differing(scored, column)
    title = (
        say(
            "{name} by {column}: {group} stands out ({value})",
            name=look.name,
            column=column,
            group=proven[0].group.label,
            value=number(proven[0].result.share, ".1%"),
        )
        if proven
        else say("{name} by {column}: no proven difference", name=look.name, column=column)
    )
    notes = list(chart.notes)
    if test is not None:
        notes.append(_test_words(test))
    return replace(
        chart,
        title=title,
        axis=Axis(part.axis, form=".1%"),
        method=part.full_method(),
        click="",
        notes=tuple(notes),
    )


def share_over_time(scored: Shares, look: Look, part: Part, *, period: str, last: date) -> Chart:
    """The share of yes, period by period."""
    chart = score_over_time(scored, look, period=period, last_day=last)
    note = say("Invitations of the last days may still be answered: the end of the line reads low.")
    return replace(
        chart,
        axis=Axis(part.axis, form=".1%"),
        method=part.full_method(),
        click="",
        notes=(*chart.notes, note),
    )


def under_represented(scored: Shares, columns: Sequence[str], look: Look) -> Chart:
    """A table of the groups whose share differs from the rest for certain, lowest first.

    Args:
        scored: shares of yes, of several columns.
        columns: those columns.
        look: names and level.
    """
    every = [one for one in scored if one.group.column in columns]
    adjusted = benjamini_hochberg([one.p_value for one in every])
    found = [
        replace(one, p_adjusted=p)
        for one, p in zip(every, adjusted, strict=True)
        if p is not None and p < FALSE_ALARMS
    ]
    found.sort(key=lambda one: one.result.share)
    total = next(one.result for one in scored if one.group.is_total)
    below = [one for one in found if one.result.share < total.share]
    rows = tuple(
        (
            one.group.column or "",
            one.group.label,
            one.result.share,
            one.result.low,
            one.result.high,
            one.result.n,
            p_text(one.p_adjusted),
        )
        for one in found
    )
    heads = (
        say("Column"),
        say("Value"),
        say("Answered"),
        say("Lower limit"),
        say("Upper limit"),
        "n",
        say("p (adjusted)"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("Groups that answer less often than the rest: {n}", n=len(below))
        if found
        else say("No group answers more or less often for certain"),
        subtitle=look.subtitle(),
        method=listed_part().full_method(),
        source=look.source,
        n=total.n,
        level=look.level,
        table=Table(heads, rows, ("", "", ".1%", ".1%", ".1%", ",d", "")),
        notes=(
            say(
                "{n} groups were looked at; the p-values are adjusted over all of them.",
                n=len(every),
            ),
        ),
    )


def waves(delays: Delays, results: Sequence[tuple[str, Nps | BoxScore]], look: Look) -> Chart:
    """The score of each wave of answers, from the quickest to the latest.

    Args:
        delays: answers by days since the invitation.
        results: the waves in order, with their scores.
        look: names and level.
    """
    points = tuple(replace(value_of(result), hollow=result.n < 30) for _, result in results)
    notes = [say("Hollow waves rest on fewer than {n} answers.", n=30)]
    return Chart(
        kind=Kind.LINE,
        title=say("{name} by days between invitation and answer", name=look.name),
        labels=tuple(name for name, _ in results),
        series=(Series(look.name, points),),
        axis=_free_axis(results[0][1], look),
        subtitle=look.subtitle(),
        method=early_late_method(),
        source=look.source,
        n=sum(one.total for one in delays.counts.values()),
        level=look.level,
        notes=tuple(notes) if any(point.hollow for point in points) else (),
    )


def early_late(change: Change, look: Look, *, cut: int) -> Chart:
    """The score of early and of late answers, and whether they differ.

    Args:
        change: from the early to the late answers.
        look: names and level.
        cut: the last day that counts as early.
    """
    points = isinstance(change.before, Nps)
    form = "+.1f" if points else "+.1%"
    early, late = change.before, change.after
    apart = number(abs(change.value), form.lstrip("+"))
    sure = change.p_value is not None and change.p_value < SURE
    title = say("{name}: no proven difference between early and late answers", name=look.name)
    if sure:
        title = (
            say("{name}: late answers are {by} lower", name=look.name, by=apart)
            if change.value < 0
            else say("{name}: late answers are {by} higher", name=look.name, by=apart)
        )
    notes = [
        say(
            "Late less early: {by} ({low} to {high}), {p}.",
            by=number(change.value, form),
            low=number(change.low, form),
            high=number(change.high, form),
            p=p_words(change.p_value),
        )
    ]
    if sure:
        notes.append(_resistance(lower=change.value < 0))
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=(say("Early (up to day {day})", day=cut), say("Late (after day {day})", day=cut)),
        series=(Series(look.name, (value_of(early), value_of(late))),),
        axis=_free_axis(early, look),
        subtitle=look.subtitle(),
        method=early_late_method(),
        source=look.source,
        n=early.n + late.n,
        level=look.level,
        notes=tuple(notes),
    )


def early_late_method() -> str:
    """What early and late answers are held against each other for."""
    return say(
        "Answers by the days since the invitation. Who answers late has more in common with those "
        "who never answer than who answers at once (continuum of resistance: Armstrong and "
        "Overton, Journal of Marketing Research, 1977; Lin and Schaeffer, Public Opinion "
        "Quarterly, 1995). It is a hint of non-response bias, no measure of it."
    )


def _resistance(*, lower: bool) -> str:
    if lower:
        return say(
            "If those who never answered are like late answerers, or further along, the score of "
            "all customers is lower than the one you see."
        )
    return say(
        "If those who never answered are like late answerers, or further along, the score of all "
        "customers is higher than the one you see."
    )


def _test_words(test: Homogeneity) -> str:
    said = say(
        "All groups together: chi-square {statistic}, {degrees} degrees of freedom, {p}.",
        statistic=number(test.statistic, ",.1f"),
        degrees=test.degrees,
        p=p_words(test.p_value),
    )
    if test.smallest < SMALLEST:
        rough = say("Some groups are so small that this p-value is only roughly right.")
        return f"{said} {rough}"
    return said


def beside(
    parts: Sequence[tuple[str, Nps | BoxScore]], look: Look, *, title: str, method: str
) -> Chart:
    """The same score of several sets of answers, one bar and interval each.

    Args:
        parts: names and scores; the first is of all answers.
        look: names and level.
        title: what is seen.
        method: how the sets are made.
    """
    first = parts[0][1]
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=tuple(name for name, _ in parts),
        series=(Series(look.name, tuple(value_of(result) for _, result in parts)),),
        axis=_free_axis(first, look),
        subtitle=look.subtitle(),
        method=method,
        source=look.source,
        n=first.n,
        level=look.level,
    )


def _free_axis(result: Nps | BoxScore, look: Look) -> Axis:
    """The axis of a score, one decimal finer than elsewhere: small differences are the point."""
    form = "+.1f" if isinstance(result, Nps) else ".1%"
    return replace(axis_of(result, look.name), low=None, high=None, form=form)


def wave_names(delays: Delays) -> list[tuple[str, int, int | None]]:
    """The waves that hold answers: name, first and last day."""
    found = []
    for first, last in BANDS:
        if not delays.between(first, last).total:
            continue
        if last is None:
            name = say("Day {day} and later", day=first)
        elif first == last:
            name = say("Same day") if first == 0 else say("Day {day}", day=first)
        else:
            name = say("Days {first} to {last}", first=first, last=last)
        found.append((name, first, last))
    return found


def total_point(scored: Shares) -> Point:
    """The share of everybody, with limits and n."""
    total = next(one.result for one in scored if one.group.is_total)
    return value_of(total)
