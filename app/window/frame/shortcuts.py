"""The keys of the whole window: steps, panes, zoom, help, and Ctrl+S, which is pressed out of habit."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.window.frame.message import Message, Mood
from app.window.frame.steps import STEPS
from app.window.frame.window_keys import STEP_KEYS, key_for
from app.window.look import space
from app.window.look.look import look
from app.wording import language, words

if TYPE_CHECKING:
    from app.window.frame.main_window import MainWindow

_ = words("window")


def add_shortcuts(window: "MainWindow") -> None:
    """Let the window listen to them, to those of before no longer."""
    for old in window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.setEnabled(False)
        old.deleteLater()

    def listen(key: QKeySequence | QKeySequence.StandardKey | str, run: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), window).activated.connect(run)

    for key, step in zip(STEP_KEYS, STEPS, strict=True):
        listen(key_for(key), partial(window.go, step))
    for key in (key_for("F1"), "?"):
        listen(key, window.help)
    listen(key_for("F6"), lambda: _next_pane(window, backwards=False))
    listen(key_for("Shift+F6"), lambda: _next_pane(window, backwards=True))
    for key, steps in ((key_for("Ctrl++"), 1), ("Ctrl+=", 1), (key_for("Ctrl+-"), -1), (key_for("Ctrl+0"), 0)):
        listen(key, partial(_zoom, window, steps))
    listen(QKeySequence.StandardKey.Save, lambda: _say_saved(window))


def listen_anew(window: "MainWindow") -> None:
    """Keys have been given to other acts: let everything that listens or names its key follow."""
    add_shortcuts(window)
    window.dress(language(), look().theme.name, look().zoom)


def _zoom(window: "MainWindow", steps: int) -> None:
    """The next larger or smaller size, 100 % for no step."""
    now = min(range(len(space.ZOOMS)), key=lambda place: abs(space.ZOOMS[place] - look().zoom))
    wanted = space.ZOOMS[max(0, min(now + steps, len(space.ZOOMS) - 1))] if steps else 1.0
    if wanted != look().zoom:
        window.dress(language(), look().theme.name, wanted)


def _next_pane(window: "MainWindow", backwards: bool) -> None:
    from app.window.frame.panes import next_pane  # the panes are cards of pages, which come after the window

    next_pane(window, backwards)


def _say_saved(window: "MainWindow") -> None:
    if window.document.view is not None:
        text = _("Every change is saved the moment it is made; there is nothing left to save.")
        window.say(Message(text, Mood.GOOD))
