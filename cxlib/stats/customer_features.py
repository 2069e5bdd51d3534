"""Numbers about each customer from several files, joined by the customer's key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.columns.keys import KeyRules, key_of
from cxlib.columns.numbers import MONEY
from cxlib.columns.typed import RAW
from cxlib.engine import portable
from cxlib.stats.asked import last_day
from cxlib.tables.linked import KEY
from cxlib.tables.orders import orders
from cxlib.tables.question import ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.subscribed import subscribed
from cxlib.tables.surveys import is_counted, score_roles

Floats = NDArray[np.float64]

TIMES = {
    "survey": ("answered",),
    "transactions": ("ordered",),
    "subscriptions": ("started",),
    "events": ("happened",),
    "tickets": ("created", "changed"),
}
"""Kinds of file that tell numbers about customers, and the roles that may date a row."""
COUNTS = ("tickets", "active_days")
"""Measures that are 0, and not unknown, for customers whom the file does not have."""
SPENT = "monetary"


@dataclass(frozen=True, slots=True)
class Feature:
    """One number about each customer.

    Attributes:
        source: the name of the dataset that tells it.
        measure: `recency`, `frequency`, `monetary`, `mean_order`, `tenure` (of buying),
            `subscribed`, `fee`, `tickets`, `active_days`, or the role of a score.
        title: the column of a rating; empty for others.
    """

    source: str
    measure: str
    title: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What one source contributes: its measures, over the rows of a selection."""

    source: Source
    measures: tuple[str, ...]
    selection: Selection = EVERYTHING


@dataclass(frozen=True, slots=True, eq=False)
class CustomerTable:
    """One row a customer, in the order of the keys.

    Attributes:
        features: the columns of `values`.
        values: shape (customers, features); NaN where a number is not known.
        keys: each customer's key, by which files are joined; never shown.
        revenue: what each customer spent, in the currency, shape (customers,), 0 for who bought
            nothing; None where no file tells amounts.
    """

    features: tuple[Feature, ...]
    values: Floats
    keys: tuple[str, ...] = field(repr=False)
    revenue: Floats | None

    @property
    def complete(self) -> NDArray[np.bool_]:
        """Which customers have all features, shape (customers,)."""
        return np.asarray(~np.isnan(self.values).any(axis=1), np.bool_)

    def lacking(self) -> tuple[tuple[Feature, int], ...]:
        """Customers left out by the first feature that they lack, most first; no zeros."""
        blank = np.isnan(self.values)
        first = blank.argmax(axis=1)[blank.any(axis=1)]
        counts = np.bincount(first, minlength=len(self.features)).tolist()
        pairs = [pair for pair in zip(self.features, counts, strict=True) if pair[1]]
        return tuple(sorted(pairs, key=lambda pair: -pair[1]))


def measures_of(source: Source) -> tuple[str, ...]:
    """The numbers about customers that a source can tell; empty where it knows no customers."""
    if not source.has("customer"):
        return ()
    kind = source.mapping.kind
    if kind == "transactions":
        if not source.has("ordered"):
            return ()
        money = (SPENT, "mean_order") if source.has("amount") else ()
        return ("recency", "frequency", *money, "tenure")
    if kind == "survey":
        scores = score_roles(source.mapping)
        return tuple(one for one in scores if not is_counted(source.mapping, one))
    if kind == "subscriptions":
        if not (source.has("started") and source.has("ended")):
            return ()
        return ("subscribed", "fee") if source.has("fee") else ("subscribed",)
    if kind == "events":
        return ("active_days",) if source.has("happened") else ()
    return ("tickets",) if kind == "tickets" else ()


def feature_of(source: Source, measure: str) -> Feature:
    """One of a source's measures as a feature."""
    title = ""
    if measure.startswith("rating_"):
        title = source.mapping.columns("rating")[int(measure.rpartition("_")[2]) - 1]
    return Feature(source.name, measure, title)


def customers_in_view(source: Source, *, rules: KeyRules, selection: Selection) -> ir.Table:
    """One row a customer with a usable row in the selection: the customer's `KEY`. Lazy."""
    return _kept(source, rules, selection).select(KEY).distinct()


def customer_measures(part: Part, *, rules: KeyRules) -> ir.Table:
    """One row a customer of a source: `KEY` and each measure of the part (float64). Lazy.

    Times are days up to the selection's last day, else the last day of the whole file. A score is
    the customer's last answer; of answers at the same moment, the last in the file. The fee is the
    highest one of a customer's contracts. A query finds the last day where days are counted.
    """
    kind = part.source.mapping.kind
    if kind == "survey":
        return _last_scores(part, rules)
    grouped = {
        "transactions": _buying,
        "subscriptions": _subscribed,
        "events": _counted,
        "tickets": _counted,
    }[kind](part, rules)
    return grouped.select(KEY, *part.measures)


def customer_table(
    home: Source, parts: Sequence[Part], *, rules: KeyRules, selection: Selection = EVERYTHING
) -> ir.Table:
    """One row a customer in view: `KEY`, and `0:<measure>` and so on for each part. Lazy.

    Args:
        home: whose customers are in view.
        parts: what each source contributes; all on one engine.
        rules: what does not matter when two customers are compared.
        selection: filters and days of `home`.
    """
    table = customers_in_view(home, rules=rules, selection=selection)
    for place, part in enumerate(parts):
        right = customer_measures(part, rules=rules)
        right = right.rename({_column(place, one): one for one in part.measures} | {"other": KEY})
        joined = table.left_join(right, table[KEY] == right["other"]).drop("other")
        counted = [_column(place, one) for one in part.measures if one in COUNTS]
        table = joined.mutate(**{one: joined[one].fill_null(0.0) for one in counted})
    return table


def spellings(source: Source, *, rules: KeyRules) -> ir.Table:
    """One row a customer: `KEY`, and `customer`, one way in which the file writes it. Lazy.

    The spelling is what the file says, also where customers are masked: it is for joins alone.
    """
    kept = _kept(source, rules, EVERYTHING)
    written = kept[RAW] if RAW in kept.columns else kept.customer
    return kept.group_by(KEY).agg(customer=written.min())


def read_customer_table(
    home: Source, parts: Sequence[Part], *, rules: KeyRules, selection: Selection = EVERYTHING
) -> CustomerTable:
    """Join the parts to the customers in view and read one row a customer.

    What a customer spent comes along from the first part of transactions with amounts.

    Args:
        home: whose customers are in view.
        parts: what each source contributes; all on one engine.
        rules: what does not matter when two customers are compared.
        selection: filters and days of `home`.
    """
    asked = list(parts)
    paid = next((i for i, one in enumerate(asked) if SPENT in measures_of(one.source)), None)
    if paid is not None and SPENT not in asked[paid].measures:
        one = asked[paid]
        asked[paid] = Part(one.source, (*one.measures, SPENT), one.selection)
    found = customer_table(home, asked, rules=rules, selection=selection).to_pyarrow()
    # Sorted here, because engines do not agree on the order of text.
    found = found.sort_by(KEY)
    wanted = [(i, part, one) for i, part in enumerate(parts) for one in part.measures]
    columns = [_floats(found[_column(i, one)]) for i, _, one in wanted]
    spent = None if paid is None else np.nan_to_num(_floats(found[_column(paid, SPENT)]))
    return CustomerTable(
        tuple(feature_of(part.source, one) for _, part, one in wanted),
        np.column_stack(columns) if columns else np.empty((len(found), 0)),
        tuple(found[KEY].to_pylist()),
        spent,
    )


def by_key(source: Source, *, rules: KeyRules) -> Source:
    """The same source with each customer's key as the customer, so that spellings are one."""
    written = source.table[RAW] if RAW in source.table.columns else source.table.customer
    return replace(source, table=source.table.mutate(customer=key_of(written, rules)))


def read_spellings(source: Source, *, rules: KeyRules) -> dict[str, str]:
    """A customer's key to one way in which the file writes it; for joins, never shown."""
    found = spellings(source, rules=rules).to_pyarrow()
    return dict(zip(found[KEY].to_pylist(), found["customer"].to_pylist(), strict=True))


def _column(place: int, measure: str) -> str:
    return f"{place}:{measure}"


def _floats(column: object) -> Floats:
    numbers: Floats = column.to_numpy()  # type: ignore[attr-defined]
    return numbers.astype(np.float64)


def _keyed(table: ir.Table, rules: KeyRules) -> ir.Table:
    """The rows whose customer is known, with the key."""
    written = table[RAW] if RAW in table.columns else table.customer
    keyed = table.mutate(**{KEY: key_of(written, rules)})
    return keyed.filter(keyed[KEY].notnull())


def _time(source: Source) -> str:
    roles = TIMES[source.mapping.kind]
    return next((one for one in roles if source.has(one)), roles[0])


def _kept(source: Source, rules: KeyRules, selection: Selection) -> ir.Table:
    """Rows of the selection whose customer is known."""
    time = _time(source) if selection.dated else None
    return _keyed(ask(source, selection, roles=["customer"], time=time).kept, rules)


def _buying(part: Part, rules: KeyRules) -> ir.Table:
    source = part.source
    paid = source.has("amount")
    lines = _keyed(orders(source, selection=part.selection, spend=paid).kept, rules)
    numbered = "order" in lines.columns
    counted = lines.order.nunique() if numbered else portable.count()
    money = {SPENT: lines.amount.sum().cast("float64") / MONEY} if paid else {}
    each = lines.group_by(KEY).agg(
        first=lines.day.min(), last=lines.day.max(), frequency=counted.cast("float64"), **money
    )
    end = ibis.literal(part.selection.until or last_day(source, "ordered"))
    found = each.mutate(
        recency=portable.days_between(each["last"], end).cast("float64"),
        tenure=portable.days_between(each["first"], end).cast("float64"),
    )
    return found.mutate(mean_order=found[SPENT] / found.frequency) if paid else found


def _subscribed(part: Part, rules: KeyRules) -> ir.Table:
    """Days from the first start to the last end, or to the cut-off; and the highest fee."""
    asked = subscribed(part.source, selection=part.selection)
    held = _keyed(asked.question.kept, rules)
    each = held.group_by(KEY).agg(
        first=held.begins.min(),
        last=ibis.least(held.ends, ibis.literal(asked.observed)).max(),
        fee=held.fee.max().cast("float64") / MONEY,
    )
    return each.mutate(
        subscribed=portable.days_between(each["first"], each["last"]).cast("float64")
    )


def _counted(part: Part, rules: KeyRules) -> ir.Table:
    """Tickets, or days with an event."""
    source, selection = part.source, part.selection
    if source.mapping.kind == "events":
        question = ask(source, selection, roles=["customer"], time="happened")
        kept = _keyed(question.kept, rules)
        return kept.group_by(KEY).agg(active_days=kept.day.nunique().cast("float64"))
    kept = _kept(source, rules, selection)
    number = kept.ticket.nunique() if source.has("ticket") else portable.count()
    return kept.group_by(KEY).agg(tickets=number.cast("float64"))


def _last_scores(part: Part, rules: KeyRules) -> ir.Table:
    """The last valid answer to each score; null where a customer has none."""
    source = part.source
    kept = _kept(source, rules, part.selection)
    table = kept.select(KEY).distinct()
    for score in part.measures:
        said = kept.filter(kept[f"{score}_problem"].isnull())
        latest = [said.row.desc()]
        if source.has("answered"):
            moment = ibis.coalesce(said.answered, ibis.timestamp("1900-01-01 00:00:00"))
            latest = [moment.desc(), *latest]
        back = ibis.window(group_by=said[KEY], order_by=latest)
        ranked = said.select(
            other=said[KEY],
            **{score: said[score].cast("float64")},
            place=ibis.row_number().over(back),
        )
        last = ranked.filter(ranked.place == 0).drop("place")
        table = table.left_join(last, table[KEY] == last["other"]).drop("other")
    return table
