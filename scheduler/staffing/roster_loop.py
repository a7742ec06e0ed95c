"""Requirement → roster → predicted service → raised requirement, until the roster itself meets the goals.

A roster does not follow its requirement exactly. Where it is short, a backlog forms that later intervals must clear
though they have all the agents asked for: there the requirement is raised (a cut, Atlason, Epelman & Henderson 2004).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from forecasts.forecast import Forecast
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.chain import advance
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.forward import beginning, predict_forward, staff_interval
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import misses, service_of
from scheduler.staffing.requirement import DEFERRABLE, Requirement, Service
from scheduler.staffing.shrinkage import NOBODY, for_chats
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

ROUNDS = 3
_TOLERANCE = 1e-6

NOTHING_WAITS: Mapping[str, Numbers] = MappingProxyType({})

Flags = NDArray[np.bool_]
RosterT = TypeVar("RosterT")


@dataclass(frozen=True, slots=True)
class Rostered(Generic[RosterT]):
    """A roster, whatever its type, and the standard agents that it covers: skill to array of shape (intervals,)."""

    roster: RosterT
    cover: Mapping[str, Numbers]


@dataclass(frozen=True, eq=False, slots=True)
class ServedRoster(Generic[RosterT]):
    """`asked`: the requirement that the roster was made for; `service`: what it gives; `lost`: customers lost in all;
    `unmet`: skill to whether an interval still misses a goal, shape (intervals,).
    """

    rostered: Rostered[RosterT]
    asked: Mapping[str, Numbers]
    service: Mapping[str, Service]
    unmet: Mapping[str, Flags]
    lost: float

    @property
    def intervals_unmet(self) -> int:
        """How many intervals of all skills miss a goal."""
        return int(sum(missed.sum() for missed in self.unmet.values()))


Solve = Callable[[Mapping[str, Numbers]], Rostered[RosterT] | None]
"""From the requirement by skill, unrounded standard agents, shape (intervals,), to a roster; None for no more."""


def served_roster(
    forecast: Forecast,
    goals: Mapping[str, Goals],
    requirement: Requirement,
    solve: Solve[RosterT],
    rounds: int = ROUNDS,
) -> ServedRoster[RosterT]:
    """Of at most `rounds` rosters the one with the fewest intervals that miss a goal, of those the one that loses the
    fewest customers. Ends early when nothing is missed that agents asked for could mend, or when `solve` has no more
    roster to give. Raises InputError as `staff`, and LookupError when there is no roster at all.
    """
    found = list(_rounds(forecast, goals, requirement, solve, rounds))
    if not found:
        raise LookupError("there is no roster")
    return min(found, key=lambda one: (one.intervals_unmet, one.lost))


def raised(
    forecast: Forecast,
    asked: Mapping[str, Numbers],
    cover: Mapping[str, Numbers],
    goals: Mapping[str, Goals],
    waiting: Mapping[str, Numbers] = NOTHING_WAITS,
) -> dict[str, Numbers]:
    """The requirement `asked` for, raised where `cover` misses a goal to what the backlog found there needs; `waiting`:
    skill to the agents on work that may wait, who serve no chats.
    """
    return {
        skill: _raised(forecast.horizon, arrivals, asked[skill], cover[skill], its, waiting.get(skill, NOBODY))
        for skill, arrivals, its in _skills(forecast, goals)
    }


def _rounds(
    forecast: Forecast, goals: Mapping[str, Goals], requirement: Requirement, solve: Solve[RosterT], rounds: int
) -> Iterator[ServedRoster[RosterT]]:
    asked: Mapping[str, Numbers] = {skill: part.requirement for skill, part in requirement}
    waiting = {skill: part.curves[DEFERRABLE] for skill, part in requirement if DEFERRABLE in part.curves}
    for _ in range(rounds):
        rostered = solve(asked)
        if rostered is None:
            return
        yield _served(forecast, goals, asked, rostered, waiting)
        higher = raised(forecast, asked, rostered.cover, goals, waiting)
        if all(np.array_equal(higher[skill], asked[skill]) for skill in asked):
            return
        asked = higher


def _served(
    forecast: Forecast,
    goals: Mapping[str, Goals],
    asked: Mapping[str, Numbers],
    rostered: Rostered[RosterT],
    waiting: Mapping[str, Numbers],
) -> ServedRoster[RosterT]:
    service: dict[str, Service] = {}
    unmet: dict[str, Flags] = {}
    for skill, arrivals, its in _skills(forecast, goals):
        shrinkage = shrinkage_of(its, forecast.horizon)
        working = for_chats(rostered.cover[skill], shrinkage, waiting.get(skill, NOBODY))
        given = tuple(
            predict_forward(arrivals.steps, working, arrivals.step_seconds, arrivals.before, its, arrivals.own)
        )
        service[skill] = service_of(given)
        unmet[skill] = np.array([bool(misses(one, own)) for one, own in zip(given, arrivals.own, strict=True)])
    lost = sum(float(part.lost.sum()) for part in service.values())
    return ServedRoster(rostered, asked, service, unmet, lost)


def _skills(forecast: Forecast, goals: Mapping[str, Goals]) -> Iterator[tuple[str, Arrivals, Goals]]:
    for skill, volume in checked_volumes(forecast, goals).items():
        its = goals_of(goals, skill)
        yield skill, arrivals_of(forecast.horizon, volume, its), its


def _raised(
    horizon: Horizon, arrivals: Arrivals, asked: Numbers, cover: Numbers, goals: Goals, waiting: Numbers
) -> Numbers:
    """Forward in time. Where the roster gives what was asked, the intervals after count on the agents asked for now;
    where it is short, they have to do with those it has.
    """
    wanted = arrivals.own
    pools, state = beginning(arrivals.steps, arrivals.step_seconds, arrivals.before, goals, wanted)
    higher, shrinkage = asked.copy(), shrinkage_of(goals, horizon)
    beside = np.broadcast_to(waiting, asked.shape)
    working = for_chats(cover, shrinkage, waiting)
    for number, volumes in enumerate(arrivals.steps):
        measures, after = advance(
            state, pools.of(float(working[number]), wanted[number]), volumes, arrivals.step_seconds
        )
        if misses(measures, wanted[number]):
            decision, mended = staff_interval(pools, state, volumes, arrivals.step_seconds, wanted[number])
            needed = (decision.agents + beside[number]) / (1 - shrinkage[number])
            higher[number] = max(asked[number], needed)
            after = mended if cover[number] >= asked[number] - _TOLERANCE else after
        state = after
    return higher
