"""Staying close to a published roster: what a change costs, told in the format's own requests."""

from dataclasses import replace

from scheduler.agent import Agent, Request
from scheduler.problem import Problem
from scheduler.roster import Roster


def with_change_price(problem: Problem, roster: Roster, price: float) -> Problem:
    """The problem in which every agent's day that differs from the published roster costs `price` yuan.

    A day differs when its shift does, or when work stands against a day off; other breaks are no change. A published
    shift that the problem no longer has cannot be kept and adds nothing. Raises ValueError for a price below zero.
    """
    if price < 0:
        raise ValueError(f"a change cannot cost {price}")
    agents = {name: _staying(problem, agent, roster, price) for name, agent in problem.agents.items()}
    return replace(problem, agents=agents)


def _staying(problem: Problem, agent: Agent, roster: Roster, price: float) -> Agent:
    """Each day one wish: for the published shift, or against any shift on a published day off."""
    published = [(day, roster.shift(agent.id, day)) for day in range(problem.horizon.days)]
    wishes = [
        Request(day, shift, "off" if shift is None else "on", price)
        for day, shift in published
        if price and (shift is None or shift in problem.shifts)
    ]
    return replace(agent, requests=(*agent.requests, *wishes))
