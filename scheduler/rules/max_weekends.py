"""The most weekends with a shift; a weekend is a Saturday with the Sunday after it."""

from ortools.sat.python import cp_model

from scheduler.problem import Problem
from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """A boolean for each weekend, true when one of its days is worked."""
    most = model.agent.max_weekends
    if most is None:
        return
    worked = []
    for days in _weekends(model.problem):
        weekend = model.model.new_bool_var("weekend")
        for day in days:
            model.model.add_implication(model.works[day], weekend)
        worked.append(weekend)
    model.require(cp_model.LinearExpr.sum(worked) <= most, "max_weekends")


def _weekends(problem: Problem) -> list[list[int]]:
    """The Saturday and Sunday of each week, as far as they lie in the horizon."""
    weekends = [[day for day in week if problem.horizon.weekday(day) >= 5] for week in problem.weeks]
    return [days for days in weekends if days]
