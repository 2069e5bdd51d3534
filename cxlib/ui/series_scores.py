"""Scores, and how comments feel, period by period."""

from __future__ import annotations

from cxlib.metrics.measured import Estimate, of_trend
from cxlib.metrics.measures import measure_of
from cxlib.metrics.shares import wilson
from cxlib.metrics.trends import Box, TrendOptions, trends
from cxlib.stats.asked import read_score_cube
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.text.label_cube import label_cube
from cxlib.text.shares import BLAME
from cxlib.ui import commented, load, scored, word_lists
from cxlib.ui.commented import Asked
from cxlib.ui.head import View
from cxlib.ui.series import Ask, Found, Task, by_group, put


def surveyed(view: View, ask: Ask) -> list[Task]:
    """NPS, CSAT, CES and ratings of all customers and of the groups of each column."""
    if view.dataset.mapping.column("answered") is None:
        return []
    tasks = []
    for metric in scored.metrics(view.dataset):
        whole = load.scores(view.dataset, metric, view.selection, None, None)
        points = metric == "nps" and whole.scale == (0, 10)
        box = None if points else scored.chosen_box(metric, whole)
        tasks.append(Task(view.dataset, view.selection, ask, (metric, box), score))
    return tasks


def score(source: Source, selection: Selection, ask: Ask, metric: str, box: Box | None) -> Found:
    """One score; `box` holds the answers that count as good, None for NPS."""
    cube = read_score_cube(source, score=metric, selection=selection, by=ask.by, period=ask.period)
    if cube.last_day is None or not any(group.period for group in cube.counts):
        return []
    options = TrendOptions(
        period=ask.period,
        last_day=min(cube.last_day, selection.until or cube.last_day),
        box=box,
        level=ask.level,
        baseline=ask.baseline,
    )
    measure = measure_of(metric, points=box is None if metric == "nps" else None)
    return [of_trend(one, measure, options) for one in trends(cube.counts, options)]


def commenting(view: View, ask: Ask) -> Found:
    """Net sentiment and the share of comments in blame, of all comments."""
    dataset = view.dataset
    if not commented.has_comments(dataset):
        return []
    scores = commented.scores_of(dataset)
    bounds = load.days(dataset, "written" if dataset.kind == "comments" else "answered")
    if bounds is None:
        return []
    talk = Asked(
        dataset=dataset,
        selection=view.selection,
        by=None,
        period=ask.period,
        text=commented.texts_of(dataset)[0],
        score=scores[0] if scores else None,
        learn=False,
        taxonomy=word_lists.taxonomy(),
        words=word_lists.own_words(),
    )
    cube = label_cube(commented.analysis_of(talk))
    last = min(bounds[1], view.selection.until or bounds[1])
    prefix = "" if dataset.kind == "comments" else "answer_"
    options = TrendOptions(period=ask.period, last_day=last, level=ask.level, baseline=ask.baseline)
    measure = measure_of(f"{prefix}sentiment")
    net = [of_trend(one, measure, options) for one in trends(cube, options)]
    blamed = {group: _blamed(counts, ask.level) for group, counts in cube.items()}
    return [*net, *put(f"{prefix}complaints", by_group(blamed), ask.options(last))]


def _blamed(counts: ScoreCounts, level: float) -> Estimate:
    share = counts.weight_between(BLAME, BLAME) / counts.weight
    return Estimate(share, *wilson(share, counts.weight, level=level), round(counts.weight))
