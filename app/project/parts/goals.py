"""Service goals and chat facts of each skill."""

from collections.abc import Mapping
from dataclasses import asdict, fields

from sqlalchemy import Connection

from app.project.parts.rows import Row, Tables, read_rows
from app.project.schema import GOAL
from scheduler.staffing.exam_window import ExamWindow
from scheduler.staffing.goals import Goals, ServiceGoal


def goal_rows(goals: Mapping[str, Goals]) -> Tables:
    """One row a skill, the service goal's values beside the others."""
    return {GOAL: [_row(skill, its) for skill, its in goals.items()]}


def _row(skill: str, goals: Goals) -> Row:
    flat = asdict(goals)
    service: Row = flat.pop("goal")
    windows = [{**window, "weekdays": list(window["weekdays"])} for window in flat.pop("exam_windows")]
    return {"skill": skill, "exam_windows": windows} | service | flat


def read_goals(connection: Connection) -> dict[str, Goals]:
    """Goals by skill."""
    return {row["skill"]: _goals(row) for row in read_rows(connection, GOAL)}


def _goals(row: Row) -> Goals:
    service = {field.name: row[field.name] for field in fields(ServiceGoal)}
    own = {field.name: row[field.name] for field in fields(Goals) if field.name not in ("goal", "exam_windows")}
    windows = (ExamWindow(**{**window, "weekdays": tuple(window["weekdays"])}) for window in row["exam_windows"])
    return Goals(**own, goal=ServiceGoal(**service), exam_windows=tuple(windows))
