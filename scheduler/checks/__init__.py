"""The judgement of any roster, also one edited by hand: every hard rule of the format, no solver.

A rule is a file here, a file of the same name in `scheduler.rules` and a test; see docs/adding-a-rule.md.
"""

from scheduler.agent import Agent
from scheduler.checks import (
    absences,
    breaks,
    eligible_shifts,
    forbidden_successions,
    known_names,
    locks,
    max_consecutive_days,
    max_days_per_week,
    max_minutes,
    max_minutes_per_week,
    max_shifts,
    max_weekends,
    min_consecutive_days,
    min_consecutive_days_off,
    min_minutes,
    min_rest_minutes,
    seat_limit,
)
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.violation import Violation

AGENT_CHECKS = (
    eligible_shifts,
    breaks,
    absences,
    locks,
    forbidden_successions,
    min_minutes,
    max_minutes,
    max_minutes_per_week,
    max_days_per_week,
    max_shifts,
    max_consecutive_days,
    min_consecutive_days,
    min_consecutive_days_off,
    max_weekends,
    min_rest_minutes,
)
"""Rules that look at one agent's days."""

ROSTER_CHECKS = (known_names, seat_limit)
"""Rules that look at the whole roster. One shift a day is not among them: a `Roster` cannot break it."""


def check(problem: Problem, roster: Roster) -> list[Violation]:
    """Every violation of a roster: of the whole, then agent by agent."""
    found = list(known_names.check(problem, roster))
    known = known_names.known_part(problem, roster)
    found += seat_limit.check(problem, known)
    rows = known.by_agent()
    for name, agent in problem.agents.items():
        found += check_agent(problem, agent, rows.get(name, {}))
    return found


def check_agent(problem: Problem, agent: Agent, days: Days) -> list[Violation]:
    """The violations of one agent's days, given in order; every shift must be a known one."""
    return [violation for rule in AGENT_CHECKS for violation in rule.check(problem, agent, days)]
