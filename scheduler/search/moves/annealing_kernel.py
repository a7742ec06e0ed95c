"""Compiled steps of annealing: a move is drawn, tried, and kept unless it costs too much more."""

import numpy as np
from numba import njit

from scheduler.search.moves.annealing_arrays import Annealed, Change, Positions, RowArrays
from scheduler.search.moves.change_kernel import (
    company_cost,
    count_duty,
    count_rise,
    cover_rise,
    follow,
    own_rise,
    settle_presence,
    shared_cost,
    target_cost,
)
from scheduler.search.moves.moves_kernel import draw_move
from scheduler.search.team.team_kernel import add_row

ROUNDING = 1e-9


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]  # numba has no types
def anneal(
    state: Annealed,
    change: Change,
    free: Positions,
    best: RowArrays,
    least: float,
    steps: int,
    warmth: float,
    random: np.random.Generator,
) -> float:
    """So many steps, each of which may cost `warmth` yuan more in the mean; the least cost met, whose days are then in
    `best`. `free`: agents whose days may change.
    """
    cost, rows = total_cost(state), state.rows
    for _ in range(steps):
        cost += _step(state, change, free, warmth * random.standard_exponential(), random)
        if cost < least - ROUNDING:
            least = cost
            best.shifts[:], best.patterns[:], best.own[:] = rows.shifts, rows.patterns, rows.own
    return float(least)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def total_cost(state: Annealed) -> float:
    """Yuan of cover, targets, pay, wishes, fairness and company."""
    cost = state.team.present.cost.sum() + state.rows.own.sum()
    for target in range(state.team.targets.day.size):
        cost += target_cost(state.team, target)
    for rule in range(state.shared.cost.size):
        cost += shared_cost(state.shared, rule)
    for rule in range(state.company.price.size):
        cost += company_cost(state.company, rule, 0, state.team.present.heads.size)
    return float(cost)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def count_row(state: Annealed, agent: int, sign: int) -> None:
    """An agent's days come into the roster, or with `sign` -1 go out of it."""
    shifts = state.rows.shifts[agent]
    add_row(state.team, state.agents.kind[agent], shifts, state.rows.patterns[agent], sign)
    for day in range(shifts.size):
        for rule in range(state.shared.cost.size):
            state.shared.counts[rule, agent] += sign * state.shared.counts_one[rule, day, shifts[day]]
        for rule in range(state.company.price.size):
            count_duty(state.company, rule, agent, shifts[day], day * state.team.shifts.per_day, sign)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _step(state: Annealed, change: Change, free: Positions, tolerance: float, random: np.random.Generator) -> float:
    """One move; what it costs more, 0 when it is not made."""
    count, first, last = draw_move(state, change, free, random)
    if count == 0:
        return 0.0
    rise = 0.0
    for number in range(count):
        if _is_locked(state, change, number, first, last):
            return 0.0
        change.own[number] = own_rise(state, change, number, first, last)
        if change.own[number] == np.inf:
            return 0.0
        rise += change.own[number]
    rise += cover_rise(state, change, count, first, last)
    if rise < np.inf:
        rise += count_rise(state, change, count, first, last, 1)
        if rise > tolerance:
            count_rise(state, change, count, first, last, -1)
    settle_presence(state, change, rise <= tolerance)
    if rise > tolerance:
        return 0.0
    for number in range(count):
        _keep(state, change, number, first, last)
    return float(rise)


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _is_locked(state: Annealed, change: Change, number: int, first: int, last: int) -> bool:
    """Whether a locked day would change."""
    agent = change.agents[number]
    for day in range(first, last + 1):
        if state.agents.locked[agent, day] and (
            change.shifts[number, day] != state.rows.shifts[agent, day]
            or change.patterns[number, day] != state.rows.patterns[agent, day]
        ):
            return True
    return False


@njit(cache=True, nogil=True)  # type: ignore[untyped-decorator]
def _keep(state: Annealed, change: Change, number: int, first: int, last: int) -> None:
    """An agent's new days become theirs."""
    agent, rows = change.agents[number], state.rows
    rows.shifts[agent, first : last + 1] = change.shifts[number, first : last + 1]
    rows.patterns[agent, first : last + 1] = change.patterns[number, first : last + 1]
    rows.own[agent] += change.own[number]
    follow(state, agent, first)
