"""Agents added, absences and requests put in and taken out by day: pure functions that give the agent changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from scheduler.team import DatedAbsence, DatedRequest, TeamAgent

REQUEST_COST = 30.0
"""Yuan that a request is worth when nobody has said otherwise; lists that are imported say their own."""


def away_on(agent: TeamAgent, days: Iterable[date], kind: str) -> TeamAgent:
    """Away for whole days, which takes whatever stood on them; neighbours become one absence."""
    days = sorted(days)
    free = cleared(agent, days)
    return replace(free, absences=(*free.absences, *(_absence(run, kind) for run in _runs(days))))


def wishing_on(agent: TeamAgent, days: Iterable[date], shift: str | None, wish: str) -> TeamAgent:
    """A wish for or against a shift, any shift when None, on each of the days; it takes the place of what stood there.
    What the agent's other requests are worth most often is what it is worth.
    """
    days = sorted(days)
    costs = [request.cost for request in agent.requests]
    cost = max(set(costs), key=costs.count) if costs else REQUEST_COST
    free = cleared(agent, days)
    return replace(free, requests=(*free.requests, *(DatedRequest(day, shift, wish, cost) for day in days)))


def cleared(agent: TeamAgent, days: Iterable[date]) -> TeamAgent:
    """Without absences and requests on these days; an absence that reaches further is cut."""
    wanted = set(days)
    absences = agent.absences
    for day in wanted:
        absences = tuple(part for absence in absences for part in _without(absence, day))
    requests = tuple(request for request in agent.requests if request.day not in wanted)
    return replace(agent, absences=absences, requests=requests)


def fresh_agent(team: Sequence[TeamAgent], name: str) -> TeamAgent:
    """A new agent with an id of its own, of the contract, skills and cost of the last one."""
    ids = {agent.id for agent in team}
    wide = max((len(one) for one in ids if one.isdigit()), default=5)
    number = next(number for number in range(len(team) + 1, 2 * len(team) + 2) if str(number).zfill(wide) not in ids)
    like = team[-1] if team else TeamAgent("", "", skills=frozenset({"presale"}))
    return TeamAgent(
        str(number).zfill(wide), name, like.group, like.contract, like.legal_form, like.skills,
        hourly_cost=like.hourly_cost, shifts=like.shifts,
    )  # fmt: skip


def _without(absence: DatedAbsence, day: date) -> Iterable[DatedAbsence]:
    """What is left of an absence before and after a day."""
    begin = datetime.combine(day, time())
    end = begin + timedelta(days=1)
    if absence.end <= begin or absence.start >= end:
        yield absence
        return
    if absence.start < begin:
        yield replace(absence, end=begin)
    if absence.end > end:
        yield replace(absence, start=end)


def _runs(days: list[date]) -> Iterable[list[date]]:
    """Neighbouring days together."""
    run: list[date] = []
    for day in days:
        if run and day != run[-1] + timedelta(days=1):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _absence(days: list[date], kind: str) -> DatedAbsence:
    end = datetime.combine(days[-1], time()) + timedelta(days=1)
    return DatedAbsence(datetime.combine(days[0], time()), end, kind)
