"""What the lists of the package are called in the reader's language; those of analysts stay."""

from __future__ import annotations

from cxlib.locale.speak import say
from cxlib.text.pillars import standard_pillars
from cxlib.text.taxonomy import Taxonomy, standard_emotions, standard_themes


def themes() -> Taxonomy:
    """The standard themes."""
    return _named(standard_themes())


def pillars() -> Taxonomy:
    """The four pillars."""
    return _named(standard_pillars())


def emotions() -> Taxonomy:
    """Emotions, effort and ease."""
    return _named(standard_emotions())


def _named(taxonomy: Taxonomy) -> Taxonomy:
    names = _names()
    return Taxonomy(tuple((names.get(name, name), words) for name, words in taxonomy.themes))


def _names() -> dict[str, str]:
    return {
        "delivery": say("delivery"),
        "price": say("price"),
        "staff": say("staff"),
        "service": say("service"),
        "app": say("app"),
        "quality": say("quality"),
        "packaging": say("packaging"),
        "waiting": say("waiting"),
        "ease": say("ease"),
        "refund": say("refund"),
        "communication": say("communication"),
        "cleanliness": say("cleanliness"),
        "food": say("food"),
        "place": say("place"),
        "payment": say("payment"),
        "personalisation": say("personalisation"),
        "speed": say("speed"),
        "empathy": say("empathy"),
        "joy": say("joy"),
        "gratitude": say("gratitude"),
        "anger": say("anger"),
        "sadness": say("sadness"),
        "fear": say("fear"),
        "surprise": say("surprise"),
        "effort": say("effort"),
    }
