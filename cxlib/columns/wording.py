"""Answers in words: steps of agreement, satisfaction, ease and likelihood; yes and no; no answer.

Words whose place depends on the other words of the scale ("good", "fair") are left out.
"""

from __future__ import annotations

_FIVE = (
    "very dissatisfied|very unsatisfied|extremely dissatisfied|strongly disagree|very difficult"
    "|very unlikely|sangat tidak puas|sangat tidak setuju|sangat sulit|sangat sukar"
    "|sangat tidak berpuas hati|sangat tidak bersetuju|★|★☆☆☆☆|⭐",
    "dissatisfied|unsatisfied|somewhat dissatisfied|disagree|difficult|unlikely|tidak puas"
    "|kurang puas|tidak setuju|sulit|sukar|tidak berpuas hati|tidak bersetuju|★★|★★☆☆☆|⭐⭐",
    "neutral|neither|neither satisfied nor dissatisfied|neither dissatisfied nor satisfied"
    "|neither agree nor disagree|neither disagree nor agree|neither easy nor difficult"
    "|neither difficult nor easy|neither likely nor unlikely|neither unlikely nor likely|undecided"
    "|netral|cukup puas|biasa saja|ragu-ragu|berkecuali|★★★|★★★☆☆|⭐⭐⭐",
    "satisfied|somewhat satisfied|agree|easy|likely|puas|setuju|mudah|berpuas hati|bersetuju"
    "|★★★★|★★★★☆|⭐⭐⭐⭐",
    "very satisfied|extremely satisfied|strongly agree|very easy|very likely|sangat puas"
    "|sangat setuju|sangat mudah|sangat berpuas hati|sangat bersetuju|★★★★★|⭐⭐⭐⭐⭐",
)
_SEVEN = (
    "very dissatisfied|extremely dissatisfied|strongly disagree|very difficult|extremely difficult"
    "|sangat tidak puas|sangat tidak setuju|sangat sulit|sangat sukar|sangat tidak bersetuju",
    "dissatisfied|moderately dissatisfied|disagree|difficult|tidak puas|tidak setuju|sulit|sukar"
    "|tidak bersetuju",
    "somewhat dissatisfied|slightly dissatisfied|somewhat disagree|slightly disagree"
    "|somewhat difficult|agak tidak puas|agak tidak setuju|agak sulit|agak sukar"
    "|agak tidak bersetuju",
    "neutral|neither|neither satisfied nor dissatisfied|neither agree nor disagree"
    "|neither easy nor difficult|netral|berkecuali",
    "somewhat satisfied|slightly satisfied|somewhat agree|slightly agree|somewhat easy|agak puas"
    "|agak setuju|agak mudah|agak bersetuju",
    "satisfied|moderately satisfied|agree|easy|puas|setuju|mudah|bersetuju",
    "very satisfied|extremely satisfied|strongly agree|very easy|extremely easy|sangat puas"
    "|sangat setuju|sangat mudah|sangat bersetuju",
)


def _steps(steps: tuple[str, ...]) -> dict[str, int]:
    return {word: place for place, words in enumerate(steps, 1) for word in words.split("|")}


STEPS: dict[tuple[int, int], dict[str, int]] = {(1, 5): _steps(_FIVE), (1, 7): _steps(_SEVEN)}
"""For each scale that is written in words: the small-letter answer and its score, high is good."""

YES = frozenset(
    "1|1.0|yes|y|true|t|ya|iya|benar|betul|churned|churn|cancelled|canceled|left|lost|inactive"
    "|expired|terminated|attrited|attrited customer|exited|unsubscribed|berhenti|keluar|batal"
    "|dibatalkan|tamat|berakhir|tidak aktif".split("|")
)
"""Cells that say yes, of a question or of a customer who left."""

NO = frozenset(
    "0|0.0|no|n|false|f|tidak|tak|bukan|salah|active|retained|stayed|joined|current|existing"
    "|existing customer|subscribed|aktif|bertahan|masih aktif".split("|")
)
"""Cells that say no, of a question or of a customer who is still there."""

NOTHING = frozenset(
    "n/a|na|n.a.|n.a|#n/a|nan|nat|null|none|nil|(null)|(blank)|(none)|<na>|missing|undefined|-|--|—|."
    "|not available|not applicable|tidak ada|n.v.t.|\\n".split("|")
)
"""Cells of dates, numbers, keys and yes/no that mean the same as an empty one, in small letters."""

NO_ANSWER = frozenset(
    "blank|no answer|not answered|did not answer|no response|refused|prefer not to say|don't know"
    "|dont know|do not know|don’t know|unsure|not sure|not used|never used|not rated|skipped|skip"
    "|tidak tahu|tidak menjawab|tidak pernah|tak tahu|tiada|tiada jawapan|dk|no opinion|unknown"
    "|other".split("|")
)
"""Words that stand for no answer in a column of scores, in small letters."""
