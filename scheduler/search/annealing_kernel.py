"""Compiled steps of annealing: a few agents are taken out, each is put back with the days that cost least beside the
others, and what is worse by too much is undone.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.search.day_graph import Arcs
from scheduler.search.path_kernel import OFF, cheapest_paths
from scheduler.search.team_arrays import TeamArrays
from scheduler.search.team_kernel import add_row, presence_price, shift_prices

Positions = NDArray[np.int64]
Rows = NDArray[np.int16]


class GraphArrays(NamedTuple):
    """The graphs of all families in a row: `arcs` in the order of families, those of one beginning at `first_step` in
    what is by arc, at `first_arc` in what is by node. `shifts`: a family's shifts as positions in the problem, from
    `first_shift` on, as `move_of`. `first_node`: (families, days + 1).
    """

    first_node: NDArray[np.int32]
    first_arc: Positions
    first_step: Positions
    first_shift: Positions
    node_arcs: NDArray[np.int32]
    move: NDArray[np.int16]
    target: NDArray[np.int32]
    extra: NDArray[np.int32]
    move_of: NDArray[np.int16]
    shifts: Positions


class AgentArrays(NamedTuple):
    """Agents by position: kind, family, node at which they enter; yuan of pay and wishes by day and shift (infinite
    where closed) and by day off; yuan per minute of overtime by day.
    """

    kind: Positions
    family: Positions
    entry: Positions
    own: Numbers
    off: Numbers
    premium: Numbers


class SharedArrays(NamedTuple):
    """Rules of fairness: yuan; whether a shift of a day counts, the last one being a day off; members; counts."""

    cost: Numbers
    counts_one: Positions
    member: NDArray[np.bool_]
    counts: Positions


class RowArrays(NamedTuple):
    """Everybody's days: positions of shifts and of break patterns by day, or OFF; yuan of pay and wishes."""

    shifts: Rows
    patterns: Rows
    own: Numbers


class Annealed(NamedTuple):
    """All that a step reads or changes. `free`: agents whose days may change."""

    team: TeamArrays
    graphs: GraphArrays
    agents: AgentArrays
    shared: SharedArrays
    rows: RowArrays
    free: Positions


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def anneal(
    state: Annealed, best: RowArrays, least: float, tolerances: Numbers, together: Positions, draws: Numbers
) -> float:
    """One step for each tolerance, in yuan; the least cost met, whose days are then in `best`. `together`: agents taken
    out by step; `draws`: (steps, agents taken out), each in 0 … 1, say which of those that are free.
    """
    cost = total_cost(state)
    for step in range(tolerances.size):
        chosen = _drawn(draws[step, : together[step]], state.free)
        cost = _step(state, chosen, cost + tolerances[step])
        if cost < least:
            least = cost
            best.shifts[:], best.patterns[:], best.own[:] = state.rows.shifts, state.rows.patterns, state.rows.own
    return float(least)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def total_cost(state: Annealed) -> float:
    """Yuan of cover, targets, pay, wishes and fairness."""
    cost, targets = state.team.present.cost.sum() + state.rows.own.sum(), state.team.targets
    for target in range(targets.day.size):
        extra = state.team.present.counted[target] - targets.heads[target]
        cost += targets.extra[target] * extra if extra > 0 else -targets.short[target] * extra
    for rule in range(state.shared.cost.size):
        fewest, most = np.int64(1 << 30), np.int64(-1)
        for agent in range(state.rows.own.size):
            if state.shared.member[rule, agent]:
                fewest = min(fewest, state.shared.counts[rule, agent])
                most = max(most, state.shared.counts[rule, agent])
        cost += state.shared.cost[rule] * max(0, most - fewest)
    return float(cost)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _drawn(draws: Numbers, free: Positions) -> Positions:
    """Different agents, by the first steps of a shuffle."""
    deck, chosen = free.copy(), np.empty(draws.size, np.int64)
    for number in range(draws.size):
        other = number + int(draws[number] * (free.size - number))
        chosen[number], deck[other] = deck[other], deck[number]
    return chosen


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _step(state: Annealed, chosen: Positions, most: float) -> float:
    """Take agents out and put them back at best; all as it was where that costs more than `most`. The cost."""
    rows, present = state.rows, state.team.present
    shifts, patterns, own = rows.shifts[chosen], rows.patterns[chosen], rows.own[chosen]
    capacity, heads, costs = present.capacity.copy(), present.heads.copy(), present.cost.copy()
    counted, counts = present.counted.copy(), state.shared.counts.copy()
    for agent in chosen:
        _count(state, agent, -1)
    possible = True
    for agent in chosen:
        possible = _respond(state, agent) and possible
        _count(state, agent, 1)
    cost = total_cost(state)
    if cost > most or not possible:
        for number in range(chosen.size):
            agent = chosen[number]
            rows.shifts[agent], rows.patterns[agent], rows.own[agent] = shifts[number], patterns[number], own[number]
        present.capacity[:], present.heads[:], present.cost[:] = capacity, heads, costs
        present.counted[:], state.shared.counts[:] = counted, counts
        cost = total_cost(state)
    return float(cost)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _count(state: Annealed, agent: int, sign: int) -> None:
    """An agent's days come into the roster, or with `sign` -1 go out of it."""
    shifts = state.rows.shifts[agent]
    add_row(state.team, state.agents.kind[agent], shifts, state.rows.patterns[agent], sign)
    for rule in range(state.shared.cost.size):
        for day in range(shifts.size):
            state.shared.counts[rule, agent] += sign * state.shared.counts_one[rule, day, shifts[day]]


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _respond(state: Annealed, agent: int) -> bool:
    """The days that cost an agent who is out of the roster least; whether there are any."""
    team, rows, family = state.team, state.rows, state.agents.family[agent]
    shared, patterns = shift_prices(team.shifts, presence_price(team, state.agents.kind[agent], 0.0))
    for target in range(team.targets.day.size):
        full = team.present.counted[target] >= team.targets.heads[target]
        price = team.targets.extra[target] if full else -team.targets.short[target]
        shared[team.targets.day[target], team.targets.shift[target]] += price
    offered = state.graphs.shifts[state.graphs.first_shift[family] : state.graphs.first_shift[family + 1]]
    price = np.empty((1, shared.shape[0], offered.size))
    for day in range(shared.shape[0]):
        for number in range(offered.size):
            price[0, day, number] = shared[day, offered[number]] + state.agents.own[agent, day, offered[number]]
    entry, off = state.agents.entry[agent : agent + 1], state.agents.off[agent : agent + 1]
    least, path = cheapest_paths(
        _arcs(state.graphs, family), entry, price, off, state.agents.premium[agent : agent + 1]
    )
    if least[0] == np.inf:
        return False
    rows.own[agent] = least[0]
    for day in range(shared.shape[0]):
        rows.shifts[agent, day] = rows.patterns[agent, day] = OFF
        if path[0, day] != OFF:
            shift = offered[path[0, day]]
            rows.shifts[agent, day], rows.patterns[agent, day] = shift, patterns[day, shift]
            rows.own[agent] -= shared[day, shift]
    return True


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _arcs(graphs: GraphArrays, family: int) -> Arcs:
    """One family's graph."""
    nodes = slice(graphs.first_arc[family], graphs.first_arc[family + 1])
    steps = slice(graphs.first_step[family], graphs.first_step[family + 1])
    return Arcs(
        graphs.first_node[family],
        graphs.node_arcs[nodes],
        graphs.move[steps],
        graphs.target[steps],
        graphs.extra[steps],
        graphs.move_of[graphs.first_shift[family] : graphs.first_shift[family + 1]],
    )
