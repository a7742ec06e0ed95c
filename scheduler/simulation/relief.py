"""Agents added where a backlog makes them worth far more than their own chats.

A goal met narrowly where a backlog forms is one that a slightly busier day misses badly, for whoever is not answered
keeps all those behind waiting. What an agent more changes there is found by simulation with the same customers.
"""

import numpy as np

from forecasts.horizon import Numbers
from scheduler.simulation.rehearsal import APART, Rehearsal, best_nearby
from scheduler.simulation.simulated_plan import Plan

PLAYED = APART + 1
"""Simulations in one round of relief: agents more here and there, and the plan that comes of it."""
WORTH = 2.5
"""Agents are added while each serves so many times the customers in time that one kept fully busy could serve."""
STEP = 0.02
"""Part of an interval's agents added at a time, at least one agent."""


def relieved(rehearsal: Rehearsal, plan: Plan, rounds: int, played: int) -> Plan:
    """The plan after up to `rounds` rounds; `played` simulations came before. A stop leaves what was found."""
    for _ in range(rounds):
        more = worthwhile(rehearsal, plan, played)
        if rehearsal.stopped or not more.any():
            return plan
        found = rehearsal.changed(plan, more, played + APART)
        if rehearsal.stopped:
            return plan
        plan, played = found, played + PLAYED
    return plan


def worthwhile(rehearsal: Rehearsal, plan: Plan, played: int) -> Numbers:
    """Agents to add to each interval, shape (intervals,); of those near one another only to the best."""
    step = np.maximum(1.0, np.round(STEP * plan.present))
    gained = np.zeros(len(step))
    for starts, tried in rehearsal.each_changed(plan, step, played):
        gained[starts] = np.add.reduceat(rehearsal.served(tried) - rehearsal.served(plan), starts)
    gained /= step * rehearsal.hours
    return np.where(best_nearby(gained) & (gained > WORTH * rehearsal.own_pace), step, 0.0)
