"""What goals not yet applied will about require, quickly enough to follow a slider."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from forecasts.forecast import Volume
from forecasts.horizon import Horizon, Numbers
from scheduler.staffing.goals import Goals
from scheduler.staffing.planned_volume import planned_volume
from scheduler.staffing.requirement import DEFERRABLE, SkillRequirement
from scheduler.staffing.shrinkage_by_hour import shrinkage_of

LEVELS = 16
"""Volumes for which the steady state is worked out; between them lies about a straight line."""


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """Standard agents `present` and agents `rostered` in each interval, shape (intervals,)."""

    present: Numbers
    rostered: Numbers


@dataclass(frozen=True, eq=False)
class InForce:
    """A skill's requirement as calculated with the goals in force, to be compared with others."""

    horizon: Horizon
    volume: Volume
    goals: Goals
    part: SkillRequirement

    @cached_property
    def _steady(self) -> Numbers:
        return steady_agents(self.horizon, self.volume, self.goals)

    def effect(self, typed: Goals) -> Effect:
        """About what other goals require: agents on chats in proportion to the steady state of each interval; what the
        chain adds for chance and backlog keeps its proportion. `typed` must be free of findings.
        """
        from scheduler.staffing.deferrable import deferrable_agents

        before, after = self._steady, steady_agents(self.horizon, self.volume, typed)
        chatting = self.part.base - self.part.curves.get(DEFERRABLE, 0.0)
        chatting = np.where(before > 0, chatting * after / np.where(before > 0, before, 1.0), after)
        present = chatting + deferrable_agents(self.horizon, self.volume, typed, chatting)
        return Effect(present, present / (1 - shrinkage_of(typed, self.horizon)))


def steady_agents(horizon: Horizon, volume: Volume, goals: Goals) -> Numbers:
    """Agents on chats in the steady state of every interval, between a few volumes by interpolation."""
    from scheduler.staffing.baseline import staff_steady  # with scipy, which showing the page does not need
    from scheduler.staffing.goals_in_force import goals_by_interval

    chats = planned_volume(volume, goals.plan_for, goals.robot_deflection, horizon) * (1 - goals.deferrable_share)
    levels = chats.max(initial=0.0) * np.linspace(0.0, 1.0, LEVELS) ** 2
    own = goals_by_interval(goals, horizon, volume.work)
    agents = np.zeros(horizon.intervals)
    for asked in set(own):
        found = staff_steady(levels, horizon.interval_minutes * 60.0, [asked] * LEVELS)
        holds = np.array([one == asked for one in own])
        agents[holds] = np.interp(chats[holds], levels, [decision.agents for decision in found])
    return agents
