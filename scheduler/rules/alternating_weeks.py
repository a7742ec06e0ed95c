"""Two days off a week, then one, in turn: the most working days of each week, those before the horizon included."""

from ortools.sat.python import cp_model

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """Working days of each week from above; carry-in can leave none."""
    turn = model.agent.alternating_weeks
    if turn is None:
        return
    for number, week in enumerate(model.problem.weeks):
        carries = number == 0 and model.problem.first_week_began_before
        left = turn.most_days(model.problem.horizon.day(week[0])) - (model.agent.carry_in.week_days if carries else 0)
        worked = cp_model.LinearExpr.sum([model.works[day] for day in week])
        model.require(worked <= max(0, left), "alternating_weeks", week[0])
