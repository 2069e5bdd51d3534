"""Comments in view: which file and column, beside which score, read by which method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numpy as np
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from cxlib.charts.scores import Look
from cxlib.columns.masking import how_shown
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.stats.asked import first_reason
from cxlib.tables.comments import SCORES, comments
from cxlib.tables.selection import Selection
from cxlib.text.analysis import Analysis, Options, analyse
from cxlib.text.own_words import OwnWords
from cxlib.text.read import read_comments
from cxlib.text.taxonomy import Taxonomy
from cxlib.ui import head, load, session, word_lists
from cxlib.ui.head import View
from cxlib.workspace.dataset import Dataset

F = TypeVar("F", bound=Callable[..., Any])

KINDS = {"comments": "text", "survey": "comment"}
"""Kinds of file that hold comments, and the role of the column."""
WORDS, LEARNED = "words", "learned"
NO_SCORE = ""
TABS = "feedback_tabs"
"""The page's tabs, and in the session the label of the open one."""
THEMES, SENTIMENT, COMMENTS, DISCOVER, LISTS = "themes", "feel", "comments", "discover", "lists"
FEWEST_WORDS, FEWEST_TEXTS = 3.0, 60
"""Mean words of a cell, and distinct cells, from which on a column may hold comments."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that the reading of comments depends on.

    Attributes:
        dataset: the file.
        selection: filters and range of days.
        by: the segment column to compare; None for no comparison.
        period: the length of a period; None where the file has no dates.
        text: the column of comments.
        score: the column of scores; None for none.
        learn: whether the scores teach a model of sentiment.
        taxonomy: the themes looked for.
        words: the analyst's own words.
    """

    dataset: Dataset
    selection: Selection
    by: str | None
    period: str | None
    text: str
    score: str | None
    learn: bool
    taxonomy: Taxonomy
    words: OwnWords

    def identity(self) -> tuple[object, ...]:
        """The same in parts that a cache can tell apart."""
        return (
            self.dataset.key,
            self.selection,
            self.by,
            self.period,
            self.text,
            self.score,
            self.learn,
            self.taxonomy,
            self.words,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """The comments of a view, read.

    Attributes:
        analysis: language, sentiment and themes of each.
        look: names, selection and level.
        unit: what is averaged beside the comments: "NPS points" or the column; "" without a score.
        method: how sentiment was read: lexicon, hybrid or model.
        period: the length of a period; None where the file has no dates.
        asked: what all of it depends on; a key for `kept`.
    """

    analysis: Analysis
    look: Look
    unit: str
    method: str
    period: str | None
    asked: Asked


def kept(entries: int) -> Callable[[F], F]:
    """Keep what a function of an `Asked` returns for this session, as it is, without a copy."""

    def wrap(function: F) -> F:
        keep = st.cache_resource(
            scope="session",
            show_spinner=False,
            max_entries=entries,
            hash_funcs={Asked: Asked.identity},
        )
        kept = keep(function)
        load.KEPT.append(kept)
        return cast("F", kept)

    return wrap


def tab_labels() -> dict[str, str]:
    """The page's tabs in order, by name."""
    return {
        THEMES: f":material/label: {say('Themes')}",
        SENTIMENT: f":material/mood: {say('Sentiment')}",
        COMMENTS: f":material/format_quote: {say('Comments')}",
        DISCOVER: f":material/manage_search: {say('Discover')}",
        LISTS: f":material/list_alt: {say('Word lists')}",
    }


def datasets_with_comments() -> tuple[Dataset, ...]:
    """Files of comments, and surveys that have a column of them."""
    return tuple(one for one in session.datasets() if has_comments(one))


def has_comments(dataset: Dataset) -> bool:
    """Whether a column of the file is known to hold comments that may be shown."""
    role = KINDS.get(dataset.kind)
    column = dataset.mapping.column(role) if role else None
    return column is not None and how_shown(dataset.mapping, column) is None


def choose_view() -> View:
    """Draw the head over files with comments; at least one has to be there."""
    names = {"comments": say("Comments"), "survey": say("Survey answers")}
    kind = head.either(names, key="words_of", fits=has_comments)
    return head.head(kind, period=True, fits=has_comments)


def read(view: View) -> Talk:
    """Let the analyst choose column, score and method, and read the comments of the view.

    Raises:
        NotEnoughData: no row of the view has a comment.
    """
    asked = _choose(view)
    with st.spinner(say("Reading the comments")):
        analysis = analysis_of(asked)
    if not analysis.comments.n:
        hint = first_reason(analysis.comments.coverage)
        raise NotEnoughData("Feedback", have=0, need=1, unit="comment", hint=hint)
    return Talk(
        analysis=analysis,
        look=Look(say("Net sentiment"), view.dataset.name, view.words(), view.level),
        unit=say("NPS points") if analysis.comments.points else asked.score or "",
        method=analysis.method,
        period=asked.period,
        asked=asked,
    )


@kept(3)
def analysis_of(asked: Asked) -> Analysis:
    """The comments of a view with language, sentiment and themes."""
    with session.opened(asked.dataset, load.using(asked.selection, asked.by)) as source:
        found = read_comments(
            source,
            text=asked.text,
            score=asked.score,
            scored=False,
            selection=asked.selection,
            by=(asked.by,) if asked.by else (),
            period=asked.period,
        )
    return analyse(found, Options(taxonomy=asked.taxonomy, learn=asked.learn, words=asked.words))


@kept(3)
def days_of(asked: Asked) -> NDArray[np.int64]:
    """The day of each comment, counted from 1970; the file has to have dates."""
    with session.opened(asked.dataset, load.using(asked.selection, asked.by)) as source:
        question = comments(
            source, text=asked.text, score=asked.score, scored=False, selection=asked.selection,
            dated=True,
        )  # fmt: skip
        found = question.kept.select("row", "day").to_pyarrow().sort_by("row")
    days: NDArray[np.int64] = found.column("day").cast(pa.int32()).to_numpy().astype(np.int64)
    return days


def _choose(view: View) -> Asked:
    dataset = view.dataset
    with st.container(horizontal=True, vertical_alignment="bottom", key="feedback_controls"):
        text = _text(dataset)
        score = _score(dataset)
        learn = score is not None and _learn()
    dated = load.days(dataset, head.TIME[dataset.kind]) is not None
    return Asked(
        dataset=dataset,
        selection=view.selection,
        by=view.by,
        period=view.period if dated else None,
        text=text,
        score=score,
        learn=learn,
        taxonomy=word_lists.taxonomy(),
        words=word_lists.own_words(),
    )


def texts_of(dataset: Dataset) -> tuple[str, ...]:
    """The column known to hold comments, then others whose cells are sentences."""
    known = dataset.mapping.columns(KINDS[dataset.kind])
    taken = {column for _, column in dataset.mapping.roles}
    hidden = {column for column, _ in dataset.mapping.personal}
    others = (
        one.name
        for one in load.understand(dataset.upload).profile.columns
        if one.words >= FEWEST_WORDS and one.distinct >= FEWEST_TEXTS
    )
    return (*known, *(one for one in others if one not in taken | hidden))


def scores_of(dataset: Dataset) -> tuple[str, ...]:
    """Columns of scores that stand beside the comments: NPS, CSAT, CES, then ratings."""
    roles = dict.fromkeys(role.removesuffix("_1") for role in SCORES)
    return tuple(column for role in roles for column in dataset.mapping.columns(role))


def _text(dataset: Dataset) -> str:
    options = texts_of(dataset)
    if len(options) == 1:
        return options[0]
    _drop_unknown("feedback_text", options)
    chosen = st.selectbox(
        say("Column of comments"), options, key="feedback_text", bind="query-params", width=220
    )
    return str(chosen)


def _score(dataset: Dataset) -> str | None:
    options = scores_of(dataset)
    if not options:
        return None
    _drop_unknown("feedback_score", (*options, NO_SCORE))
    chosen = st.selectbox(
        say("Score beside them"),
        (*options, NO_SCORE),
        key="feedback_score",
        bind="query-params",
        format_func=lambda column: column or say("No score"),
        width=190,
    )
    return chosen or None


def _learn() -> bool:
    names = {WORDS: say("Word lists"), LEARNED: say("Learned from scores")}
    chosen = st.segmented_control(
        say("Sentiment by"),
        list(names),
        default=WORDS,
        required=True,
        key="feedback_method",
        bind="query-params",
        format_func=names.__getitem__,
        help=say(
            "Word lists need no training and know nothing of the scores. A model learned from the "
            "scores is used only where it is better on comments it has not seen."
        ),
    )
    return chosen == LEARNED


def _drop_unknown(key: str, options: tuple[str, ...]) -> None:
    """Choose the first in place of what the present data do not offer.

    A choice that is only forgotten would stay on screen, since the browser keeps what it showed.
    """
    if key in st.session_state and st.session_state[key] not in options:
        st.session_state[key] = options[0]
