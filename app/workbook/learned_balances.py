"""The balances beside a team's own roster, carried on to the month shown."""

from collections.abc import Mapping

from app.files.team_sheet.reading import BALANCES
from app.files.values.balance import balance_text
from app.workbook.learned_codes import CodeBook, Codes
from app.workbook.learned_month import MonthSheet
from scheduler.pay.balances import MINUTES_PER_DAY_OWED, Account, balance
from scheduler.team import TeamAgent

REST_DAYS = ("本月休息天数", "应休天数")
ANNUAL_LEAVE = "年假"


def write_balances(
    month: MonthSheet, agents: Mapping[int, str], team: Mapping[str, TeamAgent], codes: Codes, words: CodeBook
) -> None:
    """剩余 = what is carried in + (days off owed − days off taken) × 8 h; 年假 less the leave taken. An agent without
    an opening balance, and a month whose days are not all known, keep what the sheet says.
    """
    owed = _rest_days_owed(month)
    for header, account in BALANCES.items():
        column = month.layout.right.get(header)
        for row, agent in agents.items() if column is not None else ():
            cells = codes.get(agent, {})
            opening = balance(team[agent].balances, account, month.days[0], month.days[0])
            if opening is None or any(day not in cells for day in month.days):
                continue
            said = [cells[day] for day in month.days]
            leave = words.leave.get(ANNUAL_LEAVE, ANNUAL_LEAVE)
            taken = said.count(leave) if account is Account.ANNUAL else said.count("") - (owed or said.count(""))
            minutes = opening.opening + opening.earned - taken * MINUTES_PER_DAY_OWED
            if column is not None:
                month.cell(row, column).value = balance_text(minutes)


def _rest_days_owed(month: MonthSheet) -> int | None:
    """What the sheet says of the month's days off, None when it does not."""
    for (row, column), cell in list(month.sheet._cells.items()):
        if isinstance(cell.value, str) and cell.value.startswith(REST_DAYS):
            beside = month.sheet.cell(row, column + 1).value
            if isinstance(beside, int | float):
                return int(beside)
    return None
