"""The longest run of working days, those just before the horizon included."""

from ortools.sat.python import cp_model

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """In every stretch one day longer than the limit, a day off; the first stretch is shortened by the carry-in."""
    most = model.agent.max_consecutive_days
    if most is None:
        return
    first = max(0, most - model.agent.carry_in.consecutive_days) + 1
    stretches = [range(first)] + [range(day, day + most + 1) for day in range(len(model.works) - most)]
    for stretch in stretches:
        if stretch.stop <= len(model.works):
            worked = cp_model.LinearExpr.sum([model.works[day] for day in stretch])
            model.require(worked <= len(stretch) - 1, "max_consecutive_days", stretch.start)
