"""What goes together with buying, on screen: columns, multipliers, kinds of customers."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts import buying_covariates as charts
from cxlib.charts.buying_words import verdicts
from cxlib.locale.speak import say
from cxlib.models.purchase_covariates import CovariateFit, fit_covariates
from cxlib.models.purchase_outlook import Outlook, purchase_outlook
from cxlib.stats.purchase_patterns import MOST_COLUMNS, PurchasePatterns, read_purchase_patterns
from cxlib.tables.selection import Selection
from cxlib.tables.source import SAVED
from cxlib.ui import card, coverage, head, jobs, load, session, show
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.valued import Valued
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

FEWEST, MOST, USUAL = 2, 8, 2
"""Groups of a column that is chosen to begin with, and how many of those are."""
WHOLE_UNITS = "bg-bb"
TOLD = ("customer", "ordered", "amount", "quantity", "price", "order")
"""Roles of columns that say who bought what and when."""
KEY = "buying_columns"


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """A model with covariates and what it expects."""

    fit: CovariateFit
    outlook: Outlook


@load.kept(5)
def _patterns(dataset: Dataset, selection: Selection, columns: tuple[str, ...]) -> PurchasePatterns:
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_purchase_patterns(source, covariates=columns, selection=selection)


def tab(view: View, found: Valued) -> None:
    """Draw what goes together with buying and dropping out, for the view.

    Args:
        view: dataset, filters and level.
        found: the values in view, for the model, the unit and the horizon.
    """
    if found.terms.model == WHOLE_UNITS:
        st.info(
            say(
                "BG/BB takes no columns. Choose BG/NBD, MBG/NBD or Pareto/NBD above to see what "
                "goes together with buying."
            ),
            icon=":material/info:",
        )
        return
    columns = _chosen(view)
    if not columns:
        st.info(say("Choose columns that may go together with buying."), icon=":material/rule:")
        return
    with show.errors():
        patterns = _patterns(view.dataset, view.selection, columns)
        coverage.line(patterns.coverage, key="buying")
        fitted = _fitted(view, found, columns, patterns)
        if fitted is not None:
            _answer(fitted, found)


def _answer(fitted: Fitted, found: Valued) -> None:
    fit, outlook, unit = fitted.fit, fitted.outlook, found.terms.unit
    for sentence in verdicts(fit):
        st.markdown(f"- {plain(sentence)}")
    if not fit.settled:
        st.warning(plain(fit.notes[len(fit.design.notes)]), icon=":material/trending_flat:")
    look = found.look
    with head.cards():
        card.show(charts.multipliers(fit, look), key="buying_multipliers")
        card.show(charts.expected_by_kind(outlook, fit, look, unit=unit), key="buying_expected")
    card.show(charts.outlook_table(outlook, fit, look, unit=unit), key="buying_outlook")
    card.show(charts.effects_table(fit, look), key="buying_effects")
    card.show(charts.comparison_table(fit, look), key="buying_comparison")


def _fitted(
    view: View, found: Valued, columns: tuple[str, ...], patterns: PurchasePatterns
) -> Fitted | None:
    """The model, fitted in the background; None while it is, or where that was stopped."""
    terms = found.terms

    def work(progress: Progress) -> Fitted:
        fit = fit_covariates(
            patterns,
            model=terms.model,
            unit_days=terms.unit_days,
            level=view.level,
            cancelled=progress.cancelled,
        )
        return Fitted(fit, purchase_outlook(fit, horizon=terms.horizon))

    asked = f"{terms.model} {terms.unit} {terms.horizon} {columns}"
    key = f"buying {view.dataset.key} {view.selection} {view.level} {asked}"
    jobs.start(key, say("Fitting the model with columns"), work)
    fitted = jobs.result(key)
    return fitted if isinstance(fitted, Fitted) else None


def _chosen(view: View) -> tuple[str, ...]:
    """The columns to look at: first those of few groups, as own or borrowed columns."""
    groups = {one.column: len(one.values) for one in load.segments(view.dataset)}
    numbers = [one.column for one in load.fields(view.dataset) if one.kind == "number"]
    told = {column for role, column in view.dataset.mapping.roles if role in TOLD}
    options = [one for one in dict.fromkeys([*groups, *numbers]) if one not in told]
    usual = [
        one for one in options if FEWEST <= groups.get(one, 0) <= MOST and not one.startswith(SAVED)
    ][:USUAL]
    if any(one not in options for one in st.session_state.get(KEY, [])):
        del st.session_state[KEY]
    chosen = st.multiselect(
        say("Columns that may go together with buying"),
        options,
        default=usual,
        key=KEY,
        max_selections=MOST_COLUMNS,
        help=say(
            "What was known at the first purchase, such as segment or channel. Columns of numbers "
            "are cut into four bands of equally many customers."
        ),
    )
    return tuple(chosen)
