"""Charts of comings and goings: new, returning, resurrected and dormant customers."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.engagement import Active
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.lifecycle import Moves
from cxlib.metrics.periods import period_label

MOST_COLUMNS = 16
MOST_PERIODS = 400
UPTO = 1.0


def lifecycle_chart(found: Active, look: Look, *, period: str) -> Chart:
    """New, returning and resurrected customers of each period; who went dormant below zero."""
    moves = found.moves[-MOST_PERIODS:]
    parts = (
        (say("New"), "accent", [one.new for one in moves]),
        (say("Returning"), "neutral", [one.returning for one in moves]),
        (say("Resurrected"), "good", [one.resurrected for one in moves]),
        (say("Dormant"), "bad", [_negative(one.dormant) for one in moves]),
    )
    return Chart(
        kind=Kind.HISTOGRAM if len(moves) <= MOST_COLUMNS else Kind.LINE,
        title=say("Where active customers come from, and who went"),
        labels=tuple(period_label(one.period, period) for one in moves),
        series=tuple(
            Series(
                name,
                tuple(
                    Point(value, hollow=not one.whole, note=_open_note(one))
                    for value, one in zip(values, moves, strict=True)
                ),
                tone=tone,
            )
            for name, tone, values in parts
        ),
        axis=Axis(say("Customers"), form=",.0f"),
        subtitle=look.selection,
        method=say(
            "New: active for the first time in the data. Returning: active in the period before, "
            "too. Resurrected: active before, but not in the period before. Dormant, below zero: "
            "active in the period before, but not in this one. Who came before the data begin "
            "counts as new when first seen."
        ),
        source=look.source,
        n=found.customers,
        notes=_unfinished(moves),
    )


def quick_ratio_line(found: Active, look: Look, *, period: str) -> Chart:
    """Customers won for each customer lost, period by period."""
    moves = found.moves[-MOST_PERIODS:]
    latest = found.last_moves
    ratio = latest.quick_ratio if latest else None
    return Chart(
        kind=Kind.LINE,
        title=(
            say("Quick ratio: customers won for each that went dormant")
            if latest is None or ratio is None
            else say(
                "{period}: {ratio} customers won for each that went dormant",
                period=period_label(latest.period, period),
                ratio=number(ratio, ",.2f"),
            )
        ),
        labels=tuple(period_label(one.period, period) for one in moves),
        series=(
            Series(
                say("Quick ratio"),
                tuple(
                    Point(
                        one.quick_ratio,
                        one.quick_low,
                        one.quick_high,
                        _moved(one),
                        hollow=not one.whole,
                        note=_open_note(one),
                    )
                    for one in moves
                ),
            ),
        ),
        axis=Axis(say("Quick ratio"), low=0, form=",.2f"),
        subtitle=look.selection,
        method=say(
            "New and resurrected customers, divided by those who went dormant. Above 1 the number "
            "of active customers grows. n is the customers who came or went; the limits are "
            "Wilson's of the share of them that came, as a ratio."
        ),
        source=look.source,
        n=found.customers,
        level=look.level,
        lines=(Line(UPTO, say("No change")),),
        notes=_unfinished(moves),
    )


def _negative(value: int | None) -> int | None:
    return None if value is None else -value


def _moved(one: Moves) -> int | None:
    return None if one.dormant is None else one.new + one.resurrected + one.dormant


def _open_note(one: Moves) -> str:
    return "" if one.whole else say("period not complete")


def _unfinished(moves: Sequence[Moves]) -> tuple[str, ...]:
    if not moves or moves[-1].whole:
        return ()
    return (say("The last period is not complete: its dormant customers may still come."),)
