"""A roster speaks only of agents, days and shifts that the problem has."""

from collections.abc import Iterator

from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.violation import Violation


def check(problem: Problem, roster: Roster) -> Iterator[Violation]:
    """Each assignment with a name or a day unknown to the problem."""
    for cell in roster:
        if not (cell.agent in problem.agents and cell.shift in problem.shifts and 0 <= cell.day < problem.horizon.days):
            yield Violation("known_names", cell.agent, cell.day, facts={"shift": cell.shift})


def known_part(problem: Problem, roster: Roster) -> Roster:
    """The roster without the assignments this rule reports."""
    unknown = {(violation.agent, violation.day) for violation in check(problem, roster)}
    if not unknown:
        return roster
    return Roster({key: cell for key, cell in roster.cells.items() if key not in unknown})
