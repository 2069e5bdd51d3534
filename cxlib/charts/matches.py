"""How well the customers of the datasets match, as a chart."""

from __future__ import annotations

from pathlib import PurePath

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.words import count
from cxlib.locale.speak import say
from cxlib.stats.matches import Matches


def match_rates(matches: Matches) -> Chart:
    """A heat table: the share of each row's customers that the column's dataset has as well."""
    names = tuple(matches.keys)
    return Chart(
        kind=Kind.HEAT,
        title=say("Share of each dataset's customers that the others have"),
        labels=tuple(PurePath(name).stem for name in names),
        series=tuple(
            Series(_row(matches, name), tuple(_cell(matches, name, other) for other in names))
            for name in names
        ),
        axis=Axis(say("share of customers"), low=0.0, high=1.0, form=".0%"),
        method=say(
            "Each cell is the share of the different customers of the row's dataset that the "
            "column's dataset has as well. Keys are compared as the rules beside it say. All "
            "customers are counted, so there is no interval."
        ),
    )


def _row(matches: Matches, name: str) -> str:
    """A dataset with its number of customers, which the row's shares are of."""
    return f"{PurePath(name).stem} (n {count(matches.keys[name].customers)})"


def _cell(matches: Matches, name: str, other: str) -> Point:
    if name == other:
        return Point(None, n=matches.keys[name].customers)
    return Point(
        matches.share(name, other),
        n=matches.keys[name].customers,
        note=say("{n} customers in both", n=count(matches.both[name, other])),
    )
