"""What to be careful about where customers were watched only some time after their start."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cxlib.locale.speak import say
from cxlib.models.crossing import FEW
from cxlib.models.group_names import first_few, group_name
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.stats.groups import Group


def late_notes(curves: Mapping[Group, SurvivalCurve]) -> tuple[str, ...]:
    """A sentence for each matter, naming the groups; none where all were watched from the start."""
    unseen = _named(curves, unseen_until)
    emptied = _named(curves, emptied_at)
    thin = _named(curves, thin_until)
    matters = (
        (
            unseen,
            say(
                "Nobody is watched in the beginning: the curve tells who stays of those still "
                "there then: {groups}.",
                groups=first_few([_until(name, time) for name, time in unseen]),
            ),
        ),
        (
            emptied,
            say(
                "All customers watched at a time left at it, though others are watched later; the "
                "curve is 0 from there on, which rests on these few: {groups}.",
                groups=first_few([_from(name, time) for name, time in emptied]),
            ),
        ),
        (
            thin,
            say(
                "Fewer than {few} customers are watched in the beginning, and all later values "
                "rest on them: {groups}.",
                few=FEW,
                groups=first_few([_until(name, time) for name, time in thin]),
            ),
        ),
    )
    return tuple(sentence for members, sentence in matters if members)


def unseen_until(curve: SurvivalCurve) -> float | None:
    """The time up to which nobody was watched; None where somebody was from the start on."""
    first = next((i for i, n in enumerate(curve.at_risk) if i and n), None)
    return curve.times[first - 1] if first is not None and curve.times[first - 1] > 0 else None


def emptied_at(curve: SurvivalCurve) -> float | None:
    """The time at which all watched customers left while others were watched later, or None."""
    empty = next((i for i, share in enumerate(curve.survival) if share == 0), None)
    if empty is None or not any(curve.at_risk[empty + 1 :]):
        return None
    return curve.times[empty]


def thin_until(curve: SurvivalCurve) -> float | None:
    """The time up to which some, but fewer than `FEW`, were watched, with more later; or None."""
    enough = next((i for i, n in enumerate(curve.at_risk) if i and n >= FEW), None)
    if enough is None or enough < 2 or not any(0 < n < FEW for n in curve.at_risk[1:enough]):
        return None
    return curve.times[enough - 1]


def _named(
    curves: Mapping[Group, SurvivalCurve], when: Callable[[SurvivalCurve], float | None]
) -> list[tuple[str, float]]:
    found = ((group_name(group), when(curve)) for group, curve in curves.items())
    return [(name, time) for name, time in found if time is not None]


def _until(name: str, time: float) -> str:
    return say("{group} until {time}", group=name, time=f"{time:g}")


def _from(name: str, time: float) -> str:
    return say("{group} from {time}", group=name, time=f"{time:g}")
