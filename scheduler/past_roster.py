"""What was rostered before the plan: the days from which a roster is carried in and its fairness is counted on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from forecasts.day_kinds import AS_SHIPPED, Calendar
from forecasts.horizon import Horizon
from scheduler.agent import Agent, CarryIn
from scheduler.fair_shares import SHARES, Share
from scheduler.problem import Fairness, Problem
from scheduler.shift import Shift

DAY_OFF = ""
OTHER_WORK = "*"
"""A day worked at other tasks, such as 行政: it counts as worked, without times."""
OTHER_WORK_MINUTES = 480
LEDGER_DAYS = 62
"""How far back shifts count for fairness: about two months, so that who is new need not catch up with years."""


@dataclass(frozen=True, slots=True)
class PastDay:
    """One agent's day as it was rostered: a shift's id, DAY_OFF or OTHER_WORK."""

    agent: str
    day: date
    shift: str


Days = Mapping[date, str]


def days_by_agent(past: Iterable[PastDay]) -> dict[str, dict[date, str]]:
    """Agent to day to shift."""
    found: dict[str, dict[date, str]] = {}
    for each in past:
        found.setdefault(each.agent, {})[each.day] = each.shift
    return found


def with_past(problem: Problem, past: Iterable[PastDay], calendar: Calendar = AS_SHIPPED) -> Problem:
    """The problem with what the past tells of its agents: carry-in and counts for fairness.

    An agent whose day before the horizon is not known keeps the carry-in that the team's list states.
    """
    days = days_by_agent(each for each in past if each.day < problem.horizon.first_day)
    if not days:
        return problem
    agents = {
        name: replace(agent, carry_in=carry_in(days.get(name, {}), problem.shifts, problem.horizon, agent.carry_in))
        for name, agent in problem.agents.items()
    }
    fairness = tuple(_counted_on(part, days, problem, calendar) for part in problem.fairness)
    return replace(problem, agents=agents, fairness=fairness)


def carry_in(days: Days, shifts: Mapping[str, Shift], horizon: Horizon, stated: CarryIn) -> CarryIn:
    """Run, last shift's end, and the minutes and days worked in the week that the horizon begins in."""
    eve = horizon.first_day - timedelta(days=1)
    if eve not in days:
        return stated
    run = 0
    while days.get(eve - timedelta(days=run)):
        run += 1
    worked = [day for day, shift in days.items() if shift]
    week = [day for day in worked if day >= horizon.first_day - timedelta(days=horizon.first_day.weekday())]
    minutes = sum(paid_minutes(days[day], shifts) for day in week)
    ends = [_end(day, shifts[days[day]], horizon) for day in worked if days[day] in shifts]
    return CarryIn(run, max(ends, default=None), minutes, len(week))


def _end(day: date, shift: Shift, horizon: Horizon) -> int:
    """Minutes from the horizon's start, mostly below zero."""
    return (day - horizon.first_day).days * 1440 + shift.end


def paid_minutes(shift: str, shifts: Mapping[str, Shift]) -> int:
    """Paid minutes of a past day; a shift that no longer exists counts as other work."""
    if shift == DAY_OFF:
        return 0
    return shifts[shift].paid_minutes if shift in shifts else OTHER_WORK_MINUTES


def _counted_on(part: Fairness, days: Mapping[str, Days], problem: Problem, calendar: Calendar) -> Fairness:
    """The fairness with the shifts of the ledger added to what it already counts."""
    since = problem.horizon.first_day - timedelta(days=LEDGER_DAYS)
    share = SHARES.get(part.name, Share(part.tag))
    before = dict(part.before)
    for name, agent in problem.agents.items():
        if _is_among(agent, part):
            own = [(day, shift) for day, shift in days.get(name, {}).items() if day >= since and shift]
            known = [(day, problem.shifts[shift]) for day, shift in own if shift in problem.shifts]
            times = sum(share.counts(day, shift, calendar) for day, shift in known)
            if times:
                before[name] = before.get(name, 0) + times
    return replace(part, before=before)


def _is_among(agent: Agent, part: Fairness) -> bool:
    return part.contract in {None, agent.contract}
