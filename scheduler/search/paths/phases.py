"""How long an agent has been working or off, and what the last shift lets follow, from one day to the next."""

from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from scheduler.search.paths.agent_states import Family
from scheduler.search.paths.day_graph_kernel import NOWHERE


class Phases:
    """Phases are numbered: first the days off in a row from none to `least_off`, then for each class of last shift the
    working days in a row. A class is what shifts let follow alike; the last class, before the horizon, lets
    everything follow. `moves`: the shifts that make no difference but in price; a day off is one move more.
    """

    def __init__(self, family: Family, moves: list[list[int]]) -> None:
        self._family = family
        first = [shifts[0] for shifts in moves]
        allowed = [tuple(family.lets_follow[one][other] for other in first) for one in first]
        self._classes = [*dict.fromkeys(allowed), (True,) * len(first)]
        self._class_of = [self._classes.index(mask) for mask in allowed]
        self.runs = family.most_run or family.least_run
        self._tables = cache(self._made)  # late days are all alike

    def start(self, run: int) -> int:
        """The phase of an agent with so many working days in a row before the horizon."""
        return self._working(len(self._classes) - 1, min(run, self.runs)) if run else 0

    @cached_property
    def rested(self) -> NDArray[np.int64]:
        """1 for phases after a day off, 0 after a working day."""
        days_off = self._family.least_off + 1
        return np.array([1] * days_off + [0] * (self.runs * len(self._classes)), dtype=np.int64)

    def after(self, day: int) -> NDArray[np.int64]:
        """Phase after each phase and move, shape (phases, moves + 1). Runs that touch day 0 may be short."""
        return self._tables(min(day, max(self._family.least_run, self._family.least_off)))

    def _made(self, day: int) -> NDArray[np.int64]:
        family, table = self._family, np.full((self.rested.size, len(self._class_of) + 1), NOWHERE, dtype=np.int64)
        for days_off in range(family.least_off + 1):
            table[days_off, -1] = min(days_off + 1, family.least_off)
            if days_off >= min(family.least_off, day):
                table[days_off, :-1] = [self._working(one, 1) for one in self._class_of]
        for number, allowed in enumerate(self._classes):
            for run in range(1, self.runs + 1):
                phase = self._working(number, run)
                if run >= min(family.least_run, day):
                    table[phase, -1] = 1
                if run < self.runs or family.most_run is None:
                    onward = [self._working(one, min(run + 1, self.runs)) for one in self._class_of]
                    table[phase, :-1] = np.where(allowed, onward, NOWHERE)
        return table

    def _working(self, number: int, run: int) -> int:
        return self._family.least_off + number * self.runs + run
