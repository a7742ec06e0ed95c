"""Rules about the team as a whole, from the rulebook: company for new agents and the team, times without breaks."""

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from forecasts.horizon import Horizon
from forecasts.promotion import Promotion
from scheduler.problem import Companion
from scheduler.rulebook import Rulebook
from scheduler.team import TeamAgent

LEAD, MENTOR, NEW = "lead", "mentor", "new"


def agent_tags(agent: TeamAgent, is_new: bool, team_has_mentors: bool) -> frozenset[str]:
    """What companions are told by. A lead is a mentor, too; where nobody is named one, whoever is not new is."""
    mentor = bool(agent.roles & {LEAD, MENTOR}) if team_has_mentors else not is_new
    given = {LEAD: LEAD in agent.roles, MENTOR: mentor, NEW: is_new}
    return frozenset(tag for tag, holds in given.items() if holds)


def has_mentors(team: Iterable[TeamAgent]) -> bool:
    """Whether anybody in the team is named a mentor or lead."""
    return any(agent.roles & {LEAD, MENTOR} for agent in team)


def companions(rulebook: Rulebook, tags: Collection[str]) -> Iterator[Companion]:
    """A lead on duty, and a mentor beside new agents, where the team has both sides; priced unless the price is off."""
    leads, mentors = rulebook.value("min_leads"), rulebook.value("min_mentors")
    if leads and LEAD in tags:
        yield Companion(LEAD, None, int(leads), rulebook.value("lead_absent_cost"))
    if mentors and {NEW, MENTOR} <= set(tags):
        yield Companion(MENTOR, NEW, int(mentors), rulebook.value("new_agent_alone_cost"))


def times_without_breaks(
    rulebook: Rulebook, promotions: Iterable[Promotion], horizon: Horizon
) -> Iterator[tuple[int, int]]:
    """The first minutes of each phase that begins in the horizon."""
    minutes = rulebook.value("no_break_minutes_of_phase")
    for promotion in promotions:
        for phase in promotion.phases:
            if minutes and horizon.start <= phase.start < horizon.end:
                end = min(phase.start + timedelta(minutes=minutes), phase.end)
                yield horizon.minute(phase.start), horizon.minute(end)
