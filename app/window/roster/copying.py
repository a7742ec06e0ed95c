"""The selected cells as text that Excel and WPS paste: tabs between days, a line for each agent."""

from app.window.roster.model import RosterModel
from app.window.roster.selection import Selection


def as_tsv(model: RosterModel, chosen: Selection) -> str:
    """Codes of the selected cells; a day off is empty."""
    if chosen.is_empty:
        return ""
    rows = range(chosen.first_row, chosen.last_row + 1)
    days = slice(chosen.first_day, chosen.last_day + 1)
    return "\n".join("\t".join(look.code for look in model.looks(row)[days]) for row in rows)
