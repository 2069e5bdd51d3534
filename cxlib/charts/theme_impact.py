"""Charts of how the score goes together with themes."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.text.impact import FEWEST, THIN, Effect, Impact
from cxlib.text.theme_limits import Measure, effect_of
from cxlib.text.theme_table import ThemeRow

MOST_BARS = 20
SURE = 0.05


def measure_words(measure: Measure) -> str:
    """What an effect is called."""
    words: dict[Measure, str] = {
        "removal": say("Impact on the whole score"),
        "difference": say("With less without the theme"),
        "adjusted": say("Other themes held equal"),
    }
    return words[measure]


def impact_bars(
    rows: Sequence[ThemeRow],
    measure: Measure,
    unit: str,
    look: Look,
    *,
    low_is_good: bool = False,
) -> Chart:
    """One bar and one interval a theme, the most harmful first.

    Args:
        rows: themes with their impact on the score.
        measure: which effect.
        unit: what the score is counted in.
        look: names and level.
        low_is_good: whether a low score is the good one.

    Raises:
        NotEnoughData: no theme has enough comments with a score.
    """
    known = _known(rows, measure)
    shown = sorted(known, key=lambda pair: _gain(pair[1], low_is_good))
    if len(shown) > MOST_BARS:
        strongest = sorted(known, key=lambda pair: -abs(pair[1].value or 0.0))[:MOST_BARS]
        shown = [pair for pair in shown if pair in strongest]
    return Chart(
        kind=Kind.INTERVALS,
        title=_title(shown, unit, low_is_good=low_is_good),
        labels=tuple(row.theme for row, _ in shown),
        series=(
            Series(
                measure_words(measure),
                tuple(_point(effect, row.impact) for row, effect in shown),
            ),
        ),
        axis=_axis(measure, unit),
        subtitle=look.subtitle(),
        method=impact_method(measure),
        source=look.source,
        n=_scored(rows),
        level=look.level,
        lines=(Line(0.0, ""),),
        click="theme",
        notes=_notes(rows, shown),
    )


def impact_map(
    rows: Sequence[ThemeRow],
    measure: Measure,
    unit: str,
    look: Look,
    *,
    low_is_good: bool = False,
) -> Chart:
    """Share of comments against the effect on the score, with the effect's limits.

    Args:
        rows: themes with their impact on the score.
        measure: which effect.
        unit: what the score is counted in.
        look: names and level.
        low_is_good: whether a low score is the good one.

    Raises:
        NotEnoughData: no theme has enough comments with a score.
    """
    known = _known(rows, measure)
    low = sorted(
        (pair for pair in known if _proven(pair[1]) and _gain(pair[1], low_is_good) < 0),
        key=lambda pair: _gain(pair[1], low_is_good),
    )
    names = ", ".join(row.theme for row, _ in low[:3])
    return Chart(
        kind=Kind.SCATTER,
        title=say("Where the score is lost: {themes}", themes=names)
        if low
        else say("How often, and how much: no theme provably goes with a lower score"),
        series=tuple(
            Series(
                row.theme,
                (_point(effect, row.impact, x=row.impact.share if row.impact else None),),
                tone=_tone(effect, low_is_good=low_is_good),
            )
            for row, effect in known
        ),
        axis=_axis(measure, unit),
        x_axis=Axis(say("Share of comments that mention it"), 0, form=".0%"),
        subtitle=look.subtitle(),
        method=impact_method(measure),
        source=look.source,
        n=_scored(rows),
        level=look.level,
        lines=(Line(0.0, ""),),
        click="theme",
        notes=(not_a_cause(), say("Pale or hollow: fewer than {n} comments.", n=THIN)),
    )


def impact_sides(
    rows: Sequence[ThemeRow],
    measure: Measure,
    unit: str,
    look: Look,
    *,
    low_is_good: bool = False,
) -> Chart:
    """The effect of comments that praise a theme, and of those that blame it.

    Args:
        rows: themes with their impact on the score by side.
        measure: which effect.
        unit: what the score is counted in.
        look: names and level.
        low_is_good: whether a low score is the good one.

    Raises:
        NotEnoughData: no theme is praised or blamed often enough.
    """
    pairs = [(row, effect_of(row.praised, measure), effect_of(row.blamed, measure)) for row in rows]
    known = [one for one in pairs if one[1].value is not None or one[2].value is not None]
    if not known:
        raise _too_few()
    shown = sorted(
        known, key=lambda one: min(_gain(one[1], low_is_good), _gain(one[2], low_is_good))
    )
    shown = shown[: MOST_BARS // 2]
    worst, _, harm = shown[0]
    proven = _proven(harm) and _gain(harm, low_is_good) < 0
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "Blame for '{theme}' goes together with {value} {unit}",
            theme=worst.theme,
            value=_signed(harm.value, unit),
            unit=_of(unit),
        )
        if proven
        else say("Praise and blame beside the score"),
        labels=tuple(row.theme for row, _, _ in shown),
        series=(
            Series(say("Blamed"), tuple(_point(e, row.blamed) for row, _, e in shown), tone="bad"),
            Series(
                say("Praised"), tuple(_point(e, row.praised) for row, e, _ in shown), tone="good"
            ),
        ),
        axis=_axis(measure, unit),
        subtitle=look.subtitle(),
        method=impact_method(measure),
        source=look.source,
        n=_scored(rows),
        level=look.level,
        lines=(Line(0.0, ""),),
        click="theme",
        notes=(not_a_cause(),),
    )


def impact_method(measure: Measure) -> str:
    """How an effect is computed, with the source."""
    how: dict[Measure, str] = {
        "removal": say(
            "The mean score of all comments less the mean of those that do not mention the theme: "
            "what the score would be short of without them. Limits are those of the difference "
            "(Welch), times the share."
        ),
        "difference": say(
            "The mean score of comments that mention the theme less that of the others, with "
            "Welch's limits."
        ),
        "adjusted": say(
            "The difference that remains with all other themes and the segment compared held "
            "equal: one least-squares regression with HC1 standard errors (MacKinnon and White, "
            "Journal of Econometrics, 1985)."
        ),
    }
    rest = say(
        "p-values are adjusted over the themes by Benjamini and Hochberg (1995). Themes with fewer "
        "than {n} comments are left out.",
        n=FEWEST,
    )
    return f"{how[measure]} {rest}"


def not_a_cause() -> str:
    """That an effect is an association."""
    return say("It goes together with the score; it is not shown to be its cause.")


def _known(rows: Sequence[ThemeRow], measure: Measure) -> list[tuple[ThemeRow, Effect]]:
    pairs = [(row, effect_of(row.impact, measure)) for row in rows]
    known = [pair for pair in pairs if pair[1].value is not None]
    if not known:
        raise _too_few()
    return known


def _too_few() -> NotEnoughData:
    hint = say("Widen the dates or drop a filter; each theme needs {n}.", n=FEWEST)
    what = say("Impact on the score")
    return NotEnoughData(what, have=0, need=1, unit="theme", hint=hint)


def _proven(effect: Effect) -> bool:
    return effect.p_adjusted is not None and effect.p_adjusted < SURE


def _title(shown: Sequence[tuple[ThemeRow, Effect]], unit: str, *, low_is_good: bool) -> str:
    proven = [pair for pair in shown if _proven(pair[1])]
    if not proven:
        return say("No theme provably goes together with the score")
    row, effect = proven[0]
    if _gain(effect, low_is_good) > 0:
        row, effect = proven[-1]
    return say(
        "'{theme}' goes together with {value} {unit}",
        theme=row.theme,
        value=_signed(effect.value, unit),
        unit=_of(unit),
    )


def _signed(value: float | None, unit: str) -> str:
    return number(value, _form(unit))


def _of(unit: str) -> str:
    """The unit behind a number in a sentence: "NPS points", or "in rating" for a column."""
    return unit if unit == say("NPS points") else say("in {unit}", unit=unit)


def _form(unit: str) -> str:
    return "+.1f" if unit == say("NPS points") else "+.2f"


def _axis(measure: Measure, unit: str) -> Axis:
    words = measure_words(measure)
    return Axis(f"{words} ({unit})", form=_form(unit))


def _tone(effect: Effect, *, low_is_good: bool) -> str:
    if not _proven(effect):
        return "muted"
    return "bad" if _gain(effect, low_is_good) < 0 else "good"


def _gain(effect: Effect, low_is_good: bool) -> float:
    """What an effect is worth: the score's own sign, turned where a low score is the good one."""
    value = effect.value or 0.0
    return -value if low_is_good else value


def _point(effect: Effect, impact: Impact | None, *, x: float | None = None) -> Point:
    if impact is None or effect.value is None:
        return Point(None, n=None if impact is None else impact.n, x=x)
    note = say("adjusted p = {p}", p=p_text(effect.p_adjusted))
    return Point(effect.value, effect.low, effect.high, impact.n, x, impact.thin, note)


def _scored(rows: Sequence[ThemeRow]) -> int | None:
    """Comments with a score."""
    one = next((row.impact for row in rows if row.impact and row.impact.share), None)
    return None if one is None or not one.share else round(one.n / one.share)


def _notes(rows: Sequence[ThemeRow], shown: Sequence[tuple[ThemeRow, Effect]]) -> tuple[str, ...]:
    notes = [not_a_cause()]
    if any(row.impact is not None and row.impact.thin for row, _ in shown):
        notes.append(say("Pale or hollow: fewer than {n} comments.", n=THIN))
    few = sum(row.impact is not None and row.impact.n < FEWEST for row in rows)
    if few:
        notes.append(say("Left out with fewer than {n} comments: {few} themes.", n=FEWEST, few=few))
    return tuple(notes)
