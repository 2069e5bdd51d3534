"""What measures of any kind are called, and how their values and differences are written."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.group_measures import Estimate, GoodShare, MeanTime, NetScore, StillThere
from cxlib.models.measures import Taken

MONEY = ("spend", "fee")
LARGE = 1000.0
"""Money from which on no cents are written."""
SCORES = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}
LOW_IS_GOOD = ("first_reply", "solve", "reopened")


@dataclass(frozen=True, slots=True)
class Metric:
    """A measure as a reader knows it.

    Attributes:
        name: what it is called, with its unit and window.
        short: the same in few words, for labels and sentences.
        source: the dataset that it comes from.
        form: how its values are written; "%" at the end for shares.
        points: whether its differences are points (scores and shares).
        lower_is_better: whether a low value is the good one.
    """

    name: str
    short: str
    source: str
    form: str
    points: bool = False
    lower_is_better: bool = False

    @property
    def share(self) -> bool:
        """Whether values are fractions, written as percentages."""
        return self.form.endswith("%")

    def gap(self, value: float | None) -> str:
        """A difference with its sign; of shares in percentage points."""
        if value is None:
            return UNKNOWN
        if self.share:
            return number(100 * value, "+.1f")
        return number(value, "+" + self.form.lstrip("+"))

    def told(self, value: float | None) -> str:
        """A difference with its sign and "points" where it is in such."""
        return say("{by} points", by=self.gap(value)) if self.points else self.gap(value)

    def limits(self, low: float | None, high: float | None) -> str:
        """Limits of a difference; a dash where they are unknown."""
        if low is None or high is None:
            return UNKNOWN
        return say("{low} to {high}", low=self.gap(low), high=self.gap(high))

    def estimate(self, one: Estimate) -> str:
        """A value with its limits in brackets."""
        value = number(one.value, self.form)
        if one.low is None or one.high is None:
            return value
        form = self.form.lstrip("+")
        return say(
            "{value} ({low} to {high})",
            value=value,
            low=number(one.low, form),
            high=number(one.high, form),
        )


def metric_of(found: Taken, source: str, columns: dict[str, str]) -> Metric:
    """What a measure is called, and how it is written.

    Args:
        found: the measure.
        source: the dataset's name.
        columns: ratings (rating_1, ...) to the names of their columns.
    """
    name, measure = found.name, found.measure
    if isinstance(measure, NetScore):
        title = SCORES.get(name, name)
        return Metric(title, title, source, "+.1f", points=True)
    if isinstance(measure, GoodShare):
        title = SCORES.get(name) or columns.get(name, name)
        low, high = measure.box
        said = say("{name}: answers {low} to {high}", name=title, low=low, high=high)
        return Metric(said, title, source, ".1%", points=True)
    if isinstance(measure, StillThere):
        said = _still_there(measure.time, dated=found.dated)
        return Metric(said, said, source, ".1%", points=True)
    if isinstance(measure, MeanTime):
        said, short = _mean_time(name, measure.tau, dated=found.dated)
        return Metric(said, short, source, ",.2f", lower_is_better=name in LOW_IS_GOOD)
    said, short = _per_customer(name)
    if name == "reopened":
        return Metric(said, short, source, ".1%", points=True, lower_is_better=True)
    return Metric(said, short, source, _money_form(found) if name in MONEY else ",.2f")


def sentiment_metric(source: str) -> Metric:
    """Net sentiment, in points."""
    name = say("Net sentiment")
    return Metric(name, name, source, "+.1f", points=True)


def theme_metric(theme: str, source: str) -> Metric:
    """The share of comments that mention a theme."""
    said = say("Comments on: {theme}", theme=theme)
    return Metric(said, said, source, ".1%", points=True)


def _still_there(time: float, *, dated: bool) -> str:
    text = number(time, ",.3g")
    if dated:
        return say("Still there after {time} months", time=text)
    return say("Still there after {time} periods", time=text)


def _mean_time(name: str, tau: float, *, dated: bool) -> tuple[str, str]:
    text = number(tau, ",.3g")
    if name == "first_reply":
        said = say("Mean wait for the first reply, in hours (at most {tau})", tau=text)
        return said, say("First reply (hours)")
    if name == "solve":
        said = say("Mean wait for the solution, in hours (at most {tau})", tau=text)
        return said, say("Solution (hours)")
    if dated:
        said = say("Months as a customer in the first {tau}", tau=text)
        return said, say("Months of the first {tau}", tau=text)
    said = say("Periods as a customer in the first {tau}", tau=text)
    return said, say("Periods of the first {tau}", tau=text)


def _per_customer(name: str) -> tuple[str, str]:
    return {
        "spend": (say("Spend per customer"), say("Spend per customer")),
        "fee": (say("Fee per customer"), say("Fee per customer")),
        "orders": (say("Order days a year after the first"), say("Order days a year")),
        "active": (say("Active days a month after the first"), say("Active days a month")),
        "reopened": (say("Tickets reopened"), say("Tickets reopened")),
    }[name]


def _money_form(found: Taken) -> str:
    values = [found.measure.estimate(one, level=0.95).value for one in found.groups.values()]
    large = any(abs(value) >= LARGE for value in values if value is not None)
    return ",.0f" if large else ",.2f"
