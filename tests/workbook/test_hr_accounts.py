from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from app.project.project import Project
from app.project.version import PlanVersion, VersionState
from app.project.waiver import Waiver
from app.workbook.agent_texts import write_agent_texts
from app.workbook.hr_workbook import write_hr_workbook
from scheduler.alternating_weeks import AlternatingWeeks
from scheduler.attendance import AttendedDay
from scheduler.checks import check
from scheduler.pay.balances import Account, BalanceEntry, EntryKind
from scheduler.rulebook import DEFAULT_RULEBOOK
from scheduler.team import DatedAbsence
from tests.there import there
from tests.workbook.holiday_plan import CODES, EXPORTED, TEAM, holiday_project, holiday_version, no_requirement
from tests.workbook.hr_table import hr_table

OPENED = (
    BalanceEntry(Account.LIEU, EntryKind.OPENING, date(2026, 9, 1), 3 * 480 + 240, "2026年8月客服排班表"),
    BalanceEntry(Account.ANNUAL, EntryKind.OPENING, date(2026, 9, 1), 5 * 480),
)
LEAVE = (DatedAbsence(datetime(2026, 10, 8), datetime(2026, 10, 9), "年假"),)
TOLD = holiday_version(CODES | {"00202": "EEEEE..EEEEEE.", "00203": "E.E.E..EEE.EE."}, 1, VersionState.PUBLISHED)


def project(in_lieu: bool = False) -> Project:
    first, *others = TEAM
    third = replace(others[1], balances=OPENED, absences=LEAVE)
    book = DEFAULT_RULEBOOK.with_value("rest_day_in_lieu", "", float(in_lieu))
    team = (replace(first, balances=OPENED), others[0], third, *others[2:])
    return replace(holiday_project(), team=team, rulebook=book)


def written(folder: Path, of: Project, told: PlanVersion | None = None, with_wages: bool = False) -> Path:
    path = folder / "人事.xlsx"
    write_hr_workbook(path, of, holiday_version(), no_requirement(), with_wages, EXPORTED, told)
    return path


def summary(folder: Path, of: Project, month: int = 10, with_wages: bool = False) -> dict[str, dict[str, Any]]:
    book = load_workbook(written(folder, of, with_wages=with_wages), data_only=True)
    return hr_table(book[f"人事汇总 2026-{month:02d}"])


def parts(row: dict[str, Any], band: str) -> list[object]:
    return [row[f"{band} {part}"] for part in ("期初", "增加", "使用", "期末")]


def test_balances_stand_before_earned_used_after_and_carry_over_the_months_end(tmp_path: Path) -> None:
    september, october = (summary(tmp_path, project(in_lieu=True), month)["客服01"] for month in (9, 10))
    assert parts(september, "调休（小时）") == [28, 0, 0, 28]
    assert parts(october, "调休（小时）") == [28, october["休息日（转调休）"], 0, 28 + october["休息日（转调休）"]]
    assert october["休息日（转调休）"] > 0
    assert parts(october, "年假（天）") == [5, 0, 0, 5]


def test_annual_leave_taken_is_used_in_days(tmp_path: Path) -> None:
    assert parts(summary(tmp_path, project())["客服03"], "年假（天）") == [5, 0, 1, 4]


def test_an_agent_without_an_account_has_empty_cells_not_zeros(tmp_path: Path) -> None:
    assert parts(summary(tmp_path, project())["客服02"], "调休（小时）") == [None] * 4


def test_an_account_that_nobody_keeps_has_no_balance_before_or_after(tmp_path: Path) -> None:
    of = project()
    bare = replace(of, team=tuple(replace(agent, balances=()) for agent in of.team))
    assert parts(summary(tmp_path, bare)["客服03"], "年假（天）") == [None, 0, 1, None]


def test_rest_day_work_given_back_is_paid_once(tmp_path: Path) -> None:
    paid, given = (summary(tmp_path, project(in_lieu), with_wages=True)["客服01"] for in_lieu in (False, True))
    assert paid["计划应付"] - given["计划应付"] == given["休息日（转调休）"] * 30.5


def test_alternating_weeks_owe_the_saturday_of_a_small_week(tmp_path: Path) -> None:
    of = holiday_project()
    in_turn = replace(of, alternating_weeks=AlternatingWeeks(date(2026, 9, 21)))
    owed = [summary(tmp_path, each)["客服01"]["应出勤"] for each in (of, in_turn)]
    assert owed == [3, 3]  # 3 October is a holiday, 10 October a make-up day
    notes = load_workbook(written(tmp_path, in_turn)).worksheets[-1]
    assert ("大小周", "周期从小周开始") in {row[:2] for row in notes.iter_rows(values_only=True)}


def test_attendance_stands_beside_the_plan_where_it_was_imported(tmp_path: Path) -> None:
    attended = (AttendedDay("00201", date(2026, 9, 28), 420), AttendedDay("00201", date(2026, 9, 29), 0))
    rows = summary(tmp_path, replace(holiday_project(), attended=attended), 9)
    assert (rows["客服01"]["考勤出勤天数"], rows["客服01"]["考勤工时"]) == (1, 7)
    assert rows["客服02"]["考勤出勤天数"] is None
    assert "考勤工时" not in summary(tmp_path, holiday_project(), 9)["客服01"]


def test_the_reason_of_an_exception_stands_beside_its_violation(tmp_path: Path) -> None:
    version = holiday_version()
    broken = next(v for v in check(version.problem, version.solution.roster) if v.rule == "max_consecutive_days")
    day = version.problem.horizon.day(there(broken.day))
    waiver = Waiver("基准", broken.rule, broken.agent, day, "=双11当周本人同意")
    other = replace(waiver, scenario="咨询量 +20%", reason="不该出现")
    path = written(tmp_path, replace(holiday_project(), waivers=(other, waiver)))
    reasons = {row[7] for row in load_workbook(path)["违规与例外"].iter_rows(min_row=4, values_only=True)}
    assert reasons == {None, "=双11当周本人同意"}


def test_changes_since_the_published_version_are_listed_with_whom_to_tell(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path, holiday_project(), TOLD))["变更记录"]
    assert sheet["A1"].value == "国庆店 · 与 v1 · 已发布 相比的变更"
    assert sheet["A3"].value == "须通知 2 人：客服02、客服03"
    found = [row[1:7] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert found == [
        ("客服02", datetime(2026, 10, 10), "六", "早班 08:00–17:00", "休息日", 20),
        ("客服03", datetime(2026, 9, 29), "二", "休息日", "早班 08:00–17:00", 9),
    ]


def test_without_a_published_version_there_is_nothing_to_compare(tmp_path: Path) -> None:
    assert "变更记录" not in load_workbook(written(tmp_path, holiday_project())).sheetnames


def test_agents_with_changes_get_a_line_to_confirm(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_agent_texts(path, holiday_project(), holiday_version(), no_requirement(), EXPORTED, TOLD)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[-3:] == [
        "与 v1 · 已发布 相比的变更",
        "客服02：10月10日 早班 08:00–17:00 → 休息日。请确认。",
        "客服03：9月29日 休息日 → 早班 08:00–17:00。请确认。",
    ]
