"""The comparison page of the planned project, without child processes."""

import pytest

from app.window.comparison.page import ComparisonPage
from app.window.frame.main_window import MainWindow
from tests.window.comparison.fake_jobs import FakeJobs


@pytest.fixture
def jobs(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> FakeJobs:
    fake = FakeJobs()
    monkeypatch.setattr(opened.jobs, "start", fake.start)
    return fake


@pytest.fixture
def page(opened: MainWindow, jobs: FakeJobs) -> ComparisonPage:
    opened.go("comparison")
    jobs.asked.clear()
    assert isinstance(opened.page, ComparisonPage)
    return opened.page
