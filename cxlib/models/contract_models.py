"""A contract's value by six models side by side: which to believe, and how far they part."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from cxlib.models.contract import ContractValue, value_of
from cxlib.models.contract_terms import LONGEST, Terms
from cxlib.models.projection import Projection, project
from cxlib.models.stay_curve import StayCurve, stay_curve
from cxlib.stats.lives import Lives

FAR = 0.05
"""Plausible models this far apart, as a share of the recommended value, make it a guess."""


@dataclass(frozen=True, slots=True)
class ModelCurves:
    """What each model makes of how long customers stay.

    Attributes:
        projection: AIC and holdout of the models, and which are plausible.
        observed: the Kaplan-Meier curve.
        curves: a curve a model, in the order of `projection.models`: lowest AIC first.
    """

    projection: Projection
    observed: StayCurve
    curves: tuple[StayCurve, ...]

    @property
    def best(self) -> StayCurve:
        """The recommended model's curve."""
        return next(one for one in self.curves if one.method == self.projection.best)


@dataclass(frozen=True, slots=True)
class ValueModels:
    """What each model makes of the value of a contract.

    Attributes:
        curves: the models.
        observed: the value by Kaplan-Meier, held at its last value beyond the data.
        values: a value a model, in the order of `curves`.
    """

    curves: ModelCurves
    observed: ContractValue
    values: tuple[ContractValue, ...]

    @property
    def best(self) -> ContractValue:
        """The recommended model's value."""
        return next(one for one in self.values if one.model == self.curves.projection.best)

    @property
    def plausible(self) -> tuple[ContractValue, ...]:
        """The values of models that describe the data, the recommended one among them."""
        return tuple(one for one in self.values if one.model in self.curves.projection.plausible)

    @property
    def low(self) -> float:
        """The lowest value by a plausible model."""
        return min(one.value for one in self.plausible)

    @property
    def high(self) -> float:
        """The highest value by a plausible model."""
        return max(one.value for one in self.plausible)

    @property
    def beyond(self) -> bool:
        """Whether any payment is due beyond the longest follow-up."""
        return self.best.beyond > 0

    @property
    def guess(self) -> bool:
        """Whether models that describe the data alike part by more than `FAR` of the value."""
        return self.beyond and self.high - self.low > FAR * self.best.value


def model_curves(lives: Lives, *, level: float = 0.95) -> ModelCurves:
    """Fit six models and say which to believe.

    Recommended and plausible are as in `project`: by AIC on one likelihood, and by the error in the
    holdout where the data are long enough for one.

    Args:
        lives: event table with durations in periods.
        level: confidence level of the limits.

    Raises:
        NotEnoughData: no customers, nobody left, or too few different durations or periods.

    Source:
        As `project`.
    """
    found = project(lives, horizon=min(LONGEST, max(1, ceil(lives.longest))), level=level)
    curves = tuple(stay_curve(lives, one.model, level=level) for one in found.models)
    return ModelCurves(found, stay_curve(lives, level=level), curves)


def value_models(curves: ModelCurves, terms: Terms) -> ValueModels:
    """Value a contract by each of the models; see `contract_value`."""
    return ValueModels(
        curves=curves,
        observed=value_of(curves.observed, terms),
        values=tuple(value_of(one, terms) for one in curves.curves),
    )
