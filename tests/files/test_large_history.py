"""A text table too large to stand in memory is read a part at a time, with the same result."""

from pathlib import Path

import pytest

from app.files import large_history
from app.files.preview import ImportPreview
from app.files.reading import read_files
from tests.files.file_samples import write

HEAD = "店铺：旗舰店,,,\n时间,咨询量,店铺,内部编号\n"
ROWS = [
    f"2026-10-{1 + n // 48:02d} {n // 2 % 24:02d}:{n % 2 * 30:02d},{n},{'甲' if n % 3 else '乙'},x" for n in range(960)
]
FOOT = "合计,460320,,\n导出时间：2026年11月,,,\n"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le")


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_history, "LARGE_BYTES", 1)
    monkeypatch.setattr(large_history, "ROWS_AT_ONCE", 100)


def whole(path: Path) -> ImportPreview:
    return read_files([path])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_parts_give_the_same_as_the_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    wrong = [*ROWS[:500], "2026-02-30 00:00,5,甲,x", "小计,12,甲,x", *ROWS[500:]]
    path = write(tmp_path, "a.csv", HEAD + "\n".join(wrong) + "\n" + FOOT, encoding)
    at_once = whole(path)
    monkeypatch.setattr(large_history, "LARGE_BYTES", 1)
    monkeypatch.setattr(large_history, "ROWS_AT_ONCE", 100)
    in_parts = whole(path)
    assert in_parts.history == at_once.history
    assert in_parts.files == at_once.files
    assert set(map(repr, in_parts.findings)) == set(map(repr, at_once.findings))
    assert in_parts.tables == at_once.tables
    assert {"IE08", "IN09", "IN10"} <= {finding.code for finding in in_parts.findings}


@pytest.mark.usefixtures("in_parts")
def test_rows_are_told_by_their_number_in_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", HEAD + "\n".join([*ROWS[:700], "2026-10-20 00:00,很多,甲,x"]) + "\n")
    (told,) = [finding for finding in whole(path).findings if finding.code == "IE07"]
    assert told.place.row == 703


@pytest.mark.usefixtures("in_parts")
def test_a_large_file_tells_how_far_it_is_read_and_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", HEAD + "\n".join(ROWS) + "\n")
    heard: list[float] = []

    def stop_at_half(_name: str, number: float, _total: int) -> bool:
        heard.append(number)
        return number < 1.5

    assert read_files([path], keep_going=stop_at_half).cancelled
    assert heard == sorted(heard)
    assert 1.5 <= heard[-1] <= 2.0


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize(
    "text",
    [
        "工号,姓名,技能\n1,客服01,售前\n",
        "日期,0点,1点,2点,3点\n2026-10-01,1,2,3,4\n",
        "[[promotion]]\nname = '双11'\n",
        "<table><tr><td>日期</td><td>咨询人数</td></tr><tr><td>2026-10-01</td><td>3</td></tr></table>",
        "sep=;\n日期;咨询人数\n2026-10-01;3\n",
    ],
)
def test_anything_but_long_rows_is_read_as_a_whole(tmp_path: Path, text: str) -> None:
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert preview.files[0].kind != ""
