"""The most working days in each week or part of one, those before the horizon included."""

from ortools.sat.python import cp_model

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """Working days of each week from above; carry-in can leave none."""
    most = model.agent.max_days_per_week
    if most is None:
        return
    for number, week in enumerate(model.problem.weeks):
        carries = number == 0 and model.problem.first_week_began_before
        left = most - (model.agent.carry_in.week_days if carries else 0)
        worked = cp_model.LinearExpr.sum([model.works[day] for day in week])
        model.require(worked <= max(0, left), "max_days_per_week", week[0])
