"""The roster written back into the team's own workbook: the same look, new codes; nothing else is touched."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.files.containers.kind import Kind, kind_of
from app.files.containers.workbook import workbook_grids
from app.files.grid import Grid
from app.files.log import listed
from app.files.team_sheet.layout import TeamLayout, find_run, team_layout
from app.project.project import Project
from app.project.version import PlanVersion
from app.workbook.learned_agents import agents_of_rows, groups_of_rows, with_new_agents
from app.workbook.learned_balances import write_balances
from app.workbook.learned_codes import CodeBook, Codes, code_book, codes_of
from app.workbook.learned_month import MonthSheet, fitted, write_codes, write_header
from app.workbook.learned_results import store_results
from app.workbook.learned_values import formula_values
from app.workbook.replacing import replacing
from forecasts.findings import Finding, InputError, Level, Place

WHOLE_MONTH = 28
SHAPES = b"<xdr:sp"

Found = tuple[Grid, TeamLayout]


def write_learned_workbook(path: Path, template: Path, project: Project, version: PlanVersion) -> tuple[Finding, ...]:
    """Write the version to `path` in the look of `template`, which stays as it is; what the lead should know of it.

    Each month of the horizon gets the sheet that shows it already, else a copy of the latest. Raises InputError:
    TS01 not an .xlsx workbook, TS02 no roster sheet in it, WB01, WB02 cannot be written; IE01, IE02, IE19 as reading.
    """
    content = template.read_bytes()
    if kind_of(content) is not Kind.XLSX:
        raise InputError([Finding("TS01", place=Place(template.name))])
    found = _roster_sheets(content, template.name, version)
    if not found:
        raise InputError([Finding("TS02", place=Place(template.name))])
    book = load_workbook(BytesIO(content), rich_text=True)
    words = code_book(found, {**project.shifts, **version.problem.shifts})
    writing = _Writing(book, found, project, version, words, codes_of(project, version, words))
    findings = [*_lost(content, template.name), *writing.write_all()]
    values, unknown = formula_values(book)
    if unknown:
        findings.append(Finding("TS06", Level.WARNING, Place(path.name), facts={"count": unknown}))
    book.calculation.fullCalcOnLoad = True
    with replacing(path) as draft:
        book.save(draft)
        store_results(draft, values)
    return tuple(findings)


def _roster_sheets(content: bytes, file: str, version: PlanVersion) -> list[Found]:
    near = version.problem.horizon.first_day
    grids = workbook_grids(content, file, zipped=True)
    runs = ((grid, find_run(grid)) for grid in grids)
    layouts = ((grid, run and team_layout(grid, run, None, near)) for grid, run in runs)
    return [(grid, layout) for grid, layout in layouts if layout]


def _lost(content: bytes, file: str) -> list[Finding]:
    """Text boxes and drawn shapes are lost when the workbook is saved; they are told (TS03)."""
    with ZipFile(BytesIO(content)) as archive:
        drawings = [part for part in archive.namelist() if part.startswith("xl/drawings/drawing")]
        lost = sum(archive.read(part).count(SHAPES) for part in drawings)
    return [Finding("TS03", Level.WARNING, Place(file), facts={"count": lost})] if lost else []


@dataclass(frozen=True, slots=True)
class _Writing:
    """One workbook being filled."""

    book: Workbook
    found: Sequence[Found]
    project: Project
    version: PlanVersion
    words: CodeBook
    codes: Codes

    def write_all(self) -> Iterator[Finding]:
        """Fill a sheet for each stretch of days."""
        for days in self._stretches():
            grid, layout, sheet = self._sheet_for(days)
            before = tuple(layout.days[column] for column in sorted(layout.days))
            month = fitted(MonthSheet(self.book, sheet, layout, days, before))
            yield from self._fill(month, grid, layout)

    def _stretches(self) -> list[tuple[date, ...]]:
        """The months of the horizon whole, where the team's sheets show months; else the horizon's own days."""
        horizon = self.version.problem.horizon
        planned = [horizon.day(number) for number in range(horizon.days)]
        if len(self.found[-1][1].days) < WHOLE_MONTH:
            return [tuple(planned)]
        firsts = dict.fromkeys(day.replace(day=1) for day in planned)
        return [
            tuple(first + timedelta(days=n) for n in range(monthrange(first.year, first.month)[1])) for first in firsts
        ]

    def _sheet_for(self, days: Sequence[date]) -> tuple[Grid, TeamLayout, Worksheet]:
        for grid, layout in self.found:
            if min(layout.days.values()) == days[0]:
                return grid, layout, self.book[grid.sheet]
        grid, layout = max(self.found, key=lambda each: min(each[1].days.values()))
        copied = copy_of(self.book, self.book[grid.sheet])
        copied.title = self._title(grid.sheet, min(layout.days.values()), days[0])
        return grid, layout, copied

    def _title(self, name: str, old: date, new: date) -> str:
        """The sheet's name after the pattern of the old one."""
        for pattern in (
            "{0.year}年{0.month}月",
            "{0.year}年{0.month:02d}月",
            "{0.year}-{0.month:02d}",
            "{0.year}{0.month:02d}",
            "{0.month}月",
        ):
            if pattern.format(old) in name:
                return name.replace(pattern.format(old), pattern.format(new))
        return f"{new.year}年{new.month}月"

    def _fill(self, month: MonthSheet, grid: Grid, layout: TeamLayout) -> Iterator[Finding]:
        place = Place(grid.file, month.sheet.title)
        team = {agent.id: agent for agent in self.project.team}
        planned = [team[name] for name in self.version.problem.agents if name in team]
        rows = agents_of_rows(grid, layout, planned)
        new = [agent for agent in planned if agent.id not in rows.values()]
        gone = [row for row in layout.agents if row not in rows]
        month, agents = with_new_agents(month, rows, groups_of_rows(grid, layout), new)
        write_header(month, self.project.alternating_weeks)
        unknown = write_codes(month, agents, self.codes)
        write_balances(month, agents, team, self.codes, self.words)
        if new:
            yield Finding("TS04", Level.NOTICE, place, facts={"names": listed([agent.name for agent in new])})
        if gone:
            yield Finding(
                "TS05", Level.WARNING, place, facts={"count": len(gone), "rows": listed([str(r + 1) for r in gone])}
            )
        if unknown:
            days = sum(any(day not in self.codes.get(agent, {}) for agent in agents.values()) for day in month.days)
            yield Finding("TS07", Level.NOTICE, place, facts={"count": days})


def copy_of(book: Workbook, sheet: Worksheet) -> Worksheet:
    """A copy of a sheet with what the library's own copy leaves out: panes, print set-up, formats, checks of input."""
    copied = book.copy_worksheet(sheet)
    copied.freeze_panes = sheet.freeze_panes
    copied.print_title_rows, copied.print_title_cols = sheet.print_title_rows, sheet.print_title_cols
    copied.oddHeader, copied.oddFooter = sheet.oddHeader, sheet.oddFooter
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            copied.conditional_formatting.add(str(area.sqref), rule)
    for check in sheet.data_validations.dataValidation:
        copied.add_data_validation(check)
    if sheet.print_area:
        copied.print_area = sheet.print_area.rpartition("!")[2].replace("$", "")
    return copied
