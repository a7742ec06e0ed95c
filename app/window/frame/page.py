"""A page of the window. Subclasses build their widgets in `__init__` and fill them in `show_project`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.window.frame.steps import StepState, step_state
from app.window.frame.window_keys import key_for
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.window.frame.desk import Desk
    from app.window.frame.reading import Reading
    from app.window.frame.view import ProjectView


QUIET = "quiet"
"""Set on a primary action while another button of the page is the one to press."""


class Page(QWidget):
    """`step` is its place in the rail. `primary` is its one verb, `secondary` the acts beside it; the header shows
    both. `undo` and `redo`, when set, stand there as icons instead of the document's own.
    """

    step = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.primary: QAction | None = None
        self.secondary: tuple[QAction, ...] = ()
        self.undo: QAction | None = None
        self.redo: QAction | None = None
        self.body = QVBoxLayout(self)
        edge = look().px(space.IN_CARD)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(edge)

    def title(self) -> str:
        """What the header calls it."""
        raise NotImplementedError

    def state(self, view: ProjectView | None) -> StepState:
        """Where its step stands."""
        return step_state(self.step, view)

    def show_project(self, view: ProjectView | None) -> None:
        """Show a new reading of the project; None while none is open."""
        raise NotImplementedError

    def look_ahead(self, reading: Reading) -> None:
        """Work out what takes long to show of a reading, before it is shown. Called for the page one sees, in the
        thread that read it; touches no widget.
        """

    def act(self, words: str, symbol: str, run: Callable[[], object], key: str = "") -> QAction:
        """An action of this page with its icon and perhaps a key; `run` takes no argument."""
        key = key_for(key) if key else ""
        action = QAction(icon(symbol), words, self)
        action.setData(symbol)
        action.setToolTip(f"{words} ({QKeySequence(key).toString()})" if key else words)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action
