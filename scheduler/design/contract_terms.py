"""The terms of a team's contracts, read off the agents who have them."""

from statistics import fmean, median_low

from scheduler.agent import Agent
from scheduler.design.mix import ContractTerms
from scheduler.problem import Problem

LONGEST_WEEK = 7 * 24 * 60


def terms_of(problem: Problem, skill: str) -> tuple[ContractTerms, ...]:
    """The contracts of the agents with a skill: their mean wage, and of their limits the middle one."""
    by_contract: dict[str, list[Agent]] = {}
    for agent in problem.agents.values():
        if skill in agent.skills:
            by_contract.setdefault(agent.contract, []).append(agent)
    return tuple(_terms(problem, contract, agents) for contract, agents in sorted(by_contract.items()))


def _terms(problem: Problem, contract: str, agents: list[Agent]) -> ContractTerms:
    weeks = problem.horizon.days / 7
    ids = {shift for agent in agents for shift in problem.eligible_shifts(agent)}
    limits = [a.max_minutes_per_week for a in agents if a.max_minutes_per_week is not None]
    days = [a.max_days_per_week for a in agents if a.max_days_per_week is not None]
    premiums = [a.overtime.multiplier for a in agents if a.overtime]
    owed = median_low([a.min_minutes or 0 for a in agents])
    return ContractTerms(
        contract,
        fmean(agent.hourly_cost for agent in agents),
        tuple(shift for name, shift in problem.shifts.items() if name in ids),
        paid_minutes_per_week=int(owed / weeks),
        max_minutes_per_week=median_low(limits) if limits else LONGEST_WEEK,
        multiplier=median_low(premiums) if premiums else 1.0,
        max_days_per_week=median_low(days) if days else 7,
    )
