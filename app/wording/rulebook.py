"""What people call the values of the rulebook, their units and scopes."""

from app.wording import N_, words
from app.wording.names import name_of

_ = words("rulebook")

VALUES = {
    "max_consecutive_days": N_("Longest run of working days"),
    "max_days_per_week": N_("Most working days a week"),
    "alternating_weeks": N_("Alternating weeks, where the team has them"),
    "max_minutes_per_day": N_("Most working time a day"),
    "told_from_minutes_per_day": N_("Long shift: paid time above"),
    "told_from_minutes_on_site": N_("Long shift: time on site above"),
    "max_minutes_per_week": N_("Most working time a week"),
    "min_minutes_per_week": N_("Least working time a week"),
    "min_rest_minutes": N_("Rest between shifts"),
    "no_early_after_late": N_("No early shift after a late one"),
    "max_night_shifts_per_month": N_("Most night shifts a month"),
    "max_consecutive_nights": N_("Most night shifts in a row"),
    "min_free_weekends_per_month": N_("Free weekends a month, at least"),
    "protected_from_nights": N_("Protected agents work no nights"),
    "protected_from_overtime": N_("Protected agents work no overtime"),
    "neither_nights_nor_overtime": N_("Work neither nights nor overtime"),
    "days_without_nights_when_new": N_("New agents: days without nights"),
    "new_agent_days": N_("Days that an agent counts as new"),
    "new_agent_productivity": N_("Ramp-up: productivity on the day of hire"),
    "ramp_days": N_("Ramp-up: days until fully productive"),
    "min_leads": N_("Leads on duty, at least"),
    "min_mentors": N_("Mentors beside new agents, at least"),
    "no_break_minutes_of_phase": N_("No breaks after a phase opens"),
    "short_rests": N_("Short rests in a shift"),
    "short_rest_minutes": N_("Length of a short rest"),
    "short_rests_from_minutes": N_("Short rests from shifts of"),
    "leave_frozen_in_promotions": N_("Leave during a promotion is told"),
    "told_from_minutes_in_lieu": N_("Much lieu time: balance above"),
    "max_agency_percent": N_("Agents from an agency, at most"),
    "max_intern_percent": N_("Share of interns in the team, at most"),
    "max_intern_percent_of_post": N_("Share of interns in a skill, at most"),
    "min_hourly_pay": N_("Local minimum wage by the hour"),
    "shortage_cost": N_("Price of shortage"),
    "surplus_cost": N_("Price of surplus"),
    "plan_for_load_levels": N_("Plan for P50, P80 and P90 at once, by their odds"),
    "lead_absent_cost": N_("Price of hours without a lead"),
    "new_agent_alone_cost": N_("Price of new agents alone"),
    "night_pay_multiplier": N_("Night shifts paid so many times"),
    "night_fairness_cost": N_("Fairness: night shifts"),
    "late_fairness_cost": N_("Fairness: late shifts"),
    "weekend_fairness_cost": N_("Fairness: weekends"),
    "holiday_fairness_cost": N_("Fairness: holidays"),
    "overtime_after_minutes_per_day": N_("Overtime begins after, a day"),
    "overtime_after_minutes_per_week": N_("Overtime begins after, a week"),
    "overtime_multiplier": N_("Pay multiple of overtime"),
    "rest_day_multiplier": N_("Pay multiple of rest days"),
    "max_overtime_minutes_per_month": N_("Most overtime a month"),
    "standard_minutes_per_month": N_("Standard working time a month"),
    "statutory_day_multiplier": N_("Pay multiple of statutory holidays"),
    "max_average_minutes_per_day": N_("Most average working time a day"),
    "max_settlement_days": N_("Pay is settled at least every"),
    "rest_day_in_lieu": N_("Rest days worked are taken in lieu"),
    "rest_day_by_calendar": N_("Rest days are Saturday and Sunday"),
    "statutory_by_start_day": N_("A shift's holiday pay follows its first day"),
    "night_begins_minutes": N_("Night work begins"),
    "night_ends_minutes": N_("Night work ends"),
}
UNITS = {
    "day": N_("days"),
    "minute": N_("hours"),
    "shift": N_("shifts"),
    "weekend": N_("weekends"),
    "rest": N_("rests"),
    "agent": N_("agents"),
    "standard agent": N_("standard agents"),
    "times": N_("×"),
    "on": N_("yes/no"),
    "percent": N_("%"),
    "yuan/agent-hour": N_("yuan per agent-hour"),
    "yuan/hour": N_("yuan per hour"),
    "yuan/shift": N_("yuan per shift"),
}
SCOPES = {
    "": N_("everybody"),
    "standard": N_("standard hours"),
    "comprehensive": N_("comprehensive hours"),
    "flexible": N_("flexible hours"),
    "student": N_("students"),
}
SEVERITIES = {"law": N_("law"), "policy": N_("policy"), "hint": N_("hint")}


def value_name(key: str) -> str:
    """What people call a value of the rulebook; its key when it is not one of ours."""
    return _(VALUES[key]) if key in VALUES else key


def unit_name(unit: str) -> str:
    """The unit in which people read and type a value; minutes are read as hours."""
    return _(UNITS[unit]) if unit in UNITS else unit


def scope_name(scope: str) -> str:
    """Whom a value holds for: everybody, a contract, a skill, an hours system."""
    return _(SCOPES[scope]) if scope in SCOPES else name_of(scope)


def severity_name(severity: str) -> str:
    """How grave it is to break a rule."""
    return _(SEVERITIES[severity])
