"""Who is present when, in the solver's model: like agents counted together by shift, day and break pattern."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.break_patterns import Pattern, footprint
from scheduler.cover import presence
from scheduler.kind import Kind, kind_of
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rules import no_break
from scheduler.rules.agent_model import AgentModel, Keep
from scheduler.solution import ConflictPart

Duty = tuple[Kind, int, str]
"""A shift on a day worked by agents of a kind."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many agents of a kind take their breaks in a pattern; `intervals` of the horizon they are present in."""

    kind: Kind
    variable: cp_model.IntVar
    intervals: tuple[int, ...]


class PresenceModel:
    """Counts of agents by kind, day, shift and break pattern, linked to the agents' own variables.

    `fixed` is the roster of everything that is not free in the model.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        agents: Collection[AgentModel],
        fixed: Roster,
        keep: Keep,
    ) -> None:
        self.model, self.problem, self.agents, self._keep = model, problem, agents, keep
        self.fixed_roster, self.fixed = fixed, presence(problem, fixed)
        self._members: dict[Duty, dict[str, cp_model.IntVar]] = defaultdict(dict)
        self._held: dict[Duty, dict[str, Pattern]] = defaultdict(dict)  # breaks that a lock holds
        for agent_model in agents:
            kind = kind_of(problem, agent_model.agent)
            held = {(lock.day, lock.shift): lock.breaks for lock in agent_model.agent.locks}
            for (day, shift), works in agent_model.free.items():
                self._members[kind, day, shift][agent_model.agent.id] = works
                breaks = held.get((day, shift))
                if breaks is not None:
                    self._held[kind, day, shift][agent_model.agent.id] = breaks
        self._alone: set[Duty] = set()  # counted by an agent's own variable
        self._patterns: dict[Duty, Mapping[Pattern, cp_model.IntVar]] = {
            duty: self._count(duty, members) for duty, members in self._members.items()
        }
        self.counts = [
            Count(duty[0], variable, self._intervals(duty, pattern))
            for duty, patterns in self._patterns.items()
            for pattern, variable in patterns.items()
        ]
        self.present: dict[int, list[Count]] = defaultdict(list)
        for count in self.counts:
            for interval in count.intervals:
                self.present[interval].append(count)

    def require(self, condition: cp_model.BoundedLinearExpression | bool, rule: str, day: int) -> None:
        """Demand a condition of the whole team in the name of a rule."""
        if self._keep(ConflictPart(rule, day=day)):
            self.model.add(condition)

    def assignments(self, value: Callable[[cp_model.IntVar], int]) -> list[Assignment]:
        """The cells worked in a solution, breaks dealt out among like agents."""
        dealt = []
        for duty, members in self._members.items():
            patterns = [p for p, variable in self._patterns[duty].items() for _ in range(round(value(variable)))]
            workers = [name for name, works in members.items() if value(works)]
            for name, pattern in self._dealt(duty, workers, patterns):
                dealt.append(Assignment(name, duty[1], duty[2], pattern))
        return dealt

    def _dealt(self, duty: Duty, workers: list[str], patterns: list[Pattern]) -> Iterator[tuple[str, Pattern]]:
        """First to those whose breaks are held, as far as they are among these, then in any order."""
        held, others, left = self._held.get(duty, {}), list[str](), list(patterns)
        for name in workers:
            pattern = held.get(name)
            if pattern is None or pattern not in left:
                others.append(name)
            else:
                left.remove(pattern)
                yield name, pattern
        yield from zip(others, left, strict=True)

    def values(self, cells: Collection[Assignment]) -> list[tuple[cp_model.IntVar, int]]:
        """What these assignments make of the counts. Raises KeyError for a break pattern that is not lawful."""
        taken: dict[tuple[Duty, Pattern], int] = defaultdict(int)
        for cell in cells:
            duty = kind_of(self.problem, self.problem.agents[cell.agent]), cell.day, cell.shift
            taken[duty, cell.breaks] += 1
            if cell.breaks not in self._patterns[duty]:
                raise KeyError(cell)
        return [
            (variable, taken[duty, pattern])
            for duty, patterns in self._patterns.items()
            for pattern, variable in patterns.items()
            if duty not in self._alone
        ]

    def _count(self, duty: Duty, members: Mapping[str, cp_model.IntVar]) -> Mapping[Pattern, cp_model.IntVar]:
        patterns, working = no_break.patterns(self.problem, duty[1], duty[2]), list(members.values())
        if len(patterns) == 1 and len(working) == 1:
            self._alone.add(duty)
            return {patterns[0]: working[0]}
        counts = {p: self.model.new_int_var(0, len(working), f"{duty[1]} {duty[2]} {p}") for p in patterns}
        total = cp_model.LinearExpr.sum(working)
        self.model.add(cp_model.LinearExpr.sum(list(counts.values())) == total)
        self._hold(duty, counts, members)
        return counts

    def _hold(
        self, duty: Duty, counts: Mapping[Pattern, cp_model.IntVar], members: Mapping[str, cp_model.IntVar]
    ) -> None:
        """As many in a pattern as there are whose locks hold it."""
        by_pattern: dict[Pattern, list[str]] = defaultdict(list)
        for name, pattern in self._held.get(duty, {}).items():
            if pattern in counts and self._keep(ConflictPart("locks", name, duty[1])):
                by_pattern[pattern].append(name)
        for pattern, names in by_pattern.items():
            self.model.add(counts[pattern] >= cp_model.LinearExpr.sum([members[name] for name in names]))

    def _intervals(self, duty: Duty, pattern: Pattern) -> tuple[int, ...]:
        horizon = self.problem.horizon
        midnight = duty[1] * horizon.intervals_per_day
        relative = footprint(self.problem.shifts[duty[2]], pattern, horizon.interval_minutes)
        return tuple(midnight + i for i in relative if midnight + i < horizon.intervals)
