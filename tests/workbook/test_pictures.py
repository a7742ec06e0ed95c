from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from matplotlib.image import imread

from app.workbook.drawing import font
from app.workbook.pictures import picture_days, write_pictures, write_roster_pictures
from app.workbook.team_plan import TeamPlan
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from scheduler.roster import Roster
from tests.workbook.small_plan import EXPORTED, small_forecast, small_project, small_requirement, small_version

needs_font = pytest.mark.skipif(font._known_family() is None, reason="this machine has no Chinese font")


def has_colour(picture: np.ndarray, colour: str) -> bool:
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return bool((np.abs(picture[:, :, :3] * 255 - wanted).max(axis=2) < 2).any())


@needs_font
def test_pictures_are_at_most_2000_pixels_wide_and_show_the_colours_of_the_roster(tmp_path: Path) -> None:
    paths = write_pictures(tmp_path, small_project(), small_version(), small_requirement(), small_forecast(), EXPORTED)
    assert [path.stem for path in paths] == ["01_预测", "02_需求与在岗", "03_峰值日", "04_班表_1109-1112"]
    pictures = [imread(path) for path in paths]
    assert all(picture.shape[1] <= 2000 for picture in pictures)
    assert all(has_colour(pictures[3], fill) for fill in ("#56B4E9", "#E69F00", "#009E73", "#CC79A7"))
    assert has_colour(pictures[2], "#C8401F")


@needs_font
def test_the_chat_group_gets_the_roster_alone_a_week_a_picture(tmp_path: Path) -> None:
    horizon = Horizon(date(2026, 11, 9), 14, 60)
    project, version = small_project(horizon), small_version(horizon)
    paths = write_roster_pictures(tmp_path, project, version, small_requirement(horizon), EXPORTED)
    assert [path.name for path in paths] == ["01_班表_1109-1115.png", "02_班表_1116-1122.png"]
    assert {imread(path).shape[1] for path in paths} == {2000}


@needs_font
def test_a_large_team_has_pictures_of_forty_agents_at_most(tmp_path: Path) -> None:
    version = small_version()
    agents = {f"A{number}": replace(version.problem.agents["00101"], id=f"A{number}") for number in range(41)}
    many = replace(
        version, problem=replace(version.problem, agents=agents), solution=replace(version.solution, roster=Roster())
    )
    paths = write_roster_pictures(tmp_path, small_project(), many, small_requirement(), EXPORTED)
    assert [path.name for path in paths] == ["01_班表_1109-1112_1.png", "02_班表_1109-1112_2.png"]


@needs_font
def test_without_a_forecast_there_is_no_picture_of_one(tmp_path: Path) -> None:
    paths = write_pictures(tmp_path, small_project(), small_version(), small_requirement(), None, EXPORTED)
    assert [path.name[:2] for path in paths] == ["01", "02", "03"]


@needs_font
def test_a_name_with_a_dollar_sign_is_drawn_as_it_is(tmp_path: Path) -> None:
    project = small_project()
    project = replace(project, team=(replace(project.team[0], name="$x_$ \\a"), *project.team[1:]))
    assert write_pictures(tmp_path, project, small_version(), small_requirement(), None, EXPORTED)


def test_a_month_is_drawn_week_by_week() -> None:
    horizon = Horizon(date(2026, 11, 1), 30, 60)
    plan = TeamPlan(small_project(horizon), small_version(horizon), small_requirement(horizon), None, EXPORTED)
    assert [len(days) for days in picture_days(plan)] == [1, 7, 7, 7, 7, 1]


def test_a_machine_without_a_chinese_font_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font, "FAMILIES", ())
    font.chinese_family.cache_clear()
    with pytest.raises(InputError) as refused:
        write_pictures(tmp_path, small_project(), small_version(), small_requirement(), None, EXPORTED)
    font.chinese_family.cache_clear()
    assert [finding.code for finding in refused.value.findings] == ["WB04"]
