"""No break while the load is at its steepest, such as the first half hour of a promotion's phase."""

from scheduler.agent import Agent
from scheduler.break_patterns import Pattern, free_patterns
from scheduler.problem import Problem
from scheduler.rules import breaks


def forbids(problem: Problem, agent: Agent, day: int, shift: str) -> bool:
    """Whether the shift's breaks all fall into such a time on this day, wherever they are put."""
    del agent
    return bool(problem.no_break and breaks.patterns(problem, shift) and not free_patterns(problem, day, shift))


def patterns(problem: Problem, day: int, shift: str) -> tuple[Pattern, ...]:
    """The lawful patterns that keep out of it; all of them where none does and the shift is worked all the same."""
    return free_patterns(problem, day, shift) or breaks.patterns(problem, shift)
