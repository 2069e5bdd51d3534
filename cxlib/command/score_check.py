"""The engagement score of `engagement --score`: its rules, and who came back by score."""

from __future__ import annotations

from dataclasses import asdict

from cxlib.command.answer import Result
from cxlib.command.asked import Asked
from cxlib.command.shown import Table, limits
from cxlib.metrics.engagement_score import DEFAULT_RULES, check_score
from cxlib.stats.habits import read_habits


def score_result(asked: Asked) -> Result:
    """The score by the usual rules in the 28 days before the last 28, against who came back."""
    habits = read_habits(asked.source, selection=asked.selection)
    check = check_score(habits, level=asked.request.level)
    return {
        "window": habits.window,
        "follow_up": habits.follow_up,
        "last": habits.last,
        "rules": [asdict(one) for one in DEFAULT_RULES],
        "concordance": check.concordance,
        "low": check.low,
        "high": check.high,
        "bands": [asdict(one) for one in check.bands],
    }


def score_tables(found: Result | None) -> tuple[Table, ...]:
    """Who came back, by score."""
    if found is None:
        return ()
    rows = tuple(
        (
            str(one["score"]),
            f"{one['n']:,}",
            f"{one['share']:.1%}",
            limits(one["low"], one["high"], "{:.1%}"),
        )
        for one in found["bands"]
    )
    around = limits(found["low"], found["high"], "{:.3f}")
    known = found["concordance"]
    title = "Came back, by engagement score"
    if known is not None:
        title += f"; concordance {known:.3f} ({around})"
    return (Table(title, ("score", "customers", "came back", "interval"), rows),)
