"""Clusters of customers as charts: whether there are any, what they are like, how firm they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.cluster_words import cluster_names, feature_names
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import UNKNOWN, count, level_text, number
from cxlib.locale.speak import say
from cxlib.models.cluster_checks import PATTERN, STABLE, SURE, WEAK, Checks, verdict
from cxlib.models.cluster_profile import Mean, Profile
from cxlib.models.clusters import FEWEST_EACH, KMEANS, Clusters
from cxlib.stats.customer_features import Feature

DOUBTFUL = ("none", "apart")
"""Verdicts by which the clusters are no groups of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """All that the charts of one clustering tell.

    Attributes:
        found: the clusters.
        checks: what speaks for and against them.
        profiles: what the customers of each are like, largest first.
        features: what they were made of.
    """

    found: Clusters
    checks: Checks
    profiles: tuple[Profile, ...]
    features: tuple[Feature, ...]

    def names(self) -> tuple[str, ...]:
        """What the clusters are called."""
        return cluster_names(self.profiles, self.features)


def cluster_method(told: Told) -> str:
    """How the clusters were found."""
    found = told.found
    names = feature_names(told.features)
    logged = ", ".join(
        name for name, one in zip(names, found.scale.logged.tolist(), strict=True) if one
    )
    parts = [
        say(
            "k-means on standardised features (Lloyd, 1982); the number of clusters by the mean "
            "silhouette (Rousseeuw, 1987), unless it was chosen by hand."
        )
        if found.choice.method == KMEANS
        else say(
            "A mixture of normal distributions on standardised features; the number of clusters "
            "by BIC (Fraley & Raftery, 2002), unless it was chosen by hand."
        )
    ]
    if logged:
        parts.append(say("Skewed features are taken as log(1 + x): {names}.", names=logged))
    if found.sample < found.n:
        parts.append(
            say(
                "Fitted on {sample} of {n} customers, chosen by a hash of their keys; all were "
                "then given the nearest cluster.",
                sample=count(found.sample),
                n=count(found.n),
            )
        )
    return " ".join(parts)


def verdict_words(told: Told) -> str:
    """Whether there are clusters, in one line."""
    k = told.found.fitted.k
    return {
        "none": say("No clear groups were found"),
        "apart": say("The groups stand apart no more than with shuffled columns"),
        "weak": say("{k} groups, more than chance, that overlap", k=k),
        "clear": say("{k} groups that stand apart", k=k),
    }[verdict(told.found, told.checks)]


def advice(told: Told) -> str:
    """What the verdict means for whoever wants to use the clusters."""
    kind = verdict(told.found, told.checks)
    if kind == "none":
        return say(
            "The parts below are handy cuts through customers who differ by degrees: other data "
            "would be cut elsewhere. Use them to sort customers, not as types of customers."
        )
    if kind == "apart":
        return say(
            "Single features tell these groups: a filter on the one that stands out says the "
            "same and is easier to explain."
        )
    return say(
        "Read the stability of each cluster before you use it: only stable ones would be found "
        "again in other data."
    )


def structure_chart(told: Told, look: Look) -> Chart:
    """How clear the clusters are, beside data whose columns were shuffled; titled by the verdict.

    Args:
        told: what was found.
        look: names and level.
    """
    found, shuffles = told.found, told.checks.shuffles
    own, made = say("These customers"), say("Columns shuffled (lowest to highest)")
    bands = [
        Point(mean, low, high, shuffles.customers)
        for mean, low, high in zip(shuffles.mean, shuffles.low, shuffles.high, strict=True)
    ]
    several = len(shuffles.numbers) > 1
    # Of one number of clusters both are measured on the same customers.
    values = [(one.value, one.allowed) for one in found.tried]
    if not several:
        values = [(shuffles.own[0], True)]
    points = tuple(Point(value, n=found.sample, hollow=not fine) for value, fine in values)
    labels = tuple(str(k) for k in shuffles.numbers)
    series: tuple[Series, ...] = (
        Series(own, points, "accent"),
        Series(made, tuple(bands), "muted", dashed=True),
    )
    if not several:
        labels = (own, made)
        series = (Series(say("Mean silhouette"), (*points, *bands), "accent"),)
    return Chart(
        kind=Kind.LINE if several else Kind.INTERVALS,
        title=verdict_words(told),
        labels=labels,
        series=series,
        axis=Axis(say("Mean silhouette"), None, None, ".2f"),
        x_axis=None,
        subtitle=_subtitle(look, told),
        method=f"{cluster_method(told)} {_shuffle_method(told)}",
        source=look.source,
        n=found.n,
        notes=tuple(_notes(told)),
    )


def bic_chart(told: Told, look: Look) -> Chart:
    """BIC of each number of parts of a mixture; the lowest is the best."""
    found = told.found
    best = min(found.tried, key=lambda one: one.value)
    return Chart(
        kind=Kind.LINE,
        title=say("BIC is lowest with {k} clusters", k=best.k),
        labels=tuple(str(one.k) for one in found.tried),
        series=(
            Series(
                "BIC",
                tuple(Point(x.value, n=found.sample, hollow=not x.allowed) for x in found.tried),
                "accent",
            ),
        ),
        axis=Axis(say("BIC (lower is better)"), None, None, ",.0f"),
        subtitle=look.selection,
        method=cluster_method(told),
        source=look.source,
        n=found.n,
        notes=(_hollow(),) if any(not one.allowed for one in found.tried) else (),
    )


def profile_chart(told: Told, look: Look) -> Chart:
    """Standardised means of each cluster as shades, with the raw means in the table below."""
    names, titles = told.names(), feature_names(told.features)
    rows = tuple(
        Series(
            name,
            tuple(
                Point(None, n=one.n)
                if mean is None
                else Point(mean.mean, mean.low, mean.high, one.n)
                for mean in (one.standardised or (None,) * len(titles))
            ),
        )
        for name, one in zip(names, told.profiles, strict=True)
    )
    forms = [_form([p.raw[i].mean for p in told.profiles if p.raw]) for i in range(len(titles))]
    cells: list[tuple[Cell, ...]] = [
        (
            name,
            one.n,
            *(
                _mean_cell(mean, form)
                for mean, form in zip(one.raw or (None,) * len(titles), forms, strict=True)
            ),
        )
        for name, one in zip(names, told.profiles, strict=True)
    ]
    level = level_text(look.level)
    columns = (say("Cluster"), say("Customers"), *titles)
    return Chart(
        kind=Kind.HEAT,
        poles=True,
        title=say("What the customers of each cluster are like"),
        labels=titles,
        series=rows,
        axis=Axis(say("Standard deviations from the mean of all"), None, None, "+.1f"),
        subtitle=_subtitle(look, told),
        method=cluster_method(told)
        + " "
        + say(
            "Shades: the cluster's mean less that of all customers, in standard deviations. "
            "Names come from the features that are at least {least} away. Limits are Student's, "
            "for means of customers like these; clusters were made to differ, so they test "
            "nothing.",
            least=number(0.5, ".1f"),
        ),
        source=look.source,
        n=told.found.n,
        level=look.level,
        below=Table(columns, tuple(cells), ("", ",d", *("" for _ in titles))),
        notes=(
            say("The table holds means as the files tell them, with {level} limits.", level=level),
            *_few(told),
        ),
    )


def size_chart(told: Told, look: Look) -> Chart:
    """Share of the customers, and of what they spent, of each cluster."""
    names = told.names()
    shares = tuple(Point(one.share, n=one.n) for one in told.profiles)
    paid = all(one.revenue is not None for one in told.profiles)
    series = [Series(say("Customers"), shares, "muted")]
    first = told.profiles[0]
    title = say("{name}: {share} of the customers", name=names[0], share=number(first.share, ".0%"))
    if paid:
        place = max(range(len(names)), key=lambda i: told.profiles[i].revenue or 0.0)
        top = told.profiles[place]
        revenue = tuple(Point(one.revenue, n=one.n) for one in told.profiles)
        series.append(Series(say("Revenue"), revenue, "accent"))
        title = say(
            "{name}: {share} of the customers, {part} of the revenue",
            name=names[place],
            share=number(top.share, ".0%"),
            part=number(top.revenue, ".0%"),
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=title,
        labels=names,
        series=tuple(series),
        axis=Axis(say("Share of all"), 0, None, ".0%"),
        subtitle=_subtitle(look, told),
        method=cluster_method(told),
        source=look.source,
        n=told.found.n,
    )


def stability_table(told: Told, look: Look) -> Chart:
    """How well each cluster is found again in other samples, in words too."""
    rows: list[tuple[Cell, ...]] = [
        (name, one.n, alike, stability_words(alike))
        for name, one, alike in zip(told.names(), told.profiles, told.checks.stability, strict=True)
    ]
    firm = sum(alike is not None and alike >= STABLE for alike in told.checks.stability)
    return Chart(
        kind=Kind.TABLE,
        title=say("{firm} of {k} parts are cut alike in other samples", firm=firm, k=len(rows))
        if verdict(told.found, told.checks) in DOUBTFUL
        else say("{firm} of {k} clusters are stable", firm=firm, k=len(rows)),
        subtitle=_subtitle(look, told),
        method=say(
            "{times} samples of {n} customers, drawn with replacement, are clustered anew; the "
            "Jaccard similarity of each cluster with its best likeness there is averaged (Hennig, "
            "2007). From {stable} a cluster is stable, below {pattern} it is not to be trusted. "
            "Stable parts are no proof of groups: a long row of customers is halved at the same "
            "place each time.",
            times=told.checks.resamples,
            n=count(told.checks.resampled),
            stable=number(STABLE, ".2f"),
            pattern=number(PATTERN, ".2f"),
        ),
        source=look.source,
        n=told.found.n,
        table=Table(
            (
                say("Cluster"),
                say("Customers"),
                say("Jaccard similarity"),
                say("In other samples"),
            ),
            tuple(rows),
            ("", ",d", ".2f", ""),
        ),
    )


def stability_words(alike: float | None) -> str:
    """A mean Jaccard similarity in words."""
    if alike is None:
        return say("not known")
    if alike >= STABLE:
        return say("stable")
    return (
        say("a pattern, its borders are not certain") if alike >= PATTERN else say("do not trust")
    )


def _subtitle(look: Look, told: Told) -> str:
    features = " + ".join(feature_names(told.features))
    return " · ".join(part for part in (features, look.selection) if part)


def _shuffle_method(told: Told) -> str:
    return say(
        "Beside it: {n} data sets of {customers} customers without groups, in which each column "
        "keeps its values and each pair its correlation (Iman & Conover, 1982), treated in the "
        "same way. Groups are spoken of only where none of them is as clear, and the "
        "silhouette is above {weak} (Kaufman & Rousseeuw, 1990).",
        n=told.checks.shuffles.n,
        customers=count(told.checks.shuffles.customers),
        weak=number(WEAK, ".2f"),
    )


def _notes(told: Told) -> list[str]:
    found, shuffles = told.found, told.checks.shuffles
    notes = [
        say(
            "{better} of {n} data sets with shuffled columns are at least as clear (p = {p}).",
            better=shuffles.better,
            n=shuffles.n,
            p=p_text(shuffles.p),
        )
    ]
    if shuffles.p <= SURE and found.silhouette <= WEAK:
        notes.append(
            say(
                "The features hang together in more than a straight line, but a mean silhouette "
                "of {value} is too low for groups.",
                value=number(found.silhouette, ".2f"),
            )
        )
    if found.single:
        notes.append(say("BIC holds one group for better than any other number."))
    if any(not one.allowed for one in found.tried) and found.choice.method == KMEANS:
        notes.append(_hollow())
    return notes


def _hollow() -> str:
    return say(
        "Hollow: too many of these clusters have fewer than {few} customers or 1% of them, so that "
        "this number is not chosen by itself.",
        few=FEWEST_EACH,
    )


def _few(told: Told) -> tuple[str, ...]:
    if all(one.raw is not None for one in told.profiles):
        return ()
    return (say("Means of fewer than {few} customers are not shown.", few=FEWEST_EACH),)


def _form(means: Sequence[float]) -> str:
    largest = max(map(abs, means), default=0.0)
    return ",.0f" if largest >= 100 else ",.1f" if largest >= 10 else ",.2f"


def _mean_cell(mean: Mean | None, form: str) -> str:
    if mean is None:
        return UNKNOWN
    return f"{number(mean.mean, form)} ({number(mean.low, form)} – {number(mean.high, form)})"
