"""The whole problem, or a part of it with the rest fixed, as one CP-SAT model."""

from collections import Counter
from collections.abc import Callable, Collection

from ortools.sat.python import cp_model

from scheduler.problem import Fairness, Problem
from scheduler.roster import Assignment, Roster
from scheduler.rules.agent_model import AgentModel, Keep, keep_all
from scheduler.rules.catalogue import AGENT_RULES, ROSTER_RULES, open_cells
from scheduler.rules.presence_model import PresenceModel
from scheduler.search.model import companion_cost, labour_cost, wish_cost
from scheduler.search.model.cover_cost import CoverCost
from scheduler.search.model.objective_model import ObjectiveModel

NOBODY = Roster()


class TeamModel:
    """Every rule of some agents on some days, the rest as `fixed` has it; and, once `price` is called, the cost.

    The cost counts what the free agents can change and the whole cover; the pay and wishes of the others are left out.
    """

    def __init__(
        self,
        problem: Problem,
        free: Collection[str] | None = None,
        fixed: Roster = NOBODY,
        keep: Keep = keep_all,
        days: Collection[int] | None = None,
    ) -> None:
        self.problem, self.model = problem, cp_model.CpModel()
        names = dict.fromkeys(problem.agents if free is None else free)
        open_days = range(problem.horizon.days) if days is None else days
        self.fixed = Roster({k: cell for k, cell in fixed.cells.items() if k[0] not in names or k[1] not in open_days})
        self.agents = [self._agent(name, open_days, keep) for name in names]
        for agent_model in self.agents:
            for rule in AGENT_RULES:
                rule.post(agent_model)
        self.presence = PresenceModel(self.model, problem, self.agents, self.fixed, keep)
        for roster_rule in ROSTER_RULES:
            roster_rule.post(self.presence)
        self.objective = ObjectiveModel()

    def _agent(self, name: str, open_days: Collection[int], keep: Keep) -> AgentModel:
        agent = self.problem.agents[name]
        kept = {d: self.fixed.shift(name, d) for d in range(self.problem.horizon.days) if d not in open_days}
        return AgentModel(self.model, self.problem, agent, open_cells(self.problem, agent, keep, open_days), keep, kept)

    def price(self) -> None:
        """Add the objective."""
        CoverCost(self.presence, self.objective).post()
        for agent_model in self.agents:
            labour_cost.post(agent_model, self.objective)
            wish_cost.post_requests(agent_model, self.objective)
        heads = Counter((cell.day, cell.shift) for cell in self.fixed.cells.values())
        for target in self.problem.shift_targets:
            wish_cost.post_target(self.agents, target, heads[target.day, target.shift], self.objective)
        for rule in self.problem.fairness:
            wish_cost.post_fairness(self.agents, rule, self._counts(rule), self.objective)
        for companion in self.problem.companions:
            companion_cost.post(self.presence, companion, self.objective)
        self.objective.post(self.model)

    def roster(self, value: Callable[[cp_model.IntVar], int]) -> Roster:
        """The roster of a solution, the fixed part included."""
        free = {(cell.agent, cell.day): cell for cell in self.presence.assignments(value)}
        return Roster({**self.fixed.cells, **free})

    def hint(self, roster: Roster) -> None:
        """Tell the solver where to begin."""
        for variable, value in self.values(roster):
            self.model.add_hint(variable, value)

    def values(self, roster: Roster) -> list[tuple[cp_model.IntVar, int]]:
        """What a roster makes of the variables of the free agents. Raises KeyError for an assignment that has none."""
        rows, found = roster.by_agent(), list[tuple[cp_model.IntVar, int]]()
        cells: list[Assignment] = []
        for agent_model in self.agents:
            row = rows.get(agent_model.agent.id, {})
            days = {day: cell for day, cell in row.items() if day not in agent_model.kept}
            worked = {(cell.day, cell.shift) for cell in days.values()}
            if not worked <= agent_model.free.keys():
                raise KeyError(worked - agent_model.free.keys())
            found += [(variable, int(cell in worked)) for cell, variable in agent_model.free.items()]
            works = ((day, works) for day, works in enumerate(agent_model.works) if day not in agent_model.kept)
            found += [(variable, int(day in days)) for day, variable in works]
            cells += days.values()
        return found + self.presence.values(cells)

    def _counts(self, rule: Fairness) -> dict[str, int]:
        """Shifts to be shared of each fixed agent of the rule's contract, earlier months included."""
        free = {agent_model.agent.id for agent_model in self.agents}
        shifts, cells = self.problem.shifts, self.fixed.cells.values()
        worked = Counter(cell.agent for cell in cells if rule.counts(cell.day, shifts[cell.shift]))
        return {
            name: worked[name] + rule.before.get(name, 0)
            for name, agent in self.problem.agents.items()
            if name not in free and rule.contract in (None, agent.contract)
        }
