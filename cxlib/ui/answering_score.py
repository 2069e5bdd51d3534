"""The score that the Survey quality page is about, and how sets of answers compare in it."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.scores import Look
from cxlib.errors import BadOption
from cxlib.metrics.change import Change, nps_change, share_change
from cxlib.metrics.nps import Nps, nps, nps_difference
from cxlib.metrics.shares import BoxScore, box_score, share_difference
from cxlib.stats.scores import ScoreCounts
from cxlib.ui import load, scored
from cxlib.ui.head import View


@dataclass(frozen=True, slots=True)
class Measured:
    """The score that the page is about.

    Attributes:
        view: what the head chose.
        metric: the score's role; `name`: what it is called.
        box: scores that count as good; None for NPS.
    """

    view: View
    metric: str
    name: str
    box: tuple[int, int] | None

    def look(self, name: str | None = None) -> Look:
        """What charts share, under the score's name or another."""
        view = self.view
        return Look(name or self.name, view.dataset.name, view.words(), view.level)

    def score(self, counts: ScoreCounts) -> Nps | BoxScore:
        """The score of some answers."""
        if self.box is None:
            return nps(counts, level=self.view.level)
        return box_score(counts, box=self.box, level=self.view.level)

    def change(self, before: ScoreCounts, after: ScoreCounts) -> Change:
        """How the score of some answers differs from that of others."""
        if self.box is None:
            return nps_change(before, after, level=self.view.level)
        return share_change(before, after, box=self.box, level=self.view.level)

    def p_value(self, one: ScoreCounts, other: ScoreCounts) -> float | None:
        """The p-value of two sets of answers having the same score."""
        if self.box is None:
            return nps_difference(one, other)
        return share_difference(one, other, box=self.box)

    def counts(self) -> ScoreCounts | None:
        """All answers in view; None without any."""
        cube = load.scores(self.view.dataset, self.metric, self.view.selection, None, None)
        return next(iter(cube.counts.values()), None)


def measured_in(view: View) -> Measured:
    """Let the analyst choose the score.

    Raises:
        BadOption: the file holds no score.
    """
    names = scored.metrics(view.dataset)
    if not names:
        raise BadOption(
            f"'{view.dataset.name}' has no column of scores or ratings. Choose which columns hold "
            "them on the Data page."
        )
    metric = scored.choose_metric(view.dataset)
    cube = load.scores(view.dataset, metric, view.selection, None, None)
    points = metric == "nps" and cube.scale == (0, 10)
    box = None if points else scored.chosen_box(metric, cube)
    return Measured(view, metric, names[metric], box)
