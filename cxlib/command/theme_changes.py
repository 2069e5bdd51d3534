"""Themes period by period: against all periods before, and with the signals of a control chart."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from cxlib.command.answer import Result
from cxlib.command.asked import Asked
from cxlib.stats.asked import last_day
from cxlib.tables.comments import time_role
from cxlib.text.emerging import Change, compare_themes
from cxlib.text.read import Comments
from cxlib.text.theme_trend import theme_trends
from cxlib.text.themes import Mentions

Changes = dict[tuple[date, str], Result]
"""Period and theme to `before` and `signals`."""


def changes_over_time(asked: Asked, comments: Comments, mentions: Mentions) -> Changes:
    """What each theme of each period is beside the periods before it; empty without periods.

    Args:
        asked: the request.
        comments: the comments.
        mentions: their themes.
    """
    if comments.period is None or asked.request.period is None:
        return {}
    days = comments.period.cast(pa.date32()).to_numpy(zero_copy_only=False)
    end = last_day(asked.source, time_role(asked.source))
    end = min(end, asked.selection.until or end)
    trends = theme_trends(mentions, comments.period, length=asked.request.period, last_day=end)
    found: Changes = {}
    for start in np.unique(days):
        before = compare_themes(
            mentions.names, mentions.flags, days == start, days < start, level=asked.request.level
        )
        for change in before:
            found[start.item(), change.theme] = {"before": _fields(change), "signals": []}
    for trend in trends:
        for day, point in zip(trend.starts, trend.chart.points, strict=True):
            known = found.setdefault((day, trend.theme), {"before": None, "signals": []})
            known["signals"] = list(point.signals)
    return found


def _fields(change: Change) -> Result:
    return {
        "n": change.n_other,
        "share": change.share_other,
        "difference": change.gap,
        "low": change.low,
        "high": change.high,
        "p_value": change.p_value,
        "p_adjusted": change.p_adjusted,
    }
