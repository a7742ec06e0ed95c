"""Some shifts may not follow others on the next day."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """The forbidden pairs of the problem."""
    model.forbid_followers(model.problem.forbidden_successions, 1, "forbidden_successions")
