"""What will be written in the format chosen: its sheets, or the first rows and lines of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from app.window.export.previews import Sheet, roster_sheet, sheets
from app.window.formats import number_text
from app.window.frame.view import ProjectView
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.workbook.agent_texts import agent_lines
from app.workbook.calendar_ics import file_names
from app.workbook.hr_columns import Column as HrColumn
from app.workbook.hr_columns import columns
from app.workbook.hr_figures import Figure
from app.workbook.hr_rows import hr_rows, month_figures
from app.workbook.long_csv import HEADER, long_rows
from app.workbook.team_plan import TeamPlan
from scheduler.pay.agent_pay import months_of
from scheduler.staffing.requirement import Requirement

_ = words("window")

MOST_ROWS = 200
"""Enough to see how a long file goes on."""


def previews(view: ProjectView, format_: str) -> tuple[Sheet, ...]:
    """Tables of what the format holds; nothing before there is a roster."""
    if view.version is None:
        return ()
    if format_ == "team":
        return sheets(view.project, view.scenario, view.version)
    return PREVIEWS[format_](plan_of(view))


def plan_of(view: ProjectView) -> TeamPlan:
    """The roster as the writers read it. Raises ValueError without one."""
    if view.version is None:
        raise ValueError("there is no roster")
    requirement = view.requirement or Requirement(view.version.problem.horizon, {})
    return TeamPlan(view.project, view.version, requirement, view.forecast, datetime.now().replace(microsecond=0))


def _roster(plan: TeamPlan) -> tuple[Sheet, ...]:
    names = {row.agent_id: row.name for row in plan.rows}
    return (roster_sheet(plan.problem, plan.version.solution.roster, names),)


def _long(plan: TeamPlan) -> tuple[Sheet, ...]:
    return (Sheet(_("First rows"), _words(HEADER), tuple(Row(row) for row in _first_rows(plan))),)


def _template(plan: TeamPlan) -> tuple[Sheet, ...]:
    """Names, days and shifts that are filled in; ids only find the rows."""
    return (Sheet(_("To be filled in"), _words(HEADER[1:]), tuple(Row(row[1:]) for row in _first_rows(plan))),)


def _first_rows(plan: TeamPlan) -> Iterator[tuple[str, ...]]:
    return islice(long_rows(plan.project, plan.version), MOST_ROWS)


def _texts(plan: TeamPlan) -> tuple[Sheet, ...]:
    rows = tuple(Row((line,)) for line in agent_lines(plan))
    return (Sheet(_("Texts"), (Column(_("One line per agent"), words=True, wide=True, wrapped=True),), rows),)


def _calendars(plan: TeamPlan) -> tuple[Sheet, ...]:
    rows = tuple(Row((name, str(len(row.shifts)))) for name, row in file_names(plan))
    return (Sheet(_("Files"), (Column(_("File"), words=True, wide=True), Column(_("Shifts planned"))), rows),)


def _hr(plan: TeamPlan) -> tuple[Sheet, ...]:
    """The summary of each month, without wages."""
    rows, shown = hr_rows(plan), list(columns(plan.project.rulebook, with_wages=False))
    heads = (Column(_("Agent"), words=True), *(Column(_head(column)) for column in shown))
    found = []
    for month, days in months_of(plan.problem).items():
        figures = ((row.row.name, month_figures(plan, row, month, days)) for row in rows)
        of_month = tuple(Row((name, *_told(of_row, shown))) for name, of_row in figures)
        found.append(Sheet(f"{month[0]}-{month[1]:02d}", heads, of_month))
    return tuple(found)


def _head(column: HrColumn) -> str:
    """The heading under the one it shares with others, unless it says that itself: "Days planned" under "Days"."""
    return column.heading if column.band.lower() in column.heading.lower() else f"{column.band}\n{column.heading}"


def _told(figures: Mapping[str, Figure], shown: Sequence[HrColumn]) -> Iterator[str]:
    for column in shown:
        figure = figures[column.key]
        if figure is None or isinstance(figure, str):
            yield figure or ""
        else:
            yield number_text(figure, 0 if column.style == "count" else 1)


def _words(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, words=True) for name in names)


PREVIEWS: Mapping[str, Callable[[TeamPlan], tuple[Sheet, ...]]] = {
    "own": _roster,
    "pdf": _roster,
    "png": _roster,
    "text": _texts,
    "ics": _calendars,
    "hr": _hr,
    "dingtalk": _template,
    "csv": _long,
}
