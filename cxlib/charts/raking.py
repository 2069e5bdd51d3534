"""Charts of weighting: the score with and without weights, and the shares before and after."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.answering import beside
from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look, value_of
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.raking import Margin, Raked
from cxlib.metrics.shares import BoxScore
from cxlib.stats.margins import Cells

MOST_ROWS = 40


def raking_method() -> str:
    """How the weights are made and what the limits mean."""
    return say(
        "Raking multiplies the weights of the answers, one column after the other, until every "
        "column has its target shares (Deming and Stephan, 1940). The limits of the weighted NPS "
        "are linearised Wald, those of a share Wilson's at the effective number of answers (Kish, "
        "1965); both take the weights as given. Weights of the file are not used. Weighting mends "
        "only what goes together with these columns."
    )


def weighted_score(plain: Nps | BoxScore, weighted: Nps | BoxScore, look: Look) -> Chart:
    """The score without and with weights, side by side."""
    form = "+.1f" if isinstance(plain, Nps) else ".1%"
    one, other = value_of(plain), value_of(weighted)
    title = say(
        "{name} weighted: {weighted}, unweighted: {plain}",
        name=look.name,
        weighted=number(other.y, form),
        plain=number(one.y, form),
    )
    parts = ((say("Unweighted"), plain), (say("Weighted"), weighted))
    return beside(parts, look, title=title, method=raking_method())


def margin_chart(found: Raked, cells: Cells, look: Look) -> Chart:
    """The share of every value in the answers and as wanted, and the table behind it."""
    shown = _shown(found.margins)
    far = max(found.margins, key=lambda one: abs(one.target - one.sample))
    rows: list[tuple[Cell, ...]] = [
        (one.column, one.value, one.n, one.sample, one.target, one.weighted)
        for one in found.margins
    ]
    heads = (
        say("Column"),
        say("Value"),
        "n",
        say("Share of answers"),
        say("Target"),
        say("With weights"),
    )
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "{value} has {sample} of the answers and should have {target}",
            value=far.value,
            sample=number(far.sample, ".0%"),
            target=number(far.target, ".0%"),
        )
        if abs(far.target - far.sample) >= 0.005
        else say("The answers have the target shares already"),
        labels=tuple(one.value for one in shown),
        series=(
            Series(say("Answers"), tuple(Point(one.sample, n=one.n) for one in shown), "muted"),
            Series(say("Target"), tuple(Point(one.target) for one in shown), "accent"),
        ),
        axis=Axis(say("Share"), 0, form=".0%"),
        subtitle=look.selection,
        method=raking_method(),
        source=look.source,
        n=found.n,
        below=Table(heads, tuple(rows), ("", "", ",d", ".1%", ".1%", ".1%")),
        notes=tuple(_notes(found, cells)),
    )


def weight_table(found: Raked, cells: Cells) -> Table:
    """Every combination of values with its answers and weight, for a file."""
    rows: list[tuple[Cell, ...]] = []
    for code, n, weight in zip(cells.codes, cells.n, found.weights, strict=True):
        values = [cells.values[place][at] for place, at in enumerate(code)]
        rows.append((*values, int(n), float(weight)))
    heads = (*cells.columns, say("Answers"), say("Weight"))
    return Table(heads, tuple(rows), (*("" for _ in cells.columns), ",d", ".6f"))


def _shown(margins: Sequence[Margin]) -> Sequence[Margin]:
    """All values, or those farthest from their targets."""
    if len(margins) <= MOST_ROWS:
        return margins
    far = sorted(margins, key=lambda one: -abs(one.target - one.sample))
    return far[:MOST_ROWS]


def _notes(found: Raked, cells: Cells) -> list[str]:
    notes = [
        say(
            "{n} answers in {cells} cells. Rounds until every share was met: {rounds}.",
            n=count(found.n),
            cells=count(len(cells.codes)),
            rounds=found.rounds,
        )
    ]
    if found.cap is not None and found.trimmed:
        notes.append(
            say(
                "Trimmed: {n} answers were cut to a weight of {cap}, and shares miss their targets "
                "by up to {off}.",
                n=count(found.trimmed),
                cap=number(found.cap, "g"),
                off=number(found.off, ".1%"),
            )
        )
    if cells.blank:
        notes.append(
            say("{n} answers have a blank in these columns and are left out.", n=count(cells.blank))
        )
    return notes
