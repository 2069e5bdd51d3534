"""A score before and after a day, and whether it moved by more than chance."""

from __future__ import annotations

from cxlib.charts.chart import Chart, Kind, Series
from cxlib.charts.scores import Look, axis_of, method_of, p_text, value_of
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.change import Change
from cxlib.metrics.nps import Nps

SURE = 0.05


def before_after(change: Change, look: Look, *, days: int) -> Chart:
    """Two bars with limits; the title says whether the score moved.

    Args:
        change: the score before and after.
        look: names, what was selected, level.
        days: length of each of the two times.
    """
    points = change.after is not None and isinstance(change.after, Nps)
    form = "+.1f" if points else "+.1%"
    moved = change.p_value is not None and change.p_value < 1 - look.level
    by = number(change.value, form)
    if not moved:
        title = say("{name}: no proven change ({by})", name=look.name, by=by)
    elif change.value > 0:
        title = say("{name} rose by {by}", name=look.name, by=by)
    else:
        title = say("{name} fell by {by}", name=look.name, by=by)
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=(
            say("{days} days before", days=days),
            say("{days} days from then on", days=days),
        ),
        series=(Series(look.name, (value_of(change.before), value_of(change.after))),),
        axis=axis_of(change.after, look.name),
        subtitle=look.subtitle(),
        method=method_of(change.after)
        + " "
        + say(
            "The change has limits of its own: for NPS around the difference of the adjusted "
            "scores (Sauro & Lewis, 2016), for shares Newcombe's hybrid score (1998)."
        ),
        source=look.source,
        n=change.before.n + change.after.n,
        level=look.level,
        notes=(
            say(
                "Change {by}, {low} to {high}; p = {p}, as if no customer had answered twice.",
                by=by,
                low=number(change.low, form),
                high=number(change.high, form),
                p=p_text(change.p_value),
            ),
            say(
                "Actions are often begun when a score is at its worst. It would then have risen "
                "by itself (regression to the mean), and other things changed at the same time: "
                "compare with customers whom the action did not reach."
            ),
        ),
    )
