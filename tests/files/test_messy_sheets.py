"""Sheets and lists as teams keep them by hand: what is read of each, to the count."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from forecasts.findings import Level
from forecasts.history import SeriesKey
from scheduler.team import DatedAbsence, DatedProtection, Protection
from tests.files.file_samples import write, write_xls
from tests.files.kept_by_hand import COUNTS, DAY, HOURS, SUM, book, csv_rows, read, told


def test_merged_dates_and_titles_are_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [["分时明细"], ["日期", "时段", "咨询量"]]
    rows += [[datetime(2026, 10, 1) if hour == 0 else None, time(hour), COUNTS[hour]] for hour in range(24)]
    assert told(read(book(tmp_path, "a.xlsx", {"S": rows}, "A1:C1 A3:A26"))) == DAY


@pytest.mark.parametrize("labels", ["1日", "1", "2026-10-1", "46296", "date"])
def test_a_month_of_hours_takes_its_days_from_the_header_and_the_title(tmp_path: Path, labels: str) -> None:
    headers: dict[str, list[object]] = {
        "1日": [f"{day}日" for day in range(1, 32)],
        "1": list(range(1, 32)),
        "2026-10-1": [f"2026-10-{day}" for day in range(1, 32)],
        "46296": [46295 + day for day in range(1, 32)],
        "date": [datetime(2026, 10, day) for day in range(1, 32)],
    }
    rows: list[list[object]] = [["2026年10月分时咨询量"], ["时段", *headers[labels]]]
    rows += [[f"{hour:02d}:00", *[hour + day for day in range(1, 32)]] for hour in range(24)]
    assert told(read(book(tmp_path, "a.xlsx", {"S": rows}))) == (60, "2026-10-01T00:00", 744, 20460.0)


def test_days_of_a_month_that_nothing_names_are_refused(tmp_path: Path) -> None:
    text = csv_rows(["时段", "1日", "2日"], ["00:00", 5, 6], ["01:00", 5, 6])
    assert {finding.code for finding in read(write(tmp_path, "分时.csv", text)).findings} == {"IE10"}


def test_totals_of_accounts_by_day_of_the_month_are_read(tmp_path: Path) -> None:
    text = csv_rows(["2026年10月"], ["客服", "1日", "2日", "合计"], ["客服01", 5, 6, 11], ["客服02", 7, 8, 15])
    assert told(read(write(tmp_path, "a.csv", text))) == (1440, "2026-10-01T00:00", 2, 26.0)


def test_sheets_that_only_their_names_tell_apart_are_shops_or_skills(tmp_path: Path) -> None:
    shops: dict[str, list[list[object]]] = {
        "旗舰店": [["日期", "咨询人数"], ["2026-10-01", 5]],
        "专卖店": [["日期", "咨询人数"], ["2026-10-01", 50]],
    }
    preview = read(book(tmp_path, "a.xlsx", shops))
    assert told(preview, SeriesKey("旗舰店", "presale"))[3] == 5
    assert told(preview, SeriesKey("专卖店", "presale"))[3] == 50
    assert [finding.code for finding in preview.findings] == ["IN27"]
    skills = read(book(tmp_path, "b.xlsx", {"售前": shops["旗舰店"], "售后": shops["专卖店"]}))
    assert told(skills, SeriesKey("", "aftersale"))[3] == 50


def test_sheets_of_days_and_months_are_one_history(tmp_path: Path) -> None:
    days: dict[str, list[list[object]]] = {f"10.{day}": [["客服", *HOURS], ["客服01", *COUNTS]] for day in (1, 2)}
    assert told(read(book(tmp_path, "分时2026.xlsx", days))) == (60, "2026-10-01T00:00", 48, 2.0 * SUM)
    months: dict[str, list[list[object]]] = {
        "9月": [["日期", "咨询人数"], ["9月30日", 5]],
        "10月": [["日期", "咨询人数"], ["1日", 6], ["2日", 7]],
    }
    assert told(read(book(tmp_path, "2026年咨询.xlsx", months))) == (1440, "2026-09-30T00:00", 3, 18.0)


def test_an_old_workbook_with_serial_dates_is_read(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [
        ["客服绩效表", ""],
        ["日期", "咨询人数"],
        [46296.0, 312.0],
        [46297.0, "-"],
        ["合计", 312.0],
    ]
    assert told(read(write_xls(tmp_path, "a.xls", rows))) == (1440, "2026-10-01T00:00", 1, 312.0)


def test_blank_columns_and_rows_do_not_hide_a_table(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [], [None, None, "统计\n日期", None, "咨询\n人数"]]
    rows += [[None, None, "2026-10-01", None, 5], [], [None, None, "2026-10-02", None, 6]]
    assert told(read(book(tmp_path, "a.xlsx", {"S": rows}))) == (1440, "2026-10-01T00:00", 2, 11.0)


def test_an_agent_list_kept_by_hand_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["客服部花名册"],
        ["序号", "工号", "姓名", "组别", "岗位", "用工类型", "时薪(元)", "职务", "班次"],
        [1, 123, "客服01", "一组", "售前客服", "全职", "32元/小时", "组长", "早、晚"],
        [2, "00124", "客服02", "售后组", "客服", "兼职", 26, "客服", ""],
        ["合计", 2],
    ]
    preview = read(book(tmp_path, "a.xlsx", {"S": rows}))
    first, second = preview.team
    assert (first.id, first.skills, first.hourly_cost, first.roles) == (
        "123",
        frozenset({"presale"}),
        32.0,
        frozenset({"lead"}),
    )
    assert (first.shifts, second.shifts) == (frozenset({"早", "晚"}), None)
    assert (second.id, second.skills, second.roles) == ("00124", frozenset({"aftersale"}), frozenset())


PROTECTED = (
    "工号,姓名,技能,角色,保护,保护开始,保护结束\n"
    "1,客服01,售前,师傅,孕期,2026-10-01,2027-01-31\n"
    "2,客服02,售前,店长,不加班,,\n"
    "3,客服03,售前,,怕黑,,\n"
)


def test_protections_are_read_for_what_they_ask_not_why(tmp_path: Path) -> None:
    preview = read(write(tmp_path, "a.csv", PROTECTED))
    first, second, third = preview.team
    days = date(2026, 10, 1), date(2027, 1, 31)
    assert first.protections == tuple(DatedProtection(kind, *days) for kind in Protection)
    assert second.protections == (DatedProtection(Protection.NO_OVERTIME),)
    assert (first.roles, second.roles, third.protections) == (frozenset({"mentor"}), frozenset(), ())
    assert {(f.code, f.level) for f in preview.findings} == {("IE40", Level.ERROR), ("IN28", Level.NOTICE)}
    assert "孕" not in str(preview.team)


def test_absences_with_an_end_of_their_own_last_until_then(tmp_path: Path) -> None:
    text = (
        "姓名,请假类型,开始时间,结束时间\n客服01,年假,2026-11-12 09:00,2026-11-13 18:00\n"
        "客服02,病假,2026-11-12,2026-11-13\n客服03,病假,2026-11-12,\n"
    )
    absences = read(write(tmp_path, "a.csv", text)).absences
    assert absences["客服01"] == (DatedAbsence(datetime(2026, 11, 12, 9), datetime(2026, 11, 13, 18), "年假"),)
    assert absences["客服02"] == (DatedAbsence(datetime(2026, 11, 12), datetime(2026, 11, 14), "病假"),)
    assert absences["客服03"] == (DatedAbsence(datetime(2026, 11, 12), datetime(2026, 11, 13), "病假"),)
    turned = text.replace("2026-11-13\n", "2026-11-11\n")
    assert "IE08" in {finding.code for finding in read(write(tmp_path, "b.csv", turned)).findings}


def test_shifts_kept_by_hand_are_read(tmp_path: Path) -> None:
    text = "班次名称,上班时间,下班时间,休息时间\n早班,9:00,18:00,12:00-13:00\n夜班,22:00,次日06:00,30\n"
    early, night = read(write(tmp_path, "a.csv", text)).shifts.values()
    assert (early.code, early.name, early.start, early.minutes, early.paid_minutes) == ("早", "早班", 540, 540, 480)
    assert [(each.minutes, each.earliest, each.latest) for each in early.breaks] == [(60, 720, 720)]
    assert (night.start, night.minutes, night.paid_minutes) == (1320, 480, 450)
    spans = read(write(tmp_path, "b.csv", "班次,代码,时间\n早班,早,09:00-18:00\n夜班,夜,22:00-次日06:00\n")).shifts
    assert {name: (shift.start, shift.minutes) for name, shift in spans.items()} == {
        "早": (540, 540),
        "夜": (1320, 480),
    }


def test_a_promotion_named_once_has_all_its_phases(tmp_path: Path) -> None:
    text = (
        "活动名称,阶段,开始时间,结束时间\n双11,付尾款,10月31日 20:00,11月3日 24:00\n,现货,11月10日20点,11月11日24点\n"
    )
    (promotion,) = read(write(tmp_path, "a.csv", text)).promotions
    assert [(phase.kind, phase.start.day, phase.end.day) for phase in promotion.phases] == [
        ("balance", 31, 4),
        ("spot_sale", 10, 12),
    ]
