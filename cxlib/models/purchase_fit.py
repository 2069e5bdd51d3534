"""Fitting purchase models by maximum likelihood, and saying how far a fit can be trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.maximum import Maximum, maximise
from cxlib.models.purchase_model import NOTHING, PROCESSES, PurchaseFit
from cxlib.models.purchase_process import PurchaseProcess
from cxlib.models.tuples import Tuples, age_tuples, distinct_tuples
from cxlib.stats.purchases import Histories

BEST = "best"
CONTINUOUS = ("bg-nbd", "mbg-nbd", "pareto-nbd")
MODELS = (*PROCESSES, BEST)

LONGEST = 10.0
"""The longest age is scaled to this before a search: then all log parameters are near 0."""
RATE, SCALE, CHANCE, DROPPING = (-9.0, 12.0), (-9.0, 21.0), (-9.0, 12.0), (-12.0, 13.0)
"""Ranges of log parameters: of r, of alpha as a time, of alpha and beta of BG/BB, of drop-out."""
WITHOUT = (float(np.log(NOTHING)), 0.0)
"""Logs of the drop-out parameters of a model in which nobody leaves."""
FEW = 30
DOMINANT, QUIET = 0.25, 0.05
"""Shares worth a note: repeat purchases by one customer; customers who bought in the later half."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A maximum in scaled time, and whether it is the one without drop-out."""

    top: Maximum
    no_dropout: bool


def fit_purchases(histories: Histories, *, model: str, unit_days: float) -> PurchaseFit:
    """Fit a model of purchases and drop-out by maximum likelihood.

    Args:
        histories: purchase histories, shape (k,). In days for the models in continuous time; for
            "bg-bb" in whole units: `frequency` units after the first with a purchase,
            `recency` the last such unit, `age` all units after the first.
        model: "bg-nbd", "mbg-nbd", "pareto-nbd", "bg-bb", or "best": the one of the first three
            with the highest log-likelihood (all have four parameters, so also the lowest AIC).
        unit_days: days in the unit of time, e.g. 1, 7 or 365.25 / 12. It changes alpha and beta,
            not the predictions.

    Returns:
        The fit. Where the histories show no drop-out the likelihood has no finite maximum; the
        fit is then its limit, purchases alone, with `no_dropout` set and said in the notes.

    Raises:
        NotEnoughData: no customer bought again.
        BadOption: unknown model, or a unit of no length.

    Source:
        Likelihoods: see the modules of the models. Limit: Ehrenberg, Applied Statistics 8, 1959
        (negative binomial purchases).
    """
    if model not in MODELS:
        raise BadOption(f"There is no purchase model '{model}'; choose {', '.join(MODELS)}.")
    if not unit_days > 0:
        raise BadOption(f"The unit of time must be longer than 0 days; it is {unit_days}.")
    _require_repeats(histories)
    with threadpool_limits(1, "blas"):
        if model == BEST:
            return _best([_fit(histories, PROCESSES[name], unit_days) for name in CONTINUOUS])
        return _fit(histories, PROCESSES[model], unit_days)


def _require_repeats(histories: Histories) -> None:
    hint = "Widen the dates, end the observation later, or drop a filter."
    if histories.repeaters == 0:
        raise NotEnoughData("The purchase model", have=0, need=1, unit="repeat buyer", hint=hint)


def _fit(histories: Histories, process: PurchaseProcess, unit_days: float) -> PurchaseFit:
    unit = 1.0 if process.whole_units else unit_days
    tuples, _ = distinct_tuples(histories, unit)
    scale = LONGEST / tuples.times.max() if process.timed else 1.0
    found = _search(process, tuples.scaled(scale))
    # A purchase adds one density in time, so the unit of time enters once a purchase.
    value = found.top.log_likelihood + np.log(scale) * float(tuples.n @ tuples.xs[tuples.x])
    theta = found.top.theta.copy()
    theta[list(process.timed)] -= np.log(scale)
    values = np.exp(theta)
    if found.no_dropout:
        values[2:] = 0.0, 1.0
    spread = found.top.covariance
    errors = None
    if spread is not None and not found.no_dropout:
        errors = tuple((values * np.sqrt(np.diag(spread))).tolist())
    count = 2 if found.no_dropout else 4
    return PurchaseFit(
        model=process.name,
        parameters=tuple(zip(process.parameters, values.tolist(), strict=True)),
        standard_errors=errors,
        log_covariance=None if spread is None else tuple(map(tuple, spread.tolist())),
        log_likelihood=float(value),
        aic=2 * count - 2 * float(value),
        n=histories.total,
        unit_days=unit_days,
        no_dropout=found.no_dropout,
        notes=(*_notes(process, found, histories.repeaters), *_data_notes(histories)),
    )


def _search(process: PurchaseProcess, tuples: Tuples) -> _Found:
    """The maximum with drop-out, or the one without where drop-out does not show."""
    plain = _without_dropout(process, tuples)
    bound = process.likelihood(tuples)
    objective = partial(bound.value, n=tuples.n)
    bounds = (*_buying(process), DROPPING, DROPPING)
    buying = plain.theta[:2]
    top = maximise(objective, [np.array([*buying, -0.2, 0.9])], bounds)
    if _doubtful(top, plain):
        starts = [np.array([*buying, *drop]) for drop in ((-2.0, 2.0), (-2.0, -2.0))]
        again = maximise(objective, [*starts, np.zeros(4)], bounds)
        top = max(top, again, key=lambda end: end.log_likelihood)
    gain = top.log_likelihood - plain.log_likelihood
    gone = 1 - float(tuples.n @ bound.alive(top.theta)) / float(tuples.n.sum())
    # At the limit the likelihood is flat and hardly anybody is taken to have left.
    fades = gain < 0.5 and gone < 0.05 and top.covariance is None
    if gain < 0.05 or fades:
        return _Found(plain, no_dropout=True)
    return _Found(top, no_dropout=False)


def _without_dropout(process: PurchaseProcess, tuples: Tuples) -> Maximum:
    """The maximum among models in which nobody leaves; recency then carries nothing."""
    short = age_tuples(tuples)
    objective = partial(process.likelihood(short).value, n=short.n)
    rate = float(short.n @ short.xs[short.x]) / float(short.n @ short.times[short.end])
    start = np.array([0.0, -np.log(rate) if process.timed else 0.0, *WITHOUT])
    held = tuple((value, value) for value in WITHOUT)
    top = maximise(objective, [start], (*_buying(process), *held))
    return replace(top, edge=(*top.edge[:2], False, False))


def _buying(process: PurchaseProcess) -> tuple[tuple[float, float], tuple[float, float]]:
    """Range of the logs of the first two parameters."""
    return RATE, SCALE if process.timed else CHANCE


def _doubtful(top: Maximum, plain: Maximum) -> bool:
    """Whether a search should be repeated from other places."""
    unsettled = not top.converged or top.covariance is None
    return unsettled or top.log_likelihood - plain.log_likelihood < 0.5


def _best(fits: list[PurchaseFit]) -> PurchaseFit:
    top = max(fits, key=lambda fit: fit.log_likelihood)
    shown = ", ".join(f"{fit.model} {fit.log_likelihood:.2f}" for fit in fits)
    note = say("Chosen for the highest log-likelihood: {shown}.", shown=shown)
    return replace(top, notes=(note, *top.notes))


def _notes(process: PurchaseProcess, found: _Found, repeaters: int) -> tuple[str, ...]:
    top, notes = found.top, []
    settled = top.converged and (top.covariance is not None or found.no_dropout)
    ran = [name for name, edge in zip(process.parameters, top.edge, strict=True) if edge]
    if not top.converged:
        notes.append(say("The search did not settle on a maximum; treat the values as rough."))
    elif settled and not ran:
        notes.append(say("The search settled on a clear maximum of the likelihood."))
    if ran:
        notes.append(
            say(
                "These data do not pin down {names}: the likelihood rises to the edge of the "
                "range searched.",
                names=", ".join(ran),
            )
        )
    elif top.converged and not settled:
        notes.append(say("The likelihood is nearly flat: other values fit these data as well."))
    if repeaters < FEW:
        notes.append(say("Few customers bought again ({n}): all values are rough.", n=repeaters))
    return (*notes, *_model_notes(process, found.no_dropout))


def _data_notes(histories: Histories) -> list[str]:
    """What in the histories themselves makes a fit misleading."""
    notes = []
    if histories.total == 1:
        notes.append(
            say("There is one customer only, so drawing customers anew gives limits without width.")
        )
    share = float(histories.frequency.max() / (histories.n @ histories.frequency))
    if share > DOMINANT and histories.repeaters > 1:
        notes.append(
            say(
                "One customer made {share} of all repeat purchases, and the values lean on it; "
                "try without it.",
                share=f"{share:.0%}",
            )
        )
    late = 2 * (histories.age - histories.recency) < histories.age.max()
    bought = int(histories.n[late].sum())
    if bought < QUIET * histories.total:
        notes.append(
            say(
                "Only {n} of {total} customers bought in the later half of the time observed: "
                "check that the last dates are right, or end the observation earlier.",
                n=bought,
                total=histories.total,
            )
        )
    return notes


def _model_notes(process: PurchaseProcess, no_dropout: bool) -> tuple[str, ...]:
    if no_dropout and process.whole_units:
        return (
            say(
                "No drop-out is visible in this window; the model reduces to beta-binomial "
                "purchases, in which nobody leaves."
            ),
        )
    if no_dropout:
        return (
            say(
                "No drop-out is visible in this window; the model reduces to NBD purchases, in "
                "which nobody leaves."
            ),
        )
    if process.name == "bg-nbd":
        return (
            say(
                "BG/NBD takes customers without a repeat purchase to be still there, "
                "P(alive) = 1; MBG/NBD does not."
            ),
        )
    return ()
