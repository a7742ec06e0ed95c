"""Short texts for narrow places: hours without trailing zeros, several skills, the month of a horizon."""

from datetime import date

from app.window.formats import month_text, number_text, short_day_text
from app.window.roster.plan import RosterPlan
from app.wording import N_, words
from app.wording.names import name_of
from forecasts.horizon import Horizon

_ = words("window")

_ROLES = {"lead": N_("Lead"), "mentor": N_("Mentor")}


def compact(value: float, decimals: int = 1) -> str:
    """A number with thousands separated and no trailing zeros after the point."""
    text = number_text(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def hours(minutes: float) -> str:
    """Minutes as hours with at most one decimal."""
    return compact(minutes / 60)


def skills_name(skills: tuple[str, ...]) -> str:
    """Several skills in one short text."""
    return "·".join(name_of(skill) for skill in skills)


def duties_name(roles: tuple[str, ...]) -> str:
    """What somebody does beside a shift: 组长."""
    return "·".join(_(_ROLES[role]) for role in roles if role in _ROLES)


def months_text(horizon: Horizon) -> str:
    """The month of a horizon, or the first and the last."""
    first, last = horizon.day(0), horizon.day(horizon.days - 1)
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    return f"{_month(first)} – {_month(last)}"


def _month(day: date) -> str:
    return _("{month} {year}").format(month=month_text(day), year=day.year)


def cell_name(plan: RosterPlan, agent: str, day: int) -> str:
    """客服03 11月4日."""
    return f"{plan.name_of(agent)} {short_day_text(plan.horizon.day(day))}"
