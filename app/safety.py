"""What each safety level costs: rosters planned for one load level each, beside the one for all of them."""

from dataclasses import replace
from threading import Event

from forecasts.findings import Finding, Level
from scheduler.load_levels import safety_costs
from scheduler.problem import Problem
from scheduler.search import solve
from scheduler.solution import SearchLimits, Solution
from scheduler.staffing.safety_levels import LEVEL_SHARES

SHARE = 0.1
"""Of the search's time for each level."""
FOUND = "found"


def safety_findings(
    problem: Problem, solution: Solution, limits: SearchLimits, stop: Event | None = None
) -> list[Finding]:
    """A notice (ST24) for each load level: pay of a roster planned for it alone, what that one is short when the load
    turns out so, and what it is expected to cost in all. None without load levels or without a roster.
    """
    if not problem.load_levels or solution.objective is None:
        return []
    names, rosters = [name.upper() for name in LEVEL_SHARES], {FOUND: solution.roster}
    for name, level in zip(names, problem.load_levels, strict=True):
        brief = replace(limits, seconds=SHARE * limits.seconds)
        rosters[name] = solve(problem.at(level), brief, None, stop, solution.roster).roster
    costs = safety_costs(problem, rosters)
    return [
        Finding(
            "ST24",
            Level.NOTICE,
            facts={
                "level": name,
                "pay": f"{costs[name][1].labour:,.0f}",
                "short": f"{costs[name][0][number].agent_hours_short:,.1f}",
                "expected": f"{costs[name][1].total:,.0f}",
                "found": f"{costs[FOUND][1].total:,.0f}",
            },
        )
        for number, name in enumerate(names)
    ]
