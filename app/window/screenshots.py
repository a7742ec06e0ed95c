"""Every page of the window as pictures, drawn offscreen; the manual and the eyes of a reviewer live on them."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from app.project.file import ProjectFile
from app.project.project import Project
from app.window.frame.language import speak
from app.window.frame.main_window import MainWindow
from app.window.frame.steps import STEPS
from app.window.look.look import wear
from app.window.main import application
from app.window.picture_dialogs import dialog_states
from app.window.picture_roster import roster_states
from app.window.picture_states import first_run, page_states, reviewed
from app.wording import words
from forecasts.horizon import Horizon
from resources.sample import write_sample

_ = words("window")
SIZE = (1440, 900)
LONGEST_WAIT_SECONDS = 120.0
QUIET_ROUNDS = 4
"""Times 30 ms without a job: layouts tell each other of new heights turn by turn."""


def render_pages(
    folder: Path,
    project: Path,
    languages: Sequence[str] = ("zh_CN", "en"),
    themes: Sequence[str] = ("light", "dark"),
    zoom: float = 1.0,
) -> list[Path]:
    """Draw every page filled from `project`, then empty, dialogs and menus, then further states, in `folder`.

    The files are `<language>-<theme>-<n>-<page or state>.png`, with the zoom after the theme when it is not 1.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as own:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, own)
        empty = Path(own) / "empty.peakroster"
        ProjectFile.create(empty, Project("双11", Horizon(date(2026, 11, 1), 14, 30))).close()
        tables, copy = write_sample(Path(own) / "tables"), Path(own) / "copy.peakroster"
        app = application()
        for language in languages:
            for theme in themes:
                speak(app, language)
                wear(app, theme, zoom)
                shutil.copyfile(project, copy)
                for name, shown in _states(app, copy, empty, tables):
                    path = folder / f"{language}-{theme}-{_at(zoom)}{name}.png"
                    shown.grab().save(str(path))
                    written.append(path)
    return written


def _at(zoom: float) -> str:
    return "" if zoom == 1 else f"{zoom:.0%}-".replace("%", "")


def _states(app: QApplication, project: Path, empty: Path, tables: Sequence[Path]) -> Iterator[tuple[str, QWidget]]:
    """Numbered in their order; `project` is changed by the last of them."""
    window = MainWindow(app)
    window.resize(*SIZE)
    QCursor.setPos(*SIZE)  # nobody points at anything
    window.show()
    shown = chain(
        first_run(window, lambda: _settle(window)),
        _pages(window, project, ""),
        _pages(window, empty, "-empty"),
        dialog_states(window, list(tables), lambda: _settle(window)),
        _further(window, project),
        reviewed(window, project.parent, lambda: _settle(window)),
    )
    for number, (name, widget) in enumerate(shown, 1):
        yield f"{number:02d}-{name}", widget
    window.close()
    window.deleteLater()
    app.processEvents()


def _pages(window: MainWindow, path: Path, suffix: str) -> Iterator[tuple[str, QWidget]]:
    window.acts.open_path(path)
    for step in STEPS:
        window.go(step)
        _settle(window)
        yield step + suffix, window


def _further(window: MainWindow, path: Path) -> Iterator[tuple[str, QWidget]]:
    window.acts.open_path(path)
    yield from page_states(window, lambda: _settle(window))
    yield from roster_states(window, lambda: _settle(window))


def _settle(window: MainWindow) -> None:
    """Let layouts come to rest and jobs that the page started end."""
    until, quiet_rounds = monotonic() + LONGEST_WAIT_SECONDS, 0
    while True:
        loop = QEventLoop()
        QTimer.singleShot(30, loop.quit)
        loop.exec()
        quiet_rounds = 0 if window.jobs.running() else quiet_rounds + 1
        if quiet_rounds == QUIET_ROUNDS or monotonic() > until:
            return
