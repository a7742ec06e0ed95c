"""What annealing reads and changes, as arrays for compiled loops. Agents, shifts and break patterns by position; OFF
stands for a day off, as an index for the last column.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import Numbers
from scheduler.companions import accompanies, needs_company
from scheduler.company_state import HARD
from scheduler.problem import Problem
from scheduler.search.improvement.insertion import Insertion
from scheduler.search.paths.agent_paths import AgentPaths
from scheduler.search.paths.path_kernel import OFF
from scheduler.search.team.team_arrays import TeamArrays, team_arrays

Positions = NDArray[np.int64]
Rows = NDArray[np.int16]
CLOSED = -1
"""Move of a shift that a family does not offer."""


class GraphArrays(NamedTuple):
    """The graphs of all families in a row: what is by arc begins at `first_step[family]`, what is by node at
    `first_arc[family]`. `move_of[family, shift]`: the move of a shift or day off, or CLOSED. `shifts`: those a family
    offers, from `first_shift[family]` on.
    """

    first_arc: Positions
    first_step: Positions
    first_shift: Positions
    node_arcs: NDArray[np.int32]
    move: NDArray[np.int16]
    target: NDArray[np.int32]
    extra: NDArray[np.int32]
    move_of: Positions
    shifts: Positions


class AgentArrays(NamedTuple):
    """By agent: kind, family, node at which they enter; yuan of pay and wishes by day and shift, infinite where closed;
    yuan per minute of overtime by day; days that are locked.
    """

    kind: Positions
    family: Positions
    entry: Positions
    own: Numbers
    premium: Numbers
    locked: NDArray[np.bool_]


class SharedArrays(NamedTuple):
    """Rules of fairness: yuan; whether a shift of a day counts; members; counts by agent."""

    cost: Numbers
    counts_one: Positions
    member: NDArray[np.bool_]
    counts: Positions


class CompanyArrays(NamedTuple):
    """Rules of company: yuan for an interval without it; heads it takes; by agent, who needs it and who gives it; heads
    on duty of both by interval. `duty[shift]`: intervals of a shift from its own midnight, [begin, end).
    """

    price: Numbers
    least: Positions
    needs: NDArray[np.bool_]
    gives: NDArray[np.bool_]
    needing: Positions
    giving: Positions
    duty: Positions


class RowArrays(NamedTuple):
    """Everybody's days: positions of shifts and of break patterns by day; yuan of pay and wishes."""

    shifts: Rows
    patterns: Rows
    own: Numbers


class Annealed(NamedTuple):
    """All that a step reads or changes. `node`: where each agent's path is on each day."""

    team: TeamArrays
    graphs: GraphArrays
    agents: AgentArrays
    shared: SharedArrays
    company: CompanyArrays
    rows: RowArrays
    node: Positions


class Change(NamedTuple):
    """A change of one or two agents' days, while it is thought about: `agents`; their new days; yuan by which their pay
    and wishes rise. What it does to presence: `touched` intervals with their new `cost`, and how to undo it. `sizes`:
    how many are touched, how many to undo. The others are notes of single steps.
    """

    agents: Positions
    shifts: Rows
    patterns: Rows
    own: Numbers
    touched: Positions
    cost: Numbers
    undo_skills: Positions
    undo_interval: Positions
    undo_heads: Positions
    undo_capacity: Numbers
    sizes: Positions
    is_touched: NDArray[np.bool_]
    more: Positions
    room: Numbers


def annealed(problem: Problem, insertion: Insertion) -> Annealed:
    """A team with nobody at work."""
    kinds = list(dict.fromkeys(insertion.kinds.values()))
    paths = [insertion.paths(name) for name in problem.agents]
    families = list({id(one.arcs): one for one in paths}.values())
    family, order = {id(one.arcs): number for number, one in enumerate(families)}, list(problem.shifts)
    shape = len(paths), problem.horizon.days
    return Annealed(
        team_arrays(problem, kinds),
        _graphs(families, order),
        AgentArrays(
            np.array([kinds.index(insertion.kinds[name]) for name in problem.agents], dtype=np.int64),
            np.array([family[id(path.arcs)] for path in paths], dtype=np.int64),
            np.array([one.entry for one in paths], dtype=np.int64),
            np.array([_own(insertion, name, order) for name in problem.agents]),
            np.array([one.premium for one in paths]),
            _locked(problem),
        ),
        _shared(problem),
        _company(problem),
        no_rows(shape),
        np.zeros(shape, dtype=np.int64),
    )


def no_rows(shape: tuple[int, int]) -> RowArrays:
    """Nobody works; `shape`: agents, days."""
    return RowArrays(np.full(shape, OFF, dtype=np.int16), np.full(shape, OFF, dtype=np.int16), np.zeros(shape[0]))


def no_change(state: Annealed) -> Change:
    """Room for any change."""
    days, size = state.rows.shifts.shape[1], state.team.present.heads.size
    most = 2 * days * (int(state.team.shifts.stretches[:, 1].max(initial=0)) + 1)
    return Change(
        agents=np.zeros(2, dtype=np.int64),
        shifts=np.full((2, days), OFF, dtype=np.int16),
        patterns=np.full((2, days), OFF, dtype=np.int16),
        own=np.zeros(2),
        touched=np.zeros(size, dtype=np.int64),
        cost=np.zeros(size),
        undo_skills=np.zeros(most, dtype=np.int64),
        undo_interval=np.zeros(most, dtype=np.int64),
        undo_heads=np.zeros(most, dtype=np.int64),
        undo_capacity=np.zeros(most),
        sizes=np.zeros(2, dtype=np.int64),
        is_touched=np.zeros(size, dtype=np.bool_),
        more=np.zeros(size, dtype=np.int64),
        room=np.zeros(len(state.team.cover.reaches)),
    )


def _own(insertion: Insertion, name: str, order: Sequence[str]) -> Numbers:
    """Yuan of pay and wishes by day and shift of the problem, infinite where closed, and by day off."""
    paths = insertion.paths(name)
    price, off = insertion.own(name)
    own = np.full((len(paths.open), len(order) + 1), np.inf)
    own[:, [order.index(shift) for shift in paths.shifts]] = np.where(paths.open, price, np.inf)
    own[:, OFF] = off
    return own


def _graphs(families: Sequence[AgentPaths], order: Sequence[str]) -> GraphArrays:
    """The families' graphs in a row."""
    arcs = [one.arcs for one in families]
    move_of = np.full((len(families), len(order) + 1), CLOSED, dtype=np.int64)
    for number, one in enumerate(families):
        move_of[number, [order.index(shift) for shift in one.shifts]] = one.arcs.move_of
        move_of[number, OFF] = one.arcs.move_of.max(initial=-1) + 1
    return GraphArrays(
        _firsts([one.first_arc for one in arcs]),
        _firsts([one.move for one in arcs]),
        _firsts([one.shifts for one in families]),
        np.concatenate([one.first_arc for one in arcs]),
        np.concatenate([one.move for one in arcs]),
        np.concatenate([one.target for one in arcs]),
        np.concatenate([one.extra for one in arcs]),
        move_of,
        np.array([order.index(shift) for one in families for shift in one.shifts], dtype=np.int64),
    )


def _firsts(lists: Sequence[Sequence[object] | NDArray[np.generic]]) -> Positions:
    """Where each begins when they are put in a row, and the end of the last."""
    return np.cumsum([0, *map(len, lists)], dtype=np.int64)


def _locked(problem: Problem) -> NDArray[np.bool_]:
    """Which days of agents are locked."""
    locked = np.zeros((len(problem.agents), problem.horizon.days), dtype=np.bool_)
    for number, agent in enumerate(problem.agents.values()):
        locked[number, [lock.day for lock in agent.locks]] = True
    return locked


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


def _company(problem: Problem) -> CompanyArrays:
    """The rules of company, nobody at work; those without a price have a high one."""
    rules, agents, step = problem.companions, problem.agents.values(), problem.horizon.interval_minutes
    prices = [HARD if rule.cost is None else rule.cost for rule in rules]
    shape, size = (len(rules), len(problem.agents)), (len(rules), problem.horizon.intervals)
    return CompanyArrays(
        np.array(prices, dtype=np.float64) * problem.horizon.interval_hours,
        np.array([rule.least for rule in rules], dtype=np.int64),
        np.array([[needs_company(rule, agent) for agent in agents] for rule in rules], np.bool_).reshape(shape),
        np.array([[accompanies(rule, agent) for agent in agents] for rule in rules], np.bool_).reshape(shape),
        np.zeros(size, dtype=np.int64),
        np.zeros(size, dtype=np.int64),
        np.array([(one.start // step, -(-one.end // step)) for one in problem.shifts.values()], dtype=np.int64),
    )
