"""The measures that are watched period by period, in the order in which a reader meets them."""

from __future__ import annotations

from cxlib.metrics.measured import Measure

MEASURES = {
    one.key: one
    for one in (
        Measure("nps", "points"),
        Measure("csat", "share"),
        Measure("ces", "share"),
        Measure("churn", "share", "down"),
        Measure("nrr", "ratio"),
        Measure("mrr", "money", exact=True),
        Measure("sales", "money"),
        Measure("orders", "count"),
        Measure("buyers", "count"),
        Measure("active", "count"),
        Measure("wau", "count"),
        Measure("sessions", "count"),
        Measure("clicks", "share"),
        Measure("tickets", "count", "down"),
        Measure("replied", "share"),
        Measure("reply", "hours", "down"),
        Measure("solve", "hours", "down"),
        Measure("reopened", "share", "down"),
        Measure("sentiment", "points"),
        Measure("complaints", "share", "down"),
        Measure("answer_sentiment", "points"),
        Measure("answer_complaints", "share", "down"),
    )
}
"""By key. Ratings of a survey are further ones, under the role of their column: rating_1 and on."""
SCORES = ("nps", "csat", "ces")


def measure_of(key: str, *, points: bool | None = None) -> Measure:
    """The measure of a key; a rating is a share of good answers.

    Args:
        key: as in `MEASURES`, or a rating's role.
        points: for a score, whether it is NPS in points; an NPS column of another scale is read as
            a share. None for the usual unit.
    """
    known = MEASURES.get(key)
    if known is None or points is False:
        return Measure(key, "share")
    return known
