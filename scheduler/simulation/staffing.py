"""Staffing that the simulation has checked and repaired: for chat lengths that the chain does not know."""

from collections.abc import Mapping

import numpy as np

from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.simulation.engine import checked_arrivals, simulate_present
from scheduler.simulation.repair import REPAIR_TRIALS, repair
from scheduler.simulation.trials import Trials, for_skill, trials_findings
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.checked import goals_of
from scheduler.staffing.engine import decided_together
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement, SkillRequirement
from scheduler.staffing.shrinkage import with_shrinkage
from scheduler.staffing.shrinkage_by_hour import shrinkage_of


def staff_by_simulation(forecast: Forecast, goals: Mapping[str, Goals], trials: Trials = REPAIR_TRIALS) -> Requirement:
    """Required agents of every skill as `staff` finds them, repaired; the service is the simulated one. Raises
    InputError as `simulate` does.
    """
    arrivals = checked_arrivals(forecast, goals)
    refuse_if_any(trials_findings(trials))
    together = decided_together(forecast.horizon)
    skills = {
        skill: _skill(
            its, together, work, shrinkage_of(work, forecast.horizon), for_skill(trials, number, len(arrivals))
        )
        for number, (skill, its) in enumerate(arrivals.items())
        for work in (goals_of(goals, skill),)
    }
    return Requirement(forecast.horizon, skills)


def _skill(arrivals: Arrivals, together: int, goals: Goals, shrinkage: Numbers, trials: Trials) -> SkillRequirement:
    blocks = arrivals.steps.reshape(len(arrivals.steps) // together, -1)
    plan = repair(Arrivals(blocks, arrivals.step_seconds, arrivals.before), goals, trials).after
    base = np.repeat(plan.present, together)
    decided = tuple(goal for goal in plan.binding_goals for _ in range(together))
    simulated = plan.simulated if together == 1 else simulate_present(arrivals, base, goals, trials)
    return SkillRequirement(base, with_shrinkage(base, shrinkage), decided, simulated.service)
