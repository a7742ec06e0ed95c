"""The menu of what is on show around the roster: heads on each shift, dense rows, the chart, or the matrix alone."""

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.window.frame.window_keys import key_for
from app.wording import words

_ = words("window")


class ShowMenu:
    """Four actions that are on or off; all but `room` are remembered on this computer."""

    def __init__(self, parent: QWidget) -> None:
        self.button = QPushButton(_("Show"))
        self.button.setProperty("kind", "menu")
        self.button.setAccessibleName(_("What is on show"))
        self.button.setToolTip(_("What is on show"))
        self._menu = QMenu(parent)
        self.heads = self._add("heads", _("Heads on each shift"), "", on=False)
        self.dense = self._add("dense", _("Dense rows"), "Ctrl+Shift+D", on=False)
        self.chart = self._add("chart", _("Cover and requirement"), "Ctrl+Shift+B", on=True)
        self._menu.addSeparator()
        self.room = self._add("", _("Only the roster"), "F11", on=False)
        parent.addActions([self.dense, self.chart, self.room])
        self.button.setMenu(self._menu)

    def _add(self, name: str, text: str, key: str, on: bool) -> QAction:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(QSettings().value(f"roster/{name}", on, bool) is True if name else on)
        if key:
            action.setShortcut(key_for(key))
        if name:
            action.toggled.connect(lambda shown: QSettings().setValue(f"roster/{name}", shown))
        return action
