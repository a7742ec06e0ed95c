"""Staffing that the simulation has checked and repaired: for chat lengths that the chain does not know."""

from collections.abc import Mapping

import numpy as np

from forecasts.forecast import Forecast
from scheduler.simulation.engine import Trials, for_skill, simulate_present
from scheduler.simulation.repair import repair
from scheduler.staffing.arrivals import Arrivals, arrivals_of
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.engine import decided_together
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement, SkillRequirement
from scheduler.staffing.shrinkage import with_shrinkage


def staff_by_simulation(forecast: Forecast, goals: Mapping[str, Goals], trials: Trials) -> Requirement:
    """Required agents of every skill as `staff` finds them, repaired; the service is the simulated one. Raises
    InputError as `staff` does.
    """
    volumes = checked_volumes(forecast, goals)
    together = decided_together(forecast.horizon)
    skills = {}
    for number, (skill, volume) in enumerate(volumes.items()):
        arrivals = arrivals_of(forecast.horizon, volume, goals_of(goals, skill))
        own = for_skill(trials, number, len(volumes))
        skills[skill] = _skill(arrivals, together, goals_of(goals, skill), own)
    return Requirement(forecast.horizon, skills)


def _skill(arrivals: Arrivals, together: int, goals: Goals, trials: Trials) -> SkillRequirement:
    blocks = arrivals.steps.reshape(len(arrivals.steps) // together, -1)
    plan = repair(Arrivals(blocks, arrivals.step_seconds, arrivals.before), goals, trials).after
    base = np.repeat(plan.present, together)
    decided = tuple(goal for goal in plan.binding_goals for _ in range(together))
    simulated = plan.simulated if together == 1 else simulate_present(arrivals, base, goals, trials)
    return SkillRequirement(base, with_shrinkage(base, goals.shrinkage), decided, simulated.service)
