"""Survey quality: how many answers a precision needs, and what those at hand can tell."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts import sample_size as charts
from cxlib.charts.chart import Point
from cxlib.locale.speak import say
from cxlib.metrics.sample_size import (
    POWER,
    WORST_NPS,
    WORST_SHARE,
    answers_to_detect,
    detectable,
    half_width,
    one_variance,
    planned,
    rounded_up,
)
from cxlib.ui import card, kpi
from cxlib.ui.answering_score import Measured
from cxlib.ui.kpi import Kpi


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the controls ask for; `half` and `apart` are fractions."""

    half: float
    apart: float
    rate: float
    population: int | None
    variance: float


def tab(measured: Measured) -> None:
    """Draw the planner, and what the answers in view can tell."""
    counts = measured.counts()
    own = one_variance(counts, box=measured.box) if counts is not None else None
    points = measured.box is None
    wanted = _controls(points, own)
    level = measured.view.level
    factor, form = (100.0, ".1f") if points else (1.0, ".1%")
    plan = planned(
        wanted.half,
        variance=wanted.variance,
        rate=wanted.rate,
        level=level,
        population=wanted.population,
    )
    each = answers_to_detect(wanted.apart, variance=wanted.variance, level=level)
    needs = [
        Kpi(
            say("Answers needed"),
            Point(plan.needed),
            ",.0f",
            about=say("For an interval of the wanted half-width at the chosen level."),
        ),
        Kpi(
            say("Invitations needed"),
            Point(plan.invitations),
            ",.0f",
            about=say("At the expected response rate."),
        ),
        Kpi(
            say("Answers in each of two groups"),
            Point(rounded_up(each)),
            ",.0f",
            about=say(
                "To find the wanted difference with a chance of {power}, by the normal "
                "approximation.",
                power=f"{POWER:.0%}",
            ),
        ),
    ]
    st.markdown(f"#### {say('What you need')}")
    kpi.row(needs, key="plan")
    n = 0.0 if counts is None else counts.n_eff
    if n > 0 and counts is not None:
        st.markdown(f"#### {say('What the answers in view can tell')}")
        kpi.row(_present(n, counts.total, wanted, level, (factor, form)), key="present")
    look = measured.look()
    chart = charts.precision_chart(
        wanted.variance,
        look,
        points=points,
        population=wanted.population,
        have=round(n) if n >= 1 else None,
    )
    card.show(chart, key="precision")


def _present(
    n: float, total: int, wanted: Wanted, level: float, shown: tuple[float, str]
) -> list[Kpi]:
    factor, form = shown
    inside = min(n, wanted.population) if wanted.population else n
    half = half_width(inside, variance=wanted.variance, level=level, population=wanted.population)
    apart = detectable(n / 2, n / 2, variance=wanted.variance, level=level)
    return [
        Kpi(say("Answers in view"), Point(total), ",.0f"),
        Kpi(
            say("Half-width at present"),
            Point(factor * half),
            form,
            about=say("The score is known to about so much to either side."),
        ),
        Kpi(
            say("Smallest difference of two halves"),
            Point(factor * apart),
            form,
            about=say(
                "Between two groups of half the answers each: a true difference of so much is "
                "found with a chance of {power}. Smaller groups find only larger ones.",
                power=f"{POWER:.0%}",
            ),
        ),
    ]


def _controls(points: bool, own: float | None) -> Wanted:
    unit = say("points") if points else say("percentage points")
    with st.grid(3, min_column_width=230, gap="small"):
        half = st.number_input(
            say("Half-width wanted ({unit})", unit=unit),
            0.1,
            50.0,
            5.0,
            0.5,
            format="%.1f",
            key="plan_half",
        )
        apart = st.number_input(
            say("Difference to detect ({unit})", unit=unit),
            0.1,
            100.0,
            10.0,
            0.5,
            format="%.1f",
            key="plan_apart",
        )
        rate = st.number_input(
            say("Expected response rate (%)"), 0.1, 100.0, 20.0, 1.0, format="%.1f", key="plan_rate"
        )
        population = st.number_input(
            say("Customers in all (0: very many)"), 0, None, 0, 100, key="plan_population"
        )
        names = {"data": say("That of the answers in view"), "worst": say("The largest there is")}
        options = list(names) if own else ["worst"]
        source = st.selectbox(
            say("Variance of one answer"),
            options,
            key="plan_variance" if own else "plan_variance_worst",
            format_func=names.__getitem__,
            help=say(
                "Answers that differ much need more of them. The largest variance is on the safe "
                "side: half promoters and half detractors, or half good answers."
            ),
        )
    worst = WORST_NPS if points else WORST_SHARE
    variance = own if source == "data" and own else worst
    return Wanted(
        half=float(half) / 100,
        apart=float(apart) / 100,
        rate=float(rate) / 100,
        population=int(population) or None,
        variance=variance,
    )
