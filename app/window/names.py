"""What the window calls the steps of the rail; ids with a word, and scenarios, are in `app.wording.names`."""

from app.wording import N_, words
from app.wording.names import scenario_name

_ = words("window")

__all__ = ["STEPS", "scenario_name", "step_name"]

STEPS = {
    "history": N_("History"),
    "forecast": N_("Forecast"),
    "requirement": N_("Requirement"),
    "team": N_("Team"),
    "rules": N_("Rules"),
    "roster": N_("Roster"),
    "comparison": N_("Compare"),
    "export": N_("Export"),
    "review": N_("Review"),
}


def step_name(step: str) -> str:
    """A step of the rail."""
    return _(STEPS[step])
