"""Everybody's paths; the graph of a family is made when first asked for."""

from collections import defaultdict
from dataclasses import replace
from math import prod

import numpy as np
from numpy.typing import NDArray

from forecasts.horizon import MINUTES_PER_DAY, Numbers
from scheduler.agent import Agent
from scheduler.labour import overtime_premium
from scheduler.problem import Problem
from scheduler.rules.catalogue import AGENT_RULES, open_cells
from scheduler.search.paths.agent_paths import AgentPaths
from scheduler.search.paths.agent_states import Entry, Family, family_of
from scheduler.search.paths.day_graph import DayGraph, day_graph
from scheduler.search.paths.tallies import Budget, Tally

KNOWN = {
    "eligible_shifts",
    "absences",
    "forbidden_successions",
    "min_minutes",
    "max_minutes",
    "max_minutes_in_days",
    "max_minutes_per_week",
    "max_days_per_week",
    "alternating_weeks",
    "max_shifts",
    "max_consecutive_shifts",
    "max_consecutive_days",
    "min_consecutive_days",
    "min_consecutive_days_off",
    "max_weekends",
    "min_rest_minutes",
}
"""Rules about an agent's days that every path keeps, unless a limit had to be left out."""
MOST_STATES, ALL_STATES, LEAST_STATES = 2_000_000, 20_000_000, 200_000
"""Of a graph before states of like future are joined; of all graphs together, as far as each may have the least. Limits
that need more are left out, the loosest first.
"""
MOST_ARCS = 10_000_000
"""Of a graph before it is joined: 16 bytes each while it is made."""
NO_LIMIT = 2**40


class TeamPaths:
    """Paths by name; prepares each agent and each family once. `most`: states of a graph."""

    def __init__(self, problem: Problem, most: int = MOST_STATES) -> None:
        self.problem, self._most = problem, most
        self._families: dict[str, tuple[Family, Entry]] = {}
        self._members: dict[Family, list[Entry]] = defaultdict(list)
        self._open: dict[str, NDArray[np.bool_]] = {}
        for name, agent in problem.agents.items():
            shifts, self._open[name] = _open(problem, agent)
            family, entry = self._families[name] = family_of(problem, agent, shifts)
            self._members[family].append(entry)
        self._graphs: dict[Family, DayGraph] = {}
        self._loosened: dict[Family, list[Tally]] = defaultdict(list)
        self._paths: dict[str, AgentPaths] = {}

    def __getitem__(self, name: str) -> AgentPaths:
        """The agent's paths."""
        if name not in self._paths:
            family, entry = self._families[name]
            graph, premium = self._graph(family), _premium(self.problem, self.problem.agents[name])
            self._paths[name] = AgentPaths(family.shifts, self._open[name], premium, graph.arcs, graph.entries[entry])
        return self._paths[name]

    def shifts(self, name: str) -> tuple[str, ...]:
        """The shifts open to an agent; no graph is needed for them."""
        return self._families[name][0].shifts

    def keeps_all_rules(self, name: str) -> bool:
        """Whether every path of an agent is lawful, so that nobody need check it."""
        return self.keeps_all_but_locks(name) and not self.problem.agents[name].locks

    def keeps_all_but_locks(self, name: str) -> bool:
        """Whether every path of an agent on which locked days stay as they are is lawful."""
        return self.keeps_the_rest(name) and not self._loosened.get(self._families[name][0])

    def keeps_the_rest(self, name: str) -> bool:
        """Whether every path of an agent is lawful when locked shifts are worked in it and it keeps to the limits that
        can be charged. A rule goes by its field's name.
        """
        family, agent = self._families[name][0], self.problem.agents[name]
        unknown = {rule.__name__.rpartition(".")[2] for rule in AGENT_RULES} - KNOWN - {"locks"}
        self._graph(family)
        charged = all(isinstance(tally, Budget) and tally.days is None for tally in self._loosened.get(family, []))
        limited = any(getattr(agent, rule, True) for rule in unknown)
        return charged and not limited and not _rests_over_days_off(self.problem, agent)

    def left_out(self, name: str) -> set[str | None]:
        """Limits of the horizon that the agent's graph does without: kinds of shift, and None for minutes."""
        family = self._families[name][0]
        self._graph(family)
        left_out = [tally for tally in self._loosened.get(family, []) if isinstance(tally, Budget)]
        return {tally.key for tally in left_out if tally.days is None and not tally.weekend}

    def _graph(self, family: Family) -> DayGraph:
        """The graph of a family, without its loosest tallies where it would be too large."""
        if family not in self._graphs:
            kept, entries = family, self._members[family]
            graph = self._affordable(kept, entries)
            while graph is None:
                loosest = _loosest(kept, entries)
                kept = replace(kept, tallies=tuple(tally for tally in kept.tallies if tally != loosest))
                self._loosened[family].append(loosest)
                graph = self._affordable(kept, entries)
            self._graphs[family] = graph
        return self._graphs[family]

    def _affordable(self, family: Family, entries: list[Entry]) -> DayGraph | None:
        if not family.tallies:  # nothing is left to do without
            return day_graph(self.problem.horizon, family, entries, NO_LIMIT)
        most = min(self._most, max(LEAST_STATES, ALL_STATES // len(self._members)))
        most = min(most, MOST_ARCS // (len(family.shifts) + 1))
        if _combinations(family, entries) * self.problem.horizon.days > most:  # about as many states will be reached
            return None
        return day_graph(self.problem.horizon, family, entries, most)


def _combinations(family: Family, entries: list[Entry]) -> int:
    """States of all tallies together."""
    return prod(tally.table([dict(entry.starts)[tally] for entry in entries]).good.size for tally in family.tallies)


def _loosest(family: Family, entries: list[Entry]) -> Tally:
    """The limit on a kind of shift that leaves most freedom; when there is none, the largest tally."""

    def freedom(tally: Tally) -> tuple[bool, int]:
        return tally.key is not None, max(dict(entry.starts)[tally][0] for entry in entries)

    return max(family.tallies, key=freedom)


def _rests_over_days_off(problem: Problem, agent: Agent) -> bool:
    """Whether the least rest can forbid a shift after a whole day off."""
    shifts = [problem.shifts[shift] for shift in problem.eligible_shifts(agent)]
    if agent.min_rest_minutes is None or not shifts:
        return False
    shortest = 2 * MINUTES_PER_DAY + min(shift.start for shift in shifts) - max(shift.end for shift in shifts)
    return shortest < agent.min_rest_minutes


def _premium(problem: Problem, agent: Agent) -> Numbers:
    """Yuan that a minute of overtime costs more than an ordinary one, by day."""
    rate = agent.hourly_cost / 60
    return np.array([overtime_premium(problem, agent, day) * rate for day in range(problem.horizon.days)])


def _open(problem: Problem, agent: Agent) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """The shifts open to an agent, and whether they are on each day, shape (days, shifts). Closed are also cells too
    soon after the last shift before the horizon, and all when no run of days is allowed.
    """
    never = {s.id for s in problem.shifts.values() if any(not n and s.carries(k) for k, n in agent.max_shifts.items())}
    cells = [(day, shift) for day, shift in open_cells(problem, agent) if shift not in never]
    worked = {shift for _, shift in cells}
    shifts = tuple(shift for shift in problem.shifts if shift in worked)
    column, is_open = (
        {s: n for n, s in enumerate(shifts)},
        np.zeros((problem.horizon.days, len(shifts)), dtype=np.bool_),
    )
    is_open[[day for day, _ in cells], [column[shift] for _, shift in cells]] = True
    end, rest = agent.carry_in.last_shift_end, agent.min_rest_minutes
    if end is not None and rest is not None:
        midnights = np.arange(problem.horizon.days) * MINUTES_PER_DAY
        starts = np.array([problem.shifts[shift].start for shift in shifts])
        is_open &= midnights[:, np.newaxis] + starts - end >= rest
    return shifts, is_open & (agent.max_consecutive_days != 0)
