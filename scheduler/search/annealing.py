"""Annealed re-insertion of a few agents at a time, of those whose paths keep all rules.

After Kirkpatrick, Gelatt & Vecchi 1983, "Optimization by simulated annealing", with steps of ruin and recreate
(Schrimpf et al. 2000). The steps are compiled and hold no lock: several can run at the same time.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.problem import Problem
from scheduler.search.agent_paths import AgentPaths
from scheduler.search.annealing_kernel import (
    AgentArrays,
    Annealed,
    GraphArrays,
    RowArrays,
    SharedArrays,
    anneal,
    total_cost,
)
from scheduler.search.day_graph import Arcs
from scheduler.search.insertion import Insertion, held_breaks
from scheduler.search.path_kernel import OFF
from scheduler.search.team_arrays import team_arrays
from scheduler.search.team_kernel import add_row, interval_cost

TOGETHER = (1, 2)
"""How many agents are put in anew together."""


def is_swift(insertion: Insertion, name: str) -> bool:
    """Whether compiled steps know all that matters about an agent: every path keeps the rules, breaks are free."""
    return insertion.keeps_all_rules(name) and not held_breaks(insertion.problem.agents[name])


class Annealing:
    """One roster under change, and the best one met since `start`. Of company it knows nothing."""

    def __init__(self, problem: Problem, insertion: Insertion, seed: int) -> None:
        kinds = list(dict.fromkeys(insertion.kinds.values()))
        paths = [insertion.paths(name) for name in problem.agents]
        families = list({id(one.arcs): one for one in paths}.values())
        family, order = {id(one.arcs): number for number, one in enumerate(families)}, list(problem.shifts)
        self._random = np.random.default_rng(seed)
        shape = len(paths), problem.horizon.days
        self._state = Annealed(
            team_arrays(problem, kinds),
            _graphs(families, order),
            AgentArrays(
                np.array([kinds.index(insertion.kinds[name]) for name in problem.agents], dtype=np.int64),
                np.array([family[id(path.arcs)] for path in paths], dtype=np.int64),
                np.array([one.entry for one in paths], dtype=np.int64),
                np.array([_own(insertion, name, order) for name in problem.agents]),
                np.array([insertion.own(name)[1] for name in problem.agents]),
                np.array([one.premium for one in paths]),
            ),
            _shared(problem),
            _rows(shape),
            np.array([number for number, name in enumerate(problem.agents) if is_swift(insertion, name)], np.int64),
        )
        self._best, self.least = _rows(shape), np.inf
        self._before = self._state.shared.counts.copy()
        self._empty()

    @property
    def best(self) -> RowArrays:
        """The best days of all met."""
        return RowArrays(self._best.shifts.copy(), self._best.patterns.copy(), self._best.own.copy())

    def start(self, rows: RowArrays) -> None:
        """Go on from these days."""
        state = self._state
        for agent, kind in enumerate(state.agents.kind):
            add_row(state.team, kind, state.rows.shifts[agent], state.rows.patterns[agent], -1)
            add_row(state.team, kind, rows.shifts[agent], rows.patterns[agent], 1)
        for one in (state.rows, self._best):
            one.shifts[:], one.patterns[:], one.own[:] = rows.shifts, rows.patterns, rows.own
        days = np.arange(rows.shifts.shape[1])
        for counts, one, before in zip(state.shared.counts, state.shared.counts_one, self._before, strict=True):
            counts[:] = before + one[days, rows.shifts].sum(axis=1)
        self.least = total_cost(state)

    def steps(self, warmth: Numbers) -> None:
        """As many steps as there are warmths: yuan by which each may worsen the roster, in the mean."""
        tolerances = warmth * self._random.exponential(size=warmth.size)
        most = min(max(TOGETHER), self._state.free.size)
        together = np.minimum(self._random.choice(TOGETHER, size=warmth.size), most)
        draws = self._random.random((warmth.size, most))
        self.least = anneal(self._state, self._best, self.least, tolerances, together, draws)

    def _empty(self) -> None:
        """What presence costs when nobody is there."""
        team = self._state.team
        room = np.empty(len(team.cover.reaches))
        for interval in range(team.present.cost.size):
            team.present.cost[interval] = interval_cost(team.cover, team.present.capacity, interval, 0, 0.0, room)


def _rows(shape: tuple[int, int]) -> RowArrays:
    """Nobody works."""
    return RowArrays(np.full(shape, OFF, dtype=np.int16), np.full(shape, OFF, dtype=np.int16), np.zeros(shape[0]))


def _own(insertion: Insertion, name: str, order: Sequence[str]) -> Numbers:
    """Yuan of pay and wishes by day and shift of the problem, infinite where closed."""
    paths = insertion.paths(name)
    own = np.full((len(paths.open), len(order)), np.inf)
    own[:, [order.index(shift) for shift in paths.shifts]] = np.where(paths.open, insertion.own(name)[0], np.inf)
    return own


def _graphs(families: Sequence[AgentPaths], order: Sequence[str]) -> GraphArrays:
    """The families' graphs in a row."""
    arcs: list[Arcs] = [one.arcs for one in families]
    return GraphArrays(
        np.array([one.first_node for one in arcs]),
        _firsts([one.first_arc for one in arcs]),
        _firsts([one.move for one in arcs]),
        _firsts([one.shifts for one in families]),
        np.concatenate([one.first_arc for one in arcs]),
        np.concatenate([one.move for one in arcs]),
        np.concatenate([one.target for one in arcs]),
        np.concatenate([one.extra for one in arcs]),
        np.concatenate([one.move_of for one in arcs]),
        np.array([order.index(shift) for one in families for shift in one.shifts], dtype=np.int64),
    )


def _firsts(lists: Sequence[Sequence[object] | NDArray[np.generic]]) -> NDArray[np.int64]:
    """Where each begins when they are put in a row, and the end of the last."""
    return np.cumsum([0, *map(len, lists)], dtype=np.int64)


def _shared(problem: Problem) -> SharedArrays:
    """The rules of fairness, nobody at work."""
    rules, agents, days = problem.fairness, problem.agents.values(), range(problem.horizon.days)
    one = [[[*(rule.counts(d, shift) for shift in problem.shifts.values()), False] for d in days] for rule in rules]
    before = [[rule.before.get(name, 0) for name in problem.agents] for rule in rules]
    member = [[rule.contract in (None, agent.contract) for agent in agents] for rule in rules]
    return SharedArrays(
        np.array([rule.cost for rule in rules], dtype=np.float64),
        np.array(one, dtype=np.int64).reshape(len(rules), len(days), len(problem.shifts) + 1),
        np.array(member, dtype=np.bool_).reshape(len(rules), len(problem.agents)),
        np.array(before, dtype=np.int64).reshape(len(rules), len(problem.agents)),
    )
