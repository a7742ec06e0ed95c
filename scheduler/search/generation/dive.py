"""From a mix of columns to a roster: settle the days the mix is surest of, find new columns for the rest, and so on.

Settling single days of agents rather than whole columns leaves the dynamic programme room to answer (a dive with the
branching rule of Ryan & Foster 1981; for rosters Strandmark, Qu & Curtois 2020).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from math import ceil
from random import Random
from typing import NamedTuple

import numpy as np

from scheduler.prices import Prices
from scheduler.problem import Problem
from scheduler.search.generation.column_generation import ColumnGeneration
from scheduler.search.generation.master import Days, Mix

STEP = 0.02
"""Share of all days of all agents settled at a time."""
LATE = 4
"""How many times as many are settled when time runs faster than the dive."""
ROUNDS = 3
"""Times the mix is found anew, and columns for it, before each step."""
SURE, LIKELY = 0.999, 0.75
"""Shares of a choice from which it costs nothing to settle it; below which it is only settled to get on."""
NOTHING = 1e-6
"""Share of a column that the mix does not use."""
SWAY = 0.05
"""How far chance may lower a share."""


def rounds_at_most() -> float:
    """How often a dive finds a mix anew."""
    return ROUNDS / STEP


class Choice(NamedTuple):
    """What the mix has an agent do on a day, None off, and to which share."""

    share: float
    agent: str
    day: int
    shift: str | None


def dive(
    problem: Problem, generation: ColumnGeneration, random: Random, seconds_left: Callable[[], float]
) -> dict[str, Days]:
    """Days of all agents, or of fewer when time is up; each dive takes its own way. The others are best inserted."""
    settling = _Settling(problem, generation, random)
    days, seconds = settling.open, seconds_left()
    try:
        while settling.open and (mix := settling.mix(seconds_left)) is not None:
            share_of_time = 1 - seconds_left() / seconds
            late = share_of_time > 1 - settling.open / days
            settling.step(mix, ceil(STEP * days) * (LATE if late else 1))
    finally:
        generation.master.release()
    return settling.settled()


class _Settling:
    """Which choices are left to each agent on each day."""

    def __init__(self, problem: Problem, generation: ColumnGeneration, random: Random) -> None:
        self.problem, self.generation, self.random = problem, generation, random
        self._shifts = {name: generation.insertion.paths(name).shifts for name in problem.agents}
        days = problem.horizon.days
        self._allowed = {n: np.ones((days, len(s) + 1), dtype=np.bool_) for n, s in self._shifts.items()}
        self._open = {name: set(range(days)) for name in problem.agents}

    @property
    def open(self) -> int:
        """Days of agents not settled yet."""
        return sum(map(len, self._open.values()))

    def settled(self) -> dict[str, Days]:
        """Agents without open days."""
        return {
            name: tuple((*self._shifts[name], None)[int(row.argmax())] for row in self._allowed[name])
            for name, days in self._open.items()
            if not days
        }

    def mix(self, seconds_left: Callable[[], float]) -> Mix | None:
        """The best mix of what is left, after some rounds of new columns; None when there is none in time."""
        mix = None
        for _ in range(ROUNDS):
            found = self.generation.master.solve(seconds_left())
            if found is None:
                break
            mix = found
            self._add_columns([name for name, days in self._open.items() if days], mix.prices)
        return mix

    def step(self, mix: Mix, most: int) -> None:
        """Settle what is sure and, of the rest, the likeliest, at most so many; at least one."""
        choices = sorted(self._choices(mix), key=self._order)
        changed, doubtful = dict[str, None](), 0
        for choice in choices:
            sure = choice.share >= SURE
            if not sure and doubtful and (doubtful >= most or choice.share < LIKELY):
                break
            self._settle(choice, mix.prices)
            changed[choice.agent] = None
            doubtful += not sure
        for name in changed:
            self.generation.master.keep(name, partial(self._keeps, name))
        self._add_columns(list(changed), mix.prices)

    def _order(self, choice: Choice) -> tuple[bool, float]:
        """What is sure comes first, then the likeliest, more or less."""
        return choice.share < SURE, -choice.share * (1 - SWAY * self.random.random())

    def _choices(self, mix: Mix) -> Iterator[Choice]:
        """The likeliest choice of each open day."""
        for name, days in self._open.items():
            shares: dict[int, dict[str | None, float]] = {day: defaultdict(float) for day in days}
            for share, column in [s for s in mix.shares[name] if s[0] > NOTHING] or mix.shares[name][:1]:
                for day in days:
                    shares[day][column[day]] += share
            for day, by_shift in shares.items():
                shift = max(by_shift, key=by_shift.__getitem__)
                yield Choice(by_shift[shift], name, day, shift)

    def _settle(self, choice: Choice, prices: Prices) -> None:
        """Leave only this choice on the day; or only the others, when it goes with nothing else that is settled."""
        allowed, position = self._allowed[choice.agent], self._position(choice.agent, choice.shift)
        before = allowed[choice.day].copy()
        allowed[choice.day] = np.arange(before.size) == position
        if choice.share >= SURE or self._possible(choice.agent, prices):
            self._open[choice.agent].discard(choice.day)
            return
        allowed[choice.day] = before
        allowed[choice.day, position] = False

    def _possible(self, name: str, prices: Prices) -> bool:
        return self.generation.add_cheapest(name, prices, self._allowed[name])

    def _add_columns(self, names: list[str], prices: Prices) -> None:
        for name in names:
            self.generation.add_cheapest(name, prices, self._allowed[name])

    def _position(self, name: str, shift: str | None) -> int:
        return len(self._shifts[name]) if shift is None else self._shifts[name].index(shift)

    def _keeps(self, name: str, days: Days) -> bool:
        """Whether a column does only what is allowed."""
        allowed = self._allowed[name]
        return all(allowed[day, self._position(name, shift)] for day, shift in enumerate(days))
