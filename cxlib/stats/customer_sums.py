"""Sums that keep the answers of a customer together: what limits need when customers repeat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxlib.stats.scores import ScoreCounts

Real = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class CustomerSums:
    """Products of answers of the same customer, added up over customers.

    A customer is the vector h: the sum of the weights of those of their answers in the group that
    gave each score. The vector t is the same over all groups of the column.

    Attributes:
        within: sum of h h', shape (scores, scores).
        across: sum of h t', shape (scores, scores); None for a period, which is not compared.
        customers: customers with an answer in the group; an answer of which the customer is not
            known counts as one.
        alone: those of them with no answer in another group.
        everybody: customers with an answer in any group.
        worth: what an answer with each score counts, where h is (number, worth) and shapes are
            (2, 2); None where h is by score.
    """

    within: Real
    across: Real | None
    customers: int
    alone: int
    everybody: int
    worth: tuple[float, ...] | None = None

    @property
    def elsewhere(self) -> int:
        """Customers with an answer in another group."""
        return self.everybody - self.alone

    def rest(self, whole: Real) -> CustomerSums:
        """The same of all other groups of the column together.

        Args:
            whole: sum of t t', of the shape of `within`.
        """
        if self.across is None:
            raise ValueError("The sums of a period have no rest.")
        return CustomerSums(
            within=whole - self.across - self.across.T + self.within,
            across=whole - self.across,
            customers=self.elsewhere,
            alone=self.everybody - self.customers,
            everybody=self.everybody,
            worth=self.worth,
        )

    def of(self, worth: Sequence[float]) -> CustomerSums:
        """The same for the number of answers and the sum of what they are worth.

        Args:
            worth: what an answer with each score counts, shape (scores,).
        """
        if self.worth is not None:
            if self.worth != tuple(worth):
                raise ValueError("These sums were taken for another worth.")
            return self
        basis = basis_of(worth)
        across = None if self.across is None else basis.T @ self.across @ basis
        within = basis.T @ self.within @ basis
        return replace(self, within=within, across=across, worth=tuple(worth))

    def __add__(self, other: CustomerSums) -> CustomerSums:
        """Pool two samples that share no customer."""
        known = self.across is not None and other.across is not None
        return CustomerSums(
            self.within + other.within,
            self.across + other.across if known else None,  # type: ignore[operator]
            self.customers + other.customers,
            self.alone + other.alone,
            self.everybody + other.everybody,
            self.worth,
        )


def basis_of(worth: Sequence[float]) -> Real:
    """Scores to (number, worth), shape (scores, 2)."""
    return np.column_stack([np.ones(len(worth)), np.asarray(worth, float)])


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """The answers of customers with more than one, a row for each customer, group and score.

    Attributes:
        customer: a customer's number, from 0, shape (rows,).
        score: the score's place on the scale, from 0, shape (rows,).
        mine: sum of the weights, shape (rows,); squares: sum of their squares.
        n: answers, shape (rows,).
        groups: for each column the place of a row's value, shape (rows,), and the values.
        scores: how many scores the scale has.
    """

    customer: Whole
    score: Whole
    mine: Real
    squares: Real
    n: Real
    groups: tuple[tuple[Whole, list[Any]], ...]
    scores: int

    @property
    def customers(self) -> int:
        """Customers with more than one answer."""
        return int(self.customer.max()) + 1 if len(self.customer) else 0

    def crossed(self, places: Sequence[int]) -> tuple[Whole, list[tuple[Any, ...]]]:
        """The place of each row's combination of values of some columns, and the combinations."""
        codes = np.zeros(len(self.customer), np.int64)
        values: list[tuple[Any, ...]] = [()]
        for place in places:
            more, known = self.groups[place]
            codes = codes * len(known) + more
            values = [(*before, value) for before in values for value in known]
        return codes, values

    def sums(
        self,
        places: Sequence[int],
        counts: dict[tuple[Any, ...], ScoreCounts],
        *,
        total: int,
        compared: bool = True,
        worth: Sequence[float] | None = None,
    ) -> dict[tuple[Any, ...], CustomerSums]:
        """The sums of each group that has a histogram.

        Args:
            places: the columns whose values together make a group; none for all answers.
            counts: combination of values to the histogram of all its answers.
            total: all answers.
            compared: whether the products across groups are wanted.
            worth: what an answer with each score counts; None for sums by score.
        """
        basis = np.eye(self.scores) if worth is None else basis_of(worth)
        group, values = self.crossed(places)
        found = _Products.of(self, group, len(values), basis, compared=compared)
        own = np.bincount(
            group * self.scores + self.score, self.squares, len(values) * self.scores
        ).reshape(-1, self.scores)
        everybody = total - round(float(self.n.sum())) + self.customers
        place_of = {value: place for place, value in enumerate(values)}
        sums = {}
        for key, histogram in counts.items():
            squares = np.asarray(histogram.squares)
            within = across = np.zeros((basis.shape[1],) * 2)
            customers = alone = histogram.total
            place = place_of.get(key)
            if place is not None:
                squares = squares - own[place]
                within, across = found.within[place], found.across[place]
                customers += int(found.customers[place]) - round(float(found.answers[place]))
                alone += int(found.alone[place]) - round(float(found.answers[place]))
            single = basis.T @ (squares[:, None] * basis)
            sums[key] = CustomerSums(
                within + single,
                across + single if compared else None,
                customers,
                alone,
                everybody,
                None if worth is None else tuple(worth),
            )
        return sums


@dataclass(frozen=True, slots=True, eq=False)
class _Products:
    """Sums over the customers of `Answered` by group, each array with the groups first."""

    within: Real
    across: Real
    customers: Whole
    alone: Whole
    answers: Real

    @classmethod
    def of(
        cls, rows: Answered, group: Whole, groups: int, basis: Real, *, compared: bool
    ) -> _Products:
        keys, place = np.unique(rows.customer * groups + group, return_inverse=True)
        who, where = np.divmod(keys, groups)
        marks = rows.mine[:, None] * basis[rows.score]
        size = basis.shape[1]
        here = [np.bincount(place, marks[:, k], len(keys)) for k in range(size)]
        all_of = [np.bincount(rows.customer, marks[:, k])[who] for k in range(size)]
        answers = np.bincount(place, rows.n, len(keys))
        lone = answers == np.bincount(rows.customer, rows.n)[who]
        within, across = (np.zeros((groups, size, size)) for _ in range(2))
        for i in range(size):
            for j in range(size):
                if j >= i:
                    within[:, i, j] = np.bincount(where, here[i] * here[j], groups)
                    within[:, j, i] = within[:, i, j]
                if compared:
                    across[:, i, j] = np.bincount(where, here[i] * all_of[j], groups)
        return cls(
            within,
            across,
            np.bincount(where, minlength=groups),
            np.bincount(where, lone, groups).astype(np.int64),
            np.bincount(where, answers, groups).astype(np.float64),
        )
