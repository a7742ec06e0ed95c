"""The seam of staffing: volume to required agents, and agents present to the service they give."""

from collections.abc import Mapping

import numpy as np

from forecasts.findings import Finding, Place, refuse_if_any
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.baseline import predict_steady, staff_steady
from scheduler.staffing.findings import goals_findings, volume_findings
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import service_of
from scheduler.staffing.planned_volume import planned_volume, volumes_by_skill
from scheduler.staffing.requirement import Requirement, Service, SkillRequirement
from scheduler.staffing.shrinkage import with_shrinkage


def staff(forecast: Forecast, goals: Mapping[str, Goals]) -> Requirement:
    """Required agents of every skill; one without an entry in `goals` takes the defaults.

    Raises InputError with all findings: goals that are wrong or out of reach, volumes that are not counts (ST…).
    """
    volumes = _checked(forecast, goals)
    skills = {skill: _staff_skill(forecast.horizon, volume, _of(goals, skill)) for skill, volume in volumes.items()}
    return Requirement(forecast.horizon, skills)


def predict(forecast: Forecast, present: Mapping[str, Numbers], goals: Mapping[str, Goals]) -> Mapping[str, Service]:
    """The service that given agents give, by skill.

    `present`: skill to standard agents really at work in each interval, shape (intervals,), fractions allowed;
    shrinkage is not applied here (`shrinkage.at_work` turns a roster's cover into it). Raises InputError as `staff`
    does, and where a skill's numbers are missing, too few or negative (ST10).
    """
    volumes = _checked(forecast, goals)
    refuse_if_any(_present_findings(forecast.horizon, present, volumes))
    seconds = forecast.horizon.interval_minutes * 60.0
    return {
        skill: service_of(
            predict_steady(_planned(volume, _of(goals, skill)), present[skill], seconds, _of(goals, skill))
        )
        for skill, volume in volumes.items()
    }


def _staff_skill(horizon: Horizon, volume: Volume, goals: Goals) -> SkillRequirement:
    agents, decided, measures = staff_steady(_planned(volume, goals), horizon.interval_minutes * 60.0, goals)
    base = np.array(agents, dtype=float)
    return SkillRequirement(base, with_shrinkage(base, goals.shrinkage), tuple(decided), service_of(measures))


def _of(goals: Mapping[str, Goals], skill: str) -> Goals:
    return goals.get(skill, Goals())


def _planned(volume: Volume, goals: Goals) -> Numbers:
    return planned_volume(volume, goals.plan_for, goals.robot_deflection)


def _checked(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Volume]:
    volumes = volumes_by_skill(forecast)
    found: list[Finding] = []
    for skill, volume in volumes.items():
        found += goals_findings(_of(goals, skill), skill) + volume_findings(volume, skill)
    refuse_if_any(found)
    return volumes


def _present_findings(
    horizon: Horizon, present: Mapping[str, Numbers], skills: Mapping[str, object]
) -> list[Finding]:
    found: list[Finding] = []
    for skill in skills:
        numbers = np.asarray(present.get(skill, ()), dtype=float)
        if len(numbers) != horizon.intervals or not np.all(np.isfinite(numbers) & (numbers >= 0)):
            facts = {"skill": skill, "expected": horizon.intervals, "found": len(numbers)}
            found.append(Finding("ST10", place=Place(path=skill), facts=facts))
    return found
