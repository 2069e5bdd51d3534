"""The check of an engagement score: who came back, by score."""

from __future__ import annotations

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import SMALL, Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.engagement_score import Band, ScoreCheck, pooled
from cxlib.stats.habits import FACTS, Habits

MOST_BANDS = 12
CHANCE = 0.5


def fact_names() -> dict[str, str]:
    """The facts that a rule may use, for a reader."""
    names = {
        "active_days": say("Active days"),
        "events": say("Events"),
        "kinds": say("Different events"),
        "idle_days": say("Days since last active"),
    }
    return {fact: names[fact] for fact in FACTS}


def score_bars(check: ScoreCheck, habits: Habits, look: Look) -> Chart:
    """The share of customers who came back, by score, with limits; highest score on top.

    Args:
        check: the score against who came back.
        habits: what it was computed from.
        look: names and level.
    """
    bands = pooled(check.bands, MOST_BANDS, level=look.level)[::-1]
    n = sum(one.n for one in check.bands)
    back = sum(one.back for one in check.bands)
    notes = []
    if len(bands) < len(check.bands):
        notes.append(say("Scores are drawn in {n} ranges.", n=len(bands)))
    if any(one.share.n < SMALL for one in bands):
        notes.append(say("Pale bars rest on n below {n}.", n=SMALL))
    return Chart(
        kind=Kind.INTERVALS,
        title=verdict(check),
        labels=tuple(_label(one) for one in bands),
        series=(Series(say("Came back"), tuple(_bar(one) for one in bands)),),
        axis=Axis(say("Share that came back"), 0, 1, ".0%"),
        subtitle=look.subtitle(),
        method=score_method(habits),
        source=look.source,
        n=n,
        level=look.level,
        lines=(Line(back / n, say("All")),) if n else (),
        notes=tuple(notes),
    )


def verdict(check: ScoreCheck) -> str:
    """Whether the score tells who comes back, as far as the interval of the concordance goes."""
    if check.concordance is None:
        return say("The score cannot be checked: all or none came back")
    value = number(check.concordance, ".2f")
    if check.low is None or check.high is None:
        return say("Share that came back, by score (concordance {value})", value=value)
    if check.low > CHANCE:
        return say("A higher score goes with coming back (concordance {value})", value=value)
    if check.high < CHANCE:
        return say("A higher score goes with staying away (concordance {value})", value=value)
    return say("The score does not tell who comes back (concordance {value})", value=value)


def score_method(habits: Habits) -> str:
    """How the score is checked, with the sources."""
    return say(
        "Points by the stated rules for what customers did in the {window} days up to {last}; came "
        "back means active in the {follow_up} days after. Limits of shares are Wilson's (1927). "
        "Concordance: of two customers, one who came back and one who did not, the chance that the "
        "first has the higher score, ties counting half (Hanley and McNeil, 1982), with DeLong's "
        "variance (1988).",
        window=habits.window,
        last=habits.last.isoformat(),
        follow_up=habits.follow_up,
    )


def _label(one: Band) -> str:
    return str(one.first) if one.first == one.last else f"{one.first}–{one.last}"


def _bar(one: Band) -> Point:
    share = one.share
    return Point(
        share.share,
        share.low,
        share.high,
        share.n,
        hollow=share.n < SMALL,
        note=say("{n} came back", n=count(share.back)),
    )
