"""Survey quality: answers without care (straight lines, speeders) and questions left blank."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import answering as rates
from cxlib.charts import careless as charts
from cxlib.charts.measures import p_words
from cxlib.charts.words import number
from cxlib.columns.profile import Profile
from cxlib.columns.ratings import number_columns
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.response import QUICK, quick_limit, yes_shares
from cxlib.stats.answer_times import OTHERS, AnswerTimes, Quick, read_answer_times, read_quick
from cxlib.stats.answer_times import QUICK as FAST
from cxlib.stats.asked import first_reason
from cxlib.stats.blanks import Blanks, read_blanks
from cxlib.stats.scores import ScoreCounts
from cxlib.stats.straight_lines import (
    FEW,
    LEAST,
    MIXED,
    STRAIGHT,
    StraightLines,
    rating_scales,
    read_straight_lines,
)
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, head, load, session, show
from cxlib.ui.answering_score import Measured
from cxlib.ui.head import View
from cxlib.workspace.store import Dataset

TIMES = ("duration", "seconds", "second", "durasi", "detik", "tempoh", "saat", "minutes", "menit")
"""Parts of the names of columns that hold how long an answer took."""
MOST_QUESTIONS = 60
NOTHING = ""
Scale = tuple[int, int]


@load.kept(20)
def _straight(
    dataset: Dataset,
    metric: str,
    ratings: tuple[str, ...],
    scale: Scale,
    selection: Selection,
    by: str | None,
) -> StraightLines:
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_straight_lines(
            source, ratings=ratings, scale=scale, score=metric, selection=selection, by=by
        )


@load.kept(20)
def _times(dataset: Dataset, column: str, selection: Selection) -> AnswerTimes:
    with session.opened(dataset, load.using(selection)) as source:
        return read_answer_times(source, column=column, selection=selection)


@load.kept(20)
def _quick(
    dataset: Dataset,
    metric: str,
    column: str,
    below: float,
    selection: Selection,
    by: str | None,
) -> Quick:
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_quick(
            source, column=column, below=below, score=metric, selection=selection, by=by
        )


@load.kept(20)
def _blanks(dataset: Dataset, columns: tuple[str, ...], selection: Selection) -> Blanks:
    with session.opened(dataset, load.using(selection)) as source:
        return read_blanks(source, columns=columns, selection=selection)


@load.kept(20)
def scales(dataset: Dataset) -> dict[Scale, tuple[str, ...]]:
    """The rating columns of a survey by their scale, the scale with most columns first."""
    profile, names = _names(dataset)
    with session.opened(dataset) as source:
        return rating_scales(source, profile, names)


def tab(measured: Measured) -> None:
    """Draw straight lines, then speeders."""
    st.markdown(f"#### {say('Straight-lining')}")
    with show.errors():
        _straight_lines(measured)
    st.markdown(f"#### {say('Speeders')}")
    with show.errors():
        _speeders(measured)


def blanks(measured: Measured) -> None:
    """Draw the share of answers that leave each question blank."""
    view = measured.view
    usual = _questions(view.dataset)
    profile, names = _names(view.dataset)
    hidden = {column for column, _ in view.dataset.mapping.personal}
    columns = st.multiselect(
        say("Questions"),
        [one for one in names if one not in hidden and profile.column(one).filled],
        default=usual,
        key=f"blank_columns_{view.dataset.id}",
        persist_state="page",
        max_selections=MOST_QUESTIONS,
    )
    if not columns:
        st.info(say("Choose at least one question."))
        return
    found = _blanks(view.dataset, tuple(columns), view.selection)
    coverage.line(found.coverage, key="blanks")
    if not found.coverage.used:
        hint = first_reason(found.coverage)
        raise NotEnoughData("Blank answers", have=0, need=1, unit="answer", hint=hint)
    card.show(charts.blank_chart(found, measured.look()), key="blanks")


def _names(dataset: Dataset) -> tuple[Profile, tuple[str, ...]]:
    profile = load.understand(dataset.upload).profile
    return profile, (*dataset.columns, *(one.name for one in profile.extra))


def _questions(dataset: Dataset) -> list[str]:
    """Scores, ratings and comments."""
    mapping = dataset.mapping
    roles = ("nps", "csat", "ces", "rating", "comment")
    borne = [column for role in roles for column in mapping.columns(role)]
    rated = [column for columns in scales(dataset).values() for column in columns]
    return list(dict.fromkeys((*borne, *rated)))[:MOST_QUESTIONS]


def _straight_lines(measured: Measured) -> None:
    view = measured.view
    groups = {
        one: columns for one, columns in scales(view.dataset).items() if len(columns) >= LEAST
    }
    if not groups:
        st.info(
            say(
                "This needs at least {n} rating columns on one scale, and this file has fewer. Say "
                "on the Data page which columns hold ratings.",
                n=LEAST,
            ),
            icon=":material/rule:",
        )
        return
    scale, ratings = _rated(view, groups)
    if len(ratings) < LEAST:
        st.info(say("Choose at least {n} ratings.", n=LEAST))
        return
    found = _straight(view.dataset, measured.metric, ratings, scale, view.selection, view.by)
    coverage.line(found.coverage, key="straight")
    look = measured.look(say("Straight-lining"))
    part = charts.straight_part(len(ratings))
    shares = found.shares()
    with head.cards():
        card.show(charts.pattern_shares(found, look), key="straight")
        every = found.scored(MIXED, FEW, *STRAIGHT)
        left, lines = found.scored(MIXED, FEW), found.scored(*STRAIGHT)
        _beside(measured, (every, left, lines), say("Straight answers"), part.method, "straight")
    if view.by and any(group.column for group in shares):
        scored = yes_shares(shares, level=view.level)
        card.show(rates.share_by_group(scored, view.by, look, part), key="straight_by")


def _rated(view: View, groups: dict[Scale, tuple[str, ...]]) -> tuple[Scale, tuple[str, ...]]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        options = list(groups)
        scale = options[0]
        if len(options) > 1:
            scale = st.selectbox(
                say("Scale"),
                options,
                format_func=lambda one: f"{one[0]}-{one[1]}",
                key=f"straight_scale_{view.dataset.id}",
                width=110,
            )
        chosen = st.multiselect(
            say("Ratings"),
            groups[scale],
            default=list(groups[scale]),
            key=f"straight_columns_{view.dataset.id}_{scale[0]}_{scale[1]}",
            persist_state="page",
            width="stretch",
        )
    return scale, tuple(chosen)


def _beside(
    measured: Measured,
    parts: tuple[ScoreCounts | None, ScoreCounts | None, ScoreCounts | None],
    name: str,
    method: str,
    key: str,
) -> None:
    """The score of all answers, without some, and of those alone."""
    every, left, some = parts
    if every is None or every.weight <= 0 or left is None or left.weight <= 0:
        st.caption(say("No score can be shown without them: no answer is left."))
        return
    if some is None or some.weight <= 0:
        st.caption(say("There are none with a score: it stays as it is."))
        return
    named = [
        (say("All answers"), measured.score(every)),
        (say("Without them"), measured.score(left)),
        (name, measured.score(some)),
    ]
    p = p_words(measured.p_value(left, some))
    chart = charts.without_them(named, measured.look(), method=method, p=p)
    card.show(chart, key=f"{key}_without")


def _speeders(measured: Measured) -> None:
    view = measured.view
    profile, names = _names(view.dataset)
    options = number_columns(view.dataset.mapping, profile, names)
    likely = [one for one in options if any(part in one.casefold() for part in TIMES)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        column = st.selectbox(
            say("Column with the length of the answer"),
            [NOTHING, *dict.fromkeys((*likely, *options))],
            index=1 if likely else 0,
            key=f"speed_column_{view.dataset.id}",
            format_func=lambda one: one or say("None"),
            width=300,
        )
        part = st.slider(
            say("Too quick below this part of the median"),
            10,
            70,
            round(100 * QUICK),
            key="speed_part",
            format="%d%%",
            width=300,
        )
    if not column:
        st.caption(
            say(
                "Speeders can be told where a column holds how long each answer took, in seconds "
                "or minutes. Survey tools can export it, often as 'duration'."
            )
        )
        return
    share = QUICK if part == round(100 * QUICK) else part / 100
    times = _times(view.dataset, column, view.selection)
    limits = quick_limit(times.values, times.n, part=share)
    coverage.line(times.coverage, key="speed")
    if limits is None:
        hint = first_reason(times.coverage)
        raise NotEnoughData("Speeders", have=0, need=1, unit="answer", hint=hint)
    _quick_cards(measured, column, times, limits, share)


def _quick_cards(
    measured: Measured,
    column: str,
    times: AnswerTimes,
    limits: tuple[float, float],
    share: float,
) -> None:
    view, (median, limit) = measured.view, limits
    found = _quick(view.dataset, measured.metric, column, limit, view.selection, view.by)
    look = measured.look(say("Too quick"))
    part = charts.quick_part(limit, share)
    scored = yes_shares(found.shares, level=view.level)
    total = rates.total_point(scored)
    st.caption(
        say(
            "{share} of the answers ({low} to {high}) took less than {limit}, which is {part} of "
            "the median.",
            share=number(total.y, ".1%"),
            low=number(total.low, ".1%"),
            high=number(total.high, ".1%"),
            limit=number(limit, ",.4g"),
            part=number(share, ".0%"),
        )
    )
    fast, others = found.scores.get(FAST), found.scores.get(OTHERS)
    every = fast + others if fast and others else fast or others
    with head.cards():
        chart = charts.time_chart(times, median, limit, look, column)
        card.show(chart, key="speed_times")
        _beside(measured, (every, others, fast), say("Quick answers"), part.method, "speed")
    if view.by and any(group.column for group in found.shares):
        card.show(rates.share_by_group(scored, view.by, look, part), key="speed_by")
