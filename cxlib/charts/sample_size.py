"""Charts of sample sizes: how narrow an interval becomes with more answers."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.sample_size import (
    POWER,
    answers_needed,
    answers_to_detect,
    half_width,
    rounded_up,
)

SIZES = (50, 100, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 5000)
STEPS = (0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2)


def precision_chart(
    variance: float, look: Look, *, points: bool, population: int | None, have: int | None
) -> Chart:
    """The half-width by the number of answers, with a table of what precisions need.

    Args:
        variance: of one answer.
        look: names and level.
        points: whether the score is in points.
        population: customers in all; None where that does not matter.
        have: answers in view, which are marked; None without.
    """
    most = population or max(SIZES) + 1
    sizes = sorted({*(n for n in SIZES if n < most), *([have] if have else [])})
    factor = 100 if points else 1
    form = "+.1f" if points else ".1%"
    widths = [
        factor * half_width(n, variance=variance, level=look.level, population=population)
        for n in sizes
    ]
    return Chart(
        kind=Kind.LINE,
        title=say("Four times the answers halve the interval")
        if population is None
        else say("How narrow the interval becomes with more answers"),
        labels=tuple(count(n) for n in sizes),
        series=(
            Series(
                say("Half-width"),
                tuple(
                    Point(width, n=n, hollow=n == have, note=_note(n, have))
                    for n, width in zip(sizes, widths, strict=True)
                ),
            ),
        ),
        axis=Axis(
            say("Half-width (points)") if points else say("Half-width (share)"),
            0,
            form=form.lstrip("+"),
        ),
        subtitle=say(
            "{name}, variance of one answer {variance}",
            name=look.name,
            variance=number(variance, ".3f"),
        ),
        method=say(
            "n = z² V / h² with the variance V of one answer, and N n / (N - 1 + n) with N "
            "customers in all (Cochran, Sampling Techniques, 1977). A difference needs 2 V (z + "
            "z of the power)² / d² answers in each group (Fleiss, Levin and Paik, 2003), here with "
            "a power of {power}.",
            power=number(POWER, ".0%"),
        ),
        source=look.source,
        level=look.level,
        below=_needs(variance, look, points=points, population=population),
    )


def _needs(variance: float, look: Look, *, points: bool, population: int | None) -> Table:
    """The answers that usual precisions and differences need."""
    rows: list[tuple[Cell, ...]] = [
        (
            _step(step, points=points),
            rounded_up(
                answers_needed(step, variance=variance, level=look.level, population=population)
            ),
            rounded_up(answers_to_detect(step, variance=variance, level=look.level)),
        )
        for step in STEPS
    ]
    heads = (
        say("Half-width or difference"),
        say("Answers for the half-width"),
        say("Answers in each group to detect the difference"),
    )
    return Table(heads, tuple(rows), ("", ",d", ",d"))


def _step(step: float, *, points: bool) -> str:
    return number(100 * step, "g") if points else number(step, ".0%")


def _note(n: int, have: int | None) -> str:
    return say("the answers in view") if n == have else ""
