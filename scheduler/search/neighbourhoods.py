"""Which part of a roster to free next: from a few agents over all days to all agents over a few days.

Each shape keeps a size of its own in agent-days: it grows while the solver proves neighbourhoods best in a fraction of
the time it is given, and shrinks when the solver cannot.
"""

from dataclasses import dataclass
from random import Random

from scheduler.problem import Problem

FEWEST_DAYS = (7, 14, 28)
"""The shapes: the fewest days that each frees; and, where the horizon is no longer than the last, all days."""
AGENT_DAYS = 200.0
"""Size to begin with; at most half of the roster."""
GROW, SHRINK = 1.1, 0.92
EASY = 0.4
"""Share of the time within which a neighbourhood is proven best that should have been larger."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What is freed; `shape` says how it was drawn."""

    agents: tuple[str, ...]
    days: range
    shape: int


class Neighbourhoods:
    """Draws neighbourhoods of every shape in turn and learns how large each may be."""

    def __init__(self, problem: Problem, random: Random) -> None:
        self.random, self._agents, self._days = random, list(problem.agents), problem.horizon.days
        self._fewest = sorted({min(days, self._days) for days in FEWEST_DAYS})
        self._sizes = [min(AGENT_DAYS, len(self._agents) * self._days / 2)] * len(self._fewest)
        self._drawn = 0

    def draw(self) -> Neighbourhood:
        """The next one."""
        shape = self._drawn % len(self._fewest)
        self._drawn += 1
        size = self._sizes[shape]
        days = min(self._days, max(self._fewest[shape], round(size / len(self._agents))))
        first = self.random.randint(0, self._days - days)
        agents = self.random.sample(self._agents, min(len(self._agents), max(1, round(size / days))))
        return Neighbourhood(tuple(agents), range(first, first + days), shape)

    def learn(self, drawn: Neighbourhood, *, proven: bool, share: float) -> None:
        """Whether the solver proved its answer best, and in which share of its time."""
        size = self._sizes[drawn.shape]
        if not proven:
            self._sizes[drawn.shape] = max(size * SHRINK, float(self._fewest[drawn.shape]))
        elif share < EASY:
            self._sizes[drawn.shape] = min(size * GROW, float(len(self._agents) * self._days))
