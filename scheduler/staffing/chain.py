"""The transient chain: the distribution of chats in the system, carried through time.

A birth-death process whose rates follow the volume and the agents (Ingolfsson et al. 2007 for the approach). Time
is stepped by TR-BDF2 (Bank et al. 1985): second order, damps fast modes, and keeps probability exactly. Its two stages
share one tridiagonal matrix, factorised once for each arrival rate.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

import numpy as np
from scipy.linalg.lapack import dgttrf, dgttrs

from forecasts.horizon import Numbers
from scheduler.staffing.effort import handling_time_seconds
from scheduler.staffing.erlang_a import birth_death_shares
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Measures, measure
from scheduler.staffing.pool import Pool, queue_room

STEP_SECONDS = 60.0
SHORTEST_SECONDS = 1.0
MOST_WIDTHS = 0.7
"""A time step, its lower limit, and how many of its own widths the distribution may move in one. With steps of 2.5
seconds throughout, no service level of a peak day moves by more than 0.001.
"""
SPARE = 1.0
_NEGLIGIBLE = 1e-12
_GAMMA = 2 - sqrt(2)
_STAGE = _GAMMA / 2
_MIDDLE = 1 / (_GAMMA * (2 - _GAMMA))
_WEIGHT = 1 / (2 * (2 - _GAMMA))


Work = tuple[int, float, float, str]


def work_of(goals: Goals) -> Work:
    """What of the goals describes the work and may be a phase's own."""
    return goals.max_concurrency, goals.seconds_per_reply, goals.replies_per_chat, goals.chat_duration_by_level


@dataclass(frozen=True, eq=False, slots=True)
class State:
    """`shares` of probability by number of chats in the system of `pool`, shape (states,)."""

    pool: Pool
    shares: Numbers


class Pools:
    """The pools of one skill by number of agents and by what the work is like, each built once; all have the same room
    to wait, and further room for the chats that agents may hold at other times (`own` goals of the intervals).
    """

    def __init__(self, goals: Goals, busiest_per_second: float, own: Sequence[Goals] = ()) -> None:
        self._goals = goals
        self._room = queue_room(busiest_per_second, goals.patience_seconds)
        self._most = max(one.max_concurrency for one in (goals, *own))
        self._built: dict[tuple[float, Work], Pool] = {}

    def of(self, agents: float, own: Goals | None = None) -> Pool:
        """The pool of so many agents at the work that `own` goals describe, the skill's for none."""
        key = agents, work_of(own or self._goals)
        if key not in self._built:
            self._built[key] = self._pool(*key)
        return self._built[key]

    def _pool(self, agents: float, work: Work) -> Pool:
        chats, seconds, replies, durations = work
        goals = replace(
            self._goals,
            max_concurrency=chats,
            seconds_per_reply=seconds,
            replies_per_chat=replies,
            chat_duration_by_level=durations,
        )
        return Pool(agents, goals, self._room + ceil(agents * (self._most - chats)))


def steady_state(pool: Pool, arrivals_per_second: float) -> State:
    """Where a pool settles under a constant volume."""
    if arrivals_per_second == 0:
        return State(pool, (pool.chats == 0).astype(float))
    births = np.full(len(pool.chats) - 1, arrivals_per_second)
    return State(pool, birth_death_shares(births, pool.departures[1:]))


def advance(state: State, pool: Pool, volumes: Numbers, seconds: float) -> tuple[Measures, State]:
    """Let `pool` work for an interval of steps of `seconds`, with `volumes` inquiries in each, shape (steps,).

    Agents who leave take their share of chats with them and finish them; those who come find the queue. Where an agent
    may hold fewer chats from now on, those above the limit are served before newcomers are.
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
    within = _reachable(shares, departures, arrivals * seconds, seconds)
    after, spent = np.zeros_like(shares), np.zeros_like(shares)
    leaving = departures[within].copy()
    leaving[0] = 0.0
    after[within], spent[within] = _stepped(shares[within], leaving, arrivals, seconds)
    return after, spent


def _reachable(shares: Numbers, departures: Numbers, arrivals: float, seconds: float) -> slice:
    """The states that are likely now or can be reached meanwhile; a queue has room for many more."""
    likely = np.flatnonzero(shares > _NEGLIGIBLE)
    first, last = int(likely[0]), int(likely[-1])
    leaving = float(departures[last]) * seconds
    return slice(max(0, first - _nearly_most(leaving)), min(len(shares), last + _nearly_most(arrivals) + 1))


def _nearly_most(mean: float) -> int:
    """A Poisson number that is hardly ever exceeded."""
    return ceil(mean + 8 * sqrt(mean) + 20)


def _stepped(shares: Numbers, departures: Numbers, arrivals: float, seconds: float) -> tuple[Numbers, Numbers]:
    """TR-BDF2 over `seconds`; nobody enters beyond the last state or leaves the first."""
    count = _time_steps(shares, departures, arrivals, seconds)
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
    return _proper(shares), np.maximum(spent, 0) * length


def _time_steps(shares: Numbers, departures: Numbers, arrivals: float, seconds: float) -> int:
    """How many time steps: finer where the distribution moves by more than its own width in one."""
    chats = np.arange(len(shares))
    mean = float(shares @ chats)
    spread = float(shares @ (chats - mean) ** 2) + arrivals * STEP_SECONDS
    drift = abs(arrivals - float(shares @ departures))
    length = min(STEP_SECONDS, MOST_WIDTHS * sqrt(spread) / drift) if drift > 0 else STEP_SECONDS
    return ceil(seconds / max(length, SHORTEST_SECONDS))


def _proper(shares: Numbers) -> Numbers:
    """Without the tiny negative shares that a second-order method may leave."""
    kept = np.maximum(shares, 0)
    proper: Numbers = kept / kept.sum()
    return proper


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
    same = work_of(before.goals) == work_of(pool.goals)
    if pool.agents >= before.agents and same:
        return np.concatenate((state.shares, np.zeros(size - len(state.shares))))
    held = np.minimum(before.chats, before.capacity)
    kept = before.chats - held * max(0.0, 1 - pool.agents / before.agents) if before.agents > 0 else before.chats
    kept = kept if same else _counted_anew(kept, before, pool)
    lower = np.minimum(kept.astype(int), size - 1)
    part = np.where(lower < size - 1, kept - lower, 0.0)
    upper = np.minimum(lower + 1, size - 1)
    staying: Numbers = np.bincount(lower, state.shares * (1 - part), minlength=size).astype(float)
    staying += np.bincount(upper, state.shares * part, minlength=size)
    return staying


def _counted_anew(chats: Numbers, before: Pool, pool: Pool) -> Numbers:
    """Chats under way when the work changes, as so many of the new work's as still take the same effort; they fill the
    agents at most, for none of them waits again. Against simulation the service level of a quarter hour at the border
    is off by 0.1 at most, and by 0.27 where they are counted as if they were new ones.
    """
    longer = handling_time_seconds(before.goals) / handling_time_seconds(pool.goals)
    anew: Numbers = np.minimum(chats * longer, np.maximum(chats, pool.capacity))
    return anew
