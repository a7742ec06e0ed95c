from pathlib import Path

from app.wording import choose_language
from app.workbook.agent_texts import write_agent_texts
from tests.workbook.holiday_plan import EXPORTED, TEAM, holiday_project, holiday_version, no_requirement


def lines(folder: Path) -> list[str]:
    path = folder / "班表.txt"
    write_agent_texts(path, holiday_project(), holiday_version(), no_requirement(), EXPORTED)
    return path.read_text(encoding="utf-8").splitlines()


def test_each_agent_has_one_line_with_every_day(tmp_path: Path) -> None:
    first, _blank, *agents = lines(tmp_path)
    assert first == "国庆店 · 版本 v2 · 草稿 · 导出时间 2026-09-20 18:00"
    assert [line.split("：")[0] for line in agents] == [member.name for member in TEAM]
    assert agents[0].startswith(
        "客服01：9月28日 早班 08:00–17:00，9月29日 早班 08:00–17:00，9月30日 夜班 22:00–06:00（次日），"
    )
    assert agents[0].endswith("，10月11日 休息日。")
    assert all(line.count("，") == 13 for line in agents)


def test_leave_is_told_without_its_kind_and_nothing_of_ids_or_wages(tmp_path: Path) -> None:
    text = "\n".join(lines(tmp_path))
    assert "10月8日 请假" in text
    for secret in (*(member.id for member in TEAM), "产检", "30.5"):
        assert secret not in text, secret


def test_the_line_in_english(tmp_path: Path) -> None:
    choose_language("en")
    line = lines(tmp_path)[2]
    assert line.startswith(
        "客服01: 09-28 早班 08:00–17:00, 09-29 早班 08:00–17:00, 09-30 夜班 22:00–06:00 (next day), "
    )
    assert line.endswith(", 10-11 day off.")
