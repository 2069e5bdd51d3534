"""Experience, retention and money: how much longer promoters stay, and what that is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import SurvivalAt, SurvivalCurve
from cxlib.models.log_rank import LogRank
from cxlib.models.retention import retention
from cxlib.models.rmst import Rmst, RmstContrast, rmst_difference
from cxlib.stats.groups import Group
from cxlib.stats.landmarks import EXPERIENCES, PROMOTER, Stay

EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class ExperienceImpact:
    """Customers of one experience, from their answer on.

    Attributes:
        experience: promoter, passive or detractor.
        curve: their Kaplan-Meier curve.
        at: the curve at the times asked for.
        tau: end of the window of the mean; None where there is none.
        mean: mean time active before tau; None where the follow-up ends before tau.
        fee: mean fee a unit of time; None where no fee is known.
        value: what a customer pays on average before tau, `fee` times the mean; None without.
        stay_gap: how much longer promoters are active before tau, with limits; None without.
        gap: what a customer would pay more on average if they stayed like promoters; None without.
        at_risk: `gap` times the customers; None without.
        low: lower limit of `at_risk`; None where the data show no spread.
        high: upper limit, None as `low`.
    """

    experience: str
    curve: SurvivalCurve
    at: tuple[SurvivalAt, ...]
    tau: float | None
    mean: Rmst | None
    fee: float | None
    value: float | None
    stay_gap: RmstContrast | None
    gap: float | None
    at_risk: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Impact:
    """Promoters, passives and detractors side by side; those without customers are absent.

    Attributes:
        groups: promoters first.
        test: log-rank test over them; None where it could not be made.
        notes: what to be careful about.
    """

    groups: tuple[ExperienceImpact, ...]
    test: LogRank | None
    notes: tuple[str, ...]


def impact(
    stays: Mapping[str, Stay],
    *,
    times: Sequence[float],
    tau: float | None = None,
    level: float = 0.95,
) -> Impact:
    """Survival from the answer on, and the money that would stay if all stayed like promoters.

    The money at risk is fee times customers times the difference of restricted means. Fees are
    taken as they are, so the limits are those of the difference. It is an association: promoters
    may differ from others in more than their experience.

    Args:
        stays: experience to its customers, durations in the unit of the fee.
        times: where to read the curves, in that unit.
        tau: end of the window; None for the last of `times`, or less where the follow-up is.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: there are no customers.
        BadOption: a time is negative, tau is not above 0, or the level is out of range.

    Source:
        Difference of restricted means: Uno et al., Journal of Clinical Oncology 32(22), 2014.
    """
    known = {name: stays[name] for name in EXPERIENCES if name in stays and stays[name].lives.n}
    if not known:
        hint = "Check that both files write the customer alike, and the dates of the answers."
        raise NotEnoughData("Impact", have=0, need=1, unit="customer", hint=hint)
    groups = {Group(EXPERIENCE, name): stay.lives for name, stay in known.items()}
    found = retention(groups, times=times, tau=tau, level=level)
    means = {one.group.value: one.mean for one in found.groups}
    best = means.get(PROMOTER)
    rows = []
    for one, (name, stay) in zip(found.groups, known.items(), strict=True):
        gap = _stay_gap(name, one.mean, best, level)
        fee = stay.mean_fee
        value = None if fee is None or one.mean is None else fee * one.mean.value
        money = _money(gap, fee, one.curve.n)
        rows.append(
            ExperienceImpact(
                experience=name,
                curve=one.curve,
                at=one.at,
                tau=one.tau,
                mean=one.mean,
                fee=fee,
                value=value,
                stay_gap=gap,
                gap=None if fee is None or gap is None else fee * gap.value,
                at_risk=money[0],
                low=money[1],
                high=money[2],
            )
        )
    test = found.tests[0].result if found.tests else None
    return Impact(tuple(rows), test, (*_notes(known), *found.notes))


def _stay_gap(name: str, mean: Rmst | None, best: Rmst | None, level: float) -> RmstContrast | None:
    """How much longer promoters stay than a group; for themselves nothing, and that for sure."""
    if mean is None or best is None:
        return None
    if name == PROMOTER:
        return RmstContrast(0.0, 0.0, 0.0, None)
    return rmst_difference(best, mean, level=level)


def _money(
    gap: RmstContrast | None, fee: float | None, customers: int
) -> tuple[float | None, float | None, float | None]:
    """A gap in time as money of all customers of the group, with limits."""
    if gap is None or fee is None:
        return None, None, None
    total = fee * customers
    low = None if gap.low is None else total * gap.low
    high = None if gap.high is None else total * gap.high
    return total * gap.value, low, high


def _notes(known: Mapping[str, Stay]) -> list[str]:
    notes = [
        say(
            "This is an association: promoters may differ from others in more than their "
            "experience, so a better experience need not keep as many."
        )
    ]
    if PROMOTER not in known:
        notes.append(say("No promoter was still a customer, so there is nobody to compare with."))
    customers = sum(stay.lives.n for stay in known.values())
    missing = customers - sum(stay.fees for stay in known.values())
    if missing == customers:
        notes.append(say("No fee is known, so that there is no money: map one with fee=COLUMN."))
    elif missing:
        notes.append(
            say("Customers without a fee count with the mean fee of their group: {n}.", n=missing)
        )
    return notes
