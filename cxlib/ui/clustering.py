"""Clusters of customers on the Segments page: chosen, checked, shown, and saved for every page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from cxlib.charts import clusters as charts
from cxlib.charts.cluster_words import feature_name
from cxlib.charts.clusters import Told
from cxlib.charts.scores import Look
from cxlib.charts.words import count
from cxlib.engine.embedded import Cursor
from cxlib.locale.speak import say
from cxlib.models.cluster_checks import check_clusters, verdict
from cxlib.models.cluster_profile import profiles
from cxlib.models.clusters import (
    KMEANS,
    MIXTURE,
    MOST,
    SAMPLE,
    Choice,
    fit_clusters,
    sample_rows,
)
from cxlib.stats.customer_features import (
    TIMES,
    CustomerTable,
    Feature,
    Part,
    feature_of,
    measures_of,
    read_customer_table,
    read_spellings,
)
from cxlib.tables.linked import Neighbourhood
from cxlib.tables.opened import open_source
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.ui import card, head, jobs, keeping, load, session, show
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.keeping import ListDraft
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

USUAL = ("recency", "frequency", "monetary", "nps", "csat", "tickets", "active_days", "fee")
MOST_USUAL = 4
SHARED = 0.2
"""Share of the customers in view that another file has to know for its features to be offered."""
AUTOMATIC = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """A feature that can be chosen, and the dataset that tells it."""

    dataset: Dataset
    feature: Feature


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A clustering to be made: everything that its result follows from.

    Attributes:
        home: whose customers are in view.
        selection: filters and days of `home`.
        offers: the chosen features.
        choice: method and number of clusters.
        level: confidence level of limits.
        around: what datasets lend each other.
    """

    home: Dataset
    selection: Selection
    offers: tuple[Offer, ...]
    choice: Choice
    level: float
    around: Neighbourhood

    @property
    def key(self) -> str:
        """What identifies the result; saving a list elsewhere does not change it."""
        files = sorted({f"{one.dataset.id} {one.dataset.file.stem}" for one in self.offers})
        lent = set(load.using(self.selection)) - set(self.home.columns)
        basis = self.home.key if lent else f"{self.home.id} {self.home.file.stem}"
        what = [(one.dataset.id, one.feature.measure) for one in self.offers]
        return f"clusters {basis} {files} {what} {self.selection} {self.choice} {self.level} " + (
            f"{self.around.rules}"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What the charts tell, and who was left out."""

    told: Told
    customers: int
    lacking: tuple[tuple[Feature, int], ...]


def offers_customers(dataset: Dataset) -> bool:
    """Whether a dataset knows its customers and tells numbers about them."""
    return dataset.kind in TIMES and bool(_measures(dataset))


def tab() -> None:
    """Draw the tab, with its own head."""
    if not any(offers_customers(one) for one in session.datasets()):
        st.info(
            say(
                "Clusters need a file with a customer column: orders, answers, tickets, events or "
                "contracts. Upload one on the Data page."
            ),
            icon=":material/scatter_plot:",
        )
        return
    names = {
        "transactions": say("Orders"),
        "subscriptions": say("Contracts"),
        "events": say("Events"),
        "survey": say("Survey"),
        "tickets": say("Tickets"),
    }
    with show.errors():
        kind = head.either(names, key="clusters_from", fits=offers_customers)
        view = head.head(kind, compare=False, fits=offers_customers)
        asked = _chosen(view)
        if asked is not None:
            answer = _found(asked)
            if answer is not None:
                _show(asked, answer, view)
    keeping.saved_lists()


def _chosen(view: View) -> Asked | None:
    """The controls; None while fewer than two features are chosen."""
    offers = _offers(view.dataset)
    by_name = {_label(one, view.dataset): one for one in offers}
    chosen = st.multiselect(
        say("Features"),
        list(by_name),
        default=_usual(by_name),
        key=f"clusters_features_{view.dataset.id}",
        persist_state="page",
        help=say("Numbers about each customer, also from other files that know the customer."),
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="clusters_controls"):
        choice = _choice()
    if len(chosen) < 2:
        st.info(say("Choose at least two features."), icon=":material/rule:")
        return None
    picked = tuple(by_name[one] for one in chosen)
    return Asked(view.dataset, view.selection, picked, choice, view.level, session.around())


def _choice() -> Choice:
    methods = {KMEANS: say("k-means"), MIXTURE: say("Gaussian mixture")}
    method = st.selectbox(
        say("Method"),
        list(methods),
        format_func=methods.__getitem__,
        key="clusters_method",
        bind="query-params",
        width=170,
    )
    number = st.selectbox(
        say("Number of clusters"),
        [AUTOMATIC, *range(2, MOST + 1)],
        format_func=lambda k: str(k) if k else say("Automatic"),
        key="clusters_k",
        bind="query-params",
        width=150,
    )
    return Choice(method or KMEANS, number or None)


def _show(asked: Asked, answer: Answer, view: View) -> None:
    told = answer.told
    look = Look(say("Clusters"), view.dataset.name, view.words(), view.level)
    _coverage(answer)
    doubtful = verdict(told.found, told.checks) in charts.DOUBTFUL
    said = f"**{plain(charts.verdict_words(told))}.** {plain(charts.advice(told))}"
    if doubtful:
        st.warning(said, icon=":material/blur_on:")
    else:
        st.success(said, icon=":material/scatter_plot:")
    card.show(charts.profile_chart(told, look), key="clusters_profile")
    several = told.found.choice.method == MIXTURE and len(told.found.tried) > 1
    with head.cards():
        card.show(charts.size_chart(told, look), key="clusters_sizes")
        card.show(charts.structure_chart(told, look), key="clusters_structure")
        if several:
            card.show(charts.bic_chart(told, look), key="clusters_bic")
            card.show(charts.stability_table(told, look), key="clusters_stability")
    if not several:
        card.show(charts.stability_table(told, look), key="clusters_stability")
    draft = ListDraft(
        home=asked.home,
        name=say("Clusters of {name}", name=keeping.short_name(asked.home)),
        column=say("cluster"),
        origin=_origin(asked),
    )
    keeping.save_button(draft, lambda: _groups(asked, told), key="clusters")


def _coverage(answer: Answer) -> None:
    """How many customers have all features, and why the others are left out."""
    n, left = answer.told.found.n, answer.customers - answer.told.found.n
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(
            say(
                "{n} of {all} customers have all chosen features",
                n=count(n),
                all=count(answer.customers),
            ),
            width="content",
        )
        if left:
            with st.popover(say("{n} left out", n=count(left)), type="tertiary"):
                for feature, several in answer.lacking:
                    name = f"{feature_name(feature)} ({feature.source})"
                    st.markdown(
                        f"**{count(several)}** · {plain(say('no value: {name}', name=name))}"
                    )


def _origin(asked: Asked) -> str:
    """What the clusters were made from, in words."""
    features = " + ".join(feature_name(one.feature) for one in asked.offers)
    parts = (asked.home.name, asked.selection.words(), features)
    return " · ".join(part for part in parts if part)


def _found(asked: Asked) -> Answer | None:
    """The clusters, found in the background; None while they are looked for or were stopped."""
    cursors = session.engine_factory()

    def work(progress: Progress) -> Answer:
        backend = cursors()
        try:
            table = _read(asked, backend)
        finally:
            backend.disconnect()
        return _answer(asked, table, progress)

    jobs.start(asked.key, say("Looking for clusters"), work)
    found = jobs.result(asked.key)
    return found if isinstance(found, Answer) else None


def _answer(asked: Asked, table: CustomerTable, progress: Progress) -> Answer:
    complete = table.complete
    values = table.values[complete]
    keys = [key for key, whole in zip(table.keys, complete.tolist(), strict=True) if whole]
    names = [feature_name(one) for one in table.features]
    found = fit_clusters(
        values,
        names=names,
        keys=keys,
        choice=asked.choice,
        report=lambda done: progress.report(0.1 + 0.3 * done),
        stopped=progress.cancelled,
    )
    checks = check_clusters(
        found,
        found.scale.points(values),
        sample_rows(keys, SAMPLE),
        report=lambda done: progress.report(0.4 + 0.6 * done),
        stopped=progress.cancelled,
    )
    revenue = None if table.revenue is None else table.revenue[complete]
    told = Told(
        found, checks, profiles(found, values, revenue=revenue, level=asked.level), table.features
    )
    return Answer(told, len(table.keys), table.lacking())


def _groups(asked: Asked, told: Told) -> dict[str, str]:
    """Each customer, as the file in view writes it, to the name of its cluster."""
    backend = session.open_cursor()
    try:
        table = _read(asked, backend)
        written = read_spellings(open_source(asked.home, backend), rules=asked.around.rules)
    finally:
        backend.disconnect()
    complete = table.complete
    labels = told.found.fitted.labels(told.found.scale.points(table.values[complete])).tolist()
    names = told.names()
    keys = (key for key, whole in zip(table.keys, complete.tolist(), strict=True) if whole)
    return {written[key]: names[label] for key, label in zip(keys, labels, strict=True)}


def _read(asked: Asked, backend: Cursor) -> CustomerTable:
    """One row a customer, all files on one engine."""
    using = [one for one in load.using(asked.selection) if one not in asked.home.columns]
    home = open_source(asked.home, backend, using=using, around=asked.around)
    parts: list[Part] = []
    for one in asked.offers:
        same = [place for place, part in enumerate(parts) if part.source.name == one.dataset.name]
        if same:
            part = parts[same[0]]
            parts[same[0]] = replace(part, measures=(*part.measures, one.feature.measure))
            continue
        own = one.dataset.id == asked.home.id
        source = home if own else open_source(one.dataset, backend)
        selection = asked.selection if own else EVERYTHING
        parts.append(Part(source, (one.feature.measure,), selection))
    if not any("monetary" in measures_of(part.source) for part in parts):
        parts += [Part(home, ())] if "monetary" in measures_of(home) else []
    return read_customer_table(home, parts, rules=asked.around.rules, selection=asked.selection)


def _offers(home: Dataset) -> tuple[Offer, ...]:
    """Features of the file in view, then those of other files that know enough of its customers."""
    others = [one for one in reversed(session.datasets()) if one.id != home.id]
    rules = session.around().rules
    near = [home]
    for one in others:
        if one.kind in TIMES and _measures(one):
            share = load.matches((home, one), rules).share(home.name, one.name)
            if share is not None and share >= SHARED:
                near.append(one)
    return tuple(Offer(one, feature) for one in near for feature in _measures(one))


@load.kept(50)
def _measures(dataset: Dataset) -> tuple[Feature, ...]:
    with session.opened(dataset) as source:
        return tuple(feature_of(source, one) for one in measures_of(source))


def _label(one: Offer, home: Dataset) -> str:
    """A feature's name, with its file where that is not the one in view."""
    name = feature_name(one.feature)
    return name if one.dataset.id == home.id else f"{name} ({one.dataset.name})"


def _usual(by_name: dict[str, Offer]) -> list[str]:
    """What is chosen to begin with: a few features, one of each sort."""
    found: dict[str, str] = {}
    for name, one in by_name.items():
        if one.feature.measure in USUAL:
            found.setdefault(one.feature.measure, name)
    usual = [found[measure] for measure in USUAL if measure in found][:MOST_USUAL]
    return usual if len(usual) >= 2 else list(by_name)[:2]
