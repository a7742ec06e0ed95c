"""What planners do without a model of chats: hourly or half-hourly Erlang C, divided by the concurrency."""

from collections.abc import Mapping
from math import exp

import numpy as np

from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.concurrency import curve_of
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import goals_by_interval
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.shrinkage import with_shrinkage
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

USUAL_LEVEL = 0.8
"""Service level taken where the goals have none."""


def erlang_c_requirement(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Numbers]:
    """Skill to requirement, shape (intervals,): places for single chats of the longest duration by Erlang C, as many of
    them to an agent as the platform allows. Raises InputError as `staff` does.
    """
    horizon = forecast.horizon
    found = {}
    for skill, volume in checked_volumes(forecast, goals).items():
        its = goals_of(goals, skill)
        planned = planned_volume(volume, its.plan_for, its.robot_deflection, horizon)
        own = goals_by_interval(its, horizon, volume.work)
        seconds = horizon.interval_minutes * 60.0
        agents = np.array([_agents(float(came), seconds, held) for came, held in zip(planned, own, strict=True)])
        found[skill] = with_shrinkage(agents, shrinkage_of(its, horizon))
    return found


def _agents(volume: float, seconds: float, goals: Goals) -> float:
    duration = float(curve_of(goals).chat_duration_seconds[-1])
    erlangs = volume * duration / seconds
    wanted = goals.goal.service_level or USUAL_LEVEL

    blocked, places = 1.0, 0
    while not _enough(places, erlangs, duration, blocked, goals.goal.answer_within_seconds, wanted):
        places += 1
        blocked = erlangs * blocked / (places + erlangs * blocked)
    return float(max(goals.minimum_present, -(-places // goals.max_concurrency)))


def _enough(places: int, erlangs: float, duration: float, blocked: float, within: float, wanted: float) -> bool:
    """Whether so many places give the service level, from their Erlang B: C = n B / (n - a (1 - B))."""
    if erlangs >= places:
        return erlangs == 0
    waits = places * blocked / (places - erlangs * (1 - blocked))
    return 1 - waits * exp(-(places - erlangs) * within / duration) >= wanted
