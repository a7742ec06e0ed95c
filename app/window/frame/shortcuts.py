"""The keys of the whole window: steps, panes, help, and Ctrl+S, which is pressed out of habit."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from app.window.frame.message import Message, Mood
from app.window.frame.steps import STEPS
from app.wording import words

if TYPE_CHECKING:
    from app.window.frame.main_window import MainWindow

_ = words("window")


def add_shortcuts(window: "MainWindow") -> None:
    """Let the window listen to them."""

    def listen(key: QKeySequence | QKeySequence.StandardKey | str, run: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), window).activated.connect(run)

    for number, step in enumerate(STEPS, 1):
        listen(f"Ctrl+{number}", partial(window.go, step))
    for key in ("F1", "?"):
        listen(key, window.help)
    listen("F6", lambda: _next_pane(window, backwards=False))
    listen("Shift+F6", lambda: _next_pane(window, backwards=True))
    listen(QKeySequence.StandardKey.Save, lambda: _say_saved(window))


def _next_pane(window: "MainWindow", backwards: bool) -> None:
    from app.window.frame.panes import next_pane  # the panes are cards of pages, which come after the window

    next_pane(window, backwards)


def _say_saved(window: "MainWindow") -> None:
    if window.document.view is not None:
        text = _("Every change is saved the moment it is made; there is nothing left to save.")
        window.say(Message(text, Mood.GOOD))
