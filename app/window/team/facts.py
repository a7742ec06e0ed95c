"""Numbers of a team: standard agents, days away, and the most hours it can work against the hours required."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.window.frame.view import ProjectView
from forecasts.horizon import Horizon
from scheduler.agent import Agent
from scheduler.planned_agent import problem_agent
from scheduler.shift import Shift
from scheduler.staffing.requirement import Requirement
from scheduler.team import DatedAbsence, TeamAgent


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """`available_hours`: the most standard-agent hours the contracts allow, nobody ill; `required_hours`: what the
    requirement asks, None before there is one.
    """

    by_contract: dict[str, int]
    standard_agents: float
    in_training: int
    away_days: int
    requests: int
    available_hours: float
    required_hours: float | None


def facts_of(view: ProjectView, team: tuple[TeamAgent, ...]) -> TeamFacts:
    """The numbers of a team over the horizon of its project."""
    horizon, project = view.project.horizon, view.project
    contracts = [agent.contract for agent in team]
    limited = [problem_agent(agent, horizon, project.rulebook) for agent in team]
    return TeamFacts(
        by_contract={contract: contracts.count(contract) for contract in dict.fromkeys(contracts)},
        standard_agents=sum(agent.productivity for agent in team),
        in_training=sum(agent.productivity < 1 for agent in team),
        away_days=sum(len(away_days(agent.absences, horizon)) for agent in team),
        requests=sum(horizon.first_day <= wish.day < horizon.end.date() for agent in team for wish in agent.requests),
        available_hours=sum(most_minutes(a, project.shifts.values(), horizon) * a.productivity for a in limited) / 60,
        required_hours=required_hours(view.requirement),
    )


def required_hours(requirement: Requirement | None) -> float | None:
    """Standard-agent hours that a requirement asks for, all skills together."""
    if requirement is None:
        return None
    return sum(float(part.requirement.sum()) for _skill, part in requirement) * requirement.horizon.interval_hours


def most_minutes(agent: Agent, shifts: Iterable[Shift], horizon: Horizon) -> int:
    """The most paid minutes the limits of an agent allow: as many days a week as permitted, each on the longest
    shift they may work, days away left out. Runs and rests are not looked at, so it is an upper limit.
    """
    longest = max((shift.paid_minutes for shift in shifts if agent.may_work(shift.id)), default=0)
    away = {absence.day for absence in agent.absences if absence.day is not None}
    weeks: dict[tuple[int, int], int] = {}
    for day in range(horizon.days):
        if day not in away:
            weeks[horizon.week(day)] = weeks.get(horizon.week(day), 0) + 1
    most = 0
    for days in weeks.values():
        worked = days if agent.max_days_per_week is None else min(days, agent.max_days_per_week)
        minutes = worked * longest
        most += minutes if agent.max_minutes_per_week is None else min(minutes, agent.max_minutes_per_week)
    return most if agent.max_minutes is None else min(most, agent.max_minutes)


def away_days(absences: Iterable[DatedAbsence], horizon: Horizon) -> dict[int, DatedAbsence]:
    """Day numbers inside the horizon that absences touch, wholly or in part."""
    touched: dict[int, DatedAbsence] = {}
    for absence in absences:
        last = absence.end - timedelta(minutes=1)
        for day in _days(absence.start.date(), last.date()):
            number = horizon.day_number(day)
            if 0 <= number < horizon.days:
                touched[number] = absence
    return touched


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
