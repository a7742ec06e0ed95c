"""A solution out of its interchange document and back."""

from typing import cast

from scheduler.document_fields import Fields, Findings, clock
from scheduler.prices_document import read_prices, write_prices
from scheduler.problem import Problem
from scheduler.roster import Assignment, Roster
from scheduler.shift_document import read_clocks
from scheduler.solution import FORMAT, ConflictPart, Fix, Outcome, Solution

Document = dict[str, object]


def read_solution(document: object, problem: Problem, file: str = "") -> Solution:
    """The solution a document states, unjudged: broken rules and unknown names are for the checks to tell.

    Raises InputError with everything that cannot be read, codes RP01 ….
    """
    findings = Findings(file)
    fields = Fields(document, "", findings)
    if fields.text("format", required=True) not in ("", FORMAT):
        findings.add("RP04", "format", fields.raw("format"), expected=FORMAT)
    fields.text("problem")
    outcome = fields.one_of("status", [str(outcome) for outcome in Outcome])
    cells: dict[tuple[str, int], Assignment] = {}
    for child in fields.children("assignments"):
        cell = _read_assignment(child, problem, findings)
        if (cell.agent, cell.day) in cells:
            findings.add("RP31", child.path, cell.agent, day=cell.day)
        cells[cell.agent, cell.day] = cell
    conflict, ways_out = _read_conflict(fields)
    solution = Solution(
        outcome=Outcome.UNKNOWN if outcome is None else Outcome(cast(str, outcome)),
        roster=Roster(cells),
        objective=_number(fields, "objective"),
        bound=_number(fields, "bound"),
        seconds=fields.number("seconds"),
        seed=fields.whole("seed", most=2**63) or 0,
        conflict=conflict,
        fixes=ways_out,
        prices=read_prices(fields),
    )
    findings.finish()
    return solution


def _number(fields: Fields, key: str) -> float | None:
    """A sum of money, below zero too; null is None."""
    value = fields.raw(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        fields.findings.add("RP27", fields.at(key), value)
        return None
    return float(value)


def _read_assignment(child: Fields, problem: Problem, findings: Findings) -> Assignment:
    name = child.text("shift", required=True)
    shift = problem.shifts.get(name)
    breaks, rests = (read_clocks(child, key, shift, findings) for key in ("breaks", "rests"))
    day = child.whole("day", least=-(10**6), required=True)
    return Assignment(child.text("agent", required=True), day or 0, name, breaks, rests)


def _read_conflict(fields: Fields) -> tuple[tuple[ConflictPart, ...], tuple[Fix, ...]]:
    child = None if fields.raw("conflict") is None else fields.child("conflict")
    if child is None:
        return (), ()
    child.text("sentence")
    fixes = (
        Fix(_read_part(fix), fix.whole("value"), fix.number("yuan") if fix.has("yuan") else None)
        for fix in child.children("fixes")
    )
    return tuple(_read_part(part) for part in child.children("parts")), tuple(fixes)


def _read_part(part: Fields) -> ConflictPart:
    return ConflictPart(part.text("rule", required=True), part.text("agent"), part.whole("day"))


def write_solution(problem: Problem, solution: Solution, sentence: str = "") -> Document:
    """The solution's document. `sentence` says a conflict to a person."""
    document: Document = {
        "format": FORMAT,
        "problem": problem.name,
        "status": str(solution.outcome),
        "objective": solution.objective,
        "bound": solution.bound,
        "seconds": round(solution.seconds, 3),
        "seed": solution.seed,
        "assignments": [
            {"agent": cell.agent, "day": cell.day, "shift": cell.shift, "breaks": [clock(b) for b in cell.breaks]}
            | ({"rests": [clock(rest) for rest in cell.rests]} if cell.rests else {})
            for cell in solution.roster
        ],
    }
    if solution.prices is not None:
        document["prices"] = write_prices(solution.prices)
    if solution.outcome is Outcome.INFEASIBLE:
        document["conflict"] = {
            "parts": [_part(part) for part in solution.conflict],
            "sentence": sentence,
            "fixes": [_fix(fix) for fix in solution.fixes],
        }
    return document


def _part(part: ConflictPart) -> Document:
    document: Document = {"rule": part.rule}
    return document | ({"agent": part.agent} if part.agent else {}) | ({} if part.day is None else {"day": part.day})


def _fix(fix: Fix) -> Document:
    limits = {"value": fix.value, "yuan": fix.yuan}
    return _part(fix.part) | {key: value for key, value in limits.items() if value is not None}
