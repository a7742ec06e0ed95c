"""The seam of staffing: volume to required agents, and agents present to the service they give."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.baseline import staff_steady
from scheduler.staffing.checked import checked_volumes, goals_of, present_findings
from scheduler.staffing.deferrable import deferrable_agents
from scheduler.staffing.findings import crowd_findings
from scheduler.staffing.forward import predict_forward, staff_forward
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import goals_by_interval
from scheduler.staffing.measures import exam_curves, service_of
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import DEFERRABLE, Requirement, Service, SkillRequirement
from scheduler.staffing.shrinkage import NOBODY, with_shrinkage
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

DECISION_MINUTES = 15


def staff(forecast: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """Required agents of every skill; one without an entry in `goals` takes the defaults.

    Raises InputError with all findings: goals that are wrong or out of reach, volumes that are not counts or too many
    (ST…).
    """
    volumes = checked_volumes(forecast, goals)
    horizon = forecast.horizon
    refuse_if_any(
        found for skill, its in volumes.items() for found in crowd_findings(its, skill, horizon.interval_hours)
    )
    skills = {skill: _staff_skill(horizon, volume, goals_of(goals, skill)) for skill, volume in volumes.items()}
    return Requirement(horizon, skills)


def staff_baseline(forecast: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """The same by the steady state of each interval on its own (Erlang A with exact concurrency), to compare with."""
    volumes = checked_volumes(forecast, goals)
    horizon = forecast.horizon
    skills = {skill: _staff_steadily(horizon, volume, goals_of(goals, skill)) for skill, volume in volumes.items()}
    return Requirement(horizon, skills)


def predict(forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> Mapping[str, Service]:
    """The service that given agents give, by skill.

    `present`: skill to standard agents really at work in each interval, shape (intervals,), fractions allowed;
    shrinkage is not applied here (`shrinkage.at_work` turns a roster's cover into it). Raises InputError as `staff`
    does, and where a skill's numbers are missing, too few or negative (ST10).
    """
    volumes = checked_volumes(forecast, goals)
    refuse_if_any(present_findings(forecast.horizon, present, volumes))
    services = {}
    for skill, volume in volumes.items():
        arrivals = arrivals_of(forecast.horizon, volume, goals_of(goals, skill))
        services[skill] = _service(arrivals, np.asarray(present[skill], dtype=float), goals_of(goals, skill))
    return services


def deferrable_of(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Numbers]:
    """Skill to standard agents whom `staff` puts on work that may wait, shape (intervals,); only skills that have any.
    Raises InputError as `staff` does.
    """
    concerned = {skill: its for skill, its in goals.items() if its.deferrable_share > 0}
    series = {key: volume for key, volume in forecast if key.skill in concerned}
    found = staff(replace(forecast, series=series), concerned) if series else ()
    return {skill: part.curves[DEFERRABLE] for skill, part in found if DEFERRABLE in part.curves}


def chatting_of(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Numbers]:
    """Skill to base agents whom `staff` asks for to serve chats, shape (intervals,); only skills with work that may
    wait. Raises InputError as `staff` does.
    """
    concerned = {skill: its for skill, its in goals.items() if its.deferrable_share > 0}
    series = {key: volume for key, volume in forecast if key.skill in concerned}
    found = staff(replace(forecast, series=series), concerned) if series else ()
    return {skill: part.base - part.curves.get(DEFERRABLE, NOBODY) for skill, part in found}


def decided_together(horizon: Horizon) -> int:
    """Intervals with one decision, a quarter of an hour at least: nobody comes and goes every five minutes."""
    return max(1, DECISION_MINUTES // horizon.interval_minutes)


def _staff_skill(horizon: Horizon, volume: Volume, goals: Goals) -> SkillRequirement:
    arrivals = arrivals_of(horizon, volume, goals)
    together = decided_together(horizon)
    blocks = arrivals.steps.reshape(horizon.intervals // together, -1)
    own = arrivals.own[::together]
    decisions = tuple(staff_forward(blocks, arrivals.step_seconds, arrivals.before, goals, own))
    chatting = np.repeat([float(decision.agents) for decision in decisions], together)
    decided = tuple(decision.binding_goal for decision in decisions for _ in range(together))
    return skill_requirement(horizon, volume, goals, chatting, decided)


def skill_requirement(
    horizon: Horizon, volume: Volume, goals: Goals, chatting: Numbers, decided: tuple[str, ...]
) -> SkillRequirement:
    """The requirement of one skill from the agents `chatting`, shape (intervals,), with those on work that may wait,
    shrinkage, and the service that the chain predicts.
    """
    arrivals = arrivals_of(horizon, volume, goals)
    waiting = deferrable_agents(horizon, volume, goals, chatting)
    base = chatting + waiting
    requirement = with_shrinkage(base, shrinkage_of(goals, horizon))
    given = tuple(
        predict_forward(arrivals.steps, chatting, arrivals.step_seconds, arrivals.before, goals, arrivals.own)
    )
    curves = exam_curves(given) | ({DEFERRABLE: waiting} if waiting.any() else {})
    return SkillRequirement(base, requirement, decided, service_of(given), curves)


def _service(arrivals: Arrivals, present: Numbers, goals: Goals) -> Service:
    return service_of(
        predict_forward(arrivals.steps, present, arrivals.step_seconds, arrivals.before, goals, arrivals.own)
    )


def _staff_steadily(horizon: Horizon, volume: Volume, goals: Goals) -> SkillRequirement:
    planned = planned_volume(volume, goals.plan_for, goals.robot_deflection, horizon)
    own = goals_by_interval(goals, horizon, volume.work)
    decisions = staff_steady(planned, horizon.interval_minutes * 60.0, own)
    base = np.array([float(decision.agents) for decision in decisions])
    decided = tuple(decision.binding_goal for decision in decisions)
    service = service_of(decision.measures for decision in decisions)
    return SkillRequirement(base, with_shrinkage(base, shrinkage_of(goals, horizon)), decided, service)
