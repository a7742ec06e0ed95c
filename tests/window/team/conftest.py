"""The team page of the planned project, without its history: that opens at once, and this page reads none."""

from pathlib import Path

import pytest

from app.window.frame.main_window import MainWindow
from app.window.frame.page import Page
from tests.window.roster_sample import without_history


@pytest.fixture(scope="module")
def planned(planned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("light") / "shop.peakroster"
    copy.write_bytes(planned.read_bytes())
    return without_history(copy)


@pytest.fixture
def page(opened: MainWindow) -> Page:
    opened.go("team")
    return opened.page
