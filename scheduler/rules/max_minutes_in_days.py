"""The most paid minutes in given stretches of days, such as a calendar month or a settled span."""

from scheduler.rules.agent_model import AgentModel

RULE = "max_minutes_in_days"


def post(model: AgentModel) -> None:
    """Paid minutes of each stretch from above."""
    for limit in model.agent.max_minutes_in_days:
        days = range(limit.first, limit.last + 1)
        model.require(model.paid_minutes(days) <= limit.minutes, RULE, limit.first)
