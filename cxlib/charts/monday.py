"""The Monday page in words and tables: what stands out, and every measure in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxlib.charts.chart import Cell, Chart, Kind, Table
from cxlib.charts.measures import (
    drift_words,
    form_of,
    group_name,
    point_of,
    rests_on,
    step_words,
    value_words,
    verdict_words,
    why,
)
from cxlib.charts.scores import Look, p_text
from cxlib.charts.signals import alert_words
from cxlib.charts.trends import limits_method
from cxlib.charts.words import interval, number
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alert, Alerts
from cxlib.metrics.control_chart import FEW
from cxlib.metrics.measured import Measured
from cxlib.metrics.periods import period_label
from cxlib.metrics.standouts import RATE, Contrast, Standout

SCORE_FORM = {"points": "+.1f"}


def period_words(found: Measured) -> str:
    """The last finished period."""
    return "" if found.start is None else period_label(found.start, found.options.period)


def state_words(found: Measured) -> str:
    """Signal or noise, in words."""
    drift = drift_words(found)
    if drift:
        return drift[:1].upper() + drift[1:]
    if found.signals:
        return say("Signal: {why}", why=why(found))
    if found.chart.moving_range is None:
        return say("Too few periods")
    return say("Noise")


def target_words(found: Measured) -> str:
    """The target and whether it is reached; empty without one."""
    target, verdict = found.options.target, found.verdict
    if target is None:
        return ""
    value = value_words(found, target)
    if verdict is None:
        return say("Target {value}", value=value)
    return say("Target {value}: {verdict}", value=value, verdict=verdict_words()[verdict])


def standout_words(one: Standout, names: Mapping[str, str]) -> str:
    """One thing that stands out, as a sentence."""
    name = names.get(one.key, one.key)
    if isinstance(one.found, Alert):
        return alert_words(one.found, name=name)
    return _contrast_words(one.found, name)


def _contrast_words(one: Contrast, name: str) -> str:
    form = SCORE_FORM.get(one.measure.unit, ".1%")
    values = {
        "name": name,
        "group": group_name(one.group),
        "value": number(one.estimate.value, form),
        "limits": rests_on(form, one.estimate),
        "total": number(one.total, form),
    }
    if one.estimate.value >= one.total:
        return say("{name}, {group}: {value} ({limits}), above the {total} overall", **values)
    return say("{name}, {group}: {value} ({limits}), below the {total} overall", **values)


def nothing_words(watched: Alerts) -> str:
    """What is said where nothing stands out."""
    if not watched.watched:
        return say(
            "No measure has the {n} finished periods that signals need; choose shorter periods.",
            n=FEW,
        )
    return say("Nothing stands out: what moved is within what chance moves.")


def standout_method(watched: Alerts, contrasts: int) -> str:
    """What was looked at, and how much of it may be chance."""
    return say(
        "{series} series with XmR limits and {groups} groups of customers, each against all others "
        "in its column, were tested as one family; at most {rate} of what is named should be "
        "chance (Benjamini and Hochberg, 1995). New signals come first, steady rises and falls "
        "last.",
        series=number(watched.watched, ",d"),
        groups=number(contrasts, ",d"),
        rate=number(RATE, ".0%"),
    )


def standout_table(
    found: Sequence[Standout], names: Mapping[str, str], look: Look, method: str
) -> Chart:
    """What stands out, as a slide."""
    rows = [_standout_row(one, names.get(one.key, one.key)) for one in found]
    title = say("What stands out") if found else say("Nothing stands out")
    return Chart(
        kind=Kind.TABLE,
        title=title,
        subtitle=look.subtitle(),
        method=method,
        source=look.source,
        level=look.level,
        table=Table(
            (say("Measure"), say("Group"), say("Value"), say("Usual value"), say("Adjusted p")),
            tuple(rows),
            ("", "", "", "", ""),
        ),
        notes=(method,),
    )


def _standout_row(one: Standout, name: str) -> tuple[Cell, ...]:
    p = p_text(one.p_adjusted)
    if isinstance(one.found, Alert):
        series = one.found.series
        value = series.last.value if series.last else None
        usual = value_words(series, series.chart.centre)
        return (name, group_name(series.group), value_words(series, value), usual, p)
    form = SCORE_FORM.get(one.found.measure.unit, ".1%")
    values = (number(one.found.estimate.value, form), number(one.found.total, form))
    return (name, group_name(one.found.group), *values, p)


def league_table(shown: Sequence[tuple[str, Measured]], look: Look) -> Chart:
    """Every measure in one line.

    Args:
        shown: name and series of each, in order.
        look: names and level.
    """
    signals = sum(bool(one.signals) for _, one in shown)
    rows = tuple(_row(name, one) for name, one in shown if one.last is not None)
    columns: tuple[tuple[str, str], ...] = (
        (say("Measure"), ""),
        (say("Value"), ""),
        (say("Interval"), ""),
        ("n", ",d"),
        (say("Change"), ""),
        (say("Signal or noise"), ""),
        (say("Target"), ""),
    )
    if not any(row[-1] for row in rows):
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    return Chart(
        kind=Kind.TABLE,
        title=say("{n} measures, {signals} with a signal", n=len(rows), signals=signals),
        subtitle=" · ".join((*_periods(shown), look.subtitle())),
        method=" ".join(
            (
                say(
                    "The last finished period beside the one before; limits of the change are "
                    "recovered from those of both (Newcombe, 1998; Zou and Donner, 2008)."
                ),
                limits_method("xmr"),
            )
        ),
        source=look.source,
        level=look.level,
        table=Table(tuple(name for name, _ in columns), rows, tuple(form for _, form in columns)),
    )


def _periods(shown: Sequence[tuple[str, Measured]]) -> tuple[str, ...]:
    """The last finished periods, each once."""
    return tuple(dict.fromkeys(period_words(one) for _, one in shown if one.last is not None))


def _row(name: str, found: Measured) -> tuple[Cell, ...]:
    last, step = found.last, found.step
    if last is None:
        return ()
    return (
        name,
        value_words(found, last.value),
        interval(point_of(last), form_of(found)),
        last.n,
        "" if step is None else step_words(found, step),
        _short_state(found),
        "" if found.verdict is None else verdict_words()[found.verdict],
    )


def _short_state(found: Measured) -> str:
    """Signal or noise in a word or two."""
    if found.drift is None:
        return say("Signal") if found.signals else state_words(found)
    return say("Rises steadily") if found.drift == "rises" else say("Falls steadily")
