"""What cover is worth: the customers lost with one agent fewer, in yuan, as the price of shortage.

Lost customers × conversion (share of inquiries that buy) × order value. The chain says how many more are lost, those
included whom the backlog left behind drives away later.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.chain import State, advance
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.forward import beginning
from scheduler.staffing.goals import Goals
from scheduler.staffing.pool import Pool
from scheduler.staffing.requirement import DEFERRABLE, Requirement, SkillRequirement
from scheduler.staffing.shrinkage import NOBODY
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

AFTERMATH_SECONDS = 3600.0
"""How long a backlog is followed: long against chats and patience."""


@dataclass(frozen=True, slots=True)
class CustomerWorth:
    """`conversion`: share of inquiries that end in an order, 0–1; `order_value`: yuan of one order."""

    conversion: float
    order_value: float

    @property
    def yuan(self) -> float:
        """What one customer is worth who asks."""
        return self.conversion * self.order_value


def lost_with_fewer(
    forecast: Forecast,
    requirement: Requirement,
    goals: Mapping[str, Goals],
    fewer: float = 1.0,
    skills: Collection[str] | None = None,
) -> dict[str, Numbers]:
    """Skill to customers lost more, shape (intervals,), when `fewer` of the base agents (or all, if there are not so
    many) are missing in that interval alone; for all skills unless told for which. Raises InputError as `staff` does.
    """
    volumes = checked_volumes(forecast, goals)
    return {
        skill: _lost(arrivals_of(forecast.horizon, volume, its), _chatting(requirement.skills[skill]), its, fewer)
        for skill, volume in volumes.items()
        for its in (goals_of(goals, skill),)
        if skills is None or skill in skills
    }


def value_of_cover(
    forecast: Forecast,
    requirement: Requirement,
    goals: Mapping[str, Goals],
    worth: Mapping[str, CustomerWorth],
    fewer: float = 1.0,
) -> dict[str, Numbers]:
    """Skill to yuan per rostered agent-hour short, shape (intervals,): the mean worth of each of the last `fewer`
    agents. One rostered agent is 1 - shrinkage at work. Skills without a worth are left out.
    """
    lost = lost_with_fewer(forecast, requirement, goals, fewer, worth.keys())
    hours = forecast.horizon.interval_hours
    value = {}
    for skill in sorted(worth.keys() & lost.keys()):
        missing = np.minimum(fewer, _chatting(requirement.skills[skill]))
        by_agent = np.divide(lost[skill], missing, out=np.zeros_like(missing), where=missing > 0)
        working = 1 - shrinkage_of(goals_of(goals, skill), forecast.horizon)
        value[skill] = by_agent * worth[skill].yuan * working / hours
    return value


def _chatting(part: SkillRequirement) -> Numbers:
    """The base agents who serve chats; work that may wait loses nobody."""
    chatting: Numbers = part.base - part.curves.get(DEFERRABLE, NOBODY)
    return chatting


def _lost(arrivals: Arrivals, present: Numbers, goals: Goals, fewer: float) -> Numbers:
    """Each interval tried from the state that the full staffing leaves before it."""
    own = arrivals.own or (goals,) * len(present)
    pools, state = beginning(arrivals.steps, arrivals.step_seconds, arrivals.before, goals, own)
    states, usual = [state], np.zeros(len(present))
    for interval, volumes in enumerate(arrivals.steps):
        pool = pools.of(float(present[interval]), own[interval])
        measures, state = advance(state, pool, volumes, arrivals.step_seconds)
        usual[interval] = measures.lost
        states.append(state)
    after = max(1, round(AFTERMATH_SECONDS / arrivals.interval_seconds))
    more = np.zeros(len(present))
    for interval in np.flatnonzero(present > 0).tolist():
        span = slice(interval, interval + 1 + after)
        short = present[span].copy()
        short[0] = max(0.0, short[0] - fewer)
        tried = [pools.of(float(agents), held) for agents, held in zip(short, own[span], strict=True)]
        lost = _lost_over(tried, states[interval], arrivals, span)
        more[interval] = max(0.0, lost - float(usual[span].sum()))
    return more


def _lost_over(pools: Sequence[Pool], state: State, arrivals: Arrivals, span: slice) -> float:
    lost = 0.0
    for pool, volumes in zip(pools, arrivals.steps[span], strict=True):
        measures, state = advance(state, pool, volumes, arrivals.step_seconds)
        lost += measures.lost
    return lost
