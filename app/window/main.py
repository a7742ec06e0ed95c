"""Opens the window: `run` is the whole program with a screen."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.window.frame.complaints import complaints
from app.window.frame.first_sight import FirstSight
from app.window.frame.language import speak
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Message, Mood
from app.window.frame.settings import recent_projects, remembered_language, remembered_theme, remembered_zoom
from app.window.frame.steps import STEPS
from app.window.look.fonts import chinese_family
from app.window.look.look import wear
from app.wording import words

_ = words("window")
FUSION = ("-style", "Fusion")
"""The same drawing on every system, which the stylesheet builds on; named while Qt starts it costs nothing."""


def application() -> QApplication:
    """The one QApplication, with language and look as remembered."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0], *FUSION])
    QCoreApplication.setOrganizationName("PeakRoster")
    QCoreApplication.setApplicationName("PeakRoster")
    speak(app, remembered_language())
    wear(app, remembered_theme(), remembered_zoom())
    return app


def run(project: Path | None) -> int:
    """Show the window with a project, else the latest one, else the sample, made while the window is visible."""
    app = application()
    window = MainWindow(app, bare=True)
    sys.excepthook = complaints(window.say)
    window.restore()
    FirstSight(window, lambda: fill(window, project))
    window.show()
    return app.exec()


def fill(window: MainWindow, project: Path | None) -> None:
    """What follows as soon as the window has been seen."""
    try:
        begin(window, project)
    finally:
        gc.freeze()  # what stands now stays: no look for garbage goes through it again, so that none takes long
        gc.enable()


def begin(window: MainWindow, project: Path | None) -> None:
    """Open what there is to open; say so when the system cannot write Chinese."""
    window.go(STEPS[0])
    latest = project or next(iter(recent_projects()), None)
    if latest is not None:
        window.acts.open_path(latest)
    else:
        window.acts.open_sample()
    if not chinese_family():
        text = _("No Chinese font is installed, so Chinese words show as boxes. Install one, such as Noto Sans CJK SC.")
        window.say(Message(text, Mood.WARNING))
