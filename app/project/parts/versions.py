"""Plan versions: a problem and what its solution says as interchange documents, the roster's cells as rows."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from app.project.parts.rows import Row, plain_rows
from app.project.parts.scenarios import id_of
from app.project.result_schema import ASSIGNMENT, PLAN_VERSION, ROSTER_LOCK
from app.project.version import CellKey, Cells, PlanVersion, VersionHead, VersionState, as_edited
from scheduler.objective import cost
from scheduler.past_roster import DAY_OFF, PastDay
from scheduler.problem import Problem
from scheduler.problem_document import read_problem, write_problem
from scheduler.roster import Assignment, Roster
from scheduler.solution import Solution
from scheduler.solution_document import read_solution, write_solution


def add_version(
    connection: Connection, scenario: str, problem: Problem, solution: Solution, note: str, created: datetime
) -> PlanVersion:
    """Store a draft under the scenario's next number."""
    own = id_of(connection, scenario)
    version = PlanVersion(scenario, _next_number(connection, own), VersionState.DRAFT, created, note, problem, solution)
    row = _row(version) | {"scenario": own}
    connection.execute(insert(PLAN_VERSION).values(row))
    _insert_cells(connection, own, version.number, solution.roster)
    return replace(version, problem=_problem(row["problem"]))  # the object that a later reading gives


def _next_number(connection: Connection, scenario: str) -> int:
    columns = PLAN_VERSION.c
    return (connection.execute(select(func.max(columns.number)).where(columns.scenario == scenario)).scalar() or 0) + 1


def _insert_cells(connection: Connection, scenario: str, number: int, cells: Iterable[Assignment]) -> None:
    rows = [
        {
            "scenario": scenario,
            "version": number,
            "agent": cell.agent,
            "day": cell.day,
            "shift": cell.shift,
            "breaks": list(cell.breaks),
            "rests": list(cell.rests),
        }
        for cell in cells
    ]
    if rows:
        connection.execute(insert(ASSIGNMENT), rows)


def draft_of(connection: Connection, scenario: str, number: int, created: datetime) -> int:
    """The version itself while it is a draft; of a published one a copy under the next number. Its number.

    Raises KeyError for a version that there is not.
    """
    scenario = id_of(connection, scenario)
    columns = PLAN_VERSION.c
    chosen = select(PLAN_VERSION).where(columns.scenario == scenario, columns.number == number)
    row = connection.execute(chosen).mappings().first()
    if row is None:
        raise KeyError(f"{scenario} {number}")
    if row["state"] == VersionState.DRAFT:
        return number
    copy = dict(row) | {"number": _next_number(connection, scenario), "state": VersionState.DRAFT, "created": created}
    connection.execute(insert(PLAN_VERSION).values(copy))
    _insert_cells(connection, scenario, copy["number"], _roster(connection, scenario, number))
    return int(copy["number"])


def edit_cells(connection: Connection, scenario: str, number: int, cells: Cells) -> None:
    """Put assignments, None a day off, into cells of a draft."""
    scenario = id_of(connection, scenario)
    columns = ASSIGNMENT.c
    for agent, day in cells:
        here = and_(columns.scenario == scenario, columns.version == number, columns.agent == agent, columns.day == day)
        connection.execute(delete(ASSIGNMENT).where(here))
    _insert_cells(connection, scenario, number, [cell for cell in cells.values() if cell is not None])
    version = PLAN_VERSION.c
    of_draft = and_(version.scenario == scenario, version.number == number)
    connection.execute(update(PLAN_VERSION).where(of_draft).values(edited=True))


def set_state(connection: Connection, scenario: str, number: int, state: VersionState) -> None:
    """Make a version a draft or a published one."""
    scenario = id_of(connection, scenario)
    columns = PLAN_VERSION.c
    chosen = and_(columns.scenario == scenario, columns.number == number)
    connection.execute(update(PLAN_VERSION).where(chosen).values(state=state.value))


def read_locks(connection: Connection, scenario: str) -> frozenset[CellKey]:
    """The cells of a scenario's roster that no search may change."""
    scenario = id_of(connection, scenario)
    columns = ROSTER_LOCK.c
    query = select(columns.agent, columns.day).where(columns.scenario == scenario)
    return frozenset((agent, day) for agent, day in connection.execute(query))


def write_locks(connection: Connection, scenario: str, locks: Mapping[CellKey, bool]) -> None:
    """Lock cells, or unlock them."""
    scenario = id_of(connection, scenario)
    columns = ROSTER_LOCK.c
    for agent, day in locks:
        here = and_(columns.scenario == scenario, columns.agent == agent, columns.day == day)
        connection.execute(delete(ROSTER_LOCK).where(here))
    rows = [{"scenario": scenario, "agent": agent, "day": day} for (agent, day), locked in locks.items() if locked]
    if rows:
        connection.execute(insert(ROSTER_LOCK), rows)


def _row(version: PlanVersion) -> Row:
    solution = replace(version.solution, roster=Roster())  # its cells are rows of their own, which edits change
    return {
        "scenario": version.scenario,
        "number": version.number,
        "state": version.state.value,
        "created": version.created,
        "note": version.note,
        "problem": _text(write_problem(version.problem)),
        "solution": _text(write_solution(version.problem, solution)),
        "edited": False,
    }


def _text(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def read_versions(connection: Connection, scenario: str, only_latest: bool = False) -> tuple[PlanVersion, ...]:
    """The scenario's versions, oldest first."""
    columns, own = PLAN_VERSION.c, id_of(connection, scenario)
    query = select(PLAN_VERSION).where(columns.scenario == own).order_by(columns.number.desc())
    found = connection.execute(query.limit(1) if only_latest else query).mappings().all()
    return tuple(_version(connection, scenario, dict(row)) for row in reversed(found))


def read_heads(connection: Connection, scenario: str) -> tuple[VersionHead, ...]:
    """What a list of the scenario's versions tells, oldest first, without reading any roster."""
    columns, own = PLAN_VERSION.c, id_of(connection, scenario)
    query = select(columns.number, columns.state, columns.created).where(columns.scenario == own)
    rows = connection.execute(query.order_by(columns.number))
    return tuple(VersionHead(number, VersionState(state), created) for number, state, created in rows)


def read_roster(connection: Connection, scenario: str, number: int) -> Roster:
    """The roster of a version, empty when there is no such version."""
    return _roster(connection, id_of(connection, scenario), number)


def read_published_days(connection: Connection, before: date) -> tuple[PastDay, ...]:
    """The days before a date as they were published last, of any scenario, days off included."""
    columns = PLAN_VERSION.c
    query = select(columns.scenario, columns.number, columns.problem).where(columns.state == VersionState.PUBLISHED)
    days: dict[tuple[str, date], str] = {}
    for scenario, number, text in connection.execute(query.order_by(columns.created, columns.number)).all():
        problem = _problem(text)
        if problem.horizon.first_day < before:
            days |= _published_days(problem, _roster(connection, scenario, number), before)
    return tuple(PastDay(agent, day, shift) for (agent, day), shift in days.items())


def _published_days(problem: Problem, cells: Roster, before: date) -> dict[tuple[str, date], str]:
    dated = ((number, problem.horizon.day(number)) for number in range(problem.horizon.days))
    known = [(number, day) for number, day in dated if day < before]
    return {(name, day): cells.shift(name, number) or DAY_OFF for name in problem.agents for number, day in known}


def _version(connection: Connection, scenario: str, row: Row) -> PlanVersion:
    problem = _problem(row["problem"])
    stored = read_solution(json.loads(row["solution"]), problem)
    solution = replace(stored, roster=_roster(connection, row["scenario"], row["number"]))
    return PlanVersion(
        scenario=scenario,
        number=row["number"],
        state=VersionState(row["state"]),
        created=row["created"],
        note=row["note"],
        problem=problem,
        solution=as_edited(solution, cost(problem, solution.roster).total) if row["edited"] else solution,
        edited=bool(row["edited"]),
    )


@lru_cache(maxsize=4)
def _problem(text: str) -> Problem:
    """One object for one text: reading a version again, as every undo does, need not parse its problem."""
    return read_problem(json.loads(text))


def _roster(connection: Connection, scenario: str, number: int) -> Roster:
    columns = ASSIGNMENT.c
    query = select(columns.agent, columns.day, columns.shift, columns.breaks, columns.rests)
    rows = plain_rows(connection, query.where(columns.scenario == scenario, columns.version == number))
    return Roster.of(
        Assignment(agent, day, shift, _minutes(breaks), _minutes(rests)) for agent, day, shift, breaks, rests in rows
    )


@lru_cache(maxsize=4096)
def _minutes(text: str) -> tuple[int, ...]:
    """Thousands of cells hold the same few lists of starts."""
    return tuple(json.loads(text))
