"""The baseline planners know: every interval on its own, in the steady state of its mean volume (Erlang A with the
exact concurrency). It knows no backlog and no run-up, so it misjudges the opening of a promotion; shown to compare with.
"""

import numpy as np

from forecasts.horizon import Numbers
from scheduler.staffing.erlang_a import birth_death_shares
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Measures, binding_goal, measure, misses
from scheduler.staffing.pool import Pool, queue_room
from scheduler.staffing.smallest import smallest_agents


def steady_measures(agents: float, volume: float, seconds: float, goals: Goals) -> Measures:
    """What `agents` (a real number) give in the steady state of `volume` inquiries in `seconds`."""
    arrivals = volume / seconds
    pool = Pool(agents, goals, queue_room(arrivals, goals.patience_seconds))
    if volume > 0:
        births = np.full(len(pool.chats) - 1, arrivals)
        shares = birth_death_shares(births, pool.departures[1:])
    else:
        shares = (pool.chats == 0).astype(float)
    return measure(pool, seconds * shares, volume * shares, float(shares @ pool.queue))


def predict_steady(volumes: Numbers, present: Numbers, seconds: float, goals: Goals) -> list[Measures]:
    """Each interval with the agents present, arrays of shape (intervals,)."""
    return [
        steady_measures(agents, volume, seconds, goals) for agents, volume in zip(present, volumes, strict=True)
    ]


def staff_steady(volumes: Numbers, seconds: float, goals: Goals) -> tuple[list[int], list[str], list[Measures]]:
    """Smallest whole number of agents that meets every goal in each interval, the goal that decided, the measures."""
    agents: list[int] = []
    decided: list[str] = []
    given: list[Measures] = []
    for volume in volumes:
        count, goal, measures = _staff_interval(float(volume), seconds, goals, agents[-1] if agents else 0)
        agents.append(count)
        decided.append(goal)
        given.append(measures)
    return agents, decided, given


def _staff_interval(volume: float, seconds: float, goals: Goals, guess: int) -> tuple[int, str, Measures]:
    tried: dict[int, Measures] = {}

    def enough(agents: int) -> bool:
        tried[agents] = steady_measures(agents, volume, seconds, goals)
        return not misses(tried[agents], goals)

    agents = smallest_agents(enough, goals.minimum_present, guess)
    return agents, binding_goal(tried.get(agents - 1), agents, goals), tried[agents]
