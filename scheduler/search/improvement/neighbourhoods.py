"""Which part of a roster to free next: from a few agents over all days to all agents over a few days.

Every other one lies around a day on which heads are short or too many, with agents who could mend it. Each shape keeps
a size of its own in agent-days: it grows while the solver proves neighbourhoods best in a fraction of the time it is
given, and shrinks when the solver cannot.
"""

from dataclasses import dataclass
from random import Random

from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.improvement.sore_spots import Spot, sore_spots

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
        self.random, self._problem, self._days = random, problem, problem.horizon.days
        self._agents = list(problem.agents)
        self._able = {shift: [name for name in self._agents if _able(problem, name, shift)] for shift in problem.shifts}
        self._fewest = sorted({min(days, self._days) for days in FEWEST_DAYS})
        self._sizes = [min(AGENT_DAYS, len(self._agents) * self._days / 2)] * len(self._fewest)
        self._drawn = 0

    def draw(self, roster: Roster | None = None) -> Neighbourhood:
        """The next one; every other one where the roster is sore."""
        shape, sore = self._drawn % len(self._fewest), self._drawn // len(self._fewest) % 2
        self._drawn += 1
        spots = sore_spots(self._problem, roster) if roster is not None and sore else []
        spot = self.random.choices(spots, [one.yuan for one in spots])[0] if spots else None
        size = self._sizes[shape]
        days = min(self._days, max(self._fewest[shape], round(size / len(self._agents))))
        agents = self._sample(min(len(self._agents), max(1, round(size / days))), spot)
        first = self._first(days, spot)
        return Neighbourhood(tuple(agents), range(first, first + days), shape)

    def _first(self, days: int, spot: Spot | None) -> int:
        """The first of so many days, among them the spot's."""
        if spot is None:
            return self.random.randint(0, self._days - days)
        return self.random.randint(max(0, spot.day - days + 1), min(spot.day, self._days - days))

    def _sample(self, count: int, spot: Spot | None) -> list[str]:
        """Agents by chance; half of them such as may work the spot's shift."""
        able = [] if spot is None else self._able[spot.shift]
        chosen = self.random.sample(able, min(len(able), count // 2))
        left = [name for name in self._agents if name not in set(chosen)]
        return chosen + self.random.sample(left, count - len(chosen))

    def learn(self, drawn: Neighbourhood, *, proven: bool, share: float) -> None:
        """Whether the solver proved its answer best, and in which share of its time."""
        size = self._sizes[drawn.shape]
        if not proven:
            self._sizes[drawn.shape] = max(size * SHRINK, float(self._fewest[drawn.shape]))
        elif share < EASY:
            self._sizes[drawn.shape] = min(size * GROW, float(len(self._agents) * self._days))


def _able(problem: Problem, name: str, shift: str) -> bool:
    """Whether an agent may ever work a shift."""
    agent = problem.agents[name]
    never = any(not most and problem.shifts[shift].carries(kind) for kind, most in agent.max_shifts.items())
    return agent.may_work(shift) and not never
