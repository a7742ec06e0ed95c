"""Files as teams keep them by hand: what is read of each, to the count."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.files.choices import ImportChoices
from app.files.preview import ImportPreview
from app.files.reading import read_files
from forecasts.findings import Level
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from scheduler.team import DatedAbsence, DatedProtection, Protection
from tests.files.file_samples import PRESALE, first_sheet, write, write_xls

HOURS = [f"{hour}点" for hour in range(24)]
COUNTS = list(range(1, 25))
SUM = sum(COUNTS)
Told = tuple[int, str, int, float]
"""Interval in minutes, first start, number of counts, their sum."""


def read(*paths: Path) -> ImportPreview:
    return read_files(paths, ImportChoices(horizon=Horizon(date(2026, 11, 5), 14, 30)))


def told(preview: ImportPreview, key: SeriesKey = PRESALE) -> Told:
    errors = [finding for finding in preview.findings if finding.level is Level.ERROR]
    assert errors == []
    assert preview.history is not None
    counts = dict(preview.history)[key]
    first = str(counts.starts[0].astype("datetime64[m]"))
    return preview.history.interval_minutes, first, len(counts), float(counts.inquiries.sum())


def csv_rows(*rows: Sequence[object]) -> str:
    return "".join(",".join(map(str, row)) + "\n" for row in rows)


def of_hours(label: Callable[[int], str], column: str = "时段") -> str:
    return csv_rows(["日期", column, "咨询量"], *(["2026-10-01", label(hour), COUNTS[hour]] for hour in range(24)))


DAY: Told = (60, "2026-10-01T00:00", 24, float(SUM))
HOUR_LABELS: dict[str, Callable[[int], str]] = {
    "00:00-01:00": lambda hour: f"{hour:02d}:00-{hour + 1:02d}:00",
    "the last minute named": lambda hour: f"{hour:02d}:00-{hour:02d}:59",
    "seconds and a wave": lambda hour: f"{hour:02d}:00:00~{hour:02d}:59:59",
    "0时": lambda hour: f"{hour}时",
    "0-1点": lambda hour: f"{hour}-{hour + 1}点",
    "第0时": lambda hour: f"第{hour}时",
    "full width": lambda hour: f"{hour}：００".translate({ord(str(n)): 0xFF10 + n for n in range(10)}),
    "parts of the day": lambda hour: f"{'上午' if hour < 12 else '下午'}{hour % 12 if hour > 12 else hour}点",
    "a moment and its end": lambda hour: f"{hour:02d}:00至{hour + 1:02d}:00",
}


@pytest.mark.parametrize("name", HOUR_LABELS)
def test_hours_are_read_however_they_are_written(tmp_path: Path, name: str) -> None:
    label = HOUR_LABELS[name]
    assert told(read(write(tmp_path, "a.csv", of_hours(label)))) == DAY
    across = csv_rows(["日期", *map(label, range(24)), "合计"], ["2026-10-01", *COUNTS, SUM])
    assert told(read(write(tmp_path, "b.csv", across))) == DAY


def test_a_stretch_in_one_column_with_its_day_is_read(tmp_path: Path) -> None:
    rows = [[f"2026-10-01 {hour:02d}:00-{hour + 1:02d}:00", COUNTS[hour]] for hour in range(24)]
    assert told(read(write(tmp_path, "a.csv", csv_rows(["时间", "会话量"], *rows)))) == DAY


DAYS = {
    "with the weekday": ("2026-10-01(周四)", "2026-10-02 星期五", "2026/10/3（六）"),
    "Chinese": ("2026年10月1日", "2026年10月02日", "2026 年 10 月 3 日"),
    "full width": ("２０２６－１０－０１", "２０２６/１０/２", "2026．10．3"),
    "as Excel counts": ("46296", "46297", "46298"),
    "with the zone": ("2026-10-01T00:00:00+08:00", "2026-10-02T00:00:00+08:00", "2026-10-03T00:00:00+08:00"),
    "with milliseconds": ("2026-10-01 00:00:00.0", "2026-10-02 00:00:00.0", "2026-10-03 00:00:00.0"),
    "compact": ("20261001", "20261002", "20261003"),
}


@pytest.mark.parametrize("name", DAYS)
def test_days_are_read_however_they_are_written(tmp_path: Path, name: str) -> None:
    text = csv_rows(["统计日期", "咨询人数"], *([day, count] for day, count in zip(DAYS[name], (5, 6, 7), strict=True)))
    assert told(read(write(tmp_path, "a.csv", text))) == (1440, "2026-10-01T00:00", 3, 18.0)


NUMBERS = ["1,204 ", " 1 204", "1204人", "'1204", "１，２０４", "1204.0", "0.1204万", '="1204"']


def test_numbers_are_read_however_they_are_written(tmp_path: Path) -> None:
    rows = [[f"2026-10-{day:02d}", number] for day, number in enumerate(NUMBERS, start=1)]
    text = "日期\t咨询人数\n" + "".join("\t".join(row) + "\n" for row in rows)
    assert told(read(write(tmp_path, "a.csv", text))) == (1440, "2026-10-01T00:00", 8, 8 * 1204.0)


def test_words_for_sums_are_left_out_whatever_stands_round_them(tmp_path: Path) -> None:
    rows = [["2026-10-01", "客服01", 12], ["2026-10-01", "小计：", 12], ["2026-10-02", "客服01", 2]]
    rows += [[" 总 计 ", "", 14], ["合计（2天）", "", 14]]
    preview = read(write(tmp_path, "a.csv", csv_rows(["日期", "客服", "咨询人数"], *rows)))
    assert told(preview) == (1440, "2026-10-01T00:00", 2, 14.0)
    assert [(f.code, f.facts["count"]) for f in preview.findings] == [("IN09", 3)]


def test_a_day_row_among_hours_is_left_out(tmp_path: Path) -> None:
    header, hours = of_hours(lambda hour: f"{hour}点").split("\n", 1)
    assert told(read(write(tmp_path, "a.csv", f"{header}\n2026-10-01,全天,{SUM}\n{hours}"))) == DAY


def test_a_date_written_once_goes_on_below(tmp_path: Path) -> None:
    rows = [["2026-10-01" if hour == 0 else "", f"{hour}时", COUNTS[hour]] for hour in range(24)]
    preview = read(write(tmp_path, "a.csv", csv_rows(["日期", "时段", "咨询量"], *rows)))
    assert told(preview) == DAY
    assert [(f.code, f.facts["count"]) for f in preview.findings] == [("IN26", 23)]


def test_units_under_the_names_are_no_data(tmp_path: Path) -> None:
    text = "日期,时段,咨询人数\n,,（人）\n2026-10-01,0点,12\n2026-10-01,1点,7\n2026-10-01,2点,9\n"
    assert told(read(write(tmp_path, "a.csv", text))) == (60, "2026-10-01T00:00", 3, 28.0)


def test_hours_of_one_day_take_it_from_the_name_or_ask(tmp_path: Path) -> None:
    text = csv_rows(["时段", "咨询量"], *([f"{hour:02d}:00", COUNTS[hour]] for hour in range(24)))
    assert told(read(write(tmp_path, "分时_20261001.csv", text))) == DAY
    unknown = write(tmp_path, "分时.csv", text)
    assert [finding.code for finding in read(unknown).findings] == ["IE13"]
    assert told(read_files([unknown], ImportChoices(day=date(2026, 10, 1)))) == DAY


def test_text_tables_of_other_tools_are_read(tmp_path: Path) -> None:
    rows = "日期{0}咨询人数\n2026-10-01{0}5\n2026-10-02{0}6\n"
    expected = (1440, "2026-10-01T00:00", 2, 11.0)
    assert told(read(write(tmp_path, "a.csv", "sep=;\n" + rows.format(";"), "utf-8-sig"))) == expected
    assert told(read(write(tmp_path, "b.xls", rows.format("\t"), "utf-16-le"))) == expected
    assert told(read(write(tmp_path, "c.txt", rows.format("|"), "gb18030"))) == expected


def test_a_web_archive_is_read(tmp_path: Path) -> None:
    page = "<html><table><tr><td>日期</td><td>咨询人数</td></tr><tr><td>2026-10-01</td><td>312</td></tr></table></html>"
    text = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="-N"\n\n---N\n'
        f'Content-Transfer-Encoding: 8bit\nContent-Type: text/html; charset="utf-8"\n\n{page}\n---N--\n'
    )
    assert told(read(write(tmp_path, "a.xls", text))) == (1440, "2026-10-01T00:00", 1, 312.0)


def book(folder: Path, name: str, sheets: dict[str, list[list[object]]], merged: str = "") -> Path:
    made = Workbook()
    made.remove(first_sheet(made))
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        for area in merged.split():
            sheet.merge_cells(area)
    made.save(folder / name)
    return folder / name


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
