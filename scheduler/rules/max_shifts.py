"""The most shifts of a kind, by id or by tag, in the horizon."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """Each kind counted from above."""
    for key, most in model.agent.max_shifts.items():
        carrying = {name: int(shift.carries(key)) for name, shift in model.problem.shifts.items()}
        model.require(model.sum(carrying.__getitem__) <= most, "max_shifts")
