"""One slide of a presentation, in whatever file it ends up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Chart
from cxlib.errors import BadOption
from cxlib.locale.speak import say


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


def need_something(slides: Sequence[object]) -> None:
    """Refuse to write a file without a single chart.

    Raises:
        BadOption: there is nothing to write.
    """
    if not slides:
        raise BadOption(
            say("A presentation needs at least one chart; this one has none. Add a chart first.")
        )
