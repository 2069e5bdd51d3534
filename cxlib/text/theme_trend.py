"""The share of comments that mention a theme, period by period, with control limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from cxlib.metrics.control_chart import ControlChart, Rule, varying_limits
from cxlib.metrics.periods import is_unfinished
from cxlib.text.impact import FEWEST
from cxlib.text.themes import Mentions

FALSE_ALARMS = 0.01
"""About the share of steady themes that signal in a given period, rare themes most (measured)."""


@dataclass(frozen=True, slots=True)
class ThemeTrend:
    """One theme over time.

    Attributes:
        theme: its name.
        starts: first day of each period with comments, in order.
        counts: comments of each period that mention it.
        sizes: comments of each period.
        chart: shares with limits and signals.
    """

    theme: str
    starts: tuple[date, ...]
    counts: tuple[int, ...]
    sizes: tuple[int, ...]
    chart: ControlChart

    @property
    def latest(self) -> int | None:
        """The place of the last finished period; None without any."""
        return self.chart.finished - 1 if self.chart.finished else None

    @property
    def now(self) -> tuple[Rule, ...]:
        """The signals of the last finished period."""
        return () if self.latest is None else self.chart.points[self.latest].signals


def theme_trends(
    mentions: Mentions, period: pa.Array, *, length: str, last_day: date
) -> tuple[ThemeTrend, ...]:
    """Control charts of the themes with enough mentions, in the taxonomy's order.

    The limits follow the number of comments of each period, and are widened by the spread between
    periods where that is more than chance explains; they are never made narrower by it.

    Args:
        mentions: the themes of the comments.
        period: first day of each comment's period, no null, shape (comments,).
        length: day, week, month, quarter or year.
        last_day: last day of the data; the period that holds it may be unfinished.

    Returns:
        One trend for each theme with at least `FEWEST` mentions in finished periods.

    Source:
        Laney, Quality Engineering 14(4), 2002 (p' chart).
    """
    encoded = period.dictionary_encode()
    days = encoded.dictionary.to_pylist()
    order = np.argsort(np.array(days, "datetime64[D]"))
    rank = np.empty(len(days), np.int64)
    rank[order] = np.arange(len(days))
    code = rank[encoded.indices.to_numpy(zero_copy_only=False)]
    starts = tuple(days[place] for place in order.tolist())
    if not starts:
        return ()
    sizes = np.bincount(code, minlength=len(starts)).tolist()
    is_open = is_unfinished(starts[-1], length, last_day)
    known = len(starts) - is_open
    found = []
    for place, theme in enumerate(mentions.names):
        counts = np.bincount(code[mentions.flags[:, place]], minlength=len(starts)).tolist()
        if sum(counts[:known]) >= FEWEST:
            chart = _chart(counts, sizes, unfinished=is_open)
            found.append(ThemeTrend(theme, starts, tuple(counts), tuple(sizes), chart))
    return tuple(found)


def _chart(counts: list[int], sizes: list[int], *, unfinished: bool) -> ControlChart:
    known = len(counts) - unfinished
    centre = sum(counts[:known]) / sum(sizes[:known])
    values = [n / of for n, of in zip(counts, sizes, strict=True)]

    def limits(*, laney: bool) -> ControlChart:
        return varying_limits(
            values,
            sizes,
            centre=centre,
            variance=centre * (1 - centre),
            laney=laney,
            unfinished=unfinished,
        )

    widened = limits(laney=True)
    return widened if (widened.spread or 0) > 1 else limits(laney=False)
