"""What the datasets of a workspace say of two groups, and of every group of a column."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from typing import Any

import numpy as np
import pyarrow.compute as pc

from cxlib.charts.measure_words import Metric, metric_of, sentiment_metric, theme_metric
from cxlib.columns.keys import KeyRules
from cxlib.errors import NotEnoughData
from cxlib.models.differences import Pair, alike
from cxlib.models.group_measures import GoodShare, NetScore
from cxlib.models.measures import taken
from cxlib.stats.all_measures import (
    Counted,
    Statistic,
    measures_of,
    read_all_measures,
    read_measure,
)
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Selection
from cxlib.tables.sides import Sides, held, overlap_columns, read_overlap
from cxlib.tables.source import Source
from cxlib.text.analysis import Options, analyse
from cxlib.text.label_cube import label_cube
from cxlib.text.own_words import OwnWords
from cxlib.text.read import read_comments
from cxlib.text.taxonomy import Taxonomy
from cxlib.ui import commented, load, session
from cxlib.workspace.store import Dataset

NET = "net"
MENTIONED = (1, 1)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two groups, and what else their members depend on.

    Attributes:
        sides: the two groups.
        homes: the content keys of the datasets that the sides are known from.
        rules: what does not matter when customers are compared.
    """

    sides: Sides
    homes: tuple[str, ...]
    rules: KeyRules


@contextmanager
def _split(dataset: Dataset, asked: Compared) -> Iterator[Source]:
    """A dataset with the column that says on which side each row is."""
    sides = asked.sides
    backend = session.open_cursor()
    around = sides.around(replace(session.around(), rules=asked.rules))
    using = (sides.column, *overlap_columns(sides))
    try:
        split = open_source(dataset, backend, using=using, around=around)
        with held(open_source(dataset, backend), split, sides) as source:
            yield source
    finally:
        backend.disconnect()


@load.kept(60)
def two_sides(dataset: Dataset, asked: Compared) -> tuple[tuple[Counted, ...], int]:
    """All measures of a dataset for both sides, and the rows that are on both."""
    sides = asked.sides
    with _split(dataset, asked) as source:
        both = read_overlap(source, sides)
        try:
            found = read_all_measures(source, by=sides.column, selection=sides.selection)
        except NotEnoughData:
            if not both:
                raise
            found = ()
    return found, both


@load.kept(20)
def comments_of(
    dataset: Dataset, asked: Compared, taxonomy: Taxonomy, words: OwnWords
) -> dict[str, dict[str, ScoreCounts]]:
    """Labels and themes of the comments of both sides.

    Returns:
        `NET` to the labels of each side on the scale of NPS, and each theme to comments without
        (0) and with (1) it.
    """
    sides = asked.sides
    with _split(dataset, asked) as source:
        found = read_comments(source, selection=sides.selection, by=(sides.column,), scored=False)
    if not found.n:
        return {}
    analysis = analyse(found, Options(taxonomy=taxonomy, words=words))
    cube = label_cube(analysis)
    counted = {NET: {group.value: one for group, one in cube.items() if group.value is not None}}
    mentions = analysis.themes()
    cells = found.segments[sides.column]
    for side in sides.values:
        inside = pc.equal(cells, side).to_numpy(zero_copy_only=False).astype(bool)
        hits = np.asarray(mentions.flags)[inside].sum(axis=0)
        for theme, n in zip(mentions.names, hits.tolist(), strict=True):
            counts = ScoreCounts.plain((int(inside.sum()) - int(n), int(n)))
            counted.setdefault(theme, {})[side] = counts
    return counted


def pairs_of(
    dataset: Dataset, found: tuple[Counted, ...], sides: Sides
) -> tuple[list[Pair[Metric]], int]:
    """The measures of a dataset for both sides, and the customers that are on both."""
    one, other = sides.values
    pairs = []
    several = 0
    for counted in found:
        several = max(several, counted.several or 0)
        for row in taken(counted, sides.values):
            if one in row.groups and other in row.groups:
                metric = metric_of(row, dataset.name, ratings(dataset))
                same = alike(counted.customers.get(one), counted.customers.get(other))
                pairs.append(Pair(metric, row.measure, row.groups[one], row.groups[other], same))
    return pairs, several


def comment_pairs(
    dataset: Dataset, counted: dict[str, dict[str, ScoreCounts]], sides: Sides, *, themes: bool
) -> list[Pair[Metric]]:
    """Net sentiment of both sides, and where asked the share of comments on each theme."""
    one, other = sides.values
    pairs: list[Pair[Metric]] = []
    for name, groups in counted.items():
        if one not in groups or other not in groups:
            continue
        if name == NET:
            metric = sentiment_metric(dataset.name)
            pairs.append(Pair(metric, NetScore(), groups[one], groups[other]))
        elif themes:
            metric = theme_metric(name, dataset.name)
            pairs.append(Pair(metric, GoodShare(MENTIONED), groups[one], groups[other]))
    return pairs


@load.kept(60)
def every_group(
    dataset: Dataset, measure: str, column: str, selection: Selection
) -> tuple[Counted, ...]:
    """A measure of a dataset by a column."""
    with session.opened(dataset, load.using(selection, column)) as source:
        return read_measure(source, measure=measure, by=column, selection=selection)


@load.kept(50)
def asked_of(dataset: Dataset) -> tuple[str, ...]:
    """What a dataset can be asked by groups."""
    with session.opened(dataset) as source:
        return measures_of(source)


def whole(counted: Counted) -> Statistic:
    """The statistic of all groups together; everybody is in one of them."""
    everybody: Any = list(counted.groups.values())
    total: Statistic = reduce(add, everybody)
    return total


def ratings(dataset: Dataset) -> dict[str, str]:
    """Ratings (rating_1, ...) to the names of their columns."""
    return {f"rating_{i}": name for i, name in enumerate(dataset.mapping.columns("rating"), 1)}


def tells(dataset: Dataset) -> bool:
    """Whether a dataset has anything to compare."""
    return bool(asked_of(dataset)) or commented.has_comments(dataset)
