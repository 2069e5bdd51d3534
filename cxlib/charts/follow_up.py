"""Charts of what service has to do with scores: replies before a score, tickets after one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cxlib.charts.change import SURE
from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.scores import Look, axis_of, method_of, p_text, value_of
from cxlib.charts.service import hours_text, speed_method
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.change import Change
from cxlib.metrics.nps import Nps
from cxlib.models.service import Speed, measure_name


def band_name(place: int, edges: Sequence[float]) -> str:
    """A band of waiting times: how many of the edges a wait reached."""
    if place == 0:
        return say("under {time}", time=hours_text(edges[0]))
    if place == len(edges):
        return say("{time} or more", time=hours_text(edges[-1]))
    return say("{low} to {high}", low=hours_text(edges[place - 1]), high=hours_text(edges[place]))


def score_by_wait(
    results: Mapping[int, Any],
    edges: Sequence[float],
    look: Look,
    *,
    ends: Change | None,
    measure: str,
    unmatched: int,
    days: int,
) -> Chart:
    """A score by the reply time of the ticket before it.

    Args:
        results: scored answers by band, quickest first (what `metrics.scored` gives).
        edges: hours between the bands.
        look: names and level.
        measure: which wait the bands are of: first_reply or solve.
        ends: the slowest band against the quickest; None where there is one band only.
        unmatched: answers without such a ticket.
        days: how many days before the answer a ticket may have been replied to.
    """
    points = {place: value_of(one) for place, one in results.items()}
    apart = ends is not None and ends.p_value is not None and ends.p_value < SURE
    wait = measure_name(measure)
    some = next(iter(results.values()))
    return Chart(
        kind=Kind.INTERVALS,
        title=(
            say("{name} is higher after short waits: {measure}", name=look.name, measure=wait)
            if apart and ends is not None and ends.value < 0
            else say("{name} by length of the wait: {measure}", name=look.name, measure=wait)
        ),
        labels=tuple(band_name(place, edges) for place in points),
        series=(Series(look.name, tuple(points.values())),),
        axis=axis_of(some, look.name),
        subtitle=look.subtitle(),
        method=method_of(some)
        + " "
        + say(
            "An answer belongs to the customer's last ticket whose wait ended in the {days} days "
            "before it ({measure}). Quick and slow tickets differ in more than their speed: this "
            "is no "
            "proof that speed makes the difference.",
            days=days,
            measure=wait,
        ),
        source=look.source,
        n=sum(point.n or 0 for point in points.values()),
        level=look.level,
        notes=(
            *_ends(ends),
            say("{n} answers have no such ticket before them.", n=count(unmatched)),
        ),
    )


def _ends(ends: Change | None) -> tuple[str, ...]:
    if ends is None:
        return ()
    form = "+.1f" if isinstance(ends.after, Nps) else "+.1%"
    return (
        say(
            "Slowest against quickest: {by}, {low} to {high}; p = {p}.",
            by=number(ends.value, form),
            low=number(ends.low, form),
            high=number(ends.high, form),
            p=p_text(ends.p_value),
        ),
    )


def contact_after_low(one: Speed, look: Look, *, days: Sequence[float], unwatched: int) -> Chart:
    """How soon customers are in contact again after a low score.

    Args:
        one: time from a low score to the next ticket, in hours; within `days`, in hours.
        look: names and level.
        days: times to read the share at, in days.
        unwatched: low scores given after the last moment of the tickets.
    """
    points = tuple(Point(row.share, row.low, row.high, one.n) for row in one.within)
    notes = []
    if unwatched:
        notes.append(
            say("{n} low scores came after the last ticket and are left out.", n=count(unwatched))
        )
    last = one.within[-1] if one.within else None
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "{share} of low scores are followed by a ticket within {days} days",
            share=number(last.share if last else None, ".1%"),
            days=number(days[-1] if days else None, ",.0f"),
        ),
        labels=tuple(
            say("within {n} days", n=number(day, ",.0f")) if day != 1 else say("within a day")
            for day in days
        ),
        series=(Series(say("Share in contact"), points),),
        axis=Axis(say("Low scores followed by a ticket"), 0, None, ".1%"),
        subtitle=look.subtitle(),
        method=say(
            "Time from a low score to the same customer's next ticket; low scores without one "
            "are watched up to the last moment of the tickets. A ticket may have been opened by "
            "the customer or by the team: only your own rules tell whether it closed the loop. A "
            "customer with several low scores counts several times, and one whose key is in no "
            "ticket counts as not contacted."
        )
        + " "
        + speed_method(),
        source=look.source,
        n=one.n,
        level=look.level,
        notes=tuple(notes),
    )
