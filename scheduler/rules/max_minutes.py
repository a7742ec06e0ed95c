"""A contract's most paid minutes in the horizon."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """Paid minutes of the horizon from above."""
    most = model.agent.max_minutes
    if most is not None:
        model.require(model.paid_minutes() <= most, "max_minutes")
