import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from app.workbook.team_workbook import write_team_workbook
from tests.workbook.small_plan import EXPORTED, small_forecast, small_project, small_requirement, small_version


def written(folder: Path) -> Path:
    path = folder / "班表.xlsx"
    write_team_workbook(path, small_project(), small_version(), small_requirement(), small_forecast(), EXPORTED)
    return path


def test_native_charts_refer_to_figures_that_are_there(tmp_path: Path) -> None:
    """A chart per skill of its peak day, then one for every day."""
    path = written(tmp_path)
    with zipfile.ZipFile(path) as parts:
        charts = [parts.read(f"xl/charts/chart{number}.xml").decode() for number in range(1, 11)]
        assert "xl/charts/chart11.xml" not in parts.namelist()
    assert all("<c:v>2.5</c:v>" in charts[0] and "峰值日" in chart for chart in charts[:2])
    of_presale, wednesday = charts[2:6], charts[4]
    assert all("每日在岗 · 售前" in chart for chart in of_presale)
    assert "11-11 周三 · 付尾款、现货 · ▼ 缺 " in wednesday
    assert "<c:v>2.5</c:v>" in wednesday


def test_day_charts_refer_to_the_days_own_columns(tmp_path: Path) -> None:
    path = written(tmp_path)
    staffing = load_workbook(path, data_only=True)["每日在岗 · 售前"]
    with zipfile.ZipFile(path) as parts:
        for day in range(4):
            chart = parts.read(f"xl/charts/chart{day + 3}.xml").decode()
            cells = re.findall(r"<c:f>.每日在岗 · 售前.!\$([A-Z])\$5:\$[A-Z]\$28</c:f>", chart)
            assert cells == ["CFIL"[day], "BEHK"[day]]
            assert len(re.findall(r"<c:f>峰值日!\$A\$42:\$A\$65</c:f>", chart)) == 2
            assert staffing[f"{'BEHK'[day]}4"].value == "需求"
