"""Charts of who stayed and what of the money stayed: over time, with signals, and by segment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import FALSE_ALARMS, MOST_BARS, SMALL, Look, p_text
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import ControlChart, chart_notes, signal_words
from cxlib.metrics.periods import period_label
from cxlib.metrics.revenue import Rate, Rates, SegmentRates, churn_chart, pooled, rates
from cxlib.stats.revenue import RevenueBook

Measure = Literal["retention", "gross", "net"]
MEASURES: tuple[Measure, ...] = ("retention", "gross", "net")


def measure_name(measure: Measure) -> str:
    """A rate's name for a reader."""
    names = {"retention": say("Customers kept"), "gross": "GRR", "net": "NRR"}
    return names[measure]


def unit_words(period: str) -> str:
    """The plural of a length of period."""
    return {"month": say("months"), "quarter": say("quarters"), "year": say("years")}[period]


def rates_method() -> str:
    """How the rates are computed, with their sources."""
    return say(
        "Of the customers at the start of a period: the share still there at its end, the share of "
        "their recurring money kept without what some pay more (GRR), and all their money at the "
        "end over that at the start (NRR). New and returned customers are in none of them. Limits: "
        "Wilson (1927) for customers; for money those of a ratio of sums over customers (Cochran, "
        "1977). Several periods are pooled: a customer counts once in each."
    )


def rates_over_time(book: RevenueBook, look: Look, *, period: str) -> Chart:
    """Customers kept, GRR and NRR period by period with bands; an unfinished one is hollow.

    Args:
        book: movements of the total.
        look: names and level.
        period: month, quarter or year.
    """
    every = [rates(one, level=look.level) for one in book.of()]
    shown: tuple[Measure, ...] = MEASURES if book.paid else ("retention",)
    notes = [say("The last period is not complete.")] if not book.periods[-1].finished else []
    return Chart(
        kind=Kind.LINE,
        title=(
            say("Customers and money kept, period by period")
            if book.paid
            else say("Customers kept, period by period")
        ),
        labels=tuple(period_label(one.start, period) for one in book.periods),
        series=tuple(
            Series(
                measure_name(measure),
                tuple(
                    _point(_rate(one, measure), hollow=not span.finished)
                    for one, span in zip(every, book.periods, strict=True)
                ),
            )
            for measure in shown
        ),
        axis=Axis(say("Kept, of the start of the period"), form=".1%"),
        subtitle=look.subtitle(),
        method=rates_method(),
        source=look.source,
        n=sum(one.start for one in book.of()),
        level=look.level,
        notes=(*notes, *plan_notes(book)),
    )


def churn_over_time(book: RevenueBook, look: Look, *, period: str) -> Chart | None:
    """The share of customers lost, with the limits within which noise moves it; None without any.

    Args:
        book: movements of the total.
        look: names.
        period: month, quarter or year.
    """
    chart, places = churn_chart(book)
    if not places:
        return None
    spans = [book.periods[place] for place in places]
    sizes = [book.of()[place].start for place in places]
    names = [period_label(span.start, period) for span in spans]
    said = ["; ".join(signal_words(rule) for rule in point.signals) for point in chart.points]
    signals = [(name, words) for name, words in zip(names, said, strict=True) if words]
    return Chart(
        kind=Kind.LINE,
        title=_churn_title(signals, chart),
        labels=tuple(names),
        series=(
            Series(
                say("Customers lost"),
                tuple(
                    Point(point.value, n=n, hollow=not point.finished, note=words)
                    for point, n, words in zip(chart.points, sizes, said, strict=True)
                ),
            ),
        ),
        axis=Axis(say("Lost, of the customers at the start"), low=0, form=".1%"),
        subtitle=look.selection,
        method=say(
            "XmR limits: the mean of the finished periods, and 2.66 times the mean change from one "
            "to the next on either side (Shewhart; Wheeler, 1993)."
        ),
        source=look.source,
        n=sum(sizes),
        lines=_control_lines(chart),
        notes=(*(f"{name}: {words}." for name, words in signals), *chart_notes(chart)),
    )


def rates_by_segment(
    found: Sequence[SegmentRates], column: str, look: Look, *, measure: Measure, periods: str
) -> Chart | None:
    """One bar and one interval a segment value, best first; None where none has the rate.

    Args:
        found: pooled rates of the column's values.
        column: the segment column.
        look: names and level.
        measure: which rate.
        periods: what is pooled, in words.
    """
    place = MEASURES.index(measure)
    ranked = [(one, rate) for one in found if (rate := _rate(one.rates, measure)) is not None]
    ranked.sort(key=lambda pair: -pair[1].value)
    if not ranked:
        return None
    whole = pooled([one.rates.movement for one in found])
    total = None if whole is None else _rate(rates(whole, level=look.level), measure)
    shown = ranked[:MOST_BARS]
    notes = []
    if len(ranked) > len(shown):
        notes.append(say("The {n} best of {all} groups are shown.", n=len(shown), all=len(ranked)))
    if any(rate.n < SMALL for _, rate in shown):
        notes.append(say("Pale bars rest on fewer than {n} customers at the start.", n=SMALL))
    return Chart(
        kind=Kind.INTERVALS,
        title=_segment_title(ranked, column, place, total),
        labels=tuple(one.group.label for one, _ in shown),
        series=(
            Series(
                measure_name(measure),
                tuple(
                    Point(
                        rate.value,
                        rate.low,
                        rate.high,
                        rate.n,
                        hollow=rate.n < SMALL,
                        note=_test_words(one.p_adjusted[place]),
                    )
                    for one, rate in shown
                ),
            ),
        ),
        axis=Axis(say("Kept, of the start of the period"), form=".1%"),
        subtitle=f"{periods} · {look.subtitle()}",
        method=say(
            "Periods pooled; a customer counts in the value at the start of each period. A group "
            "is tested against all other groups together: customers by the N-1 chi-square "
            "(Campbell, 2007), money by the difference over its standard error; p-values are "
            "adjusted by Benjamini and Hochberg (1995)."
        ),
        source=look.source,
        n=sum(rate.n for _, rate in ranked),
        level=look.level,
        lines=(Line(total.value, say("All")),) if total else (),
        click=column,
        notes=tuple(notes),
    )


def reading_notes(*, filtered: bool, watched: bool) -> tuple[str, ...]:
    """What to know about rates of contracts.

    Args:
        filtered: whether contracts are filtered.
        watched: whether the file tells until when each customer was watched.
    """
    notes = [
        say(
            "Limits of several periods together take the months of a customer to be independent, "
            "which makes those of GRR and NRR somewhat narrow."
        )
    ]
    if filtered:
        notes.append(
            say(
                "Filters choose contracts: a customer who goes on with a contract that the filter "
                "drops counts as lost. Compare by the column instead."
            )
        )
    if watched:
        notes.append(
            say(
                "The day until which each customer was watched is not used here: who has no end "
                "counts as there up to the cut-off day."
            )
        )
    return tuple(notes)


def plan_notes(book: RevenueBook) -> tuple[str, ...]:
    """What the fees of the file cannot tell."""
    notes = []
    if book.paid:
        every = book.of()
        if not any(one.expanded or one.contracted for one in every):
            notes.append(
                say(
                    "Nobody in view pays more or less than before: expansion and contraction are "
                    "0, and NRR equals GRR."
                )
            )
        if book.free:
            notes.append(
                say(
                    "Contracts with a fee of 0: {n}. They count as customers without money.",
                    n=number(book.free, ",d"),
                )
            )
    return tuple(notes)


def _rate(one: Rates, measure: Measure) -> Rate | None:
    return {"retention": one.retention, "gross": one.gross, "net": one.net}[measure]


def _point(rate: Rate | None, *, hollow: bool) -> Point:
    if rate is None:
        return Point(None, n=0, hollow=hollow)
    note = say("period not complete") if hollow else ""
    return Point(rate.value, rate.low, rate.high, rate.n, hollow=hollow, note=note)


def _control_lines(chart: ControlChart) -> tuple[Line, ...]:
    first = chart.points[0]
    lines = []
    if chart.centre is not None:
        lines.append(Line(chart.centre, say("Centre {value}", value=number(chart.centre, ".1%"))))
    if first.upper is not None:
        lines.append(
            Line(first.upper, say("Upper limit {value}", value=number(first.upper, ".1%")))
        )
    if first.lower is not None and first.lower > 0:
        lines.append(
            Line(first.lower, say("Lower limit {value}", value=number(first.lower, ".1%")))
        )
    return tuple(lines)


def _churn_title(signals: Sequence[tuple[str, str]], chart: ControlChart) -> str:
    name = say("Customers lost")
    if chart.moving_range is None:
        return say("{name} over time", name=name)
    if not signals:
        return say("{name}: noise, no signal", name=name)
    if len(signals) == 1:
        return say("{name}: a signal in {period}", name=name, period=signals[0][0])
    return say(
        "{name}: {n} periods with a signal, the last in {period}",
        name=name,
        n=len(signals),
        period=signals[-1][0],
    )


def _segment_title(
    ranked: Sequence[tuple[SegmentRates, Rate]], column: str, place: int, total: Rate | None
) -> str:
    """The provably best and worst values, or that nothing is proven."""
    name = measure_name(MEASURES[place])
    proven = [
        (one.group.label, rate.value)
        for one, rate in ranked
        if (p := one.p_adjusted[place]) is not None and p < FALSE_ALARMS
    ]
    middle = total.value if total else 0.0
    best = next(((label, value) for label, value in proven[:1] if value > middle), None)
    worst = next(((label, value) for label, value in proven[-1:] if value < middle), None)
    if best and worst:
        return say(
            "{name} by {column}: {best} leads ({high}), {worst} trails ({low})",
            name=name,
            column=column,
            best=best[0],
            high=number(best[1], ".1%"),
            worst=worst[0],
            low=number(worst[1], ".1%"),
        )
    if best or worst:
        label, value = best or worst or ("", 0.0)
        text = (
            say("{name} by {column}: {group} is above the rest ({value})")
            if best
            else say("{name} by {column}: {group} is below the rest ({value})")
        )
        return text.format(name=name, column=column, group=label, value=number(value, ".1%"))
    return say("{name} by {column}: no proven difference", name=name, column=column)


def _test_words(p: float | None) -> str:
    if p is None:
        return ""
    if p < FALSE_ALARMS:
        return say("differs from the rest (adjusted p = {p})", p=p_text(p))
    return say("no proven difference from the rest (adjusted p = {p})", p=p_text(p))
