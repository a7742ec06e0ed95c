"""The shortest run of working days; one that touches the horizon's edge may be shorter."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """A run that starts after day 0 goes on for the least length, or to the horizon's end."""
    works = model.works
    for day in range(1, len(works)):
        for later in range(day + 1, min(day + (model.agent.min_consecutive_days or 1), len(works))):
            model.require(works[later] >= works[day] - works[day - 1], "min_consecutive_days", day)
