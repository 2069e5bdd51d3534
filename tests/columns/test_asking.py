"""What cannot be known from the cells is asked."""

from __future__ import annotations

from cxlib.columns.guess import guess


def asked(profile, amounts: list[str]) -> list[str]:
    cells = {
        "customer": [f"c{i % 7}" for i in range(len(amounts))],
        "order date": [f"2024-03-{1 + i % 28:02d}" for i in range(len(amounts))],
        "amount": amounts,
    }
    found = guess(profile(cells), name="orders.csv")
    assert found.kind == "transactions"
    return [one.text for one in found.questions if one.column == "amount"]


def test_mixed_currencies(profile):
    mixed = asked(profile, ["Rp 12.000,00", "USD 12,50"] * 20)
    assert len(mixed) == 1
    assert "IDR, USD" in mixed[0]
    assert asked(profile, ["Rp 12.000,00", "IDR 12.500,75"] * 20) == []


def test_an_unsure_decimal_mark(profile):
    unsure = asked(profile, ["12.500", "7.250", "1.125"] * 14)
    assert len(unsure) == 1
    assert "12.500" in unsure[0]
    assert asked(profile, ["12.500", "7.25"] * 20) == []
