"""Charts of themes: how often, how felt, by segment, and which stand together."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import interval, number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.text.emerging import Change
from cxlib.text.impact import FEWEST, THIN
from cxlib.text.theme_limits import SegmentThemes, Span, net_limits, share_limits
from cxlib.text.theme_table import ThemeRow
from cxlib.text.together import Pair

MOST_BARS = 20
MOST_PAIRS = 15
SURE = 0.05
POINTS, SHARE = "+.0f", ".1%"
SMALLEST = 0.005
"""Shares below this read 0% without a decimal."""


def theme_shares(rows: Sequence[ThemeRow], comments: int, look: Look) -> Chart:
    """How many comments mention each theme, the most frequent first.

    Args:
        rows: the themes that are mentioned.
        comments: how many comments there are.
        look: names and level.

    Raises:
        NotEnoughData: no comment mentions a theme.
    """
    ranked = _ranked(rows)
    spans = [share_limits(row, comments, level=look.level) for row in ranked]
    shown = ranked[:MOST_BARS]
    return Chart(
        kind=Kind.INTERVALS,
        title=_leading(shown, spans),
        labels=tuple(row.theme for row in shown),
        series=(
            Series(
                say("Share of comments"),
                tuple(_point(span, row.n) for row, span in zip(shown, spans, strict=False)),
            ),
        ),
        axis=_share_axis([span.value for span in spans[: len(shown)]]),
        subtitle=look.subtitle(),
        method=say(
            "A comment mentions a theme where a word of the theme's list stands in it; it may "
            "mention several. Limits are Wilson's (1927). Lists and their words can be seen and "
            "changed under Word lists."
        ),
        source=look.source,
        n=comments,
        level=look.level,
        click="theme",
        notes=_hidden(ranked, shown),
    )


def theme_feelings(rows: Sequence[ThemeRow], look: Look) -> Chart:
    """How each theme is felt about where it is mentioned, the best first.

    Args:
        rows: the themes that are mentioned.
        look: names and level.

    Raises:
        NotEnoughData: no comment mentions a theme.
    """
    known = [row for row in _ranked(rows)[:MOST_BARS] if row.n >= FEWEST] or list(_ranked(rows))
    spans = {row.theme: net_limits(row, level=look.level) for row in known}
    shown = sorted(known, key=lambda row: -(spans[row.theme].value or 0))
    return Chart(
        kind=Kind.INTERVALS,
        title=_felt(shown, spans),
        labels=tuple(row.theme for row in shown),
        series=(
            Series(
                say("Net sentiment"),
                tuple(_point(spans[row.theme], row.n, _sides(row)) for row in shown),
            ),
        ),
        axis=Axis(say("Praise less blame (points of its mentions)"), form=POINTS),
        subtitle=look.subtitle(),
        method=say(
            "What a comment feels about a theme is read in the clauses that mention it, and in the "
            "words around where these say nothing; never from the whole comment. Net is the share "
            "of mentions in praise less the share in blame; limits as for NPS (adjusted Wald)."
        ),
        source=look.source,
        level=look.level,
        lines=(Line(0.0, ""),),
        click="theme",
        notes=_thin(shown),
    )


def themes_table(
    rows: Sequence[ThemeRow], comments: int, look: Look, *, scores: tuple[str, ...] = ()
) -> Chart:
    """All themes in numbers.

    Args:
        rows: the themes that are mentioned, with their impacts where there are scores.
        comments: how many comments there are.
        look: names and level.
        scores: name of the score's unit, where there is one.

    Raises:
        NotEnoughData: no comment mentions a theme.
    """
    ranked = _ranked(rows)
    columns = [
        say("Theme"),
        "n",
        say("Share of comments"),
        say("Interval"),
        say("Praised"),
        say("Blamed"),
    ]
    columns += [say("Net"), say("Net interval")]
    forms = ["", ",d", SHARE, "", ",d", ",d", POINTS, ""]
    for unit in scores:
        columns += [
            say("{unit} with it", unit=unit),
            say("{unit} without it", unit=unit),
        ]
        forms += ["+.1f", "+.1f"] if unit == say("NPS points") else [",.2f", ",.2f"]
    cells = []
    for row in ranked:
        share = share_limits(row, comments, level=look.level)
        net = net_limits(row, level=look.level)
        cell: list[Cell] = [row.theme, row.n, row.share, _limits(share, SHARE)]
        cell += [row.positive, row.negative, row.net, _limits(net, POINTS)]
        for _ in scores:
            having = None if row.impact is None else row.impact.score_with
            cell += [having, None if row.impact is None else row.impact.score_without]
        cells.append(tuple(cell))
    return Chart(
        kind=Kind.TABLE,
        title=say("Themes in numbers"),
        subtitle=look.subtitle(),
        method=say(
            "Praised and blamed are comments whose clauses about the theme do so; the other "
            "mentions are neutral. Scores are means over the comments that have a score."
        ),
        source=look.source,
        n=comments,
        table=Table(tuple(columns), tuple(cells), tuple(forms)),
    )


def theme_heat(found: Sequence[SegmentThemes], column: str, look: Look) -> Chart:
    """The share of comments that mention each theme, by segment; what differs is in the title.

    Args:
        found: values of the segment, the one with most comments first.
        column: the segment column.
        look: names and level.

    Raises:
        NotEnoughData: nothing can be compared.
    """
    cells = {(one.value, change.theme): change for one in found for change in one.changes}
    n_of = {one.value: one.n for one in found}
    themes = dict.fromkeys(
        theme for _, theme in sorted(cells, key=lambda key: -cells[key].n - cells[key].n_other)
    )
    if len(found) < 2 or not themes:
        hint = say("Choose another column, or filter less.")
        raise NotEnoughData(column, have=len(found), need=2, unit="group", hint=hint)
    shown = list(themes)[:MOST_BARS]
    proven = sorted(
        ((value, change) for (value, _), change in cells.items() if change.proven),
        key=lambda pair: pair[1].p_adjusted or 0.0,
    )
    return Chart(
        kind=Kind.HEAT,
        title=_heat_title(proven, column),
        labels=tuple(one.value for one in found),
        series=tuple(
            Series(
                theme,
                tuple(_heat_point(cells.get((one.value, theme)), n_of[one.value]) for one in found),
            )
            for theme in shown
        ),
        axis=_share_axis([cell.share for cell in cells.values()]),
        x_axis=Axis(column),
        subtitle=look.selection,
        method=say(
            "Share of each group's comments. A group is tested against all other comments by the "
            "N-1 chi-square (Campbell, Statistics in Medicine, 2007); p-values are adjusted over "
            "the themes of a group by Benjamini and Hochberg. Faint cells: fewer than {n} comments "
            "in the group.",
            n=THIN,
        ),
        source=look.source,
        n=sum(n_of.values()),
        click="cell",
        notes=tuple(_difference(value, change) for value, change in proven[1:4]),
    )


def theme_pairs(pairs: Sequence[Pair], look: Look, comments: int) -> Chart:
    """Themes that stand together more often, or less, than chance: lifts with limits.

    Args:
        pairs: the highest lift first.
        look: names and level.
        comments: how many comments there are.

    Raises:
        NotEnoughData: too few comments mention two themes.
    """
    known = [pair for pair in pairs if pair.low is not None]
    if not known:
        hint = say("Widen the dates, drop a filter, or add words to the themes.")
        raise NotEnoughData(
            say("Themes that stand together"), have=0, need=1, unit="pair", hint=hint
        )
    proven = [pair for pair in known if pair.p_adjusted is not None and pair.p_adjusted < SURE]
    meeting = [pair for pair in proven if pair.lift > 1]
    chosen = sorted(meeting or known, key=lambda pair: pair.p_adjusted or 0.0)[:MOST_PAIRS]
    shown = sorted(chosen, key=lambda pair: -pair.lift)
    first = shown[0]
    title = say("No two themes provably stand together")
    if meeting:
        title = say(
            "'{one}' and '{other}' stand together {lift} times as often as by chance",
            one=first.one,
            other=first.other,
            lift=number(first.lift, ".1f"),
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=tuple(f"{pair.one} + {pair.other}" for pair in shown),
        series=(
            Series(
                say("Lift"),
                tuple(Point(p.lift, p.low, p.high, p.n, note=_expected(p)) for p in shown),
            ),
        ),
        axis=Axis(say("Lift: comments with both, by those expected"), form=",.2f", log=True),
        subtitle=look.subtitle(),
        method=say(
            "Lift is the number of comments with both themes by the number expected if neither "
            "cared for the other. Limits by the delta method on its logarithm; tested by the N-1 "
            "chi-square, adjusted over all pairs by Benjamini and Hochberg. Pairs with fewer than "
            "{n} comments, found and expected, are left out.",
            n=FEWEST,
        ),
        source=look.source,
        n=comments,
        level=look.level,
        lines=(Line(1.0, say("As by chance")),),
        notes=_meetings(pairs, len(meeting)),
    )


def _ranked(rows: Sequence[ThemeRow]) -> list[ThemeRow]:
    if not rows:
        hint = say("Add words to the themes under Word lists, or see what Discover finds.")
        raise NotEnoughData(say("Themes"), have=0, need=1, unit="mention", hint=hint)
    return sorted(rows, key=lambda row: (-row.n, row.theme))


def _share_axis(shares: Sequence[float | None]) -> Axis:
    """Shares from 0, with a decimal where one that is not 0 would read 0%."""
    tiny = any(share and share < SMALLEST for share in shares)
    return Axis(say("Share of comments that mention it"), 0, form=SHARE if tiny else ".0%")


def _point(span: Span, n: int, note: str = "") -> Point:
    return Point(span.value, span.low, span.high, n, hollow=n < THIN, note=note)


def _limits(span: Span, form: str) -> str:
    return interval(Point(span.value, span.low, span.high), form)


def _leading(shown: Sequence[ThemeRow], spans: Sequence[Span]) -> str:
    """The most frequent theme, where its interval lies above that of the next."""
    first = spans[0]
    ahead = len(spans) == 1 or (first.low or 0.0) > (spans[1].high or 1.0)
    if not ahead:
        return say("What comments speak of")
    return say(
        "'{theme}' is what comments speak of most ({share})",
        theme=shown[0].theme,
        share=number(first.value, ".0%"),
    )


def _felt(shown: Sequence[ThemeRow], spans: dict[str, Span]) -> str:
    sizeable = [row for row in shown if row.n >= THIN] or shown
    best, worst = sizeable[0], sizeable[-1]
    praised = (spans[best.theme].low or 0.0) > 0
    blamed = (spans[worst.theme].high or 0.0) < 0
    if praised and blamed:
        return say(
            "'{best}' is praised most, '{worst}' blamed most", best=best.theme, worst=worst.theme
        )
    if praised:
        return say("More praise than blame for '{theme}'", theme=best.theme)
    if blamed:
        return say("More blame than praise for '{theme}'", theme=worst.theme)
    return say("How themes are felt about")


def _sides(row: ThemeRow) -> str:
    return say(
        "praised in {good}, blamed in {bad} comments",
        good=number(row.positive, ",d"),
        bad=number(row.negative, ",d"),
    )


def _hidden(ranked: Sequence[ThemeRow], shown: Sequence[ThemeRow]) -> tuple[str, ...]:
    notes = list(_thin(shown))
    if len(ranked) > len(shown):
        notes.append(say("The first {n} of {all} are drawn.", n=len(shown), all=len(ranked)))
    return tuple(notes)


def _thin(shown: Sequence[ThemeRow]) -> tuple[str, ...]:
    if any(row.n < THIN for row in shown):
        return (say("Pale or hollow: fewer than {n} comments.", n=THIN),)
    return ()


def _heat_title(proven: Sequence[tuple[str, Change]], column: str) -> str:
    if not proven:
        return say("Themes by {column}: no proven difference", column=column)
    return _difference(*proven[0])


def _difference(value: str, change: Change) -> str:
    return say(
        "{value}: '{theme}' in {share} of comments, against {other} of the others",
        theme=change.theme,
        value=value,
        share=number(change.share, ".0%"),
        other=number(change.share_other, ".0%"),
    )


def _heat_point(change: Change | None, n: int) -> Point:
    if change is None:
        return Point(0.0, n=n, hollow=n < THIN)
    note = ""
    if change.proven:
        note = say("differs from the rest (adjusted p = {p})", p=p_text(change.p_adjusted))
    return Point(change.share, n=n, hollow=n < THIN, note=note)


def _meetings(pairs: Sequence[Pair], meeting: int) -> tuple[str, ...]:
    """How many pairs meet more often than by chance, and which least often."""
    told = say(
        "{n} of {all} pairs stand together more often than by chance.", n=meeting, all=len(pairs)
    )
    rarest = pairs[-1]
    if rarest.p_adjusted is None or rarest.p_adjusted >= SURE or rarest.lift >= 1:
        return (told,)
    apart = say(
        "Rarest together: '{one}' and '{other}', in {n} comments where chance gives {expected}.",
        one=rarest.one,
        other=rarest.other,
        n=number(rarest.n, ",d"),
        expected=number(rarest.expected, ",.0f"),
    )
    return told, apart


def _expected(pair: Pair) -> str:
    return say(
        "{n} expected; adjusted p = {p}", n=number(pair.expected, ",.0f"), p=p_text(pair.p_adjusted)
    )
