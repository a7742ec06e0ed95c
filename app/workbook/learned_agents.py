"""The rows of a team's own sheet and the agents of a plan: who is who, and rows for those who are new."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from openpyxl.cell.cell import MergedCell
from openpyxl.formula.translate import Translator

from app.files.grid import Grid, text_of
from app.files.matching import agent_ids
from app.files.team_sheet.layout import TeamLayout, cell_at
from app.workbook.learned_month import MonthSheet
from app.workbook.learned_references import Shift
from app.workbook.learned_structure import reshape
from app.workbook.learned_styles import style_of, wear
from scheduler.team import TeamAgent


def agents_of_rows(grid: Grid, layout: TeamLayout, team: Sequence[TeamAgent]) -> dict[int, str]:
    """Row to the id of the agent that it names; rows of strangers are absent."""
    known = agent_ids(team)
    found = {}
    for row in layout.agents:
        names = (column for column in (layout.id, layout.name) if column is not None)
        texts = [text_of(cell_at(grid.rows[row], column)) for column in names]
        agent = next((known[text] for text in texts if text in known), None)
        if agent is not None:
            found[row] = agent
    return found


def groups_of_rows(grid: Grid, layout: TeamLayout) -> dict[int, str]:
    """Row to the group that stands beside it."""
    column = layout.group
    return {} if column is None else {row: text_of(cell_at(grid.rows[row], column)) for row in layout.agents}


def with_new_agents(
    month: MonthSheet, rows: Mapping[int, str], groups: Mapping[int, str], new: Sequence[TeamAgent]
) -> tuple[MonthSheet, dict[int, str]]:
    """A row for each new agent before the last row of their group, or of all: sums over the rows grow with them."""
    agents, groups = dict(rows), dict(groups)
    for member in new:
        at = _place(month.layout, groups, member.group)
        reshape(month.book, month.sheet, Shift(False, at + 1, 1))
        moved = {row + (row >= at): row for row in month.layout.agents}
        agents = {now: agents[before] for now, before in moved.items() if before in agents} | {at: member.id}
        groups = {now: groups[before] for now, before in moved.items() if before in groups}
        groups[at] = groups.get(at + 1, "")
        month = replace(month, layout=_one_row_more(month.layout, at))
        _copy_row(month, at, member)
    return month, agents


def _place(layout: TeamLayout, groups: Mapping[int, str], group: str) -> int:
    """The last row of the group, where one of them begins with the other's word; else the last of all."""
    mine = [
        row for row, word in groups.items() if group and word and (group.startswith(word) or word.startswith(group))
    ]
    return max(mine or layout.agents)


def _one_row_more(layout: TeamLayout, at: int) -> TeamLayout:
    rows = tuple(sorted({row + (row >= at) for row in layout.agents} | {at}))
    return replace(layout, agents=rows)


def _copy_row(month: MonthSheet, at: int, member: TeamAgent) -> None:
    """The looks and formulas of the row below, with the new agent's name."""
    sheet, layout = month.sheet, month.layout
    sheet.row_dimensions[at + 1].height = sheet.row_dimensions[at + 2].height
    for column in range(1, sheet.max_column + 1):
        cell, like = sheet.cell(at + 1, column), sheet.cell(at + 2, column)
        if isinstance(cell, MergedCell) or isinstance(like, MergedCell):
            continue
        wear(cell, style_of(like))
        if like.data_type == "f":
            cell.value = Translator(str(like.value), like.coordinate).translate_formula(cell.coordinate)
    if layout.group is not None and not isinstance(sheet.cell(at + 1, layout.group + 1), MergedCell):
        month.cell(at, layout.group).value = month.cell(at + 1, layout.group).value
    month.cell(at, layout.name).value = member.name
    if layout.id is not None:
        month.cell(at, layout.id).value = member.id
