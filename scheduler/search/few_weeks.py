"""A few weeks of a long horizon as a problem of their own, the rest of the roster as it stands.

The week at either end is locked, so that runs, rests and work past midnight meet what lies beyond; what the horizon
limits as a whole is what the other weeks leave of it. A better roster of the weeks is one of the whole by as much.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from forecasts.horizon import MINUTES_PER_DAY
from scheduler.agent import Absence, Agent, CarryIn, Lock, MinutesInDays
from scheduler.problem import Fairness, Problem
from scheduler.roster import Assignment, Roster

Row = Mapping[int, Assignment]
"""An agent's assignments by day."""


@dataclass(frozen=True, eq=False)
class FewWeeks:
    """Days `first` … of the whole problem, `problem.horizon.days` of them, and the roster's part of them."""

    whole: Problem
    first: int
    problem: Problem
    roster: Roster

    def put_back(self, whole: Roster, found: Roster) -> Roster:
        """The whole roster with these weeks as found."""
        last = self.first + self.problem.horizon.days
        kept = {key: cell for key, cell in whole.cells.items() if not self.first <= key[1] < last}
        return Roster({**kept, **moved(found, self.first).cells})


def few_weeks(problem: Problem, roster: Roster, weeks: Sequence[int]) -> FewWeeks:
    """Consecutive weeks, by position in `problem.weeks`, free but for the first and the last where others border."""
    first, last = problem.weeks[weeks[0]][0], problem.weeks[weeks[-1]][-1]
    days = range(first, last + 1)
    held = set(problem.weeks[weeks[0]] if weeks[0] else ())
    held |= set(problem.weeks[weeks[-1]] if weeks[-1] < len(problem.weeks) - 1 else ())
    rows = roster.by_agent()
    agents = {
        name: _limited(problem, _dated(problem, agent, days, rows.get(name, {}), held), days, rows.get(name, {}))
        for name, agent in problem.agents.items()
    }
    part = _of_days(replace(problem, agents=agents), days, rows)
    inside = Roster({key: cell for key, cell in roster.cells.items() if key[1] in days})
    return FewWeeks(problem, first, part, moved(inside, -first))


def moved(roster: Roster, days: int) -> Roster:
    """The roster so many days later."""
    cells = (replace(cell, day=cell.day + days) for cell in roster.cells.values())
    return Roster({(cell.agent, cell.day): cell for cell in cells})


def _of_days(problem: Problem, days: range, rows: Mapping[str, Row]) -> Problem:
    """What is dated in the problem, but for its agents, cut to these days."""
    horizon, first = problem.horizon, days.start
    cut = slice(days.start * horizon.intervals_per_day, days.stop * horizon.intervals_per_day)
    return replace(
        problem,
        horizon=replace(horizon, first_day=horizon.first_day + timedelta(days=first), days=len(days)),
        requirement={skill: curve[cut] for skill, curve in problem.requirement.items()},
        shortage_weight={skill: curve[cut] for skill, curve in problem.shortage_weight.items()},
        shift_targets=tuple(replace(t, day=t.day - first) for t in problem.shift_targets if t.day in days),
        pay_multipliers={day - first: factor for day, factor in problem.pay_multipliers.items() if day in days},
        fairness=tuple(_shared(problem, rule, days, rows) for rule in problem.fairness),
        no_break=tuple((a - first * MINUTES_PER_DAY, b - first * MINUTES_PER_DAY) for a, b in problem.no_break),
    )


def _shared(problem: Problem, rule: Fairness, days: range, rows: Mapping[str, Row]) -> Fairness:
    """The rule with the shifts of the other weeks counted as worked before."""
    before = Counter(rule.before)
    for name, row in rows.items():
        before[name] += sum(
            rule.counts(day, problem.shifts[cell.shift]) for day, cell in row.items() if day not in days
        )
    counted = None if rule.days is None else frozenset(day - days.start for day in rule.days if day in days)
    return replace(rule, before=dict(before), days=counted)


def _dated(problem: Problem, agent: Agent, days: range, row: Row, held: set[int]) -> Agent:
    """What is dated in an agent's limits, cut to these days; locks on the days held, and what came before."""
    first, locked = days.start, {lock.day for lock in agent.locks} | held
    shift_of = {**{day: cell.shift for day, cell in row.items()}, **{lock.day: lock.shift for lock in agent.locks}}
    worked = [cell for day, cell in row.items() if day < first]
    ends = [(cell.day - first) * MINUTES_PER_DAY + problem.shifts[cell.shift].end for cell in worked]
    carried = CarryIn(_run_before(row, first), max(ends, default=None)) if first else agent.carry_in
    return replace(
        agent,
        absences=tuple(_moved(absence, -first) for absence in agent.absences if _touches(absence, days)),
        locks=tuple(Lock(day - first, shift_of.get(day)) for day in sorted(locked) if day in days),
        requests=tuple(replace(wish, day=wish.day - first) for wish in agent.requests if wish.day in days),
        forbidden_shifts=tuple(
            replace(one, first=max(0, one.first - first), last=None if one.last is None else one.last - first)
            for one in agent.forbidden_shifts
            if one.first < days.stop and (one.last is None or one.last >= first)
        ),
        carry_in=carried,
    )


def _limited(problem: Problem, agent: Agent, days: range, row: Row) -> Agent:
    """What the horizon limits as a whole, less what the other weeks take of it."""
    outside = {day: cell for day, cell in row.items() if day not in days}
    paid = {day: problem.shifts[cell.shift].paid_minutes for day, cell in outside.items()}
    minutes, weekends = sum(paid.values()), {problem.horizon.week(d) for d in outside if problem.horizon.weekday(d) > 4}
    kinds = {
        kind: most - sum(problem.shifts[cell.shift].carries(kind) for cell in outside.values())
        for kind, most in agent.max_shifts.items()
    }
    return replace(
        agent,
        min_minutes=None if agent.min_minutes is None else max(0, agent.min_minutes - minutes),
        max_minutes=None if agent.max_minutes is None else agent.max_minutes - minutes,
        max_shifts=kinds,
        max_weekends=None if agent.max_weekends is None else agent.max_weekends - len(weekends),
        max_minutes_in_days=tuple(
            _left(limit, days, paid)
            for limit in agent.max_minutes_in_days
            if limit.first < days.stop and limit.last >= days.start
        ),
    )


def _left(limit: MinutesInDays, days: range, paid: Mapping[int, int]) -> MinutesInDays:
    taken = sum(minutes for day, minutes in paid.items() if limit.first <= day <= limit.last)
    first, last = max(limit.first, days.start) - days.start, min(limit.last, days.stop - 1) - days.start
    return replace(limit, first=first, last=last, minutes=limit.minutes - taken)


def _run_before(row: Row, first: int) -> int:
    run = 0
    while first - run - 1 in row:
        run += 1
    return run


def _touches(absence: Absence, days: range) -> bool:
    if absence.start is None or absence.end is None:
        return absence.day in days
    return absence.start < (days.stop + 1) * MINUTES_PER_DAY and absence.end > days.start * MINUTES_PER_DAY


def _moved(absence: Absence, days: int) -> Absence:
    if absence.start is None or absence.end is None:
        return Absence(day=None if absence.day is None else absence.day + days)
    return Absence(start=absence.start + days * MINUTES_PER_DAY, end=absence.end + days * MINUTES_PER_DAY)
