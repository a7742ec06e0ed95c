"""The window with its real child processes, from the first start to a workbook."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from app.window.comparison.page import ComparisonPage
from app.window.export.page import ExportPage
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.steps import STEPS
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.importing import Importing
from app.window.main import begin
from app.window.screenshots import render_pages
from resources.manual.pictures import SHOWN
from tests.window.shown import page_of

LONG = 120000
TABLE = "日期,小时,咨询量\n2026-11-07,10,50\n2026-11-07,11,60\n"


def until_quiet(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.running(), timeout=LONG)


@pytest.mark.slow
def test_the_first_start_shows_the_sample_and_plans_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.window.frame.project_acts.sample_path", lambda: tmp_path / "sample.peakroster")
    begin(window, None)
    assert window.jobs.is_running("sample")
    until_quiet(window, qtbot)
    view = window.document.view
    assert view is not None
    assert view.requirement is not None
    assert not view.stale - {"roster"}
    window.go("comparison")
    page_of(window, ComparisonPage)._form.seconds.setValue(5)
    assert window.page.primary is not None
    window.page.primary.trigger()
    until_quiet(window, qtbot)
    assert window.document.view is not None
    assert window.document.view.version is not None
    window.go("export")
    page_of(window, ExportPage).write(tmp_path / "班表.xlsx")
    until_quiet(window, qtbot)
    assert window.message.mood is Mood.GOOD
    assert (tmp_path / "班表.xlsx").stat().st_size > 10_000


@pytest.mark.slow
def test_a_table_is_previewed_then_imported(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "历史.csv"
    table.write_text(TABLE, "utf-8")
    before = opened.document.view
    Importing(opened.desk, opened).preview([table])
    qtbot.waitUntil(lambda: any(d.isVisible() for d in opened.findChildren(ImportPreviewDialog)), timeout=LONG)
    assert opened.document.view is before
    dialog = next(dialog for dialog in opened.findChildren(ImportPreviewDialog) if dialog.isVisible())
    dialog.findChildren(QRadioButton)[0].click()  # half hours of these two hours are in the project: replace them
    next(button for button in dialog.findChildren(QPushButton) if button.property("kind") == "primary").click()
    until_quiet(opened, qtbot)
    assert opened.message.mood is Mood.GOOD
    assert "历史.csv" in {batch.source for batch in opened.document.file.batches()}


@pytest.mark.slow
def test_every_page_becomes_a_picture_of_the_right_size(project_path: Path, tmp_path: Path) -> None:
    from PySide6.QtGui import QImage

    written = render_pages(tmp_path / "pictures", project_path, ("en",), ("dark",))
    assert [path.name.split("-")[2] for path in written] == [f"{number:02d}" for number in range(1, len(written) + 1)]
    drawn = {path.stem.split("-", 3)[3]: QImage(str(path)) for path in written}
    pages = {step + suffix for step in STEPS for suffix in ("", "-empty")}
    assert pages | set(SHOWN) <= set(drawn)
    for name in pages:
        assert (drawn[name].width(), drawn[name].height()) == (1440, 900)
    assert not any(image.isNull() for image in drawn.values())


@pytest.mark.slow
def test_the_window_can_be_used_while_a_roster_is_searched_and_stop_keeps_the_best(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.go("roster")
    before = opened.document.view
    assert before is not None
    assert before.version is not None
    assert opened.page.primary is not None
    opened.page.primary.trigger()
    assert opened.jobs.is_running("solve")
    for step in ("history", "team", "forecast", "roster"):
        opened.go(step)
        assert opened.page.isVisible()
        assert opened.jobs.is_running("solve")
    opened.jobs.stop("solve")
    until_quiet(opened, qtbot)
    after = opened.document.view
    assert after is not None
    assert after.version is not None
    assert after.version.solution.objective is not None
