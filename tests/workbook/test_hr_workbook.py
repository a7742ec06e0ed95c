import re
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.project.version import PlanVersion, VersionState
from app.wording import choose_language
from app.workbook.hr_workbook import write_hr_workbook
from forecasts.day_kinds import DayKind
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from forecasts.outlook import Outlook
from tests.workbook.formula_reader import calculator
from tests.workbook.golden import GOLDEN_HR, hr_lines
from tests.workbook.holiday_plan import CODES, EXPORTED, TEAM, holiday_project, holiday_version, no_requirement
from tests.workbook.hr_table import hr_table


def written(
    folder: Path, version: PlanVersion | None = None, with_wages: bool = False, horizon: Horizon | None = None
) -> Path:
    path = folder / "人事.xlsx"
    project = holiday_project(horizon) if horizon else holiday_project()
    write_hr_workbook(path, project, version or holiday_version(), no_requirement(), with_wages, EXPORTED)
    return path


def differences(path: Path) -> tuple[int, list[str]]:
    formulas, stored = load_workbook(path), load_workbook(path, data_only=True)
    calculated, checked, wrong = calculator(formulas), 0, []
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            checked += 1
            value = stored[sheet.title][cell.coordinate].value
            if value != pytest.approx(calculated(sheet.title, cell.coordinate)):
                wrong.append(f"{sheet.title}!{cell.coordinate} {cell.value} {value}")
    return checked, wrong


def all_text(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())


@pytest.mark.parametrize("with_wages", [False, True])
def test_every_formula_stores_what_calculating_it_gives(tmp_path: Path, with_wages: bool) -> None:
    checked, wrong = differences(written(tmp_path, with_wages=with_wages))
    assert checked > 150
    assert wrong == []


def test_the_sheets_are_those_that_hr_asks_for(tmp_path: Path) -> None:
    assert load_workbook(written(tmp_path)).sheetnames == [
        "人事汇总 2026-09", "人事汇总 2026-10", "兼职结算", "排班总表 2026-09", "排班总表 2026-10",
        "违规与例外", "班次说明（图例）", "说明",
    ]  # fmt: skip


def test_the_account_of_each_month_is_that_counted_by_hand(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path), data_only=True)
    september, october = hr_table(book["人事汇总 2026-09"])["客服01"], hr_table(book["人事汇总 2026-10"])["客服01"]
    # 28, 29 早, 30 夜 (from midnight it is National Day): 16 + 2 hours and 6 of the statutory day
    assert (september["应出勤"], september["实出勤"], september["总工时"]) == (3, 3, 24)
    assert (september["标准工时"], september["法定节假日加班 3 倍"]) == (18, 6)
    assert september["法定节假日出勤日期"] == "10/1"
    # 1, 3 早 statutory; 5–10 早: three work days, so that three of the six are rest-day work
    assert (october["应出勤"], october["实出勤"], october["休息"]) == (3, 8, 3)
    assert (october["标准工时"], october["休息日加班（或调休） 2 倍"], october["法定节假日加班 3 倍"]) == (24, 24, 16)
    assert october["法定节假日出勤日期"] == "10/1 10/3"
    assert (october["加班合计"], october["距上限 36 小时"]) == (40, -4)


def test_the_run_counts_days_before_the_plan_and_over_the_months_end(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path), data_only=True)
    assert hr_table(book["人事汇总 2026-09"])["客服01"]["最长连续上班天数"] == 3 + 3
    assert hr_table(book["人事汇总 2026-10"])["客服01"]["最长连续上班天数"] == 3 + 4


def test_night_shifts_and_hours_stand_apart(tmp_path: Path) -> None:
    row = hr_table(load_workbook(written(tmp_path), data_only=True)["人事汇总 2026-09"])["客服01"]
    assert (row["夜班次数"], row["涉及 22:00–06:00 的班次"], row["22:00–06:00 工时"]) == (1, 1, 8)


def test_only_standard_and_comprehensive_hours_have_an_overtime_account(tmp_path: Path) -> None:
    rows = hr_table(load_workbook(written(tmp_path), data_only=True)["人事汇总 2026-10"])
    assert [row["距上限 36 小时"] is None for row in rows.values()] == [False, False, True, True, True]
    assert [row["应出勤"] for row in rows.values()] == [3, 3, 3, None, None]
    assert [row["工时制度"] for row in rows.values()] == ["标准工时", "综合计算", "不定时", "非全日制", "外包"]


def test_the_check_line_compares_with_the_roster_sheet(tmp_path: Path) -> None:
    path = written(tmp_path)
    book = load_workbook(path)
    sheet = book["人事汇总 2026-10"]
    line = next(row for row in sheet.iter_rows(min_row=5) if str(row[0].value).startswith("核对"))
    cell = next(cell for cell in line if cell.data_type == "f")
    assert calculator(book)(sheet.title, cell.coordinate) == 0
    book["排班总表 2026-10"]["D7"] = None
    assert calculator(book)(sheet.title, cell.coordinate) == 8


def test_no_wage_is_in_the_file_unless_asked(tmp_path: Path) -> None:
    plain = all_text(written(tmp_path))
    for secret in ("30.5", "31.25", "32.75", "22.125", "26.375", "时薪", "应付", "元"):
        assert secret not in plain, secret
    paid = all_text(written(tmp_path, with_wages=True))
    for shown in ("30.5", "22.125", "时薪", "应付"):
        assert shown in paid, shown


@pytest.mark.parametrize("with_wages", [False, True])
def test_no_health_reason_leave_kind_or_price_of_the_plan_is_in_the_file(tmp_path: Path, with_wages: bool) -> None:
    text = all_text(written(tmp_path, with_wages=with_wages))
    for secret in ("产检", "4321.25", "4000.75"):
        assert secret not in text, secret


def test_planned_pay_is_hours_times_multiples_times_wage(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path, with_wages=True), data_only=True)
    row = hr_table(book["人事汇总 2026-10"])["客服01"]
    assert row["计划应付"] == pytest.approx(30.5 * (24 + 2 * 24 + 3 * 16))


def test_staff_ids_keep_their_zeros_and_names_never_become_formulas(tmp_path: Path) -> None:
    project = holiday_project()
    named = replace(project, team=(replace(TEAM[0], name="=1+1"), *TEAM[1:]))
    path = tmp_path / "a.xlsx"
    write_hr_workbook(path, named, holiday_version(), no_requirement(), exported=EXPORTED)
    sheet = load_workbook(path)["人事汇总 2026-10"]
    assert (sheet["B5"].value, sheet["B5"].data_type, sheet["C5"].value) == ("=1+1", "s", "00201")


def lines(sheet: Worksheet) -> list[list[object]]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True) if any(row)]


def test_a_settlement_lists_days_weeks_and_the_average(tmp_path: Path) -> None:
    found = lines(load_workbook(written(tmp_path), data_only=True)["兼职结算"])
    assert found[2] == ["客服04 · 00204 · 兼职组 · 非全日制"]
    assert found[4] == [datetime(2026, 9, 28), "一", "兼职晚", "18:00–22:00", 4]
    assert ["合计 · 11 天", 56] in found
    assert ["周 09-28 – 10-04", "▼ 超出每周 24 小时 4.0 小时", 28] in found
    assert ["周 10-05 – 10-11", "▼ 超出每周 24 小时 4.0 小时", 28] in found
    assert ["结算 09-28 – 10-11", "日均 4.0 小时，未超 4 小时", 56] in found


def test_a_settlement_with_wages_pays_each_day(tmp_path: Path) -> None:
    found = lines(load_workbook(written(tmp_path, with_wages=True), data_only=True)["兼职结算"])
    assert found[2][1:] == ["时薪", 22.125]
    assert found[4][-2:] == [4, 88.5]
    assert ["合计 · 11 天", 56, pytest.approx(56 * 22.125)] in found


def test_violations_name_rule_source_and_sentence_gravest_first(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path), data_only=True)["违规与例外"]
    found = [row[1:7] for row in sheet.iter_rows(min_row=4, values_only=True)]
    by_rule = {(row[1], row[3]): row for row in found}
    weekly = by_rule["每周最多工时", "客服04"]
    assert weekly[:3] == ("▲ 违法", "每周最多工时", "劳动合同法 68")
    assert "客服04" in str(weekly[5])
    (overtime,) = (row for row in found if row[2] == "劳动法 41")
    assert overtime[3] == "客服01"
    assert re.search("64.*60", str(overtime[5]))
    severities = [str(row[0]) for row in found]
    assert severities == sorted(severities, key=["▲ 违法", "◆ 违反制度", "● 提示"].index)


def test_a_roster_without_violations_says_so(tmp_path: Path) -> None:
    codes = dict.fromkeys(CODES, "EEE...EEEE.EE.") | {"00204": "PP........PP.."}
    version = holiday_version(codes)
    agents = {name: replace(agent, min_minutes=None) for name, agent in version.problem.agents.items()}
    path = written(tmp_path, replace(version, problem=replace(version.problem, agents=agents)))
    assert "班表没有违规。" in all_text(path)


def test_the_notes_tell_multiples_with_their_source_and_the_holidays(tmp_path: Path) -> None:
    text = all_text(written(tmp_path))
    for told in ("休息日加班倍数：2 · 劳动法 44", "每月标准工时（小时）：165.36", "10-01、10-02、10-03", "已公布"):
        assert told in text, told


def test_a_year_without_a_notice_says_not_announced(tmp_path: Path) -> None:
    horizon = Horizon(date(2027, 10, 1), 7, 60)
    path = written(tmp_path, holiday_version(horizon=horizon), horizon=horizon)
    assert "未公布，按放假办法推算" in all_text(path)


def test_days_changed_by_hand_reach_the_account_and_the_notes(tmp_path: Path) -> None:
    calendar = {date(2026, 9, 30): DayKind.STATUTORY}
    for name, outlook in (("as_shipped", Outlook()), ("edited", Outlook(calendar=calendar))):
        project = replace(holiday_project(), outlook=outlook)
        write_hr_workbook(tmp_path / f"{name}.xlsx", project, holiday_version(), no_requirement(), True, EXPORTED)
    shipped, edited = (all_text(tmp_path / f"{name}.xlsx") for name in ("as_shipped", "edited"))
    assert "09-30、10-01、10-02、10-03" in edited
    assert "团队改动 1 天" in edited
    assert "团队改动" not in shipped
    sheets = [load_workbook(tmp_path / f"{name}.xlsx", data_only=True) for name in ("as_shipped", "edited")]
    columns = [[cell.value for cell in book["人事汇总 2026-09"]["A"]] for book in sheets]
    assert columns[0] == columns[1]
    values = [[[cell.value for cell in row] for row in book["人事汇总 2026-09"].iter_rows()] for book in sheets]
    assert values[0] != values[1]


def test_the_title_says_planned_hours_and_the_version(tmp_path: Path) -> None:
    sheet = load_workbook(written(tmp_path))["人事汇总 2026-10"]
    assert sheet["A1"].value == "国庆店 · 人事汇总 2026-10 · 计划工时"
    assert "v2 · 草稿" in sheet["A2"].value
    published = written(tmp_path, holiday_version(state=VersionState.PUBLISHED))
    assert "草稿" not in all_text(published)


def test_an_agent_who_has_left_keeps_their_hours(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    project = replace(holiday_project(), team=TEAM[1:])
    write_hr_workbook(path, project, holiday_version(), no_requirement(), exported=EXPORTED)
    rows = hr_table(load_workbook(path, data_only=True)["人事汇总 2026-10"])
    assert rows["已不在名单 1"]["总工时"] == 64


def test_the_english_workbook_has_no_chinese_but_the_teams_own_words_and_articles(tmp_path: Path) -> None:
    choose_language("en")
    own = "国庆店|客服\\d+|售前组|兼职组|外包组|早班|夜班|兼职晚|兼职全天|早|夜|基准"
    law = "国务院令174号|劳动法|劳动合同法|人社部发〔2025〕2号|工资支付暂行规定|劳安字〔1989〕1号"
    left = {
        f"{sheet.title}!{cell.coordinate} {cell.value}"
        for sheet in load_workbook(written(tmp_path, with_wages=True))
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
        and cell.data_type == "s"
        and re.search("[\u4e00-\u9fff]", re.sub(f"{own}|{law}", "", cell.value))
    }
    assert left == set()


def test_a_version_without_agents_is_refused(tmp_path: Path) -> None:
    version = holiday_version()
    with pytest.raises(InputError) as refused:
        written(tmp_path, replace(version, problem=replace(version.problem, agents={})))
    assert [finding.code for finding in refused.value.findings] == ["WB03"]


def test_every_cell_of_the_holiday_plan_is_as_it_was() -> None:
    """When the layout changes on purpose, `golden.py` rewrites the expectation; read its difference."""
    assert hr_lines() == GOLDEN_HR.read_text(encoding="utf-8").splitlines()
