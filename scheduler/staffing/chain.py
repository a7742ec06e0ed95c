"""The transient chain: the distribution of chats in the system, carried through time.

A birth-death process whose rates follow the volume and the agents (Ingolfsson et al. 2007 for the approach). Time
is stepped by TR-BDF2 (Bank et al. 1985): second order, damps fast modes, and keeps probability exactly. Its two stages
share one tridiagonal matrix, factorised once for each arrival rate.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy.linalg.lapack import dgttrf, dgttrs

from forecasts.horizon import Numbers
from scheduler.staffing.erlang_a import birth_death_shares
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Measures, measure
from scheduler.staffing.pool import Pool, queue_room

STEP_SECONDS = 30.0
_GAMMA = 2 - sqrt(2)
_STAGE = _GAMMA / 2
_MIDDLE = 1 / (_GAMMA * (2 - _GAMMA))
_WEIGHT = 1 / (2 * (2 - _GAMMA))


@dataclass(frozen=True, eq=False, slots=True)
class State:
    """`shares` of probability by number of chats in the system of `pool`, shape (states,)."""

    pool: Pool
    shares: Numbers


class Pools:
    """The pools of one skill by number of agents, each built once; all have the same room to wait."""

    def __init__(self, goals: Goals, busiest_per_second: float) -> None:
        self._goals = goals
        self._room = queue_room(busiest_per_second, goals.patience_seconds)
        self._built: dict[float, Pool] = {}

    def of(self, agents: float) -> Pool:
        """The pool of so many agents."""
        if agents not in self._built:
            self._built[agents] = Pool(agents, self._goals, self._room)
        return self._built[agents]


def steady_state(pool: Pool, arrivals_per_second: float) -> State:
    """Where a pool settles under a constant volume."""
    if arrivals_per_second == 0:
        return State(pool, (pool.chats == 0).astype(float))
    births = np.full(len(pool.chats) - 1, arrivals_per_second)
    return State(pool, birth_death_shares(births, pool.departures[1:]))


def advance(state: State, pool: Pool, volumes: Numbers, seconds: float) -> tuple[Measures, State]:
    """Let `pool` work for an interval of steps of `seconds`, with `volumes` inquiries in each, shape (steps,).

    Agents who leave take their share of chats with them and finish them; those who come find the queue.
    """
    shares = _handed_over(state, pool)
    lived = np.zeros(len(shares))
    found = np.zeros(len(shares))
    for volume in volumes:
        arrivals = float(volume) / seconds
        shares, spent = _flow(shares, pool.departures, arrivals, seconds)
        lived += spent
        found += arrivals * spent
    return measure(pool, lived, found, float(shares @ pool.queue)), State(pool, shares)


def _flow(shares: Numbers, departures: Numbers, arrivals: float, seconds: float) -> tuple[Numbers, Numbers]:
    """The distribution after `seconds`, and the seconds spent in each state meanwhile."""
    count = max(1, round(seconds / STEP_SECONDS))
    length = seconds / count
    stage = _STAGE * length
    births = np.full(len(shares), arrivals)
    births[-1] = 0.0
    factors = dgttrf(-stage * births[:-1], 1 + stage * (births + departures), -stage * departures[1:])[:5]
    pull = stage * _change(shares, births, departures)
    spent = np.zeros(len(shares))
    for _ in range(count):
        target = shares + pull
        halfway = dgttrs(*factors, target)[0]
        aim = _MIDDLE * halfway + (1 - _MIDDLE) * shares
        after = dgttrs(*factors, aim)[0]
        spent += _WEIGHT * (shares + halfway) + (1 - 2 * _WEIGHT) * after
        pull = after - aim
        shares = after
    return shares, spent * length


def _change(shares: Numbers, births: Numbers, departures: Numbers) -> Numbers:
    """Kolmogorov's forward equation: change of probability a second."""
    up = births[:-1] * shares[:-1]
    down = departures[1:] * shares[1:]
    change = np.zeros(len(shares))
    change[1:] += up - down
    change[:-1] += down - up
    return change


def _handed_over(state: State, pool: Pool) -> Numbers:
    """The distribution at the moment when `pool` takes over from the state's pool."""
    before, size = state.pool, len(pool.chats)
    if pool.agents >= before.agents:
        return np.concatenate((state.shares, np.zeros(size - len(state.shares))))
    held = np.minimum(before.chats, before.capacity)
    kept = before.chats - held * (1 - pool.agents / before.agents)
    lower = np.minimum(kept.astype(int), size - 1)
    part = np.where(lower < size - 1, kept - lower, 0.0)
    upper = np.minimum(lower + 1, size - 1)
    staying: Numbers = np.bincount(lower, state.shares * (1 - part), minlength=size).astype(float)
    staying += np.bincount(upper, state.shares * part, minlength=size)
    return staying
