"""One line per agent and day for attendance systems: `工号,姓名,日期,班次`, the format's words, not the UI's."""

import csv
from collections.abc import Iterator
from pathlib import Path

from app.project.effective import team_of
from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.replacing import replacing
from scheduler.agent import Agent
from scheduler.away import days_absent

HEADER = ("工号", "姓名", "日期", "班次")
DAY_OFF, AWAY = "休息", "假"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_long_csv(path: Path, project: Project, version: PlanVersion, gb18030: bool = False) -> None:
    """Write every agent and day of a version; UTF-8 with BOM and CRLF, which Excel reads right by a double click, or
    GB18030 for an old Excel or a system that takes Chinese no other way.

    Raises InputError WB01 when the file is open elsewhere, WB02 when its folder cannot be written to.
    """
    encoding = "gb18030" if gb18030 else "utf-8-sig"
    with replacing(Path(path)) as draft, draft.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(HEADER)
        for row in long_rows(project, version):
            writer.writerow([harmless(text) for text in row])


def long_rows(project: Project, version: PlanVersion) -> Iterator[tuple[str, str, str, str]]:
    """Staff id, name, ISO date and the shift's name of each agent and day, in the team's order."""
    team = {agent.id: agent.name for agent in team_of(project, project.scenario(version.scenario))}
    agents = version.problem.agents
    for agent_id in sorted(agents, key=lambda name: list(team).index(name) if name in team else len(team)):
        absent = days_absent(version.problem, agents[agent_id])
        for day in range(version.problem.horizon.days):
            date = version.problem.horizon.day(day).isoformat()
            yield agent_id, team.get(agent_id, ""), date, _cell(project, version, agents[agent_id], day, absent)


def _cell(project: Project, version: PlanVersion, agent: Agent, day: int, absent: set[int]) -> str:
    shift_id = version.solution.roster.shift(agent.id, day)
    if shift_id is None:
        return AWAY if day in absent else DAY_OFF
    shift = version.problem.shifts[shift_id]
    known = project.shifts.get(shift_id, shift)
    return shift.name or known.name or shift.code or known.code or shift_id


def harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula, marked as text."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
