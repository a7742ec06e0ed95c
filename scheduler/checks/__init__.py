"""The judgement of any roster, also one edited by hand: every hard rule of the format, no solver.

A rule is a file here, a file of the same name in `scheduler.rules` and a test; see docs/adding-a-rule.md.
"""

from dataclasses import replace

from scheduler.agent import Agent
from scheduler.checks import (
    absences,
    alternating_weeks,
    breaks,
    companions,
    eligible_shifts,
    forbidden_shifts,
    forbidden_successions,
    known_names,
    locks,
    max_consecutive_days,
    max_consecutive_shifts,
    max_days_per_week,
    max_minutes,
    max_minutes_in_days,
    max_minutes_per_day,
    max_minutes_per_week,
    max_shifts,
    max_weekends,
    min_consecutive_days,
    min_consecutive_days_off,
    min_minutes,
    min_rest_minutes,
    no_break,
    seat_limit,
)
from scheduler.checks.agent_days import Days
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.violation import Violation

AGENT_CHECKS = (
    eligible_shifts,
    max_minutes_per_day,
    forbidden_shifts,
    breaks,
    no_break,
    absences,
    locks,
    forbidden_successions,
    min_minutes,
    max_minutes,
    max_minutes_in_days,
    max_minutes_per_week,
    max_days_per_week,
    alternating_weeks,
    max_shifts,
    max_consecutive_shifts,
    max_consecutive_days,
    min_consecutive_days,
    min_consecutive_days_off,
    max_weekends,
    min_rest_minutes,
)
"""Rules that look at one agent's days."""

ROSTER_CHECKS = (known_names, seat_limit, companions)
"""Rules that look at the whole roster. One shift a day is not among them: a `Roster` cannot break it."""


def check(problem: Problem, roster: Roster) -> list[Violation]:
    """Every violation of a roster with its gravity: of the whole, then agent by agent."""
    found = list(known_names.check(problem, roster))
    known = known_names.known_part(problem, roster)
    found += seat_limit.check(problem, known)
    found += companions.check(problem, known)
    rows = known.by_agent()
    for name, agent in problem.agents.items():
        found += check_agent(problem, agent, rows.get(name, {}))
    return [sourced(problem, violation) for violation in found] if problem.sources else found


def sourced(problem: Problem, violation: Violation) -> Violation:
    """The violation with where its rule comes from: for the agent, for the contract, or for everybody."""
    agent = problem.agents.get(violation.agent)
    kind = violation.facts.get("kind")
    scopes = [violation.agent, agent.contract, ""] if agent else [""]
    for rule in (f"{violation.rule} {kind}", violation.rule):
        for scope in scopes:
            source = problem.sources.get((rule, scope))
            if source:
                return replace(violation, severity=source.severity, article=source.article)
    return violation


def check_agent(problem: Problem, agent: Agent, days: Days) -> list[Violation]:
    """One agent's violations, days given in order, every shift a known one. Their gravity is left open."""
    return [violation for rule in AGENT_CHECKS for violation in rule.check(problem, agent, days)]
