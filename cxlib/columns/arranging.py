"""The roles of a whole file: what columns mean beside each other, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import replace

from cxlib.columns.column import Column, Profile
from cxlib.columns.kinds import KINDS
from cxlib.columns.layout import Run, counted_scores, rating_runs
from cxlib.columns.offering import LEAST, RoleGuess, chosen, offers
from cxlib.columns.scores import read_score
from cxlib.locale.speak import say

SCORED = ("nps", "csat", "ces", "rating")
"""Roles of a survey that hold scores."""
SENTENCE = 5.0
"""Mean words of a column that is text by its cells alone."""


def guess_roles(profile: Profile, kind: str, *, titles: Dict[str, str]) -> tuple[RoleGuess, ...]:
    """The columns that seem to bear the roles of a kind; each column bears one role at most.

    Args:
        profile: what the columns hold.
        kind: a name in `KINDS`.
        titles: long names of columns (SPSS, Stata).
    """
    ranked = offers(KINDS[kind], profile.columns, profile, titles)
    arrange = {
        "survey": _survey,
        "transactions": _transactions,
        "tickets": _tickets,
        "comments": _comments,
    }.get(kind)
    found = arrange(ranked, profile) if arrange else chosen(KINDS[kind], ranked)
    place = {role.name: i for i, role in enumerate(KINDS[kind].roles)}
    columns = (*profile.columns, *profile.extra)
    order = {column.name: i for i, column in enumerate(columns)}
    by_score = kind == "survey" and any(one.role == "counts" for one in found)
    if by_score:
        return tuple(sorted(found, key=lambda one: place[one.role]))
    return tuple(sorted(found, key=lambda one: (place[one.role], order[one.column])))


def _survey(ranked: list[RoleGuess], profile: Profile) -> list[RoleGuess]:
    counts = counted_scores(profile.columns)
    if counts is not None:
        return _counts(ranked, counts, profile)
    if profile.splits:
        return _long(ranked, profile)
    usual = [one for one in ranked if one.role not in ("question", "answer", "counts")]
    found = chosen(KINDS["survey"], usual)
    if not _flat(found, profile):
        usual = [one for one in usual if one.role != "count"]
        found = chosen(KINDS["survey"], usual)
    taken = {one.column for one in found}
    runs = rating_runs(profile.columns)
    return found + [_rated(name, run) for name, run in runs.items() if name not in taken]


def _counts(
    ranked: Sequence[RoleGuess], counts: Dict[str, int], profile: Profile
) -> list[RoleGuess]:
    """A column for each score: the roles of scores and of counting are theirs alone."""
    barred = (*SCORED, "count", "question", "answer", "weight")
    rest = [one for one in ranked if one.column not in counts and one.role not in barred]
    named = all(read_score(name, None) is None for name in counts)
    large = max(profile.column(name).numbers.highest or 0 for name in counts) > 10
    why = say("one of {n} columns that are named for scores and hold counts", n=len(counts))
    sure = 0.92 if large and (named or len(counts) > 4) else 0.75
    found = [RoleGuess("counts", name, sure, why) for name in counts]
    return found + chosen(KINDS["survey"], rest)


def _long(ranked: Sequence[RoleGuess], profile: Profile) -> list[RoleGuess]:
    """A row for each answer: the scores are in the questions, not in the file's columns."""
    one = profile.splits[0]
    why = say("{n} questions, a row for each answer", n=len(profile.splits))
    layout = [
        RoleGuess("question", one.question, 0.9, why),
        RoleGuess("answer", one.answer, 0.9, why),
    ]
    taken = {one.question, one.answer}
    barred = (*SCORED, "comment", "count", "counts", "question", "answer")
    rest = [one for one in ranked if one.column not in taken and one.role not in barred]
    asked = offers(KINDS["survey"], profile.extra, profile, {})
    inside = [one for one in asked if one.role in (*SCORED, "comment")]
    scored = {one.column for one in inside}
    why = say("a question that is answered by scores")
    others = [
        RoleGuess("rating", column.name, 0.5, why)
        for column in profile.extra
        if column.name not in scored and read_score(column.top[0][0], None) is not None
    ]
    found = chosen(KINDS["survey"], sorted([*rest, *inside], key=lambda one: -one.confidence))
    return layout + found + others


def _flat(found: Sequence[RoleGuess], profile: Profile) -> bool:
    """Whether each score stands as often as the others, so that a count beside it is of answers."""
    scores = [profile.column(one.column) for one in found if one.role in SCORED]
    counts = [profile.column(one.column) for one in found if one.role == "count"]
    if len(scores) != 1 or not counts or 2 * counts[0].numbers.whole < counts[0].numbers.readable:
        return False
    rows = [n for _, n in scores[0].top]
    return len(rows) >= 3 and max(rows) <= 1.5 * min(rows)


def _rated(name: str, run: Run) -> RoleGuess:
    low, high = run.scale
    why = say(
        "one of {n} neighbouring columns with answers from {low} to {high}",
        n=run.columns,
        low=low,
        high=high,
    )
    return RoleGuess("rating", name, min(0.75, round(0.57 + 0.02 * run.columns, 2)), why)


def _transactions(ranked: list[RoleGuess], profile: Profile) -> list[RoleGuess]:
    """An amount makes quantity and price needless only where it is at least as sure as they are."""
    del profile
    found = chosen(KINDS["transactions"], ranked)
    sure = {one.role: one.confidence for one in found}
    parts = min(sure.get("quantity", 0.0), sure.get("price", 0.0))
    if "amount" in sure and parts > sure["amount"]:
        return [one for one in found if one.role != "amount"]
    return found


def _tickets(ranked: list[RoleGuess], profile: Profile) -> list[RoleGuess]:
    """A log has several rows for a ticket, each with the state that it came into and when."""
    log = chosen(KINDS["tickets"], sorted(map(_of_log, ranked), key=lambda one: -one.confidence))
    found = {one.role: profile.column(one.column) for one in log}
    if {"ticket", "changed", "status"} <= set(found) and _repeats(found["ticket"]):
        return [one for one in log if one.confidence >= LEAST]
    usual = [one for one in ranked if one.role not in ("changed", "status")]
    return chosen(KINDS["tickets"], usual)


def _of_log(one: RoleGuess) -> RoleGuess:
    """In a log a column of times says when a state was reached rather than when a ticket came."""
    weaker = one.role in ("created", "solved", "first_replied", "category")
    return replace(one, confidence=round(0.8 * one.confidence, 3)) if weaker else one


def _repeats(column: Column) -> bool:
    return column.filled >= 1.3 * column.distinct


def _comments(ranked: list[RoleGuess], profile: Profile) -> list[RoleGuess]:
    """Sentences are text whatever their column is called."""
    found = chosen(KINDS["comments"], ranked)
    if any(one.role == "text" for one in found):
        return found
    taken = {one.column for one in found if one.confidence > 0.5}
    said = [one for one in profile.columns if _is_prose(one, profile) and one.name not in taken]
    if not said:
        return found
    text = max(said, key=lambda one: one.length)
    why = say("sentences of {words:.0f} words on average", words=text.words)
    rest = [one for one in found if one.column != text.name]
    return [*rest, RoleGuess("text", text.name, 0.5 if text.words >= 8 else 0.4, why)]


def _is_prose(column: Column, profile: Profile) -> bool:
    varied = column.distinct >= 0.7 * column.filled
    full = column.filled >= 0.5 * profile.rows and profile.rows >= 10
    return varied and full and column.worded >= 0.95 and column.words >= SENTENCE
