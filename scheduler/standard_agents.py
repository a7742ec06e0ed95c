"""What each agent is worth in standard agents on a roster: productivity, ramp-up and the contract's shrinkage."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from forecasts.horizon import Horizon
from scheduler.ramp import ramp_of
from scheduler.rulebook import Rulebook
from scheduler.staffing.goals import Goals
from scheduler.staffing.shrinkage_by_contract import worth_of_contract
from scheduler.team import TeamAgent


def with_worth(
    team: Iterable[TeamAgent],
    horizon: Horizon,
    rulebook: Rulebook,
    goals: Mapping[str, Goals],
    skills: Collection[str],
) -> tuple[TeamAgent, ...]:
    """The team with the productivity that counts in a roster for these `skills`. A new agent counts for what the ramp
    says, unless the productivity entered is lower already.
    """
    ramp = ramp_of(rulebook)

    def worth(agent: TeamAgent) -> float:
        alone = min(agent.productivity, ramp.over(horizon, agent.hired)) if ramp else agent.productivity
        factor = worth_of_contract(goals, agent.contract, agent.skills & frozenset(skills))
        return alone if factor == 1 and alone == agent.productivity else round(alone * factor, 4)

    return tuple(replace(agent, productivity=worth(agent)) for agent in team)
