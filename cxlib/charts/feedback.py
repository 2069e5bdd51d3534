"""Charts of how comments feel: net sentiment by group and over time, strength, words of emotion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look, score_by_group
from cxlib.charts.trends import control_chart, limits_method
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.backlog import Share, share_of
from cxlib.metrics.nps import Nps
from cxlib.metrics.scored import Scored
from cxlib.metrics.trends import Trend, TrendOptions
from cxlib.stats.groups import Group
from cxlib.text.analysis import Analysis
from cxlib.text.label_cube import LANGUAGE
from cxlib.text.learning import FEWEST, FEWEST_EACH, Learning
from cxlib.text.shares import Balance

LEXICON, HYBRID, MODEL = "lexicon", "hybrid", "model"
WHOLE = 100.0
"""Net sentiment lies between this and its negative."""
SLIGHT, STRONG = 0.34, 0.67
"""Strengths up to the first are slight, those from the second on strong."""


def feeling_names() -> dict[str, str]:
    """Labels of comments in the reader's language."""
    return {
        "negative": say("Negative"),
        "neutral": say("Neutral"),
        "positive": say("Positive"),
        "mixed": say("Mixed"),
    }


def language_names() -> dict[str, str]:
    """Languages of comments in the reader's language."""
    return {
        "en": say("English"),
        "id": say("Indonesian"),
        "ms": say("Malay"),
        "other": say("Other or unclear"),
    }


def emotion_names() -> dict[str, str]:
    """The lists of words of emotion, effort and ease in the reader's language."""
    return {
        "joy": say("Joy"),
        "gratitude": say("Gratitude"),
        "anger": say("Anger"),
        "sadness": say("Sadness"),
        "fear": say("Fear"),
        "surprise": say("Surprise"),
        "effort": say("Effort"),
        "ease": say("Ease"),
    }


def sentiment_method(method: str) -> str:
    """How labels were made, by lexicon, hybrid or model, and what net sentiment is."""
    made = {
        LEXICON: say(
            "Labels come from word lists in English, Indonesian and Malay and the rules of VADER "
            "(Hutto and Gilbert, 2014); a comment without a word of the lists is neutral."
        ),
        HYBRID: say(
            "Labels come from a logistic regression on the words and the word lists, learned from "
            "the scores; a comment with a score is judged by a model that has not seen it."
        ),
        MODEL: say(
            "Labels come from a logistic regression on the words, learned from the scores; a "
            "comment with a score is judged by a model that has not seen it."
        ),
    }
    net = say(
        "Net sentiment is the share of comments in praise less the share in blame, in points; its "
        "interval is adjusted Wald, as for NPS (Rocks, The American Statistician, 2016)."
    )
    return f"{made[method]} {net}"


def labels_chart(found: Balance, look: Look, *, method: str) -> Chart:
    """Shares of comments that praise, do neither, or blame, and of those that do both."""
    names = feeling_names()
    hits = (
        (names["positive"], found.positive),
        (names["neutral"], found.neutral),
        (names["negative"], found.negative),
        (say("Of these mixed"), found.mixed),
    )
    points = tuple(_share(share_of(n, found.n, level=look.level)) for _, n in hits)
    return Chart(
        kind=Kind.INTERVALS,
        title=_balance_title(found),
        labels=tuple(name for name, _ in hits),
        series=(Series(say("Comments"), points),),
        axis=Axis(say("Share of comments"), 0, form=".1%"),
        subtitle=look.subtitle(),
        method=f"{sentiment_method(method)} {_wilson()}",
        source=look.source,
        n=found.n,
        level=look.level,
        click="feeling",
        keys=("positive", "neutral", "negative", "mixed"),
    )


def strength_chart(analysis: Analysis, look: Look) -> Chart:
    """How strongly comments that praise or blame do so, by the words of the lists."""
    names = (say("Slight"), say("Clear"), say("Strong"))
    places = np.digitize(analysis.strength, (SLIGHT, STRONG))
    series = []
    for label, name, tone in ((1, say("In praise"), "good"), (-1, say("In blame"), "bad")):
        counts = np.bincount(places[analysis.label == label], minlength=3).tolist()
        series.append(Series(name, tuple(Point(n, n=n) for n in counts), tone=tone))
    neutral = int((analysis.label == 0).sum())
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say("How strongly comments feel"),
        labels=names,
        series=tuple(series),
        axis=Axis(say("Comments"), 0, form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Strength is all feeling in a comment, of either sign, from 0 to 1: slight below "
            "{slight}, strong from {strong} on. It is read from the word lists.",
            slight=number(SLIGHT, ".2f"),
            strong=number(STRONG, ".2f"),
        ),
        source=look.source,
        n=analysis.comments.n,
        notes=(say("Neutral comments are not drawn: {n}.", n=count(neutral)),) if neutral else (),
    )


def net_by_segment(scored: Sequence[Scored[Nps]], column: str, look: Look, *, method: str) -> Chart:
    """Net sentiment of each segment value, tested against the rest.

    Raises:
        NotEnoughData: no value of the column has a comment.
    """
    return _net(score_by_group(scored, column, look), method)


def net_by_language(scored: Sequence[Scored[Nps]], look: Look, *, method: str) -> Chart:
    """Net sentiment of each language, tested against the rest.

    Raises:
        NotEnoughData: no language has a comment.
    """
    names, column = language_names(), say("language")
    named = [
        replace(one, group=Group(column, names[one.group.value or "other"]))
        if one.group.column == LANGUAGE
        else one
        for one in scored
    ]
    chart = _net(score_by_group(named, column, look), method)
    codes = {name: code for code, name in names.items()}
    note = say("The lists differ by language, so part of a difference may be theirs.")
    return replace(
        chart,
        click=LANGUAGE,
        keys=tuple(codes[label] for label in chart.labels),
        notes=(*chart.notes, note),
    )


def net_over_time(found: Trend, options: TrendOptions, look: Look, *, method: str) -> Chart:
    """Net sentiment period by period with control limits and signals."""
    chart = control_chart(found, options, look)
    how = f"{sentiment_method(method)} {limits_method(options.limits)}"
    drawn, limits = chart.series[:1], chart.series[1:]
    return replace(
        chart,
        axis=_net_axis(),
        series=(*drawn, *(_within_scale(one) for one in limits)),
        lines=tuple(line for line in chart.lines if abs(line.at) <= WHOLE),
        method=how,
    )


def words_chart(flags: Mapping[str, int], n: int, look: Look) -> Chart:
    """Comments that hold words of joy, anger, effort and so on, the most frequent first."""
    names = emotion_names()
    ranked = sorted(flags.items(), key=lambda pair: -pair[1])
    points = tuple(_share(share_of(hits, n, level=look.level)) for _, hits in ranked)
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Words of emotion, effort and ease"),
        labels=tuple(names.get(name, name) for name, _ in ranked),
        series=(Series(say("Comments with such words"), points),),
        axis=Axis(say("Share of comments"), 0, form=".1%"),
        subtitle=look.subtitle(),
        method=say(
            "Comments that hold at least one word of a list, in English, Indonesian or Malay. A "
            "word counts also where it is negated."
        )
        + " "
        + _wilson(),
        source=look.source,
        n=n,
        level=look.level,
        notes=(say("The lists tell what was written, not what was felt."),),
    )


def learning_table(found: Learning, look: Look) -> Chart:
    """How well each method agrees with the scores of comments it has not seen."""
    names = method_names()
    rows = tuple(
        (names[name], value, say("yes") if name == found.method else say("no"))
        for name, value in found.quality.items()
    )
    notes = []
    if not rows:
        notes.append(
            say(
                "{n} comments have a score. Learning needs {fewest}, and {each} of each of low, "
                "middle and high scores that occur; the word lists were used.",
                n=count(found.rated),
                fewest=FEWEST,
                each=FEWEST_EACH,
            )
        )
    if found.method != LEXICON:
        notes.append(
            say(
                "These labels were learned from the scores: comparing them with the same scores "
                "goes round in a circle. For that, choose the word lists."
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Learned from scores: {method} in use", method=names[found.method]),
        table=Table((say("Method"), say("Macro-F1"), say("In use")), rows, ("", ".3f", "")),
        subtitle=look.selection,
        method=say(
            "Scores are taken as low, middle and high. Macro-F1 is the mean over these of how well "
            "labels and scores agree, from 0 to 1, on comments left out of the training (five "
            "folds, three where there are many). A method has to be better by 0.02 to be preferred "
            "to a simpler one."
        ),
        source=look.source,
        n=found.rated,
        notes=tuple(notes),
    )


def method_names() -> dict[str, str]:
    """What labels can be made by, in the reader's language."""
    return {
        LEXICON: say("Word lists"),
        HYBRID: say("Words and word lists, learned"),
        MODEL: say("Words alone, learned"),
    }


def _within_scale(limits: Series) -> Series:
    """Limits that few comments put beyond what is possible, drawn at its end."""
    points = tuple(
        point if point.y is None else replace(point, y=min(WHOLE, max(-WHOLE, point.y)))
        for point in limits.points
    )
    return replace(limits, points=points)


def _net(chart: Chart, method: str) -> Chart:
    """A chart of scores as one of net sentiment."""
    tested = say(
        "A group is tested against all other groups together, and p-values are adjusted by "
        "Benjamini and Hochberg (1995)."
    )
    return replace(chart, axis=_net_axis(), method=f"{sentiment_method(method)} {tested}")


def _net_axis() -> Axis:
    return Axis(say("Net sentiment (points)"), form="+.0f")


def _balance_title(found: Balance) -> str:
    net = number(found.net, "+.1f")
    if found.low is not None and found.low > 0:
        return say("More praise than blame: net sentiment {net}", net=net)
    if found.high is not None and found.high < 0:
        return say("More blame than praise: net sentiment {net}", net=net)
    return say("Neither praise nor blame proves to prevail: net sentiment {net}", net=net)


def _share(found: Share | None) -> Point:
    if found is None:
        return Point(None)
    return Point(found.share, found.low, found.high, found.hits)


def _wilson() -> str:
    return say("Intervals of shares are Wilson's (1927).")
