"""What staffing, prediction and simulation are given, checked before any computing."""

from collections.abc import Mapping

import numpy as np

from forecasts.findings import Finding, Place, refuse_if_any
from forecasts.forecast import Forecast, Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.findings import goals_findings, volume_findings, work_findings
from scheduler.staffing.goals import Goals
from scheduler.staffing.goals_in_force import with_work
from scheduler.staffing.planned_volume import volumes_by_skill


def goals_of(goals: Mapping[str, Goals], skill: str) -> Goals:
    """A skill's goals; the defaults for one that has none."""
    return goals.get(skill, Goals())


def checked_volumes(forecast: Forecast, goals: Mapping[str, Goals]) -> dict[str, Volume]:
    """The volume of each skill. Raises InputError with everything wrong in the volumes and in their goals."""
    volumes = volumes_by_skill(forecast)
    found: list[Finding] = []
    for skill, volume in volumes.items():
        found += _goals_findings(goals_of(goals, skill), volume, skill) + volume_findings(volume, skill)
    refuse_if_any(found)
    return volumes


def _goals_findings(goals: Goals, volume: Volume, skill: str) -> list[Finding]:
    """What is wrong in the goals of a skill, else in what phases with work of their own make of them."""
    found = goals_findings(goals, skill)
    for work in dict.fromkeys(volume.work):
        found = found or work_findings(work, skill) or goals_findings(with_work(goals, work), skill)
    return found


def present_findings(horizon: Horizon, present: Mapping[str, Numbers], skills: Mapping[str, object]) -> list[Finding]:
    """Skills whose agents present are missing, too few or negative (ST10)."""
    found: list[Finding] = []
    for skill in skills:
        numbers = np.asarray(present.get(skill, ()), dtype=float)
        if len(numbers) != horizon.intervals or not np.all(np.isfinite(numbers) & (numbers >= 0)):
            facts = {"skill": skill, "expected": horizon.intervals, "found": len(numbers)}
            found.append(Finding("ST10", place=Place(path=skill), facts=facts))
    return found
