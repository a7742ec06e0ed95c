"""Every page of the window as pictures, drawn offscreen; the manual and the eyes of a reviewer live on them."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.project.file import ProjectFile
from app.project.project import Project
from app.window.frame.language import speak
from app.window.frame.main_window import MainWindow
from app.window.frame.steps import STEPS
from app.window.look.look import wear
from app.window.main import application
from app.wording import words
from forecasts.horizon import Horizon

_ = words("window")
SIZE = (1440, 900)
LONGEST_WAIT_SECONDS = 120.0


def render_pages(
    folder: Path,
    project: Path,
    languages: Sequence[str] = ("zh_CN", "en"),
    themes: Sequence[str] = ("light", "dark"),
    zoom: float = 1.0,
) -> list[Path]:
    """Draw every page filled from `project`, then empty, as `<language>-<theme>-<n>-<page>.png` in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as own:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, own)
        empty = Path(own) / "empty.peakroster"
        ProjectFile.create(empty, Project("双11", Horizon(date(2026, 11, 1), 14, 30))).close()
        app = application()
        for language in languages:
            for theme in themes:
                speak(app, language)
                wear(app, theme, zoom)
                for name, window in _states(app, project, empty):
                    path = folder / f"{language}-{theme}-{name}.png"
                    window.grab().save(str(path))
                    written.append(path)
    return written


def _states(app: QApplication, project: Path, empty: Path) -> Iterator[tuple[str, MainWindow]]:
    window = MainWindow(app)
    window.resize(*SIZE)
    window.show()
    numbers = iter(range(1, 100))
    for path, suffix in ((project, ""), (empty, "-empty")):
        window.acts.open_path(path)
        for step in STEPS:
            window.go(step)
            _settle(window)
            yield f"{next(numbers):02d}-{step}{suffix}", window
    window.close()
    window.deleteLater()
    app.processEvents()


def _settle(window: MainWindow) -> None:
    """Let layouts come to rest and jobs that the page started end."""
    until = monotonic() + LONGEST_WAIT_SECONDS
    while True:
        loop = QEventLoop()
        QTimer.singleShot(30, loop.quit)
        loop.exec()
        if not window.jobs.running() or monotonic() > until:
            return
