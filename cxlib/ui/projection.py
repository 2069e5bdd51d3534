"""Projection in view: how many customers will still be there, and how far to believe it."""

from __future__ import annotations

from datetime import date
from math import ceil

import streamlit as st

from cxlib.charts import projection as charts
from cxlib.charts.projection_words import model_name, verdict
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.lifetime import MODELS
from cxlib.models.projection import LONGEST, Projection, project
from cxlib.models.projection_holdout import SHORTEST, well_watched
from cxlib.stats.asked import LifeTable
from cxlib.stats.groups import TOTAL
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, head, load
from cxlib.ui.head import View
from cxlib.ui.stay_controls import cut_off_now, records_from_now, unit_now
from cxlib.ui.staying import lives_of
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset


def tab(view: View) -> None:
    """Draw the projection of all customers in view: verdict, curves, models, holdout."""
    unit, observed, records = unit_now(), cut_off_now(view), records_from_now(view)
    table = lives_of(view.dataset, view.selection, None, observed, records)
    lives = table.in_units(UNITS[unit])[TOTAL]
    watched = well_watched(kaplan_meier(lives))
    with st.container(horizontal=True, vertical_alignment="bottom", key="project_controls"):
        horizon = _horizon(unit, lives.longest)
        cut = _cut(unit, watched)
        also = st.pills(
            say("More models to draw"),
            MODELS,
            selection_mode="multi",
            key="project_models",
            bind="query-params",
            format_func=model_name,
        )
    with st.spinner(say("Fitting the models")):
        found = _project(
            view.dataset,
            view.selection,
            (observed, records),
            unit=unit,
            asked=(horizon, cut, view.level),
        )
    _show(found, view, table, unit=unit, also=list(also))


def _show(found: Projection, view: View, table: LifeTable, *, unit: str, also: list[str]) -> None:
    """The verdict first, then the charts."""
    first, *rest = verdict(found, unit=unit)
    st.markdown(f"**{plain(first)}** {plain(' '.join(rest))}")
    coverage.line(table.coverage, key="project")
    if view.by:
        st.caption(say("The projection is of all customers in view; a filter narrows it."))
    look = Look(say("Projection"), view.dataset.name, view.words(), view.level)
    card.show(
        charts.projection_chart(found, look, unit=unit, also=also),
        key="project_curves",
        height=380,
    )
    held = charts.holdout_chart(found, look, unit=unit, show=also)
    with head.cards() if held else st.container():
        if held:
            card.show(held, key="project_holdout")
        card.show(charts.comparison_table(found, look, unit=unit), key="project_table")


def _horizon(unit: str, longest: float) -> int:
    """How far to project, in units since the start."""
    return int(
        st.number_input(
            say("Project to ({unit})", unit=unit_name(unit)),
            1,
            LONGEST,
            min(LONGEST, max(1, ceil(2 * longest))),
            key=f"project_horizon_{unit}",
            bind="query-params",
            width=150,
            help=say("Time since the start of a customer; the data reach half as far at first."),
        )
    )


def _cut(unit: str, watched: int) -> int | None:
    """Where the holdout begins; None where the data are too short for a choice."""
    if watched <= SHORTEST + 1:
        return None
    key = f"project_cut_{unit}"
    chosen = st.session_state.get(key)
    if chosen is not None and not SHORTEST <= chosen < watched:
        del st.session_state[key]
    return int(
        st.slider(
            say("Holdout begins after ({unit})", unit=unit_name(unit)),
            SHORTEST,
            watched - 1,
            max(SHORTEST, watched // 2),
            key=key,
            bind="query-params",
            width=230,
            help=say("Models are fitted to what came before and judged on what came then."),
        )
    )


@load.kept(50)
def _project(
    dataset: Dataset,
    selection: Selection,
    days: tuple[date | None, date | None],
    *,
    unit: str,
    asked: tuple[int, int | None, float],
) -> Projection:
    """Fit the models once for each view; `asked` is horizon, cut and level."""
    lives = lives_of(dataset, selection, None, *days).in_units(UNITS[unit])[TOTAL]
    horizon, cut, level = asked
    return project(lives, horizon=horizon, level=level, cut=cut)
