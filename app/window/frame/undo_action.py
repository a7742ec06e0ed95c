"""Undo and redo as actions that say, also to a screen reader, what they would take back or do again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from app.window.help.change_names import change_name
from app.window.look.icons import icon


class UndoAction(QAction):
    """`name` while there is nothing to do; `told` what else, with `{label}` in it."""

    def __init__(
        self, name: str, told: str, symbol: str, run: Callable[[], object], keys: Sequence[str], parent: QObject
    ) -> None:
        super().__init__(icon(symbol), name, parent)
        self._name, self._told, self._key = name, told, keys[0]
        self.setShortcuts([QKeySequence(key) for key in keys])
        self.triggered.connect(lambda _checked=False: run())

    def say(self, label: str) -> None:
        """What it would do now, "" for nothing."""
        text = self._told.format(label=change_name(label)) if label else self._name
        self.setEnabled(bool(label))
        self.setText(text)
        self.setToolTip(f"{text} ({self._key})")
