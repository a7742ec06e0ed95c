"""A roster built agent by agent, then improved: take a few agents out, put each back at best, keep what is no worse.

After Schrimpf et al. 2000, "Record breaking optimization results using the ruin and recreate principle"; here the
recreate step is exact for each agent.
"""

from collections.abc import Callable, Iterable, Sequence
from random import Random

from scheduler.checks import check_agent
from scheduler.labour import labour_cost
from scheduler.objective import request_cost, spread
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.search.improvement.insertion import Days, Insertion

MOST_TAKEN_OUT = 4


class RuinAndRecreate:
    """The current roster of a search that changes a few agents at a time."""

    def __init__(self, problem: Problem, insertion: Insertion, seed: int = 0) -> None:
        self.problem, self.insertion = problem, insertion
        self.random = Random(seed)  # noqa: S311 - a search, not cryptography
        self.rows: dict[str, Days] = {}
        self.state = insertion.state()
        self._own: dict[str, float] = {}

    @property
    def roster(self) -> Roster:
        """The roster as it stands."""
        return Roster({(name, day): cell for name, days in self.rows.items() for day, cell in days.items()})

    @property
    def cost(self) -> float:
        """Its objective, and a high price for rules about everybody that it still breaks."""
        fairness = sum(rule.cost * spread(self.problem, rule, self.rows) for rule in self.problem.fairness)
        presence = float(self.state.presence_cost().sum())
        together = presence + self.state.target_cost() + self.state.company.cost()
        return together + sum(self._own.values()) + fairness

    def put(self, name: str, days: Days) -> None:
        """Give an agent without days these."""
        agent = self.problem.agents[name]
        self.rows[name] = days
        self.state.add(days.values(), self.insertion.kinds[name])
        self._own[name] = labour_cost(self.problem, agent, days.values()) + request_cost(agent, days)

    def take(self, name: str) -> Days:
        """Take an agent's days away and return them."""
        days = self.rows.pop(name)
        self.state.add(days.values(), self.insertion.kinds[name], -1)
        del self._own[name]
        return days

    def load(self, roster: Roster) -> None:
        """Go on from another roster."""
        rows = roster.by_agent()
        for name in list(self.rows):
            self.take(name)
        for name in self.problem.agents:
            self.put(name, rows.get(name, {}))

    def resume(self, roster: Roster, stopped: Callable[[], bool]) -> list[str]:
        """Go on from a roster that may break rules: agents whose days do are put in anew; those left are returned."""
        rows, broken = roster.by_agent(), unlawful(self.problem, roster)
        for name in self.problem.agents:
            if name not in broken:
                self.put(name, rows.get(name, {}))
        return self.build(broken, stopped)

    def build(self, names: Iterable[str], stopped: Callable[[], bool]) -> list[str]:
        """Put agents in, one after the other, in random order, those who give company first; those that could not be
        put are returned.
        """
        waiting = list(names)
        self.random.shuffle(waiting)
        giving = {rule.companion for rule in self.problem.companions}
        waiting.sort(key=lambda name: giving.isdisjoint(self.problem.agents[name].tags))
        left = []
        for name in waiting:
            days = None if stopped() else self.insertion.best_days(name, self.state)
            if days is None:
                left.append(name)
            else:
                self.put(name, days)
        return left

    def step(self, before: float, tolerance: float = 0.0, among: Sequence[str] | None = None) -> float:
        """One round, with all agents or among some; the cost after it. A worse roster is kept when it is worse by
        little, judged by the tolerance.
        """
        choice = sorted(self.rows if among is None else among)
        names = self.random.sample(choice, min(self.random.randint(1, MOST_TAKEN_OUT), len(choice)))
        taken = {name: self.take(name) for name in names}
        for name in names:
            days = self.insertion.best_days(name, self.state)
            self.put(name, taken[name] if days is None else days)
        after = self.cost
        if after <= before + tolerance * self.random.expovariate(1.0):
            return after
        for name in names:
            self.take(name)
        for name, days in taken.items():
            self.put(name, days)
        return before

    def place_breaks(self, stopped: Callable[[], bool]) -> None:
        """Give every agent, one after the other, the best breaks for the shifts they have."""
        for name in list(self.rows):
            if stopped():
                return
            days = self.take(name)
            shifts = {day: cell.shift for day, cell in days.items()}
            self.put(name, self.insertion.with_breaks(name, shifts, self.state))


def unlawful(problem: Problem, roster: Roster) -> list[str]:
    """Agents whose own days break a rule."""
    rows = roster.by_agent()
    return [name for name, agent in problem.agents.items() if check_agent(problem, agent, rows.get(name, {}))]
