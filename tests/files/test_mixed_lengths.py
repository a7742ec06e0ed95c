"""One file that counts by intervals of different lengths: days of longer ones are spread, single slips refused."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from file_samples import PRESALE, write

from app.files.reading import read_files
from app.wording import choose_language, language
from app.wording.findings import sentence

FIRST = datetime(2026, 10, 1)


@pytest.fixture(autouse=True)
def chinese():
    before = language()
    choose_language("zh_CN")
    yield
    choose_language(before)


def rows(first: datetime, days: int, minutes: int) -> list[str]:
    moments = (first + timedelta(minutes=minutes * number) for number in range(days * 1440 // minutes))
    return [f"{moment:%Y-%m-%d %H:%M},{moment.hour + 1}" for moment in moments]


def read(folder: Path, lines: list[str]):
    return read_files([write(folder, "a.csv", "\n".join(["时间,咨询量", *lines]))])


def test_days_counted_by_the_hour_beside_half_hours_are_spread_and_keep_their_sums(tmp_path: Path) -> None:
    preview = read(tmp_path, rows(FIRST, 3, 60) + rows(FIRST + timedelta(days=3), 4, 30))
    assert [sentence(finding) for finding in preview.findings] == [
        "文件「a.csv」：有 3 天按 60 分钟统计，其余按 30 分钟（2026-10-01 – 2026-10-03）。"
        "这些天已平均拆分到 30 分钟，各小时与各日的合计不变。"
    ]
    assert preview.history is not None
    assert preview.history.interval_minutes == 30
    counts = preview.history.series[PRESALE]
    assert len(counts) == 7 * 48
    assert counts.inquiries[:4].tolist() == [0.5, 0.5, 1, 1]
    assert counts.inquiries[: 3 * 48].sum() == 3 * 300
    assert counts.inquiries[3 * 48 :].sum() == 4 * 600


def test_a_day_with_few_inquiries_is_not_taken_for_one_of_longer_intervals(tmp_path: Path) -> None:
    sparse = ["2026-10-04 09:00,1", "2026-10-04 13:00,2", "2026-10-04 20:00,1"]
    preview = read(tmp_path, rows(FIRST, 3, 30) + sparse)
    assert preview.history is not None
    assert preview.history.series[PRESALE].inquiries[-3:].tolist() == [1, 2, 1]


def test_one_row_between_the_hours_is_refused_with_its_row(tmp_path: Path) -> None:
    preview = read(tmp_path, [*rows(FIRST, 7, 60), "2026-10-07 20:10,7"])
    assert [sentence(finding) for finding in preview.findings] == [
        "文件「a.csv」第 170 行：2026-10-07 20:10 不在时段起点上，其余各行每 60 分钟一行。"
        "请更正该行的时间，或把它的数量并入所属时段。"
    ]
    assert preview.history is None


def test_an_hour_that_comes_twice_when_clocks_are_set_back_is_told_as_such(tmp_path: Path) -> None:
    lines = rows(datetime(2026, 10, 20), 7, 60)
    preview = read(tmp_path, [*lines, "2026-10-25 02:00,9"])
    assert [sentence(finding) for finding in preview.findings if finding.code == "IE06"] == [
        "文件「a.csv」第 170 行：2026-10-25 02:00 出现两次，第 124 行是 3，这里是 9，像是夏令时结束、时钟回拨。"
        "请合并为一行：填两者之和；若该日要按日常计算，则填平均值。"
    ]
