"""Running counts that limit an agent's days, each as a small automaton: paid minutes, weeks, weekends, kinds of shift.

A tally has `size` states, the last of them dead unless it saturates, and for each class of working day a table
state → state. Several tallies become one by taking all combinations of their states.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import gcd

import numpy as np
from numpy.typing import NDArray

from scheduler.agent import Agent
from scheduler.problem import Problem

Table = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Tally:
    """`after[s]`: state after working shift s, (shifts, size). `dead` states are never entered, `good` ones can be
    final. `start` is the state before day 0. `weekly`: back to state 0 at each Monday. `weekend`: counts only on a
    Saturday, and on a Sunday after a Saturday off. `week_minutes`: paid minutes of the week that a state stands for.
    `may_be_left_out`: what a search can do without for a while, at the price of repair.
    """

    after: Table
    dead: NDArray[np.bool_]
    good: NDArray[np.bool_]
    start: int = 0
    weekly: bool = False
    weekend: bool = False
    week_minutes: NDArray[np.intp] | None = None
    may_be_left_out: bool = False

    @property
    def size(self) -> int:
        """Number of states."""
        return len(self.dead)


def tallies(problem: Problem, agent: Agent, shifts: Sequence[str]) -> list[Tally]:
    """The tallies that can bind for an agent who may work these shifts."""
    paid = [problem.shifts[shift].paid_minutes for shift in shifts]
    found = [
        _total(agent, paid, problem.horizon.days),
        _week(problem, agent, paid),
        _weekends(problem, agent, len(shifts)),
    ]
    for key, most in agent.max_shifts.items():
        steps = [int(problem.shifts[shift].carries(key)) for shift in shifts]
        if any(steps) and most < problem.horizon.days:
            found.append(replace(_counter(steps, most), may_be_left_out=True))
    return [tally for tally in found if tally is not None]


def _counter(steps: Sequence[int], most: int) -> Tally:
    """Counts up to `most`; one more is dead."""
    states = np.arange(most + 2)
    after = np.array([np.minimum(states + step, most + 1) for step in steps], dtype=np.intp)
    return Tally(after, states == most + 1, states <= most)


def _total(agent: Agent, paid: Sequence[int], days: int) -> Tally | None:
    """Paid minutes of the horizon; above the least they need no counting unless there is a most."""
    unit = gcd(*paid) or 1
    least = -(-(agent.min_minutes or 0) // unit)
    most = None if agent.max_minutes is None else agent.max_minutes // unit
    steps = [minutes // unit for minutes in paid]
    if most is not None and most >= max(steps, default=0) * days:
        most = None
    if not least and most is None:
        return None
    if most is not None:
        counted = _counter(steps, most)
        good = counted.good & (np.arange(counted.size) >= least)
        return Tally(counted.after, counted.dead, good)
    states = np.arange(least + 1)
    after = np.array([np.minimum(states + step, least) for step in steps], dtype=np.intp)
    return Tally(after, np.zeros(least + 1, dtype=bool), states == least)


def _weekends(problem: Problem, agent: Agent, shifts: int) -> Tally | None:
    weekends = sum(any(problem.horizon.weekday(day) >= 5 for day in week) for week in problem.weeks)
    if agent.max_weekends is None or agent.max_weekends >= weekends:
        return None
    counted = _counter([1] * shifts, agent.max_weekends)
    return Tally(counted.after, counted.dead, counted.good, weekend=True)


def _week(problem: Problem, agent: Agent, paid: Sequence[int]) -> Tally | None:
    """Paid minutes and working days of a week as the pairs that can be reached; both limits in one tally."""
    most_minutes, most_days = agent.max_minutes_per_week, agent.max_days_per_week
    enough = agent.overtime.after_minutes_per_week if agent.overtime and agent.hourly_cost else None
    if most_minutes is None and (most_days is None or most_days >= 7) and enough is None:
        return None
    began = problem.first_week_began_before
    carried = (agent.carry_in.week_minutes, agent.carry_in.week_days) if began else (0, 0)

    def step(pair: tuple[int, int], minutes: int) -> tuple[int, int] | None:
        worked, days = pair[0] + minutes, pair[1] + 1
        if (most_minutes is not None and worked > most_minutes) or (most_days is not None and days > most_days):
            return None
        if most_minutes is None:  # only overtime asks: past its threshold all minutes are alike
            worked = min(worked, enough if enough is not None else 0)
        return worked, days if most_days is not None else 0

    pairs = {(0, 0): 0, carried: 1} if carried != (0, 0) else {(0, 0): 0}
    frontier = list(pairs)
    while frontier:
        reached = [step(pair, minutes) for pair in frontier for minutes in set(paid)]
        frontier = [pair for pair in dict.fromkeys(reached) if pair is not None and pair not in pairs]
        frontier = [
            pair for pair in frontier if most_days is not None or pair[0] <= 7 * max(paid, default=0) + carried[0]
        ]
        pairs |= {pair: len(pairs) + position for position, pair in enumerate(frontier)}
    dead = len(pairs)
    after = np.array([[pairs.get(step(p, minutes) or (-1, -1), dead) for p in pairs] + [dead] for minutes in paid])
    is_dead = np.arange(dead + 1) == dead
    minutes_before = np.array([worked for worked, _ in pairs] + [0])
    return Tally(after.astype(np.intp), is_dead, ~is_dead, pairs[carried], weekly=True, week_minutes=minutes_before)
