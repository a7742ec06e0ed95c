"""The window is seen first and filled afterwards."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.window.frame.first_sight import FirstSight
from app.window.frame.main_window import MainWindow
from app.window.frame.rail import RailButton

SEEN_BARE = """
import sys
from PySide6.QtCore import QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from app.window.main import application
from app.window.frame.main_window import MainWindow
app = application()
window = MainWindow(app, bare=True)
window.show()
app.processEvents()
print(sorted(set(sys.modules) & {"numpy", "sqlalchemy", "alembic", "pyqtgraph", "scheduler.problem"}))
"""


def test_what_takes_long_begins_after_the_first_painting_and_only_once(qtbot: QtBot) -> None:
    window = QWidget()
    painted: list[int] = []
    begun: list[int] = []
    qtbot.addWidget(window)
    sight = FirstSight(window, lambda: begun.append(len(painted)))
    window.paintEvent = lambda _event: painted.append(1)  # type: ignore[method-assign]  # Qt's own way to be told
    QApplication.processEvents()
    assert not begun
    window.show()
    qtbot.waitUntil(lambda: bool(begun))
    window.update()
    QApplication.processEvents()
    assert begun == [1]
    assert sight.parent() is window


def test_a_bare_window_shows_its_steps_and_takes_its_first_page_later(qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(qapp, bare=True)
    qtbot.addWidget(window)
    window.show()
    assert [button.isChecked() for button in window.findChildren(RailButton)].count(True) == 1
    assert window._header._title.text() == "历史"
    window.go("history")
    assert window.page.step == "history"


def test_a_bare_window_is_seen_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    command = [sys.executable, "-c", SEEN_BARE, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"
