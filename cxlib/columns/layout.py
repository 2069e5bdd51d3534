"""How a survey is laid out: a column for each score, a row for each question, runs of ratings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxlib.columns.column import Column, Profile
from cxlib.columns.mapping import Split
from cxlib.columns.scores import read_score
from cxlib.columns.vocabulary import fit, fits, words
from cxlib.columns.wording import NO_ANSWER, STEPS

QUESTIONS = 40
"""Most questions of a long survey that become columns."""
RATINGS = 60
"""Most columns of one survey that are taken for ratings by their cells."""
RUN = 3
"""Columns that make a run."""
SMALL = 50
"""Rows up to which columns named for scores may hold small numbers and still be counts."""
_SCALES = ((1, 5), (1, 7), (0, 10), (1, 10))
_GROUPS = {
    10: "promoter promoters promotor penganjur pendukung",
    8: "passive passives pasif neutral neutrals netral",
    0: "detractor detractors detraktor pengkritik penentang",
}
_GROUP = {word: score for score, said in _GROUPS.items() for word in said.split()}
_COUNTED = frozenset(
    "score scores skor rating ratings nps csat ces nilai markah penarafan star stars bintang count "
    "counts jumlah bilangan n responses respondents answers votes number of total responden "
    "jawaban jawapan orang poin points mata".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Columns that count the answers of one score each: their scores, and the scale of all."""

    scores: dict[str, int]
    scale: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring columns of ratings on one scale; `columns` is how many they are."""

    scale: tuple[int, int]
    columns: int


def counted_scores(columns: Sequence[Column]) -> dict[str, int] | None:
    """The score that each column counts the answers of, lowest first; None where none do.

    Such columns are named for their scores ("0" to "10", "Rating 1", "Promoters", "Very
    satisfied") and hold whole numbers.

    Args:
        columns: all columns of a file.
    """
    # A wrong cell or two must not turn counts into answers: the names decide, most cells confirm.
    numbers = [one for one in columns if _mostly_whole(one)]
    found = counted([one.name for one in numbers])
    if found is None:
        return None
    held = [one for one in numbers if one.name in found.scores]
    if 2 * sum(map(_whole, held)) < len(held):
        return None
    highest = max(one.numbers.highest or 0 for one in held)
    named = all(read_score(one.name, None) is None and not _digits(one.name) for one in held)
    whole_scale = found.scale == (0, 10) and len(held) == 11
    few = max(one.filled for one in held) <= SMALL and len(held) > RUN
    beyond = highest > 10 or (few and highest > found.scale[1])
    return found.scores if named or whole_scale or beyond else None


def counted(names: Sequence[str]) -> Counted | None:
    """The scores for which columns are named, lowest first, and their scale; None for no set."""
    groups = {name: score for name in names if (score := _group(name)) is not None}
    if {10, 0} <= set(groups.values()) and _once(groups):
        return _counted(groups, (0, 10))
    stepped = []
    for steps_scale, steps in STEPS.items():
        said = {name: steps[_bare(name)] for name in names if _bare(name) in steps}
        if len(said) >= RUN and _once(said):
            stepped.append(_counted(said, steps_scale))
    if stepped:
        return max(stepped, key=lambda one: len(one.scores))
    digits = {name: score for name in names if (score := _digit(name)) is not None}
    scale = _scale(sorted(digits.values())) if _once(digits) else None
    return _counted(digits, scale) if scale else None


def long_questions(profile: Profile) -> tuple[Split, ...]:
    """The questions of a survey with one row for each answer; none where it is no such file."""
    question = _best(profile, "question", _asks)
    if question is None:
        return ()
    answer = _best(profile, "answer", lambda one: one.filled > 0 and one != question)
    if answer is None:
        return ()
    texts = [value for value, _ in question.top]
    if fit(question.name, "question")[0] < 0.9 and not any(map(_about_scores, texts)):
        return ()
    taken = {name.casefold() for name in profile.names}
    splits = []
    for text in texts[:QUESTIONS]:
        name = text
        while name.casefold() in taken:
            name += " *"
        taken.add(name.casefold())
        splits.append(Split(name, answer.name, question.name, text))
    return tuple(splits)


def answered_by_scores(column: Column) -> bool:
    """Whether the answers to a question are mostly scores of some scale."""
    return _share_of_scores(column) >= 0.7 and column.distinct >= 2


def answered_by_words(column: Column) -> bool:
    """Whether the answers to a question are mostly in the answerer's own words."""
    return column.worded >= 0.5 and column.words >= 2 and column.distinct > 0.3 * column.filled


def rating_runs(columns: Sequence[Column]) -> dict[str, Run]:
    """Columns that are ratings by their cells and neighbours, whatever their names say.

    A run is at least three neighbouring columns with similar names and the same scale of at least
    five levels; codes beside the scale, such as 0 and 6 beside 1 to 5, are allowed.
    """
    found: dict[str, Run] = {}
    pending: list[Column] = []
    scale: tuple[int, int] | None = None
    for column in (*columns, Column("")):
        own = _own_scale(column)
        if own is None or own != scale or not _similar([*pending, column]):
            found |= _run(pending, scale)
            pending = []
        scale = own
        if own is not None:
            pending.append(column)
    return dict(list(found.items())[:RATINGS])


def _run(columns: list[Column], scale: tuple[int, int] | None) -> dict[str, Run]:
    if scale is None or len(columns) < RUN:
        return {}
    seen = {score for one in columns for score in _levels(one)}
    if not set(range(scale[0], scale[1] + 1)) <= seen or (scale[1] + 1 in seen and 0 not in seen):
        return {}
    filled = [one.filled for one in columns]
    if _numbered(columns) and min(filled) < 0.4 * max(filled):
        return {}
    return {one.name: Run(scale, len(columns)) for one in columns}


def _own_scale(column: Column) -> tuple[int, int] | None:
    """The scale of five levels or more that a column's numbers fill but for a code or two."""
    if not column.whole_histogram or not 4 <= column.distinct <= 14:
        return None
    levels = _levels(column)
    if sum(levels.values()) < 0.95 * sum(n for _, n in column.top):
        return None
    for low, high in _SCALES:
        inside = [score for score in levels if low <= score <= high]
        beside = {score for score in levels if not low <= score <= high}
        codes = beside <= {low - 1, high + 1, -1, 88, 98, 99} and len(beside) <= 2
        if codes and len(inside) >= high - low:
            return low, high
    return None


def _levels(column: Column) -> dict[int, int]:
    """Whole numbers of a column with their cells; words that mean no answer are left out."""
    found: dict[int, int] = {}
    for value, n in column.top:
        score = read_score(value, None)
        if score is not None:
            found[score] = found.get(score, 0) + n
    return found


def _similar(columns: Sequence[Column]) -> bool:
    """Whether names begin alike, or differ by a trailing number alone."""
    prefix = _shared_start([one.name for one in columns])
    if any(one.name[len(prefix) : len(prefix) + 1].isdigit() for one in columns):
        prefix = prefix.rstrip("0123456789")
    return len(prefix) >= 2 or _numbered(columns)


def _shared_start(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    places = range(len(first))
    return first[: next((i for i in places if last[: i + 1] != first[: i + 1]), len(first))]


def _numbered(columns: Sequence[Column]) -> bool:
    """Whether names differ by a trailing number alone, as those of several-choice questions do."""
    return len({one.name.rstrip("0123456789") for one in columns}) == 1


def _share_of_scores(column: Column) -> float:
    cells = sum(n for value, n in column.top if value.lower() not in NO_ANSWER)
    if not cells or column.distinct > 60:
        return 0.0
    return max(
        sum(n for value, n in column.top if read_score(value, scale) is not None) / cells
        for scale in ((0, 10), *STEPS)
    )


def _asks(column: Column) -> bool:
    """Whether a column holds a few texts again and again, as one that names questions does."""
    few = column.whole_histogram and 2 <= column.distinct <= QUESTIONS
    return few and column.filled >= RUN * column.distinct and column.worded >= 0.9


def _about_scores(text: str) -> bool:
    return any(role in fits(text) for role in ("nps", "csat", "ces"))


def _best(profile: Profile, role: str, holds: Callable[[Column], bool]) -> Column | None:
    """The column whose name says a role most surely, among those whose cells can bear it."""
    ranked = [(fit(one.name, role)[0], one) for one in profile.columns]
    able = [(sure, one) for sure, one in ranked if sure >= 0.5 and holds(one)]
    return max(able, key=lambda pair: pair[0])[1] if able else None


def _whole(column: Column) -> bool:
    numbers = column.numbers
    plain = numbers.readable >= 0.95 * column.examined and numbers.whole == numbers.readable
    return column.filled > 0 and plain and (numbers.lowest or 0) >= 0


def _mostly_whole(column: Column) -> bool:
    numbers = column.numbers
    plain = 2 * numbers.readable >= column.examined and 2 * numbers.whole >= numbers.readable
    return column.filled > 0 and plain


def score_named(name: str) -> int | None:
    """The score for which a column is named, by its own name alone; None where it names none."""
    group = _group(name)
    if group is not None:
        return group
    digit = _digit(name)
    return STEPS[1, 5].get(_bare(name)) if digit is None else digit


def _group(name: str) -> int | None:
    have = [word for word in words(name) if word not in _COUNTED]
    return _GROUP.get(have[0]) if len(have) == 1 else None


def _bare(name: str) -> str:
    """A name in small letters, without words that say that it counts."""
    plain = name.lower().replace("_", " ").strip()
    return plain if any(plain in steps for steps in STEPS.values()) else " ".join(_rest(name))


def _rest(name: str) -> list[str]:
    return [word for word in words(name) if word not in _COUNTED]


def _digits(name: str) -> bool:
    return any(word.isdigit() for word in words(name))


def _digit(name: str) -> int | None:
    """The one number of a name that says nothing else, as "10", "Score 7" or "5 stars" do."""
    have = _rest(name)
    if len(have) == 1 and have[0].isdigit() and int(have[0]) <= 10:
        return int(have[0])
    return read_score(name, (0, 10)) if " " in name else None


def _scale(scores: list[int]) -> tuple[int, int] | None:
    """The scale of which scores are all, or nearly all."""
    for low, high in ((1, 5), (1, 7), (1, 10), (0, 10)):
        full = set(range(low, high + 1))
        most = len(full) if high < 10 or low else len(full) - 3
        if set(scores) <= full and len(scores) >= most and max(scores) >= high - 1:
            return low, high
    return None


def _once(scores: dict[str, int]) -> bool:
    return len(set(scores.values())) == len(scores)


def _counted(scores: dict[str, int], scale: tuple[int, int]) -> Counted:
    return Counted(dict(sorted(scores.items(), key=lambda pair: pair[1])), scale)
