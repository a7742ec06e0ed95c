"""A contract's least paid minutes in the horizon."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """Paid minutes of the horizon from below."""
    least = model.agent.min_minutes
    if least is not None:
        model.require(model.paid_minutes() >= least, "min_minutes")
