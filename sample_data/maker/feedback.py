"""The words that go with an answer."""

from __future__ import annotations

import numpy as np

from maker.clock import DAY, Flags, Ints, day, stream
from maker.people import People
from maker.survey import Candidates
from maker.truths import DRIVER_WEIGHTS, RELEASE
from maker.wording import Writer

COMMENTED, COMMENTED_LATE = 0.31, 0.55
DRIVERS = tuple(DRIVER_WEIGHTS)
COMPLAINT = {"delivery": "packaging", "app": "app", "staff": "staff", "price": "price"}


def _negative_theme(writer: Writer, ratings: Ints, app_trouble: bool) -> str:
    """What a complaint is about: the worst-rated driver, or something not asked about."""
    if app_trouble and writer.chance(0.6):
        return "app"
    if writer.chance(0.45):
        return writer.one(("coffee", "plan", "general", "general", "packaging"))
    rated = np.where(ratings > 0, ratings, 9) + writer.rng.random(len(ratings))
    return COMPLAINT[DRIVERS[int(np.argmin(rated))]]


def _positive_theme(writer: Writer, ratings: Ints) -> str:
    if writer.chance(0.5):
        return writer.one(("coffee", "coffee", "packaging", "plan", "general", "general"))
    return DRIVERS[int(np.argmax(ratings + writer.rng.random(len(ratings))))]


def _late(writer: Writer, language: str, group: int) -> tuple[str, str]:
    if group > 0 or (group == 0 and writer.chance(0.5)):
        praise = writer.one(("coffee", "staff", "packaging"))
        return writer.contrast(language, ("late", "-"), (praise, "+")), "0"
    text = writer.sentence(language, "late", "-")
    if writer.chance(0.35):
        text += " " + writer.sentence(language, writer.one(("general", "close", "staff")), "-")
    return text, "-"


def _happy(writer: Writer, language: str, ratings: Ints) -> tuple[str, str]:
    text = writer.sentence(language, _positive_theme(writer, ratings), "+")
    if writer.chance(0.25):
        text += " " + writer.sentence(language, "close", "+")
    return text, "+"


def _lukewarm(writer: Writer, language: str, ratings: Ints, trouble: bool) -> tuple[str, str]:
    if writer.chance(0.4):
        return writer.sentence(language, "general", "0"), "0"
    praise = _positive_theme(writer, ratings)
    blame = _negative_theme(writer, ratings, trouble)
    if blame in (praise, "general") or writer.chance(0.35):
        return writer.sentence(language, praise, "+"), "+"
    return writer.contrast(language, (praise, "+"), (blame, "-")), "0"


def _unhappy(writer: Writer, language: str, ratings: Ints, trouble: bool) -> tuple[str, str]:
    if writer.chance(0.06):
        return writer.sentence(language, "general", "0"), "0"
    text = writer.sentence(language, _negative_theme(writer, ratings, trouble), "-")
    if writer.chance(0.25):
        text += " " + writer.sentence(language, "close", "-")
    if writer.chance(0.03):
        text += " " + writer.sentence(language, "contact", "-")
    return text, "-"


def make_feedback(people: People, answers: Candidates, kept: Flags) -> list[str]:
    """A comment for about a third of the answers kept, "" elsewhere.

    Whether someone writes depends on a late parcel only, never on the score, so that the comments
    tell the same story as the scores.
    """
    rng = stream("feedback")
    writer = Writer(rng)
    wants = rng.random(len(kept)) < np.where(answers.late, COMMENTED_LATE, COMMENTED)
    comments = [""] * len(kept)
    for row in np.flatnonzero(wants & kept):
        language = people.language[int(answers.customer[row])]
        ratings, group = answers.drivers[row], int(answers.group[row])
        after = answers.minute[row] // DAY >= day(RELEASE)
        trouble = bool(answers.app[row] and after and 0 < answers.ces[row] <= 3)
        if answers.late[row]:
            text, tone = _late(writer, language, group)
        elif group > 0:
            text, tone = _happy(writer, language, ratings)
        elif group == 0:
            text, tone = _lukewarm(writer, language, ratings, trouble)
        else:
            text, tone = _unhappy(writer, language, ratings, trouble)
        comments[row] = writer.typed(language, text, tone)
    return comments
