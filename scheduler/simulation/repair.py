"""Repair of a plan that the chain made: raised where the simulation misses a goal, trimmed where it is above.

The chain remains the map from agents to service and the simulation corrects it (space mapping: Bandler et al. 1994):
where the simulated share lies below the predicted one, the chain is asked for as much more, on the normal scale; where
the simulated response takes longer, for as much shorter a one, in logarithms. Every round meets the same customers.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr, ndtri

from forecasts.horizon import Numbers
from scheduler.simulation.manner import Manner
from scheduler.simulation.relief import PLAYED, Relief
from scheduler.simulation.service import SimulatedService
from scheduler.simulation.simulated_plan import REPAIRED, RESPONSE, Plan, cautious, simulated_plan
from scheduler.simulation.trials import Trials, part_of
from scheduler.staffing.arrivals import Arrivals
from scheduler.staffing.forward import staff_forward
from scheduler.staffing.goals import Goals
from scheduler.staffing.measures import Decision

ROUNDS = 6
RELIEFS = 2
"""Rounds in which the best plan gets agents more where that is worth most."""
REPAIR_TRIALS = Trials(replications=60, manner=Manner(by_message=False))
"""Enough for the first quarter hour of an opening: with half as many, other customers find a goal missed there."""
DOWNWARD = 0.3
"""A goal is raised at once, but lowered only by this part: trimming waits until the intervals before have settled."""
LEAST, MOST = 0.002, 0.9995
"""Shares lie between these, lest the normal scale runs to infinity."""
SHORTEST = 1.02
"""The shortest mean response asked for, in replies: none is shorter than one."""


@dataclass(frozen=True, eq=False, slots=True)
class Repaired:
    """The chain's own plan, and the best one found after it."""

    before: Plan
    after: Plan


def repair(
    arrivals: Arrivals,
    goals: Goals,
    trials: Trials = REPAIR_TRIALS,
    rounds: int = ROUNDS,
    own: Sequence[Goals] | None = None,
) -> Repaired:
    """Of `rounds` plans for one skill the one that misses its goals least, of those the cheapest, with relief where a
    backlog forms. One decision for each row of `arrivals.steps`; `own`: the goals that hold in each of them, where
    they are not `goals`. A stop ends with what was found so far.
    """
    parts = rounds + RELIEFS * PLAYED
    plans = list(_plans(arrivals, goals, trials, rounds, parts, own or [goals] * len(arrivals.steps)))
    best = min(plans, key=lambda plan: (plan.missed, float(plan.present.sum())))
    if not (trials.stop and trials.stop()):
        best = Relief(arrivals, goals, trials, parts).given(best, RELIEFS, rounds)
        if trials.on_progress:
            trials.on_progress(1.0)
    return Repaired(plans[0], best)


def _plans(
    arrivals: Arrivals, goals: Goals, trials: Trials, rounds: int, parts: int, holding: Sequence[Goals]
) -> Iterator[Plan]:
    shifts = {name: np.zeros(len(arrivals.steps)) for name in REPAIRED}
    for number in range(rounds):
        own = _own_goals(goals, shifts, holding)
        decisions = tuple(staff_forward(arrivals.steps, arrivals.step_seconds, arrivals.before, goals, own))
        present = np.array([float(decision.agents) for decision in decisions])
        decided = tuple(decision.binding_goal for decision in decisions)
        plan = simulated_plan(arrivals, present, decided, goals, _part(trials, number, parts))
        yield plan
        if trials.stop and trials.stop():
            return
        shifts = {name: _shifted(shifts[name], name, decisions, plan.simulated) for name in REPAIRED}


def _own_goals(goals: Goals, shifts: Mapping[str, Numbers], holding: Sequence[Goals]) -> list[Goals]:
    """The goals of each interval as the chain must be asked for them."""
    set_goals = [name for name in REPAIRED if getattr(goals.goal, name) is not None]
    asked = {name: _asked(name, goals, shifts[name]).tolist() for name in set_goals}
    rows = range(len(shifts[RESPONSE]))
    service = (replace(goals.goal, **{name: asked[name][number] for name in set_goals}) for number in rows)
    return [replace(its, goal=one) for its, one in zip(holding, service, strict=True)]


def _asked(name: str, goals: Goals, shifts: Numbers) -> Numbers:
    moved = _scaled(name, np.array(float(getattr(goals.goal, name)))) + shifts
    if name == RESPONSE:
        return np.maximum(np.exp(-moved), min(SHORTEST * goals.seconds_per_reply, getattr(goals.goal, name)))
    return np.clip(ndtr(moved), LEAST, MOST)


def _scaled(name: str, values: Numbers) -> Numbers:
    """On the scale of the repair, on which more is better."""
    if name == RESPONSE:
        return -np.log(np.maximum(values, LEAST))
    scaled: Numbers = ndtri(np.clip(values, LEAST, MOST))
    return scaled


def _shifted(before: Numbers, name: str, decisions: Sequence[Decision], simulated: SimulatedService) -> Numbers:
    """By how much the chain is too hopeful, on the scale of the repair; as before where nobody came."""
    predicted = np.array([getattr(decision.measures, name) for decision in decisions])
    wanted = _scaled(name, predicted) - _scaled(name, cautious(simulated, name))
    change = np.nan_to_num(wanted - before)
    shifted: Numbers = before + np.where(change > 0, change, DOWNWARD * change)
    return shifted


def _part(trials: Trials, number: int, of: int) -> Trials:
    """The trials of one round, whose progress is a part of the whole."""
    return replace(trials, on_progress=part_of(trials.on_progress, number, of))
