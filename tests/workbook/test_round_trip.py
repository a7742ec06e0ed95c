"""Export → import → export: our own team workbook read by our own importer gives the same roster and cells."""

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.files.choices import ImportChoices
from app.files.reading import read_files
from app.files.team_sheet.learned import LearnedRoster
from app.project.version import PlanVersion
from app.wording import LANGUAGES, choose_language
from app.workbook.team_workbook import write_team_workbook
from forecasts.findings import errors
from forecasts.horizon import Horizon
from scheduler.roster import Assignment, Roster
from tests.workbook.small_plan import (
    EXPORTED,
    SHIFTS,
    TEAM,
    small_forecast,
    small_project,
    small_requirement,
    small_version,
)

HORIZONS = [Horizon(date(2026, 11, 9), 14, 60), Horizon(date(2026, 10, 24), 16, 60)]


def written(path: Path, horizon: Horizon, version: PlanVersion) -> Path:
    of = small_project(horizon), version, small_requirement(horizon), small_forecast(horizon)
    write_team_workbook(path, *of, EXPORTED)
    return path


def learned(path: Path, horizon: Horizon) -> tuple[LearnedRoster, ...]:
    preview = read_files([path], ImportChoices.of(small_project(horizon)))
    assert errors(preview.findings) == ()
    return tuple(preview.rosters)


def dense(horizon: Horizon) -> PlanVersion:
    """A roster in which most cells hold a code, as a team's sheet does."""
    draw, version = random.Random(3), small_version(horizon)
    drawn = (
        (agent.id, day, draw.choice(("E", "L", "E", "L", "P", ""))) for agent in TEAM for day in range(horizon.days)
    )
    cells = [
        Assignment(agent, day, shift, tuple(pause.earliest for pause in SHIFTS[shift].breaks))
        for agent, day, shift in drawn
        if shift and (agent, day) != ("00103", 1)
    ]
    return replace(version, solution=replace(version.solution, roster=Roster.of(cells)))


def rostered(version: PlanVersion, rosters: tuple[LearnedRoster, ...]) -> PlanVersion:
    """The version with the roster that was read; breaks do not stand in the sheet."""
    ids = {agent.name: agent.id for agent in small_project().team}
    horizon, before = version.problem.horizon, version.solution.roster
    cells = []
    for agent in (agent for roster in rosters for agent in roster.agents):
        for day, shift in agent.days.items():
            known = before.cells.get((ids[agent.name], horizon.day_number(day)))
            if shift:
                cells.append(Assignment(ids[agent.name], horizon.day_number(day), shift, known.breaks if known else ()))
    return replace(version, solution=replace(version.solution, roster=Roster.of(cells)))


def cells(path: Path) -> list[tuple[object, ...]]:
    """Value, formula, fill, letter colour and number format of every cell of every sheet."""
    return [
        (sheet.title, cell.coordinate, cell.value, cell.fill.fgColor.rgb, cell.font.color.rgb, cell.number_format)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.has_style and cell.font.color is not None
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("horizon", HORIZONS)
def test_a_workbook_that_was_written_read_and_written_again_is_the_same(
    tmp_path: Path, horizon: Horizon, language: str
) -> None:
    choose_language(language)
    version = dense(horizon)
    first = written(tmp_path / "first.xlsx", horizon, version)
    again = rostered(version, learned(first, horizon))
    assert again.solution.roster == version.solution.roster
    assert cells(written(tmp_path / "second.xlsx", horizon, again)) == cells(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_legend_gives_back_shifts_that_end_the_next_day(tmp_path: Path, language: str) -> None:
    choose_language(language)
    horizon = HORIZONS[0]
    shifts = SHIFTS | {"E": replace(SHIFTS["E"], start=22 * 60, minutes=480, paid_minutes=480, breaks=())}
    version = dense(horizon)
    version = replace(version, problem=replace(version.problem, shifts=shifts))
    of = replace(small_project(horizon), shifts=shifts), version, small_requirement(horizon), small_forecast(horizon)
    write_team_workbook(tmp_path / "a.xlsx", *of, EXPORTED)
    preview = read_files([tmp_path / "a.xlsx"], ImportChoices(horizon=horizon, team=TEAM))
    assert errors(preview.findings) == ()
    (roster,) = preview.rosters
    found = {(shift.start, shift.minutes) for shift in roster.shifts.values()}
    assert found == {(shift.start, shift.minutes) for shift in shifts.values()}


def test_leave_and_days_off_are_told_apart_when_read(tmp_path: Path) -> None:
    (roster,) = learned(written(tmp_path / "a.xlsx", HORIZONS[0], dense(HORIZONS[0])), HORIZONS[0])
    agents = {agent.name: agent for agent in roster.agents}
    assert set(agents["客服03"].leave) == {date(2026, 11, 10)}
    off = [day for day, shift in agents["客服01"].days.items() if shift == ""]
    assert off
    assert not set(off) & set(agents["客服01"].leave)
