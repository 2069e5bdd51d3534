"""Public reviews: stars and words, some by customers who are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from maker.clock import DAY, DAYS, Ints, day, in_peak, minutes_of_day, stream
from maker.people import People
from maker.truths import (
    RELEASE,
    REVIEWS_APP,
    REVIEWS_APP_AFTER,
    REVIEWS_LATE,
    REVIEWS_LATE_PEAK,
    STARS,
    STARS_APP,
    STARS_LATE,
)
from maker.wording import NEGATIVE, POSITIVE, Writer

REVIEWS = 2_200
KNOWN = 0.6  # share of reviews that could be matched to a customer
HOURS = (2, 1, 0, 0, 0, 1, 2, 4, 6, 7, 7, 7, 9, 7, 5, 5, 5, 6, 8, 11, 12, 11, 8, 4)
SOURCES = ("App store", "Marketplace", "Map listing", "Social media")
SOURCE_SHARES = (0.34, 0.31, 0.20, 0.15)
NEGATIVE_BUT_APP = tuple(theme for theme in NEGATIVE if theme != "app")
PRAISED = tuple(theme for theme in POSITIVE if theme not in ("app", "general"))
BLAMED = tuple(theme for theme in NEGATIVE if theme not in ("app", "general"))
LATE, APP, OTHER = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Reviews:
    """Reviews by time; `known` is the customer's position, or -1."""

    known: Ints
    minute: Ints
    stars: Ints
    text: list[str]
    source: list[str]


def _when_and_who(rng: np.random.Generator, people: People) -> tuple[Ints, Ints]:
    """Days with growth, each written by someone who had signed up by then."""
    days = np.arange(14, DAYS)
    weight = 0.4 + days / DAYS + 0.3 * in_peak(days)
    chosen = rng.choice(days, size=REVIEWS, p=weight / weight.sum())
    signed_up = np.searchsorted(people.signup, chosen)
    return chosen, np.floor(rng.random(REVIEWS) * signed_up).astype(int)


def _subject(rng: np.random.Generator, days: Ints) -> Ints:
    late = np.where(in_peak(days), REVIEWS_LATE_PEAK, REVIEWS_LATE)
    app = np.where(days >= day(RELEASE), REVIEWS_APP_AFTER, REVIEWS_APP)
    draw = rng.random(len(days))
    return np.where(draw < late, LATE, np.where(draw < late + app, APP, OTHER))


def _complaint(writer: Writer, language: str, stars: int, theme: str) -> tuple[str, str]:
    """About a late parcel or the app: praise stands beside it in the better-rated ones."""
    if stars >= 3 and (stars > 3 or writer.chance(0.5)):
        praise = writer.one(("coffee", "packaging", "staff"))
        return writer.contrast(language, (theme, "-"), (praise, "+")), "0"
    text = writer.sentence(language, theme, "-")
    if writer.chance(0.5):
        second = writer.one(("general", "close", "staff", "coffee"))
        text += " " + writer.sentence(language, second, "-")
    return text, "-"


def _other(writer: Writer, language: str, stars: int) -> tuple[str, str]:
    if stars == 3:
        praise, blame = writer.one(PRAISED), writer.one(BLAMED)
        if blame == praise or writer.chance(0.4):
            return writer.sentence(language, "general", "0"), "0"
        return writer.contrast(language, (praise, "+"), (blame, "-")), "0"
    tone, themes = ("+", POSITIVE) if stars > 3 else ("-", NEGATIVE_BUT_APP)
    first, second = (themes[int(i)] for i in writer.rng.choice(len(themes), 2, replace=False))
    text = writer.sentence(language, first, tone)
    if writer.chance(0.45):
        text += " " + writer.sentence(language, second, tone)
    if writer.chance(0.25):
        text += " " + writer.sentence(language, "close", tone)
    return text, tone


def _review(writer: Writer, language: str, stars: int, subject: int) -> str:
    if subject == OTHER:
        text, tone = _other(writer, language, stars)
    else:
        text, tone = _complaint(writer, language, stars, "late" if subject == LATE else "app")
    if tone == "-" and writer.chance(0.04):
        text += " " + writer.sentence(language, "contact", "-")
    return writer.typed(language, text, tone)


def make_reviews(people: People) -> Reviews:
    """All reviews of two years."""
    rng = stream("reviews")
    days, customer = _when_and_who(rng, people)
    minute = days * DAY + minutes_of_day(rng, HOURS, REVIEWS)
    order = np.argsort(minute, kind="stable")
    days, customer, minute = days[order], customer[order], minute[order]
    subject = _subject(rng, days)
    edges = np.cumsum(np.array((STARS_LATE, STARS_APP, STARS)), axis=1)[subject]
    stars = 1 + (rng.random(REVIEWS)[:, None] > edges[:, :-1]).sum(axis=1)
    source = rng.choice(len(SOURCES), size=REVIEWS, p=SOURCE_SHARES)
    known = rng.random(REVIEWS) < KNOWN
    writer = Writer(rng)
    text = [
        _review(writer, people.language[who], rating, about)
        for who, rating, about in zip(
            customer.tolist(), stars.tolist(), subject.tolist(), strict=True
        )
    ]
    return Reviews(
        known=np.where(known, customer, -1),
        minute=minute,
        stars=stars,
        text=text,
        source=[SOURCES[i] for i in source],
    )
