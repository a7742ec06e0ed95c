"""The most paid minutes in each week or part of one, those before the horizon included."""

from ortools.sat.python import cp_model

from scheduler.rules.agent_model import AgentModel

RULE = "max_minutes_per_week"


def post(model: AgentModel) -> None:
    """Paid minutes of each week from above; a week already overdrawn before the horizon has no working day."""
    most = model.agent.max_minutes_per_week
    if most is None:
        return
    for number, week in enumerate(model.problem.weeks):
        carries = number == 0 and model.problem.first_week_began_before
        left = most - (model.agent.carry_in.week_minutes if carries else 0)
        if left < 0:
            model.require(cp_model.LinearExpr.sum([model.works[day] for day in week]) == 0, RULE, week[0])
        else:
            model.require(model.paid_minutes(week) <= left, RULE, week[0])
