"""What the cohorts tab asks of a dataset, and the cohorts that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxlib.charts.cohorts import CohortLook
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.cohorts import Cohort, cohort_table
from cxlib.stats.cohort_grid import CohortGrid, Rule
from cxlib.stats.cohorts import CohortBook, read_cohorts
from cxlib.stats.groups import TOTAL
from cxlib.tables.selection import Selection
from cxlib.ui import load, session
from cxlib.ui.head import View
from cxlib.workspace.store import Dataset

FURTHEST = 24
"""The most periods that are counted on screen."""


@load.kept(60)
def counted(
    dataset: Dataset, selection: Selection, grid: CohortGrid, end: date | None
) -> CohortBook:
    """Customers by cohort and cell."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_cohorts(source, grid, selection=selection, end=end)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the tab asks: the view, the cells, and the day up to which the data are whole."""

    view: View
    grid: CohortGrid
    end: date | None

    @property
    def contracts(self) -> bool:
        """Whether customers are active by contract."""
        return self.view.dataset.kind == "subscriptions"

    @property
    def look(self) -> CohortLook:
        """What the charts share."""
        view = self.view
        look = Look(say("Cohorts"), view.dataset.name, view.words(), view.level)
        return CohortLook(look, self.grid, self.contracts)

    def table(self, rule: Rule | None = None) -> tuple[Cohort, ...]:
        """The cohorts of the view, by the rule of the grid or by another one."""
        grid = self.grid
        if rule is not None and rule is not grid.rule:
            reach = tuple(range(1, min(grid.offsets[-1], FURTHEST) + 1))
            grid = CohortGrid(grid.period, reach, rule, grid.clock, grid.unit)
        book = counted(self.view.dataset, self.view.selection, grid, self.end)
        level = self.view.level
        return cohort_table(book.counts[TOTAL], grid, end=book.end, level=level)
