"""The team page of the planned project, without its history: that opens at once, and this page reads none."""

from pathlib import Path

import pytest

from app.window.frame.main_window import MainWindow
from app.window.team.page import TeamPage
from tests.window.roster_sample import light_copy
from tests.window.shown import page_of


@pytest.fixture(scope="module")
def planned(planned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return light_copy(planned, tmp_path_factory.mktemp("light"))


@pytest.fixture
def page(opened: MainWindow) -> TeamPage:
    opened.go("team")
    return page_of(opened, TeamPage)
