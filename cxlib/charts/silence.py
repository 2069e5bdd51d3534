"""Charts of silence: gaps and their threshold, who is inactive, and how sure that can be."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.purchase_words import model_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.staircase import staircase
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.alive_beside import AliveBeside
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.models.silence import GroupSilence, Share, Silence, SilentAt, Threshold, active_class
from cxlib.stats.gaps import MOST_ACTIVE, Gaps

COLUMNS = 8
"""Columns of a histogram up to the threshold."""
TIMES_OVER = 2
"""How many thresholds a histogram reaches, before what is longer."""
MOST_BARS = 20
MOST_CURVES = 5
CHANCE = 0.05


def inactive(days: int) -> str:
    """What silence is called: never churn without saying what it is."""
    return say(
        "Inactive for more than {days} days (no contract: nobody told us they left)", days=days
    )


def threshold_method(threshold: Threshold) -> str:
    """Where the threshold comes from."""
    share = number(threshold.percentile, ".0%")
    if threshold.rule == "open":
        return say(
            "Threshold of {days} days: {share} of the gaps that end have ended by then. Gaps still "
            "open at the end of the data are censored (Kaplan-Meier, 1958), because long gaps are "
            "more often still open and would be missing otherwise. {ending} of the gaps end within "
            "{within} days, as far as the data show; the others are not in the percentile.",
            days=threshold.days,
            share=share,
            ending=number(threshold.ending, ".0%"),
            within=threshold.within,
        )
    if threshold.rule == "ended":
        return say(
            "Threshold of {days} days: {share} of the gaps that ended were no longer. Long gaps "
            "are more often still open and are missing here, so this threshold is too short.",
            days=threshold.days,
            share=share,
        )
    return say("The threshold of {days} days was chosen by the analyst.", days=threshold.days)


def gaps_and_silences(gaps: Gaps, threshold: Threshold, look: Look) -> Chart:
    """Gaps that ended and silences still open, by length, with the threshold."""
    edges = _edges(threshold.days)
    ended = _binned([(days, n) for days, n in gaps.ended], edges)
    still = _binned([(rest, n) for _, rest, n in gaps.spans], edges)
    starts = [0, *(edge + 1 for edge in edges)]
    labels = [
        f"{number(low, ',d')}–{number(high, ',d')}" if low < high else number(low, ",d")
        for low, high in zip(starts, edges, strict=False)
    ]
    place = edges.index(threshold.days) + 0.5
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "{ended} gaps ended, {open} are still open",
            ended=number(gaps.ended_gaps, ",d"),
            open=number(gaps.customers, ",d"),
        ),
        labels=(*labels, f"> {number(edges[-1], ',d')}"),
        series=(
            Series(say("Came back after so many days"), _points(ended), "accent"),
            Series(say("Silent for so many days now"), _points(still), "muted"),
        ),
        axis=Axis(say("Gaps, customers"), low=0, form=",.0f"),
        x_axis=Axis(say("Days")),
        subtitle=look.selection,
        method=threshold_method(threshold),
        source=look.source,
        n=gaps.ended_gaps + gaps.customers,
        lines=(Line(place, say("{days} days", days=threshold.days), vertical=True),),
    )


def gap_curve(answer: Silence, look: Look) -> Chart:
    """The share of gaps that last longer, with those still open censored."""
    curve, threshold = answer.gap_curve, answer.threshold
    return Chart(
        kind=Kind.STEPS,
        title=say("How long gaps last, with those still open counted fairly"),
        series=(Series(say("Not back yet"), _steps(curve)),),
        axis=Axis(say("Gaps not ended yet"), 0, 1, ".0%"),
        x_axis=Axis(say("Days since an active day"), 0, curve.longest, ",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Kaplan-Meier (1958) over gaps between active days; the silence of each customer at "
            "the end of the data is a gap that is still open. Limits are log-log with Greenwood's "
            "variance and take gaps as independent. {threshold}",
            threshold=threshold_method(threshold),
        ),
        source=look.source,
        n=curve.n,
        level=look.level,
        lines=(Line(float(threshold.days), say("Threshold"), vertical=True),),
    )


def sensitivity(answer: Silence, look: Look) -> Chart:
    """What other thresholds would say: inactive customers and false alarms."""
    columns = (
        say("Days"),
        say("Percentile"),
        say("Watched longer"),
        say("Inactive"),
        say("Share inactive"),
        say("Interval"),
        say("Known false"),
        say("Back later"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("How much hangs on the threshold"),
        subtitle=look.subtitle(),
        method=say(
            "Share silent for more than so many days of the customers watched for longer than "
            "that, with Wilson's limits (1927). Percentile: the share of the gaps that end which "
            "have ended by then. Known false: of all gaps that grew longer, the share after which "
            "the customer came back; the true share is higher, because more may still come back. "
            "Back later: the share that comes back within as many days again, with open gaps "
            "censored (Kaplan-Meier)."
        ),
        source=look.source,
        n=answer.total.at.silent.n,
        level=look.level,
        table=Table(
            columns,
            tuple(_row(one, answer.threshold) for one in answer.sensitivity),
            (",d", "", ",d", ",d", ".1%", "", ".1%", ".1%"),
        ),
        notes=answer.notes,
    )


def silent_by_group(answer: Silence, look: Look, *, column: str) -> Chart:
    """The share inactive, a bar and an interval a segment value, highest first."""
    found = [one for one in answer.groups if one.group.column == column]
    found.sort(key=lambda one: -(one.at.silent.share or 0.0))
    shown = found[:MOST_BARS]
    notes = []
    if len(found) > len(shown):
        notes.append(
            say("The {n} highest of {all} groups are shown.", n=len(shown), all=len(found))
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=_group_title(found, column),
        labels=tuple(one.group.label for one in shown),
        series=(
            Series(
                say("Inactive"),
                tuple(_share_point(one.at.silent, _p_note(one)) for one in shown),
            ),
        ),
        axis=Axis(say("Customers inactive"), 0, 1, ".0%"),
        subtitle=f"{inactive(answer.threshold.days)} · {look.subtitle()}",
        method=say(
            "Share silent beyond the threshold of the customers watched for longer than that, with "
            "Wilson's limits (1927). A customer belongs to the value of the first active day. Each "
            "value is tested against the others by the N-1 chi-square (Campbell, 2007), adjusted "
            "by Benjamini and Hochberg. {threshold}",
            threshold=threshold_method(answer.threshold),
        ),
        source=look.source,
        n=sum(one.at.silent.n for one in found),
        level=look.level,
        click=column,
        notes=tuple(notes),
    )


def active_curves(answer: Silence, look: Look, *, column: str | None) -> Chart:
    """The share whose last active day is still to come, by days since the first."""
    found = [one for one in answer.groups if one.group.column == column and one.curve is not None]
    found.sort(key=lambda one: -one.at.silent.n)
    shown = sorted(found[:MOST_CURVES], key=lambda one: one.group.label)
    curves = [(one, one.curve) for one in shown if one.curve is not None]
    days = answer.threshold.days
    return Chart(
        kind=Kind.STEPS,
        title=say("Active customers by days since their first activity"),
        series=tuple(
            Series(one.group.label if column else say("All customers"), _steps(curve))
            for one, curve in curves
        ),
        axis=Axis(say("Last activity still to come"), 0, 1, ".0%"),
        x_axis=Axis(
            say("Days since the first activity"),
            0,
            max((curve.longest for _, curve in curves), default=1.0),
            ",.0f",
        ),
        subtitle=f"{inactive(days)} · {look.subtitle()}",
        method=say(
            "Kaplan-Meier (1958) for the days from the first active day to the last one before a "
            "silence of more than {days} days that lasts to the end of the data. Such a silence "
            "can only be seen if it began more than {days} days before the end, so customers are "
            "censored on that day, not at their last activity; later activity only shows that they "
            "were still there. Silences that would still have ended make the curve too low: see "
            "the false alarms.",
            days=days,
        ),
        source=look.source,
        n=sum(curve.n for _, curve in curves),
        level=look.level,
        notes=answer.notes,
    )


def silence_by_activity(gaps: Gaps, threshold: Threshold, look: Look) -> Chart:
    """How long customers have been silent, by how many active days they had."""
    days = threshold.days
    edges = (days // 2, days, 2 * days)
    names = (
        say("{days} days or less", days=edges[0]),
        say("{low} to {high} days", low=edges[0] + 1, high=edges[1]),
        say("{low} to {high} days", low=edges[1] + 1, high=edges[2]),
        say("more than {days} days", days=edges[2]),
    )
    classes = sorted({active for active, *_ in gaps.usual})
    counts = {active: [0] * len(names) for active in classes}
    for active, rest, _, n in gaps.usual:
        counts[active][sum(rest > edge for edge in edges)] += n
    totals = {active: sum(found) for active, found in counts.items()}
    tones = ("good", "neutral", "accent", "bad")
    return Chart(
        kind=Kind.SHARES,
        title=say("Silence now, by number of active days"),
        labels=tuple(active_class(active) for active in classes),
        series=tuple(
            Series(
                name,
                tuple(Point(counts[a][place] / totals[a], n=totals[a]) for a in classes),
                tone,
            )
            for place, (name, tone) in enumerate(zip(names, tones, strict=True))
        ),
        axis=Axis(say("Customers"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=say(
            "Customers by the number of days on which they were active ({most}+ stands for more) "
            "and by the days from the last one to the end of the data.",
            most=MOST_ACTIVE,
        ),
        source=look.source,
        n=gaps.customers,
    )


def alive_table(found: AliveBeside, look: Look) -> Chart:
    """The same customers by silence and by P(alive)."""
    (gone_not, alive_not), (gone_silent, alive_silent) = found.counts
    rows: tuple[tuple[Cell, ...], ...] = (
        (say("Not silent"), alive_not, gone_not, found.alive_if_not),
        (
            say("Silent for more than {days} days", days=found.days),
            alive_silent,
            gone_silent,
            found.alive_if_silent,
        ),
    )
    columns = (
        "",
        say("Probably still a customer"),
        say("Probably gone"),
        say("Mean P(alive)"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say(
            "{not_silent} of all are not silent; the purchase model expects {alive} to be still "
            "there",
            not_silent=number(found.not_silent, ".0%"),
            alive=number(found.alive, ".0%"),
        ),
        subtitle=inactive(found.days),
        method=say(
            "P(alive) by {model}, fitted by maximum likelihood; probably is a P(alive) of at least "
            "one half. The threshold is the same for everybody, the model weighs the silence "
            "against how often the customer used to buy. All customers count, also new ones. They "
            "agree on {agree} of the customers.",
            model=model_name(found.model),
            agree=number(found.agree, ".0%"),
        ),
        source=look.source,
        n=found.n,
        table=Table(columns, rows, ("", ",d", ",d", ".0%")),
        notes=found.notes,
    )


def _row(one: SilentAt, chosen: Threshold) -> tuple[Cell, ...]:
    silent, threshold = one.silent, one.threshold
    origin = number(threshold.percentile, ".0%")
    if threshold == chosen:
        origin = say("{percentile} (chosen)", percentile=origin)
    limits = "–"
    if silent.low is not None and silent.high is not None:
        limits = say(
            "{low} to {high}", low=number(silent.low, ".1%"), high=number(silent.high, ".1%")
        )
    return (
        threshold.days,
        origin,
        silent.n,
        silent.count,
        silent.share,
        limits,
        one.returned.share,
        one.back,
    )


def _group_title(found: Sequence[GroupSilence], column: str) -> str:
    known = [one.p_adjusted for one in found if one.p_adjusted is not None]
    if not known:
        return say("Inactive customers by {column}", column=column)
    if min(known) < CHANCE:
        return say("The share inactive differs by {column}", column=column)
    return say("Inactive customers by {column}: no proven difference", column=column)


def _p_note(one: GroupSilence) -> str:
    return say("Adjusted p against the others: {p}", p=p_text(one.p_adjusted))


def _share_point(share: Share, note: str) -> Point:
    return Point(share.share, share.low, share.high, share.n, note=note)


def _edges(threshold: int) -> list[int]:
    """Last days of the columns: the threshold is one of them, and all are about as wide."""
    columns = min(COLUMNS, threshold)
    return [k * threshold // columns for k in range(1, TIMES_OVER * columns + 1)]


def _binned(counts: Sequence[tuple[int, int]], edges: Sequence[int]) -> list[int]:
    found = [0] * (len(edges) + 1)
    for days, n in counts:
        place = next((i for i, edge in enumerate(edges) if days <= edge), len(edges))
        found[place] += n
    return found


def _points(counts: Sequence[int]) -> tuple[Point, ...]:
    return tuple(Point(float(n), n=n) for n in counts)


def _steps(curve: SurvivalCurve) -> tuple[Point, ...]:
    return staircase(
        curve.times,
        curve.survival,
        (curve.low, curve.high),
        at_risk=curve.at_risk,
        events=curve.events,
    )
