"""The forecast page of the planned project; what it would start is only noted."""

import pytest

from app.window.forecast.page import ForecastPage
from app.window.frame.main_window import MainWindow
from tests.window.forecast.forecast_acts import Starts


@pytest.fixture
def page(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> ForecastPage:
    opened.go("forecast")
    shown = opened.page
    assert isinstance(shown, ForecastPage)
    monkeypatch.setattr(shown._refreshing, "start", Starts())
    return shown
