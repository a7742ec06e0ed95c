"""The most days in a row with shifts of a kind, such as nights."""

from ortools.sat.python import cp_model

from scheduler.rules.agent_model import AgentModel

RULE = "max_consecutive_shifts"


def post(model: AgentModel) -> None:
    """In every stretch one day longer than the limit, a day without a shift of the kind."""
    for key, most in model.agent.max_consecutive_shifts.items():
        kind = {name for name, shift in model.problem.shifts.items() if shift.carries(key)}
        worked = [[v for name, v in model.of_day(day).items() if name in kind] for day in range(len(model.works))]
        for first in range(len(worked) - most):
            stretch = [variable for day in worked[first : first + most + 1] for variable in day]
            model.require(cp_model.LinearExpr.sum(stretch) <= most, RULE, first)
