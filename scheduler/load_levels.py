"""Uncertain load: a problem with several load levels as one without, and what planning for each level would cost."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from forecasts.horizon import Numbers
from scheduler.hall import LevelSkill, share_of
from scheduler.objective import Cost, cost
from scheduler.problem import Problem
from scheduler.roster import Roster


@dataclass(frozen=True, slots=True)
class Levelled:
    """A problem whose skills stand once for each load level, so that one matching of agents to skills covers every
    level by itself. Any roster costs `missing` yuan more in the problem with load levels.
    """

    problem: Problem
    missing: float

    def raised(self, yuan: float | None) -> float | None:
        """What a cost of this problem is in the one with load levels."""
        return None if yuan is None else yuan + self.missing


def levelled(problem: Problem) -> Levelled:
    """The problem without its load levels, of the same rosters and, but for a constant, the same costs.

    A level of probability w turns the price p of shortage and s of surplus into w(p + s) - s of its own skill: what
    is covered then saves w(p + s), as it should, beside s for everybody present. The constant is s(1 - w) for all that
    the level requires.
    """
    skills = {
        (number, name): LevelSkill.of(name, number, level.weight)
        for number, level in enumerate(problem.load_levels)
        for name in level.requirement
    }
    curves: dict[str, Numbers] = {skills[key]: problem.load_levels[key[0]].requirement[key[1]] for key in skills}
    unpaid = sum((1.0 - share_of(skill)) * float(curve.sum()) for skill, curve in curves.items())
    agents = {
        name: replace(agent, skills=frozenset(skill for (_, own), skill in skills.items() if own in agent.skills))
        for name, agent in problem.agents.items()
    }
    flat = replace(
        problem,
        agents=agents,
        shortage_costs={skill: problem.shortage_costs[name] for (_, name), skill in skills.items()},
        requirement=curves,
        shortage_weight={
            skill: problem.shortage_weight[name]
            for (_, name), skill in skills.items()
            if name in problem.shortage_weight
        },
        load_levels=(),
    )
    return Levelled(flat, unpaid * problem.surplus_cost * problem.horizon.interval_hours)


def safety_costs(problem: Problem, rosters: Mapping[str, Roster]) -> dict[str, tuple[tuple[Cost, ...], Cost]]:
    """What rosters, by the name of the level that each was planned for, cost in every level and as expected."""
    return {
        name: (tuple(cost(certain, roster) for _, certain in problem.outcomes), cost(problem, roster))
        for name, roster in rosters.items()
    }
