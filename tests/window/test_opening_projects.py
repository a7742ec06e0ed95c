"""Projects opened, made, copied and dropped on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.frame.settings import recent_projects


def test_a_file_that_is_no_project_becomes_a_sentence(window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.peakroster"
    wrong.write_text("not a database")
    assert not window.acts.open_path(wrong)
    assert window.message.mood is Mood.ERROR
    assert "wrong.peakroster" in window.message.text
    assert window.document.view is None


def test_a_wrong_file_leaves_the_open_project_open(opened: MainWindow, tmp_path: Path) -> None:
    opened.acts.open_path(tmp_path / "gone.peakroster")
    assert opened.document.view is not None


def test_an_opened_project_is_remembered(opened: MainWindow, project_path: Path) -> None:
    assert recent_projects() == (project_path,)


def test_a_copy_goes_on_by_itself(opened: MainWindow, tmp_path: Path) -> None:
    copy = tmp_path / "copy.peakroster"
    opened.acts._copy_to(copy)
    assert opened.document.file.path == copy
    assert copy.is_file()


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def test_a_project_dropped_on_the_window_is_opened(window: MainWindow, project_path: Path) -> None:
    drop(window, [project_path])
    assert window.document.view is not None
    assert window.document.file.path == project_path


def test_other_files_dropped_on_the_window_are_imported(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(
        opened.jobs.__class__,
        "start",
        lambda _jobs, _kind, _title, arguments, _then, **_more: started.append(arguments),
    )
    table = tmp_path / "history.csv"
    table.write_text("a")
    drop(opened, [table])
    assert opened.page.step == "history"
    assert started[0][:2] == ["import", str(table)]
    assert "--dry-run" in started[0]


def test_files_dropped_without_a_project_say_what_to_do(window: MainWindow, tmp_path: Path) -> None:
    drop(window, [tmp_path / "history.csv"])
    assert window.message.mood is Mood.WARNING
    assert window.message.act


def test_the_first_start_makes_the_sample_while_the_window_is_visible(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.window.main import begin

    started: list[list[str]] = []
    monkeypatch.setattr("app.window.frame.project_acts.sample_path", lambda: tmp_path / "sample.peakroster")
    monkeypatch.setattr(
        window.jobs.__class__,
        "start",
        lambda _jobs, _kind, _title, arguments, _then, **_more: started.append(arguments),
    )
    begin(window, None)
    assert started == [["sample", "--out", str(tmp_path / "sample.peakroster"), "--progress"]]
    assert window.isVisible()


def test_the_latest_project_is_opened_again(window: MainWindow, project_path: Path) -> None:
    from app.window.frame.settings import add_recent
    from app.window.main import begin

    add_recent(project_path)
    begin(window, None)
    assert window.document.file.path == project_path


def test_a_new_project_is_made_where_it_is_wanted(window: MainWindow, tmp_path: Path) -> None:
    from app.window.frame.project_dialog import ProjectDialog

    dialog = ProjectDialog(window)
    dialog._name.setText("年货节")
    dialog._days.setValue(10)
    window.acts._create(tmp_path / "new.peakroster", dialog.project())
    view = window.document.view
    assert view is not None
    assert (view.project.name, view.project.horizon.days) == ("年货节", 10)
    dialog.deleteLater()
