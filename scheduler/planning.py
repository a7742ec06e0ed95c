"""From the team, its shifts, the rulebook and the requirement to the problem that the search solves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from forecasts.day_kinds import AS_SHIPPED, Calendar, DayKind, day_kind
from forecasts.horizon import Horizon, Numbers
from forecasts.promotion import Promotion
from scheduler.agent import Agent
from scheduler.agent_rules import AgentRules
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.fair_shares import fair_shares
from scheduler.past_roster import PastDay, days_by_agent, with_past
from scheduler.planned_agent import problem_agent
from scheduler.planned_shifts import NIGHT, with_legal_tags, with_short_rests
from scheduler.planned_team_rules import companions, has_mentors, times_without_breaks
from scheduler.problem import LoadLevel, PriceStep, Problem
from scheduler.rule_sources import rule_sources
from scheduler.rulebook import Rulebook
from scheduler.shift import Shift
from scheduler.team import TeamAgent


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds a horizon: promotions, the days rostered before it, the lead's own kinds of days, the turn of the
    weeks (大小周), None when every week is alike.
    """

    promotions: tuple[Promotion, ...] = ()
    past: tuple[PastDay, ...] = ()
    calendar: Calendar = field(default_factory=lambda: AS_SHIPPED)
    weeks: AlternatingWeeks | None = None


PLAIN = Circumstances()
NO_VALUE: Mapping[str, Numbers] = MappingProxyType({})


def roster_problem(
    name: str,
    horizon: Horizon,
    team: Iterable[TeamAgent],
    shifts: Mapping[str, Shift],
    rulebook: Rulebook,
    requirement: Mapping[str, Numbers],
    seat_limit: int | None = None,
    around: Circumstances = PLAIN,
    load_levels: Sequence[LoadLevel] = (),
    value: Mapping[str, Numbers] = NO_VALUE,
) -> Problem:
    """The rostering problem of a plan. `requirement`: skill to standard agents, unrounded, shape (intervals,); `value`:
    skill to what an agent-hour short loses in orders, yuan by interval, on top of the plain price of shortage.
    """
    team = tuple(team)
    shifts = with_short_rests(shifts, rulebook)
    if any(agent.protections or AgentRules(agent, rulebook).value("neither_nights_nor_overtime") for agent in team):
        shifts = with_legal_tags(shifts, rulebook)
    shift_tags = frozenset(tag for shift in shifts.values() for tag in shift.tags)
    mentors = has_mentors(team)
    past = days_by_agent(each for each in around.past if each.day < horizon.first_day)
    made = [
        problem_agent(agent, horizon, rulebook, shifts, past.get(agent.id, {}), around.calendar, mentors, around.weeks)
        for agent in team
    ]
    agents = {agent.id: known_only(agent, requirement, shift_tags) for agent in made}
    problem = Problem(
        name=name,
        horizon=horizon,
        shifts=dict(shifts),
        agents=agents,
        shortage_costs={skill: _prices(rulebook, skill) for skill in requirement},
        surplus_cost=rulebook.value("surplus_cost") or 0.0,
        requirement={skill: np.asarray(curve, dtype=np.float64) for skill, curve in requirement.items()},
        seat_limit=seat_limit,
        forbidden_successions=_successions(shifts, rulebook),
        pay_multipliers=_statutory_days(horizon, rulebook, around.calendar),
        fairness=tuple(fair_shares(horizon, agents, shifts, rulebook, around.calendar)),
        companions=tuple(companions(rulebook, {tag for agent in agents.values() for tag in agent.tags})),
        no_break=tuple(times_without_breaks(rulebook, around.promotions, horizon)),
        load_levels=tuple(load_levels),
        shortage_weight=dict(_weights(rulebook, {skill: value[skill] for skill in requirement if skill in value})),
        sources=rule_sources(AgentRules(agent, rulebook) for agent in team),
    )
    return with_past(problem, around.past, around.calendar)


def known_only(agent: Agent, requirement: Mapping[str, Numbers], tags: frozenset[str]) -> Agent:
    """The agent without skills that nobody requires and limits on tags that no shift carries: a problem names
    nothing that it does not hold.
    """

    def known(limits: Mapping[str, int]) -> dict[str, int]:
        return {key: most for key, most in limits.items() if key.removeprefix("tag:") in tags}

    return replace(
        agent,
        skills=frozenset(agent.skills & requirement.keys()),
        max_shifts=known(agent.max_shifts),
        max_consecutive_shifts=known(agent.max_consecutive_shifts),
        forbidden_shifts=tuple(f for f in agent.forbidden_shifts if f.shift.removeprefix("tag:") in tags),
    )


def _prices(rulebook: Rulebook, skill: str) -> tuple[PriceStep, ...]:
    return (PriceStep(None, rulebook.value("shortage_cost", skill) or 0.0),)


def _weights(rulebook: Rulebook, value: Mapping[str, Numbers]) -> Iterator[tuple[str, Numbers]]:
    """The factor on the plain price that adds the value; a skill without a plain price has no shortage to weigh."""
    for skill, yuan in value.items():
        plain = rulebook.value("shortage_cost", skill)
        if plain:
            yield skill, np.round(1 + yuan / plain, 4)


def _successions(shifts: Mapping[str, Shift], rulebook: Rulebook) -> frozenset[tuple[str, str]]:
    """No early shift after a late one or a night, told by their tags."""
    if not rulebook.value("no_early_after_late"):
        return frozenset()
    late = [shift.id for shift in shifts.values() if shift.tags & {"late", NIGHT}]
    return frozenset((first, second.id) for first in late for second in shifts.values() if "early" in second.tags)


def _statutory_days(horizon: Horizon, rulebook: Rulebook, calendar: Calendar) -> dict[int, float]:
    multiplier = rulebook.value("statutory_day_multiplier")
    if multiplier is None:
        return {}
    days = range(horizon.days)
    return {day: multiplier for day in days if day_kind(horizon.day(day), calendar) is DayKind.STATUTORY}
