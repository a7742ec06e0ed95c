"""Two shops in one file: kept apart where it names them, refused in one sentence where it does not."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.files.reading import read_files
from app.wording import choose_language, language
from app.wording.findings import sentence
from forecasts.findings import errors
from forecasts.history import SeriesKey


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    before = language()
    choose_language("zh_CN")
    yield
    choose_language(before)


def two_shops(folder: Path, named: bool, days: int = 14) -> Path:
    rows = ["日期,时段,店铺,咨询量" if named else "日期,时段,咨询量"]
    for day in range(days):
        for hour in range(24):
            when = f"{date(2026, 10, 1) + timedelta(day)},{hour:02d}:00"
            for shop, count in (("旗舰店", 5 + hour % 5), ("专卖店", 3 + hour % 5)):
                rows.append(f"{when},{shop},{count}" if named else f"{when},{count}")
    path = folder / "两店.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_two_shops_that_the_file_names_are_kept_apart_and_told(tmp_path: Path) -> None:
    preview = read_files([two_shops(tmp_path, named=True)])
    assert [sentence(finding) for finding in preview.findings] == [
        "文件「两店.csv」：一个文件里有 2 家店铺：旗舰店、专卖店。各店数据分别保留，预测时按技能合并。"
    ]
    assert preview.history is not None
    assert {key.shop: len(counts) for key, counts in preview.history} == {"旗舰店": 336, "专卖店": 336}
    pooled = preview.history.pooled()
    assert pooled.series[SeriesKey("", "presale")].inquiries[:2].tolist() == [8, 10]


def test_two_shops_without_their_names_are_refused_in_one_sentence(tmp_path: Path) -> None:
    preview = read_files([two_shops(tmp_path, named=False)])
    assert [sentence(finding) for finding in errors(preview.findings)] == [
        "文件「两店.csv」第 3 行：有 336 个时段出现两次且数值不同，第一个是 2026-10-01 的 5 和 3，"
        "像是两家店铺或两个技能混在一个文件里。请补上「店铺」或「技能」列，或分别导出。未导入任何内容。"
    ]


def test_a_few_rows_that_contradict_each_other_are_told_one_by_one(tmp_path: Path) -> None:
    path = two_shops(tmp_path, named=False, days=1)
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([rows[0], *rows[1::2], *rows[2:8:2]]), encoding="utf-8")
    assert [finding.code for finding in errors(read_files([path]).findings)] == ["IE06"] * 3
