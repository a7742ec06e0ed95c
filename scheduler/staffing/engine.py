"""The seam of staffing: volume to required agents, and agents present to the service they give."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from forecasts.findings import Finding, Place, refuse_if_any
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.baseline import staff_steady
from scheduler.staffing.findings import goals_findings, volume_findings
from scheduler.staffing.forward import predict_forward, staff_forward
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import service_of
from scheduler.staffing.planned_volume import planned_volume, volumes_by_skill
from scheduler.staffing.profile import arrival_profile, steps_of
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.staffing.shrinkage import with_shrinkage

DECISION_MINUTES = 15


def staff(forecast: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """Required agents of every skill; one without an entry in `goals` takes the defaults.

    Raises InputError with all findings: goals that are wrong or out of reach, volumes that are not counts (ST…).
    """
    volumes = _checked(forecast, goals)
    skills = {skill: _staff_skill(forecast.horizon, volume, _of(goals, skill)) for skill, volume in volumes.items()}
    return Requirement(forecast.horizon, skills)


def staff_baseline(forecast: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """The same by the steady state of each interval on its own (Erlang A with exact concurrency), to compare with."""
    volumes = _checked(forecast, goals)
    skills = {skill: _staff_steadily(forecast.horizon, volume, _of(goals, skill)) for skill, volume in volumes.items()}
    return Requirement(forecast.horizon, skills)


def predict(forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> Mapping[str, Service]:
    """The service that given agents give, by skill.

    `present`: skill to standard agents really at work in each interval, shape (intervals,), fractions allowed;
    shrinkage is not applied here (`shrinkage.at_work` turns a roster's cover into it). Raises InputError as `staff`
    does, and where a skill's numbers are missing, too few or negative (ST10).
    """
    volumes = _checked(forecast, goals)
    refuse_if_any(_present_findings(forecast.horizon, present, volumes))
    services = {}
    for skill, volume in volumes.items():
        arrivals = _arrivals(forecast.horizon, volume, _of(goals, skill))
        services[skill] = _service(arrivals, np.asarray(present[skill], dtype=float), _of(goals, skill))
    return services


@dataclass(frozen=True, slots=True)
class _Arrivals:
    """Inquiries that reach an agent: `steps` of shape (intervals, steps), and `before` in a step before the horizon.

    What came before is not known: taken is the first step's volume, but not more than the first day's average, so that
    an opening at the very start still comes as a jump.
    """

    steps: Numbers
    step_seconds: float
    before: float


def _arrivals(horizon: Horizon, volume: Volume, goals: Goals) -> _Arrivals:
    count = steps_of(horizon.interval_minutes)
    planned = planned_volume(volume, goals.plan_for, goals.robot_deflection)
    steps = arrival_profile(planned, volume.phases, count)
    before = min(steps[0, 0], steps[: horizon.intervals_per_day].mean())
    return _Arrivals(steps, horizon.interval_minutes * 60 / count, float(before))


def _staff_skill(horizon: Horizon, volume: Volume, goals: Goals) -> SkillRequirement:
    """Decides for a quarter of an hour at least: nobody comes and goes every five minutes."""
    arrivals = _arrivals(horizon, volume, goals)
    together = max(1, DECISION_MINUTES // horizon.interval_minutes)
    blocks = arrivals.steps.reshape(horizon.intervals // together, -1)
    decisions = tuple(staff_forward(blocks, arrivals.step_seconds, arrivals.before, goals))
    base = np.repeat([float(decision.agents) for decision in decisions], together)
    decided = tuple(decision.binding_goal for decision in decisions for _ in range(together))
    return SkillRequirement(base, with_shrinkage(base, goals.shrinkage), decided, _service(arrivals, base, goals))


def _service(arrivals: _Arrivals, present: Numbers, goals: Goals) -> Service:
    return service_of(predict_forward(arrivals.steps, present, arrivals.step_seconds, arrivals.before, goals))


def _staff_steadily(horizon: Horizon, volume: Volume, goals: Goals) -> SkillRequirement:
    planned = planned_volume(volume, goals.plan_for, goals.robot_deflection)
    decisions = staff_steady(planned, horizon.interval_minutes * 60.0, goals)
    base = np.array([float(decision.agents) for decision in decisions])
    decided = tuple(decision.binding_goal for decision in decisions)
    service = service_of(decision.measures for decision in decisions)
    return SkillRequirement(base, with_shrinkage(base, goals.shrinkage), decided, service)


def _of(goals: Mapping[str, Goals], skill: str) -> Goals:
    return goals.get(skill, Goals())


def _checked(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Volume]:
    volumes = volumes_by_skill(forecast)
    found: list[Finding] = []
    for skill, volume in volumes.items():
        found += goals_findings(_of(goals, skill), skill) + volume_findings(volume, skill)
    refuse_if_any(found)
    return volumes


def _present_findings(horizon: Horizon, present: Mapping[str, Numbers], skills: Mapping[str, object]) -> list[Finding]:
    found: list[Finding] = []
    for skill in skills:
        numbers = np.asarray(present.get(skill, ()), dtype=float)
        if len(numbers) != horizon.intervals or not np.all(np.isfinite(numbers) & (numbers >= 0)):
            facts = {"skill": skill, "expected": horizon.intervals, "found": len(numbers)}
            found.append(Finding("ST10", place=Place(path=skill), facts=facts))
    return found
