"""The groups that differ most, after a search over all of them."""

from __future__ import annotations

from cxlib.charts.chart import Cell, Chart, Kind, Line, Series, Table
from cxlib.charts.scores import Look, axis_of, p_text, value_of
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.search import FEWEST, FEWEST_CUSTOMERS, RATE, Found, Search
from cxlib.stats.score_pairs import ScorePairs

MOST_BARS = 15


def group_words(one: Found) -> str:
    """The values that make a group, such as "region: East + channel: App"."""
    return " + ".join(f"{column}: {value}" for column, value in one.where)


def search_chart(found: Search, pairs: ScorePairs, total: float, look: Look) -> Chart:
    """One bar and one interval a group, the largest differences first.

    Args:
        found: what the search named.
        pairs: what was searched.
        total: the score of everybody.
        look: names and level.
    """
    shown = found.found[:MOST_BARS]
    if not shown:
        return Chart(
            kind=Kind.TABLE,
            title=say("No group differs from the rest for certain"),
            subtitle=look.subtitle(),
            method=search_method(found),
            source=look.source,
            n=pairs.total.total,
            level=look.level,
            table=Table((say("Group"),), (), ("",)),
            notes=_notes(found, pairs),
        )
    axis = axis_of(shown[0].result, look.name)
    return Chart(
        kind=Kind.INTERVALS,
        title=_title(shown[0], look),
        labels=tuple(group_words(one) for one in shown),
        series=(Series(look.name, tuple(value_of(one.result) for one in shown)),),
        axis=axis,
        subtitle=look.subtitle(),
        method=search_method(found),
        source=look.source,
        n=pairs.total.total,
        level=look.level,
        lines=(Line(total, say("All {value}", value=number(total, axis.form))),),
        below=_table(found),
        notes=_notes(found, pairs),
    )


def search_method(found: Search) -> str:
    """How groups are searched, and what corrects for having looked at all of them."""
    plain = say(
        "Every value of every column, and every pair of values of two columns, with at least {n} "
        "answers is tested against everybody else; all tests are one family (Benjamini and "
        "Hochberg, 1995, at {rate}). A pair is named only where it also differs from the rest of "
        "each of its two groups. Each answer counts once; survey weights are not used.",
        n=FEWEST,
        rate=f"{RATE:.0%}",
    )
    if not found.by_customer:
        return plain
    alike = say(
        "Where customers answered several times they are the unit, not answers: a test is divided "
        "by the design effect (Rao and Scott, 1984), and a group needs at least {n} customers.",
        n=FEWEST_CUSTOMERS,
    )
    return f"{plain} {alike}"


def _title(one: Found, look: Look) -> str:
    form = "+.1f" if isinstance(one.result, Nps) else "+.1%"
    values = {
        "group": group_words(one),
        "name": look.name,
        "by": number(abs(one.difference), form.lstrip("+")),
    }
    if one.difference > 0:
        return say("{group}: {name} {by} above the rest", **values)
    return say("{group}: {name} {by} below the rest", **values)


def _table(found: Search) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in found.found[:MOST_BARS]:
        form = "+.1f" if isinstance(one.result, Nps) else "+.1%"
        rest = value_of(one.rest)
        rows.append(
            (
                group_words(one),
                number(one.difference, form),
                number(rest.y, form.lstrip("+")),
                one.result.n,
                p_text(one.p_adjusted),
            )
        )
    return Table(
        (say("Group"), say("Difference"), say("Score of the rest"), "n", say("p (adjusted)")),
        tuple(rows),
        ("", "", "", ",d", ""),
    )


def _notes(found: Search, pairs: ScorePairs) -> tuple[str, ...]:
    notes = [
        say(
            "{n} groups were looked at, {small} have too few answers.",
            n=count(found.looked_at),
            small=count(found.too_small),
        ),
    ]
    if not found.by_customer:
        notes.append(
            say(
                "Tests are as if no customer had answered twice. Where customers did, small groups "
                "look surer than they are: see how many customers stand behind one before acting."
            )
        )
    if len(found.found) > MOST_BARS:
        notes.append(
            say("The {n} best of {all} groups are shown.", n=MOST_BARS, all=len(found.found))
        )
    if pairs.many:
        notes.append(
            say("Columns with too many values are left out: {names}.", names=", ".join(pairs.many))
        )
    return tuple(notes)
