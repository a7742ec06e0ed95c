"""Attendance, drivers, broadcasts and today's counts."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.files.accepting import accept, accepting_findings
from app.files.choices import ImportChoices
from app.files.overlap import ASK, TakeOver
from app.files.preview import ImportPreview
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.horizon import Horizon
from scheduler.attendance import AttendedDay
from tests.files.file_samples import AGENTS, SHIFTS, codes, errors_of, first_sheet, write

MONTH = "姓名,考勤组,部门,工号,UserId,出勤天数,休息天数,1,2,3,4,5,6,7\n"


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    file = ProjectFile.create(tmp_path / "a.peakroster", Project("空", Horizon(date(2026, 11, 5), 14, 30)))
    lists = [write(tmp_path, "shifts.csv", SHIFTS), write(tmp_path, "agents.csv", AGENTS)]
    accept(read_files(lists), file)
    return file


def taken(file: ProjectFile, preview: ImportPreview, choice: TakeOver = ASK) -> Project:
    accept(preview, file, choice)
    return file.read()


def test_a_month_of_attendance_tells_who_was_there(file: ProjectFile, tmp_path: Path) -> None:
    text = (
        "每月汇总 统计日期：2026-10-01 至 2026-10-31\n"
        + MONTH
        + "客服01,售前组,客服部,00123,u1,4,2,正常,迟到,休息,病假,旷工,,正常\n"
    )
    project = taken(file, read_files([write(tmp_path, "考勤.csv", text)]))
    assert project.attended == (
        AttendedDay("00123", date(2026, 10, 1), None, "正常"),
        AttendedDay("00123", date(2026, 10, 2), None, "迟到"),
        AttendedDay("00123", date(2026, 10, 3), 0, "休息"),
        AttendedDay("00123", date(2026, 10, 4), 0, "病假"),
        AttendedDay("00123", date(2026, 10, 5), 0, "旷工"),
        AttendedDay("00123", date(2026, 10, 7), None, "正常"),
    )


def test_unknown_words_are_told_once_and_can_be_mapped(tmp_path: Path) -> None:
    path = write(
        tmp_path, "考勤_202610.csv", MONTH + "客服01,售前组,客服部,00123,u1,4,2,待定,待定,休息,休息,休息,休息,休息\n"
    )
    preview = read_files([path])
    (told,) = [f for f in preview.findings if f.code == "IN24"]
    assert (told.facts["words"], told.facts["count"]) == (("待定",), 2)
    assert len(preview.attended) == 5
    mapped = read_files([path], ImportChoices(codes={"待定": "正常"}))
    assert (len(mapped.attended), mapped.attended[0].minutes) == (7, None)
    assert "IN24" not in codes(mapped)


def test_a_workbook_of_four_sheets_gives_the_minutes_of_each_day(file: ProjectFile, tmp_path: Path) -> None:
    book = Workbook()
    months = first_sheet(book)
    months.title = "每月汇总"
    months.append(["统计日期：2026-10-01 至 2026-10-31"])
    months.append(MONTH.strip().split(","))
    months.append(["客服01", "售前组", "客服部", "00123", "u1", 2, 5, *["正常"] * 2, *["休息"] * 5])
    days = book.create_sheet("每日统计")
    days.append(["姓名", "考勤组", "部门", "工号", "UserId", "日期", "班次", "工作时长(分钟)"])
    days.append(["客服01", "售前组", "客服部", "00123", "u1", "26-10-01 星期四", "早班", 505])
    punches = book.create_sheet("原始记录")
    punches.append(["姓名", "考勤组", "部门", "工号", "UserId", "打卡时间", "打卡结果"])
    punches.append(["客服01", "售前组", "客服部", "00123", "u1", "2026-10-01 08:58", "正常"])
    book.save(tmp_path / "钉钉.xlsx")
    preview = read_files([tmp_path / "钉钉.xlsx"])
    assert errors_of(preview) == []
    assert "IN20" in codes(preview)
    project = taken(file, preview)
    assert [day.minutes for day in project.attended] == [505, None, 0, 0, 0, 0, 0]
    assert project.attended[0].word == "正常"


def test_hours_are_hours_unless_the_header_says_minutes(tmp_path: Path) -> None:
    text = "工号,日期,工作时长\n00123,2026-10-01,8.5\n"
    (day,) = read_files([write(tmp_path, "a.csv", text)]).attended
    assert day.minutes == 510


def test_people_who_are_not_in_the_team_are_told_and_left_out(file: ProjectFile, tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "a.csv", "工号,日期,工作时长\n99999,2026-10-01,8\n")])
    assert [(f.code, f.level) for f in accepting_findings(preview, file.read())] == [("IN25", "warning")]
    assert taken(file, preview).attended == ()


def test_visitors_and_orders_become_drivers_and_are_continued(file: ProjectFile, tmp_path: Path) -> None:
    text = "日期,店铺,访客数,支付订单数\n2026-10-01,A店,12000,300\n2026-10-02,A店,1.1万,-\n2026-10-02,B店,70,5\n"
    project = taken(file, read_files([write(tmp_path, "a.csv", text)]))
    found = {(d.name, d.shop): (d.counts.inquiries.tolist(), d.lags) for d in project.outlook.drivers}
    assert found == {
        ("访客数", "A店"): ([12000, 11000], False),
        ("访客数", "B店"): ([70], False),
        ("支付订单数", "A店"): ([300], True),
        ("支付订单数", "B店"): ([5], True),
    }
    more = "日期,店铺,访客数\n2026-10-02,A店,11500\n2026-10-03,A店,9000\n"
    project = taken(file, read_files([write(tmp_path, "b.csv", more)]))
    assert project.outlook.drivers[0].counts.inquiries.tolist() == [12000, 11500, 9000]
    assert len(project.outlook.drivers) == 4


def test_a_table_that_counts_inquiries_too_is_history(tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "a.csv", "日期,访客数,咨询人数\n2026-10-01,12000,300\n")])
    assert preview.drivers == ()
    assert preview.history is not None


def test_broadcasts_are_taken_in_and_one_that_ends_too_early_is_refused(file: ProjectFile, tmp_path: Path) -> None:
    head = "直播场次,主播,开始,结束\n"
    project = taken(
        file, read_files([write(tmp_path, "a.csv", f"{head}晚场,主播A,2026-11-10 20:00,2026-11-10 24:00\n")])
    )
    (found,) = project.outlook.broadcasts
    assert (found.name, found.host, found.end) == ("晚场", "主播A", datetime(2026, 11, 11))
    wrong = read_files([write(tmp_path, "b.csv", f"{head}晚场,主播A,2026-11-10 20:00,2026-11-10 19:00\n")])
    assert errors_of(wrong) == ["IE39"]


def test_todays_counts_go_beside_the_history(file: ProjectFile, tmp_path: Path) -> None:
    text = "时间,咨询量\n2026-11-05 09:00,88\n2026-11-05 09:30,90\n"
    project = taken(file, read_files([write(tmp_path, "今日.csv", text)]), TakeOver(actuals=True))
    assert project.outlook.actuals is not None
    assert project.outlook.actuals.now == datetime(2026, 11, 5, 10)
    assert not project.history.series
    assert file.batches() == ()
