"""One slide of a presentation, in whatever file it ends up."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class SlideSpec:
    """A chart with the analyst's title and comment; an empty title means the chart's own."""

    chart: Chart
    title: str
    comment: str = ""

    @property
    def heading(self) -> str:
        """What the slide is called."""
        return self.title or self.chart.title
