"""The cheapest days of one agent at given prices: a dynamic programme over the days of the horizon.

It knows what `agent_states` knows; what that leaves out is left to the checks, and makes its cost a lower bound.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers
from scheduler.agent import Agent
from scheduler.problem import Problem
from scheduler.search.agent_states import AgentStates

Path = tuple[int, ...]
"""For each day the position of the shift worked in `AgentPaths.shifts`, or OFF."""

OFF = -1


@dataclass(frozen=True, eq=False)
class Values:
    """Least cost from a day on: `work` by class of the last shift, run and tallies; `off` by run and tallies."""

    work: Numbers
    off: Numbers


@dataclass(frozen=True, order=True, slots=True)
class _Choice:
    """What a day can be, with the least cost from there and the state it leads to: class of the shift, -1 off; run."""

    cost: float
    shift: int
    last: int
    run: int
    tally: int


class AgentPaths:
    """Cheapest days of one agent, for any prices."""

    def __init__(self, problem: Problem, agent: Agent) -> None:
        self.problem, self.agent = problem, agent
        self._states = AgentStates(problem, agent)
        self.shifts, self.open = self._states.shifts, self._states.open
        self._endless = agent.max_consecutive_days is None

    def cheapest(self, price: Numbers, off_price: Numbers) -> tuple[float, Path] | None:
        """Cost and days of the cheapest path. `price`: yuan by day and shift, `off_price`: by day; overtime premiums
        are added here. None when no path keeps the rules.
        """
        price = np.where(self.open, price, np.inf)
        values = self._values(price, off_price)
        last, run, tally = self._start
        cost = values[0].off[run, tally] if last == OFF else values[0].work[last, run, tally]
        return (float(cost), self._walk(values, price, off_price)) if np.isfinite(cost) else None

    @property
    def _start(self) -> tuple[int, int, int]:
        """Class, run and tally state before day 0."""
        carried, tally = self.agent.carry_in.consecutive_days, int(self._states.start_tally)
        if not carried:
            return OFF, 0, tally
        return len(self._states.follows) - 1, min(carried, self._states.runs) - 1, tally

    def _values(self, price: Numbers, off_price: Numbers) -> list[Values]:
        """Least cost from each day on, days + 1 entries."""
        after = [self._final()]
        for day in reversed(range(self.problem.horizon.days)):
            after.append(self._before(day, after[-1], price[day], float(off_price[day])))
        return after[::-1]

    def _final(self) -> Values:
        states = self._states
        end = np.where(states.good, 0.0, np.inf)
        work = (len(states.follows), states.runs, end.size)
        return Values(np.broadcast_to(end, work), np.broadcast_to(end, (states.least_off + 1, end.size)))

    def _before(self, day: int, after: Values, price: Numbers, off_price: float) -> Values:
        states, morning = self._states, self._states.at_start(day)
        worked, fresh = self._working(day, after, price)
        work = self._after_work(worked)
        rested = after.off[:, morning] + off_price
        ends = states.may_end(day)
        work[:, ends] = np.minimum(work[:, ends], rested[1])
        off = rested[np.minimum(np.arange(1, states.least_off + 2), states.least_off)]
        begins = states.may_begin(day)
        off[begins] = np.minimum(off[begins], fresh)
        work[..., states.dead], off[..., states.dead] = np.inf, np.inf
        return Values(work, off)

    def _working(self, day: int, after: Values, price: Numbers) -> tuple[Numbers, Numbers]:
        """Cost of each shift today: (shifts, runs, tallies) after a working day; the best one after a day off."""
        states = self._states
        worked = np.full((len(self.shifts), states.runs, states.good.size), np.inf)
        fresh = np.full(states.good.size, np.inf)
        for group in states.groups[day]:
            cost = price[group.shifts, np.newaxis] + group.premium
            target = after.work[states.class_of[group.shifts]]
            worked[group.shifts] = np.take(target, group.step, axis=2) + cost[:, np.newaxis]
            fresh = np.minimum(fresh, (np.take(target[:, 0], group.fresh_step, axis=1) + cost).min(axis=0))
        return worked, fresh

    def _after_work(self, worked: Numbers) -> Numbers:
        """Best shift for each class of the last one; a run goes on by a day, the longest only where it is endless."""
        states = self._states
        work = np.full((len(states.follows), states.runs, states.good.size), np.inf)
        for number, allowed in enumerate(states.follows):
            if allowed.any():
                best = (worked if allowed.all() else worked[allowed]).min(axis=0)
                work[number, :-1] = best[1:]
                if self._endless:
                    work[number, -1] = best[-1]
        return work

    def _walk(self, values: Sequence[Values], price: Numbers, off_price: Numbers) -> Path:
        """Follow the least cost from day to day."""
        state, path = self._start, []
        for day in range(self.problem.horizon.days):
            after = values[day + 1]
            choices = [*self._off(day, after, state, float(off_price[day])), *self._work(day, after, state, price[day])]
            best = min(choices)
            path.append(best.shift)
            state = best.last, best.run, best.tally
        return tuple(path)

    def _off(self, day: int, after: Values, state: tuple[int, int, int], off_price: float) -> Iterator[_Choice]:
        last, run, tally = state
        if last != OFF and not self._states.may_end(day)[run]:
            return
        length = min(run + 1, self._states.least_off) if last == OFF else 1
        rested = int(self._states.at_start(day)[tally])
        yield _Choice(float(after.off[length, rested]) + off_price, OFF, OFF, length, rested)

    def _work(self, day: int, after: Values, state: tuple[int, int, int], price: Numbers) -> Iterator[_Choice]:
        states, (last, run, tally) = self._states, state
        length = 0 if last == OFF else run + 1
        if length == states.runs and not self._endless:
            return
        if last == OFF and not states.may_begin(day)[run]:
            return
        length = min(length, states.runs - 1)
        allowed = self.open[day] if last == OFF else self.open[day] & states.follows[last]
        for shift in map(int, np.flatnonzero(allowed)):
            then = int(states.step(day, shift, rested=last == OFF)[tally])
            kind = int(states.class_of[shift])
            cost = after.work[kind, length, then] + price[shift] + states.premium(day, shift)[tally]
            yield _Choice(float(cost), shift, kind, length, then)
