"""Staffing that the simulation has checked and repaired: for chat lengths that the chain does not know."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from forecasts.findings import refuse_if_any
from forecasts.forecast import Forecast
from forecasts.horizon import Numbers
from scheduler.simulation.engine import checked_arrivals, simulate_present
from scheduler.simulation.manner import ChatLength
from scheduler.simulation.repair import REPAIR_TRIALS, repair
from scheduler.simulation.trials import OnProgress, Trials, for_skill, trials_findings
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.checked import checked_volumes, goals_of
from scheduler.staffing.engine import decided_together, skill_requirement
from scheduler.staffing.goals import Goals
from scheduler.staffing.requirement import Requirement

EVEN = 0.8
"""Chats whose length varies by less than this make the chain's plan miss its goals in a spike."""


def repaired_where_even(
    forecast: Forecast, goals: Mapping[str, Goals], found: Requirement, on_progress: OnProgress | None = None
) -> Requirement:
    """A requirement with the skills repaired whose chats vary too little for the chain. Raises InputError as
    `staff_by_simulation` does.
    """
    even = [skill for skill in found.skills if goals_of(goals, skill).chat_length_cv < EVEN]
    if not even:
        return found
    mended = staff_by_simulation(forecast, goals, replace(REPAIR_TRIALS, on_progress=on_progress), even)
    return Requirement(found.horizon, {**found.skills, **mended.skills})


def repaired(
    forecast: Forecast, goals: Mapping[str, Goals], _found: Requirement, on_progress: OnProgress | None = None
) -> Requirement:
    """Every skill repaired. Raises as `staff_by_simulation`."""
    return staff_by_simulation(forecast, goals, replace(REPAIR_TRIALS, on_progress=on_progress))


def staff_by_simulation(
    forecast: Forecast,
    goals: Mapping[str, Goals],
    trials: Trials = REPAIR_TRIALS,
    skills: Collection[str] | None = None,
) -> Requirement:
    """Required agents as `staff` finds them, repaired for chats that vary as the goals say; for all skills unless told
    for which. The service is the simulated one. Raises InputError as `simulate` does.
    """
    volumes = checked_volumes(forecast, goals)
    arrivals = {
        skill: its for skill, its in checked_arrivals(forecast, goals).items() if skills is None or skill in skills
    }
    refuse_if_any(trials_findings(trials))
    found = {}
    for number, (skill, its) in enumerate(arrivals.items()):
        work = goals_of(goals, skill)
        chatting, decided, trials_of = _repaired_skill(forecast, its, work, for_skill(trials, number, len(arrivals)))
        part = skill_requirement(forecast.horizon, volumes[skill], work, chatting, decided)
        simulated = simulate_present(its, chatting, work, replace(trials_of, on_progress=None))
        found[skill] = replace(part, service=simulated.service)
    return Requirement(forecast.horizon, found)


def _repaired_skill(
    forecast: Forecast, arrivals: Arrivals, goals: Goals, trials: Trials
) -> tuple[Numbers, tuple[str, ...], Trials]:
    """Agents who serve chats, the goals that decided on them, and the trials that were played."""
    together = decided_together(forecast.horizon)
    blocks = Arrivals(
        arrivals.steps.reshape(len(arrivals.steps) // together, -1),
        arrivals.step_seconds,
        arrivals.before,
        arrivals.own[::together],
    )
    varying = replace(trials, manner=replace(trials.manner, by_message=False, length=length_of(goals)))
    plan = repair(blocks, goals, varying, own=blocks.own).after
    decided = tuple(goal for goal in plan.binding_goals for _ in range(together))
    return np.repeat(plan.present, together), decided, varying


def length_of(goals: Goals) -> ChatLength:
    """How chat lengths vary; a longer tail than the exponential is lognormal."""
    return ChatLength(goals.chat_length_cv, lognormal=goals.chat_length_cv > 1)
