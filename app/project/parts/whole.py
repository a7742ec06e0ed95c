"""All parts of a project but its history."""

from collections import Counter
from dataclasses import replace

from sqlalchemy import Connection

from app.project.parts.goals import goal_rows, read_goals
from app.project.parts.import_answers import import_answer_rows, read_import_answers
from app.project.parts.leaving import attendance_rows, read_attendance_names, read_waivers, waiver_rows
from app.project.parts.lessons import lesson_rows, read_lessons
from app.project.parts.outlook import outlook_rows, read_outlook
from app.project.parts.past import past_rows, read_attended, read_past
from app.project.parts.promotions import promotion_rows, read_promotions
from app.project.parts.rows import write_where_different
from app.project.parts.rules import read_rulebook, rule_rows
from app.project.parts.scenarios import read_scenarios, scenario_ids, scenario_rows
from app.project.parts.settings import read_settings, settings_rows
from app.project.parts.shifts import read_shifts, shift_rows
from app.project.parts.team import read_team, team_rows
from app.project.project import Project
from forecasts.findings import Finding, Place, refuse_if_any


def write_parts(connection: Connection, project: Project) -> None:
    """Store each part that differs. Raises InputError for an agent id or scenario name that occurs twice."""
    refuse_if_any(_doubles(project))
    for tables in (
        settings_rows(project),
        promotion_rows(project.promotions),
        team_rows(project.team),
        shift_rows(project.shifts),
        rule_rows(project.rulebook),
        goal_rows(project.goals),
        scenario_rows(project.scenarios, scenario_ids(connection)),
        attendance_rows(project.attendance_names),
        waiver_rows(project.waivers),
        import_answer_rows(project.import_answers),
        outlook_rows(project.outlook),
        past_rows(project.past, project.attended),
        lesson_rows(project.lessons),
    ):
        write_where_different(connection, tables)


def read_parts(connection: Connection) -> Project:
    """The project without its history."""
    return replace(
        read_settings(connection),
        promotions=read_promotions(connection),
        team=read_team(connection),
        shifts=read_shifts(connection),
        rulebook=read_rulebook(connection),
        goals=read_goals(connection),
        scenarios=read_scenarios(connection),
        attendance_names=read_attendance_names(connection),
        waivers=read_waivers(connection),
        import_answers=read_import_answers(connection),
        outlook=read_outlook(connection),
        past=read_past(connection),
        attended=read_attended(connection),
        lessons=read_lessons(connection),
    )


def _doubles(project: Project) -> list[Finding]:
    """Two agents of one id, two scenarios of one name: neither could be told apart afterwards."""
    agents = Counter(agent.id for agent in project.team)
    scenarios = Counter(scenario.name for scenario in project.scenarios)
    return [
        Finding("TM01", place=Place(path=f"team.{name}"), value=name, facts={"agent": name})
        for name, times in agents.items()
        if times > 1
    ] + [Finding("PF11", value=name) for name, times in scenarios.items() if times > 1]
