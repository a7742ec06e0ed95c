"""Agents taken away where every goal still holds without them.

The chain decides interval by interval; an agent whom it asks for in one may have become spare by those asked for in
the others. Whoever a backlog makes worth far more than their own chats stays, see `relief`.
"""

import numpy as np

from scheduler.simulation.rehearsal import APART, Chosen, Rehearsal, best_nearby
from scheduler.simulation.relief import WORTH
from scheduler.simulation.simulated_plan import Plan

PLAYED = APART + 2
"""Simulations in one round of trimming: agents fewer here and there, the plan that comes of it, and mended."""
_NOTHING = 1e-9


def trimmed(rehearsal: Rehearsal, plan: Plan, rounds: int, played: int) -> Plan:
    """The plan after up to `rounds` rounds, never missing its goals by more; a stop leaves what was found."""
    for _ in range(rounds):
        spare = spare_agents(rehearsal, plan, played)
        if rehearsal.stopped or not spare.any():
            return plan
        leaner = _without(rehearsal, plan, spare, played + APART)
        if rehearsal.stopped or leaner is None:
            return plan
        plan, played = leaner, played + PLAYED
    return plan


def spare_agents(rehearsal: Rehearsal, plan: Plan, played: int) -> Chosen:
    """Whether one agent can be spared in an interval, shape (intervals,); of those near one another the one who serves
    fewest.
    """
    fewer = np.where(plan.present > rehearsal.goals.minimum_present, -1.0, 0.0)
    lost, worse = np.full(len(fewer), np.inf), np.full(len(fewer), np.inf)
    for starts, tried in rehearsal.each_changed(plan, fewer, played):
        lost[starts] = np.add.reduceat(rehearsal.served(plan) - rehearsal.served(tried), starts) / rehearsal.hours
        worse[starts] = np.add.reduceat(tried.misses - plan.misses, starts)
    able = (fewer < 0) & (worse <= _NOTHING) & (lost <= WORTH * rehearsal.own_pace)
    chosen: Chosen = able & best_nearby(np.where(able, -lost, -np.inf))
    return chosen


def _without(rehearsal: Rehearsal, plan: Plan, spare: Chosen, played: int) -> Plan | None:
    """The plan without those agents, or without those of them who are not missed after all."""
    leaner = rehearsal.changed(plan, -spare.astype(float), played)
    if leaner.missed <= plan.missed + _NOTHING or rehearsal.stopped:
        return leaner
    starts = np.flatnonzero(spare)
    worse = np.add.reduceat(leaner.misses - plan.misses, starts) > _NOTHING
    kept = spare.copy()
    kept[starts[worse]] = False
    mended = rehearsal.changed(plan, -kept.astype(float), played + 1)
    return mended if mended.missed <= plan.missed + _NOTHING else None
