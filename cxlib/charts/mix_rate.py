"""The change of a score, split into who answered and how they scored."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.mix_rate import Amount, MixRate

MOST_ROWS = 12


def mix_rate_chart(
    found: MixRate, look: Look, *, column: str, times: tuple[str, str], points: bool
) -> Chart:
    """Three bars with limits, and what each group brought.

    Args:
        found: the change, split.
        look: names and level.
        column: the column of the groups.
        times: what the two times are called.
        points: whether the score is NPS, in points.
    """
    form = "+.1f" if points else "+.1%"
    labels = (
        say("Change"),
        say("Other groups answered (mix)"),
        say("Groups score otherwise (rate)"),
    )
    bars = tuple(_bar(one) for one in (found.change, found.mix, found.rate))
    return Chart(
        kind=Kind.INTERVALS,
        title=_title(found, look, form),
        labels=labels,
        series=(Series(look.name, bars),),
        axis=Axis(say("NPS (points)") if points else say("Share of good answers"), form=form),
        subtitle=" · ".join((look.subtitle(), f"{times[0]} → {times[1]}")),
        method=say(
            "The change of the shares at the mean of both scores, and the change of the scores at "
            "the mean of both shares: the two add up to the whole (Kitagawa, 1955). Limits by the "
            "delta method, as if all answers were drawn at random."
        ),
        source=look.source,
        n=sum(one.n_before + one.n_after for one in found.parts),
        level=look.level,
        below=_table(found, column, form),
        notes=_notes(found, times),
    )


def _bar(one: Amount) -> Point:
    return Point(one.value, one.low, one.high)


def _sure(one: Amount) -> bool:
    return one.low > 0 or one.high < 0


def _title(found: MixRate, look: Look, form: str) -> str:
    by = number(found.change.value, form)
    if _sure(found.mix) and not _sure(found.rate):
        return say("{name} {by}: other groups answered", name=look.name, by=by)
    if _sure(found.rate) and not _sure(found.mix):
        return say("{name} {by}: the groups score otherwise", name=look.name, by=by)
    if _sure(found.rate) and _sure(found.mix):
        return say("{name} {by}: other groups answered, and they score otherwise",
                   name=look.name, by=by)  # fmt: skip
    return say("{name} {by}: neither part is certain", name=look.name, by=by)


def _table(found: MixRate, column: str, form: str) -> Table:
    plain = form.lstrip("+")
    rows: list[tuple[Cell, ...]] = [
        (
            one.group.label,
            number(one.share_before, ".1%"),
            number(one.share_after, ".1%"),
            number(one.score_before, plain),
            number(one.score_after, plain),
            number(one.mix, form),
            number(one.rate, form),
            one.n_before,
            one.n_after,
        )
        for one in found.parts[:MOST_ROWS]
    ]
    return Table(
        (
            column,
            say("Share before"),
            say("Share after"),
            say("Score before"),
            say("Score after"),
            say("Mix"),
            say("Rate"),
            say("n before"),
            say("n after"),
        ),
        tuple(rows),
        ("", "", "", "", "", "", "", ",d", ",d"),
    )


def _notes(found: MixRate, times: tuple[str, str]) -> tuple[str, ...]:
    notes = []
    if found.against_all:
        notes.append(
            say(
                "Every group moved the other way than the whole (Simpson's paradox): from {first} "
                "to {second} other groups answered. Read the groups, not the whole.",
                first=times[0],
                second=times[1],
            )
        )
    if len(found.parts) > MOST_ROWS:
        notes.append(
            say("The {n} best of {all} groups are shown.", n=MOST_ROWS, all=len(found.parts))
        )
    return tuple(notes)
