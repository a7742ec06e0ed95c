"""After-sales work that may wait: spread so that it is done in time and the busiest moment stays as low as it can."""

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.effort import handling_time_seconds
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import goals_by_interval
from scheduler.staffing.planned_volume import planned_volume

_HALVINGS = 40
_DONE = 1e-9


def deferrable_agents(horizon: Horizon, volume: Volume, goals: Goals, present: Numbers) -> Numbers:
    """Standard agents to put on deferrable work in each interval beside those `present` for chats, shape (intervals,).

    An inquiry takes its replies' effort, one after the other. Work is done as it comes while fewer than a level of
    agents are needed in all; the level is the lowest at which everything that is due in the horizon is done in time.
    """
    work, wait = deferrable_work(horizon, volume, goals)
    low, high = 0.0, float(present.max(initial=0) + work.max(initial=0))
    if not work.any():
        return np.zeros(len(work))
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if in_time(worked_off(work, present, middle), work, wait) else (middle, high)
    return worked_off(work, present, high)


def deferrable_work(horizon: Horizon, volume: Volume, goals: Goals) -> tuple[Numbers, int]:
    """Standard agents that the work which may wait takes in each interval in which it comes, shape (intervals,), and
    how many intervals later it may be done.
    """
    handling = _handling_times(horizon, volume, goals)
    came = planned_volume(volume, goals.plan_for, goals.robot_deflection, horizon) * goals.deferrable_share
    wait = max(0, int(goals.deadline_minutes // horizon.interval_minutes) - 1)
    return came * handling / (horizon.interval_minutes * 60.0), wait


def _handling_times(horizon: Horizon, volume: Volume, goals: Goals) -> Numbers | float:
    """Seconds of effort per inquiry, by interval where a phase has its own."""
    if not volume.work:
        return handling_time_seconds(goals)
    return np.array([handling_time_seconds(own) for own in goals_by_interval(goals, horizon, volume.work)])


def worked_off(work: Numbers, present: Numbers, level: float | Numbers) -> Numbers:
    """Work done in each interval, as early as it can be, by what the level leaves beside those present."""
    done = np.zeros(len(work))
    room = np.maximum(level - present, 0.0)
    open_still = 0.0
    for interval, came in enumerate(work):
        open_still += came
        done[interval] = min(open_still, room[interval])
        open_still -= done[interval]
    return done


def in_time(done: Numbers, work: Numbers, wait: int) -> bool:
    """Whether all work is done at the latest `wait` intervals after the one in which it came."""
    due = np.concatenate((np.zeros(wait), np.cumsum(work)))[: len(work)]
    return bool(np.all(np.cumsum(done) >= due - _DONE * max(1.0, float(due[-1]))))


def done_in_time(done: Numbers, work: Numbers, wait: int) -> float:
    """How much of the work is done within its time, the oldest first, in the unit of both summed."""
    so_far = np.concatenate((np.zeros(1), np.cumsum(done)))
    until = so_far[np.minimum(np.arange(len(work)) + wait + 1, len(work))]
    before = np.concatenate((np.zeros(1), np.cumsum(work)))[:-1]
    return float(np.clip(until - before, 0.0, work).sum())
