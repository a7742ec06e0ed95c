"""The window that is walked through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
)
from pytestqt.qtbot import QtBot

from app.window.frame.main_window import MainWindow


@pytest.fixture
def walked(window: MainWindow, project_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with the planned project, in front."""
    window.acts.open_path(project_path)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield window
    for dialog in window.findChildren(QFileDialog):
        dialog.close()
