"""Measures over time in words: names, definitions, units, and what a change or a signal says."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Point
from cxlib.charts.scores import p_text
from cxlib.charts.words import interval, number
from cxlib.locale.speak import say
from cxlib.metrics.control_chart import RUN, Rule, signal_words
from cxlib.metrics.measured import Estimate, Measured, Step, Unit
from cxlib.metrics.periods import period_label
from cxlib.stats.groups import TOTAL, Group

FORMS: dict[Unit, str] = {
    "points": "+.1f",
    "share": ".1%",
    "ratio": ".1%",
    "count": ",.0f",
    "money": ",.0f",
    "hours": ",.1f",
}
RANGES: dict[Unit, tuple[float, float]] = {
    "points": (-100.0, 100.0),
    "share": (0.0, 1.0),
    "ratio": (0.0, float("inf")),
    "count": (0.0, float("inf")),
    "money": (0.0, float("inf")),
    "hours": (0.0, float("inf")),
}
SMALL = 100
"""Money below which two decimals are shown."""


def names() -> dict[str, str]:
    """What each measure is called."""
    return {
        "nps": "NPS",
        "csat": "CSAT",
        "ces": "CES",
        "churn": say("Customer churn"),
        "nrr": say("Net retention (NRR)"),
        "mrr": say("Recurring money (MRR)"),
        "sales": say("Sales"),
        "orders": say("Orders"),
        "buyers": say("Active buyers"),
        "active": say("Active customers"),
        "wau": say("Weekly active customers"),
        "sessions": say("Sessions"),
        "clicks": say("Click-through rate"),
        "tickets": say("Tickets created"),
        "replied": say("Answered in time"),
        "reply": say("Median first reply"),
        "solve": say("Median time to solve"),
        "reopened": say("Reopened share"),
        "sentiment": say("Net sentiment"),
        "complaints": say("Share complaining"),
        "answer_sentiment": say("Net sentiment of answers"),
        "answer_complaints": say("Answers complaining"),
    }


def about(key: str) -> str:
    """What a measure is and where its limits come from."""
    known = {**_of_scores(), **_of_money(), **_of_use(), **_of_tickets()}
    return known.get(key, say("Share of good answers, with Wilson's interval (1927)."))


def _total_limits() -> str:
    return say(
        "Limits as if other customers had come by chance, some of whom bring more than others "
        "(scaled Poisson: Bohm and Zech, 2014)."
    )


def _of_scores() -> dict[str, str]:
    net = say(
        "Comments in praise less comments in blame, of 100, by word lists, with the interval of "
        "NPS."
    )
    blame = say("Comments in blame, by word lists, of all comments; Wilson's interval (1927).")
    return {
        "nps": say(
            "Promoters (9-10) less detractors (0-6), in points; adjusted Wald interval (Rocks, "
            "2016)."
        ),
        "sentiment": net,
        "complaints": blame,
        "answer_sentiment": net,
        "answer_complaints": blame,
    }


def _of_money() -> dict[str, str]:
    limits = _total_limits()
    return {
        "churn": say(
            "Customers lost in the period, of those at its start; new ones do not count. Wilson's "
            "interval (1927)."
        ),
        "nrr": say(
            "What the customers at the start of the period pay at its end, of what they paid at "
            "its start; interval of a ratio of sums (Cochran, 1977)."
        ),
        "mrr": say(
            "Monthly fees of the customers at the end of the period. Counted in full, so there is "
            "no interval; XmR limits say what is usual."
        ),
        "sales": say("What customers paid in the period. {limits}", limits=limits),
        "orders": say("Orders in the period. {limits}", limits=limits),
        "buyers": say("Different customers who ordered in the period. {limits}", limits=limits),
    }


def _of_use() -> dict[str, str]:
    limits = _total_limits()
    return {
        "active": say("Different customers with an event in the period. {limits}", limits=limits),
        "wau": say(
            "Different customers in the seven days up to each day, averaged over the days of the "
            "period; limits that know that days in a row are alike (Newey and West, 1987), from 28 "
            "days on."
        ),
        "sessions": say("Sessions that begin in the period. {limits}", limits=limits),
        "clicks": say(
            "Clicked of shown; Wilson's interval at the effective number of showings, customers "
            "being the unit (Kish, 1965)."
        ),
    }


def _of_tickets() -> dict[str, str]:
    waits = say(
        "Kaplan-Meier over the tickets created in the period, open ones counted as waiting; limits "
        "by Brookmeyer and Crowley (1982)."
    )
    return {
        "tickets": say("Tickets created in the period. {limits}", limits=_total_limits()),
        "replied": say(
            "Share of tickets that have a first reply within the first target of the Service page. "
            "{waits}",
            waits=waits,
        ),
        "reply": say(
            "Half of the tickets have a first reply by then, in hours. {waits}", waits=waits
        ),
        "solve": say("Half of the tickets are solved by then, in hours. {waits}", waits=waits),
        "reopened": say(
            "Of the tickets solved in the period, those that were reopened; Wilson's interval "
            "(1927). Tickets solved lately may still come back."
        ),
    }


def form_of(found: Measured) -> str:
    """The Python format of the values."""
    unit = found.measure.unit
    if unit == "money" and found.last is not None and abs(found.last.value) < SMALL:
        return ",.2f"
    return FORMS[unit]


def axis_of(found: Measured, name: str) -> Axis:
    """The value axis."""
    unit = found.measure.unit
    if unit == "points":
        return Axis(say("{name} (points)", name=name), form="+.0f")
    if unit == "hours":
        return Axis(say("{name} (hours)", name=name), 0, form=",.1f")
    return Axis(name, form=form_of(found))


def point_of(one: Estimate, *, hollow: bool = False, note: str = "") -> Point:
    """A period as a point."""
    return Point(one.value, one.low, one.high, one.n, hollow=hollow, note=note)


def on_scale(found: Measured, value: float) -> float:
    """The value, cut off at the ends of what the measure can be."""
    low, high = RANGES[found.measure.unit]
    return min(high, max(low, value))


def value_words(found: Measured, value: float | None) -> str:
    """A value with its unit."""
    text = number(value, form_of(found))
    return say("{value} h", value=text) if found.measure.unit == "hours" else text


def step_words(found: Measured, step: Step, by: float | None = None) -> str:
    """A change with sign and unit: points, percentage points, hours, or percent of before."""
    value, unit = step.by if by is None else by, found.measure.unit
    if unit == "points":
        return number(value, "+.1f")
    if unit in ("share", "ratio"):
        return say("{by} pp", by=number(100 * value, "+.1f"))
    if unit == "hours":
        return say("{value} h", value=number(value, "+.1f"))
    if step.share is None or not step.by:
        return number(value, "+,.0f")
    return number(value / step.by * step.share, "+.1%")


def slope_words(found: Measured, slope: float) -> str:
    """The size of a change a period, in the unit of the measure."""
    unit, size = found.measure.unit, abs(slope)
    if unit in ("share", "ratio"):
        return say("{by} pp", by=number(100 * size, ".2f"))
    if unit == "hours":
        return say("{value} h", value=number(size, ".2f"))
    return number(size, ".2f" if size < SMALL / 10 else ",.0f")


def drift_words(found: Measured) -> str:
    """A steady rise or fall; empty where it is none."""
    if found.drift is None or found.test is None:
        return ""
    by = slope_words(found, found.test.slope)
    if found.drift == "rises":
        return say("rises steadily, by {by} a period", by=by)
    return say("falls steadily, by {by} a period", by=by)


def p_words(value: float | None) -> str:
    """A p-value with its sign, such as "p < 0.001"."""
    text = p_text(value)
    return f"p {text}" if text.startswith("<") else f"p = {text}"


def rests_on(form: str, one: Estimate) -> str:
    """The limits of a value and what it rests on, such as "24.2 to 35.3, n = 690"."""
    n = "" if one.n is None else say("n = {n}", n=number(one.n, ",d"))
    return ", ".join(part for part in (interval(point_of(one), form), n) if part)


def step_limits(found: Measured, step: Step) -> str:
    """The limits of a change in the same unit; empty where they are unknown or no matter."""
    if step.low is None or step.high is None or found.measure.exact:
        return ""
    low, high = (step_words(found, step, one) for one in (step.low, step.high))
    return say("{low} to {high}", low=low, high=high)


def group_name(group: Group) -> str:
    """A group with its column, or all customers."""
    return say("All") if group == TOTAL else f"{group.column}: {group.label}"


def why(found: Measured) -> str:
    """Which rules the last finished period breaks, with how long that has been so.

    What says less than another rule that is broken, too, is left out: nearness to a limit where a
    limit is passed or a run is long, a large change where a limit is passed.
    """
    strong = [rule for rule in found.signals if rule in ("above", "below")]
    runs = [rule for rule in found.signals if rule in ("run above", "run below")]
    jumps = [rule for rule in found.signals if rule == "jump" and not strong]
    told: Sequence[Rule] = [*strong, *runs, *jumps] or found.signals
    return "; ".join(rule_words(found, rule) for rule in told)


def rule_words(found: Measured, rule: Rule) -> str:
    """One rule as it is broken by the last finished period."""
    chart, place = found.chart, found.place
    if place is None:
        return signal_words(rule)
    point = chart.points[place]
    if rule == "above" and point.upper is not None:
        return say("above the upper limit of {limit}", limit=value_words(found, point.upper))
    if rule == "below" and point.lower is not None:
        return say("below the lower limit of {limit}", limit=value_words(found, point.lower))
    if rule in ("run above", "run below") and found.since is not None:
        run = max(RUN, chart.run(place))
        since = period_label(found.since, found.options.period)
        if rule == "run above":
            return say("{n} in a row above the centre since {since}", n=run, since=since)
        return say("{n} in a row below the centre since {since}", n=run, since=since)
    return signal_words(rule)


def verdict_words() -> dict[str, str]:
    """Whether a target is reached."""
    return {"met": say("met"), "missed": say("missed"), "not proven": say("not proven")}
