"""Names of rules, and a sentence for each way to break one."""

from collections.abc import Callable, Mapping, Sequence

from app.wording import N_, words
from app.wording.amounts import hours
from app.wording.names import listed
from scheduler.solution import ConflictPart
from scheduler.violation import Violation

_ = words("scheduler")

NAMES = {
    "known_names": N_("Known names"),
    "eligible_shifts": N_("Shifts an agent may work"),
    "max_minutes_per_day": N_("Most working time a day"),
    "forbidden_shifts": N_("Shifts an agent must not work"),
    "breaks": N_("Breaks inside a shift"),
    "no_break": N_("Times without breaks"),
    "absences": N_("Absences"),
    "locks": N_("Locks"),
    "forbidden_successions": N_("Forbidden successions"),
    "min_minutes": N_("Least working time"),
    "max_minutes": N_("Most working time"),
    "max_minutes_in_days": N_("Most working time of a month or span"),
    "max_minutes_per_week": N_("Most working time a week"),
    "max_days_per_week": N_("Most working days a week"),
    "alternating_weeks": N_("Alternating weeks"),
    "max_shifts": N_("Most shifts of a kind"),
    "max_consecutive_shifts": N_("Most shifts of a kind in a row"),
    "max_consecutive_days": N_("Longest run of working days"),
    "min_consecutive_days": N_("Shortest run of working days"),
    "min_consecutive_days_off": N_("Shortest run of days off"),
    "max_weekends": N_("Most weekends worked"),
    "min_rest_minutes": N_("Rest between shifts"),
    "seat_limit": N_("Seat limit"),
    "companions": N_("Lead or mentor on duty"),
}

SENTENCES = {
    "known_names": N_(
        "{agent}, {day}: the roster names an agent, day or shift “{shift}” that the problem does not have."
    ),
    "eligible_shifts": N_("{agent}, {day}: may not work shift {shift}."),
    "max_minutes_per_day": N_("{agent}, {day}: works {minutes} hours, at most {most} a day are allowed."),
    "forbidden_shifts": N_("{agent}, {day}: must not work shift {shift} on this day ({kind})."),
    "breaks": N_("{agent}, {day}: the breaks do not fit the shift."),
    "breaks number": N_("{agent}, {day}: {given} breaks instead of {wanted}."),
    "breaks window": N_(
        "{agent}, {day}: a break of shift {shift} lies outside its window or off an interval's border."
    ),
    "breaks overlap": N_("{agent}, {day}: two breaks of shift {shift} overlap."),
    "breaks rests": N_("{agent}, {day}: a short rest of shift {shift} lies outside its window or on a break."),
    "no_break": N_("{agent}, {day}: a break of shift {shift} falls into a time without breaks."),
    "absences": N_("{agent}, {day}: is absent but works shift {shift}."),
    "locks": N_("{agent}, {day}: shift {locked} is locked, the roster has {shift}."),
    "locks breaks": N_("{agent}, {day}: the breaks of shift {shift} are locked, the roster has others."),
    "forbidden_successions": N_("{agent}, {day}: shift {next} may not follow shift {shift} on the next day."),
    "min_minutes": N_("{agent}: works {minutes} hours, at least {least} are owed."),
    "max_minutes": N_("{agent}: works {minutes} hours, at most {most} are allowed."),
    "max_minutes_in_days": N_(
        "{agent}, {days} days from {day}: works {minutes} hours, at most {most} are allowed there."
    ),
    "max_minutes_per_week": N_("{agent}, week from {day}: works {minutes} hours, at most {most} are allowed."),
    "max_days_per_week": N_("{agent}, week from {day}: works {days} days, at most {most} are allowed."),
    "alternating_weeks": N_("{agent}, week from {day}: works {days} days, at most {most} are allowed."),
    "alternating_weeks big": N_(
        "{agent}, week from {day}: works {days} days, but it is the turn of a week with two days off (at most {most})."
    ),
    "max_shifts": N_("{agent}: {count} × {kind}, at most {most} are allowed."),
    "max_consecutive_shifts": N_("{agent}, from {day}: {kind} on {days} days in a row, at most {most} are allowed."),
    "max_consecutive_days": N_("{agent}, from {day}: works {days} days in a row, at most {most} are allowed."),
    "min_consecutive_days": N_("{agent}, from {day}: works only {days} days in a row, at least {least} are asked."),
    "min_consecutive_days_off": N_(
        "{agent}, from {day}: has only {days} days off in a row, at least {least} are asked."
    ),
    "max_weekends": N_("{agent}: works on {weekends} weekends, at most {most} are allowed."),
    "min_rest_minutes": N_("{agent}, {day}: rests {minutes} hours before the shift, at least {least} are asked."),
    "seat_limit": N_("{day}: {agents} agents at work at once, there are {most} seats."),
    "companions anybody": N_("{day}: for {minutes} hours fewer than {least} agents “{companion}” are on duty."),
    "companions": N_(
        "{day}: for {minutes} hours an agent “{of}” is on duty with fewer than {least} agents “{companion}”."
    ),
}
"""By rule, or by rule and reason where it can be broken in several ways."""

IN_HOURS = {
    "min_minutes": ("minutes", "least"),
    "max_minutes": ("minutes", "most"),
    "max_minutes_per_day": ("minutes", "most"),
    "max_minutes_per_week": ("minutes", "most"),
    "max_minutes_in_days": ("minutes", "most"),
    "min_rest_minutes": ("minutes", "least"),
    "companions": ("minutes",),
}
"""Facts in minutes that people read in hours."""

TAGS = {
    "lead": N_("lead"),
    "mentor": N_("mentor"),
    "new": N_("new agent"),
    "tag:night": N_("night shifts"),
    "tag:night_by_law": N_("night work by law"),
    "tag:long_day": N_("days beyond standard hours"),
}
"""Tags that the program itself gives to agents and shifts."""

MOST_PLACES = 6
"""Of one rule in a conflict's sentence."""


def rule_name(rule: str) -> str:
    """What people call a rule; the rule's own name when it is not one of the format's."""
    return _(NAMES[rule]) if rule in NAMES else rule


def violation_sentence(violation: Violation, agent_name: Callable[[str], str], day_name: Callable[[int], str]) -> str:
    """One violation as a sentence: who, when, by how much."""
    template = SENTENCES.get(f"{violation.rule} {violation.facts.get('why')}") or SENTENCES.get(violation.rule)
    agent = agent_name(violation.agent) if violation.agent else ""
    day = "" if violation.day is None else day_name(violation.day)
    if template is None:
        return f"{rule_name(violation.rule)}: {agent} {day}".rstrip()
    return _(template).format_map({**_shown(violation), "agent": agent, "day": day})


def conflict_sentence(
    conflict: Sequence[ConflictPart], agent_name: Callable[[str], str], day_name: Callable[[int], str]
) -> str:
    """A conflict in one sentence: the rules that cannot hold together, each with its agents and days."""
    places: dict[str, list[str]] = {}
    for part in conflict:
        agent = agent_name(part.agent) if part.agent else ""
        day = "" if part.day is None else day_name(part.day)
        places.setdefault(part.rule, []).append(" ".join(word for word in (agent, day) if word))
    parts = [_placed(rule_name(rule), [place for place in where if place]) for rule, where in places.items()]
    return _("These rules cannot hold together; relax one of them: {rules}.").format(rules=_("; ").join(parts))


def _placed(rule: str, places: Sequence[str]) -> str:
    """A rule with its places, only the first few of many."""
    if not places:
        return rule
    named = listed(places[:MOST_PLACES])
    if len(places) > MOST_PLACES:
        named = _("{places} and {count} more").format(places=named, count=len(places) - MOST_PLACES)
    return _("{rule} ({places})").format(rule=rule, places=named)


def _shown(violation: Violation) -> Mapping[str, object]:
    """The facts as people read them: hours for minutes, “day off” for no shift, words for the program's own tags."""
    facts: dict[str, object] = {key: _("day off") if value is None else value for key, value in violation.facts.items()}
    for key in IN_HOURS.get(violation.rule, ()):
        minutes = violation.facts.get(key)
        if isinstance(minutes, int):
            facts[key] = hours(minutes)
    return facts | {key: _(TAGS[tag]) for key, tag in violation.facts.items() if isinstance(tag, str) and tag in TAGS}
