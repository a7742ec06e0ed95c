"""A roster speaks only of agents, days and shifts that the problem has."""

from collections.abc import Iterator

from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.violation import Violation


def check(problem: Problem, roster: Roster) -> Iterator[Violation]:
    """Each assignment with a name or a day unknown to the problem."""
    for cell in roster:
        if not is_known(problem, cell):
            yield Violation("known_names", cell.agent, cell.day, facts={"shift": cell.shift})


def is_known(problem: Problem, cell: Assignment) -> bool:
    """Whether agent, shift and day of an assignment are the problem's."""
    return cell.agent in problem.agents and cell.shift in problem.shifts and 0 <= cell.day < problem.horizon.days


def known_part(problem: Problem, roster: Roster) -> Roster:
    """The roster without the assignments this rule reports."""
    unknown = {(violation.agent, violation.day) for violation in check(problem, roster)}
    if not unknown:
        return roster
    return Roster({key: cell for key, cell in roster.cells.items() if key not in unknown})
