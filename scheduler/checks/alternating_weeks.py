"""Two days off a week, then one, in turn: the most working days of each week, those before the horizon included."""

from collections.abc import Iterator

from scheduler.agent import Agent
from scheduler.checks.agent_days import Days, weeks
from scheduler.problem import Problem
from scheduler.violation import Violation


def check(problem: Problem, agent: Agent, days: Days) -> Iterator[Violation]:
    """Each week with more working days than its turn has."""
    turn = agent.alternating_weeks
    for week, cells, carries in weeks(problem, days) if turn else ():
        worked = len(cells) + (agent.carry_in.week_days if carries else 0)
        monday = problem.horizon.day(week[0])
        if turn and worked > turn.most_days(monday):
            facts = {"days": worked, "most": turn.most_days(monday), "why": "big" if turn.is_big(monday) else "small"}
            yield Violation("alternating_weeks", agent.id, week[0], facts=facts)
