"""What can wait until what has changed is painted: done in a turn of the event loop of its own."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FIRST, SECOND = 2, 4
"""Turns of the loop until what changed now is painted, and until what was done first after that is painted too."""


class Afterwards(QObject):
    """Calls `act` once, `turns` turns of the event loop after it was last asked for; keys and pointer come between."""

    def __init__(self, parent: QObject, act: Callable[[], object], turns: int = FIRST) -> None:
        super().__init__(parent)
        self._act, self._turns, self._left = act, turns, 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._turn)

    def ask(self) -> None:
        """From now on."""
        self._left = self._turns
        self._timer.start()

    def drop(self) -> None:
        """It is no longer wanted."""
        self._timer.stop()

    def _turn(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self._act()
