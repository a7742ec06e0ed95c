"""What the window calls the steps of the rail and the scenarios; ids with a word are in `app.wording.names`."""

from app.wording import N_, words

_ = words("window")

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


def scenario_name(name: str) -> str:
    """A scenario; the base scenario has a word in each language, others are called as the user did."""
    from app.project.project import BASE_SCENARIO

    return _("Base") if name == BASE_SCENARIO else name
