"""Charts of cohorts: the heat table, curves over each other, and survival beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.cohorts import Cell, Cohort, mean_row
from cxlib.metrics.periods import period_label
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule

MOST_ROWS = 24
MOST_CURVES = 6


@dataclass(frozen=True, slots=True)
class CohortLook:
    """What the charts of a cohort table share.

    Attributes:
        look: names, selection and level.
        grid: the cells of the table.
        contracts: whether customers are active by contract, not by what they did.
    """

    look: Look
    grid: CohortGrid
    contracts: bool

    @property
    def units(self) -> str:
        """The plural of the period."""
        period = self.grid.period
        return say("quarters") if period == "quarter" else unit_name(period)

    @property
    def unit(self) -> str:
        """The period's name, to stand before the number of a cell."""
        names = {
            "day": say("day"),
            "week": say("week"),
            "month": say("month"),
            "quarter": say("quarter"),
            "year": say("year"),
        }
        return names[self.grid.period]

    @property
    def x_axis(self) -> Axis:
        """The axis of the distances."""
        title = (
            say("{unit} since the customer's first moment", unit=self.units)
            if self.grid.clock is Clock.OWN
            else say("{unit} after that of the first activity", unit=self.units)
        )
        return Axis(title[:1].upper() + title[1:], form=",.0f")

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of the cells' columns."""
        return tuple(self.label(low) for low, _ in self.grid.cells)

    def label(self, offset: int) -> str:
        """The name of a cell: its distance, or the first and last one of a bracket."""
        stop = next(stop for low, stop in self.grid.cells if low == offset)
        if self.grid.rule is Rule.BRACKET and stop - offset > 1:
            return f"{offset}–{stop - 1}"
        return f"{offset}+" if self.grid.rule is Rule.ON_OR_AFTER else str(offset)

    def method(self) -> str:
        """How the shares are counted, with the source of the limits."""
        return " ".join(
            [
                _what_is_active(self.grid.rule, contracts=self.contracts),
                say(
                    "Only customers whom the data follow to the end of a cell count in it. Limits "
                    "are Wilson's (1927). The mean is weighted by those customers: it is the share "
                    "of all of them together, and its limits do not tell how cohorts differ."
                ),
            ]
        )


def cohort_name(row: Cohort, period: str) -> str:
    """The cohort's period and the number of its customers."""
    return say("{cohort} (n {n})", cohort=period_label(row.start, period), n=count(row.size))


def cohort_heat(rows: Sequence[Cohort], shared: CohortLook, *, by_row: bool = True) -> Chart:
    """The heat table: the weighted mean on top, then a row a cohort, newest last.

    Args:
        rows: the cohorts; the mean is that of all, the newest `MOST_ROWS` of them are drawn.
        shared: names, grid and level.
        by_row: whether each row is shaded from its own lowest to its own highest share.
    """
    look, grid = shared.look, shared.grid
    mean = mean_row(rows, level=look.level)
    shown = rows[-MOST_ROWS:]
    series = [Series(say("Weighted mean"), tuple(cell_point(cell) for cell in mean), tone="accent")]
    series += [
        Series(cohort_name(row, grid.period), tuple(cell_point(cell, row) for cell in row.cells))
        for row in shown
    ]
    return Chart(
        kind=Kind.HEAT,
        title=_heat_title(mean, shared),
        labels=shared.labels,
        series=tuple(series),
        axis=Axis(say("Customers active"), form=".0%"),
        x_axis=shared.x_axis,
        subtitle=look.subtitle(),
        method=shared.method(),
        source=look.source,
        n=sum(row.size for row in rows),
        level=look.level,
        click="cell",
        by_row=by_row,
        notes=_heat_notes(rows, shown, shared),
    )


def spread_out(rows: Sequence[Cohort], most: int = MOST_CURVES) -> tuple[Cohort, ...]:
    """The oldest and the newest cohort with a share, and some evenly between."""
    known = [row for row in rows if any(cell.share is not None for cell in row.cells)]
    if len(known) <= most:
        return tuple(known)
    return tuple(known[round(i * (len(known) - 1) / (most - 1))] for i in range(most))


def cohort_curves(rows: Sequence[Cohort], shared: CohortLook) -> Chart:
    """A line a cohort over the distances, with limits.

    Args:
        rows: the cohorts to draw, at most `MOST_CURVES` of them.
        shared: names, grid and level.
    """
    shown = rows[:MOST_CURVES]
    return Chart(
        kind=Kind.LINE,
        title=say("Cohorts over each other"),
        labels=shared.labels,
        series=tuple(
            Series(
                cohort_name(row, shared.grid.period),
                tuple(cell_point(cell, row) for cell in row.cells),
            )
            for row in shown
        ),
        axis=Axis(say("Customers active"), 0, None, ".0%"),
        x_axis=shared.x_axis,
        subtitle=shared.look.subtitle(),
        method=shared.method(),
        source=shared.look.source,
        n=sum(row.size for row in shown),
        level=shared.look.level,
    )


def curve_beside_survival(mean: Sequence[Cell], curve: SurvivalCurve, shared: CohortLook) -> Chart:
    """The mean share of the cohorts and the survival curve of the same contracts.

    Args:
        mean: the weighted mean, counted by the rule "on".
        curve: Kaplan-Meier, its times in periods.
        shared: names, grid and level.
    """
    last = float(mean[-1].offset) if mean else 1.0
    places = [
        i for i, time in enumerate(curve.times) if time <= last and (curve.events[i] or not i)
    ]
    steps = tuple(
        Point(curve.survival[i], curve.low[i], curve.high[i], curve.at_risk[i], x=curve.times[i])
        for i in places
    )
    dots = tuple(
        Point(cell.share, cell.low, cell.high, cell.mature, x=float(cell.offset))
        for cell in mean
        if cell.share is not None
    )
    return Chart(
        kind=Kind.STEPS,
        title=say("Active in a period, and not yet gone"),
        series=(
            Series(say("Active in that period"), dots, smooth=True),
            Series(say("Not yet gone"), steps, dashed=True),
        ),
        axis=Axis(say("Customers"), 0, 1, ".0%"),
        x_axis=Axis(shared.x_axis.title, 0, last, ",.0f"),
        subtitle=shared.look.subtitle(),
        method=say(
            "Not yet gone: the Kaplan-Meier curve (1958) of the contracts with log-log limits, "
            "which counts those still there up to the day they were last seen. Active: the "
            "weighted mean of the cohorts with Wilson's limits (1927)."
        ),
        source=shared.look.source,
        n=curve.n,
        level=shared.look.level,
        notes=(
            say(
                "A cohort counts who is there in that very period: on one of its days is enough, "
                "and who left may come back. Survival counts time from the start to the end of "
                "each contract."
            ),
        ),
    )


def curve_beside_later(mean: Sequence[Cell], later: Sequence[Cell], shared: CohortLook) -> Chart:
    """The mean share active in a period, and active in it or later.

    Args:
        mean: the weighted mean, counted by the rule "on".
        later: the same, counted by the rule "on or after".
        shared: names, grid and level.
    """
    return Chart(
        kind=Kind.LINE,
        title=say("Active in a period, and active then or later"),
        labels=tuple(str(cell.offset) for cell in mean),
        series=(
            Series(say("Active in that period"), tuple(cell_point(cell) for cell in mean)),
            Series(
                say("Active then or later"), tuple(cell_point(cell) for cell in later), dashed=True
            ),
        ),
        axis=Axis(say("Customers"), 0, None, ".0%"),
        x_axis=shared.x_axis,
        subtitle=shared.look.subtitle(),
        method=say(
            "Weighted means of the cohorts with Wilson's limits (1927). Active then or later falls "
            "with time as a survival curve does, up to the last activity in the data."
        ),
        source=shared.look.source,
        n=max((cell.mature for cell in mean), default=0),
        level=shared.look.level,
        notes=(
            say(
                "Who was not seen in a period may come back, which only the second line counts. "
                "Nobody says that they leave here: who is silent at the end of the data may be "
                "gone or only resting."
            ),
        ),
    )


def cell_point(cell: Cell, row: Cohort | None = None) -> Point:
    """A cell as a point; with its cohort, whether it is over."""
    short = row is not None and cell.mature < row.size
    note = ""
    if row is not None:
        note = (
            say(
                "Not over yet: {n} of {size} customers are followed to the end.",
                n=count(cell.mature),
                size=count(row.size),
            )
            if short
            else say("Over: all customers are followed to the end.")
        )
    return Point(cell.share, cell.low, cell.high, cell.mature, hollow=short, note=note)


def _heat_notes(
    rows: Sequence[Cohort], shown: Sequence[Cohort], shared: CohortLook
) -> tuple[str, ...]:
    """What a reader has to know of the table."""
    notes = []
    if len(shown) < len(rows):
        notes.append(
            say(
                "The newest {n} of {all} cohorts are drawn; the mean is that of all. Choose others "
                "above.",
                n=len(shown),
                all=count(len(rows)),
            )
        )
    if any(cell.mature < row.size for row in shown for cell in row.cells):
        notes.append(
            say(
                "Empty cells are not over yet; pale ones have customers who are not followed to "
                "the end of the cell and do not count in it."
            )
        )
    if shared.grid.rule is Rule.ON_OR_AFTER:
        notes.append(
            say(
                "Shares of newer cohorts read low here: their later activity is not yet in the "
                "data."
            )
        )
    if not shared.contracts and rows:
        notes.append(
            say(
                "The first cohort of a file also holds customers who began before the data do, so "
                "that it may look better than it was."
            )
        )
    return tuple(notes)


def _heat_title(mean: Sequence[Cell], shared: CohortLook) -> str:
    known = [cell for cell in mean if cell.share is not None]
    if not known:
        return say("No cohort is followed long enough yet")
    cell = known[0]
    return say(
        "{share} of the customers are active in {unit} {k}",
        share=number(cell.share, ".0%"),
        unit=shared.unit,
        k=shared.label(cell.offset),
    )


def _what_is_active(rule: Rule, *, contracts: bool) -> str:
    what = (
        say("A customer is active in a period in which a contract runs on at least one day.")
        if contracts
        else say("A customer is active in a period with a purchase or an event.")
    )
    how = {
        Rule.ON: say("A cell holds those who were active in that very period."),
        Rule.ON_OR_AFTER: say("A cell holds those who were active in that period or a later one."),
        Rule.BRACKET: say("A cell holds those who were active in any of its periods."),
    }
    return f"{what} {how[rule]}"
