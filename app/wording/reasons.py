"""Sentences for reasons: what an assignment serves, what another choice costs or breaks, ways out, and advice."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from app.wording import N_, words
from app.wording.amounts import hours
from app.wording.names import listed, name_of
from app.wording.rules import rule_name
from forecasts.horizon import Horizon
from scheduler.reasons.assignment import Choice, Served
from scheduler.reasons.hiring import Hire
from scheduler.reasons.shortage import COST, NOTHING, Help, Shortage
from scheduler.reasons.standing import Difference
from scheduler.reasons.takers import Taker
from scheduler.reoptimise import Change
from scheduler.solution import ConflictPart, Fix
from scheduler.violation import Violation

_ = words("reasons")

Name = Callable[[str], str]
Day = Callable[[int], str]

PARTS = {
    "cover": N_("cover"),
    "shift_targets": N_("shift targets"),
    "labour": N_("labour"),
    "requests": N_("requests"),
    "fairness": N_("fairness"),
    "companions": N_("company of leads"),
}
STOPS = {
    COST: N_("wages above what it would save"),
    NOTHING: N_("nothing: it would save money"),
    "eligible_shifts": N_("no shift at that time"),
}
IN_HOURS = ("min_minutes", "max_minutes", "max_minutes_per_week", "max_minutes_per_day", "min_rest_minutes")
WORTH_SAYING = 0.005
"""Yuan that would be shown as 0.00."""


def shift_word(shift: str | None) -> str:
    """A shift's name, or that it is a day off."""
    return _("day off") if shift is None else shift


def change_sentence(change: Change, agent_name: Name, day_name: Day) -> str:
    """One agent-day before and after."""
    before, after = shift_word(change.before), shift_word(change.after)
    text = _("{agent}, {day}: {before} → {after}")
    return text.format(agent=agent_name(change.agent), day=day_name(change.day), before=before, after=after)


def difference_words(difference: Difference) -> str:
    """What a change costs or saves, of what that consists, and which rules it breaks."""
    total = difference.total
    if abs(total) < WORTH_SAYING:
        said = _("costs the same")
    elif total > 0:
        said = _("costs {yuan} yuan more").format(yuan=f"{total:,.2f}")
    else:
        said = _("saves {yuan} yuan").format(yuan=f"{-total:,.2f}")
    parts = [
        f"{_(word)} {getattr(difference, part):+,.2f}"
        for part, word in PARTS.items()
        if abs(getattr(difference, part)) >= WORTH_SAYING
    ]
    if len(parts) > 1:
        said = _("{said} ({parts})").format(said=said, parts=listed(parts))
    return (
        said
        if not difference.broken
        else _("{said}; breaks {rules}").format(said=said, rules=_rules(difference.broken))
    )


def choice_sentence(choice: Choice) -> str:
    """What another content of the cell would mean."""
    return _("{shift}: {difference}").format(
        shift=shift_word(choice.shift), difference=difference_words(choice.difference)
    )


def taker_sentence(taker: Taker, agent_name: Name) -> str:
    """What it would mean if somebody else took the shift."""
    text = _("{agent} instead of {shift}: {difference}")
    return text.format(
        agent=agent_name(taker.agent),
        shift=shift_word(taker.instead_of),
        difference=difference_words(taker.difference),
    )


def swap_sentence(other: str, difference: Difference, agent_name: Name) -> str:
    """What it would mean to swap with somebody."""
    text = _("Swapped with {agent}: {difference}")
    return text.format(agent=agent_name(other), difference=difference_words(difference))


def serves_sentence(served: Sequence[Served], horizon: Horizon) -> str:
    """What an assignment is for: where cover would fall short without it."""
    if not served:
        return _("No interval would be short without this assignment.")
    yuan = sum(part.yuan for part in served)
    text = _("Without this assignment cover costs {yuan} yuan more: {spans}.")
    return text.format(yuan=f"{yuan:,.2f}", spans=listed(_spans([part.interval for part in served], horizon)))


def shortage_sentence(found: Shortage, horizon: Horizon) -> str:
    """How many are short, and what stops those who have the skill."""
    stops = [
        _("{count} × {why}").format(count=count, why=_(STOPS[rule]) if rule in STOPS else rule_name(rule))
        for rule, count in found.stopped.items()
    ]
    text = _("{skill} is short of {agents} standard agents at {time}. What stops the others: {stops}.")
    return text.format(
        skill=name_of(found.skill),
        agents=f"{found.short:.1f}",
        time=f"{_moment(found.interval, horizon):%m-%d %H:%M}",
        stops=listed(stops) or _("nobody else has the skill"),
    )


def help_sentence(found: Help, agent_name: Name, day_name: Day) -> str:
    """What it would take for one agent to cover a shortage."""
    cell = found.assignment
    text = _("{agent}, {day}: {shift} instead of {before} {difference}")
    return text.format(
        agent=agent_name(cell.agent),
        day=day_name(cell.day),
        shift=cell.shift,
        before=shift_word(found.instead_of),
        difference=difference_words(found.difference),
    )


def hire_sentence(hire: Hire, agent_name: Name, day_name: Day, contract: str, span: str) -> str:
    """Hiring advice: one more agent, on a shift of a day."""
    text = _("One more agent ({contract}, like {agent}) {span} on {day} saves {yuan} yuan")
    said = text.format(
        contract=name_of(contract),
        agent=agent_name(hire.like),
        span=span,
        day=day_name(hire.day),
        yuan=f"{hire.saves:,.2f}",
    )
    if hire.worth is None:
        return said
    return _("{said}; the shadow prices say {worth}").format(said=said, worth=f"{hire.worth:,.2f}")


def fix_sentence(fix: Fix, agent_name: Name, day_name: Day) -> str:
    """One way out of a conflict."""
    place = _place(fix.part, agent_name, day_name)
    if fix.value is None:
        return _("Let go: {rule}{place}").format(rule=rule_name(fix.part.rule), place=place)
    value = _("{hours} h").format(hours=hours(fix.value)) if fix.part.rule in IN_HOURS else str(fix.value)
    said = _("Set to {value}: {rule}{place}").format(rule=rule_name(fix.part.rule), place=place, value=value)
    if not fix.yuan:
        return said
    return _("{said} (hours worth {yuan} yuan)").format(said=said, yuan=f"{fix.yuan:,.2f}")


def _place(part: ConflictPart, agent_name: Name, day_name: Day) -> str:
    agent = agent_name(part.agent) if part.agent else ""
    day = "" if part.day is None else day_name(part.day)
    words_ = [word for word in (agent, day) if word]
    return _(" ({place})").format(place=" ".join(words_)) if words_ else ""


def _rules(broken: Iterable[Violation]) -> str:
    return listed(dict.fromkeys(rule_name(violation.rule) for violation in broken))


def _moment(interval: int, horizon: Horizon) -> datetime:
    return horizon.start + timedelta(minutes=interval * horizon.interval_minutes)


def _spans(intervals: Sequence[int], horizon: Horizon) -> list[str]:
    """Consecutive intervals as spans of the clock, `11-10 19:00–21:30`."""
    spans: list[list[int]] = []
    for interval in intervals:
        if spans and spans[-1][1] == interval:
            spans[-1][1] = interval + 1
        else:
            spans.append([interval, interval + 1])
    return [f"{_moment(first, horizon):%m-%d %H:%M}–{_moment(end, horizon):%H:%M}" for first, end in spans]


def fixes_title() -> str:
    """What stands above ways out."""
    return _("Ways out, each enough by itself:")


def fixes_lines(fixes: Iterable[Fix], agent_name: Name, day_name: Day, most: int = 8) -> list[str]:
    """Ways out, the cheapest first, at most so many."""
    return [fix_sentence(fix, agent_name, day_name) for fix in list(fixes)[:most]]
