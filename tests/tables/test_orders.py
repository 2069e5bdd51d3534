"""Which order lines count as purchases."""

from __future__ import annotations

from datetime import datetime

import pytest

from cxlib.errors import BadOption
from cxlib.tables.orders import orders
from cxlib.tables.question import read_coverage
from tests.handmade import source_of

DAY = datetime(2025, 1, 1, 8)
REFUND = "return or refund (amount below zero)"


def reasons(backend, **values) -> list[str | None]:
    rows = len(values["amount"])
    roles = {"customer": ["ann"] * rows, "ordered": [DAY] * rows, **values}
    question = orders(source_of(backend, "transactions", roles))
    found = question.table.select("row", "reason").to_pandas().sort_values("row")
    return [None if reason is None else str(reason) for reason in found.reason]


def test_a_refund_is_left_out_and_a_free_order_is_not(backend):
    assert reasons(backend, amount=[-1, 0, 1, None]) == [REFUND, None, None, "amount is blank"]


def test_a_negative_quantity_is_a_return_even_at_a_positive_amount(backend):
    found = reasons(backend, amount=[5, 5, 5, -5], quantity=[-1.0, 0.0, None, 1.0])
    assert found == ["return or refund (quantity below zero)", None, None, REFUND]


def test_a_cancellation_is_a_negative_order_with_its_mark(backend):
    # A positive line of an order called C17 is a purchase; C1x is no cancellation's number.
    found = reasons(
        backend,
        amount=[-5, -5, -5, -5, 5, -5],
        order=["C17", "c9", "17", "C1x", "C17", None],
    )
    assert found == ["cancelled order", "cancelled order", REFUND, REFUND, None, REFUND]


def test_the_quantity_marks_a_cancellation_too(backend):
    found = reasons(backend, amount=[0, 0], quantity=[-1.0, 1.0], order=["C1", "C2"])
    assert found == ["cancelled order", None]


def test_a_cancellation_without_quantities_is_seen_by_its_amount(backend):
    found = reasons(backend, amount=[-5, 5], quantity=[None, None], order=["C1", "C2"])
    assert found == ["cancelled order", None]


def test_a_refund_of_nobody_is_left_out_for_its_customer(backend):
    # What a row lacks comes before what kind of row it is.
    assert reasons(backend, customer=[None], amount=[-5]) == ["customer is blank"]
    assert reasons(backend, ordered=[...], amount=[-5]) == ["ordered is wrong"]


def test_an_order_without_amount_counts_where_money_does_not_matter(backend):
    values = {"customer": ["ann", "ann", None], "ordered": [DAY] * 3, "amount": [None, 5, 5]}
    source = source_of(backend, "transactions", values)
    assert read_coverage(orders(source)).used == 1
    assert read_coverage(orders(source, spend=False)).used == 2


def test_orders_need_a_customer(backend):
    source = source_of(backend, "transactions", {"ordered": [DAY], "amount": [1]})
    with pytest.raises(BadOption, match=r"known as 'customer'.*--map customer=COLUMN"):
        orders(source)
