"""Our own team workbook read back as a past roster."""

from pathlib import Path

from app.files.choices import ImportChoices
from app.files.reading import read_files
from app.workbook.team_workbook import write_team_workbook
from scheduler.past_roster import DAY_OFF
from tests.workbook.small_plan import (
    CELLS,
    EXPORTED,
    HORIZON,
    SHIFTS,
    TEAM,
    small_forecast,
    small_project,
    small_requirement,
    small_version,
)


def test_every_assignment_day_off_and_leave_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "team.xlsx"
    write_team_workbook(path, small_project(), small_version(), small_requirement(), small_forecast(), EXPORTED)
    preview = read_files([path], ImportChoices(shifts=SHIFTS, team=TEAM))
    assert [finding.level for finding in preview.findings] == ["notice"] * len(preview.findings)
    (roster,) = preview.rosters
    worked = {(agent, HORIZON.day(day)): shift for agent, day, shift, _pause in CELLS}
    names = {member.name: member.id for member in TEAM}
    found = {(names[agent.name], day): shift for agent in roster.agents for day, shift in agent.days.items()}
    days = [HORIZON.day(number) for number in range(HORIZON.days)]
    assert found == {(agent, day): worked.get((agent, day), DAY_OFF) for agent in names.values() for day in days}
    assert [list(agent.leave) for agent in roster.agents if agent.leave] == [[HORIZON.day(1)]]
