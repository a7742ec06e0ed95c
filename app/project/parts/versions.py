"""Plan versions: a roster with the problem it was made for, both as interchange documents, cells in a table too."""

import json
from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.project.parts.rows import Row
from app.project.result_schema import ASSIGNMENT, PLAN_VERSION
from app.project.version import PlanVersion, VersionState
from scheduler.problem import Problem
from scheduler.problem_document import read_problem, write_problem
from scheduler.solution import Solution
from scheduler.solution_document import read_solution, write_solution


def add_version(
    connection: Connection, scenario: str, problem: Problem, solution: Solution, note: str, created: datetime
) -> PlanVersion:
    """Store a draft under the scenario's next number."""
    columns = PLAN_VERSION.c
    last = connection.execute(select(func.max(columns.number)).where(columns.scenario == scenario)).scalar()
    version = PlanVersion(scenario, (last or 0) + 1, VersionState.DRAFT, created, note, problem, solution)
    connection.execute(insert(PLAN_VERSION).values(_row(version)))
    cells = [
        {
            "scenario": scenario,
            "version": version.number,
            "agent": cell.agent,
            "day": cell.day,
            "shift": cell.shift,
            "breaks": list(cell.breaks),
        }
        for cell in solution.roster
    ]
    if cells:
        connection.execute(insert(ASSIGNMENT), cells)
    return version


def _row(version: PlanVersion) -> Row:
    return {
        "scenario": version.scenario,
        "number": version.number,
        "state": version.state.value,
        "created": version.created,
        "note": version.note,
        "problem": _text(write_problem(version.problem)),
        "solution": _text(write_solution(version.problem, version.solution)),
    }


def _text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def read_versions(connection: Connection, scenario: str, only_latest: bool = False) -> tuple[PlanVersion, ...]:
    """The scenario's versions, oldest first."""
    columns = PLAN_VERSION.c
    query = select(PLAN_VERSION).where(columns.scenario == scenario).order_by(columns.number.desc())
    found = connection.execute(query.limit(1) if only_latest else query).mappings().all()
    return tuple(_version(dict(row)) for row in reversed(found))


def _version(row: Row) -> PlanVersion:
    problem = read_problem(json.loads(row["problem"]))
    return PlanVersion(
        scenario=row["scenario"],
        number=row["number"],
        state=VersionState(row["state"]),
        created=row["created"],
        note=row["note"],
        problem=problem,
        solution=read_solution(json.loads(row["solution"]), problem),
    )
