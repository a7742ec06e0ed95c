"""A solution in a few lines for people."""

from app.wording import words
from app.wording.reasons import fixes_lines, fixes_title
from app.wording.rules import conflict_sentence
from scheduler.objective import cost
from scheduler.problem import Problem
from scheduler.solution import Solution

_ = words("commands")


def solution_lines(problem: Problem, solution: Solution) -> list[str]:
    """Outcome, cost, bound, gap, shortage and number of assignments; or why there is none."""
    outcomes = {
        "optimal": _("optimal"),
        "feasible": _("feasible"),
        "infeasible": _("infeasible"),
        "unknown": _("no roster found in time; allow more with --seconds"),
    }
    lines = [_("Outcome: {outcome}").format(outcome=outcomes[solution.outcome.value])]
    if solution.objective is None:
        return [*lines, why_infeasible(problem, solution), *ways_out(problem, solution)] if solution.conflict else lines
    parts = cost(problem, solution.roster)
    lines.append(_("Cost: {cost} yuan").format(cost=f"{solution.objective:,.2f}"))
    if solution.bound is not None and solution.gap is not None:
        lines.append(
            _("No roster costs less than {bound} yuan: at most {gap} from the best possible").format(
                bound=f"{solution.bound:,.2f}", gap=f"{solution.gap:.2%}"
            )
        )
    lines.append(_("Shortage: {hours} agent-hours").format(hours=f"{parts.agent_hours_short:,.1f}"))
    lines.append(
        _("{count} assignments in {seconds} s").format(count=len(solution.roster), seconds=f"{solution.seconds:.1f}")
    )
    return lines


def ways_out(problem: Problem, solution: Solution) -> list[str]:
    """What would end the conflict, a line each; empty when nothing is known."""
    found = fixes_lines(solution.fixes, str, lambda day: problem.horizon.day(day).isoformat())
    return [fixes_title(), *(f"  {line}" for line in found)] if found else []


def why_infeasible(problem: Problem, solution: Solution) -> str:
    """The conflicting rules in one sentence, "" when there is no conflict."""
    if not solution.conflict:
        return ""
    return conflict_sentence(solution.conflict, str, lambda day: problem.horizon.day(day).isoformat())
