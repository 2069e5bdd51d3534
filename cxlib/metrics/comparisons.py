"""Many tests at once: how a p-value is adjusted for having looked at its neighbours too."""

from __future__ import annotations

from collections.abc import Sequence


def benjamini_hochberg(p: Sequence[float | None]) -> tuple[float | None, ...]:
    """Adjusted p-values that keep the share of false alarms among the findings in check.

    Calling every adjusted value below q a finding makes, on average, at most the share q of the
    findings false. That is not the chance that any one of them is false.

    Args:
        p: p-values of one family of tests, in any order, shape (m,), each from 0 to 1; None where
            a test could not be made, which then does not count in the family.

    Returns:
        Adjusted values in the order given, from 0 to 1, each at least its p-value; None stays None.

    Raises:
        ValueError: a p-value is not from 0 to 1.

    Source:
        Benjamini & Hochberg, Journal of the Royal Statistical Society B 57(1), 1995.
    """
    known = [(value, place) for place, value in enumerate(p) if value is not None]
    if not all(0 <= value <= 1 for value, _ in known):
        raise ValueError("A p-value lies between 0 and 1.")
    adjusted: list[float | None] = [None] * len(p)
    smallest = 1.0
    ranked = sorted(known, reverse=True)
    for rank, (value, place) in zip(range(len(ranked), 0, -1), ranked, strict=True):
        smallest = min(smallest, value * len(ranked) / rank)
        adjusted[place] = smallest
    return tuple(adjusted)
