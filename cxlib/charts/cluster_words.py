"""What features and clusters of customers are called."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.locale.speak import say
from cxlib.models.cluster_profile import Profile
from cxlib.stats.customer_features import Feature

MOST_WORDS = 2
SCORES = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}
ONE, NONE = ("frequency", 1.0), (("tickets", 0.0), ("active_days", 0.0))


def feature_name(feature: Feature) -> str:
    """A feature as a reader knows it, with its unit."""
    names = {
        "recency": say("Days silent"),
        "frequency": say("Orders"),
        "monetary": say("Spent"),
        "mean_order": say("Mean order"),
        "tenure": say("Days known"),
        "subscribed": say("Days subscribed"),
        "fee": say("Monthly fee"),
        "tickets": say("Tickets"),
        "active_days": say("Active days"),
    }
    return names.get(feature.measure) or say("Last {score}", score=score_name(feature))


def score_name(feature: Feature) -> str:
    """A score as a reader knows it: "NPS", or the column of a rating."""
    return SCORES.get(feature.measure) or feature.title or feature.measure


def feature_names(features: Sequence[Feature]) -> tuple[str, ...]:
    """The features' names; those that would be alike name their file too."""
    names = [feature_name(one) for one in features]
    return tuple(
        f"{name} ({one.source})" if names.count(name) > 1 else name
        for name, one in zip(names, features, strict=True)
    )


def cluster_names(found: Sequence[Profile], features: Sequence[Feature]) -> tuple[str, ...]:
    """A name for each cluster, from what stands out; no two are alike."""
    names: list[str] = []
    for one in found:
        tries = (_name(one, features, most) for most in range(MOST_WORDS, len(features) + 1))
        names.append(next((name for name in tries if name not in names), ""))
        if not names[-1]:
            alike = _name(one, features, MOST_WORDS)
            number = next(n for n in range(2, len(found) + 2) if f"{alike} ({n})" not in names)
            names[-1] = f"{alike} ({number})"
    return tuple(names)


def _name(profile: Profile, features: Sequence[Feature], most: int) -> str:
    if profile.standardised is None:
        return say("Very few customers")
    words = [_words(profile, features[place], place) for place in profile.standing[:most]]
    told = ", ".join(dict.fromkeys(words))
    return told[:1].upper() + told[1:] if told else say("Like the average")


def _words(profile: Profile, feature: Feature, place: int) -> str:
    """What stands out in one feature, in small letters."""
    if profile.standardised is None or profile.raw is None:
        return ""
    largest = (feature.measure, profile.raw[place].largest)
    high = profile.standardised[place].mean > 0
    if largest == ONE and not high:
        return say("one order")
    if largest in NONE and not high:
        return say("no tickets") if feature.measure == "tickets" else say("never active")
    words = {
        "recency": (say("long silent"), say("bought lately")),
        "frequency": (say("often"), say("seldom")),
        "monetary": (say("high spend"), say("low spend")),
        "mean_order": (say("large orders"), say("small orders")),
        "tenure": (say("customers for long"), say("new customers")),
        "subscribed": (say("long subscribed"), say("subscribed for short")),
        "fee": (say("high fee"), say("low fee")),
        "tickets": (say("many tickets"), say("few tickets")),
        "active_days": (say("many active days"), say("few active days")),
    }.get(feature.measure)
    if words is None:
        score = score_name(feature)
        return say("high {score}", score=score) if high else say("low {score}", score=score)
    return words[0] if high else words[1]
