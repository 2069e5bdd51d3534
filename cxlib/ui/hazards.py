"""What goes together with leaving, on screen: columns, ratios, checks, predictions, a risk list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from cxlib.charts import hazard_curves, hazards
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.models.aft import AftFit, fit_aft
from cxlib.models.brier import BrierScores, Watch, brier_scores
from cxlib.models.cox import CoxFit, fit_cox
from cxlib.models.cox_checks import ProportionalHazards, proportional_hazards
from cxlib.models.cox_effects import Effect, number_effect
from cxlib.stats.life_patterns import LifePatterns, read_life_patterns
from cxlib.stats.lives_there import CustomersThere, read_customers_there
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.tables.source import SAVED
from cxlib.ui import card, coverage, hazards_ahead, head, jobs, load, session, show
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.stay_controls import cut_off_now, records_from_now, unit_now
from cxlib.ui.staying import immortal
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

FEWEST, MOST, USUAL = 2, 8, 4
"""Groups of a column that is chosen to begin with, and how many of those are."""
KNOTS = 4
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the controls ask for; `days` are the cut-off and the beginning of the records."""

    columns: tuple[str, ...]
    unit: str
    curved: bool
    days: Days


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A regression with what is read off it at once."""

    fit: CoxFit
    check: ProportionalHazards
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Checked:
    """How well it predicts, and time ratios where ratios change; with the reason where not."""

    brier: BrierScores | None
    aft: AftFit | None
    reasons: tuple[str, ...]


@load.kept(5)
def _patterns(
    dataset: Dataset, selection: Selection, columns: tuple[str, ...], days: Days
) -> LifePatterns:
    observed, records_from = days
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_life_patterns(
            source,
            covariates=columns,
            selection=selection,
            observed=observed,
            records_from=records_from,
        )


@load.kept(2)
def _there(
    dataset: Dataset, selection: Selection, columns: tuple[str, ...], days: Days, unit: float
) -> CustomersThere:
    patterns = _patterns(dataset, selection, columns, days)
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_customers_there(source, patterns, selection=selection, days=unit)


def tab(view: View) -> None:
    """Draw what goes together with leaving, for the view."""
    asked = _controls(view)
    if not asked.columns:
        st.info(say("Choose columns that may go together with leaving."), icon=":material/rule:")
        return
    for column in asked.columns:
        warning = immortal(replace(view, by=column))
        if warning:
            said = f"{column}: {warning}"
            st.warning(plain(said), icon=":material/hourglass_disabled:")
    with show.errors():
        _answer(view, asked)


def _answer(view: View, asked: Asked) -> None:
    patterns = _patterns(view.dataset, view.selection, asked.columns, asked.days)
    coverage.line(patterns.coverage, key="hazards")
    fitted = _work(
        "fit", view, asked, say("Fitting the regression"), lambda _: _fit(patterns, view, asked)
    )
    if not isinstance(fitted, Fitted):
        return
    look = Look(say("Leaving"), view.dataset.name, view.words(), view.level)
    for sentence in verdicts(fitted):
        st.markdown(f"- {plain(sentence)}")
    with head.cards():
        card.show(hazards.forest(fitted.fit, fitted.effects, look), key="hazards_forest")
        table = hazards.steadiness_table(fitted.check, fitted.fit, look, unit=asked.unit)
        card.show(table, key="hazards_steady")
        for place, effect in enumerate(fitted.effects):
            chart = hazard_curves.number_effect_chart(effect, fitted.fit, look)
            card.show(chart, key=f"hazards_effect_{place}")
        _checks(view, asked, fitted, look)
        card.show(hazards.terms_table(fitted.fit, look), key="hazards_terms")
    hazards_ahead.profile(fitted.fit, look, unit=asked.unit)
    if view.dataset.mapping.column("customer"):
        there = _there(view.dataset, view.selection, asked.columns, asked.days, UNITS[asked.unit])
        hazards_ahead.risks(fitted.fit, there, look, unit=asked.unit)


def _work(
    name: str, view: View, asked: Asked, label: str, work: Callable[[Progress], object]
) -> object | None:
    """The result of work in the background; None while it runs."""
    key = f"hazards {name} {view.dataset.key} {view.selection} {view.level} {asked}"
    jobs.start(key, label, work)
    return jobs.result(key)


def _fit(patterns: LifePatterns, view: View, asked: Asked) -> Fitted:
    scaled = patterns.in_units(UNITS[asked.unit])
    fit = fit_cox(scaled, level=view.level, knots=KNOTS if asked.curved else 0)
    numbers = [part.column for part in fit.design.parts if part.baseline is None]
    effects = tuple(number_effect(fit, column) for column in numbers)
    return Fitted(fit, proportional_hazards(fit), effects)


def _checks(view: View, asked: Asked, fitted: Fitted, look: Look) -> None:
    """How well the regression predicts, and time ratios where the ratios change."""

    def work(progress: Progress) -> Checked:
        reasons, brier, aft = [], None, None
        try:
            watch = Watch(progress.report, progress.cancelled)
            brier = brier_scores(fitted.fit, watch=watch)
            if fitted.check.moving:
                aft = fit_aft(fitted.fit.patterns, level=view.level)
        except CxError as reason:
            if progress.cancelled():
                raise
            reasons.append(str(reason))
        return Checked(brier, aft, tuple(reasons))

    found = _work("check", view, asked, say("Checking the predictions"), work)
    if not isinstance(found, Checked):
        return
    if found.aft is not None:
        card.show(hazards.time_ratios(found.aft, fitted.fit, look), key="hazards_times")
    if found.brier is not None:
        chart = hazard_curves.brier_chart(found.brier, fitted.fit, look, unit=asked.unit)
        card.show(chart, key="hazards_brier")
    for reason in found.reasons:
        st.caption(plain(reason))


def verdicts(fitted: Fitted) -> list[str]:
    """What was found, in sentences: which columns matter, whether ratios are steady, how well."""
    fit = fitted.fit
    sure = [one for one in fit.tests if one.p_adjusted < hazards.SURE]
    unsure = [one.column for one in fit.tests if one.p_adjusted >= hazards.SURE]
    found = [_sure(fit, fitted.effects, one.column) for one in sure]
    if unsure:
        found.append(
            say(
                "No proven connection with leaving, all other chosen columns equal: {columns}.",
                columns=", ".join(unsure),
            )
        )
    moving = [one.column for one in fitted.check.moving]
    found.append(
        say(
            "The ratios of {columns} change over time, so one ratio does not tell it all: see the "
            "earlier and the later half.",
            columns=", ".join(moving),
        )
        if moving
        else say("The ratios of all columns seem steady over time.")
    )
    found.append(hazards.not_a_cause())
    return found


def _sure(fit: CoxFit, effects: tuple[Effect, ...], column: str) -> str:
    """The strongest ratio of a column, with its limits."""
    effect = next((one for one in effects if one.column == column), None)
    if effect is not None:
        lower, upper = (number(one, ",.4g") for one in effect.quartiles)
        ratio, low, high = effect.quartile_ratio, effect.quartile_low, effect.quartile_high
        level, baseline = upper, lower
    else:
        own = [one for one in fit.terms if one.column == column]
        first = min(own, key=lambda one: one.p)
        ratio, low, high, level = first.ratio, first.low, first.high, first.level
        baseline = next(one.baseline or "" for one in fit.tests if one.column == column)
    return say(
        "{column}: customers with {level} leave at {ratio} times the rate of those with {baseline} "
        "({low} to {high}).",
        column=column,
        level=level,
        baseline=baseline,
        ratio=number(ratio, ",.2f"),
        low=number(low, ",.2f"),
        high=number(high, ",.2f"),
    )


def _controls(view: View) -> Asked:
    groups = {one.column: len(one.values) for one in load.segments(view.dataset)}
    numbers = [one.column for one in load.fields(view.dataset) if one.kind == "number"]
    told = {column for role, column in view.dataset.mapping.roles if role not in ("plan", "fee")}
    options = [one for one in dict.fromkeys([*groups, *numbers]) if one not in told]
    usual = [
        one for one in options if FEWEST <= groups.get(one, 0) <= MOST and not one.startswith(SAVED)
    ][:USUAL]
    key = "hazards_columns"
    if any(one not in options for one in st.session_state.get(key, [])):
        del st.session_state[key]
    with st.container(horizontal=True, vertical_alignment="bottom", key="hazards_controls"):
        chosen = st.multiselect(
            say("Columns that may go together with leaving"),
            options,
            default=usual,
            key=key,
            max_selections=12,
        )
        curved = st.toggle(
            say("Curves for numbers"),
            key="hazards_curved",
            help=say("A column of numbers may then matter more in one part of its range."),
        )
    days = (cut_off_now(view), records_from_now(view))
    return Asked(tuple(chosen), unit_now(), curved, days)
