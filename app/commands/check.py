"""`check`: the project's own judgement of a roster."""

import argparse
from pathlib import Path

from app.commands.documents import read_json
from app.commands.output import ATTENTION, DONE, print_json, say, show_findings, table
from app.wording import words
from app.wording.rules import violation_sentence
from scheduler.checks import check
from scheduler.objective import Cost, cost
from scheduler.problem import Problem
from scheduler.problem_document import read_with_warnings
from scheduler.solution_document import read_solution
from scheduler.violation import Violation

_ = words("commands")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("problem", type=Path, help=_("roster problem, JSON"))
    parser.add_argument("solution", type=Path, help=_("roster solution, JSON"))
    parser.add_argument("--json", action="store_true", help=_("print the judgement as JSON"))


def run(given: argparse.Namespace) -> int:
    """Judge; exit status 1 when a rule is broken or the claimed cost is wrong."""
    problem, warnings = read_with_warnings(read_json(given.problem), given.problem.name)
    show_findings(warnings)
    solution = read_solution(read_json(given.solution), problem, given.solution.name)
    violations = check(problem, solution.roster)
    parts = cost(problem, solution.roster)
    claimed = solution.objective
    right = claimed is not None and abs(claimed - parts.total) <= 1e-4 * max(1.0, abs(parts.total))
    if given.json:
        print_json(judgement(violations, parts, right))
    else:
        tell(problem, violations, parts, right)
    return DONE if right and not violations else ATTENTION


def judgement(violations: list[Violation], parts: Cost, right: bool) -> dict[str, object]:
    """The judgement for machines."""
    broken: list[dict[str, object]] = [
        {"rule": v.rule, "agent": v.agent, "day": v.day, "interval": v.interval} | graveness(v) for v in violations
    ]
    return {"violations": broken, "objective": parts.total, "parts": cost_parts(parts), "claim_is_right": right}


def graveness(violation: Violation) -> dict[str, object]:
    """How grave it is, and the article when it is law."""
    return {"severity": str(violation.severity), "article": violation.article}


def cost_parts(parts: Cost) -> dict[str, float]:
    """The parts of the objective, yuan."""
    return {
        "shortage": parts.shortage,
        "surplus": parts.surplus,
        "shift_targets": parts.shift_targets,
        "labour": parts.labour,
        "requests": parts.requests,
        "fairness": parts.fairness,
        "companions": parts.companions,
    }


def tell(problem: Problem, violations: list[Violation], parts: Cost, right: bool) -> None:
    """The judgement for people."""
    for violation in violations:
        say(violation_sentence(violation, str, lambda day: problem.horizon.day(day).isoformat()))
    names = {
        "shortage": _("Shortage"),
        "surplus": _("Surplus"),
        "shift_targets": _("Shift targets"),
        "labour": _("Labour"),
        "requests": _("Requests"),
        "fairness": _("Fairness"),
        "companions": _("Hours without lead or mentor"),
    }
    rows = [(names[name], f"{value:,.2f}") for name, value in cost_parts(parts).items()]
    table("", (_("Cost"), _("yuan")), [*rows, (_("Total"), f"{parts.total:,.2f}")])
    say(_("{count} rules broken.").format(count=len(violations)))
    if not right:
        say(_("The cost claimed in the solution is not the true one."))
