"""Charts from experience to money: who stays after which answer, and what is at risk."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.impact import ExperienceImpact, Impact
from cxlib.models.rmst import RmstContrast

TONES = {"promoter": "good", "passive": "neutral", "detractor": "bad"}
MOST_POINTS = 400


def impact_method() -> str:
    """How the comparison is made, with its sources."""
    return say(
        "Kaplan-Meier from the day of the answer, of customers who still were one (landmark: "
        "Anderson, Cain and Gelber, 1983). Money at risk: customers times mean fee times the time "
        "that promoters stay longer within the window (restricted means, Uno and others, 2014). It "
        "is an association."
    )


def experience_words(experience: str) -> str:
    """An experience group for a reader."""
    words = {
        "promoter": say("Promoters"),
        "passive": say("Passives"),
        "detractor": say("Detractors"),
    }
    return words[experience]


def stay_curves(found: Impact, look: Look, *, unit: str) -> Chart:
    """Share still there by time since the answer, one curve a group."""
    longest = max(one.curve.longest for one in found.groups)
    return Chart(
        kind=Kind.STEPS,
        title=_title(found),
        series=tuple(
            Series(experience_words(one.experience), _steps(one), tone=TONES[one.experience])
            for one in found.groups
        ),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(
            say("Time since the answer ({unit})", unit=unit_name(unit)), 0, longest, ",.0f"
        ),
        subtitle=look.subtitle(),
        method=impact_method(),
        source=look.source,
        n=sum(one.curve.n for one in found.groups),
        level=look.level,
        notes=found.notes,
    )


def money_at_risk(found: Impact, look: Look) -> Chart:
    """What would be paid more if all stayed like promoters, a bar and an interval a group."""
    known = [one for one in found.groups if one.at_risk is not None and one.experience in TONES]
    shown = [one for one in known if one.experience != "promoter"]
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Money at risk, against staying like promoters"),
        labels=tuple(experience_words(one.experience) for one in shown),
        series=(
            Series(
                say("Money at risk"),
                tuple(Point(one.at_risk, one.low, one.high, one.curve.n) for one in shown),
            ),
        ),
        axis=Axis(say("Money at risk"), form=",.0f"),
        subtitle=look.subtitle(),
        method=impact_method(),
        source=look.source,
        n=sum(one.curve.n for one in found.groups),
        level=look.level,
        notes=found.notes,
    )


def impact_table(found: Impact, look: Look, *, unit: str) -> Chart:
    """Customers, mean time, value and money at risk of every group, as a table."""
    units = unit_name(unit)
    columns = (
        say("Group"),
        "n",
        say("Left"),
        say("Mean active ({unit})", unit=units),
        say("Less than promoters ({unit})", unit=units),
        say("Mean fee"),
        say("Value"),
        say("Money at risk"),
        say("Interval"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("Experience, retention and money"),
        subtitle=look.subtitle(),
        method=impact_method(),
        source=look.source,
        n=sum(one.curve.n for one in found.groups),
        level=look.level,
        table=Table(
            columns,
            tuple(_row(one) for one in found.groups),
            ("", ",d", ",d", ",.2f", "", ",.2f", ",.0f", ",.0f", ""),
        ),
        notes=found.notes,
    )


def _row(one: ExperienceImpact) -> tuple[Cell, ...]:
    return (
        experience_words(one.experience),
        one.curve.n,
        one.curve.deaths,
        one.mean.value if one.mean else None,
        _gap(one.stay_gap) if one.experience != "promoter" else UNKNOWN,
        one.fee,
        one.value,
        one.at_risk,
        _interval(one.low, one.high, ",.0f") if one.experience != "promoter" else UNKNOWN,
    )


def _gap(gap: RmstContrast | None) -> str:
    if gap is None:
        return UNKNOWN
    limits = _interval(gap.low, gap.high, ",.2f")
    value = number(gap.value, ",.2f")
    return value if limits == UNKNOWN else f"{value} ({limits})"


def _interval(low: float | None, high: float | None, form: str) -> str:
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=number(low, form), high=number(high, form))


def _title(found: Impact) -> str:
    if found.test is None:
        return say("Who stays after which answer")
    if found.test.p_value < 0.05:
        return say("Customers stay differently after different answers")
    return say("No proven difference in staying between the answers")


def _steps(one: ExperienceImpact) -> tuple[Point, ...]:
    """The curve as points; of very many steps every k-th is kept, with the last."""
    curve = one.curve
    places = [i for i, n in enumerate(curve.events) if n > 0 or i in (0, len(curve.times) - 1)]
    stride = -(-len(places) // MOST_POINTS)
    kept = sorted({*places[::stride], places[-1]})
    return tuple(
        Point(curve.survival[i], curve.low[i], curve.high[i], curve.at_risk[i], x=curve.times[i])
        for i in kept
    )
