"""Changes by their labels in words: what a command wrote carries a code, what a person did its own words."""

from app.window.names import scenario_name
from app.wording import N_, words

_ = words("window")

CODES = {
    "new project": N_("New project"),
    "import": N_("Import {what}"),
    "remove import": N_("Take import {what} out"),
    "forecast": N_("Forecast, {what}"),
    "requirement": N_("Requirement, {what}"),
    "roster": N_("Roster found, {what}"),
}


def change_name(label: str) -> str:
    """A label as people read it."""
    for code in sorted(CODES, key=len, reverse=True):
        if label == code or label.startswith(f"{code} "):
            return _(CODES[code]).format(what=scenario_name(label[len(code) :].strip()))
    return label
