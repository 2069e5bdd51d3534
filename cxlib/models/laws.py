"""Laws of time as heights: the share still there and the density, with their derivatives."""

from __future__ import annotations

from math import exp, inf, lgamma, log, pi, sin
from typing import Literal, get_args

import numpy as np
from scipy.special import expit, log_expit, log_ndtr

from cxlib.stats.purchases import Real

Law = Literal["exponential", "weibull", "log-normal", "log-logistic"]
LAWS: tuple[Law, ...] = get_args(Law)
LEVEL, SHAPE = range(2)
"""Places of the two parameters: the height at the typical time, and the log of the shape."""
HUGE = 700.0
_ROOT = 0.5 * log(2 * pi)


def law_survival(law: Law, typical: float, theta: Real, times: Real | list[float]) -> Real:
    """Share still there at some times, under a law with its level and log shape."""
    logs = np.log(np.maximum(np.asarray(times, float), 1e-300) / typical)
    return np.exp(log_survival(law, theta[LEVEL] + np.exp(theta[SHAPE]) * logs)[0])


def law_mean(law: Law, typical: float, theta: Real) -> float:
    """Mean time that customers stay under a law, in its unit; infinite where it is.

    It rests on the whole tail of the law, most of which no data may have reached.
    """
    shape = exp(theta[SHAPE])
    logs = log(typical) - theta[LEVEL] / shape
    if law == "log-normal":
        logs += 0.5 / shape**2
    elif law == "log-logistic":
        turn = pi / shape
        logs = logs + log(turn / sin(turn)) if shape > 1 else inf
    else:
        logs += lgamma(1 + 1 / shape)
    return exp(logs) if logs < HUGE else inf


def log_survival(law: Law, z: Real) -> tuple[Real, Real]:
    """Log of the share still there at a height z, and its derivative."""
    if law == "log-normal":
        there = np.asarray(log_ndtr(-z), float)
        return there, -np.exp(-0.5 * z**2 - _ROOT - there)
    if law == "log-logistic":
        return np.asarray(log_expit(-z), float), -np.asarray(expit(z), float)
    risen = np.exp(np.minimum(z, HUGE))
    return -risen, -risen


def log_density(law: Law, z: Real) -> tuple[Real, Real]:
    """Log of the density of z, and its derivative."""
    if law == "log-normal":
        return -0.5 * z**2 - _ROOT, -z
    if law == "log-logistic":
        both = log_expit(-z) + log_expit(z)
        return np.asarray(both, float), 1 - 2 * np.asarray(expit(z), float)
    risen = np.exp(np.minimum(z, HUGE))
    return z - risen, 1 - risen


def log_gone(on: Real, slope: Real) -> tuple[Real, Real]:
    """Log of 1 - exp(on) for on below 0, and its derivative, given the derivative of `on`."""
    on = np.clip(on, -HUGE, -1e-300)
    return np.log(-np.expm1(on)), slope / -np.expm1(-on)
