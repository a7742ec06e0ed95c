"""The whole problem, or a part of it with the rest fixed, as one CP-SAT model."""

from collections import Counter
from collections.abc import Callable, Collection

from ortools.sat.python import cp_model

from scheduler.cover import presence
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.rules.agent_model import AgentModel, Keep, keep_all
from scheduler.rules.catalogue import AGENT_RULES, ROSTER_RULES, open_cells
from scheduler.rules.presence_model import PresenceModel
from scheduler.search import labour_cost, wish_cost
from scheduler.search.cover_cost import CoverCost
from scheduler.search.objective_model import ObjectiveModel

NOBODY = Roster()


class TeamModel:
    """Every rule of some agents, the others keeping what `fixed` gives them; and, once `price` is called, the cost.

    The cost counts what the free agents can change and the whole cover; the pay and wishes of the others are left out.
    """

    def __init__(
        self,
        problem: Problem,
        free: Collection[str] | None = None,
        fixed: Roster = NOBODY,
        keep: Keep = keep_all,
    ) -> None:
        self.problem, self.model = problem, cp_model.CpModel()
        names = list(problem.agents if free is None else free)
        self.fixed = Roster({key: cell for key, cell in fixed.cells.items() if key[0] not in set(names)})
        self.agents = [
            AgentModel(self.model, problem, problem.agents[name], open_cells(problem, problem.agents[name], keep), keep)
            for name in names
        ]
        for agent_model in self.agents:
            for rule in AGENT_RULES:
                rule.post(agent_model)
        self.presence = PresenceModel(self.model, problem, self.agents, presence(problem, self.fixed), keep)
        for roster_rule in ROSTER_RULES:
            roster_rule.post(self.presence)
        self.objective = ObjectiveModel()

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
            wish_cost.post_fairness(self.agents, rule, self._counts(rule.tag, rule.contract), self.objective)
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
            days = rows.get(agent_model.agent.id, {})
            worked = {(cell.day, cell.shift) for cell in days.values()}
            if not worked <= agent_model.cells.keys():
                raise KeyError(worked - agent_model.cells.keys())
            found += [(variable, int(cell in worked)) for cell, variable in agent_model.cells.items()]
            found += [(works, int(day in days)) for day, works in enumerate(agent_model.works)]
            cells += days.values()
        return found + self.presence.values(cells)

    def _counts(self, tag: str, contract: str | None) -> dict[str, int]:
        """Shifts carrying a tag of each fixed agent of a contract."""
        free = {agent_model.agent.id for agent_model in self.agents}
        worked = Counter(
            cell.agent for cell in self.fixed.cells.values() if tag in self.problem.shifts[cell.shift].tags
        )
        return {
            name: worked[name]
            for name, agent in self.problem.agents.items()
            if name not in free and contract in (None, agent.contract)
        }
