"""From volume to agents in one interval, factor by factor; with goals not yet applied, the effect to expect at once."""

from dataclasses import dataclass

from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from scheduler.staffing.effort import chats_per_agent_hour, working_level
from scheduler.staffing.goals import Goals
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import SkillRequirement
from scheduler.staffing.shrinkage_by_hour import shrinkage_of


@dataclass(frozen=True, slots=True)
class Factors:
    """Inquiries planned for, of them `by_robot` and `deferred`; chats that may not wait; an agent's `level` of chats
    and `chats_per_hour`; `present` standard agents, `shrinkage`, and agents `rostered`.
    """

    inquiries: float
    by_robot: float
    deferred: float
    chats: float
    level: float
    chats_per_hour: float
    present: float
    shrinkage: float
    rostered: float


def factors(horizon: Horizon, volume: Volume, goals: Goals, part: SkillRequirement, interval: int) -> Factors:
    """The interval as it was calculated with these goals."""
    inquiries = float(planned_volume(volume, goals.plan_for, 0.0, horizon)[interval])
    reaching = inquiries * (1 - goals.robot_deflection)
    return Factors(
        inquiries=inquiries,
        by_robot=inquiries - reaching,
        deferred=reaching * goals.deferrable_share,
        chats=reaching * (1 - goals.deferrable_share),
        level=working_level(goals),
        chats_per_hour=chats_per_agent_hour(goals),
        present=float(part.base[interval]),
        shrinkage=float(shrinkage_of(goals, horizon)[interval]),
        rostered=float(part.requirement[interval]),
    )


def expected(horizon: Horizon, volume: Volume, goals: Goals, typed: Goals, now: Factors, interval: int) -> Factors:
    """What the interval will about be with the goals as typed: agents in proportion to the effort that chats and
    deferred work ask for, between the same limits; what the chain adds for chance and backlog keeps its proportion.
    """
    inquiries = float(planned_volume(volume, typed.plan_for, 0.0, horizon)[interval])
    reaching = inquiries * (1 - typed.robot_deflection)
    chats = reaching * (1 - typed.deferrable_share)
    per_hour = chats_per_agent_hour(typed)
    before = _agents(goals, now.chats, now.chats_per_hour, now.deferred, horizon)
    after = _agents(typed, chats, per_hour, reaching - chats, horizon)
    present = max(float(typed.minimum_present), now.present * after / before if before > 0 else after)
    shrinkage = float(shrinkage_of(typed, horizon)[interval])
    return Factors(
        inquiries=inquiries,
        by_robot=inquiries - reaching,
        deferred=reaching - chats,
        chats=chats,
        level=working_level(typed),
        chats_per_hour=per_hour,
        present=present,
        shrinkage=shrinkage,
        rostered=present / (1 - shrinkage),
    )


def _agents(goals: Goals, chats: float, per_hour: float, deferred: float, horizon: Horizon) -> float:
    work = deferred * goals.seconds_per_reply * goals.replies_per_chat / 3600
    return (chats / per_hour if per_hour > 0 else 0.0) / horizon.interval_hours + work / horizon.interval_hours
