"""Work that would keep the window from answering, in a thread of its own; what it made comes back to the window's."""

import sys
from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

HAND_OVER_SECONDS = 0.0005
"""How long a thread may keep Python to itself while the window wants it. One turn of the window asks for it many times,
so that Python's own 5 ms would add up to a halt.
"""


class Aside(QObject):
    """Runs `work`, which touches no widget, and tells `done` what it returned or the exception it raised."""

    done = Signal(object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.made: Any = None
        self._thread = Thread(target=self._run, name="aside")

    def start(self) -> None:
        """Begin."""
        sys.setswitchinterval(HAND_OVER_SECONDS)
        self._thread.start()

    def wait(self) -> None:
        """Stay until it is over; `done` is told afterwards."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self.made = self._work()
        except Exception as error:  # raised again where it can be told
            self.made = error
        self.done.emit(self.made)
