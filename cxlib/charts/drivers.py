"""Charts of what matters for an outcome: shares of importance, and the map with performance."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.models.driver_map import Quadrant
from cxlib.models.drivers import Driver, Drivers

MOST_BARS = 20


def driver_method(found: Drivers) -> str:
    """How the shares are computed, with the source."""
    shares = (
        say(
            "LMG: each driver's gain of R2 averaged over all orders in which the drivers can enter "
            "(Lindeman, Merenda and Gold, 1980)."
        )
        if found.method == "lmg"
        else say("Johnson's relative weights (Multivariate Behavioral Research, 2000).")
    )
    measure = (
        say("R2 is McFadden's, of a logistic regression.") if found.measure == "McFadden" else ""
    )
    rest = say(
        "Limits by bootstrap. Rows with any gap are left out. It is an association: a change of a "
        "driver need not move the outcome."
    )
    return " ".join(part for part in (shares, measure, rest) if part)


def driver_importance(found: Drivers, look: Look) -> Chart:
    """One bar and one interval a driver, most important first."""
    shown = found.drivers[:MOST_BARS]
    notes = list(found.notes)
    if len(found.drivers) > len(shown):
        notes.append(
            say("The {n} best of {all} groups are shown.", n=len(shown), all=len(found.drivers))
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "{driver} matters most for {outcome}", driver=shown[0].name, outcome=found.outcome
        )
        if _ahead(found)
        else say("What matters for {outcome}", outcome=found.outcome),
        labels=tuple(one.name for one in shown),
        series=(
            Series(
                say("Share of R2"),
                tuple(
                    Point(one.share, one.low, one.high, found.n, note=_sign(one)) for one in shown
                ),
            ),
        ),
        axis=Axis(say("Share of what the drivers explain"), 0, form=".0%"),
        subtitle=_subtitle(found, look),
        method=driver_method(found),
        source=look.source,
        n=found.n,
        level=found.level,
        lines=(Line(found.importance_cut, say("If all mattered alike")),),
        notes=tuple(notes),
    )


def performance_map(found: Drivers, look: Look) -> Chart:
    """Importance against performance, with crosses; a quadrant only where both limits clear it."""
    cut = found.performance_cut
    lines = [Line(found.importance_cut, say("Mean importance"))]
    if cut is not None:
        lines.append(Line(cut, say("Mean performance"), vertical=True))
    urgent = [one.name for one in found.drivers if one.quadrant == "concentrate here"]
    return Chart(
        kind=Kind.SCATTER,
        title=say("Concentrate on {drivers}", drivers=", ".join(urgent))
        if urgent
        else say("Importance and performance of the drivers of {outcome}", outcome=found.outcome),
        series=tuple(
            Series(
                one.name,
                (
                    Point(
                        one.share,
                        one.low,
                        one.high,
                        found.n,
                        x=one.performance,
                        note=say(
                            "{quadrant}; mean {low} to {high}",
                            quadrant=quadrant_words(one.quadrant),
                            low=number(one.performance_low, ".2f"),
                            high=number(one.performance_high, ".2f"),
                        ),
                    ),
                ),
                tone=_TONES[one.quadrant],
            )
            for one in found.drivers[:MOST_BARS]
        ),
        axis=Axis(say("Importance (share of R2)"), 0, form=".0%"),
        x_axis=Axis(say("Performance (mean answer)"), form=".1f"),
        subtitle=_subtitle(found, look),
        method=driver_method(found),
        source=look.source,
        n=found.n,
        level=found.level,
        lines=tuple(lines),
        notes=found.notes,
    )


def quadrant_words(quadrant: Quadrant) -> str:
    """A quadrant of the map for a reader."""
    words: dict[Quadrant, str] = {
        "concentrate here": say("concentrate here"),
        "keep up the good work": say("keep up the good work"),
        "low priority": say("low priority"),
        "possible overkill": say("possible overkill"),
        "uncertain": say("uncertain"),
    }
    return words[quadrant]


_TONES: dict[Quadrant, str] = {
    "concentrate here": "bad",
    "keep up the good work": "good",
    "low priority": "neutral",
    "possible overkill": "accent",
    "uncertain": "muted",
}


def _ahead(found: Drivers) -> bool:
    """Whether the first driver's interval lies above those of all others."""
    first, *others = found.drivers
    return all(first.low > one.high for one in others)


def _sign(one: Driver) -> str:
    if one.sign > 0:
        return say("More of it goes with more of the outcome.")
    return say("More of it goes with less of the outcome.")


def _subtitle(found: Drivers, look: Look) -> str:
    words = say("n = {n}, R2 = {r2}", n=count(found.n), r2=number(found.r2, ".2f"))
    return f"{look.subtitle()} · {words}"
