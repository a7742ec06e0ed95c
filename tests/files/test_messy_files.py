"""Files as teams keep them by hand: what is read of each, to the count."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.files.choices import ImportChoices
from app.files.reading import read_files
from tests.files.file_samples import write
from tests.files.kept_by_hand import COUNTS, DAY, SUM, csv_rows, of_hours, read, told

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
