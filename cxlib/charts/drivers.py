"""Charts of what matters for an outcome: shares of importance, and the map with performance."""

from __future__ import annotations

from collections.abc import Mapping

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.words import count, interval, level_text, number
from cxlib.locale.speak import say
from cxlib.models.driver_map import Quadrant
from cxlib.models.drivers import Driver, Drivers
from cxlib.stats.groups import TOTAL, Group

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
    mixed = any(one.place is not None for one in found.drivers)
    lines = (
        Line(found.importance_cut, say("Mean importance")),
        Line(found.performance_cut, say("Mean performance"), vertical=True),
    )
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
                        x=one.place if mixed else one.performance,
                        x_low=one.place_low if mixed else one.performance_low,
                        x_high=one.place_high if mixed else one.performance_high,
                        note=quadrant_words(one.quadrant),
                    ),
                ),
                tone=_TONES[one.quadrant],
            )
            for one in found.drivers[:MOST_BARS]
        ),
        axis=Axis(say("Importance (share of R2)"), 0, form=".0%"),
        x_axis=Axis(say("Performance (place of the mean on its scale)"), form=".0%")
        if mixed
        else Axis(say("Performance (mean answer)"), form=".2f"),
        subtitle=_subtitle(found, look),
        method=driver_method(found),
        source=look.source,
        n=found.n,
        level=found.level,
        lines=lines,
        notes=(*found.notes, *found.map_notes),
    )


def drivers_by_group(found: Mapping[Group, Drivers], look: Look, *, column: str) -> Chart:
    """A heat table: each driver's share in every group, so that one sees for whom it matters."""
    total = found[TOTAL]
    groups = [group for group in found if group.column == column]
    names = [one.name for one in total.drivers[:MOST_BARS]]
    columns = [TOTAL, *groups]
    shares = {group: {one.name: one for one in found[group].drivers} for group in columns}
    return Chart(
        kind=Kind.HEAT,
        title=say("What matters for {outcome}, by {column}", outcome=total.outcome, column=column),
        labels=tuple(_label(group) for group in columns),
        series=tuple(
            Series(name, tuple(_share(shares[group].get(name), found[group]) for group in columns))
            for name in names
        ),
        axis=Axis(say("Share of what the drivers explain"), 0, form=".0%"),
        subtitle=_subtitle(total, look),
        method=driver_method(total),
        source=look.source,
        n=total.n,
        level=total.level,
        notes=(
            say(
                "Each column is a regression of its own and adds up to 100%. Where intervals of "
                "two groups overlap, the difference may be chance."
            ),
            say(
                "Complete answers: {groups}.",
                groups="; ".join(
                    f"{_label(group)} {count(found[group].n)}" for group in columns[:MOST_BARS]
                ),
            ),
        ),
    )


def _label(group: Group) -> str:
    return say("All") if group == TOTAL else group.label


def _share(one: Driver | None, whole: Drivers) -> Point:
    if one is None:
        return Point(None, n=whole.n)
    return Point(one.share, one.low, one.high, whole.n, note=_sign(one))


def driver_table(found: Drivers, look: Look) -> Chart:
    """All figures of the drivers: share, limits, direction, variance inflation, performance."""
    percent = say("{level} interval", level=level_text(found.level))
    rows = tuple(
        (
            one.name,
            one.share,
            interval(Point(one.share, one.low, one.high), ".1%"),
            "+" if one.sign > 0 else "\N{MINUS SIGN}",
            one.vif,
            one.performance,
            interval(Point(one.performance, one.performance_low, one.performance_high), ".2f"),
            quadrant_words(one.quadrant),
        )
        for one in found.drivers
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("The drivers of {outcome} in figures", outcome=found.outcome),
        subtitle=_subtitle(found, look),
        method=driver_method(found),
        source=look.source,
        n=found.n,
        level=found.level,
        table=Table(
            (
                say("Driver"),
                say("Share of R2"),
                percent,
                say("Direction"),
                say("Variance inflation"),
                say("Mean answer"),
                say("Interval of the mean"),
                say("Place on the map"),
            ),
            rows,
            ("", ".1%", "", "", ".1f", ".2f", "", ""),
        ),
        notes=(
            say(
                "Variance inflation above 10 means that a driver says nearly the same as others, "
                "so that its direction is unsure; its share is not."
            ),
            *found.map_notes,
        ),
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
