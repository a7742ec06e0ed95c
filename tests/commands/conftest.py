"""A small shop, as files, for tests of the command line."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.commands import run_command
from app.wording import choose_language, language

HISTORY_WEEKS = 8
FIRST = datetime(2026, 9, 7)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    before = language()
    choose_language("zh_CN")
    yield
    choose_language(before)


def history_text() -> str:
    rng = random.Random(11)
    lines = ["start,inquiries"]
    for hour in range(HISTORY_WEEKS * 7 * 24):
        start = FIRST + timedelta(hours=hour)
        level = 60 if 9 <= start.hour < 23 else 6
        lines.append(f"{start:%Y-%m-%dT%H:%M},{max(0, round(rng.gauss(level, level**0.5)))}")
    return "\n".join(lines) + "\n"


AGENTS = "工号,姓名,小组,用工类型,技能,时薪,可上班次\n" + "".join(
    f"{number:03d},客服{number:02d},售前组,{'全职' if number <= 5 else '兼职'},售前,{30 if number <= 5 else 24},"
    f"{'早;晚' if number <= 5 else 'A1'}\n"
    for number in range(1, 8)
)
SHIFTS = (
    "代码,名称,开始,结束,休息分钟,休息最早,休息最晚,标签\n"
    "早,早班,08:00,17:00,60,11:00,13:00,early\n"
    "晚,晚班,15:00,24:00,60,18:00,20:00,late\n"
    "A1,兼职晚,19:00,23:00,0,,,part_time\n"
)
PROJECT = 'name = "小店"\nfirst_day = 2026-11-02\ndays = 7\ninterval_minutes = 60\n'


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shop")
    (folder / "history.csv").write_text(history_text(), encoding="utf-8")
    (folder / "agents.csv").write_text(AGENTS, encoding="gb18030")
    (folder / "shifts.csv").write_text(SHIFTS, encoding="utf-8-sig")
    (folder / "project.toml").write_text(PROJECT, encoding="utf-8")
    return folder


FILES = ("project.toml", "history.csv", "shifts.csv", "agents.csv")


@pytest.fixture(scope="session")
def planned_shop(shop: Path) -> Path:
    """A project file with the small shop imported and planned, and its workbook beside it."""
    project = shop / "shop.peakroster"
    assert run_command(["import", *(str(shop / name) for name in FILES), "--project", str(project)]) == 0
    options = ["--seconds", "20", "--gap", "0.15", "--out", str(shop / "roster.xlsx")]
    assert run_command(["plan", "--project", str(project), *options]) in (0, 1)
    return project
