"""The shortest run of days off; one that touches the horizon's edge may be shorter."""

from scheduler.rules.agent_model import AgentModel


def post(model: AgentModel) -> None:
    """A run of days off that starts after day 0 goes on for the least length, or to the horizon's end."""
    works = model.works
    for day in range(1, len(works)):
        for later in range(day + 1, min(day + (model.agent.min_consecutive_days_off or 1), len(works))):
            model.require(1 - works[later] >= works[day - 1] - works[day], "min_consecutive_days_off", day)
