"""The engagement score in view: editable rules, and whether the score tells who comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.engagement_score import fact_names, score_bars
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.engagement_score import DEFAULT_RULES, ScoreCheck, ScoreRule, check_score
from cxlib.metrics.shares import wilson
from cxlib.stats.habits import Habits, read_habits
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, kpi, load, session
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.workspace.store import Dataset

DAYS = 28
LONGEST = 730
EDITOR, BEGAN, NOW = "score_rules", "_score_rules_began", "_score_rules_now"


@load.kept(30)
def habits(dataset: Dataset, selection: Selection, window: int, follow_up: int) -> Habits:
    """What customers did in a window, and whether they came back after it."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_habits(source, window=window, follow_up=follow_up, selection=selection)


def tab(view: View) -> None:
    """Draw the rules of the score, and the share that came back by score."""
    window, follow_up = _controls()
    found = habits(view.dataset, view.selection, window, follow_up)
    place = st.container()
    with head.cards():
        rules = _rules()
        if not rules:
            st.info(say("Add at least one rule with points."), icon=":material/info:")
            return
        check = check_score(found, rules, level=view.level)
        look = Look(say("Score"), view.dataset.name, view.words(), view.level)
        card.show(score_bars(check, found, look), key="score")
    with place:
        kpi.row(_headline(check, view.level), key="score")


def _controls() -> tuple[int, int]:
    with st.container(horizontal=True, vertical_alignment="bottom", key="score_controls"):
        window = st.number_input(
            say("Window (days)"),
            1,
            LONGEST,
            DAYS,
            key="score_window",
            bind="query-params",
            width=150,
            help=say("The days in which the facts are counted."),
        )
        follow_up = st.number_input(
            say("Came back within (days)"),
            1,
            LONGEST,
            DAYS,
            key="score_follow_up",
            bind="query-params",
            width=190,
            help=say("The last days of the data, after the window: active again in them or not."),
        )
    return int(window), int(follow_up)


def _rules() -> tuple[ScoreRule, ...]:
    """The rules as they stand in the editor; rows without a fact or points do not count.

    An editor that is drawn anew, after another tab, begins with the rules that were left.
    """
    if EDITOR not in st.session_state:
        st.session_state[BEGAN] = st.session_state.get(NOW, DEFAULT_RULES)
    names = fact_names()
    with st.container(border=True, height="stretch", key="card_score_rules"):
        st.markdown(f"**{say('Rules of the score')}**")
        st.caption(
            say(
                "A customer gets the points of every row that holds: the fact lies from the first "
                "to the second number, both included; a blank is no limit. Points add up."
            )
        )
        edited = st.data_editor(
            _frame(st.session_state[BEGAN], names),
            key=EDITOR,
            num_rows="dynamic",
            hide_index=True,
            width="stretch",
            placeholder=say("no limit"),
            column_config=_columns(names),
        )
    rules = _read(edited.to_dict("records"), {text: fact for fact, text in names.items()})
    st.session_state[NOW] = rules
    return rules


def _columns(names: Mapping[str, str]) -> dict[str, Any]:
    column = st.column_config
    return {
        "fact": column.SelectboxColumn(say("Fact"), options=list(names.values()), required=True),
        "low": column.NumberColumn(say("From"), min_value=0, step=1, format="%d"),
        "high": column.NumberColumn(say("Up to"), min_value=0, step=1, format="%d"),
        "points": column.NumberColumn(
            say("Points"), min_value=-1000, max_value=1000, step=1, format="%d", required=True
        ),
    }


def _frame(rules: Sequence[ScoreRule], names: Mapping[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fact": pd.Series([names[one.fact] for one in rules], dtype="object"),
            "low": pd.Series([one.low for one in rules], dtype="Int64"),
            "high": pd.Series([one.high for one in rules], dtype="Int64"),
            "points": pd.Series([one.points for one in rules], dtype="Int64"),
        }
    )


def _read(rows: Sequence[Mapping[Any, Any]], facts: Mapping[str, str]) -> tuple[ScoreRule, ...]:
    def whole(value: Any) -> int | None:
        return None if pd.isna(value) else int(value)

    found = []
    for row in rows:
        points = whole(row["points"])
        if row["fact"] in facts and points is not None:
            fact = facts[row["fact"]]
            found.append(ScoreRule(fact, points, whole(row["low"]), whole(row["high"])))
    return tuple(found)


def _headline(check: ScoreCheck, level: float) -> list[Kpi]:
    n = sum(one.n for one in check.bands)
    back = sum(one.back for one in check.bands)
    low, high = wilson(back / n, n, level=level) if n else (None, None)
    return [
        Kpi(
            say("Concordance"),
            Point(check.concordance, check.low, check.high, n),
            ".3f",
            level,
            about=say(
                "Of two customers, one who came back and one who did not: how often the first has "
                "the higher score. 0.5 tells nothing, 1 tells all."
            ),
        ),
        Kpi(
            say("Came back"),
            Point(back / n if n else None, low, high, n),
            ".1%",
            level,
            about=say("Of the customers who were active in the window."),
        ),
    ]
