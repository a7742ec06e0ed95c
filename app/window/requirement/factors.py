"""From volume to agents in one interval, factor by factor; with goals not yet applied, the effect to expect at once."""

from dataclasses import dataclass

from app.window.requirement.effect import Effect
from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from scheduler.staffing.effort import chats_per_agent_hour, handling_time_seconds, working_level
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import goals_at
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import SkillRequirement
from scheduler.staffing.shrinkage_by_hour import shrinkage_of


@dataclass(frozen=True, slots=True)
class Factors:
    """Inquiries planned for, of them `by_robot` and `deferred`; chats that may not wait; an agent's `level` of chats
    and `chats_per_hour`; `present` standard agents, `shrinkage`, and agents `rostered`. `handling_time_seconds`: effort
    per inquiry; `of_phase` where the phase in force has work of its own.
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
    handling_time_seconds: float
    of_phase: bool


def factors(horizon: Horizon, volume: Volume, goals: Goals, part: SkillRequirement, interval: int) -> Factors:
    """The interval as it was calculated with these goals."""
    inquiries = float(planned_volume(volume, goals.plan_for, 0.0, horizon)[interval])
    reaching = inquiries * (1 - goals.robot_deflection)
    own = goals_at(goals, volume, interval)
    return Factors(
        inquiries=inquiries,
        by_robot=inquiries - reaching,
        deferred=reaching * goals.deferrable_share,
        chats=reaching * (1 - goals.deferrable_share),
        level=working_level(own),
        chats_per_hour=chats_per_agent_hour(own),
        present=float(part.base[interval]),
        shrinkage=float(shrinkage_of(goals, horizon)[interval]),
        rostered=float(part.requirement[interval]),
        handling_time_seconds=handling_time_seconds(own),
        of_phase=own != goals,
    )


def expected(horizon: Horizon, volume: Volume, typed: Goals, effect: Effect, interval: int) -> Factors:
    """What the interval will about be with the goals as typed."""
    inquiries = float(planned_volume(volume, typed.plan_for, 0.0, horizon)[interval])
    reaching = inquiries * (1 - typed.robot_deflection)
    chats = reaching * (1 - typed.deferrable_share)
    own = goals_at(typed, volume, interval)
    return Factors(
        inquiries=inquiries,
        by_robot=inquiries - reaching,
        deferred=reaching - chats,
        chats=chats,
        level=working_level(own),
        chats_per_hour=chats_per_agent_hour(own),
        present=float(effect.present[interval]),
        shrinkage=float(shrinkage_of(typed, horizon)[interval]),
        rostered=float(effect.rostered[interval]),
        handling_time_seconds=handling_time_seconds(own),
        of_phase=own != typed,
    )
