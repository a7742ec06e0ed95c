"""The sheets of the team's workbook as tables, so that what leaves can be looked at first."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from app.project.effective import team_of
from app.project.project import Project, Scenario
from app.project.version import PlanVersion
from app.window.formats import clock_text, day_text, number_text, weekday_text
from app.window.roster.shift_tones import tone
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.names import name_of
from scheduler.cover import cover
from scheduler.problem import Problem
from scheduler.roster import Roster
from scheduler.shift import Shift

_ = words("window")
SHORT = 0.05


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name and its table."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def sheets(project: Project, scenario: Scenario, version: PlanVersion) -> tuple[Sheet, ...]:
    """Roster, staffing by day, hours by agent, shifts."""
    names = {agent.id: agent.name or agent.id for agent in team_of(project, scenario)}
    problem, roster = version.problem, version.solution.roster
    return (
        roster_sheet(problem, roster, names),
        staffing_sheet(problem, roster),
        hours_sheet(problem, roster, names),
        shift_sheet(problem, project.shifts),
    )


def roster_sheet(problem: Problem, roster: Roster, names: dict[str, str]) -> Sheet:
    """Agents by days, a shift code in each cell; a day off is empty."""
    days = range(problem.horizon.days)
    heads = tuple(f"{problem.horizon.day(day).day}\n{weekday_text(problem.horizon.day(day))}" for day in days)
    columns = (Column(_("Agent"), words=True), *(Column(head, centred=True) for head in heads))
    rows = []
    for agent in problem.agents:
        shifts = [roster.shift(agent, day) for day in days]
        tones = tuple((day + 1, str(tone(problem.shifts[shift]))) for day, shift in enumerate(shifts) if shift)
        rows.append(Row((names.get(agent, agent), *(code(problem, shift) for shift in shifts)), tones=tones))
    return Sheet(_("Roster"), columns, tuple(rows))


def staffing_sheet(problem: Problem, roster: Roster) -> Sheet:
    """Agent-hours required, covered and short, by day and skill."""
    present = cover(problem, roster)
    hours = problem.horizon.interval_hours
    columns = [Column(_("Day"), words=True)]
    for skill in problem.requirement:
        columns += [
            Column(_("{skill}: required, h").format(skill=name_of(skill))),
            Column(_("{skill}: short, h").format(skill=name_of(skill))),
        ]
    rows = []
    for day in range(problem.horizon.days):
        part = slice(day * problem.horizon.intervals_per_day, (day + 1) * problem.horizon.intervals_per_day)
        cells, tokens = [day_text(problem.horizon.day(day))], []
        for skill, required in problem.requirement.items():
            short = float(np.sum(present.shortage[skill][part])) * hours
            if short > SHORT:
                tokens.append((len(cells) + 1, "shortage"))
            cells += [number_text(float(required[part].sum()) * hours, 1), f"▼ {short:,.1f}" if short > SHORT else "–"]
        rows.append(Row(tuple(cells), tuple(tokens)))
    return Sheet(_("Staffing by day"), (*columns,), tuple(rows))


def hours_sheet(problem: Problem, roster: Roster, names: dict[str, str]) -> Sheet:
    """Days, nights and paid hours of each agent."""
    columns = (
        Column(_("Agent"), words=True),
        Column(_("Contract"), words=True),
        Column(_("Days worked")),
        Column(_("Night shifts")),
        Column(_("Paid hours")),
    )
    rows = []
    for agent in problem.agents.values():
        shifts = [problem.shifts[cell.shift] for cell in roster.of_agent(agent.id).values()]
        nights = sum("night" in shift.tags for shift in shifts)
        hours = number_text(sum(shift.paid_minutes for shift in shifts) / 60, 1)
        rows.append(Row((names.get(agent.id, agent.id), name_of(agent.contract), str(len(shifts)), str(nights), hours)))
    return Sheet(_("Hours by agent"), columns, tuple(rows))


def shift_sheet(problem: Problem, known: Mapping[str, Shift]) -> Sheet:
    """What the codes mean; `known` are the project's shifts, which have the names."""
    columns = (
        Column(_("Code"), words=True),
        Column(_("Shift"), words=True),
        Column(_("From–to"), words=True),
        Column(_("Paid hours")),
    )
    rows = tuple(
        Row(
            (
                shift.code or shift.id,
                known.get(shift.id, shift).name or shift.id,
                f"{clock_text(shift.start)}–{clock_text(shift.end)}",
                number_text(shift.paid_minutes / 60, 1),
            )
        )
        for shift in problem.shifts.values()
    )
    return Sheet(_("Shift legend"), columns, rows)


def code(problem: Problem, shift: str | None) -> str:
    """What stands in a cell."""
    if shift is None:
        return ""
    known: Shift | None = problem.shifts.get(shift)
    return known.code or known.id if known else shift
